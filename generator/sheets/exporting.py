"""Our workbook, and the marked copy of somebody's workbook: from and to files."""

from collections.abc import Sequence
from pathlib import Path

from generator.files.atomic import failure
from generator.files.documents import write_document
from generator.opening.regular import whole
from generator.problems import Place, Problem
from generator.reading.load import Campaign
from generator.sheets.outgoing import workbook
from generator.sheets.own_rows import own_rows, unit_names
from generator.sheets.patched.marked import marked_copy
from generator.sheets.rows import Told

MARKED = " (vướng mắc)"
LARGEST = 40 * 2**20
"""Bytes of somebody's workbook that is marked or filled."""


def exported(campaign: Campaign, *, blank: bool = False) -> bytes:
    """Return a campaign's lists as a workbook; `blank`: empty ones for its units to fill in."""
    rows = own_rows(campaign.folder, campaign.dot, campaign.units)
    return workbook(rows, unit_names(campaign.units), blank=blank)


def default_name(campaign: Campaign, units: Sequence[str], *, blank: bool) -> str:
    """Return the name of the workbook of a campaign, or of one unit of it."""
    one = campaign.units[0].data.don_vi.ma if units and len(campaign.units) == 1 else ""
    return f"{one or campaign.folder.absolute().name}{' (trống)' if blank else ''}.xlsx"


def mark(file: Path, told: Sequence[Told]) -> tuple[Path | None, list[Problem]]:
    """Write the marked copy of a workbook beside it.

    Returns:
        Where it is, None if it could not be made, and what is told.
    """
    try:
        data = whole(file, LARGEST)
    except OSError as error:
        return None, [failure(error, Place(file=file.as_posix()))]
    made = marked_copy(data, told)
    if isinstance(made, Problem):
        return None, [made]
    return write_document(file.with_name(f"{file.stem}{MARKED}{file.suffix}"), made)
