"""A PDF that was sent back is read line by line, without what only Word tells."""

from pathlib import Path

import pytest

from generator.opening.content import Refusal, RefusedFileError
from generator.opening.typed_letters import UNKNOWN
from generator.opening.typed_line import CUT
from generator.opening.written import Line, Run
from generator.opening.written_pdf import WRAPPED, read_written_pdf
from tests.opening.test_pool import pdf, written


def test_the_lines_of_a_pdf_are_numbered_and_plain(tmp_path: Path) -> None:
    path = written(tmp_path, "a.pdf", pdf("Ho va ten: AN\nTu nhan: Tot"))
    assert read_written_pdf(path) == (
        Line((Run("Ho va ten: AN"),), 1),
        Line((Run("Tu nhan: Tot"),), 2),
    )


LONG = "Giu gin loi song trung thuc, gian di va luon"


def test_a_line_that_plainly_goes_on_is_joined(tmp_path: Path) -> None:
    path = written(
        tmp_path, "a.pdf", pdf(f"{LONG}\nchap hanh ky luat.\n- tham gia hop.\n{'.' * 130}")
    )
    assert [each.text for each in read_written_pdf(path)] == [
        f"{LONG} chap hanh ky luat.",
        "- tham gia hop.",
        "." * 130,
    ]


@pytest.mark.parametrize("behind", ["Dang da neu.", "37-QD/TW cua Trung uong."])
def test_a_line_that_may_go_on_is_in_doubt(behind: str, tmp_path: Path) -> None:
    first, second = read_written_pdf(written(tmp_path, "a.pdf", pdf(f"{LONG}\n{behind}")))
    assert (first.doubts, second.doubts) == ((), (WRAPPED,))


def test_a_pdf_without_letters_has_no_lines(tmp_path: Path) -> None:
    assert read_written_pdf(written(tmp_path, "a.pdf", pdf(""))) == ()


def test_a_long_pdf_says_that_it_was_cut(tmp_path: Path) -> None:
    data = pdf(*(f"trang so {number}" for number in range(81)))
    *others, last = read_written_pdf(written(tmp_path, "a.pdf", data))
    assert last.doubts == (CUT,)
    assert all(line.doubts == () for line in others)


def test_letters_of_an_old_font_are_kept_and_in_doubt(tmp_path: Path) -> None:
    escaped = "Hoï teân: Nguyeãn".encode("latin-1").decode("latin-1")
    codes = "".join(each if each.isascii() else f"\\{ord(each):03o}" for each in escaped)
    (line,) = read_written_pdf(written(tmp_path, "a.pdf", pdf(codes)))
    assert line.doubts == (UNKNOWN,)


@pytest.mark.parametrize(
    ("data", "refusal"), [(b"", Refusal.HONG), (b"PK", Refusal.HONG), (b"%PDF-1.4", Refusal.HONG)]
)
def test_a_file_that_is_none_is_refused(data: bytes, refusal: Refusal, tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError) as refused:
        read_written_pdf(written(tmp_path, "a.pdf", data))
    assert refused.value.refusal == refusal
