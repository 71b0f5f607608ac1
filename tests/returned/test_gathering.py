"""Files are read where they lie: broken and hostile ones cost only themselves, old ones are made new."""

import shutil
from pathlib import Path

import pytest

from generator.pdf.office import libreoffice
from generator.reading.load import campaign_of
from generator.returned.gathering import Asked, gathered
from generator.returned.reading import Reading
from tests.received.offices_damaged import damaged
from tests.returned.office import converted
from tests.returned.sent_back import UNIT, folder_with, form

FORM = "02B.docx"


def readings(folder: Path) -> dict[str, Reading]:
    dot = campaign_of(folder)
    assert dot is not None
    found, _ = gathered(folder, dot, Asked(jobs=2))
    return {one.tep.name: one for each in found for one in each.readings}


def test_files_that_are_broken_or_mean_harm_are_refused_and_the_others_read(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "dot", {FORM: form()})
    received = folder / "da-nhan" / UNIT
    for number, each in enumerate(damaged()):
        each.make(received / f"xau-{number:03}.docx")
    found = readings(folder)
    assert len(found) > 30
    assert found[FORM].values
    assert all(each.tu_choi for name, each in found.items() if name != FORM)


@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_an_old_word_file_is_read_by_libreoffice(tmp_path: Path, ending: str) -> None:
    if libreoffice() is None:
        pytest.skip("LibreOffice is not on this machine")
    folder = folder_with(tmp_path / "dot", {FORM: form()})
    received = folder / "da-nhan" / UNIT
    converted(tmp_path, [received / FORM], ending)
    new = {value.path: value.value for value in readings(folder)[FORM].values}
    (received / FORM).unlink()
    shutil.copy(tmp_path / f"02B.{ending}", received)
    old = readings(folder)[f"02B.{ending}"]
    assert old.tu_choi == ""
    assert {value.path: value.value for value in old.values} == new


def test_without_libreoffice_an_old_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_with(tmp_path / "dot", {"02B.doc": b"\xd0\xcf\x11\xe0" + b"\0" * 600})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "LibreOffice" in readings(folder)["02B.doc"].tu_choi
