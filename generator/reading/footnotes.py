"""Footnotes of a text: a mark `[^1]` in a line, and a line `[^1]: …` that defines it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model import VanBan
from generator.model.table import Bang
from generator.problems import DataPath, Place, Problem, problem

_MARK = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")
_DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:")

Where = tuple[str, DataPath]
"""A label and the path of its mark: the path of the text, then line and character in it."""


def check_footnotes(document: VanBan) -> list[Problem]:
    """Check the footnotes of every text of a document.

    Args:
        document: a document; footnotes are allowed in `noi_dung` and in the texts of `phu_luc`.

    Returns:
        A mark without definition (KD129), a definition without mark (KD130), a second definition of
        a label (KD131), and a mark where none is allowed (KD133), in the order of the texts.
    """
    found = list(_text(document.noi_dung, ("noi_dung",), _cells(document.bang, ("bang",))))
    for index, attached in enumerate(document.phu_luc):
        path: DataPath = ("phu_luc", index)
        cells = _cells(attached.bang, (*path, "bang"))
        found += _text(attached.noi_dung or "", (*path, "noi_dung"), cells)
    return found + [
        problem("KD133", Place(path=path), nhan=mark[1])
        for path, line in _other_texts(document)
        for mark in _MARK.finditer(line)
    ]


def _cells(tables: Sequence[Bang], path: DataPath) -> Iterator[Where]:
    """Yield the marks in the tables that are given apart from their text."""
    for index, table in enumerate(tables):
        for mark in _MARK.finditer(table.ten or ""):
            yield mark[1], (*path, index, "ten")
        for n, row in enumerate(table.hang):
            for column, cell in enumerate(row):
                for mark in _MARK.finditer(cell or ""):
                    yield mark[1], (*path, index, "hang", n, column)


def _text(text: str, path: DataPath, cells: Iterable[Where]) -> Iterator[Problem]:
    marks, definitions, nested = _read(text, path)
    marks += cells
    defined = dict(reversed(definitions))
    used = {label for label, _ in marks}
    reported: set[str] = set()
    for label, place in marks:
        if label not in defined and label not in reported:
            reported.add(label)
            yield problem("KD129", Place(path=place), nhan=label)
    for label, place in definitions:
        if defined[label] != place:
            yield problem("KD131", Place(path=place), nhan=label)
        elif label not in used:
            yield problem("KD130", Place(path=place), nhan=label)
    for label, place in nested:
        yield problem("KD133", Place(path=place), nhan=label)


def _read(text: str, path: DataPath) -> tuple[list[Where], list[Where], list[Where]]:
    """Return marks, definitions, and marks inside definitions."""
    marks: list[Where] = []
    definitions: list[Where] = []
    nested: list[Where] = []
    for number, line in enumerate(text.split("\n")):
        row = line.strip()
        defining = _DEFINITION.match(row)
        if defining:
            definitions.append((defining[1], (*path, number, 0)))
        for mark in _MARK.finditer(row, defining.end() if defining else 0):
            (nested if defining else marks).append((mark[1], (*path, number, mark.start())))
    return marks, definitions, nested


def _other_texts(document: VanBan) -> Iterator[tuple[DataPath, str]]:
    for key in ("trich_yeu", "tac_gia", "lien_he", "pham_vi", "du_thao"):
        yield (key,), getattr(document, key) or ""
    for key in ("kinh_gui", "can_cu", "noi_nhan"):
        for index, item in enumerate(getattr(document, key)):
            yield (key, index), item
    for index, attached in enumerate(document.phu_luc):
        for key in ("nhan", "tieu_de", "kem_theo"):
            yield ("phu_luc", index, key), getattr(attached, key) or ""
