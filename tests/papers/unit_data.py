"""Units with nothing, one of everything, and many: written as campaign folders for any year."""

import json
from pathlib import Path
from typing import Any

LEVELS = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
)
COLLECTIVE = ("nguyen_tac", "chi_tieu", "xay_dung_dang", "lanh_dao_thuc_hien")
LEADER = (
    "pham_chat", "nhiem_vu", "lanh_dao", "trach_nhiem_cong_viec", "neu_guong", "cam_ket",
)  # fmt: skip
MEMBER = ("pham_chat", "nhiem_vu", "cam_ket")
ROLES = ("lanh_dao", "khong_lanh_dao", "ngoai_he_thong")
NASTY = "Thu & chi < 5 tỷ > 3 tỷ, \"trọn gói\" 'một cửa' {{ x }} {% y %} <w:p/>"
LONG_NAME = "Nguyễn Hoàng Phương Thảo Nguyên Bảo Ngọc Khánh Linh Tường An"

DOT: dict[str, Any] = {
    "ten": "Kiểm điểm, đánh giá, xếp loại chất lượng",
    "co_quan": {
        "ten": "Đảng ủy xã Tân Hòa",
        "cap_tren": "Đảng bộ tỉnh An Bình",
        "ky_hieu": "ĐU",
        "chu_the": "Ban Thường vụ Đảng ủy xã",
    },
    "dia_danh": "Tân Hòa",
    "ky": {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Phó Bí thư", "ho_ten": "Trần Văn Mẫu"},
    "noi_nhan": ["Như trên", "Lưu Văn phòng Đảng ủy"],
}
UNIT: dict[str, Any] = {
    "ma": "chi-bo-thon-dong",
    "ten": "Chi bộ thôn Đông",
    "loai": "chi_bo",
    "cap_tren": "Đảng bộ xã Tân Hòa",
    "cap_uy": "Chi ủy Chi bộ thôn Đông",
    "ky_hieu": "CB",
}
SIGNER = {"quyen_han": "T/M Chi bộ", "chuc_vu": "Bí thư", "ho_ten": "Lê Thị Mẫu"}


def headings(role: str, year: int) -> tuple[str, ...]:
    """The headings of a person's form in a year."""
    return LEADER if role == "lanh_dao" and year >= 2023 else MEMBER


def content(keys: tuple[str, ...], year: int, text: str) -> dict[str, Any]:
    if year >= 2025:
        return dict.fromkeys(keys, text)
    boxed = [key for key in keys if key != "cam_ket"]
    return {key: {"noi_dung": text, **({"cap_do": "Tốt"} if key in boxed else {})} for key in keys}


def review(keys: tuple[str, ...], year: int, text: str) -> dict[str, Any]:
    more: dict[str, Any] = (
        {"cham_diem": {"chung": "26", "nhiem_vu": "60,5"}}
        if year >= 2025
        else {"cap_do_khac_phuc": "Tốt"}
    )
    return {
        "uu_diem": content(keys, year, text),
        "han_che": text,
        "nguyen_nhan": text,
        "khac_phuc": [{"han_che": text, "tinh_trang": "dang_khac_phuc", "kho_khan": "Có."}],
        "trach_nhiem": text,
        "phuong_huong": text,
        "xep_loai": {"tu_nhan": LEVELS[1], "chi_bo": LEVELS[1]},
        "nhiem_vu": [{"noi_dung": text, "thoi_han": "Quý III", "truc": "Trục 1"}],
        "ket_qua": {"tong": "10", "hoan_thanh": "10"},
        **more,
    }


def person(role: str, year: int, name: str, text: str) -> dict[str, Any]:
    made = {
        "ho_ten": name,
        "ngay_sinh": "05/02/1980",
        "vai_tro": role,
        "don_vi_cong_tac": "Ủy ban nhân dân xã",
        "chuc_vu": {"dang": "Chi ủy viên", "chinh_quyen": "Trưởng phòng"},
        **review(headings(role, year), year, text),
    }
    if role != "ngoai_he_thong":
        made["noi_cu_tru"] = {"xa": "xã Tân Thành", "ngay_nhan_xet": f"01/12/{year}"}
    if year < 2025:
        made["xep_loai"] |= {"tu_nhan_cong_chuc": LEVELS[1], "cong_chuc": LEVELS[1]}
    return made


def meeting(year: int, names: list[str], text: str) -> dict[str, Any]:
    here = len(names)
    return {
        "ten": "Hội nghị kiểm điểm Chi bộ thôn Đông",
        "ngay": f"10/12/{year}",
        "ngay_gui_du_thao": f"01/12/{year}",
        "dia_diem": "Nhà văn hóa thôn",
        "gio_bat_dau": "8 giờ 00",
        "trieu_tap": str(here),
        "co_mat": str(here),
        "chu_tri": {"ho_ten": names[0], "chuc_vu": "Bí thư"},
        "thu_ky": {"ho_ten": names[-1]},
        "dien_bien": text,
        "y_kien": [{"nguoi": names[-1], "noi_dung": "Nhất trí."}],
        "ket_luan": text,
        "kiem_phieu": {
            "to_kiem_phieu": [{"ho_ten": names[-1]}],
            "phat_ra": str(here),
            "thu_ve": str(here),
            "hop_le": str(here),
            "ket_qua": [
                {"doi_tuong": name, "phieu": {"hoan_thanh_tot": str(here)}} for name in names
            ],
        },
    }


def unit(year: int, people: list[dict[str, Any]], text: str, *, letters: bool) -> dict[str, Any]:
    group = {
        "ten": "Chi ủy Chi bộ thôn Đông",
        "vai_tro": "cap_uy",
        **review((*COLLECTIVE, *(("kiem_tra_thi_dua",) if year < 2023 else ())), year, text),
    }
    party = {**group, "ten": "Chi bộ thôn Đông", "vai_tro": "to_chuc_dang"}
    names = [each["ho_ten"] for each in people]
    made: dict[str, Any] = {
        "loai": "don-vi",
        "don_vi": dict(UNIT),
        "ky": dict(SIGNER),
        "noi_nhan": ["Đảng ủy xã", "Lưu Chi bộ"],
        "tap_the": [group, party] if year < 2023 else [group],
        "ca_nhan": people,
        "hoi_nghi": [meeting(year, names, text)],
    }
    if letters:
        made |= papers(year, group, people[0], text)
    return made


def papers(year: int, group: dict[str, Any], someone: dict[str, Any], text: str) -> dict[str, Any]:
    group["giai_trinh"] = [{"diem": "I.1", "noi_dung": text, "nguyen_nhan": "Chủ quan."}]
    someone["giai_trinh"] = [{"diem": "II.1.a", "noi_dung": text, "trach_nhiem": "Cá nhân."}]
    day = f"20/11/{year}"
    made: dict[str, Any] = {
        "goi_y": [
            {
                "so": "12",
                "ngay": day,
                "kinh_gui": ["Chi ủy Chi bộ thôn Đông"],
                "tap_the": [{"ten": group["ten"], "diem": [{"ma": "I.1", "noi_dung": text}]}],
                "ca_nhan": [
                    {"ten": someone["ho_ten"], "diem": [{"ma": "II.1.a", "noi_dung": text}]}
                ],
                "han_gui": f"01/12/{year}",
                "thoi_gian": "01 ngày",
            }
        ],
        "giai_trinh": {"ngay": f"28/11/{year}"},
        "ket_qua": {"quyet_dinh": {"so": "3", "ngay": f"20/12/{year}"}, "thong_bao": {}},
        "khac_phuc": {
            "viec": [
                {
                    "han_che": text,
                    "bien_phap": text,
                    "phu_trach": "Bí thư",
                    "thoi_han": "Quý I",
                }
            ]
        },
    }
    if year >= 2025:
        made["xep_loai_lai"] = [
            {
                "doi_tuong": someone["ho_ten"],
                "van_ban_cu": "Quyết định số 2-QĐ/CB",
                "muc_cu": LEVELS[1],
                "muc_moi": LEVELS[2],
                "ly_do": "kê khai chưa trung thực.",
            }
        ]
        someone["quy"] = [{"quy": "1", "xep_loai": LEVELS[1], "diem": "85", "tu_danh_gia": text}]
    return made


def nothing(year: int) -> dict[str, Any]:
    """People and collective by name only: what is known before forms go out."""
    return {
        "loai": "don-vi",
        "don_vi": dict(UNIT),
        "tap_the": [
            {"ten": "Chi ủy Chi bộ thôn Đông"},
            {"ten": "Chi bộ", "vai_tro": "to_chuc_dang"},
        ],
        "ca_nhan": [
            {"ho_ten": f"Nguyễn Văn {name}", "vai_tro": role, "noi_cu_tru": {"xa": "xã Tân Thành"}}
            for name, role in zip(("Một", "Hai", "Ba"), ROLES, strict=True)
        ]
        + [
            {"ho_ten": "Lê Văn Miễn", "loai_tru": {"ly_do": "mien_sinh_hoat"}},
            {
                "ho_ten": "Lê Văn Doanh",
                "vai_tro": "khong_lanh_dao",
                "noi_cu_tru": {"mien": "công tác trong doanh trại"},
            },
        ],
        "hoi_nghi": [
            {
                "ten": "Hội nghị kiểm điểm Chi bộ thôn Đông",
                "ngay": f"10/12/{year}",
                "trieu_tap": "3",
                "co_mat": "3",
                "chu_tri": {"ho_ten": "Nguyễn Văn Một"},
                "thu_ky": {"ho_ten": "Nguyễn Văn Hai"},
            }
        ],
    }


def one(year: int) -> dict[str, Any]:
    """One of everything."""
    text = "Chấp hành nghiêm quy chế làm việc; hoàn thành 12/12 chỉ tiêu được giao."
    people = [
        person(role, year, f"Nguyễn Văn {name}", text)
        for name, role in zip(("Một", "Hai", "Ba"), ROLES, strict=True)
    ]
    made = unit(year, people, text, letters=True)
    made["ca_nhan"].append(
        {
            "ho_ten": "Lê Văn Miễn",
            "ngay_sinh": "01/01/1950",
            "loai_tru": {"ly_do": "mien_sinh_hoat"},
        }
    )
    return made


def many(year: int) -> dict[str, Any]:
    """40 members, 30 paragraphs a heading, names of 60 letters, every awkward character."""
    text = "\n".join(f"{number}. {NASTY} Kết quả đạt {number}%." for number in range(1, 31))
    people = [
        person(
            ROLES[number % 3],
            year,
            f"{LONG_NAME} {number:02}"[-60:],
            text if number < 3 else "Đạt.",
        )
        for number in range(40)
    ]
    return unit(year, people, text, letters=True)


SIZES = {"nothing": nothing, "one": one, "many": many}


def campaign(folder: Path, year: int, data: dict[str, Any], **dot: Any) -> Path:
    """Write a campaign folder with one unit; JSON is YAML too."""
    (folder / "don-vi").mkdir(parents=True)
    write(folder / "dot.yaml", {**DOT, "nam": str(year), **dot})
    write(folder / "don-vi" / "thon-dong.yaml", data)
    return folder


def write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
