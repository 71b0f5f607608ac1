"""R05: each set of boxes has one level, and the rating does not contradict them."""

from typing import Any

import pytest

from generator.rules.criteria import short_title, tick_rank, ticks
from tests.rules.build import (
    AN,
    HT,
    HTT,
    KHT,
    XS,
    check,
    collective,
    findings,
    person,
    regime,
    unit,
)

PERSON = ("pham_chat", "nhiem_vu")
LEADER = (*PERSON, "lanh_dao", "trach_nhiem_cong_viec", "neu_guong")
COLLECTIVE = ("nguyen_tac", "chi_tieu", "xay_dung_dang", "lanh_dao_thuc_hien")
MENDED = [{"han_che": "Họp chưa đều", "tinh_trang": "da_khac_phuc"}]


def ticked(keys: tuple[str, ...], **others: str | None) -> dict[str, Any]:
    """«Xuất sắc» under every heading but those named; None leaves the boxes empty."""
    chosen: dict[str, Any] = {**dict.fromkeys(keys, "Xuất sắc"), "khac_phuc": "Xuất sắc", **others}
    mended = chosen.pop("khac_phuc")
    return {
        "uu_diem": {key: {"noi_dung": "…", "cap_do": value} for key, value in chosen.items()},
        "khac_phuc": MENDED,
        "cap_do_khac_phuc": mended,
    }


def decided(muc: str | None, **others: str | None) -> Any:
    step = {"xep_loai": {"quyet_dinh": muc}} if muc else {}
    return unit(ca_nhan=[person(**ticked(PERSON, **others), **step)])


MUC = "ca_nhan.0.xep_loai.quyet_dinh"
REGIME = regime("2023")


@pytest.mark.parametrize("ma", ["2019", "2023"])
@pytest.mark.parametrize(
    ("others", "muc", "expected"),
    [
        ({}, XS, []),
        ({"pham_chat": "Tốt"}, XS, []),
        ({"pham_chat": "tốt"}, XS, []),
        ({"khac_phuc": "Tốt"}, XS, []),
        ({"pham_chat": "Trung bình"}, XS, [f"KD411 lỗi {MUC}"]),
        ({"nhiem_vu": "Tốt"}, XS, [f"KD411 lỗi {MUC}"]),
        ({"khac_phuc": "Trung bình"}, XS, [f"KD411 lỗi {MUC}"]),
        ({"nhiem_vu": "Tốt", "pham_chat": "Trung bình"}, XS, [f"KD411 lỗi {MUC}"] * 2),
        ({"nhiem_vu": "Tốt"}, HTT, []),
        ({"nhiem_vu": "Tốt", "pham_chat": "Trung bình"}, HTT, []),
        ({"nhiem_vu": "Trung bình"}, HTT, [f"KD411 lỗi {MUC}"]),
        ({"nhiem_vu": "Trung bình"}, HT, []),
        ({"nhiem_vu": "Kém"}, HT, [f"KD412 lỗi {MUC}"]),
        ({"pham_chat": "Kém"}, XS, [f"KD412 lỗi {MUC}"]),
        ({"pham_chat": "Kém", "nhiem_vu": "Kém"}, HTT, [f"KD412 lỗi {MUC}"]),
        ({"pham_chat": "Kém", "nhiem_vu": "Tốt"}, XS, [f"KD412 lỗi {MUC}", f"KD411 lỗi {MUC}"]),
        ({"pham_chat": "Kém"}, KHT, []),
        ({}, KHT, []),
    ],
)
def test_the_ticks_allow_the_level(
    ma: str, others: dict[str, str], muc: str, expected: list[str]
) -> None:
    che_do = regime(ma, dieu_kien=CONDITIONS)
    assert check("R05", decided(muc, **others), che_do) == expected


def asked(results: str | None, criteria: str | None) -> Any:
    values = {"ket_qua_it_nhat": results, "tieu_chi_it_nhat": criteria}
    return {key: value and {"gia_tri": value, "nguon": "V:S46"} for key, value in values.items()}


CONDITIONS = {
    "hoan_thanh_xuat_sac": asked("Xuất sắc", "Tốt"),
    "hoan_thanh_tot": asked("Tốt", "Trung bình"),
    "hoan_thanh": asked(None, "Trung bình"),
}


@pytest.mark.parametrize("ma", ["2019", "2023"])
@pytest.mark.parametrize("others", [{"nhiem_vu": "Tốt"}, {"pham_chat": "Trung bình"}])
def test_the_packs_ask_for_the_best_results_and_good_criteria(
    ma: str, others: dict[str, str]
) -> None:
    assert check("R05", decided(XS, **others), regime(ma)) == [f"KD411 lỗi {MUC}"]


@pytest.mark.parametrize(
    ("chosen", "muc", "expected"),
    [
        (None, None, []),
        (None, HTT, ["KD410 lỗi ca_nhan.0.uu_diem.pham_chat.cap_do"]),
        ("Khá", None, ["KD410 lỗi ca_nhan.0.uu_diem.pham_chat.cap_do"]),
        ("Xuất sắc, Tốt", HTT, ["KD410 lỗi ca_nhan.0.uu_diem.pham_chat.cap_do"]),
    ],
)
def test_each_set_has_exactly_one_known_level(
    chosen: str | None, muc: str | None, expected: list[str]
) -> None:
    assert check("R05", decided(muc, pham_chat=chosen), REGIME) == expected


@pytest.mark.parametrize(
    ("chosen", "items", "muc", "expected"),
    [
        (None, MENDED, HTT, ["KD410 lỗi ca_nhan.0.cap_do_khac_phuc"]),
        (None, [], HTT, ["KD410 cảnh báo ca_nhan.0.cap_do_khac_phuc"]),
        ("Khá", [], HTT, ["KD410 lỗi ca_nhan.0.cap_do_khac_phuc"]),
        (None, [], None, []),
        ("Tốt", [], HTT, []),
    ],
)
def test_part_three_may_be_empty_only_with_a_warning(
    chosen: str | None, items: Any, muc: str | None, expected: list[str]
) -> None:
    data = {**ticked(PERSON, khac_phuc=chosen), "khac_phuc": items}
    nam = unit(ca_nhan=[person(**data, xep_loai={"quyet_dinh": muc} if muc else {})])
    assert check("R05", nam, REGIME) == expected


@pytest.mark.parametrize(
    ("ma", "subject", "keys"),
    [
        ("2023", {"ca_nhan": [person(vai_tro="khong_lanh_dao")]}, PERSON),
        ("2023", {"ca_nhan": [person(vai_tro="lanh_dao")]}, LEADER),
        ("2023", {"tap_the": [collective()]}, COLLECTIVE),
        ("2019", {"ca_nhan": [person(vai_tro="lanh_dao")]}, PERSON),
    ],
)
def test_every_heading_with_boxes_is_asked_for(
    ma: str, subject: dict[str, Any], keys: tuple[str, ...]
) -> None:
    kind = next(iter(subject))
    subject[kind][0]["xep_loai"] = {"tu_nhan": HTT}
    nam = unit(**subject)
    expected = [f"KD410 lỗi {kind}.0.uu_diem.{key}.cap_do" for key in keys]
    assert check("R05", nam, regime(ma)) == [
        *expected,
        f"KD410 cảnh báo {kind}.0.cap_do_khac_phuc",
    ]


def test_no_boxes_are_asked_for_where_the_form_has_none_or_is_not_known() -> None:
    rated = {"xep_loai": {"tu_nhan": XS}}
    assert check("R05", unit(ca_nhan=[person(**rated)]), regime("2025")) == []
    assert check("R05", unit(ca_nhan=[person(vai_tro=None, **rated)]), REGIME) == []
    excluded = {"loai_tru": {"ly_do": "dinh_chi_sinh_hoat"}}
    assert check("R05", unit(ca_nhan=[person(**rated, **excluded)]), REGIME) == []


def test_results_of_a_collective_are_the_targets_of_the_year() -> None:
    data = {**ticked(COLLECTIVE, chi_tieu="Tốt", nguyen_tac="Tốt"), "xep_loai": {"tu_nhan": XS}}
    assert check("R05", unit(tap_the=[collective(**data)]), REGIME) == [
        "KD411 lỗi tap_the.0.xep_loai.tu_nhan"
    ]


def test_results_fall_back_on_the_bound_of_all_criteria() -> None:
    che_do = regime("2023", dieu_kien={"hoan_thanh": asked(None, "Tốt")})
    assert check("R05", decided(HT, nhiem_vu="Trung bình"), che_do) == [f"KD411 lỗi {MUC}"]
    che_do = regime("2023", dieu_kien={"hoan_thanh": asked("Tốt", None)})
    assert check("R05", decided(HT, pham_chat="Trung bình"), che_do) == []


def test_an_unverified_bound_only_warns() -> None:
    che_do = regime("2023", dieu_kien__hoan_thanh_tot__ket_qua_it_nhat=("Xuất sắc", "I"))
    assert check("R05", decided(HTT, nhiem_vu="Tốt"), che_do) == [f"KD411 cảnh báo {MUC}"]


def test_the_messages_name_the_heading_and_both_levels() -> None:
    heading = REGIME.bieu_mau["02A"].phan
    titles = {each.khoa: short_title(each) for each in heading}
    assert titles["uu_diem.nhiem_vu"].startswith("2. Việc thực hiện nhiệm vụ")
    assert titles["uu_diem.nhiem_vu"].endswith("…")
    assert 50 < len(titles["uu_diem.nhiem_vu"]) <= 60
    below = findings("R05", decided(XS, nhiem_vu="Tốt"), REGIME)[0].message
    assert below == (
        f"{AN}: mục «{titles['uu_diem.nhiem_vu']}» tự đánh giá «Tốt», trong khi mức «{XS}» "
        "(bước quyết định) đòi hỏi từ «Xuất sắc» trở lên (điều khoản R05)"
    )
    worst = findings("R05", decided(HT, nhiem_vu="Kém"), REGIME)[0].message
    assert f"có tiêu chí «Kém» là «{KHT}»" in worst
    assert f"không được xếp «{HT}» (bước quyết định)" in worst
    empty = findings("R05", decided(HT, nhiem_vu=None), REGIME)[0]
    assert "là «chưa ghi»" in empty.message
    assert empty.mend == (
        "ghi đúng một cấp độ ở khoá «uu_diem.nhiem_vu.cap_do»: «Xuất sắc», «Tốt», «Trung bình», «Kém»"
    )


@pytest.mark.parametrize(
    ("text", "expected"), [("Xuất sắc", 0), ("TỐT", 1), ("Kém", 3), ("Khá", None), (None, None)]
)
def test_a_tick_has_its_rank(text: str | None, expected: int | None) -> None:
    assert tick_rank(REGIME, text) == expected


def test_the_sets_of_a_form_come_with_what_is_ticked() -> None:
    nam = unit(ca_nhan=[person(**ticked(PERSON, khac_phuc="Kém"))])
    sets = ticks(REGIME, REGIME.bieu_mau["02A"], nam.ca_nhan[0])
    assert [(each.khoa, each.path, each.rank) for each in sets] == [
        ("uu_diem.pham_chat", ("uu_diem", "pham_chat", "cap_do"), 0),
        ("uu_diem.nhiem_vu", ("uu_diem", "nhiem_vu", "cap_do"), 0),
        ("khac_phuc", ("cap_do_khac_phuc",), 3),
    ]
