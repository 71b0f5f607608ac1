"""The sheet «Vướng mắc»: a row for each cell that was not taken, with a link to it."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from generator.engine.richtext import ILLEGAL
from generator.files.workbook import height
from generator.sheets.patched.book import Book, Sheet, folded
from generator.sheets.patched.cells import cells, rows, whole
from generator.sheets.patched.styles import Styles
from generator.sheets.patched.texts import LONGEST, text_of
from generator.sheets.rows import Told

NAME = "Vướng mắc"
HEADS = (("Trang", 20), ("Ô", 9), ("Vì sao", 60), ("Cách sửa", 60))
"""The heads of the sheet, with the widths of the columns in characters."""

_MOST_LINKS = 65_530
"""Links that a sheet holds (Excel's specifications and limits); further cells are only named."""

_HIGHEST = 409
"""Points; the highest row that Excel shows."""

_BLUE = "FF0563C1"


def told_sheet(told: Sequence[Told], links: Sequence[str], styles: Styles, main: str) -> bytes:
    """Return the XML of the sheet.

    Args:
        told: the cells, in order.
        links: where each leads within the workbook, «» where there is no such cell.
        styles: the formats of the workbook; those of this sheet are added.
        main: the namespace of the workbook.
    """
    head, plain, blue = _formats(styles)
    lines = [_row(1, [name for name, _ in HEADS], [head] * len(HEADS))]
    for number, (each, link) in enumerate(zip(told, links, strict=True), 2):
        said = [
            each.spot.trang,
            each.spot.o,
            _sentence(each.vi_sao.message),
            _sentence(each.vi_sao.mend),
        ]
        lines.append(_row(number, said, [plain, blue if link else plain, plain, plain]))
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, (_, width) in enumerate(HEADS, 1)
    )
    linked = "".join(
        f'<hyperlink ref="B{number}" location={quoteattr(link)} display={quoteattr(each.spot.o)}/>'
        for number, (each, link) in enumerate(zip(told, links, strict=True), 2)
        if link and number < _MOST_LINKS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:D{len(told) + 1}"/><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{''.join(lines)}</sheetData>"
        + (f"<hyperlinks>{linked}</hyperlinks>" if linked else "")
        + '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _formats(styles: Styles) -> tuple[int, int, int]:
    """Return the formats of heads, of texts and of links, made where the workbook has none."""

    def bold(font: etree._Element) -> None:
        _set(font, "b", 0)

    def link(font: etree._Element) -> None:
        _set(font, "u", 0)
        for each in font.findall("{*}color"):
            font.remove(each)
        _set(font, "color", len(font.findall("{*}u") + font.findall("{*}sz")), rgb=_BLUE)

    lines = str(styles.border())
    look = {"numFmtId": "49", "borderId": lines, "applyNumberFormat": "1", "applyBorder": "1",
            "applyAlignment": "1", "applyFont": "1", "fillId": "0"}  # fmt: skip
    top = '<alignment vertical="top" wrapText="1"/>'
    middle = '<alignment horizontal="center" vertical="center" wrapText="1"/>'
    return (
        styles.like(0, middle, **look, fontId=str(styles.font(bold))),
        styles.like(0, top, **look, fontId="0"),
        styles.like(0, top, **look, fontId=str(styles.font(link))),
    )


def _set(font: etree._Element, word: str, place: int, **attributes: str) -> None:
    if font.find(f"{{*}}{word}") is None:
        made = etree.Element(f"{{{etree.QName(font).namespace}}}{word}", attributes)
        font.insert(place, made)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _row(number: int, texts: Sequence[str], formats: Sequence[int]) -> str:
    widths = [width for _, width in HEADS]
    high = min(height(zip(texts, widths, strict=True)), _HIGHEST)
    inside = "".join(
        f'<c r="{letter}{number}" s="{form}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(ILLEGAL.sub('', text)[:LONGEST])}</t></is></c>"
        for letter, text, form in zip("ABCD", texts, formats, strict=True)
    )
    return f'<row r="{number}" ht="{high}" customHeight="1">{inside}</row>'


def own_sheets(book: Book) -> list[Sheet]:
    """Return the sheets «Vướng mắc» that this program added before; Excel may have saved them."""
    alike = (each for each in book.sheets if folded(each.name).startswith(folded(NAME)))
    return [each for each in alike if _heads(book, each) == [name for name, _ in HEADS]]


def _heads(book: Book, sheet: Sheet) -> list[str]:
    first = next((row for number, row in rows(book.root(sheet.part)) if number == 1), None)
    return [cell_text(book, cell) for _, cell in cells(first)] if first is not None else []


def cell_text(book: Book, cell: etree._Element) -> str:
    """Return the text of a cell, «» for a cell of another kind."""
    if cell.get("t") == "inlineStr":
        return text_of(cell.find("{*}is"))
    number = whole(cell.findtext("{*}v"), -1)
    if cell.get("t") != "s" or not book.strings:
        return ""
    texts = book.root(book.strings).findall("{*}si")
    return text_of(texts[number]) if 0 <= number < len(texts) else ""


def free_name(taken: Iterable[str]) -> str:
    """Return «Vướng mắc», with a number if a sheet is called so."""
    known = {folded(each) for each in taken}
    tries = (NAME if n == 1 else f"{NAME} ({n})" for n in range(1, len(known) + 2))
    return next(each for each in tries if folded(each) not in known)
