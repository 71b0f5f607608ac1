"""A text that was typed ends as the one it replaces: the sign of its block stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.edited import content, edited
from generator.editing.edits import Edit, Insert, Remove, Set
from generator.editing.typed import as_typed


def written(file: str, *edits: Edit) -> str:
    """What a file is after the edits of a form."""
    tree = content(file)
    assert isinstance(tree, dict)
    now = edited(file, as_typed(file, tree, edits))
    assert isinstance(now, str)
    return now


@pytest.mark.parametrize("chomp", ["", "-", "+"])
@pytest.mark.parametrize("digit", ["", "2"])
@pytest.mark.parametrize("behind", ["", "b: 1\n", "# xong\nb: 1\n"])
@pytest.mark.parametrize("typed", ["ba", "ba\nbốn", "một\nhai\nba"])
def test_the_sign_of_a_block_stays(chomp: str, digit: str, behind: str, typed: str) -> None:
    file = f"a: |{digit}{chomp}\n  một\n  hai\n{behind}"
    rows = "".join(f"  {each}\n" for each in typed.split("\n"))
    assert written(file, Set(("a",), typed)) == f"a: |{digit}{chomp}\n{rows}{behind}"


@pytest.mark.parametrize("chomp", ["", "-", "+"])
def test_a_block_of_one_line_that_grows_keeps_its_sign(chomp: str) -> None:
    file = f"a: |{chomp}\n  một\nb: 1\n"
    assert written(file, Set(("a",), "một\nhai")) == f"a: |{chomp}\n  một\n  hai\nb: 1\n"


def test_blank_lines_that_belong_to_a_text_stay() -> None:
    file = "a: |+\n  một\n\n\nb: 1\n"
    assert written(file, Set(("a",), "hai")) == "a: |+\n  hai\n\n\nb: 1\n"
    file = "a: |\n\n  một\nb: 1\n"
    assert written(file, Set(("a",), "hai")) == "a: |\n\n  hai\nb: 1\n"


@pytest.mark.parametrize(
    ("file", "edit", "now"),
    [
        ("a: x\n", Set(("b",), "một\nhai"), "a: x\nb: |\n  một\n  hai\n"),
        ("a: x\n", Set(("a",), "một\nhai"), "a: |\n  một\n  hai\n"),
        ("a:\n  - x\n", Insert(("a",), 1, "một\nhai"), "a:\n  - x\n  - |\n    một\n    hai\n"),
        ("a: {b: x}\n", Set(("a", "b"), "một\nhai"), 'a: {b: "một\\nhai"}\n'),
        ("a: {b: x}\n", Set(("a", "c"), "một\nhai"), 'a: {b: x, c: "một\\nhai"}\n'),
        ("a: x\n", Set(("a",), "z"), "a: z\n"),
        ("a: x\nb: y\n", Remove(("b",)), "a: x\n"),
    ],
)
def test_a_text_that_gets_its_first_lines_is_a_block_that_ends(
    file: str, edit: Edit, now: str
) -> None:
    assert written(file, edit) == now


LINES = st.lists(st.text("aă :#-", min_size=1).filter(str.strip), min_size=1, max_size=3)


@given(LINES, LINES, st.sampled_from(["|", "|-", "|+", ">", ">-", '"']), st.integers(0, 2))
def test_a_text_that_is_typed_back_makes_the_file_as_it_was(
    old: list[str], new: list[str], sign: str, blank: int
) -> None:
    rows = "\n".join(f"  x{each}" for each in old)
    quoted = '"' + "\\n".join(f"x{each}" for each in old) + "\\n" * blank + '"'
    ends = "\n" * blank if "+" in sign else ""
    file = f"a: {quoted}\n" if sign == '"' else f"a: {sign}\n{rows}\n{ends}"
    file += "b: 1\n"
    tree = content(file)
    assert isinstance(tree, dict)
    was = tree["a"]
    assert isinstance(was, str)
    assert written(file, Set(("a",), was.strip("\n"))) == file
    changed = "\n".join(f"y{each}" for each in new)
    back = written(written(file, Set(("a",), changed)), Set(("a",), was.strip("\n")))
    again = content(back)
    assert isinstance(again, dict)
    # Words in quotes that were given more lines are a block since then, which ends with a line.
    became_a_block = sign == '"' and "\n" not in was and "\n" in changed
    assert again["a"] == (f"{was}\n" if became_a_block else was)
