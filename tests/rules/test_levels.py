"""R01: a level stands in the exact words of the regime."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.levels import rank, rank_of_key, statements, suggestion
from generator.rules.subjects import persons
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

STEPS = ["tu_nhan", "tu_nhan_cong_chuc", "cong_chuc", "chi_uy", "chi_bo", "quyet_dinh"]


@pytest.mark.parametrize("ma", ["2019", "2023", "2025"])
@pytest.mark.parametrize("muc", [XS, HTT, HT, KHT, unicodedata.normalize("NFD", HTT)])
def test_each_of_the_four_levels_passes(ma: str, muc: str) -> None:
    assert check("R01", unit(ca_nhan=[person(xep_loai={"quyet_dinh": muc})]), regime(ma)) == []


@pytest.mark.parametrize("buoc", STEPS)
def test_a_wrong_word_is_found_at_every_step_of_a_person(buoc: str) -> None:
    nam = unit(ca_nhan=[person(), person("Trần Thị Bình", xep_loai={buoc: "HTTNV"})])
    assert check("R01", nam) == [f"KD401 lỗi ca_nhan.1.xep_loai.{buoc}"]


@pytest.mark.parametrize("buoc", STEPS)
def test_a_wrong_word_is_found_at_every_step_of_a_collective(buoc: str) -> None:
    nam = unit(tap_the=[collective(xep_loai={buoc: "Tốt"})])
    assert check("R01", nam) == [f"KD401 lỗi tap_the.0.xep_loai.{buoc}"]


@pytest.mark.parametrize(
    ("nhap", "gan"),
    [
        ("Hoàn thành tốt nhiệm vụ.", HTT),
        ("hoàn thành tốt nhiệm vụ", HTT),
        ("HOÀN THÀNH NHIỆM VỤ", HT),
        ("Hoàn thành  tốt nhiệm vụ", HTT),
        ("Hoàn thành xuất sắc", XS),
        ("Ko hoàn thành nhiệm vụ", KHT),
        ("XS", XS),
        ("HTXS", XS),
        ("HTXSNV", XS),
        ("htt", HTT),
        ("HTTNV", HTT),
        ("HT", HT),
        ("HTNV", HT),
        ("KHT", KHT),
        ("KHTNV", KHT),
    ],
)
def test_the_nearest_level_is_offered(nhap: str, gan: str) -> None:
    found = findings("R01", unit(ca_nhan=[person(xep_loai={"quyet_dinh": nhap})]))
    assert [each.message for each in found] == [
        f"{AN}: «{nhap}» không phải một mức xếp loại (điều khoản R01)"
    ]
    assert found[0].mend == f"ghi đủ chữ: «{gan}»"


def test_all_four_are_offered_where_none_is_near() -> None:
    assert suggestion(regime(), "7,5") == f"«{XS}», «{HTT}», «{HT}», «{KHT}»"


@pytest.mark.parametrize(
    ("muc", "expected"),
    [
        (HTT, []),
        ("Chưa đánh giá, xếp loại", []),
        ("Chưa xếp loại", ["KD401 lỗi ca_nhan.0.quy.1.xep_loai"]),
    ],
)
def test_a_quarter_may_be_left_unrated(muc: str, expected: list[str]) -> None:
    quarters = [{"quy": "1"}, {"quy": "2", "xep_loai": muc}]
    assert check("R01", unit(ca_nhan=[person(quy=quarters)])) == expected


def test_only_a_quarter_may_be_left_unrated() -> None:
    nam = unit(ca_nhan=[person(xep_loai={"chi_bo": "Chưa đánh giá, xếp loại"})])
    assert check("R01", nam) == ["KD401 lỗi ca_nhan.0.xep_loai.chi_bo"]


@pytest.mark.parametrize("khoa", ["muc_cu", "muc_moi"])
def test_a_second_rating_is_read_too(khoa: str) -> None:
    again = {
        "doi_tuong": AN, "van_ban_cu": "Quyết định số 12", "muc_cu": HTT, "muc_moi": HT,
        "ly_do": "Có vi phạm",
    }  # fmt: skip
    assert check("R01", unit(xep_loai_lai=[again])) == []
    wrong = unit(xep_loai_lai=[again, {**again, khoa: "Khá"}])
    assert check("R01", wrong) == [f"KD401 lỗi xep_loai_lai.1.{khoa}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [(XS, 0), (HTT.upper(), 1), (f"  {HT}", 2), (KHT, 3), ("Tốt", None), ("", None), (None, None)],
)
def test_a_level_has_its_rank(text: str | None, expected: int | None) -> None:
    assert rank(regime(), text) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [("hoan_thanh_xuat_sac", 0), ("khong_hoan_thanh", 3), (HT, 2), ("", None), ("tot", None)],
)
def test_a_key_has_the_rank_of_its_level(key: str, expected: int | None) -> None:
    assert rank_of_key(regime(), key) == expected


def test_the_same_level_of_several_steps_is_one_statement_at_the_latest() -> None:
    nam = unit(ca_nhan=[person(xep_loai={
        "tu_nhan": XS, "chi_uy": "chưa rõ", "chi_bo": HTT, "quyet_dinh": XS,
    })])  # fmt: skip
    first, second = statements(regime(), persons(nam)[0])
    assert (first.rank, first.path[-1], first.buoc) == (0, "quyet_dinh", "tự nhận, quyết định")
    assert (second.rank, second.path[-1], second.buoc) == (1, "chi_bo", "chi bộ đề xuất")


@given(st.text(max_size=30))
def test_any_text_is_either_a_level_or_found(text: str) -> None:
    che_do = REGIME
    names = {level.ten for level in che_do.muc}
    typed = unicodedata.normalize("NFC", text.strip())
    if text.strip():
        nam = unit(ca_nhan=[person(xep_loai={"chi_uy": text})])
        assert bool(check("R01", nam, che_do)) is (typed not in names)


REGIME = regime()
