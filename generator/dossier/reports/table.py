"""The result of a check on a terminal: a table of units and items, and what is missing."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.dossier.reports.lacking import lacks, short_line
from generator.dossier.reports.marks import MARKS, cell, counted, item_order
from generator.dossier.results import CheckedCampaign, UnitResult, Verdict
from generator.model.checklist import CO_QUAN_NHAN
from generator.model.verdict import TEN, Ket
from generator.wording.dates import short_date

Paint = Callable[[str, Ket], str]
"""Colours a text by a verdict, or returns it unchanged."""

NARROWEST, WIDEST = 60, 200
_NAME = 34
_SHOWN = 12
"""Items listed for a unit before the rest is only counted."""


def table(
    campaign: CheckedCampaign,
    units: Iterable[UnitResult],
    width: int,
    paint: Paint,
    *,
    everything: bool = False,
) -> Iterator[str]:
    """Yield the lines of the report.

    Args:
        campaign: the checked campaign.
        units: the results, read once; no more than one of them is held.
        width: columns of the terminal.
        paint: colours a sign; signs are also distinct characters, so colour is not needed.
        everything: whether to list every missing item, however many.
    """
    width = min(max(width, NARROWEST), WIDEST)
    yield f"{campaign.ten}, tính đến ngày {short_date(campaign.tinh_den)}"
    yield f"Theo {campaign.trich_dan}"
    yield ""
    rows: list[_Row] = []
    persons: list[_Row] = []
    lacking: list[str] = []
    counts: Counter[Ket] = Counter()
    whole = office = 0
    for unit in units:
        persons = [] if rows else list(_persons(unit))
        rows.append(_Row(unit.ten, _cells(unit.verdicts)))
        lacking += _lacking(unit, everything=everything)
        counts += counted(unit.verdicts)
        whole += unit.is_complete()
        office += sum(each.cua_co_quan for each in unit.lacking())
    head = "Đối tượng" if len(rows) == 1 else "Đơn vị"
    yield from _grid(head, persons if len(rows) == 1 else rows, width, paint)
    yield "  ".join(f"{paint(MARKS[ket], ket)} {TEN[ket]}" for ket in Ket)
    yield from lacking
    yield ""
    yield _closing(len(rows), whole, counts, office)


class _Row(NamedTuple):
    """A unit or person with the worst verdict on each item, and how often there is such a one."""

    ten: str
    cells: dict[str, tuple[Ket, int]]


def _persons(unit: UnitResult) -> Iterator[_Row]:
    names = dict.fromkeys(each.doi_tuong for each in unit.verdicts)
    for name in names:
        yield _Row(name, _cells(each for each in unit.verdicts if each.doi_tuong == name))


def _grid(
    head: str,
    rows: Sequence[_Row],
    width: int,
    paint: Paint,
) -> Iterator[str]:
    """Yield the table; items that do not fit side by side go into a further block."""
    first = max([_NAME // 2, *(min(_width(name), _NAME) for name, _ in rows)])
    items = sorted({item for row in rows for item in row.cells}, key=item_order)
    columns = {item: max(len(item), 3) + 1 for item in items}
    for block in _blocks(items, columns, width - first - 1):
        yield _fit(head, first) + "".join(item.rjust(columns[item]) for item in block)
        for name, found in rows:
            cells = (_cell(found.get(item), columns[item], paint) for item in block)
            yield _fit(name, first) + "".join(cells)
        yield ""


def _cells(verdicts: Iterable[Verdict]) -> dict[str, tuple[Ket, int]]:
    found: dict[str, list[Verdict]] = {}
    for each in verdicts:
        found.setdefault(each.muc, []).append(each)
    worst = ((item, cell(each)) for item, each in found.items())
    return {item: each for item, each in worst if each}


def _blocks(items: Sequence[str], columns: dict[str, int], room: int) -> Iterator[list[str]]:
    block: list[str] = []
    taken = 0
    for item in items:
        if block and taken + columns[item] > room:
            yield block
            block, taken = [], 0
        block.append(item)
        taken += columns[item]
    if block:
        yield block


def _cell(found: tuple[Ket, int] | None, width: int, paint: Paint) -> str:
    if found is None:
        return " " * width
    ket, count = found
    text = MARKS[ket] + (str(count) if count > 1 else "")
    return " " * (width - len(text)) + paint(text, ket)


def _lacking(unit: UnitResult, *, everything: bool) -> Iterator[str]:
    lacking = lacks(unit.lacking())
    if not lacking and not unit.tep_thua and unit.verdicts:
        return
    yield ""
    yield f"{unit.ten}:"
    if not unit.verdicts:
        yield "  Chưa kiểm tra được hoặc không có mục nào phải nộp"
    shown = lacking if everything else lacking[:_SHOWN]
    for each in shown:
        about = f" - {', '.join(each.ai)}" if each.ai else ""
        late = f" (quá hạn {short_date(each.qua_han)})" if each.qua_han else ""
        yield f"  {short_line(each)}{late}{about}"
    if len(lacking) > len(shown):
        yield f"  và {len(lacking) - len(shown)} việc khác (thêm --all để xem hết)"
    for file in unit.tep_thua if everything else unit.tep_thua[:_SHOWN]:
        yield f"  Tệp chưa xếp {file.tep}: {file.ly_do}"


def _closing(units: int, whole: int, counts: Counter[Ket], office: int) -> str:
    told = ", ".join(f"{counts[ket]} {TEN[ket]}" for ket in Ket if counts[ket])
    own = f" {office} mục chưa đạt trong số này do {CO_QUAN_NHAN} lập." if office else ""
    return f"{whole}/{units} đơn vị đủ hồ sơ; {told or 'không có mục nào'}.{own}"


def _width(text: str) -> int:
    """Return the columns a text takes; combining marks take none."""
    return sum(not unicodedata.combining(letter) for letter in text)


def _fit(text: str, width: int) -> str:
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    if _width(text) > width:
        text = text[: width - 1] + "…"
    return text + " " * (width - _width(text))
