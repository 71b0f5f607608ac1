"""Counts and lists of a unit's ratings: tổng hợp, danh sách."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypedDict

from generator.model.levels import KhoaMuc
from generator.model.person import CaNhan
from generator.model.review import XepLoai
from generator.model.unit import CHI_BO, TapThe
from generator.papers.form_values import BieuMauIn
from generator.papers.letter_values import KyIn
from generator.papers.review_forms import points_of
from generator.papers.unit_year import (
    UnitYear,
    latest,
    post,
    reviewed,
    signed,
    unit_head,
)
from generator.wording import compare, dates, positions, review


class DuocXepLoaiIn(TypedDict):
    """A collective or person with the level at each step."""

    tt: str
    ten: str
    ngay_sinh: str
    chuc_vu: str
    don_vi: str
    chuc_vu_don_vi: str
    tu_nhan: str
    cong_chuc: str
    chi_uy: str
    chi_bo: str
    quyet_dinh: str
    diem_chung: str
    diem_nhiem_vu: str
    diem: str
    ghi_chu: str


class HangTongHopIn(TypedDict):
    """Counts and percentages of one group; `trong_do` is the sentence of the counts."""

    ten: str
    tong: int
    trong_do: str
    hoan_thanh_xuat_sac: int
    hoan_thanh_tot: int
    hoan_thanh: int
    khong_hoan_thanh: int
    chua_xep_loai: int
    ti_le_xuat_sac: str
    ti_le_tot: str
    ti_le_hoan_thanh: str
    ti_le_khong: str


class DanhSachIn(BieuMauIn):
    """Lists and summaries of a unit: tổng hợp, Mẫu 06, chưa kiểm điểm.

    `chua_gom` describes what could not be counted; empty if nothing is missing. `so_luong` says how
    many collectives and persons the list has.
    """

    ten_don_vi: str
    hang: list[DuocXepLoaiIn]
    tong_hop: list[HangTongHopIn]
    chua_gom: str
    so_luong: str
    ky: KyIn


class TenMucIn(TypedDict):
    """The names of the four levels in the regime."""

    hoan_thanh_xuat_sac: str
    hoan_thanh_tot: str
    hoan_thanh: str
    khong_hoan_thanh: str


class BangDonViIn(TypedDict):
    """Counts of persons or collectives by unit, with a total line."""

    ten: str
    hang: list[HangTongHopIn]
    tong: HangTongHopIn


class TongHopDotIn(DanhSachIn):
    """The summary of a whole campaign."""

    ten_muc: TenMucIn
    theo_don_vi: list[BangDonViIn]


NOT_YET = "Chưa kiểm điểm"
ROLES = {
    "lanh_dao": "Cá nhân giữ chức vụ lãnh đạo, quản lý",
    "khong_lanh_dao": "Cá nhân không giữ chức vụ lãnh đạo, quản lý",
    "ngoai_he_thong": "Đảng viên không làm việc trong hệ thống chính trị",
}
"""The groups of persons in the counts, by role."""


def summary(year: UnitYear) -> DanhSachIn:
    """Return all ratings of the unit: a row each, collectives first, and the counts by group."""
    groups = collective_rows(year)
    rows = [*groups, *person_rows(year)]
    title = "Tổng hợp kết quả xếp loại"
    return _listed(year, title, numbered(rows), counts(year), in_list(rows, len(groups)))


def not_reviewed(year: UnitYear) -> DanhSachIn:
    """Return the persons not reviewed or not rated, with the reason."""
    people = by_position(p for p in year.data.ca_nhan if p.loai_tru)
    rows = [left_out_row(year, person) for person in people]
    title = "Danh sách chưa kiểm điểm, xếp loại"
    return _listed(year, title, numbered(rows), [], in_list(rows, 0))


def _listed(
    year: UnitYear,
    title: str,
    rows: list[DuocXepLoaiIn],
    totals: list[HangTongHopIn],
    number: str,
) -> DanhSachIn:
    return {
        **unit_head(year, title, None),
        "ten_don_vi": year.data.don_vi.ten,
        "hang": rows,
        "tong_hop": totals,
        "chua_gom": "",
        "so_luong": number,
        "ky": signed(year, year.data.ky),
    }


def collectives(year: UnitYear) -> list[TapThe]:
    """Return the collectives that are rated, in the order of the data."""
    return [each for each in year.data.tap_the if not each.thanh_lap_moi]


def collective_rows(year: UnitYear) -> list[DuocXepLoaiIn]:
    """Return a row for each collective that is rated."""
    return [_row(year, each, each.ten) for each in collectives(year)]


def person_rows(year: UnitYear) -> list[DuocXepLoaiIn]:
    """Return a row for each person reviewed, by position."""
    return [person_row(year, person) for person in by_position(p for _, p in reviewed(year))]


def by_position(people: Iterable[CaNhan]) -> list[CaNhan]:
    """Sort persons as an office lists them: the head, then by position, then as entered."""
    return sorted(people, key=_standing)


def _standing(person: CaNhan) -> tuple[bool, int, int, int]:
    held = person.chuc_vu
    posts = (held.dang, held.chinh_quyen, held.doan_the)
    party, state, mass = map(positions.rank, posts)
    return not person.dung_dau, party, state, mass


def person_row(year: UnitYear, person: CaNhan) -> DuocXepLoaiIn:
    """Return the row of one person."""
    return _row(year, person, person.ho_ten)


def left_out_row(year: UnitYear, person: CaNhan) -> DuocXepLoaiIn:
    """Return the row of a person who is not reviewed, with the chi bộ that reviews them later."""
    unit = year.data.don_vi
    row = person_row(year, person)
    return {**row, "don_vi": person.chi_bo or (unit.ten if unit.loai in CHI_BO else row["don_vi"])}


def numbered(rows: Iterable[DuocXepLoaiIn]) -> list[DuocXepLoaiIn]:
    """Number rows from 1."""
    return [{**row, "tt": str(number)} for number, row in enumerate(rows, 1)]


def _row(year: UnitYear, rated: CaNhan | TapThe, name: str) -> DuocXepLoaiIn:
    steps = rated.xep_loai
    points = (
        points_of(year, rated) if rated.cham_diem else {"chung": "", "nhiem_vu": "", "tong": ""}
    )
    person = rated if isinstance(rated, CaNhan) else None
    office = (person.chi_bo or person.don_vi_cong_tac or "") if person else ""
    return {
        "tt": "",
        "ten": name,
        "ngay_sinh": dates.birth(person.ngay_sinh) if person else "",
        "chuc_vu": post(person) if person else "",
        "don_vi": office,
        "chuc_vu_don_vi": positions.on_one_line((post(person), office)) if person else "",
        "tu_nhan": steps.tu_nhan or "",
        "cong_chuc": steps.cong_chuc or "",
        "chi_uy": steps.chi_uy or "",
        "chi_bo": steps.chi_bo or "",
        "quyet_dinh": steps.quyet_dinh or "",
        "diem_chung": points["chung"] if points else "",
        "diem_nhiem_vu": points["nhiem_vu"] if points else "",
        "diem": points["tong"] if points else "",
        "ghi_chu": _reason(year, person) if person else "",
    }


def _reason(year: UnitYear, person: CaNhan) -> str:
    if person.loai_tru is None:
        return ""
    known = year.che_do.loai_tru.get(person.loai_tru.ly_do)
    basis = f" ({person.loai_tru.can_cu})" if person.loai_tru.can_cu else ""
    return (known.ten if known else person.loai_tru.ly_do) + basis


def counts(year: UnitYear) -> list[HangTongHopIn]:
    """Count levels by group: collectives, persons by role, all persons."""
    people = [person for _, person in reviewed(year)]
    groups: list[tuple[str, Sequence[CaNhan | TapThe]]] = []
    if rated := collectives(year):
        groups.append(("Tập thể lãnh đạo, quản lý", rated))
    for role, name in ROLES.items():
        inside = [person for person in people if person.vai_tro == role]
        if inside:
            groups.append((name, inside))
    if people:
        groups.append(("Tổng số cá nhân", people))
    return [count(year, name, members) for name, members in groups]


def decided(year: UnitYear) -> UnitYear:
    """Return the year with no level but the decided ones, so that a proposal counts as unrated."""
    update = {
        key: tuple(
            each.model_copy(
                update={"xep_loai": XepLoai.model_construct(quyet_dinh=each.xep_loai.quyet_dinh)}
            )
            for each in getattr(year.data, key)
        )
        for key in ("tap_the", "ca_nhan")
    }
    return replace(year, data=year.data.model_copy(update=update))


def count(year: UnitYear, name: str, members: Iterable[CaNhan | TapThe]) -> HangTongHopIn:
    """Count one group. Percentages refer to those rated; unrated ones are counted separately."""
    levels = [latest(each) for each in members]
    by_key = {
        level.khoa: sum(compare.same(level.ten, each) for each in levels)
        for level in year.che_do.muc
    }
    rated = sum(by_key.values())
    shares = {key: review.percent(number, rated) for key, number in by_key.items()}
    return {
        "ten": name,
        "tong": len(levels),
        "trong_do": _told(year, by_key, len(levels) - rated),
        "hoan_thanh_xuat_sac": by_key["hoan_thanh_xuat_sac"],
        "hoan_thanh_tot": by_key["hoan_thanh_tot"],
        "hoan_thanh": by_key["hoan_thanh"],
        "khong_hoan_thanh": by_key["khong_hoan_thanh"],
        "chua_xep_loai": len(levels) - rated,
        "ti_le_xuat_sac": shares["hoan_thanh_xuat_sac"],
        "ti_le_tot": shares["hoan_thanh_tot"],
        "ti_le_hoan_thanh": shares["hoan_thanh"],
        "ti_le_khong": shares["khong_hoan_thanh"],
    }


def _told(year: UnitYear, by_key: Mapping[KhoaMuc, int], unrated: int) -> str:
    """Say how many have which level: «1 hoàn thành xuất sắc nhiệm vụ, 2 chưa xếp loại»."""
    told = [
        f"{number} {level.ten[:1].lower()}{level.ten[1:]}"
        for level in year.che_do.muc
        if (number := by_key[level.khoa])
    ]
    return ", ".join([*told, f"{unrated} chưa xếp loại"] if unrated else told)


def in_list(rows: Sequence[DuocXepLoaiIn], groups: int) -> str:
    """Say how many a list has, the first `groups` rows collectives: «1 tập thể, 8 cá nhân»."""
    counted = ((groups, "tập thể"), (len(rows) - groups, "cá nhân"))
    return ", ".join(f"{number} {what}" for number, what in counted if number) or "0 cá nhân"
