"""The desk that is open on a folder: how a second start finds it."""

import contextlib
import hashlib
import http.client
import json
import os
from pathlib import Path
from typing import NamedTuple

from generator.desk.door import ANOTHER
from generator.files.atomic import write_file
from generator.files.real_path import real_path
from generator.opening.regular import whole
from generator.setup.home import settings

_LARGEST = 4096
_SECONDS = 2.0


class Window(NamedTuple):
    """The port of a desk, and the secret with which a second start asks it for a link."""

    port: int
    second: str


def file_of(folder: Path) -> Path:
    """Return the file that tells of the desk on a folder, among the settings of the user."""
    name = hashlib.sha256(os.path.normcase(real_path(folder)).encode()).hexdigest()[:16]
    return settings().parent / f"trang-{name}.json"


def told(folder: Path) -> Window | None:
    """Return what the last desk on a folder said of itself; None if there was none."""
    try:
        read = json.loads(whole(file_of(folder), _LARGEST))
        return Window(int(read["port"]), str(read["second"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def another_link(window: Window) -> str | None:
    """Ask the desk that is open for a link; None if it does not answer."""
    line = http.client.HTTPConnection("127.0.0.1", window.port, timeout=_SECONDS)
    try:
        line.request("POST", ANOTHER, headers={"X-Kiemdiem": window.second, "Content-Length": "0"})
        answer = line.getresponse()
        said = answer.read(_LARGEST).decode("ascii", "replace")
    except (OSError, http.client.HTTPException):
        return None
    finally:
        line.close()
    return said if answer.status == http.HTTPStatus.OK and said.startswith("http://") else None


def tell(folder: Path, window: Window) -> None:
    """Write down that a desk is open; if that cannot be, a second start opens one of its own."""
    file = file_of(folder)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_file(file, json.dumps(window._asdict()).encode())


def forget(folder: Path, window: Window) -> None:
    """Take back what `tell` wrote, but keep the port, so that kept addresses stay right."""
    if told(folder) == window:
        tell(folder, Window(window.port, ""))


def port_of(folder: Path) -> int:
    """Return the port of the last desk on a folder; 0 if there was none."""
    window = told(folder)
    return window.port if window else 0
