"""A build that is killed or stopped loses nothing, and the same data gives the same bytes."""

import os
import random
import re
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.production.build import build
from generator.production.folders import Request
from generator.production.state import STATE_FILE
from tests.production import big

NAME = "xa"
UNITS, PEOPLE = 6, 8
PLACE = ("dia_danh: Lộc Vân", "dia_danh: Lộc Hà")


@dataclass(frozen=True)
class Scene:
    """A campaign, where it is built to, and the trees that whole builds of it gave.

    `older` is a build of the data as it was before its last change, `newer` of the data as it is.
    """

    data: Path
    out: Path
    older: Path
    newer: Path
    seconds: dict[int, float]

    @property
    def root(self) -> Path:
        return self.out / NAME

    def begin(self, kind: str, draw: random.Random) -> None:
        """Put the output as it stood before the run."""
        shutil.rmtree(self.out, ignore_errors=True)
        if kind == "fresh":
            return
        shutil.copytree(self.older if kind == "older" else self.newer, self.out)
        if kind == "half":
            for path in sorted(self.out.rglob("*.docx")):
                if draw.random() < 0.5:
                    path.unlink()


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    home = tmp_path_factory.mktemp("whole")
    made = Scene(
        big.campaign(home / NAME, UNITS, PEOPLE), home / "ra", home / "older", home / "newer", {}
    )
    big.replaced(made.data / "dot.yaml", *PLACE)
    assert big.run(made.data, made.out, "--jobs", "2").returncode == 0
    shutil.copytree(made.out, made.older)
    big.replaced(made.data / "dot.yaml", *reversed(PLACE))
    for jobs in (1, 2):
        shutil.rmtree(made.out)
        began = time.monotonic()
        assert big.run(made.data, made.out, "--jobs", str(jobs)).returncode == 0
        made.seconds[jobs] = time.monotonic() - began
    shutil.copytree(made.out, made.newer)
    return made


@pytest.fixture(scope="module")
def older(scene: Scene) -> dict[str, bytes]:
    return big.documents(scene.older / NAME)


@pytest.fixture(scope="module")
def newer(scene: Scene) -> dict[str, bytes]:
    """The reference: what a run that nobody disturbs makes."""
    found = big.documents(scene.newer / NAME)
    assert len(found) > 150
    assert big.torn(scene.newer) == []
    return found


def mixed(root: Path, older: dict[str, bytes], newer: dict[str, bytes]) -> list[str]:
    """Return the documents that are neither the earlier nor the later version, whole."""
    return [
        name
        for name, data in big.documents(root).items()
        if data not in (older.get(name), newer.get(name))
    ]


def inodes(root: Path) -> dict[str, int]:
    """A document that is written again is another file of the same name."""
    return {p.relative_to(root).as_posix(): p.stat().st_ino for p in root.rglob("*.docx")}


def forgotten(root: Path, newer: dict[str, bytes]) -> set[str]:
    """Return the folders that are made again although all they should hold stands there whole."""
    with closing(sqlite3.connect(root / STATE_FILE)) as state:
        known = {f"{row[0]}/{row[1]}" for row in state.execute("SELECT don_vi, tep FROM van_ban")}
    there = big.documents(root)
    return {
        name.partition("/")[0]
        for name in newer.keys() - known
        if there.get(name) == newer[name]
    }


MADE = re.compile(r"Đã tạo (\d+) văn bản")


@pytest.mark.parametrize(
    "kills", [40, pytest.param(150, marks=pytest.mark.soak)], ids=["few", "many"]
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_build_leaves_whole_documents_and_the_next_run_goes_on(
    scene: Scene, older: dict[str, bytes], newer: dict[str, bytes], jobs: int, kills: int
) -> None:
    """SIGKILL for the main process alone, at instants spread over the whole of a run."""
    draw = random.Random(2026 + jobs)
    amid = 0
    for number in range(kills):
        kind = "fresh"
        scene.begin(kind, draw)
        process = big.start(scene.data, scene.out, "--jobs", str(jobs), "--quiet")
        time.sleep(scene.seconds[jobs] * (number + draw.random()) / kills)
        process.kill()
        killed = process.wait() == -signal.SIGKILL
        assert mixed(scene.root, older, newer) == []  # at once, while other processes may still run
        assert big.all_gone(process.pid, 2)
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()
        process.stderr.close()
        assert mixed(scene.root, older, newer) == []
        there = big.documents(scene.root)
        amid += killed and set(there.values()) != set(newer.values()) and bool(there)
        before = inodes(scene.root)
        if kind == "fresh" and (scene.root / STATE_FILE).exists():
            lost = forgotten(scene.root, newer)
            print("LOST", jobs, number, len(lost), lost)

        again = big.run(scene.data, scene.out, "--jobs", str(jobs), "--quiet")
        assert (again.returncode, again.stdout) == (0, "")
        after = big.documents(scene.root)
        assert after.keys() == newer.keys()
        assert [name for name in newer if after[name] != newer[name]] == []
        assert big.files(scene.out) == set()
        whole = {name for name, data in there.items() if data == newer[name]}
        now = inodes(scene.root)
        assert [name for name in whole if now[name] != before[name]] == []
        counted = MADE.search(again.stderr)
        assert counted is not None
        assert int(counted[1]) == len(newer) - len(whole)
    assert amid >= kills // 3
