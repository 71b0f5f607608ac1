"""A fictional city of twenty units under the list of Hà Tĩnh, written as a campaign folder."""

from pathlib import Path
from typing import Any

from tests.dossier.judged_unit import AN, BINH, CUC, confirmed, meeting, person
from tests.papers.unit_data import write

DOT: dict[str, Any] = {
    "ten": "Kiểm điểm, đánh giá, xếp loại chất lượng năm 2024 của Đảng bộ thành phố Sông Lam",
    "nam": "2024",
    "danh_muc": "ha-tinh-2024",
    "co_quan": {
        "ten": "Thành ủy Sông Lam", "cap_tren": "Đảng bộ tỉnh Trường Giang", "ky_hieu": "ThU",
        "chu_the": "Ban Thường vụ Thành ủy",
    },
    "dia_danh": "Sông Lam",
    "noi_nhan": ["Thường trực Thành ủy", "Lưu Văn phòng Thành ủy"],
    "ky": {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Phó Bí thư", "ho_ten": "Đỗ Văn Giang"},
}  # fmt: skip
WARDS = ("Hồng Sơn", "Nam Hà", "Bắc Hà", "Tân Giang", "Thạch Quý", "Trần Phú", "Hà Huy", "Đại Nài",
         "Văn Yên", "Thạch Linh")  # fmt: skip
COMMUNES = ("Thạch Trung", "Thạch Hạ", "Thạch Môn", "Đồng Môn")
OFFICES = (
    ("hdnd", "Thường trực Hội đồng nhân dân thành phố"),
    ("ubnd", "Lãnh đạo Ủy ban nhân dân thành phố"),
    ("chi_bo_co_so", "Chi bộ Trung tâm Chính trị thành phố"),
    ("chi_bo_co_so", "Chi bộ Hội Chữ thập đỏ thành phố"),
    ("dang_bo_co_so", "Đảng bộ Công an thành phố"),
    ("ban", "Ban Tổ chức Thành ủy"),
)
REPORT = {"ngay": "01/12/2024", "ky": {"ho_ten": BINH}}
FULL = 1
"""Number of the unit that has handed in everything."""

TABLES = ("bieu-6a", "bieu-6b", "bieu-6d", "bieu-6e", "bieu-6e1", "thong-ke")


def ma_of(index: int) -> str:
    return f"don-vi-{index:02}"


def units() -> list[dict[str, Any]]:
    """All twenty, with people, collectives and meetings, but nothing handed in."""
    named = [("phuong", f"Đảng ủy phường {name}") for name in WARDS]
    named += [("xa", f"Đảng ủy xã {name}") for name in COMMUNES]
    return [made(number, loai, ten) for number, (loai, ten) in enumerate([*named, *OFFICES], 1)]


def made(number: int, loai: str, ten: str) -> dict[str, Any]:
    posts = {"hdnd": "pho_chu_tich_hdnd", "ubnd": "pho_chu_tich_ubnd", "ban": "uy_vien_btv"}
    head = {"dac_diem": [posts[loai]]} if loai in posts else {"dien_quan_ly": "cap_huyen"}
    group = {"ten": f"Ban Thường vụ {ten}", "vai_tro": "cap_uy", **REPORT}
    first, second = (f"{each.rsplit(' ', 1)[0]} {WORDS[number]}" for each in (AN, CUC))
    led = {"chu_tri": {"ho_ten": first}, "thu_ky": {"ho_ten": second}}
    return {
        "loai": "don-vi",
        "don_vi": {"ma": ma_of(number), "ten": ten, "loai": loai,
                   "cap_tren": "Đảng bộ thành phố Sông Lam"},
        "ca_nhan": [
            confirmed(**head) | {"ho_ten": first},
            person(second, vai_tro="khong_lanh_dao"),
        ],
        "tap_the": [group, {"ten": f"Đảng bộ {ten}", "vai_tro": "to_chuc_dang", **REPORT}],
        "hoi_nghi": [meeting(f"Hội nghị kiểm điểm {ten}") | led,
                     meeting(f"Họp kiểm điểm {ten}", "tap_the_lanh_dao") | led],
    }  # fmt: skip


WORDS = ("", "An", "Bách", "Chiến", "Dương", "Đạt", "Giáp", "Hải", "Khôi", "Lâm", "Mạnh", "Nam",
         "Oai", "Phúc", "Quân", "Sáng", "Tài", "Uy", "Vinh", "Xuân", "Yên")  # fmt: skip


def papers(nam: dict[str, Any]) -> list[dict[str, Any]]:
    """An entry for every document the list asks of a ward or commune, each on paper and in time."""
    cadre = nam["ca_nhan"][0]["ho_ten"]
    day = {"ngay": "05/12/2024"}
    entries = [{"muc": f"3.6/1.{i}", "ai": cadre, "so_ban": "1", **day} for i in range(1, 6)]
    entries += [
        {"muc": "3.1", "van_ban": code, "so_ban": "1", **day}
        for code in ("bao-cao-kiem-diem", "bao-cao-danh-gia")
    ]
    entries += [
        {"muc": "3.3", "van_ban": code, "so_ban": "1", **day}
        for code in ("bien-ban-hop", "bien-ban-hoi-nghi")
    ]
    entries += [
        {"muc": "3.5", "van_ban": code, "so_ban": "1", **day}
        for code in (*TABLES, "bieu-6f", "tong-hop-phan-loai")
    ]
    return [*entries, {"muc": "3.7/2.3", "so_ban": "1", **day}]


def city(folder: Path, *, complete: tuple[int, ...] = (), **dot: Any) -> Path:
    """Write the campaign; the units with these numbers (from 1) have handed everything in."""
    (folder / "don-vi").mkdir(parents=True)
    write(folder / "dot.yaml", {**DOT, **dot})
    for number, nam in enumerate(units(), 1):
        if number in complete:
            nam |= {"ho_so": papers(nam), "ngay_nop_ho_so": "05/12/2024"}
        write(folder / "don-vi" / f"{ma_of(number)}.yaml", nam)
    return folder
