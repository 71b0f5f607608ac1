"""`kiemdiem excel` as a clerk types it."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.run import Done, kiemdiem
from tests.sheets.campaigns import Clerk, name, written


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return written(tmp_path / "dot")


def run(*words: str, answer: str = "") -> Done:
    return kiemdiem("excel", *words, answer=answer)


def given(*more: str) -> Clerk:
    assert run("export", "dot", "-o", "bang.xlsx", *more).returncode == 0
    return Clerk(Path("bang.xlsx"))


def unit(folder: Path) -> str:
    return (folder / "don-vi" / "thon-1.yaml").read_text("utf-8")


def test_a_campaign_goes_out_under_its_name_and_comes_back_unchanged(folder: Path) -> None:
    out = run("export", "dot")
    assert out.stdout == "dot.xlsx\n"
    assert "2 đơn vị" in out.stderr
    before = unit(folder)
    back = run("import", "dot", "dot.xlsx", "--yes")
    assert (back.returncode, unit(folder)) == (0, before)
    assert "Thêm" not in back.stdout
    assert "Đổi" not in back.stdout


@pytest.mark.parametrize("how", ["thon-2", "Chi bộ thôn 2", "chi bộ THÔN 2"])
def test_one_unit_goes_out_by_its_code_or_name(folder: Path, how: str) -> None:
    assert run("export", "dot", "--only", how).stdout == "thon-2.xlsx\n"
    people = load_workbook("thon-2.xlsx")["Cá nhân"]
    assert {row[1].value for row in people.iter_rows(min_row=2)} == {"Chi bộ thôn 2"}


def test_an_empty_workbook_is_handed_out(folder: Path) -> None:
    del folder
    assert run("export", "dot", "--only", "thon-1", "--de-trong").stdout == "thon-1 (trống).xlsx\n"
    assert load_workbook("thon-1 (trống).xlsx")["Cá nhân"]["C2"].value is None


def test_nothing_is_written_before_the_clerk_agrees(folder: Path) -> None:
    clerk = given()
    clerk.write("Cá nhân", name(400), "Chức vụ đoàn thể", "Chi hội trưởng")
    clerk.saved()
    before = unit(folder)
    dry = run("import", "dot", "bang.xlsx", "--dry-run")
    assert f"{name(400)} (thon-1), Chức vụ đoàn thể: (trống) → Chi hội trưởng" in dry.stdout
    no = run("import", "dot", "bang.xlsx", answer="k\n")
    assert "Ghi các thay đổi này" in no.stderr
    assert unit(folder) == before
    yes = run("import", "dot", "bang.xlsx", answer="có\n")
    assert "lần sửa số 1" in yes.stderr
    assert "doan_the: Chi hội trưởng" in unit(folder)
    undone = kiemdiem("undo", "dot")
    assert undone.returncode == 0
    assert unit(folder) == before


def test_what_is_wrong_is_told_and_marked_in_a_copy(folder: Path) -> None:
    clerk = given()
    cell = clerk.write("Cá nhân", name(400), "Ngày vào Đảng", "31/02/2010")
    clerk.write("Cá nhân", name(401), "Chức vụ đoàn thể", "Chi hội trưởng")
    clerk.saved()
    done = run("import", "dot", "bang.xlsx", "--yes")
    assert done.returncode == 1  # somebody must look
    assert f"Cá nhân!{cell}" in done.stdout
    assert "doan_the: Chi hội trưởng" in unit(folder)
    marked = load_workbook("bang (vướng mắc).xlsx")
    assert [row[1].value for row in marked["Vướng mắc"].iter_rows(min_row=2)] == [cell]


def test_json_tells_every_change_with_file_path_sheet_and_cell(folder: Path) -> None:
    clerk = given()
    cell = clerk.write("Điểm", name(400), "Tổng điểm", 85.5)
    wrong = clerk.write("Điểm", name(401), "Tổng điểm", "nhiều")
    clerk.add("Cá nhân", {"Đơn vị": "Chi bộ thôn 1", "Họ và tên": "Mai Thị Mới"})
    clerk.saved()
    told = json.loads(run("import", "dot", "bang.xlsx", "--format", "json").stdout)
    changed, added = told["changes"]
    assert (changed["sheet"], changed["cell"]) == ("Điểm", cell)
    assert (changed["before"], changed["after"]) == (None, "85.5")
    assert changed["path"] == ["ca_nhan", 0, "cham_diem", "tong"]
    assert Path(changed["file"]).name == "thon-1.yaml"
    assert added["after"] == "Mai Thị Mới"
    assert [(each["sheet"], each["cell"]) for each in told["told"]] == [("Điểm", wrong)]
    assert told["asked"] == []
    assert "tong" not in unit(folder)  # nothing was asked, so nothing was written


def test_what_a_clerk_must_decide_stands_apart(folder: Path) -> None:
    clerk = given()
    clerk.write("Điểm", name(400), "Tiêu chí chung (tối đa 30)", 20)
    clerk.saved()
    path = folder / "don-vi" / "thon-1.yaml"
    path.write_text(unit(folder).replace("chung: 25", "chung: 28", 1), "utf-8")
    told = json.loads(run("import", "dot", "bang.xlsx", "--format", "json").stdout)
    assert [each["code"] for each in told["asked"]] == ["KD833"]
    assert "Phải chọn: 1" in run("import", "dot", "bang.xlsx", "--dry-run").stdout


def test_a_column_is_named_once_and_kept(folder: Path) -> None:
    clerk = given()
    clerk.book["Cá nhân"].cell(1, clerk.column("Cá nhân", "Chức vụ đoàn thể")).value = "Hội, đoàn"
    clerk.write("Cá nhân", name(400), "Hội, đoàn", "Chi hội trưởng")
    clerk.saved()
    assert "«Hội, đoàn»" in run("import", "dot", "bang.xlsx", "--dry-run").stdout
    named = "Hội, đoàn=ca_nhan.chuc_vu.doan_the"
    done = run("import", "dot", "bang.xlsx", "--column", named, "--yes")
    assert "doan_the: Chi hội trưởng" in unit(folder), done.stdout + done.stderr
    assert "Hội, đoàn" in (folder / "dot.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("import", "dot", "bang.xlsx", "--column", "vô nghĩa"),
        ("import", "dot", "bang.xlsx", "--only", "thôn không có"),
        ("export", "dot", "--only", "thôn không có"),
    ],
)
def test_what_was_typed_wrong_is_said_in_words(folder: Path, words: tuple[str, ...]) -> None:
    del folder
    given()
    done = run(*words)
    assert done.returncode == 2
    assert "Traceback" not in done.stdout + done.stderr


def test_a_file_that_is_not_there_or_no_workbook_is_told(folder: Path) -> None:
    del folder
    Path("thu.xlsx").write_text("không phải Excel", "utf-8")
    none = run("import", "dot", "khong-co.xlsx", "--yes")
    assert (none.returncode, "Không có tệp «khong-co.xlsx»" in none.stderr) == (2, True)
    done = run("import", "dot", "thu.xlsx", "--yes")
    assert done.returncode == 1
    assert "KD801" in done.stderr


def test_a_key_that_is_none_is_not_remembered(folder: Path) -> None:
    given()
    before = (folder / "dot.yaml").read_text("utf-8")
    done = run("import", "dot", "bang.xlsx", "--column", "X=ca_nhan.ngay_vao_dangg", "--yes")
    assert done.returncode == 2
    assert "Có phải là «ca_nhan.ngay_vao_dang»?" in done.stderr
    assert (folder / "dot.yaml").read_text("utf-8") == before


def test_what_somebody_filled_in_is_never_written_over(folder: Path) -> None:
    del folder
    clerk = given()
    clerk.write("Cá nhân", name(400), "Chức vụ đoàn thể", "Đang điền dở")
    filled = clerk.saved().read_bytes()
    again = run("export", "dot", "-o", "bang.xlsx")
    assert again.stdout == "bang (mới).xlsx\n"
    assert Path("bang.xlsx").read_bytes() == filled
    assert run("export", "dot", "-o", "bang.txt").returncode == 2


def test_the_changes_are_given_as_a_workbook_too(folder: Path) -> None:
    del folder
    clerk = given()
    clerk.write("Điểm", name(400), "Tổng điểm", 85)
    clerk.write("Điểm", name(401), "Tổng điểm", "nhiều")
    clerk.saved()
    run("import", "dot", "bang.xlsx", "--dry-run", "-o", "xem.xlsx")
    book = load_workbook("xem.xlsx")
    assert [cell.value for cell in book["Thay đổi"][2]][-3:] == ["Tổng điểm", None, "85"]
    assert book["Vướng mắc"].max_row == 2


def test_several_workbooks_are_one_json(folder: Path) -> None:
    del folder
    given()
    run("export", "dot", "-o", "hai.xlsx")
    told = json.loads(run("import", "dot", "bang.xlsx", "hai.xlsx", "--format", "json").stdout)
    assert [each["file"] for each in told] == ["bang.xlsx", "hai.xlsx"]


def superior(path: Path) -> Path:
    """A sheet of a superior: a title, a row for each person between two tags, a sum."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Biểu 1"
    rows = (["{{ co_quan.ten }}, năm {{ nam }}"], ["{%tr for p in ca_nhan %}"],
            ["{{ loop.index }}", "{{ p.ho_ten }}", "{{ p.don_vi.ten }}"], ["{%tr endfor %}"],
            ["", "=COUNTA(B3:B3)"])  # fmt: skip
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_a_superiors_sheet_is_filled_with_everybody_or_one_unit(folder: Path) -> None:
    del folder
    superior(Path("bieu.xlsx"))
    assert run("fill", "dot", "bieu.xlsx").stdout == "bieu (đã điền).xlsx\n"
    sheet = load_workbook("bieu (đã điền).xlsx")["Biểu 1"]
    assert sheet["A1"].value == "Đảng ủy xã Lộc Hà, năm 2026"
    assert [sheet.cell(row, 2).value for row in range(2, 10)] == [
        *(name(number) for number in range(400, 404)), *(name(number) for number in range(800, 804)),
    ]  # fmt: skip
    assert sheet["B10"].value == "=COUNTA(B2:B9)"
    assert run("fill", "dot", "bieu.xlsx", "--only", "thon-2", "-o", "hai.xlsx").returncode == 0
    assert load_workbook("hai.xlsx")["Biểu 1"]["C2"].value == "Chi bộ thôn 2"


def test_a_sheet_that_nobody_may_edit_is_filled_by_a_mapping(folder: Path) -> None:
    del folder
    book = Workbook()
    book.active.title = "Biểu 1"
    book.save("bieu.xlsx")
    Path("cach.yaml").write_text(
        'o:\n- {trang: Biểu 1, o: B2, gia_tri: "{{ co_quan.ten }}"}\n'
        "danh_sach:\n- {trang: Biểu 1, dong: 4, moi: tap_the, cot: {A: ten, B: don_vi.ten}}\n",
        "utf-8",
    )
    assert run("fill", "dot", "bieu.xlsx", "--map", "cach.yaml", "-o", "ra.xlsx").returncode == 0
    sheet = load_workbook("ra.xlsx")["Biểu 1"]
    assert sheet["B2"].value == "Đảng ủy xã Lộc Hà"
    assert [sheet["A4"].value, sheet["B5"].value] == ["Chi ủy Chi bộ thôn 1", "Chi bộ thôn 2"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("khong-co.xlsx",), "khong-co.xlsx"),
        (("thu.xlsx",), "KD820"),
        (("bieu.xlsx", "--map", "khong-co.yaml"), "khong-co.yaml"),
        (("sai.xlsx",), "«Biểu 1», ô A1"),
    ],
)
def test_a_sheet_that_cannot_be_filled_is_told(
    folder: Path, words: tuple[str, ...], said: str
) -> None:
    del folder
    superior(Path("bieu.xlsx"))
    Path("thu.xlsx").write_text("không phải Excel", "utf-8")
    book = Workbook()
    book.active.title = "Biểu 1"
    book.active["A1"] = "{{ khong_co_khoa_nay }}"
    book.save("sai.xlsx")
    done = run("fill", "dot", *words)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_no_is_answered_and_a_yes_says_what_to_do_next(folder: Path) -> None:
    clerk = given()
    clerk.write("Cá nhân", name(400), "Chức vụ đoàn thể", "Chi hội trưởng")
    clerk.saved()
    assert "Chưa ghi gì." in run("import", "dot", "bang.xlsx", answer="k\n").stderr
    done = run("import", "dot", "bang.xlsx", answer="c\n").stderr
    assert "kiemdiem validate dot" in done
    assert "kiemdiem undo dot" in done
    assert "Chi hội trưởng" in unit(folder)


def test_new_people_are_shown_under_the_heads_of_their_columns(folder: Path) -> None:
    del folder
    clerk = given()
    clerk.add("Cá nhân", {"Đơn vị": "Chi bộ thôn 1", "Họ và tên": "Mai Thị Mới", "Giới tính": "Nữ",
                          "Vai trò": "Không giữ chức vụ lãnh đạo, quản lý"})  # fmt: skip
    clerk.add(
        "Điểm", {"Đơn vị": "Chi bộ thôn 1", "Cá nhân, tập thể": "Mai Thị Mới", "Tổng điểm": 85.5}
    )
    clerk.saved()
    shown = run("import", "dot", "bang.xlsx", "--dry-run").stdout
    assert "Giới tính Nữ, Vai trò Không giữ chức vụ lãnh đạo, quản lý, Tổng điểm 85,5" in shown


def test_a_campaign_without_units_gives_nothing_out(folder: Path) -> None:
    shutil.rmtree(folder / "don-vi")
    done = run("export", "dot", "--de-trong")
    assert (done.returncode, "thêm đơn vị trước" in done.stderr) == (2, True)
