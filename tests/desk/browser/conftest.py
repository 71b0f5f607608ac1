"""A desk in a process of its own, and a real browser that is let in and writes down what it asks."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from generator import shipped

_NAMES = ("chromium-headless-shell", "chromium", "google-chrome")
"""The first is the same browser without its window: a quarter quicker."""

CHROMIUM = next(filter(None, map(shutil.which, _NAMES)), "")
REQUIRED = os.environ.get("KIEMDIEM_REQUIRE_ALL") == "1"
needs_chromium = pytest.mark.skipif(not REQUIRED and not CHROMIUM, reason="needs chromium")
SAMPLE = "xa-loc-van-2026"
SECONDS = 30_000
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
          "--disable-component-update", "--no-first-run", "--disable-quic")  # fmt: skip

# What is expected comes on a busy machine too.
expect.set_options(timeout=SECONDS)


@dataclass
class Desk:
    """A desk that is open: its data folder, its opening link, its process."""

    folder: Path
    link: str
    process: "subprocess.Popen[str]"
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        parts = urlsplit(self.link)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def base(self) -> str:
        return f"{self.address}/dot/{SAMPLE}"


def started(folder: Path, day: str = "08/12/2026") -> Desk:
    """Open a desk on a folder; its settings lie beside it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "open", str(folder), "--no-browser", "--as-of", day],
        cwd=folder, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "XDG_CONFIG_HOME": str(folder.parent / "cai-dat")},
    )  # fmt: skip
    assert process.stdout is not None
    link = process.stdout.readline().strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/mo\?ve=[\w-]+", link), link
    return Desk(folder, link, process)


def ended(desk: Desk) -> None:
    """Close a desk."""
    desk.process.terminate()
    desk.process.communicate(timeout=10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "dữ liệu"
    shutil.copytree(shipped.DATA / SAMPLE, folder / SAMPLE)
    opened = started(folder)
    yield opened
    ended(opened)


@pytest.fixture
def window(desk: Desk, chromium: Browser) -> Iterator[Page]:
    """A window that the opening link let in. Nothing it loads may come from elsewhere."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    context.set_default_timeout(SECONDS)
    page = context.new_page()
    errors: list[str] = []
    page.on("request", lambda asked: desk.asked.append(asked.url))
    page.on("pageerror", lambda error: errors.append(str(error)))

    def heard(said: ConsoleMessage) -> None:
        # What is not there, or was not saved, is a page, which Chromium calls a network error.
        if said.type == "error" and not re.search(r"status of (404|409|422)\b", said.text):
            errors.append(said.text)

    page.on("console", heard)
    page.goto(desk.link)
    yield page
    context.close()
    assert [each for each in desk.asked if not each.startswith(f"{desk.address}/")] == []
    assert errors == []


def settled(window: Page) -> None:
    """Wait until all has come that a page asks for by itself once it is loaded.

    Sooner than the half second of silence that a browser takes for idle.
    """
    expect(window.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
