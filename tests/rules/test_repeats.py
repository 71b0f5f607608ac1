"""Nobody and nothing stands twice in a list, and the absent do no work."""

from typing import Any

import pytest

from generator.rules.repeats import check_repeats
from tests.rules.build import AN, BINH, CHI_UY, CUC, ballot, collective, meeting, person, said, unit


def found(**given: Any) -> list[str]:
    return [said(each) for each in check_repeats(unit(**given))]


def votes(*names: str) -> list[dict[str, Any]]:
    return [{"doi_tuong": name, "phieu": {"hoan_thanh": "8"}} for name in names]


def names(*of: str, **more: str) -> list[dict[str, str]]:
    return [{"ho_ten": each, **more} for each in of]


POINTS = [{"ma": "I.1", "noi_dung": "x"}, {"ma": "I.1", "noi_dung": "y"}]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"tap_the": [collective(thanh_vien=names(AN, BINH, AN))]},
         ["KD162 lỗi tap_the.0.thanh_vien.2.ho_ten"]),
        ({"tap_the": [collective(), collective(CHI_UY.upper())]}, ["KD162 lỗi tap_the.1.ten"]),
        ({"hoi_nghi": [meeting(doi_tuong=[CUC, f"đồng chí {CUC}"])]},
         ["KD162 lỗi hoi_nghi.0.doi_tuong.1"]),
        ({"hoi_nghi": [meeting(vang=names(CUC, CUC, ly_do="ốm"))]},
         ["KD162 lỗi hoi_nghi.0.vang.1.ho_ten"]),
        ({"hoi_nghi": [meeting(dai_bieu=names(CUC, CUC))]},
         ["KD162 lỗi hoi_nghi.0.dai_bieu.1.ho_ten"]),
        ({"hoi_nghi": [meeting(kiem_phieu=ballot(to_kiem_phieu=names(AN, AN)))]},
         ["KD162 lỗi hoi_nghi.0.kiem_phieu.to_kiem_phieu.1.ho_ten"]),
        ({"hoi_nghi": [meeting(kiem_phieu=ballot(ket_qua=votes(AN, BINH, AN)))]},
         ["KD162 lỗi hoi_nghi.0.kiem_phieu.ket_qua.2.doi_tuong"]),
        ({"goi_y": [{"ca_nhan": [{"ten": AN, "diem": POINTS}]}]},
         ["KD162 lỗi goi_y.0.ca_nhan.0.diem.1.ma"]),
        ({"ca_nhan": [person(cham_diem={"chi_tiet": [{"tieu_chi": "I.1", "diem": "5"}] * 2})]},
         ["KD162 lỗi ca_nhan.0.cham_diem.chi_tiet.1.tieu_chi"]),
        ({"ca_nhan": [person(quy=[{"quy": "1"}, {"quy": "2"}, {"quy": "1"}])]},
         ["KD162 lỗi ca_nhan.0.quy.2.quy"]),
    ],
)  # fmt: skip
def test_what_stands_twice_in_a_list_is_told(given: dict[str, Any], expected: list[str]) -> None:
    assert found(**given) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, ["KD163 lỗi ca_nhan.1.ho_ten"]),
        ({"ngay_sinh": "1980"}, {}, ["KD163 lỗi ca_nhan.1.ho_ten"]),
        ({"ngay_sinh": "1980"}, {"ngay_sinh": "05/02/1980"}, ["KD163 lỗi ca_nhan.1.ho_ten"]),
        ({"ngay_sinh": "1980"}, {"ngay_sinh": "1992"}, []),
        ({"ma": "a"}, {"ma": "b"}, []),
        ({"ma": "a"}, {}, []),
    ],
)
def test_a_person_entered_twice_is_told_from_two_of_one_name(
    one: dict[str, str], other: dict[str, str], expected: list[str]
) -> None:
    assert found(ca_nhan=[person(AN, **one), person(AN, **other)]) == expected


def test_two_persons_of_one_name_may_both_stand_in_a_list() -> None:
    people = [person(AN, ma="a"), person(AN, ma="b")]
    twice = [meeting(doi_tuong=[AN, AN])]
    assert found(ca_nhan=people, hoi_nghi=twice) == []
    thrice = [meeting(doi_tuong=[AN, AN, AN])]
    assert found(ca_nhan=people, hoi_nghi=thrice) == ["KD162 lỗi hoi_nghi.0.doi_tuong.2"]


@pytest.mark.parametrize(
    ("work", "path"),
    [
        ({"chu_tri": {"ho_ten": CUC}}, "chu_tri.ho_ten"),
        ({"thu_ky": {"ho_ten": CUC}}, "thu_ky.ho_ten"),
        ({"y_kien": [{"nguoi": f"Đồng chí {CUC}", "noi_dung": "x"}]}, "y_kien.0.nguoi"),
        ({"kiem_phieu": ballot(to_kiem_phieu=names(CUC))},
         "kiem_phieu.to_kiem_phieu.0.ho_ten"),
    ],
)  # fmt: skip
def test_the_absent_do_no_work_in_the_meeting(work: dict[str, Any], path: str) -> None:
    absent = names(CUC, ly_do="ốm")
    assert found(hoi_nghi=[meeting(vang=absent, **work)]) == [f"KD164 cảnh báo hoi_nghi.0.{path}"]
    assert found(hoi_nghi=[meeting(vang=names(BINH, ly_do="ốm"), **{
        "thu_ky": {"ho_ten": AN}, **work})]) == []  # fmt: skip
