"""The desk as a process: one address, one window, killed while it saves, two at once on a folder."""

import contextlib
import http.client
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from generator import shipped
from generator.editing.applying import history, recovered
from generator.reading.load import read_campaign
from tests.desk.browser_of_a_process import Browser

SAMPLE = "vi-du-2026"
BASE = f"/dot/{SAMPLE}"
UNIT = "don-vi/chi-bo-thon-doai.yaml"


class Window(Browser):
    """A desk that runs in a process of its own, and a browser that it let in."""

    def __init__(self, folder: Path, settings: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", "open", str(folder), "-o", str(folder / "ra"), "--no-browser",
             "--as-of", "08/12/2026"],
            stdout=subprocess.PIPE, text=True, env={**os.environ, "XDG_CONFIG_HOME": str(settings)},
        )  # fmt: skip
        assert self.process.stdout is not None
        self.link = self.process.stdout.readline().strip()
        super().__init__(self.link)

    def place(self, muc: str) -> dict[str, str]:
        return self.form(f"{BASE}/cho?tep={quote(UNIT)}&muc={muc}")

    def save(self, muc: str, key: str, value: str) -> int:
        return self.ask("POST", f"{BASE}/cho/ghi", **self.place(muc), **{f"v:{key}": value})[0]

    def close(self, how: int = signal.SIGTERM) -> None:
        self.process.send_signal(how)
        self.process.communicate(timeout=20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(shipped.DATA / SAMPLE, tmp_path / "dữ liệu" / SAMPLE)
    return tmp_path / "dữ liệu"


@pytest.fixture
def windows(folder: Path) -> Iterator[list[Window]]:
    opened: list[Window] = []
    yield opened
    for each in opened:
        with contextlib.suppress(ProcessLookupError, subprocess.TimeoutExpired):
            each.close(signal.SIGKILL)


def test_the_address_is_the_only_line_and_is_listened_to_on_this_machine_alone(
    folder: Path, windows: list[Window]
) -> None:
    windows.append(window := Window(folder, folder.parent / "a"))
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/mo\?ve=[\w-]{40,}", window.link)
    port = int(window.host.split(":")[1])
    listening = Path("/proc/net/tcp").read_text("ascii")
    assert [
        line.split()[1]
        for line in listening.splitlines()
        if f":{port:04X} 00000000:0000 0A" in line
    ] == [f"0100007F:{port:04X}"]
    window.process.send_signal(signal.SIGTERM)
    rest, _ = window.process.communicate(timeout=20)
    assert rest == ""
    windows.clear()


def test_a_second_start_goes_to_the_window_that_is_there_and_later_to_the_same_port(
    folder: Path, windows: list[Window]
) -> None:
    settings = folder.parent / "a"
    windows.append(first := Window(folder, settings))
    second = subprocess.run(
        [sys.executable, "-m", "generator", "open", str(folder), "--no-browser"],
        capture_output=True, text=True, timeout=30, env={**os.environ, "XDG_CONFIG_HOME": str(settings)},
    )  # fmt: skip
    assert urlsplit(second.stdout.strip()).netloc == first.host
    assert second.stdout.strip() != first.link
    first.close()
    windows.append(later := Window(folder, settings))
    assert later.host == first.host


def test_it_closes_by_a_button(folder: Path, windows: list[Window]) -> None:
    windows.append(window := Window(folder, folder.parent / "a"))
    status, page = window.ask("POST", f"{BASE}/dong")
    assert status == 200
    assert "Phần mềm đã đóng" in page
    assert window.process.wait(20) == 0


@pytest.mark.parametrize("kills", [6, pytest.param(100, marks=pytest.mark.soak)])
def test_killed_while_saving_files_are_whole_and_the_log_is_right(
    folder: Path, windows: list[Window], kills: int
) -> None:
    campaign, chance = folder / SAMPLE, random.Random(7)
    names = {"Lê Thị Gốc"}
    key = "ca_nhan.0.ho_ten"
    for number in range(kills):
        windows.append(window := Window(folder, folder.parent / "a"))
        name = f"Lê Thị {number}"
        form = window.place("ca_nhan.0")
        names.add(form[f"c:{key}"])
        with ThreadPoolExecutor(1) as beside:
            saving = beside.submit(
                lambda form=form, name=name: window.ask(
                    "POST", f"{BASE}/cho/ghi", **form, **{f"v:{key}": name}
                )
            )
            time.sleep(chance.uniform(0, 0.05))
            window.process.kill()
            with contextlib.suppress(OSError, http.client.HTTPException):
                saving.result()
        window.process.communicate(timeout=20)
        recovered(campaign)
        read = read_campaign(campaign)
        assert not [
            each
            for each in read.problems
            if "chi-bo-thon-doai" in each.place.file and each.code < "KD100"
        ]
        there = read.units[0].data.ca_nhan[0].ho_ten
        written = [each for each in history(campaign) if each.trang_thai == "đã ghi"]
        assert there in names | {name}
        assert (there == name) == any(
            change.sau == name for each in written for change in each.changes
        )
        names.add(there)
    windows.clear()


@pytest.mark.parametrize("mends", [30, pytest.param(500, marks=pytest.mark.soak)])
def test_two_desks_on_one_folder_lose_no_mend_of_each_other(
    folder: Path, windows: list[Window], mends: int
) -> None:
    windows.extend(Window(folder, folder.parent / name) for name in "ab")
    fields = [("ca_nhan.0", "ca_nhan.0.ma"), ("ca_nhan.1", "ca_nhan.1.ma")]

    def work(index: int) -> list[int]:
        muc, key = fields[index]
        return [
            windows[index].save(muc, key, f"m-{index}-{number}") for number in range(mends // 2)
        ]

    with ThreadPoolExecutor(2) as both:
        done = list(both.map(work, (0, 1)))
    assert done == [[303] * (mends // 2)] * 2
    written = {
        change.sau
        for each in history(folder / SAMPLE)
        for change in each.changes
        if isinstance(change.sau, str)
    }
    text = (folder / SAMPLE / UNIT).read_text("utf-8")
    for index in (0, 1):
        assert f"m-{index}-{mends // 2 - 1}" in text
    assert len(written) >= min(mends, 100)
