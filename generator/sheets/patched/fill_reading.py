"""Reads what is to be filled into a workbook: tags of its cells, and those of a mapping file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.engine.relations import parse
from generator.problems import Place, Problem, problem
from generator.sheets.patched.book import Book, Sheet
from generator.sheets.patched.cell_names import At, area_name, cell_at, cell_name
from generator.sheets.patched.cells import cells, covered, is_any, merged, rows, whole
from generator.sheets.patched.mapping import CachDien
from generator.sheets.patched.tag_plan import Plan, Runs, has_tag, place_of, plan
from generator.sheets.patched.texts import runs_of

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PLACES = {
    "drawing": "khung chữ, hình", "chart": "biểu đồ", "comment": "ghi chú",
    "table": "tên cột của bảng", "workbook": "tên trang hoặc tên vùng",
    "docprops": "thuộc tính của tệp",
}  # fmt: skip
"""What a part with such a word in its name is to who looks at the workbook."""


@dataclass(frozen=True, slots=True)
class Work:
    """A sheet with what is to be filled in."""

    sheet: Sheet
    root: etree._Element
    plan: Plan


def no_sheets(book: Book, mapping: CachDien) -> Iterator[Problem]:
    """Tell of sheets that the mapping file names and the workbook has not."""
    names = ", ".join(f"«{each.name}»" for each in book.sheets)
    named = [each.trang for each in mapping.o] + [each.trang for each in mapping.danh_sach]
    for trang in dict.fromkeys(named):
        if book.sheet(trang) is None:
            place = Place(part=f"trang tính «{trang}»")
            yield problem("KD823", place, vi_sao=f"sổ không có trang này, chỉ có {names}")


def read(
    book: Book, sheet: Sheet, texts: Sequence[Runs], mapping: CachDien
) -> tuple[Work, list[Problem]]:
    """Read the tags of a sheet, and what the mapping file puts in.

    Args:
        book: the workbook.
        sheet: the sheet.
        texts: from `shared_texts`.
        mapping: what goes where.

    Returns:
        The sheet with its plan, and every problem with its cell.
    """
    root = book.root(sheet.part)
    found: dict[At, Runs] = {}
    said: dict[int, str] = {}
    problems: list[Problem] = []
    for number, row in rows(root):
        inside = {column: _runs(cell, texts) for column, cell in cells(row)}
        tagged = {column: runs for column, runs in inside.items() if has_tag(_joined(runs))}
        formulas = {column: cell.findtext("{*}f") or "" for column, cell in cells(row)}
        if tagged:
            texts_of_row = [_joined(runs) for runs in inside.values()]
            said[number] = " ".join(filter(None, [*texts_of_row, *formulas.values()]))
            found |= {At(number, column): runs for column, runs in tagged.items()}
        for column, formula in formulas.items():
            if tags := _TAG.findall(formula):
                place = place_of(sheet.name, cell_name(At(number, column)))
                problems.append(problem("KD824", place, the=tags[0], cho="một công thức"))
    given, more = _given(root, sheet, book, mapping)
    lists = [each for each in mapping.danh_sach if book.sheet(each.trang) is sheet]
    made, told = plan(sheet.name, {**found, **given}, said, lists)
    return Work(sheet, root, made), [*problems, *more, *told]


def _joined(runs: Runs) -> str:
    return "".join(text for text, _ in runs)


def shared_texts(book: Book) -> Sequence[Runs]:
    """Return the texts that the cells of a workbook share, by their number."""
    if not book.strings:
        return []
    return [runs_of(each) for each in book.root(book.strings).iterfind("{*}si")]


def _runs(cell: etree._Element, texts: Sequence[Runs]) -> Runs:
    kind = cell.get("t")
    if kind == "inlineStr":
        return runs_of(cell.find("{*}is"))
    value = cell.findtext("{*}v") or ""
    if kind == "s":
        number = whole(value, -1)
        return texts[number] if 0 <= number < len(texts) else []
    return [(value, None)] if cell.find("{*}f") is None else []


def _given(
    root: etree._Element, sheet: Sheet, book: Book, mapping: CachDien
) -> tuple[dict[At, Runs], list[Problem]]:
    """Return what the mapping file puts into cells; a merged area takes it in its first one."""
    wanted: dict[At, str] = {}
    for one in mapping.o:
        at = cell_at(one.o)
        if at is not None and book.sheet(one.trang) is sheet:
            wanted[at] = one.gia_tri
    for each in mapping.danh_sach:
        if book.sheet(each.trang) is sheet:
            columns = {column: cell_at(f"{column}{each.dong}") for column in each.cot}
            wanted |= {at: each.expression(column) for column, at in columns.items() if at}
    areas = merged(root)
    hidden = covered(areas, wanted)
    shown = {hidden.get(at, at): text for at, text in wanted.items()}
    problems = [
        problem("KD823", place_of(sheet.name, cell_name(at)), vi_sao="ô đang có công thức")
        for at in _with_formulas(root, shown)
    ]
    problems += [
        problem("KD823", place_of(sheet.name, cell_name(at)),
                vi_sao=f"ô này bị ô {cell_name(hidden[at])} gộp mất, mà ô ấy cũng được điền")
        for at in wanted if at in hidden and hidden[at] != at and hidden[at] in wanted
    ]  # fmt: skip
    for each in mapping.danh_sach:
        if book.sheet(each.trang) is sheet:
            problems += [
                problem("KD823", place_of(sheet.name, cell_name(area.first)),
                        vi_sao=f"vùng gộp {area_name(area)} đi qua hàng của danh sách")
                for area in areas
                if area.first.row < area.last.row
                and area.first.row <= each.last and area.last.row >= each.dong
            ]  # fmt: skip
    return {at: [(text, None)] for at, text in shown.items()}, problems


def _with_formulas(root: etree._Element, wanted: Iterable[At]) -> Iterator[At]:
    by_row: dict[int, set[int]] = {}
    for at in wanted:
        by_row.setdefault(at.row, set()).add(at.column)
    for number, row in rows(root):
        for column, cell in cells(row) if number in by_row else ():
            if column in by_row[number] and cell.find("{*}f") is not None:
                yield At(number, column)


def elsewhere(book: Book) -> Iterator[Problem]:
    """Tell of tags where nothing is filled in: text boxes, charts, comments, headers."""
    for name, data in book.packed.xml.items():
        if name == book.strings or (b"{{" not in data and b"{%" not in data):
            continue
        sheet = next((each for each in book.sheets if each.part == name), None)
        root = parse(data)
        for top in (root if sheet else [root]) if root is not None else ():
            if is_any(top, ("sheetData",)):
                continue
            text = " ".join([*_texts(top)])
            for found in dict.fromkeys(_TAG.findall(text)):
                place = Place(part=f"trang tính «{sheet.name}»" if sheet else "")
                yield problem("KD824", place, the=" ".join(found.split()), cho=_where(name, sheet))


def _texts(root: etree._Element) -> Iterator[str]:
    """Yield the texts of a part, those of a paragraph whole since Excel splits them."""
    inside = False
    for each in root.iter(etree.Element):
        if is_any(each, ("p",)):
            inside = True
            yield "".join(str(text) for text in each.itertext())
        elif each.text and not inside:
            yield each.text
        yield from (str(value) for value in each.attrib.values())


def _where(name: str, sheet: Sheet | None) -> str:
    if sheet:
        return "đầu trang, quy tắc hoặc liên kết của trang tính"
    return next((what for word, what in _PLACES.items() if word in name.lower()), f"phần «{name}»")
