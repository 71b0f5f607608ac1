"""Walks through the body of a Word file and yields its lines as they were typed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from generator.opening.content import MAX_LETTERS, MAX_LINES
from generator.opening.looks import Look, Styles, given_by, look_of, value
from generator.opening.numbering import whole
from generator.opening.tracked import INS, is_by, later_hands
from generator.opening.typed_letters import Piece
from generator.opening.typed_line import (
    CUT,
    FILE,
    INK,
    INSERTED_LATER,
    NOTE,
    PICTURE,
    RAISED,
    RING,
    Typed,
    first,
)
from generator.opening.word_controls import chosen, drawn, to_be_told
from generator.opening.word_parts import (
    BR,
    CONTROL,
    CR,
    FIELD,
    HYPHEN,
    INSERTED,
    LEFT_OUT,
    MATH,
    PICTURES,
    RUN,
    SYM,
    TAB,
    P,
    T,
    W,
    said,
)

_TABLE, _ROW, _CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
_CELL_IN_CONTROL = f"{W}sdt/{W}sdtContent/{_CELL}"
_FIELD_MARK, _SOFT = f"{W}fldChar", f"{W}softHyphen"
_NOTES = (f"{W}footnoteReference", f"{W}endnoteReference")
_PLAIN = Look()
_CODE = re.compile("(?![dD][89a-fA-F])[0-9a-fA-F]{4}")
"""A sign, but no half of one."""

_RAISED = frozenset({"superscript", "subscript"})
_GONE = (f"{W}del", f"{W}moveFrom")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph: the line of it that is read, its style, whether its end was deleted."""

    line: Typed
    style: str = ""
    joined: bool = False


@dataclass(slots=True)
class _Row:
    """Where the walk is in a table; the first row and column are 1."""

    table: int
    row: int = 0
    column: int = 1
    covered: int = 0


@dataclass(slots=True)
class _Walk:
    """What is open while the walk goes on, and the lines so far.

    A text box inside a paragraph has its own: `open` holds the paragraphs from the outermost,
    `looks` those of the runs. `controls` say what stands for the content of a control (None: its
    content itself, empty: it was told); `fields` what old drop-downs show unless text does;
    `carried` is what goes on in the next paragraph, `waiting` what is in doubt on the next line;
    `raised` says that the run stands above or below the line; `others` are the authors whose
    insertions are in doubt (`tracked`).
    """

    styles: Styles
    number: Callable[[str, str, str], str]
    lines: list[Typed] = field(default_factory=list)
    letters: int = 0
    cut: bool = False
    open: list[_Paragraph] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    known: dict[tuple[object, ...], Look] = field(default_factory=dict)
    tables: list[_Row] = field(default_factory=list)
    cells: list[tuple[int, int, int, int, bool, int]] = field(default_factory=list)
    controls: list[str | None] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    paragraphs: int = 0
    counted: int = 0
    carried: list[Piece] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    others: frozenset[str] = frozenset()
    raised: bool = False

    def type(self, text: str, look: Look | None = None) -> None:
        """Add text to the line that is open."""
        if not text:
            return
        if not self.open:  # outside any paragraph, as no Word writes it
            self.open.append(_Paragraph(Typed([], self.paragraphs + 1, None)))
        if self.fields and self.fields[-1] and text.strip():
            self.fields[-1] = ""
        look = look or (self.looks[-1] if self.looks else _PLAIN)
        line = self.open[-1].line
        if self.raised and text[0].isdecimal() and line.pieces:
            line.doubts += [RAISED] * line.pieces[-1].text[-1:].isdecimal()
        line.pieces.append(Piece(text, look))

    def end_line(self) -> None:
        """Close the line that is open; what follows in its paragraph is another."""
        if not self.open:
            return
        line = self.open[-1].line
        text = "".join(piece.text for piece in line.pieces)
        self._shows(line, text)
        if text.replace(RING, "").strip(" \u00a0"):
            room = MAX_LETTERS - self.letters
            self.cut = len(self.lines) >= MAX_LINES or room <= 0
            if not self.cut:
                self.cut = len(text) > room
                self.letters += len(text)
                line.pieces = first(line.pieces, room)
                line.doubts += self.waiting
                self.waiting = []
                self.lines.append(line)
                line = Typed([], line.noi, line.cell)
        elif RING in text:  # it may be drawn over the text beside it
            self.waiting.append(RING)
        self.open[-1].line = Typed([], line.noi, line.cell, line.bullet, line.doubts)

    def _shows(self, line: Typed, text: str) -> None:
        """Doubt what is above where only a picture or a line of a pen stands: its answer."""
        if any(map(str.isalnum, text)):
            line.doubts[:] = [each for each in line.doubts if each != INK]
        elif {PICTURE, INK} & {*line.doubts}:
            line.doubts[:] = [each for each in line.doubts if each not in {PICTURE, INK}]
            above = (each for each in reversed(self.lines) if any(map(_says, each.pieces)))
            next((each.doubts for each in above), self.waiting).append(PICTURE)

    def begin_paragraph(self, paragraph: etree._Element) -> None:
        """Open a paragraph, with its number if Word gives it one."""
        self.paragraphs += 1
        properties = {each.tag: each for each in next(paragraph.iterchildren(f"{W}pPr"), ())}
        style = value(properties.get(f"{W}pStyle")) or self.styles.usual
        mark = properties.get(f"{W}rPr")
        joined = mark is not None and any(mark.find(each) is not None for each in _GONE)
        name, level = self.styles.numbers.get(style, ("", ""))
        if (own := properties.get(f"{W}numPr")) is not None:
            name = value(own.find(f"{W}numId")) or name
            level = value(own.find(f"{W}ilvl")) or level
        bullet = self.number(name, level, style) if name and not joined else ""
        cell = self.cells[-1] if self.cells else None
        line = Typed(self.carried, self.paragraphs, cell, bullet)
        self.open.append(_Paragraph(line, style, joined))
        self.carried = []

    def end_paragraph(self, _: etree._Element) -> None:
        """Close a paragraph; one whose end was deleted goes on in the next."""
        if self.open[-1].joined:
            self.carried = self.open[-1].line.pieces
        else:
            self.end_line()
        self.open.pop()

    def begin_run(self, run: etree._Element) -> bool:
        """Open a run, and return whether its text is read."""
        style = self.open[-1].style if self.open else ""
        own = given_by(next(run.iterchildren(f"{W}rPr"), None))
        key = (style, *own.items())
        look = self.known.get(key) or look_of(own, style, self.styles)
        self.known[key] = look
        self.looks.append(look)
        self.raised = value(run.find(f"{W}rPr/{W}vertAlign")) in _RAISED
        if look.unseen:
            return False
        for at, instead in enumerate(self.controls):
            if instead is not None:
                self.controls[at] = ""
                self.type(instead)
                return False
        return True

    def begin_cell(self, cell: etree._Element) -> None:
        """Open a cell of the row that is open."""
        at = self.tables[-1] if self.tables else _Row(0)
        wide = _wide(cell)
        tall = cell.find(f"{W}tcPr/{W}vMerge") is not None
        self.cells.append((at.table, at.row, at.column, wide, tall, at.covered))
        at.column += wide

    def begin_row(self, row: etree._Element) -> bool:
        """Open a row, and return whether it is there: one that was deleted is not."""
        if row.find(f"{W}trPr/{W}del") is not None:
            return False
        if self.tables:
            at = self.tables[-1]
            at.row += 1
            before = whole(value(row.find(f"{W}trPr/{W}gridBefore")))
            at.column = 1 + before
            own = (*row.iterfind(_CELL), *row.iterfind(_CELL_IN_CONTROL))
            at.covered = before + sum(map(_wide, own))
        return True

    def symbol(self, element: etree._Element) -> None:
        """Add a sign that is told by its font and its code."""
        code = element.get(f"{W}char") or ""
        if not _CODE.fullmatch(code):
            return
        number = int(code, 16)
        sign = chr(number + 0xF000 if number < 0x100 else number)
        look = self.looks[-1] if self.looks else _PLAIN
        self.type(sign, look._replace(font=element.get(f"{W}font") or ""))

    def field_mark(self, mark: etree._Element) -> None:
        """Open or close a field; an old drop-down shows what was chosen."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self.fields.append(chosen(mark))
        elif kind == "end" and self.fields:
            self.type(self.fields.pop())

    def picture(self, element: etree._Element) -> None:
        """Note what is drawn or shown at this place."""
        found = drawn(element)
        if found in {"drawn", "ink"}:
            self.type(RING)
        if found in {"picture", "ink"} and self.open:
            self.open[-1].line.doubts.append(PICTURE if found == "picture" else INK)

    def math(self, element: etree._Element) -> None:
        """Add a text of a formula: a fraction, a power looks otherwise than its text reads."""
        self.type((element.text or "").replace(RING, ""))
        if self.open and PICTURE not in self.open[-1].line.doubts:
            self.open[-1].line.doubts.append(PICTURE)

    def insertion(self, element: etree._Element) -> None:
        """Note that somebody put words into what was written."""
        if self.open and is_by(element, self.others):
            self.open[-1].line.doubts.append(INSERTED_LATER)

    def note(self, _: etree._Element) -> None:
        """Note that a footnote or endnote hangs here, whose text stands elsewhere."""
        if self.open:
            self.open[-1].line.doubts.append(NOTE)


def typed_lines(
    root: etree._Element, styles: Styles, number: Callable[[str, str, str], str]
) -> list[Typed]:
    """Return the lines of a document, in the order of their paragraphs.

    Args:
        root: the root of the document.
        styles: those of the file.
        number: what tells the number of a paragraph (`numbering.counting`).

    Returns:
        The lines that say something, within the limits of length; `RING` is in their text where
        something is drawn, and among the doubts where it is drawn on an empty line beside.
    """
    walk = _Walk(styles, number, others=later_hands(root))
    events = etree.iterwalk(root, events=("start", "end"), tag=tuple(map(str, _BEGIN)))
    for event, each in events:
        if event == "end":
            if each.tag in _END:
                _END[each.tag](walk, each)
        elif _BEGIN[each.tag](walk, each) is False:
            events.skip_subtree()
        if walk.cut:
            break
    walk.open = walk.open[-1:] if not walk.cut else []
    if walk.carried:
        walk.open = [_Paragraph(Typed(walk.carried, walk.paragraphs, None))]
    walk.end_line()
    if walk.lines:
        walk.lines[-1].doubts += [*walk.waiting, *((CUT,) if walk.cut else ())]
    return sorted(walk.lines, key=lambda line: line.noi)


def _begin_table(walk: _Walk, _: etree._Element) -> None:
    walk.counted += 1
    walk.tables.append(_Row(walk.counted))


def _wide(cell: etree._Element) -> int:
    return whole(value(cell.find(f"{W}tcPr/{W}gridSpan")), 1)


def _end_control(walk: _Walk, _: etree._Element) -> None:
    instead = walk.controls.pop()
    outer = any(each is not None for each in walk.controls)
    if instead and walk.open and not outer:  # it has no run in whose place it would be told
        walk.type(instead)


def _says(piece: Piece) -> bool:
    return any(map(str.isalnum, piece.text))


def _drop(stack: list[Any]) -> None:
    stack.pop()


_BEGIN: dict[object, Callable[[_Walk, etree._Element], bool | None]] = {
    P: _Walk.begin_paragraph,
    RUN: _Walk.begin_run,
    T: lambda walk, each: walk.type((each.text or "").replace(RING, "")),
    MATH: _Walk.math,
    **dict.fromkeys((TAB, HYPHEN, FIELD), lambda walk, each: walk.type(said(each))),
    _SOFT: lambda walk, _: walk.type("\xad"),
    SYM: _Walk.symbol,
    **dict.fromkeys((BR, CR), lambda walk, _: walk.end_line()),
    _FIELD_MARK: _Walk.field_mark,
    CONTROL: lambda walk, each: walk.controls.append(to_be_told(each)),
    _TABLE: _begin_table,
    _ROW: _Walk.begin_row,
    _CELL: _Walk.begin_cell,
    **dict.fromkeys(PICTURES, _Walk.picture),
    **dict.fromkeys(_NOTES, _Walk.note),
    INS: _Walk.insertion,
    **dict.fromkeys(INSERTED, lambda walk, _: walk.waiting.append(FILE)),
    **dict.fromkeys(LEFT_OUT, lambda _walk, _: False),
}
"""What is done where an element begins; False: what is in it is left out."""

_END: dict[object, Callable[[_Walk, etree._Element], None]] = {
    P: _Walk.end_paragraph,
    RUN: lambda walk, _: _drop(walk.looks),
    _CELL: lambda walk, _: _drop(walk.cells),
    _TABLE: lambda walk, _: _drop(walk.tables),
    CONTROL: _end_control,
}
