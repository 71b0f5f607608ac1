"""The criteria of QĐ 366, Phụ lục 1–5, and the division of their points."""

from decimal import Decimal

import pytest

from generator.regulations.criteria import (
    PROFILES,
    load_criteria,
    load_profile,
    max_points,
    profile_names,
)

TABLES = ("pl1", "pl2", "pl3", "pl4", "pl5")
ALL_PROFILES = sorted(path.stem for path in PROFILES.glob("*.yaml"))


@pytest.mark.parametrize(
    ("table", "group", "lines"),
    [
        ("pl1", 0, [0, 0, 0, 0, 0, 0]),
        ("pl1", 1, [9, 0]),
        ("pl2", 0, [9, 4, 4]),
        ("pl2", 1, []),
        ("pl3", 0, [6, 6, 21, 2, 1]),
        ("pl3", 1, [0, 0, 0]),
        ("pl4", 0, [10, 16, 1]),
        ("pl4", 1, [3, 3, 2, 2, 2, 3, 2, 1, 2]),
        ("pl5", 0, [3, 1]),
        ("pl5", 1, [0, 0, 0]),
    ],
)
def test_an_annex_has_its_criteria_and_lines(table: str, group: int, lines: list[int]) -> None:
    assert [len(item.dong) for item in load_criteria(table).nhom[group].muc] == lines


@pytest.mark.parametrize("table", TABLES)
def test_the_two_groups_have_30_and_70_points(table: str) -> None:
    assert [group.diem for group in load_criteria(table).nhom] == [30, 70]


@pytest.mark.parametrize("table", TABLES)
def test_every_criterion_and_line_has_a_code_of_its_own(table: str) -> None:
    groups = load_criteria(table).nhom
    codes = [item.ma for group in groups for item in group.muc]
    codes += [line.ma for group in groups for item in group.muc for line in item.dong]
    assert len(set(codes)) == len(codes)


def test_text_that_is_not_known_is_said_to_be_missing() -> None:
    missing = {table: [bool(g.thieu) for g in load_criteria(table).nhom] for table in TABLES}
    assert missing["pl2"] == [False, True]
    assert missing["pl3"] == [False, True]
    assert not any(missing["pl1"] + missing["pl4"] + missing["pl5"])


def test_the_nine_blocks_stand_once_in_annexes_1_and_4() -> None:
    one = [line.khoi for line in load_criteria("pl1").nhom[1].muc[0].dong]
    four = [item.khoi for item in load_criteria("pl4").nhom[1].muc]
    assert one == four
    assert len(set(one)) == 9
    assert None not in one


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("pl1", "Tinh thần tự phê bình và phê bình, tự soi, tự sửa của tập thể"),
        ("pl2", "Kết quả khắc phục hoàn thành từ ≥ 80% nội dung"),
        ("pl3", "Quyết đoán, kịp thời đưa ra quyết định trong phạm vi thẩm quyền"),
        ("pl4", "Gần gũi, sâu sát với cơ sở; thực hiện tốt việc giữ mối liên hệ"),
        ("pl5", "Hoàn thành các nhiệm vụ đột xuất, tích cực tham gia các hoạt động"),
    ],
)
def test_the_words_of_the_annex_are_there(table: str, words: str) -> None:
    groups = load_criteria(table).nhom
    texts = [item.ten for group in groups for item in group.muc]
    texts += [line.chu for group in groups for item in group.muc for line in item.dong]
    assert any(words in text for text in texts)


@pytest.mark.parametrize("name", ALL_PROFILES)
def test_a_division_adds_up_to_the_points_of_the_groups(name: str) -> None:
    profile = load_profile(name)
    table = load_criteria(profile.bang)
    points = max_points(table, profile)
    for group in table.nhom:
        own = [points[item.ma] for item in group.muc if item.ma in points]
        if not group.muc:
            continue
        alternatives = all(item.khoi for item in group.muc)
        assert (own == [group.diem] * len(own)) if alternatives else (sum(own) == group.diem)
        for item in group.muc:
            lines = [points[line.ma] for line in item.dong if line.ma in points]
            if lines:
                assert sum(lines) == points[item.ma]


def test_three_real_divisions_and_one_of_ours_for_each_annex_are_shipped() -> None:
    profiles = [load_profile(name) for name in ALL_PROFILES]
    assert {profile.bang for profile in profiles} == set(TABLES)
    assert sum(profile.verified for profile in profiles) == 3
    assert all(profile.nguon == "U" for profile in profiles if not profile.verified)


@pytest.mark.parametrize("name", ALL_PROFILES)
def test_the_name_of_a_division_begins_with_its_annex(name: str) -> None:
    profile = load_profile(name)
    assert profile.ma == name
    assert name in profile_names(profile.bang)


def test_a_division_for_another_annex_is_refused() -> None:
    with pytest.raises(KeyError):
        max_points(load_criteria("pl3"), load_profile("pl2-18-4-8"))


def test_a_division_that_names_a_strange_code_is_refused() -> None:
    profile = load_profile("pl5-chia-deu").model_copy(update={"diem": {"III.9": Decimal(1)}})
    with pytest.raises(KeyError, match=r"III\.9"):
        max_points(load_criteria("pl5"), profile)


@pytest.mark.parametrize("load", [load_criteria, load_profile])
def test_what_is_not_shipped_is_a_key_error(load: object) -> None:
    with pytest.raises(KeyError):
        load("../pl1")  # type: ignore[operator]
