"""The fixed lines of a blank form and the places between them, as the program prints it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.problems import DataPath
from generator.received.said import Words, words_of

Kieu = Literal["chu", "dong", "diem", "ngay", "muc", "so", "ten", ""]
"""What is filled in: paragraphs, one line, points, a day, one of several names, a count, the name
of whom the form is about; «» what is not read."""


OTHER = "o"
"""The path of what a form asks and the data has no key for by itself, before its number."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to fill in: the path of its value below the subject, and what stands behind it.

    `sau` is the fixed text on the same line behind it; `chon` are the names to choose from.
    """

    path: DataPath
    kieu: Kieu
    sau: str = ""
    chon: tuple[str, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether its value goes into the data: not that of whom the form is about."""
        return self.kieu not in {"", "ten"}

    @property
    def most(self) -> Decimal | None:
        """The highest number of points, where «/30» stands behind."""
        digits = self.sau.strip().removeprefix("/").strip(" .)")
        return Decimal(digits) if digits.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A fixed line, or the fixed beginning of one, and the places behind it up to the next anchor.

    `may_go` says that a person may leave it out: a hint in brackets.
    """

    text: str
    slots: tuple[Slot, ...] = ()
    may_go: bool = False

    @property
    def words(self) -> Words:
        """Its words."""
        return words_of(self.text)

    @property
    def is_read(self) -> bool:
        """Whether something that is read stands behind it."""
        return any(slot.is_read for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of the form: its fixed text, and its places by column."""

    text: str
    slots: tuple[tuple[int, Slot], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to fill in: the heads of its columns, its rows; `grows`: people add rows."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """All that is fixed in a form, in reading order, and its tables.

    `hints` are the words of lines that say what to write; people leave them or take them out.
    """

    anchors: tuple[Anchor, ...]
    grids: tuple[Grid, ...] = ()
    hints: frozenset[tuple[str, ...]] = frozenset()

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The places of the lines."""
        return tuple(slot for each in self.anchors for slot in each.slots)
