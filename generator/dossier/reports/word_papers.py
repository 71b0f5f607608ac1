"""The Word documents of a check: bảng kiểm, báo cáo tình hình nộp, công văn đôn đốc."""

from collections.abc import Sequence
from typing import TypedDict

from generator.dossier.reports.lacking import item_name, lacks, what_lacks
from generator.dossier.reports.marks import counted
from generator.dossier.results import CheckedCampaign, UnitResult, Verdict
from generator.dossier.still_owed import overdue
from generator.engine.shapes import shape_of
from generator.model import Dot
from generator.model.papers import DauVanBan
from generator.model.verdict import GOOD, TEN, Ket
from generator.papers.campaign_year import campaign_year
from generator.papers.form_values import BieuMauIn
from generator.papers.heads import letter_head
from generator.papers.letter_values import KyIn, VanBanIn
from generator.papers.unit_year import signed, unit_head
from generator.regulations.catalogue import paper_kinds
from generator.wording.dates import short_date
from generator.wording.review import capital


class HangKiemIn(TypedDict):
    """An item of the checklist with its verdict."""

    tt: str
    muc: str
    ten: str
    doi_tuong: str
    so_bo: str
    ket_qua: str
    ghi_chu: str


class DemKetQuaIn(TypedDict):
    """How often a verdict occurs."""

    ten: str
    so: str


class BangKiemIn(BieuMauIn):
    """Bảng kiểm hồ sơ of a unit."""

    ten_don_vi: str
    danh_muc: str
    tinh_den: str
    hang: list[HangKiemIn]
    dem_ket_qua: list[DemKetQuaIn]
    ky: KyIn


class HangDonDocIn(TypedDict):
    """Something a unit must still hand in."""

    tt: str
    muc: str
    ten: str
    doi_tuong: str
    tinh_trang: str


class DonDocIn(VanBanIn):
    """Công văn đôn đốc to one unit."""

    nam: str
    tinh_den: str
    han_gui: str
    gui_ve: str
    hang: list[HangDonDocIn]


class HangDonViIn(TypedDict):
    """The counts of a unit."""

    tt: str
    ten: str
    phai_nop: str
    co: str
    thieu: str
    chua_dat: str
    nop_muon: str
    ngay_nop: str


class ConThieuIn(TypedDict):
    """What one unit still lacks, one line for an item."""

    ten: str
    viec: list[str]


class TinhHinhNopIn(VanBanIn):
    """Báo cáo tình hình nộp hồ sơ of a campaign; `so_chua_kiem` is empty if all were judged."""

    nam: str
    can_cu_danh_muc: str
    tinh_den: str
    so_don_vi: str
    so_du: str
    so_thieu: str
    so_qua_han: str
    so_chua_kiem: str
    hang: list[HangDonViIn]
    con_thieu: list[ConThieuIn]


_OURS = "do cơ quan nhận hồ sơ lập, không tính cho đơn vị"
_SEND_AGAIN = "phải gửi lại"
"""The verdict «cần xem lại» in a letter, where it remains only for files that did not open."""


def bang_kiem(unit: UnitResult, campaign: CheckedCampaign, dot: Dot) -> BangKiemIn:
    """Return the values of a unit's bảng kiểm, issued by the office that receives the dossier."""
    year = campaign_year(dot, ngay=campaign.tinh_den)
    counts = counted(unit.verdicts)
    return {
        **unit_head(year, f"Bảng kiểm hồ sơ {unit.ten}", None),
        "ten_don_vi": unit.ten,
        "danh_muc": campaign.trich_dan,
        "tinh_den": short_date(campaign.tinh_den),
        "hang": [
            {
                "tt": str(number),
                "muc": each.muc,
                "ten": each.ten,
                "doi_tuong": each.doi_tuong if each.loai_doi_tuong != "don_vi" else "",
                "so_bo": str(each.so_bo),
                "ket_qua": capital(TEN[each.ket]),
                "ghi_chu": capital(_note(each)),
            }
            for number, each in enumerate(unit.verdicts, 1)
        ],
        "dem_ket_qua": [{"ten": TEN[ket], "so": str(counts[ket])} for ket in Ket if counts[ket]],
        "ky": signed(year, dot.ky),
    }


def _note(verdict: Verdict) -> str:
    """Return the reason; for satisfied items it would only list documents and is omitted.

    What the receiving office itself makes is not among what the unit is counted for.
    """
    if verdict.ket is Ket.CO:
        return ""
    own = _OURS if verdict.cua_co_quan and verdict.ket is not Ket.KHONG_AP_DUNG else ""
    return "; ".join(filter(None, (verdict.ly_do, own)))


def don_doc(unit: UnitResult, campaign: CheckedCampaign, dot: Dot) -> DonDocIn:
    """Return the values of the letter to a late unit: exactly what it must hand in or correct."""
    own = [item for item in dot.noi_nhan if item.startswith("Lưu")] or ["Lưu Văn phòng"]
    head = DauVanBan(
        kinh_gui=(unit.ten,),
        noi_nhan=("Như trên", own[0]),
        can_cu=(f"Căn cứ {campaign.trich_dan}",),
    )
    found = lacks(overdue(unit), again=_SEND_AGAIN)
    year = campaign_year(dot, ngay=campaign.tinh_den)
    return {
        **letter_head(year, head, paper_kinds()["don-doc"], dot.co_quan),
        "nam": str(campaign.nam),
        "tinh_den": short_date(campaign.tinh_den),
        "han_gui": short_date(min(each.qua_han for each in found if each.qua_han)),
        "gui_ve": next((each.gui_ve for each in found if each.gui_ve), ""),
        "hang": [
            {
                "tt": str(number),
                "muc": each.muc,
                "ten": item_name(each.ten),
                "doi_tuong": ", ".join(each.ai),
                "tinh_trang": capital(each.noi),
            }
            for number, each in enumerate(found, 1)
        ],
    }


def tinh_hinh_nop(
    units: Sequence[UnitResult], campaign: CheckedCampaign, dot: Dot
) -> TinhHinhNopIn:
    """Return the values of the report on all dossiers of a campaign."""
    judged = [each for each in units if each.verdicts]
    whole = sum(each.is_complete() for each in judged)
    year = campaign_year(dot, ngay=campaign.tinh_den)
    return {
        **letter_head(year, DauVanBan(), paper_kinds()["tinh-hinh-nop"], dot.co_quan),
        "can_cu": [],
        "nam": str(campaign.nam),
        "can_cu_danh_muc": campaign.can_cu,
        "tinh_den": short_date(campaign.tinh_den),
        "so_don_vi": str(len(units)),
        "so_du": str(whole),
        "so_thieu": str(len(judged) - whole),
        "so_qua_han": str(sum(bool(overdue(each)) for each in judged)),
        "so_chua_kiem": str(len(units) - len(judged)) if len(judged) < len(units) else "",
        "hang": [_in_numbers(number, each, campaign) for number, each in enumerate(units, 1)],
        "con_thieu": [
            {"ten": each.ten, "viec": what_lacks(each)} for each in units if not each.is_complete()
        ],
    }


def _in_numbers(number: int, unit: UnitResult, campaign: CheckedCampaign) -> HangDonViIn:
    row: HangDonViIn = {
        "tt": str(number),
        "ten": f"{unit.ten} (chưa kiểm tra được)",
        "phai_nop": "",
        "co": "",
        "thieu": "",
        "chua_dat": "",
        "nop_muon": "",
        "ngay_nop": "",
    }
    if not unit.verdicts:
        return row
    counts = counted(each for each in unit.verdicts if not each.cua_co_quan)
    good = sum(counts[ket] for ket in GOOD)
    day = campaign.handed_in(unit)
    return {
        **row,
        "ten": unit.ten,
        "phai_nop": str(counts.total() - counts[Ket.KHONG_AP_DUNG]),
        "co": str(counts[Ket.CO]),
        "thieu": str(counts[Ket.THIEU]),
        "chua_dat": str(counts.total() - good - counts[Ket.THIEU]),
        "nop_muon": str(counts[Ket.NOP_MUON]),
        "ngay_nop": short_date(day) if day else "",
    }


SHAPES = {
    "bang-kiem": shape_of(BangKiemIn),
    "don-doc": shape_of(DonDocIn),
    "tinh-hinh-nop": shape_of(TinhHinhNopIn),
}
"""The values available to the template of each paper of a check."""
