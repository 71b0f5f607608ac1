"""Checks that a paper was issued: not a draft, dated, and numbered if it has a number line.

A draft of this program says so at its head (`wording.draft`), whatever its file is called.
"""

import re
from collections.abc import Iterable, Iterator

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.opening.remembered import remembered
from generator.received.draft_names import draft_mark
from generator.received.expected import Expected, Finding
from generator.received.filled import own_part
from generator.received.folded import letters, rows
from generator.wording import draft

_HEAD = 16
"""Lines at the top that may contain the draft mark and the document number."""

_DRAFT = re.compile(r" (?:\w+ ){0,8}?(?:du thao|ban nhap) (?:(?:lan|ngay) [\d ]*|\d+ )?$")
_GAP = r"(?:\s{0,9}[.…_][.…_\s]*|\s{3,})"
_OPEN_DAY = re.compile(
    rf"\bngay{_GAP}thang|\bthang{_GAP}nam\b|\bngay\s{{0,9}}\d*\s{{0,9}}thang\s{{0,9}}\d*\s{{0,9}}nam"
    r"\s{0,9}(?:20)?[.…_]"
)
_NO_NUMBER = re.compile(r"\W{0,9}so\s{0,9}:?[\s.…_]*[-/]\s{0,9}[a-z]{2,5}\s{0,9}[/-]\s{0,9}[a-z]")


@remembered
def _is_open_day(plain: str) -> bool:
    return bool(_OPEN_DAY.search(plain))


def _is_mark(around: str) -> bool:
    """Return whether a header, footer or watermark says so; the page number may stand beside."""
    words = letters(around)
    return len(words.split()) <= _LONGEST_MARK and ("du thao " in words or "ban nhap " in words)


_LONGEST_MARK = 8

_OURS = (letters(draft.TITLE), letters(draft.WHY))

OUR_DRAFT = "bản dự thảo chương trình in ra, còn sai điều ghi ở đầu tệp"
"""The reason why a draft of this program is not accepted, not even by a clerk who looked at it."""


def is_our_draft(seen: FileContent) -> bool:
    """Return whether a file is a draft of this program, under whatever name."""
    head = rows(seen.lines).letters[:_HEAD]
    return any(line.startswith(_OURS[1]) for line in head) and _OURS[0] in head


def called_draft(name: str, people: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding where the name of a file calls it a draft.

    Args:
        name: the path of the file in the folder of the unit.
        people: the names of the people it may be about.
    """
    if mark := draft_mark(name, people):
        reason = f"tên tệp ghi «{mark}»: có thể là bản dự thảo"
        yield Finding(Ket.CAN_XEM_LAI, reason, "hỏi bản chính; đúng bản chính thì ghi da_xem")


def not_out(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for each mark of an unissued paper: draft mark, empty date, empty number."""
    head = rows(seen.lines)
    if any(map(_DRAFT.match, head.letters[:_HEAD])) or any(map(_is_mark, seen.around)):
        yield Finding(Ket.CAN_XEM_LAI, "tệp ghi là dự thảo")
    if not due.signed:
        return
    if any(map(_is_open_day, rows(own_part(seen.lines, due)).unaccented)):
        yield Finding(Ket.CHUA_KY, "ngày, tháng, năm còn để trống")
    if any(map(_NO_NUMBER.match, head.unaccented[:_HEAD])):
        yield Finding(Ket.CAN_XEM_LAI, "chưa ghi số văn bản")
