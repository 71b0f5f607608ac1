"""Which register and which series are meant."""

import datetime as dt
from pathlib import Path

from generator.problems import Problem
from generator.register import store
from generator.register.where import Register, campaign_of, series_meant
from tests.register.office import BODY, LETTERS

DAY = dt.date(2026, 11, 14)


def test_the_series_is_the_one_of_the_term_that_runs_or_of_the_one_named(tmp_path: Path) -> None:
    register = Register(tmp_path / "a.sqlite", BODY)
    assert series_meant(register, "cong-van", None, DAY) == LETTERS
    assert series_meant(register, "cong-van", "2025 - 2030", DAY) == LETTERS


def test_a_term_that_is_none_is_told_at_the_register(tmp_path: Path) -> None:
    register = Register(tmp_path / "a.sqlite", BODY)
    found = series_meant(register, "cong-van", "2020-2025", DAY)
    assert isinstance(found, Problem)
    assert (found.code, found.place.file) == ("KD650", register.path.as_posix())


def test_the_file_of_a_register_says_whose_it_is_but_not_its_terms(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with store.opened(path, BODY):
        pass
    assert series_meant(Register(path), "cong-van", "2025-2030", DAY) == LETTERS
    unknown = series_meant(Register(path), "cong-van", None, DAY)
    assert isinstance(unknown, Problem)
    assert unknown.code == "KD600"


def test_a_register_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = series_meant(Register(tmp_path / "a.sqlite"), "cong-van", None, DAY)
    assert isinstance(found, Problem)
    assert found.code == "KD602"


def test_a_file_that_is_not_there_is_told_by_its_own_name(tmp_path: Path) -> None:
    (problem,) = campaign_of(tmp_path / "khong.yaml")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place.file) == ("KD001", (tmp_path / "khong.yaml").as_posix())
