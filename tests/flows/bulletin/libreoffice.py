"""Files as LibreOffice reads them."""

import shutil
import subprocess
from pathlib import Path

import pytest

needed = pytest.mark.skipif(
    not all(map(shutil.which, ("soffice", "pdftotext"))), reason="libreoffice or poppler-utils is not installed"
)


def printed_pages(file: Path) -> list[str]:
    """The text of every page that LibreOffice would print of a document or workbook."""
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    done = subprocess.run(["pdftotext", "-layout", str(file.with_suffix(".pdf")), "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]
