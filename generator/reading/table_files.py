"""Reads the tables of a letter that stand in a file beside it, `.csv` or `.xlsx`."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model import VanBan
from generator.model.table import Bang, CotBang
from generator.opening.content import REASONS, Refusal
from generator.opening.pool import tables
from generator.opening.regular import whole
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.sheet_rows import Shown, sheet_rows
from generator.reading.suggest import nearest
from generator.wording.legacy import legacy

ENDINGS = (".csv", ".xlsx")
MOST_ROWS, MOST_COLUMNS = 5_000, 40
_LARGEST = 10 * 2**20
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
"""The beginning of a file by which Excel tells its encoding."""


def table_files(folder: Path) -> list[Path]:
    """Return the files beside the letters of a campaign that may hold a table."""
    try:
        return sorted(each for each in folder.iterdir() if each.name.lower().endswith(ENDINGS))
    except OSError:
        return []


def with_table_files(document: VanBan, folder: Path) -> tuple[VanBan, list[Problem]]:
    """Return a letter with the rows of its tables' files, and what is wrong with these.

    Args:
        document: the letter as read.
        folder: where it stands, and its tables' files.

    Returns:
        The letter; KD176 for a file that cannot be read as a table, at its key.
    """
    if not any(each.tep for each in tables_of(document)):
        return document, []
    body, found = _filled(document.bang, folder, ("bang",))
    annexes = []
    for index, annex in enumerate(document.phu_luc):
        made, more = _filled(annex.bang, folder, ("phu_luc", index, "bang"))
        annexes.append(annex.model_copy(update={"bang": made}))
        found += more
    return document.model_copy(update={"bang": body, "phu_luc": tuple(annexes)}), found


def tables_of(document: VanBan) -> Iterator[Bang]:
    """Yield the tables of a letter that are given apart from its texts."""
    yield from document.bang
    for annex in document.phu_luc:
        yield from annex.bang


def _filled(
    tables: Sequence[Bang], folder: Path, path: DataPath
) -> tuple[tuple[Bang, ...], list[Problem]]:
    made, problems = [], []
    for index, each in enumerate(tables):
        if each.tep is None or each.hang:
            made.append(each)
            continue
        read = _rows(folder, each)
        if isinstance(read, str):
            place = Place(path=(*path, index, "tep"))
            problems.append(problem("KD176", place, tep=each.tep, ly_do=read))
            made.append(each)
        else:
            made.append(_with_rows(each, read))
    return tuple(made), problems


def _with_rows(table: Bang, read: Shown) -> Bang:
    """Give a table the rows of its file, and its heads where `cot` has none."""
    above, rest = read.rows[0], read.rows[read.heads :]
    below = read.rows[read.heads - 1]
    head = [own or over for own, over in zip(below, above, strict=True)]
    named = [*table.cot, *(CotBang() for _ in head[len(table.cot) :])]
    groups = [
        over if own and read.heads > 1 else "" for own, over in zip(below, above, strict=True)
    ]
    columns = tuple(
        each.model_copy(
            update={"ten": each.ten or head[n] or None, "nhom": each.nhom or groups[n] or None}
        )
        for n, each in enumerate(named[: len(head)])
    )
    return table.model_copy(
        update={
            "cot": columns,
            "hang": tuple(tuple(cell or None for cell in row) for row in rest),
        }
    )


def _rows(folder: Path, table: Bang) -> Shown | str:
    """Return what a file shows without empty rows, all of one length; or why there is nothing."""
    name = table.tep or ""
    path = folder / name
    if Path(name).name != name or not name.lower().endswith(ENDINGS):
        return "chỉ nhận tệp .csv hoặc .xlsx nằm cùng thư mục với văn bản"
    if not path.is_file():
        near = nearest(name, [each.name for each in table_files(folder)])
        return f"không có tệp này{f'; có phải ý đồng chí là «{near}»?' if near else ''}"
    read = csv_shown(path) if name.lower().endswith(".csv") else _sheet(path, table.trang_tinh)
    if isinstance(read, str):
        return read
    rows, heads = read
    filled = [row for row in rows if any(row)]
    if len(filled) <= heads:
        return "tệp phải có một dòng đầu cột và ít nhất một hàng"
    width = max(n for n, cell in enumerate(filled[0], 1) if cell)
    if len(filled) > MOST_ROWS or width > MOST_COLUMNS:
        return f"bảng lớn quá {MOST_ROWS} hàng hoặc {MOST_COLUMNS} cột"
    for number, row in enumerate(rows, 1):
        if any(row) and (len(row) < width or any(row[width:])):
            there = max((n for n, cell in enumerate(row, 1) if cell), default=0)
            many = max(there, len(row) if len(row) < width else 0)
            return (
                f"dòng {number} có {many} ô, đầu cột có {width}; "
                "dấu phẩy trong ô thì đặt ô trong ngoặc kép"
            )
    return Shown([row[:width] for row in filled], heads)


def csv_shown(path: Path) -> Shown | str:
    """Return the rows of a CSV file, the first one as heads; or why it cannot be read."""
    try:
        data = whole(path, _LARGEST)
    except OSError:
        return "không mở được tệp"
    encoding = next((code for mark, code in _MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return "tệp không ở bảng mã UTF-8; trong Excel chọn Lưu thành «CSV UTF-8»"
    if old := next((found for row in text.splitlines() if (found := legacy(row))), None):
        return f"tệp gõ bằng bảng mã {old.bang_ma}; chuyển sang Unicode rồi lưu lại"
    first = text.split("\n", 1)[0]
    between = max(";,\t", key=first.count)
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=between, strict=True))
    except csv.Error:
        return "có dấu ngoặc kép mở mà không đóng, hoặc ô gõ sai cách của tệp CSV"
    return Shown([[" ".join(cell.split()) for cell in row] for row in rows], 1)


def _sheet(path: Path, wanted: str | None) -> Shown | str:
    found = tables(path)
    if isinstance(found, Refusal):
        return REASONS[found]
    visible = [each for each in found if each.shown]
    sheets = [each for each in found if each.name == wanted] if wanted else visible[:1]
    if not sheets:
        known = ", ".join(f"«{each.name}»" for each in visible)
        return f"không có trang tính «{wanted}»; tệp có {known}" if wanted else "tệp không có trang"
    return sheet_rows(sheets[0])
