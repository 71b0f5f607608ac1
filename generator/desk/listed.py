"""A list of units in a file, as the lines that a clerk would have pasted."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.desk import pasted
from generator.files.atomic import write_file
from generator.opening.content import REASONS, Refusal
from generator.opening.pool import tables
from generator.opening.sheet import cell_text
from generator.opening.tables import Table
from generator.reading.table_files import ENDINGS, csv_shown

MOST = 2_000
"""Rows of a list; a campaign has some hundreds of units at most."""


class Listed(NamedTuple):
    """The text of a list; or, where there is none, why."""

    chu: str = ""
    vi_sao: str = ""


def units_of(name: str, data: bytes) -> Listed:
    """Return the units of a file, a line each: name and, where it has one, secretary.

    Args:
        name: the name of the file, whose ending says what it is.
        data: its bytes.
    """
    if not name.lower().endswith(ENDINGS):
        return Listed(vi_sao="chỉ nhận tệp Excel (.xlsx) hoặc .csv")
    with _lying(name, data) as path:
        rows = _csv(path) if path.suffix.lower() == ".csv" else _sheet(path)
    if isinstance(rows, str):
        return Listed(vi_sao=rows)
    if len(rows) > MOST:
        return Listed(vi_sao=f"tệp có hơn {MOST} hàng, không phải danh sách đơn vị")
    text = pasted.unit_lines(rows)
    return Listed(text) if text else Listed(vi_sao="không thấy tên đơn vị nào trong tệp")


def _csv(path: Path) -> list[list[str]] | str:
    found = csv_shown(path)
    return found if isinstance(found, str) else found.rows


def _sheet(path: Path) -> list[list[str]] | str:
    """Return the rows that Excel shows on the first sheet it shows."""
    found = tables(path)
    if isinstance(found, Refusal):
        return REASONS[found]
    sheet = next((each for each in found if each.shown), None)
    return list(_shown(sheet)) if sheet else "tệp không có trang tính nào"


def _shown(sheet: Table) -> Iterator[list[str]]:
    marks = sheet.marks
    for number, row in enumerate(sheet.rows):
        if number in marks.hidden_rows:
            continue
        yield [
            "" if (number, column) in marks.struck else _text(cell)
            for column, cell in enumerate(row)
            if column not in marks.hidden_columns
        ]


def _text(cell: object) -> str:
    return " ".join(cell_text(cell).split()) if cell is not None else ""


@contextmanager
def _lying(name: str, data: bytes) -> Iterator[Path]:
    """Lay a file on the disk for as long as it is read."""
    with TemporaryDirectory(prefix="danh-sach-") as home:
        path = Path(home) / f"danh-sach{Path(name).suffix.lower()}"
        write_file(path, data)
        yield path
