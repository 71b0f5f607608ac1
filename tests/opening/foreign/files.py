"""A foreign file for each number, always the same one, under names as they come in."""

import io
import random
import zipfile
from collections.abc import Iterable
from pathlib import Path

from tests.opening.foreign.pdf import pdf
from tests.opening.foreign.said import PEOPLE
from tests.opening.foreign.sheet import sheet
from tests.opening.foreign.word import word
from tests.received.corpus import ole

_MADE = {"docx": word, "pdf": pdf, "xlsx": sheet}
_NAMES = (
    "1 - Bản kiểm điểm 02A - {person}", "1 {person}", "Bản kiểm điểm cá nhân - {person}",
    "3 Biên bản hội nghị kiểm điểm", "Báo cáo kiểm điểm tập thể", "Hợp đồng", "scan", "IMG",
)  # fmt: skip


def foreign_file(number: int) -> tuple[str, bytes]:
    """The name and the bytes of a file; three in ten are damaged after they were made."""
    chance = random.Random(number)
    kind = ("docx", "pdf", "xlsx")[number % 3]
    data = _MADE[kind](chance)
    if chance.random() < 0.3:
        data = chance.choice([_cut, _flipped, _locked, _flagged, _other])(chance, data)
    name = chance.choice(_NAMES).format(person=chance.choice(PEOPLE))
    return f"{name} ({number}).{kind}", data


def foreign_files(folder: Path, numbers: Iterable[int]) -> list[Path]:
    """Write the files of these numbers into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in numbers:
        name, data = foreign_file(number)
        (folder / name).write_bytes(data)
        paths.append(folder / name)
    return paths


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def _flipped(chance: random.Random, data: bytes) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice([1, 3, 60])):
        spot = chance.randrange(len(found))
        match chance.randrange(3):
            case 0:
                found[spot] ^= 1 << chance.randrange(8)
            case 1:
                found[spot : spot + chance.randint(1, 400)] = b"-"
            case _:
                found[spot : spot + 4] = chance.choice([b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff"])
    return bytes(found)


def _locked(chance: random.Random, data: bytes) -> bytes:
    """As Office keeps a file with a password, or as old Office kept one."""
    return ole(chance.choice(["EncryptedPackage", "WordDocument"])) + data[:40]


def _flagged(_: random.Random, data: bytes) -> bytes:
    """A zip of which every part says that it has a password."""
    if not data.startswith(b"PK"):
        return data.replace(b"/Root", b"/Encrypt<<>>/Root")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        start = packed.start_dir
    listed = data[start:].replace(b"PK\1\2\x14\x03\x14\0\0\0", b"PK\1\2\x14\x03\x14\0\1\0")
    return data[:start] + listed


def _other(chance: random.Random, data: bytes) -> bytes:
    """Something else under this ending."""
    return chance.choice(
        [b"", b"\0" * 4096, b"%PDF-", b"PK\3\4", data[::-1], b"GIF89a" + data[:99]]
    )
