"""From nothing to a whole unit through the forms, in a real browser; keys, drafts, two versions."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from generator.editing.edited import content
from tests.desk.browser.conftest import SAMPLE, Desk, needs_chromium

pytestmark = needs_chromium

UNIT = "don-vi/chi-bo-thon-tay.yaml"


def data(desk: Desk, file: str = UNIT) -> Any:
    return content((desk.folder / SAMPLE / file).read_text("utf-8"))


def opened(desk: Desk, window: Page, muc: str) -> None:
    window.goto(f"{desk.base}/nhap?tep={UNIT}&muc={muc.replace('+', '%2B')}")


def saved(window: Page) -> None:
    window.keyboard.press("Control+s")
    expect(window.get_by_text(re.compile("^Đã lưu"))).to_be_visible()


def test_votes_are_typed_down_the_column_and_their_sums_are_shown(desk: Desk, window: Page) -> None:
    opened(desk, window, "hoi_nghi.0.kiem_phieu")
    first = data(desk)["hoi_nghi"][0]["kiem_phieu"]["ket_qua"][0]["doi_tuong"]
    field = window.get_by_label(f"Hoàn thành xuất sắc nhiệm vụ, {first}")
    field.fill("2")
    row = window.locator("tr", has=field)
    expect(row.locator(".tu-cong")).to_contain_text("thừa 2 phiếu")
    before = field.get_attribute("id")
    field.press("Enter")
    below = window.locator(":focus").get_attribute("id") or ""
    assert below != before
    assert below.endswith("hoan_thanh_xuat_sac")
    saved(window)
    votes = data(desk)["hoi_nghi"][0]["kiem_phieu"]["ket_qua"][0]["phieu"]
    assert votes["hoan_thanh_xuat_sac"] == "2"


def test_a_block_of_a_sheet_fills_the_table_and_says_so(desk: Desk, window: Page) -> None:
    opened(desk, window, "ca_nhan.0")
    window.locator('button[data-them="ca_nhan.0.nhiem_vu"]').click()
    expect(window.locator(":focus")).to_have_attribute(
        "name", re.compile(r"v:ca_nhan.0.nhiem_vu.\+101")
    )
    window.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "Việc một\\tTrục 1\\tQuý I\\nViệc hai\\tTrục 2\\tQuý II\\n");
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    expect(window.locator("#tinh-trang")).to_contain_text("Đã dán 2 dòng, 6 ô")
    saved(window)
    rows = data(desk)["ca_nhan"][0]["nhiem_vu"]
    assert [each["noi_dung"] for each in rows[-2:]] == ["Việc một", "Việc hai"]
    assert rows[-1]["thoi_han"] == "Quý II"


def test_rows_added_after_a_save_that_did_not_go_through_are_rows_of_their_own(
    desk: Desk, window: Page
) -> None:
    opened(desk, window, "ca_nhan.0")
    add = window.locator('button[data-them="ca_nhan.0.nhiem_vu"]')
    add.click()
    window.locator(":focus").fill("Việc một")
    window.locator('[name="v:ca_nhan.0.ngay_sinh"]').fill("41/11/1966")
    window.locator('button[form="bieu"]', has_text="Lưu").first.click()
    expect(window.locator(".bao.loi")).to_contain_text("Chưa ghi")
    add.click()
    window.locator(":focus").fill("Việc hai")
    window.locator('[name="v:ca_nhan.0.ngay_sinh"]').fill("12/04/1966")
    saved(window)
    rows = data(desk)["ca_nhan"][0]["nhiem_vu"]
    assert [each["noi_dung"] for each in rows[-2:]] == ["Việc một", "Việc hai"]


def test_a_day_is_completed_and_shown_when_its_field_is_left(desk: Desk, window: Page) -> None:
    window.goto(f"{desk.base}/bang")
    window.wait_for_load_state("networkidle")
    opened(desk, window, "ca_nhan.0")
    field = window.get_by_label("Ngày ghi trên bản kiểm điểm")
    field.fill("5/12")
    field.press("Tab")
    expect(field).to_have_value("05/12/2026")


def test_what_is_being_typed_is_kept_when_the_window_closes(desk: Desk, window: Page) -> None:
    opened(desk, window, "ca_nhan.1")
    window.get_by_label(re.compile("Phương hướng")).fill("Gõ dở thì mất điện")
    expect(window.locator("#tinh-trang")).to_contain_text("Đã giữ nháp")
    window.goto("about:blank")
    opened(desk, window, "ca_nhan.1")
    window.get_by_role("link", name="Xem lại nháp").click()
    expect(window.get_by_label(re.compile("Phương hướng"))).to_have_value("Gõ dở thì mất điện")
    saved(window)
    assert data(desk)["ca_nhan"][1]["phuong_huong"] == "Gõ dở thì mất điện"


def test_two_clerks_in_one_field_see_both_versions_and_choose(desk: Desk, window: Page) -> None:
    opened(desk, window, "ca_nhan.0")
    field = window.get_by_label(re.compile("Nguyên nhân"))
    field.fill("Bản của tôi")
    file = desk.folder / SAMPLE / UNIT
    theirs = data(desk)["ca_nhan"][0]["nguyen_nhan"]
    file.write_text(file.read_text("utf-8").replace(theirs, "Bản của chị Tâm", 1), "utf-8")
    window.keyboard.press("Control+s")
    expect(window.get_by_text("Chưa bản nào bị ghi đè").first).to_be_visible()
    window.locator('[data-ban="Bản của chị Tâm"]').click()
    expect(window.get_by_label(re.compile("Nguyên nhân"))).to_have_value("Bản của chị Tâm")
    window.locator('[data-ban="Bản của tôi"]').click()
    saved(window)
    assert data(desk)["ca_nhan"][0]["nguyen_nhan"] == "Bản của tôi"


def test_keys_lead_from_section_to_section_and_from_finding_to_finding(
    desk: Desk, window: Page
) -> None:
    file = desk.folder / SAMPLE / UNIT
    text = file.read_text("utf-8").replace("03/10/1969", "31/02/1969", 1)
    file.write_text(
        text.replace("tong: 13, hoan_thanh: 13", "tong: 13, hoan_thanh: mười", 1), "utf-8"
    )
    opened(desk, window, "ca_nhan.0")
    window.keyboard.press("F8")
    expect(window.locator(":focus")).to_have_attribute("aria-invalid", "true")
    first = window.locator(":focus").get_attribute("id")
    window.keyboard.press("F8")
    assert window.locator(":focus").get_attribute("id") != first
    window.get_by_label("Chỉ chỗ cần xử lý").check()
    expect(window.get_by_label(re.compile("Phương hướng"))).to_be_hidden()
    expect(window.get_by_label("Ngày sinh")).to_be_visible()
    window.get_by_label("Chỉ chỗ cần xử lý").uncheck()
    window.keyboard.press("F9")
    assert window.locator(":focus").count() == 1


def test_rows_are_removed_moved_and_put_back(desk: Desk, window: Page) -> None:
    opened(desk, window, "tap_the.0")
    before = [each["ho_ten"] for each in data(desk)["tap_the"][0]["thanh_vien"]]
    window.get_by_role("button", name=f"Đưa «{before[0]}» xuống dưới").click()
    expect(window.get_by_text(re.compile("^Đã lưu"))).to_be_visible()
    assert [each["ho_ten"] for each in data(desk)["tap_the"][0]["thanh_vien"]][:2] == before[1::-1]
    window.locator('input[name="x:tap_the.0.thanh_vien.0"]').check()
    saved(window)
    after = [each["ho_ten"] for each in data(desk)["tap_the"][0]["thanh_vien"]]
    assert sorted(after) == sorted(set(before) - {before[1]})
    window.get_by_role("link", name="Nhật ký").click()
    window.get_by_role("button", name="Hoàn tác việc vừa làm").click()
    expect(window.get_by_text("Đã hoàn tác")).to_be_visible()
    assert len(data(desk)["tap_the"][0]["thanh_vien"]) == len(before)


def test_after_a_save_the_page_stands_where_it_stood(desk: Desk, window: Page) -> None:
    opened(desk, window, "ca_nhan.0")
    field = window.get_by_label(re.compile("Phương hướng"))
    field.fill("Chỗ này ở giữa biểu")
    window.evaluate("scrollBy(0, 40)")
    before = window.evaluate("scrollY")
    saved(window)
    expect(window.get_by_label(re.compile("Phương hướng"))).to_be_focused()
    assert abs(window.evaluate("scrollY") - before) < 60


def test_a_day_that_is_none_is_told_when_its_field_is_left(desk: Desk, window: Page) -> None:
    opened(desk, window, "ca_nhan.0")
    field = window.get_by_label("Ngày sinh")
    field.fill("31/02/1969")
    expect(window.locator("#tinh-trang")).to_contain_text("Đã giữ nháp")
    expect(window.get_by_text("Không có ngày «31/02/1969» trong lịch")).to_have_count(0)
    field.press("Tab")
    expect(window.get_by_text("Không có ngày «31/02/1969» trong lịch")).to_be_visible()


def test_a_day_without_its_year_is_saved_from_its_own_field(desk: Desk, window: Page) -> None:
    opened(desk, window, "ca_nhan.0")
    window.fill('[name="v:ca_nhan.0.ngay"]', "7/12")
    saved(window)
    assert data(desk)["ca_nhan"][0]["ngay"] == "07/12/2026"
