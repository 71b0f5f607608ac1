"""The small value types of the packs: a measure or range, a rule with its source."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.problems import Place, Severity, problem
from generator.regulations.rule import Khoang, KieuChu, Quy, weighed


@pytest.mark.parametrize(
    ("text", "tu", "den"),
    [
        ("20", "20", "20"),
        ("14-15", "14", "15"),
        ("14–15", "14", "15"),
        ("14 - 15", "14", "15"),
        ("10-12.7", "10", "12.7"),
        ("12,7", "12.7", "12.7"),
        ("0", "0", "0"),
    ],
)
def test_a_measure_is_a_number_or_a_range(text, tu, den):
    khoang = Khoang.model_validate(text)
    assert (khoang.tu, khoang.den) == (Decimal(tu), Decimal(den))


def test_a_measure_may_have_no_upper_bound():
    assert Khoang.model_validate(">=6").den is None


@pytest.mark.parametrize(
    "text", ["", "rộng", "15-14", "-5", ">=6-8", "20 mm", "1.2.3", "14-", "<=6"]
)
def test_what_is_no_measure_is_refused(text):
    with pytest.raises(ValidationError):
        Khoang.model_validate(text)


@given(st.decimals(0, 500, places=1), st.decimals(0, 500, places=1))
def test_a_range_reads_back_what_it_writes(one, other):
    khoang = Khoang(tu=min(one, other), den=max(one, other))
    assert Khoang.model_validate(khoang.model_dump()) == khoang


def test_letters_are_upright_small_and_light_unless_said():
    kieu = KieuChu.model_validate({"co": "14"})
    marks = kieu.model_dump(exclude={"co"})
    assert set(marks.values()) == {False}


@pytest.mark.parametrize(
    "mark", ["V:S0 p28", "V:S3", "I", "U", "P:công văn của một huyện", "Đ: dot.yaml"]
)
def test_marks_of_the_allowed_forms_are_accepted(mark):
    assert Quy[str](gia_tri=";", nguon=mark).nguon == mark


@pytest.mark.parametrize("mark", ["", "V", "V:", "verified", "P:", "S0", "i", "X:S0"])
def test_a_value_without_a_proper_mark_is_refused(mark):
    with pytest.raises(ValidationError):
        Quy[str](gia_tri=";", nguon=mark)


@pytest.mark.parametrize(
    ("mark", "severity"),
    [
        ("V:S0 p24–25", Severity.ERROR),
        ("Đ: dot.yaml", Severity.ERROR),
        ("I", Severity.WARNING),
        ("U", Severity.WARNING),
        ("P:công văn của một huyện", Severity.WARNING),
    ],
)
def test_a_finding_weighs_no_more_than_its_rule_is_known(mark, severity):
    found = problem("KD214", Place(), viet="T/M")
    assert weighed(found, Quy[str](gia_tri=";", nguon=mark)).severity is severity


def test_a_warning_stays_a_warning_however_well_the_rule_is_known():
    found = problem("KD232", Place(), dau=".")
    assert weighed(found, Quy[str](gia_tri=";", nguon="V:S1")).severity is Severity.WARNING


def test_weighing_changes_nothing_but_the_severity():
    found = problem("KD214", Place(path=("ky", "quyen_han")), viet="T/M")
    light = weighed(found, Quy[str](gia_tri="T/M", nguon="I"))
    assert (light.code, light.place, light.message, light.mend) == (
        found.code,
        found.place,
        found.message,
        found.mend,
    )
