"""A superior's sheet, from files: with the values of a campaign, or of some of its units."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.files.atomic import failure
from generator.model import Dot
from generator.opening.regular import whole
from generator.problems import Place, Problem
from generator.reading.text_file import read_text
from generator.reading.units import Unit
from generator.sheets.campaign_values import values_of
from generator.sheets.exporting import LARGEST
from generator.sheets.patched.filling import filled
from generator.sheets.patched.mapping import mapping_of


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
        data = whole(file, LARGEST)
    except OSError as error:
        return None, [failure(error, Place(file=shown))]
    made, problems = filled(data, values_of(dot, units), cells)
    return made, [each.at(replace(each.place, file=each.place.file or shown)) for each in problems]
