"""Files are dropped on the page in a real browser: thirty at once, and on the page of a unit."""

import base64
import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.desk.browser.conftest import SAMPLE, Desk, needs_chromium

pytestmark = needs_chromium

LONG = 120_000
"""Milliseconds that a busy machine may take to read units and files."""

DROPPED = """(files) => {
  const all = new DataTransfer();
  for (const [name, text] of files) {
    const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
    all.items.add(new File([bytes], name));
  }
  return all;
}"""


def drop(window: Page, files: list[tuple[str, str]]) -> None:
    """Drop files, given by name and bytes in base64, somewhere on the page."""
    carried = window.evaluate_handle(DROPPED, files)
    window.dispatch_event("main", "dragover", {"dataTransfer": carried})
    expect(window.locator("form[data-tha]")).to_have_class(re.compile("dang-keo"))
    window.dispatch_event("main", "drop", {"dataTransfer": carried})


def encoded(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()


def made_papers(desk: Desk) -> list[Path]:
    """Make the papers of three units elsewhere, as if they had come by e-mail."""
    elsewhere = desk.folder.parent / "thư điện tử"
    shutil.copytree(desk.folder / SAMPLE, elsewhere / SAMPLE)
    units = ("chi-bo-ubnd", "chi-bo-thon-tay", "chi-bo-cong-an")
    only = [word for unit in units for word in ("--only", unit)]
    program = [sys.executable, "-m", "generator", "build", SAMPLE, "--quiet", *only]
    subprocess.run(program, cwd=elsewhere, check=False)
    return sorted((elsewhere / "output").rglob("*kiểm điểm 02*.docx"))


def test_thirty_files_are_dropped_and_sorted(desk: Desk, window: Page) -> None:
    papers = made_papers(desk)[:24]
    files = [(f"Kiem diem {i}.docx", encoded(path)) for i, path in enumerate(papers)]
    scans = [base64.b64encode(b"%PDF" + bytes([i])).decode() for i in range(28 - len(files))]
    files += [(f"IMG_{i}.pdf", data) for i, data in enumerate(scans)]
    files += [("~$Kiem diem.docx", "AAAA"), ("virus.exe", "TVo=")]
    assert len(files) == 30
    window.goto(f"{desk.base}/ho-so-nhan")
    expect(window.locator("#nhan-bang")).to_contain_text(
        "hoặc chép vào thư mục đã nhận", timeout=LONG
    )
    drop(window, files)
    expect(window.locator("#viec")).to_contain_text(
        re.compile(r"Đã xếp \d+ / \d+ tệp"), timeout=LONG
    )
    expect(window.locator("#nhan-dau")).to_contain_text("30 tệp", timeout=LONG)
    expect(window.locator("#nhan-bang tbody tr")).to_have_count(30, timeout=LONG)
    assert len(list((desk.folder / SAMPLE / "da-nhan").glob("chi-bo-*/Kiem diem*.docx"))) >= 20
    window.get_by_role("link", name=re.compile("Xem .* tệp cần xử lý")).click()
    expect(window.get_by_role("heading", level=1)).to_contain_text(re.compile(r"\.(pdf|docx)$"))


def test_a_file_dropped_on_a_unit_stands_in_its_list(desk: Desk, window: Page) -> None:
    window.goto(f"{desk.base}/don-vi/chi-bo-ubnd")
    drop(window, [("IMG_1.png", "iVBORw0KGgo=")])
    window.wait_for_url("**/don-vi/chi-bo-ubnd?muc=ho-so-nhan")
    expect(window.locator("table.tep-nhan")).to_contain_text("IMG_1.png", timeout=LONG)
    expect(window.locator("#viec")).to_contain_text("Đã xếp 1 / 1 tệp", timeout=LONG)
    assert (desk.folder / SAMPLE / "da-nhan" / "chi-bo-ubnd" / "IMG_1.png").is_file()


def test_files_are_chosen_with_the_keys(desk: Desk, window: Page, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    window.goto(f"{desk.base}/ho-so-nhan")
    expect(window.get_by_role("button", name="Nhận tệp đã chọn")).to_be_hidden()
    chooser = window.locator("input[type=file]").first
    chooser.focus()
    chooser.set_input_files(tmp_path / "a.pdf")
    expect(window.locator("#nhan-bang tbody")).to_contain_text("a.pdf", timeout=LONG)
