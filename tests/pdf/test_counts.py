"""Pages of papers are known from their PDF or from Word, and no PDF is opened for them."""

import os
import zipfile
from pathlib import Path

import pytest

from generator.pdf import counts, state
from generator.pdf.counts import page_counts
from generator.pdf.state import PaperRecord

EARLY, LATE = 1_600_000_000, 1_600_000_600


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A paper of a unit as this program makes it: without a number of pages."""
    return written(tmp_path / "thon-dong" / "1 - Bản kiểm điểm.docx", "kiemdiem", EARLY)


def written(path: Path, said: str, time: int) -> Path:
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("docProps/app.xml", f"<Properties>{said}</Properties>")
    os.utime(path, (time, time))
    return path


def printed(root: Path, word: Path, pages: int) -> Path:
    """Record a PDF of a paper, made after it."""
    pdf = root / "pdf" / word.parent.name / f"{word.stem}.pdf"
    pdf.parent.mkdir(parents=True, exist_ok=True)
    pdf.write_bytes(b"no PDF: it is not opened")
    os.utime(pdf, (LATE, LATE))
    found = pdf.stat()
    record = PaperRecord(b"", pdf.name, found.st_size, found.st_mtime_ns, pages, {})
    with state.opened(root) as known:
        state.save_paper(known, word.parent.name, word.name, record)
        known.commit()
    return pdf


def counted(root: Path, word: Path) -> int | None:
    return page_counts(root, word.parent.name, [word]).get(word)


def test_a_pdf_newer_than_its_paper_says_how_many(tmp_path: Path, word: Path) -> None:
    printed(tmp_path, word, 4)
    assert counted(tmp_path, word) == 4


def test_a_paper_that_changed_behind_its_pdf_is_not_known(tmp_path: Path, word: Path) -> None:
    printed(tmp_path, word, 4)
    written(word, "kiemdiem", LATE + 60)
    assert counted(tmp_path, word) is None


def test_a_pdf_that_is_another_one_is_not_believed(tmp_path: Path, word: Path) -> None:
    printed(tmp_path, word, 4).write_bytes(b"another")
    assert counted(tmp_path, word) is None


def test_what_word_wrote_into_a_file_it_saved_counts(tmp_path: Path, word: Path) -> None:
    printed(tmp_path, word, 4)
    written(word, "<Pages>5</Pages>", LATE + 60)
    assert counted(tmp_path, word) == 5


def test_without_either_nothing_is_said(tmp_path: Path, word: Path) -> None:
    assert counted(tmp_path, word) is None
    word.write_bytes(b"damaged")
    assert counted(tmp_path, word) is None
    word.unlink()
    assert counted(tmp_path, word) is None


def test_a_file_that_stayed_is_not_opened_again(
    tmp_path: Path, word: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(word, "<Pages>5</Pages>", EARLY)
    assert counted(tmp_path, word) == 5

    def opened(_path: Path) -> None:
        pytest.fail("opened again")

    monkeypatch.setattr(counts, "opened", opened)
    assert counted(tmp_path, word) == 5


def test_while_pdf_files_are_being_made_nothing_waits(tmp_path: Path, word: Path) -> None:
    printed(tmp_path, word, 4)
    with state.opened(tmp_path):
        assert counted(tmp_path, word) is None
    assert counted(tmp_path, word) == 4
