"""Which titles have to be signed: those of a form in any office's words, those at a paper's end."""

from dataclasses import replace

import pytest

from generator.received.signed import not_signed
from tests.received.test_findings import AN, BINH, COLLECTIVE, DAY, FORM, PAPER, said, seen

HEAD, CELL, COMMITTEE = "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "T/M CHI ỦY (CHI BỘ)", "T/M ĐẢNG ỦY (CHI ỦY)"


@pytest.mark.parametrize(
    ("block", "title"),
    [
        (HEAD, "THỦ TRƯỞNG ĐƠN VỊ"),
        (HEAD, "K/T THỦ TRƯỞNG"),
        (HEAD, "KT. CHỦ TỊCH"),
        (HEAD, "CHỦ TỊCH UBND PHƯỜNG"),
        (HEAD, "Giám đốc Sở"),
        (HEAD, "HIỆU TRƯỞNG"),
        (HEAD, "TRƯỞNG BAN"),
        (HEAD, "TM. ỦY BAN NHÂN DÂN"),
        (HEAD, "T/M ỦY BAN NHÂN DÂN"),
        (CELL, "T/M CHI ỦY"),
        (CELL, "TM. CHI BỘ"),
        (COMMITTEE, "T/M ĐẢNG ỦY"),
        (COMMITTEE, "TM. BAN THƯỜNG VỤ"),
        (COMMITTEE, "T/M BTV ĐẢNG ỦY"),
        (COMMITTEE, "T/M BAN CHẤP HÀNH"),
    ],
)
def test_offices_write_other_titles_than_the_form(block: str, title: str) -> None:
    due = replace(FORM, blocks=(block,))
    own = (DAY, "NGƯỜI TỰ KIỂM ĐIỂM", AN)
    assert said(not_signed, due, *own, title, BINH) == []
    assert said(not_signed, due, *own, title) == [f"chưa có chữ ký, họ tên dưới «{block}»"]


@pytest.mark.parametrize("title", ["PHÓ TRƯỞNG BAN", "T/M CHI ỦY", "Đồng chí thủ trưởng", "BÍ THƯ"])
def test_another_title_is_not_that_of_the_head(title: str) -> None:
    due = replace(FORM, blocks=(HEAD,))
    told = said(not_signed, due, DAY, "NGƯỜI TỰ KIỂM ĐIỂM", AN, title, BINH)
    assert told == [f"không thấy chỗ ký «{HEAD}»"]


def test_the_writer_may_be_called_so_too() -> None:
    assert said(not_signed, FORM, DAY, "NGƯỜI VIẾT BẢN KIỂM ĐIỂM", AN) == []
    assert said(not_signed, FORM, DAY, AN) == ["không thấy chỗ ký «NGƯỜI TỰ KIỂM ĐIỂM»"]


def test_confirmations_that_are_not_asked_for_may_be_missing_but_not_stand_empty() -> None:
    own = (DAY, "NGƯỜI TỰ KIỂM ĐIỂM", AN)
    assert said(not_signed, FORM, *own) == []
    assert said(not_signed, FORM, *own, "Nhận xét: tốt.", CELL, "BÍ THƯ", BINH) == []
    told = [f"chỗ ký «{each}» còn để trống" for each in (HEAD, CELL, COMMITTEE)]
    assert said(not_signed, FORM, *own, HEAD, CELL, COMMITTEE) == told
    private = replace(FORM, cong_chuc=False)
    assert said(not_signed, private, *own, HEAD, CELL, COMMITTEE) == told[1:]


def test_nobody_confirms_the_own_form() -> None:
    own = (DAY, "NGƯỜI TỰ KIỂM ĐIỂM", AN)
    alone = replace(FORM, form="02A")  # of 2023: one without a post, who leads nothing
    told = [f"dưới «{CELL}» là tên của chính {AN}"]
    assert said(not_signed, alone, *own, CELL, "BÍ THƯ", AN) == told
    assert said(not_signed, alone, *own, CELL, "BÍ THƯ", BINH) == []


def test_a_collective_without_a_title_signs_in_the_last_lines() -> None:
    assert said(not_signed, COLLECTIVE, DAY, "BÍ THƯ", AN, *["x"] * 24) == []
    told = said(not_signed, COLLECTIVE, DAY, "BÍ THƯ", AN, *["x"] * 25)
    assert told == ["không thấy chỗ ký «T/M BAN THƯỜNG VỤ (TẬP THỂ LÃNH ĐẠO, QUẢN LÝ)»"]


@pytest.mark.parametrize(
    "title",
    [
        "T/M BAN THƯỜNG VỤ", "TM. CHI BỘ", "K/T TRƯỞNG BAN", "T/L BAN THƯỜNG VỤ", "TL. CHỦ TỊCH",
        "Q. GIÁM ĐỐC", "THƯ KÝ", "CHỦ TRÌ", "CHỦ TỌA HỘI NGHỊ", "NGƯỜI LẬP BIỂU",
        "NGƯỜI KÊ KHAI TÀI SẢN", "NGƯỜI LẬP", "NGƯỜI TỰ KIỂM ĐIỂM", "TRƯỞNG BAN",
        "HIỆU TRƯỞNG", "GIÁM ĐỐC SỞ", "THỦ TRƯỞNG ĐƠN VỊ",
    ],
)  # fmt: skip
def test_each_title_at_the_end_of_a_paper_needs_a_name(title: str) -> None:
    others = ("CÁN BỘ THẨM TRA", BINH)
    assert said(not_signed, PAPER, DAY, *others, title, AN) == []
    told = said(not_signed, PAPER, DAY, *others, title)
    assert told == [f"chưa có chữ ký, họ tên dưới «{title}»"]


@pytest.mark.parametrize(
    "line",
    ["Thư ký: đồng chí Bình", "Thủ trưởng đơn vị", "BÍ THƯ", "NƠI NHẬN", "NGƯỜI NHẬN", "ĐẠI BIỂU"],
)
def test_other_lines_at_the_end_need_none(line: str) -> None:
    assert said(not_signed, PAPER, DAY, "CHỦ TRÌ", AN, line) == []


def test_titles_of_one_signature_are_one() -> None:
    both = ("T/M BAN TỔ CHỨC", "TRƯỞNG BAN")
    assert said(not_signed, PAPER, DAY, *both, AN) == []
    assert said(not_signed, PAPER, DAY, AN, *both) == [
        "chưa có chữ ký, họ tên dưới «T/M BAN TỔ CHỨC»"
    ]
    side_by_side = ("NGƯỜI LẬP BIỂU", "TRƯỞNG BAN")
    assert said(not_signed, PAPER, DAY, *side_by_side, AN, BINH) == []
    assert said(not_signed, PAPER, DAY, *side_by_side, AN) == [
        f"chưa có chữ ký, họ tên dưới «{title}»" for title in side_by_side
    ]


def test_a_title_far_above_the_end_is_not_one_of_signatures() -> None:
    lines = ("CHỦ TRÌ", "x", *["Nội dung."] * 22)
    assert said(not_signed, PAPER, *lines, DAY, AN) == []
    assert said(not_signed, PAPER, *lines[:-1], DAY, AN) == [
        "chưa có chữ ký, họ tên dưới «CHỦ TRÌ»"
    ]


def test_whoever_declares_signs_and_whoever_receives_it_need_not() -> None:
    due = replace(PAPER, ten=AN)
    receiver = ("NGƯỜI NHẬN BẢN KÊ KHAI", BINH)
    assert said(not_signed, due, DAY, "NGƯỜI KÊ KHAI", AN, *receiver) == []
    assert said(not_signed, due, DAY, "NGƯỜI KÊ KHAI", BINH) == [
        f"dưới «NGƯỜI KÊ KHAI» thấy tên «{BINH}», không thấy {AN}"
    ]
    assert said(not_signed, PAPER, DAY, "NGƯỜI KÊ KHAI", *receiver) == [
        "chưa có chữ ký, họ tên dưới «NGƯỜI KÊ KHAI»"
    ]


def test_titles_of_a_table_need_names_too() -> None:
    lines = (DAY, "NGƯỜI LẬP BIỂU", "TRƯỞNG BAN")
    told = [each.ly_do for each in not_signed(seen(*lines, kind="xlsx"), PAPER)]
    assert told == [f"chưa có chữ ký, họ tên dưới «{title}»" for title in lines[1:]]
