"""A list whose lines are typed keeps what its lines do not tell."""

import pytest

from generator.desk.forms.kinds import is_new, merged, shown
from generator.reading.yaml_text import Tree

TEXTS = tuple[str, ...]


@pytest.mark.parametrize(
    "item",
    [
        "một\nhai",
        ["lồng", "nhau"],
        {"Bản điện tử": ["A", "B"]},
        {"Như trên": "để báo cáo"},
        "  lùi",
    ],
)
def test_an_item_that_nobody_typed_in_stays_as_it_is(item: Tree) -> None:
    old: list[Tree] = ["Đảng ủy", item, "Lưu"]
    lines = [each.strip() for each in shown(TEXTS, old).split("\n")]
    assert merged(old, [*lines, "Mới"]) == [*old, "Mới"]
    assert merged(old, ["Mới", *lines[1:]]) == ["Mới", *old[1:]]


def test_an_item_whose_line_was_changed_is_the_lines_typed() -> None:
    old: list[Tree] = [{"Bản điện tử": ["A", "B"]}, "Lưu"]
    assert merged(old, ["Bản điện tử:", "+ A", "+ C", "Lưu"]) == [
        "Bản điện tử:", "+ A", "+ C", "Lưu",
    ]  # fmt: skip


def test_a_name_may_begin_with_a_plus() -> None:
    assert is_new("+101")
    assert not is_new("+A")
    assert not is_new("A+1")
