"""Keys, items and values are found where they stand in the text."""

import pytest

from generator.editing.nodes import RefusedError, place_of, scan, slot_at
from generator.problems import DataPath

TEXT = """# đầu
a: "x" # c
b:
- 1
-
  - 2
- |2
  so: 5

c: {d: , e: [3, {f: 4}]}
g:   # trống
? h
: >+
  y

k: một
  hai
"""


@pytest.mark.parametrize(
    ("path", "own", "value"),
    [
        (("a",), 'a: "x"', '"x"'),
        (("b",), "b:\n- 1\n-\n  - 2\n- |2\n  so: 5", "- 1\n-\n  - 2\n- |2\n  so: 5"),
        (("b", 1), "-\n  - 2", "- 2"),
        (("b", 1, 0), "- 2", "2"),
        (("b", 2), "- |2\n  so: 5", "|2\n  so: 5"),
        (("c", "d"), "d:", ""),
        (("c", "e", 1), "{f: 4}", "{f: 4}"),
        (("c", "e", 1, "f"), "f: 4", "4"),
        (("g",), "g:", ""),
        (("h",), "? h\n: >+\n  y\n", ">+\n  y\n"),
        (("k",), "k: một\n  hai", "một\n  hai"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_place_is_found(path: DataPath, own: str, value: str, end: str) -> None:
    text = TEXT.replace("\n", end)
    slot = place_of(text, path)
    assert slot.part
    assert text[slot.part.start : slot.value.end] == own.replace("\n", end)
    assert text[slot.value.start : slot.value.end] == value.replace("\n", end)
    assert slot.flow is (path[0] == "c")


def test_a_path_is_followed_as_far_as_it_goes() -> None:
    slot, left = slot_at(scan(TEXT), ("c", "x", "y"))
    assert (slot.part and slot.part.name, left) == ("c", ("x", "y"))


def test_an_empty_file_has_its_place_at_the_end() -> None:
    for text in ("", "# chỉ ghi chú\n", "---\n"):
        node = scan(text)
        assert (node.start, node.end, node.parts) == (len(text), len(text), [])


@pytest.mark.parametrize("text", ["a: [", "a: *x\n", "? [a]\n: 1\n"])
def test_what_is_no_data_file_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        scan(text)


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(RefusedError):
        place_of(TEXT, ("không",))
