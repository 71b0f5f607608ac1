"""The difference of two trees leads from one to the other and touches what differs."""

import random

import pytest

from generator.editing.difference import steps
from generator.editing.edits import Edit, Insert, Remove, Set, changed, value_as_read
from generator.reading.yaml_text import Tree
from tests.editing.files import any_value


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"a": "1"}, {"a": "1"}, []),
        ({"a": "1", "b": "2"}, {"a": "1", "b": "3"}, [Set(("b",), "3")]),
        ({"a": "1"}, {"b": "1"}, [Set(("b",), "1"), Remove(("a",))]),
        ({"a": ["x", "y", "z"]}, {"a": ["x", "z"]}, [Remove(("a", 1))]),
        ({"a": ["x", "z"]}, {"a": ["x", "y", "z"]}, [Insert(("a",), 1, "y")]),
        ({"a": ["x", {"b": "1"}]}, {"a": ["x", {"b": "2"}]}, [Set(("a", 1, "b"), "2")]),
        ({"a": ["x", "x"]}, {"a": ["x"]}, [Remove(("a", 1))]),
        ({"a": ["x"]}, {"a": []}, [Set(("a",), [])]),
        ({"a": {"b": "1"}}, {"a": ["1"]}, [Set(("a",), ["1"])]),
        ({"a": None}, {"a": {}}, [Set(("a",), {})]),
    ],
)  # fmt: skip
def test_what_differs_is_edited(old: Tree, new: Tree, expected: list[Edit]) -> None:
    assert list(steps(old, new)) == expected


def test_the_edits_lead_to_the_new_tree_and_nothing_is_empty_in_between() -> None:
    chance = random.Random(20261128)
    for _ in range(2_000):
        old = value_as_read({"a": any_value(chance, 4), "b": "1"})
        new = value_as_read({"a": any_value(chance, 4), "c": "1"})
        for step in steps(old, new):
            old = changed(old, step)
            assert old
        assert old == new
