"""Many clerks at once, some of whose machines stop: no number twice, every gap explained."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.register import numbers, store
from generator.register.audit import audit, gaps
from generator.register.entry import TrangThai
from tests.register.office import campaign, register_at

ROOT = Path(__file__).resolve().parents[2]
_SO = re.compile(r"^so: (\d+)$", re.MULTILINE)


def clerk(folder: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.register.clerk", str(folder), name, str(count)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("clerks", "each", "kills"),
    [(4, 20, 5), pytest.param(16, 1000, 100, marks=pytest.mark.soak)],
    ids=["few", "sixteen"],
)
def test_no_number_is_given_twice_and_every_gap_is_explained(
    tmp_path: Path, clerks: int, each: int, kills: int
) -> None:
    folder = campaign(tmp_path)
    chance = random.Random(6)
    names = [f"may{number}" for number in range(clerks)]
    running = {name: clerk(folder, name, each) for name in names}
    # The machines stop now and then while the work goes on, not all at its beginning.
    share = clerks * each / (kills + 1)
    killed = 0
    while running:
        time.sleep(0.01)
        if killed < kills and len(list(folder.iterdir())) > (killed + 1) * share:
            name = chance.choice(sorted(running))
            time.sleep(chance.random() * 0.05)
            if running[name].poll() is None:
                running[name].send_signal(signal.SIGKILL)
                running[name].communicate()
                running[name] = clerk(folder, name, each)
                killed += 1
        for name, process in list(running.items()):
            if process.poll() is not None:
                _, error = process.communicate()
                assert process.returncode == 0, error.decode()
                del running[name]
    assert killed == kills

    files = {path.name: path.read_text("utf-8") for path in folder.glob("may*.yaml")}
    written = {name: int(found[1]) for name, text in files.items() if (found := _SO.search(text))}
    assert len(files) == clerks * each
    assert len(set(written.values())) == len(written)
    path = register_at(folder)
    with store.read(path) as register:
        lines = list(numbers.entries(register))
        told = {found.code for found in audit(register, path)}
    assert [line.so for line in lines] == list(range(1, len(lines) + 1))
    assert list(gaps(lines, ())) == []
    by_number = {line.so: line for line in lines}
    for name, so in written.items():
        assert by_number[so].tep == f"loc-van/{name}"
    # A number no document bears is one that is held for the document that was under way.
    open_ones = [line for line in lines if line.so not in set(written.values())]
    assert all(line.trang_thai is TrangThai.GIU for line in open_ones)
    assert len(open_ones) <= kills
    assert told <= {"KD642"}
    print(f"{len(lines)} numbers, {killed} kills, {len(open_ones)} held")
