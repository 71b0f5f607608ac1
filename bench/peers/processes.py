"""Starts an engine in a process of its own, and installs it first where it is not there yet."""

import shutil
import subprocess
import sys
from functools import cache
from itertools import count
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCK = HERE.parent / "requirements-peers.txt"
VENV = HERE / ".venv"
NUMBERS = count()


def fresh(home):
    """Return a path no run has used.

    Nothing is deleted before the end: after deletions ext4 takes long to create a file.
    """
    return home / f"{next(NUMBERS)}"


def command_of(engine):
    """Return the command that runs an engine, and why it cannot run."""
    if engine in {"kiemdiem", "limit", "limit-fast", "docxtpl"}:
        return [sys.executable, "run.py"], ""
    return _python() if engine in {"docxtpl-ng", "docx-mailmerge2"} else _javascript()


@cache
def _javascript():
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return [], "node or npm is missing"
    why = ""
    if not (HERE / "node_modules" / ".package-lock.json").exists():
        why = _failure("npm ci", npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    return [node, "run.mjs"], why


@cache
def _python():
    """These have an environment of their own: docxtpl-ng takes the import name of docxtpl."""
    own, done = VENV / "bin" / "python", VENV / "lock"
    if done.exists() and done.read_bytes() == LOCK.read_bytes():
        return [own, "run.py"], ""
    pip = [own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    why = _failure("venv", sys.executable, "-m", "venv", "--clear", VENV)
    why = why or _failure("pip install", *pip, "--require-hashes", "-r", LOCK)
    if not why:
        done.write_bytes(LOCK.read_bytes())
    return [own, "run.py"], why


def _failure(what, *command):
    done = subprocess.run(command, cwd=HERE, stdout=subprocess.DEVNULL, check=False)
    return f"{what} failed" if done.returncode else ""


class Engine:
    """A running engine; see `bench/peers/run.py` for what it is asked."""

    def __init__(self, command, name, template, data):
        self.name = name
        self.process = subprocess.Popen(
            [*command, name, template, data],
            cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def make(self, documents, home):
        """Write documents into a new folder; return it and how many were made a second."""
        folder = fresh(home)
        folder.mkdir()
        self.process.stdin.write(f"{documents} {folder}\n")
        self.process.stdin.flush()
        seconds = self.process.stdout.readline()
        if not seconds:
            raise SystemExit(f"{self.name} stopped")
        return folder, documents / float(seconds)

    def end(self):
        self.process.stdin.close()
        self.process.wait()
