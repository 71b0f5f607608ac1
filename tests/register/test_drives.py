"""A register on a drive whose locks do nothing: no number twice, and the reason is told."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.doctor import command as doctor
from generator.files import locks
from generator.files.locks import Locking, locking
from generator.register import numbers, store, taking
from generator.register.store import RegisterRefusedError
from tests.files.test_locks import refusing, without_locks
from tests.register.office import BODY, LETTERS, campaign, letter, register_at, target

CLERK = """
import sys, time
from pathlib import Path
from tests.files.test_locks import without_locks
import sqlite3
sqlite3.connect = without_locks
from generator.files.locks import locking
from generator.register import taking
from tests.register.office import LETTER, target
for number in range(6):
    path = Path(sys.argv[1]) / f"{sys.argv[2]}-{number}.yaml"
    path.write_text(LETTER, "utf-8")
    entry, problems = None, []
    try:
        entry, problems = taking.take(target(path), None, None)
    except Exception as error:
        print("refused", getattr(error, "problem", error))
"""


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    locking.cache_clear()
    yield
    locking.cache_clear()


def test_clerks_on_a_drive_without_locks_get_no_number_and_are_told(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    root = Path(__file__).resolve().parents[2]
    clerks = [
        subprocess.Popen(
            [sys.executable, "-c", CLERK, str(folder), name], cwd=root, stdout=subprocess.PIPE,
        )
        for name in ("mot", "hai")
    ]  # fmt: skip
    told = "".join(each.communicate()[0].decode() for each in clerks)
    assert [each.returncode for each in clerks] == [0, 0]
    assert told.count("KD562") == 12
    assert not any("so: " in path.read_text("utf-8").partition("kinh_gui")[0]
                   for path in folder.glob("*-*.yaml"))  # fmt: skip
    assert not register_at(folder).exists()


@pytest.mark.parametrize("connect", [without_locks, refusing])
def test_a_drive_without_locks_begins_no_register(
    connect: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "so" / "a.sqlite"
    monkeypatch.setattr(sqlite3, "connect", connect)
    with pytest.raises(RegisterRefusedError) as refused, store.opened(path, BODY):
        pass
    assert refused.value.problem.code == "KD562"
    assert list(path.parent.iterdir()) == []


def test_a_full_disk_leaves_no_empty_register(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    path = tmp_path / "a.sqlite"
    monkeypatch.setattr(store, "_brought_up_to_date", full)
    with pytest.raises(RegisterRefusedError) as refused, store.opened(path, BODY):
        pass
    assert refused.value.problem.code == "KD607"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("after", ["hold", "confirm"])
def test_a_number_that_another_wrote_over_is_not_used(
    after: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The locks seemed to work; yet another machine wrote its line in the place of ours."""
    folder = campaign(tmp_path)
    path = letter(folder)
    real = getattr(numbers, after)

    def written_over(register: sqlite3.Connection, *given: object) -> object:
        found = real(register, *given)
        register.execute("UPDATE van_ban SET tep = 'loc-van/cua-may-khac.yaml'")
        return found

    monkeypatch.setattr(numbers, after, written_over)
    entry, problems = taking.take(target(path), None, None)
    assert "KD563" in [each.code for each in problems]
    if after == "hold":
        assert entry is None
        assert "\nso:" not in path.read_text("utf-8")


def test_two_processes_may_begin_one_register(tmp_path: Path) -> None:
    path = tmp_path / "so" / "a.sqlite"
    with store.opened(path, BODY) as register, store.transaction(register):
        first = numbers.series_in(register)
    assert (first, store._begun(path, BODY)) == ([], [])  # the one that comes second
    with store.opened(path, BODY) as register:
        assert numbers.next_number(register, LETTERS) == 1
    assert [each.name for each in path.parent.iterdir()] == ["a.sqlite"]


@pytest.mark.parametrize("answer", [Locking.KHONG, Locking.VO_HIEU])
def test_the_doctor_says_what_a_drive_does_with_locks(
    answer: Locking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.setup import machine

    assert "[có] khoá tệp" in CliRunner().invoke(doctor, [str(tmp_path)]).output
    monkeypatch.setattr(machine, "locking", lambda _: answer)
    told = CliRunner().invoke(doctor, [str(tmp_path)]).output
    assert f"[thiếu] khoá tệp: {answer.value}: không lấy được số văn bản ở đây" in told


def test_the_answer_of_a_drive_is_asked_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    real = locks._seen_by_another
    monkeypatch.setattr(locks, "_seen_by_another", lambda path: asked.append(path) or real(path))
    for _ in range(3):
        with store.opened(tmp_path / "a.sqlite", BODY):
            pass
    assert len(asked) == 1
