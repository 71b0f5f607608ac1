"""Minutes, ballot and count of a review meeting; not prescribed (customary contents)."""

import datetime as dt
from dataclasses import replace
from typing import TypedDict

from generator.model.levels import NOT_RATED as NO_LEVEL
from generator.model.meeting import HoiNghi, KetQuaPhieu, KiemPhieu, NguoiDu
from generator.papers.form_values import BieuMauIn, MucIn
from generator.papers.sections import EMPTY_BOX, section
from generator.papers.unit_year import UnitYear, head, post, reviewed, unit_head
from generator.wording import compare, dates


class NguoiIn(TypedDict):
    """A participant of a meeting."""

    ho_ten: str
    chuc_vu: str


class VangIn(TypedDict):
    """An absent person and the reason."""

    ho_ten: str
    ly_do: str


class PhieuIn(TypedDict):
    """A line of a ballot or of its count."""

    tt: str
    ten: str
    chuc_vu: str
    tu_nhan: str
    o: list[str]
    so_phieu: list[str]


class KiemPhieuIn(TypedDict):
    """The count of a ballot."""

    to_kiem_phieu: list[NguoiIn]
    phat_ra: str
    thu_ve: str
    hop_le: str
    khong_hop_le: str
    ket_qua: list[PhieuIn]


class HoiNghiIn(BieuMauIn):
    """Minutes, ballot and count of a meeting; `so_ban` is how many copies are made: «03»."""

    ten_hoi_nghi: str
    so_ban: str
    gio_bat_dau: str
    gio_ket_thuc: str
    cung_ngay: bool
    ngay_hop: str
    dia_diem: str
    trieu_tap: str
    co_mat: str
    so_vang: str
    vang: list[VangIn]
    dai_bieu: list[NguoiIn]
    chu_tri: NguoiIn
    thu_ky: NguoiIn
    doi_tuong: str
    dien_bien: MucIn
    y_kien: MucIn
    ket_luan: MucIn
    cac_muc: list[str]
    co_kiem_phieu: bool
    phieu: KiemPhieuIn
    to_truong: str


_NAMELESS = "………………………"
NOT_RATED = "Chưa đánh giá, xếp loại"


MINUTES, COUNT = "bien-ban-hoi-nghi", "bien-ban-kiem-phieu"
"""The kinds of paper that say how many copies of them are made."""


def count_of_votes(year: UnitYear, index: int, code: str = COUNT) -> HoiNghiIn:
    """Return the values of the count of a ballot, which has a day of its own where one is given."""
    counted = year.data.hoi_nghi[index].kiem_phieu
    return _meeting(year, index, code, counted.ngay if counted else None)


def meeting(year: UnitYear, index: int, code: str = MINUTES) -> HoiNghiIn:
    """Return the values of minutes and ballot of one meeting."""
    return _meeting(year, index, code)


def _copies(year: UnitYear, code: str) -> str:
    """Return how many copies of a paper the print list has, as minutes say it: «03»."""
    place = year.che_do.thanh_phan.get(code)
    return f"{place.so_ban if place else 1:02}"


def _head(year: UnitYear, held: HoiNghi, day: dt.date) -> BieuMauIn:
    """Return the head of minutes: of the one collective reviewed, if it has a body of its own."""
    title = f"Biên bản {held.ten}"
    named = [
        each
        for each in year.data.tap_the
        if any(compare.same(each.ten, name) for name in held.doi_tuong)
    ]
    body = named[0].co_quan if len(named) == len(held.doi_tuong) == 1 else None
    if body is None:
        return unit_head(year, title, day)
    return head(year, title, (body.cap_tren or "", body.ten), day)


def _meeting(year: UnitYear, index: int, code: str, other_day: dt.date | None = None) -> HoiNghiIn:
    held = year.data.hoi_nghi[index]
    counted = held.kiem_phieu
    opinions = "\n".join(f"- {each.nguoi}: {each.noi_dung}" for each in held.y_kien)
    day = other_day or held.ngay
    levels = [level.ten for level in year.che_do.muc]
    return {
        **_head(year, held, day),
        "ten_hoi_nghi": held.ten,
        "so_ban": _copies(year, code),
        "gio_bat_dau": held.gio_bat_dau or "…… giờ ……",
        "gio_ket_thuc": held.gio_ket_thuc or "…… giờ ……",
        "cung_ngay": not dates.names_a_day(held.gio_ket_thuc or ""),
        "ngay_hop": dates.long_date(day),
        "dia_diem": held.dia_diem or "………………",
        "trieu_tap": str(held.trieu_tap),
        "co_mat": str(held.co_mat),
        "so_vang": str(max(held.trieu_tap - held.co_mat, 0)),
        "vang": [{"ho_ten": each.ho_ten, "ly_do": each.ly_do} for each in held.vang],
        "dai_bieu": [_person(each) for each in held.dai_bieu],
        "chu_tri": _person(held.chu_tri),
        "thu_ky": _person(held.thu_ky),
        "doi_tuong": ", ".join(held.doi_tuong),
        "dien_bien": _written(year, held.dien_bien),
        "y_kien": _written(year, opinions),
        "ket_luan": _written(year, held.ket_luan),
        "cac_muc": [*levels, NOT_RATED],
        "co_kiem_phieu": counted is not None,
        "phieu": _ballot(year, held, counted),
        "to_truong": counted.to_kiem_phieu[0].ho_ten if counted and counted.to_kiem_phieu else "",
    }


def _written(year: UnitYear, text: str | None) -> MucIn:
    """Return a section of the minutes; what nobody entered is left as lines to write on."""
    return section(year if text else replace(year, de_trong=True), text)


def subjects(year: UnitYear, held: HoiNghi) -> list[str]:
    """Return the names of those a meeting is about.

    The names it lists; if it lists none, all those its `noi_dung` covers: the collectives of the
    unit, the persons of the unit who are reviewed, or both.
    """
    if held.doi_tuong:
        return list(held.doi_tuong)
    collectives = [each.ten for each in year.data.tap_the]
    persons = [person.ho_ten for _, person in reviewed(year)]
    return {
        "tap_the": collectives,
        "ca_nhan": persons,
        "tap_the_ca_nhan": collectives + persons,
    }[held.noi_dung]


def voted_on(year: UnitYear, held: HoiNghi) -> list[str]:
    """Return the names on the ballots of a meeting: those counted, before that its subjects."""
    counted = held.kiem_phieu
    return [each.doi_tuong for each in counted.ket_qua] if counted else subjects(year, held)


def _person(given: NguoiDu) -> NguoiIn:
    return {"ho_ten": given.ho_ten, "chuc_vu": given.chuc_vu or ""}


def _ballot(year: UnitYear, held: HoiNghi, counted: KiemPhieu | None) -> KiemPhieuIn:
    """Return the count of a ballot; before the meeting, dots to fill in by hand."""
    votes = {each.doi_tuong: each for each in counted.ket_qua} if counted else {}
    tellers = counted.to_kiem_phieu if counted else ()
    dots = "……"
    return {
        "to_kiem_phieu": [_person(each) for each in tellers]
        or [{"ho_ten": _NAMELESS, "chuc_vu": ""}],
        "phat_ra": str(counted.phat_ra) if counted else dots,
        "thu_ve": str(counted.thu_ve) if counted else dots,
        "hop_le": str(counted.hop_le) if counted else dots,
        "khong_hop_le": str(counted.khong_hop_le) if counted else dots,
        "ket_qua": [
            _line(year, number, name, votes.get(name))
            for number, name in enumerate(voted_on(year, held), 1)
        ],
    }


def _line(year: UnitYear, number: int, name: str, votes: KetQuaPhieu | None) -> PhieuIn:
    keys = [*(level.khoa for level in year.che_do.muc), NO_LEVEL]
    person = next((p for p in year.data.ca_nhan if compare.same(p.ho_ten, name)), None)
    group = next((t for t in year.data.tap_the if compare.same(t.ten, name)), None)
    found = person or group
    return {
        "tt": str(number),
        "ten": name,
        "chuc_vu": post(person) if person else "",
        "tu_nhan": (found.xep_loai.tu_nhan or "") if found else "",
        "o": [EMPTY_BOX for _ in keys],
        "so_phieu": [str(votes.phieu.get(key, 0)) if votes else "" for key in keys],
    }
