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


@pytest.mark.parametrize("heads", [HEADS, ["TT", "Họ và tên", "HTXSNV", "HTTNV", "HTNV", "KHTNV"]])
def test_a_name_with_fewer_ballots_than_the_others_is_told(heads: list[str]) -> None:
    votes = [["1", "Nguyễn Văn An", "0", "5", "0", "0"], ["2", "Lê Thu Cúc", "0", "3", "1", "0"]]
    reason = "số phiếu của Lê Thu Cúc cộng lại là 4, thu về 5"
    assert told(PAPER, [heads, *votes], *COUNTS) == [reason]


def test_nobody_is_told_where_all_have_fewer_ballots_or_some_are_of_no_opinion() -> None:
    """Nobody votes for himself; or there is a column for the ballots without a level."""
    votes = [["1", "Nguyễn Văn An", "0", "4", "0", "0"], ["2", "Lê Thu Cúc", "0", "3", "1", "0"]]
    assert told(PAPER, [HEADS, *votes], *COUNTS) == []
    more = [[*votes[0][:3], "5", "0", "0", "0"], [*votes[1], "1"]]
    assert told(PAPER, [[*HEADS, "Chưa đánh giá, xếp loại"], *more], *COUNTS) == []


def test_votes_written_in_lines_are_added_up_too() -> None:
    """A figure may stand behind the level in words or in its initials."""
    an = "- Nguyễn Văn An: HTXS 0 phiếu; HTT 5 phiếu; HT 0 phiếu; KHT 0 phiếu."
    cuc = "- Lê Thu Cúc: Hoàn thành tốt nhiệm vụ: {}/5 phiếu, Hoàn thành nhiệm vụ: 1/5 phiếu."
    assert said(tallies, PAPER, *COUNTS, an, cuc.format(4)) == []
    reason = "số phiếu của Lê Thu Cúc cộng lại là 7, thu về 5"
    assert said(tallies, PAPER, *COUNTS, an, cuc.format(6)) == [reason]
    share = "Kết quả: Hoàn thành tốt nhiệm vụ 100% số phiếu, Hoàn thành nhiệm vụ 0%."
    assert said(tallies, PAPER, *COUNTS, share) == []


@pytest.mark.parametrize(
    ("line", "reasons"),
    [
        ("1. Tổng số triệu tập: 9; số có mặt: 9; số vắng mặt: 0.", []),
        ("Triệu tập 25 đồng chí, có mặt 24/25 (đạt 96%), vắng 01 (có lý do).", []),
        ("Triệu tập: 9 đồng chí. Có mặt: 8 đồng chí. Vắng: 1. Đồng chí Nguyễn Văn An", []),
        ("Số đảng viên được triệu tập: 9; có mặt: 9", []),
        ("Triệu tập 9, có mặt 8, vắng 0.", ["triệu tập 9, nhưng có mặt 8 và vắng 0"]),
    ],
)
def test_who_came_and_who_did_not_are_all_who_were_called(line: str, reasons: list[str]) -> None:
    assert said(tallies, PAPER, line) == reasons


def test_no_more_ballots_are_given_out_than_people_came() -> None:
    line = "Triệu tập 9, có mặt 9, vắng 0."
    assert said(tallies, PAPER, line, "Phát ra 9 phiếu, thu về 9 phiếu.") == []
    assert said(tallies, PAPER, line, "Phát ra 12 phiếu, thu về 9 phiếu.") == [
        "phát ra 12 phiếu, chỉ có mặt 9"
    ]


@pytest.mark.parametrize(
    ("begun", "ended", "reasons"),
    [
        ("Hồi 14 giờ 00, ngày 05/12/2024", "kết thúc hồi 17 giờ 00 cùng ngày", []),
        ("Hồi 8h30 ngày 05/12/2024", "kết thúc vào lúc 8h45 cùng ngày", []),
        ("Hội nghị họp hai buổi", "kết thúc hồi 17 giờ 00 cùng ngày", []),
        ("Hồi 14 giờ 00, ngày 05/12/2024", "kết thúc lúc 5 giờ chiều cùng ngày", []),
        ("Hồi 14 giờ, ngày 05/12/2024", "kết thúc hồi 11 giờ 30 ngày 06/12/2024", []),
        (
            "Hồi 14 giờ 00, ngày 05/12/2024",
            "kết thúc hồi 13 giờ 00 cùng ngày",
            ["bắt đầu 14 giờ 00 mà kết thúc 13 giờ 00 cùng ngày"],
        ),
    ],
)
def test_a_meeting_ends_after_it_began(begun: str, ended: str, reasons: list[str]) -> None:
    assert said(tallies, PAPER, begun, f"Hội nghị {ended}.") == reasons


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


REASON = "số phải kiểm điểm 9 khác số đã 8 cộng số chưa kiểm điểm 2"


def test_sums_are_read_also_where_only_cells_follow_each_other() -> None:
    """A workbook gives cells, a PDF the columns of a line; the last number is that of a row."""
    for left, reasons in (("1", []), ("2", [REASON])):
        cells = [cell for row in sums("9", "8", left) for cell in row]
        printed = [(" " * 6).join(row[:2]) for row in sums("9", "8", left)]
        figures = [(" " * 6).join(row[2:]) for row in sums("9", "8", left)]
        lines = [line for pair in zip(printed, figures, strict=True) for line in pair]
        assert said(tallies, FORM_6F, *cells, "Trong đó:") == reasons
        assert said(tallies, FORM_6F, *lines, "Trong đó:") == reasons


def test_parts_of_a_sum_are_not_more_than_it() -> None:
    more = [["", "Trong đó:", "", ""], ["3.2", "Đảng viên mới kết nạp dưới 6 tháng", "", "2"]]
    after = ["4", "Số được gợi ý kiểm điểm", "0", "3"]
    reason = "số chưa kiểm điểm 1, nhưng các dòng «trong đó» cộng lại 2"
    assert told(FORM_6F, [*sums("9", "8", "1"), *more, after]) == [reason]
    cells = [cell for row in (*sums("9", "8", "1"), *more, after) for cell in row if cell]
    assert said(tallies, FORM_6F, *cells) == [reason]
