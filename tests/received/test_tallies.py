"""Counts of a paper that can be, and that cannot."""

from dataclasses import replace

import pytest

from generator.opening.content import FileContent
from generator.received.tallies import tallies
from generator.regulations.regimes import regime_for
from tests.opening.test_cells import body
from tests.received.test_findings import PAPER, said
from tests.received.typed_word import table

LEVELS = [level.ten for level in regime_for(2024).muc]
COUNTS = ("Tổng số phiếu phát ra: 5.", "Tổng số phiếu thu về: 5.")
FORM_6F = replace(PAPER, titles=("Biểu số 6F-BTCTW", "Biểu 6F"))


def told(due: object, rows: list[list[str]], *before: str) -> list[str]:
    lines = (*before, *(cell for row in rows for cell in row if cell))
    seen = FileContent("docx", lines=lines, body=body(*before, table(rows)))
    return [each.ly_do for each in tallies(seen, due)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "lines",
    [
        (*COUNTS, "Số phiếu hợp lệ: 5.", "Số phiếu không hợp lệ: 0."),
        ("Phát ra 12 phiếu, thu về 11 phiếu, hợp lệ 10 phiếu, không hợp lệ 01 phiếu.",),
        ("Số phiếu phát ra 5, thu về 5, hợp lệ 5 (100%), không hợp lệ 0",),
        ("Phát ra: 5; thu về: 5; số phiếu hợp lệ, không hợp lệ: 5, 0",),
        ("Tài liệu phát ra 5 ngày trước hội nghị.",),
    ],
)
def test_counts_that_can_be_are_not_asked_about(lines: tuple[str, ...]) -> None:
    assert said(tallies, PAPER, *lines) == []


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (
            ("Phát ra 5 phiếu, thu về 7 phiếu.",),
            "số phiếu thu về 7 nhiều hơn số phát ra 5",
        ),
        (
            ("Phát ra 5, thu về 5, hợp lệ 5, không hợp lệ 1.",),
            "phiếu hợp lệ 5 và không hợp lệ 1 không bằng thu về 5",
        ),
    ],
)
def test_counts_that_cannot_be_are_told(lines: tuple[str, ...], reason: str) -> None:
    assert said(tallies, PAPER, *lines) == [reason]


HEADS = ["TT", "Họ và tên", *LEVELS]


@pytest.mark.parametrize(
    ("row", "reasons"),
    [
        (["1", "Nguyễn Văn An", "0", "5", "0", "0"], []),
        (["1", "Nguyễn Văn An", "", "5", "", ""], []),
        (["1", "Nguyễn Văn An", "0", "5 (100%)", "0", "0"], []),
        (
            ["1", "Nguyễn Văn An", "0", "4", "9", "0"],
            ["số phiếu của Nguyễn Văn An cộng lại là 13, thu về 5"],
        ),
        (["1", "Nguyễn Văn An", "", "", "", ""], ["chưa ghi số phiếu của Nguyễn Văn An"]),
    ],
)
def test_a_vote_has_figures_and_no_more_than_ballots(row: list[str], reasons: list[str]) -> None:
    assert told(PAPER, [HEADS, row], *COUNTS) == reasons


def sums(all_of: str, done: str, left: str) -> list[list[str]]:
    return [
        ["TT", "Nội dung", "Tập thể", "Đảng viên"],
        ["1", "Số lượng thuộc đối tượng phải kiểm điểm tự phê bình và phê bình", "1", all_of],
        ["2", "Số lượng đã kiểm điểm tự phê bình và phê bình", "1", done],
        ["3", "Số lượng chưa kiểm điểm tự phê bình và phê bình", "0", left],
    ]


def test_the_sums_of_the_table_of_reviews_are_held_against_each_other() -> None:
    assert told(FORM_6F, sums("9", "8", "1")) == []
    assert told(FORM_6F, sums("9", "8", "")) == []
    reason = "số phải kiểm điểm 9 khác số đã 8 cộng số chưa kiểm điểm 2"
    assert told(FORM_6F, sums("9", "8", "2")) == [reason]
    assert told(PAPER, sums("9", "8", "2")) == []
