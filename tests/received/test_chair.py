"""Whether those sign minutes who chaired and wrote them."""

import datetime as dt
from dataclasses import replace

import pytest

from generator.received.chair import chair
from tests.received.test_findings import AN, BINH, FORM, PAPER, said

MINUTES = replace(PAPER, ngay=dt.date(2024, 12, 2))
SIGNED = ("THƯ KÝ", "(Ký, ghi rõ họ tên)", "Phan Thị Thu", "CHỦ TRÌ", "Bùi Quốc Tuấn")


def told(*head: str, signed: tuple[str, ...] = SIGNED) -> list[str]:
    return said(chair, MINUTES, *head, *["Các đồng chí nhất trí."] * 30, *signed)


@pytest.mark.parametrize(
    "head",
    [
        ("Chủ trì: đồng chí Bùi Quốc Tuấn, Bí thư Đảng ủy.", "Thư ký: đồng chí Phan Thị Thu."),
        ("2. Chủ tọa: đ/c BÙI QUỐC TUẤN",),
        ("Thư ký: đồng chí Lê Thu Cúc và đồng chí Phan Thị Thu",),
        ("Thư ký: Lê Thu Cúc", "Thư ký buổi chiều", "Thư ký: Phan Thị Thu"),
        ("Chủ trì: Thường trực Đảng ủy",),
        (),
    ],
)
def test_the_names_at_the_head_stand_below_the_titles(head: tuple[str, ...]) -> None:
    assert told(*head) == []


def test_another_name_below_a_title_is_told() -> None:
    reason = "«Chủ trì» ghi Nguyễn Văn An, dưới «CHỦ TRÌ» là tên «Bùi Quốc Tuấn»"
    assert told(f"Chủ trì: đồng chí {AN}, Bí thư Đảng ủy.") == [reason]
    assert len(told(f"Thư ký: {BINH}", f"Chủ trì: {AN}")) == 2
    beside = (f"THƯ KÝ{' ' * 8}CHỦ TRÌ", f"Phan Thị Thu{' ' * 8}{AN}")
    assert told(f"Chủ trì: {AN}", "Thư ký: Phan Thị Thu", signed=beside) == []


def test_only_minutes_are_looked_at() -> None:
    lines = (f"Chủ trì: {AN}", *SIGNED)
    assert said(chair, PAPER, *lines) == said(chair, FORM, *lines) == []
    assert told(f"Chủ trì: {AN}", signed=()) == []
