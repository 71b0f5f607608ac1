"""One hand filling in one form: what it writes in each kind of place, and does to the whole."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.returned import marks, numbers
from tests.returned.answers import Truth
from tests.returned.blanks import Blank
from tests.returned.places import Cell, Choice, Count, Day, Line, Place, Points, Section, places
from tests.returned.prose import Prose, instead
from tests.returned.word import Docx, Element, opened, removed, saved, text_of, w


@dataclass(frozen=True)
class Work:
    """A form in the hand of a person; `typed` are the runs that were not on the blank."""

    docx: Docx
    blank: Blank
    truth: Truth
    chance: random.Random
    typed: tuple[Element, ...] = ()


Whole = Callable[[Work], None]


@dataclass(frozen=True)
class Hand:
    """How a hand writes; `first` happens before the places are looked for, `last` at the end.

    `emptied` says whether dotted lines without an answer are deleted.
    """

    prose: Prose = instead
    mark: marks.Mark = marks.crossed
    score: numbers.Score = numbers.score
    label: numbers.Label = numbers.instead
    first: tuple[Whole, ...] = ()
    last: tuple[Whole, ...] = ()
    emptied: bool = False


def filled(blank: Blank, truth: Truth, hand: Hand, chance: random.Random) -> bytes:
    """Return a form filled in by a hand; what is not in the truth stays blank."""
    docx = opened(blank.data)
    work = Work(docx, blank, truth, chance)
    for step in hand.first:
        step(work)
    printed = list(docx.body.iter(w("r")))
    said = "\n".join(text_of(each) for each in docx.body.iter(w("p")))
    known = set(printed)
    left = dict(truth)
    for place in places(docx, blank):
        value = left.pop(place.path, None)
        if value is not None:
            _write(place, value, hand, chance)
        elif hand.emptied and isinstance(place, Section):
            removed(*place.lines)
    assert not left, left
    typed = (each for each in docx.body.iter(w("r")) if each not in known)
    own = tuple(each for each in typed if text_of(each).strip() not in said)
    for step in hand.last:
        step(Work(docx, blank, truth, chance, own))
    return saved(docx)


def _write(place: Place, value: str, hand: Hand, chance: random.Random) -> None:
    match place:
        case Section():
            hand.prose(place, value.split("\n"), chance)
        case Choice(_, _, options):
            hand.mark(place, [each.words for each in options].index(value), chance)
        case Points():
            hand.score(place, value, chance)
        case Line():
            hand.label(place, value, chance)
        case Day():
            numbers.dated(place, value, chance)
        case Count():
            numbers.counted(place, value, chance)
        case Cell():
            numbers.in_cell(place, value, chance)
