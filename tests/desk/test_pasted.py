"""Lists that clerks paste are understood as they come: from Excel, Word, a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.desk.pasted import people, units, without_line
from generator.wording.posts import Posts


def names(text: str) -> list[tuple[str, str]]:
    return [(each.ten, each.bi_thu) for each in units(text).cac]


@pytest.mark.parametrize(
    "line",
    [
        "Chi bộ thôn Đông\tTạ Xuân Hải",
        "Chi bộ thôn Đông     Tạ Xuân Hải",
        "Chi bộ thôn Đông; Tạ Xuân Hải",
        "Chi bộ thôn Đông - Tạ Xuân Hải",
        "Chi bộ thôn Đông – Tạ Xuân Hải",
        "1. Chi bộ thôn Đông\tTạ Xuân Hải",
        "1)  Chi bộ thôn Đông  đồng chí Tạ Xuân Hải",
        "03\tChi bộ thôn Đông\tTạ Xuân Hải",
        "- Chi bộ thôn Đông - Tạ Xuân Hải",
        "• Chi bộ thôn Đông;Đ/c Tạ Xuân Hải",
        "\xa0Chi bộ thôn Đông\xa0\xa0\xa0Tạ Xuân Hải ",
        '"Chi bộ thôn Đông"\t"Tạ Xuân Hải"',
        "1\tChi bộ thôn Đông\t\tTạ Xuân Hải\t0912345678",
    ],
)
def test_a_unit_and_its_secretary_are_told_apart(line: str) -> None:
    assert names(line) == [("Chi bộ thôn Đông", "Tạ Xuân Hải")]


@pytest.mark.parametrize(
    "line",
    [
        "Chi bộ Cơ quan Đảng, Mặt trận",
        "Chi bộ Trường THCS số 2",
        "Chi bộ Công ty Lộc Vân - chi nhánh số 2",
        "Chi bộ Đội 3",
        "Chi bộ thôn Đông",
    ],
)
def test_a_name_with_commas_dashes_and_numbers_stays_whole(line: str) -> None:
    assert names(line) == [(line, "")]
    assert names(f"2. {line}\tTạ Xuân Hải") == [(line, "Tạ Xuân Hải")]
    assert names(line.replace("Chi bộ ", "Chi bộ  ")) == [(line, "")]


def test_lines_of_windows_and_empty_ones_count_but_say_nothing() -> None:
    found = units("Chi bộ Một\r\n\r\n   \r\nChi bộ Hai\r\n")
    assert [(each.dong, each.ten) for each in found.cac] == [(1, "Chi bộ Một"), (4, "Chi bộ Hai")]


def test_a_unit_named_again_is_told_with_both_lines_and_taken_once() -> None:
    found = units("Chi bộ Hoà Bình\nChi bộ thôn Tây\n\n2. chi bộ  Hòa Bình - Lê Thị Mẫu")
    assert [each.ten for each in found.cac] == ["Chi bộ Hoà Bình", "Chi bộ thôn Tây"]
    assert [(each.dong, each.truoc) for each in found.trung] == [(4, 1)]


@pytest.mark.parametrize(
    "head", ["STT\tTên đơn vị\tBí thư", "Đơn vị\tBí thư", "TT  Tên chi bộ  Họ và tên bí thư"]
)
def test_the_head_of_a_table_is_no_unit(head: str) -> None:
    assert names(f"{head}\n1\tChi bộ thôn Tây\tPhạm Thị Hồng Oanh") == [
        ("Chi bộ thôn Tây", "Phạm Thị Hồng Oanh")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "DANH SÁCH CÁC CHI BỘ TRỰC THUỘC",
        "Danh sách chi bộ năm 2026",
        "(Kèm theo Công văn số 12-CV/ĐU)",
        "Tổng cộng: 4 chi bộ",
        "Tổng số\t4",
        "I. Khối nông thôn",
        "Người lập biểu",
        "Ghi chú: chưa kể Chi bộ Quân sự",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
    ],
)
def test_what_stands_around_a_list_is_no_unit_and_is_told(line: str) -> None:
    found = units(f"{line}\nChi bộ thôn Tây\nTrường Mẫu giáo Hoa Ban")
    assert [each.ten for each in found.cac] == ["Chi bộ thôn Tây", "Trường Mẫu giáo Hoa Ban"]
    assert [(each.dong, each.chu) for each in found.la] == [(1, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Đảng bộ Khối các cơ quan",
        "Chi bộ Tổng công ty",
        "Ban Chỉ huy Quân sự xã",
        "Hội Nông dân xã",
        "Mặt trận Tổ quốc xã",
        "Trung tâm Chính trị",
        "Công an xã",
        "Trạm Y tế",
        "Phòng Kinh tế",
        "Văn phòng HĐND và UBND",
        "Đội thuế liên xã",
    ],
)
def test_bodies_of_any_kind_are_units(line: str) -> None:
    assert names(line) == [(line, "")]


def test_columns_stand_in_the_order_of_their_head() -> None:
    text = "TT\tBí thư\tĐơn vị\n1\tTạ Xuân Hải\tChi bộ thôn Đông\n2\tLê Thị Mẫu\tChi bộ thôn Tây"
    assert names(text) == [
        ("Chi bộ thôn Đông", "Tạ Xuân Hải"),
        ("Chi bộ thôn Tây", "Lê Thị Mẫu"),
    ]


def test_a_line_is_taken_out_of_the_text() -> None:
    assert without_line("a\r\nb\r\nc", 2) == "a\nc"


def person(line: str) -> tuple[str, str, Posts]:
    (each,) = people(line).cac
    return each.ho_ten, each.ngay_sinh, each.chuc_vu


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("5/12/1970", "05/12/1970"), ("05-12-1970", "05/12/1970"), ("5.12.1970", "05/12/1970"),
     ("1970", "1970"), ("12/1970", "12/1970"), ("1970-12-05", "05/12/1970"), ("", "")],
)  # fmt: skip
def test_days_of_birth_are_read_as_clerks_write_them(typed: str, kept: str) -> None:
    who = ("Tạ Xuân Hải", kept, Posts("Bí thư Chi bộ"))
    assert person(f"Tạ Xuân Hải\t{typed}\tBí thư Chi bộ") == who
    assert person(f"1. Tạ Xuân Hải   {typed or 'Nam'}   Bí thư Chi bộ") == who


@pytest.mark.parametrize("typed", ["5/12/70", "31/02/1970", "5/13/1970"])
def test_a_day_that_is_none_is_told_and_not_guessed(typed: str) -> None:
    (each,) = people(f"Tạ Xuân Hải\t{typed}\tBí thư Chi bộ").cac
    assert (each.ngay_sinh, each.ngay_la) == ("", typed)


@pytest.mark.parametrize(
    "line",
    [
        "Tạ Xuân Hải; 05/12/1970; Bí thư Chi bộ",
        "Tạ Xuân Hải - 05/12/1970 - Bí thư Chi bộ",
        "Tạ Xuân Hải, 05/12/1970, Bí thư Chi bộ",
        "- Đồng chí Tạ Xuân Hải, 05/12/1970, Bí thư Chi bộ",
        "7\tTạ Xuân Hải\tNam\t05/12/1970\tBí thư Chi bộ",
        "7.\tTạ Xuân Hải\t05/12/1970\t\tBí thư Chi bộ",
        "Tạ  Xuân Hải   05/12/1970   Bí thư Chi bộ",
    ],
)
def test_a_person_is_found_however_the_line_is_parted(line: str) -> None:
    assert person(line) == ("Tạ Xuân Hải", "05/12/1970", Posts("Bí thư Chi bộ"))


@pytest.mark.parametrize(
    "head",
    ["Họ và tên / Ngày sinh / Chức vụ", "Họ và tên\tNgày sinh\tChức vụ", "HỌ VÀ TÊN  NĂM SINH"],
)
def test_the_head_of_a_table_is_nobody(head: str) -> None:
    found = people(f"{head}\nTạ Xuân Hải\t1970\tBí thư Chi bộ\n")
    assert [each.ho_ten for each in found.cac] == ["Tạ Xuân Hải"]
    assert found.la == ()


def test_columns_of_posts_are_taken_by_their_head() -> None:
    text = (
        "STT\tHọ và tên\tGiới tính\tChức vụ Đảng\tChức vụ chính quyền\tNgày sinh\n"
        "1\tLê Thị Mẫu\tNữ\tChi ủy viên\tGiáo viên\t02/3/1988\n"
        "2\tTrần Văn Mẫu\tNam\t\tBảo vệ\t1990\n"
    )
    first, second = people(text).cac
    assert first[1:4] == ("Lê Thị Mẫu", "02/03/1988", Posts("Chi ủy viên", "Giáo viên"))
    assert second[1:4] == ("Trần Văn Mẫu", "1990", Posts("", "Bảo vệ"))


def test_a_person_named_again_is_told_but_namesakes_of_another_age_are_two() -> None:
    found = people(
        "Nguyễn Văn Hoà\t1970\nNguyễn Văn Hòa\t05/02/1970\nNguyễn Văn Hòa\t1981\nnguyễn văn hòa"
    )
    assert [each.ngay_sinh for each in found.cac] == ["1970", "1981"]
    assert [(each.dong, each.truoc) for each in found.trung] == [(2, 1)]
    assert [each.dong for each in found.la] == [4]  # small letters: no name is written so


def test_a_line_without_a_name_is_told() -> None:
    found = people("Danh sách đảng viên năm 2026\nTạ Xuân Hải\n12/5/1970")
    assert [each.ho_ten for each in found.cac] == ["Tạ Xuân Hải"]
    assert [each.dong for each in found.la] == [1]


@given(st.text(alphabet="Aảđ1;\t -–.,/\r\n\xa0\u200bC"))
def test_whatever_is_pasted_is_taken_told_or_empty(text: str) -> None:
    assert all(each.ten for each in units(text).cac)
    assert all(each.ho_ten for each in people(text).cac)


def test_the_columns_that_are_not_taken_are_told() -> None:
    head = "TT\tHọ và tên\tGiới tính\tNgày sinh\tChức vụ\tNgày vào Đảng\tGhi chú"
    line = "1\tLê Thị Mẫu\tNữ\t02/3/1988\tGiáo viên\t03/02/2010\tmiễn sinh hoạt"
    assert people(f"{head}\n{line}").cot_bo == ("Ngày vào Đảng", "Ghi chú")
    assert people(line).cot_bo == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("LÒ THỊ MẨY", "Lò Thị Mẩy"), ("Đ/c. LÒ THỊ MẨY", "Lò Thị Mẩy"), ("Lò Thị Mẩy", "Lò Thị Mẩy")],
)
def test_names_in_capitals_are_written_as_names_are(typed: str, kept: str) -> None:
    assert people(f"{typed}\t1979").cac[0].ho_ten == kept
    assert names(f"Chi bộ thôn Đông\t{typed}") == [("Chi bộ thôn Đông", kept)]


def test_a_name_of_one_word_is_one_where_it_is_spelt_as_such() -> None:
    found = people("K’Brông\t05/9/1988\nH'Lan\t1990\nMinh\t1991")
    assert [each.ho_ten for each in found.cac] == ["K’Brông", "H'Lan"]
    assert [each.dong for each in found.la] == [3]


def test_a_title_or_a_remark_is_no_part_of_the_name_and_is_told() -> None:
    found = people("BS Trần Quốc Đạt - Trạm trưởng\nHoàng Văn Tám (miễn sinh hoạt)\t1940").cac
    assert [(each.ho_ten, each.bo) for each in found] == [
        ("Trần Quốc Đạt", "BS"),
        ("Hoàng Văn Tám", "miễn sinh hoạt"),
    ]


def test_a_letter_that_tells_namesakes_apart_stays() -> None:
    found = people("Nguyễn Văn An (A)\t1960\nNguyễn Văn An (B)\t1980").cac
    assert [each.ho_ten for each in found] == ["Nguyễn Văn An (A)", "Nguyễn Văn An (B)"]


def test_what_may_name_a_secretary_and_is_no_name_is_told() -> None:
    found = units("Chi bộ thôn Đông\tTạ Xuân Hải\nChi bộ thôn Tây\tlê thị hoa\nChi bộ thôn Nam\t12 đảng viên").cac  # fmt: skip
    assert [(each.bi_thu, each.la) for each in found] == [
        ("Tạ Xuân Hải", ""), ("", "lê thị hoa"), ("", ""),
    ]  # fmt: skip
