"""Finds the folder of the registers and the register that a command refers to."""

import contextlib
import datetime as dt
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.model import CoQuan, DonViNam, Dot, SaoLuc, VanBan
from generator.papers.heads import unit_body
from generator.problems import Place, Problem, Severity, has_errors, problem
from generator.reading.folder_names import CAMPAIGN_FILE
from generator.reading.load import read_campaign, read_file
from generator.reading.places import campaign_folder
from generator.register import numbers, store
from generator.register.names import Names, own_names
from generator.register.numbered import NumberedDocument, numbered_documents, with_terms
from generator.register.paths import ENDING, named_from, register_of
from generator.register.series import Series, series_of

FOLDER = "so-van-ban"
"""Beside the campaigns, since a term outlasts each of them."""


@dataclass(frozen=True, slots=True)
class Register:
    """A register's file and, if known from a campaign, its body.

    `own` maps the letter types added by the office to their names.
    """

    path: Path
    body: CoQuan | None = None
    own: Names = field(default_factory=dict)


def folder_for(campaign: Path, dot: Dot, chosen: Path | None) -> Path:
    """Return the folder of the registers: the one given, that of `dot.yaml`, or the default."""
    if chosen or dot.so_van_ban:
        return chosen or campaign / str(dot.so_van_ban)
    return campaign.absolute().parent / FOLDER


def campaign_of(path: Path) -> tuple[Path, Dot] | list[Problem]:
    """Return the campaign folder of a data file or folder with its `dot.yaml`, or the errors."""
    if not path.exists():
        return list(read_file(path).problems)
    folder = path if path.is_dir() else campaign_folder(path) or path.parent
    read = read_file(folder / CAMPAIGN_FILE)
    if not isinstance(read.value, Dot) or has_errors(read.problems):
        return list(read.problems)
    return folder, read.value


def chosen(where: Path, folder: Path | None) -> Register | list[Problem]:
    """Return the register of a path: its own file, or the body of a campaign or data file."""
    if where.suffix == ENDING:
        named = Register(where)
        with contextlib.suppress(store.RegisterRefusedError):
            return replace(named, own=types_in(named))
        return named
    found = campaign_of(where)
    if isinstance(found, list):
        return found
    campaign, dot = found
    body = dot.co_quan
    if where.is_file() and where.name != CAMPAIGN_FILE:
        read = read_file(where)
        match read.value:
            case VanBan() | SaoLuc() as document:
                body = document.co_quan or body
            case DonViNam() as unit:
                body = unit_body(unit)
            case None:
                return list(read.problems)
            case _:
                kind = getattr(read.value, "loai", CAMPAIGN_FILE)
                what = f"tệp này ({kind}) không phải của cơ quan nào"
                return [problem("KD622", Place(file=where.as_posix()), cac_muc=what)]
    body = with_terms(body, dot)
    return Register(register_of(folder_for(campaign, dot, folder), body), body, own_names(dot))


def types_in(register: Register) -> Names:
    """Return the names of the office's own types; other types in the register map to their key."""
    if not register.path.is_file():
        return register.own
    with store.read(register.path) as opened:
        return {**{each.loai: each.loai for each in numbers.series_in(opened)}, **register.own}


def body_of(register: Register) -> CoQuan:
    """Return the body a register belongs to.

    Raises:
        RegisterRefusedError: only its file was given, and it cannot be read.
    """
    if register.body is not None:
        return register.body
    with store.read(register.path) as opened:
        return numbers.body_of(opened)


def series_meant(register: Register, loai: str, term: str | None, day: dt.date) -> Series | Problem:
    """Find the series of a type in a register, by the rules for numbering a document.

    Args:
        register: the register.
        loai: the type of document, as returned by `names.type_called`.
        term: the term or year; by default the current one on `day`.
        day: usually today.

    Returns:
        The series, or the problem that prevents finding it, placed at the register.
    """
    try:
        found = series_of(body_of(register), loai, day, term)
    except store.RegisterRefusedError as error:
        return error.problem
    if isinstance(found, Problem):
        return found.at(Place(file=register.path.as_posix()))
    return found


Documents = list[tuple[str, Path, NumberedDocument]]
"""Documents of one body, each with its file's name in the register."""


def registers_of(
    campaign: Path, folder: Path | None
) -> tuple[dict[Path, Documents], list[Problem]]:
    """Return all registers that the documents of a campaign belong to, with these documents.

    Returns:
        The documents by register path (the file may not exist), the campaign's own body first; and
        the errors of files that could not be read.
    """
    read = read_campaign(campaign)
    if read.dot is None:
        return {}, list(read.problems)
    home = folder_for(campaign, read.dot, folder)
    values = [(campaign / name, value) for name, value in read.documents.items()]
    known = {campaign / CAMPAIGN_FILE, *(path for path, _ in values)}
    known |= {path for unit in read.units for path in (unit.file, *unit.persons.values())}
    found: dict[Path, Documents] = {register_of(home, read.dot.co_quan): []}
    for path, value in [*values, *((unit.file, unit.data) for unit in read.units)]:
        for paper in numbered_documents(value, read.dot):
            register = register_of(home, paper.co_quan)
            found.setdefault(register, []).append((named_from(register, path), path, paper))
    unread = [each for each in read.problems if Path(each.place.file) not in known]
    return found, [each for each in unread if each.severity is Severity.ERROR]
