"""A person has one spelling, and a life that goes forwards."""

import pytest

from generator.wording.checks.person import check_lives, check_named, check_names, odd_life

TAM = "Điều 1. Khiển trách đồng chí Lê Văn Tám, Phó Giám đốc.\nĐiều 3. Đồng chí Lê Văn Tám thi hành.\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{TAM}Điều 2. Đồng chí Lê Văn Tâm có quyền khiếu nại.", ["Lê Văn Tâm"]),
        (f"{TAM}Điều 2. Đồng chí Lê Văn Tám có quyền khiếu nại.", []),
        ("Cấp cho đồng chí: **Đàm Vĩnh Hưng**\nGửi đồng chí Đàm Vĩnh Hùng", ["Đàm Vĩnh Hùng"]),
        ("Đồng chí Lê Thị Hoa và đồng chí Lê Thị Hòa.\nĐồng chí Lê Thị Hoa thôi giữ chức.", []),
        ("1. Đồng chí Lê Thị Hoa, Trưởng Ban;\n2. Đồng chí Lê Thị Hòa, thành viên.", []),
        ("Đồng chí Lê Thị Hoà.\nĐồng chí Lê Thị Hòa.", []),
        ("Đồng chí Lê Thị Hoa.\nĐồng chí Lê Thị Hồng.", []),
        ("Đồng chí Bí thư.\nĐồng chí Bi.", []),
    ],
)  # fmt: skip
def test_one_person_has_one_spelling(text: str, names: list[str]) -> None:
    found = [*check_names([(("noi_dung",), text)])]
    assert [each.message.split("»")[0].removeprefix("«") for each in found] == names
    assert all(each.code == "KD198" for each in found)


def test_names_of_all_texts_are_compared() -> None:
    texts = [
        (("trich_yeu",), "về đồng chí Đàm Vĩnh Hưng"),
        (("noi_nhan", 0), "Đồng chí Đàm Vĩnh Hùng"),
    ]
    assert [each.place.path for each in check_names(texts)] == [("noi_nhan", 0, 0, 9)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kết nạp vào Đảng ngày: 19/5/2016; chính thức ngày: 19/5/2015", 1),
        ("Kết nạp vào Đảng ngày: 19/5/2016; chính thức ngày: 19/5/2017", 0),
        ("Sinh ngày: 11/7/1988\nVào Đảng ngày 19/5/1986", 1),
        ("Sinh ngày: 11/7/1988\nVào Đảng ngày 19/5/2016", 0),
        ("vào Đảng ngày 19/5/2016\nĐồng chí kia sinh ngày 01/5/1970, vào Đảng ngày 03/02/1999", 0),
        ("chính thức ngày 19/5/2015\n.\n.\n.\n.\nkết nạp ngày 19/5/2016", 0),
    ],
)
def test_a_life_goes_forwards(text: str, count: int) -> None:
    assert [each.code for each in check_lives(text, ("noi_dung",))] == ["KD199"] * count


@pytest.mark.parametrize(
    ("summary", "codes"),
    [
        ("điều động đồng chí Phan Thanh Giản", ["KD194"]),
        ("điều động đồng chí Trần Tế Xương", []),
        ("điều động cán bộ", []),
    ],
)
def test_whom_the_summary_names_is_spoken_of(summary: str, codes: list[str]) -> None:
    assert [*check_named(summary, ["Đồng chí nghỉ hưu từ ngày 01/12/2026."])] == []
    found = check_named(summary, ["Điều 1. Điều động đồng chí Trần Tế Xương."])
    assert [each.code for each in found] == codes


HEADS = ["TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức"]


@pytest.mark.parametrize(
    ("days", "column"),
    [
        (["12/5/1972", "19/5/1996", "19/5/1995"], 4),
        (["12/5/1972", "19/5/1966", "19/5/1997"], 3),
        (["12/5/1972", "19/5/1996", "19/5/1997"], None),
        (["1958", "02/01/1987", ""], None),
    ],
)
def test_a_row_of_a_life_goes_forwards(days: list[str], column: int | None) -> None:
    found = odd_life(HEADS, ["1", "Hồ Thị Thơ", *days])
    assert (found[0] if found else None) == column
