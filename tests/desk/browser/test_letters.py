"""Letters are written from nothing in a real browser: previewed, numbered, made once."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from generator.editing.edited import content
from generator.pdf.office import libreoffice
from tests.desk.browser.conftest import SAMPLE, Desk, needs_chromium

pytestmark = needs_chromium

PATIENCE = 120_000
"""Milliseconds until LibreOffice has drawn a letter on a busy machine."""


def letter(desk: Desk, name: str) -> dict:  # type: ignore[type-arg]
    found = content((desk.folder / SAMPLE / name).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def begin(desk: Desk, window: Page, kind: str, about: str, copied: str = "") -> str:
    """Begin a letter; return the name of its file."""
    window.goto(f"{desk.base}/van-ban")
    window.get_by_role("link", name="Soạn văn bản mới").click()
    if kind:
        window.get_by_label("Loại văn bản").select_option(label=kind)
    window.get_by_label("Trích yếu").fill(about)
    if copied:
        window.get_by_label("Chép từ văn bản trước").select_option(copied)
    window.get_by_role("button", name="Soạn", exact=True).click()
    expect(window.get_by_role("heading", level=1)).to_contain_text(about)
    window.wait_for_load_state()  # its script runs last, and the keys are its own
    return window.url.rpartition("tep=")[2]


def paste(window: Page, selector: str, kind: str, data: str) -> None:
    """Paste into a field as the browser would: it tells the page first."""
    window.locator(selector).evaluate(
        """(field, [kind, data]) => {
            field.focus();
            const said = new DataTransfer();
            said.setData(kind, data);
            const event = new ClipboardEvent("paste", {clipboardData: said, bubbles: true, cancelable: true});
            field.dispatchEvent(event);
        }""",
        [kind, data],
    )


def number_and_make(window: Page) -> None:
    window.get_by_role("button", name=re.compile("^Lấy số")).click()
    expect(window.get_by_text(re.compile("Đã lấy số"))).to_be_visible()
    window.get_by_role("button", name="Lưu và tạo tệp Word").click()
    expect(window.locator("#soan-nut").get_by_text("Mới nhất")).to_be_visible(timeout=PATIENCE)


def previewed(window: Page) -> None:
    if libreoffice():
        expect(window.locator(".to-giay").first).to_be_visible(timeout=PATIENCE)
    else:
        expect(window.locator("[data-xem-nhanh] [role=status]")).to_contain_text("trang")


def test_three_letters_are_written_numbered_and_made_and_a_build_makes_nothing_again(
    desk: Desk, window: Page
) -> None:
    shutil.rmtree(desk.folder / SAMPLE / "don-vi")
    report = begin(desk, window, "Báo cáo", "kết quả quý IV")
    window.locator("#o-noi_dung").fill("Kết quả như sau:")
    window.get_by_role("button", name="Chèn bảng").first.click()
    window.get_by_role("button", name="Chèn", exact=True).click()
    assert window.locator("#o-noi_dung").input_value() == "Kết quả như sau:\n[bảng 1]\n"
    grid = "table[data-luoi] thead input:not([type=hidden])"
    table = "TT\tChi bộ\tĐiểm\tMức\n1\tThôn Đông\t95\tTốt\n2\tThôn Tây\t90\tTốt\n3\tThôn Trung\t88\tTốt\n4\tTrạm Y tế\t91\tTốt"
    paste(window, f"{grid} >> nth=0", "text/plain", table)
    window.get_by_role("button", name="Ban Tổ chức Tỉnh ủy").first.click()
    number_and_make(window)
    previewed(window)
    (made,) = letter(desk, report)["bang"]
    assert [each["ten"] for each in made["cot"]] == ["TT", "Chi bộ", "Điểm", "Mức"]
    assert [row[1] for row in made["hang"]] == ["Thôn Đông", "Thôn Tây", "Thôn Trung", "Trạm Y tế"]
    assert letter(desk, report)["noi_nhan"] == ["Ban Tổ chức Tỉnh ủy"]

    plan = begin(desk, window, "Kế hoạch", "kiểm tra quý I")
    window.locator("#o-noi_dung").fill("Mục đích\nKiểm tra đúng quy trình.")
    window.locator("#o-noi_dung").press("Control+Home")
    window.get_by_role("button", name="Đề mục I").first.click()
    window.get_by_role("button", name="Thêm phụ lục").click()
    annex = window.locator('[data-noi="phu_luc"] > [data-dong]')
    annex.get_by_label("Tiêu đề của phụ lục").fill("Phân công kiểm tra")
    annex.get_by_label("Nội dung", exact=True).fill("Tổ 1: các chi bộ thôn.")
    number_and_make(window)
    previewed(window)
    assert letter(desk, plan)["noi_dung"].startswith("# I. Mục đích\nKiểm tra")
    assert letter(desk, plan)["phu_luc"][0]["tieu_de"] == "Phân công kiểm tra"

    copy = begin(desk, window, "", "kiểm tra quý II", f"{SAMPLE}/{plan}")
    assert letter(desk, copy)["phu_luc"] == letter(desk, plan)["phu_luc"]
    assert "so" not in letter(desk, copy)
    number_and_make(window)
    previewed(window)
    assert letter(desk, copy)["so"] != letter(desk, plan)["so"]

    files = {each: each.stat().st_mtime_ns for each in desk.folder.rglob("output/**/*.docx")}
    names = {each.stem for each in files}
    assert {Path(each).stem for each in (report, plan, copy)} <= names
    build = [sys.executable, "-m", "generator", "build", SAMPLE]
    done = subprocess.run(build, cwd=desk.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {
        each: each.stat().st_mtime_ns for each in desk.folder.rglob("output/**/*.docx")
    } == files


def test_marks_act_on_what_is_selected_and_are_taken_back_by_a_second_press(
    desk: Desk, window: Page
) -> None:
    begin(desk, window, "Thông báo", "lịch họp")
    field = window.locator("#o-noi_dung")
    field.fill("Một hai ba\nBốn")
    field.evaluate("each => each.setSelectionRange(4, 7)")
    field.press("Control+b")
    assert field.input_value() == "Một **hai** ba\nBốn"
    window.get_by_role("button", name="Đậm").first.click()
    assert field.input_value() == "Một hai ba\nBốn"
    field.press("Control+a")
    window.get_by_role("button", name="Nghiêng").first.press("Enter")
    assert field.input_value() == "*Một hai ba*\n*Bốn*"
    field.press("Control+z")
    assert field.input_value() == "Một hai ba\nBốn"


def test_headings_are_numbered_on(desk: Desk, window: Page) -> None:
    begin(desk, window, "Quyết định", "phân công")
    field = window.locator("#o-noi_dung")
    field.fill("# I. Đầu\nHai")
    field.press("Control+End")
    window.get_by_role("button", name="Đề mục I").first.click()
    assert field.input_value() == "# I. Đầu\n# II. Hai"
    field.fill("Điều 1. Đầu\nHai")
    field.press("Control+End")
    window.get_by_role("button", name="Điều", exact=True).first.click()
    assert field.input_value() == "Điều 1. Đầu\n## Điều 2. Hai"


def test_from_word_paragraphs_bold_and_italic_are_kept_and_what_was_dropped_is_said(
    desk: Desk, window: Page
) -> None:
    begin(desk, window, "Thông báo", "lịch họp")
    word = (
        "<html><head><style>p {margin: 0}</style></head><body><!--StartFragment--><p class=MsoNormal style='margin:0'><b>Một</b> và\n <i>hai</i></p>"
        "<p>Ba<o:p></o:p></p><table><tr><td>ô</td></tr></table><p><img src='x.png'>"
        "<span style='font-weight:bold'>Bốn</span></p><!--EndFragment--></body></html>"
    )
    paste(window, "#o-noi_dung", "text/html", word)
    assert window.locator("#o-noi_dung").input_value() == "**Một** và *hai*\nBa\n**Bốn**"
    expect(window.get_by_text("Đã dán 3 đoạn. Đã bỏ bảng và hình khi dán.")).to_be_visible()


def test_what_is_typed_is_seen_a_second_later_without_a_save(desk: Desk, window: Page) -> None:
    window.goto(f"{desk.base}/nhap?tep=ke-hoach.yaml")
    with window.expect_response("**/van-ban/xem/go", timeout=PATIENCE) as answer:
        window.locator("#o-trich_yeu").press_sequentially(" và phụ lục")
    assert answer.value.status == 200
    assert "phụ lục" not in (desk.folder / SAMPLE / "ke-hoach.yaml").read_text("utf-8")
