"""Which lines a trích sao takes: a heading with what is below it, up to the next of its level."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.wording.extract import extracted

TEXT = """I. Kết quả
Đoạn thứ nhất.
1. Về tổ chức
a) Điểm a
- Tiết
b) Điểm b
2. Về cán bộ
**II. Hạn chế**
Đoạn thứ hai.
Điều 3. Thi hành
Đoạn cuối."""


@pytest.mark.parametrize(
    ("parts", "lines", "unknown"),
    [
        (
            ["II. Hạn chế"],
            ["**II. Hạn chế**", "Đoạn thứ hai.", "Điều 3. Thi hành", "Đoạn cuối."],
            [],
        ),
        (["1."], ["1. Về tổ chức", "a) Điểm a", "- Tiết", "b) Điểm b"], []),
        (["a)"], ["a) Điểm a", "- Tiết"], []),
        (["Điều 3"], ["Điều 3. Thi hành", "Đoạn cuối."], []),
        (["Đoạn thứ nhất"], ["Đoạn thứ nhất."], []),
        (["Điều 3", "a)"], ["a) Điểm a", "- Tiết", "Điều 3. Thi hành", "Đoạn cuối."], []),
        (["IV. Kiến nghị"], [], ["IV. Kiến nghị"]),
    ],
)
def test_a_part_is_a_heading_with_everything_below(
    parts: list[str], lines: list[str], unknown: list[str]
) -> None:
    assert extracted(TEXT, parts) == ("\n".join(lines), unknown)


@settings(deadline=None)
@given(st.lists(st.sampled_from(TEXT.split("\n")), max_size=5))
def test_an_extract_has_only_lines_of_the_text_in_its_order(parts: list[str]) -> None:
    text, _ = extracted(TEXT, [each.replace("*", "") for each in parts])
    taken = [line for line in text.split("\n") if line]
    assert taken == [line for line in TEXT.split("\n") if line in taken]
