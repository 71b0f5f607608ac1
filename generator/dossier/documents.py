"""The Word documents of a check: bảng kiểm, báo cáo tình hình nộp, công văn đôn đốc."""

from collections.abc import Sequence

from generator.dossier.reports.marks import counted, lacks
from generator.dossier.results import TEN, CheckedCampaign, Ket, UnitResult
from generator.model import Dot
from generator.model.papers import DauVanBan
from generator.production.campaign_year import campaign_year
from generator.production.dossier_printed import (
    BangKiemIn,
    ConThieuIn,
    DonDocIn,
    HangDonViIn,
    TinhHinhNopIn,
)
from generator.production.unit_letters import letter_head
from generator.production.year import signed, unit_head
from generator.wording.dates import short_date
from generator.wording.review import capital


def bang_kiem(unit: UnitResult, campaign: CheckedCampaign, dot: Dot) -> BangKiemIn:
    """Print the check of one unit, item by item, by the office that receives the dossier."""
    year = campaign_year(dot)
    counts = counted(unit.verdicts)
    return {
        **unit_head(year, f"Bảng kiểm hồ sơ {unit.ten}", None),
        "ten_don_vi": unit.ten,
        "danh_muc": campaign.danh_muc,
        "can_cu_danh_muc": campaign.can_cu,
        "tinh_den": short_date(campaign.tinh_den),
        "hang": [
            {
                "tt": str(number),
                "muc": each.muc,
                "ten": each.ten,
                "doi_tuong": each.doi_tuong if each.loai_doi_tuong != "don_vi" else "",
                "so_bo": str(each.so_bo),
                "ket_qua": capital(TEN[each.ket]),
                "ghi_chu": each.ly_do,
            }
            for number, each in enumerate(unit.verdicts, 1)
        ],
        "dem_ket_qua": [
            {"ten": capital(TEN[ket]), "so": str(counts[ket])} for ket in Ket if counts[ket]
        ],
        "ky": signed(year, dot.ky),
    }


def don_doc(unit: UnitResult, campaign: CheckedCampaign, dot: Dot) -> DonDocIn:
    """Print the letter to a unit that lists exactly what it still has to hand in or mend."""
    own = [item for item in dot.noi_nhan if item.startswith("Lưu")] or ["Lưu Văn phòng"]
    head = DauVanBan(kinh_gui=(unit.ten,), noi_nhan=("Như trên", own[0]))
    subject = f"Nộp đủ hồ sơ kiểm điểm, đánh giá, xếp loại chất lượng năm {campaign.nam}"
    found = lacks(unit.lacking())
    late = [each.qua_han for each in found if each.qua_han]
    return {
        **letter_head(campaign_year(dot), head, "cong-van", subject, dot.co_quan),
        "can_cu": [],
        "nam": str(campaign.nam),
        "danh_muc": campaign.danh_muc,
        "can_cu_danh_muc": campaign.can_cu,
        "tinh_den": short_date(campaign.tinh_den),
        "han_gui": short_date(min(late)) if late else "",
        "gui_ve": next((each.gui_ve for each in found if each.gui_ve), ""),
        "hang": [
            {
                "tt": str(number),
                "muc": each.muc,
                "ten": each.ten,
                "doi_tuong": ", ".join(each.ai),
                "so_bo": "",
                "ket_qua": capital(TEN[each.ket]),
                "ghi_chu": each.ly_do,
            }
            for number, each in enumerate(found, 1)
        ],
    }


def tinh_hinh_nop(
    units: Sequence[UnitResult], campaign: CheckedCampaign, dot: Dot
) -> TinhHinhNopIn:
    """Print the report on all dossiers of a campaign."""
    subject = f"Tình hình nộp hồ sơ kiểm điểm, đánh giá, xếp loại chất lượng năm {campaign.nam}"
    whole = sum(each.is_complete() for each in units)
    late = sum(any(v.qua_han for v in each.lacking()) for each in units)
    return {
        **letter_head(campaign_year(dot), DauVanBan(), "bao-cao", subject, dot.co_quan),
        "can_cu": [],
        "nam": str(campaign.nam),
        "danh_muc": campaign.danh_muc,
        "can_cu_danh_muc": campaign.can_cu,
        "tinh_den": short_date(campaign.tinh_den),
        "so_don_vi": str(len(units)),
        "so_du": str(whole),
        "so_thieu": str(len(units) - whole),
        "so_qua_han": str(late),
        "hang": [_in_numbers(number, each) for number, each in enumerate(units, 1)],
        "con_thieu": [_lacking(each) for each in units if not each.is_complete()],
    }


def _in_numbers(number: int, unit: UnitResult) -> HangDonViIn:
    counts = counted(unit.verdicts)
    asked = sum(counts.values()) - counts[Ket.KHONG_AP_DUNG]
    return {
        "tt": str(number),
        "ten": unit.ten,
        "phai_nop": str(asked),
        "co": str(counts[Ket.CO]),
        "thieu": str(counts[Ket.THIEU]),
        "chua_dat": str(len(unit.lacking()) - counts[Ket.THIEU]),
        "nop_muon": str(counts[Ket.NOP_MUON]),
        "ngay_nop": short_date(unit.ngay_nop) if unit.ngay_nop else "",
    }


def _lacking(unit: UnitResult) -> ConThieuIn:
    if not unit.verdicts:
        return {"ten": unit.ten, "viec": ["chưa kiểm tra được vì dữ liệu của đơn vị có lỗi"]}
    return {"ten": unit.ten, "viec": what_lacks(unit)}


def what_lacks(unit: UnitResult) -> list[str]:
    """Say what a unit lacks, an item a line: «mục 1.2: thiếu (Nguyễn Văn An, Lê Thu Cúc)»."""
    return [
        f"mục {each.muc}: {TEN[each.ket]}" + (f" ({', '.join(each.ai)})" if each.ai else "")
        for each in lacks(unit.lacking())
    ]
