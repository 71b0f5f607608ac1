"""The register goes into Excel and comes back, and no file of somebody else is written over."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.run import kiemdiem
from tests.opening.workbooks import written
from tests.register.office import campaign, letter, lines, register_at
from tests.register.rosters import HEAD as HEADS
from tests.register.rosters import Sheet, line
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


def book(path: str, *sheets: Sheet) -> str:
    written(Path(path), *sheets)
    return path


class TestWhatAnImportSays:
    def test_what_was_taken_and_skipped(self, folder: Path) -> None:
        rows = [HEADS, ["Tháng 01/2026"], line(2), ["Cộng: 1 văn bản"]]
        path = book("cu.xlsx", Sheet(rows), Sheet([["Viết tắt"], ["ĐU"]], "Viết tắt"))
        done = kiemdiem("number", "import", str(folder), path)
        assert done.returncode == 0
        assert done.stdout.splitlines() == [
            "Nhận: 1 dòng mới, sửa 0 dòng; 0 dòng đã có trong sổ, giữ nguyên.",
            "Bỏ qua: 1 hàng cộng, 1 hàng tháng, quý, năm, trang tính «Viết tắt».",
        ]
        assert "Đã thêm, sửa 1 dòng" in done.stderr

    def test_what_was_not_taken_and_what_to_do(self, folder: Path) -> None:
        before = lines(register_at(folder))
        path = book("cu.xlsx", Sheet([HEADS, line(2), line(3, None), line(4, "#REF!")]))
        done = kiemdiem("number", "import", str(folder), path)
        assert done.returncode == 1
        assert "Nhận được nếu không còn lỗi: 1 dòng mới" in done.stdout
        assert "Chưa nhận: cả tệp, vì 2 chỗ ghi ở dưới. Sửa trong Excel" in done.stdout
        assert "ô B3: KD656" in done.stderr
        assert "ô B4: KD661" in done.stderr
        assert lines(register_at(folder)) == before

    def test_a_dry_run_shows_the_lines_and_writes_nothing(self, folder: Path) -> None:
        before = lines(register_at(folder))
        path = book("cu.xlsx", Sheet([HEADS, line(2)]))
        done = kiemdiem("number", "import", str(folder), path, "--dry-run")
        assert done.returncode == 0
        assert "Thêm Công văn 2025-2030:  02  05/01/2026  V/v A" in done.stdout
        assert "Xem trước, chưa ghi gì vào sổ" in done.stderr
        assert lines(register_at(folder)) == before

    def test_one_sheet_is_chosen(self, folder: Path) -> None:
        drafts = Sheet([HEADS, line(9)], "Thông báo 2025-2030", state="hidden")
        path = book("cu.xlsx", Sheet([HEADS, line(2)]), drafts)
        shown = kiemdiem("number", "import", str(folder), path)
        assert (shown.returncode, "KD664" in shown.stderr) == (0, True)
        assert [each.loai for each in lines(register_at(folder))] == ["cong-van", "cong-van"]
        args = ("--sheet", "Thông báo 2025-2030")
        assert kiemdiem("number", "import", str(folder), path, *args).returncode == 0
        assert [each.so for each in lines(register_at(folder))] == [1, 2, 9]
        wrong = kiemdiem("number", "import", str(folder), path, "--sheet", "Thư")
        assert (wrong.returncode, "KD665" in wrong.stderr) == (1, True)

    def test_a_cell_far_away_is_told(self, folder: Path) -> None:
        path = book("cu.xlsx", Sheet([HEADS, line(2)], errors={"XFD1048576": "x"}))
        done = kiemdiem("number", "import", str(folder), path)
        assert done.returncode == 1
        assert "có ô ở rất xa bảng" in done.stderr
        assert "Ctrl+End" in done.stderr
