"""The lines of a received file around one of them."""

from pathlib import Path

from generator.desk.lines_beside import AFTER, BEFORE, Row, around, lines_of
from tests.returned.blanks import blanks

LINES = tuple(Row(number, f"Dòng {number}") for number in (1, 2, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12))


def test_the_lines_of_a_word_file_come_with_the_numbers_of_their_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "mẫu.docx"
    path.write_bytes(blanks()["02B/2025"].data)
    lines = lines_of(path)
    assert not isinstance(lines, str)
    assert "Mẫu 02B-HD KĐ.ĐG 2025" in [each.chu for each in lines]
    assert [each.noi for each in lines] == sorted(each.noi for each in lines)


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path = tmp_path / "hong.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    assert "hỏng" in lines_of(path)


def test_all_lines_of_the_paragraph_are_meant_with_some_before_and_behind() -> None:
    found = around(LINES, 5)
    assert [each.noi for each in found.cho] == [5, 5]
    assert found.truoc == LINES[:3]
    assert len(found.truoc) == BEFORE
    assert len(found.sau) == AFTER
    assert found.sau[0].noi == 6


def test_a_line_is_told_from_earlier_ones_that_say_the_same() -> None:
    lines = (Row(1, "Tốt"), Row(2, "Khá"), Row(3, "Tốt"))
    found = around(lines, 3)
    assert (found.tim, found.lan) == ("Tốt", 1)


def test_where_no_line_is_meant_none_is_marked_and_the_nearest_are_shown() -> None:
    found = around(LINES, 3)
    assert found.cho == ()
    assert found.tim == ""
    assert LINES[2] in found.truoc
