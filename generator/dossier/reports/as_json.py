"""The result of a check as JSON for other programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_json

from generator.dossier.reports.marks import counted
from generator.dossier.results import CheckedCampaign, UnitResult
from generator.model.verdict import Ket
from generator.problems import Problem
from generator.problems.text import as_json as problem_json

_UNIT = TypeAdapter(UnitResult)


def json_pieces(campaign: CheckedCampaign, units: Iterable[UnitResult]) -> Iterator[str]:
    """Yield the parts of one JSON document, unit by unit, so that memory use stays bounded.

    Its shape: `dot` (name, year, checklist with its document and mark, date), `van_de` (problems of
    the whole campaign) and `don_vi`, a list of units. Each has `ma`, `ten`, `thu_muc`, `cap_uy`,
    `han`, `ngay_nop`, `dem` (verdicts by kind), `tep_thua`, `van_de` and `muc`, its verdicts with
    `muc`, `ten`, `doi_tuong`, `loai_doi_tuong`, `ket`, `ly_do`, `viec`, `can_cu`, `nguon`, `so_bo`,
    `han`, `qua_han`, `gui_ve`, `nguoi_nop` and `phan`, the documents with their evidence. Dates are
    in ISO format.
    """
    head = {
        "ten": campaign.ten,
        "nam": campaign.nam,
        "danh_muc": campaign.danh_muc,
        "can_cu": campaign.can_cu,
        "nguon": campaign.nguon,
        "tinh_den": campaign.tinh_den,
    }
    yield f'{{\n"dot": {_text(head)},\n"van_de": {_text(_problems(campaign.problems))},\n'
    yield '"don_vi": [\n'
    for number, unit in enumerate(units):
        yield ("" if number == 0 else ",\n") + _text(_unit(campaign, unit))
    yield "\n]}\n"


def hindered(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the JSON of a campaign that could not be checked: its problems (`van_de`), no units."""
    yield f'{{\n"dot": null,\n"van_de": {_text(_problems(problems))},\n"don_vi": []\n}}\n'


def _unit(campaign: CheckedCampaign, unit: UnitResult) -> dict[str, Any]:
    plain = _UNIT.dump_python(unit, exclude={"problems"})
    counts = counted(unit.verdicts)
    verdicts = [
        {**row, "ly_do": each.ly_do, "viec": each.viec}
        for row, each in zip(plain.pop("verdicts"), unit.verdicts, strict=True)
    ]
    return {
        **plain,
        "ngay_nop": campaign.handed_in(unit),
        "dem": {ket.value: counts[ket] for ket in Ket},
        "muc": verdicts,
        "van_de": _problems(unit.problems),
    }


def _problems(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [problem_json(each) for each in problems]


def _text(value: Any) -> str:
    return to_json(value).decode()
