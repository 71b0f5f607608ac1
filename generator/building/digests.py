"""Digests of a document's inputs: data, template, program. Equal digests mean equal bytes."""

import hashlib
import pickle
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator import __version__
from generator.engine.archive import PACKER
from generator.engine.package import MAX_FILE
from generator.engine.richtext import Ready, Runs
from generator.engine.tables import Blocks
from generator.opening.regular import whole

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED = _PACKAGE / "_shipped"
"""Samples and templates in an installed program; in a checkout they are beside the package."""

_PRINTING = (
    "papers/paper.py", "wording/unbroken.py", "wording/titles.py", "regulations/tu-ghep.yaml",
)  # fmt: skip
"""What stands between the values of a paper and the engine."""
LARGEST = MAX_FILE
"""A template may be this large, and a data file not even so: what is larger is read by nobody."""

_WHOLE = 16
_PIECE = 4


def data_digest(context: Mapping[str, Any]) -> bytes:
    """Return the digest of a document's data: 16 bytes for all of it, then 4 for each field."""
    parts = _Parts()
    pickler = pickle.Pickler(parts, _PROTOCOL, fix_imports=False)
    # Nothing is said to be the same object as before: equal values give equal bytes.
    pickler.fast = True
    pickler.dispatch_table = _READY
    for value in context.values():
        if type(value) is str:
            parts.append(value.encode("utf-8", "surrogatepass"))
        else:
            pickler.dump(value)
    count = len(parts)
    lengths = struct.pack(f">{count}L", *map(len, parts))
    whole = hashlib.blake2b(
        b"\n".join(("\n".join(context).encode(), lengths, *parts)), digest_size=_WHOLE
    )
    return whole.digest() + struct.pack(f">{count}L", *map(zlib.crc32, parts))


class _Parts(list[bytes]):
    """A file of a pickler that keeps apart what is written at once."""

    write = list.append


def _ready(value: Ready) -> tuple[type[str], tuple[str, str]]:
    """Say what tells ready markup apart; its own methods are many times slower."""
    return str, (type(value).__name__, str.__str__(value.xml))


_PROTOCOL = 2
"""The last one that writes a value at once, however long it is; a text never begins as it does."""
_READY: Mapping[type, Callable[[Ready], tuple[type[str], tuple[str, str]]]] = {
    Runs: _ready,
    Blocks: _ready,
}


def changed_fields(context: Mapping[str, Any], before: bytes, after: bytes) -> list[str]:
    """Return the fields that differ between two data digests of the same kind of document."""
    if len(before) != len(after):
        return []
    spans = range(_WHOLE, len(after), _PIECE)
    return [
        key
        for key, start in zip(context, spans, strict=True)
        if before[start : start + _PIECE] != after[start : start + _PIECE]
    ]


@cache
def engine_digest() -> bytes:
    """Return the digest of the rendering code and the compression library it uses."""
    return _digest(
        [*_files(_PACKAGE / "engine", "*.py"), *(_PACKAGE / each for each in _PRINTING)],
        __version__,
        PACKER,
        zlib.ZLIB_RUNTIME_VERSION,
    )


class NoSourcesError(RuntimeError):
    """The program was packed without its sources: two builds of it could not be told apart."""


@cache
def build_id() -> str:
    """Return what names the program by its sources and regulations, wherever it is installed.

    Raises:
        NoSourcesError: whoever packed the program left its sources out.
    """
    sources = _files(_PACKAGE, "*.py")
    if not sources:
        raise NoSourcesError(_PACKAGE)
    files = [*sources, *_files(_PACKAGE, "*.yaml")]
    return files_digest(file for file in files if _SHIPPED not in file.parents)


@cache
def program_digest() -> bytes:
    """Return the digest of the whole program, including its regulations and what it packs with."""
    return _digest([], build_id(), engine_digest().hex())


def files_digest(files: Iterable[Path], *more: str) -> str:
    """Return the digest of files by name and content; of one that no reader takes, by its size."""
    return _digest(files, *more).hex()


def folder_digest(folders: Iterable[Path]) -> str:
    """Return the digest of all Word templates below the given folders."""
    return files_digest(file for folder in folders for file in _files(folder, "*.docx"))


def _files(folder: Path, pattern: str) -> list[Path]:
    # In the same order on every system: Windows would sort without regard to case.
    found = (file for file in folder.rglob(pattern) if not file.name.startswith("~$"))
    return sorted(found, key=lambda file: file.parts)


def _digest(files: Iterable[Path], *more: str) -> bytes:
    found = hashlib.blake2b(digest_size=_WHOLE)
    for text in more:
        found.update(f"{text}\n".encode())
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
