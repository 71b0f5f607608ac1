"""Our workbook, the marked copy of somebody's workbook, a superior's sheet: from and to files."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.files.atomic import failure, write_file
from generator.files.documents import beside, edited
from generator.model import Dot
from generator.opening.regular import whole
from generator.problems import Place, Problem
from generator.reading.load import Campaign
from generator.reading.text_file import read_text
from generator.reading.units import Unit
from generator.sheets.campaign_values import values_of
from generator.sheets.importing import Imported
from generator.sheets.outgoing import workbook
from generator.sheets.own_rows import own_rows
from generator.sheets.patched.filling import filled
from generator.sheets.patched.mapping import mapping_of
from generator.sheets.patched.marked import marked_copy

MARKED = " (vướng mắc)"
_LARGEST = 40 * 2**20


def exported(campaign: Campaign, *, blank: bool = False) -> bytes:
    """Return a campaign's lists as a workbook; `blank`: empty ones for its units to fill in."""
    units = {unit.data.don_vi.ma: unit.data.don_vi.ten for unit in campaign.units}
    rows = own_rows(campaign.folder, campaign.dot, campaign.units)
    return workbook(rows, units, blank=blank)


def default_name(campaign: Campaign, units: Sequence[str], *, blank: bool) -> str:
    """Return the name of the workbook of a campaign, or of one unit of it."""
    one = campaign.units[0].data.don_vi.ma if units and len(campaign.units) == 1 else ""
    return f"{one or campaign.folder.absolute().name}{' (trống)' if blank else ''}.xlsx"


def written(file: Path, data: bytes) -> Path | Problem:
    """Write a workbook; beside a file of that name that somebody filled in or made.

    Returns:
        Where it is, or why it could not be written.
    """
    to = beside(file) if file.exists() and edited(file) else file
    wrong = write_file(to, data)
    return wrong[0] if wrong else to


def mark(file: Path, found: Imported) -> Path | Problem:
    """Write the marked copy of a workbook beside it; return its path, or why not."""
    copy = file.with_name(f"{file.stem}{MARKED}{file.suffix}")
    try:
        data = whole(file, _LARGEST)
    except OSError as error:
        return failure(error, Place(file=file.as_posix()))
    made = marked_copy(data, found.plan.told)
    if isinstance(made, Problem):
        return made
    return written(copy, made)


def filled_sheet(
    file: Path, mapping: Path | None, dot: Dot, units: Sequence[Unit]
) -> tuple[bytes | None, list[Problem]]:
    """Fill a superior's sheet with the values of a campaign, or of some of its units.

    Args:
        file: the sheet.
        mapping: the file that says which value goes where; None for a sheet with tags.
        dot: the campaign.
        units: the units wanted.

    Returns:
        The filled workbook with what is told, or None with every problem.
    """
    shown = file.as_posix()
    cells = None
    if mapping is not None:
        text = read_text(mapping)
        if isinstance(text, Problem):
            return None, [text]
        cells, wrong = mapping_of(text, mapping.as_posix())
        if cells is None:
            return None, list(wrong)
    try:
        data = whole(file, _LARGEST)
    except OSError as error:
        return None, [failure(error, Place(file=shown))]
    made, problems = filled(data, values_of(dot, units), cells)
    return made, [each.at(replace(each.place, file=each.place.file or shown)) for each in problems]
