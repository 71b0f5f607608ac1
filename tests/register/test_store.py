"""The file of a register: made, upgraded with a copy kept, refused where it is not safe to write."""

import contextlib
import datetime as dt
import os
import sqlite3
import subprocess
import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import pytest

from generator.register import backups, numbers, store
from generator.register.entry import OnPaper, RegisterLine
from generator.register.store import RegisterRefusedError
from tests.building.test_build_faults import without_rights
from tests.register.office import BODY, LETTERS

if TYPE_CHECKING:
    from generator.problems import Problem

ROOT = Path(__file__).resolve().parents[2]


def filled(path: Path, count: int = 3) -> list[RegisterLine]:
    with store.opened(path, BODY) as register, store.transaction(register):
        for number in range(count):
            numbers.hold(
                register, RegisterLine(*LETTERS, 0, "2026-11-14", f"Việc {number}", tep=f"{number}")
            )
    return lines(path)


def lines(path: Path) -> list[RegisterLine]:
    with store.read(path) as register:
        return list(numbers.entries(register))


def refused(path: Path, body: object = BODY) -> str:
    with pytest.raises(RegisterRefusedError) as error, store.opened(path, body):  # type: ignore[arg-type]
        pass
    assert error.value.problem.place.file == path.as_posix()
    return error.value.problem.code


def older(path: Path) -> list[RegisterLine]:
    """A register as the first version made it, with its lines."""
    with contextlib.closing(sqlite3.connect(path)) as made:
        made.executescript(store.STEPS[0])
        made.execute("INSERT INTO co_quan VALUES ('Đảng ủy xã Lộc Vân', 'ĐU', 'dang')")
        for so in (1, 2):
            made.execute(
                "INSERT INTO van_ban VALUES ('cong-van', '2025-2030', ?, '2026-11-14', 'Việc', '',"
                " '', '', '', 'cap', '', '', '2026-11-14T08:00:00+07:00')", (so,),
            )  # fmt: skip
        made.execute(f"PRAGMA application_id = {store._OURS}")
        made.execute("PRAGMA user_version = 1")
        made.commit()
    return [RegisterLine("cong-van", "2025-2030", so, "2026-11-14", "Việc") for so in (1, 2)]


def test_a_register_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "moi" / "s.sqlite"
    made = filled(path)
    with store.opened(path, BODY) as register:
        assert numbers.body_of(register).ten == BODY.ten
        assert register.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert register.execute("PRAGMA synchronous").fetchone() == (3,)
    assert lines(path) == made


def test_no_register_is_made_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    assert refused(path, None) == "KD602"
    with pytest.raises(RegisterRefusedError) as error, store.read(path):
        pass
    assert error.value.problem.code == "KD602"
    assert list(tmp_path.iterdir()) == []


def test_an_older_register_is_upgraded_with_a_copy_kept(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    before = older(path)
    assert lines(path) == before  # looking does not change it
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (1,)
    told: list[Problem] = []
    with store.opened(path, BODY, told) as register:
        assert list(numbers.entries(register)) == before
        assert numbers.next_number(register, LETTERS) == 3
    copy = tmp_path / "sao-luu" / "s.truoc-ban-3.sqlite"
    assert [each.code for each in told] == ["KD610"]
    assert copy.as_posix() in told[0].mend
    with store.opened(path, BODY, told):
        assert len(told) == 1
    assert copy in backups.backups(path)
    assert sqlite3.connect(copy).execute("PRAGMA user_version").fetchone() == (1,)
    assert lines(copy) == before


def test_an_upgrade_that_breaks_off_leaves_the_older_register(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.sqlite"
    before = older(path)
    with monkeypatch.context() as patch:
        patch.setattr(
            store, "STEPS", (*store.STEPS, "CREATE TABLE moi (a); SELECT * FROM khong_co")
        )
        assert refused(path) == "KD609"
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (1,)
    assert lines(path) == before
    assert filled(path, 1)[-1].so == 3


def test_a_newer_register_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    filled(path)
    with contextlib.closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA user_version = 99")
        made.commit()
    before = path.read_bytes()
    assert refused(path) == "KD604"
    assert path.read_bytes() == before


def test_a_file_of_another_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE ke_toan (tien)")
        made.commit()
    before = path.read_bytes()
    assert refused(path) == "KD603"
    assert path.read_bytes() == before


@pytest.mark.parametrize("how", ["rac", "cat", "lat", "tieu-de"])
def test_a_damaged_register_names_its_newest_copy_and_is_kept(tmp_path: Path, how: str) -> None:
    path = tmp_path / "s.sqlite"
    made = filled(path, 300)
    with store.opened(path, BODY):
        pass  # the first change of a day leaves a copy
    data = path.read_bytes()
    damaged = {
        "rac": b"Khong phai SQLite" * 400,
        "cat": data[: len(data) // 2],
        "lat": data[:5000] + bytes(byte ^ 0xFF for byte in data[5000:9000]) + data[9000:],
        "tieu-de": b"\0" * 100 + data[100:],
    }[how]
    path.write_bytes(damaged)
    with pytest.raises(RegisterRefusedError) as error, store.opened(path, BODY):
        pass
    found = error.value.problem
    assert found.code == "KD608"
    today = dt.datetime.now().astimezone().date().isoformat()
    assert f"sao-luu/s.{today}.sqlite" in found.message
    assert path.read_bytes() == damaged
    assert lines(backups.backups(path)[-1]) == made


def test_a_damaged_register_without_a_copy_says_so(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    path.write_bytes(b"x" * 5000)
    with pytest.raises(RegisterRefusedError) as error, store.opened(path, BODY):
        pass
    found = error.value.problem
    assert "chưa có bản sao lưu nào" in found.message
    assert "chép bản sao lưu" not in found.mend
    assert "chưa lấy số nào trước khi chạy «kiemdiem number audit»" in found.mend


def test_a_copy_a_day_is_kept_for_a_month(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    filled(path)
    for day in range(1, 29):
        for month in (1, 2):
            (tmp_path / "sao-luu").mkdir(exist_ok=True)
            (tmp_path / "sao-luu" / f"s.2026-{month:02}-{day:02}.sqlite").write_bytes(b"")
    (tmp_path / "sao-luu" / "s.truoc-ban-3.sqlite").write_bytes(b"")
    with store.opened(path, BODY):
        pass
    names = [each.name for each in backups.daily_copies(path)]
    assert len(names) == backups.KEPT
    assert names[0] == "s.2026-01-28.sqlite"
    assert (tmp_path / "sao-luu" / "s.truoc-ban-3.sqlite").exists()
    assert not list((tmp_path / "sao-luu").glob("*.tmp"))


def test_a_copy_that_somebody_looks_at_does_not_hinder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.sqlite"
    filled(path)
    (tmp_path / "sao-luu").mkdir()
    for day in range(1, 29):
        for month in (1, 2):
            (tmp_path / "sao-luu" / f"s.2026-{month:02}-{day:02}.sqlite").write_bytes(b"")

    real = Path.unlink

    def in_use(path: Path, **more: bool) -> None:
        if path.name.startswith("s.2026"):
            raise PermissionError(13, "Permission denied", str(path))
        real(path, **more)

    monkeypatch.setattr(Path, "unlink", in_use)
    with store.opened(path, BODY) as register:
        assert numbers.next_number(register, LETTERS) == 4


def test_a_copy_from_before_an_upgrade_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    for last in (2, 1):
        path.unlink(missing_ok=True)
        older(path)
        with contextlib.closing(sqlite3.connect(path)) as made:
            made.execute("DELETE FROM van_ban WHERE so > ?", (last,))
            made.commit()
        with store.opened(path, BODY):
            pass
    kept = {each.name: [line.so for line in lines(each)] for each in tmp_path.glob("*/s.truoc-*")}
    assert kept == {"s.truoc-ban-3.sqlite": [1, 2], "s.truoc-ban-3-2.sqlite": [1]}


@pytest.mark.parametrize(
    ("loai", "ky", "becomes"),
    [
        ("cong-van", "2025 - 2030", ("cong-van", "2025-2030")),
        ("cong-van", "2025–2030", ("cong-van", "2025-2030")),
        ("sao-luc", "2025-2030", ("ban-sao", "2025-2030")),
        ("dai-hoi", "2025-2030", ("dai-hoi", "dai-hoi")),
    ],
)
def test_a_series_typed_in_another_way_is_the_one_documents_are_numbered_in(
    tmp_path: Path, loai: str, ky: str, becomes: tuple[str, str]
) -> None:
    path = tmp_path / "s.sqlite"
    older(path)
    with contextlib.closing(sqlite3.connect(path)) as made:
        made.executescript(store.STEPS[1])
        made.execute("DELETE FROM van_ban")
        made.execute("INSERT INTO tren_giay VALUES (?, ?, 1, 39, 'sổ giấy', '')", (loai, ky))
        made.execute("PRAGMA user_version = 2")
        made.commit()
    with store.opened(path, BODY) as register:
        assert [(each.loai, each.ky, each.den) for each in numbers.on_paper(register)] == [
            (*becomes, 39)
        ]


def test_two_who_write_take_their_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.sqlite"
    filled(path)
    monkeypatch.setattr(store, "WAIT", 0.1)
    with store.opened(path) as mine, store.transaction(mine), store.opened(path) as theirs:
        # Whoever looks for the next number has the register to himself until it is written.
        with pytest.raises(sqlite3.OperationalError), store.transaction(theirs):
            pass
        assert numbers.next_number(mine, LETTERS) == 4


def test_what_contradicts_itself_is_not_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    filled(path)
    with (
        pytest.raises(RegisterRefusedError) as error,
        store.opened(path) as register,
        store.transaction(register),
    ):
        numbers.add_on_paper(register, OnPaper(*LETTERS, 9, 3))
    assert error.value.problem.code == "KD609"


def test_whoever_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.sqlite"
    before = filled(path)
    monkeypatch.setattr(store, "WAIT", 0.1)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refused(path) == "KD605"
        other.execute("ROLLBACK")
    assert lines(path) == before


def test_a_full_disk_takes_nothing_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.sqlite"
    before = filled(path)
    real = store._connect

    def full(*args: str) -> sqlite3.Connection:
        register = real(*args)  # type: ignore[arg-type]
        (pages,) = register.execute("PRAGMA page_count").fetchone()
        register.execute(f"PRAGMA max_page_count = {pages}")
        return register

    long = "x" * 100_000
    monkeypatch.setattr(store, "_connect", full)
    with (
        pytest.raises(RegisterRefusedError) as error,
        store.opened(path, BODY) as register,
        store.transaction(register),
    ):
        numbers.hold(register, RegisterLine(*LETTERS, 0, "2026-11-14", long, tep="dai"))
    assert error.value.problem.code == "KD607"
    monkeypatch.undo()
    assert lines(path) == before
    assert filled(path, 4)[-1].so == 4


WRITE = """
import resource, signal, sys
from pathlib import Path
from generator.register import store
from tests.register.test_store import BODY, filled
if sys.argv[2] == "no-room":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
try:
    filled(Path(sys.argv[1]), 400)
except store.RegisterRefusedError as error:
    print(error.problem.code)
"""


def written_elsewhere(path: Path, how: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", WRITE, str(path), how], capture_output=True, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
        preexec_fn=without_rights if how == "no-right" else None,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.strip()


def test_a_disk_that_fails_in_the_middle_takes_nothing_away(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    before = filled(path)
    assert written_elsewhere(path, "no-room") == "KD609"
    assert lines(path) == before


STOP = """
import os, signal, sys
from pathlib import Path
from generator.register import numbers, store
from tests.register.test_store import BODY, LETTERS, RegisterLine
with store.opened(Path(sys.argv[1]), BODY) as register:
    register.execute("PRAGMA cache_size = 5")
    register.execute("BEGIN IMMEDIATE")
    for number in range(500):
        numbers.hold(register, RegisterLine(*LETTERS, 0, "2026-11-14", "x" * 300, tep=str(number) + "y"))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("how", ["read", "opened"])
def test_a_machine_that_stopped_in_the_middle_left_nothing_behind(tmp_path: Path, how: str) -> None:
    path = tmp_path / "s.sqlite"
    before = filled(path)
    done = subprocess.run(
        [sys.executable, "-c", STOP, str(path)], cwd=ROOT, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode < 0
    assert path.with_name("s.sqlite-journal").stat().st_size > 0
    if how == "opened":
        with store.opened(path, BODY) as register:
            assert list(numbers.entries(register)) == before
    assert lines(path) == before


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PureWindowsPath("C:/Văn phòng/sổ.sqlite"),
         "file:///C:/V%C4%83n%20ph%C3%B2ng/s%E1%BB%95.sqlite"),
        (PureWindowsPath("//may-chu/chung/a.sqlite"), "file:////may-chu/chung/a.sqlite"),
        (PurePosixPath("/home/a?b#c.sqlite"), "file:///home/a%3Fb%23c.sqlite"),
    ],
)  # fmt: skip
def test_a_register_may_lie_on_a_drive_or_a_server(path: PurePath, address: str) -> None:
    assert store.address_of(path) == address


@pytest.mark.parametrize("which", ["folder", "file"])
def test_a_register_that_may_not_be_written_can_be_looked_at(tmp_path: Path, which: str) -> None:
    folder = tmp_path / "so-van-ban"
    path = folder / "s.sqlite"
    before = filled(path)
    if which == "folder":
        folder.chmod(0o555)
    path.chmod(0o444)
    try:
        assert written_elsewhere(path, "no-right") == "KD606"
        assert lines(path) == before
    finally:
        folder.chmod(0o755)
        path.chmod(0o644)
    assert lines(path) == before


def test_a_folder_that_may_not_be_made_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        assert written_elsewhere(tmp_path / "moi" / "s.sqlite", "no-right") == "KD606"
    finally:
        tmp_path.chmod(0o755)
    (tmp_path / "tep").write_text("x")
    assert refused(tmp_path / "tep" / "s.sqlite") == "KD606"
