"""Checks that the counts of a paper can be: ballots, and the sums of Biểu 6F.

How the rows of Biểu 6F hang together follows from the form; no document says so, thus it is asked.
"""

import re
from collections.abc import Iterator, Sequence

from generator.model.verdict import Ket
from generator.opening.cells import Cell, Table, tables_of
from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.folded import letters, rows
from generator.received.subject import is_name

_BETWEEN = r"(?:(?!hop le|thu ve|phat ra)[^\d\n]){0,25}?(\d{1,4})(?![\d.,]*\s*%)"
_OUT = re.compile(rf"phat ra{_BETWEEN}")
_BACK = re.compile(rf"thu (?:ve|vao){_BETWEEN}")
_VALID = re.compile(rf"(?<!khong )hop le{_BETWEEN}")
_VOID = re.compile(rf"khong hop le{_BETWEEN}")
_FIGURE = re.compile(r"\d{1,4}")
_ALL, _DONE, _LEFT = " phai kiem diem ", " da kiem diem ", " chua kiem diem "
_FEWEST = 3
"""Levels from which on the heads of a table are those of a vote."""


def tallies(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for ballots or sums that cannot be, and for a vote without its figures.

    Args:
        seen: the content; tables are read in Word files only.
        due: a paper without a form of the regime.
    """
    if due.form is not None:
        return
    plain = "\n".join(rows(seen.lines).unaccented)
    if "phat ra" in plain:
        yield from _ballots(plain)
        back = [int(each) for each in _BACK.findall(plain)]
        levels = [letters(level.ten) for level in due.che_do.muc]
        if seen.body:
            for table in tables_of(seen.body):
                yield from _votes(table, levels, max(back, default=0))
    elif seen.body and any(" 6f " in letters(title) for title in due.titles):
        for table in tables_of(seen.body):
            yield from _sums(table)


def _ballots(plain: str) -> Iterator[Finding]:
    out, back, valid, void = (
        [int(each) for each in which.findall(plain)] for which in (_OUT, _BACK, _VALID, _VOID)
    )
    if len(out) == len(back):
        for given, returned in zip(out, back, strict=True):
            if returned > given:
                yield _ask(f"số phiếu thu về {returned} nhiều hơn số phát ra {given}")
    if len(back) == len(valid) == len(void):
        for returned, good, bad in zip(back, valid, void, strict=True):
            if good + bad != returned:
                yield _ask(
                    f"phiếu hợp lệ {good} và không hợp lệ {bad} không bằng thu về {returned}"
                )


def _votes(table: Table, levels: Sequence[str], most: int) -> Iterator[Finding]:
    """Check the rows of names below the levels: figures, and not more than ballots came back."""
    columns: list[int] = []
    for row in table.rows:
        named = [at for at, cell in enumerate(row) if _said(cell) in levels]
        if len(named) >= _FEWEST:
            columns = named
        elif columns and (who := next((each for each in map(_text, row) if is_name(each)), "")):
            figures = [_number(row[at]) for at in columns if at < len(row)]
            known = [each for each in figures if each is not None]
            if not known and not any(row[at] for at in columns if at < len(row)):
                yield _ask(f"chưa ghi số phiếu của {who}")
            elif most and sum(known) > most:
                yield _ask(f"số phiếu của {who} cộng lại là {sum(known)}, thu về {most}")


def _sums(table: Table) -> Iterator[Finding]:
    """Check that those reviewed and those not are all that had to be, in each column."""
    found: dict[str, list[int | None]] = {}
    for row in table.rows:
        for each in (_ALL, _DONE, _LEFT):
            at = next((at for at, cell in enumerate(row) if each in _said(cell)), None)
            if at is not None:
                found.setdefault(each, [*map(_number, row[at + 1 :])])
    columns = zip(*(found.get(each, []) for each in (_ALL, _DONE, _LEFT)), strict=False)
    for all_of, done, left in columns:
        if all_of is not None and done is not None and left is not None and all_of != done + left:
            yield _ask(
                f"số phải kiểm điểm {all_of} khác số đã {done} cộng số chưa kiểm điểm {left}"
            )


def _ask(reason: str) -> Finding:
    return Finding(Ket.CAN_XEM_LAI, reason, "hỏi lại số liệu; đúng thì ghi da_xem trong ho_so")


def _text(cell: Cell) -> str:
    return " ".join(cell)


def _said(cell: Cell) -> str:
    return letters(_text(cell))


def _number(cell: Cell) -> int | None:
    text = _text(cell).strip()
    return int(text) if _FIGURE.fullmatch(text) else None
