"""A value is changed in the text of a file; not one byte outside of it."""

import os
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.reading.yaml_edit import with_values
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
        ("a: {b: {so}}\n", ("a", "b"), {"so": "12"}, "a: {b: {so: 12}}\n"),
        ("? a\n: 1\nb: 2\n", (), {"so": "12"}, "? a\n: 1\nso: 12\nb: 2\n"),
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


def mapping(
    chance: random.Random, depth: int, path: tuple[str | int, ...], sink: list[Any]
) -> Iterator[str]:
    """The lines of a mapping; every way to a mapping inside goes into `sink`."""
    sink.append(path)
    names = chance.sample(
        ["loai", "so", "ngay", "trich_yeu", "noi_nhan", "ghi_chu", "đơn vị", '"so 2"'],
        chance.randint(1, 6),
    )
    for name in names:
        key = name.strip('"')
        inner = chance.randrange(8)
        if chance.random() < 0.1:
            yield chance.choice(["", "# so: 99"])
        if name in {"so", "ngay"} or depth == 0 or inner < 4:
            yield f"{name}: {scalar(chance)}{note(chance)}".rstrip(" ")
        elif inner == 4:
            yield f"{name}:{note(chance)}"
            for line in mapping(chance, depth - 1, (*path, key), sink):
                yield f"  {line}" if line else ""
        elif inner == 5:
            yield f"{name}:"
            for index in range(chance.randint(1, 3)):
                mark = "- "
                for line in mapping(chance, depth - 1, (*path, key, index), sink):
                    yield f"{mark}{line}" if line and not line.startswith("#") else "    # x"
                    mark = "  " if line and not line.startswith("#") else mark
        elif inner == 6:
            yield f"{name}: |"
            yield "  so: 5"
            yield ""
            yield "  # dòng của nội dung"
        else:
            yield f"{name}: {{so: {chance.choice(['', '4'])}, x: 1}}"
            sink.append((*path, key))


def one(chance: random.Random) -> bool:
    """One random edit of one random file; whether it was possible."""
    ways: list[tuple[str | int, ...]] = []
    end = chance.choice(["\n", "\r\n"])
    text = end.join(mapping(chance, 3, (), ways)) + chance.choice([end, "", end + "# cuối" + end])
    if not isinstance(parse(text), dict):
        return False
    path = chance.choice(ways)
    key, value = chance.choice([("so", str(chance.randint(1, 9999))), ("ngay", "05/12/2026")])
    after = with_values(text, path, {key: value})
    if after is None:
        return False
    here: Any = parse(after)
    for step in path:
        here = here[step]
    assert here[key] == value
    taken_out, put_in = middle(text.encode(), after.encode())
    # What went is a piece of one value; what came is a piece of the key and the value.
    assert not re.search(rb"[\r\n]", taken_out)
    assert re.fullmatch(rb"[\s,:]*[songay]*[\s:]*[\d/]*[\s,]*[songay]?", put_in), (text, after)
    return True


def middle(before: bytes, after: bytes) -> tuple[bytes, bytes]:
    """What is left of two texts without the beginning and the end they share."""
    start = len(os.path.commonprefix([before, after]))  # noqa: RUF071 - bytes, not paths
    before, after = before[start:], after[start:]
    end = len(os.path.commonprefix([before[::-1], after[::-1]]))  # noqa: RUF071
    return before[: len(before) - end], after[: len(after) - end]


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
