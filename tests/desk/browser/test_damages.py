"""Twenty damages in a real browser: each finding is reached from the list and mended at its place."""

import re

from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import SAMPLE, Desk, needs_chromium, settled
from tests.desk.test_damages import DAMAGES, Damage

pytestmark = needs_chromium

SLY = "<img src=x onerror=alert(1)><script>alert(2)</script>"


def test_every_damage_is_mended_on_the_page(desk: Desk, window: Page) -> None:
    for name, damage in DAMAGES.items():
        file = desk.folder / SAMPLE / damage.file
        whole = file.read_text("utf-8")
        broken = whole.replace(damage.old, damage.new, 1)
        if broken == whole:
            broken = whole.replace(
                "  ma: chi-bo-thon-tay\n", "  ma: chi-bo-thon-tay\n  mau_sac: đỏ\n", 1
            )
        file.write_text(broken, "utf-8")
        window.goto(f"{desk.base}/van-de")
        if damage.pressed:
            window.get_by_role("button", name=damage.pressed).first.click()
        else:
            mend = window.locator("#bang-van-de").get_by_role("link", name="Sửa").first
            with window.expect_navigation():
                mend.click()
            typed(window, damage, whole)
            window.keyboard.press("Control+s")
            expect(window.get_by_text(re.compile("^Đã lưu"))).to_be_visible()
        window.goto(f"{desk.base}/van-de")
        expect(window.get_by_text("Không có lỗi, không có cảnh báo"), name).to_be_visible()
        file.write_text(whole, "utf-8")


def typed(window: Page, damage: Damage, whole: str) -> None:
    """Fill in the field that is marked, or the one that holds what is wrong, or the whole file."""
    text = window.locator("#ca-tep")
    if text.count():
        text.fill(whole)
        return
    field = window.locator(".sai-o")
    if not field.count():
        shown = damage.new.split(": ")[-1].split(",")[0].strip()
        form = "form[data-luu]"
        fields = window.locator(f"{form} input:not([type=hidden]), {form} textarea, {form} select")
        field = next(each for each in fields.all() if shown in each.input_value())
    if damage.typed == "=":
        field.first.fill(field.first.input_value().replace("99/", ""))
    elif field.first.evaluate("each => each.tagName") == "SELECT":
        field.first.select_option(damage.typed)
    else:
        field.first.fill(damage.typed)


def test_nothing_of_the_data_runs_in_a_browser(desk: Desk, window: Page) -> None:
    said: list[str] = []
    window.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    file = desk.folder / SAMPLE / "don-vi" / "chi-bo-thon-tay.yaml"
    text = file.read_text("utf-8").replace(
        "  - ho_ten: Phạm Thị Hồng Oanh", f"  - ho_ten: '{SLY}'", 2
    )
    file.write_text(text.replace("ten: Chi bộ thôn Tây", f"ten: '{SLY}'", 1), "utf-8")
    (desk.folder / SAMPLE / "don-vi" / "<img src=x onerror=alert(3)>.yaml").write_text(
        "loai: don-vi\n", "utf-8"
    )
    for page in ("bang", "don-vi", "don-vi/chi-bo-thon-tay", "van-de", "so-van-ban", "in", "nop", "tong-hop", "nhat-ky",
                 "cho?tep=don-vi/chi-bo-thon-tay.yaml&muc=ca_nhan.0"):  # fmt: skip
        window.goto(f"{desk.base}/{page}")
        settled(window)
    assert said == []
