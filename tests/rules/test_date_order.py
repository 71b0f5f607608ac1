"""What follows from something else is not dated before it."""

from typing import Any

import pytest

from generator.rules.date_order import check_order
from tests.rules.build import AN, ballot, meeting, person, regime, said, unit


def found(ma: str = "2025", **given: Any) -> list[str]:
    return [said(each) for each in check_order(unit(**given), regime(ma))]


COMPLAINT = {"nguoi": AN, "ngay": "24/12/2026", "noi_dung": "xếp loại"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"goi_y": [{"ngay": "18/11/2026", "han_gui": "10/11/2026"}]},
         ["KD155 lỗi goi_y.0.han_gui"]),
        ({"goi_y": [{"ngay": "18/11/2026", "han_gui": "18/11/2026"}]}, []),
        ({"goi_y": [{"han_gui": "18/11/2026"}]}, []),
        ({"goi_y": [{"ngay": "18/11/2026", "han_khac_phuc": "01/3/2026"}]},
         ["KD155 lỗi goi_y.0.han_khac_phuc"]),
        ({"khieu_nai": [{**COMPLAINT, "ngay_tra_loi": "20/12/2026"}]},
         ["KD155 lỗi khieu_nai.0.ngay_tra_loi"]),
        ({"hoi_nghi": [meeting("10/12/2026", kiem_phieu=ballot(ngay="09/12/2026"))]},
         ["KD155 lỗi hoi_nghi.0.kiem_phieu.ngay"]),
        ({"hoi_nghi": [meeting("10/12/2026", kiem_phieu=ballot(ngay="11/12/2026"))]}, []),
        ({"ca_nhan": [person(ngay_vao_dang="03/02/2010", ngay_chinh_thuc="03/02/2001")]},
         ["KD155 lỗi ca_nhan.0.ngay_chinh_thuc"]),
        ({"ca_nhan": [person(ngay_sinh="1990", ngay_vao_dang="03/02/2017")]}, []),
        ({"ca_nhan": [person(ngay_sinh="1990", ngay_vao_dang="03/02/2008")]}, []),
        ({"ca_nhan": [person(ngay_sinh="10/8/1990", ngay_vao_dang="03/02/2008")]},
         ["KD157 cảnh báo ca_nhan.0.ngay_vao_dang"]),
        ({"ca_nhan": [person(ngay_sinh="03/1990", ngay_vao_dang="03/02/1991")]},
         ["KD158 lỗi ca_nhan.0.ngay_vao_dang"]),
        ({"ca_nhan": [person(ngay_sinh="1990", ngay_vao_dang="03/02/1985")]},
         ["KD158 lỗi ca_nhan.0.ngay_vao_dang"]),
        ({"hoi_nghi": [meeting("10/12/2026")], "ngay_nop_ho_so": "01/12/2026"},
         ["KD156 cảnh báo ngay_nop_ho_so"]),
        ({"hoi_nghi": [meeting("10/12/2026")],
          "ca_nhan": [person(xep_loai={"ngay_quyet_dinh": "09/12/2026"})]},
         ["KD156 cảnh báo ca_nhan.0.xep_loai.ngay_quyet_dinh"]),
        ({"hoi_nghi": [meeting("10/12/2026")],
          "ca_nhan": [person(xep_loai={"ngay_quyet_dinh": "22/12/2026"})]}, []),
        ({"hoi_nghi": [meeting("10/12/2026")], "ket_qua": {"quyet_dinh": {"ngay": "05/12/2026"}}},
         ["KD156 cảnh báo ket_qua.quyet_dinh.ngay"]),
        ({"hoi_nghi": [meeting("10/12/2026")], "ket_qua": {"thong_bao": {"ngay": "11/2026"}}},
         ["KD156 cảnh báo ket_qua.thong_bao.ngay"]),
        ({"hoi_nghi": [meeting("10/12/2026")], "ket_qua": {"quyet_dinh": {"ngay": "12/2026"}}}, []),
    ],
)  # fmt: skip
def test_the_order_of_dates(given: dict[str, Any], expected: list[str]) -> None:
    assert found(**given) == expected


@pytest.mark.parametrize(
    ("ma", "expected"),
    [("2025", []), ("2023", ["KD155 lỗi hoi_nghi.0.ngay"])],
)
def test_a_draft_sent_after_the_meeting_is_told_once(ma: str, expected: list[str]) -> None:
    held = {"2025": "10/12/2026", "2023": "10/12/2024"}[ma]
    sent = held.replace("10/", "12/")
    assert found(ma, hoi_nghi=[meeting(held, ngay_gui_du_thao=sent)]) == expected


POINTS = [{"ma": "I.1", "noi_dung": "Chậm"}]


@pytest.mark.parametrize(
    ("letter", "held", "told"),
    [
        ({"ngay": "12/12/2026"}, [meeting("10/12/2026")], True),
        ({"ngay": "10/12/2026"}, [meeting("10/12/2026")], False),
        ({"ngay": "18/11/2026"}, [meeting("10/12/2026")], False),
        ({"ngay": "12/12/2026"}, [meeting("10/12/2026"), meeting("20/12/2026")], False),
        ({"ngay": "12/12/2026"},
         [meeting("10/12/2026"), meeting("20/12/2026", noi_dung="tap_the")], True),
        ({"ngay": "12/12/2026"}, [], False),
        ({}, [meeting("10/12/2026")], False),
    ],
)  # fmt: skip
def test_a_suggestion_comes_before_the_last_meeting_of_those_it_names(
    letter: dict[str, str], held: list[dict[str, Any]], *, told: bool
) -> None:
    goi_y = [{**letter, "ca_nhan": [{"ten": f"đồng chí {AN}", "diem": POINTS}]}]
    assert (
        found(ca_nhan=[person()], goi_y=goi_y, hoi_nghi=held)
        == ["KD187 cảnh báo goi_y.0.ngay"] * told
    )
