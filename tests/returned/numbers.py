"""How a hand writes on short lines: points, dates, numbers of votes, posts, cells of a table."""

import random
import re
from collections.abc import Callable
from functools import partial

from tests.returned.places import Cell, Count, Day, Line, Points
from tests.returned.prose import LEADER
from tests.returned.word import Element, retyped, run, runs, text_of, w

Score = Callable[[Points, str, random.Random], None]
Label = Callable[[Line, str, random.Random], None]
_DOTS = re.compile("…[….]*")


def score(
    place: Points, value: str, _: random.Random, *, written: str = "{value}", most: bool = True
) -> None:
    """Type points in place of the dots; `most` says whether the maximum behind them stays."""
    behind = place.most if most else ""
    said = text_of(place.paragraph)
    if place.most:
        label = said.partition("…")[0]
        retyped(place.paragraph, label + written.format(value=value) + behind)
    else:
        retyped(place.paragraph, written.format(value=value))


def scored(written: str, *, most: bool = True) -> Score:
    return partial(score, written=written, most=most)


def point_decimal(place: Points, value: str, chance: random.Random) -> None:
    """With a point where Vietnamese has a comma."""
    score(place, value.replace(",", "."), chance)


def two_places(place: Points, value: str, chance: random.Random) -> None:
    """With two places behind the comma."""
    whole, _, part = value.partition(",")
    score(place, f"{whole},{part:0<2}", chance)


def instead(place: Line, value: str, _: random.Random) -> None:
    """Behind the label, the leader gone."""
    label = text_of(place.paragraph).partition(":")[0]
    retyped(place.paragraph, f"{label}: {value}")


def before_leader(place: Line, value: str, _: random.Random) -> None:
    _leader(place).addprevious(run(value))


def after_leader(place: Line, value: str, _: random.Random) -> None:
    _leader(place).addnext(run(value))


def _leader(place: Line) -> Element:
    """The leader in a run of its own: in some blanks it shares that of the label."""
    found = next(
        each for each in place.paragraph.findall(w("r")) if each.find(w("tab")) is not None
    )
    if found.find(w("t")) is None:
        return found
    leader = run("")
    for each in leader.findall(w("t")):
        leader.remove(each)
    tab = found.find(w("tab"))
    assert tab is not None
    leader.extend([tab, *tab.itersiblings()])
    found.addnext(leader)
    return leader


def in_dots(place: Line, value: str, chance: random.Random) -> None:
    """Between literal dots."""
    label = text_of(place.paragraph).partition(":")[0]
    retyped(place.paragraph, f"{label}: {chance.choice(('…', '.....'))}{value}{LEADER}")


def below(place: Line, value: str, _: random.Random) -> None:
    """On a line of its own below the label."""
    other = retyped(retyped_copy(place.paragraph), value)
    place.paragraph.addnext(other)


def retyped_copy(paragraph: Element) -> Element:
    made = paragraph.makeelement(paragraph.tag)
    known = paragraph.find(w("pPr"))
    if known is not None:
        made.append(known.__copy__())
    return made


def without_colon(place: Line, value: str, _: random.Random) -> None:
    label = text_of(place.paragraph).partition(":")[0]
    retyped(place.paragraph, f"{label} {value}")


def dated(place: Day, value: str, _: random.Random) -> None:
    day, month, year = value.split("/")
    where = text_of(place.paragraph).partition(",")[0].replace("…………", "Tân Thành")
    retyped(place.paragraph, f"{where}, ngày {day} tháng {month} năm {year}")


def counted(place: Count, value: str, chance: random.Random) -> None:
    said = _DOTS.sub("", text_of(place.paragraph))
    retyped(place.paragraph, said + value + chance.choice((".", " phiếu.", "")))


def in_cell(place: Cell, value: str, _: random.Random) -> None:
    retyped(place.paragraph, "").extend(runs(value))
