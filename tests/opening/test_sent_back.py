"""A form that was sent back is read as the kind of file that it is."""

from pathlib import Path

import pytest

from generator.opening.content import RefusedFileError
from generator.opening.sent_back import read_sent_back
from tests.opening.test_pool import pdf, written
from tests.returned.sent_back import form


def test_a_word_file_and_a_pdf_are_each_read(tmp_path: Path) -> None:
    word = written(tmp_path, "a.docx", form())
    assert any(line.text.startswith("Họ và tên") for line in read_sent_back(word))
    sheet = written(tmp_path, "a.PDF", pdf("Ho va ten: AN"))
    assert [line.text for line in read_sent_back(sheet)] == ["Ho va ten: AN"]


def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError):
        read_sent_back(written(tmp_path, "a.docx", pdf("Ho va ten: AN")))
