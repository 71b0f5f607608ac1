"""A name is found wherever a reader would find it, and only there."""

import pytest

from generator.received.folded import bears

COMMITTEE = "Ủy ban nhân dân xã Lộc Vân"


@pytest.mark.parametrize(
    "lines",
    [
        ("Uỷ ban nhân dân xã Lộc Vân",),
        ("UBND xã Lộc Vân",),
        ("Kính gửi: Ủy ban nhân dân", "xã Lộc Vân"),
        ("Kính gửi: UBND", "xã Lộc Vân"),
        ("xã Lộc", "ubnd", "UBND xã", "Lộc Vân"),
        ("uy ban nhan dan xa loc van",),
    ],
)
def test_a_body_is_found_written_short_and_over_two_lines(lines: tuple[str, ...]) -> None:
    assert bears(lines, COMMITTEE)


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("Ủy ban nhân dân xã Lộc Vẫn",),
        ("Ủy ban nhân dân xã", "", "Lộc Vân"),
        ("Văn bản của xã Lộc; Vân xã Lộc", "Ủy ban nhân dân"),
        ("Ủy ban nhân dân xã Lộc Vânh",),
    ],
)
def test_words_of_a_name_in_another_order_or_place_are_not_the_name(
    lines: tuple[str, ...],
) -> None:
    assert not bears(lines, COMMITTEE)


def test_a_name_with_an_apostrophe_is_found() -> None:
    assert bears(("Đồng chí H'Yer Niê",), "H'Yer Niê")


def test_a_name_on_the_last_of_many_lines_is_found() -> None:
    lines = ("Lộc nơi khác, Vân nơi khác",) * 3000
    assert not bears(lines, "Lộc Vân")
    assert bears((*lines, "Lộc Vân"), "Lộc Vân")
