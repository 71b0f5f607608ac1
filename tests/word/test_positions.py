"""Head and signature of a Party letter stand where the issued Hướng dẫn 05-HD/VPTW has them."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.building.render import render_path
from tests.word.pages import converted, lines_of, needs_printing, said, words_of
from tests.word.positions import ORIGINALS, REPORT, Measured, letters, made, measured, report

pytestmark = [needs_printing, pytest.mark.libreoffice]
SOME = ("Huế", "Hồ Chí Minh", "Cần Thơ", "Tuyên Quang")
"""One syllable, the longest name, and two that once took two lines."""


STATE = """\
ten: Kiểm điểm năm 2026
nam: 2026
co_quan: {ten: Ủy ban nhân dân phường Tân Hòa, cap_tren: Ủy ban nhân dân thành phố Hồ Chí Minh,
  ky_hieu: UBND, khoi: nha_nuoc}
dia_danh: Tân Hòa
noi_nhan: [Các phòng chuyên môn, "Lưu: VT"]
ky: {quyen_han: TM. Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Khánh Mẫu}
"""


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


PLACES = ("Mỹ An", "Tân Hòa", "Hương Mai", "Mường Than", "Thành phố Huế", "TP. Hồ Chí Minh")


def test_place_and_date_are_one_line_that_ends_at_the_margin_beside_the_issuer(
    tmp_path: Path,
) -> None:
    usual = letters(["Hồ Chí Minh"])[1]
    files = []
    for number, place in enumerate(PLACES):
        files.append(tmp_path / f"{number}.docx")
        shutil.copy(made(replace(usual, place=place), tmp_path / f"{number}"), files[-1])
    converted(files, tmp_path)
    for place, file in zip(PLACES, files, strict=True):
        lines = lines_of(words_of(file.with_suffix(".pdf"))[0])
        date = next(each for each in lines if "tháng 5 năm 2026" in said(each))
        assert said(date).startswith(place), place
        assert 193 < date[-1].right < 195.5, place
        beside = [e for e in lines if abs(e[0].middle - date[0].middle) < 4.5 and e is not date]
        assert all(each[-1].right < date[0].left for each in beside), place


def test_the_date_of_a_state_letter_stands_in_the_row_of_its_number(tmp_path: Path) -> None:
    folder = tmp_path / "dot"
    folder.mkdir()
    (folder / "dot.yaml").write_text(STATE, "utf-8")
    (folder / "ke-hoach.yaml").write_text(
        "loai: ke-hoach\nso: 7\nngay: 27/5/2026\ntrich_yeu: kiểm điểm năm 2026\nnoi_dung: |\n  Thực hiện.\n",
        "utf-8",
    )
    written, problems = render_path(folder, tmp_path / "ra", None)
    assert written, problems
    converted(written, tmp_path)
    lines = lines_of(words_of(tmp_path / f"{written[0].stem}.pdf")[0])
    date = next(each for each in lines if "ngày 27 tháng 5 năm 2026" in said(each))
    number = next(each for each in lines if said(each).startswith("Số: 07"))
    assert date[0].middle == pytest.approx(number[0].middle, abs=1)


@pytest.mark.soak
def test_the_report_is_what_is_measured_now(tmp_path: Path) -> None:
    every = measured(letters(), tmp_path)
    assert len(every) == 136
    assert [
        (e.letter.key, k) for e in every for k, o in ORIGINALS.items() if abs(e.off(k)) > o.near
    ] == []
    assert REPORT.read_text("utf-8") == report(every)
