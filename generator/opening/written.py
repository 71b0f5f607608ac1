"""Reads a Word form that was filled in and sent back, as its author spelled and emphasised it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, NamedTuple

from lxml import etree

from generator.opening.boxes import TYPED, have_typed_boxes, typed_box
from generator.opening.content import Refusal, RefusedFileError
from generator.opening.looks import styles_of
from generator.opening.numbering import counting, lists_of
from generator.opening.old_fonts import old_font
from generator.opening.old_words import old_words
from generator.opening.packed import opened_to_read
from generator.opening.plain_zip import Packed
from generator.opening.typed_letters import UNKNOWN, Piece, shown, substituted
from generator.opening.typed_line import RING, Typed
from generator.opening.typed_lines import typed_lines
from generator.opening.word_parts import INSERTED, PICTURES, STYLES, beside, body, optional, parsed

_NUMBERS = "word/numbering.xml"

DRAWN = "có hình vẽ trên dòng"
STRUCK = "có chữ bị gạch"


@dataclass(frozen=True, slots=True)
class Run:
    """Text that looks the same from begin to end, in its original spelling.

    `coloured`: it has another colour than black, or a ground of another than white.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    struck: bool = False
    coloured: bool = False


class Cell(NamedTuple):
    """A cell of a table: tables are numbered in reading order; all three count from 1.

    `column` is that of the grid, so that what stands below each other has the same also where
    cells are merged.
    """

    table: int
    row: int
    column: int


class Span(NamedTuple):
    """How a cell lies among others: the columns it covers, those that all of its row cover.

    `tall`: it is merged with cells above or below.
    """

    wide: int
    tall: bool
    covered: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph.

    `noi` is the number of the paragraph in the document, from 1; `bullet` what Word puts before
    it, with a blank behind; `doubts` say in words for the clerk what may be read wrong; `ringed`
    are the places in `text` where something is drawn, such as a ring around a word; `span` how its
    cell lies among others.
    """

    runs: tuple[Run, ...]
    noi: int
    cell: Cell | None = None
    bullet: str = ""
    doubts: tuple[str, ...] = ()
    ringed: tuple[int, ...] = ()
    span: Span | None = None

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)


def read_written(file: Path | BinaryIO) -> tuple[Line, ...]:
    """Read the lines of the body of a `.docx` that say something.

    Returns:
        The lines in reading order, those of a text box after the line that it hangs on. Text that
        is hidden or was deleted is left out; text struck through is there, and in doubt. None for
        a file whose content is only pictures.

    Raises:
        RefusedFileError: the file is empty or cannot be read within the limits.
    """
    with opened_to_read(file) as packed:
        data = body(packed)
        instead = beside(packed)
        styles = styles_of(_root(packed, STYLES))
        lists = lists_of(_root(packed, _NUMBERS), styles)
    root = parsed(data)
    typed = typed_lines(root, styles, counting(lists))
    if not typed and not instead and next(root.iter(*PICTURES, *INSERTED), None) is None:
        raise RefusedFileError(Refusal.RONG)
    return tuple(_lines(typed))


def _root(packed: Packed, name: str) -> etree._Element | None:
    data = optional(packed, name)
    return parsed(data) if data else None


def _lines(typed: list[Typed]) -> Iterator[Line]:
    read = [shown(each.pieces) for each in typed]
    texts = ["".join(piece.text for piece in pieces).replace(RING, "") for pieces, _ in read]
    for line, (pieces, doubts), text, boxes in zip(
        typed, read, texts, have_typed_boxes(texts), strict=True
    ):
        if text.strip(" \u00a0"):
            told = substituted(pieces, TYPED, typed_box) if boxes else pieces
            yield _line(line, told, doubts)


def _line(typed: Typed, pieces: list[Piece], doubts: tuple[str, ...]) -> Line:
    runs = tuple(_runs(pieces))
    ringed = tuple(_ringed("".join(piece.text for piece in pieces)))
    modern = "".join(each.text for each in pieces if old_font(each.look.font) is None)
    found = {
        **dict.fromkeys(doubts, True),
        UNKNOWN: UNKNOWN in doubts or old_words(modern) is not None,
        DRAWN: bool(ringed) or RING in typed.doubts,
        STRUCK: any(run.struck for run in runs),
        **dict.fromkeys((each for each in typed.doubts if each != RING), True),
    }
    why = tuple(doubt for doubt, is_so in found.items() if is_so)
    if typed.cell is None:
        return Line(runs, typed.noi, None, typed.bullet, why, ringed)
    table, row, column, wide, tall, covered = typed.cell
    span = Span(wide, tall, covered)
    return Line(runs, typed.noi, Cell(table, row, column), typed.bullet, why, ringed, span)


def _ringed(text: str) -> Iterator[int]:
    """Yield where something is drawn, counted without the signs that say so."""
    for before, found in enumerate(re.finditer(RING, text)):
        yield found.start() - before


def _runs(pieces: Iterable[Piece]) -> Iterator[Run]:
    for emphasis, same in groupby(pieces, key=lambda piece: piece.look.emphasis):
        if text := "".join(piece.text for piece in same).replace(RING, ""):
            yield Run(text, *emphasis)
