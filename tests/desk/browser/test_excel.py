"""«Excel» in a real browser: a workbook goes out, is filled in, comes back and is written."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import SAMPLE, Desk, needs_chromium
from tests.sheets.campaigns import Clerk

pytestmark = needs_chromium
UNIT = "don-vi/chi-bo-thon-tay.yaml"


def seriously_wrong(window: Page) -> list[str]:
    told = Axe().run(window).response["violations"]
    return [each["id"] for each in told if each["impact"] in {"serious", "critical"}]


def test_a_unit_goes_out_is_filled_in_and_comes_back(
    desk: Desk, window: Page, tmp_path: Path
) -> None:
    window.goto(f"{desk.base}/don-vi")
    window.get_by_role("link", name="Excel", exact=True).click()
    window.get_by_label("Đơn vị", exact=True).select_option(label="Chi bộ thôn Tây")
    assert seriously_wrong(window) == []
    with window.expect_download() as coming:
        window.get_by_role("button", name="Xuất Excel").click()
    path = tmp_path / coming.value.suggested_filename
    coming.value.save_as(path)
    clerk = Clerk(path)
    who = str(clerk.book["Cá nhân"]["C2"].value)
    other = str(clerk.book["Cá nhân"]["C3"].value)
    clerk.write("Cá nhân", who, "Chức vụ đoàn thể", "Chi hội trưởng Nông dân")
    clerk.write("Cá nhân", other, "Ngày vào Đảng", "31/02/2001")
    clerk.delete("Cá nhân", str(clerk.book["Cá nhân"]["C5"].value))
    clerk.saved()
    window.get_by_label("Tệp Excel (.xlsx)").set_input_files(path)
    window.get_by_role("button", name="Xem trước").click()
    expect(window.get_by_text("Chi hội trưởng Nông dân")).to_be_visible()
    expect(window.get_by_text("Ô chưa lấy, phải sửa: 1")).to_be_visible()
    assert seriously_wrong(window) == []
    window.get_by_role("button", name="Ghi 1 thay đổi").click()
    expect(window.get_by_text("Đã ghi 1 thay đổi")).to_be_visible()
    own = desk.folder / SAMPLE / UNIT
    assert "Chi hội trưởng Nông dân" in own.read_text("utf-8")
    with window.expect_download() as coming:
        window.get_by_role("link", name="Tải bản đánh dấu").click()
    assert "vướng mắc" in coming.value.suggested_filename
    window.get_by_role("button", name="Thôi").click()
    window.goto(f"{desk.base}/nhat-ky")
    with window.expect_navigation():
        window.get_by_role("button", name="Hoàn tác").first.click()
    assert "Chi hội trưởng Nông dân" not in own.read_text("utf-8")
