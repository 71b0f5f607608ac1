"""A text is written in the plainest way in which it is read back."""

import pytest

from generator.editing.texts import block, inline, key
from generator.reading.yaml_text import parse
from tests.editing.files import TEXTS


@pytest.mark.parametrize("text", [each for each in TEXTS if each == each.replace("Ð", "Đ")])
@pytest.mark.parametrize("was", ["", "'", '"'])
@pytest.mark.parametrize("flow", [False, True])
def test_a_text_on_one_line_is_read_back(text: str, was: str, flow: bool) -> None:
    said = inline(text, flow=flow, was=was)
    assert "\n" not in said
    read = parse(
        f"a: {{b: {said}, c: [{said}]}}\n" if flow else f"a:\n  b: {said}\n  c:\n  - {said}\n"
    )
    back = parse(f"a: {inline(text, flow=False, was=chr(34))}\n")
    assert isinstance(back, dict)
    assert read == {"a": {"b": back["a"], "c": [back["a"]]}}


@pytest.mark.parametrize(
    ("text", "was", "said"),
    [
        ("Tốt", "", "Tốt"), ("Tốt", "'", "'Tốt'"), ("Tốt", '"', '"Tốt"'), ("a: b", "", '"a: b"'),
        ("a: b", "'", "'a: b'"), ('"a": b', "", "'\"a\": b'"), ("D:\\a: b", "", "'D:\\a: b'"),
        ("a\nb", "'", '"a\\nb"'), ("null", "", '"null"'), ("7:30", "", "7:30"), ("", "", '""'),
    ],
)  # fmt: skip
def test_quotes_stay_where_they_can(text: str, was: str, said: str) -> None:
    assert inline(text, flow=False, was=was) == said


@pytest.mark.parametrize(
    ("text", "head", "rows"),
    [
        ("a\nb\n", "|", ["a", "b"]), ("a\nb", "|-", ["a", "b"]), ("a\n\n", "|+", ["a", ""]),
        (" a\n", "|2", [" a"]), ("\n\ta", "|2-", ["", "\ta"]), ("a\n b\n", "|", ["a", " b"]),
    ],
)  # fmt: skip
def test_a_block_says_how_it_begins_and_ends(text: str, head: str, rows: list[str]) -> None:
    assert block(text, 2) == (head, rows)


@pytest.mark.parametrize("text", ["", "\n", "\n\n", "a\r\nb", "a\ufeff\nb"])
def test_what_a_block_cannot_hold_is_none(text: str) -> None:
    assert block(text, 2) is None
    assert block(" a\n", 10) is None


def test_a_folded_block_holds_one_line() -> None:
    assert block("a\n", 2, sign=">") == (">", ["a"])
    assert block("a\nb\n", 2, sign=">") == ("|", ["a", "b"])


def test_the_indicator_and_the_open_end_of_a_block_stay() -> None:
    assert block("a\n", 4, "4") == ("|4", ["a"])
    assert block("a", 2, open_end=True) == ("|", ["a"])


@pytest.mark.parametrize(
    "name", ["a", "đơn vị", "a: b", "- a", "a,b", "<<", "null", "'a'", "# a", "a\nb", " a"]
)
def test_a_key_is_read_back(name: str) -> None:
    assert parse(f"{key(name, flow=False)}: x\n") == {name: "x"}
    assert parse(f"a: {{{key(name, flow=True)}: x}}\n") == {"a": {name: "x"}}
