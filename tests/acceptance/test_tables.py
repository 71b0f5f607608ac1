"""Thirty tables of all kinds: read back from Word with the same cells, printed with nothing lost.

Printed means: heads on every page, no row torn, no word outside the margins.
"""

import io
import os
import re
from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import pytest
import xlsxwriter
import yaml
from docx.oxml.ns import qn
from docx.table import Table

from generator.building.render import render_path
from generator.problems import Severity
from tests.word.pages import Word, converted, needs_printing, words_of
from tests.word.validators import audit, findings

DOT = {
    "ten": "Bảng", "nam": 2026, "dia_danh": "Tân Hòa",
    "co_quan": {"ten": "Đảng ủy xã Tân Hòa", "cap_tren": "Đảng bộ tỉnh Bình Minh", "ky_hieu": "ĐU"},
    "ky": {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Phó Bí thư", "ho_ten": "Lê Thị Mẫu"},
    "noi_nhan": ["Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy"],
}  # fmt: skip
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Phương Thảo", "Phạm Quốc Khánh")
LEVELS = ("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ")


def people(count: int, columns: int) -> list[list[str]]:
    """A head and as many rows: a running number, a name, a year, a level, figures."""
    head = ["TT", "Họ và tên", "Năm sinh", "Mức xếp loại", *(f"T{n}" for n in range(1, 20))]
    rows = [
        [
            str(n),
            NAMES[n % 4],
            str(1960 + n % 40),
            LEVELS[n % 3],
            *(f"{n % 100},{k}" for k in range(19)),
        ]
        for n in range(1, count + 1)
    ]
    return [row[:columns] for row in [head, *rows]]


def piped(rows: list[list[str]], heads: int = 1) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(heads, "|" + "---|" * len(rows[0]))
    return "\n".join(lines)


def grouped(columns: int) -> list[list[str]]:
    """Two rows of heads: the last columns stand under one."""
    rows = people(12, columns)
    over = [each if n < 2 else "Kết quả xếp loại" for n, each in enumerate(rows[0])]
    return [over, ["", "", *rows[0][2:]], *rows[1:]]


TYPED = {f"{rows} hàng, {columns} cột": people(rows, columns)
         for rows in (1, 5, 40, 200) for columns in (2, 3, 4, 6)}  # fmt: skip
GIVEN: dict[str, dict[str, Any]] = {
    "đầu gộp": {"noi_dung": piped(grouped(4), 2)},
    "đầu gộp, phụ lục": {"phu_luc": [{"tieu_de": "Biểu", "noi_dung": piped(grouped(6), 2)}]},
    "mười hai cột, ngang": {"phu_luc": [{"tieu_de": "Biểu", "ngang": "có", "noi_dung": piped(people(60, 12))}]},
    "năm trăm hàng, tệp": {"phu_luc": [{"tieu_de": "Biểu", "bang": [{"tep": "ds.xlsx"}]}]},
    "tệp csv, ngang": {"phu_luc": [{"tieu_de": "Biểu", "ngang": "có", "bang": [{"tep": "ds.csv"}]}]},
    "hai phụ lục, một ngang": {"phu_luc": [
        {"tieu_de": "Biểu một", "ngang": "có", "noi_dung": piped(people(3, 8))},
        {"tieu_de": "Biểu hai", "noi_dung": piped(people(3, 4))}]},
    "ba bảng một bài": {"noi_dung": "\n\n".join(piped(people(n, 3)) for n in (2, 3, 4))},
    "tiêu đề hàng": {"noi_dung": piped([*people(2, 3), ["**Khối xã**"], *people(2, 3)[1:]])},
    "chú thích trong ô": {"noi_dung": piped([["TT", "Tên[^a]"], ["1", "An[^b]"]]) + "\n\n[^a]: Một.\n[^b]: Hai."},
    "ô nhiều chữ": {"noi_dung": piped([["TT", "Việc"], ["1", "Thực hiện nghiêm túc nghị quyết. " * 20]])},
    "cột có bề rộng": {"bang": [{"ten": "Danh sách", "cot": [{"ten": "TT", "rong": 12}, {"ten": "Tên", "rong": 60},
                                 {"ten": "Điểm", "can": "giữa"}], "hang": [[1, "An", "9,5"], "Khối xã", [2, "Bình", 8]]}]},
    "bảng giữa bài": {"noi_dung": "Trước.\n[bảng 1]\nSau.", "bang": [{"cot": ["a", "b"], "hang": [[1, 2]]}]},
    "một cột": {"noi_dung": piped([["Kiến nghị"], ["Không có"]])},
    "ô trống": {"noi_dung": piped([["TT", "Tên", ""], ["", "", ""], ["1", "", "x"]])},
}  # fmt: skip
CASES = {**{name: {"noi_dung": piped(rows)} for name, rows in TYPED.items()}, **GIVEN}
LONG = {"phu_luc": [{"tieu_de": "Biểu", "bang": [{"tep": "dai.xlsx"}]}]}
"""Two thousand rows: read, but not printed, which takes half a minute."""


@cache
def workbook(rows: int) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet()
        for n, row in enumerate(people(rows, 4)):
            sheet.write_row(n, 0, row)
    return data.getvalue()


def letter(folder: Path, more: dict[str, Any]) -> Path:
    (folder / "dot.yaml").write_text(yaml.safe_dump(DOT, allow_unicode=True), "utf-8")
    values = {"loai": "bao-cao", "trich_yeu": "kết quả năm 2026", "so": 5, "ngay": "03/12/2026",
              "noi_dung": "Kết quả như sau:", **more}  # fmt: skip
    path = folder / "bao-cao.yaml"
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), "utf-8")
    (folder / "ds.csv").write_text("\n".join(";".join(row) for row in people(50, 10)), "utf-8-sig")
    (folder / "ds.xlsx").write_bytes(workbook(500))
    (folder / "dai.xlsx").write_bytes(workbook(2000))
    return path


def made(folder: Path, more: dict[str, Any]) -> Path:
    out = folder / "bao-cao.docx"
    _, problems = render_path(letter(folder, more), out, None)
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    return out


@cache
def document(name: str) -> bytes:
    """The letter of a case, made once for all that is asked of it."""
    with TemporaryDirectory() as folder:
        return made(Path(folder), CASES[name]).read_bytes()


def of_case(name: str, folder: Path) -> Path:
    path = folder / "bao-cao.docx"
    path.write_bytes(document(name))
    return path


def tables_in(path: Path) -> list[Table]:
    """The tables of the text, without those of head and signature, which have no lines."""
    return [each for each in docx.Document(str(path)).tables if each.style.name == "Bảng có viền"]


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2011", "-").replace("*", "").strip()


@pytest.mark.parametrize("name", TYPED)
def test_a_typed_table_is_read_back_cell_for_cell(name: str, tmp_path: Path) -> None:
    (table,) = tables_in(of_case(name, tmp_path))
    assert [[plain(each) for each in row] for row in cells(table)] == TYPED[name]


@pytest.mark.parametrize("name", CASES)
def test_a_letter_with_tables_is_sound_for_three_validators(name: str, tmp_path: Path) -> None:
    path = of_case(name, tmp_path)
    assert findings(path.read_bytes()) == []
    assert audit(path) == []


def test_merged_heads_are_read_back_as_one_cell(tmp_path: Path) -> None:
    (table,) = tables_in(of_case("đầu gộp", tmp_path))
    first, second = table.rows[0].cells, table.rows[1].cells
    assert first[2]._tc is first[3]._tc
    assert first[0]._tc is second[0]._tc
    assert plain(first[2].text) == "Kết quả xếp loại"
    assert [plain(each.text) for each in second[2:]] == ["Năm sinh", "Mức xếp loại"]


def test_a_table_of_two_thousand_rows_comes_whole_from_its_file(tmp_path: Path) -> None:
    (table,) = tables_in(made(tmp_path, LONG))
    rows = table._tbl.tr_lst
    assert len(rows) == 2001
    texts = [each.text for each in rows[-1].iter(qn("w:t"))]
    assert plain(" ".join(texts)) == " ".join(people(2000, 4)[-1])


def test_a_table_stands_where_its_line_is(tmp_path: Path) -> None:
    body = docx.Document(str(of_case("bảng giữa bài", tmp_path))).element.body
    order = ["".join(text.text or "" for text in each.iter(qn("w:t"))) for each in body]
    assert order.index("Trước.") < order.index("ab12") < order.index("Sau.")


def test_footnotes_in_cells_are_word_s_own(tmp_path: Path) -> None:
    path = of_case("chú thích trong ô", tmp_path)
    (table,) = tables_in(path)
    marks = [each for each in table._tbl.iter() if each.tag.endswith("}footnoteReference")]
    assert len(marks) == 2


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Word]]:
    """All tables printed in one go."""
    folder = tmp_path_factory.mktemp("bang")
    order = list(CASES)
    for n, name in enumerate(order):
        (folder / f"{n}.docx").write_bytes(document(name))
    files = [folder / f"{n}.docx" for n in range(len(order))]
    converted(files, folder)
    return {
        name: [word for page in words_of(file.with_suffix(".pdf")) for word in page]
        for name, file in zip(order, files, strict=True)
    }


@needs_printing
@pytest.mark.libreoffice
@pytest.mark.parametrize("name", CASES)
def test_nothing_of_a_table_is_printed_outside_the_margins(
    pages: dict[str, list[Word]], name: str
) -> None:
    for word in pages[name]:
        turned = "ngang" in name and word.right > 196
        assert word.left >= (19 if "ngang" in name else 29)
        assert word.right <= (277.5 if turned else 196)
        assert word.bottom <= 278


@needs_printing
@pytest.mark.libreoffice
@pytest.mark.parametrize("name", [*TYPED, "năm trăm hàng, tệp", "mười hai cột, ngang"])
def test_heads_stand_on_every_page_of_a_table(pages: dict[str, list[Word]], name: str) -> None:
    words = pages[name]
    numbered = {each.page for each in words if each.text == "Nguyễn"}
    headed = {each.page for each in words if each.text == "TT"}
    assert numbered <= headed


@needs_printing
@pytest.mark.libreoffice
def test_no_row_is_torn_between_two_pages(pages: dict[str, list[Word]]) -> None:
    """A running number and all other words of its row stand on one page."""
    words = pages["năm trăm hàng, tệp"]
    years = [each for each in words if each.left > 60 and re.fullmatch(r"19[6-9]\d", each.text)]
    first = [
        each for each in words if each.page > 1 and each.text in {name.split()[0] for name in NAMES}
    ]
    assert len(years) == len(first) == 500
    assert Counter(each.page for each in years) == Counter(each.page for each in first)


def test_an_old_template_that_would_lose_a_table_is_refused(tmp_path: Path) -> None:
    from tests.engine.build import docx as package
    from tests.engine.build import p

    (tmp_path / "mau").mkdir()
    own = (
        p("{{ trich_yeu }}")
        + p("{%p for doan in noi_dung %}")
        + p("{{r doan.chu }}")
        + p("{%p endfor %}")
    )
    (tmp_path / "mau" / "bao-cao.docx").write_bytes(package(own))
    _, problems = render_path(letter(tmp_path, GIVEN["đầu gộp"]), tmp_path / "x.docx", None)
    assert "KD357" in [each.code for each in problems]
    assert os.listdir(tmp_path / "mau") == ["bao-cao.docx"]
