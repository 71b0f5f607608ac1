"""Files sent through LibreOffice: saved as another kind and back, many in one run."""

import hashlib
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from generator.pdf.office import libreoffice

_KEPT: dict[tuple[str, str], bytes] = {}
"""What came back in this process, by the other kind and the file sent."""


def through_office(files: list[bytes], kind: str) -> list[bytes]:
    """Return `.docx` files as LibreOffice gives them back that saved them as `kind` (odt, doc)."""
    names = [hashlib.sha256(each).hexdigest()[:20] for each in files]
    fresh = {
        name: each for name, each in zip(names, files, strict=True) if (kind, name) not in _KEPT
    }
    if fresh:
        with TemporaryDirectory() as place:
            there = Path(place)
            for name, each in fresh.items():
                (there / f"{name}.docx").write_bytes(each)
            converted(there, sorted(there.glob("*.docx")), kind)
            back = there / "back"
            converted(back, sorted(there.glob(f"*.{kind}")), "docx")
            for name in fresh:
                _KEPT[kind, name] = (back / f"{name}.docx").read_bytes()
    return [_KEPT[kind, name] for name in names]


def converted(out: Path, files: list[Path], kind: str) -> None:
    """Convert files to another kind, into a folder; the settings of LibreOffice are made once."""
    office = libreoffice()
    assert office is not None
    form = {"doc": "doc:MS Word 97", "docx": "docx:MS Word 2007 XML"}.get(kind, kind)
    subprocess.run(
        [
            office, f"-env:UserInstallation=file://{_profile()}", "--headless",
            "--convert-to", form, "--outdir", out, *files,
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )  # fmt: skip


@cache
def _profile() -> str:
    """Return the folder of a profile of our own, for as long as the process lives."""
    import atexit

    place = mkdtemp(prefix="returned-office-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place
