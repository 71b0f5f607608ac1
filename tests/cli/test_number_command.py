"""`kiemdiem number` as a clerk uses it."""

import contextlib
import sqlite3
from pathlib import Path

import openpyxl
import pytest

from tests.cli.run import kiemdiem
from tests.register.office import LETTER, campaign, letter, lines, register_at
from tests.register.test_store import older


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    campaign(tmp_path)
    return Path("data/loc-van")


def test_a_number_is_taken_listed_and_cancelled(folder: Path) -> None:
    path = letter(folder)
    done = kiemdiem("number", "take", str(path))
    assert done.returncode == 0
    assert done.stdout == (
        "data/loc-van/cong-van.yaml: số 01, ngày 14/11/2026, Công văn 2025-2030\n"
    )
    assert "KD613 cảnh báo: vừa lập sổ mới cho Đảng ủy xã Lộc Vân" in done.stderr
    assert "Đã lấy số cho 1 văn bản: 1 cảnh báo." in done.stderr
    again = kiemdiem("number", "take", str(path))
    assert "số 01, ngày 14/11/2026, Công văn 2025-2030 (văn bản đã ghi số này)\n" in again.stdout
    assert "Đã lấy số cho 0 văn bản, 1 văn bản đã có số: không có lỗi." in again.stderr
    shown = kiemdiem("number", "list", str(folder)).stdout
    assert "Sổ văn bản đi của Đảng ủy xã Lộc Vân" in shown
    assert "Công văn 2025-2030 (số tiếp theo: 02)" in shown
    assert "  01  14/11/2026  Về việc gửi hồ sơ kiểm điểm\n" in shown
    gone = kiemdiem("number", "cancel", str(path), "--reason", "ban hành nhầm")
    assert gone.returncode == 0
    assert "Đã hủy số 01, ngày 14/11/2026, Công văn 2025-2030: ban hành nhầm" in gone.stdout
    assert path.read_text("utf-8") == LETTER.replace("ngay:", "so:\nngay:")
    assert "[đã hủy] (ban hành nhầm)" in kiemdiem("number", "list", str(folder)).stdout
    assert kiemdiem("number", "audit", str(folder)).returncode == 0


def test_several_files_get_their_numbers_in_order(folder: Path) -> None:
    paths = [str(letter(folder, f"{name}.yaml")) for name in "cab"]
    done = kiemdiem("number", "take", *paths, "--date", "20/11/2026")
    assert [row.split(":")[0] for row in done.stdout.splitlines()] == paths
    assert [row.split(",")[0][-2:] for row in done.stdout.splitlines()] == ["01", "02", "03"]


def test_one_file_that_is_wrong_does_not_stop_the_others(folder: Path) -> None:
    letter(folder, "sai.yaml", "loai: cong-van\n")
    good = letter(folder)
    done = kiemdiem("number", "take", str(folder / "sai.yaml"), str(good), "khong-co.yaml")
    assert done.returncode == 1
    assert "số 01" in done.stdout
    assert "data/loc-van/sai.yaml" in done.stderr
    assert len(lines(register_at(folder))) == 1


def test_a_name_used_again_gives_no_number_twice(folder: Path) -> None:
    path = letter(folder)
    kiemdiem("number", "take", str(path))
    path.rename(folder / "cu.yaml")
    other = LETTER.replace("gửi hồ sơ kiểm điểm", "triệu tập hội nghị")
    letter(folder, text=other)
    done = kiemdiem("number", "take", str(path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "KD618" in done.stderr
    assert "Đã lấy số cho 0 văn bản: 1 lỗi." in done.stderr
    assert path.read_text("utf-8") == other
    moved = kiemdiem("number", "take", str(folder / "cu.yaml"))
    assert moved.returncode == 0
    assert "KD628 cảnh báo" in moved.stderr
    assert "số 02" in kiemdiem("number", "take", str(path)).stdout
    assert kiemdiem("number", "audit", str(folder)).returncode == 0


def test_another_number_than_the_one_in_the_file_is_not_cancelled(folder: Path) -> None:
    a, b = letter(folder, "a.yaml"), letter(folder, "b.yaml")
    kiemdiem("number", "take", str(a), str(b))
    a.unlink()
    b.rename(a)
    before = lines(register_at(folder))
    done = kiemdiem("number", "cancel", str(a), "--reason", "nhầm")
    assert (done.returncode, done.stdout) == (1, "")
    assert "KD614" in done.stderr
    assert "Chưa ghi gì vào sổ: 1 lỗi." in done.stderr
    assert lines(register_at(folder)) == before
    assert "so: 2\n" in a.read_text("utf-8")


def test_a_number_cancelled_by_itself_does_not_stay_in_its_document(folder: Path) -> None:
    path = letter(folder)
    kiemdiem("number", "take", str(path))
    words = ("--type", "cong-van", "--term", "2025-2030", "--number", "1", "--reason", "nhầm")
    assert kiemdiem("number", "cancel", str(folder), *words).returncode == 0
    assert path.read_text("utf-8") == LETTER.replace("ngay:", "so:\nngay:")
    assert kiemdiem("number", "audit", str(folder)).returncode == 0


def test_a_gap_is_explained_on_the_command_line(folder: Path) -> None:
    from tests.register.test_sheet import HEAD, typed

    rows = [HEAD, *([so, "05/01/2026", f"Việc {so}"] for so in (1, 2, 4))]
    typed(Path("cu.xlsx"), rows, "Công văn 2025-2030")
    kiemdiem("number", "import", str(folder), "cu.xlsx")
    assert "không có số 03" in kiemdiem("number", "audit", str(folder)).stderr
    words = ("--type", "cong-van", "--term", "2025-2030", "--reason", "bỏ cách quãng", "--number")
    done = kiemdiem("number", "cancel", str(folder), *words, "3")
    assert done.stdout == "Đã hủy số 03, Công văn 2025-2030: bỏ cách quãng\n"
    assert kiemdiem("number", "audit", str(folder)).returncode == 0
    assert kiemdiem("number", "cancel", str(folder), *words, "5").returncode == 1


def test_a_paper_register_is_gone_on_with(folder: Path) -> None:
    args = ("--type", "Công văn", "--number", "40", "--reason", "sổ giấy")
    done = kiemdiem("number", "set-next", str(folder), "--term", "2025-2030", *args)
    assert done.stdout == (
        "Đảng ủy xã Lộc Vân, Công văn 2025-2030: số tiếp theo là 40 (trước đó: 01)\n"
    )
    assert kiemdiem("number", "set-next", str(folder), *args).returncode == 0  # today's term
    assert "số 40" in kiemdiem("number", "take", str(letter(folder))).stdout
    back = kiemdiem("number", "set-next", str(folder), *args)
    assert back.returncode == 1
    assert "KD617" in back.stderr
    assert "Chưa ghi gì vào sổ: 1 lỗi." in back.stderr
    assert "01-39  trên sổ giấy: sổ giấy" in kiemdiem("number", "list", str(folder)).stdout


def test_a_number_without_a_file_is_cancelled_in_the_register(folder: Path) -> None:
    kiemdiem("number", "take", str(letter(folder)))
    args = ("--reason", "nhầm", "--type", "cong-van", "--term", "2025-2030", "--number")
    done = kiemdiem("number", "cancel", str(register_at(folder)), *args, "1")
    assert done.returncode == 0
    missing = kiemdiem("number", "cancel", str(folder), *args, "9")
    assert missing.returncode == 1
    assert "KD616" in missing.stderr


def test_the_register_goes_to_excel_and_back(folder: Path) -> None:
    for name in "ab":
        kiemdiem("number", "take", str(letter(folder, f"{name}.yaml")))
    done = kiemdiem("number", "export", str(folder), "-o", "so.xlsx")
    assert (done.returncode, done.stdout) == (0, "so.xlsx\n")
    assert openpyxl.load_workbook("so.xlsx").sheetnames == ["Công văn 2025-2030"]
    before = lines(register_at(folder))
    again = kiemdiem("number", "import", str(folder), "so.xlsx", "--register", "so-khac")
    assert again.returncode == 0
    assert "Đã thêm, sửa 2 dòng trong sổ của Đảng ủy xã Lộc Vân" in again.stderr
    assert lines(Path("so-khac") / register_at(folder).name) == before


def test_an_audit_says_where_and_what_to_do(folder: Path) -> None:
    kiemdiem("number", "take", str(letter(folder)))
    letter(folder, "tay.yaml", LETTER.replace("ngay:", "so: 8\nngay:"))
    done = kiemdiem("number", "audit", str(folder))
    assert done.returncode == 1
    assert "data/loc-van/tay.yaml:4:5: KD643 lỗi: văn bản ghi số 08" in done.stderr
    assert "Đã kiểm tra 1 sổ: 1 lỗi." in done.stderr
    assert kiemdiem("number", "audit", str(register_at(folder))).returncode == 0


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("list", "data/loc-van"), "KD602"),
        (("export", "data/loc-van", "-o", "x.xlsx"), "KD602"),
        (("list", "khong-co.sqlite"), "KD602"),
        (("take", "data/loc-van/dot.yaml"), "KD675"),
        (("import", "data/loc-van", "khong-co.xlsx"), "KD630"),
        (("list", "khong-co"), "KD0"),
    ],
)
def test_what_is_not_there_is_told(folder: Path, args: tuple[str, ...], code: str) -> None:
    done = kiemdiem("number", *args)
    assert done.returncode == 1
    assert code in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--number", "abc", "--reason", "x"), "«abc» không phải là số văn bản: chỉ ghi chữ số"),
        (("--number", "0", "--reason", "x"), "«0» không phải là số văn bản"),
        (("--number", "1000000", "--reason", "x"), "«1000000» không phải là số văn bản"),
        (("--number", "٣", "--reason", "x"), "«٣» không phải là số văn bản"),
        (("--number", "5", "--reason", ""), "ghi lý do, không để trống"),
        (("--number", "5", "--reason", "  "), "ghi lý do, không để trống"),
        (("--number", "5"), "Thiếu"),
    ],
)
@pytest.mark.parametrize("command", ["set-next", "cancel"])
def test_a_number_and_a_reason_are_asked_for_in_vietnamese(
    folder: Path, command: str, args: tuple[str, ...], said: str
) -> None:
    letter(folder)
    series = ("--type", "cong-van", "--term", "2025-2030")
    done = kiemdiem("number", command, str(folder), *series, *args)
    assert done.returncode == 2
    assert said in done.stderr
    assert "integer" not in done.stderr
    assert not register_at(folder).exists()


@pytest.mark.parametrize(
    "args",
    [
        ("take",),
        ("cancel", "data/loc-van/cong-van.yaml"),
        ("set-next", "data/loc-van", "--type", "cong-van", "--reason", "x"),
        ("set-next", "data/loc-van", "--type", "thu-tu", "--number", "3", "--reason", "x"),
        ("set-next", "data/loc-van", "--type", "cong-van", "--number", "0", "--reason", "x"),
        ("cancel", "data/loc-van", "--number", "3", "--type", "cong-van", "--reason", "x"),
        ("take", "data/loc-van/cong-van.yaml", "--date", "hôm qua"),
    ],
)
def test_wrong_use_says_what_to_write(folder: Path, args: tuple[str, ...]) -> None:
    letter(folder)
    done = kiemdiem("number", *args)
    assert done.returncode == 2
    assert not register_at(folder).exists()


def test_a_damaged_register_is_told_with_its_copy(folder: Path) -> None:
    for name in "ab":
        kiemdiem("number", "take", str(letter(folder, f"{name}.yaml")))
    path = register_at(folder)
    path.write_bytes(b"x" * 9000)
    for args in (("take", str(letter(folder, "c.yaml"))), ("list", str(folder)),
                 ("audit", str(folder))):  # fmt: skip
        done = kiemdiem("number", *args)
        assert done.returncode == 1
        assert "KD608" in done.stderr
        assert "data/so-van-ban/sao-luu/Đảng ủy xã Lộc Vân." in done.stderr
    assert (folder / "c.yaml").read_text("utf-8") == LETTER


def test_a_register_of_a_newer_program_is_told(folder: Path) -> None:
    kiemdiem("number", "take", str(letter(folder)))
    with contextlib.closing(sqlite3.connect(register_at(folder))) as register:
        register.execute("PRAGMA user_version = 77")
        register.commit()
    done = kiemdiem("number", "take", str(letter(folder, "b.yaml")))
    assert done.returncode == 1
    assert "KD604" in done.stderr
    assert "Đã lấy số cho 0 văn bản: 1 lỗi." in done.stderr


def test_an_older_register_is_upgraded_and_its_copy_named(folder: Path) -> None:
    path = register_at(folder)
    path.parent.mkdir()
    older(path)
    done = kiemdiem("number", "take", str(letter(folder)))
    assert done.returncode == 0
    assert "số 03" in done.stdout
    assert "KD610 cảnh báo" in done.stderr
    assert "so-van-ban/sao-luu/Đảng ủy xã Lộc Vân.truoc-ban-3.sqlite" in done.stderr


def test_a_draft_is_rendered_with_blanks_and_build_takes_no_number(folder: Path) -> None:
    import docx

    path = letter(folder, text=LETTER.replace("ngay: 14/11/2026\n", ""))
    assert kiemdiem("build", str(folder), "-o", "ra").returncode == 0
    (made,) = Path("ra").rglob("*.docx")
    text = "\n".join(
        cell.text for table in docx.Document(str(made)).tables for row in table.rows
        for cell in row.cells
    )  # fmt: skip
    assert "Số\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0-CV/ĐU" in text
    assert "tháng" in text
    assert not register_at(folder).exists()
    assert "so:" not in path.read_text("utf-8").split("noi_dung")[0]
    kiemdiem("number", "take", str(path), "--date", "05/11/2026")
    kiemdiem("build", str(folder), "-o", "ra")
    (made,) = Path("ra").rglob("*.docx")
    text = "\n".join(
        cell.text for table in docx.Document(str(made)).tables for row in table.rows
        for cell in row.cells
    )  # fmt: skip
    assert "Số 01-CV/ĐU" in text
    assert "ngày 05 tháng 11 năm 2026" in text.replace("\u00a0", " ")
