"""Fills the superior's own sheet: its cells hold our tags, or a mapping file says what goes where.

Nothing is loaded and saved: the XML of the sheets is patched, so that formats, rules, pictures and
whatever else a superior put in stays as it was.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from generator.opening.content import REASONS, Refusal, RefusedFileError
from generator.opening.number_formats import GENERAL, formats_of
from generator.problems import Place, Problem, has_errors, problem
from generator.sheets.patched.book import Book, active, book_of, folded
from generator.sheets.patched.cell_names import At, area_of, cell_name
from generator.sheets.patched.cell_values import Piece, fill
from generator.sheets.patched.cells import cells, is_any, needed, rows, tag, whole
from generator.sheets.patched.evaluation import evaluated, left_empty
from generator.sheets.patched.fill_reading import Work, elsewhere, no_sheets, read, shared_texts
from generator.sheets.patched.listed_parts import Changed, unlisted
from generator.sheets.patched.mapping import CachDien
from generator.sheets.patched.moved_refs import Way, in_other_parts, in_sheet, names_moved
from generator.sheets.patched.parts import written
from generator.sheets.patched.repeating import Laid, hindered, laid, repeated, single, stands_at
from generator.sheets.patched.styles import serialised
from generator.sheets.patched.tag_plan import place_of

_NOTHING = CachDien()
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_BEFORE_CALCULATION = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames",
)  # fmt: skip
"""What stands before `calcPr` in a workbook (ECMA-376, 18.2.27)."""


def filled(
    data: bytes, values: Mapping[str, Any], mapping: CachDien | None = None
) -> tuple[bytes | None, list[Problem]]:
    """Fill a workbook.

    Args:
        data: the workbook, whose cells hold tags as in the Word templates; rows between
            `{%tr for … %}` and `{%tr endfor %}`, each alone in its row, are repeated.
        values: what the tags name: texts, numbers, days, dates of birth, and lists and groups of
            these (mappings or models). A number becomes a number, a day a day of Excel where the
            cell has the format of one; texts stay texts whatever they begin with.
        mapping: which value goes where, for a sheet that holds no tags.

    Returns:
        The filled workbook with warnings (KD826, KD828), or None with every problem, each with
        sheet and cell. Saved results of formulas are gone, and Excel calculates all when it opens.
    """
    book = book_of(data)
    if isinstance(book, Problem):
        return None, [book]
    if refused := active(book):
        return None, [refused]
    try:
        return _filled(book, values, mapping or _NOTHING)
    except RefusedFileError as error:
        return None, [problem("KD820", Place(), ly_do=REASONS[error.refusal])]


def _filled(
    book: Book, values: Mapping[str, Any], mapping: CachDien
) -> tuple[bytes | None, list[Problem]]:
    problems = [*no_sheets(book, mapping), *elsewhere(book)]
    works: list[Work] = []
    texts = shared_texts(book)
    for sheet in book.sheets:
        work, more = read(book, sheet, texts, mapping)
        problems += more
        works += [work] if work.plan.cells else []
    if not works and not problems:
        problems = [problem("KD822", Place())]
    if has_errors(problems):
        return None, problems
    found: dict[str, Laid] = {}
    for each in works:
        lines, more = evaluated(each.plan, values)
        of = found[each.sheet.part] = laid(each.plan.spans, lines)
        problems += more
        problems += hindered(each.root, each.sheet.name, of.moves)
        problems += left_empty(each.plan, stands_at(of))
    if has_errors(problems):
        return None, problems
    doubts: dict[Problem, None] = {}
    changed = _changed(book, works, found, doubts.setdefault)
    return written(book.packed, changed), [*problems, *doubts]


def _changed(
    book: Book,
    works: Sequence[Work],
    found: Mapping[str, Laid],
    tell: Callable[[Problem], object],
) -> Changed:
    names = {each.part: folded(each.name) for each in book.sheets}
    moves = {names[part]: of.moves for part, of in found.items() if of.moves.blocks}
    way = Way(
        moves, lambda what, text: tell(problem("KD826", Place(), cai_gi=what, cong_thuc=text))
    )
    changed: Changed = {}
    forms, main = _number_formats(book), book.root(book.main)
    since_1904 = any(
        each.get("date1904") in {"1", "true"} for each in main.iterfind("{*}workbookPr")
    )
    by_part = {each.sheet.part: each for each in works}
    for sheet in book.sheets:
        work = by_part.get(sheet.part)
        if not (work or moves or _FORMULA.search(book.packed.xml[sheet.part])):
            continue
        root = work.root if work else book.root(sheet.part)
        before = etree.tostring(root)
        if moves:
            for at, text in _moved(root, folded(sheet.name), way):
                place = place_of(sheet.name, cell_name(at))
                tell(problem("KD826", place, cai_gi="công thức ở ô này", cong_thuc=f"={text}"))
        if work:
            _put_in(root, work, found[sheet.part], forms, since_1904=since_1904)
        _without_results(root)
        if etree.tostring(root) != before:
            changed[sheet.part] = serialised(root)
    if moves:
        in_other_parts(book, way, changed)
        names_moved(main, [folded(each) for each in _all_sheets(main)], way)
    _calculated_anew(main)
    changed[book.main] = serialised(main)
    unlisted(book, changed, "calcChain")
    return changed


def _all_sheets(main: etree._Element) -> Iterator[str]:
    return (each.get("name") or "" for each in main.iterfind("{*}sheets/{*}sheet"))


def _number_formats(book: Book) -> Sequence[str]:
    """Return the number format of each cell format, by its number."""
    try:
        return formats_of(book.packed.xml[book.styles]) if book.styles else []
    except (ValueError, KeyError, etree.XMLSyntaxError) as error:
        raise RefusedFileError(Refusal.HONG) from error


def _moved(root: etree._Element, home: str, way: Way) -> list[tuple[At, str]]:
    """Repeat and move rows; return the formulas that may mean something else now."""
    shared = root.iterfind("{*}sheetData/{*}row/{*}c/{*}f[@t='shared']")
    if home in way.moves or any("!" in (each.text or "") for each in shared):
        single(root)
    doubtful = repeated(root, home, way.moves)
    in_sheet(root, home, way)
    return doubtful


def _put_in(
    root: etree._Element, work: Work, of: Laid, forms: Sequence[str], *, since_1904: bool
) -> None:
    """Write the values into the cells of a sheet whose rows stand where they will."""
    given = {each.first for each in work.plan.spans if each.given}
    wanted: dict[At, tuple[At, Sequence[Piece]]] = {}
    for number, row in stands_at(of):
        for column, inside in row.cells.items():
            wanted[At(number, column)] = At(row.row, column), inside
        if row.blank and row.row not in given:
            tagged = [at for at in work.plan.cells if at.row == row.row]
            wanted |= {At(number, at.column): (at, []) for at in tagged}
    for at, cell in needed(root, wanted).items():
        template, pieces = wanted[at]
        number = whole(cell.get("s"))
        form = forms[number] if number < len(forms) else GENERAL
        runs = [properties for _, properties in work.plan.cells[template]]
        fill(cell, pieces, form, since_1904=since_1904, runs=runs)


def _without_results(root: etree._Element) -> None:
    """Take the saved results of formulas away: they are of the values that stood there before."""
    formulas = root.findall("{*}sheetData/{*}row/{*}c/{*}f")
    spread = [area_of(each.get("ref") or "") for each in formulas if each.get("t") != "shared"]
    areas = [each for each in spread if each and each.first != each.last]
    of_formulas = [each.getparent() for each in formulas]
    for number, row in rows(root) if areas else ():  # what an array spreads into other cells
        of_formulas += [
            cell for column, cell in cells(row) if any(At(number, column) in each for each in areas)
        ]
    for cell in of_formulas:
        if cell is not None:
            cell.attrib.pop("t", "")
            for each in cell.findall("{*}v"):
                cell.remove(each)


def _calculated_anew(main: etree._Element) -> None:
    """Have all formulas calculated when the workbook is opened."""
    found = main.find("{*}calcPr")
    if found is None:
        found = etree.Element(tag(main, "calcPr"))
        before = [each for each in main if is_any(each, _BEFORE_CALCULATION)]
        main.insert(main.index(before[-1]) + 1, found)
    found.set("fullCalcOnLoad", "1")
