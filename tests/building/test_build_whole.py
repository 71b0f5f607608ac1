"""A build that is killed or stopped loses nothing, and the same data gives the same bytes."""

import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.building.build import build
from generator.building.executors import executor
from generator.building.folders import BuildRequest
from generator.building.state import STATE_FILE
from generator.engine.archive import seal_in
from generator.files.atomic import TEMPORARY
from tests.building import big

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
    """By the number of processes: how long a run takes."""

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
        made.seconds[jobs] = timed(made, jobs)
    shutil.copytree(made.out, made.newer)
    return made


def timed(scene: Scene, jobs: int) -> float:
    began = time.monotonic()
    assert big.run(scene.data, scene.out, "--jobs", str(jobs)).returncode == 0
    return time.monotonic() - began


@pytest.fixture(scope="module", autouse=True)
def unanswered(
    scene: Scene, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[subprocess.Popen[str], str, Path]]:
    """A run for a cluster that is not there: it waits ten seconds, so it is started first."""
    out = tmp_path_factory.mktemp("unanswered") / "ra"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, but nobody listens
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        with big.start(scene.data, out, "--dask", address) as process:
            yield process, address, out
            process.kill()


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
    return {p.relative_to(root).as_posix(): p.stat().st_ino for p in root.rglob("*/*.docx")}


def forgotten(root: Path, newer: dict[str, bytes]) -> set[str]:
    """Return the folders in which documents stand that the next run has to look into again."""
    if not (root / STATE_FILE).exists():
        return set()
    with closing(sqlite3.connect(root / STATE_FILE)) as state:
        known = set(state.execute("SELECT don_vi || '/' || tep, dau FROM van_ban"))
    there = big.documents(root)
    return {
        name.partition("/")[0]
        for name, data in newer.items()
        if there.get(name) == data and (name, seal_in(data)) not in known
    }


def finished(scene: Scene, jobs: int) -> list[str]:
    """Run the build to its end; return the documents it made."""
    made: list[str] = []
    for progress in build(BuildRequest(scene.data, scene.root), executor(jobs)):
        assert not progress.done.crash, progress.done.crash
        assert progress.done.outcome.problems == []
        made += [
            step.file.relative_to(scene.root).as_posix() for step in progress.done.outcome.steps
        ]
    return sorted(made)


def documents_are_written(
    root: Path, stood: dict[str, int], count: int, process: subprocess.Popen[str]
) -> None:
    """Wait until so many documents stand that did not stand before, or the run has ended."""
    while len(inodes(root).items() - stood.items()) < count and process.poll() is None:
        time.sleep(0.002)


@pytest.mark.parametrize(
    "kills", [3, pytest.param(150, marks=pytest.mark.soak)], ids=["few", "many"]
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_build_leaves_whole_documents_and_the_next_run_goes_on(
    scene: Scene, older: dict[str, bytes], newer: dict[str, bytes], jobs: int, kills: int
) -> None:
    """SIGKILL for the main process alone: every third at any instant, the others amid the writing.

    A busy machine runs several times slower than when it was timed, so what stands counts there.
    """
    draw = random.Random(2026 + jobs)
    amid = 0
    for number in range(kills):
        kind = draw.choice(("fresh", "older", "half"))
        scene.begin(kind, draw)
        stood = inodes(scene.root)
        process = big.start(scene.data, scene.out, "--jobs", str(jobs), "--quiet")
        if number % 3:
            missing = len(newer) - (len(stood) if kind == "half" else 0)
            documents_are_written(scene.root, stood, draw.randrange(1, missing * 2 // 3), process)
        else:
            time.sleep(draw.uniform(0, scene.seconds[jobs]))
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
        lost = forgotten(scene.root, newer)
        assert len(lost) <= jobs

        made = finished(scene, jobs)
        after = big.documents(scene.root)
        assert after.keys() == newer.keys()
        assert [name for name in newer if after[name] != newer[name]] == []
        assert big.files(scene.out) == set()
        whole = {name for name, data in there.items() if data == newer[name]}
        assert made == sorted(newer.keys() - whole)
        now = inodes(scene.root)
        assert [name for name in whole if now[name] != before[name]] == []
    assert amid >= kills // 3


@pytest.mark.parametrize(
    "stops", [2, pytest.param(50, marks=pytest.mark.soak)], ids=["few", "many"]
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_a_build_at_once_and_the_next_run_goes_on(
    scene: Scene, older: dict[str, bytes], newer: dict[str, bytes], jobs: int, stops: int
) -> None:
    """The terminal sends the signal to every process of the command."""
    draw = random.Random(130 + jobs)
    for number in range(stops):
        scene.begin(draw.choice(("fresh", "half")) if number else "fresh", draw)
        stood = inodes(scene.root)
        process = big.start(scene.data, scene.out, "--jobs", str(jobs), "--quiet")
        wanted = draw.randrange(1, (len(newer) - len(stood)) * 2 // 3)
        documents_are_written(scene.root, stood, wanted, process)
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=30)[1]
        assert time.monotonic() - began < 5
        assert process.returncode == 130, said
        lines = said.splitlines()
        assert len(lines) == 1, said
        assert lines[0].startswith("Đã dừng theo yêu cầu: tạo ")
        assert lines[0].endswith("để làm tiếp.")
        assert big.all_gone(process.pid, 2)
        assert mixed(scene.root, older, newer) == []
        left = big.documents(scene.root)
        assert len(left) < len(newer)

        assert finished(scene, jobs) == sorted(newer.keys() - left.keys())
        assert big.documents(scene.root) == newer
        assert big.files(scene.out) == set()


@pytest.mark.parametrize(
    "stops", [3, pytest.param(60, marks=pytest.mark.soak)], ids=["few", "many"]
)
def test_ctrl_c_while_processes_are_started_ends_a_build_too(
    scene: Scene, newer: dict[str, bytes], stops: int
) -> None:
    """The state is opened right before the first process is."""
    draw = random.Random(131)
    for _ in range(stops):
        scene.begin("fresh", draw)
        process = big.start(scene.data, scene.out, "--jobs", "2", "--quiet")
        while not (scene.root / STATE_FILE).exists() and process.poll() is None:
            time.sleep(0.0005)
        time.sleep(draw.uniform(0, 0.03))
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=30)[1]
        assert process.returncode == 130, said
        assert len(said.splitlines()) == 1, said
        assert said.startswith("Đã dừng theo yêu cầu: ")
        assert big.all_gone(process.pid, 2)
    finished(scene, 2)
    assert big.documents(scene.root) == newer
    assert big.files(scene.out) == set()


def test_a_temporary_file_is_gone_after_the_next_run_even_where_nothing_is_due(
    scene: Scene, newer: dict[str, bytes]
) -> None:
    """A killed run had begun to print a change that was then taken back."""
    scene.begin("newer", random.Random(1))
    assert finished(scene, 1) == []
    left = scene.root / "chi-bo-0001" / TEMPORARY.replace("*", "0123456789abcdef")
    left.write_bytes(next(iter(newer.values()))[:1000])
    assert finished(scene, 1) == []
    assert big.files(scene.out) == set()


SETTINGS = (
    ("1", {"LC_ALL": "C", "LANG": "C", "TZ": "UTC", "PYTHONHASHSEED": "0"}),
    ("2", {"LC_ALL": "vi_VN.UTF-8", "LANG": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh",
           "PYTHONHASHSEED": "1"}),
    ("3", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati",
           "PYTHONHASHSEED": "4294967295"}),
    ("2", {"LC_ALL": "POSIX", "LANG": "en_US", "TZ": "America/Los_Angeles",
           "PYTHONHASHSEED": "random"}),
)  # fmt: skip


def test_language_time_zone_hash_seed_processes_and_folder_change_no_byte(
    scene: Scene, newer: dict[str, bytes], tmp_path: Path
) -> None:
    for number, (jobs, settings) in enumerate(SETTINGS):
        here = tmp_path / f"ở đây {number}"
        here.mkdir()
        data = Path(os.path.relpath(scene.data, here))
        done = big.run(data, Path("ra"), "--jobs", jobs, "--quiet", cwd=here, **settings)
        assert done.returncode == 0, done.stderr
        assert big.documents(here / "ra" / NAME) == newer


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Any]:
    """A Dask cluster of two worker processes on this machine."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0"
    ) as cluster:
        yield cluster


def test_a_dask_worker_that_is_killed_costs_nothing_but_time(
    scene: Scene, newer: dict[str, bytes], scheduler: Any, tmp_path: Path
) -> None:
    from generator.building.cluster import cluster

    request = BuildRequest(scene.data, tmp_path / "ra" / NAME)
    victim = next(iter(scheduler.workers.values())).process.pid
    done = []
    with cluster(scheduler.scheduler_address) as execute:
        for progress in build(request, execute):
            done.append(progress.done)
            if progress.number == progress.total // 2:
                os.kill(victim, signal.SIGKILL)
    failed = [each for each in done if each.crash or each.outcome.problems]
    assert [(each.name, each.crash, each.outcome.problems) for each in failed] == []
    assert len(done) == UNITS + 1
    assert not Path(f"/proc/{victim}").exists()
    assert big.documents(request.root) == newer
    assert big.files(request.root) == set()


def test_the_command_line_builds_on_a_dask_cluster(
    scene: Scene, newer: dict[str, bytes], scheduler: Any, tmp_path: Path
) -> None:
    address = scheduler.scheduler_address
    done = big.run(scene.data, tmp_path / "ra", "--dask", address, "--quiet")
    assert done.returncode == 0, done.stderr
    assert big.documents(tmp_path / "ra" / NAME) == newer


def test_a_cluster_builds_one_campaign_after_the_other(
    scene: Scene, newer: dict[str, bytes], scheduler: Any, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        shutil.copytree(scene.data, tmp_path / "huyen" / name)
    address = scheduler.scheduler_address
    done = big.run(tmp_path / "huyen", tmp_path / "ra", "--dask", address, "--quiet")
    assert done.returncode == 0, done.stderr
    for name in ("a", "b"):
        assert big.documents(tmp_path / "ra" / name) == newer


def test_a_dask_address_where_nobody_listens_is_told_in_vietnamese(
    unanswered: tuple[subprocess.Popen[str], str, Path],
) -> None:
    process, address, out = unanswered
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 2
    assert said.splitlines()[-1] == f"Lỗi: Không nối được với cụm máy Dask ở «{address}»."
    assert "Traceback" not in said
    assert not out.exists()
