"""Units and persons below `don-vi/`: what is read, what is inherited, what is told about them."""

from pathlib import Path
from typing import Any

import pytest

from generator.building.render import render_path
from generator.papers.validation import check_paths
from generator.problems import Problem
from generator.reading.load import read_campaign
from generator.reading.units import unit_head
from tests.papers import unit_data


def campaign(tmp_path: Path, **unit: Any) -> Path:
    data = unit_data.nothing(2026) | unit
    return unit_data.campaign(tmp_path / "dot", 2026, data)


def problems(folder: Path) -> list[Problem]:
    return check_paths([folder])[1]


def told(folder: Path, code: str) -> tuple[str, int, int]:
    (found,) = [each for each in problems(folder) if each.code == code]
    return Path(found.place.file).name, found.place.line, found.place.column


def line_of(path: Path, text: str) -> int:
    rows = path.read_text("utf-8").split("\n")
    return next(number for number, row in enumerate(rows, 1) if text in row)


def test_a_unit_stands_in_one_file(tmp_path: Path) -> None:
    read = read_campaign(campaign(tmp_path))
    assert [unit.data.don_vi.ten for unit in read.units] == ["Chi bộ thôn Đông"]
    assert [path.name for path in read.files] == ["dot.yaml", "thon-dong.yaml"]
    assert read.problems == ()


def test_a_unit_may_stand_beside_dot_yaml(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    (folder / "don-vi" / "thon-dong.yaml").rename(folder / "thon-dong.yaml")
    assert [unit.file.name for unit in read_campaign(folder).units] == ["thon-dong.yaml"]


def test_a_person_may_have_a_file_of_their_own(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    home = folder / "don-vi" / "thon-dong"
    (home / "ca-nhan").mkdir(parents=True)
    (folder / "don-vi" / "thon-dong.yaml").rename(home / "don-vi.yaml")
    unit_data.write(home / "ca-nhan" / "bon.yaml", {"loai": "ca-nhan", "ho_ten": "Trần Văn Bốn"})
    (unit,) = read_campaign(folder).units
    assert [person.ho_ten for person in unit.data.ca_nhan][-1] == "Trần Văn Bốn"
    assert {path.name for path in unit.persons.values()} == {"bon.yaml"}


def test_what_is_wrong_with_a_person_is_told_in_their_file(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    home = folder / "don-vi" / "thon-dong"
    (home / "ca-nhan").mkdir(parents=True)
    (folder / "don-vi" / "thon-dong.yaml").rename(home / "don-vi.yaml")
    unit_data.write(
        home / "ca-nhan" / "bon.yaml",
        {"loai": "ca-nhan", "ho_ten": "Bốn", "vai_tro": "lanh_dao", "uu_diem": {"nguyen_tac": "x"}},
    )
    path = home / "ca-nhan" / "bon.yaml"
    line = line_of(path, "nguyen_tac")
    assert told(folder, "KD137") == ("bon.yaml", line, 17)


@pytest.mark.parametrize(
    ("campaign_role", "unit_role", "own", "meant"),
    [
        (None, None, "lanh_dao", "lanh_dao"),
        (None, "ngoai_he_thong", None, "ngoai_he_thong"),
        ("khong_lanh_dao", None, None, "khong_lanh_dao"),
        ("khong_lanh_dao", "ngoai_he_thong", None, "ngoai_he_thong"),
        ("khong_lanh_dao", "ngoai_he_thong", "lanh_dao", "lanh_dao"),
        (None, None, None, None),
    ],
)
def test_the_nearest_gives_what_a_person_leaves_open(
    tmp_path: Path, campaign_role: str | None, unit_role: str | None, own: str | None,
    meant: str | None,
) -> None:  # fmt: skip
    one = {"ho_ten": "Trần Văn Bốn", **({"vai_tro": own} if own else {})}
    unit = {"ca_nhan": [one], **({"mac_dinh": {"vai_tro": unit_role}} if unit_role else {})}
    more = {"mac_dinh": {"vai_tro": campaign_role}} if campaign_role else {}
    folder = unit_data.campaign(tmp_path / "dot", 2026, unit_data.nothing(2026) | unit, **more)
    (read,) = read_campaign(folder).units
    assert read.data.ca_nhan[0].vai_tro == meant


def test_a_letter_among_the_units_is_told_to_be_misplaced(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    letter = {"loai": "cong-van", "trich_yeu": "x", "kinh_gui": ["y"], "noi_dung": "z"}
    unit_data.write(folder / "don-vi" / "cong-van.yaml", letter)
    assert told(folder, "KD036") == ("cong-van.yaml", 1, 1)


def test_a_person_beside_dot_yaml_is_told_to_be_misplaced(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    unit_data.write(folder / "nguoi.yaml", {"loai": "ca-nhan", "ho_ten": "Trần Văn Bốn"})
    assert told(folder, "KD036")[0] == "nguoi.yaml"


def test_two_units_of_one_code_are_told(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    unit_data.write(folder / "don-vi" / "thon-tay.yaml", unit_data.nothing(2026))
    assert told(folder, "KD139") == ("thon-tay.yaml", 4, 9)


@pytest.mark.parametrize("points", ["27 điểm", "hai bảy", "27,555", "-1", "1000", "2 7"])
def test_points_that_are_no_number_are_told_with_their_place(tmp_path: Path, points: str) -> None:
    person = {"ho_ten": "Trần Văn Bốn", "vai_tro": "lanh_dao", "cham_diem": {"chung": points}}
    folder = campaign(tmp_path, ca_nhan=[person])
    line = line_of(folder / "don-vi" / "thon-dong.yaml", '"chung"')
    assert told(folder, "KD136") == ("thon-dong.yaml", line, 14)


def test_a_heading_of_another_form_is_told_with_the_likely_one(tmp_path: Path) -> None:
    person = {"ho_ten": "Trần Văn Bốn", "vai_tro": "lanh_dao", "uu_diem": {"nhiemvu": "Xong."}}
    folder = campaign(tmp_path, ca_nhan=[person])
    (found,) = [each for each in problems(folder) if each.code == "KD137"]
    assert "«nhiem_vu»" in found.mend


def test_a_person_without_role_is_told_to_have_no_form(tmp_path: Path) -> None:
    folder = campaign(tmp_path, ca_nhan=[{"ho_ten": "Trần Văn Bốn"}])
    line = line_of(folder / "don-vi" / "thon-dong.yaml", "Trần Văn Bốn") - 1
    assert told(folder, "KD140") == ("thon-dong.yaml", line, 3)


def test_an_unfinished_form_is_not_printed_but_told_whole(tmp_path: Path) -> None:
    person = {"ho_ten": "Trần Văn Bốn", "vai_tro": "ngoai_he_thong", "uu_diem": {"cam_ket": "Đạt"}}
    folder = campaign(tmp_path, ca_nhan=[person], tap_the=[], hoi_nghi=[])
    written, found = render_path(folder, tmp_path / "ra", None)
    (lacking,) = [each for each in found if each.code == "KD138"]
    for word in ("ngày sinh", "hạn chế", "nguyên nhân", "phương hướng", "mức tự xếp loại"):
        assert word in lacking.message
    assert "cam kết" not in lacking.message
    assert not [path for path in written if "Bốn" in path.name and "kiểm điểm" in path.name]


def test_a_person_s_own_file_renders_that_person_only(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    home = folder / "don-vi" / "thon-dong"
    (home / "ca-nhan").mkdir(parents=True)
    (folder / "don-vi" / "thon-dong.yaml").rename(home / "don-vi.yaml")
    one = unit_data.person("ngoai_he_thong", 2026, "Trần Văn Bốn", "Đạt.")
    unit_data.write(home / "ca-nhan" / "bon.yaml", {"loai": "ca-nhan", **one})
    written, _ = render_path(home / "ca-nhan" / "bon.yaml", tmp_path / "ra", None)
    assert written
    assert all("Trần Văn Bốn" in path.name for path in written)


@pytest.mark.parametrize(
    ("division", "code", "where"),
    [
        ({"pl5": {"I.1": "20", "I.2": "10", "II.1": "30", "II.2": "20", "II.3": "20"}}, None, ""),
        ({"pl4": {"I.1": "10", "I.2": "15", "I.3": "5", "II.2": "70", "II.3": "70"}}, None, ""),
        ({"pl9": {"I.1": "30"}}, "KD141", '"pl9"'),
        ({"pl5": {"I.1": "20", "I.9": "10", "I.2": "10", "II.1": "70"}}, "KD141", '"I.9"'),
        ({"pl5": {"I.1": "20", "I.2": "5", "II.1": "70"}}, "KD142", '"pl5"'),
        ({"pl5": {"I.1": "20", "I.2": "10", "II.1": "70,5"}}, "KD142", '"pl5"'),
        ({"pl4": {"I.1": "10", "I.2": "15", "I.3": "5", "II.2": "60"}}, "KD142", '"pl4"'),
    ],
)
def test_a_committee_s_own_division_of_points_must_add_up(
    tmp_path: Path, division: dict[str, dict[str, str]], code: str | None, where: str
) -> None:
    folder = unit_data.campaign(
        tmp_path / "dot", 2026, unit_data.nothing(2026), phan_bo_diem=division
    )
    found = [each for each in problems(folder) if each.code in {"KD141", "KD142"}]
    assert [each.code for each in found] == ([code] if code else [])
    if found:
        rows = (folder / "dot.yaml").read_text("utf-8").split("\n")
        near = rows[found[0].place.line - 2 : found[0].place.line]
        assert where in "\n".join(near)


def test_a_committee_s_own_maxima_stand_on_the_score_sheet(tmp_path: Path) -> None:
    import zipfile

    division = {"pl5": {"I.1": "21", "I.2": "9", "II.1": "31", "II.2": "20", "II.3": "19"}}
    data = unit_data.one(2026)
    folder = unit_data.campaign(tmp_path / "dot", 2026, data, phan_bo_diem=division)
    written, _ = render_path(folder, tmp_path / "ra", None)
    sheet = next(path for path in written if "Bảng chấm điểm - Nguyễn Văn Ba" in path.name)
    with zipfile.ZipFile(sheet) as archive:
        text = archive.read("word/document.xml").decode()
    for points in ("21", "9", "31", "19"):
        assert f">{points}<" in text
    assert "chia đều" not in text


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("loai: don-vi\ndon_vi:\n  ma: cb-1\n  ten: Chi bộ Một\nca_nhan: []\n", ("cb-1", "Chi bộ Một")),
        ("# chú thích\nloai: don-vi\ndon_vi: {ma: cb-1, ten: Một}\n", ("cb-1", "Một")),
        ('{"loai": "don-vi", "don_vi": {"ma": "cb-1", "ten": "Một"}}', ("cb-1", "Một")),
        ("loai: don-vi\ndon_vi:\n  ma: cb-1\n# ghi chú\n  ten: Một\nhong: [\n", ("cb-1", "Một")),
        ("loai: don-vi\ndon_vi:\n  ma: cb-1\n", ("cb-1", "")),
        ("loai: don-vi\ndon_vi:\n  ten: Một\n", None),
        ("loai: don-vi\ndon_vi: [1]\n", None),
        ("loai: don-vi\ndon_vi:\n  ma: [1]\n", None),
        ("loai: cong-van\ndon_vi:\n  ma: cb-1\n", None),
        ("don_vi:\n  ma: cb-1\n", None),
        ("loai: don-vi\n\tdon_vi: x", None),
        ("", None),
    ],
)  # fmt: skip
def test_code_and_name_of_a_unit_are_found_without_reading_all_of_it(
    tmp_path: Path, text: str, head: tuple[str, str] | None
) -> None:
    (tmp_path / "x.yaml").write_text(text, "utf-8")
    assert unit_head(tmp_path / "x.yaml") == head
    assert unit_head(tmp_path / "không có.yaml") is None
