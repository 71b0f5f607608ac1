"""The folder in which a clerk keeps the data: chosen once, remembered apart from the program.

An update is another folder of the program beside the old one; what is remembered, and the data, are
in neither, so the new one finds both.
"""

import json
from pathlib import Path

from generator import shipped
from generator.files import of_user
from generator.files.atomic import failure, write_file
from generator.files.real_path import real_path
from generator.opening.regular import whole
from generator.problems import Place, Problem

FILE = "noi-giu-du-lieu.json"
SAMPLE, LOOK_AT = "xa-loc-van-2026", "xem-thu"
"""The sample campaign, and the folder in which a copy of it is put to be looked at."""

_LARGEST = 64 * 1024


def settings() -> Path:
    """Return the file that remembers, where the system keeps such files of a user."""
    return of_user.settings() / FILE


def usual() -> Path:
    """Return the folder that is proposed: among the documents of the user, who may have no home."""
    try:
        home = of_user.home()
    except OSError:
        return Path.cwd() / "kiemdiem"
    named = (home / name for name in ("Documents", "Tài liệu"))
    return next((each for each in named if each.is_dir()), home) / "kiemdiem"


def remembered() -> Path | None:
    """Return the folder that was chosen; None if none was, or if it is gone."""
    try:
        read = json.loads(whole(settings(), _LARGEST))
        folder = Path(read["thu_muc"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return folder if folder.is_dir() else None


def choose(folder: Path) -> list[Problem]:
    """Make a folder that of the data, with a sample campaign to look at, and remember it.

    Nothing that is there is written over.

    Returns:
        What kept it from being done; then nothing is remembered.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if problems := put_sample(folder):
            return problems
        file = settings()
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return [failure(error, Place(file=folder.as_posix()))]
    said = json.dumps({"thu_muc": str(real_path(folder))}, ensure_ascii=False)
    return write_file(file, said.encode())


def put_sample(folder: Path) -> list[Problem]:
    """Put a copy of the sample campaign into a folder of data; what is there of it stays.

    Returns:
        What kept it from being done.
    """
    source = shipped.DATA / SAMPLE
    for path in sorted(source.rglob("*.yaml")):
        copy = folder / LOOK_AT / path.relative_to(source)
        if not copy.exists() and (problems := write_file(copy, whole(path, 2**24))):
            return problems
    return []
