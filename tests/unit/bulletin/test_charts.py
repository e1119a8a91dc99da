"""Whether the words of the charts can be drawn on this machine."""

import shutil
import subprocess

import pytest

from transforms.bulletin.charts import can_draw_chinese

FC_LIST = shutil.which("fc-list")


@pytest.mark.skipif(FC_LIST is None, reason="fontconfig is not installed (Debian package fontconfig)")
def test_can_draw_chinese__as_the_machine_has_a_font_for_it() -> None:
    there_are = subprocess.run([str(FC_LIST), ":lang=zh-cn", "family"], check=True, capture_output=True, text=True).stdout
    assert can_draw_chinese() == bool(there_are.strip())
