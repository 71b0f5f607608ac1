"""A Windows that a test starts and ends: wine, without a display, with a user folder of its own."""

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.windows.forwarder import forwarder

SECONDS = 180
REQUIRED = os.environ.get("KIEMDIEM_REQUIRE_ALL") == "1"
LIBRARIES = Path("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows")


def _program(*names: str) -> str | None:
    return next(filter(None, (shutil.which(each) for each in names)), None)


WINE = _program("wine64", "/usr/lib/wine/wine64", "wine")
SERVER = _program("wineserver", "/usr/lib/wine/wineserver")
needs_wine = pytest.mark.skipif(not REQUIRED and not WINE, reason="needs wine64")


class Ran(NamedTuple):
    """What a program came to, and how long it took (seconds)."""

    code: int
    out: str
    err: str
    seconds: float = 0.0


class Windows(NamedTuple):
    """The folder of the drive C:, and the surroundings of a program."""

    drive: Path
    environment: dict[str, str]

    def begin(self, *words: str, cwd: Path, **more: str) -> "subprocess.Popen[bytes]":
        """Start a program. Wine gives a Python no input at all unless it comes through a pipe."""
        return subprocess.Popen(
            [str(WINE), *words], cwd=cwd, env=self.environment | more,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def run(self, *words: str, cwd: Path, **more: str) -> Ran:
        """Run a program to its end."""
        return ended(self.begin(*words, cwd=cwd, **more))


def ended(process: "subprocess.Popen[bytes]") -> Ran:
    """Wait for a program; what takes too long is ended and fails."""
    since = time.monotonic()
    try:
        out, err = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    lines = [each.decode().replace("\r\n", "\n") for each in (out, err)]
    return Ran(process.returncode, *lines, round(time.monotonic() - since, 1))


@contextlib.contextmanager
def windows(home: Path) -> Iterator[Windows]:
    """Set up a Windows in an empty folder; every program of it ends with it."""
    prefix = home / "wine"
    # Where wine finds no other home, «Documents» of its user would be the home of whoever tests.
    environment = {
        "HOME": str(home), "PATH": os.defpath, "LC_ALL": "C.UTF-8", "DISPLAY": "",
        "WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=d",
    }  # fmt: skip
    machine = Windows(prefix / "drive_c", environment)
    try:
        assert machine.run("wineboot", "-i", cwd=home).code == 0
        _complete(machine.drive / "windows" / "system32")
        yield machine
    finally:
        subprocess.run([str(SERVER), "-k"], env=environment, timeout=30)


def _complete(system: Path) -> None:
    """Put in place what Debian's wine leaves out and what wine 8 lacks of a Windows 10."""
    for name in ("zlib1.dll",):
        if (LIBRARIES / name).exists() and not (system / name).exists():
            shutil.copy(LIBRARIES / name, system / name)
    if not (system / "bcryptprimitives.dll").exists():
        # `ProcessPrng` fills memory by chance; `RtlGenRandom` does it with the same arguments.
        library = forwarder("bcryptprimitives.dll", {"ProcessPrng": "advapi32.SystemFunction036"})
        (system / "bcryptprimitives.dll").write_bytes(library)
