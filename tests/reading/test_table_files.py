"""Tables from a file beside the letter: what is read, and why a file is not."""

from pathlib import Path

import pytest
import xlsxwriter

from generator.model import VanBan
from generator.reading.load import read_campaign, read_file

DOT = "ten: Đợt\nnam: 2026\ndia_danh: Tân Hòa\nco_quan: {ten: Đảng ủy xã Tân Hòa, cap_tren: Đảng bộ tỉnh A}\n"
LETTER = """loai: bao-cao
trich_yeu: kết quả năm 2026
noi_dung: Danh sách như sau
bang:
  - tep: {tep}
    {more}
"""
ROWS = "TT;Họ và tên;Điểm\n1;Nguyễn Văn An;9,5\n2;Lê Thị Bình;8\n"


def letter(folder: Path, tep: str = "ds.csv", more: str = "trang_tinh:") -> Path:
    (folder / "dot.yaml").write_text(DOT, "utf-8")
    path = folder / "bao-cao.yaml"
    path.write_text(LETTER.format(tep=tep, more=more), "utf-8")
    return path


def read(path: Path) -> VanBan:
    found = read_file(path)
    assert isinstance(found.value, VanBan), found.problems
    assert found.problems == ()
    return found.value


@pytest.mark.parametrize(
    "data",
    [
        ROWS.encode(),
        ROWS.encode("utf-8-sig"),
        ROWS.encode("utf-16"),
        ROWS.replace(";", ",").replace("9,5", '"9,5"').encode(),
        ROWS.replace(";", "\t").encode(),
        ROWS.replace("\n", "\r\n").encode(),
        ("\n\n" + ROWS + ";;\n").encode(),
    ],
    ids=["utf8", "bom", "utf16", "commas", "tabs", "windows", "blank rows"],
)
def test_a_csv_is_read_as_excel_saves_it(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "ds.csv").write_bytes(data)
    (table,) = read(letter(tmp_path)).bang
    assert [each.ten for each in table.cot] == ["TT", "Họ và tên", "Điểm"]
    assert table.hang == (("1", "Nguyễn Văn An", "9,5"), ("2", "Lê Thị Bình", "8"))


def test_a_sheet_is_read_as_excel_shows_it(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "ds.xlsx"))
    book.add_worksheet("Khác")
    sheet = book.add_worksheet("Danh sách")
    for n, row in enumerate([["TT", "Điểm", "Ghi chú"], [1, 9.5, ""], [2, 8.0, "x"]]):
        sheet.write_row(n, 0, row)
    book.close()
    (table,) = read(letter(tmp_path, "ds.xlsx", "trang_tinh: Danh sách")).bang
    assert table.hang == (("1", "9,5", None), ("2", "8", "x"))


def test_columns_given_beside_a_file_name_its_columns_anew(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text(ROWS, "utf-8")
    more = "cot: [TT, {nhom: Đảng viên}, {ten: Tổng điểm, rong: 30}]"
    (table,) = read(letter(tmp_path, more=more)).bang
    assert [each.ten for each in table.cot] == ["TT", "Họ và tên", "Tổng điểm"]
    assert table.cot[1].nhom == "Đảng viên"


@pytest.mark.parametrize(
    ("tep", "data", "word"),
    [
        ("ds.csv", ROWS.encode("cp1258", "replace"), "UTF-8"),
        ("ds.csv", "TT;Hä vµ tªn\n1;NguyÔn V¨n An\n".encode(), "TCVN3"),
        ("ds.csv", b"", "ít nhất một hàng"),
        ("ds.csv", b"TT;Ten\n", "ít nhất một hàng"),
        ("ds.csv", b'TT;Ten\n1;"a\n', "ngoặc kép"),
        ("ds.csv", ("a;b\n" + "1;2\n" * 6000).encode(), "5000 hàng"),
        ("ds.csv", None, "không có tệp này"),
        ("ds.xlsx", b"PK\x03\x04 damaged", ""),
        ("ds.xlsx", b"<html></html>", ""),
        ("ds.ods", b"x", "chỉ nhận tệp .csv hoặc .xlsx"),
        ("../ds.csv", None, "cùng thư mục"),
    ],
)
def test_a_file_that_is_no_table_is_told_at_its_key(
    tmp_path: Path, tep: str, data: bytes | None, word: str
) -> None:
    if data is not None:
        (tmp_path / tep).write_bytes(data)
    found = read_file(letter(tmp_path, tep)).problems
    assert [(each.code, each.place.line, each.place.column) for each in found] == [("KD176", 5, 10)]
    assert word in found[0].message


def test_a_missing_file_is_sought_among_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "danh-sach.csv").write_text(ROWS, "utf-8")
    (found,) = read_file(letter(tmp_path, "danh-sahc.csv")).problems
    assert "«danh-sach.csv»" in found.message


def test_a_campaign_reads_the_same_as_a_single_file(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text(ROWS, "utf-8")
    alone = read(letter(tmp_path))
    assert read_campaign(tmp_path).documents["bao-cao.yaml"] == alone
