"""R18: the căn cứ cite the regime in force."""

from typing import Any

import pytest

from generator.model import VanBan
from generator.regulations.regimes import load_regime
from generator.rules.legal_basis import cites_old, letter_bases
from tests.rules.build import campaign, check, findings, regime, said, unit

QD124 = "Quy định số 124-QĐ/TW, ngày 04/10/2023 của Bộ Chính trị"
HD25 = "Hướng dẫn số 25-HD/BTCTW ngày 10/11/2023 của Ban Tổ chức Trung ương"
QD366 = "Quy định số 366-QĐ/TW, ngày 30/8/2025 của Ban Chấp hành Trung ương"
FOUND = ["KD448 cảnh báo goi_y.0.can_cu.0"]


@pytest.mark.parametrize(
    ("ma", "text", "found"),
    [
        ("2025", QD366, 0),
        ("2025", QD124, 1),
        ("2025", HD25, 1),
        ("2025", "Quy định số 132-QĐ/TW, ngày 08/3/2018", 1),
        ("2025", "Hướng dẫn 21-HD/BTCTW", 1),
        ("2023", QD124, 0),
        ("2023", HD25, 0),
        ("2023", "Hướng dẫn số 21-HD/BTCTW ngày 18/10/2019", 1),
        ("2023", QD366, 1),
        ("2019", "Quy định số 132-QĐ/TW, ngày 08/3/2018", 0),
        ("2019", QD124, 1),
        ("2025", "Quy định số 124 - QĐ/TW", 1),
        ("2025", "quy định số 124-qđ/tw", 1),
        ("2025", "Hướng dẫn số 25-HD/BTCTW, ngày 10 tháng 11 năm 2023", 1),
        ("2025", "Hướng dẫn số 25-HD/BTCTW, ngày 10-11-2023", 1),
        ("2025", "Hướng dẫn số 25-HD/BTCTW, ngày 02/6/2012", 0),
        ("2025", "Hướng dẫn số 25-HD/BTCTW, ngày 11/11/2023", 0),
        ("2025", "Hướng dẫn số 25-HD/BTCTW, ngày 10/12/2023", 0),
        ("2025", "Hướng dẫn số 25-HD/BTCTW, ngày 10 tháng 11 năm 2012", 0),
        ("2025", "Hướng dẫn số 25-HD/BTCTW; Kế hoạch số 5-KH/ĐU, ngày 02/6/2026", 1),
        ("2025", "Hướng dẫn số 125-HD/BTCTW", 0),
        ("2025", "Hướng dẫn số 25-HD/BTCTWX", 0),
        ("2025", "Quy định số 1124-QĐ/TW", 0),
        ("2025", "Quy định số 124-QĐ/TU", 0),
        ("2025", "Quy định số 124-QĐ/TW, ngày 01/01/2020 và Quy định số 124-QĐ/TW", 1),
        ("2025", "Kế hoạch kiểm điểm năm 2026", 0),
    ],
)
def test_a_document_of_another_regime_is_found(ma: str, text: str, found: int) -> None:
    nam = unit(goi_y=[{"can_cu": [text]}])
    assert check("R18", nam, regime(ma)) == FOUND * found


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"goi_y": [{}, {"can_cu": [QD366, QD124]}]}, "goi_y.1.can_cu.1"),
        ({"giai_trinh": {"can_cu": [QD124]}}, "giai_trinh.can_cu.0"),
        ({"ket_qua": {"quyet_dinh": {"can_cu": [QD124]}}}, "ket_qua.quyet_dinh.can_cu.0"),
        ({"ket_qua": {"thong_bao": {"can_cu": [QD124]}}}, "ket_qua.thong_bao.can_cu.0"),
        ({"khac_phuc": {"viec": [], "can_cu": [QD124]}}, "khac_phuc.can_cu.0"),
        (
            {"xep_loai_lai": [{
                "doi_tuong": "A", "van_ban_cu": "B", "muc_cu": "C", "muc_moi": "D", "ly_do": "E",
                "can_cu": [QD124],
            }]},
            "xep_loai_lai.0.can_cu.0",
        ),
    ],
)  # fmt: skip
def test_every_paper_of_the_unit_is_read(parts: dict[str, Any], path: str) -> None:
    assert check("R18", unit(**parts)) == [f"KD448 cảnh báo {path}"]


def test_the_message_names_the_document_and_those_in_force() -> None:
    found = findings("R18", unit(goi_y=[{"can_cu": [HD25]}]))[0]
    assert found.message == (
        "căn cứ nêu 25-HD/BTCTW ngày 10/11/2023, không áp dụng cho năm 2026 (điều khoản R18)"
    )
    assert "366-QĐ/TW, " in found.mend
    assert "43-HD/BTCTW" in found.mend


def test_letters_may_be_read_too() -> None:
    others = [load_regime("2019"), load_regime("2023")]
    found = cites_old([QD366, f"{QD124}; {HD25}", "khác"], load_regime("2025"), others)
    assert [(i, each.so_ky_hieu) for i, each in found] == [(1, "124-QĐ/TW"), (1, "25-HD/BTCTW")]
    assert cites_old([QD124], load_regime("2023"), [load_regime("2023")]) == []


def of_letter(ma: str = "2025", **given: Any) -> list[str]:
    """What is said of a letter of a campaign under a regime."""
    told = {"loai": "ke-hoach", "trich_yeu": "Kiểm điểm", "noi_dung": "Thực hiện.", **given}
    found = letter_bases(VanBan.model_validate(told), campaign(ma), load_regime(ma))
    return [said(each) for each in found]


FORM = "Cá nhân viết theo Mẫu 02B-HD KĐ.ĐG 2023."


@pytest.mark.parametrize(
    ("ma", "given", "expected"),
    [
        ("2025", {"can_cu": [f"Căn cứ {QD366}", f"Căn cứ {QD124}"]}, ["KD448 cảnh báo can_cu.1"]),
        ("2025", {"noi_dung": f"Thực hiện {HD25}."}, ["KD461 cảnh báo noi_dung"]),
        ("2025", {"noi_dung": f"Theo {QD124}.\nTheo Quy định 124-QĐ/TW."},
         ["KD461 cảnh báo noi_dung"]),
        ("2025", {"noi_dung": f"Theo {QD124}; {HD25}."}, ["KD461 cảnh báo noi_dung"] * 2),
        ("2025", {"noi_dung": FORM}, ["KD462 cảnh báo noi_dung"]),
        ("2025", {"phu_luc": [{"tieu_de": "Mẫu", "noi_dung": FORM}]},
         ["KD462 cảnh báo phu_luc.0.noi_dung"]),
        ("2025", {"noi_dung": FORM.replace("2023", "2025")}, []),
        ("2025", {"noi_dung": f"{QD366} thay thế {QD124}."}, []),
        ("2025", {"noi_dung": f"{QD124} hết hiệu lực từ ngày 30/8/2025."}, []),
        ("2023", {"can_cu": [f"Căn cứ {QD124}"], "noi_dung": FORM}, []),
    ],
)  # fmt: skip
def test_a_letter_goes_by_the_regulations_of_its_campaign(
    ma: str, given: dict[str, Any], expected: list[str]
) -> None:
    assert of_letter(ma, **given) == expected


def test_an_office_may_switch_the_rule_off_for_letters_too() -> None:
    told = {"loai": "ke-hoach", "trich_yeu": "Kiểm điểm", "noi_dung": FORM}
    off = regime(quy_tac__R18__muc_do="khong")
    assert list(letter_bases(VanBan.model_validate(told), campaign(), off)) == []
