"""A text of articles cites only the khoản and điểm that it has."""

import pytest

from generator.wording.checks.parts import check_parts

TEXT = """## Điều 1. Phạm vi
Một câu.
Điều 2. Đối tượng
1. Cán bộ.
2. Người có đóng góp, gồm:
a) Nhà khoa học;
b) Doanh nhân.
Chương II
# HỒ SƠ
Điều 3. Hồ sơ
1. {}"""


@pytest.mark.parametrize(
    ("line", "messages"),
    [
        ("Đối tượng tại Điểm e, Khoản 2, Điều 2 phải có ý kiến.", ["điểm b"]),
        ("Đối tượng tại điểm b khoản 2 Điều 2 phải có ý kiến.", []),
        ("Thực hiện khoản 5, Điều 2.", ["khoản 2"]),
        ("Thực hiện Khoản 5, Điều 2 Quy định này.", ["khoản 2"]),
        ("Thực hiện Khoản 5, Điều 2 Quy định số 294-QĐ/TW.", []),
        ("Thực hiện Khoản 5, Điều 2 của Điều lệ Đảng.", []),
        ("Thực hiện Khoản 5, Điều 2 và Khoản 1, Điều 4 Điều lệ Đảng.", []),
        ("Thực hiện Khoản 5, Điều 1; Khoản 5, Điều 9.", []),
        ("Thực hiện Điểm a, Khoản 1, Điều 2.", []),
    ],
)
def test_parts_that_are_cited_are_there(line: str, messages: list[str]) -> None:
    found = [*check_parts(TEXT.format(line), ("noi_dung",))]
    assert [each.message.rpartition("chỉ đến ")[2] for each in found] == messages
    assert all(each.place.path[:2] == ("noi_dung", 10) for each in found)


def test_a_text_without_articles_cites_others() -> None:
    assert [*check_parts("1. Một.\nTheo Khoản 5, Điều 2.", ("noi_dung",))] == []
