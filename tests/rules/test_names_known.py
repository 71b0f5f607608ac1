"""A name that refers to somebody of the unit is the name of somebody there."""

from typing import Any

import pytest

from generator.rules.names_known import check_names, is_body
from tests.rules.build import (
    AN,
    BINH,
    CHI_UY,
    CUC,
    ballot,
    campaign,
    collective,
    meeting,
    person,
    said,
    unit,
)

STRANGER = "Đỗ Mạnh Khôi"


def found(**given: Any) -> list[str]:
    people = given.pop("ca_nhan", [person(AN), person(BINH)])
    groups = given.pop("tap_the", [collective(thanh_vien=[{"ho_ten": CUC}])])
    nam = unit(ca_nhan=people, tap_the=groups, **given)
    return [said(each) for each in check_names(nam, campaign())]


def held(**given: Any) -> dict[str, Any]:
    return {"hoi_nghi": [meeting(**given)]}


def votes_for(name: str) -> dict[str, Any]:
    return held(kiem_phieu=ballot(ket_qua=[{"doi_tuong": name, "phieu": {"hoan_thanh": "8"}}]))


AGAIN = {"van_ban_cu": "1-QĐ/ĐU", "muc_cu": "hoan_thanh", "muc_moi": "hoan_thanh", "ly_do": "x"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (held(), []),
        (held(chu_tri={"ho_ten": CUC}), []),
        (held(chu_tri={"ho_ten": STRANGER}), ["KD160 cảnh báo hoi_nghi.0.chu_tri.ho_ten"]),
        (held(chu_tri={"ho_ten": STRANGER, "vai_tro": "cap_tren"}), []),
        (held(thu_ky={"ho_ten": STRANGER}, dai_bieu=[{"ho_ten": STRANGER}]), []),
        (held(thu_ky={"ho_ten": STRANGER}), ["KD160 cảnh báo hoi_nghi.0.thu_ky.ho_ten"]),
        (held(vang=[{"ho_ten": STRANGER, "ly_do": "ốm"}]),
         ["KD160 cảnh báo hoi_nghi.0.vang.0.ho_ten"]),
        (held(y_kien=[{"nguoi": f"Đồng chí {AN}, Bí thư", "noi_dung": "nhất trí"}]), []),
        (held(y_kien=[{"nguoi": f"Đ/c {STRANGER}", "noi_dung": "nhất trí"}]),
         ["KD160 cảnh báo hoi_nghi.0.y_kien.0.nguoi"]),
        (held(y_kien=[{"nguoi": "Đại diện đoàn công tác", "noi_dung": "ghi nhận"}]), []),
        (held(kiem_phieu=ballot(to_kiem_phieu=[{"ho_ten": STRANGER}])),
         ["KD160 cảnh báo hoi_nghi.0.kiem_phieu.to_kiem_phieu.0.ho_ten"]),
        (votes_for(f"đồng chí {BINH}"), []),
        (votes_for(CHI_UY), []),
        (votes_for("Chi bộ thôn Đông"), []),
        (votes_for(STRANGER), ["KD159 lỗi hoi_nghi.0.kiem_phieu.ket_qua.0.doi_tuong"]),
        (votes_for("Chi bộ thôn Tây"),
         ["KD160 cảnh báo hoi_nghi.0.kiem_phieu.ket_qua.0.doi_tuong"]),
        (held(doi_tuong=[STRANGER]), ["KD159 lỗi hoi_nghi.0.doi_tuong.0"]),
        ({"xep_loai_lai": [{"doi_tuong": STRANGER, **AGAIN}]},
         ["KD159 lỗi xep_loai_lai.0.doi_tuong"]),
        ({"khieu_nai": [{"nguoi": STRANGER, "ngay": "24/12/2026", "noi_dung": "x"}]},
         ["KD160 cảnh báo khieu_nai.0.nguoi"]),
    ],
)  # fmt: skip
def test_who_is_not_in_the_unit_is_told(given: dict[str, Any], expected: list[str]) -> None:
    assert found(**given) == expected


def test_the_likely_name_is_offered_and_no_other() -> None:
    nam = unit(ca_nhan=[person("Tạ Xuân Hải"), person(AN), person(BINH)],
               **votes_for("Tạ Xuân Hãi"))  # fmt: skip
    assert [each.mend for each in check_names(nam, campaign())] == [
        "có phải ý đồng chí là «Tạ Xuân Hải»?"
    ]
    nam = unit(ca_nhan=[person(AN), person(BINH)], **votes_for(STRANGER))
    assert [each.mend for each in check_names(nam, campaign())] == [
        "sửa tên, hoặc thêm vào tap_the, ca_nhan của đơn vị"
    ]


def test_a_unit_without_persons_has_nothing_to_compare_with() -> None:
    assert found(ca_nhan=[], tap_the=[], **votes_for(STRANGER)) == []


@pytest.mark.parametrize(
    ("signer", "expected"),
    [
        ("Nguyễn Văn An", []),
        ("Nguyễn Văn Ẩn", ["KD161 cảnh báo ca_nhan.1.xac_nhan.chi_uy.ho_ten"]),
        (STRANGER, []),
    ],
)
def test_a_signature_that_differs_by_accents_only_is_told(signer: str, expected: list[str]) -> None:
    signed = person(BINH, xac_nhan={"chi_uy": {"ho_ten": signer}})
    assert found(ca_nhan=[person(AN), signed]) == expected


def test_an_organisation_is_told_from_a_person() -> None:
    assert is_body("Chi bộ thôn Tây")
    assert is_body("Uỷ ban nhân dân xã")
    assert not is_body("Hoàng Thị Ban")
    assert not is_body("Bàn Văn Hội")


def suggested(name: str) -> dict[str, Any]:
    points = [{"ma": "I.1", "noi_dung": "Chậm"}]
    return {"goi_y": [{"ca_nhan": [{"ten": name, "diem": points}]}]}


@pytest.mark.parametrize(
    ("given", "where"),
    [
        (votes_for(AN), "hoi_nghi.0.kiem_phieu.ket_qua.0.doi_tuong"),
        (held(doi_tuong=[f"Đồng chí {AN}"]), "hoi_nghi.0.doi_tuong.0"),
        (suggested(AN), "goi_y.0.ca_nhan.0.ten"),
        ({"xep_loai_lai": [{"doi_tuong": AN, **AGAIN}]}, "xep_loai_lai.0.doi_tuong"),
        ({"tap_the": [collective(thanh_vien=[{"ho_ten": AN}])]}, "tap_the.0.thanh_vien.0.ho_ten"),
        ({"han_che_ky_truoc": {AN: ["Chậm"]}}, f"han_che_ky_truoc.{AN}"),
    ],
)
def test_a_name_that_two_people_bear_is_told_where_one_is_meant(
    given: dict[str, Any], where: str
) -> None:
    twins = [person(AN, ngay_sinh="1980"), person(AN, ngay_sinh="1990"), person(BINH)]
    told = [each for each in found(ca_nhan=twins, **given) if "KD463" in each]
    assert told == [f"KD463 cảnh báo {where}"]
    apart = [person(f"{AN} (A)"), person(AN), person(BINH)]
    assert not [each for each in found(ca_nhan=apart, **given) if "KD463" in each]


def test_a_code_in_the_place_of_a_name_is_known_as_the_code_it_is() -> None:
    twins = [person(AN, ma="an-1980"), person(AN, ma="an-1990")]
    nam = unit(ca_nhan=twins, **votes_for("an-1990"))
    (told,) = [each for each in check_names(nam, campaign()) if each.code == "KD159"]
    assert f"đó là mã của {AN}" in told.message + (told.mend or "")
