"""Levels that are marked by an «x» in a cell of their own, in every table that people draw."""

import pytest

from generator.opening.content import FileContent
from generator.received.marked_cells import with_boxes
from generator.regulations.regimes import regime_for
from tests.opening.test_cells import body
from tests.received.typed_word import table

REGIME = regime_for(2024)
BEST, GOOD, DONE, NOT = LEVELS = [level.ten for level in REGIME.muc]
DEGREES = REGIME.cap_do
CHOSEN = [f"☐ {BEST} ☒ {GOOD} ☐ {DONE} ☐ {NOT}"]


def told(*rows: list[str], before: tuple[str, ...] = ()) -> list[str]:
    """The lines of a file with this table in it, once its marks are read."""
    lines = (*before, *(cell for row in rows for cell in row if cell), "NGƯỜI TỰ KIỂM ĐIỂM")
    drawn = body(*before, table(rows), "NGƯỜI TỰ KIỂM ĐIỂM")
    seen = FileContent("docx", lines=lines, body=drawn)
    return [*with_boxes(seen, LEVELS, DEGREES).lines]


@pytest.mark.parametrize(
    "rows",
    [
        [[BEST, ""], [GOOD, "x"], [DONE, ""], [NOT, ""]],
        [["", BEST], ["X", GOOD], ["", DONE], ["", NOT]],
        [[BEST, ""], [GOOD, "(x)"], [DONE, "( )"], [NOT, ""]],
        [[f"- {BEST}", ""], [f"- {GOOD}:", "x"], [f"- {DONE}", ""], [f"- {NOT}", ""]],
        [[BEST, GOOD, DONE, NOT], ["", "x", "", ""]],
        [[BEST, "", GOOD, "x"], [DONE, "", NOT, ""]],
        [[BEST.upper(), ""], [GOOD.upper(), "√"], [DONE.upper(), ""], [NOT.upper(), ""]],
    ],
)
def test_the_level_beside_the_mark_is_chosen(rows: list[list[str]]) -> None:
    assert told(*rows) == [*CHOSEN, "NGƯỜI TỰ KIỂM ĐIỂM"]


def test_two_marks_are_two_and_no_mark_is_none() -> None:
    twice = [[BEST, "x"], [GOOD, "x"], [DONE, ""], [NOT, ""]]
    assert told(*twice)[0].count("☒") == len("xx")
    assert "☒" not in told([BEST, ""], [GOOD, ""], [DONE, ""], [NOT, ""])[0]


def test_degrees_across_are_one_set_a_row() -> None:
    heads = ["TT", "Nội dung", *DEGREES]
    one, two = ["1", "Phẩm chất", "", "x", "", ""], ["2", "Nhiệm vụ", "x", "", "", ""]
    assert told(heads, one, two)[:-1] == [
        "TT", "Nội dung", "1", "Phẩm chất", "☐ Xuất sắc ☒ Tốt ☐ Trung bình ☐ Kém",
        "2", "Nhiệm vụ", "☒ Xuất sắc ☐ Tốt ☐ Trung bình ☐ Kém",
    ]  # fmt: skip


def test_one_table_for_two_questions_has_a_set_below_each() -> None:
    official, member = "1. Xếp loại cán bộ, công chức, viên chức", "2. Xếp loại đảng viên"
    heads = ["Mức", official, member]
    rows = [[BEST, "", ""], [GOOD, "x", ""], [DONE, "", "x"], [NOT, "", ""]]
    assert told(heads, *rows)[:-1] == [
        "Mức", official, CHOSEN[0], member, f"☐ {BEST} ☐ {GOOD} ☒ {DONE} ☐ {NOT}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        # results of a vote, a list of people with their levels, boxes that are read as they are
        [["Họ và tên", BEST, GOOD, DONE, NOT], ["Nguyễn Văn An", "0", "5", "1", "0"]],
        [["Nguyễn Văn An", GOOD], ["Trần Thị Bình", DONE]],
        [[f"☐ {BEST}"], [f"☒ {GOOD}"], [f"☐ {DONE}"], [f"☐ {NOT}"]],
        [[GOOD, "x"]],
    ],
)
def test_other_tables_stay_as_they_are(rows: list[list[str]]) -> None:
    assert told(*rows)[:-1] == [cell for row in rows for cell in row]


def test_only_the_table_is_changed_and_lines_around_it_stay() -> None:
    before = ("VII. Tự nhận mức xếp loại chất lượng", GOOD)
    rows = [[BEST, ""], [GOOD, "x"], [DONE, ""], [NOT, ""]]
    assert told(*rows, before=before) == [*before, *CHOSEN, "NGƯỜI TỰ KIỂM ĐIỂM"]
