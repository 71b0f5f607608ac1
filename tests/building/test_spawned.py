"""Processes that begin anew, as on Windows, build and check what those of Linux do."""

import multiprocessing
from pathlib import Path

import pytest

from generator.building.executors import here, in_order, processes
from generator.building.folders import BuildRequest
from generator.building.run import run
from generator.opening import pool, start_method
from tests.building import big


@pytest.fixture(autouse=True)
def spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this process is there in another, whoever starts it."""
    context = multiprocessing.get_context("spawn")
    monkeypatch.setattr(start_method.multiprocessing, "get_context", lambda _method: context)


def documents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.docx")
    }


def test_documents_are_the_same_and_the_next_build_leaves_them(tmp_path: Path) -> None:
    data = big.campaign(tmp_path / "xa", 3, 2)
    one, two = (BuildRequest(data, tmp_path / name / "xa") for name in ("one", "two"))
    assert run([one], here).made > 10
    assert run([two], lambda tasks: processes(tasks, 2)).crashes == ()
    assert documents(tmp_path / "one") == documents(tmp_path / "two")
    assert run([two], lambda tasks: processes(tasks, 2)).made == 0


def test_results_come_in_the_order_of_the_tasks() -> None:
    assert list(in_order(abs, range(-9, 0), 2)) == list(range(9, 0, -1))


def test_received_files_are_opened(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"no Word file")
    (tmp_path / "b.docx").write_bytes(b"")
    seen = pool.open_files(sorted(tmp_path.iterdir()), 2, 30)
    found = {path.name: str(content.refusal) for path, content in seen}
    assert found == {"a.docx": "hong", "b.docx": "rong"}
