"""The unit that the titles over a list name, or the name of its sheet."""

import re
from collections.abc import Iterator

from generator.opening.grid import Grid, cell_name
from generator.sheets.head_rows import cells
from generator.sheets.persons import is_unit, plain, unit_name
from generator.sheets.rows import Cell, Spot
from generator.sheets.words import begins, phrases

_LABELLED = re.compile(
    r"\s*(?:[IVX\d]+[.)]\s*)?(?:tên\s+)?(?:đơn vị|chi bộ|tổ chức đảng|cơ quan)\s*:", re.IGNORECASE
)
_WITHIN = re.compile(
    r"(?<!các )(?<!cho )\b(chi bộ (?!trực thuộc|cơ sở\b|\.|…)[^,;()\n:]+?)"
    r"\s*(?=năm\s+\d{4}|quý\s|tháng\s|tính đến|đến ngày|[()\-–]|$)",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[.…_]{2,}")
_DASH = re.compile(r"\s*[-–—:]\s+|\s+[-–—]\s*")
_KIND_ALONE = 1
"""Words of «UBND» that name no unit yet."""


def unit_over(grid: Grid, top: int) -> Cell | None:
    """Return the unit that all lines of a sheet are of, unless rows or a column name others.

    It is what a title says («Đơn vị: …»), else the chi bộ of the letterhead, of the title, of the
    sheet's name; None if nothing names one. A letterhead of a committee above names none: its lists
    are of many units.
    """
    lines = list(lines_within(grid, range(top)))
    labelled = (
        each
        for each in lines
        if _LABELLED.match(each[1]) and is_unit(each[1]) and each[1][-1] != ":"
    )
    heading = [
        each
        for each in lines
        if begins(plain(each[1]), "don_vi_minh") and plain(each[1]) not in phrases("don_vi_minh")
    ]
    for (row, column), text in (*labelled, *reversed(heading)):
        name = unit_name(_before_title(text))
        if not _BLANK.search(text) and len(name.split()) > _KIND_ALONE:
            return Cell(Spot(grid.name, cell_name(row, column)), name)
    for (row, column), text in lines:
        if (found := _WITHIN.search(text)) and not _BLANK.search(found[1]):
            return Cell(Spot(grid.name, cell_name(row, column)), " ".join(found[1].split()))
    if begins(plain(grid.name), "don_vi_minh"):
        return Cell(Spot(grid.name, "A1"), unit_name(grid.name))
    return None


def _before_title(text: str) -> str:
    """Return a unit without the title that a dash parts from it: «Chi bộ A - danh sách»."""
    for dash in _DASH.finditer(text):
        if begins(plain(text[dash.end() :]), "ten_bang"):
            return text[: dash.start()]
    return text


def lines_within(grid: Grid, rows: range) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the lines of text in some rows, each with its cell; a label with what it labels."""
    for row in rows:
        label = ""
        for column, text in cells(grid, row):
            for line in filter(None, map(str.strip, f"{label} {text}".split("\n"))):
                yield (row, column), line
            label = text if text.endswith(":") else ""  # its value may stand in the next cell
