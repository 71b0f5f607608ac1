"""Sets of boxes in whatever order and shape they were typed."""

from dataclasses import replace

import pytest

from generator.received.ticks import ticks
from tests.received.test_findings import BOXES, FORM, LEVELS, PAPER, form, said

ASKS = "Tự đánh giá về cấp độ thực hiện"


def with_boxes(boxes: str) -> list[str]:
    """A form with these boxes for one of its six degrees."""
    lines = form()
    spot = lines.index(BOXES)
    return [*lines[:spot], *boxes.split("|"), *lines[spot + 1 :]]


@pytest.mark.parametrize(
    "boxes",
    [
        "☐ Xuất sắc; ☒ Tốt; ☐ Trung bình; ☐ Kém.",
        "☐Xuất sắc,☒Tốt,☐Trung bình,☐Kém",
        "☐ Xuất sắc|☒ Tốt|☐ Trung bình|☐ Kém",
        "- ☐ Xuất sắc|- ☒ Tốt|- ☐ Trung bình|- ☐ Kém",
        f"{ASKS}: ☐ XUẤT SẮC\t☒ TỐT\t☐ TRUNG BÌNH\t☐ KÉM",
        f"{ASKS}: Tốt",
        f"{ASKS}: Xuất sắc      Tốt  x     Trung bình      Kém",
        f"{ASKS}: Xuất sắc\tTốt X\tTrung bình\tKém",
        f"{ASKS}: tốt.",
        f"{ASKS}: Xuất sắc   ☒ Tốt   Trung bình   Kém",
        f"{ASKS.upper()}: TRUNG BÌNH",
    ],
)
def test_one_tick_or_word_is_read_in_any_shape(boxes: str) -> None:
    assert said(ticks, FORM, *with_boxes(boxes)) == []


@pytest.mark.parametrize(
    "boxes",
    [
        "☐ Xuất sắc ☒ Tốt ☐ Kém",
        "☐ Xuất sắc và ☒ Tốt ☐ Trung bình ☐ Kém",
        "☐ Tốt ☒ Xuất sắc ☐ Trung bình ☐ Kém",
        f"{ASKS}: Tốt, Xuất sắc",
        f"{ASKS}: Xuất sắc    Tốt    Trung bình    Kém",
        f"{ASKS}: Xuất sắc x Tốt x Trung bình   Kém",
        f"{ASKS}:",
        "Cấp độ: Tốt",
    ],
)
def test_what_is_no_whole_set_is_missing(boxes: str) -> None:
    told = ["không đọc được ô đánh dấu cấp độ thực hiện ở 1 mục"]
    assert said(ticks, FORM, *with_boxes(boxes)) == told


def test_names_before_their_boxes_are_read_where_all_are_so() -> None:
    for between in (" ", ": ", " : "):
        behind = "  ".join(
            f"{name}{between}{'☒' if name == 'Tốt' else '☐'}"
            for name in ("Xuất sắc", "Tốt", "Trung bình", "Kém")
        )
        lines = [behind if line == BOXES else line for line in form()]
        assert said(ticks, FORM, *lines) == []


@pytest.mark.parametrize(
    ("official", "member", "told"),
    [
        (LEVELS, LEVELS, []),
        ("Hoàn thành tốt nhiệm vụ", LEVELS, []),
        ("", LEVELS, ["không rõ mức tự xếp loại"]),
        (LEVELS, "", ["không rõ mức tự xếp loại"]),
    ],
)
def test_a_civil_servant_is_rated_twice(official: str, member: str, told: list[str]) -> None:
    *lines, _, title, _ = form()
    lines += [official, title, member]
    assert said(ticks, FORM, *lines) == told
    once = [] if member else told
    assert said(ticks, replace(FORM, cong_chuc=False), *lines) == once


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("☐ Có", "☒ Không"), []),
        (("☐ Có", "☐ Không"), ["1 dòng chưa đánh dấu ô nào"]),
        (("☒ Có", "☒ Không"), ["1 dòng đánh dấu quá một ô"]),
        # lines between them part two sets, and one box alone is no choice
        (("☒ Có", "Ghi chú", "☒ Không"), []),
        (("☐ Có", "", "☐ Không"), []),
        (("☐ Có", "Hoặc ☐ Không"), []),
        (("☐ Có ☐ Không", "☐ Một", "☒ Hai"), ["1 dòng chưa đánh dấu ô nào"]),
        (("  ☒ Có", "\t☒ Không", "☐ Khác"), ["1 dòng đánh dấu quá một ô"]),
        (("x Có   ☐ Không   ☐ Khác",), []),
        (("☐ x Có   ☐ Không   ☐ Khác",), []),
        (("x Có   x Không   ☐ Khác   ☐ Không rõ",), ["1 dòng đánh dấu quá một ô"]),
        ((), []),
    ],
)
def test_boxes_below_each_other_are_one_choice(lines: tuple[str, ...], told: list[str]) -> None:
    assert said(ticks, PAPER, *lines) == told


BEST = "☒ Hoàn thành xuất sắc nhiệm vụ ☐ Hoàn thành tốt nhiệm vụ"
LAST = "☒ Không hoàn thành nhiệm vụ"


@pytest.mark.parametrize(
    ("degree", "level", "told"),
    [
        ("Xuất sắc", BEST, []),
        ("Tốt", BEST, ["tự xếp «Hoàn thành xuất sắc nhiệm vụ» mà không tiêu chí nào «Xuất sắc»"]),
        ("Kém", LEVELS, ["tự xếp «Hoàn thành tốt nhiệm vụ» mà có tiêu chí «Kém»"]),
        ("Trung bình", LEVELS, []),
        ("Kém", LAST, []),
    ],
)
def test_nobody_proposes_a_better_level_than_the_degrees_allow(
    degree: str, level: str, told: list[str]
) -> None:
    """One of the six says it: the others are «Tốt»."""
    lines = [level if line == LEVELS else line for line in with_boxes(f"{ASKS}: {degree}")]
    assert said(ticks, FORM, *lines) == told
