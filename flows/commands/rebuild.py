"""`ipstats rebuild`: the warehouse anew from the archive."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.commands.printing import usage
from flows.engine import run_flow
from flows.home import data_folder, existing_home
from transforms.errors import Refused


@usage
def rebuild(*, home: Annotated[Path | None, Parameter(help="数据目录;默认取环境变量 IPSTATS_HOME。")] = None) -> int:
    """从归档的原始文件重建仓库,内容与原来相同;已发布的各版不受影响。仓库文件损坏时用。"""
    from flows.lock import writer_lock
    from flows.progress import tell
    from flows.rebuild import rebuild as rebuild_warehouse
    from flows.reference import load_reference

    place = existing_home(home)
    if not place.archive.is_dir():
        raise Refused(f"{place.root} 里没有归档(archive),没有可以重建的内容。")
    reference = load_reference(data_folder())
    with writer_lock(place.lock_file):
        count = run_flow(place, lambda: rebuild_warehouse(place, reference, tell))
    sys.stdout.write(f"仓库已从归档重建:{count} 个文件。\n")
    return 0
