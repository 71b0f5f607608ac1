"""Whatever happens while a file is opened or judged is the fault of that file and ends only it."""

import ctypes
import io
import os
import pickle
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from generator.opening import open_file as opening
from generator.opening import pool
from generator.opening.content import FileContent, Refusal
from generator.opening.open_file import open_file
from generator.opening.pool import answers, open_files, opened
from generator.received.judge import judge
from tests.opening.test_pool import pdf, written
from tests.received.corpus import package, table, typed
from tests.received.test_findings import FORM


class PanicException(BaseException):
    """What the Excel library raises is no `Exception` either."""


def of_windows(error: OSError, number: int) -> OSError:
    """The error as Windows raises it: 362, 395 of a file that OneDrive did not bring."""
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.mark.parametrize(
    ("error", "refusal"),
    [
        (ValueError("chr() arg not in range"), Refusal.HONG),
        (UnicodeEncodeError("utf-8", "\ud83d", 0, 1, "surrogates"), Refusal.HONG),
        (ctypes.ArgumentError("x"), Refusal.HONG),
        (AssertionError(), Refusal.HONG),
        (KeyError("a"), Refusal.HONG),
        (RecursionError(), Refusal.HONG),
        (PanicException(), Refusal.HONG),
        (OSError(5, "I/O"), Refusal.HONG),
        (PermissionError(), Refusal.KHONG_DOC_DUOC),
        (of_windows(OSError(22, "x"), 362), Refusal.CHUA_TAI),
        (of_windows(PermissionError(13, "x"), 395), Refusal.CHUA_TAI),
        (MemoryError(), Refusal.QUA_LAU),
    ],
)
@pytest.mark.parametrize("ending", ["docx", "pdf", "xlsx", "png"])
def test_whatever_a_reader_raises_is_a_refusal_of_its_file(
    error: BaseException, refusal: Refusal, ending: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def reader(path: Path) -> FileContent:
        raise error

    monkeypatch.setattr(opening, "reader", lambda kind: reader)
    path = written(tmp_path, f"a.{ending}", b"x")
    assert open_file(path).refusal == refusal
    assert opened(path).refusal == refusal


@pytest.mark.parametrize(
    ("code", "sign"),
    [("D83DDCDE", "📞"), ("D840DC00", "𠀀"), ("D83D", "�"), ("DCDE", "�"), ("FFFF", "\uffff")],
)
def test_every_letter_a_pdf_may_map_to_can_be_kept(code: str, sign: str, tmp_path: Path) -> None:
    mapping = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00>"
        f" <FF> endcodespacerange 1 beginbfchar <7E> <{code}> endbfchar endcmap end end"
    )
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
    data = pdf("Dien thoai lien he thuong truc ~ 0912345678").decode("latin-1")
    data = data.replace(font, f"{font}/ToUnicode 90 0 R")
    stream = f"90 0 obj\n<</Length {len(mapping)}>>stream\n{mapping}\nendstream\nendobj\ntrailer"
    seen = open_file(written(tmp_path, "a.pdf", data.replace("trailer", stream).encode("latin-1")))
    assert seen.lines[0].startswith("Dien thoai")
    assert "0912345678" in seen.lines[0]
    assert "".join(seen.lines).encode()
    assert sign == "\uffff" or sign in seen.lines[0]


def test_a_letter_code_beyond_all_letters_is_kept_as_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.opening.pdf import raw

    real = raw.FPDFText_GetUnicode
    monkeypatch.setattr(
        raw, "FPDFText_GetUnicode", lambda *at: 0x110000 if at[1] == 0 else real(*at)
    )
    assert open_file(written(tmp_path, "a.pdf", pdf("Xin chao"))).lines == ("�in chao",)


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_no_number_of_processes_opens_a_file_without_limits(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = os.getpid()

    def where(path: Path) -> FileContent:
        return FileContent("pdf", lines=(str(os.getpid()),))

    monkeypatch.setattr(pool, "open_file", where)
    paths = [written(tmp_path, f"{number}.pdf", b"x") for number in range(3)]
    assert all(seen.lines != (str(main),) for _, seen in open_files(paths, jobs, 10))


def panic() -> None:
    raise PanicException


@pytest.mark.parametrize(
    "deed",
    [
        lambda: time.sleep(60),
        os.abort,
        lambda: ctypes.string_at(0),
        lambda: bytearray(2**30),
        [].pop,
        panic,
    ],
    ids=["hangs", "aborts", "crashes", "hungry", "fails", "panics"],
)
def test_work_that_cannot_be_done_has_no_answer_and_the_rest_is_done(
    deed: object, capfd: pytest.CaptureFixture[str]
) -> None:
    def work(number: int) -> int:
        if number == 1:
            deed()  # type: ignore[operator]
        return number * 2

    assert list(answers(work, [0, 1, 2], 1, 1)) == [(0, 0), (1, None), (2, 4)]
    assert capfd.readouterr().err == ""


def drawn(things: int) -> bytes:
    """A page with so many lines drawn on it, as a plan has."""
    import zlib

    stream = zlib.compress(b"0 0 m 9 9 l S\n" * things, 9)
    head = pdf("x").split(b"4 0 obj")[0]
    body = (
        b"4 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R>>\nendobj\n"
        b"5 0 obj\n<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream\nendobj\n"
        b"trailer<</Size 6/Root 1 0 R>>\n%%%%EOF" % (len(stream), stream)
    )
    return head + body


OPEN_ONE = """
import resource, sys
from pathlib import Path
from generator.opening.pool import opened
seen = opened(Path(sys.argv[1]))
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(seen.refusal or "-", seen.scanned, peak)
"""


@pytest.mark.parametrize(("things", "gives_up"), [(30_000, False), (2_500_000, True)])
def test_a_page_of_drawings_stays_within_time_and_memory(
    things: int, gives_up: bool, tmp_path: Path
) -> None:
    """In a program of its own: what this one holds would count as memory of its children."""
    path = written(tmp_path, "a.pdf", drawn(things))
    begin = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-c", OPEN_ONE, str(path)], capture_output=True, text=True, check=True
    )
    assert time.monotonic() - begin < 14
    refusal, scanned, peak = run.stdout.split()
    assert (refusal, scanned) == ((Refusal.QUA_LAU, "False") if gives_up else ("-", "True"))
    assert int(peak) < 700


@pytest.mark.parametrize("line", [
    "1. Về phẩm chất chính trị, đạo đức, lối sống, ý thức tổ chức kỷ luật",
    "I. Ưu điểm, kết quả công tác", "1. 1. 1. 1. 1. 1. 1. 1. a) b) c)",
    "Họ và tên: Nguyễn Văn A. Họ và tên:", "…… ngày … tháng … năm 20…", "☐ Tốt ☐ Khá ☒ Trung bình",
    "a" * 60_000, " " * 60_000, "\t" * 1_000, "1" * 60_000, ". " * 30_000, "(" * 10_000,
    "ngày " * 10_000, "số " * 10_000, "a\u0323\u0301" * 20_000, "a" + "\u0301\u0323" * 30_000,
    "Phần " * 10_000, "x @ " * 10_000, "Nguyễn Văn An " * 5_000, "/ " * 20_000, "- " * 20_000,
], ids=lambda line: f"{line[:12]!r}")  # fmt: skip
def test_no_text_takes_long_to_judge(line: str, tmp_path: Path) -> None:
    count = max(1, 180_000 // len(line))
    path = tmp_path / "a.docx"
    typed("BẢN KIỂM ĐIỂM CÁ NHÂN", *[line] * min(count, 2_900))(path)
    begin = time.process_time()
    seen = open_file(path)
    judge(seen, FORM)
    assert time.process_time() - begin < 8


def test_the_reason_of_a_refusal_does_not_depend_on_what_was_opened_before(tmp_path: Path) -> None:
    whole = pdf("Xin chao")
    locked = whole.replace(
        b"/Root 1 0 R", b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
        b"/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32)
    )  # fmt: skip
    files = {
        "locked.pdf": locked,
        "cut.pdf": whole[:120],
        "nothing.pdf": b"%PDF-1.5\n",
        "pages.pdf": pdf(),
        "whole.pdf": whole,
        "kids.pdf": whole.replace(b"/Kids[4 0 R]", b"/Kids[9 0 R]"),
        "security.pdf": locked.replace(b"/Standard", b"/Unknown_"),
    }
    paths = [written(tmp_path, name, data) for name, data in files.items()]
    alone = {path: opened(path) for path in paths}
    assert alone[paths[0]].refusal == Refusal.MAT_KHAU
    assert alone[paths[1]].refusal == Refusal.HONG
    for turn in range(len(paths)):
        for order in (paths[turn:] + paths[:turn], (paths[turn:] + paths[:turn])[::-1]):
            assert dict(open_files(order, 1, 10)) == alone
    assert dict(open_files(paths * 3, 2, 10)) == alone


def test_a_regime_can_be_taken_over_by_another_interpreter() -> None:
    from generator.dossier import looking

    assert looking
    regime = FORM.che_do
    assert pickle.loads(pickle.dumps(regime)) == regime  # noqa: S301


def test_words_that_only_look_like_a_file(tmp_path: Path) -> None:
    """What is opened behind a name: neither a pipe nor a device nor an endless file."""
    os.mkfifo(tmp_path / "a.docx")
    (tmp_path / "b.pdf").symlink_to("/dev/zero")
    with (tmp_path / "c.xlsx").open("wb") as file:
        file.truncate(2**40)
    begin = time.monotonic()
    told = [opened(each).refusal for each in sorted(tmp_path.iterdir())]
    assert told == [Refusal.LIEN_KET, Refusal.LIEN_KET, Refusal.QUA_LON]
    assert time.monotonic() - begin < 5


def mutated(base: bytes, number: int) -> bytes:
    """The same bytes with some of them changed, moved or gone, other ones for each number."""
    import random

    chance = random.Random(number)
    data = bytearray(base)
    for _ in range(chance.randint(1, 8)):
        if not data:
            break
        spot = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[spot] ^= 1 << chance.randrange(8)
            case 1:
                data[spot : spot + chance.randint(1, 400)] = b""
            case 2:
                data[spot:spot] = chance.randbytes(chance.randint(1, 40))
            case _:
                data[spot : spot + 4] = chance.choice([b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff"])
    return bytes(data)


def foreign(folder: Path, count: int) -> list[Path]:
    """Files of other people that were damaged in every way, with the endings that are taken."""
    table("Biểu", "6A")(folder / "base.xlsx")
    word = package(b"<w:p/>")
    inner = zipfile.ZipFile(io.BytesIO(word))
    assert inner.namelist()
    bases = {"docx": word, "pdf": pdf("mot", "hai"), "xlsx": (folder / "base.xlsx").read_bytes()}
    typed(*(f"dòng {number}" for number in range(200)))(folder / "long.docx")
    bases["png"], bases["jpg"] = bases["pdf"], (folder / "long.docx").read_bytes()
    (folder / "base.xlsx").unlink()
    (folder / "long.docx").unlink()
    kinds = sorted(bases)
    return [
        written(folder, f"{number}.{kinds[number % 5]}", mutated(bases[kinds[number % 5]], number))
        for number in range(count)
    ]


def all_are_answered(folder: Path, count: int) -> None:
    paths = foreign(folder, count)
    begin = time.monotonic()
    found = dict(open_files(paths, 1, 10))
    assert found.keys() == set(paths)
    assert {str(seen.refusal) for seen in found.values()} <= {"", *Refusal}
    for seen in found.values():
        judge(seen, FORM)
    assert (time.monotonic() - begin) / count < 0.03


def test_damaged_files_of_other_people_are_read_or_refused(tmp_path: Path) -> None:
    all_are_answered(tmp_path, 100)


@pytest.mark.soak
def test_a_thousand_damaged_files_of_other_people_are_read_or_refused(tmp_path: Path) -> None:
    all_are_answered(tmp_path, 1_000)
