"""Asterisks are marks at the edge of words only; everywhere else each of them is printed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.engine.richtext import runs, stays


def printed(line: str) -> str:
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", str(runs(line))))


@pytest.mark.parametrize(
    "line",
    ["Số liệu (*) tạm tính, đơn vị (*) báo cáo.", "(*) Nguồn: Văn phòng; (**) ước tính.",
     "Kích thước 2*3*4 m.", "a*b*c", "5*6 và 7*8", "Điểm *: tốt; **: khá.", "*, **, ***",
     "Giá 5* – 7*", "2 * 3 * 4", "*a, *b", "a**b**c", "«*», «**»"],
)  # fmt: skip
def test_an_asterisk_that_is_no_mark_keeps_every_sign(line: str) -> None:
    assert printed(line) == line
    assert "<w:b/>" not in str(runs(line))
    assert "<w:i/>" not in str(runs(line))


@pytest.mark.parametrize(
    ("line", "text", "mark"),
    [
        ("**Điều 1.** Phạm vi", "Điều 1. Phạm vi", "<w:b/>"),
        ("**Điều 1**: x", "Điều 1: x", "<w:b/>"),
        ("(**x**), «*y*»", "(x), «y»", "<w:b/>"),
        ("-*nghiêng*-", "-nghiêng-", "<w:i/>"),
        ("***cả hai***", "cả hai", "<w:i/>"),
        ("Về việc **“học tập”**.", "Về việc “học tập”.", "<w:b/>"),
        ("**(1)** Một", "(1) Một", "<w:b/>"),
    ],
)
def test_a_mark_at_the_edge_of_words_is_read(line: str, text: str, mark: str) -> None:
    assert printed(line) == text
    assert mark in str(runs(line))


@pytest.mark.parametrize("line", ["**Điều 1.**Phạm vi", "a**b**c", "**mở mà không khép"])
def test_a_mark_that_prints_as_typed_is_noticed(line: str) -> None:
    assert stays(line)
    assert printed(line) == line


@given(st.text(alphabet="*a2 (.)", max_size=30))
@settings(deadline=None)
def test_only_asterisks_ever_disappear(line: str) -> None:
    assert printed(line).replace("*", "") == line.replace("*", "")
