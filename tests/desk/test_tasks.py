"""The clicks that the help and the guide name are those on the pages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.desk.tasks import SIGNS, TASKS, Task
from tests.desk.client import Client
from tests.desk.pages import sample
from tests.desk.pages.sample import BASE, DATA, NAME, UNIT, folder_of, rewrite, root_of

GUIDE = (Path(__file__).parents[2] / "docs" / "huong-dan-su-dung.md").read_text("utf-8")


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Client]:
    """The desk on the small sample; every paper is there."""
    with sample.opened(tmp_path, sample.BEFORE) as client:
        yield client


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Client]:
    """The desk on the small sample; no paper is there."""
    with sample.opened(tmp_path, sample.BEFORE, built=False) as client:
        yield client


UNIT_PAGE = f"{BASE}/don-vi/{UNIT}"
NEXT_PAGES = {
    "Làm việc gấp nhất": [f"{BASE}/bang/phan"],
    "Sửa một lỗi có nút sửa ngay": [f"{BASE}/bang", f"{BASE}/van-de"],
    "Dán danh sách người vào một đơn vị": [f"{BASE}/bang/phan", UNIT_PAGE, ""],
    "Nhập kiểm phiếu của một đơn vị": [
        f"{BASE}/bang/phan", UNIT_PAGE, f"{UNIT_PAGE}?muc=hoi-nghi",
        f"{BASE}/nhap?tep={DATA}&muc=hoi_nghi.0.kiem_phieu",
    ],
    "Tạo mọi văn bản còn thiếu, đã cũ": [f"{BASE}/bang", f"{BASE}/van-ban/phan"],
    "Nhận các tệp gửi qua thư (mỗi tệp chưa chắc thêm một lần)": [
        f"{BASE}/bang", f"{BASE}/ho-so-nhan",
    ],
    "Đóng gói các đơn vị đã đủ rồi kiểm lại": [f"{BASE}/bang", f"{BASE}/in", "", ""],
}  # fmt: skip
"""The page of each click; empty where what was done before decides (told by another test)."""


def named(click: str) -> str:
    """The words of a click that stand on the page; empty where it is described."""
    found = re.fullmatch(r"«(.*)»", click)
    return found[1] if found else "Chi bộ thôn Đoài" if click == "tên đơn vị" else ""


@pytest.mark.parametrize(
    "task", [each for each in TASKS if each.viec in NEXT_PAGES], ids=lambda t: t.viec
)
def test_every_click_of_a_task_is_there_on_its_page(bare: Client, task: Task) -> None:
    pages = NEXT_PAGES[task.viec]
    assert len(pages) == len(task.bam)
    for click, address in zip(task.bam, pages, strict=True):
        words = bare.get(address).words if address else ""
        for part in named(click).split("…") if address else ():
            assert part.strip() in words, (click, address)


def test_a_number_is_taken_with_the_button_that_is_named(bare: Client) -> None:
    letter = folder_of(bare) / "cong-van.yaml"
    letter.write_text(re.sub(r"(?m)^so: .*\n", "", letter.read_text("utf-8")), "utf-8")
    assert "Số văn bản" in bare.get(f"{BASE}/bang").words
    assert re.search(r"<button[^>]*>Lấy số \d+", bare.get(f"{BASE}/so-van-ban").text)


def test_a_unit_is_printed_with_the_buttons_that_are_named(
    made: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.desk.pages.printing.libreoffice", lambda: Path("soffice"))
    assert f'href="{BASE}/in?don-vi={UNIT}"' in made.get(f"{BASE}/in").text
    assert "Tạo PDF để in" in made.get(f"{BASE}/in?don-vi={UNIT}").words
    pdf = root_of(made) / "pdf" / f"{UNIT}.pdf"
    pdf.parent.mkdir()
    pdf.write_bytes(b"a PDF that was made")
    assert "Mở PDF để in" in made.get(f"{BASE}/in?don-vi={UNIT}").words


def test_people_are_pasted_with_the_button_that_is_named(bare: Client) -> None:
    page = bare.post(f"{UNIT_PAGE}/them-nguoi/xem", chu="Nguyễn Văn Mới Toanh\t01/02/1980")
    assert re.search(r"Ghi 1 người", page.words)


def test_packs_are_made_and_verified_with_the_buttons_that_are_named(made: Client) -> None:
    assert re.search(r"Đóng gói 1 đơn vị", made.get(f"{BASE}/nop").words)
    made.post(f"{BASE}/nop/dong-goi", {"don-vi": UNIT})
    made.job_done(NAME)
    assert "Kiểm lại gói" in made.get(f"{BASE}/nop").words


def test_a_person_is_found_by_two_clicks_and_their_form_opens(made: Client) -> None:
    made.get(f"{BASE}/bang/phan")
    assert "Tìm Ctrl K" in made.get(f"{BASE}/bang").words
    found = made.get(f"{BASE}/tim?chu=hoang+thi+ly")
    link = re.search(r'href="([^"]*/tim/nguoi[^"]*)"', found.text)
    assert link
    page = made.followed(made.get(link[1].replace("&amp;", "&")))
    assert "Hoàng Thị Lý" in page.words
    assert 'name="v:' in page.text


def test_a_certain_mend_is_a_button_in_the_list(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "vai_tro: cap_uy", "vai_tro: cap_ui")
    assert re.search(r"<button[^>]*>Sửa thành «cap_uy»", bare.get(f"{BASE}/van-de").text)


def test_the_guide_names_the_same_tasks_and_clicks() -> None:
    for task in TASKS:
        assert re.search(rf"\| {re.escape(task.viec)} \|.*\| {len(task.bam)} \|", GUIDE), task.viec


def test_every_sign_of_the_help_is_drawn() -> None:
    drawn = (Path(sample.__file__).parents[3] / "generator/desk/trang/dau.html").read_text("utf-8")
    assert [sign.dau for sign, _ in SIGNS if f'id="d-{sign.dau}"' not in drawn] == []
