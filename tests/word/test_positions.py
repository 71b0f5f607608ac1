"""Head and signature of a Party letter stand where the issued Hướng dẫn 05-HD/VPTW has them."""

from pathlib import Path

import pytest

from tests.word.pages import needs_printing
from tests.word.positions import ORIGINALS, REPORT, Measured, letters, measured, report

pytestmark = [needs_printing, pytest.mark.libreoffice]
SOME = ("Huế", "Hồ Chí Minh", "Cần Thơ", "Tuyên Quang")
"""One syllable, the longest name, and two that once took two lines."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Measured]:
    return measured(letters(SOME), tmp_path_factory.mktemp("vi-tri"))


@pytest.mark.parametrize("key", ORIGINALS)
def test_a_measure_is_that_of_the_issued_paper(found: list[Measured], key: str) -> None:
    original = ORIGINALS[key]
    assert {
        each.letter.key: round(each.off(key), 1)
        for each in found
        if abs(each.off(key)) > original.near
    } == {}


def test_the_date_stays_where_it_is_whatever_the_lines_of_the_names(found: list[Measured]) -> None:
    assert len({each.extra for each in found}) >= 3
    assert max(each.mm["date"] for each in found) - min(each.mm["date"] for each in found) < 0.1


def test_the_superior_of_a_commune_takes_one_line_in_every_province(found: list[Measured]) -> None:
    communes = [each for each in found if each.letter.level == "Đảng ủy xã, phường"]
    assert [len(each.names) for each in communes] == [2] * len(SOME)


def test_a_long_name_breaks_between_its_parts(found: list[Measured]) -> None:
    by_key = {each.letter.key: each.names for each in found}
    assert by_key["Tỉnh ủy, thành ủy - Hồ Chí Minh"] == ("THÀNH ỦY", "THÀNH PHỐ HỒ CHÍ MINH")
    lone = {key: names for key, names in by_key.items() if any(" " not in each for each in names)}
    assert lone == {}


@pytest.mark.soak
def test_the_report_is_what_is_measured_now(tmp_path: Path) -> None:
    every = measured(letters(), tmp_path)
    assert len(every) == 136
    assert [
        (e.letter.key, k) for e in every for k, o in ORIGINALS.items() if abs(e.off(k)) > o.near
    ] == []
    assert REPORT.read_text("utf-8") == report(every)
