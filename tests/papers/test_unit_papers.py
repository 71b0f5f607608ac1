"""What follows from a file that cannot be read is held back, and said to be."""

from pathlib import Path

from generator.papers.validation import check_paths
from generator.problems import Problem
from tests.papers import unit_data

LETTER = {
    "so": 12,
    "ngay": "01/11/2026",
    "ca_nhan": [{"ten": "Hà Trọng Tấn", "diem": [{"ma": "1", "noi_dung": "Một việc"}]}],
}


def campaign(tmp_path: Path, born: str) -> list[Problem]:
    folder = unit_data.campaign(tmp_path, 2026, unit_data.nothing(2026) | {"goi_y": [LETTER]})
    (file,) = (folder / "don-vi").glob("*.yaml")
    home = folder / "don-vi" / file.stem
    (home / "ca-nhan").mkdir(parents=True)
    file.rename(home / "don-vi.yaml")
    for name, day in (("Hà Trọng Tấn", born), ("Hà Trọng Tài", "01/02/1980")):
        person = {"loai": "ca-nhan", "ho_ten": name, "ngay_sinh": day, "vai_tro": "khong_lanh_dao"}
        unit_data.write(home / "ca-nhan" / f"{name}.yaml", person)
    return check_paths([folder])[1]


def codes(found: list[Problem]) -> set[str]:
    return {each.code for each in found}


def test_a_name_in_an_unread_file_is_not_told_to_be_another_persons(tmp_path: Path) -> None:
    found = campaign(tmp_path, "31/02/1980")
    assert {"KD112", "KD069"} <= codes(found)
    assert "KD430" not in codes(found)
    assert not any("Hà Trọng Tài" in each.mend for each in found)
    (told,) = [each for each in found if each.code == "KD069"]
    assert "Hà Trọng Tấn.yaml" in told.message


def test_once_the_file_is_read_nothing_is_held_back(tmp_path: Path) -> None:
    assert not codes(campaign(tmp_path, "01/02/1980")) & {"KD069", "KD430", "KD112"}
