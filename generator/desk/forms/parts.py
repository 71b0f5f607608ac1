"""The parts of a form: fields, groups, rows; and what is known of its subject."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.desk.forms.kinds import Kind


@dataclass(frozen=True, slots=True)
class Input:
    """A field: its place, key, name, what it asks for, how it is typed, what stands there.

    `gia_tri` is what the file says as the field shows it, `san` what is proposed for a new entry;
    `chon` are the words to choose from, `goi` texts that are offered. `ai` names the entries
    around it, so that a list that moved meanwhile is noticed.
    """

    muc: str
    khoa: str
    nhan: str
    goi_y: str
    kieu: Kind
    gia_tri: str
    ai: str
    dai: bool = False
    san: str = ""
    chon: tuple[tuple[str, str], ...] = ()
    goi: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together; `it_dung` are rare, `moi` if a new name can be given."""

    muc: str
    nhan: str
    goi_y: str
    o: tuple["Part", ...]
    it_dung: tuple["Part", ...] = ()
    moi: bool = False
    co: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of a list; `moi` if it is not in the file yet, `ai` tells it from others."""

    muc: str
    ten: str
    o: tuple["Part", ...]
    it_dung: tuple["Part", ...] = ()
    moi: bool = False
    ai: str = ""

    def phang(self) -> tuple["Input", ...]:
        """Return its fields, those of its groups among them."""
        return tuple(flattened(self))


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of entries: those there, those proposed, and one that is copied for each further one.

    `dau` are the heads of a table if its entries are short. `khong_co` tells whether the file says
    «Không có»; None where that cannot be said.
    """

    muc: str
    nhan: str
    goi_y: str
    dong: tuple[Row, ...]
    mau: Row
    dau: tuple[str, ...] = ()
    khong_co: bool | None = None
    so_co: int = 0
    doc: tuple[str, ...] = ()


Part = Input | Group | Rows


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a subject beside its file, by key.

    `nhan` names and hints of fields as the paper prints them; `khoa` names that a mapping may have,
    with words; `dong` entries that are proposed for a list, `doc` what is read beside it; `chon`
    words to choose from, `goi` texts that are offered; `cap_do` if headings have tick boxes. `mau`
    and `ten_mau` say which form of the regime it is.
    """

    nhan: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    khoa: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    dong: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    goi: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    doc: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chon: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    cap_do: bool = False
    mau: str = ""
    ten_mau: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a form, its rarely needed fields last."""

    ten: str
    o: tuple[Part, ...]
    it_dung: tuple[Part, ...]


def flattened(row: Row) -> Iterator[Input]:
    """Yield the fields of a row, those of its groups among them."""
    for part in row.o:
        match part:
            case Input():
                yield part
            case Group(it_dung=()):
                yield from (each for each in part.o if isinstance(each, Input))


def leaves(parts: tuple[Part, ...]) -> Iterator[Input | Rows]:
    """Yield the fields and lists in parts of a form."""
    for part in parts:
        match part:
            case Group():
                yield from leaves((*part.o, *part.it_dung))
            case _:
                yield part


def inputs(parts: tuple[Part, ...]) -> Iterator[Input]:
    """Yield all fields in parts of a form, those of its rows too."""
    for part in leaves(parts):
        if isinstance(part, Input):
            yield part
        else:
            for row in part.dong:
                yield from inputs((*row.o, *row.it_dung))
