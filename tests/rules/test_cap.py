"""R07 and its arithmetic: the cap on the best level."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.cap import allowed, behind, check_group
from generator.rules.subjects import persons
from tests.rules.build import (
    HT,
    HTT,
    XS,
    check,
    collective,
    findings,
    person,
    rated,
    regime,
    said,
    unit,
)


def cap(lam_tron: Any = ("xuong", "U"), **changes: Any) -> Any:
    given_values = {"lam_tron": lam_tron, **changes}
    return regime(**{f"tran_xuat_sac__{key}": value for key, value in given_values.items()})


T_HTT = [0, 1, 2, 3, 4, 5, 7, 8, 10, 12, 13, 15, 20]
TABLE = {
    ("20", "xuong"): [0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4],
    ("20", "nua_len"): [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4],
    ("25", "xuong"): [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 5],
    ("25", "nua_len"): [0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 3, 4, 5],
}


@pytest.mark.parametrize(
    ("ti_le", "lam_tron", "t_htt", "most"),
    [(*key, t, n) for key, row in TABLE.items() for t, n in zip(T_HTT, row, strict=True)],
)
def test_how_many_may_have_the_best_level(ti_le: str, lam_tron: str, t_htt: int, most: int) -> None:
    tran = cap(lam_tron, ti_le=ti_le).tran_xuat_sac
    assert allowed(t_htt, 9, tran, noi_troi=False) == most


@pytest.mark.parametrize(
    ("ti_le", "noi_troi", "most"),
    [("20", True, 5), ("20", False, 4), ("0.2", False, 4), ("1", False, 0)],
)
def test_outstanding_results_raise_the_ratio(ti_le: str, noi_troi: bool, most: int) -> None:
    tran = cap(ti_le=ti_le, ti_le_noi_troi="25").tran_xuat_sac
    assert allowed(20, 9, tran, noi_troi) == most


def test_a_regime_without_the_higher_ratio_keeps_the_one() -> None:
    assert allowed(20, 9, cap(ti_le_noi_troi=None).tran_xuat_sac, noi_troi=True) == 4


@pytest.mark.parametrize(("co_so", "most"), [("htt", 1), ("htt_xs", 2)])
def test_the_base_may_count_the_best_too(co_so: str, most: int) -> None:
    assert allowed(8, 2, cap(co_so=co_so).tran_xuat_sac, noi_troi=False) == most


@pytest.mark.parametrize(
    ("nhom_nho", "t_htt", "n_xs", "most"),
    [
        (0, 0, 0, 0),
        (4, 0, 1, 1),
        (4, 0, 0, 0),
        (0, 3, 1, 0),
        (4, 3, 1, 1),
        (3, 3, 1, 0),
        (20, 15, 1, 3),
    ],
)
def test_a_small_group_may_always_have_one(nhom_nho: int, t_htt: int, n_xs: int, most: int) -> None:
    tran = cap(nhom_nho=str(nhom_nho)).tran_xuat_sac
    assert allowed(t_htt, n_xs, tran, noi_troi=False) == most


COUNT = st.integers(min_value=0, max_value=300)
ROUNDING = st.sampled_from(["xuong", "nua_len"])
CAPS = {
    (ti_le, co_so, lam_tron): cap(lam_tron, ti_le=ti_le, co_so=co_so).tran_xuat_sac
    for ti_le in ("20", "25")
    for co_so in ("htt", "htt_xs")
    for lam_tron in ("xuong", "nua_len")
}


@given(COUNT, COUNT, st.sampled_from(sorted(CAPS)))
def test_the_cap_is_within_half_of_the_exact_share(t: int, n: int, which: Any) -> None:
    base = t + n if which[1] == "htt_xs" else t
    most = allowed(t, n, CAPS[which], noi_troi=False)
    exact = int(which[0]) * base
    assert (100 * most <= exact) if which[2] == "xuong" else (100 * most <= exact + 50)
    assert 100 * most > exact - (100 if which[2] == "xuong" else 51)


@given(COUNT, COUNT, COUNT, st.sampled_from(sorted(CAPS)))
def test_more_rated_well_never_lowers_the_cap(t: int, more: int, n: int, which: Any) -> None:
    tran = CAPS[which]
    assert allowed(t, n, tran, noi_troi=False) <= allowed(t + more, n, tran, noi_troi=False)


@given(COUNT, COUNT, st.sampled_from(sorted(CAPS)))
def test_a_breach_is_exactly_more_than_allowed(t: int, n: int, which: Any) -> None:
    tran = CAPS[which]
    rests = behind(t, n, tran, noi_troi=False)
    assert (rests is not None) is (n > allowed(t, n, tran, noi_troi=False))
    if rests:
        by_rounding = n <= allowed(t, n, tran, False, "nua_len")
        assert (tran.lam_tron in rests) is by_rounding


def group(n_xs: int, t_htt: int, others: int = 0, **given_values: Any) -> list[dict[str, Any]]:
    levels = [XS] * n_xs + [HTT] * t_htt + [HT] * others
    return [rated(f"Người số {i}", muc, **given_values) for i, muc in enumerate(levels)]


@pytest.mark.parametrize("ma", ["2019", "2023", "2025"])
@pytest.mark.parametrize(
    ("n_xs", "t_htt", "severity"),
    [
        (0, 0, None), (0, 9, None), (1, 5, None), (1, 9, None), (2, 10, None), (3, 15, None),
        (1, 4, "cảnh báo"), (1, 3, "cảnh báo"), (2, 8, "cảnh báo"), (3, 13, "cảnh báo"),
        (1, 2, "lỗi"), (1, 0, "lỗi"), (2, 5, "lỗi"), (2, 7, "lỗi"), (3, 10, "lỗi"), (4, 15, "lỗi"),
    ],
)  # fmt: skip
def test_a_group_keeps_the_cap(ma: str, n_xs: int, t_htt: int, severity: str | None) -> None:
    che_do = regime(ma, tran_xuat_sac__lam_tron=("xuong", "U"))
    most = {0: 0, 2: 0, 3: 0, 4: 0, 5: 1, 7: 1, 8: 1, 10: 2, 13: 2, 15: 3}.get(t_htt, 9)
    expected = [f"KD414 {severity} ca_nhan.{most}.xep_loai.quyet_dinh"] if severity else []
    assert check("R07", unit(ca_nhan=group(n_xs, t_htt, 6)), che_do) == expected


@pytest.mark.parametrize(
    ("changes", "severity"),
    [
        ({}, "cảnh báo"),
        ({"lam_tron": "xuong"}, "lỗi"),
        ({"lam_tron": ("nua_len", "U")}, None),
        ({"nhom_nho": "5"}, None),
        ({"ti_le": "25"}, None),
    ],
)
def test_who_settles_the_rounding_settles_the_weight(
    changes: dict[str, Any], severity: str | None
) -> None:
    expected = [f"KD414 {severity} ca_nhan.0.xep_loai.quyet_dinh"] if severity else []
    assert check("R07", unit(ca_nhan=group(1, 4)), cap(**changes)) == expected


@pytest.mark.parametrize("khoa", ["ti_le", "co_so"])
def test_an_unverified_ratio_or_base_only_warns(khoa: str) -> None:
    value = {"ti_le": "20", "co_so": "htt"}[khoa]
    found = check("R07", unit(ca_nhan=group(2, 5)), cap(**{khoa: (value, "I")}))
    assert found == ["KD414 cảnh báo ca_nhan.1.xep_loai.quyet_dinh"]


@pytest.mark.parametrize(
    ("mark", "counted", "severity"),
    [
        ("U", "có", "cảnh báo"),
        ("Đ: quyết định", "có", "lỗi"),
        ("U", "không", None),
        ("Đ: quyết định", "không", None),
    ],
)
def test_whether_the_head_counts_may_decide(mark: str, counted: str, severity: str | None) -> None:
    nam = unit(ca_nhan=[rated("Hà Văn Minh", XS, dung_dau="có"), *group(1, 5)])
    che_do = cap(tinh_nguoi_dung_dau=(counted, mark))
    expected = [f"KD414 {severity} ca_nhan.1.xep_loai.quyet_dinh"] if severity else []
    assert check("R07", nam, che_do) == expected


def test_a_head_left_out_does_not_hide_a_breach() -> None:
    nam = unit(ca_nhan=[rated("Hà Văn Minh", HTT, dung_dau="có"), *group(1, 4)])
    che_do = cap(tinh_nguoi_dung_dau=("không", "U"), lam_tron="xuong")
    assert check("R07", nam, che_do) == ["KD414 cảnh báo ca_nhan.1.xep_loai.quyet_dinh"]
    settled = cap(tinh_nguoi_dung_dau="không", lam_tron="xuong")
    assert check("R07", nam, settled) == ["KD414 lỗi ca_nhan.1.xep_loai.quyet_dinh"]


def test_each_group_has_its_own_cap() -> None:
    people = [*group(1, 5, nhom="giáo viên"), *group(1, 2, nhom="hưu trí")]
    assert check("R07", unit(ca_nhan=people)) == ["KD414 lỗi ca_nhan.6.xep_loai.quyet_dinh"]
    together = [*group(1, 5, nhom="Hưu trí"), *group(1, 5, nhom="hưu  trí")]
    assert check("R07", unit(ca_nhan=together)) == []


@pytest.mark.parametrize(("nhom", "found"), [(None, 0), ("phòng chuyên môn", 1)])
def test_collectives_are_alike_only_where_it_is_said(nhom: str | None, found: int) -> None:
    both = [collective(f"Phòng {i}", nhom=nhom, xep_loai={"quyet_dinh": XS}) for i in range(2)]
    expected = ["KD414 lỗi tap_the.0.xep_loai.quyet_dinh"] * found
    assert check("R07", unit(tap_the=both)) == expected


def test_collectives_and_persons_of_one_name_are_two_groups() -> None:
    people = group(1, 5, nhom="A")
    tap_the = [collective("Phòng", nhom="A", xep_loai={"quyet_dinh": HTT})]
    assert check("R07", unit(ca_nhan=people, tap_the=tap_the)) == []
    tap_the = [collective("Phòng", nhom="A", xep_loai={"quyet_dinh": XS})]
    assert check("R07", unit(ca_nhan=group(0, 9, nhom="A"), tap_the=tap_the)) == [
        "KD414 cảnh báo tap_the.0.xep_loai.quyet_dinh"
    ]


@pytest.mark.parametrize(
    ("loai", "severity"),
    [
        ("chi_bo", "cảnh báo"),
        ("dang_bo_bo_phan", "cảnh báo"),
        ("chi_bo_co_so", "lỗi"),
        ("xa", "lỗi"),
    ],
)
def test_where_levels_are_only_proposed_a_breach_warns(loai: str, severity: str) -> None:
    nam = unit(loai=loai, ca_nhan=group(1, 0))
    assert check("R07", nam) == [f"KD414 {severity} ca_nhan.0.xep_loai.quyet_dinh"]


def test_the_higher_ratio_needs_a_decision() -> None:
    assert check("R07", unit(ca_nhan=group(1, 4)))
    assert check("R07", unit(ca_nhan=group(1, 4), noi_troi="Quyết định số 15-QĐ/ĐU")) == []


def test_the_latest_step_is_counted_and_never_the_self_rating() -> None:
    self_rated = [person(f"Người {i}", xep_loai={"tu_nhan": XS}) for i in range(3)]
    assert check("R07", unit(ca_nhan=self_rated)) == []
    proposed = [person("Hà", xep_loai={"tu_nhan": HTT, "chi_uy": XS, "chi_bo": XS})]
    assert check("R07", unit(ca_nhan=proposed)) == ["KD414 lỗi ca_nhan.0.xep_loai.chi_bo"]
    lowered = [person("Hà", xep_loai={"chi_bo": XS, "quyet_dinh": HTT})]
    assert check("R07", unit(ca_nhan=lowered)) == []


def test_the_message_names_the_group_the_numbers_and_the_people() -> None:
    nam = unit(ca_nhan=[person("Vắng"), *group(2, 5, nhom="giáo viên")])
    assert findings("R07", nam)[0].message == (
        f"nhóm «giáo viên» có 2 «{XS}» trên 5 «{HTT}»; với tỉ lệ 20% chỉ được 1: "
        "Người số 0, Người số 1 (điều khoản R07)"
    )
    che_do = regime(tran_xuat_sac__ti_le="1")
    assert "tỉ lệ 1%" in findings("R07", unit(ca_nhan=group(1, 0)), che_do)[0].message
    che_do = regime(tran_xuat_sac__ti_le="0.2")
    unnamed = findings("R07", unit(ca_nhan=group(1, 0)), che_do)[0].message
    assert unnamed.startswith("nhóm «Chi bộ thôn Đông»")
    assert "tỉ lệ 20%" in unnamed


def test_a_group_may_come_from_several_units() -> None:
    units = [unit(ca_nhan=group(1, 4)), unit(ca_nhan=group(0, 1))]
    together = [each for nam in units for each in persons(nam)]
    assert list(check_group(regime(), "hưu trí", together, noi_troi=False)) == []
    found = list(check_group(regime(), "hưu trí", persons(units[0]), noi_troi=False))
    assert [said(each) for each in found] == ["KD414 lỗi ca_nhan.0.xep_loai.quyet_dinh"]


@pytest.mark.parametrize(("others", "found"), [(0, "KD414 cảnh báo"), (1, "KD414 lỗi")])
def test_a_group_of_one_has_its_others_in_other_units(others: int, found: str) -> None:
    people = [rated("Người đầu", XS, nhom="bí thư")]
    people += [rated(f"Người {i}", HTT, nhom="bí thư") for i in range(others)]
    (told,) = findings("R07", unit(ca_nhan=people), regime())
    assert f"{told.code} {told.severity}" == found
