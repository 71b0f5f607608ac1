"""Digests of the program that makes documents: with another one, they may come out otherwise."""

import zlib
from functools import cache

from generator import __version__
from generator.engine.archive import PACKER
from generator.files import digests
from generator.files.digests import build_id, digest, files_in

_PRINTING = (
    "papers/paper.py", "wording/unbroken.py", "wording/titles.py", "regulations/tu-ghep.yaml",
)  # fmt: skip
"""What stands between the values of a paper and the engine."""


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
