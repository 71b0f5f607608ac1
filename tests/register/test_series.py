"""Numbers run from 01 per type and term; on the State side per type and year."""

import datetime as dt
from typing import Any

import pytest

from generator.model import CoQuan
from generator.model.campaign import NhiemKy
from generator.problems import Problem
from generator.register.names import called, series_called, type_names
from generator.register.series import Series, first_day, is_counted_so, series_of, type_of

TERMS = [
    {"ten": "2020-2025", "be_mac_dai_hoi": "20/8/2020"},
    {"ten": "2025-2030", "chi_dinh_tu": "01/7/2025", "be_mac_dai_hoi": "15/8/2025"},
]


def body(**more: Any) -> CoQuan:
    return CoQuan.model_validate({"ten": "Đảng ủy xã Lộc Vân", "nhiem_ky": TERMS, **more})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # HD 36: the day after the congress closes.
        ({"be_mac_dai_hoi": "20/8/2020"}, dt.date(2020, 8, 21)),
        ({"be_mac_dai_hoi": "20/8/2020", "hoi_nghi_dau": "19/8/2020"}, dt.date(2020, 8, 21)),
        # HD 05: the day it closes, or of the first meeting held during the congress.
        ({"be_mac_dai_hoi": "20/8/2030"}, dt.date(2030, 8, 20)),
        ({"be_mac_dai_hoi": "20/8/2030", "hoi_nghi_dau": "19/8/2030"}, dt.date(2030, 8, 19)),
        # Appointed before the congress: the day the decision takes effect.
        ({"be_mac_dai_hoi": "20/8/2030", "chi_dinh_tu": "01/7/2030"}, dt.date(2030, 7, 1)),
        ({"chi_dinh_tu": "01/7/2025"}, dt.date(2025, 7, 1)),
        ({"hoi_nghi_dau": "19/8/2030"}, dt.date(2030, 8, 19)),
        ({}, None),
    ],
)
def test_a_term_begins_as_the_guidance_in_force_says(
    given: dict[str, str], expected: dt.date | None
) -> None:
    assert first_day(NhiemKy.model_validate({"ten": "2025-2030", **given})) == expected


@pytest.mark.parametrize(
    ("given", "kind", "day", "series"),
    [
        ({}, "cong-van", "2024-11-14", Series("cong-van", "2020-2025")),
        ({}, "cong-van", "2020-08-21", Series("cong-van", "2020-2025")),
        ({}, "cong-van", "2025-06-30", Series("cong-van", "2020-2025")),
        ({}, "cong-van", "2025-07-01", Series("cong-van", "2025-2030")),
        ({}, "quyet-dinh", "2026-01-02", Series("quyet-dinh", "2025-2030")),
        ({}, "quy-dinh", "2026-01-02", Series("quy-dinh", "2025-2030")),
        ({}, "sao-luc", "2026-01-02", Series("ban-sao", "2025-2030")),
        ({}, "sao-y", "2026-12-02", Series("ban-sao", "2025-2030")),
        ({"ky_hieu": "ĐH"}, "bao-cao", "2025-08-14", Series("dai-hoi", "dai-hoi")),
        ({"khoi": "nha_nuoc"}, "cong-van", "2026-01-02", Series("cong-van", "2026")),
        ({"khoi": "nha_nuoc", "nhiem_ky": []}, "sao-luc", "2025-12-31", Series("ban-sao", "2025")),
        ({}, "cong-van", "2020-08-20", "KD601"),
        ({"nhiem_ky": []}, "cong-van", "2026-01-02", "KD600"),
        ({"nhiem_ky": [{"ten": "2025-2030"}]}, "cong-van", "2026-01-02", "KD601"),
    ],
)
def test_a_document_is_numbered_in_the_series_of_its_type_and_term(
    given: dict[str, Any], kind: str, day: str, series: Series | str
) -> None:
    found = series_of(body(**given), kind, dt.date.fromisoformat(day))
    assert (found.code if isinstance(found, Problem) else found) == series


def test_a_refusal_names_the_body_and_the_day() -> None:
    found = series_of(body(), "cong-van", dt.date(2019, 5, 6))
    assert isinstance(found, Problem)
    assert "06/5/2019" in found.message
    assert "Đảng ủy xã Lộc Vân" in found.message


@pytest.mark.parametrize("kind", sorted(type_names()))
def test_a_series_is_found_again_by_its_name(kind: str) -> None:
    series = Series(type_of(kind), "dai-hoi" if kind == "dai-hoi" else "2025-2030")
    assert series_called(called(series)) == series
    assert len(called(series)) <= 31


def test_names_are_of_one_type_only() -> None:
    names = list(type_names().values())
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("Đại hội 2025-2030", Series("dai-hoi", "dai-hoi")),
        ("công văn 2025 – 2030", Series("cong-van", "2025-2030")),
        ("Quyết định 2026", Series("quyet-dinh", "2026")),
        ("sao-luc 2025-2030", Series("ban-sao", "2025-2030")),
    ],
)
def test_a_series_is_known_in_the_ways_it_is_typed(name: str, series: Series) -> None:
    assert series_called(name) == series


@pytest.mark.parametrize("name", ["Sheet1", "Công văn", "2025-2030", "Thư từ 2025-2030", ""])
def test_a_name_that_is_no_series_is_none(name: str) -> None:
    assert series_called(name) is None


@pytest.mark.parametrize(
    ("khoi", "ky", "fits"),
    [("dang", "2025-2030", True), ("dang", "2026", False), ("nha_nuoc", "2026", True),
     ("nha_nuoc", "2025-2030", False), ("dang", "dai-hoi", True)],
)  # fmt: skip
def test_party_bodies_count_by_term_and_state_bodies_by_year(
    khoi: str, ky: str, fits: bool
) -> None:
    body = CoQuan.model_validate({"ten": "Cơ quan", "ky_hieu": "ĐU", "khoi": khoi})
    assert is_counted_so(body, Series("cong-van", ky)) is fits
