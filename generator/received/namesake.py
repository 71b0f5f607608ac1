"""Checks that a paper is about the person meant, and not another of the same name.

The day of birth and the chi bộ at its head are held against those in the data.
"""

import re
from collections.abc import Iterator

from generator.model.birth import NgaySinh
from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.opening.remembered import remembered
from generator.received.expected import Expected, Finding
from generator.received.folded import unaccented
from generator.received.same_cell import may_be_one
from generator.wording.dates import birth

HEAD = 40
"""Lines in which a form says whom it is about; further down others are born."""

_BORN = re.compile(
    r"(?:(?:ngay,?(?: ?thang,?(?: ?nam)?)?|nam) sinh|sinh (?:ngay|nam))\s*[:.]?[\s.…_]*(?P<ngay>.*)"
)
_DAY = re.compile(
    r"(?:ngay )?(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\s*(?:[/.-]|,? ?nam)\s*(\d{4}|\d{2})(?!\d)"
    r"|(?:thang )?()(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{4})(?!\d)|()()((?:19|20)\d\d)(?!\d)"
)
_CELL = re.compile(
    r"(?:(?<!\w)chi bộ(?: (?:đang )?sinh hoạt)?\s*:|sinh hoạt (?:đảng )?tại(?= chi bộ)"
    r"|(?:nhận xét về|đối với) (?:đảng viên|đồng chí) [^,:;]{5,40},(?= chi bộ))"
    r"\s*(?P<ten>[^\t:;…_]*)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s{4,}|\.{2,}|[,.;]\s|[,.;]$|\s+[-–]\s")
_CENTURY = 100


def namesake(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding where the head says another day of birth or another chi bộ than the data.

    Only what both know is compared. Who is right nobody knows: the data may be wrong.
    """
    if not due.ten:
        return
    head = seen.lines[:HEAD]
    said = next(filter(None, (_born(*pair) for pair in _pairs(head))), None)
    if said and due.sinh and not _agree(said, due.sinh):
        yield told(f"ngày sinh {birth(said)}", birth(due.sinh), due.ten)
    cell = next(filter(None, map(_cell, head)), "")
    if cell and due.chi_bo and not may_be_one(cell, due.chi_bo):
        yield told(f"chi bộ «{cell}»", f"«{due.chi_bo}»", due.ten)


def told(said: str, known: str, who: str) -> Finding:
    """Return the finding that a head and the data differ."""
    return Finding(
        Ket.CAN_XEM_LAI,
        f"đầu tệp ghi {said}, dữ liệu ghi {known}: có thể là người khác cùng tên {who}",
        "hỏi lại đơn vị; sai ở dữ liệu thì sửa, đúng là người này thì ghi da_xem trong ho_so",
    )


def _pairs(lines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return zip(lines, (*lines[1:], ""), strict=True)


@remembered
def _after_label(line: str) -> str | None:
    found = _BORN.search(unaccented(line))
    return found["ngay"].strip() if found else None


def _born(line: str, after: str) -> NgaySinh | None:
    """Return the day of birth on a line, or in the next cell of a table."""
    text = _after_label(line)
    if text is None:
        return None
    found = _DAY.match(text) or (None if text else _DAY.match(unaccented(after).strip()))
    if found is None:
        return None
    day, month, year = [int(each) if each else None for each in found.groups() if each is not None]
    return NgaySinh(year or 0, month, day)


def _agree(one: NgaySinh, other: NgaySinh) -> bool:
    """Return whether two days agree in what both know; of a year two figures may be written."""
    short = min(one.nam, other.nam) < _CENTURY
    years = one.nam % _CENTURY == other.nam % _CENTURY if short else one.nam == other.nam
    parts = ((one.thang, other.thang), (one.ngay, other.ngay))
    return years and all(a is None or b is None or a == b for a, b in parts)


@remembered
def _cell(line: str) -> str:
    found = _CELL.search(line)
    return _ENDS.split(found["ten"].strip())[0].strip() if found else ""
