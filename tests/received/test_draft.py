"""Whether a paper is out: drafts, numbers that are not there yet, days that are open."""

from dataclasses import replace

import pytest

from generator.received.draft import called_draft, not_out
from tests.received.test_findings import PAPER, said, seen

DRAFT, OPEN, NUMBER = "tệp ghi là dự thảo", "ngày, tháng, năm còn để trống", "chưa ghi số văn bản"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("DỰ THẢO", [DRAFT]),
        ("Dự thảo lần 2", [DRAFT]),
        ("Dự thảo ngày 20/11", [DRAFT]),
        ("BẢN NHÁP", [DRAFT]),
        ("BẢN KIỂM ĐIỂM (DỰ THẢO)", [DRAFT]),
        ("Tham gia góp ý dự thảo Nghị quyết của Đảng ủy.", []),
        ("Hà Tĩnh, ngày … tháng … năm 2024", [OPEN]),
        ("Hà Tĩnh, ngày ..... tháng 12 năm 2024", [OPEN]),
        ("Hà Tĩnh, ngày     tháng     năm 2024", [OPEN]),
        ("Hà Tĩnh, ngày 02 tháng 12 năm 20…", [OPEN]),
        ("Hà Tĩnh, ngày 02 tháng 12 năm 2024", []),
        ("Số:     -TB/ĐU", [NUMBER]),
        ("Số …-CV/ThU", [NUMBER]),
        ("Số /TB-UBND", [NUMBER]),
        ("Số 45-BC/ĐU", []),
        ("Số thẻ đảng viên: 12.345678", []),
    ],
)
def test_what_is_still_being_written_is_told(line: str, told: list[str]) -> None:
    assert said(not_out, PAPER, line) == told


def test_a_draft_says_so_at_the_top() -> None:
    assert said(not_out, PAPER, *["x"] * 15, "DỰ THẢO") == [DRAFT]
    assert said(not_out, PAPER, *["x"] * 16, "DỰ THẢO") == []


def test_what_needs_no_signature_needs_no_day_and_number() -> None:
    due = replace(PAPER, signed=False)
    assert said(not_out, due, "Số:   -TB/ĐU", "ngày … tháng … năm 2024") == []
    assert said(not_out, due, "DỰ THẢO") == [DRAFT]


@pytest.mark.parametrize(
    ("around", "told"),
    [
        ("DỰ THẢO", [DRAFT]), ("DỰ THẢO LẦN 2    2", [DRAFT]), ("Bản nháp", [DRAFT]), ("2", []),
        ("Tài liệu tập huấn cách soạn dự thảo nghị quyết của chi bộ", []),
    ],
)  # fmt: skip
def test_a_header_or_a_watermark_says_that_it_is_a_draft(around: str, told: list[str]) -> None:
    paper = replace(seen("BẢN KÊ KHAI TÀI SẢN"), around=(around,))
    assert [each.ly_do for each in not_out(paper, PAPER)] == told


def test_the_name_of_a_file_says_that_it_is_a_draft() -> None:
    (told,) = called_draft("1.1 Nguyễn Văn An DT2.docx", ["Nguyễn Văn An"])
    assert told.ly_do == "tên tệp ghi «DT»: có thể là bản dự thảo"
    assert [*called_draft("1.1 Nguyễn Văn An.docx", ["Nguyễn Văn An"])] == []
