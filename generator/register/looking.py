"""Read-only operations on registers for any user interface: list, export to Excel, inspect.

A refusal by the register is returned as a problem, never raised.
"""

from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from generator.files.documents import write_document
from generator.model.campaign import NhiemKy
from generator.problems import Problem
from generator.reading.lines import with_lines
from generator.register import audit, numbers, sheet, store
from generator.register.entry import OnPaper, RegisterLine, TrangThai
from generator.register.paths import ENDING
from generator.register.series import Series
from generator.register.where import Documents, Register, campaign_of, registers_of


@dataclass(frozen=True, slots=True)
class SeriesLines:
    """A series with its lines and the numbers given on paper; `tiep` is the next number."""

    series: Series
    tiep: int
    tren_giay: list[OnPaper]
    dong: list[RegisterLine]


@dataclass(frozen=True, slots=True)
class Listing:
    """The register of the body `co_quan`, series by series."""

    co_quan: str
    day_so: list[SeriesLines]


@dataclass(frozen=True, slots=True)
class Exported:
    """The register of the body `co_quan` was exported to the workbook `tep`."""

    co_quan: str
    tep: Path


def listing(
    register: Register, loai: str | None = None, ky: str | None = None, *, only_open: bool = False
) -> tuple[Listing | None, list[Problem]]:
    """List a register.

    Args:
        register: the register.
        loai: only series of this type; None for all.
        ky: only series of this term or year; None for all.
        only_open: only lines whose number is held but not yet written into its document.

    Returns:
        The series that could be read, None if the body could not be read; and the problems.
    """
    problems: list[Problem] = []
    found = None
    with store.refusals(problems), store.read(register.path) as opened:
        found = Listing(numbers.body_of(opened).ten, [])
        wanted = (
            each
            for each in numbers.series_in(opened)
            if loai in (None, each.loai) and ky in (None, each.ky)
        )
        for series in wanted:
            found.day_so.append(_lines(opened, series, only_open=only_open))
    return found, problems


def _lines(opened: Connection, series: Series, *, only_open: bool) -> SeriesLines:
    coming = numbers.next_number(opened, series)
    spans = numbers.on_paper(opened, series)
    lines = numbers.entries(opened, series)
    kept = [each for each in lines if not only_open or each.trang_thai is TrangThai.GIU]
    return SeriesLines(series, coming, spans, kept)


def export(register: Register, out: Path) -> tuple[Exported | None, list[Problem]]:
    """Export a register to an Excel workbook with a sheet for each series.

    Args:
        register: the register.
        out: the `.xlsx`; an existing one edited by hand is kept, and the new one is written next to
            it.

    Returns:
        The file written, None if there is none; and the problems.
    """
    problems: list[Problem] = []
    done = None
    with store.refusals(problems):
        with store.read(register.path) as opened:
            body = numbers.body_of(opened).ten
            data = sheet.workbook(numbers.entries(opened), numbers.on_paper(opened))
        file, found = write_document(out, data)
        problems += found
        done = Exported(body, file) if file else None
    return done, problems


def inspect(where: Path, folder: Path | None) -> tuple[int | None, list[Problem]]:
    """Inspect registers, on their own and against the documents of their body.

    Args:
        where: a campaign folder or a file in it, for all registers its documents belong to; or one
            register, which is then inspected on its own.
        folder: the folder of the registers; None for the default.

    Returns:
        How many registers were opened, None if the campaign cannot be read; and the problems.
    """
    alone = where.suffix == ENDING
    problems: list[Problem] = []
    found: dict[Path, Documents] = {where: []}
    own = tuple[NhiemKy, ...]()
    if not alone:
        campaign = campaign_of(where)
        if isinstance(campaign, list):
            return None, campaign
        found, problems = registers_of(campaign[0], folder)
        own = campaign[1].co_quan.nhiem_ky
    count = 0
    for place, (path, documents) in enumerate(found.items()):
        if not alone and not path.exists():
            problems += audit.missing(path, documents, own=place == 0)
            continue
        with store.refusals(problems), store.read(path) as opened:
            count += 1
            terms = documents[0][2].co_quan.nhiem_ky if documents else own
            problems += audit.audit(opened, path, terms)
            problems += audit.against_documents(opened, documents, path)
    return count, with_lines(problems)
