"""The marked copy: the clerk's own workbook, in which only the marks are new."""

import csv
import io
import resource
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from python_calamine import CalamineWorkbook

from generator.problems import Problem
from generator.sheets.patched.book import active, book_of
from generator.sheets.patched.marked import COLOR, marked_copy
from generator.sheets.rows import Told
from tests.sheets.patched.workbooks import (
    MAIN,
    STRICT,
    TYPES,
    by_hand,
    changed_parts,
    converted,
    everything,
    needs_libreoffice,
    parts,
    told,
    with_part,
    zipped,
)

BOOK = everything()
LIST, OTHER = "Danh sách đảng viên", "Tổng hợp 'quý I' cũ"
LISTS = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
NEW = "xl/worksheets/vuong-mac.xml"


def marked(data: bytes, cells: list[Told]) -> bytes:
    made = marked_copy(data, cells)
    assert isinstance(made, bytes), made
    return made


def opened(data: bytes) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it drops of the file
        return openpyxl.load_workbook(io.BytesIO(data))


def red(data: bytes) -> set[tuple[str, str]]:
    """The cells with the mark, as another program sees them."""
    return {
        (sheet.title, cell.coordinate)
        for sheet in opened(data).worksheets for cell in sheet._cells.values()
        if cell.fill.fgColor.rgb == COLOR
    }  # fmt: skip


def values(data: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def listed(data: bytes, name: str = "Vướng mắc") -> list[tuple[object, ...]]:
    return [tuple(row) for row in opened(data)[name].iter_rows(values_only=True)]


def test_only_the_marks_are_new() -> None:
    copy = marked(BOOK, told((LIST, "C5"), (LIST, "E6")))
    assert changed_parts(BOOK, copy) == {*LISTS, "xl/styles.xml", "xl/worksheets/sheet1.xml", NEW}
    assert red(copy) == {(LIST, "C5"), (LIST, "E6")}
    before, after = values(BOOK), values(copy)
    after.pop("Vướng mắc")
    assert after == before


def test_a_sheet_without_marks_stays_byte_for_byte() -> None:
    copy = marked(BOOK, told((OTHER, "B2")))
    assert changed_parts(BOOK, copy) == {*LISTS, "xl/styles.xml", "xl/worksheets/sheet2.xml", NEW}


def test_a_marked_cell_keeps_number_format_font_and_lines() -> None:
    cell, before = opened(marked(BOOK, told((LIST, "C5"))))[LIST]["C5"], opened(BOOK)[LIST]["C5"]
    assert cell.value == before.value
    assert cell.number_format == before.number_format == "dd/mm/yyyy"
    assert repr(cell.border) == repr(before.border)
    assert repr(cell.font) == repr(before.font)
    assert cell.fill.fgColor.rgb == COLOR


def test_nothing_else_of_the_sheet_is_lost() -> None:
    def others(data: bytes) -> list[bytes]:
        root = etree.fromstring(parts(data)["xl/worksheets/sheet1.xml"])
        return [
            etree.tostring(each, method="c14n")
            for each in root
            if not str(each.tag).endswith("sheetData")
        ]

    assert others(marked(BOOK, told((LIST, "C5")))) == others(BOOK)


def test_each_told_cell_is_a_row_with_why_what_to_do_and_a_link() -> None:
    cells = told((LIST, "C5"), (OTHER, "B2"), (LIST, "E6"))
    copy = marked(BOOK, cells)
    head, *lines = listed(copy)
    assert head == ("Trang", "Ô", "Vì sao", "Cách sửa")
    assert [line[:2] for line in lines] == [(LIST, "C5"), (OTHER, "B2"), (LIST, "E6")]
    why = cells[0].vi_sao
    assert [str(each).casefold() for each in lines[0][2:]] == [
        why.message.casefold(),
        why.mend.casefold(),
    ]
    sheet = opened(copy)["Vướng mắc"]
    assert [sheet[f"B{n}"].hyperlink.location for n in (2, 3, 4)] == [
        f"'{LIST}'!C5", "'Tổng hợp ''quý I'' cũ'!B2", f"'{LIST}'!E6",
    ]  # fmt: skip
    assert sheet.freeze_panes == "A2"
    assert opened(copy).sheetnames[-1] == "Vướng mắc"


def test_a_cell_below_a_merged_area_is_marked_where_it_is_seen() -> None:
    copy = marked(BOOK, told((LIST, "D1")))
    assert (LIST, "A1") in red(copy)
    assert opened(copy)["Vướng mắc"]["B2"].hyperlink.location == f"'{LIST}'!A1"
    assert listed(copy)[1][1] == "D1"


@pytest.mark.parametrize("cell", ["H2", "H4", "A2", "Z90", "G1", "XFD1048576"])
def test_a_cell_that_the_file_has_not_is_made_in_its_place(cell: str) -> None:
    copy = marked(BOOK, told((LIST, cell), (LIST, "C5")))
    assert {each for each in red(copy) if each[1] != "C5"} == ({(LIST, cell)})
    data = etree.fromstring(parts(copy)["xl/worksheets/sheet1.xml"]).find("{*}sheetData")
    assert data is not None
    rows = [int(row.get("r") or 0) for row in data]
    assert rows == sorted(set(rows))
    for row in data:
        places = [(len(str(c.get("r"))), str(c.get("r"))) for c in row]
        assert places == sorted(set(places))


def test_a_made_cell_looks_like_its_row_or_column() -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("A")
    sheet.set_column(1, 1, 20, book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.set_row(4, 30, book.add_format({"num_format": "0.00"}))
    sheet.write(0, 0, "x")
    book.close()
    found = opened(marked(data.getvalue(), told(("A", "B3"), ("A", "B5"))))["A"]
    assert (found["B3"].number_format, found["B5"].number_format) == ("dd/mm/yyyy", "0.00")


def test_marking_a_marked_copy_again_replaces_the_sheet_and_takes_old_marks_away() -> None:
    once = marked(BOOK, told((LIST, "C5"), (LIST, "E6"), (OTHER, "B2")))
    again = marked(once, told((LIST, "E6"), (LIST, "D7")))
    assert opened(again).sheetnames == [LIST, OTHER, "Vướng mắc"]
    assert red(again) == {(LIST, "E6"), (LIST, "D7")}
    assert [line[1] for line in listed(again)[1:]] == ["E6", "D7"]
    fills = etree.fromstring(parts(again)["xl/styles.xml"]).findall("{*}fills/{*}fill")
    assert (
        len(fills)
        == len(etree.fromstring(parts(BOOK)["xl/styles.xml"]).findall("{*}fills/{*}fill")) + 1
    )
    assert opened(again)[LIST]["C5"].number_format == "dd/mm/yyyy"
    forms = parts(again)["xl/styles.xml"]
    assert parts(marked(again, told((LIST, "D7"))))["xl/styles.xml"] == forms


def test_the_same_marks_again_change_nothing() -> None:
    cells = told((LIST, "C5"), (LIST, "E6"))
    once = marked(BOOK, cells)
    assert marked(once, cells) == once == marked(BOOK, cells)


def test_a_sheet_of_the_clerk_with_that_name_is_left_alone() -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.add_worksheet("vướng MẮC").write(0, 0, "Việc còn vướng")
    book.close()
    copy = marked(data.getvalue(), told(("vướng MẮC", "A1")))
    assert opened(copy).sheetnames == ["vướng MẮC", "Vướng mắc (2)"]
    again = marked(copy, told(("vướng MẮC", "A1"), ("vướng MẮC", "B1")))
    assert opened(again).sheetnames == ["vướng MẮC", "Vướng mắc (2)"]
    assert len(listed(again, "Vướng mắc (2)")) == 3


@pytest.mark.parametrize(
    "spot", [("Không có", "A1"), (LIST, ""), (LIST, "B"), (LIST, "XFE1"), (LIST, "A0")]
)
def test_what_is_no_cell_of_the_workbook_is_listed_without_a_link(spot: tuple[str, str]) -> None:
    copy = marked(BOOK, told(spot))
    assert listed(copy)[1][:2] == spot
    assert opened(copy)["Vướng mắc"]["B2"].hyperlink is None
    assert red(copy) == set()


def test_a_sheet_is_found_by_its_name_as_excel_compares_it() -> None:
    assert red(marked(BOOK, told(("DANH SÁCH ĐẢNG VIÊN", "C5")))) == {(LIST, "C5")}


def test_what_is_told_is_text_and_never_a_formula() -> None:
    cells = [Told(each.spot, Problem("KD1", each.vi_sao.severity, each.vi_sao.place, text, "_x0041_"))
             for each, text in zip(told(*[(LIST, "C5")] * 3), ("=1+1", "<a>&\x07", "x" * 40_000), strict=True)]  # fmt: skip
    lines = listed(marked(BOOK, cells))
    assert [str(line[2])[:9] for line in lines[1:]] == ["=1+1", "<a>&", "Xxxxxxxxx"]
    sheet = opened(marked(BOOK, cells))["Vướng mắc"]
    assert sheet["C2"].data_type == "s"


CELLS = (
    '<sheetData><row r="2"><c r="A2" s="1"><v>5</v></c><c r="C2" t="inlineStr"><is><t>chữ</t></is></c></row>'
    '<row r="4"><c r="B4"><f t="shared" ref="B4:B5" si="0">A2*2</f><v>10</v></c></row>'
    '<row r="5"><c r="B5"><f t="shared" si="0"/><v>0</v></c></row></sheetData>'
    '<mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>'
)
STYLES = (
    '<fonts count="1"><font><sz val="13"/></font></fonts><fills count="1"><fill><patternFill/></fill></fills><borders count="1">'
    '<border/></borders><cellXfs count="2"><xf fontId="0" numFmtId="0"/><xf fontId="0" numFmtId="14"/></cellXfs>'
)
BARE = (
    "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c>"
    '<c r="D2"><v>4</v></c><c><v>5</v></c></row></sheetData>'
)


def prefixed(xml: str) -> str:
    return xml.replace("</", "\0").replace("<", "<x:").replace("\0", "</x:")


@pytest.mark.parametrize(
    "data",
    [
        by_hand({"T": CELLS}, STYLES),
        by_hand({"T": prefixed(CELLS)}, prefixed(STYLES), prefix="x:"),
        by_hand({"T": CELLS}),
        by_hand({"T": CELLS}, '<cellXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellXfs>'),
        by_hand({"T": CELLS}, STYLES, absolute=True),
        by_hand({"T": CELLS}, STYLES, folder="so/bang"),
        by_hand({"T": CELLS}, STYLES, main=STRICT, office="http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ],
    ids=["plain", "prefixes", "no styles", "few styles", "absolute", "elsewhere", "strict"],
)  # fmt: skip
def test_workbooks_of_other_programs_are_marked(data: bytes) -> None:
    copy = marked(data, told(("T", "C2"), ("T", "B3"), ("T", "B5"), ("T", "D9")))
    sheet = next(n for n in parts(data) if n.endswith("trang1.xml"))
    styles = next((n for n in parts(copy) if n.endswith("/styles.xml")), "")
    places = etree.fromstring(parts(copy)[sheet]).findall("{*}sheetData/{*}row/{*}c")
    assert [c.get("r") for c in places] == ["A2", "C2", "B4", "B5", "D9"]
    forms = etree.fromstring(parts(copy)[styles]).findall("{*}cellXfs/{*}xf")
    fills = etree.fromstring(parts(copy)[styles]).findall("{*}fills/{*}fill")
    filled = [forms[int(c.get("s") or 0)].get("fillId") for c in places]
    assert filled == [str(len(fills) - 1) if n != 2 else forms[0].get("fillId") for n in range(5)]
    if "xl/workbook.xml" in parts(data) and "purl" not in str(
        parts(data)
    ):  # all that openpyxl reads
        assert red(copy) == {("T", "A2"), ("T", "C2"), ("T", "B5"), ("T", "D9")}
    assert {n for n in changed_parts(data, copy) if "rang1" not in n and "vuong" not in n} <= {
        styles, "[Content_Types].xml",
        *(n for n in parts(data) if n.endswith(("workbook.xml", "workbook.xml.rels"))),
    }  # fmt: skip


def test_rows_and_cells_that_do_not_say_where_they_are() -> None:
    copy = marked(
        by_hand({"T": BARE}, STYLES), told(("T", "B1"), ("T", "E2"), ("T", "B2"), ("T", "A3"))
    )
    assert red(copy) == {("T", "B1"), ("T", "E2"), ("T", "B2"), ("T", "A3")}
    found = opened(copy)["T"]
    assert [found[each].value for each in ("A1", "B1", "A2", "D2", "E2")] == [1, 2, 3, 4, 5]


def test_a_shared_formula_stays_shared_when_its_cells_are_marked() -> None:
    copy = marked(by_hand({"T": CELLS}, STYLES), told(("T", "B4"), ("T", "B5")))
    assert parts(copy)["xl/worksheets/trang1.xml"].count(b't="shared"') == 2


def linked(kind: str, target: str = "x.xml") -> bytes:
    data = by_hand({"T": CELLS}, STYLES)
    links = parts(data)["xl/_rels/workbook.xml.rels"].decode()
    one = f'<Relationship Id="K" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    return with_part(
        data,
        {
            "xl/_rels/workbook.xml.rels": links.replace("</Rel", one + "</Rel").encode(),
            "xl/x.xml": "<a/>",
        },
    )


def formula(text: str) -> bytes:
    return by_hand(
        {"T": f'<sheetData><row r="1"><c r="A1"><f>{text}</f></c></row></sheetData>'}, STYLES
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (linked("externalLink"), "liên kết tới sổ khác"),
        (linked("connections"), "kết nối dữ liệu"),
        (linked("queryTable"), "bảng lấy dữ liệu"),
        (linked("xlMacrosheet"), "macro"),
        (linked("image", 'http://x.invalid/a.png" TargetMode="External'), "lấy từ nơi khác"),
        (formula("cmd|'/c calc'!A0"), "DDE"),
        (formula("[1]Sheet1!A1+1"), "sổ khác"),
        (formula("'D:\\So\\[nam.xlsx]Sheet1'!B5"), "sổ khác"),
        (formula('WEBSERVICE("http://x.invalid")'), "ngoài tệp"),
        (formula('_xlfn.WEBSERVICE("http://x.invalid")'), "ngoài tệp"),
        (by_hand({"T": CELLS}, defined="<definedNames><definedName name='a'>cmd|'/c calc'!A0</definedName></definedNames>"), "DDE"),
        (with_part(by_hand({"T": CELLS}), {"[Content_Types].xml": parts(by_hand({"T": CELLS}))["[Content_Types].xml"]
            .replace(f"{TYPES}.sheet.main+xml".encode(), b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")}), "macro"),
    ],
    ids=["book", "connection", "query", "excel 4", "picture", "dde", "other book", "path", "web", "new web", "name", "xlsm"],
)  # fmt: skip
def test_a_workbook_that_runs_or_fetches_is_not_filled_and_its_marked_copy_keeps_it(
    data: bytes, said: str
) -> None:
    """What goes out in our name is refused; the clerk's own list comes back as it was, marked."""
    book = book_of(data)
    assert not isinstance(book, Problem)
    refused = active(book)
    assert refused is not None
    assert (refused.code, said in refused.message) == ("KD821", True)
    copy = marked_copy(data, told(("T", "A1")))
    assert isinstance(copy, bytes)
    again = book_of(copy)
    assert not isinstance(again, Problem)
    assert active(again) is not None


@pytest.mark.parametrize(
    "text",
    ['"a|b"', "Bang1[Số]", "Bang1[[#This Row],[1]]", "{1,2;3,4}", 'HYPERLINK("http://x.invalid","a")', "CALLS+A1",
     "SUM(A1:B2)", '"[1]Sheet1!A1"', "'Năm 2025'!B5"],
)  # fmt: skip
def test_an_ordinary_formula_is_not_taken_for_one_that_reaches_outside(text: str) -> None:
    marked(formula(text.replace("&", "&amp;")), told(("T", "A1")))


def many_merged() -> bytes:
    areas = "".join(f'<mergeCell ref="A{n}:C{n}"/>' for n in range(1, 100_001))
    return by_hand({"T": f"<sheetData/><mergeCells>{areas}</mergeCells>"}, STYLES)


def far() -> bytes:
    return by_hand(
        {"T": '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'},
        STYLES,
    )


def entangled() -> bytes:
    return zipped({"xl/workbook.xml": "<a>" * 100_000})


@pytest.mark.parametrize("make", [many_merged, far, entangled, lambda: b"PK" * 999])
def test_a_hostile_workbook_takes_neither_time_nor_memory(make: Callable[[], bytes]) -> None:
    data = make()
    held, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    marked_copy(data, told(*[("T", f"B{n * 100 + 1}") for n in range(900)]))
    assert time.process_time() - began < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held < 300 * 1024


ODD = (
    f'<worksheet xmlns="{MAIN}"><sheetData><row r="x"><c r="?" s="-1"/></row><row r="{"9" * 5000}"/></sheetData>'
    "<mergeCells><mergeCell/></mergeCells><cols><col/></cols></worksheet>"
)


@pytest.mark.parametrize(
    "xml",
    ["", "<worksheet/>", f'<worksheet xmlns="{MAIN}"/>', ODD],
)
def test_a_sheet_of_odd_xml_is_no_traceback(xml: str) -> None:
    marked_copy(
        with_part(by_hand({"T": CELLS}, STYLES), {"xl/worksheets/trang1.xml": xml}),
        told(("T", "C2")),
    )


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize(
    "xml", ["", "<a/>", f'<styleSheet xmlns="{MAIN}"><cellXfs/></styleSheet>', "<a"]
)
def test_damaged_lists_and_formats_are_no_traceback(part: str, xml: str) -> None:
    marked_copy(with_part(by_hand({"T": CELLS}, STYLES), {part: xml}), told(("T", "C2")))


@pytest.mark.parametrize("told_cells", [40])
def test_a_large_list_is_marked_within_half_a_second(told_cells: int) -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("Danh sách")
    for row in range(2400):
        for column in range(37):
            sheet.write(row, column, f"Ô {row} {column}" if column % 3 else row)
    book.close()
    spots = [("Danh sách", f"{'ABCDE'[n % 5]}{n * 57 + 3}") for n in range(told_cells)]
    began = time.process_time()
    copy = marked(data.getvalue(), told(*spots))
    assert time.process_time() - began < 1.5  # 0.25 s alone; the machine of a test run is shared
    assert len(parts(copy)) == len(parts(data.getvalue())) + 1


cells = st.tuples(st.integers(0, 12), st.integers(0, 6))
contents = st.dictionaries(
    cells, st.integers(-9, 9) | st.text("aă=<&'", max_size=4) | st.booleans(), max_size=20
)


@settings(deadline=None, max_examples=60)
@given(contents, st.lists(cells, max_size=6), st.booleans())
def test_marking_any_cells_changes_no_value(
    inside: dict[tuple[int, int], object], spots: list[tuple[int, int]], constant: bool
) -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(
        data, {"in_memory": True, "constant_memory": constant, "strings_to_formulas": False}
    )
    for name in ("Một", "Hai"):
        sheet = book.add_worksheet(name)
        for (row, column), value in sorted(inside.items()):
            sheet.write(row, column, value)
    book.close()
    given_cells = [("Hai", f"{'ABCDEFG'[column]}{row + 1}") for row, column in spots]
    copy = marked(data.getvalue(), told(*given_cells))

    def held(bytes_: bytes) -> dict[tuple[str, str], object]:
        return {(s.title, c.coordinate): c.value for s in opened(bytes_).worksheets for row in s.iter_rows()
                for c in row if c.value is not None and s.title != "Vướng mắc"}  # fmt: skip

    assert held(copy) == held(data.getvalue())
    assert red(copy) == set(given_cells)
    sheets = {"xl/worksheets/sheet2.xml"} if spots else set()
    assert changed_parts(data.getvalue(), copy) == {*LISTS, "xl/styles.xml", *sheets, NEW}


@needs_libreoffice
@pytest.mark.libreoffice
def test_libreoffice_opens_the_copy_and_what_it_saved_can_be_marked(tmp_path: Path) -> None:
    saved = converted(marked(BOOK, told((LIST, "C5"))), tmp_path, "xlsx").read_bytes()
    assert opened(saved).sheetnames == [LIST, OTHER, "Vướng mắc"]
    assert red(saved) == {(LIST, "C5")}
    again = marked(saved, told((LIST, "E6")))
    assert red(again) == {(LIST, "E6")}
    assert opened(again).sheetnames == [LIST, OTHER, "Vướng mắc"]
    table = converted(again, tmp_path, "csv").with_name("so-Danh sách đảng viên.csv")
    with table.open(encoding="utf-8") as lines:
        assert [line[1] for line in csv.reader(lines)][3:5] == ["Đảng viên 1", "Đảng viên 2"]
