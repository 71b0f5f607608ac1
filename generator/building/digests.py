"""Digests of a document's inputs: data, template, program. Equal digests mean equal bytes."""

import hashlib
import pickle
import struct
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from generator import __version__
from generator.engine.archive import PACKER
from generator.engine.richtext import Ready, Runs
from generator.engine.tables import Blocks
from generator.files import digests
from generator.files.digests import SIZE, build_id, digest, files_in

_PRINTING = (
    "papers/paper.py", "wording/unbroken.py", "wording/titles.py", "regulations/tu-ghep.yaml",
)  # fmt: skip
"""What stands between the values of a paper and the engine."""
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
        b"\n".join(("\n".join(context).encode(), lengths, *parts)), digest_size=SIZE
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
    spans = range(SIZE, len(after), _PIECE)
    return [
        key
        for key, start in zip(context, spans, strict=True)
        if before[start : start + _PIECE] != after[start : start + _PIECE]
    ]


@cache
def engine_digest() -> bytes:
    """Return the digest of the rendering code and the compression library it uses."""
    return digest(
        [
            *files_in(digests.PACKAGE / "engine", "*.py"),
            *(digests.PACKAGE / each for each in _PRINTING),
        ],
        __version__,
        PACKER,
        zlib.ZLIB_RUNTIME_VERSION,
    )


@cache
def program_digest() -> bytes:
    """Return the digest of the whole program, including its regulations and what it packs with."""
    return digest([], build_id(), engine_digest().hex())
