"""A pack on its way: what damages it is named, what only looks different is no damage."""

import hashlib
import io
import json
import os
import random
import resource
import shutil
import struct
import subprocess
import time
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.handover.verify import verify
from generator.problems.text import as_json, line, shown, where
from tests.received.corpus import typed

ABOUT, MANIFEST = "goi-ho-so.json", "manifest.sha256"
MINUTES = "00 - Biên bản giao nhận.docx"
PAPERS = ("00 - Mục lục hồ sơ.docx", "01 - 1 - Đặng Thị Ngà - Bản kiểm điểm cá nhân.docx")
UNIT = "Chi bộ thôn Đông"

Files = dict[str, bytes]


def made(folder: Path, *, about: bytes | None = None, more: Files | None = None) -> Files:
    """The files of a small pack."""
    folder.mkdir(exist_ok=True)
    files: Files = {}
    for name in PAPERS:
        typed(*(f"{name} {number}" for number in range(20)))(folder / "a.docx")
        files[name] = (folder / "a.docx").read_bytes()
    told = {"don_vi": UNIT, "con_thieu": [], "van_ban": [{"tep": name} for name in PAPERS]}
    whole = json.dumps(told, ensure_ascii=False).encode()
    files |= {ABOUT: whole if about is None else about, **(more or {})}
    rows = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    files[MANIFEST] = "".join(rows).encode()
    typed("BIÊN BẢN GIAO NHẬN", hashlib.sha256(files[MANIFEST]).hexdigest())(folder / "a.docx")
    files[MINUTES] = (folder / "a.docx").read_bytes()
    (folder / "a.docx").unlink()
    return files


def as_folder(files: Files, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def as_zip(files: Files, path: Path, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return path


def unflagged(files: Files, path: Path, code: str) -> Path:
    """A zip whose names are bytes of a code, with nothing said about it."""
    plain = {f"{'x' * len(name.encode(code))}": data for name, data in files.items()}
    assert len(plain) == len(files), "lengths must differ here"
    data = as_zip(plain, path).read_bytes()
    for name in files:
        raw = name.encode(code)
        data = b"".join(_renamed(data, b"x" * len(raw), raw))
    path.write_bytes(data)
    return path


def _renamed(data: bytes, old: bytes, new: bytes) -> list[bytes]:
    """Put one name in the place of another of that very length."""
    pieces, at = [], 0
    for mark, length_at, head in ((b"PK\3\4", 26, 30), (b"PK\1\2", 28, 46)):
        spot = data.find(mark, at)
        while spot >= 0:
            (length,) = struct.unpack_from("<H", data, spot + length_at)
            begin = spot + head
            if length == len(old) and data[begin : begin + length] == old:
                pieces += [data[at:begin], new]
                at = begin + length
                break
            spot = data.find(mark, spot + 4)
    return [*pieces, data[at:]]


def codes(path: Path) -> list[str]:
    return [each.code for each in verify(path).problems]


# --- what only looks different


def inside(files: Files, form: str = "NFC", home: str = "Hồ sơ/") -> Files:
    return {unicodedata.normalize(form, home + name): data for name, data in files.items()}


LOOKS: dict[str, Callable[[Files], Files]] = {
    "flat": lambda files: files,
    "in a folder": inside,
    "accents apart": lambda files: inside(files, "NFD"),
    "finder": lambda files: {
        **inside(files, "NFD"), "Hồ sơ/.DS_Store": b"x", "__MACOSX/._Hồ sơ": b"x",
        **{f"__MACOSX/Hồ sơ/._{name}": b"x" for name in files},
    },
    "explorer": lambda files: {**inside(files), "Hồ sơ/Thumbs.db": b"x", "Hồ sơ/desktop.ini": b"x"},
    "backslashes": lambda files: {f"goi\\{name}": data for name, data in files.items()},
    "open in word": lambda files: {**files, f"~${PAPERS[1][2:]}": b"x"},
    "open in libreoffice": lambda files: {**files, f".~lock.{PAPERS[1]}#": b"x"},
    "in two folders": lambda files: inside(files, home="nộp/2026/"),
    "other order": lambda files: dict(reversed(files.items())),
}  # fmt: skip


@pytest.mark.parametrize("looks", LOOKS)
@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_a_pack_zipped_again_by_any_program_is_the_same(
    looks: str, method: int, tmp_path: Path
) -> None:
    files = made(tmp_path / "goi")
    found = verify(as_zip(LOOKS[looks](files), tmp_path / "goi.zip", method))
    assert found.problems == ()
    assert (found.don_vi, found.so_tep) == (UNIT, len(files))


def streamed(files: Files, path: Path) -> None:
    """Sizes after the contents, as a program writes that packs into a pipe."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as out:  # type: ignore[arg-type]
        for name, data in files.items():
            out.writestr(name, data)
    path.write_bytes(pipe.data)


def in_64_bits(files: Files, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            with out.open(name, "w", force_zip64=True) as part:
                part.write(data)


def with_fields(files: Files, path: Path) -> None:
    """Times and owners, as Info-ZIP adds them; folders as entries; a comment; another system."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.comment = "Gói hồ sơ".encode()
        out.writestr(zipfile.ZipInfo("Hồ sơ/"), b"")
        out.writestr(zipfile.ZipInfo("Hồ sơ/trống/"), b"")
        for name, data in files.items():
            info = zipfile.ZipInfo(f"Hồ sơ/{name}")
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            info.extra = struct.pack("<HHBL", 0x5455, 5, 1, 0) + struct.pack(
                "<HHBBLBL", 0x7875, 11, 1, 4, 0, 4, 0
            )
            out.writestr(info, data)


def with_names_beside(files: Files, path: Path) -> None:
    """Names that the code of the system cannot write, and beside them the right ones."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for number, (name, data) in enumerate(files.items()):
            info = zipfile.ZipInfo(f"_{number}")
            told = struct.pack("<BL", 1, zlib.crc32(info.filename.encode())) + name.encode()
            info.extra = struct.pack("<HH", 0x7075, len(told)) + told
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, data)


def after_a_program(files: Files, path: Path) -> None:
    path.write_bytes(b"MZ" + bytes(3_000) + as_zip(files, path).read_bytes())


PACKERS = [streamed, in_64_bits, with_fields, with_names_beside, after_a_program]


@pytest.mark.parametrize("packer", PACKERS)
def test_a_pack_is_the_same_whatever_program_zipped_it(
    packer: Callable[[Files, Path], None], tmp_path: Path
) -> None:
    files = made(tmp_path / "goi")
    packer(files, tmp_path / "goi.zip")
    found = verify(tmp_path / "goi.zip")
    assert (found.problems, found.don_vi, found.so_tep) == ((), UNIT, len(files))


@pytest.mark.skipif(not shutil.which("zip"), reason="Info-ZIP is not installed")
@pytest.mark.parametrize("options", [["-r"], ["-r0"], ["-rX9"], ["-rfz"], ["-rZ", "bzip2"]])
def test_a_pack_zipped_by_info_zip_is_the_same(options: list[str], tmp_path: Path) -> None:
    files = made(tmp_path / "tam")
    as_folder(files, tmp_path / "Hồ sơ")
    subprocess.run(["zip", "-q", *options, "goi.zip", "Hồ sơ"], cwd=tmp_path, check=True)
    assert (verify(tmp_path / "goi.zip").problems) == ()


def other_method(path: Path, method: int) -> None:
    data = path.read_bytes()
    for mark, at in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
        pieces = data.split(mark)
        data = mark.join(
            [pieces[0]]
            + [each[: at - 4] + struct.pack("<H", method) + each[at - 2 :] for each in pieces[1:]]
        )
    path.write_bytes(data)


@pytest.mark.parametrize("method", [9, 93, 95, 98], ids=["deflate64", "zstd", "xz", "ppmd"])
def test_a_pack_in_a_packing_that_is_not_read_is_not_called_changed(
    method: int, tmp_path: Path
) -> None:
    path = as_zip(made(tmp_path / "tam"), tmp_path / "goi.zip")
    other_method(path, method)
    assert codes(path) == ["KD551"]


def test_a_pack_with_a_password_is_not_called_changed(tmp_path: Path) -> None:
    path = as_zip(made(tmp_path / "tam"), tmp_path / "goi.zip")
    data = path.read_bytes()
    for mark, at in ((b"PK\3\4", 2), (b"PK\1\2", 4)):
        pieces = data.split(mark)
        data = mark.join(
            [pieces[0]] + [p[:at] + bytes([p[at] | 1]) + p[at + 1 :] for p in pieces[1:]]
        )
    path.write_bytes(data)
    (told,) = verify(path).problems
    assert (told.code, "mật khẩu" in told.message) == ("KD551", True)


def test_a_dictionary_of_four_gigabytes_is_not_asked_for(tmp_path: Path) -> None:
    files = made(tmp_path / "tam")
    path = as_zip(files, tmp_path / "goi.zip", zipfile.ZIP_LZMA)
    assert codes(path) == []
    data = bytearray(path.read_bytes())
    name, extra = struct.unpack_from("<HH", data, 26)
    begin = 30 + name + extra + 5
    data[begin : begin + 4] = b"\xff" * 4
    path.write_bytes(bytes(data))
    assert codes(path) == ["KD551"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_in_utf_8_need_no_flag(form: str, tmp_path: Path) -> None:
    files = made(tmp_path / "goi")
    named = {unicodedata.normalize(form, name): data for name, data in files.items()}
    found = verify(unflagged(named, tmp_path / "goi.zip", "utf-8"))
    assert (found.problems, found.so_tep) == ((), len(files))


def test_names_in_the_code_of_windows_are_found_by_the_manifest(tmp_path: Path) -> None:
    files = made(tmp_path / "goi", more={"002 - dã ký.docx": b"x"})
    latin = {name: data for name, data in files.items() if name.isascii() or "dã ký" in name}
    archive = unflagged(latin, tmp_path / "goi.zip", "cp1252")
    assert "002 - dã ký.docx" not in " ".join(each.message for each in verify(archive).problems)


def test_a_folder_with_files_of_open_programs_is_the_same_pack(tmp_path: Path) -> None:
    folder = as_folder(made(tmp_path / "tam"), tmp_path / "goi")
    for name in (f"~${PAPERS[1][2:]}", ".DS_Store", f"._{PAPERS[0]}", "Thumbs.db"):
        (folder / name).write_bytes(b"x")
    (folder / "__MACOSX").mkdir()
    (folder / "__MACOSX" / "a").write_bytes(b"x")
    assert codes(folder) == []


# --- what damages


def one_bit(data: bytes, chance: random.Random) -> bytes:
    spot = chance.randrange(len(data))
    return data[:spot] + bytes([data[spot] ^ 1 << chance.randrange(8)]) + data[spot + 1 :]


def structural(data: bytes, chance: random.Random) -> bytes:
    """Damage where the zip says what stands where, which no chance would often hit."""
    changed = bytearray(data)
    marks = [b"PK\1\2", b"PK\3\4", b"PK\5\6"]
    spots = [at for at in range(len(data) - 4) if data[at : at + 4] in marks]
    spot = chance.choice(spots)
    field = chance.choice([4, 6, 8, 10, 14, 18, 20, 22, 24, 26, 28, 30, 32, 34, 42])
    match chance.randrange(4):
        case 0:
            value = chance.choice([0, 1, 9, 12, 14, 93, 99, 0xFFFF, 0x8000])
            changed[spot + field : spot + field + 2] = struct.pack("<H", value)
        case 1:
            value = chance.choice([0, 1, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFFFFFFE, len(data)])
            changed[spot + field : spot + field + 4] = struct.pack("<I", value)
        case 2:
            del changed[spot : spot + chance.randint(1, 60)]
        case _:
            changed = changed[: chance.randrange(len(data))] + changed[spot:]
    return bytes(changed)


def every_damage_is_answered(
    folder: Path, damage: Callable[[bytes, random.Random], bytes], count: int
) -> None:
    files = made(folder / "tam")
    whole = as_zip(files, folder / "goi.zip").read_bytes()
    digest = verify(folder / "goi.zip").ma_bam
    for number in range(count):
        (folder / "hong.zip").write_bytes(damage(whole, random.Random(number)))
        found = verify(folder / "hong.zip")
        assert all(line(each).isprintable() for each in found.problems)
        if not found.problems:  # only what nobody would miss was hit (a time, a version)
            assert found.ma_bam == digest


@pytest.mark.parametrize("damage", [one_bit, structural])
def test_damages_are_told_and_nothing_else(
    damage: Callable[[bytes, random.Random], bytes], tmp_path: Path
) -> None:
    every_damage_is_answered(tmp_path, damage, 20)


@pytest.mark.soak
@pytest.mark.parametrize(("damage", "count"), [(one_bit, 1_000), (structural, 200)])
def test_many_damages_are_told_and_nothing_else(
    damage: Callable[[bytes, random.Random], bytes], count: int, tmp_path: Path
) -> None:
    every_damage_is_answered(tmp_path, damage, count)


@pytest.mark.parametrize(
    ("method", "at", "code"),
    [
        (zipfile.ZIP_DEFLATED, 40, "KD728"),
        (zipfile.ZIP_BZIP2, 40, "KD728"),
        (zipfile.ZIP_STORED, 0, "KD728"),
        (zipfile.ZIP_LZMA, 40, "KD728"),
    ],
)
def test_a_part_that_cannot_be_unpacked_is_named(
    method: int, at: int, code: str, tmp_path: Path
) -> None:
    files = made(tmp_path / "tam")
    path = tmp_path / "goi.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data, method if name == PAPERS[1] else zipfile.ZIP_DEFLATED)
        begin = out.getinfo(PAPERS[1]).header_offset + 30 + len(PAPERS[1].encode())
    data = bytearray(path.read_bytes())
    data[begin + at : begin + at + 24] = b"\xff" * 24
    path.write_bytes(bytes(data))
    (told,) = verify(path).problems
    assert told.code == code
    assert PAPERS[1] in told.message


@pytest.mark.parametrize(
    "about",
    [
        b"[" * 200_000,
        b'{"a":' * 50_000,
        b"",
        b"null",
        b"\xff",
        b"[]",
        b'{"don_vi": 1}',
        b"1" * 6_000,
    ],
    ids=["deep", "deeper", "empty", "null", "no text", "list", "half", "number"],
)
def test_details_that_cannot_be_read_are_told(about: bytes, tmp_path: Path) -> None:
    files = made(tmp_path / "tam", about=about)
    assert codes(as_zip(files, tmp_path / "goi.zip")) == ["KD741"]
    assert codes(as_folder(files, tmp_path / "goi")) == ["KD741"]


def test_huge_parts_take_no_memory(tmp_path: Path) -> None:
    files = made(tmp_path / "tam")
    for name in (MANIFEST, ABOUT, MINUTES):
        path = tmp_path / "goi.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
            for each, data in files.items():
                if each != name:
                    out.writestr(each, data)
            with out.open(name, "w", force_zip64=True) as part:
                for _ in range(250):
                    part.write(b"0" * 2**20)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        assert codes(path)
        after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        assert max(0, after - before) < 100 * 1024


def fifo(path: Path) -> None:
    os.mkfifo(path)


def zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**42)


def link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def loop(path: Path) -> None:
    path.symlink_to(path.parent)


@pytest.mark.parametrize("strange", [fifo, zeros, sparse, link, loop])
@pytest.mark.parametrize(("name", "code"), [("la.docx", "KD729"), (PAPERS[0], "KD728"),
                                            (MANIFEST, "KD726")])  # fmt: skip
def test_what_is_no_plain_file_never_hangs(
    strange: Callable[[Path], None], name: str, code: str, tmp_path: Path
) -> None:
    folder = as_folder(made(tmp_path / "tam"), tmp_path / "goi")
    (folder / name).unlink(missing_ok=True)
    strange(folder / name)
    begin = time.monotonic()
    assert codes(folder) == [code]
    assert time.monotonic() - begin < 5


@pytest.mark.parametrize("strange", [fifo, zeros, sparse])
def test_what_is_no_plain_file_is_no_pack(strange: Callable[[Path], None], tmp_path: Path) -> None:
    strange(tmp_path / "goi.zip")
    assert codes(tmp_path / "goi.zip") == ["KD726"]


@pytest.mark.parametrize(
    "sign", ["\x1b[2J", "\x1b]0;x\x07", "\x9b31m", "\u202e", "\r", "\x7f", "\u2028"]
)
def test_no_name_from_a_pack_commands_a_terminal(sign: str, tmp_path: Path) -> None:
    about = json.dumps(
        {"don_vi": f"x{sign}y", "con_thieu": [f"a{sign}b"], "van_ban": [{}]}
    ).encode()
    files = made(tmp_path / "tam", about=about) | {f"la{sign}.txt": b"x"}
    found = verify(as_zip(files, tmp_path / "goi.zip"))
    assert [each.code for each in found.problems] == ["KD729", "KD730"]
    printed = " ".join([found.don_vi, *map(line, found.problems)])
    assert printed.isprintable()
    assert shown(printed) == printed
    assert json.dumps([as_json(each) for each in found.problems])


def test_no_name_of_a_folder_commands_a_terminal(tmp_path: Path) -> None:
    for name in ("goi\x1b[2J", os.fsdecode(b"goi\xff")):
        folder = tmp_path / name
        folder.mkdir()
        (told,) = verify(folder).problems
        assert line(told).isprintable()
        assert where(told.place).encode()
