"""The keys a person presses to fill in a form in a word processor: find, move, type."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tests.returned.answers import Truth
from tests.returned.blanks import Blank
from tests.returned.places import Cell, Choice, Count, Day, Line, Place, Points, Section, places
from tests.returned.word import opened, text_of


class Find(NamedTuple):
    """Look for words from where the cursor is; `count` is which of them to stop at."""

    words: str
    count: int = 1


class Keys(NamedTuple):
    """Press a key so many times."""

    key: str
    count: int = 1


class Type(NamedTuple):
    """Type a text; a new line is a new paragraph."""

    text: str


Step = Find | Keys | Type
_TOP = Keys("ctrl+Home")
WAYS = ("before_leader", "after_leader", "instead", "kept_below", "all_deleted")
"""How prose goes on dotted lines."""
TICKS = ("crossed", "x", "underlined", "bold", "others_deleted", "x_before")


def steps(blank: Blank, truth: Truth, seed: int) -> Iterator[Step]:
    """Yield all keys for a form: one way of writing and of ticking, chosen by the seed."""
    way, tick = WAYS[seed % len(WAYS)], TICKS[seed % len(TICKS)]
    found = places(opened(blank.data), blank)
    asked = [each.path for each in found]
    first_cell = True
    for at, place in enumerate(found):
        value = truth.get(place.path)
        if isinstance(place, Cell):
            yield from _cell(place, value or "", blank, first=first_cell)
            first_cell = False
        elif value is not None:
            yield _TOP
            yield from _steps(place, value, way, tick, _nth(found, at))
    assert set(truth) <= set(asked)


def _nth(found: list[Place], at: int) -> int:
    """Return how many places with the same words to find there are up to one, itself included."""
    words = [_anchor(each.heading) for each in found[: at + 1] if isinstance(each, Choice)]
    return words.count(words[-1]) if words else 1


def _anchor(element: object) -> str:
    """Return the first words of a paragraph, which find it."""
    return re.split("[\u00a0\t☐]", text_of(element))[0][:48].rstrip()


def _steps(place: Place, value: str, way: str, tick: str, nth: int) -> Iterator[Step]:
    match place:
        case Section():
            yield Find(_anchor(place.heading))
            yield Keys("ctrl+Down", 1 + _hints(place))
            yield from _prose(place, value.split("\n"), way)
        case Line():
            yield Find(_anchor(place.paragraph))
            yield from _line(value, way)
        case Day():
            yield from _day(place, value)
        case Points():
            yield Find(_anchor_of_row(place))
            yield Find("……")
            yield Type(value)
        case Count():
            yield Find(text_of(place.paragraph).partition(":")[0])
            yield Find("……")
            yield Type(value)
        case Choice():
            yield Find(_anchor(place.heading), nth)
            yield from _choice(place, value, tick)


def _hints(place: Section) -> int:
    count, above = 0, place.lines[0].getprevious()
    while above is not None and above is not place.heading:
        count, above = count + 1, above.getprevious()
    return count


def _prose(place: Section, lines: list[str], way: str) -> Iterator[Step]:
    if way in {"before_leader", "after_leader", "instead"}:
        for number, line in enumerate(lines):
            if number:
                yield Keys("ctrl+Down")
            if way == "after_leader":
                yield Keys("End")
            if way == "instead":
                yield Keys("shift+End")
            yield Type(line)
    elif way == "kept_below":
        yield Type("\n".join(lines) + "\n")
    else:
        yield Keys("shift+ctrl+Down", len(place.lines) - 1)
        yield Keys("shift+End")
        yield Type("\n".join(lines))


def _line(value: str, way: str) -> Iterator[Step]:
    yield Keys("Right")
    if way in {"instead", "all_deleted"}:
        yield Keys("shift+End")
    elif way == "after_leader":
        yield Keys("End")
    yield Type(value)


def _day(place: Day, value: str) -> Iterator[Step]:
    day, month, year = value.split("/")
    said = text_of(place.paragraph)
    gaps = [len(each) for each in re.findall(r"(?:ngày|tháng|năm)(\s+)", said)]
    yield Find(re.split("[\u00a0 ]{2,}", said)[0])
    yield Keys("Right")
    yield Keys(
        "shift+Right", gaps[0] - 1
    )  # a key to the right leaves what was found, and one letter
    yield Type(f"{day} ")
    yield Keys("Right", len("tháng"))
    yield Keys("shift+Right", gaps[1])
    yield Type(f" {month} ")
    yield Keys("Right", len("năm"))
    if not re.search(r"\d", said):
        yield Keys("shift+End")
        yield Type(f" {year}")


def _anchor_of_row(place: Points) -> str:
    if place.most:
        return text_of(place.paragraph).partition("…")[0].rstrip(": ")
    cell = place.paragraph.getparent()
    title = cell.getprevious().getprevious()
    return _anchor(title)


def _choice(place: Choice, value: str, tick: str) -> Iterator[Step]:
    words = [each.words for each in place.options]
    index = words.index(value)
    option = place.options[index]
    if not text_of(option.said):  # a cell of a table
        yield Keys("Left")  # or the next keys select cells
        yield Keys("Tab", index + 1)
        yield Type("x")
    elif option.box is not None and tick in {"crossed", "x", "bold"}:
        yield Find("☐", index + 1)
        yield Type("☒" if tick == "crossed" else "x")
    elif tick == "underlined":
        yield from _chosen(place, index)
        yield Keys("ctrl+u")
    elif option.box is not None:
        yield Find("☐", index + 1)
        yield Keys("Left")
        yield Type("x ")
    elif tick == "others_deleted":
        for number, each in enumerate(words):
            if number != index:
                yield Find(f"- {each}")
                yield Keys("End")
                yield Keys("shift+Home")
                yield Keys("Delete", 2)
                yield _TOP
                yield Find(_anchor(place.heading))
    elif tick == "bold":
        yield from _chosen(place, index)
        yield Keys("ctrl+b")
    else:
        yield from _chosen(place, index)
        yield Keys("Home")
        yield Type("x ")


def _chosen(place: Choice, index: int) -> Iterator[Step]:
    """Select the words of a level, with the dash before them."""
    option = place.options[index]
    if option.box is not None:
        yield Find("☐", index + 1)
    yield Find(option.words if option.box is not None else f"- {option.words}")


def _cell(place: Cell, value: str, blank: Blank, *, first: bool) -> Iterator[Step]:
    """Go on to the next cell, over those already filled in by the form."""
    column = place.path.rpartition(".")[2]
    if first:
        yield _TOP
        last = "Ghi chú" if blank.form.startswith("phu-luc") else "Chưa đánh giá, xếp loại"
        yield Find(last)
        yield Keys("Left")  # or the next keys select cells
    if column in {"noi_dung", "hoan_thanh_xuat_sac"}:
        yield Keys("Tab", 2 if column == "noi_dung" else 3)
    else:
        yield Keys("Tab")
    if value:
        yield Type(value)
