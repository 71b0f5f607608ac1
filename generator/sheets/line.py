"""A line of a list: where it stands, its cells, what was read so far."""

from dataclasses import dataclass, field

from generator.opening.grid import Grid, cell_name
from generator.opening.number_formats import GENERAL
from generator.opening.sheet_marks import NOT_CALCULATED
from generator.problems import Problem, problem
from generator.sheets.plan import Plan
from generator.sheets.rows import Cell, LeftOut, SheetRow, Spot, Told
from generator.sheets.values import Seen
from generator.wording.legacy import legacy

Place = tuple[int, int]
"""A cell by row and column, from 0."""


@dataclass(slots=True)
class Found:
    """What was read of a sheet so far.

    `unit` is the one whose name stood over the rows last, `others` the name of the part they are in
    if it is one of people who are not to be rated: who left, who are no members yet.
    """

    rows: list[SheetRow] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)
    joined: dict[Spot, Spot] = field(default_factory=dict)
    hidden: list[int] = field(default_factory=list)
    unit: Cell | None = None
    others: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The rows of one line of a list: several where its name is merged over them."""

    grid: Grid
    plan: Plan
    rows: tuple[int, ...]
    out: Found

    def spot(self, at: Place) -> Spot:
        """Return the name of a cell."""
        return Spot(self.grid.name, cell_name(*at))

    def at(self, column: int, row: int | None = None) -> Place | None:
        """Return the cell that says what the line shows in a column; None for none."""
        anchor = self.grid.anchor(self.rows[0] if row is None else row, column)
        return anchor if anchor and anchor[0] > self.plan.head.bottom else None

    def seen(self, at: Place) -> Seen:
        """Return a cell with all that its value depends on."""
        text, form = self.grid.text(*at), self.grid.formats.get(at, GENERAL)
        place, head = self.grid.place(*at), self.plan.head.name(at[1])
        return Seen(self.grid.raw(*at), text, form, head, place, self.grid.since_1904)

    def trouble(self, at: Place) -> Problem | None:
        """Return why a cell cannot be taken whatever it says: an error, struck out, not Unicode."""
        grid = self.grid
        error = grid.error(*at)
        if error is None and at not in grid.marks.struck and grid.text(*at).isascii():
            return None
        place, head = grid.place(*at), self.plan.head.name(at[1])
        if error == NOT_CALCULATED:
            return problem("KD809", place, cot=head)
        if error is not None:
            return problem("KD808", place, cot=head, loi=error)
        if at in grid.marks.struck:
            said = " ".join(grid.text(*at).split())
            return problem("KD810", place, cot=head, nhap=said)
        old = legacy(grid.text(*at))
        return problem("KD811", place, bang_ma=old.bang_ma, unicode=old.unicode) if old else None

    def tell(self, at: Place, why: Problem) -> None:
        """Note that a cell was not taken."""
        self.out.told.append(Told(self.spot(at), why))

    def join(self, at: Place, to: Spot) -> None:
        """Note that the text of a cell went into the value of another."""
        if (spot := self.spot(at)) != to:
            self.out.joined[spot] = to
