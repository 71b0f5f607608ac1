"""Where the pieces of a chart stand: numbers in, positions out; the templates draw them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

LEFT, WIDTH, STEP = 176, 390, 28
"""Of bars: room for the name before them, the longest bar, from one bar to the next."""

PLOT_LEFT, PLOT_WIDTH, PLOT_TOP, PLOT_HEIGHT = 40, 560, 24, 170


class Piece(NamedTuple):
    """A piece of a bar: what it counts (`khoa`), how many, where it begins, how wide it is."""

    khoa: str
    so: int
    x: float
    rong: float

    @property
    def giua(self) -> float:
        """Where its number stands."""
        return self.x + self.rong / 2


class Bar(NamedTuple):
    """A bar: its name, an address, where it stands, its pieces, the sum, where the sum stands."""

    ten: str
    ma: str
    y: int
    cac: list[Piece]
    tong: int
    cuoi: float


def bars(rows: Sequence[tuple[str, str, Mapping[str, int]]]) -> list[Bar]:
    """Return a bar for each row, all in one scale.

    Args:
        rows: name, address and counts of each, the counts in the order of the pieces.

    Returns:
        The bars; a piece of nothing is left out.
    """
    most = max((sum(counts.values()) for _, _, counts in rows), default=0) or 1
    found = []
    for number, (name, ma, counts) in enumerate(rows):
        x, pieces = float(LEFT), []
        for key, count in counts.items():
            if count:
                width = WIDTH * count / most
                pieces.append(Piece(key, count, round(x, 1), round(width - 1.5, 1)))
                x += width
        total = sum(counts.values())
        found.append(Bar(name, ma, number * STEP, pieces, total, round(x + 8, 1)))
    return found


class Point(NamedTuple):
    """A day of a line: the day, how many there are until then, where it stands."""

    ngay: dt.date
    so: int
    x: float
    y: float


class Progress(NamedTuple):
    """A line over days, with those of the deadlines and the marks of both scales."""

    diem: list[Point]
    han: list[Point]
    moc: list[Point]
    bac: list[tuple[int, float]]
    tong: int
    dinh: float


def progress(
    done: Iterable[dt.date], of: int, until: dt.date, deadlines: Iterable[dt.date]
) -> Progress | None:
    """Return how something was finished day by day.

    Args:
        done: the day of each that is finished.
        of: how many there are.
        until: the day of the look.
        deadlines: days by which they are due.

    Returns:
        The line; None if nothing is finished, or nothing is to be.
    """
    days = sorted(day for day in done if day <= until)
    if not days or not of:
        return None
    counted = dict(zip(days, accumulate(1 for _ in days), strict=True))
    counted.setdefault(until, len(days))
    first = min(days[0], until - dt.timedelta(days=1))
    limits = sorted(day for day in set(deadlines) if day >= first)
    last = max([until, *limits])
    span = (last - first).days or 1

    def point(day: dt.date, count: int) -> Point:
        x = PLOT_LEFT + PLOT_WIDTH * (day - first).days / span
        return Point(day, count, round(x, 1), round(PLOT_TOP + PLOT_HEIGHT * (1 - count / of), 1))

    every = max(1, span // 6)
    marks = [point(first + dt.timedelta(days=each), 0) for each in range(0, span + 1, every)]
    steps = sorted({0, of // 2, of})
    return Progress(
        [point(day, count) for day, count in counted.items()],
        [point(day, 0) for day in limits],
        marks,
        [(count, point(first, count).y) for count in steps],
        of,
        float(PLOT_TOP),
    )
