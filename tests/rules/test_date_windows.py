"""A date that cannot be right is an error, one that is hard to believe a warning."""

import datetime as dt
import typing
from typing import Any

import pytest

from generator.model.base import Model
from generator.model.birth import NgaySinh
from generator.model.campaign import Dot
from generator.model.letter import SaoLuc, VanBan
from generator.model.unit import DonViNam
from generator.rules.date_windows import check_windows, windows_of
from tests.rules.build import AN, campaign, meeting, person, said, unit


def found(nam: Model, year: int = 2026) -> list[str]:
    return [said(each) for each in check_windows(nam, year)]


def kinds_in(annotation: Any) -> typing.Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for part in typing.get_args(annotation):
        yield from kinds_in(part)


def date_fields(kind: type[Model], seen: set[type]) -> typing.Iterator[tuple[type[Model], str]]:
    seen.add(kind)
    for key, field in kind.model_fields.items():
        for inner in kinds_in(field.annotation):
            if inner in {dt.date, NgaySinh}:
                yield kind, key
            elif issubclass(inner, Model) and inner not in seen:
                yield from date_fields(inner, seen)


@pytest.mark.parametrize("kind", [DonViNam, Dot, VanBan, SaoLuc])
def test_every_date_of_the_data_has_a_window(kind: type[Model]) -> None:
    fields = list(date_fields(kind, set()))
    assert len(fields) >= {DonViNam: 20, Dot: 4}.get(kind, 1)
    assert [(k.__name__, key) for k, key in fields if key not in windows_of(k)] == []


BORN = "ca_nhan.0.ngay_sinh"


@pytest.mark.parametrize(
    ("sinh", "expected"),
    [
        ("05/02/1965", []),
        ("1946", []),
        ("1921", []),
        ("2008", []),
        ("05/02/1065", [f"KD153 lỗi {BORN}"]),
        ("05/02/2026", [f"KD153 lỗi {BORN}"]),
        ("2065", [f"KD153 lỗi {BORN}"]),
        ("1910", [f"KD153 lỗi {BORN}"]),
        ("02/2012", [f"KD153 lỗi {BORN}"]),
        ("01/01/2010", [f"KD154 cảnh báo {BORN}"]),
        ("1915", [f"KD154 cảnh báo {BORN}"]),
    ],
)
def test_a_date_of_birth(sinh: str, expected: list[str]) -> None:
    assert found(unit(ca_nhan=[person(ngay_sinh=sinh)])) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"hoi_nghi": [meeting("10/12/2026")]}, []),
        ({"hoi_nghi": [meeting("10/01/2027")]}, []),
        ({"hoi_nghi": [meeting("10/12/2025")]}, ["KD153 lỗi hoi_nghi.0.ngay"]),
        ({"hoi_nghi": [meeting(ngay_gui_du_thao="01/12/2062")]},
         ["KD153 lỗi hoi_nghi.0.ngay_gui_du_thao"]),
        ({"ca_nhan": [person(xep_loai={"ngay_quyet_dinh": "22/12/2062"})]},
         ["KD153 lỗi ca_nhan.0.xep_loai.ngay_quyet_dinh"]),
        ({"ca_nhan": [person(ky_luat=[{"hinh_thuc": "Khiển trách", "ngay": "01/03/2024"}])]},
         ["KD154 cảnh báo ca_nhan.0.ky_luat.0.ngay"]),
        ({"ca_nhan": [person(ngay_vao_dang="03/02/1029")]},
         ["KD153 lỗi ca_nhan.0.ngay_vao_dang"]),
        ({"ca_nhan": [person(ngay_vao_dang="03/02/1948")]}, []),
        ({"ca_nhan": [person(loai_tru={"ly_do": "mien_sinh_hoat", "tu_ngay": "01/01/2010"})]}, []),
        ({"giai_trinh": {"ngay": "28/11/2025"}}, ["KD153 lỗi giai_trinh.ngay"]),
        ({"khac_phuc": {"ngay": "15/01/2027", "viec": []}}, []),
        ({"ngay_nop_ho_so": "15/12/2062"}, ["KD153 lỗi ngay_nop_ho_so"]),
        ({"goi_y": [{"ngay": "18/11/2026", "han_khac_phuc": "30/6/2030"}]},
         ["KD154 cảnh báo goi_y.0.han_khac_phuc"]),
        ({"xep_loai_lai": [{"doi_tuong": AN, "van_ban_cu": "1-QĐ/ĐU", "muc_cu": "hoan_thanh",
                            "muc_moi": "khong_hoan_thanh", "ly_do": "kỷ luật",
                            "ngay": "10/3/2028"}]}, []),
    ],
)  # fmt: skip
def test_dates_of_a_review_lie_about_its_year(given: dict[str, Any], expected: list[str]) -> None:
    assert found(unit(**given)) == expected


def test_dates_of_a_campaign_are_looked_at_too() -> None:
    terms = [{"ten": "2025-2030", "be_mac_dai_hoi": "15/8/2052"}]
    dot = campaign(co_quan={"ten": "Đảng ủy xã Lộc Hà", "nhiem_ky": terms})
    assert found(dot) == ["KD153 lỗi co_quan.nhiem_ky.0.be_mac_dai_hoi"]


@pytest.mark.parametrize(
    ("ngay", "expected"),
    [("14/11/2026", []), ("14/11/2024", []), ("14/11/2062", ["KD153 lỗi ngay"]),
     ("14/11/1926", ["KD153 lỗi ngay"])],
)  # fmt: skip
def test_the_day_of_a_letter(ngay: str, expected: list[str]) -> None:
    letter = {"loai": "cong-van", "trich_yeu": "Kiểm điểm", "noi_dung": "Thực hiện."}
    assert found(VanBan.model_validate({**letter, "ngay": ngay})) == expected


def test_the_message_names_the_date_and_the_years_that_are_possible() -> None:
    [one] = check_windows(unit(ca_nhan=[person(ngay_sinh="1065")]), 2026)
    assert one.message == (
        "Ngày sinh là 1065: với đợt năm 2026 không thể đúng (chỉ từ năm 1911 đến năm 2011)"
    )
