"""Data files of any shape that YAML allows and clerks or programs write, and edits of them."""

import random
from collections.abc import Callable, Iterator
from typing import Any

from generator.editing.edits import Edit, Insert, Move, Remove, Set
from generator.problems import DataPath
from generator.reading.yaml_text import Tree, parse

PLAIN = (
    "Đảng ủy xã Lộc Vân", "12/11/2026", "008", "x", "85,5", "có", "null", "no", "http://a.vn/b#c",
    "Hòa bình (đợt 1); xong", "Hoa\u0300 bi\u0300nh", "a 'b' \"c\"", "T/M Chi bộ", "1.10", "7:30",
    "Ðảng bộ", "dài " * 40 + "hết", "😀 x", "-1", "a-b",
)  # fmt: skip
TEXTS = (
    *PLAIN, "", " ", "a: b", "a #b", "# a", "- a", "* a", "&a", "!a", "? a", "% a", "@a", "`a`", "a:", ":a",
    "[a", "a]", "{a}", "a, b", "a,b", "|", ">", "---", "...", "--- a", "'a'", '"a"', "it's", 'a "b"', "\\n",
    " a", "a ", "\ta", "a\t", "a\tb", "~", "yes", "null", "2026", "a\nb", "a\nb\n", "a\n\nb\n", "a\n", "\n", "\n\n",
    "\na\n", "a\n\n", "a\nb\n\n\n", "  a\nb\n", "a\n  b\n", "a \nb  \n", "a\n \nb\n", "\ta\nb", "# a\n# b\n",
    "- a\n- b\n", "a: b\nc: d", "a\r\nb", "a\rb", "---\na\n", "...\n", "\u00a0a", "a\ufeffb", "a\u200bb", "%a\n%b\n",
    "“a”", "«a»\n«b»\n", "e\u0302\u0301", "a\n   \n", "   ", "a\n\t\n", "'", '"', "a'\n\"b", "a # b\nc: d\n",
)  # fmt: skip
"""Texts that an edit writes: each sign that YAML minds, at each end, on one line and on several."""

NAMES = (
    "ho_ten", "ngay_sinh", "han_che", "uu_diem", "khac_phuc", "ky", "so", "ngay", "noi_nhan", "x", "đơn vị",
    "'khóa a'", '"b: c"', "e\u0302", "2026", "y", "<<", "null",
)  # fmt: skip


class Writer:
    """Writes one file; each comment has a number of its own."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.notes = 0
        self.dash = chance.choice([0, 2, 2, 4])
        self.step = chance.choice([2, 2, 2, 4])

    def note(self) -> str:
        self.notes += 1
        return self.chance.choice(["# ghi chú {}", "# so: {}", "#{}", "# - x {}"]).format(
            self.notes
        )

    def tail(self) -> str:
        return f"{self.chance.choice([' ', '  ', '   '])}{self.note()}" if self.rarely(6) else ""

    def rarely(self, one_in: int) -> bool:
        return self.chance.randrange(one_in) == 0

    def between(self, deeper: int) -> Iterator[str]:
        """Lines between two keys or items: blank ones, comments, comments of what is above."""
        if self.rarely(8):
            yield " " * deeper + self.note()
        if self.rarely(8):
            yield self.chance.choice(["", "", "", "  ", " " * 8])
        if self.rarely(6):
            yield self.note()

    def mapping(self, depth: int) -> Iterator[str]:
        names = self.chance.sample(NAMES, self.chance.randint(1, 5))
        for number, name in enumerate(names):
            if number:
                yield from self.between(2)
            yield from self.pair(name, depth)

    def pair(self, name: str, depth: int) -> Iterator[str]:
        if depth and self.rarely(4):
            yield f"{name}:{self.tail()}"
            if self.rarely(8):
                yield " " * self.step + self.note()
            yield from deeper(self.mapping(depth - 1), self.step)
        elif depth and self.rarely(3):
            yield f"{name}:{self.tail()}"
            if self.rarely(8):
                yield " " * self.dash + self.note()
            yield from deeper(self.items(depth - 1), self.dash)
        else:
            yield from self.value(f"{name}:")

    def items(self, depth: int) -> Iterator[str]:
        for number in range(self.chance.randint(1, 4)):
            if number:
                yield from self.between(2)
            way = self.chance.randrange(6) if depth else 0
            if way in {1, 2}:
                lines = list(self.mapping(depth - 1))
            elif way == 3:
                lines = list(self.items(depth - 1))
            else:
                yield from self.value("-")
                continue
            if self.rarely(12):
                yield f"-{self.tail()}"
                yield from deeper(iter(lines), 2)
            else:
                yield f"- {lines[0]}"
                yield from deeper(iter(lines[1:]), 2)

    def value(self, head: str) -> Iterator[str]:
        """A value behind its key or dash in one of the ways it can be written."""
        way = self.chance.randrange(22)
        if way < 6:
            yield f"{head} {self.scalar()}{self.tail()}"
        elif way < 8:
            yield f"{head}{self.chance.choice(['', ' ', ''])}{self.tail()}"
        elif way < 12:
            yield from self.block(head)
        elif way < 14:
            yield f"{head} {self.flow(2)}{self.tail()}"
        elif way == 14:
            yield f"{head} {self.chance.choice(['{}', '[]', '{ }'])}{self.tail()}"
        elif way == 15:
            yield f"{head} chữ đầu"
            yield f"    chữ sau{self.tail()}"
        elif way == 16:
            quote = self.chance.choice("'\"")
            yield f"{head} {quote}chữ đầu"
            if self.rarely(3):
                yield ""
            yield f"  chữ sau{quote}{self.tail()}"
        elif way == 17:
            yield f"{head} [{self.scalar(flow=True)},{self.tail()}"
            yield f"     {self.scalar(flow=True)}{self.chance.choice([',', ''])}"
            yield f"  ]{self.tail()}"
        elif way == 18:
            yield f"{head} {{a: {self.scalar(flow=True)},{self.tail()}"
            yield f"     b: {self.scalar(flow=True)}}}{self.tail()}"
        elif way == 19 and head != "-":
            yield f"{head}{self.tail()}"
            yield f"    {self.scalar()}{self.tail()}"
        elif way == 20:
            yield f"{head}\t{self.scalar()}"
        else:
            yield f"{head}  {self.scalar()}"

    def scalar(self, *, flow: bool = False) -> str:
        way = self.chance.randrange(4)
        if way == 0:
            return "'" + self.chance.choice(PLAIN).replace("'", "''") + "'"
        if way == 1:
            word = self.chance.choice([*PLAIN, "a: b", " x ", "# y"])
            return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
        word = self.chance.choice(PLAIN)
        return "chữ" if flow and set(word) & set(",[]{}:") else word

    def flow(self, depth: int) -> str:
        way = self.chance.randrange(3) if depth else 2
        if way == 0:
            names = self.chance.sample(
                [each for each in NAMES if each != "<<"], self.chance.randint(1, 3)
            )
            pairs = (f"{name}: {self.flow(depth - 1) if self.rarely(2) else ''}" for name in names)
            return "{" + ", ".join(pairs) + self.chance.choice(["", "", ","]) + "}"
        if way == 1:
            items = (self.flow(depth - 1) for _ in range(self.chance.randint(1, 3)))
            return "[" + self.chance.choice([", ", ","]).join(items) + "]"
        return self.scalar(flow=True)

    def block(self, head: str) -> Iterator[str]:
        sign = self.chance.choice("||||>")
        chomp = self.chance.choice(["", "", "", "", "-", "+"])
        deep = self.chance.choice([2, 2, 2, 3, 4])
        digit = str(deep) if self.rarely(5) else ""
        yield f"{head} {sign}{digit}{chomp}{self.tail()}"
        if self.rarely(20):
            return
        for _ in range(self.chance.randint(1, 3)):
            line = self.chance.choice(
                ["Một dòng.", "# không phải ghi chú", "a: b", "- c", "x  ", "y"]
            )
            yield " " * deep + line
            if self.rarely(4):
                yield ""
        yield " " * deep + "Hết."


def deeper(lines: Iterator[str], by: int) -> Iterator[str]:
    return (" " * by + line if line else line for line in lines)


def file(chance: random.Random) -> str:
    """Write a file that the reader can read."""
    while True:
        writer = Writer(chance)
        lines = list(writer.mapping(3))
        if chance.randrange(3) == 0:
            lines = ["# Đầu tệp.", *lines]
        if chance.randrange(12) == 0:
            lines = ["---", *lines]
        ends = chance.choice([["\n"], ["\n"], ["\r\n"], ["\n", "\r\n"]])
        text = "".join(f"{line}{chance.choice(ends)}" for line in lines)
        if chance.randrange(4) == 0:
            text = text.rstrip("\r\n")
        elif chance.randrange(6) == 0:
            text += f"{ends[0]}# Cuối tệp.{ends[0]}"
        if isinstance(parse(text), dict):
            return ("\ufeff" if chance.randrange(10) == 0 else "") + text


def places(tree: Tree, path: DataPath = ()) -> Iterator[tuple[DataPath, Tree]]:
    """Yield each path of a tree and what stands there."""
    yield path, tree
    inside: Any = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    for step, value in inside:
        yield from places(value, (*path, step))


def any_value(chance: random.Random, depth: int = 2) -> Tree:
    """Make a value that an edit may set."""
    way = chance.randrange(10) if depth else 0
    if way == 1:
        return None
    if way == 2:
        return {chance.choice(["a", "b c", "x: y", "- z", "so"]): any_value(chance, depth - 1)
                for _ in range(chance.randrange(3))}  # fmt: skip
    if way == 3:
        items = (any_value(chance, depth - 1) for _ in range(chance.randrange(3)))
        return [each for each in items if each is not None]
    return chance.choice(TEXTS)


def any_edit(chance: random.Random, tree: dict[str, Tree]) -> Edit:
    """Make an edit that is possible in a tree; no item without a value, which brackets cannot hold."""
    while True:
        edit = _edit(chance, tree)
        match edit:
            case Set((*_, int()), None) | Insert(value=None):
                continue
            case Set((*above, "trong")) if isinstance(
                dict(places(tree)).get(tuple(above)), str | list
            ):
                continue
        return edit


def _edit(chance: random.Random, tree: dict[str, Tree]) -> Edit:
    all_places = list(places(tree))
    maps = [path for path, value in all_places if isinstance(value, dict)]
    lists: list[tuple[DataPath, int]] = [
        (path, len(value)) for path, value in all_places if isinstance(value, list)
    ]
    movable = [(path, size) for path, size in lists if size > 1]
    kinds: list[Callable[[], Edit]] = [
        lambda: Set(chance.choice(all_places[1:])[0], any_value(chance)),
        lambda: Set(chance.choice(all_places[1:])[0], chance.choice(TEXTS)),
        lambda: Set((*chance.choice(maps), chance.choice(["moi", "mới: 2", "so"])), any_value(chance)),
        lambda: Set((*chance.choice(maps), "nhóm mới", "trong"), any_value(chance)),
        lambda: Remove(chance.choice(all_places[1:])[0]),
    ]  # fmt: skip
    if lists:
        path, size = chance.choice(lists)
        kinds.append(lambda: Insert(path, chance.randint(0, size), any_value(chance)))
    if movable:
        of, many = chance.choice(movable)
        kinds.append(lambda: Move(of, *chance.sample(range(many), 2)))
    return chance.choice(kinds)()
