"""The clerk's own workbook with the cells that were not taken marked, and nothing else changed."""

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from generator.engine.relations import rels_of
from generator.opening.content import REASONS, RefusedFileError
from generator.problems import Place, Problem, problem
from generator.sheets.patched.book import Book, Sheet, book_of
from generator.sheets.patched.cell_names import At, cell_at, cell_name, linked_cell, sheet_link
from generator.sheets.patched.cells import cells, covered, merged, needed, rows, whole
from generator.sheets.patched.listed_parts import Changed, free_part, listed
from generator.sheets.patched.parts import written
from generator.sheets.patched.styles import EMPTY, Styles, serialised
from generator.sheets.patched.told_sheet import free_name, own_sheets, told_sheet
from generator.sheets.rows import Told

COLOR = "FFFFD5D5"
"""A light red that prints as a light grey; no built-in style of Excel has it."""

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def marked_copy(data: bytes, told: Sequence[Told]) -> bytes | Problem:
    """Mark the told cells of a workbook: a light red fill, and a sheet «Vướng mắc» with links.

    Args:
        data: the workbook as the clerk gave it; a marked copy is marked anew, and cells that are
            no longer told lose their mark.
        told: the cells, and why; a cell that the workbook has not is listed without a link.

    Returns:
        The copy: only sheets with marks, formats and the lists of sheets differ, all other parts
        are byte for byte as they were. KD820 for a workbook that cannot be read.
        What it runs or fetches stays as the clerk has it.
    """
    book = book_of(data)
    if isinstance(book, Problem):
        return book
    try:
        return written(book.packed, _changed(book, told))
    except RefusedFileError as error:
        return problem("KD820", Place(), ly_do=REASONS[error.refusal])


def _changed(book: Book, told: Sequence[Told]) -> Changed:
    changed: Changed = {}
    before = own_sheets(book)
    styles = _styles(book)
    fill = styles.fill(COLOR)
    where = [_spot(book, each) for each in told]
    old = _marked_before(book, before)
    links = [""] * len(told)
    for sheet in book.sheets:
        wanted = {n: spot[1] for n, spot in enumerate(where) if spot and spot[0] is sheet}
        earlier = old.get(sheet.part, set())
        if sheet in before or not (wanted or earlier):
            continue
        root = book.root(sheet.part)
        hidden = covered(merged(root), wanted.values())
        seen = {n: hidden.get(at, at) for n, at in wanted.items()}
        if _mark(root, styles, fill, set(seen.values()), earlier):
            changed[sheet.part] = serialised(root)
        for n, at in seen.items():
            links[n] = sheet_link(sheet.name, cell_name(at))
    made = told_sheet(told, links, styles, str(etree.QName(book.root(book.main)).namespace))
    if before:
        changed[before[0].part] = made
        changed |= {each: None for each in [rels_of(before[0].part)] if each in book.packed.kept}
    else:
        _add(book, changed, made)
    if not book.styles:
        part = free_part(book, book.main, "styles")
        listed(book, changed, part, "styles", f"{_TYPE}.styles+xml")
        changed[part] = styles.written()
    elif styles.changed:
        changed[book.styles] = styles.written()
    return changed


def _spot(book: Book, told: Told) -> tuple[Sheet, At] | None:
    sheet, at = book.sheet(told.spot.trang), cell_at(told.spot.o)
    return (sheet, at) if sheet and at else None


def _styles(book: Book) -> Styles:
    if book.styles:
        return Styles(book.root(book.styles))
    return Styles(etree.fromstring(EMPTY.format(main=etree.QName(book.root(book.main)).namespace)))


def _marked_before(book: Book, own: Iterable[Sheet]) -> Mapping[str, set[At]]:
    """Return the cells that an earlier copy marked, by the part of their sheet."""
    found: dict[str, set[At]] = {}
    for each in own:
        for link in book.root(each.part).iterfind("{*}hyperlinks/{*}hyperlink"):
            led = linked_cell(link.get("location") or "")
            sheet = book.sheet(led[0]) if led else None
            if led and sheet:
                found.setdefault(sheet.part, set()).add(led[1])
    return found


def _mark(
    root: etree._Element, styles: Styles, fill: int, wanted: set[At], earlier: set[At]
) -> bool:
    """Give the wanted cells the fill, take it from the earlier ones; return whether any changed."""
    forms = {}
    fills = styles.filled(COLOR)
    for cell in needed(root, wanted).values():
        has = styles.number_of_fill(_form(cell)) in fills
        like = {} if has else {"fillId": str(fill), "applyFill": "1"}
        forms[cell] = styles.like(_form(cell), **like)
    gone = {
        at.row: {each.column for each in earlier - wanted if each.row == at.row} for at in earlier
    }
    for number, row in rows(root):
        for column, cell in cells(row) if number in gone else ():
            if column in gone[number]:
                forms[cell] = styles.unfilled(_form(cell), fills)
    changed = False
    for cell, form in forms.items():
        changed |= _form(cell) != form
        cell.set("s", str(form))
    return changed


def _form(cell: etree._Element) -> int:
    return whole(cell.get("s"))


def _add(book: Book, changed: Changed, made: bytes) -> None:
    """Add the sheet behind all others."""
    part = free_part(book, book.sheets[0].part, "vuong-mac")
    link = listed(book, changed, part, "worksheet", f"{_TYPE}.worksheet+xml")
    changed[part] = made
    root = book.root(book.main)
    sheets = root.findall("{*}sheets/{*}sheet")
    number = max(whole(each.get("sheetId")) for each in sheets) + 1
    name = free_name([each.name for each in book.sheets] + list(book.others))
    new = etree.Element(sheets[0].tag, name=name, sheetId=str(number))
    new.set(next(key for each in sheets for key in each.attrib if _is_link(key)), link)
    sheets[-1].addnext(new)
    changed[book.main] = serialised(root)


def _is_link(key: str | bytes) -> bool:
    return etree.QName(key).localname == "id"
