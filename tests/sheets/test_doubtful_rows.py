"""Rows of lists of which it is doubtful whom they are about, and cells that say nothing."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.sheets.importing import Imported
from tests.sheets.campaigns import name, taken, written

WHO, BORN = name(400), "09/05/1950"
HEAD = ["TT", "Họ và tên", "Ngày sinh", "Chức vụ Đảng", "Đơn vị công tác"]
Row = list[object]


def looked(
    tmp_path: Path, *rows: Row, head: list[str] | None = None, only: str = "thon-1",
    sheet: str = "Sheet1",
) -> Imported:  # fmt: skip
    book = Workbook()
    book.active.title = sheet
    for each in (head or HEAD, *rows):
        book.active.append(each)
    book.save(tmp_path / "a.xlsx")
    return taken(tmp_path / "a.xlsx", written(tmp_path / "dot"), only=only)


def codes(found: Imported) -> list[str]:
    return [each.vi_sao.code for each in found.plan.told]


def added(found: Imported) -> list[str]:
    return [each.ai for each in found.plan.moi]


def changes(found: Imported) -> list[tuple[str, str]]:
    return [(each.hang.ai, each.sau) for each in found.plan.doi]


def test_a_list_of_units_with_their_secretaries_adds_no_unit_as_a_person(tmp_path: Path) -> None:
    head = ["STT", "Chi bộ", "Bí thư chi bộ", "Năm sinh", "Xếp loại"]
    row: Row = [1, "Chi bộ thôn 1", "Hồ Văn Một", 1970, "HTT"]
    found = looked(tmp_path, row, head=head, only="")
    assert (added(found), changes(found), codes(found)) == ([], [], ["KD855"])


@pytest.mark.parametrize(
    "body",
    ["Chi bộ thôn Đông", "Đảng bộ xã", "Chi ủy thôn 1", "Ban Chỉ huy Quân sự xã", "Tổ đảng số 1",
     "Tập thể Đảng ủy", "Thường trực Hội đồng nhân dân"],
)  # fmt: skip
def test_a_body_among_people_is_no_person(tmp_path: Path, body: str) -> None:
    found = looked(
        tmp_path, [1, "Hồ Văn Một", "1970"], [2, body, "01/02/1980"], [3, "Hồ Văn Ba", 1990]
    )
    assert (added(found), codes(found)) == (["Hồ Văn Một", "Hồ Văn Ba"], ["KD855"])


@pytest.mark.parametrize("birth", ["05/09/1950", "09/05/1951", "10/05/1950", "1955", "06/1950"])
def test_a_known_name_with_another_day_of_birth_is_asked_about(tmp_path: Path, birth: str) -> None:
    found = looked(tmp_path, [1, WHO, birth, "Chi ủy viên"])
    assert (added(found), changes(found), codes(found)) == ([], [], ["KD856"])
    assert found.plan.asked == found.plan.told


@pytest.mark.parametrize("birth", [BORN, "1950", "05/1950", ""])
def test_a_known_name_with_its_day_of_birth_is_that_person(tmp_path: Path, birth: str) -> None:
    found = looked(tmp_path, [1, WHO, birth, "Chi ủy viên"])
    assert (changes(found), codes(found)) == ([(WHO, "Chi ủy viên")], [])


@pytest.mark.parametrize(
    "cell",
    ["Hồ Văn Một, Hồ Văn Hai", "Hồ Văn Một\nLê Thị Hai", "Hồ Văn Một và Hồ Văn Hai",
     "Hồ Văn Một - Hồ Văn Hai", "Hồ Văn Một; Hồ Văn Hai", "Hồ Văn Một / Hồ Văn Hai"],
)  # fmt: skip
def test_two_people_in_one_cell_are_told(tmp_path: Path, cell: str) -> None:
    found = looked(tmp_path, [1, cell, "1970"])
    assert (added(found), codes(found)) == ([], ["KD857"])


@pytest.mark.parametrize(
    ("cell", "who"),
    [("Nguyễn Thị\nThu Hà", "Nguyễn Thị Thu Hà"), ("Đặng Thị Tuyết-Mai", "Đặng Thị Tuyết-Mai"),
     ("Hồ Văn\nMột", "Hồ Văn Một"), ("Hồ Văn Một,", "Hồ Văn Một"), ("Vi Và Hà", "Vi Và Hà"),
     ("H'Nhung Niê", "H'Nhung Niê")],
)  # fmt: skip
def test_a_name_is_one_person_however_it_is_broken(tmp_path: Path, cell: str, who: str) -> None:
    assert added(looked(tmp_path, [1, cell, "1970"])) == [who]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (["TT", "Họ", "Tên đệm", "Tên", "Ngày sinh"], ["Hồ", "Văn", "Một", "1970"]),
        (["TT", "Họ", "Chữ lót", "Tên", "Ngày sinh"], ["Hồ", "Văn", "Một", "1970"]),
        (["TT", "Họ", "Đệm", "Tên", "Năm sinh"], ["Hồ", "Văn", "Một", "1970"]),
        (["TT", "Họ đệm", "Tên", "Ngày sinh"], ["Hồ Văn", "Một", "1970"]),
        (["TT", "Tên", "Họ đệm", "Ngày sinh"], ["Một", "Hồ Văn", "1970"]),
    ],
)
def test_a_name_in_several_columns_is_whole(tmp_path: Path, head: list[str], row: Row) -> None:
    found = looked(tmp_path, [1, *row], head=head)
    assert (added(found), codes(found)) == (["Hồ Văn Một"], [])


@pytest.mark.parametrize("typed", ["nt", "-nt-", "NT", "n.t", "như trên", '"', "”", '- " -'])
def test_a_ditto_mark_is_no_value(tmp_path: Path, typed: str) -> None:
    found = looked(tmp_path, [1, WHO, BORN, typed, typed])
    assert (changes(found), codes(found)) == ([], ["KD858", "KD858"])


@pytest.mark.parametrize("typed", ["không có", "Không", "0", 0, "-", "chưa có"])
def test_what_says_that_there_is_nothing_is_no_post(tmp_path: Path, typed: object) -> None:
    found = looked(tmp_path, [1, WHO, BORN, "Đảng viên", typed])
    assert changes(found) == []


def test_a_value_that_only_begins_like_a_ditto_mark_is_taken(tmp_path: Path) -> None:
    found = looked(tmp_path, [1, WHO, BORN, "NT", "Trường NT Một"])
    assert changes(found) == [(WHO, "Trường NT Một")]


def test_a_unit_as_above_is_the_unit_of_the_line_above(tmp_path: Path) -> None:
    head = ["TT", "Họ và tên", "Ngày sinh", "Chi bộ"]
    rows: list[Row] = [[1, "Hồ Văn Một", 1970, "Chi bộ thôn 2"], [2, "Hồ Văn Hai", 1971, "nt"],
                       [3, "Hồ Văn Ba", 1972, '"'], [4, "Hồ Văn Tư", 1973, "Chi bộ thôn 1"]]  # fmt: skip
    found = looked(tmp_path, *rows, head=head, only="")
    assert [each.don_vi for each in found.plan.moi] == ["thon-2", "thon-2", "thon-2", "thon-1"]


@pytest.mark.parametrize("where", ["title", "column", "sheet"])
def test_nothing_is_written_outside_the_unit_that_was_chosen(tmp_path: Path, where: str) -> None:
    other, rows = "Chi bộ thôn 2", [HEAD, [1, "Hồ Văn Một", 1980]]
    if where == "title":
        rows = [[f"DANH SÁCH ĐẢNG VIÊN {other.upper()}"], *rows]
    if where == "column":
        rows = [[*HEAD, "Chi bộ"], [1, "Hồ Văn Một", 1980, "", "", other]]
    sheet = other if where == "sheet" else "Sheet1"
    found = looked(tmp_path, *rows[1:], head=rows[0], sheet=sheet)
    assert (added(found), codes(found)) == ([], ["KD859"])
    assert "Chi bộ thôn 2" in found.plan.told[0].vi_sao.message


def test_a_sheet_and_a_title_that_name_two_units_are_told(tmp_path: Path) -> None:
    title, row = ["CHI BỘ THÔN 1"], [1, "Hồ Văn Một", 1980]
    found = looked(tmp_path, HEAD, row, head=title, only="", sheet="Chi bộ thôn 2")
    assert (added(found), codes(found)) == ([], ["KD860"])


@pytest.mark.parametrize("sheet", ["Chi bộ thôn 1", "Sheet1", "thon-1", "Chi bộ 2"])
def test_a_sheet_that_names_no_other_unit_is_taken(tmp_path: Path, sheet: str) -> None:
    row = [1, "Hồ Văn Một", 1980]
    found = looked(tmp_path, HEAD, row, head=["CHI BỘ THÔN 1"], only="", sheet=sheet)
    assert (added(found), codes(found)) == (["Hồ Văn Một"], [])


@pytest.mark.parametrize("sheet", ["Mẫu", "Nháp", "VD", "Đã mất", "Chuyển đi", "ĐV chuyển đi 2026"])
def test_a_sheet_of_samples_or_of_those_who_left_is_told_and_not_read(
    tmp_path: Path, sheet: str
) -> None:
    found = looked(tmp_path, [1, "Hồ Văn Một", 1980], sheet=sheet)
    assert (added(found), codes(found)) == ([], ["KD861"])


@pytest.mark.parametrize(
    "title",
    ["DANH SÁCH QUẦN CHÚNG ƯU TÚ", "DANH SÁCH ĐẢNG VIÊN CHUYỂN SINH HOẠT ĐI NĂM 2026",
     "Danh sách đảng viên đã từ trần"],
)  # fmt: skip
def test_a_list_of_people_who_are_not_rated_is_told_and_not_read(
    tmp_path: Path, title: str
) -> None:
    found = looked(tmp_path, HEAD, [1, "Hồ Văn Một", 1980], head=[title])
    assert (added(found), codes(found)) == ([], ["KD861"])


@pytest.mark.parametrize(
    ("title", "sheet"),
    [("DANH SÁCH ĐẢNG VIÊN", "Mẫu 02"), ("DANH SÁCH ĐẢNG VIÊN CHUYỂN ĐẾN", "DS chuyển đến"),
     ("Biểu mẫu 3: Danh sách đảng viên", "Sheet1")],
)  # fmt: skip
def test_a_list_of_members_is_read_whatever_its_sheet_is_called(
    tmp_path: Path, title: str, sheet: str
) -> None:
    found = looked(tmp_path, HEAD, [1, "Hồ Văn Một", 1980], head=[title], sheet=sheet)
    assert (added(found), codes(found)) == (["Hồ Văn Một"], [])


def test_a_bare_name_without_a_number_is_told_as_a_signature(tmp_path: Path) -> None:
    rows: list[Row] = [[1, "Hồ Văn Một", 1980], ["", "Nguyễn Thị Lan"]]
    found = looked(tmp_path, *rows)
    assert (added(found), codes(found)) == (["Hồ Văn Một"], ["KD862"])


def test_a_name_without_a_number_that_says_more_is_a_person(tmp_path: Path) -> None:
    rows: list[Row] = [[1, "Hồ Văn Một", 1980], ["", "Nguyễn Thị Lan", 1981], [3, "Hồ Văn Ba"]]
    assert added(looked(tmp_path, *rows)) == ["Hồ Văn Một", "Nguyễn Thị Lan", "Hồ Văn Ba"]


@pytest.mark.parametrize("cell", ["vợ: Lê Thị Hà", "Chồng: Lê Văn Hà", "- con: Lê Thị Hà"])
def test_a_relative_below_a_member_is_told(tmp_path: Path, cell: str) -> None:
    found = looked(tmp_path, [1, "Hồ Văn Một", 1980], ["", cell, 1975], [2, "Hồ Văn Ba", 1990])
    assert (added(found), codes(found)) == (["Hồ Văn Một", "Hồ Văn Ba"], ["KD863"])
