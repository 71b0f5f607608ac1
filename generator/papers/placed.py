"""Papers that only print data of a person, a collective or a unit.

They serve kinds of paper without their own builder, mainly those added by an office.
"""

from typing import TypedDict

from generator.model.kinds import LoaiGiayTo
from generator.model.unit import CaNhan
from generator.papers.form_values import BieuMauIn, ChucVuIn
from generator.papers.heads import head_of, printed_head
from generator.papers.letter_values import KyIn, VanBanIn
from generator.papers.review_forms import posts
from generator.papers.unit_year import (
    UnitYear,
    collective_body,
    head,
    known,
    latest,
    person_head,
    post,
    reviewed,
    signed,
    unit_head,
)
from generator.wording import dates


class NguoiDonViIn(TypedDict):
    """A person of a unit in a list."""

    tt: str
    ho_ten: str
    ngay_sinh: str
    chuc_vu: str
    muc: str


class CaNhanIn(BieuMauIn):
    """A paper about one person."""

    ho_ten: str
    ngay_sinh: str
    chuc_vu: ChucVuIn
    don_vi_cong_tac: str
    chi_bo: str
    muc: str
    ky: KyIn


class TapTheIn(BieuMauIn):
    """A paper about one collective."""

    tap_the: str
    ca_nhan: list[NguoiDonViIn]
    muc: str
    ky: KyIn


class DonViIn(BieuMauIn):
    """A paper about a unit: the persons reviewed this year, in data order."""

    ten_don_vi: str
    ca_nhan: list[NguoiDonViIn]
    ky: KyIn


class VanBanDonViIn(VanBanIn):
    """A letter of a unit with its own number."""

    nam: str
    ten_don_vi: str
    ca_nhan: list[NguoiDonViIn]


def person(year: UnitYear, index: int) -> CaNhanIn:
    """Return the values of a person; on a blank form, unknown values become dotted lines."""
    data = year.data.ca_nhan[index]
    return {
        **person_head(year, data.ho_ten, data, data.ngay),
        "ho_ten": data.ho_ten,
        "ngay_sinh": known(year, dates.birth(data.ngay_sinh)),
        "chuc_vu": posts(year, data),
        "don_vi_cong_tac": known(year, data.don_vi_cong_tac),
        "chi_bo": known(year, data.chi_bo or year.data.don_vi.ten),
        "muc": latest(data),
        "ky": signed(year, year.data.ky, data.ngay),
    }


def declared(year: UnitYear, index: int) -> CaNhanIn:
    """Return the values of a person for a paper that is not of the day of the review: no date."""
    data = year.data.ca_nhan[index]
    return {**person(year, index), **person_head(year, data.ho_ten, data, None)}


def collective(year: UnitYear, index: int) -> TapTheIn:
    """Return the values of a collective and its members."""
    data = year.data.tap_the[index]
    body = collective_body(year, data)
    names = {each.ho_ten for each in data.thanh_vien}
    members = [each for each in year.data.ca_nhan if each.ho_ten in names]
    return {
        **head(year, data.ten, (body.cap_tren or "", body.ten), data.ngay),
        "tap_the": data.ten,
        "ca_nhan": _listed(members),
        "muc": latest(data),
        "ky": signed(year, data.ky or year.data.ky, data.ngay),
    }


def unit(year: UnitYear, title: str) -> DonViIn:
    """Return the values of a unit with the persons reviewed this year."""
    return {
        **unit_head(year, title, None),
        "ten_don_vi": year.data.don_vi.ten,
        "ca_nhan": _listed([each for _, each in reviewed(year)]),
        "ky": signed(year, year.data.ky),
    }


def unit_letter(year: UnitYear, kind: LoaiGiayTo) -> VanBanDonViIn:
    """Return the values of a unit's letter: its letter head, and the persons reviewed this year."""
    return {
        **printed_head(year, head_of(year, kind)),
        "nam": str(year.dot.nam),
        "ten_don_vi": year.data.don_vi.ten,
        "ca_nhan": _listed([each for _, each in reviewed(year)]),
    }


def _listed(people: list[CaNhan]) -> list[NguoiDonViIn]:
    return [
        {
            "tt": str(number),
            "ho_ten": each.ho_ten,
            "ngay_sinh": dates.birth(each.ngay_sinh),
            "chuc_vu": post(each),
            "muc": latest(each),
        }
        for number, each in enumerate(people, 1)
    ]
