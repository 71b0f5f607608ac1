"""Gaps in the numbers of chapters, articles, clauses and points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.articles import almost_parts, articles, gaps

SOUND = """\
Phần thứ nhất
# QUY ĐỊNH CHUNG
Chương I
PHẠM VI
Điều 1. Phạm vi
1. Một.
a) a.
b) b.
c) c.
d) d.
đ) đ.
e) e.
g) g.
2. Hai.
a) a.
Mục 1
TÊN MỤC
**Điều 2.** Đối tượng
1. Một.
Mục 2
TÊN MỤC
## Điều 3. Nguyên tắc
Chương II
THỰC HIỆN
Mục 1
TÊN MỤC
Điều 3a. Bổ sung
Điều 4. Thi hành
Phần thứ hai
# THI HÀNH
Chương I
CHUNG
Điều 5. Hiệu lực"""


def said(text: str) -> list[tuple[int, str, str]]:
    return [(gap.dong, gap.viet, gap.dang_le) for gap in gaps(text)]


def test_a_text_in_order_has_no_gaps() -> None:
    assert said(SOUND) == []
    assert articles(SOUND.splitlines()) == [1, 2, 3, 3, 4, 5]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("**Điều 2.**", "**Điều 3.**", [("Điều 3", "Điều 2"), ("Điều 3", "Điều 4")]),
        ("Điều 1. Phạm vi", "Điều 2. Phạm vi", [("Điều 2", "Điều 1"), ("Điều 2", "Điều 3")]),
        ("Điều 5.", "Điều 6.", [("Điều 6", "Điều 5")]),
        ("Điều 3a.", "Điều 2a.", [("Điều 2a", "Điều 4"), ("Điều 4", "Điều 3")]),
        ("Chương II\n", "Chương III\n", [("Chương III", "Chương II")]),
        ("Mục 2\n", "Mục 4\n", [("Mục 4", "Mục 2")]),
        ("2. Hai.", "3. Hai.", [("khoản 3", "khoản 2")]),
        ("2. Hai.", "1. Hai.", [("khoản 1", "khoản 2")]),
        ("đ) đ.\n", "", [("điểm e", "điểm đ")]),
        ("e) e.\n", "", [("điểm g", "điểm e")]),
        ("c) c.\n", "", [("điểm d", "điểm c")]),
    ],
)  # fmt: skip
def test_a_number_that_does_not_follow_is_told_with_what_was_due(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert SOUND.count(old) == 1
    assert [row[1:] for row in said(SOUND.replace(old, new))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Điều 5. của Quy định nêu rõ việc này.",
        "1. Một\n3. Ba",
        "a) Một\nc) Ba",
        "Theo Điều 5. và\nĐiều lệ Đảng",
        "Chương III\nChương V",
    ],
)
def test_a_text_without_articles_may_be_numbered_in_any_way(text: str) -> None:
    assert said(text) == []


@given(st.lists(st.integers(0, 3), min_size=2, max_size=12))
def test_only_a_missing_or_repeated_article_is_a_gap(steps: list[int]) -> None:
    numbers = [1]
    for step in steps:
        numbers.append(numbers[-1] + step)
    rows = [f"Điều {number}. Một việc." for number in numbers]
    found = [line for line, _, _ in said("\n".join(rows))]
    assert found == [at + 1 for at, step in enumerate(steps) if step != 1]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Điều 1: Phạm vi", "Điều 1. Phạm vi"),
        ("ĐIỀU 2. Thi hành", "Điều 2. Thi hành"),
        ("Điều 3 - Thi hành", "Điều 3. Thi hành"),
        ("**Điều 4)** Thi hành", "Điều 4. ** Thi hành"),
        ("Chương I: Quy định chung", "Chương I ⏎ Quy định chung"),
        ("CHƯƠNG II. QUY ĐỊNH CHUNG", "Chương II ⏎ QUY ĐỊNH CHUNG"),
        ("# Phần thứ nhất - Đánh giá", "Phần thứ nhất ⏎ Đánh giá"),
        ("Mục 1. Chi ủy", "Mục 1 ⏎ Chi ủy"),
        ("Điều 12A. Phạm vi", "Điều 12a. Phạm vi"),
        ("CHƯƠNG I", "Chương I"),
        ("MỤC 1", "Mục 1"),
        ("Mục II", "Mục 2"),
        ("Tiểu mục 1", "Mục 1"),
    ],
)
def test_a_line_that_is_almost_a_part_is_told_with_its_form(line: str, meant: str) -> None:
    ((number, _, said),) = almost_parts(f"Mở đầu.\n{line}\nMột câu.")
    assert (number, said) == (1, meant)


@pytest.mark.parametrize(
    "line",
    [
        "Chương I", "Phần thứ nhất", "Mục 1", "Điều 1. Phạm vi", "# Chương I.", "## Điều 2. Thi hành",
        "Điều 5 của Điều lệ Đảng quy định như sau", "Chương trình công tác năm 2026: ba việc",
        "Mục 3 của Quy định", "Phần lớn các đơn vị", "1. Khoản một", "Mục tiêu: hoàn thành",
    ],
)  # fmt: skip
def test_a_part_and_a_sentence_are_left_alone(line: str) -> None:
    assert list(almost_parts(line)) == []
