"""The list of a unit's dossier: danh mục hồ sơ."""

from typing import TypedDict

from generator.papers.form_values import BieuMauIn
from generator.papers.letter_values import KyIn
from generator.papers.rating_lists import collectives
from generator.papers.suggested_counts import suggested_counts
from generator.papers.unit_year import UnitYear, reviewed, signed, unit_head


class MucHoSoIn(TypedDict):
    """An item of a dossier list, with the number of papers in the unit's data."""

    tt: str
    ten: str
    so_ban: str
    ghi_chu: str


class DanhMucIn(BieuMauIn):
    """Mẫu 04 of 2025: danh mục hồ sơ."""

    ten_don_vi: str
    tap_the: list[MucHoSoIn]
    ca_nhan: list[MucHoSoIn]
    ky: KyIn


def dossier_list(year: UnitYear) -> DanhMucIn:
    """Return the list of the dossier: QĐ 366 Điều 17 for persons, Mẫu 04 for collectives."""
    suggested = suggested_counts([year])["duoc_goi_y"]
    people = len(reviewed(year))
    meetings = len(year.data.hoi_nghi)
    reports = len(collectives(year))
    complaints = len(year.data.khieu_nai)
    residence = sum(
        1 for _, p in reviewed(year) if p.noi_cu_tru and p.noi_cu_tru.ngay_nhan_xet is not None
    )
    return {
        **unit_head(year, "Danh mục hồ sơ kiểm điểm", None),
        "ten_don_vi": year.data.don_vi.ten,
        "tap_the": [
            _item(1, "Báo cáo kiểm điểm của tập thể", reports),
            _item(2, "Biên bản hội nghị kiểm điểm", meetings),
            _item(3, "Văn bản gợi ý kiểm điểm (nếu có)", suggested["tap_the"]),
            _item(4, "Kết quả đánh giá, xếp loại (kèm theo phụ lục chấm điểm)", reports),
        ],
        "ca_nhan": [
            _item(1, "Bản kiểm điểm cá nhân", people),
            _item(2, "Bản nhận xét của cấp uỷ nơi cư trú", residence),
            _item(3, "Biên bản hội nghị kiểm điểm", meetings),
            _item(4, "Tổng hợp kết quả thẩm định", 0),
            _item(
                5,
                "Kết luận đánh giá, kết quả xếp loại của cấp có thẩm quyền",
                int(year.data.ket_qua.quyet_dinh is not None),
            ),
            _item(6, "Văn bản gợi ý kiểm điểm (nếu có)", suggested["dang_vien"]),
            _item(
                7, "Văn bản tham gia, góp ý (nếu có)", sum(len(p.gop_y) for _, p in reviewed(year))
            ),
            _item(8, "Hồ sơ giải quyết khiếu nại, kiến nghị (nếu có)", complaints),
            _item(9, "Các văn bản khác (nếu có)", 0),
        ],
        "ky": signed(year, year.data.ky),
    }


def _item(number: int, name: str, papers: int) -> MucHoSoIn:
    return {"tt": str(number), "ten": name, "so_ban": str(papers) if papers else "", "ghi_chu": ""}
