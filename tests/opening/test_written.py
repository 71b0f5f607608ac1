"""Forms that come back are read as they were written: lines, cells, boxes, what is drawn on them."""

import io
import random
import unicodedata
from pathlib import Path

import docx
import pytest

from generator.opening.content import MAX_LETTERS, MAX_LINES, Refusal, RefusedFileError
from generator.opening.typed_letters import UNKNOWN
from generator.opening.typed_line import CUT, FILE, PICTURE, RAISED
from generator.opening.word import read_word
from generator.opening.written import DRAWN, STRUCK, Cell, Run, read_written
from tests.opening.foreign.word import word as spoilt
from tests.opening.written_word import BOLD, SPACES, font, p, r, read, texts
from tests.received.corpus import deep, ole, package
from tests.received.typed_word import (
    NAMESPACES,
    check_control,
    check_field,
    control,
    text_box,
    word,
)

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
BR = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"


# --- lines


def test_spelling_case_tabs_and_dots_stay_as_typed() -> None:
    body = p("HỌ VÀ TÊN:", TAB, "nguyễn  văn An ………….") + p("Sinh  ngày: ....../......")
    assert texts(body) == ["HỌ VÀ TÊN:\tnguyễn  văn An ………….", "Sinh  ngày: ....../......"]


def test_lines_of_one_paragraph_share_its_number() -> None:
    lines = read(p("a") + p("") + p("b", BR, "c", BR, BR, "d"))
    assert [(line.text, line.noi) for line in lines] == [("a", 1), ("b", 3), ("c", 3), ("d", 3)]


def test_letters_apart_from_their_marks_are_composed_also_over_runs() -> None:
    (line,) = read(p(unicodedata.normalize("NFD", "Đồng chí Nguyễ"), r("\u0323n", BOLD)))
    assert line.text == unicodedata.normalize("NFC", "Đồng chí Nguyễ\u0323n")
    (line,) = read(p("Nguye", r("\u0302\u0303n", BOLD)))
    assert line.runs == (Run("Nguyễ"), Run("n", bold=True))


def test_what_nobody_sees_between_letters_is_left_out() -> None:
    assert texts(p("Đi\u200bểm\xad ðảng", "<w:r><w:noBreakHyphen/></w:r>", "viên")) == [
        "Điểm đảng-viên"
    ]


def test_the_namespaces_of_strict_files_are_read() -> None:
    body = f"<w:document {SPACES}><w:body>{p(r('Tốt', BOLD))}</w:body></w:document>"
    strict = body.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT)
    (line,) = read_written(io.BytesIO(package(strict.encode())))
    assert line.runs == (Run("Tốt", bold=True),)


def test_a_file_of_a_program_is_read_from_its_path(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Bản kiểm điểm", 1)
    document.add_paragraph("ý một", style="List Bullet")
    document.add_paragraph("ý hai", style="List Number")
    document.add_paragraph().add_run("Tốt").bold = True
    document.save(str(tmp_path / "a.docx"))
    lines = read_written(tmp_path / "a.docx")
    assert [(line.bullet, line.text) for line in lines] == [
        ("", "Bản kiểm điểm"), ("- ", "ý một"), ("1. ", "ý hai"), ("", "Tốt"),
    ]  # fmt: skip
    assert [line.runs[0].bold for line in lines] == [True, False, False, True]


def test_the_number_of_a_paragraph_stands_before_its_first_line_only() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p("a", BR, "b", more=numbered) + p(BR, "c", more=numbered)
    assert [line.bullet for line in read(body, numbering=numbering)] == ["1. ", "", "2. "]


# --- what was changed


def test_what_was_deleted_with_changes_tracked_is_gone_and_what_was_inserted_stays() -> None:
    (line,) = (read_written(io.BytesIO(word(["Tôi "]))),)
    assert line[0].text == "Tôi "
    moved = f'<w:moveFrom w:id="1">{r("đi")}</w:moveFrom><w:moveTo w:id="2">{r("đến")}</w:moveTo>'
    body = p("Tự nhận: ", f"<w:del>{r('Kém')}</w:del>", f"<w:ins>{r('Tốt')}</w:ins>", moved)
    assert texts(body) == ["Tự nhận: Tốtđến"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    lines = read(p("Họ ", more=gone) + p("và ", more=gone) + p("tên") + p("b"))
    assert [(line.text, line.noi) for line in lines] == [("Họ và tên", 3), ("b", 4)]
    assert texts(p("cuối", more=gone)) == ["cuối"]


def test_a_row_that_was_deleted_is_gone() -> None:
    rows = row(cell(p("a")), more="<w:del/>") + row(cell(p("b")))
    assert [(line.text, line.cell) for line in read(table(rows))] == [("b", Cell(1, 1, 1))]


def test_text_struck_through_is_there_and_in_doubt() -> None:
    (line,) = read(p("Tốt / ", r("Khá", "<w:strike/>")))
    assert line.runs == (Run("Tốt / "), Run("Khá", struck=True))
    assert line.doubts == (STRUCK,)


# --- tables and text boxes


def table(rows: str) -> str:
    return f"<w:tbl>{rows}</w:tbl>"


def row(*cells: str, more: str = "") -> str:
    return f"<w:tr><w:trPr>{more}</w:trPr>{''.join(cells)}</w:tr>"


def cell(inside: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{inside}</w:tc>"


def cells(body: str) -> dict[str, tuple[int, int, int] | None]:
    return {line.text: line.cell for line in read(body)}


def test_a_cell_is_told_by_the_column_of_the_grid() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = table(
        row(cell(p("a"), wide), cell(p("b")))
        + row(cell(p("c")), cell(p("d")), cell(p("e") + p("f")))
        + row(cell(p("g")), more='<w:gridBefore w:val="2"/>')
    )
    assert cells(p("trước") + body + p("sau")) == {
        "trước": None, "a": (1, 1, 1), "b": (1, 1, 3), "c": (1, 2, 1), "d": (1, 2, 2),
        "e": (1, 2, 3), "f": (1, 2, 3), "g": (1, 3, 3), "sau": None,
    }  # fmt: skip


def test_cells_merged_downwards_leave_the_columns_as_they_are() -> None:
    body = table(
        row(cell(p("a"), '<w:vMerge w:val="restart"/>'), cell(p("b")))
        + row(cell(p(""), "<w:vMerge/>"), cell(p("c")))
    )
    assert cells(body) == {"a": (1, 1, 1), "b": (1, 1, 2), "c": (1, 2, 2)}


def test_a_table_in_a_cell_has_a_number_of_its_own() -> None:
    inner = table(row(cell(p("trong")), cell(p("nữa"))))
    body = (
        table(row(cell(p("a") + inner + p("b")), cell(p("c")))) + p("") + table(row(cell(p("d"))))
    )
    assert cells(body) == {
        "a": (1, 1, 1), "trong": (2, 1, 1), "nữa": (2, 1, 2), "b": (1, 1, 1), "c": (1, 1, 2),
        "d": (3, 1, 1),
    }  # fmt: skip


def test_cells_and_rows_in_controls_are_counted_also_where_they_are_not_filled() -> None:
    empty = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{cell(p('Bấm vào đây'))}</w:sdtContent></w:sdt>"
    )
    assert cells(table(row(empty, cell(p("b"))))) == {"……": (1, 1, 1), "b": (1, 1, 2)}


@pytest.mark.parametrize("strange", ["-1", "x", "", "99999999999999999999"])
def test_a_width_that_is_no_number_counts_as_one_column(strange: str) -> None:
    body = table(row(cell(p("a"), f'<w:gridSpan w:val="{strange}"/>'), cell(p("b"))))
    assert cells(body) == {"a": (1, 1, 1), "b": (1, 1, 2)}


def test_merged_cells_of_a_program_are_read_once() -> None:
    document = docx.Document()
    made = document.add_table(2, 3)
    made.cell(0, 0).merge(made.cell(0, 1)).text = "a"
    made.cell(0, 2).merge(made.cell(1, 2)).text = "b"
    made.cell(1, 1).text = "c"
    out = io.BytesIO()
    document.save(out)
    out.seek(0)
    found = read_written(out)
    assert [(line.text, line.cell) for line in found] == [
        ("a", (1, 1, 1)), ("b", (1, 1, 3)), ("c", (1, 2, 2)),
    ]  # fmt: skip
    assert [line.span for line in found] == [(2, False, 3), (1, True, 3), (1, False, 3)]


def test_a_row_with_a_cell_less_covers_fewer_columns() -> None:
    found = read(table(row(cell(p("a")), cell(p("b"))) + row(cell(p("c")))))
    assert [line.span and line.span.covered for line in found] == [2, 2, 1]


def test_a_text_box_is_lines_of_its_own_behind_the_line_that_it_hangs_on() -> None:
    data = word(
        [f"<w:p {NAMESPACES}>{r('Họ tên: ')}{text_box('Mẫu 1', 'số 2')}{r('An')}</w:p>", "sau"]
    )
    lines = read_written(io.BytesIO(data))
    assert [(line.text, line.noi) for line in lines] == [
        ("Họ tên: An", 1), ("Mẫu 1", 2), ("số 2", 3), ("sau", 4),
    ]  # fmt: skip
    assert [line.doubts for line in lines] == [(), (), (), ()]


# --- controls, boxes, fields, signs


def test_a_control_says_what_was_filled_in() -> None:
    lines = texts(p("Họ tên: ", control(r("An")), ", quê: ", control(r("Bấm"), placeholder=True)))
    assert lines == ["Họ tên: An, quê: ……"]


def test_a_control_around_paragraphs_that_was_not_filled_in_is_one_line_of_dots() -> None:
    empty = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{p('Bấm vào đây')}{p('rồi gõ')}</w:sdtContent></w:sdt>"
    )
    lines = read(p("a") + empty + p("b"))
    assert [(line.text, line.noi) for line in lines] == [("a", 1), ("……", 2), ("b", 4)]


def test_controls_inside_a_control_that_was_not_filled_in_are_told_once() -> None:
    inner = control(r("Bấm"), placeholder=True)
    assert texts(p("a: ", control(f"{inner}{inner}", placeholder=True), "; b")) == ["a: ……; b"]
    assert texts(p("a: ", control("", placeholder=True))) == ["a: ……"]


def test_boxes_of_every_kind_are_two_signs() -> None:
    assert texts(p(check_control(on=True), " Tốt ", check_control(on=False), " Kém")) == [
        "☒ Tốt ☐ Kém"
    ]
    assert texts(p(check_field(on=True), " Tốt ", check_field(on=False), " Kém")) == ["☒ Tốt ☐ Kém"]
    sign = '<w:r><w:sym w:font="Wingdings" w:char="{}"/></w:r>'
    assert texts(p(sign.format("F0FE"), " Tốt ", sign.format("F0A8"), " Kém")) == ["☒ Tốt ☐ Kém"]
    wing = font("Wingdings")
    assert texts(p(r("þ", wing), " Tốt ", r("o", wing), " Kém")) == ["☒ Tốt ☐ Kém"]
    assert texts(p("☑ Tốt ❑ Kém □ Khá")) == ["☒ Tốt ☐ Kém ☐ Khá"]


def test_the_state_of_a_box_counts_where_its_sign_is_none() -> None:
    on = check_control(on=True).replace("<w:t>☒</w:t>", "<w:t>*</w:t>").replace(">☒<", ">*<")
    off = check_control(on=False).replace(">☐<", ">*<")
    assert texts(p(on, " Tốt ", off, " Kém")) == ["☒ Tốt ☐ Kém"]


def test_typed_boxes_are_boxes_also_over_several_runs() -> None:
    (line,) = read(p("[", r("x", BOLD), "] Tốt [ ] Kém"))
    assert line.text == "☒ Tốt ☐ Kém"
    assert texts(p("(x) Tốt") + p("( ) Kém")) == ["☒ Tốt", "☐ Kém"]
    assert texts(p("(x) Tốt") + p("khác") + p("( ) Kém")) == ["(x) Tốt", "khác", "( ) Kém"]


def drop_down(result: str, shown: str = "") -> str:
    entries = "".join(f'<w:listEntry w:val="{each}"/>' for each in ("Tốt", "Khá", "Kém"))
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{result}{entries}</w:ddList>'
        "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (drop_down('<w:result w:val="1"/>'), "Khá"),
        (drop_down('<w:default w:val="2"/>'), "Kém"),
        (drop_down(""), "Tốt"),
        (drop_down('<w:result w:val="1"/>', r("Khá")), "Khá"),
        (drop_down('<w:result w:val="9"/>'), ""),
    ],
)
def test_an_old_drop_down_says_what_was_chosen(field: str, said: str) -> None:
    assert texts(p("Xếp loại: ", field, ".")) == [f"Xếp loại: {said}."]


def test_the_result_of_a_field_is_read_and_not_its_code() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText>FORMTEXT</w:instrText></w:r>"
    field = f"{mark.format('begin')}{code}{mark.format('separate')}{r('An')}{mark.format('end')}"
    assert texts(p("Tên: ", field)) == ["Tên: An"]


def test_a_formula_is_read_as_its_letters() -> None:
    assert texts(p("a = ", "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>")) == ["a = x+1"]


def test_a_formula_is_in_doubt_for_a_fraction_reads_as_one_number() -> None:
    half = (
        "<m:f><m:num><m:r><m:t>95</m:t></m:r></m:num><m:den><m:r><m:t>100</m:t></m:r></m:den></m:f>"
    )
    (line,) = read(p("Đạt ", f"<m:oMath>{half}</m:oMath>"))
    assert (line.text, line.doubts) == ("Đạt 95100", (PICTURE,))


# --- what is drawn


ELLIPSE = '<wps:wsp><wps:spPr><a:prstGeom prst="ellipse"/></wps:spPr></wps:wsp>'
DRAWING = f"<w:drawing><a:graphic>{ELLIPSE}</a:graphic></w:drawing>"
BOTH = (
    f"<mc:AlternateContent><mc:Choice>{DRAWING}</mc:Choice>"
    "<mc:Fallback><w:pict><v:oval/></w:pict></mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    "shape",
    [
        DRAWING,
        BOTH,
        "<w:pict><v:oval/></w:pict>",
        "<w:pict><v:rect/></w:pict>",
        "<w:pict><v:line/></w:pict>",
        '<w:pict><v:shape type="#_x0000_t120"/></w:pict>',
        "<w:pict><v:group><v:shape/><v:oval/></v:group></w:pict>",
        "<w:pict><v:oval><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:oval></w:pict>",
        "<w:drawing><w14:contentPart/></w:drawing>",
    ],
    ids=["today", "both", "oval", "rect", "line", "shape", "group", "empty box", "ink"],
)
def test_what_is_drawn_is_told_with_its_place(shape: str) -> None:
    (line,) = read(p("Tốt, ", r("Kh"), f"<w:r>{shape}</w:r>", "á, Kém"))
    assert (line.text, line.ringed, line.doubts) == ("Tốt, Khá, Kém", (7,), (DRAWN,))


def test_places_of_drawings_are_those_in_the_text_as_it_is_read() -> None:
    ring = f"<w:r>{DRAWING}</w:r>"
    old = font("VNI-Times")
    (line,) = read(p(r("Xeáp loaïi: ", old), "[x] Tốt ", ring, "[ ] Khá ", ring))
    assert (line.text, line.ringed) == ("Xếp loại: ☒ Tốt ☐ Khá ", (16, 22))


def test_what_is_drawn_on_an_empty_line_is_in_doubt_on_the_next_or_last() -> None:
    ring = f"<w:r>{DRAWING}</w:r>"
    assert [line.doubts for line in read(p("a") + p(ring) + p("b"))] == [(), (DRAWN,)]
    assert [line.doubts for line in read(p("a") + p(ring))] == [(DRAWN,)]


PEN = "<w:r><w:drawing><w14:contentPart/></w:drawing></w:r>"
SHOWN = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"


@pytest.mark.parametrize("seen", [PEN, SHOWN])
@pytest.mark.parametrize("beside", ["", "………", TAB, "  "])
def test_a_picture_or_pen_alone_on_a_line_may_answer_what_is_above(seen: str, beside: str) -> None:
    lines = read(p("1. Hạn chế") + p("……") + p(beside, seen) + p("2. Nguyên nhân"))
    told = {line.text: line.doubts for line in lines}
    assert PICTURE in told["1. Hạn chế"]
    assert PICTURE not in told["2. Nguyên nhân"]


def test_a_picture_above_everything_is_none_of_an_answer() -> None:
    assert [line.doubts for line in read(p(SHOWN) + p("a") + p("b"))] == [(PICTURE,), ()]


@pytest.mark.parametrize("place", ["superscript", "subscript"])
def test_a_figure_above_or_below_the_line_behind_a_figure_is_in_doubt(place: str) -> None:
    look = f'<w:vertAlign w:val="{place}"/>'
    assert [line.doubts for line in read(p("10", r("2", look), " ha"))] == [(RAISED,)]
    assert [line.doubts for line in read(p("120 m", r("2", look), ", CO", r("2", look)))] == [()]
    assert [line.doubts for line in read(p("ngày 5", r("th", look)))] == [()]
    assert [line.doubts for line in read(p("10", r("2", '<w:vertAlign w:val="baseline"/>')))] == [
        ()
    ]


def test_pictures_in_a_line_and_files_beside_it_are_in_doubt() -> None:
    picture = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"
    (line,) = read(p("Ký tên: ", picture))
    assert (line.text, line.ringed, line.doubts) == ("Ký tên: ", (), (PICTURE,))
    assert [line.doubts for line in read(p("a") + "<w:altChunk/>" + p("b"))] == [(), (FILE,)]


# --- fonts


def test_text_of_an_unknown_table_is_kept_and_in_doubt() -> None:
    (line,) = read(p("Họ tên: ") + p(r("NguyÔn V¨n An", font("Times New Roman"))))[1:]
    assert (line.text, line.doubts) == ("NguyÔn V¨n An", (UNKNOWN,))


def test_old_and_new_fonts_stand_beside_each_other() -> None:
    vn = font(".VnTime")
    body = p(
        r("Hä vµ tªn: ", vn), r("Nguyễn Thị é", font("Arial")), r(" (", vn), "PhD", r(") lµ", vn)
    )
    (line,) = read(body)
    assert (line.text, line.doubts) == ("Họ và tên: Nguyễn Thị é (PhD) là", ())


# --- files that are none, or too much


@pytest.mark.parametrize(
    "data",
    [
        b"", b"PK", b"%PDF-1.4", ole("WordDocument"), ole("EncryptedPackage"), deep(),
        package(b"<a/>"), package(b"<!DOCTYPE a><a/>"), package(b"<w:p>"), package(deep()),
        package(b"<a>" + b" " * (100 * 2**20) + b"</a>"), package(b"<a/>", {"word/vbaProject.bin": b""}),
        package(b"<a/>", {"mimetype": b""}),
    ],
    ids=["empty", "cut", "pdf", "doc", "password", "xml", "without text", "dtd", "broken", "deep",
         "bomb", "macro", "odt"],
)  # fmt: skip
def test_a_file_is_refused_as_the_other_reader_does(data: bytes) -> None:
    with pytest.raises(RefusedFileError) as other:
        read_word(io.BytesIO(data))
    with pytest.raises(RefusedFileError) as refused:
        read_written(io.BytesIO(data))
    assert refused.value.refusal == other.value.refusal


def test_a_file_of_pictures_has_no_lines_and_is_not_empty() -> None:
    assert read("<w:p><w:r><w:drawing/></w:r></w:p>") == ()
    with pytest.raises(RefusedFileError) as refused:
        read(p(" \xa0"))
    assert refused.value.refusal == Refusal.RONG


@pytest.mark.parametrize(
    ("body", "count", "letters"),
    [
        (p("a") * MAX_LINES, MAX_LINES, MAX_LINES),
        (p("a") * (MAX_LINES + 1), MAX_LINES, MAX_LINES),
        (p("a" * MAX_LETTERS), 1, MAX_LETTERS),
        (p("a" * (MAX_LETTERS + 1)), 1, MAX_LETTERS),
        (p("a" * (MAX_LETTERS - 5)) + p("b" * 6), 2, MAX_LETTERS),
    ],
    ids=["lines", "a line more", "letters", "a letter more", "in two lines"],
)
def test_a_file_beyond_the_limits_is_cut_and_says_so(body: str, count: int, letters: int) -> None:
    lines = read(body)
    assert (len(lines), sum(len(line.text) for line in lines)) == (count, letters)
    beyond = len(texts_of(body)) > MAX_LINES or sum(map(len, texts_of(body))) > MAX_LETTERS
    assert (lines[-1].doubts == (CUT,)) is beyond


def texts_of(body: str) -> list[str]:
    return [each.split("</w:t>")[0] for each in body.split('preserve">')[1:]]


@pytest.mark.parametrize("seed", range(150))
def test_spoilt_files_are_read_or_refused(seed: int) -> None:
    data = spoilt(random.Random(seed))
    try:
        lines = read_written(io.BytesIO(data))
    except RefusedFileError:
        return
    for line in lines:
        assert line.text.strip(" \xa0")
        assert line.text == unicodedata.normalize("NFC", line.text)
        assert all(0 <= at <= len(line.text) for at in line.ringed)
