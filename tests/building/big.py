"""Campaigns of people who do not exist, runs of the command line, and what stands on the disk."""

import importlib.util
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from types import ModuleType

from generator.building.state import STATE_FILE
from generator.engine.archive import seal
from generator.files.atomic import TEMPORARY

ROOT = Path(__file__).resolve().parents[2]


def _bench() -> ModuleType:
    found = importlib.util.spec_from_file_location("campaigns", ROOT / "bench" / "campaigns.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def campaign(folder: Path, units: int, people: int, seed: int = 366) -> Path:
    """Write a campaign of `units` units of `people` persons each; return its folder."""
    made: Path = _bench().make(folder, units, people, seed)
    return made


def replaced(file: Path, old: str, new: str) -> None:
    """Change the text of a data file, as a clerk does."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def command(data: Path, out: Path, *more: str) -> list[str]:
    """Return the command that builds `data` into `out`."""
    return [sys.executable, "-m", "generator", "build", str(data), "-o", str(out), *more]


def environment(**more: str) -> dict[str, str]:
    """Return the settings of this process, with others over them."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def run(
    data: Path, out: Path, *more: str, cwd: Path | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        command(data, out, *more), capture_output=True, text=True, encoding="utf-8",
        cwd=cwd or data.parent,
        env=environment(**settings), timeout=300, check=False,
    )  # fmt: skip


def start(data: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    """Start the command as the leader of a session of its own."""
    return subprocess.Popen(
        command(data, out, *more), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", cwd=data.parent, env=environment(), start_new_session=True,
    )  # fmt: skip


def documents(root: Path) -> dict[str, bytes]:
    """Return every document below a folder by its path; a folder may be named like one."""
    found = [p for p in sorted(root.rglob("*.docx")) if p.is_file()]
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in found}


def files(root: Path) -> set[str]:
    """Return the paths of all files below a folder that are neither documents nor the state.

    SQLite keeps a journal beside the state; a killed run leaves it to the next one that writes.
    """
    kept = (STATE_FILE, f"{STATE_FILE}-journal")
    found = [p for p in root.rglob("*") if not p.is_dir() and p.suffix != ".docx"]
    return {p.relative_to(root).as_posix() for p in found if p.name not in kept}


def temporaries(root: Path) -> list[Path]:
    """Return the temporary files below a folder."""
    return list(root.rglob(TEMPORARY))


def torn(root: Path) -> list[str]:
    """Return the documents below a folder that are no whole, sealed zip file."""
    return [p.relative_to(root).as_posix() for p in root.rglob("*.docx") if not whole(p)]


def whole(path: Path) -> bool:
    """Say whether a document is a whole zip file with its seal."""
    try:
        with zipfile.ZipFile(path) as file:
            return file.testzip() is None and seal(path) is not None
    except zipfile.BadZipFile:
        return False


def alive(session: int) -> list[int]:
    """Return the processes of a session that still run."""
    found = []
    for each in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = each.read_text("utf-8", "replace").rpartition(")")[2].split()[:4]
        except OSError:
            continue  # ended meanwhile
        if int(of) == session and state != "Z":
            found.append(int(each.parent.name))
    return found


def all_gone(session: int, seconds: float) -> bool:
    """Wait until no process of a session runs any more, at most so long."""
    end = time.monotonic() + seconds
    while alive(session):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True
