"""Which names stand below which titles of signatures."""

import re

import pytest

from generator.received.signature_block import Signatures

AN, BINH, CUC = "Nguyễn Văn An", "Trần Thị Bình", "Lê Thu Cúc"
WRITER, HEAD, CELL = "NGƯỜI TỰ KIỂM ĐIỂM", "THỦ TRƯỞNG", "T/M CHI ỦY"


def found(*lines: str) -> Signatures:
    """The signatures of a text in which all lines that are one of the titles are titles."""
    signatures = Signatures(lines)
    signatures.titles.update(
        index for index, each in enumerate(signatures.parts) if each in {WRITER, HEAD, CELL}
    )
    return signatures


def test_lines_are_cut_into_columns_at_tabs_and_many_blanks() -> None:
    lines = (
        f"{HEAD}\t\t{WRITER}",
        "A     B",
        "C    D",
        "E\u00a0\u00a0\u00a0\u00a0\u00a0F",
        "\t",
        " ",
    )
    assert Signatures(lines).parts == [HEAD, WRITER, "A", "B", "C    D", "E", "F"]


WRITES = re.compile(r" nguoi viet ")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ((WRITER, AN), 0),
        ((AN, "Người tự kiểm điểm:", BINH), 1),
        ((WRITER, "x", WRITER), 2),
        (("NGƯỜI VIẾT BẢN KIỂM ĐIỂM", AN), 0),
        # the words of the form before those that offices use
        ((WRITER, AN, "NGƯỜI VIẾT"), 0),
        # what may be a title: a capital first, twelve words at most
        (("người viết bản này",), None),
        ((f"Người viết {'dòng ' * 10}",), 0),
        ((f"Người viết {'dòng ' * 11}",), None),
        (("Tôi là người viết",), None),
        ((AN,), None),
        ((), None),
    ],
)
def test_the_last_title_is_found_by_its_words_or_by_what_offices_write(
    lines: tuple[str, ...], place: int | None
) -> None:
    assert Signatures(lines).last(WRITER, WRITES) == place


def test_without_other_words_only_those_of_the_form_are_looked_for() -> None:
    assert Signatures(("NGƯỜI VIẾT",)).last(WRITER) is None


def test_titles_that_touch_are_one_group() -> None:
    signatures = found("x", HEAD, WRITER, CELL, "y", WRITER)
    assert [signatures.group(index) for index in (1, 2, 3, 5)] == [
        [1, 2, 3], [1, 2, 3], [1, 2, 3], [5],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "signed"),
    [
        ((WRITER, AN), True),
        ((WRITER, "(Ký, ghi rõ họ tên)", "BÍ THƯ", AN), True),
        ((WRITER,), False),
        ((WRITER, "Bí Thư"), False),
        ((AN, WRITER), False),
        # the next title ends what is below
        ((WRITER, "Bí Thư", CELL, AN), False),
        # as many names as titles side by side
        ((WRITER, HEAD, AN, BINH), True),
        ((WRITER, HEAD, AN), False),
        ((WRITER, HEAD, CELL, AN, BINH), False),
        ((WRITER, HEAD, CELL, AN, BINH, CUC), True),
        ((f"{HEAD}\t{WRITER}", f"{BINH}\t{AN}"), True),
        # ten lines below one title, two more below each beside it
        ((WRITER, *["x"] * 9, AN), True),
        ((WRITER, *["x"] * 10, AN), False),
        ((WRITER, HEAD, *["x"] * 10, AN, BINH), True),
        ((WRITER, HEAD, *["x"] * 11, AN, BINH), False),
    ],
)
def test_below_titles_side_by_side_stand_as_many_names(
    lines: tuple[str, ...], signed: bool
) -> None:
    assert found(*lines).is_signed(0) is signed


@pytest.mark.parametrize(
    ("lines", "signed", "other"),
    [
        ((WRITER, AN), True, AN),
        ((WRITER, "(đã ký)", AN.upper()), True, AN.upper()),
        ((WRITER, f"ThS. {AN} (đã ký)"), True, AN),
        ((WRITER, "Nguyễn văn An"), True, "Nguyễn văn An"),
        ((WRITER, BINH), False, BINH),
        ((WRITER, HEAD, BINH, AN), True, BINH),
        ((WRITER, "Nguyễn Văn Ân"), False, "Nguyễn Văn Ân"),
        ((WRITER, "Phó Bí Thư"), False, ""),
        ((WRITER,), False, ""),
        ((AN, WRITER), False, ""),
        # ten lines below it, two more for each title beside it, and none below the next title
        ((WRITER, *["x"] * 9, AN), True, AN),
        ((WRITER, *["x"] * 10, AN), False, ""),
        ((WRITER, HEAD, *["x"] * 11, AN), True, AN),
        ((WRITER, HEAD, *["x"] * 12, AN), False, ""),
        ((WRITER, "(đã ký)", HEAD, AN), False, ""),
    ],
)
def test_a_title_is_signed_by_whoever_is_meant(
    lines: tuple[str, ...], signed: bool, other: str
) -> None:
    signatures = found(*lines)
    assert signatures.is_signed_by(0, AN) is signed
    assert signatures.other_name(0) == other


def test_in_a_pdf_notes_stand_between_titles_side_by_side() -> None:
    lines = (HEAD, "(Ký, ghi rõ họ tên)", WRITER, "(Ký, ghi rõ họ tên)", BINH, AN)
    assert found(*lines).is_signed(0)
    assert found(*lines).is_signed(2)
    assert not found(*lines[:-1]).is_signed(0)
