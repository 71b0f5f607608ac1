"""Registers of offices: each line is taken right, or told with its cell and not taken."""

import datetime as dt
from pathlib import Path

import pytest

from generator.register import numbers, store
from generator.register.entry import RegisterLine, TrangThai
from generator.register.importing import bring_in
from generator.register.series import Series
from generator.register.sheet_reading import Read, read_workbook
from tests.opening.workbooks import written
from tests.register.office import BODY, LETTERS
from tests.register.rosters import HEAD, SHEET, Sheet, line

DAY = dt.date(2026, 1, 5)
A = (1, "2026-01-05", "V/v A")

ND30 = ["Số, ký hiệu văn bản", "Ngày, tháng văn bản", "Tên loại và trích yếu nội dung văn bản",
        "Người ký", "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển",
        "Ký nhận", "Ghi chú"]  # fmt: skip

TAKEN = {
    "nghị định 30 với hàng đánh số cột": (
        [Sheet([["SỔ ĐĂNG KÝ VĂN BẢN ĐI"], ["Năm 2026"], [], ND30, [f"({n})" for n in range(1, 11)],
                ["01-CV/ĐU", DAY, "V/v A"], ["02-CV/ĐU", "12/01/2026", "V/v B"]], merge=["A1:J1"])],
        [A, (2, "2026-01-12", "V/v B")], {"hàng đánh số cột": 1},
    ),
    "tiêu đề hai hàng gộp": (
        [Sheet([["Văn bản", None, "Trích yếu", "Nơi nhận"], ["Số", "Ngày", None, None],
                [1, DAY, "V/v A", "Tỉnh ủy"]], merge=["A1:B1", "C1:C2", "D1:D2"])],
        [A], {},
    ),
    "tiêu đề hai hàng không gộp": (
        [Sheet([["Văn bản", None, "Trích yếu"], ["Số", "Ngày", None], [1, DAY, "V/v A"]])], [A], {},
    ),
    "tiêu đề ba hàng": (
        [Sheet([["STT", "Văn bản đi", None, None], [None, "Số và ngày", None, "Nội dung"],
                [None, "Số *", "Ngày ký (*)", None], [1, 1, DAY, "V/v A"]],
               merge=["A1:A3", "B1:D1", "B2:C2", "D2:D3"])],
        [A], {},
    ),
    "chữ của một tên cột ở hai hàng": (
        [Sheet([["Số, ký", "Ngày", "Trích yếu"], ["hiệu", "tháng", "nội dung"], [1, DAY, "V/v A"]])],
        [A], {},
    ),
    "ghi chú trên tiêu đề, tên cột có dấu sao": (
        [Sheet([["SỔ VĂN BẢN ĐI"], ["Ngày xuất dữ liệu: 28/11/2026"], ["Ghi chú: (*) bắt buộc"], [],
                [], ["Số *", "Ngày *", "Văn bản", None, None, "Người ký"],
                [None, None, "Trích yếu", "Nơi nhận", "Số bản", None],
                ["01", DAY, "V/v A", "TU", 3, "BT"]],
               merge=["A1:F1", "A3:F4", "A6:A7", "B6:B7", "C6:E6", "F6:F7"])],
        [A], {},
    ),
    "ngày gộp dọc": (
        [Sheet([HEAD, line(), line(2, None, "V/v B"), line(3)], merge=["B2:B3"])],
        [A, (2, "2026-01-05", "V/v B"), (3, "2026-01-05", "V/v A")], {},
    ),
    "trích yếu gộp dọc": (
        [Sheet([HEAD, line(), line(2, "06/01/2026", None)], merge=["C2:C3"])],
        [A, (2, "2026-01-06", "V/v A")], {},
    ),
    "tháng và hàng cộng xen giữa": (
        [Sheet([HEAD, ["Tháng 01/2026"], line(), ["Cộng: 1 văn bản"], ["Tháng 02/2026"],
                line(2, "03/02/2026", "V/v B"), ["Tổng cộng", None, None, None, None, 6]],
               merge=["A2:G2", "A5:G5"])],
        [A, (2, "2026-02-03", "V/v B")], {"hàng tháng, quý, năm": 2, "hàng cộng": 2},
    ),
    "tiêu đề lặp lại ở trang in sau": (
        [Sheet([HEAD, list(range(1, 8)), line(), HEAD, list(range(1, 8)), line(2)])],
        [A, (2, "2026-01-05", "V/v A")], {"hàng tiêu đề lặp lại": 1, "hàng đánh số cột": 2},
    ),
    "tiêu đề hai hàng lặp lại": (
        [Sheet([*(head := [["Văn bản", None, "Trích yếu"], ["Số", "Ngày", None]]), [1, DAY, "V/v A"],
                *head, [2, DAY, "V/v B"]], merge=["A1:B1", "C1:C2"])],
        [A, (2, "2026-01-05", "V/v B")], {"hàng tiêu đề lặp lại": 2},
    ),
    "số đánh sẵn chưa dùng": (
        [Sheet([HEAD, line(), [2], [3]])], [A], {"hàng chỉ có số ở cuối trang": 2},
    ),
    "hai trang và trang phụ": (
        [Sheet([HEAD, line()]), Sheet([HEAD, line("01-QĐ/ĐU")], "Quyết định 2025-2030"),
         Sheet([["Viết tắt", "Nghĩa"], ["ĐU", "Đảng ủy"]], "Danh mục viết tắt")],
        [A, A], {},
    ),
    "danh mục ẩn": (
        [Sheet([HEAD, line()]), Sheet([["Mã", "Tên"], ["01", "Hà Nội"]], "TINH", state="hidden"),
         Sheet([["Mã"], ["1"]], "XA", state="veryHidden")],
        [A], {},
    ),
    "cột số tách ký hiệu": (
        [Sheet([["STT", "Số", "Ký hiệu", "Ngày ký", "V/v"], [1, 1, "CV/ĐU", DAY, "V/v A"]])], [A], {},
    ),
    "tên cột không dấu": (
        [Sheet([["So", "Ngay", "Trich yeu"], [1, DAY, "V/v A"]])], [A], {},
    ),
    "Nội dung đứng trước Trích yếu": (
        [Sheet([["Số", "Ngày", "Nội dung", "Trích yếu"], [1, DAY, None, "V/v A"]])], [A], {},
    ),
    "cột ẩn cùng nghĩa": (
        [Sheet([["Số", "Ngày", "Ngày", "Trích yếu"], [1, "01/01/2020", DAY, "V/v A"]],
               hidden_columns=["B"])],
        [A], {},
    ),
}  # fmt: skip
"""Sheets; number, day and trích yếu of each line; rows skipped."""


def told(read: Read) -> list[tuple[str, str]]:
    return [(each.code, each.place.part) for each in read.problems]


@pytest.mark.parametrize("name", TAKEN)
def test_a_register_of_an_office_is_taken(name: str, tmp_path: Path) -> None:
    sheets, lines, skipped = TAKEN[name]
    read = read_workbook(written(tmp_path / "so.xlsx", *sheets), None)
    assert [(each.so, each.ngay, each.trich_yeu) for each, _ in read.lines] == lines
    assert {str(kind): count for kind, count in read.skipped.items()} == skipped
    assert {each.code for each in read.problems} <= {"KD636"}


NOT_TAKEN = {
    "ô lỗi": ([Sheet([HEAD, line(1, DAY, "#REF!")])], [("KD661", "C2")]),
    "lỗi dán thành chữ": ([Sheet([HEAD, line(1, "#N/A ")])], [("KD661", "B2")]),
    "công thức chưa tính": ([Sheet([HEAD, line(1, DAY, "=1/0")])], [("KD662", "C2")]),
    "số là công thức chưa tính": (
        [Sheet([HEAD, line(), line("=A2+1", DAY, "V/v B")])], [("KD662", "A3")],
    ),
    "mọi ô là công thức": ([Sheet([HEAD, ["=1", "=2", "=3"]])], [("KD662", "A2")]),
    "lỗi trong ngày gộp": (
        [Sheet([HEAD, line(1, "#VALUE!"), line(2, None)], merge=["B2:B3"])],
        [("KD661", "B2"), ("KD661", "B3")],
    ),
    "hàng ẩn": ([Sheet([HEAD, line(), line(2), line(3), line(4)], hidden_rows=[3, 4])],
                [("KD658", "A3")]),
    "hàng gạch ngang": ([Sheet([HEAD, line(), line(2)], struck=["A3", "C3"])], [("KD663", "A3")]),
    "chỉ ngày gạch ngang": ([Sheet([HEAD, line()], struck=["B2"])], [("KD663", "B2")]),
    "TCVN3": ([Sheet([HEAD, line(1, DAY, "VÒ viÖc kiÓm ®iÓm")])], [("KD666", "C2")]),
    "TCVN3 ở nơi nhận": (
        [Sheet([HEAD, [1, DAY, "V/v A", "C¸c chi bé trùc thuéc §¶ng uû"]])], [("KD666", "D2")],
    ),
    "cả trang TCVN3": (
        [Sheet([["Sè", "Ngµy", "TrÝch yÕu"], [1, DAY, "VÒ viÖc kiÓm ®iÓm"]])], [("KD666", "A1")],
    ),
    "không số ở giữa": ([Sheet([HEAD, line(None), line(2)])], [("KD659", "A2")]),
    "không có cột ngày ký": (
        [Sheet([["Số", "Ngày chuyển", "Trích yếu"], [1, DAY, "V/v A"]])], [("KD657", "A1")],
    ),
    "không có cột trích yếu": ([Sheet([["Số", "Ngày", "Lĩnh vực"], [1, DAY, "x"]])],
                               [("KD657", "A1")]),
    "một số hai ngày": (
        [Sheet([HEAD, line(), line(None, "06/01/2026")], merge=["A2:A3"])], [("KD667", "B2")],
    ),
}  # fmt: skip
"""Sheets; code and cell of what is told."""


@pytest.mark.parametrize("name", NOT_TAKEN)
def test_what_cannot_be_taken_is_told_with_its_cell(name: str, tmp_path: Path) -> None:
    sheets, expected = NOT_TAKEN[name]
    path = written(tmp_path / "so.xlsx", *sheets)
    read = read_workbook(path, None)
    assert [(code, place) for code, place in told(read) if code != "KD636"] == [
        (code, f"trang tính «{SHEET}», ô {cell}") for code, cell in expected
    ]
    with store.opened(tmp_path / "s.sqlite", BODY) as register:
        bring_in(register, read)
        assert list(numbers.entries(register)) == []


@pytest.mark.parametrize(("row", "cell"), [(line(1, None), "B2"), (line(1, DAY, None), "C2")])
def test_a_line_without_date_or_trich_yeu_does_not_enter(
    row: list[object], cell: str, tmp_path: Path
) -> None:
    read = read_workbook(written(tmp_path / "so.xlsx", Sheet([HEAD, row, line(2)])), None)
    with store.opened(tmp_path / "s.sqlite", BODY) as register:
        (found,) = bring_in(register, read).problems
        assert list(numbers.entries(register)) == []
    assert (found.code, found.place.part[-4:]) == ("KD656", f"ô {cell}")


def test_a_cancelled_number_needs_neither(tmp_path: Path) -> None:
    rows = [["Số", "Ngày", "Trích yếu", "Trạng thái"], [1, None, None, "đã hủy"]]
    read = read_workbook(written(tmp_path / "so.xlsx", Sheet(rows, struck=["A2"])), None)
    with store.opened(tmp_path / "s.sqlite", BODY) as register:
        assert bring_in(register, read).problems == []
        ((only,)) = numbers.entries(register)
    assert (only.so, only.trang_thai) == (1, TrangThai.HUY)


def test_one_number_merged_over_several_rows_is_one_line_with_all_recipients(
    tmp_path: Path,
) -> None:
    rows = [HEAD, line(), [None, None, None, "Các chi bộ", None, 12], line(2)]
    sheet = Sheet(rows, merge=["A2:A3", "B2:B3", "C2:C3"])
    first, second = (
        each for each, _ in read_workbook(written(tmp_path / "a.xlsx", sheet), None).lines
    )
    assert first == RegisterLine(
        *LETTERS, *A, "Tỉnh ủy; Các chi bộ", "Bí thư", "3; 12", ""
    )  # fmt: skip
    assert second.so == 2


def test_names_of_parts_and_rows_below_the_last_line_are_told_and_left(tmp_path: Path) -> None:
    below = [None, None, "Người lập sổ", None, "Chánh Văn phòng"]
    sheet = Sheet([HEAD, ["I. Ban Thường vụ"], line(), [], below])
    read = read_workbook(written(tmp_path / "a.xlsx", sheet), None)
    assert len(read.lines) == 1
    assert told(read) == [("KD660", f"trang tính «{SHEET}», ô {cell}") for cell in ("A2", "A5")]


def test_hidden_rows_are_named_as_excel_counts_them(tmp_path: Path) -> None:
    sheet = Sheet([HEAD, *(line(so) for so in range(1, 7))], hidden_rows=[3, 4, 6])
    read = read_workbook(written(tmp_path / "a.xlsx", sheet), None)
    assert [each.so for each, _ in read.lines] == [1, 4, 6]
    assert read.problems[0].message == "3 hàng của sổ đang bị ẩn hoặc lọc mất: hàng 3-4, 6"


def test_a_symbol_beside_the_number_must_be_that_of_the_series(tmp_path: Path) -> None:
    rows = [
        ["Số", "Ký hiệu", "Ngày", "Trích yếu"],
        [1, "QĐ/ĐU", DAY, "x"],
        ["02-CV/ĐU", "CV/ĐU", DAY, "x"],
    ]
    read = read_workbook(written(tmp_path / "a.xlsx", Sheet(rows)), None)
    assert [each.so for each, _ in read.lines] == [2]
    assert told(read) == [("KD633", f"trang tính «{SHEET}», ô A2")]


@pytest.mark.parametrize(("above", "found"), [(19, True), (20, False)])
def test_a_header_is_looked_for_in_twenty_rows(above: int, found: bool, tmp_path: Path) -> None:
    sheet = Sheet([*([["x"]] * above), HEAD, line()])
    read = read_workbook(written(tmp_path / "a.xlsx", sheet), None)
    assert [each.code for each in read.problems] == ([] if found else ["KD631"])
    assert len(read.lines) == found


class TestChoosingSheets:
    @pytest.fixture
    def book(self, tmp_path: Path) -> Path:
        return written(
            tmp_path / "so.xlsx",
            Sheet([HEAD, line()]),
            Sheet([HEAD, line(9)], "nháp", state="hidden"),
            Sheet([["Viết tắt"], ["ĐU"]], "Viết tắt"),
        )

    def test_a_hidden_register_is_told_and_not_taken(self, book: Path) -> None:
        read = read_workbook(book, LETTERS)
        assert [each.so for each, _ in read.lines] == [1]
        assert told(read) == [("KD664", "trang tính «nháp», ô A1")]
        assert read.other_sheets == ["nháp", "Viết tắt"]

    def test_it_is_taken_when_it_is_named(self, book: Path) -> None:
        read = read_workbook(book, LETTERS, wanted=["NHÁP"])
        assert [each.so for each, _ in read.lines] == [9]
        assert read.problems == []

    def test_a_named_sheet_must_exist_and_be_a_register(self, book: Path) -> None:
        missing = read_workbook(book, LETTERS, wanted=["Quyết định"])
        assert [each.code for each in missing.problems] == ["KD665"]
        assert "«nháp»" in missing.problems[0].mend
        other = read_workbook(book, LETTERS, wanted=["Viết tắt"])
        assert told(other) == [("KD631", "trang tính «Viết tắt», ô A1")]

    def test_where_no_sheet_is_a_register_each_is_told(self, tmp_path: Path) -> None:
        sheets = [Sheet([["Viết tắt"], ["ĐU"]], "Một"), Sheet([["Số"], ["1"]], "Hai")]
        read = read_workbook(written(tmp_path / "a.xlsx", *sheets), None)
        assert [each.code for each in read.problems] == ["KD631", "KD631"]


class TestACorrectedFile:
    def test_fills_in_what_was_lost(self, tmp_path: Path) -> None:
        read = read_workbook(written(tmp_path / "so.xlsx", Sheet([HEAD, line()])), None)
        with store.opened(tmp_path / "s.sqlite", BODY) as register:
            with store.transaction(register):
                numbers.add(register, RegisterLine(*LETTERS, 1, "2026-01-05", nguoi_ky="Bí thư"))
            found = bring_in(register, read)
            assert (len(found.moi), len(found.sua), found.problems) == (0, 1, [])
            assert [(each.trich_yeu, each.noi_nhan) for each in numbers.entries(register)] == [
                ("V/v A", "Tỉnh ủy")
            ]

    def test_does_not_change_what_was_there(self, tmp_path: Path) -> None:
        read = read_workbook(written(tmp_path / "so.xlsx", Sheet([HEAD, line()])), None)
        before = RegisterLine(*LETTERS, 1, "2026-01-05", "V/v B")
        with store.opened(tmp_path / "s.sqlite", BODY) as register:
            with store.transaction(register):
                numbers.add(register, before)
            assert [each.code for each in bring_in(register, read).problems] == ["KD635"]
            assert list(numbers.entries(register)) == [before]

    def test_takes_nothing_away_where_it_has_no_such_column(self, tmp_path: Path) -> None:
        sheet = Sheet([HEAD[:3], [1, DAY, "V/v A"]])
        before = RegisterLine(*LETTERS, *A, "Tỉnh ủy", "Bí thư", "3", tep="a.yaml")
        with store.opened(tmp_path / "s.sqlite", BODY) as register:
            with store.transaction(register):
                numbers.add(register, before)
            found = bring_in(register, read_workbook(written(tmp_path / "a.xlsx", sheet), None))
            assert (found.bao_nhieu, found.da_co, found.problems) == (0, 1, [])
            assert list(numbers.entries(register)) == [before]


@pytest.mark.parametrize(
    ("day", "code"),
    [("01/03/2024", "KD668"), ("01/02/2062", "KD668"), ("01/03/2025", "KD669"),
     ("30/12/2026", "KD669"), ("05/01/2026", None)],
)  # fmt: skip
def test_a_date_of_another_time_is_told(day: str, code: str | None, tmp_path: Path) -> None:
    read = read_workbook(written(tmp_path / "so.xlsx", Sheet([HEAD, line(1, day)])), None)
    with store.opened(tmp_path / "s.sqlite", BODY) as register:
        found = bring_in(register, read, BODY.nhiem_ky, dt.date(2026, 11, 28))
        taken = len(list(numbers.entries(register)))
    assert [each.code for each in found.problems] == ([code] if code else [])
    assert taken == (code != "KD668")


def test_the_series_of_a_year_reads_days_without_it(tmp_path: Path) -> None:
    sheet = Sheet([HEAD, line(1, "05/01")], "Công văn 2026")
    ((only, _),) = read_workbook(written(tmp_path / "a.xlsx", sheet), None).lines
    assert (Series(only.loai, only.ky), only.ngay) == (Series("cong-van", "2026"), "2026-01-05")
