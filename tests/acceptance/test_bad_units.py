"""Bad input in a unit's year: named with file, line, column and the clause."""

import re
from pathlib import Path
from typing import Any

import pytest

from generator.papers.validation import check_paths
from generator.problems import Problem, Severity
from tests.papers import unit_data

VIETNAMESE = re.compile(r"[ăâđêôơưáàảãạếềểệốồộứừựíìịúùụýỳ]", re.IGNORECASE)


def problems(folder: Path) -> list[Problem]:
    return check_paths([folder])[1]


def year_of(year: int) -> dict[str, Any]:
    data = unit_data.one(year)
    for person in data["ca_nhan"][:3]:
        person["xep_loai"]["quyet_dinh"] = unit_data.LEVELS[1]
    return data


CASES: list[tuple[str, int, Any, str, str, str]] = []


def case(name: str, year: int, code: str, marked: str, clause: str) -> Any:
    def keep(change: Any) -> Any:
        CASES.append((name, year, change, code, marked, clause))
        return change

    return keep


@case("an unknown rating", 2026, "KD401", '"quyet_dinh": "Tốt"', "366-QĐ/TW, Điều 11")
def unknown_rating(data: dict[str, Any]) -> None:
    data["ca_nhan"][0]["xep_loai"]["quyet_dinh"] = "Tốt"


@case("votes that do not add up", 2026, "KD439", '"hop_le": "2"', "cộng số phiếu")
def wrong_votes(data: dict[str, Any]) -> None:
    data["hoi_nghi"][0]["kiem_phieu"]["hop_le"] = "2"


@case("votes of one person that do not add up", 2026, "KD440", '"phieu": {', "cộng số phiếu")
def wrong_sum(data: dict[str, Any]) -> None:
    data["hoi_nghi"][0]["kiem_phieu"]["ket_qua"][1]["phieu"] = {"hoan_thanh_tot": "1"}


@case("the letter of another year", 2026, "KD425", '"mau": "Mẫu 02B-HD KĐ.ĐG 2023"', "43-HD/BTCTW")
def wrong_year(data: dict[str, Any]) -> None:
    data["ca_nhan"][0]["mau"] = "Mẫu 02B-HD KĐ.ĐG 2023"


@case("the letter of another role", 2026, "KD427", '"mau": "02B"', "43-HD/BTCTW")
def wrong_letter(data: dict[str, Any]) -> None:
    data["ca_nhan"][0]["mau"] = "02B"


@case("rated and excluded at once", 2026, "KD418", '"quyet_dinh": "Hoàn thành tốt', "Điều 5")
def rated_and_excluded(data: dict[str, Any]) -> None:
    data["ca_nhan"][0]["loai_tru"] = {"ly_do": "mien_sinh_hoat"}


@case("points above the maximum", 2026, "KD402", '"chung": "31"', "366-QĐ/TW, Điều 10")
def too_many_points(data: dict[str, Any]) -> None:
    data["ca_nhan"][0]["cham_diem"]["chung"] = "31"


@case("a level above the points", 2026, "KD405", '"quyet_dinh": "Hoàn thành tốt', "Điều 11")
def above_the_band(data: dict[str, Any]) -> None:
    data["ca_nhan"][2]["cham_diem"]["nhiem_vu"] = "30"


@case("a head above the collective", 2026, "KD413", '"quyet_dinh": "Hoàn thành tốt', "608-CV/TU")
def head_above(data: dict[str, Any]) -> None:
    data["ca_nhan"][0]["dung_dau"] = "có"
    data["tap_the"][0]["xep_loai"]["quyet_dinh"] = unit_data.LEVELS[2]


@case("a level without cross", 2024, "KD410", '"nhiem_vu": {', "124-QĐ/TW, Điều 11")
def no_cross(data: dict[str, Any]) -> None:
    del data["ca_nhan"][0]["uu_diem"]["nhiem_vu"]["cap_do"]


@case("a point of the gợi ý not answered", 2026, "KD428", '"giai_trinh": []', "Điều 6")
def not_answered(data: dict[str, Any]) -> None:
    data["ca_nhan"][0]["giai_trinh"] = []


@pytest.mark.parametrize("broken", CASES, ids=lambda each: each[0])
def test_bad_input_is_named_with_place_and_clause(tmp_path: Path, broken: Any) -> None:
    _, year, change, code, marked, clause = broken
    sound = unit_data.campaign(tmp_path / "sound", year, year_of(year))
    assert code not in {each.code for each in problems(sound)}
    data = year_of(year)
    change(data)
    folder = unit_data.campaign(tmp_path / "broken", year, data)
    found = [each for each in problems(folder) if each.code == code]
    assert found, code
    one = found[0]
    rows = (folder / "don-vi" / "thon-dong.yaml").read_text("utf-8").split("\n")
    assert one.place.file.endswith("don-vi/thon-dong.yaml")
    assert one.place.line > 1
    assert one.place.column > 1
    near = "\n".join(rows[max(one.place.line - 2, 0) : one.place.line + 2])
    assert marked in near
    assert clause in one.message
    assert VIETNAMESE.search(one.message)
    assert one.mend


def test_a_sound_unit_has_no_errors(tmp_path: Path) -> None:
    for year in (2021, 2024, 2026):
        folder = unit_data.campaign(tmp_path / str(year), year, year_of(year))
        errors = [each for each in problems(folder) if each.severity is Severity.ERROR]
        assert errors == []
