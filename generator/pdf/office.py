"""LibreOffice: where it is, how it is called, how a call is ended."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.files.atomic import create

_OFFICE_FOLDERS = (
    "C:/Program Files/LibreOffice/program",
    "C:/Program Files (x86)/LibreOffice/program",
    "/Applications/LibreOffice.app/Contents/MacOS",
)

Call = subprocess.Popen[bytes]
"""LibreOffice at work on some files."""

_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
"""A file that somebody edited may hold anything: no macro runs, nothing is fetched from outside."""


def libreoffice() -> Path | None:
    """Return LibreOffice's command, from PATH or from its standard installation folder."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    for each in _OFFICE_FOLDERS:
        for name in ("soffice.exe", "soffice"):
            if (Path(each) / name).is_file():
                return Path(each) / name
    return None


def begun(  # noqa: PLR0913 - what LibreOffice must be told
    office: Path, profile: Path, folder: Path, names: Sequence[str], out: str, *, to: str = "pdf"
) -> Call:
    """Start LibreOffice on many files at once.

    Args:
        office: its command.
        profile: the folder of its settings, its own while it runs; made if it is missing.
        folder: where the files are.
        names: their names.
        out: the folder below `folder` where the made files go.
        to: what they are made into.

    Returns:
        The process, which leads a group of its own, so that Ctrl-C does not reach it.

    Raises:
        OSError: it cannot be started, or the disk refuses the profile.
    """
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        create(settings, _SETTINGS.encode())
    words = [
        str(office),
        f"-env:UserInstallation={profile.absolute().as_uri()}",
        *("--headless", "--norestore", "--nodefault", "--nologo"),
        *("--convert-to", to, "--outdir", out),
        *names,
    ]
    apart = {"start_new_session": True} if os.name == "posix" else {"creationflags": _NO_WINDOW}
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603
        words, cwd=folder, stdin=nowhere, stdout=nowhere, stderr=nowhere, **apart
    )


def end(call: Call) -> None:
    """End a call with all processes that it started, and wait until it is gone."""
    if sys.platform == "win32":
        words = ["taskkill", "/F", "/T", "/PID", str(call.pid)]
        subprocess.run(words, capture_output=True, check=False)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(call.pid, signal.SIGKILL)
    call.wait()
