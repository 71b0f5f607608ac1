"""The quick view in a real browser: as many pages as LibreOffice, nothing asked elsewhere, hostile files."""

import datetime as dt
import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from generator import shipped
from generator.api import AtWork, BuildRequest
from generator.desk.view import templates
from tests.desk.browser.conftest import SAMPLE, SECONDS, Desk, ended, needs_chromium, started
from tests.desk.browser.hostile_words import EMPTY, HOSTILE, LINK, REACHING, word_file
from tests.word.pages import converted, needs_printing

pytestmark = needs_chromium
expect.set_options(timeout=SECONDS)
FAILED = "Chưa xem nhanh được. Tệp Word vẫn tạo được."
STATUS = "[data-xem-nhanh] [role=status]"
DAY = dt.date(2026, 12, 8)


class Kind(NamedTuple):
    """A kind of paper, or of letter, of a sample campaign."""

    campaign: str
    ma: str
    is_letter: bool = False


OTHERWISE: dict[Kind, tuple[int, int]] = {
    # The last article and the signature need a line more than the page has: they go over together
    # in LibreOffice, while the quick view finds room.
    Kind(SAMPLE, "quyet-dinh-ket-qua"): (3, 2),
    # A narrow column breaks a line one word earlier, and a row of the table goes to the next page.
    Kind(SAMPLE, "tong-hop-xep-loai"): (2, 3),
}
"""Kinds whose first paper has another number of pages: LibreOffice's, the quick view's."""

SAMPLED = (
    Kind("huyen-thanh-giang-2024", "02B"),
    Kind("huyen-thanh-giang-2024", "phieu-nhan-xet"),
    Kind("vi-du-2026", "02C"),
    Kind("vi-du-2026", "06"),
    Kind(SAMPLE, "01"),
    Kind(SAMPLE, "02A"),
    Kind(SAMPLE, "bieu-6f"),
    Kind(SAMPLE, "ke-hoach", is_letter=True),
    Kind("ha-tinh-2024", "cong-van", is_letter=True),
    Kind("mau-van-ban-nha-nuoc", "hop-dong", is_letter=True),
)
"""Those that are looked at each time; `make soak` looks at all."""


class Paper(NamedTuple):
    """A paper: the address below the campaign that gives its file, and the bytes of it."""

    giay: str
    data: bytes


def papers(folder: Path, wanted: frozenset[Kind] = frozenset()) -> dict[Kind, Paper]:
    """The first paper of each kind that can be made; no further than those that are wanted, if any."""
    found: dict[Kind, Paper] = {}
    campaigns = {kind.campaign for kind in wanted} or {each.name for each in folder.iterdir()}
    for name in sorted(campaigns):
        own = {kind for kind in wanted if kind.campaign == name and not kind.is_letter}
        with AtWork(BuildRequest(folder / name, folder.parent / "ra" / name), DAY) as work:
            for unit in work.units():
                if wanted and own <= found.keys():
                    break
                seen = work.unit(unit.thu_muc)
                assert seen is not None
                for each in seen.papers:
                    if each.soan_duoc and Kind(name, each.ma) not in found:
                        asked = urlencode({"don-vi": unit.thu_muc, "khoa": each.khoa})
                        data, _ = work.document(unit.thu_muc, each.khoa)
                        assert data is not None
                        found[Kind(name, each.ma)] = Paper(f"/xem.docx?{asked}", data)
            letters = work.letters()
            for each in letters.papers if letters else ():
                kind = Kind(name, each.ma, is_letter=True)
                if each.soan_duoc and kind not in found:
                    data, _ = work.letter(each.khoa)
                    assert data is not None
                    found[kind] = Paper(f"/van-ban/xem.docx?{urlencode({'tep': each.khoa})}", data)
    return found


def printed(found: dict[Kind, Paper], folder: Path) -> dict[Kind, int]:
    """How many pages LibreOffice makes of each."""
    folder.mkdir()
    files = {kind: folder / f"{number:03}.docx" for number, kind in enumerate(found)}
    for kind, file in files.items():
        file.write_bytes(found[kind].data)
    converted(list(files.values()), folder)
    return {kind: len(PdfReader(file.with_suffix(".pdf")).pages) for kind, file in files.items()}


@pytest.fixture
def samples(tmp_path: Path) -> Iterator[Desk]:
    """A desk on all sample campaigns."""
    folder = tmp_path / "dữ liệu"
    for each in shipped.DATA.glob("*/dot.yaml"):
        shutil.copytree(each.parent, folder / each.parent.name)
    desk = started(folder)
    yield desk
    ended(desk)


def shown(samples: Desk, page: Page, found: dict[Kind, Paper]) -> dict[Kind, int]:
    """How many pages the quick view shows of each."""
    counts = {}
    for kind, paper in found.items():
        asked = urlencode({"giay": paper.giay})
        page.goto(f"{samples.address}/dot/{kind.campaign}/xem/khung?{asked}")
        expect(page.locator("#noi")).not_to_have_text("Đang mở…")
        line = page.locator("#noi").inner_text()
        assert line.endswith(" trang"), f"{kind}: {line}"
        assert page.locator(".layout-page").count() >= 1
        counts[kind] = int(line.split()[0])
    return counts


def compared(samples: Desk, chromium: Browser, found: dict[Kind, Paper], folder: Path) -> None:
    asked: list[str] = []
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(60_000)
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(samples.link)
    counts, pages = shown(samples, page, found), printed(found, folder)
    context.close()
    differing = {kind: (pages[kind], counts[kind]) for kind in found if pages[kind] != counts[kind]}
    assert differing == {kind: each for kind, each in OTHERWISE.items() if kind in found}
    assert [
        each for each in asked if not each.startswith((f"{samples.address}/", "blob:", "data:"))
    ] == []


@needs_printing
@pytest.mark.libreoffice
def test_it_shows_as_many_pages_as_libreoffice_makes(
    samples: Desk, chromium: Browser, tmp_path: Path
) -> None:
    every = papers(samples.folder, frozenset(SAMPLED))
    found = {kind: every[kind] for kind in SAMPLED}
    compared(samples, chromium, found, tmp_path / "so-sanh")


@needs_printing
@pytest.mark.libreoffice
@pytest.mark.soak
def test_it_shows_as_many_pages_of_every_kind_of_every_sample(
    samples: Desk, chromium: Browser, tmp_path: Path
) -> None:
    found = papers(samples.folder)
    assert len(found) > 100
    assert OTHERWISE.keys() <= found.keys()
    compared(samples, chromium, found, tmp_path / "so-sanh")


@pytest.mark.soak
def test_it_is_made_anew_to_the_same_bytes() -> None:
    home = Path(str(shipped.DATA.parent)) / "generator" / "desk"
    bundle = home / "tinh" / "xem" / "xem.js"
    before = bundle.read_bytes()
    if shutil.which("npm") is None:
        pytest.skip("needs node")
    subprocess.run(["node", str(home / "xem-nhanh" / "lam.mjs")], check=True, capture_output=True)
    assert bundle.read_bytes() == before


def framed(desk: Desk, window: Page, giay: str) -> None:
    """Put the quick view of a file on a page of the campaign."""
    page = templates().from_string('{% import "bo-phan.html" as b %}{{ b.xem_word(goc, giay) }}')
    html = page.render(goc=f"/dot/{SAMPLE}", giay=giay)
    if "/van-ban" not in window.url:
        window.goto(f"{desk.base}/van-ban")
    window.evaluate("html => { document.getElementById('noi-dung').innerHTML = html; }", html)


def given(desk: Desk, name: str, data: bytes) -> str:
    """Lay a file into the campaign; return the address below it that gives the file."""
    folder = desk.folder / SAMPLE / "da-nhan"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return f"/tep?{urlencode({'ten': f'da-nhan/{name}'})}"


def test_the_page_around_the_frame_tells_the_number_of_pages_and_believes_no_other(
    desk: Desk, window: Page
) -> None:
    framed(desk, window, "/van-ban/xem.docx?tep=ke-hoach.yaml")
    status = window.locator(STATUS)
    expect(status).to_have_text("1 trang")
    inside = window.frame_locator("iframe")
    expect(inside.locator("#noi")).to_be_hidden()
    expect(inside.locator(".layout-page").first).to_contain_text("ĐẢNG CỘNG SẢN VIỆT NAM")
    assert inside.locator("[contenteditable=true], input, textarea, button").count() == 0
    window.set_viewport_size({"width": 700, "height": 700})
    expect(inside.locator("#xem")).not_to_have_css("zoom", "1")
    assert inside.locator("html").evaluate("each => each.scrollWidth <= each.clientWidth")
    window.evaluate("window.postMessage({ xemNhanh: '99 trang' }, location.origin)")
    framed(desk, window, "/van-ban/xem.docx?tep=khong-co.yaml")
    expect(status).to_have_text(FAILED)


def test_what_a_file_names_elsewhere_is_neither_fetched_nor_followed(
    desk: Desk, window: Page
) -> None:
    framed(desk, window, given(desk, "ngoai.docx", word_file(REACHING)))
    expect(window.locator(STATUS)).to_have_text("1 trang")
    inside = window.frame_locator("iframe")
    inside.get_by_text(LINK).click()
    inside.get_by_text(LINK).click(button="middle")
    assert len(window.context.pages) == 1
    expect(inside.get_by_text(LINK)).to_be_visible()


def test_a_hostile_file_is_a_sentence_and_the_page_around_answers(desk: Desk, window: Page) -> None:
    for name, make in HOSTILE.items():
        framed(desk, window, given(desk, f"{name}.docx", make()))
        inside = window.frame_locator("iframe")
        expect(inside.locator("#noi"), name).to_have_text(FAILED)
        expect(window.locator(STATUS)).to_have_text(FAILED)
        assert inside.locator(".layout-page").count() == 0
    framed(desk, window, given(desk, "trang.docx", word_file(EMPTY)))
    expect(window.locator(STATUS)).to_have_text("1 trang")
    window.get_by_role("link", name="Bảng", exact=True).click()
    expect(window).to_have_url(f"{desk.base}/bang")


def test_a_zip_that_lies_about_its_size_is_made_as_the_test_says() -> None:
    with zipfile.ZipFile(io.BytesIO(HOSTILE["noi-doi"]())) as archive:
        assert archive.getinfo("word/document.xml").file_size < 1000
