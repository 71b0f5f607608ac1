"""Every page can be used without a mouse and without good eyes: axe-core has nothing against it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.desk.browser.conftest import SAMPLE, Desk, needs_chromium, settled

pytestmark = needs_chromium

UNIT = "don-vi/chi-bo-thon-tay.yaml"
PAGES = {
    "choose": "/", "board": "{base}/bang", "cell": "{base}/bang?o=1&don-vi=chi-bo-thon-tay",
    "units": "{base}/don-vi", "unit": "{base}/don-vi/chi-bo-ubnd", "papers": "{base}/van-ban",
    "new letter": "{base}/van-ban/soan", "look": "{base}/van-ban/xem?tep=ke-hoach.yaml",
    "unit's papers": "{base}/don-vi/chi-bo-ubnd?muc=van-ban", "findings": "{base}/van-de",
    "place": "{base}/cho?tep=" + UNIT + "&muc=ca_nhan.0", "numbers": "{base}/so-van-ban",
    "person": "{base}/nhap?tep=" + UNIT + "&muc=ca_nhan.0", "collective": "{base}/nhap?tep=" + UNIT + "&muc=tap_the.0",
    "meeting": "{base}/nhap?tep=" + UNIT + "&muc=hoi_nghi.0", "unit's form": "{base}/nhap?tep=" + UNIT,
    "campaign": "{base}/nhap?tep=dot.yaml", "letter": "{base}/nhap?tep=ke-hoach.yaml", "new person": "{base}/nhap?tep=" + UNIT + "&muc=ca_nhan.%2B1",
    "print": "{base}/in", "print one": "{base}/in?don-vi=chi-bo-ubnd",
    "who is counted": "{base}/tong-hop?muc=hoan_thanh", "hand in": "{base}/nop", "remind": "{base}/don-doc", "totals": "{base}/tong-hop",
    "received": "{base}/ho-so-nhan", "received file": "{base}/ho-so-nhan/tep?ten=da-nhan/chua-xep/IMG.pdf",
    "send back": "{base}/ho-so-nhan/tra-lai", "paper copies": "{base}/ho-so-nhan/giay?don-vi=chi-bo-ubnd",
    "log": "{base}/nhat-ky", "machine": "{base}/may", "help": "{base}/tro-giup?ma=KD405", "nowhere": "{base}/khong-co", "excel": "{base}/excel", "returned": "{base}/duyet-mau",
    "leave": "{base}/don-vi/chi-bo-ubnd/nguoi-di?tep=don-vi/chi-bo-ubnd.yaml&muc=ca_nhan.1",
}  # fmt: skip


IN_THE_DARK = ("board", "findings", "person", "letter", "received", "numbers", "totals")
"""Pages that have every colour there is; `make soak` looks at all in both schemes."""


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        ("light", tuple(PAGES)), ("dark", IN_THE_DARK),
        pytest.param("dark", tuple(PAGES), marks=pytest.mark.soak),
    ],
    ids=["light", "dark", "all in the dark"],
)  # fmt: skip
def test_axe_finds_nothing_serious_on_any_page(
    desk: Desk, window: Page, scheme: str, names: tuple[str, ...]
) -> None:
    file = desk.folder / SAMPLE / UNIT
    file.write_text(file.read_text("utf-8").replace("03/10/1969", "31/02/1969"), "utf-8")
    for home, name in (("chua-xep", "IMG.pdf"), ("chi-bo-ubnd", "hong.docx")):
        folder = desk.folder / SAMPLE / "da-nhan" / home
        folder.mkdir(parents=True)
        (folder / name).write_bytes(b"%PDF")
    axe, found = Axe(), {}
    window.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for name in names:
        window.goto(desk.address + PAGES[name].format(base=f"/dot/{SAMPLE}"))
        settled(window)
        told = axe.run(window).response["violations"]
        serious = [each for each in told if each["impact"] in {"serious", "critical"}]
        if serious:
            found[name] = [(each["id"], each["nodes"][0]["html"][:160]) for each in serious]
    assert found == {}


NARROW = (
    "board", "unit", "findings", "place", "person", "meeting", "print", "print one", "numbers",
    "new letter", "letter", "hand in", "remind", "totals", "received", "leave",
)  # fmt: skip
"""Pages with what is wide: tables, rows of fields, rows of buttons."""


def test_a_page_fits_at_twice_the_size(desk: Desk, window: Page) -> None:
    window.set_viewport_size({"width": 683, "height": 384})
    wide = {}
    for name in NARROW:
        window.goto(desk.address + PAGES[name].format(base=f"/dot/{SAMPLE}"))
        settled(window)
        wide[name] = window.evaluate("document.documentElement.scrollWidth")
    assert {name: width for name, width in wide.items() if width > 683} == {}
