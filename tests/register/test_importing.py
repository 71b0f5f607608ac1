"""What an Excel file says against the register is told with its cell, and nothing is added."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from generator.problems import Problem, Severity, catalogue, has_errors
from generator.register import numbers, store
from generator.register.audit import audit
from generator.register.entry import OnPaper, RegisterLine, TrangThai
from generator.register.importing import bring_in
from generator.register.series import Series
from generator.register.sheet import workbook
from generator.register.sheet_reading import read_workbook
from tests.register.office import BODY, LETTERS
from tests.register.test_sheet import HEAD, filled, typed

SHEET = "Công văn 2025-2030"
PAPER = "Số cấp trên sổ giấy"


def exported(folder: Path) -> tuple[Path, Path]:
    """A register with numbers 05 to 07 behind paper, and its workbook."""
    register, book = folder / "s.sqlite", folder / "so.xlsx"
    book.write_bytes(workbook(*filled(register)))
    return register, book


def changed(book: Path, sheet: str, **cells: str) -> Path:
    """The workbook after somebody typed in it."""
    opened = openpyxl.load_workbook(book)
    for cell, value in cells.items():
        opened[sheet][cell] = value
    opened.save(book)
    return book


def brought(register: Path, book: Path) -> tuple[int, list[Problem]]:
    with store.opened(register, BODY) as opened:
        found = bring_in(opened, read_workbook(book, None))
    return (0 if has_errors(found.problems) else found.bao_nhieu), found.problems


def content(register: Path) -> tuple[list[RegisterLine], list[OnPaper]]:
    with store.read(register) as opened:
        return list(numbers.entries(opened)), numbers.on_paper(opened)


@pytest.mark.parametrize(
    ("sheet", "cells", "cell", "said"),
    [
        # The number of a row was changed; its file stays.
        (SHEET, {"A2": "09"}, "ô A2", "tệp a đã mang số 05 (Công văn 2025-2030)"),
        (SHEET, {"C2": "Việc khác"}, "ô A2", "đã có a («Việc a», ngày 05/02/2026)"),
        (SHEET, {"H2": "đã hủy"}, "ô A2", "đã có a («Việc a»"),
        # A row was copied below with a new number.
        (SHEET, {"A5": "08", "B5": "06/02/2026", "C5": "Việc d", "I5": "c"}, "ô A5",
         "tệp c đã mang số 07"),
        # A row was copied with its number.
        (SHEET, {"A5": "08", "B5": "06/02/2026", "C5": "x", "A6": "08", "B6": "07/02/2026",
                 "C6": "x"}, "ô A6", "đã có"),
        (PAPER, {"C2": "03"}, "ô B2", "sổ ghi 01 đến 04 trên sổ giấy, lý do: sổ giấy"),
        (PAPER, {"D2": "khác"}, "ô B2", "sổ ghi 01 đến 04"),
        (PAPER, {"B2": "20", "C2": "12"}, "ô B2", "«Đến số» 12 nhỏ hơn «Từ số» 20"),
    ],
)  # fmt: skip
def test_what_contradicts_the_register_is_told_with_its_cell(
    tmp_path: Path, sheet: str, cells: dict[str, str], cell: str, said: str
) -> None:
    register, book = exported(tmp_path)
    before = content(register)
    count, problems = brought(register, changed(book, sheet, **cells))
    assert count == 0
    assert {each.code for each in problems} == {"KD635"}
    assert any(
        each.place.part == f"trang tính «{sheet}», {cell}" and said in each.message
        for each in problems
    ), problems
    assert content(register) == before


def test_two_rows_of_one_file_do_not_go_into_an_empty_register(tmp_path: Path) -> None:
    _, book = exported(tmp_path)
    changed(book, SHEET, I3="a", H3="đã cấp")
    count, (found,) = brought(tmp_path / "moi.sqlite", book)
    assert (count, found.code) == (0, "KD635")
    assert content(tmp_path / "moi.sqlite") == ([], [])


def test_a_row_that_stands_twice_has_to_say_the_same(tmp_path: Path) -> None:
    register = tmp_path / "s.sqlite"
    row = ["01", "05/01/2026", "Việc một"]
    twice = typed(tmp_path / "a.xlsx", [HEAD, [*row, "ký bù"], [*row, "ký bù"]], SHEET)
    otherwise = typed(tmp_path / "b.xlsx", [HEAD, [*row, "ký bù"], [*row, "gửi lại"]], SHEET)
    count, (found,) = brought(register, otherwise)
    assert (count, found.code, found.place.part[-4:]) == (0, "KD635", "ô A3")
    assert brought(register, twice) == (1, [])


def test_notes_and_copies_are_taken_over_from_excel(tmp_path: Path) -> None:
    register, book = exported(tmp_path)
    assert brought(register, changed(book, SHEET, G2="ký bù", F2="12")) == (1, [])
    (first, *_), _ = content(register)
    assert (first.so, first.ghi_chu, first.so_ban) == (5, "ký bù", "12")
    # A workbook without these columns takes nothing away.
    assert brought(register, changed(book, SHEET, G2="", F2="")) == (0, [])
    assert content(register)[0][0] == first
    # So a day that runs backwards is explained, as KD624 says.
    assert "Ghi chú rồi nhập lại (number import)" in catalogue.entry("KD624").cach_sua


ND30: list[object] = [
    "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản",
    "Người ký", "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ghi chú",
]  # fmt: skip


def test_the_register_of_nghi_dinh_30_is_read_and_the_column_it_has_more_is_told(
    tmp_path: Path,
) -> None:
    row = ["01-CV/ĐU", "05/01/2026", "Việc", "Phạm Đình Quân", "Các chi bộ", "Văn phòng", 3, "x"]
    read = read_workbook(typed(tmp_path / "a.xlsx", [ND30, row], SHEET), None)
    ((line, _),) = read.lines
    assert line == RegisterLine(
        *LETTERS, 1, "2026-01-05", "Việc", "Các chi bộ", "Phạm Đình Quân", "3", "x"
    )
    (told,) = read.problems
    assert (told.code, told.severity) == ("KD636", Severity.WARNING)
    assert told.place.part.endswith("ô F1")
    assert "«Đơn vị, người nhận bản lưu»" in told.message
    count, problems = brought(tmp_path / "s.sqlite", tmp_path / "a.xlsx")
    assert (count, problems) == (1, [told])


def test_the_first_of_two_columns_of_one_meaning_counts_and_the_other_is_told(
    tmp_path: Path,
) -> None:
    rows = [[*HEAD, "Ngày, tháng"], ["01", "05/01/2026", "x", "", "06/01/2026"]]
    read = read_workbook(typed(tmp_path / "a.xlsx", rows, SHEET), None)
    assert [line.ngay for line, _ in read.lines] == ["2026-01-05"]
    assert [(each.code, each.place.part[-4:]) for each in read.problems] == [("KD636", "ô E1")]


def test_a_document_whose_first_number_was_cancelled_is_brought_in(tmp_path: Path) -> None:
    first = RegisterLine(
        *LETTERS, 1, "2026-01-05", trang_thai=TrangThai.HUY, tep="a", ghi_chu="nhầm"
    )
    second = RegisterLine(*LETTERS, 2, "2026-01-05", "Việc", tep="a")
    for rows in ([first, second], [second, first]):
        book = tmp_path / "a.xlsx"
        book.write_bytes(workbook(rows, []))
        register = tmp_path / f"{rows[0].so}.sqlite"
        assert brought(register, book) == (2, [])
        assert content(register) == ([first, second], [])


def test_an_empty_column_more_is_no_matter(tmp_path: Path) -> None:
    read = read_workbook(typed(tmp_path / "a.xlsx", [[*HEAD, "Khác"], [1, ""]], SHEET), None)
    assert read.problems == []


@pytest.mark.parametrize(
    ("series", "text", "so"),
    [
        ("Công văn 2025-2030", "01-QĐ/ĐU", None),
        ("Công văn 2025-2030", "01-CV/ĐU", 1),
        ("Công văn 2025-2030", "Số 12 - CV/TU", 12),
        ("Công văn 2026", "12/UBND-VX", 12),
        ("Công văn 2026", "12/BC-UBND", None),
        ("Quyết định 2026", "12/2026/QĐ-UBND", 12),
        ("Quyết định 2026", "12/2026/CT-UBND", None),
        ("Quy định 2025-2030", "03-QĐ/ĐU", 3),
        ("Bản sao 2025-2030", "03-BS/ĐU", 3),
        ("Đại hội", "03-BC/ĐH", 3),
        ("Công văn 2025-2030", "05/11/2026", None),
        ("Công văn 2025-2030", "5.5", None),
        ("Công văn 2025-2030", "1" * 20, None),
    ],
)
def test_a_number_is_read_with_the_symbol_of_its_series_only(
    tmp_path: Path, series: str, text: str, so: int | None
) -> None:
    path = typed(tmp_path / "a.xlsx", [HEAD, [text, "05/01/2026", "x"]], series)
    read = read_workbook(path, None)
    assert [line.so for line, _ in read.lines] == ([so] if so else [])
    assert [(each.code, each.place.part[-4:]) for each in read.problems] == (
        [] if so else [("KD633", "ô A2")]
    )


def test_a_day_in_the_number_column_is_refused(tmp_path: Path) -> None:
    day = dt.date(2026, 11, 5)
    read = read_workbook(typed(tmp_path / "a.xlsx", [HEAD, [day, day, "x"]], SHEET), None)
    assert [(each.code, each.place.part[-4:]) for each in read.problems] == [("KD633", "ô A2")]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", TrangThai.CAP), ("đã cấp", TrangThai.CAP), ("Đã phát hành", TrangThai.CAP),
        ("Hủy", TrangThai.HUY), ("huỷ", TrangThai.HUY), ("Hủy bỏ", TrangThai.HUY),
        ("ĐÃ HUỶ", TrangThai.HUY), ("đang giữ", TrangThai.GIU), ("bỏ", None), ("x", None),
    ],
)  # fmt: skip
def test_a_state_is_known_or_refused(tmp_path: Path, text: str, state: TrangThai | None) -> None:
    rows = [[*HEAD, "Trạng thái"], [1, "05/01/2026", "x", "", text]]
    read = read_workbook(typed(tmp_path / "a.xlsx", rows, SHEET), None)
    if state is None:
        assert [(each.code, each.place.part[-4:]) for each in read.problems] == [("KD637", "ô E2")]
    else:
        assert [line.trang_thai for line, _ in read.lines] == [state]


@pytest.mark.parametrize("day", ["2026-11-05", "05/11/2026", "5.11.2026", "5-11-2026"])
def test_a_day_is_read_in_the_ways_it_is_typed(tmp_path: Path, day: str) -> None:
    read = read_workbook(typed(tmp_path / "a.xlsx", [HEAD, [1, day]], SHEET), None)
    assert [line.ngay for line, _ in read.lines] == ["2026-11-05"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["Công văn 2025-2030", "1", "5"], None),
        (["Công văn 2025-2030", "1"], "KD633"),
        (["Công văn 2025-2030"], "KD633"),
        (["Công văn 2025-2030", "1", "9" * 20, "x"], "KD633"),
    ],
)
def test_a_narrow_sheet_of_paper_numbers_is_read(
    tmp_path: Path, row: list[object], code: str | None
) -> None:
    path = typed(tmp_path / "a.xlsx", [["Dãy số"], row], PAPER)
    count, problems = brought(tmp_path / "s.sqlite", path)
    assert [each.code for each in problems] == ([code] if code else [])
    assert count == (code is None)


def test_a_column_far_to_the_right_is_named_as_excel_does(tmp_path: Path) -> None:
    row = ["", *[""] * 26, "1", "sai", "Việc"]
    head = ["", *[""] * 26, "Số", "Ngày", "Trích yếu"]
    read = read_workbook(typed(tmp_path / "a.xlsx", [head, row], SHEET), None)
    assert read.problems[0].place.part.endswith("ô AC2")


@pytest.mark.parametrize(
    "names",
    [
        [Series("cong-van", "2025/2030"), Series("cong-van", "2025-2030")],
        [Series("cong-van", "nhiệm kỳ của Đại hội lần thứ hai mươi [2025]")],
        [Series("dai-hoi", "dai-hoi"), Series("dai-hoi", "2025-2030")],
        [Series("cong-van", "'a"), Series("cong-van", "A'")],
    ],
)
def test_any_series_can_be_exported(tmp_path: Path, names: list[Series]) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook([RegisterLine(*each, 1) for each in names], []))
    assert len(openpyxl.load_workbook(path).sheetnames) == len(names)


def test_a_gap_is_explained_by_cancelling_its_number(tmp_path: Path) -> None:
    rows = [HEAD, *([so, "05/01/2026", f"Việc {so}"] for so in (1, 2, 4))]
    register = tmp_path / "s.sqlite"
    brought(register, typed(tmp_path / "a.xlsx", rows, SHEET))
    with store.opened(register) as opened:
        assert [each.code for each in audit(opened, register)] == ["KD640"]
        with store.transaction(opened):
            done = numbers.cancel(opened, LETTERS, 3, "bỏ cách quãng")
            beyond = numbers.cancel(opened, LETTERS, 5, "chưa đến")
        assert isinstance(done, RegisterLine)
        assert (done.so, done.trang_thai, done.ghi_chu) == (3, TrangThai.HUY, "bỏ cách quãng")
        assert isinstance(beyond, Problem)
        assert beyond.code == "KD616"
        assert list(audit(opened, register)) == []


def test_a_number_of_the_paper_register_is_not_cancelled_here(tmp_path: Path) -> None:
    register, _ = exported(tmp_path)
    with store.opened(register) as opened, store.transaction(opened):
        found = numbers.cancel(opened, LETTERS, 2, "x")
    assert isinstance(found, Problem)
    assert found.code == "KD616"
