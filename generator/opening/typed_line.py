"""A line as it was typed, and what may be in doubt about it, in words for the clerk."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from generator.opening.typed_letters import Piece

RING = "\ufdd0"
"""Stands in a piece where something is drawn; no text has it."""

PICTURE = "có ảnh hoặc công thức trên dòng"
FILE = "có tệp khác chèn vào trước hoặc sau dòng, chưa đọc"
RAISED = "có số mũ hoặc chỉ số dưới liền sau một số"
NOTE = "có chú thích ở chân trang, chưa đọc"
INSERTED_LATER = "có chữ người khác chèn thêm (theo dõi thay đổi)"
CUT = "tệp quá dài, chưa đọc hết phần sau dòng"
INK = "\ufdd1"
"""Stands among the doubts of a line on which a pen drew."""


@dataclass(slots=True)
class Typed:
    """A line: its pieces, the number of its paragraph, its cell, its own number.

    `cell` is table, row and column, then the columns that it covers, whether it is merged with
    others above or below, and the columns that all cells of its row cover.
    """

    pieces: list[Piece]
    noi: int
    cell: tuple[int, int, int, int, bool, int] | None
    bullet: str = ""
    doubts: list[str] = field(default_factory=list)


def first(pieces: Iterable[Piece], room: int) -> list[Piece]:
    """Return the pieces cut to a length, those that look the same as one."""
    kept: list[Piece] = []
    for look, same in groupby(pieces, key=_look):
        text = "".join(piece.text for piece in same)[:room]
        kept.append(Piece(text, look))
        room -= len(text)
    return kept


_look = attrgetter("look")
