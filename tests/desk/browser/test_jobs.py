"""What a job made is on the page when it ends; a button counts what is ticked."""

from playwright.sync_api import Page, expect

from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.run import run
from tests.desk.browser.conftest import SAMPLE, Desk, needs_chromium

pytestmark = needs_chromium


def test_reports_stand_in_their_list_without_a_reload(desk: Desk, window: Page) -> None:
    window.goto(f"{desk.base}/don-doc")
    window.get_by_role("button", name="Lập báo cáo, bảng kiểm").click()
    expect(window.locator("#da-lap")).to_contain_text("Báo cáo tình hình nộp hồ sơ.docx")


def test_the_units_that_are_ticked_are_packed_and_can_be_verified_at_once(
    desk: Desk, window: Page
) -> None:
    run([BuildRequest(desk.folder / SAMPLE, desk.folder / "output" / SAMPLE)], here)
    window.goto(f"{desk.base}/nop")
    ticked = window.locator("input[type=checkbox]:checked")
    expect(window.get_by_role("button", name="Đóng gói")).to_contain_text(str(ticked.count()))
    for _ in range(ticked.count() - 1):
        ticked.last.uncheck()
    pack = window.get_by_role("button", name="Đóng gói 1 đơn vị")
    ticked.last.uncheck()
    expect(window.get_by_role("button", name="Đóng gói 0 đơn vị")).to_be_disabled()
    window.locator("input[type=checkbox]").first.check()
    pack.click()
    window.get_by_role("button", name="Kiểm lại gói").click()
    expect(window.locator("#bang-nop")).to_contain_text("Còn nguyên, ")


def test_a_workbook_comes_as_a_file_and_the_page_stays(desk: Desk, window: Page) -> None:
    window.goto(f"{desk.base}/van-de")
    with window.expect_download() as coming:
        window.get_by_role("button", name="Xuất Excel").click()
    assert coming.value.suggested_filename == "Vấn đề đến 08-12-2026.xlsx"
    assert window.url == f"{desk.base}/van-de"
