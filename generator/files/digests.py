"""Digests of files: of data and templates, and of the program itself, which they name."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from generator.engine.package import MAX_FILE
from generator.files.real_path import real_path
from generator.opening.regular import whole

PACKAGE = Path(__file__).resolve().parent.parent
LARGEST = MAX_FILE
"""A template may be this large, and a data file not even so: what is larger is read by nobody."""

SIZE = 16
"""Bytes of a digest."""


class NoSourcesError(RuntimeError):
    """The program was packed without its sources: two builds of it could not be told apart."""


@cache
def build_id() -> str:
    """Return what names the program by its sources and regulations, wherever it is installed.

    Raises:
        NoSourcesError: whoever packed the program left its sources out.
    """
    sources = files_in(PACKAGE, "*.py")
    if not sources:
        raise NoSourcesError(PACKAGE)
    files = [*sources, *files_in(PACKAGE, "*.yaml")]
    # Samples and templates are in an installed program; in a checkout they are beside the package.
    return files_digest(file for file in files if PACKAGE / "_shipped" not in file.parents)


def files_digest(files: Iterable[Path], *more: str) -> str:
    """Return the digest of files by name and content; of one that no reader takes, by its size."""
    return digest(files, *more).hex()


def folder_digest(folders: Sequence[Path]) -> str:
    """Return the digest of all Word templates below the given folders.

    What is found by a name counts: a template that was moved or renamed, or a link that leads
    elsewhere now, makes another digest with the same contents.
    """
    files: list[Path] = []
    places: list[str] = []
    for number, folder in enumerate(folders):
        for each in files_in(folder, "*"):
            place = f"{number} {each.relative_to(folder)}"
            if each.suffix == ".docx":
                files.append(each)
                places.append(place)
            if each.is_symlink():
                places.append(f"{place} {real_path(each)}")
    return files_digest(files, *places)


def files_in(folder: Path, pattern: str) -> list[Path]:
    """Return the files of a folder and below it, in the same order on every system."""
    # Windows would sort without regard to case.
    found = (file for file in folder.rglob(pattern) if not file.name.startswith("~$"))
    return sorted(found, key=lambda file: file.parts)


def digest(files: Iterable[Path], *more: str) -> bytes:
    """Like `files_digest`, as bytes and with texts that count too."""
    found = hashlib.blake2b(digest_size=SIZE)
    for text in more:
        found.update(f"{text}\n".encode("utf-8", "surrogatepass"))
    for file in files:
        try:
            data = whole(file, LARGEST)
        except FileNotFoundError:
            continue
        except OSError:
            found.update(f"{file.name} {_size(file)}\n".encode("utf-8", "surrogatepass"))
            continue
        found.update(f"{file.name} {len(data)}\n".encode("utf-8", "surrogatepass"))
        found.update(data)
    return found.digest()


def _size(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:
        return -1
