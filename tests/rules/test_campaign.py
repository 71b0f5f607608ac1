"""The rules over all units of a campaign."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import DonViNam
from generator.problems import Problem, Severity
from generator.regulations.overlay import with_overlay
from generator.regulations.regimes import load_regime
from generator.rules.campaign import CuocHop, Member, check_campaign, compared
from generator.rules.subjects import collectives, persons
from tests.rules.build import (
    AN,
    BINH,
    CUC,
    HT,
    HTT,
    UBND,
    XS,
    collective,
    head,
    meeting,
    person,
    rated,
)

REGIME = load_regime("2025")


def unit(ma: str, **given: Any) -> DonViNam:
    about = {"ma": ma, "ten": f"Chi bộ {ma}", "loai": "chi_bo", "cap_tren": "Đảng bộ xã Lộc Hà",
             "cap_uy_cap_tren": "Đảng ủy xã Lộc Hà", **given.pop("don_vi", {})}  # fmt: skip
    return DonViNam.model_validate({"loai": "don-vi", "don_vi": about, **given})


def members(*units: DonViNam) -> list[Member]:
    return [
        Member(nam.don_vi, nam.noi_troi is not None, f"{nam.don_vi.ma}.yaml", subject, held(nam))
        for nam in units
        for subject in (*collectives(nam), *persons(nam))
    ]


def held(nam: DonViNam) -> tuple[CuocHop, ...]:
    return tuple(
        CuocHop(cap=each.cap, noi_dung=each.noi_dung, doi_tuong=each.doi_tuong, ngay=each.ngay)
        for each in nam.hoi_nghi
    )


def found(*units: DonViNam, **more: Any) -> list[Problem]:
    """What is found; nothing else is when only those are held that have to be compared."""
    told = check_campaign(members(*units), REGIME, 2026, **more)
    assert check_campaign(compared(lambda: members(*units)), REGIME, 2026, **more) == told
    return told


def codes(*units: DonViNam, **more: Any) -> list[str]:
    return [each.code for each in found(*units, **more)]


def many(best: int, good: int, start: int = 0, **given: Any) -> list[dict[str, Any]]:
    levels = [XS] * best + [HTT] * good
    return [
        rated(f"Người {WORDS[start + number]}", level, **given)
        for number, level in enumerate(levels)
    ]


WORDS = [
    f"{a} {b}" for a in ("An", "Bình", "Chi", "Dũng", "Hà") for b in ("Một", "Hai", "Ba", "Bốn")
]


@pytest.mark.parametrize(
    ("first", "second", "breach"),
    [
        ((1, 4), (0, 5), False),  # 1 of 9 good: one is allowed
        ((1, 5), (1, 5), False),  # 2 of 10
        ((1, 4), (1, 5), True),  # 2 of 9
        ((2, 10), (0, 0), False),  # one unit alone sees it itself
        ((3, 3), (0, 0), False),
        ((1, 0), (1, 0), True),
    ],
)
def test_the_cap_counts_all_units_of_the_committee_that_decides(
    first: tuple[int, int], second: tuple[int, int], breach: bool
) -> None:
    told = codes(unit("dong", ca_nhan=many(*first)), unit("tay", ca_nhan=many(*second, start=12)))
    assert ("KD414" in told) is breach


def test_the_cap_names_the_person_too_many_at_the_file_of_that_person() -> None:
    (told,) = found(unit("dong", ca_nhan=many(1, 0)), unit("tay", ca_nhan=many(1, 0, start=5)))
    assert told.code == "KD414"
    assert told.place.file == "dong.yaml"
    assert told.place.path == ("ca_nhan", 0, "xep_loai", "quyet_dinh")


def test_units_of_another_committee_are_another_group() -> None:
    other = {"cap_uy_cap_tren": "Đảng ủy xã Thạch Hà"}
    east = unit("dong", ca_nhan=many(1, 0))
    assert codes(east, unit("tay", don_vi=other, ca_nhan=many(1, 0, start=5))) == []


def test_a_named_group_counts_wherever_its_members_are() -> None:
    same_group = {"nhom": "bí thư chi bộ"}
    east = unit("dong", ca_nhan=many(1, 4, **same_group))
    west = unit("tay", don_vi={"loai": "xa"}, ca_nhan=many(1, 4, start=8, **same_group))
    assert codes(east, west) == ["KD414"]
    assert "bí thư chi bộ" in found(east, west)[0].message


def test_a_basic_organisation_without_groups_is_counted_by_itself_alone() -> None:
    basic = {"loai": "dang_bo_co_so"}
    east = unit("dong", don_vi=basic, ca_nhan=many(1, 0))
    assert codes(east, unit("tay", don_vi=basic, ca_nhan=many(1, 0, start=5))) == []


@pytest.mark.parametrize(
    ("loai", "role", "levels", "told"),
    [
        ("chi_bo", "cap_uy", (XS, HTT, HTT, HTT), True),
        ("chi_bo", "cap_uy", (XS, HTT, HTT, HTT, HTT, HTT), False),
        ("chi_bo", "cap_uy", (HTT, HTT), False),
        ("chi_bo", "to_chuc_dang", (XS, XS), True),
        ("chi_bo_co_so", "to_chuc_dang", (XS, HTT), True),
        ("chi_bo", "tap_the_lanh_dao", (XS, HTT), False),  # which offices are alike is not known
        ("xa", "cap_uy", (XS, HTT), False),
    ],
)
def test_collectives_that_one_committee_rates_are_counted_together(
    loai: str, role: str, levels: tuple[str, ...], *, told: bool
) -> None:
    units = [
        unit(f"u{i}", don_vi={"loai": loai}, tap_the=[
            collective(f"Tập thể {i}", vai_tro=role, xep_loai={"quyet_dinh": level},
                       thanh_vien=head(f"Người {WORDS[i]}"))
        ], ca_nhan=[rated(f"Người {WORDS[i]}", HTT)])
        for i, level in enumerate(levels)
    ]  # fmt: skip
    caps = [each for each in found(*units) if each.code == "KD414"]
    assert [str(each.severity) for each in caps] == ["cảnh báo"] * told


def test_collectives_are_not_counted_with_persons() -> None:
    group = {"nhom": "khối Đảng"}
    best = {"xep_loai": {"quyet_dinh": XS}}
    east = unit("dong", tap_the=[collective("Chi ủy Đông", **group, **best)])
    west = unit("tay", ca_nhan=many(0, 5, **group))
    assert codes(east, west) == []


def test_the_higher_ratio_holds_only_where_all_were_recognised() -> None:
    east = unit("dong", ca_nhan=many(1, 2), noi_troi="Quyết định số 9")
    west = unit("tay", ca_nhan=many(0, 2, start=9))
    assert codes(east, west) == ["KD414"]
    recognised = west.model_copy(update={"noi_troi": "Quyết định số 9"})
    assert codes(east, recognised) == []


@pytest.mark.parametrize(("mine", "told"), [(XS, True), (HTT, False), (HT, False)])
def test_a_head_in_another_unit_is_held_against_the_collective(mine: str, told: bool) -> None:
    led = collective(UBND, thanh_vien=head(AN), xep_loai={"quyet_dinh": HTT})
    found_ = found(unit("xa", tap_the=[led]), unit("dong", ca_nhan=[rated(AN, mine)]))
    assert ([each.code for each in found_] == ["KD413"]) is told
    if told:
        assert found_[0].place.file == "dong.yaml"
        assert found_[0].place.path == ("ca_nhan", 0, "xep_loai", "quyet_dinh")


def test_a_head_in_the_own_unit_is_left_to_the_unit() -> None:
    led = collective(UBND, thanh_vien=head(AN), xep_loai={"quyet_dinh": HTT})
    own = unit("xa", tap_the=[led], ca_nhan=[rated(AN, HTT)])
    assert "KD413" not in codes(own, unit("dong", ca_nhan=[rated(AN, XS)]))


def test_a_name_that_two_bear_is_held_against_nobody() -> None:
    led = collective(UBND, thanh_vien=head(AN), xep_loai={"quyet_dinh": HTT})
    two = [unit("dong", ca_nhan=[rated(AN, HTT)]), unit("tay", ca_nhan=[rated(AN, XS)])]
    assert "KD413" not in codes(unit("xa", tap_the=[led]), *two)


def test_a_collective_without_a_level_binds_nobody() -> None:
    led = collective(UBND, thanh_vien=head(AN))
    assert codes(unit("xa", tap_the=[led]), unit("dong", ca_nhan=[rated(AN, XS)])) == []


BORN = {"ngay_sinh": "01/02/1980"}


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (rated(AN, HTT, **BORN), rated(AN, HT, **BORN), True),
        (rated(AN, HTT, **BORN), rated(AN, HTT, **BORN), False),
        (rated(AN, HTT, **BORN), rated(AN, HT, ngay_sinh="03/04/1985"), False),
        (rated(AN, HTT, **BORN), rated(AN, HT), False),
        (rated(AN, HTT, **BORN), rated(BINH, HT, **BORN), False),
        (rated(AN, HTT, **BORN), person(AN, **BORN), False),
    ],
)
def test_one_person_has_one_level(
    first: dict[str, Any], second: dict[str, Any], told: bool
) -> None:
    found_ = found(unit("dong", ca_nhan=[first]), unit("tay", ca_nhan=[second]))
    assert ([each.code for each in found_] == ["KD718"]) is told
    if told:
        assert found_[0].place.file == "tay.yaml"
        assert "Chi bộ dong" in found_[0].message


def test_two_of_a_name_in_one_unit_are_two_people() -> None:
    both = [rated(AN, HTT, **BORN), rated(AN, HT, **BORN)]
    assert codes(unit("dong", ca_nhan=both)) == []


def test_a_member_of_a_collective_whom_no_unit_lists_is_told() -> None:
    led = collective(UBND, thanh_vien=[{"ho_ten": AN}, {"ho_ten": CUC}])
    units = unit("xa", tap_the=[led]), unit("dong", ca_nhan=[person(AN)])
    (told,) = found(*units)
    assert (told.code, told.severity) == ("KD719", Severity.WARNING)
    assert told.place.path == ("tap_the", 0, "thanh_vien", 1)
    assert CUC in told.message
    assert codes(*units, complete=False) == []


def test_a_newly_founded_collective_is_not_asked_about() -> None:
    led = collective(UBND, thanh_vien=[{"ho_ten": CUC}], thanh_lap_moi="có")
    assert codes(unit("xa", tap_the=[led])) == []


@pytest.mark.parametrize(("rule", "code"), [("R06", "KD413"), ("R07", "KD414"), ("R09", "KD719")])
def test_a_rule_the_office_switched_off_is_not_run(rule: str, code: str) -> None:
    led = collective(UBND, thanh_vien=head(AN), xep_loai={"quyet_dinh": HT})
    units = (
        unit("xa", tap_the=[led, collective("Mặt trận", thanh_vien=[{"ho_ten": CUC}])]),
        unit("dong", ca_nhan=[rated(AN, XS)]),
        unit("tay", ca_nhan=many(1, 0)),
    )
    assert code in codes(*units)
    silent, problems = with_overlay(
        REGIME, {"quy_tac": {rule: {"muc_do": "khong"}}}, "Đ: dot.yaml", key="che_do"
    )
    assert problems == []
    assert code not in [each.code for each in check_campaign(members(*units), silent, 2026)]


def test_of_many_units_only_those_are_held_whom_another_unit_may_concern() -> None:
    """Whoever bears a name at two levels, is named by a collective or is in a shared group."""
    one = unit("a", ca_nhan=[rated(AN, HTT, ngay_sinh="02/03/1970", nhom="riêng a"),
                             rated(BINH, HTT, ngay_sinh="01/01/1980", nhom="riêng a")])  # fmt: skip
    other = unit("b", ca_nhan=[rated(AN, XS, ngay_sinh="02/03/1970", nhom="riêng b"),
                               rated(CUC, HTT, nhom="riêng b")])  # fmt: skip
    held = compared(lambda: members(one, other))
    assert [each.subject.ten for each in held] == [AN, AN]
    assert "KD718" in codes(one, other)


def test_a_collective_whose_members_its_unit_lists_concerns_no_other_unit() -> None:
    own = unit("a", tap_the=[collective(thanh_vien=[*head(AN), *head(BINH)])],
               ca_nhan=[rated(AN, HTT, nhom="a"), rated(BINH, HTT, nhom="a")])  # fmt: skip
    other = unit("b", ca_nhan=[rated(AN, XS, nhom="b")])
    assert compared(lambda: members(own, other)) == []
    assert codes(own, other) == []


NAMES = st.sampled_from([AN, BINH, CUC, AN.upper(), "Bùi Hoà", "Bùi Hòa"])
LEVELS = st.sampled_from([XS, HTT, HT])
GROUPS = st.sampled_from([None, None, "nhóm 1", "nhóm 2"])
PERSONS = st.builds(
    rated, NAMES, LEVELS, nhom=GROUPS, ngay_sinh=st.sampled_from([None, "01/02/1970", "1971"])
)
COLLECTIVES = st.builds(collective, st.sampled_from([UBND, "Chi ủy"]), nhom=GROUPS,
                        thanh_vien=st.lists(NAMES.map(lambda each: head(each)[0]), max_size=3),
                        xep_loai=LEVELS.map(lambda each: {"quyet_dinh": each}))  # fmt: skip
UNITS = st.builds(unit, st.sampled_from("abcd"), ca_nhan=st.lists(PERSONS, max_size=4),
                  tap_the=st.lists(COLLECTIVES, max_size=2))  # fmt: skip


@given(st.lists(UNITS, min_size=1, max_size=4))
def test_nothing_else_is_found_where_all_members_are_held(units: list[DonViNam]) -> None:
    found(*units)


@pytest.mark.parametrize(
    ("day", "level", "told"),
    [
        ("10/6/2026", XS, ["KD416"]),
        ("10/6/2026", HTT, ["KD416"]),
        ("10/6/2025", XS, []),
        (None, XS, []),
    ],
)
def test_a_measure_against_a_member_of_another_unit_limits_the_collective(
    day: str | None, level: str, told: list[str]
) -> None:
    measure = {"hinh_thuc": "Cách chức", "ngay": day, "lien_quan_nhiem_vu": "có"}
    board = collective(UBND, thanh_vien=[{"ho_ten": AN}], xep_loai={"quyet_dinh": level})
    office = unit("xa", don_vi={"loai": "xa"}, tap_the=[board])
    branch = unit("dong", ca_nhan=[person(AN, ky_luat=[measure] if day else [])])
    assert [each.code for each in found(office, branch)] == told
    if told:
        (one,) = found(office, branch)
        assert one.place.file == "xa.yaml"
        assert AN in one.message


BTV = "Ban Thường vụ Đảng ủy xã"


@pytest.mark.parametrize(
    ("day", "above", "role", "told"),
    [
        ("06/12/2026", {"doi_tuong": [BTV, AN]}, "lanh_dao", True),
        ("08/12/2026", {"doi_tuong": [BTV, AN]}, "lanh_dao", False),
        ("10/12/2026", {"doi_tuong": [BTV, AN]}, "lanh_dao", False),
        ("06/12/2026", {}, "lanh_dao", True),
        ("06/12/2026", {"noi_dung": "tap_the"}, "lanh_dao", False),
        ("06/12/2026", {"doi_tuong": [BTV]}, "lanh_dao", False),
        ("06/12/2026", {"doi_tuong": [BTV, AN]}, "khong_lanh_dao", False),
    ],
)
def test_the_chi_bo_reviews_a_leader_before_the_collective_of_another_unit(
    day: str, above: dict[str, Any], role: str, *, told: bool
) -> None:
    below = unit("dong", ca_nhan=[person(AN, vai_tro=role)], hoi_nghi=[meeting("08/12/2026")])
    group = collective(BTV, thanh_vien=head(AN))
    met = meeting(day, cap="tap_the_lanh_dao", **above)
    over = unit("xa", don_vi={"loai": "xa"}, tap_the=[group], hoi_nghi=[met])
    assert codes(below, over) == ["KD433"] * told
