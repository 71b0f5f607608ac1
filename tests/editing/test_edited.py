"""An edit changes what it is about, the text reads as asked, and no other byte is touched."""

import copy
import random
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from generator.editing.edited import edited
from generator.editing.edits import Edit, Insert, Move, Remove, Set
from generator.problems import Problem, Severity
from generator.reading.yaml_text import MAX_DEPTH, Tree, parse
from tests.editing.files import PLAIN, TEXTS, any_edit, any_value, file
from tests.editing.untouched import wrong

Case = tuple[str, Edit, str]

ONE_VALUE: list[Case] = [
    ("a: 1\nso: 5 # x\n", Set(("so",), "12"), "a: 1\nso: 12 # x\n"),
    ('so: "05"\n', Set(("so",), "12"), 'so: "12"\n'),
    ("so: '05'\n", Set(("so",), "it's"), "so: 'it''s'\n"),
    ("so: '05'\n", Set(("so",), "a\tb"), 'so: "a\\tb"\n'),
    ("so:\n", Set(("so",), "12"), "so: 12\n"),
    ("so: # x\nb: 2\n", Set(("so",), "12"), "so: 12 # x\nb: 2\n"),
    ("so:   # x\n", Set(("so",), "12"), "so: 12  # x\n"),
    ("so:\t# x\n", Set(("so",), "12"), "so: 12\t# x\n"),
    ("so: 1\n  2 # x\nb: 3\n", Set(("so",), "3"), "so: 3 # x\nb: 3\n"),
    ("so:\n  1 # x\n", Set(("so",), "2"), "so:\n  2 # x\n"),
    ("so: 12 # x\nb: 2", Set(("so",), None), "so: # x\nb: 2"),
    ("so: 12\n", Set(("so",), None), "so:\n"),
    ("a: x\n", Set(("a",), "về việc: gửi"), 'a: "về việc: gửi"\n'),
    ("a: x\n", Set(("a",), "một #hai"), 'a: "một #hai"\n'),
    ("a: x\n", Set(("a",), '"Học tập" và: làm theo'), "a: '\"Học tập\" và: làm theo'\n"),
    ("a: x\n", Set(("a",), "- gạch"), 'a: "- gạch"\n'),
    ("a: x\n", Set(("a",), ""), 'a: ""\n'),
    ("a: x\n", Set(("a",), "no"), 'a: "no"\n'),
    ("a: x\n", Set(("a",), "001201012345"), "a: 001201012345\n"),
    ("a: x\n", Set(("a",), "12/11/2026"), "a: 12/11/2026\n"),
    ("a: [x, y]\n", Set(("a", 0), "b, c"), 'a: ["b, c", y]\n'),
    ("a: {so: , b: 1}\n", Set(("a", "so"), "3"), "a: {so: 3, b: 1}\n"),
    ('a: {"so":1}\n', Set(("a", "so"), "x"), 'a: {"so": x}\n'),
    ("a: [x]\n", Set(("a", 0), "b\nc"), 'a: ["b\\nc"]\n'),
    ("a: Hoa\u0300\nb: 1\n", Set(("b",), "bi\u0300nh"), "a: Hoa\u0300\nb: bình\n"),
    ("? a\n: 1\nb: 2\n", Set(("a",), "3"), "? a\n: 3\nb: 2\n"),
]  # fmt: skip

LINES: list[Case] = [
    ("a: x # c\nb: 1\n", Set(("a",), "một\nhai\n"), "a: | # c\n  một\n  hai\nb: 1\n"),
    ("a: x\n", Set(("a",), "một\n\nhai"), "a: |-\n  một\n\n  hai\n"),
    ("a: |\n    một\nb: 1\n", Set(("a",), "hai\nba\n"), "a: |\n    hai\n    ba\nb: 1\n"),
    ("a: |2\n    một\n\nb: 1\n", Set(("a",), "  hai\n"), "a: |2\n    hai\n\nb: 1\n"),
    ("a: |\n  một\nb: 1\n", Set(("a",), "  hai\n"), "a: |2\n    hai\nb: 1\n"),
    ("a: | # c\n  một\n\nb: 1\n", Set(("a",), "hai"), "a: |- # c\n  hai\n\nb: 1\n"),
    ("a: |\n  một\nb: 1\n", Set(("a",), None), "a:\nb: 1\n"),
    ("a: |\n  một\nb: 1\n", Set(("a",), ""), 'a: ""\nb: 1\n'),
    ("a: >\n  một\n  hai\n", Set(("a",), "ba\n"), "a: >\n  ba\n"),
    ("a: >\n  một\n  hai\n", Set(("a",), "ba\nbốn\n"), "a: |\n  ba\n  bốn\n"),
    ("a: |\n  một", Set(("a",), "hai"), "a: |\n  hai"),
    ("a: x", Set(("a",), "một\nhai\n"), "a: |\n  một\n  hai\n"),
    ("a: x\r\nb: 1\r\n", Set(("a",), "một\nhai\n"), "a: |\r\n  một\r\n  hai\r\nb: 1\r\n"),
    ("a:\n  - x\n", Set(("a", 0), "một\nhai\n"), "a:\n  - |\n    một\n    hai\n"),
    # A block would swallow what follows, so the text goes in quotes.
    ("a: x\n    # c\nb: 1\n", Set(("a",), "m\nh\n"), 'a: "m\\nh\\n"\n    # c\nb: 1\n'),
    ("a: x\n      \nb: 1\n", Set(("a",), "m\nh\n"), 'a: "m\\nh\\n"\n      \nb: 1\n'),
    ("a: x\n\nb: 1\n", Set(("a",), "m\n\n"), 'a: "m\\n\\n"\n\nb: 1\n'),
    ("a: x\nb: 1\n", Set(("a",), "m\r\nh"), 'a: "m\\r\\nh"\nb: 1\n'),
]

KEYS: list[Case] = [
    ("a: 1\nb: 2\n", Set(("c",), "3"), "a: 1\nb: 2\nc: 3\n"),
    ("a: 1\nb: 2 # x", Set(("c",), "3"), "a: 1\nb: 2 # x\nc: 3"),
    ("a: 1\r\nb: 2\r\n", Set(("c",), "3"), "a: 1\r\nb: 2\r\nc: 3\r\n"),
    ("a: |\n  x", Set(("c",), "3"), "a: |-\n  x\nc: 3"),
    ("a: 1\n# cuối\n", Set(("c",), "3"), "a: 1\nc: 3\n# cuối\n"),
    ("loai: cong-van\nngay: x\n", Set(("so",), "12"), "loai: cong-van\nso: 12\nngay: x\n"),
    ("# đầu\nngay: x\n", Set(("ten",), "z"), "# đầu\nngay: x\nten: z\n"),
    ("a:\n  b: 1\n\nc: 2\n", Set(("a", "d"), "3"), "a:\n  b: 1\n  d: 3\n\nc: 2\n"),
    ("a:\n  - b: 1\n", Set(("a", 0, "c"), "3"), "a:\n  - b: 1\n    c: 3\n"),
    ("a: {b: 1}\n", Set(("a", "c"), "3"), "a: {b: 1, c: 3}\n"),
    ("a: {}\n", Set(("a", "so"), "3"), "a: {so: 3}\n"),
    ("a: {} # x\n", Set(("a", "so"), "3\n4\n"), "a: # x\n  so: |\n    3\n    4\n"),
    ("a:\nb: 1\n", Set(("a", "c", "d"), "3"), "a:\n  c:\n    d: 3\nb: 1\n"),
    ("b: 1\n", Set(("a", "c"), {"x: y": "z"}), 'b: 1\na:\n  c:\n    "x: y": z\n'),
    ("", Set(("a",), "1"), "a: 1\n"),
    ("# chỉ có ghi chú", Set(("a",), "1"), "# chỉ có ghi chú\na: 1\n"),
    ("---\n", Set(("a",), "1"), "---\na: 1\n"),
    ("a: 1 # x\nb: 2\n", Remove(("a",)), "b: 2\n"),
    ("a: 1\n# về b\nb: 2\n", Remove(("b",)), "a: 1\n# về b\n"),
    ("a: |\n  x\nb: 2", Remove(("b",)), "a: |\n  x\n"),
    ("a:\n  - b: 1\n    c: 2\n", Remove(("a", 0, "b")), "a:\n  - c: 2\n"),
    ("a:\n  b: 1\n  # trong a\nc: 2\n", Remove(("a",)), "c: 2\n"),
    ("a: {b: 1, c: 2}\n", Remove(("a", "b")), "a: {c: 2}\n"),
    ("a: {b: 1, c: 2}\n", Remove(("a", "c")), "a: {b: 1}\n"),
    ("a: {so: , c: 2}\n", Remove(("a", "c")), "a: {so: }\n"),
    ("a: # x\n  b: 1\nc: 2\n", Remove(("a", "b")), "a: {} # x\nc: 2\n"),
    ("a:\n  - b: 1\n", Remove(("a", 0, "b")), "a:\n  - {}\n"),
    ("# đầu\na: 1\n", Remove(("a",)), "# đầu\n{}\n"),
    ("{}\n", Set(("a",), "1"), "a: 1\n"),
    ("a: 1\nb: 2\n", Set((), {"b": "3"}), "b: 3\n"),
]

ITEMS: list[Case] = [
    ("a:\n  - x\n  - y\n", Insert(("a",), 1, "z"), "a:\n  - x\n  - z\n  - y\n"),
    ("a:\n- x\nb: 1\n", Insert(("a",), 1, "z"), "a:\n- x\n- z\nb: 1\n"),
    ("a:\n  - x\n\n  # về y\n  - y\n", Insert(("a",), 1, "z"), "a:\n  - x\n  - z\n\n  # về y\n  - y\n"),
    ("a:\n  # về x\n  - x\n", Insert(("a",), 0, "z"), "a:\n  - z\n  # về x\n  - x\n"),
    ("a:\n  - - x\n", Insert(("a", 0), 0, "z"), "a:\n  - - z\n    - x\n"),
    ("a: [x, y]\n", Insert(("a",), 2, "z, t"), 'a: [x, y, "z, t"]\n'),
    ("a: [x, y]\n", Insert(("a",), 0, "z"), "a: [z, x, y]\n"),
    ("a: []\n", Insert(("a",), 0, "z"), "a:\n  - z\n"),
    ("a: # x\nb: 1\n", Insert(("a",), 0, {"c": "1", "d": "m\nh\n"}),
     "a: # x\n  - c: 1\n    d: |\n      m\n      h\nb: 1\n"),
    ("b: 1\n", Insert(("a",), 0, "z"), "b: 1\na:\n  - z\n"),
    ("a:\n  - x\n  # về y\n  - y: 1\n    z: 2\n  - t\n", Remove(("a", 1)), "a:\n  - x\n  - t\n"),
    ("a:\n  - x\nb: 1\n", Remove(("a", 0)), "a: []\nb: 1\n"),
    ("a: [x, # về x\n  y]\n", Remove(("a", 1)), "a: [x, # về x\n  ]\n"),
    ("a: [x, y,]\n", Remove(("a", 1)), "a: [x,]\n"),
    ("a:\n  # về x\n  - x\n\n  - y # z\n", Move(("a",), 0, 1), "a:\n  - y # z\n\n  # về x\n  - x\n"),
    ("a: [x, y,  z]\n", Move(("a",), 0, 2), "a: [y, z,  x]\n"),
    ("a:\n  - |\n    x\n  - y", Move(("a",), 0, 1), "a:\n  - y\n  - |\n    x\n"),
    ("a:\n  - y\n  - |\n    x", Move(("a",), 1, 0), "a:\n  - |-\n    x\n  - y"),
    ("a:\n  - x # c\n", Set(("a", 0), {"b": "1", "c": "2"}), "a:\n  - b: 1 # c\n    c: 2\n"),
    ("a:\n  - b: 1\n    c: 2\n  - d\n", Set(("a", 0), "x"), "a:\n  - x\n  - d\n"),
    ("a:\n  - x # 1\n  - y # 2\n  - z # 3\n", Set(("a",), ["y", "z"]), "a:\n  - y # 2\n  - z # 3\n"),
    ("a:\n  b: 1 # c\n  d: 2\n", Set(("a",), {"b": "1", "d": "3"}), "a:\n  b: 1 # c\n  d: 3\n"),
    ("a: x # c\n", Set(("a",), ["b", ["c", "d"]]), "a: # c\n  - b\n  - - c\n    - d\n"),
    ("a:\n  - b\nc: 1\n", Set(("a",), {"d": "1"}), "a:\n  d: 1\nc: 1\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edit", "expected"), [*ONE_VALUE, *LINES, *KEYS, *ITEMS])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "marked"])
def test_an_edit_of_its_kind(text: str, edit: Edit, expected: str, mark: str) -> None:
    assert edited(mark + text, [edit]) == mark + expected
    assert wrong(text, expected, edit) == ""


@pytest.mark.parametrize("value", TEXTS)
@pytest.mark.parametrize(
    "text",
    ["a: x\n", "a: 'x'\n", 'a: "x" # c\n', "a: |\n  x\n\nb:\n", "a: >\n  x\n", "a:\n", "a: x", "a: x\n     \n"],
)  # fmt: skip
def test_any_text_is_read_back_as_it_was_given(text: str, value: str) -> None:
    kept = as_read(value)
    assert content(edited(text, [Set(("a",), value)]))["a"] == kept
    item = "c:\n- " + text.replace("\n ", "\n   ").replace("\nb", "\n  b")
    assert content(edited(item, [Set(("c", 0, "a"), value)]))["c"][0]["a"] == kept
    assert content(edited("b: {a: [x]}\n", [Set(("b", "a", 0), value)])) == {"b": {"a": [kept]}}


def content(text: str | Problem) -> Any:
    assert isinstance(text, str)
    return parse(text)


def test_edits_are_made_one_after_the_other() -> None:
    edits: list[Edit] = [
        Insert(("a",), 0, {"b": "1"}), Set(("a", 0, "c"), "2"), Set(("a", 0, "b"), "3\n4\n"), Move(("a",), 0, 1),
        Remove(("a", 0)),
    ]  # fmt: skip
    assert edited("a:\n  - x # c\n", edits) == "a:\n  - b: |\n      3\n      4\n    c: 2\n"


def test_what_is_there_already_changes_nothing() -> None:
    text = "a:   'x'\nb: [ 1,2 ]\nc:\n   d: >\n    e\n"
    tree = content(text)
    assert edited(text, [Set((name,), value) for name, value in tree.items()]) == text
    assert edited(text, [Set((), tree)]) == text
    assert edited("", []) == ""


@pytest.mark.parametrize(
    ("text", "edit", "code", "line"),
    [
        ("a: 1\n", Set(("a", "b"), "x"), "KD570", 1),
        ("b: 1\na: [1]\n", Set(("a", 4), "x"), "KD570", 2),
        ("a: 1\n", Set(("b", 0), "x"), "KD570", 1),
        ("b: 1\na: 1\n", Remove(("a", 0)), "KD570", 2),
        ("a: 1\n", Remove(("b",)), "KD570", 1),
        ("a: 1\n", Remove(()), "KD570", 1),
        ("a: [1]\n", Insert(("a",), 2, "x"), "KD570", 1),
        ("a: 1\n", Insert(("a",), 0, "x"), "KD570", 1),
        ("a: [1]\n", Move(("a",), 0, 1), "KD570", 1),
        ("a: 1\n", Move(("b",), 0, 0), "KD570", 1),
        ("a: 1\n", Set((), "x"), "KD570", 1),
        ("b: 1\na: 1\n", Set(("a",), "x\x07"), "KD572", 2),
        ("a: 1\n", Set(("a",), "x\u2028y"), "KD572", 1),
        ("a: 1\n", Set(("a",), "x\ud800"), "KD572", 1),
        ("a: 1\n", Set(("a",), {"": "x"}), "KD572", 1),
        ("a: [1]\n", Insert(("a",), 0, ["\x00"]), "KD572", 1),
        ("? a\nb: 1\n", Set(("a",), "x"), "KD571", 2),
        ("b: 1\na: [x: 1]\n", Set(("a", 0, "y"), "2"), "KD571", 2),
        ("a: [x]\n", Insert(("a",), 0, None), "KD571", 1),
        ("a:\n  - y\n\n  - |+\n    x\n", Move(("a",), 1, 0), "KD571", 2),
        ("a: &x 1\nb: *x\n", Set(("a",), "2"), "KD021", 1),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", Set(("c", "b"), "2"), "KD021", 1),
        ("a: !t 1\n", Set(("a",), "2"), "KD022", 1),
        ("a: 1\na: 2\n", Set(("a",), "2"), "KD020", 2),
        ("a: 1\n---\nb: 2\n", Set(("a",), "2"), "KD024", 2),
        ("a:\n\tb: 1\n", Set(("a",), "2"), "KD011", 2),
        ("- a\n", Set(("a",), "2"), "KD025", 1),
    ],
)  # fmt: skip
def test_what_cannot_be_edited_is_told_with_its_place(
    text: str, edit: Edit, code: str, line: int
) -> None:
    found = edited(text, [edit], "don-vi/a.yaml")
    assert isinstance(found, Problem)
    assert (found.code, found.place.file, found.place.line) == (code, "don-vi/a.yaml", line)
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("old", "new", "edit"),
    [
        ("a: 1\nb:  2\n", "a: 3\nb: 2\n", Set(("a",), "3")),
        ("b:  2\na: 1\n", "b: 2\na: 3\n", Set(("a",), "3")),
        ("a: 1 # x\n", "a: 3\n", Set(("a",), "3")),
        ("a: 1\r\nb: 2\r\n", "a: 3\nb: 2\r\n", Set(("a",), "3")),
        ("\ufeffa: 1\n", "a: 3\n", Set(("a",), "3")),
        ("a: {b: 1,  c: 2}\n", "a: {b: 3, c: 2}\n", Set(("a", "b"), "3")),
        ("a: 1\n\nb: 2\n", "a: 1\nc: 3\nb: 2\n", Set(("c",), "3")),
        ("a:\n  - x # 1\n", "a:\n  - x\n  - y\n", Insert(("a",), 1, "y")),
        ("a: 1\n# 1\nb: 2\n", "a: 1\n", Remove(("b",))),
        ("a:\n  # 1\n  - x\n  - y\n", "a:\n  # 1\n  - y\n  - x\n", Move(("a",), 0, 1)),
    ],
)  # fmt: skip
def test_a_byte_that_is_not_of_the_edit_would_be_seen(old: str, new: str, edit: Edit) -> None:
    assert wrong(old, new, edit) != ""


def test_a_value_that_no_file_can_hold_is_told_in_the_words_of_the_reader() -> None:
    found = edited("a: 1\n", [Set(("a",), "x\x07")])
    assert isinstance(found, Problem)
    assert found.message == (
        "giá trị mới của mục a không ghi được vào tệp: có ký tự không in được (mã U+0007)"
    )


def as_read(value: Any) -> Any:
    """The same as the reader says it: NFC, Đ for the letters that look like it."""
    if isinstance(value, dict):
        return {as_read(key): as_read(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_read(each) for each in value]
    return value and unicodedata.normalize("NFC", value.replace("Ð", "Đ"))


def with_edit(tree: dict[str, Tree], edit: Edit) -> Any:
    """What the tree has to be after an edit, in plain Python."""
    after: Any = {"": copy.deepcopy(tree)}
    path: list[Any] = ["", *edit.path]

    def at(steps: list[Any]) -> Any:
        here = after
        for step in steps:
            if isinstance(here, dict) and here.get(step) is None:
                here[step] = {}
            here = here[step]
        return here

    match edit:
        case Set(_, value):
            at(path[:-1])[path[-1]] = as_read(value)
        case Remove(_):
            del at(path[:-1])[path[-1]]
        case Insert(_, index, value):
            at(path).insert(index, as_read(value))
        case Move(_, source, target):
            items = at(path)
            items.insert(target, items.pop(source))
    return after[""]


MANY = [300, pytest.param(50_000, marks=pytest.mark.soak)]


@pytest.mark.parametrize("edits", MANY, ids=["some", "fifty-thousand"])
def test_any_edit_of_any_file_reads_as_asked_and_touches_nothing_else(edits: int) -> None:
    chance = random.Random(20261128)
    refused = 0
    for _ in range(edits):
        text = file(chance)
        tree = content(text.removeprefix("\ufeff"))
        edit = any_edit(chance, tree)
        after = edited(text, [edit])
        if isinstance(after, Problem):
            assert after.code == "KD571"
            refused += 1
            continue
        assert content(after.removeprefix("\ufeff")) == with_edit(tree, edit), (text, edit)
        assert wrong(text, after, edit) == "", (text, edit, after)
    assert refused < edits / 200


def chain(chance: random.Random, tree: Any, edits: int) -> Iterator[Edit]:
    for _ in range(edits):
        if not tree:
            return
        edit = any_edit(chance, tree)
        tree = with_edit(tree, edit)
        yield edit


@pytest.mark.parametrize(
    "files", [60, pytest.param(5_000, marks=pytest.mark.soak)], ids=["some", "five-thousand"]
)
def test_several_edits_at_once_are_those_edits_one_by_one(files: int) -> None:
    chance = random.Random(20261129)
    refused = 0
    for _ in range(files):
        text = file(chance)
        edits = list(chain(chance, content(text.removeprefix("\ufeff")), 4))
        single: str | Problem = text
        for edit in edits:
            single = edited(single, [edit]) if isinstance(single, str) else single
        together = edited(text, edits)
        if isinstance(single, Problem) or isinstance(together, Problem):
            refused += 1
            continue
        assert together == single, (text, edits)
    assert refused < files / 30


def test_values_of_any_depth_are_written(  # what `any_value` makes is written as a whole file too
) -> None:
    chance = random.Random(20261130)
    for _ in range(200):
        value = any_value(chance, 4)
        after = edited("a: 1\n", [Set(("x",), value)])
        assert content(after) == {"a": "1", "x": as_read(value)}


def test_the_words_of_the_files_are_plain_to_the_reader() -> None:
    for word in PLAIN:
        assert content(f"a: {word}\n") == {"a": as_read(word)}


@pytest.mark.parametrize("steps", [MAX_DEPTH + 1, 5000])
def test_a_place_deeper_than_any_file_is_told(steps: int) -> None:
    for edit in (Set(("a",) * steps, "x"), Insert(("a",) * steps, 0, "x")):
        found = edited("b: 1\n", [edit])
        assert isinstance(found, Problem)
        assert found.code == "KD572"
