"""Whether head and signatures of a form name the bodies that the data knows."""

from dataclasses import replace

import pytest

from generator.received.bodies import other_bodies
from tests.received.test_findings import FORM, said

DUE = replace(
    FORM,
    chi_bo="Chi bộ thôn Cẩm Trang",
    noi=("Chi bộ thôn Cẩm Trang", "Chi ủy Chi bộ thôn Cẩm Trang"),
    tren=("Đảng bộ xã Yên Thái", "Đảng ủy xã Yên Thái"),
)
TITLE = "BẢN KIỂM ĐIỂM CÁ NHÂN"


@pytest.mark.parametrize(
    "head",
    [
        ("ĐẢNG BỘ XÃ YÊN THÁI", "CHI BỘ THÔN CẨM TRANG"),
        ("ĐẢNG ỦY XÃ YÊN THÁI\tĐẢNG CỘNG SẢN VIỆT NAM", "CHI BỘ CẨM TRANG"),
        ("DANG BO XA YEN THAI", "CHI BO THON CAM TRANG"),
        ("ĐẢNG BỘ TỈNH HẢI GIANG", "ĐẢNG BỘ XÃ YÊN-THÁI", "CHI BỘ"),
        ("ĐẢNG BỘ XÃ YÊN THÁI, TỈNH HẢI GIANG", "CB THÔN CẨM TRANG"),
        ("ĐẢNG BỘ CƠ QUAN ĐẢNG", "CHI BỘ THÔN CẨM TRANG"),
        ("ĐẢNG BỘ", "XÃ YÊN THÁI"),
    ],
)
def test_the_own_bodies_are_known_however_they_are_written(head: tuple[str, ...]) -> None:
    assert said(other_bodies, DUE, *head, TITLE) == []


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("ĐẢNG BỘ XÃ PHÚ LƯƠNG", "Đảng bộ xã Yên Thái"),
        ("ĐẢNG ỦY PHƯỜNG HỒNG SƠN", "Đảng bộ xã Yên Thái"),
        ("CHI BỘ THÔN ĐÔNG HÒA", "Chi bộ thôn Cẩm Trang"),
    ],
)
def test_a_namesake_in_another_place_is_asked_about(head: str, known: str) -> None:
    told = f"đầu tệp ghi «{head}», dữ liệu ghi «{known}»: có thể là văn bản của nơi khác"
    assert said(other_bodies, DUE, head, TITLE) == [told]


def test_bodies_in_the_text_and_those_without_a_name_in_the_data_are_none() -> None:
    assert said(other_bodies, DUE, TITLE, "GIÚP CHI BỘ THÔN ĐÔNG HÒA", "CHI BỘ THÔN ĐÔNG HÒA") == []
    of_a_commune = replace(DUE, chi_bo="", noi=("Đảng ủy xã Yên Thái",))
    assert said(other_bodies, of_a_commune, "CHI BỘ THÔN ĐÔNG HÒA", TITLE) == []


@pytest.mark.parametrize(
    "title",
    [
        "T/M CHI ỦY",
        "T/M CHI BỘ",
        "T/M CHI ỦY CHI BỘ THÔN CẨM TRANG",
        "TM. BAN CHI ỦY THÔN CẨM TRANG",
        "T/M CHI ỦY - PHÓ BÍ THƯ",
    ],
)
def test_the_own_committee_confirms(title: str) -> None:
    lines = (TITLE, title, "BÍ THƯ", "Khổng Văn Lượng", "T/M ĐẢNG ỦY XÃ YÊN THÁI", "BÍ THƯ")
    assert said(other_bodies, DUE, *lines) == []


@pytest.mark.parametrize(
    ("lines", "who", "known"),
    [
        (
            ("T/M CHI ỦY CHI BỘ THÔN ĐÔNG HÒA",),
            "T/M CHI ỦY CHI BỘ THÔN ĐÔNG HÒA",
            "Chi bộ thôn Cẩm Trang",
        ),
        (
            ("T/M CHI ỦY", "CHI BỘ TRẠM Y TẾ"),
            "T/M CHI ỦY CHI BỘ TRẠM Y TẾ",
            "Chi bộ thôn Cẩm Trang",
        ),
        (("T/M ĐẢNG ỦY XÃ PHÚ LƯƠNG",), "T/M ĐẢNG ỦY XÃ PHÚ LƯƠNG", "Đảng bộ xã Yên Thái"),
    ],
)
def test_a_committee_that_has_no_say_is_asked_about(
    lines: tuple[str, ...], who: str, known: str
) -> None:
    told = f"ký thay mặt «{who}», dữ liệu ghi «{known}»: có thể không đúng cấp xác nhận"
    assert said(other_bodies, DUE, TITLE, *lines, "BÍ THƯ", "Khổng Văn Lượng") == [told]
