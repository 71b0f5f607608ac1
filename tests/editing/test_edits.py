"""What a tree holds after an edit, and what it leaves alone."""

from typing import Any

import pytest

from generator.editing.edits import (
    Edit,
    Insert,
    Move,
    NoSuchPlaceError,
    Remove,
    Set,
    changed,
    is_there,
    value_as_read,
    value_at,
)  # fmt: skip

TREE: Any = {"a": "1", "b": {"c": ["x", {"d": None}]}, "e": None}


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Set(("a",), "2"), {**TREE, "a": "2"}),
        (Set(("b", "c", 1, "d"), ["y"]), {**TREE, "b": {"c": ["x", {"d": ["y"]}]}}),
        (Set(("e", "f", "g"), "2"), {**TREE, "e": {"f": {"g": "2"}}}),
        (Set(("h", "i"), None), {**TREE, "h": {"i": None}}),
        (Set((), {"k": "1"}), {"k": "1"}),
        (Remove(("b", "c")), {**TREE, "b": {}}),
        (Remove(("b", "c", 0)), {**TREE, "b": {"c": [{"d": None}]}}),
        (Insert(("b", "c"), 1, "y"), {**TREE, "b": {"c": ["x", "y", {"d": None}]}}),
        (Insert(("e",), 0, "y"), {**TREE, "e": ["y"]}),
        (Insert(("h", "i"), 0, "y"), {**TREE, "h": {"i": ["y"]}}),
        (Move(("b", "c"), 0, 1), {**TREE, "b": {"c": [{"d": None}, "x"]}}),
        (Set(("a",), "Ðảng ho\u0300a"), {**TREE, "a": "Đảng hòa"}),
    ],
)  # fmt: skip
def test_a_tree_after_an_edit(edit: Edit, expected: Any) -> None:
    before = repr(TREE)
    assert changed(TREE, edit) == expected
    assert repr(TREE) == before


@pytest.mark.parametrize(
    ("edit", "where"),
    [
        (Set(("a", "b"), "2"), ("a", "b")),
        (Set(("a", "b", "c"), "2"), ("a", "b")),
        (Set(("b", "c", 2), "2"), ("b", "c", 2)),
        (Set(("b", "c", -1), "2"), ("b", "c", -1)),
        (Set(("b", "c", "x"), "2"), ("b", "c", "x")),
        (Set((), ["2"]), ()),
        (Remove(("b", "x", "y")), ("b", "x")),
        (Remove(()), ()),
        (Insert(("b", "c"), 3, "y"), ("b", "c", 3)),
        (Insert(("b", "c"), -1, "y"), ("b", "c", -1)),
        (Insert(("a",), 0, "y"), ("a",)),
        (Insert(("h",), 1, "y"), ("h", 1)),
        (Move(("b", "c"), 0, 2), ("b", "c", 2)),
        (Move(("e",), 0, 0), ("e",)),
    ],
)  # fmt: skip
def test_a_path_that_leads_nowhere_is_named(edit: Edit, where: tuple[str | int, ...]) -> None:
    with pytest.raises(NoSuchPlaceError) as raised:
        changed(TREE, edit)
    assert raised.value.path == where


def test_an_empty_value_is_there() -> None:
    assert is_there(TREE, ("e",))
    assert value_at(TREE, ("b", "c", 1, "d")) is None
    assert not is_there(TREE, ("b", "c", 2))
    assert not is_there(TREE, ("a", 0))


def test_keys_are_said_as_they_are_read() -> None:
    assert value_as_read({"Ðo\u0300": ["Ð", None]}) == {"Đò": ["Đ", None]}
