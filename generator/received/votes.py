"""Checks the ballots of a meeting: those given out, those that came back, those of each name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.verdict import Ket
from generator.opening.cells import Cell, Table, tables_of
from generator.opening.content import FileContent
from generator.opening.remembered import remembered
from generator.received.expected import Finding
from generator.received.folded import letters, rows, unaccented
from generator.received.subject import is_name

_BETWEEN = r"(?:(?!hop le|thu ve|phat ra)[^\d\n]){0,25}?(\d{1,4})(?![\d.,]*\s*%)"
_OUT = re.compile(rf"phat ra{_BETWEEN}")
_BACK = re.compile(rf"thu (?:ve|vao){_BETWEEN}")
_VALID = re.compile(rf"(?<!khong )hop le{_BETWEEN}")
_VOID = re.compile(rf"khong hop le{_BETWEEN}")
_COUNT = re.compile(r"\s*(\d{1,4})(?=\s*(?:$|\(|/|phieu))")
_LEVEL = re.compile(
    r"(?<!\w)(?:(?:khong|chua) )?(?:hoan thanh(?: xuat sac| tot)? nhiem vu|k?htnv|khong htnv|httnv"
    r"|htxsnv|htxs|htt|kht|ht)(?!\w)"
)
_BESIDE = re.compile(r"\s*(?:la|dat|co|so phieu)?\s*[:=-]?\s*(\d{1,3})(?!\d|[.,]\d|\s*%)")
_OTHERS = re.compile(
    r"^ (?:chua|khong (?:y kien|bieu quyet|bo phieu|danh gia)|phieu trang|y kien) "
)
"""The heads of columns beside the levels that hold the rest of the ballots."""

_FEWEST = 3
"""Levels from which on the heads of a table are those of a vote."""

_INVITED = re.compile(
    r"trieu tap[^\d\n.]{0,25}(\d{1,4})(?=[^\d%]*?co mat)[^\d]{0,30}(?<=\W)(\d{1,4})"
    r"(?![^,;.\n]*%)(?:\s*/\s*\d+)?[^\d\n]{0,30}vang[^\d\n]{0,20}(\d{1,4})(?!\d|[./] ?\w)"
)


_HOUR = r"[^\d\n]{0,20}(\d{1,2}) ?(?:gio|h|g|:) ?(\d{2})?(?!\d)"
_BEGUN = re.compile(rf"(?m)^\W*(?:vao )?(?:hoi(?! nghi)|luc|bat dau|khai mac|thoi gian){_HOUR}")
_ENDED = re.compile(rf"(?:ket thuc|be mac){_HOUR}(?:(?!chieu|toi)[^\d\n]){{0,20}}cung ngay")


class _Row(NamedTuple):
    """The ballots of a name: their sum, and whether every figure of the row could be read."""

    who: str
    total: int
    whole: bool


def ballots(seen: FileContent, plain: str) -> Iterator[Finding]:
    """Yield a finding for ballots that cannot be, and for a vote without its figures.

    Args:
        seen: the content; tables are read in Word files only.
        plain: its lines, `unaccented`.
    """
    out, back, valid, void = (
        [int(each) for each in which.findall(plain)] for which in (_OUT, _BACK, _VALID, _VOID)
    )
    if len(out) == len(back):
        for given, returned in zip(out, back, strict=True):
            if returned > given:
                yield asked(f"số phiếu thu về {returned} nhiều hơn số phát ra {given}")
    there = [int(present) for _, present, _ in _INVITED.findall(plain)]
    if out and there and max(out) > max(there):
        yield asked(f"phát ra {max(out)} phiếu, chỉ có mặt {max(there)}")
    if len(back) == len(valid) == len(void):
        for returned, good, bad in zip(back, valid, void, strict=True):
            if good + bad != returned:
                yield asked(
                    f"phiếu hợp lệ {good} và không hợp lệ {bad} không bằng thu về {returned}"
                )
    for table in tables_of(seen.body) if seen.body else ():
        found = list(_rows(table))
        for who in (each for each in found if isinstance(each, str)):
            yield asked(f"chưa ghi số phiếu của {who}")
        yield from _unlike([each for each in found if not isinstance(each, str)], back, valid)
    yield from _unlike(list(_lines(seen.lines)), back, valid)


def attendance(plain: str) -> Iterator[Finding]:
    """Yield a finding where those present and absent are not those who were called in."""
    for called, there, away in _INVITED.findall(plain):
        if int(called) != int(there) + int(away):
            yield asked(f"triệu tập {called}, nhưng có mặt {there} và vắng {away}")


def hours(plain: str) -> Iterator[Finding]:
    """Yield a finding for a meeting that ended, on the same day, before it began."""
    begun, ended = _BEGUN.search(plain), _ENDED.search(plain)
    if begun and ended and _minutes(ended) <= _minutes(begun):
        yield asked(f"bắt đầu {_shown(begun)} mà kết thúc {_shown(ended)} cùng ngày")


def _minutes(found: re.Match[str]) -> int:
    return 60 * int(found[1]) + int(found[2] or 0)


def _shown(found: re.Match[str]) -> str:
    return f"{found[1]} giờ {found[2] or '00'}"


def _unlike(found: Sequence[_Row], back: Sequence[int], valid: Sequence[int]) -> Iterator[Finding]:
    """Report a name with more ballots than came back, or fewer than all the others have.

    Where everybody has fewer, nobody votes for himself, or the count is of something else.
    """
    most = max(back, default=0)
    if not most:
        return
    right = {*back, *valid}
    usual = Counter(each.total for each in found).most_common(1)
    sure = sum(each.total in right for each in found) * 2 >= len(found)
    for who, total, whole in found:
        fewer = whole and sure and total not in right and total != usual[0][0]
        if total > most or (fewer and total < most):
            yield asked(f"số phiếu của {who} cộng lại là {total}, thu về {most}")


def _rows(table: Table) -> Iterator[_Row | str]:
    """Yield the ballots of the names below the levels; a name alone where none are written."""
    columns: list[int] = []
    for row in table.rows:
        named = [at for at, cell in enumerate(row) if _LEVEL.fullmatch(_said(cell).strip())]
        if len(named) >= _FEWEST:
            more = range(named[-1] + 1, len(row))
            columns = [*named, *(at for at in more if _OTHERS.match(_said(row[at])))]
        elif columns and (who := next((each for each in map(_text, row) if is_name(each)), "")):
            cells = [row[at] for at in columns if at < len(row)]
            if not any(cells):
                yield who
            else:
                known = [_number(each) for each in cells if each]
                figures = [each for each in known if each is not None]
                yield _Row(who, sum(figures), len(figures) == len(known))


def _lines(lines: Sequence[str]) -> Iterator[_Row]:
    """Yield the ballots of names that are written in a line each, level by level."""
    plain = rows(tuple(lines)).unaccented
    for line, said in zip(lines, plain, strict=True):
        if "phieu" in said and (figures := _figures(line)):
            yield _Row(line.partition(":")[0].strip(" -–+*•"), sum(figures), whole=True)


@remembered
def _figures(line: str) -> tuple[int, ...]:
    """Return the figures behind the levels of a line; none unless several levels have one."""
    plain = unaccented(line)
    found = [_BESIDE.match(plain, each.end()) for each in _LEVEL.finditer(plain)]
    figures = tuple(int(each[1]) for each in found if each)
    return figures if len(figures) > 1 and len(figures) == len(found) else ()


def asked(reason: str) -> Finding:
    """Return the finding that figures are asked about."""
    return Finding(Ket.CAN_XEM_LAI, reason, "hỏi lại số liệu; đúng thì ghi da_xem trong ho_so")


def _text(cell: Cell) -> str:
    return " ".join(cell)


def _said(cell: Cell) -> str:
    return letters(_text(cell))


def _number(cell: Cell) -> int | None:
    found = _COUNT.match(unaccented(_text(cell)))
    return int(found[1]) if found else None
