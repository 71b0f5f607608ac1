"""One Word file as pages to look at, and why there are none."""

import hashlib
from pathlib import Path

import pytest

from generator.pdf.converting import Lost
from generator.pdf.office import libreoffice
from generator.pdf.quick import looked_at
from tests.pdf.printing import Fake, built, needs_office


def let(fake: Fake, rule: str, word: bytes) -> None:
    fake.rules.write_text(f"{hashlib.sha256(word).hexdigest()} {rule}\n")


@pytest.mark.parametrize(
    ("rule", "lost"),
    [
        ("hang", Lost.QUA_LAU),
        ("die", Lost.TU_TAT),
        ("skip", Lost.KHONG_RA),
        ("half", Lost.HONG),
        ("no rule: what is made is no PDF that can be drawn", Lost.HONG),
    ],
)
def test_why_a_file_has_no_pages_is_said_and_no_process_is_left(
    rule: str, lost: Lost, tmp_path: Path
) -> None:
    fake, word = Fake(tmp_path), b"PK word"
    let(fake, rule.split(":", maxsplit=1)[0].replace(" ", "-"), word)
    found = looked_at(word, fake.path, tmp_path / "home", seconds=3.0)
    assert (found.lost, found.trang) == (lost, ())
    assert fake.left() == []


def test_a_program_that_cannot_be_started_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="soffice"):
        looked_at(b"PK", tmp_path / "no-soffice", tmp_path / "home")


@needs_office
@pytest.mark.libreoffice
def test_every_page_is_drawn_and_the_same_page_is_named_the_same(tmp_path: Path) -> None:
    request = built(tmp_path)
    words = sorted(request.root.rglob("*Bản kiểm điểm*.docx"))
    office = libreoffice()
    assert office is not None
    first = looked_at(words[0].read_bytes(), office, tmp_path / "home")
    again = looked_at(words[0].read_bytes(), office, tmp_path / "home")
    assert first.pdf.startswith(b"%PDF")
    assert len(first.trang) > 1
    assert [each.ma for each in first.trang] == [each.ma for each in again.trang]
    assert len({each.ma for each in first.trang}) == len(first.trang)
    assert all(each.anh.startswith(b"\x89PNG") and each.cao > each.rong for each in first.trang)
