"""The result of a check as one HTML file for e-mail: no scripts, no external resources."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from generator.dossier.reports.marks import MARKS, cell, counted, items_of
from generator.dossier.results import CheckedCampaign, UnitResult, Verdict
from generator.model.verdict import TEN, Ket
from generator.wording.dates import short_date


def page(campaign: CheckedCampaign, units: Sequence[UnitResult]) -> Iterator[str]:
    """Yield the parts of the page: counts, table of units and items, then what each unit lacks.

    Args:
        campaign: the checked campaign.
        units: the results.
    """
    title = escape(f"Tình hình hồ sơ: {campaign.ten}")
    style = files("generator.dossier.reports").joinpath("page.css").read_text("utf-8")
    yield (
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{style}</style></head><body>\n"
        f"<h1>{escape(campaign.ten)}</h1>\n"
        f"<p>Tính đến ngày {short_date(campaign.tinh_den)},"
        f" theo {escape(campaign.trich_dan)}.</p>\n"
    )
    yield from _tiles(units)
    yield from _table(units)
    for unit in units:
        yield from _unit(unit)
    yield "</body></html>\n"


def _tiles(units: Iterable[UnitResult]) -> Iterator[str]:
    units = list(units)
    whole = sum(each.is_complete() for each in units)
    counts = counted(each for unit in units for each in unit.verdicts)
    yield f'<ul class="o"><li class="lon"><b>{whole}/{len(units)}</b> đơn vị đủ hồ sơ</li>'
    for ket in Ket:
        if counts[ket]:
            yield f'<li class="{ket}"><b>{counts[ket]}</b> {TEN[ket]}</li>'
    yield "</ul>\n"


def _table(units: Sequence[UnitResult]) -> Iterator[str]:
    items = items_of(units)
    heads = "".join(f'<th scope="col">{escape(item)}</th>' for item in items)
    yield '<div class="bang" tabindex="0" role="region" aria-label="Đơn vị theo mục"><table>'
    yield f'<thead><tr><th scope="col">Đơn vị</th>{heads}</tr></thead><tbody>\n'
    for unit in units:
        yield f'<tr><th scope="row"><a href="#{_id(unit)}">{escape(unit.ten)}</a></th>'
        for item in items:
            yield _cell([each for each in unit.verdicts if each.muc == item])
        yield "</tr>\n"
    legend = ", ".join(f"<b>{MARKS[ket]}</b> {TEN[ket]}" for ket in Ket)
    yield f'</tbody></table></div>\n<p class="chu">{legend}. Số bên cạnh: bao nhiêu người.</p>\n'


def _cell(verdicts: Sequence[Verdict]) -> str:
    found = cell(verdicts)
    if found is None:
        return "<td></td>"
    ket, count = found
    number = str(count) if count > 1 else ""
    return f'<td class="{ket}" title="{TEN[ket]}">{MARKS[ket]}{number}</td>'


def _unit(unit: UnitResult) -> Iterator[str]:
    lacking = unit.lacking()
    state = "đủ hồ sơ" if unit.is_complete() else f"còn {len(lacking)} việc"
    if not unit.verdicts:
        state = "chưa kiểm tra được hoặc không có mục nào phải nộp"
    opened = "" if unit.is_complete() else " open"
    yield f'<details id="{_id(unit)}"{opened}><summary>{escape(unit.ten)}: {state}</summary>\n'
    if lacking:
        yield _rows(lacking)
    for file in unit.tep_thua:
        yield f'<p class="chu">Tệp chưa xếp: {escape(file.tep)}: {escape(file.ly_do)}</p>\n'
    there = [each for each in unit.verdicts if each not in lacking]
    if there:
        yield f"<details><summary>Đã đạt: {len(there)} mục</summary>{_rows(there)}</details>\n"
    yield "</details>\n"


def _rows(verdicts: Iterable[Verdict]) -> str:
    rows = "".join(
        f"<tr><td>{escape(each.muc)}</td><td>{escape(each.ten)}</td>"
        f"<td>{escape(each.doi_tuong)}</td>"
        f'<td class="{each.ket}">{TEN[each.ket]}{_late(each)}</td>'
        f"<td>{escape('; '.join(filter(None, (each.ly_do, each.viec))))}</td></tr>\n"
        for each in verdicts
    )
    return (
        '<div class="bang muc"><table><thead><tr><th>Mục</th><th>Thành phần</th><th>Đối tượng</th>'
        f"<th>Kết quả</th><th>Việc cần làm</th></tr></thead><tbody>\n{rows}</tbody></table></div>"
    )


def _late(verdict: Verdict) -> str:
    if not verdict.qua_han or verdict.han is None or verdict.ket in {Ket.CO, Ket.KHONG_AP_DUNG}:
        return ""
    return f", quá hạn {short_date(verdict.han)}"


def _id(unit: UnitResult) -> str:
    return escape(f"dv-{unit.thu_muc}".replace(" ", "-"), quote=True)
