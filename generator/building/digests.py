"""The digest of the data that a document prints; equal digests mean equal data."""

import hashlib
import pickle
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from generator.engine.richtext import Ready, Runs
from generator.engine.tables import Blocks
from generator.files.digests import SIZE

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


def _ready(value: Ready) -> tuple[type[str], tuple[str, bytes]]:
    """Say what tells ready markup apart; its own methods are many times slower."""
    data = value.xml.encode("utf-8", "surrogatepass") if value.illegal else value.data
    return str, (type(value).__name__, data)


_PROTOCOL = 2
"""The last one that writes a value at once, however long it is; a text never begins as it does."""
_READY: Mapping[type, Callable[[Ready], tuple[type[str], tuple[str, bytes]]]] = {
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
