"""The letter that asks for files again: names and reasons, whatever they hold."""

import datetime as dt
from pathlib import Path

from generator import shipped
from generator.dossier.send_back import Fault, letter_back, letter_name
from generator.editing.new_file import new_file
from generator.problems import has_errors
from generator.reading.data_file import data_of
from generator.reading.load import campaign_of


def letter(*faults: Fault, due: dt.date | None = None) -> str:
    dot = campaign_of(shipped.DATA / "vi-du-2026")
    assert dot is not None
    text = new_file(letter_back(dot, "Chi bộ thôn Đoài", faults, due))
    assert isinstance(text, str)
    read = data_of(text, Path("tra-lai.yaml"), "tra-lai.yaml")
    assert read.value is not None
    assert not has_errors(list(read.problems))
    return text


def test_every_file_stands_with_what_it_is_and_why() -> None:
    text = letter(
        Fault("a.docx", "Bản tự kiểm điểm, An", "sai mẫu."), Fault("b.pdf", "", "tệp  rỗng")
    )
    assert "kinh_gui" in text
    assert "**1.** Tệp «a.docx» (Bản tự kiểm điểm, An): sai mẫu." in text
    assert "**2.** Tệp «b.pdf»: tệp rỗng." in text
    assert "trước ngày" not in text


def test_a_day_is_named_if_there_is_one() -> None:
    assert "trước ngày 15/12/2026" in letter(Fault("a", "", "b"), due=dt.date(2026, 12, 15))


def test_a_name_with_marks_of_the_text_is_printed_as_it_is() -> None:
    assert r"«a\*\*b \[^1\].docx»" in letter(Fault("a**b [^1].docx", "", "lý do: {x} #"))


def test_each_letter_has_a_file_of_its_own() -> None:
    assert letter_name("chi-bo", []) == "tra-lai-chi-bo.yaml"
    assert letter_name("chi-bo", ["Tra-lai-chi-bo.yaml"]) == "tra-lai-chi-bo-2.yaml"
