"""A clerk's day on the page, in a real browser: see, mend, make, take numbers, print, hand in."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import SAMPLE, Desk, needs_chromium

pytestmark = needs_chromium

UNIT = "don-vi/chi-bo-thon-tay.yaml"


def broken(desk: Desk, old: str, new: str, file: str = UNIT) -> Path:
    path = desk.folder / SAMPLE / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    return path


def test_a_finding_leads_to_its_place_is_mended_and_taken_back(desk: Desk, window: Page) -> None:
    whole = (desk.folder / SAMPLE / UNIT).read_text("utf-8")
    file = broken(desk, "03/10/1969", "31/02/1969")
    window.get_by_role("link", name=re.compile(r"^Mở( tiếp)?$")).first.click()
    expect(window.get_by_role("row", name=re.compile("Chi bộ thôn Tây"))).to_contain_text(
        "Chưa đọc được"
    )
    window.get_by_role("link", name="Vấn đề").click()
    window.get_by_role("link", name=re.compile("Sửa lần lượt")).click()
    window.get_by_label("Ngày sinh").fill("03/10/1969")
    window.wait_for_load_state("networkidle")
    window.keyboard.press("Control+s")
    expect(window.get_by_text(re.compile("Đã lưu"))).to_be_visible()
    assert file.read_text("utf-8") == whole
    window.get_by_role("link", name="Nhật ký").click()
    expect(window.get_by_role("cell", name="31/02/1969")).to_be_visible()
    window.get_by_role("button", name="Hoàn tác việc vừa làm").click()
    expect(window.get_by_text("Đã hoàn tác")).to_be_visible()
    assert "31/02/1969" in file.read_text("utf-8")


def test_a_certain_mend_is_two_clicks_away(desk: Desk, window: Page) -> None:
    file = broken(desk, "vai_tro: cap_uy", "vai_tro: cap_ui")
    window.goto(f"{desk.base}/bang")
    window.wait_for_load_state("networkidle")
    window.get_by_role("link", name="Vấn đề").click()
    window.get_by_role("button", name="Sửa thành «cap_uy»").click()
    expect(window.get_by_text("Không có lỗi, không có cảnh báo")).to_be_visible()
    assert "vai_tro: cap_uy" in file.read_text("utf-8")


def test_the_board_is_walked_with_the_keys(desk: Desk, window: Page) -> None:
    window.goto(f"{desk.base}/bang")
    first = window.locator("[data-o]").first
    first.focus()
    window.keyboard.press("ArrowDown")
    window.keyboard.press("ArrowRight")
    cell = window.locator(":focus")
    name = cell.get_attribute("title")
    assert name
    window.keyboard.press("Enter")
    expect(window.locator("#o-mo h2")).to_contain_text(name.split(",")[0])
    window.keyboard.press("Escape")
    expect(window.locator("#o-mo")).to_have_count(0)
    expect(window.locator(":focus")).to_have_attribute("title", name)
    window.go_back()
    expect(window.locator("#o-mo")).to_have_count(1)
    window.wait_for_load_state("networkidle")
    window.keyboard.press("Control+k")
    window.keyboard.type("dinh trong tai")
    expect(window.locator("#thay a").first).to_contain_text("Đinh Trọng Tài")
    expect(window.locator("#thay a").first).to_contain_text("Chi bộ Cơ quan Ủy ban nhân dân")
    window.keyboard.press("Enter")
    expect(window).to_have_url(re.compile("dinh-trong-tai"))


def test_the_search_opens_what_was_typed_and_not_what_was_found_before(
    desk: Desk, window: Page
) -> None:
    window.goto(f"{desk.base}/bang")
    expect(window.locator("[data-o]").first).to_be_visible()
    window.keyboard.press("Control+k")
    window.keyboard.press("Control+k")
    window.keyboard.type("chi bo thon")
    expect(window.locator("#thay a").first).to_contain_text("Chi bộ thôn")
    window.locator("#o-tim").fill("nhat ky")
    window.keyboard.press("Enter")
    expect(window.get_by_role("heading", level=1)).to_have_text("Nhật ký")


def test_the_search_is_left_to_where_one_was(desk: Desk, window: Page) -> None:
    window.goto(f"{desk.base}/bang")
    window.locator("[data-o]").nth(3).focus()
    window.keyboard.press("Control+k")
    window.keyboard.press("Escape")
    expect(window.locator("[data-o]").nth(3)).to_be_focused()


def test_the_table_of_keys_comes_and_goes(desk: Desk, window: Page) -> None:
    window.goto(f"{desk.base}/nhat-ky")
    window.keyboard.press("?")
    expect(window.get_by_role("dialog", name="Bảng phím")).to_be_visible()
    window.keyboard.press("Escape")
    expect(window.get_by_role("dialog", name="Bảng phím")).to_be_hidden()


def test_what_the_page_makes_the_command_line_does_not_make_again(desk: Desk, window: Page) -> None:
    window.goto(f"{desk.base}/van-ban")
    window.get_by_role("button", name=re.compile("Tạo .* văn bản")).click()
    expect(
        window.get_by_role("status").get_by_text(re.compile(r"Đã tạo 530 văn bản"))
    ).to_be_visible(timeout=90_000)
    window.wait_for_timeout(1000)  # the page reads itself again
    window.goto(f"{desk.base}/van-ban")
    expect(window.get_by_text("Mọi văn bản đều mới nhất")).to_be_visible()
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", SAMPLE, "--quiet"],
        cwd=desk.folder, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert "Đã tạo 0 văn bản, giữ nguyên 530" in done.stderr
    shutil.rmtree(desk.folder / "output")


def test_a_campaign_is_begun_by_six_questions(desk: Desk, window: Page) -> None:
    window.goto(f"{desk.address}/dot-moi")
    window.get_by_label("1. Cơ quan nào chủ trì?").fill("Đảng ủy xã Minh Khê")
    window.get_by_label("2. Thuộc cấp nào").fill("Đảng bộ tỉnh Trường Giang")
    window.get_by_label("3. Kiểm điểm năm nào?").fill("2026")
    window.get_by_label("4. Địa danh").fill("Minh Khê")
    window.get_by_label("5. Những đơn vị nào?").fill(
        "Chi bộ thôn Đông\tTạ Xuân Hải\nChi bộ thôn Tây\tPhạm Thị Oanh\nChi bộ Trường Mầm non"
    )
    window.get_by_label("6. Ai ký").fill("Ngô Quang Huy")
    expect(window.get_by_text("Nhận ra 3 đơn vị")).to_be_visible()
    window.get_by_role("button", name="Tạo đợt, rồi ghi danh sách người").click()
    expect(window.get_by_role("link", name="Chi bộ thôn Đông").first).to_be_visible()
    made = desk.folder / "kiem-diem-2026"
    assert sorted(each.name for each in (made / "don-vi").iterdir()) == [
        "chi-bo-thon-dong.yaml", "chi-bo-thon-tay.yaml", "chi-bo-truong-mam-non.yaml",
    ]  # fmt: skip
    assert "Tạ Xuân Hải" in (made / "don-vi" / "chi-bo-thon-dong.yaml").read_text("utf-8")


LETTER = """loai: to-trinh
trich_yeu: {}
kinh_gui: [Các chi bộ trực thuộc]
noi_dung: Đề nghị các chi bộ nộp hồ sơ đúng hạn.
ngay: 08/12/2026
noi_nhan: [Như trên, Lưu Văn phòng Đảng ủy]
"""


def test_two_numbers_are_taken_a_unit_is_printed_and_its_pack_is_accepted(
    desk: Desk, window: Page
) -> None:
    campaign = desk.folder / SAMPLE
    for number in (1, 2):
        text = LETTER.format(f"về việc nộp hồ sơ lần {number}")
        (campaign / f"cv-{number}.yaml").write_text(text, "utf-8")
    for number in (1, 2):
        window.goto(f"{desk.base}/so-van-ban")
        entry = window.get_by_role("listitem").filter(has_text=f"nộp hồ sơ lần {number}").first
        place = entry if entry.count() else window
        with window.expect_navigation():
            place.get_by_role("button", name=re.compile("Lấy số")).first.click()
    texts = [(campaign / f"cv-{number}.yaml").read_text("utf-8") for number in (1, 2)]
    assert sorted(re.findall(r"^so: (\d+)", "\n".join(texts), re.MULTILINE)) == ["1", "2"]

    window.goto(f"{desk.base}/don-vi/chi-bo-thon-dong")
    window.get_by_role("button", name="Tạo văn bản của đơn vị").click()
    expect(window.get_by_text(re.compile("Đã tạo 26 văn bản"))).to_be_visible(timeout=60_000)
    window.wait_for_timeout(1000)  # the page reads itself again
    window.goto(f"{desk.base}/in?don-vi=chi-bo-thon-dong")
    window.get_by_role("button", name=re.compile("Tạo PDF")).first.click()
    expect(window.get_by_role("link", name="Mở PDF để in").first).to_be_visible(timeout=90_000)
    (pdf,) = (desk.folder / "output" / SAMPLE / "pdf").glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")

    window.goto(f"{desk.base}/nop")
    window.get_by_role("button", name=re.compile("Đóng gói 1")).click()
    expect(window.get_by_text(re.compile("Đã đóng gói")).first).to_be_visible(timeout=60_000)
    (pack,) = (desk.folder / "output" / SAMPLE / "nop").glob("*.zip")
    verified = subprocess.run(
        [sys.executable, "-m", "generator", "verify", str(pack)],
        capture_output=True,
        encoding="utf-8",
    )
    assert verified.returncode == 0, verified.stderr
    window.goto(f"{desk.base}/nop")
    window.get_by_role("button", name="Kiểm lại gói").click()
    expect(window.get_by_text(re.compile("còn nguyên|nguyên vẹn|khớp")).first).to_be_visible()
