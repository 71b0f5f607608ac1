"""Writes our workbook and the marked copy of somebody's workbook to the disk."""

from collections.abc import Sequence
from pathlib import Path

from generator.files.atomic import failure, write_file
from generator.opening.regular import whole
from generator.problems import Place, Problem
from generator.reading.load import Campaign
from generator.sheets.importing import Imported
from generator.sheets.marked import marked_copy
from generator.sheets.outgoing import workbook
from generator.sheets.own_rows import own_rows

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
    wrong = write_file(copy, made)
    return wrong[0] if wrong else copy
