"""How a list is to be read: which column holds what, and which columns are not taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.opening.grid import Grid, cell_name
from generator.problems import Place, Problem
from generator.sheets.head_rows import Head
from generator.sheets.heads import Key
from generator.sheets.layout import Cot, Kieu, sheets
from generator.sheets.rows import Mapped, Spot, Told

ONE, JOINED, BY_SEX, SEX, DATE_PARTS, TICKS, POSTS = (
    "mot", "noi", "nam_nu", "gioi", "ngay_thang_nam", "danh_dau", "chuc_vu"
)  # fmt: skip
"""How columns make one value: one column; texts joined; the value stands in the column of men or of
women; which of the two; day, month and year; a tick under one of several; posts to be told apart.
"""


@dataclass(frozen=True, slots=True)
class Field:
    """A value that each row has: the key of the catalogue, and the columns that make it.

    `means` says what each column stands for, where a tick or a place is what it says.
    """

    loai: str
    khoa: str
    kieu: Kieu
    columns: tuple[int, ...]
    way: str = ONE
    means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """How the rows below a head are read.

    `kinds` are the sheets of the catalogue that each row is a row of; `name` is the value by which
    it is known; `unit` and `running` are columns, `own` that of the hidden key of our own
    workbook; `of_people`: the names are those of people only.
    """

    head: Head
    kinds: tuple[str, ...]
    name: Field
    fields: tuple[Field, ...]
    unit: int | None = None
    running: int | None = None
    own: int | None = None
    of_people: bool = True

    @property
    def taken(self) -> frozenset[int]:
        """The columns whose cells are taken."""
        columns = {each for one in (self.name, *self.fields) for each in one.columns}
        return frozenset(columns | ({self.unit} if self.unit is not None else set()))


@dataclass(slots=True)
class Draft:
    """A plan under way: the list, what each column was found to be, what is to be told.

    `nam` is the year that is meant, 0 for any; `over` are the lines of the titles over the list;
    `two`: it is two lists side by side, of which none is read.
    """

    grid: Grid
    head: Head
    end: int
    nam: int = 0
    over: tuple[str, ...] = ()
    found: dict[int, tuple[Key, bool]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    two: bool = False

    def below(self, column: int) -> list[tuple[int, str]]:
        """Return the rows of the list with a text in a column, with it."""
        rows = range(self.head.bottom + 1, self.end)
        return [(row, text) for row in rows if (text := self.grid.text(row, column))]

    def spot(self, column: int) -> Spot:
        """Return the cell of the head of a column."""
        row = next(
            (
                each
                for each in range(self.head.bottom, self.head.top - 1, -1)
                if self.grid.text(each, column)
            ),
            self.head.bottom,
        )
        return Spot(self.grid.name, cell_name(row, column))

    def place(self, column: int) -> Place:
        """Return the place of the head of a column."""
        return self.grid.place(self.head.bottom, column)

    def tell(self, column: int, told: Problem) -> None:
        """Note a problem of a column as a whole."""
        self.told.append(Told(self.spot(column), told))

    def is_hidden(self, column: int) -> bool:
        """Return whether Excel hides a column."""
        return column in self.grid.hidden_columns

    def mapped(self) -> Iterable[Mapped]:
        """Yield every column that has a head or anything below it, with what it was read as."""
        for column in range(self.grid.width):
            name = self.head.name(column)
            if column in self.found or name or self.shows(column):
                (loai, khoa), sure = self.found.get(column, (("", ""), True))
                yield Mapped(self.spot(column), name, loai, khoa, sure)

    def shows(self, column: int) -> bool:
        """Return whether a column shows anything below the head, be it an error."""
        rows = range(self.head.bottom + 1, self.end)
        broken = self.grid.marks.broken
        return any(self.grid.text(row, column) or (row, column) in broken for row in rows)


def cot_of(key: Key) -> Cot | None:
    """Return a column of the catalogue; None if it has no such column."""
    loai, khoa = key
    sheet = sheets().get(loai)
    return next((each for each in sheet.cot if each.khoa == khoa), None) if sheet else None


def kept_key(text: str) -> Key | None:
    """Return the column that «ca_nhan.ho_ten» stands for; None for «» and for no column."""
    loai, _, khoa = text.partition(".")
    return (loai, khoa) if cot_of((loai, khoa)) else None


def title(key: Key) -> str:
    """Return what a column is called, to tell it to a clerk."""
    cot = cot_of(key)
    return (cot.dau or cot.ten[0]) if cot else key[1]


def first_of(order: Sequence[str], keys: Iterable[Key]) -> Key | None:
    """Return the column whose sheet comes first in an order; None if no sheet is in it."""
    fit = sorted((order.index(key[0]), key) for key in keys if key[0] in order)
    return fit[0][1] if fit else None


def share(found: Sequence[bool]) -> float:
    """Return which part of some answers is yes; 0 where there are none."""
    return sum(found) / len(found) if found else 0
