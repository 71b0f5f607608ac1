"""Every document of the sample campaigns, part by part, as it was when somebody last looked at it.

A change that is meant is looked at as a picture, then kept: `python -m tests.acceptance.test_samples`.
"""

import hashlib
import tempfile
import zipfile
from pathlib import Path

from generator import shipped
from generator.building.executors import here
from generator.building.folders import requests
from generator.building.run import run

LIST = Path(__file__).with_name("samples.txt")


def digest(path: Path) -> str:
    """The content of a document, however it is packed."""
    found = hashlib.sha256()
    with zipfile.ZipFile(path) as packed:
        for name in sorted(packed.namelist()):
            found.update(f"{name} {packed.getinfo(name).file_size}\n".encode())
            found.update(packed.read(name))
    return found.hexdigest()[:16]


def digests(out: Path) -> dict[str, str]:
    built = run(requests(shipped.DATA, out), here)
    assert not built.crashes
    return {path.relative_to(out).as_posix(): digest(path) for path in sorted(out.rglob("*.docx"))}


def kept() -> dict[str, str]:
    rows = (line.split(" ", 1) for line in LIST.read_text("utf-8").splitlines())
    return {name: mark for mark, name in rows}


def test_no_document_of_the_samples_changes_unnoticed(tmp_path: Path) -> None:
    now, before = digests(tmp_path), kept()
    changed = [name for name in now if before.get(name) not in (None, now[name])]
    assert (sorted(now.keys() ^ before.keys()), changed) == ([], [])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        rows = [f"{mark} {name}\n" for name, mark in digests(Path(folder)).items()]
    LIST.write_text("".join(rows), "utf-8")
