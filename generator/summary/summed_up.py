"""Computes the printed values of a campaign's summaries: for all units together and unit by unit.

The campaign's own body takes the place that a unit's committee has in the papers of a unit, so that
both use the same builders and templates.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator.model import Dot
from generator.model.papers import DauVanBan, KetQuaXepLoai
from generator.model.unit import CaNhan, TapThe
from generator.papers.campaign_year import campaign_year
from generator.papers.form_6f import Bieu6FIn, form_6f, was_reviewed
from generator.papers.rating_lists import (
    NOT_YET,
    BangDonViIn,
    DanhSachIn,
    DuocXepLoaiIn,
    TenMucIn,
    TongHopDotIn,
    by_position,
    collective_rows,
    count,
    decided,
    in_list,
    left_out_row,
    not_reviewed,
    numbered,
    person_rows,
    summary,
)
from generator.papers.unit_letters import KetQuaIn, results
from generator.papers.unit_year import UnitYear, latest, reviewed
from generator.regulations.catalogue import paper_kinds
from generator.regulations.che_do import CheDo
from generator.summary.units import Counted
from generator.wording import review

BY_PERSON, BY_COLLECTIVE = "Cá nhân theo đơn vị", "Tập thể theo đơn vị"
UNRATED = "Chưa có kết quả xếp loại"


@dataclass(frozen=True, slots=True)
class Summary:
    """The printed values of the four papers, used for both Word and Excel.

    The notice (`thong_bao`) is None while no level is decided.
    """

    tong_hop: TongHopDotIn
    bieu_6f: Bieu6FIn
    chua_kiem_diem: DanhSachIn
    thong_bao: KetQuaIn | None


def summed_up(counted: Counted) -> Summary:
    """Compute the summaries of a campaign.

    Args:
        counted: its units, each person counted once.

    Returns:
        The counts by group and by unit with the list of all rated; Biểu 6F; the list of those not
        reviewed or not rated; the notice of the decided levels.
    """
    dot, years = counted.dot, counted.years
    whole = together(dot, years)
    units = f"các đơn vị trực thuộc {dot.co_quan.ten}"
    heading, missing = review.capital(units), counted.chua_gom
    left_out = numbered(chain.from_iterable(map(_left_out, years)))
    return Summary(
        tong_hop={
            **summary(whole),
            "ten_don_vi": heading,
            "hang": numbered([*_collectives(years), *_persons(years)]),
            "chua_gom": missing,
            "ten_muc": _level_names(counted.che_do),
            "theo_don_vi": list(_by_unit(whole, years)),
        },
        bieu_6f={**form_6f(whole, years), "chua_gom": missing},
        chua_kiem_diem={
            **not_reviewed(whole),
            "ten_don_vi": heading,
            "hang": left_out,
            "chua_gom": missing,
            "so_luong": in_list(left_out, 0),
        },
        thong_bao=_notice(counted, units),
    )


def together(dot: Dot, years: Sequence[UnitYear]) -> UnitYear:
    """Combine all units into one whose committee is the campaign's own body."""
    return campaign_year(
        dot,
        (each for year in years for each in year.data.tap_the),
        (each for year in years for each in year.data.ca_nhan),
    )


def collectives_of(year: UnitYear) -> list[TapThe]:
    """Return the reviewed collectives of a unit."""
    return [each for each in year.data.tap_the if not each.thanh_lap_moi]


def persons_of(year: UnitYear) -> list[CaNhan]:
    """Return the reviewed persons of a unit."""
    return [person for _, person in reviewed(year)]


def _by_unit(whole: UnitYear, years: Sequence[UnitYear]) -> Iterator[BangDonViIn]:
    """Yield the counts of persons, then of collectives, by unit; an empty table is skipped."""
    tables: tuple[tuple[str, Callable[[UnitYear], Sequence[CaNhan | TapThe]]], ...] = (
        (BY_PERSON, persons_of),
        (BY_COLLECTIVE, collectives_of),
    )
    for title, members in tables:
        if everyone := members(whole):
            yield {
                "ten": title,
                "hang": [count(year, year.data.don_vi.ten, members(year)) for year in years],
                "tong": count(whole, "Tổng số", everyone),
            }


def _level_names(che_do: CheDo) -> TenMucIn:
    by_key = {level.khoa: level.ten for level in che_do.muc}
    return {
        "hoan_thanh_xuat_sac": by_key["hoan_thanh_xuat_sac"],
        "hoan_thanh_tot": by_key["hoan_thanh_tot"],
        "hoan_thanh": by_key["hoan_thanh"],
        "khong_hoan_thanh": by_key["khong_hoan_thanh"],
    }


def _collectives(years: Sequence[UnitYear]) -> Iterator[DuocXepLoaiIn]:
    for year in years:
        for row in collective_rows(year):
            name = year.data.don_vi.ten
            yield {**row, "don_vi": name, "chuc_vu_don_vi": name}


def _persons(years: Sequence[UnitYear]) -> Iterator[DuocXepLoaiIn]:
    for year in years:
        yield from person_rows(year)


def _left_out(year: UnitYear) -> list[DuocXepLoaiIn]:
    """Return the excluded and the unrated persons of a unit with the reasons, by position."""
    unrated = {id(each) for each in persons_of(year) if not (latest(each) or each.loai_tru)}
    rows: list[DuocXepLoaiIn] = []
    for person in by_position(year.data.ca_nhan):
        if person.loai_tru:
            rows.append(left_out_row(year, person))
        elif id(person) in unrated:
            reason = UNRATED if was_reviewed(year, person) else NOT_YET
            rows.append({**left_out_row(year, person), "ghi_chu": reason})
    return rows


def _notice(counted: Counted, units: str) -> KetQuaIn | None:
    """Compute the notice: only decided levels are announced; a proposal counts as unrated."""
    years = [decided(year) for year in counted.years]
    whole = together(counted.dot, years)
    head = KetQuaXepLoai(thong_bao=DauVanBan(co_quan=counted.dot.co_quan))
    nam = whole.data.model_copy(update={"ket_qua": head})
    groups, people = (
        numbered(row for row in rows if row["quyet_dinh"])
        for rows in (_collectives(years), _persons(years))
    )
    if not (groups or people):
        return None
    return {
        **results(replace(whole, data=nam), paper_kinds()["thong-bao-ket-qua"]),
        "don_vi": units,
        "tap_the": groups,
        "ca_nhan": people,
        "chua_gom": counted.chua_gom,
    }
