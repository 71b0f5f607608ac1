"""The superior's sheet, filled: values where the tags stood, everything else as it was."""

import csv
import datetime as dt
import io
import resource
import time
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from python_calamine import CalamineWorkbook

from generator.model.base import Model
from generator.model.birth import NgaySinh
from generator.problems import Problem
from generator.sheets.patched.filling import filled
from generator.sheets.patched.mapping import CachDien
from tests.sheets.patched.workbooks import (
    by_hand,
    changed_parts,
    converted,
    everything,
    needs_libreoffice,
    parts,
    picture,
    with_part,
)

PEOPLE = [
    {"ho_ten": "Nguyễn Văn A", "ngay_sinh": dt.date(1970, 2, 5), "diem": 85.5, "muc": "Tốt"},
    {"ho_ten": "=cmd()", "ngay_sinh": "1965", "diem": 90, "muc": "Xuất sắc"},
    {"ho_ten": "Trần & B", "ngay_sinh": "03/12/1980", "diem": "70,5", "muc": "Tốt"},
    {"ho_ten": "Lê C", "ngay_sinh": dt.date(1990, 1, 1), "diem": 60, "muc": "Tốt"},
]
VALUES: dict[str, Any] = {
    "nam": 2026, "don_vi": {"ten": "Chi bộ 1"}, "ngay": dt.date(2026, 12, 5), "ca_nhan": PEOPLE, "trong": None,
}  # fmt: skip
HOME = "Biểu số 1"


def template() -> bytes:
    """A sheet of a superior: a title, a list between two tags, totals, rules, a picture below."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet(HOME)
    line = book.add_format({"border": 1})
    day = book.add_format({"border": 1, "num_format": "dd/mm/yyyy"})
    point = book.add_format({"border": 1, "num_format": "0.0"})
    bold, usual = book.add_format({"bold": True}), book.add_format({"italic": True})
    sheet.merge_range("A1:F1", "TỔNG HỢP NĂM {{ nam }}", bold)
    sheet.write_rich_string("A2", bold, "Đơn vị: ", usual, "{{ don_vi.ten }}")
    sheet.write("A3", "Ngày lập: {{ ngay }}")
    for column, head in enumerate(("STT", "Họ và tên", "Ngày sinh", "Điểm", "Mức", "Tỉ lệ")):
        sheet.write(5, column, head, bold)
    sheet.write("A7", "{%tr for p in ca_nhan %}")
    for cell, text, form in (
        ("A8", "{{ loop.index }}", line), ("B8", "{{ p.ho_ten }}", line), ("C8", "{{ p.ngay_sinh }}", day),
        ("D8", "{{ p.diem }}", point), ("E8", "{{ p.muc }}", line),
    ):  # fmt: skip
        sheet.write(cell, text, form)
    sheet.write_formula("F8", "=D8/D$11", line, 0.5)
    sheet.write("A9", "{%tr endfor %}")
    sheet.write("B10", "Cộng", bold)
    sheet.write_formula("D10", "=SUM(D8:D8)", point, 99)
    sheet.write_formula("E10", '=COUNTIF(E8,"Tốt")', line, 99)
    sheet.write("D11", 100, point)
    sheet.merge_range("E12:F13", "Thủ trưởng", bold)
    sheet.data_validation("E8", {"validate": "list", "source": ["Tốt", "Xuất sắc"]})
    sheet.conditional_format("D8", {"type": "formula", "criteria": "=$D8>85", "format": bold})
    sheet.conditional_format("A8:F8", {"type": "data_bar", "data_bar_2010": True})
    sheet.add_sparkline("G8", {"range": f"'{HOME}'!C8:D8"})
    sheet.write_url("B11", f"internal:'{HOME}'!D10", string="Xem")
    sheet.insert_textbox("A15", "XÁC NHẬN")
    sheet.insert_image("A3", "tren.png", {"image_data": io.BytesIO(picture())})
    sheet.print_area("A1:F13")
    sheet.repeat_rows(5, 5)
    sheet.write_comment("B10", "Cộng cả đơn vị")
    sheet.freeze_panes(6, 2)
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": f"='{HOME}'!$D$8:$D$8"})
    sheet.insert_chart("A20", chart)
    other = book.add_worksheet("Tóm tắt")
    other.write_formula("A1", f"='{HOME}'!D10", line, 99)
    other.write_formula("A2", "=1+1", line, 2)
    book.add_worksheet("Hướng dẫn").write(0, 0, "Tuyệt đối không chỉnh sửa")
    book.define_name("Cong", f"='{HOME}'!$D$10")
    book.close()
    return data.getvalue()


SHEET = template()


def made(
    data: bytes, values: Mapping[str, Any] = VALUES, mapping: CachDien | None = None
) -> tuple[bytes, list[Problem]]:
    out, problems = filled(data, values, mapping)
    assert out is not None, problems
    return out, problems


def refused(
    data: bytes, values: Mapping[str, Any] = VALUES, mapping: CachDien | None = None
) -> list[Problem]:
    out, problems = filled(data, values, mapping)
    assert out is None
    return problems


def opened(data: bytes) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it drops of the file
        return openpyxl.load_workbook(io.BytesIO(data))


def sheet(data: bytes, number: int = 1) -> etree._Element:
    return etree.fromstring(parts(data)[f"xl/worksheets/sheet{number}.xml"])


def held(value: object) -> object:
    return value.date() if isinstance(value, dt.datetime) else value


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(each.code, each.place.part) for each in problems]


def at(cell: str, name: str = HOME) -> str:
    return f"trang tính «{name}», ô {cell}"


def one_sheet(cells: Mapping[str, object], forms: Mapping[str, str] | None = None) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet("T")
    for cell, value in cells.items():
        form = (
            book.add_format({"num_format": (forms or {})[cell]}) if cell in (forms or {}) else None
        )
        page.write(cell, value, form)
    book.close()
    return data.getvalue()


def test_the_values_stand_where_the_tags_stood() -> None:
    out, problems = made(SHEET)
    assert problems == []
    page = opened(out)[HOME]
    assert page["A1"].value == "TỔNG HỢP NĂM 2026"
    assert page["A3"].value == "Ngày lập: 05/12/2026"
    assert [
        [held(page.cell(row, column).value) for column in range(1, 6)] for row in range(7, 11)
    ] == [
        [1, "Nguyễn Văn A", dt.date(1970, 2, 5), 85.5, "Tốt"],
        [2, "=cmd()", "1965", 90, "Xuất sắc"],
        [3, "Trần & B", dt.date(1980, 12, 3), 70.5, "Tốt"],
        [4, "Lê C", dt.date(1990, 1, 1), 60, "Tốt"],
    ]
    assert page["B8"].data_type == "s"
    assert [page.cell(row, 2).border.left.style for row in range(7, 11)] == ["thin"] * 4
    assert page["C9"].number_format == "dd/mm/yyyy"


def test_a_text_of_several_looks_keeps_them() -> None:
    runs = sheet(made(SHEET)[0]).findall("{*}sheetData/{*}row[2]/{*}c/{*}is/{*}r")
    assert [run.findtext("{*}t") for run in runs] == ["Đơn vị: ", "Chi bộ 1"]
    assert [run.find("{*}rPr/{*}b") is not None for run in runs] == [True, False]


def test_formulas_follow_and_nobody_reads_what_they_gave_before() -> None:
    out, _ = made(SHEET)
    page = opened(out)[HOME]
    assert page["D11"].value == "=SUM(D7:D10)"
    assert page["E11"].value == '=COUNTIF(E7:E10,"Tốt")'
    assert [page[f"F{row}"].value for row in (7, 10)] == ["=D7/D$12", "=D10/D$12"]
    assert opened(out)["Tóm tắt"]["A1"].value == f"='{HOME}'!D11"
    for number in (1, 2):
        for cell in sheet(out, number).iterfind("{*}sheetData/{*}row/{*}c"):
            assert cell.find("{*}f") is None or (
                cell.find("{*}v") is None and cell.get("t") is None
            )
    assert b'fullCalcOnLoad="1"' in parts(out)["xl/workbook.xml"]


def test_what_lies_below_or_around_the_list_goes_along() -> None:
    out, _ = made(SHEET)
    root = sheet(out)
    assert [each.get("ref") for each in root.iterfind("{*}mergeCells/{*}mergeCell")] == [
        "A1:F1",
        "E13:F14",
    ]
    assert [
        each.get("sqref") for each in root.iterfind("{*}dataValidations/{*}dataValidation")
    ] == ["E7:E10"]
    rules = root.findall("{*}conditionalFormatting")
    assert {each.get("sqref") for each in rules} == {"D7:D10", "A7:F10"}
    assert [
        each.text for each in root.iterfind("{*}conditionalFormatting/{*}cfRule/{*}formula")
    ] == ["$D7>85"]
    lines = [[e.text for e in each if isinstance(e.tag, str)] for each in root.iter("{*}sparkline")]
    assert lines == [[f"'{HOME}'!C{n}:D{n}", f"G{n}"] for n in range(7, 11)]
    assert [(e.get("ref"), e.get("location")) for e in root.iter("{*}hyperlink")] == [
        ("B12", f"'{HOME}'!D11")
    ]
    names = {name: each.attr_text for name, each in opened(out).defined_names.items()}
    assert names == {"Cong": f"'{HOME}'!$D$11"}
    assert opened(out)[HOME].print_area == f"'{HOME}'!$A$1:$F$14"
    assert b'ref="B11"' in parts(out)["xl/comments1.xml"]
    assert b"<x:Row>10</x:Row>" in parts(out)["xl/drawings/vmlDrawing1.vml"]
    assert f"'{HOME}'!$D$7:$D$10".encode() in parts(out)["xl/charts/chart1.xml"]
    rows = [
        [int(str(e.text)) for e in each.iter("{*}row")]
        for each in etree.fromstring(parts(out)["xl/drawings/drawing1.xml"])
    ]
    assert sorted(each[0] for each in rows) == [
        2,
        15,
        20,
    ]  # the box and the chart were at 14 and 19


def test_everything_else_stays_byte_for_byte() -> None:
    out, _ = made(SHEET)
    assert changed_parts(SHEET, out) == {
        "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/drawings/drawing1.xml",
        "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/charts/chart1.xml",
    }  # fmt: skip


def test_without_repeated_rows_only_the_filled_sheets_change() -> None:
    data = everything()
    out, _ = made(
        data,
        VALUES,
        CachDien.model_validate(
            {"o": [{"trang": "Danh sách đảng viên", "o": "F4", "gia_tri": "{{ nam }}"}]}
        ),
    )
    assert changed_parts(data, out) == {
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/workbook.xml",
    }
    assert opened(out)["Danh sách đảng viên"]["F4"].value == 2026


def test_the_same_values_give_the_same_bytes() -> None:
    assert made(SHEET)[0] == made(SHEET)[0]


def test_a_list_without_items_leaves_one_row_blank_so_that_totals_stay_whole() -> None:
    out, problems = made(SHEET, {**VALUES, "ca_nhan": []})
    page = opened(out)[HOME]
    assert [page.cell(7, column).value for column in range(1, 6)] == [None] * 5
    assert page["D8"].value == "=SUM(D7:D7)"
    assert page["B7"].border.left.style == "thin"
    assert told(problems) == [("KD828", at(f"{column}8")) for column in "ABCDE"]


def test_a_condition_that_does_not_hold_leaves_no_row() -> None:
    out, _ = made(
        one_sheet(
            {"A1": "{%tr if nam > 3000 %}", "A2": "{{ nam }}", "A3": "{%tr endif %}", "A4": "cuối"}
        )
    )
    assert [row[0].value for row in opened(out)["T"].iter_rows()] == ["cuối"]


def test_lists_within_lists_and_rows_without_tags_are_repeated() -> None:
    groups = [{"ten": "A", "nguoi": ["x", "y"]}, {"ten": "B", "nguoi": ["z"]}]
    out, _ = made(
        one_sheet({
            "A1": "{%tr for n in nhom %}", "A2": "{{ n.ten }}", "A3": "{%tr for p in n.nguoi %}", "B4": "{{ p }}",
            "A5": "{%tr endfor %}", "A6": "hết nhóm", "A7": "{%tr endfor %}", "A8": "hết",
        }),
        {"nhom": groups},
    )  # fmt: skip
    rows = [[cell.value for cell in row] for row in opened(out)["T"].iter_rows()]
    assert rows == [
        ["A", None], [None, "x"], [None, "y"], ["hết nhóm", None], ["B", None], [None, "z"], ["hết nhóm", None], ["hết", None],
    ]  # fmt: skip


def test_expressions_are_those_of_the_word_templates() -> None:
    cells = {
        "A1": "{{ don_vi.ten|upper }}", "A2": "{% if nam > 2000 %}Năm {{ nam }}{% else %}cũ{% endif %}",
        "A3": "{{ ca_nhan|map(attribute='ho_ten')|join('; ') }}", "A4": "{{ ca_nhan|length }}",
        "A5": "{% for p in ca_nhan %}{{ p.muc }}{% if not loop.last %}, {% endif %}{% endfor %}", "A6": "{{ nam - 1 }}",
        "A7": "{{ “Tốt” }}", "A8": "{# ghi chú #}", "A9": "  {{ 5 }} ",
    }  # fmt: skip
    page = opened(made(one_sheet(cells))[0])["T"]
    assert [page[cell].value for cell in cells] == [
        "CHI BỘ 1", "Năm 2026", "Nguyễn Văn A; =cmd(); Trần & B; Lê C", 4, "Tốt, Xuất sắc, Tốt, Tốt", 2025, "Tốt", None, 5,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("{{ don_vi.tenn }}", "KD330"),
        ("{{ khong_co }}", "KD330"),
        ("{{ don_vi }}", "KD333"),
        ("{{ ca_nhan }}", "KD333"),
        ("Ghi: {{ trong }}", "KD331"),
        ("{{ nam", "KD301"),
        ("{{ nam + }}", "KD305"),
        ("{% if nam %}x", "KD306"),
        ("{{ nam.__class__ }}", "KD308"),
        ("{{ nam|attr('x') }}", "KD308"),
        ("{{ ho + 1 }}", "KD330"),
        ("{{ 'a' * 9 }}", "KD335"),
        ("{%p for p in ca_nhan %}", "KD306"),
        ("{%tr for p in ca_nhan %} và", "KD303"),
        ("{{r nam }}", "KD825"),
        ("{%p if nam %}{%p endif %}", "KD825"),
        ("{% colspan 2 %}", "KD825"),
        ("{% macro a() %}{% endmacro %}", "KD825"),
        ("{{ 'x' ~ ('y' * 1) }}", "KD335"),
    ],
)
def test_what_is_wrong_with_a_tag_is_told_with_sheet_and_cell(cell: str, code: str) -> None:
    problems = refused(one_sheet({"B5": cell}))
    assert (code, at("B5", "T")) in told(problems)


def test_every_missing_field_is_told_at_once() -> None:
    problems = refused(SHEET, {"nam": 2026, "ca_nhan": [{"ho_ten": "A"}]})
    assert {each.place.part for each in problems if each.code == "KD330"} == {
        at(cell) for cell in ("A2", "A3", "C8", "D8", "E8")
    }
    assert "ngay_sinh" in next(each.message for each in problems if each.place.part == at("C8"))


def test_a_block_from_one_cell_to_another_is_told() -> None:
    assert ("KD317", at("A1", "T")) in told(
        refused(one_sheet({"A1": "{% if nam %}x", "B1": "y{% endif %}"}))
    )


def test_a_value_that_is_not_known_leaves_its_cell_empty_and_is_told() -> None:
    out, problems = made(one_sheet({"A1": "{{ trong }}", "A2": "{{ nam }}"}))
    assert opened(out)["T"]["A1"].value is None
    assert told(problems) == [("KD828", at("A1", "T"))]


def test_cells_that_share_a_text_are_filled_and_others_keep_theirs() -> None:
    strings = "<si><t>{{ nam }}</t></si><si><t>Năm</t></si>"
    cells = "".join(f'<c r="{c}1" t="s"><v>{n}</v></c>' for c, n in (("A", 0), ("B", 1), ("C", 0)))
    data = by_hand({"T": f'<sheetData><row r="1">{cells}</row></sheetData>'}, strings=strings)
    out, _ = made(data)
    assert [cell.value for cell in opened(out)["T"][1]] == [2026, "Năm", 2026]
    assert changed_parts(data, out) == {"xl/worksheets/trang1.xml", "xl/workbook.xml"}


def test_shared_formulas_below_the_list_become_formulas_of_their_own() -> None:
    inside = (
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{%tr for p in ca_nhan %}</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>{{ p.diem }}</t></is></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>{%tr endfor %}</t></is></c></row>'
        '<row r="5"><c r="B5"><f t="shared" ref="B5:B6" si="0">A5*$C$5</f><v>1</v></c></row>'
        '<row r="6"><c r="B6"><f t="shared" si="0"/><v>1</v></c></row></sheetData>'
    )
    page = opened(made(by_hand({"T": inside}))[0])["T"]
    assert [page["B6"].value, page["B7"].value] == ["=A6*$C$6", "=A7*$C$6"]


def test_a_workbook_with_prefixes_and_without_places_is_filled() -> None:
    inside = (
        "<x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>{%tr for p in ca_nhan %}</x:t></x:is></x:c></x:row>"
        "<x:row><x:c t='inlineStr'><x:is><x:t>{{ p.ho_ten }}</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row>"
        "<x:row><x:c t='inlineStr'><x:is><x:t>{%tr endfor %}</x:t></x:is></x:c></x:row></x:sheetData>"
    )
    page = opened(made(by_hand({"T": inside}, prefix="x:"))[0])["T"]
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [
        [each["ho_ten"], 7] for each in PEOPLE
    ]


def test_a_table_over_the_list_grows_and_one_below_moves() -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet("T")
    rows = [["{%tr for p in ca_nhan %}"], ["{{ p.ho_ten }}"], ["{%tr endfor %}"]]
    page.add_table("A1:A4", {"data": rows, "columns": [{"header": "Họ tên"}]})
    page.add_table("C6:C8", {"data": [["a"], ["b"]], "columns": [{"header": "Khác"}]})
    book.close()
    found = opened(made(data.getvalue())[0])["T"].tables
    assert sorted(each.ref for each in found.values()) == ["A1:A5", "C7:C9"]


def mapping(**fields: Any) -> CachDien:
    return CachDien.model_validate({"danh_sach": [{"trang": "T", "moi": "ca_nhan", **fields}]})


READY = {
    **{f"A{n}": str(n - 2) for n in range(3, 9)},
    "B9": "Cộng",
    "C9": "=SUM(C3:C8)",
    "A1": "Danh sách",
}


def test_a_list_of_the_mapping_file_goes_into_the_rows_that_are_ready() -> None:
    data = one_sheet(READY, {"C3": "0.0"})
    out, problems = made(data, VALUES, mapping(dong="3", den="8", cot={"B": "ho_ten", "C": "diem"}))
    page = opened(out)["T"]
    assert problems == []
    assert [page[f"B{n}"].value for n in range(3, 10)] == [
        *(each["ho_ten"] for each in PEOPLE),
        None,
        None,
        "Cộng",
    ]
    assert [page[f"A{n}"].value for n in range(3, 9)] == ["1", "2", "3", "4", "5", "6"]
    assert page["C9"].value == "=SUM(C3:C8)"


def test_more_items_than_rows_push_what_is_below_down() -> None:
    out, _ = made(
        one_sheet(READY), VALUES, mapping(dong="3", den="4", cot={"B": "ho_ten", "C": "diem"})
    )
    page = opened(out)["T"]
    assert [page[f"B{n}"].value for n in range(3, 7)] == [each["ho_ten"] for each in PEOPLE]
    assert page["B11"].value == "Cộng"
    assert page["C11"].value == "=SUM(C3:C10)"


def test_a_list_without_items_leaves_the_ready_rows_alone() -> None:
    out, problems = made(
        one_sheet(READY), {"ca_nhan": []}, mapping(dong="3", den="8", cot={"B": "ho_ten"})
    )
    assert opened(out)["T"]["A3"].value == "1"
    assert [each.code for each in problems] == ["KD828"]


def test_columns_of_a_list_may_be_expressions() -> None:
    cot = {
        "A": "{{ loop.index }}",
        "B": "{{ moi.ho_ten|upper }} ({{ moi.muc }})",
        "D": "ho_ten|length",
    }
    page = opened(made(one_sheet({"A1": "x"}), VALUES, mapping(dong="2", cot=cot))[0])["T"]
    assert [cell.value for cell in page[2]] == [1, "NGUYỄN VĂN A (Tốt)", None, 12]


@pytest.mark.parametrize(
    ("given", "code", "place"),
    [
        ({"o": [{"trang": "Khác", "o": "A1", "gia_tri": "x"}]}, "KD823", "trang tính «Khác»"),
        ({"o": [{"trang": "T", "o": "C9", "gia_tri": "{{ nam }}"}]}, "KD823", at("C9", "T")),
        ({"o": [{"trang": "T", "o": "A1", "gia_tri": "{{ nma }}"}]}, "KD330", at("A1", "T")),
        ({"danh_sach": [{"trang": "T", "dong": "3", "moi": "ca_nhann", "cot": {"B": "ho_ten"}}]}, "KD330", "trang tính «T», hàng 3"),
        ({"danh_sach": [{"trang": "T", "dong": "3", "moi": "ca_nhan", "cot": {"B": "ho_tenn"}}]}, "KD330", at("B3", "T")),
        ({"danh_sach": [{"trang": "T", "dong": "3", "moi": "ca_nhan", "cot": {"B": "ho ten"}}]}, "KD305", at("B3", "T")),
        ({"danh_sach": [{"trang": "T", "dong": d, "den": "5", "moi": "ca_nhan", "cot": {"B": "ho_ten"}} for d in ("3", "4")]},
         "KD823", "trang tính «T», hàng 4"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_mapping_is_told(
    given: dict[str, Any], code: str, place: str
) -> None:
    problems = refused(one_sheet(READY), VALUES, CachDien.model_validate(given))
    assert (code, place) in told(problems)


def test_a_cell_below_a_merged_area_is_filled_where_it_is_seen() -> None:
    where = {"o": [{"trang": HOME, "o": "F12", "gia_tri": "Bí thư {{ don_vi.ten }}"}]}
    out, _ = made(SHEET, VALUES, CachDien.model_validate(where))
    assert opened(out)[HOME]["E13"].value == "Bí thư Chi bộ 1"


def test_a_text_of_the_mapping_file_becomes_what_the_format_of_its_cell_says() -> None:
    data = one_sheet({"A1": "", "A2": "", "A9": "x"}, {"A1": "0.0", "A2": "dd/mm/yyyy"})
    where = [
        {"trang": "T", "o": o, "gia_tri": text}
        for o, text in (("A1", "27,5"), ("A2", "5/12/2026"), ("A3", "5"))
    ]
    page = opened(made(data, {}, CachDien.model_validate({"o": where}))[0])["T"]
    assert [held(page[cell].value) for cell in ("A1", "A2", "A3")] == [
        27.5,
        dt.date(2026, 12, 5),
        "5",
    ]


LOOP = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>{%tr for p in ca_nhan %}</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>{{ p.diem }}</t></is></c></row>'
    '<row r="3"><c r="A3" t="inlineStr"><is><t>{%tr endfor %}</t></is></c></row>'
)


def test_rules_for_whole_columns_still_end_with_the_sheet() -> None:
    inside = (
        f'<sheetData>{LOOP}<row r="1048576"><c r="A1048576" s="0"/></row></sheetData>'
        '<conditionalFormatting sqref="A1:C1048576"><cfRule type="expression" priority="1"><formula>$A1=1</formula>'
        '</cfRule></conditionalFormatting><dataValidations count="1"><dataValidation sqref="B2:B1048576">'
        "<formula1>$A$5:$A$1048576</formula1></dataValidation></dataValidations>"
    )
    out, _ = made(by_hand({"T": inside}))
    root = etree.fromstring(parts(out)["xl/worksheets/trang1.xml"])
    assert [each.get("sqref") for each in root.iter() if each.get("sqref")] == [
        "A1:C1048576",
        "B1:B1048576",
    ]
    assert root.findtext("{*}dataValidations/{*}dataValidation/{*}formula1") == "$A$6:$A$1048576"
    assert [row.get("r") for row in root.iterfind("{*}sheetData/{*}row")] == ["1", "2", "3", "4"]


def test_a_last_row_that_would_be_pushed_out_is_told() -> None:
    inside = f'<sheetData>{LOOP}<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
    assert [each.code for each in refused(by_hand({"T": inside}))] == ["KD827"]


def test_a_workbook_with_nothing_to_fill_in_is_told() -> None:
    assert [each.code for each in refused(one_sheet({"A1": "x"}))] == ["KD822"]


def test_a_tag_where_nothing_is_filled_in_is_told() -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet("T")
    page.write("A1", "{{ nam }}")
    page.insert_textbox("C3", "Thủ trưởng {{ ky.ho_ten }}")
    page.set_header("&C{{ don_vi.ten }}")
    page.write_comment("B2", "{{ nam }}")
    page.write_formula("D1", '="{{ nam }}"')
    book.close()
    problems = refused(data.getvalue())
    assert {each.code for each in problems} == {"KD824"}
    said = " ".join(each.message for each in problems)
    for word in ("khung chữ", "đầu trang", "ghi chú", "công thức"):
        assert word in said


def test_a_formula_over_several_repeated_rows_is_told() -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    page = book.add_worksheet("T")
    for n, text in enumerate(("{%tr for p in ca_nhan %}", "{{ p.diem }}", "x", "{%tr endfor %}")):
        page.write(n, 0, text)
    page.write_array_formula("B2:B3", "{=A2:A3*2}")
    book.close()
    assert told(refused(data.getvalue())) == [("KD827", at("B2", "T"))]


def test_a_formula_that_may_mean_something_else_is_told() -> None:
    cells = {
        "A1": "{%tr for p in ca_nhan %}",
        "A2": "{{ p.diem }}",
        "A3": "{%tr endfor %}",
        "A4": "=A2",
        "B2": "=A2/A6",
    }
    _, problems = made(one_sheet(cells))
    assert sorted(told(problems)) == [("KD826", at("A4", "T")), ("KD826", at("B2", "T"))]


def test_drawings_that_cannot_be_read_stay_where_they_are_and_are_told() -> None:
    broken = with_part(SHEET, {"xl/drawings/vmlDrawing1.vml": b"<xml><br></xml>"})
    out, problems = made(broken)
    assert parts(out)["xl/drawings/vmlDrawing1.vml"] == b"<xml><br></xml>"
    assert [(each.code, "vmlDrawing1.vml" in each.message) for each in problems] == [
        ("KD826", True)
    ]


def test_the_chain_of_calculation_goes() -> None:
    data = one_sheet({"A1": "{{ nam }}", "B1": "=A1"})
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = parts(data)["xl/_rels/workbook.xml.rels"].replace(
        b"</Rel",
        f'<Relationship Id="C" Type="{office}/calcChain" Target="calcChain.xml"/></Rel'.encode(),
        1,
    )
    types = parts(data)["[Content_Types].xml"].replace(
        b"</Types", b'<Override PartName="/xl/calcChain.xml" ContentType="x/y"/></Types'
    )
    given_parts = {
        "xl/calcChain.xml": "<calcChain/>",
        "xl/_rels/workbook.xml.rels": links,
        "[Content_Types].xml": types,
    }
    out, _ = made(with_part(data, given_parts))
    assert "xl/calcChain.xml" not in parts(out)
    assert (
        b"calcChain"
        not in parts(out)["xl/_rels/workbook.xml.rels"] + parts(out)["[Content_Types].xml"]
    )


@pytest.mark.parametrize(
    "loop",
    ["{%tr for a in range(100000) %}", "{%tr for a in range(1000) %}"],
)
def test_a_list_without_end_is_stopped(loop: str) -> None:
    cells: dict[str, object] = {"A1": loop, "A3": "{%tr endfor %}"}
    cells |= {f"{column}2": "{{ a }}" for column in "ABC"}
    if "1000)" in loop:
        cells |= {
            "A2": "{%tr for b in range(500) %}",
            "A3": "{{ a }}",
            "A4": "{%tr endfor %}",
            "A5": "{%tr endfor %}",
        }
        cells |= {"B2": "", "C2": ""}
    held, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    assert {each.code for each in refused(one_sheet(cells))} <= {"KD827", "KD334"}
    assert time.process_time() - began < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held < 300 * 1024


def test_a_loop_over_half_the_sheet_is_stopped() -> None:
    cells = {"A1": "{%tr for p in ca_nhan %}", "A2": "{{ p.diem }}", "A900000": "{%tr endfor %}"}
    assert [each.code for each in refused(one_sheet(cells))] == ["KD827"]


def test_a_text_longer_than_a_cell_holds_is_told() -> None:
    assert told(refused(one_sheet({"A1": "{{ dai }}"}), {"dai": "x" * 40_000})) == [
        ("KD823", at("A1", "T"))
    ]


def test_signs_that_no_file_may_hold_are_told() -> None:
    assert told(refused(one_sheet({"A1": "{{ la }}"}), {"la": "a\x07"})) == [
        ("KD332", at("A1", "T"))
    ]


def test_what_looks_like_an_escape_of_excel_stays_as_it_is() -> None:
    out, _ = made(
        one_sheet({"A1": "{{ la }}", "A2": "Mã _x0041_: {{ la }}"}), {"la": "_x0041_\n<b>"}
    )
    page = CalamineWorkbook.from_filelike(io.BytesIO(out)).get_sheet_by_name("T").to_python()
    assert page[0][0] == "_x0041_\n<b>"


def test_a_damaged_or_harmful_workbook_is_refused() -> None:
    assert [each.code for each in refused(b"x")] == ["KD820"]
    data = by_hand({"T": '<sheetData><row r="1"><c r="A1"><f>[1]A!A1</f></c></row></sheetData>'})
    assert [each.code for each in refused(data)] == ["KD821"]
    broken = with_part(
        one_sheet({"A1": "{{ nam }}"}),
        {
            "xl/styles.xml": b'<styleSheet xmlns="x"><cellXfs><xf numFmtId="a"/></cellXfs></styleSheet>'
        },
    )
    assert [each.code for each in refused(broken)] == ["KD820"]


names = st.text("aăÂ =+-@<&'\"{}%_x0\n", max_size=8).filter(
    lambda text: "{{" not in text and "{%" not in text
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(names, st.integers(-99, 99)), max_size=5),
    st.integers(0, 3),
    st.integers(1, 3),
)
def test_a_list_of_any_length_pushes_what_is_below_and_sums_what_is_above(
    people: list[tuple[str, int]], above: int, height: int
) -> None:
    first = above + 1
    cells: dict[str, object] = {f"A{n}": n for n in range(1, above + 1)}
    cells[f"A{first}"] = "{%tr for p in ca_nhan %}"
    for n in range(height):
        cells |= {f"A{first + 1 + n}": "{{ p[0] }}", f"B{first + 1 + n}": "{{ p[1] }}"}
    end = first + height + 1
    cells |= {
        f"A{end}": "{%tr endfor %}",
        f"B{end + 1}": f"=SUM(B{first}:B{end})",
        f"A{end + 2}": "cuối",
    }
    out, _ = made(one_sheet(cells), {"ca_nhan": people})
    page = opened(out)["T"]
    rows = max(len(people) * height, 1)
    texts = [page.cell(first + n, 1).value for n in range(len(people) * height)]
    assert texts == [text or None for text, _ in people for _ in range(height)]
    assert [page.cell(n, 1).value for n in range(1, above + 1)] == list(range(1, above + 1))
    assert page.cell(first + rows, 2).value == f"=SUM(B{first}:B{first + rows - 1})"
    assert page.cell(first + rows + 1, 1).value == "cuối"


contents = st.dictionaries(
    st.tuples(st.integers(1, 8), st.integers(1, 5)),
    st.integers(-9, 9) | st.text("aă=<&", min_size=1, max_size=4) | st.just("{{ nam }}") | st.just("=1+1"),
    max_size=16,
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(contents)
def test_cells_without_tags_keep_their_values(inside: dict[tuple[int, int], object]) -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    for name in ("Một", "Hai"):
        page = book.add_worksheet(name)
        for (row, column), value in inside.items():
            if value == "=1+1":
                page.write_formula(row, column, "=1+1")
            elif name == "Một" or value != "{{ nam }}":
                page.write_string(row, column, value) if isinstance(value, str) else page.write(
                    row, column, value
                )
    book.close()
    if "{{ nam }}" not in inside.values():
        assert [each.code for each in refused(data.getvalue())] == ["KD822"]
        return
    out, problems = made(data.getvalue())
    assert problems == []
    for name in ("Một", "Hai"):
        before, after = opened(data.getvalue())[name], opened(out)[name]
        for row, column in inside:
            was = before.cell(row + 1, column + 1).value
            assert after.cell(row + 1, column + 1).value == (2026 if was == "{{ nam }}" else was)
    formulas = {"xl/worksheets/sheet2.xml"} if "=1+1" in inside.values() else set()
    assert changed_parts(data.getvalue(), out) <= {
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        *formulas,
    }


class Nguoi(Model):
    """A person, as the model of a unit has them."""

    ho_ten: str
    ngay_sinh: NgaySinh | None = None


def test_values_may_be_models() -> None:
    people = [Nguoi(ho_ten="A", ngay_sinh=NgaySinh(1970, 2, 5)), Nguoi(ho_ten="B")]
    cells = {
        "A1": "{%tr for p in ca_nhan %}",
        "A2": "{{ p.ho_ten }}",
        "B2": "{{ p.ngay_sinh }}",
        "A3": "{%tr endfor %}",
    }
    out, problems = made(one_sheet(cells, {"B2": "dd/mm/yyyy"}), {"ca_nhan": people})
    rows = [[held(cell.value) for cell in row] for row in opened(out)["T"].iter_rows()]
    assert rows == [["A", dt.date(1970, 2, 5)], ["B", None]]
    assert [(each.code, "B2" in each.message) for each in problems] == [("KD828", True)]
    (wrong,) = refused(one_sheet({**cells, "B2": "{{ p.ngay_sin }}"}), {"ca_nhan": people[:1]})
    assert "«ngay_sinh»" in wrong.mend


@needs_libreoffice
@pytest.mark.libreoffice
def test_libreoffice_calculates_the_filled_sheet(tmp_path: Path) -> None:
    converted(made(SHEET)[0], tmp_path, "csv")
    with (tmp_path / f"so-{HOME}.csv").open(encoding="utf-8") as lines:
        rows = list(csv.reader(lines))
    assert [row[1] for row in rows[6:10]] == [each["ho_ten"] for each in PEOPLE]
    assert [float(row[3].replace(",", ".")) for row in rows[6:11]] == [85.5, 90, 70.5, 60, 306]
    assert rows[10][4] == "3"
    with (tmp_path / "so-Tóm tắt.csv").open(encoding="utf-8") as lines:
        assert float(next(csv.reader(lines))[0].replace(",", ".")) == 306


@needs_libreoffice
@pytest.mark.libreoffice
def test_a_sheet_saved_by_libreoffice_is_filled(tmp_path: Path) -> None:
    saved = converted(SHEET, tmp_path, "xlsx").read_bytes()
    page = opened(made(saved)[0])[HOME]
    assert [page.cell(row, 2).value for row in range(7, 11)] == [each["ho_ten"] for each in PEOPLE]
    assert page["D11"].value == "=SUM(D7:D10)"


@pytest.mark.parametrize(("area", "spot"), [("B8:C8", "C8"), ("A8:A9", "A8"), ("B7:C9", "B7")])
def test_a_list_is_not_filled_into_merged_cells_where_values_would_be_lost(
    area: str, spot: str
) -> None:
    book = openpyxl.Workbook()
    book.active.title = HOME
    book.active.merge_cells(area)
    data = io.BytesIO()
    book.save(data)
    mapping = CachDien.model_validate({
        "danh_sach": [
            {"trang": HOME, "dong": "8", "moi": "ca_nhan", "cot": {"A": "{{ loop.index }}", "B": "ho_ten", "C": "ngay_sinh"}}
        ]
    })  # fmt: skip
    made, problems = filled(data.getvalue(), VALUES, mapping)
    assert made is None
    assert ("KD823", spot) in {(each.code, each.place.part.rpartition(" ")[2]) for each in problems}
