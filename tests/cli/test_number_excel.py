"""The register goes into Excel and comes back, and no file of somebody else is written over."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.run import kiemdiem
from tests.register.office import campaign, letter, lines, register_at
from tests.register.test_sheet import HEAD, typed


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    campaign(tmp_path)
    folder = Path("data/loc-van")
    kiemdiem("number", "take", str(letter(folder, "a.yaml")))
    return folder


def test_what_was_exported_before_is_replaced(folder: Path) -> None:
    kiemdiem("number", "export", str(folder), "-o", "so.xlsx")
    kiemdiem("number", "take", str(letter(folder, "b.yaml")))
    done = kiemdiem("number", "export", str(folder), "-o", "so.xlsx")
    assert (done.returncode, done.stdout) == (0, "so.xlsx\n")
    assert openpyxl.load_workbook("so.xlsx").active.max_row == 3
    again = Path("so.xlsx").read_bytes()
    kiemdiem("number", "export", str(folder), "-o", "so.xlsx")
    assert Path("so.xlsx").read_bytes() == again


def test_a_workbook_edited_by_hand_stays(folder: Path) -> None:
    kiemdiem("number", "export", str(folder), "-o", "so.xlsx")
    book = openpyxl.load_workbook("so.xlsx")
    book.active["G2"] = "ký bù"
    book.save("so.xlsx")
    theirs = Path("so.xlsx").read_bytes()
    done = kiemdiem("number", "export", str(folder), "-o", "so.xlsx")
    assert (done.returncode, done.stdout) == (0, "so (mới).xlsx\n")
    assert "KD505" in done.stderr
    assert Path("so.xlsx").read_bytes() == theirs


@pytest.mark.parametrize("name", ["data/loc-van/a.yaml", "data/loc-van", "so", "so.xls"])
def test_only_a_workbook_is_written(folder: Path, name: str) -> None:
    before = Path("data/loc-van/a.yaml").read_bytes()
    done = kiemdiem("number", "export", str(folder), "-o", name)
    assert done.returncode == 2
    assert ".xlsx" in done.stderr
    assert Path("data/loc-van/a.yaml").read_bytes() == before


def test_the_register_itself_is_not_written_over(folder: Path) -> None:
    before = lines(register_at(folder))
    path = str(register_at(folder))
    assert kiemdiem("number", "export", path, "-o", path).returncode == 2
    assert lines(register_at(folder)) == before


def test_a_sheet_that_does_not_say_its_series_takes_the_one_that_is_named(folder: Path) -> None:
    typed(Path("cu.xlsx"), [HEAD, ["01", "05/01/2026", "Việc cũ"]])
    unnamed = kiemdiem("number", "import", str(folder), "cu.xlsx")
    assert (unnamed.returncode, "KD632" in unnamed.stderr) == (1, True)
    elsewhere = kiemdiem("number", "import", str(folder), "cu.xlsx", "--register", "moi")
    assert "Chưa ghi gì vào sổ: 1 lỗi." in elsewhere.stderr
    assert not Path("moi").exists()
    args = ("import", str(folder), "cu.xlsx", "--type", "Thông báo")
    assert kiemdiem("number", *args, "--term", "2025-2030").returncode == 0
    assert [(each.loai, each.ky) for each in lines(register_at(folder))] == [
        ("cong-van", "2025-2030"), ("thong-bao", "2025-2030")
    ]  # fmt: skip
    wrong = kiemdiem("number", *args, "--term", "2015-2020")
    assert (wrong.returncode, "KD650" in wrong.stderr) == (1, True)
    alone = kiemdiem("number", "import", str(folder), "cu.xlsx", "--term", "2025-2030")
    assert alone.returncode == 2


def test_a_row_that_lost_its_number_is_no_damaged_register(folder: Path) -> None:
    kiemdiem("number", "export", str(folder), "-o", "so.xlsx")
    book = openpyxl.load_workbook("so.xlsx")
    book.active["A2"] = "05"
    book.save("so.xlsx")
    done = kiemdiem("number", "import", str(folder), "so.xlsx")
    assert done.returncode == 1
    assert "KD635" in done.stderr
    assert "KD608" not in done.stderr
    assert "ô A2" in done.stderr
