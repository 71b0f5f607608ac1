"""Makes the pictures of the desk for the guide: `python -m tests.desk.browser.pictures`."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from generator import shipped
from tests.desk.browser.conftest import CHROMIUM, QUIET, SAMPLE, ended, started

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "trang"
PAGES = {
    "chon-dot": "/", "dot-moi": "/dot-moi", "bang": "{base}/bang",
    "o": "{base}/bang?o=2&don-vi=chi-bo-cong-an", "don-vi": "{base}/don-vi/chi-bo-ubnd",
    "van-de": "{base}/van-de",
    "bieu-nhap": "{base}/nhap?tep=don-vi/chi-bo-thon-tay.yaml&muc=ca_nhan.0.ngay_sinh&ma=KD112",
    "kiem-phieu": "{base}/nhap?tep=don-vi/chi-bo-cong-an.yaml&muc=hoi_nghi.0.kiem_phieu",
    "van-ban": "{base}/van-ban", "ho-so-nhan": "{base}/ho-so-nhan", "so-van-ban": "{base}/so-van-ban", "in": "{base}/in",
    "nop": "{base}/nop", "tong-hop": "{base}/tong-hop", "nhat-ky": "{base}/nhat-ky",
    "may": "{base}/may",
    "chuyen-bo": "{base}/don-vi/chi-bo-cong-an/nguoi-di?tep=don-vi/chi-bo-cong-an.yaml&muc=ca_nhan.2",
}  # fmt: skip
"""What is shown, by the name of its picture."""


def prepared(folder: Path) -> None:
    """Lay out a campaign as an office has it six days before it hands in."""
    shutil.copytree(shipped.DATA / SAMPLE, folder / SAMPLE)
    units = (
        "chi-bo-ubnd",
        "chi-bo-cong-an",
        "chi-bo-thon-dong",
        "chi-bo-mam-non",
        "chi-bo-quan-su",
    )
    words = [word for unit in units for word in ("--only", unit)]
    program = [sys.executable, "-m", "generator"]
    subprocess.run([*program, "build", SAMPLE, "--quiet", *words], cwd=folder, check=False)
    edit = (*program, "edit")
    unit = f"{SAMPLE}/don-vi/chi-bo-cong-an.yaml"
    subprocess.run(
        [*edit, unit, "don_vi.ky_hieu", "CBCA"], cwd=folder, check=True, capture_output=True
    )
    file = folder / SAMPLE / "don-vi" / "chi-bo-thon-tay.yaml"
    text = file.read_text("utf-8").replace("03/10/1969", "31/02/1969", 1)
    file.write_text(
        text.replace("tong: 14, hoan_thanh: 14", "tong: 14, hoan_thanh: 15", 1), "utf-8"
    )
    file = folder / SAMPLE / "don-vi" / "chi-bo-tieu-hoc.yaml"
    file.write_text(
        file.read_text("utf-8").replace("vai_tro: cap_uy", "vai_tro: cap_ui", 1), "utf-8"
    )


def taken(page: Page, address: str, path: Path) -> None:
    """Take a picture of a page once it stands still."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path)


def main() -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = Path(scratch) / "kiemdiem"
        prepared(folder)
        desk = started(folder, "14/12/2026")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
        page = context.new_page()
        page.goto(desk.link)
        taken(page, f"{desk.base}/bang", Path(scratch) / "first.png")
        for name, address in PAGES.items():
            whole = desk.address + address.format(base=f"/dot/{SAMPLE}")
            taken(page, whole, FOLDER / f"{name}.png")
        browser.close()
        ended(desk)


if __name__ == "__main__":
    main()
