"""The places of an empty form, each with the data path of what goes there.

Paths are those of the YAML below the person, collective or meeting; an item of a list is counted
from 0, a criterion of the score sheet and a level of the votes go by their code. Two papers ask what
the YAML does not keep: the phiếu nhận xét (`nhan_xet.1` … `nhan_xet.7`) and the phiếu phân tích
(`phan_tich.I.1` …, `nhan_xet`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.regulations.criteria import load_criteria
from generator.regulations.regimes import load_regime
from tests.returned.blanks import Blank
from tests.returned.word import Docx, Element, style_of, text_of, w

BOX = "☐"
HEADINGS = ("DeMuc", "MucBieuMau", "DongDiem")
VOTES = (
    "hoan_thanh_xuat_sac", "hoan_thanh_tot", "hoan_thanh", "khong_hoan_thanh", "chua_xep_loai",
)  # fmt: skip
COLUMNS = ("noi_dung", "thoi_han", "tinh_hinh", "san_pham", "tien_do", "ghi_chu")
_COUNTS = ("phat_ra", "thu_ve", "hop_le", "khong_hop_le")
_GENERAL = ("cham_diem.chung", "cham_diem.nhiem_vu", "cham_diem.tong")
_LEVELS = ("xep_loai.tu_nhan_cong_chuc", "xep_loai.tu_nhan")
_LABELS = {
    "Chức vụ Đảng": "chuc_vu.dang",
    "Chức vụ chính quyền": "chuc_vu.chinh_quyen",
    "Chức vụ đoàn thể": "chuc_vu.doan_the",
    "Đơn vị công tác": "don_vi_cong_tac",
}


class Section(NamedTuple):
    """Dotted lines below a heading, and below the hints that may follow it."""

    path: str
    heading: Element
    lines: list[Element]


class Line(NamedTuple):
    """A label with a dotted leader."""

    path: str
    paragraph: Element


class Points(NamedTuple):
    """A line or a cell with dots for points; `most` is what is printed behind, such as «/30»."""

    path: str
    paragraph: Element
    most: str


class Count(NamedTuple):
    """A line that ends in dots for a number."""

    path: str
    paragraph: Element


class Option(NamedTuple):
    """One of the levels to choose from; `box` is the run with the empty box, where there is one."""

    words: str
    paragraph: Element
    box: Element | None
    said: Element


class Choice(NamedTuple):
    """Levels to choose from, on one line or each on its own; `heading` is what asks for them."""

    path: str
    heading: Element
    options: list[Option]


class Cell(NamedTuple):
    """An empty cell of a table."""

    path: str
    paragraph: Element


class Day(NamedTuple):
    """The line of place and date."""

    path: str
    paragraph: Element


Place = Section | Line | Points | Count | Choice | Cell | Day


def places(docx: Docx, blank: Blank) -> list[Place]:
    """Return the places of an empty form, in its order but for the tables."""
    return [
        *_days(docx, blank),
        *_lines(docx, blank),
        *_sections(docx, blank),
        *_choices(docx, blank),
        *_points(docx),
        *_cells(docx, blank),
    ]


def kinds(docx: Docx, blank: Blank) -> frozenset[str]:
    """Return the names of the kinds of places of a form."""
    return frozenset(type(each).__name__ for each in places(docx, blank))


def headings(docx: Docx) -> list[Element]:
    """Return the paragraphs of a form that are headings, filled in or not."""
    return [each for each in docx.body.iter(w("p")) if style_of(each) in HEADINGS]


def _days(docx: Docx, blank: Blank) -> Iterator[Day]:
    at = "noi_cu_tru.ngay_nhan_xet" if blank.form == "phieu-nhan-xet" else "ngay"
    for each in docx.body.iter(w("p")):
        if style_of(each) == "DiaDanhNgay" and not re.search(r"\d\s+tháng", text_of(each)):
            yield Day(at, each)


def _lines(docx: Docx, blank: Blank) -> Iterator[Line | Count]:
    counts = iter(_COUNTS)
    for each in docx.body.iter(w("p")):
        label, _, rest = text_of(each).partition(":")
        if style_of(each) == "DongDien" and rest.strip(" ") == "\t" and label in _LABELS:
            yield Line(_LABELS[label], each)
        elif blank.form == "bien-ban-kiem-phieu" and re.fullmatch(r" ….*\.", rest):
            yield Count(f"kiem_phieu.{next(counts)}", each)


def _asked(blank: Blank) -> list[tuple[str, bool]]:
    """Return the paths of the sections in the order of the form, and whether degrees follow."""
    form = load_regime(blank.regime).bieu_mau.get(blank.form)
    if form is None or not form.phan:
        return [("nhan_xet.7" if blank.form == "phieu-nhan-xet" else "nhan_xet", False)]
    return [
        (f"{each.khoa}.noi_dung" if each.khoa.startswith("uu_diem") else each.khoa, each.cap_do)
        for each in form.phan
        if each.khoa and each.khoa not in {"cham_diem", "xep_loai"}
    ]


def _sections(docx: Docx, blank: Blank) -> Iterator[Section]:
    found: list[list[Element]] = []
    before: Element | None = None
    for each in docx.body.iter(w("p")):
        if style_of(each).startswith("DongKeCham"):
            if before is None or not style_of(before).startswith("DongKeCham"):
                found.append([])
            found[-1].append(each)
        before = each
    if found:
        for (path, _), lines in zip(_asked(blank), found, strict=True):
            yield Section(path, _heading(lines[0]), lines)


_SMALL = ("GoiYViet", "DongKeCham", "CapDo", "MucXepLoai")


def _heading(paragraph: Element) -> Element:
    above = paragraph.getprevious()
    while above is not None and style_of(above).startswith(_SMALL):
        above = above.getprevious()
    assert above is not None
    return above


def _choices(docx: Docx, blank: Blank) -> Iterator[Choice]:
    degrees = iter(
        "cap_do_khac_phuc" if path == "khac_phuc" else path.replace(".noi_dung", ".cap_do")
        for path, follows in _asked(blank)
        if follows
    )
    asked = iter(_LEVELS if blank.form.startswith("02") and blank.regime < "2025" else _LEVELS[1:])
    levels: list[Option] = []
    remarks = 0
    for each in docx.body.iter(w("p")):
        style = style_of(each)
        if style == "CapDo":
            yield Choice(next(degrees), each, list(_on_one_line(each)))
        elif style == "MucXepLoai":
            levels.append(_on_its_own(each))
            if len(levels) % 4 == 0:
                yield Choice(next(asked), _heading(each), levels[-4:])
        elif text_of(each).startswith(BOX) and each.getparent() is docx.body:
            remarks += 1
            above = each.getprevious()
            assert above is not None
            yield Choice(f"nhan_xet.{remarks}", above, list(_on_one_line(each)))


def _on_one_line(paragraph: Element) -> Iterator[Option]:
    found = paragraph.findall(w("r"))
    for box, said in pairwise(found):
        if text_of(box) == BOX:
            yield Option(text_of(said).strip(), paragraph, box, said)


def _on_its_own(paragraph: Element) -> Option:
    found = paragraph.findall(w("r"))
    words = text_of(found[-1]).strip(" -.\u00a0")
    return Option(words, paragraph, found[0] if len(found) > 1 else None, found[-1])


def _points(docx: Docx) -> Iterator[Points]:
    paths = iter(_GENERAL)
    for each in docx.body.iter(w("p")):
        if style_of(each) == "DongDiem":
            yield Points(next(paths), each, "/" + text_of(each).partition("/")[2])


def _rows(docx: Docx, width: int) -> list[list[Element]]:
    """Return the first paragraph of each cell, for the rows of so many cells."""
    found = []
    for row in docx.body.iter(w("tr")):
        cells = row.findall(w("tc"))
        if len(cells) == width:
            found.append([cell.findall(w("p"))[0] for cell in cells])
    return found


def _cells(docx: Docx, blank: Blank) -> Iterator[Cell | Points | Choice]:
    match blank.form:
        case "phu-luc-ket-qua":
            for number, row in enumerate(_rows(docx, 7)[1:]):
                for column, cell in zip(COLUMNS, row[1:], strict=True):
                    yield Cell(f"nhiem_vu.{number}.{column}", cell)
        case "bien-ban-kiem-phieu":
            for number, row in enumerate(_rows(docx, 7)[1:]):
                for level, cell in zip(VOTES, row[2:], strict=True):
                    yield Cell(f"kiem_phieu.ket_qua.{number}.phieu.{level}", cell)
        case "bang-cham-diem" | "bang-cham-diem-tap-the":
            yield from _score_cells(docx, blank)
        case "phieu-phan-tich-03" | "phieu-phan-tich-04":
            yield from _degree_cells(docx)


def _score_cells(docx: Docx, blank: Blank) -> Iterator[Points]:
    names = {}
    for group in load_criteria("pl4" if blank.path[0] == "ca_nhan" else "pl1").nhom:
        for item in group.muc:
            names[_bare(item.ten)] = f"cham_diem.chi_tiet.{item.ma}"
    general = iter(_GENERAL)
    for row in _rows(docx, 5)[1:]:
        if "…" in text_of(row[3]):
            title = _bare(text_of(row[1]))
            path = names[title] if title in names else next(general)
            yield Points(path, row[3], "")


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def _degree_cells(docx: Docx) -> Iterator[Choice]:
    rows = _rows(docx, 6)
    degrees = [text_of(each) for each in rows[0][2:]]
    group = ""
    for row in rows[1:]:
        number = text_of(row[0])
        group = number if number.isalpha() else group
        path = f"phan_tich.{group}" + ("" if number == group else f".{number}")
        yield Choice(
            path,
            row[1],
            [Option(words, cell, None, cell) for words, cell in zip(degrees, row[2:], strict=True)],
        )
