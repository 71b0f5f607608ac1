"""Forty people send their forms: read, what is in doubt said yes to, totals right to the number."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from generator.reading.load import read_campaign
from tests.cli.run import kiemdiem
from tests.desk.browser.conftest import Desk, ended, needs_chromium, started
from tests.papers.unit_data import LEVELS
from tests.returned.many import sent

pytestmark = [needs_chromium, pytest.mark.soak]

PEOPLE = 40
DECIDED = (LEVELS[1], LEVELS[1], LEVELS[2], LEVELS[1], LEVELS[3])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "dữ liệu"
    folder.mkdir()
    sent(folder / "xa", 1, PEOPLE, DECIDED)
    opened = started(folder)
    yield opened
    ended(opened)


def test_forty_forms_are_read_reviewed_and_summed_up_to_the_number(
    desk: Desk, window: Page, tmp_path: Path
) -> None:
    window.goto(f"{desk.address}/dot/xa/duyet-mau")
    window.get_by_role("button", name="Đọc mẫu gửi về").click()
    expect(window.get_by_text(f"{PEOPLE} tệp đọc được")).to_be_visible(timeout=120_000)
    window.get_by_role("button", name="giá trị chắc chắn").click()
    expect(window.get_by_text("giá trị chắc chắn. Hoàn tác được")).to_be_visible(timeout=60_000)
    window.get_by_role("link", name="chỗ").first.click()
    people = read_campaign(desk.folder / "xa").units[0].data.ca_nhan
    assert all(each.xep_loai.quyet_dinh is None for each in people)
    for _ in range(4 * PEOPLE):
        yes = window.get_by_role("button", name="Đúng")
        leave = window.get_by_role("button", name="Bỏ qua")
        if not yes.count() and not leave.count():
            break
        with window.expect_response("**/tra-loi"):
            (yes if yes.count() else leave).first.click()
        expect(window.locator("[data-disabled-by-htmx]")).to_have_count(0)
        window.wait_for_load_state("networkidle")
    people = read_campaign(desk.folder / "xa").units[0].data.ca_nhan
    meant = Counter(DECIDED[each % len(DECIDED)] for each in range(PEOPLE))
    assert Counter(each.xep_loai.quyet_dinh for each in people) == meant
    done = kiemdiem("summary", str(desk.folder / "xa"), "-o", str(tmp_path / "ra"))
    book = load_workbook(next((tmp_path / "ra").rglob("*.xlsx")))
    told = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert done.returncode in {0, 1}
    assert {*meant.values()} <= told
