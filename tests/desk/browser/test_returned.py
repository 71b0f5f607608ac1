"""«Duyệt mẫu gửi về» in a real browser: forms are read, written where sure, answered with keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from generator.reading.load import read_campaign
from tests.desk.browser.conftest import SECONDS, Desk, ended, needs_chromium, started
from tests.desk.returned_forms import BASE, DATA, LEADER, LEVEL, MEMBER, NAME, laid_out

pytestmark = needs_chromium
expect.set_options(timeout=SECONDS)
BETTER = "Hoàn thành tốt nhiệm vụ"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "dữ liệu"
    folder.mkdir()
    laid_out(folder)
    opened = started(folder)
    yield opened
    ended(opened)


def seriously_wrong(window: Page) -> list[tuple[str, str]]:
    found = []
    for scheme in ("light", "dark"):
        window.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for each in Axe().run(window).response["violations"]:
            if each["impact"] in {"serious", "critical"}:
                found.append((each["id"], each["nodes"][0]["html"][:160]))
    return found


def test_forms_are_read_and_answered_with_the_keyboard(desk: Desk, window: Page) -> None:
    at_first = (desk.folder / NAME / DATA).read_text("utf-8")
    read_and_written(desk, window)
    leader_answered(window)
    member_answered(window)
    leader, member, _ = read_campaign(desk.folder / NAME).units[0].data.ca_nhan
    assert leader.cham_diem is not None
    assert member.cham_diem is not None
    assert (str(leader.cham_diem.chung), str(member.cham_diem.nhiem_vu)) == ("23", "55.5")
    assert member.xep_loai.tu_nhan == BETTER
    taken_back(desk, window)
    assert (desk.folder / NAME / DATA).read_text("utf-8") == at_first


def read_and_written(desk: Desk, window: Page) -> None:
    """Read the forms, write what is sure, go on to the rest."""
    window.goto(f"{desk.address}{BASE}/bang")
    window.get_by_role("link", name="Duyệt mẫu", exact=True).click()
    window.get_by_role("button", name="Đọc mẫu gửi về").click()
    expect(window.get_by_text("2 tệp đọc được")).to_be_visible()
    assert seriously_wrong(window) == []
    window.get_by_role("button", name="giá trị chắc chắn").click()
    expect(window.get_by_text("giá trị chắc chắn. Hoàn tác được")).to_be_visible()
    window.get_by_role("link", name="Xem 5 chỗ").click()


def leader_answered(window: Page) -> None:
    """Say yes; the line of the file stands beside, marked in its pages too."""
    expect(window.get_by_role("heading", name=LEADER)).to_be_visible()
    expect(window.get_by_text("Người 1 / 2 · còn 5 chỗ phải xem")).to_be_visible()
    expect(window.locator("#doan mark")).to_contain_text("1. Nhóm tiêu chí chung")
    pages = window.frame_locator("#khung-tep iframe")
    expect(pages.locator(".danh-dau")).to_contain_text("1. Nhóm tiêu chí chung")
    expect(pages.locator(".danh-dau")).to_be_in_viewport()
    assert seriously_wrong(window) == []
    window.keyboard.press("Enter")


def member_answered(window: Page) -> None:
    """Leave, correct, go up and down, say yes; what is typed in a field is no key."""
    expect(window.get_by_role("heading", name=MEMBER)).to_be_visible()
    expect(window.get_by_text(f"Đã duyệt xong {LEADER}")).to_be_visible()
    expect(window.get_by_role("link", name="Sửa ở biểu nhập")).to_be_visible()
    window.keyboard.press("b")
    expect(window.get_by_text("còn 3 chỗ phải xem")).to_be_visible()
    expect(window.locator("#doan mark")).to_contain_text("2. Nhóm tiêu chí về kết quả")
    window.keyboard.press("s")
    field = window.locator("#duyet > [data-cho][open] [name=chu]")
    expect(field).to_be_focused()
    window.keyboard.press("Control+A")
    window.keyboard.type("55,5")
    expect(window.get_by_role("button", name="Ghi bản đã sửa")).to_be_visible()
    window.keyboard.press("Control+Enter")
    expect(window.get_by_text("còn 2 chỗ phải xem")).to_be_visible()
    window.keyboard.press("ArrowDown")
    open_card = window.locator("#duyet > [data-cho][open]")
    expect(open_card).to_contain_text(LEVEL)
    expect(open_card.locator("select")).to_have_value(BETTER)
    window.keyboard.press("ArrowUp")
    expect(open_card).to_contain_text("Tổng điểm")
    window.keyboard.press("ArrowDown")
    expect(open_card).to_contain_text(LEVEL)
    window.keyboard.press("d")
    expect(window.get_by_text("còn 1 chỗ phải xem")).to_be_visible()
    window.keyboard.press("d")  # nothing was read there: there is nothing to say yes to
    window.keyboard.press("b")
    expect(window.get_by_text("Phải xem: 0 chỗ")).to_be_visible()


def taken_back(desk: Desk, window: Page) -> None:
    """Undo what was sure and three answers."""
    window.goto(f"{desk.address}{BASE}/nhat-ky")
    for _ in range(4):
        with window.expect_navigation():
            window.get_by_role("button", name="Hoàn tác").first.click()
    window.goto(f"{desk.address}{BASE}/duyet-mau")
    expect(window.get_by_text("Phải xem: 3 chỗ")).to_be_visible()  # two were left on purpose
