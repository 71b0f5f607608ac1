"""A value is changed in the text of a file; not one byte outside of it."""

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.editing.yaml_edit import with_values
from generator.reading.yaml_text import parse

FILE = """# Đầu tệp
loai: cong-van   # loại văn bản
trich_yeu: "Về việc: hồ sơ"
noi_nhan:
  - Như trên
  - {so: , a: 1}
  - kinh_gui: b
    noi_dung: |
      so: 1
khac: {}
so:
"""


@pytest.mark.parametrize(
    ("text", "path", "values", "expected"),
    [
        ("a: 1\nso: 5 # x\n", (), {"so": "12"}, "a: 1\nso: 12 # x\n"),
        ('a: 1\nso: "05"\n', (), {"so": "12"}, "a: 1\nso: 12\n"),
        ("a: 1\nso:\n", (), {"so": "12"}, "a: 1\nso: 12\n"),
        ("a: 1\nso: # x\nb: 2\n", (), {"so": "12"}, "a: 1\nso: 12 # x\nb: 2\n"),
        ("a: 1\nso:   # x\n", (), {"so": "12"}, "a: 1\nso: 12  # x\n"),
        ("a: 1\nb: 2\n", (), {"so": "12"}, "a: 1\nso: 12\nb: 2\n"),
        ("a: 1\nb: 2\nngay: x\n", (), {"so": "12"}, "a: 1\nb: 2\nso: 12\nngay: x\n"),
        ("a: 1\r\nb: 2\r\n", (), {"so": "12"}, "a: 1\r\nso: 12\r\nb: 2\r\n"),
        ("a: 1", (), {"so": "12"}, "so: 12\na: 1"),
        ("a: 1\nso: 12 # x\nb: 2", (), {"so": None}, "a: 1\nso:  # x\nb: 2"),
        ("a: 1\nb: 2\n", (), {"so": None}, "a: 1\nb: 2\n"),
        ("a:\n  - b: 1\n    c: 2\n", ("a", 0), {"so": "3"}, "a:\n  - b: 1\n    so: 3\n    c: 2\n"),
        ("a:\n  - b: 1\n", ("a", 0), {"so": "3"}, "a:\n  - so: 3\n    b: 1\n"),
        ("a: {b: 1}\n", ("a",), {"so": "3"}, "a: {so: 3, b: 1}\n"),
        ("a: {so: , b: 1}\n", ("a",), {"so": "3"}, "a: {so: 3, b: 1}\n"),
        ("a: {}\n", ("a",), {"so": "3", "ngay": "01/02/2026"}, "a: {so: 3, ngay: 01/02/2026}\n"),
        ("? a\n: 1\nb: 2\n", (), {"so": "12"}, "? a\n: 1\nso: 12\nb: 2\n"),
        (
            "so: 12 # x\nngay: 1/1/2026  # y\n",
            (),
            {"so": None, "ngay": "02/02/2026"},
            "so:  # x\nngay: 02/02/2026  # y\n",
        ),
        ("{so: 1, ngay: '2'} # x\n", (), {"so": None, "ngay": None}, "{so: , ngay: } # x\n"),
        ("a: 1\nso:\t# x\n", (), {"so": "12"}, "a: 1\nso: 12\t# x\n"),
        ("a: 1\nso: 1\n  2 # x\nb: 3\n", (), {"so": "3"}, "a: 1\nso: 3 # x\nb: 3\n"),
    ],
)
def test_a_value_takes_its_place(
    text: str, path: tuple[str | int, ...], values: dict[str, str | None], expected: str
) -> None:
    assert with_values(text, path, values) == expected


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: 1\n", ("khong",)), ("a: 1\n", ("a",)), ("a: [1]\n", ("a", 4)), ("a: [1]\n", ("a",)),
        ("a: &x 1\nb: *x\n", ()), ("a: 1\na: 2\n", ()), ("", ()), ("? so\n: 1\na: : 2\n", ()),
    ],
)  # fmt: skip
def test_what_cannot_be_edited_safely_is_not(text: str, path: tuple[str | int, ...]) -> None:
    assert with_values(text, path, {"so": "12"}) is None


WORDS = ["Thị xã Sông Lam", "«Đảng ủy»", "12/11/2026", "008", "x", "về việc: gửi",
         "Hoa\u0300 bi\u0300nh", "# không phải ghi chú", "- gạch", "1: 2", "'", '"', "[", "{so: 1}"]  # fmt: skip


def scalar(chance: random.Random) -> str:
    """A value in one of the ways a clerk types it, sure to be read as text."""
    word = chance.choice(WORDS)
    way = chance.randrange(4)
    if way == 0:
        return f"'{word.replace(chr(39), chr(39) * 2)}'"
    if way == 1:
        return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
    plain = word if parse(f"a: {word}\n") == {"a": word} else "chữ"
    return plain if way == 2 else ""


def note(chance: random.Random) -> str:
    return chance.choice(["", "", "  # so: 7", " # Đảng bộ: 'x'"])


Way = tuple[str | int, ...]


class Marks:
    """Where keys and values stand, known to whoever wrote the file and not from any parser."""

    def __init__(self) -> None:
        self.ways: list[Way] = []
        self._known: list[tuple[str, Way, str]] = []
        self.at: dict[tuple[str, Way, str], int] = {}
        self.flow: set[Way] = set()

    def mark(self, what: str, way: Way, key: str) -> str:
        self._known.append((what, way, key))
        return f"\ue000{len(self._known) - 1}\ue001"

    def key(self, way: Way, key: str) -> str:
        return self.mark("key", way, key.strip('"')) + key

    def value(self, way: Way, key: str, text: str) -> str:
        return f"{self.mark('from', way, key)}{text}{self.mark('to', way, key)}"

    def read(self, text: str) -> str:
        """Take the marks out of a text and note where they stood."""
        whole = ""
        for index, piece in enumerate(re.split("\ue000(\\d+)\ue001", text)):
            if index % 2:
                self.at[self._known[int(piece)]] = len(whole)
            else:
                whole += piece
        return whole

    def keys(self, way: Way) -> list[str]:
        inside = [
            (at, key) for (what, of, key), at in self.at.items() if (what, of) == ("key", way)
        ]
        return [key for _, key in sorted(inside)]


def mapping(chance: random.Random, depth: int, way: Way, marks: Marks) -> Iterator[str]:
    """The lines of a mapping; every way to a mapping inside, key and value goes into `marks`."""
    marks.ways.append(way)
    names = chance.sample(
        ["loai", "so", "ngay", "trich_yeu", "noi_nhan", "ghi_chu", "đơn vị", '"so 2"'],
        chance.randint(1, 6),
    )
    for name in names:
        key = name.strip('"')
        inner = chance.randrange(8)
        shown = marks.key(way, name)
        if chance.random() < 0.1:
            yield chance.choice(["", "# so: 99"])
        if name in {"so", "ngay"} or depth == 0 or inner < 4:
            value, more = scalar(chance), note(chance)
            blank = " " if value or more else ""
            yield f"{shown}:{blank}{marks.value(way, key, value)}{more}"
        elif inner == 4:
            yield f"{shown}:{note(chance)}"
            for line in mapping(chance, depth - 1, (*way, key), marks):
                yield f"  {line}" if line else ""
        elif inner == 5:
            yield f"{shown}:"
            for index in range(chance.randint(1, 3)):
                mark = "- "
                for line in mapping(chance, depth - 1, (*way, key, index), marks):
                    yield f"{mark}{line}" if line and not line.startswith("#") else "    # x"
                    mark = "  " if line and not line.startswith("#") else mark
        elif inner == 6:
            yield f"{shown}: |"
            yield "  so: 5"
            yield ""
            yield "  # dòng của nội dung"
        else:
            of: Way = (*way, key)
            value = marks.value(of, "so", chance.choice(["", "4", "'05'"]))
            yield f"{shown}: {{{marks.key(of, 'so')}: {value}, {marks.key(of, 'x')}: 1}}"
            marks.ways.append(of)
            marks.flow.add(of)


def edited(text: str, marks: Marks, way: Way, values: dict[str, str | None], end: str) -> str:
    """What an edit has to give, put together from where the values were written."""
    keys = marks.keys(way)
    edits: list[tuple[int, int, str]] = []
    new = []
    for key, value in values.items():
        if key in keys:
            start, stop = marks.at["from", way, key], marks.at["to", way, key]
            blank = " " if value and text[start - 1] == ":" else ""
            edits.append((start, stop, blank + (value or "")))
        elif value is not None:
            new.append(f"{key}: {value}")
    if new:
        before = marks.at["key", way, "ngay" if "ngay" in keys else keys[:2][-1]]
        line = end + " " * (before - text.rfind("\n", 0, before) - 1)
        edits.append((before, before, "".join(each + (", " if way in marks.flow else line)
                                              for each in new)))  # fmt: skip
    for start, stop, put_in in sorted(edits, reverse=True):
        text = text[:start] + put_in + text[stop:]
    return text


def one(chance: random.Random) -> bool:
    """One random edit of one random file; whether it was possible."""
    marks = Marks()
    end = chance.choice(["\n", "\r\n"])
    written = end.join(mapping(chance, 3, (), marks)) + chance.choice(
        [end, "", f"{end}# cuối{end}"]
    )
    text = marks.read(written)
    if not isinstance(parse(text), dict):
        return False
    way = chance.choice(marks.ways)
    whole: dict[str, str | None] = {
        "so": chance.choice([None, str(chance.randint(1, 9999))]),
        "ngay": chance.choice([None, "05/12/2026"]),
    }
    values = {key: whole[key] for key in chance.choice([("so",), ("ngay",), ("so", "ngay")])}
    after = with_values(text, way, values)
    if after is None:
        return False
    if "\n" not in text:
        end = "\n"
    assert after == edited(text, marks, way, values, end), (text, way, values)
    here: Any = parse(after)
    for step in way:
        here = here[step]
    assert all(here.get(key) == value for key, value in values.items())
    return True


@pytest.mark.parametrize(
    "edits", [600, pytest.param(50_000, marks=pytest.mark.soak)], ids=["some", "fifty-thousand"]
)
def test_no_byte_changes_outside_of_the_edited_value(edits: int) -> None:
    chance = random.Random(20261123)
    done = tried = 0
    while done < edits:
        done += one(chance)
        tried += 1
    assert tried < 2 * edits
