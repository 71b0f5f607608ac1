"""Which lines somebody drew apart by hand, so that they stand out among others."""

import pytest

from generator.opening.drawn_apart import drawn_apart


def body(*runs: tuple[str, str]) -> bytes:
    said = "".join(f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>" for look, text in runs)
    return f"<w:p><w:r><w:t>Tốt</w:t></w:r></w:p><w:p>{said}</w:p>".encode()


@pytest.mark.parametrize(
    "look", ["<w:b/>", '<w:u w:val="single"/>', '<w:highlight w:val="yellow"/>',
             '<w:color w:val="FF0000"/>'],
)  # fmt: skip
def test_a_line_that_is_drawn_so_from_begin_to_end_stands_apart(look: str) -> None:
    assert drawn_apart(body((look, "Khá &amp; giỏi"))) == ("Khá & giỏi",)
    assert drawn_apart(body((look, "Kh"), (look, "á"))) == ("Khá",)


@pytest.mark.parametrize(
    "look", ["", '<w:b w:val="0"/>', '<w:u w:val="none"/>', '<w:color w:val="000000"/>']
)
def test_a_line_that_looks_as_usual_does_not(look: str) -> None:
    assert drawn_apart(body((look, "Khá"))) == ()


def test_nor_does_one_of_which_only_a_part_is_drawn_so() -> None:
    assert drawn_apart(body(("<w:b/>", "Kh"), ("", "á"))) == ()
