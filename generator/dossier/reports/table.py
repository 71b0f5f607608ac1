"""The result of a check on a terminal: a table of units and items, and what is missing."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.dossier.reports.lacking import lacks, short_line
from generator.dossier.reports.marks import MARKS, cell, counted, items_of
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
    units: Sequence[UnitResult],
    width: int,
    paint: Paint,
    *,
    everything: bool = False,
) -> Iterator[str]:
    """Yield the lines of the report.

    Args:
        campaign: the checked campaign.
        units: the results.
        width: columns of the terminal.
        paint: colours a sign; signs are also distinct characters, so colour is not needed.
        everything: whether to list every missing item, however many.
    """
    width = min(max(width, NARROWEST), WIDEST)
    yield f"{campaign.ten}, tính đến ngày {short_date(campaign.tinh_den)}"
    yield f"Theo {campaign.trich_dan}"
    yield ""
    rows = list(_persons(units[0])) if len(units) == 1 else [(u.ten, u.verdicts) for u in units]
    head = "Đối tượng" if len(units) == 1 else "Đơn vị"
    yield from _grid(head, rows, items_of(units), width, paint)
    yield "  ".join(f"{paint(MARKS[ket], ket)} {TEN[ket]}" for ket in Ket)
    for unit in units:
        yield from _lacking(unit, everything=everything)
    yield ""
    yield _closing(units)


def _persons(unit: UnitResult) -> Iterator[tuple[str, list[Verdict]]]:
    names = dict.fromkeys(each.doi_tuong for each in unit.verdicts)
    for name in names:
        yield name, [each for each in unit.verdicts if each.doi_tuong == name]


def _grid(
    head: str,
    rows: Sequence[tuple[str, Iterable[Verdict]]],
    items: Sequence[str],
    width: int,
    paint: Paint,
) -> Iterator[str]:
    """Yield the table; items that do not fit side by side go into a further block."""
    first = max([_NAME // 2, *(min(_width(name), _NAME) for name, _ in rows)])
    by_item = [(name, _by_item(verdicts)) for name, verdicts in rows]
    columns = {item: max(len(item), 3) + 1 for item in items}
    for block in _blocks(items, columns, width - first - 1):
        yield _fit(head, first) + "".join(item.rjust(columns[item]) for item in block)
        for name, found in by_item:
            cells = (_cell(found.get(item, []), columns[item], paint) for item in block)
            yield _fit(name, first) + "".join(cells)
        yield ""


def _by_item(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = {}
    for each in verdicts:
        found.setdefault(each.muc, []).append(each)
    return found


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


def _cell(verdicts: list[Verdict], width: int, paint: Paint) -> str:
    found = cell(verdicts)
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


def _closing(units: Sequence[UnitResult]) -> str:
    counts = counted(each for unit in units for each in unit.verdicts)
    whole = sum(unit.is_complete() for unit in units)
    told = ", ".join(f"{counts[ket]} {TEN[ket]}" for ket in Ket if counts[ket])
    office = sum(each.cua_co_quan for unit in units for each in unit.lacking())
    own = f" {office} mục chưa đạt trong số này do {CO_QUAN_NHAN} lập." if office else ""
    return f"{whole}/{len(units)} đơn vị đủ hồ sơ; {told or 'không có mục nào'}.{own}"


def _width(text: str) -> int:
    """Return the columns a text takes; combining marks take none."""
    return sum(not unicodedata.combining(letter) for letter in text)


def _fit(text: str, width: int) -> str:
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    if _width(text) > width:
        text = text[: width - 1] + "…"
    return text + " " * (width - _width(text))
