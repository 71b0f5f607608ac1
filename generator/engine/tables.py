"""Makes a Word table as one value, for `{{p doan.bang }}`: the paragraph of the tag becomes it.

The number of columns, their widths and the merged cells of the head are known only with the data,
so no table of the template can be repeated for it. Its look is still the template's: the styles are
named, and `styled` puts in the identifiers that the template gives them.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lxml import etree
from markupsafe import Markup

from generator.engine.richtext import MARK, Ready, Runs
from generator.engine.styles import Styles

TABLE, HEAD, CELL, BELOW = "Bảng có viền", "Đầu bảng", "Ô bảng", "Cách dòng"
STYLES = (TABLE, HEAD, CELL, BELOW)
"""The names of the styles: of the table, a cell of its head, any other cell, the line below."""

_MARK = re.compile(rb"\x02<(style|borders) ([^/>]*)/>")
_TURN = f"{MARK}<turned/>"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_SECTION = re.compile(rb"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_PAGE = re.compile(rb'<w:pgSz w:w="(\d+)" w:h="(\d+)"[^>]*/>')
_MARGIN = re.compile(rb'(?<=\s)w:(top|right|bottom|left)="(\d+)"')
_QUARTER = {b"top": b"left", b"right": b"top", b"bottom": b"right", b"left": b"bottom"}
"""Which margin becomes which when the page is turned to the left, as the bound edge goes up."""


class Blocks(Ready):
    """Whole paragraphs and tables, to take the place of a paragraph (`{{p doan.bang }}`)."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return bool(self.xml)


NOTHING = Blocks(Markup(""))
TURNED = Blocks(Markup(_TURN))  # noqa: S704 - a mark of this module
"""Turns the page of the section in which it stands."""


class Cell(NamedTuple):
    """A cell: its text, where it stands (left, center, right), and what it covers.

    `down` is 0 for a cell that the one above covers.
    """

    chu: Runs
    can: str
    across: int = 1
    down: int = 1


def table(
    widths: Sequence[int], head: Sequence[Sequence[Cell]], rows: Sequence[Sequence[Cell]],
    *, last: bool,
) -> Blocks:  # fmt: skip
    """Return a table and the narrow line below it.

    Args:
        widths: of each column, in twips.
        head: the rows that every page repeats.
        rows: the others; no page cuts one.
        last: whether it ends its text, so that its last row goes with what follows. A row of one
            cell heads those below it and goes with them.
    """
    cells = [cell for row in (*head, *rows) for cell in row]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    below = f"<w:p><w:pPr>{MARK}<style {BELOW}/>{'<w:keepNext/>' * last}</w:pPr></w:p>"
    count = len(widths)
    kept = {n for n, row in enumerate(rows) if len(row) == 1 < count} | (
        {len(rows) - 1} if last else set()
    )
    xml = (
        f'<w:tbl><w:tblPr>{MARK}<style {TABLE}/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{MARK}<borders {TABLE}/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        + "".join(_row(row, widths, HEAD, keep=False) for row in head)
        + "".join(_row(row, widths, CELL, keep=n in kept) for n, row in enumerate(rows))
        + f"</w:tbl>{below}"
    )
    return Blocks(Markup(xml), any(cell.chu.illegal for cell in cells))  # noqa: S704 - from runs


def _row(row: Sequence[Cell], widths: Sequence[int], style: str, *, keep: bool) -> str:
    repeated = "<w:tblHeader/>" * (style == HEAD)
    made, at = [], 0
    for cell in row:
        made.append(_cell(cell, sum(widths[at : at + cell.across]), style, keep=keep))
        at += cell.across
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(made)}</w:tr>"


def _cell(cell: Cell, width: int, style: str, *, keep: bool) -> str:
    across = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    down = "<w:vMerge/>" if cell.down == 0 else '<w:vMerge w:val="restart"/>' * (cell.down > 1)
    middle = '<w:vAlign w:val="center"/>' * (style == HEAD)
    where = f'<w:jc w:val="{cell.can}"/>' if cell.can != "left" else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{down}{middle}</w:tcPr>'
        f"<w:p><w:pPr>{MARK}<style {style}/>{'<w:keepNext/>' * keep}{where}</w:pPr>{cell.chu.xml}"
        "</w:p></w:tc>"
    )


def styles_of(root: etree._Element | None) -> Mapping[str, str]:
    """Return the identifiers of the styles of a table in a styles part, by their names."""
    found = Styles(root).names if root is not None else {}
    return {name: found[name] for name in STYLES if name in found}


def styled(xml: bytes, names: Mapping[str, str]) -> bytes:
    """Put a template's own identifiers in the place of the names of styles.

    Args:
        xml: a rendered part.
        names: the identifier of each style by its name. Without a style for tables, the table
            itself has lines.
    """

    def written(found: re.Match[bytes]) -> bytes:
        name = found[2].decode()
        known = names.get(name)
        if found[1] == b"borders":
            return b"" if known else f"<w:tblBorders>{_BORDERS}</w:tblBorders>".encode()
        kind = "tblStyle" if name == TABLE else "pStyle"
        return f'<w:{kind} w:val="{known}"/>'.encode() if known else b""

    return _MARK.sub(written, xml)


def turned(xml: bytes) -> bytes:
    """Turn the page of each section that holds the mark `TURNED`."""
    pieces = xml.split(_TURN.encode())
    for n, piece in enumerate(pieces[1:], 1):
        pieces[n] = _SECTION.sub(lambda found: _landscape(found[0]), piece, count=1)
    return b"".join(pieces)


def _landscape(section: bytes) -> bytes:
    size = rb'<w:pgSz w:w="\2" w:h="\1" w:orient="landscape"/>'
    margins: dict[bytes, bytes] = dict(_MARGIN.findall(section))
    return _MARGIN.sub(
        lambda found: b'w:%b="%b"' % (found[1], margins[_QUARTER[found[1]]]),
        _PAGE.sub(size, section),
    )
