"""«Excel» on the desk: lists out, a workbook in, a look before anything is written."""

import io
import re
from pathlib import Path

from openpyxl import Workbook, load_workbook

from generator.editing.applying import history
from generator.reading.load import read_campaign
from tests.desk.client import Answer, Client
from tests.desk.pages.sample import BASE, DATA, UNIT, folder_of
from tests.sheets.campaigns import Clerk


def given(desk: Client, tmp_path: Path, query: str = "") -> Path:
    answer = desk.get(f"{BASE}/excel/xuat{query}")
    assert answer.status == 200
    path = tmp_path / "bang.xlsx"
    path.write_bytes(answer.body)
    return path


def from_elsewhere(tmp_path: Path) -> Path:
    """Write a list with a column that nobody knows."""
    book = Workbook()
    for row in (["Họ và tên", "Giới tính", "Tình hình"], ["Trần Văn Bền", "Nam", "Tổ trưởng"]):
        book.active.append(row)
    path = tmp_path / "noi-khac.xlsx"
    book.save(path)
    return path


def sent(desk: Client, path: Path, unit: str = "") -> Answer:
    back = desk.post(
        f"{BASE}/excel", {"don-vi": unit}, files={"tep": (path.name, path.read_bytes())}
    )
    return desk.followed(back)


def written(desk: Client) -> Answer:
    """Press the button of the page that is shown."""
    mark = re.search(r'name="dau" value="(\w+)"', desk.get(f"{BASE}/excel/xem").text)
    assert mark is not None
    return desk.post(f"{BASE}/excel/ghi", {"dau": mark[1]})


def text(desk: Client) -> str:
    return (folder_of(desk) / DATA).read_text("utf-8")


def test_the_lists_of_a_unit_or_of_all_are_given_out(bare: Client, tmp_path: Path) -> None:
    page = bare.get(f"{BASE}/excel")
    assert "Chi bộ thôn Đoài" in page.words
    assert "Xuất Excel" in page.words
    book = load_workbook(given(bare, tmp_path, f"?don-vi={UNIT}"))
    assert "Cá nhân" in book.sheetnames
    blank = load_workbook(given(bare, tmp_path, "?trong=1"))
    assert blank["Cá nhân"]["A2"].value is None


def test_a_workbook_is_looked_at_then_written_and_taken_back(bare: Client, tmp_path: Path) -> None:
    before = text(bare)
    clerk = Clerk(given(bare, tmp_path))
    clerk.write("Cá nhân", "Trần Văn Bền", "Chức vụ đoàn thể", "Chi hội trưởng Nông dân")
    wrong = clerk.write("Cá nhân", "Lê Thị Hạnh", "Ngày vào Đảng", "31/02/2001")
    page = sent(bare, clerk.saved())
    assert "Chi hội trưởng Nông dân" in page.words
    assert "Ghi 1 thay đổi" in page.words
    assert wrong in page.words
    assert text(bare) == before  # a look writes nothing
    done = bare.followed(written(bare))
    assert "Đã ghi 1 thay đổi" in done.words
    assert "Còn 1 ô vướng mắc" in done.words
    assert "Chi hội trưởng Nông dân" in text(bare)
    (entry, *_) = history(folder_of(bare))
    assert entry.changes[0].tu.nguon == "bang-tinh"
    bare.post(f"{BASE}/nhat-ky/hoan-tac", {"so": str(entry.so)})
    assert text(bare) == before


def test_the_marked_workbook_and_the_changes_are_given(bare: Client, tmp_path: Path) -> None:
    clerk = Clerk(given(bare, tmp_path))
    clerk.write("Cá nhân", "Trần Văn Bền", "Chức vụ đoàn thể", "Chi hội trưởng")
    clerk.write("Cá nhân", "Lê Thị Hạnh", "Ngày vào Đảng", "31/02/2001")
    sent(bare, clerk.saved())
    marked = load_workbook(io.BytesIO(bare.get(f"{BASE}/excel/danh-dau").body))
    assert marked["Vướng mắc"].max_row == 2
    changes = load_workbook(io.BytesIO(bare.get(f"{BASE}/excel/thay-doi").body))
    assert [cell.value for cell in changes["Thay đổi"][2]][-1] == "Chi hội trưởng"


def test_a_column_nobody_knows_is_chosen_once_and_remembered(bare: Client, tmp_path: Path) -> None:
    path = from_elsewhere(tmp_path)
    page = sent(bare, path)
    assert "«Tình hình»" in page.words
    bare.post(f"{BASE}/excel/chon", {"cot:Tình hình": "ca_nhan.chuc_vu.doan_the"})
    assert "Tổ trưởng" in bare.get(f"{BASE}/excel/xem").words
    written(bare)
    assert "Tình hình" in (folder_of(bare) / "dot.yaml").read_text("utf-8")
    assert "«Tình hình»" not in sent(bare, path).words  # next month it goes by itself


def test_what_is_missing_is_removed_only_when_ticked(bare: Client, tmp_path: Path) -> None:
    clerk = Clerk(given(bare, tmp_path))
    clerk.delete("Cá nhân", "Trần Văn Bền")
    page = sent(bare, clerk.saved())
    assert "vẫn giữ" in page.words
    assert "Ghi 1" not in page.words
    bare.post(f"{BASE}/excel/chon", {"bo": "1"})
    assert "sẽ bỏ" in bare.get(f"{BASE}/excel/xem").words
    done = bare.followed(written(bare))
    assert "Đã ghi 1 thay đổi" in done.words, done.words
    people = read_campaign(folder_of(bare)).units[0].data.ca_nhan
    assert "Trần Văn Bền" not in {each.ho_ten for each in people}


def test_what_is_no_workbook_is_told(bare: Client, tmp_path: Path) -> None:
    path = tmp_path / "thu.xlsx"
    path.write_bytes(b"khong phai Excel")
    page = sent(bare, path)
    assert page.status == 200
    assert "KD801" in page.words
    assert "thay đổi" not in page.words


def test_without_a_file_nothing_is_kept(bare: Client) -> None:
    back = bare.followed(bare.post(f"{BASE}/excel", {"don-vi": ""}, files={"tep": ("", b"")}))
    assert "Chưa chọn tệp Excel" in back.words
    assert bare.get(f"{BASE}/excel/xem").status == 404


def test_a_name_full_of_marks_is_only_text(bare: Client, tmp_path: Path) -> None:
    clerk = Clerk(given(bare, tmp_path))
    clerk.write("Cá nhân", "Trần Văn Bền", "Chức vụ đoàn thể", "<script>alert(1)</script>")
    page = sent(bare, clerk.saved())
    assert "<script>alert" not in page.text


def test_a_campaign_with_errors_takes_nothing_in(bare: Client, tmp_path: Path) -> None:
    path = given(bare, tmp_path)
    own = folder_of(bare) / DATA
    own.write_text(own.read_text("utf-8").replace("loai: chi_bo", "loai: la_lung", 1), "utf-8")
    page = sent(bare, path)
    assert "Ghi " not in [each for each in page.words.split(" · ") if "thay đổi" in each]
    assert "la_lung" in page.words


def test_only_what_the_page_showed_is_written(bare: Client, tmp_path: Path) -> None:
    clerk = Clerk(given(bare, tmp_path))
    clerk.write("Cá nhân", "Trần Văn Bền", "Chức vụ đoàn thể", "Người thứ nhất ghi")
    page = sent(bare, clerk.saved())
    mark = re.search(r'name="dau" value="(\w+)"', page.text)
    assert mark is not None
    clerk.write("Cá nhân", "Trần Văn Bền", "Chức vụ đoàn thể", "Người thứ hai ghi")
    sent(bare, clerk.saved())  # in another window
    answer = bare.followed(bare.post(f"{BASE}/excel/ghi", {"dau": mark[1]}))
    assert "đã đổi từ lúc xem" in answer.words
    assert "Người thứ" not in text(bare)


def test_a_choice_of_a_column_can_be_taken_back(bare: Client, tmp_path: Path) -> None:
    path = from_elsewhere(tmp_path)
    sent(bare, path)
    bare.post(f"{BASE}/excel/chon", {"cot:Tình hình": "ca_nhan.chuc_vu.doan_the"})
    bare.post(f"{BASE}/excel/chon", {"cot:Tình hình": ""})
    page = bare.get(f"{BASE}/excel/xem")
    assert "Tổ trưởng" not in page.words
    assert "«Tình hình»" in page.words
