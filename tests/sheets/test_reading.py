"""Workbooks are read whatever their shape: the traps of Excel, our own that came back, any order."""

import datetime as dt
import time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.opening.pool import SECONDS
from generator.problems import Problem
from generator.sheets.layout import sheets
from generator.sheets.levels import level_of
from generator.sheets.reading import read_here, read_workbook
from generator.sheets.rows import Read
from generator.wording.choice_words import in_words
from tests.opening.workbooks import Sheet, written
from tests.sheets.rosters import by_name, letter, read, told_cells
from tests.sheets.test_rosters import WIDE, WIDE_ROW

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Chức vụ Đảng", "Xếp loại", "Tổng điểm", "Nhóm"]


def of_an(found: Read) -> dict[str, str]:
    return {key.partition(".")[2]: value for key, value in by_name(found)[AN].items()}


@pytest.mark.parametrize(
    ("column", "value", "form", "said"),
    [
        ("Nhóm", 1201012345.0, "General", "KD817"),
        ("Nhóm", 1234567890123456789.0, "General", "KD817"),
        ("Nhóm", "001201012345", "General", "001201012345"),
        ("Nhóm", "'001", "General", "001"),
        ("Nhóm", 7, "000", "007"),
        ("Nhóm", dt.date(2026, 2, 1), "d/m", "KD817"),
        ("Xếp loại", '=VLOOKUP("a",A:B,2,0)', "General", "KD809"),
        ("Xếp loại", "#N/A", "General", "KD808"),
        ("Xếp loại", "", "General", ""),
        ("Ngày sinh", dt.datetime(1970, 12, 5), "dd/mm/yyyy hh:mm", "05/12/1970"),  # noqa: DTZ001
        ("Ngày sinh", 25907, "General", "05/12/1970"),
        ("Ngày sinh", "12/25/1970", "General", "KD812"),
        ("Ngày sinh", "5-12-70", "General", "KD812"),
        ("Tổng điểm", 0.85, "0%", "KD816"),
        ("Tổng điểm", "85 %", "General", "KD816"),
        ("Tổng điểm", "30,5", "General", "30.5"),
        ("Tổng điểm", 45000, "General", "KD816"),
        ("Tổng điểm", dt.date(2026, 5, 27), "d-mmm", "KD816"),
        ("Chức vụ Đảng", "Bí\xa0thư", "General", "Bí thư"),
        ("Chức vụ Đảng", "Bi\u0301 thư", "General", "Bí thư"),
        ("Chức vụ Đảng", "BÝ th­ chi bé", "General", "KD811"),
    ],
)  # fmt: skip
def test_a_trap_of_excel_is_taken_right_or_told(
    tmp_path: Path, column: str, value: object, form: str, said: str
) -> None:
    at = HEAD.index(column)
    row: list[object] = [1, AN, "1970", "Bí thư", "HTT", 90, "A"]
    row[at] = value
    cell = f"{letter(at + 1)}2"
    found = read(written(tmp_path / "a.xlsx", Sheet([HEAD, row], formats={cell: form})))
    if said.startswith("KD"):
        assert told_cells(found) == {cell: said}
    else:
        assert told_cells(found) == {}
        keys = {"Nhóm": "nhom", "Xếp loại": "xep_loai.quyet_dinh", "Ngày sinh": "ngay_sinh",
                "Tổng điểm": "cham_diem.tong", "Chức vụ Đảng": "chuc_vu.dang"}  # fmt: skip
        assert of_an(found)[keys[column]] == said


def test_a_value_below_a_merged_area_is_not_taken_twice(tmp_path: Path) -> None:
    rows = [["TT", "Họ và tên", "Xếp loại", "NS"], [1, AN, "HTT", 1970], [2, BINH, None, 1980]]
    found = read(written(tmp_path / "a.xlsx", Sheet(rows, merge=["C2:C3"])))
    levels = [each.o["xep_loai.quyet_dinh"] for each in found.rows if each.loai == "xep_loai"]
    assert [each.spot.o for each in levels] == ["C2", "C2"]
    assert {level_of(each.chu) for each in levels} == {"hoan_thanh_tot"}


def test_hidden_rows_are_told_once_with_how_many(tmp_path: Path) -> None:
    rows = [
        ["TT", "Họ và tên"],
        *([number, f"Lê Văn {chr(64 + number)}"] for number in range(1, 9)),
    ]
    found = read(written(tmp_path / "a.xlsx", Sheet(rows, hidden_rows=[3, 4, 5, 8])))
    assert [each.vi_sao.message for each in found.told] == [
        "4 hàng đang ẩn nên không đọc: 3-5, 8"
    ]  # fmt: skip
    assert len(found.rows) == 4


# --- our own workbook ---

VALUES: dict[str, object] = {
    "ten": AN, "don_vi": "Chi bộ thôn Đông", "chu": "(1) văn bản", "ngay": dt.date(2026, 12, 5),
    "ngay_sinh": "12/1970", "muc": "Hoàn thành tốt nhiệm vụ", "co_khong": "có", "dem": 3, "diem": 27.5,
}  # fmt: skip
AS_WRITTEN = VALUES | {"ngay": "05/12/2026", "dem": "3", "diem": "27.5"}


def own(tmp_path: Path, *, hidden_rows: tuple[int, ...] = ()) -> Path:
    """A workbook of ours with one row that has its key and one that has none."""
    pages = []
    for code, each in sheets().items():
        cots = [cot for cot in each.cot if cot.dau]
        row = [in_words(cot.khoa, choice(code, cot.khoa)) if cot.kieu == "chon" else VALUES[cot.kieu]
               for cot in cots]  # fmt: skip
        head = ["Khóa", *(cot.dau for cot in cots)]
        pages.append(
            Sheet([head, [f"k-{code}", *row], [None, *row]], name=each.trang,
                  hidden_columns=["A"], hidden_rows=hidden_rows)
        )  # fmt: skip
    return written(tmp_path / "a.xlsx", *pages, Sheet([["Ghi như sau"]], name="Cách ghi"))


def choice(code: str, khoa: str) -> str:
    first = {"gioi_tinh": "nữ", "dien_quan_ly": "cap_xa", "khoi_co_quan": "dan_cu"}
    return first.get(khoa) or ("cap_uy" if code == "tap_the" else "lanh_dao")


def test_our_own_workbook_comes_back_as_it_went_out(tmp_path: Path) -> None:
    found = read(own(tmp_path))
    assert found.told == ()
    for code, each in sheets().items():
        rows = [row for row in found.rows if row.loai == code]
        assert [row.khoa for row in rows] == [f"k-{code}", ""]
        for row in rows:
            said = {khoa: cell.chu for khoa, cell in row.o.items()}
            assert said == {
                cot.khoa: choice(code, cot.khoa) if cot.kieu == "chon" else AS_WRITTEN[cot.kieu]
                for cot in each.cot
                if cot.dau
            }


def test_names_of_ours_are_not_put_right(tmp_path: Path) -> None:
    rows = [["Khóa", "Đơn vị", "Họ và tên"], ["k", "CHI BỘ (MỚI)", "NGUYỄN VĂN AN (A)"]]
    found = read(written(tmp_path / "a.xlsx", Sheet(rows, name="Cá nhân")))
    (row,) = found.rows
    assert (row.o["ho_ten"].chu, row.o["don_vi"].chu) == ("NGUYỄN VĂN AN (A)", "CHI BỘ (MỚI)")
    assert found.told == ()


def test_a_hidden_row_of_ours_is_not_gone(tmp_path: Path) -> None:
    found = read(own(tmp_path, hidden_rows=(2,)))
    left = {each.khoa for each in found.bo_qua if each.la == "hàng ẩn"}
    assert left == {f"k-{code}" for code in sheets()}


def test_a_row_of_ours_that_was_emptied_is_there_with_empty_cells(tmp_path: Path) -> None:
    rows = [["Khóa", "Đơn vị", "Họ và tên", "Ngày sinh"], ["k", None, None, None]]
    (row,) = read(written(tmp_path / "a.xlsx", Sheet(rows, name="Cá nhân"))).rows
    assert {khoa: cell.chu for khoa, cell in row.o.items()} == {
        "don_vi": "", "ho_ten": "", "ngay_sinh": "",
    }  # fmt: skip


def test_our_sheet_is_known_by_its_columns_though_it_was_renamed(tmp_path: Path) -> None:
    rows = [
        ["Khóa", "Đơn vị", "Cá nhân, tập thể", "Tiêu chí chung (tối đa 30)"],
        ["k", "A", AN, 28],
    ]
    (row,) = read(written(tmp_path / "a.xlsx", Sheet(rows, name="Sheet1"))).rows
    assert (row.loai, row.khoa, row.o["cham_diem.chung"].chu) == ("diem", "k", "28")


def test_a_workbook_handed_out_empty_has_columns_and_no_rows(tmp_path: Path) -> None:
    head = ["Khóa", *(each.dau for each in sheets()["ca_nhan"].cot if each.dau)]
    found = read(written(tmp_path / "a.xlsx", Sheet([head], name="Cá nhân")))
    assert (found.rows, found.told) == ((), ())
    assert sum(bool(each.loai) for each in found.cot) == len(head) - 1


# --- what was chosen before ---


def test_a_chosen_column_wins_over_a_guess_and_an_empty_choice_drops_it(tmp_path: Path) -> None:
    rows = [["TT", "Họ và tên", "Danh hiệu", "Chức vụ"], [1, AN, "HTT", "Bí thư"]]
    kept = {"Danh hiệu": "xep_loai.xep_loai.quyet_dinh", "Chức vụ": ""}
    found = read(written(tmp_path / "a.xlsx", Sheet(rows)), kept)
    assert {(each.dau, each.khoa) for each in found.cot} == {
        ("TT", "stt"), ("Họ và tên", "ten"), ("Danh hiệu", "xep_loai.quyet_dinh"), ("Chức vụ", ""),
    }  # fmt: skip
    assert of_an(found)["xep_loai.quyet_dinh"] == "Hoàn thành tốt nhiệm vụ"


@given(st.data())
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_columns_found_may_be_kept_and_change_nothing(
    tmp_path: Path, data: st.DataObject
) -> None:
    from tests.sheets.test_rosters import ROSTERS

    roster = data.draw(st.sampled_from(ROSTERS))
    path = written(tmp_path / "a.xlsx", *roster.sheets)
    first = read(path, roster.kept, roster.wanted)
    found = {(each.dau, f"{each.loai}.{each.khoa}" if each.loai else "") for each in first.cot}
    kept = dict(found)
    assume(len(kept) == len(found))  # heads of the same name are one choice
    again = read(path, dict(roster.kept) | kept, roster.wanted)
    assert [(each.loai, each.o) for each in again.rows] == [
        (each.loai, each.o) for each in first.rows
    ]


# --- any order, any decoration ---

COLUMNS: dict[str, list[object]] = {
    "Họ và tên": [AN, BINH, "Lê Văn Cường"],
    "Ngày sinh": ["05/12/1970", 1980, dt.date(1990, 2, 1)],
    "Giới tính": ["Nam", "nữ", "Nam"],
    "Chức vụ Đảng": ["Bí thư", None, "Chi ủy viên"],
    "Ngày vào Đảng": ["03/02/1995", None, "19/5/2001"],
    "Tự nhận": ["HTXSNV", "Hoàn thành tốt nhiệm vụ", "HTT"],
    "Chi bộ đề xuất": ["HTT", "HTT", "Hoàn thành"],
    "Tổng điểm": ["91,5", 85, 70.25],
    "Quê quán": ["Hà Nam", "Nam Định", None],
    "Ghi chú": [None, "mới về", None],
}
TITLES = [["DANH SÁCH ĐẢNG VIÊN"], ["ĐẢNG BỘ XÃ LỘC VÂN", None, "ĐẢNG CỘNG SẢN VIỆT NAM"], [None],
          ["(Kèm theo Công văn số 12-CV/ĐU)"], ["năm 2026"]]  # fmt: skip
ENDS = [[None], [None, "Tổng cộng: 3 đảng viên"], ["Lộc Vân, ngày 05 tháng 12 năm 2026"],
        [None, "NGƯỜI LẬP", None, "T/M CHI BỘ"], [None, "Hoàng Thị Ký", None, "Vũ Văn Ký"]]  # fmt: skip


def decorated(draw: st.DataObject) -> list[list[object]]:
    names = draw.draw(st.permutations(list(COLUMNS)))
    heads = [draw.draw(st.sampled_from([each, each.upper(), f"{each} (*)", each.replace(" ", "\n", 1)]))
             for each in names]  # fmt: skip
    rows: list[list[object]] = [["STT", *heads]]
    if draw.draw(st.booleans()):
        rows.append([f"({number})" for number in range(1, len(rows[0]) + 1)])
    for at in range(3):
        rows.append([at + 1, *(COLUMNS[each][at] for each in names)])
    above = draw.draw(st.lists(st.sampled_from(TITLES), max_size=5))
    below = ENDS[: draw.draw(st.integers(0, len(ENDS)))]
    return [*above, *rows, *below]


@given(st.data())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_same_people_are_read_in_any_order_of_columns_and_under_any_titles(
    tmp_path: Path, data: st.DataObject
) -> None:
    rows = decorated(data)
    found = read(written(tmp_path / "a.xlsx", Sheet(rows)))
    people = by_name(found)
    assert set(people) == set(map(str, COLUMNS["Họ và tên"]))
    assert found.told == ()
    assert people["Lê Văn Cường"] == {
        "ca_nhan.ho_ten": "Lê Văn Cường", "ca_nhan.ngay_sinh": "01/02/1990", "ca_nhan.gioi_tinh": "nam",
        "ca_nhan.chuc_vu.dang": "Chi ủy viên", "ca_nhan.ngay_vao_dang": "19/05/2001",
        "xep_loai.ten": "Lê Văn Cường", "xep_loai.xep_loai.tu_nhan": "Hoàn thành tốt nhiệm vụ",
        "xep_loai.xep_loai.chi_bo": "Hoàn thành nhiệm vụ", "diem.ten": "Lê Văn Cường",
        "diem.cham_diem.tong": "70.25",
    }  # fmt: skip


CELLS = st.one_of(
    st.none(), st.integers(0, 50_000), st.floats(0, 1000), st.booleans(),
    st.sampled_from(["STT", "Họ và tên", "Nam", "Nữ", "x", "I", AN, BINH, "Chi bộ thôn Đông", "HTT", "Tổng cộng",
                     "Người lập", "05/12/1970", "Xếp loại", "Ngày sinh", "Chức vụ", "HTXSNV", "HTTNV", "(1)", "#N/A",
                     "=A1", "-", "Bí thư", "TrÇn ThÞ B×nh"]),
    st.dates(dt.date(1950, 1, 1), dt.date(2030, 1, 1)),
)  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=7), max_size=12))
@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_cell_of_any_sheet_is_lost_in_silence(tmp_path: Path, rows: list[list[object]]) -> None:
    read(written(tmp_path / "a.xlsx", Sheet([["STT", "Họ và tên", "Năm sinh", "Xếp loại"], *rows])))
    read(written(tmp_path / "a.xlsx", Sheet(rows)))


# --- what is refused ---


def test_a_workbook_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no zip")
    found = read_workbook(tmp_path / "a.xlsx")
    assert isinstance(found, Problem)
    assert found.code == "KD801"


def test_a_sheet_that_is_not_there_is_a_problem_that_names_the_others(tmp_path: Path) -> None:
    found = read_workbook(
        written(tmp_path / "a.xlsx", Sheet([["a"]], name="DS")), wanted=["Không có"]
    )
    assert isinstance(found, Problem)
    assert "«Không có»; các trang: «DS»" in found.message


def test_a_cell_far_away_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "a.xlsx")
    found = read_workbook(tmp_path / "a.xlsx")
    assert isinstance(found, Problem)
    assert found.code == "KD801"


def test_a_workbook_that_holds_up_its_reader_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.sheets.reading.SECONDS", 0.1)
    monkeypatch.setattr("generator.sheets.reading.tables_here", lambda _: time.sleep(60))
    path = written(tmp_path / "a.xlsx", Sheet([["TT", "Họ và tên"], [1, AN]]))
    found = read_workbook(path)
    assert isinstance(found, Problem)
    assert "quá lâu" in found.message


def test_a_workbook_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", Sheet([["TT", "Họ và tên"], [1, AN]]))
    assert read_workbook(path) == read(path)


def test_a_list_of_a_whole_committee_is_read_whole(tmp_path: Path) -> None:
    rows = [[number, *WIDE_ROW[1:2], f"Nguyễn Văn {chr(65 + number % 26)}{number}", *WIDE_ROW[3:]]
            for number in range(1, 2401)]  # fmt: skip
    path = written(tmp_path / "a.xlsx", Sheet([WIDE, *rows]))
    begun = time.process_time()
    found = read_here(path.as_posix(), {}, (), path)
    assert isinstance(found, Read)
    assert len(found.rows) == 2400
    # The limit of a file is one of the clock; what is measured here does not depend on others.
    assert time.process_time() - begun < SECONDS
