"""`validate` of a campaign compares its units with each other, as `check` does."""

from pathlib import Path

import pytest

from generator.papers.validation import check_paths
from generator.problems import Problem, Severity

DOT = """ten: Kiểm điểm năm 2026
nam: 2026
co_quan: {ten: Đảng ủy xã Tân Hòa, cap_tren: Đảng bộ tỉnh Bình Minh}
"""
UNIT = """loai: don-vi
don_vi: {{ma: {ma}, ten: Chi bộ {ma}, loai: chi_bo, cap_tren: Đảng bộ xã Tân Hòa}}
{more}"""
GOOD, MIDDLING = "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ"


def person(level: str) -> str:
    return (
        "ca_nhan:\n- ho_ten: Nguyễn Văn An\n  ngay_sinh: 05/02/1980\n"
        f"  vai_tro: ngoai_he_thong\n  xep_loai: {{quyet_dinh: {level}}}\n"
    )


HEADED = f"""tap_the:
- ten: Chi ủy Chi bộ dong
  xep_loai: {{quyet_dinh: {MIDDLING}}}
  thanh_vien: [{{ho_ten: Nguyễn Văn An, dung_dau: có}}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "don-vi").mkdir()
    (tmp_path / "dot.yaml").write_text(DOT, "utf-8")
    return tmp_path


def unit(folder: Path, ma: str, more: str) -> Path:
    path = folder / "don-vi" / f"{ma}.yaml"
    path.write_text(UNIT.format(ma=ma, more=more), "utf-8")
    return path


def across(path: Path) -> list[Problem]:
    return [each for each in check_paths([path])[1] if each.code in {"KD413", "KD718", "KD719"}]


def test_a_head_above_a_collective_of_another_unit_is_told(folder: Path) -> None:
    unit(folder, "dong", HEADED)
    west = unit(folder, "tay", person(GOOD))
    (found,) = across(folder)
    assert (found.code, found.place.file) == ("KD413", west.as_posix())
    assert found.place.line == 7


def test_one_person_with_two_levels_is_told_at_the_own_file_of_the_person(folder: Path) -> None:
    unit(folder, "dong", person(GOOD))
    home = folder / "don-vi" / "tay"
    (home / "ca-nhan").mkdir(parents=True)
    (home / "don-vi.yaml").write_text(UNIT.format(ma="tay", more=""), "utf-8")
    lines = ["loai: ca-nhan", *(each[2:] for each in person(MIDDLING).splitlines()[1:])]
    own = home / "ca-nhan" / "an.yaml"
    own.write_text("\n".join(lines) + "\n", "utf-8")
    (found,) = across(folder)
    assert (found.code, found.place.file) == ("KD718", own.as_posix())


def test_a_member_who_stands_in_no_unit_is_told_once_and_can_be_accepted(folder: Path) -> None:
    path = unit(folder, "dong", HEADED)
    (found,) = across(folder)
    assert found.code == "KD719"
    text = path.read_text("utf-8")
    accepted = "chap_nhan: {KD719: {ly_do: chuyển đi, ai: Lê Thị Mẫu, ngay: 05/12/2026}}\n"
    path.write_text(text + accepted, "utf-8")
    (unmarked,) = [each for each in check_paths([folder])[1] if each.code == "KD148"]
    mark = unmarked.mend.rsplit("dau: ", 1)[1].rstrip("»")
    path.write_text(text + accepted.replace("2026}", f"2026, dau: {mark}}}"), "utf-8")
    assert [each.severity for each in across(folder)] == [Severity.ACCEPTED]


def test_nobody_is_missed_while_a_unit_cannot_be_read(folder: Path) -> None:
    unit(folder, "dong", HEADED)
    (folder / "don-vi" / "hong.yaml").write_text("loai: don-vi\nca_nhan: [\n", "utf-8")
    assert across(folder) == []
