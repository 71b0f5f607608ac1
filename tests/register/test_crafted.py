"""A register from anywhere: what is not as this program writes it is refused, with the line."""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.files.sqlite_files import is_sane
from generator.register import numbers, store
from generator.register.acts import take
from generator.register.entry import RegisterLine
from generator.register.looking import export, inspect, listing
from generator.register.store import RegisterRefusedError
from generator.register.where import Register
from tests.cli.run import kiemdiem
from tests.register.office import BODY, LETTERS, campaign, letter, register_at


def kept(folder: Path) -> Path:
    """A register with some lines."""
    path = register_at(folder)
    with store.opened(path, BODY) as register, store.transaction(register):
        for number in range(1, 6):
            numbers.add(
                register,
                RegisterLine(*LETTERS, number, "2026-11-14", f"Việc {number}", tep=f"{number}"),
            )
        numbers.set_next(register, LETTERS, 9, "sổ giấy")
    return path


def refused(path: Path) -> str:
    with pytest.raises(RegisterRefusedError) as error, store.read(path):
        pass
    with pytest.raises(RegisterRefusedError) as other, store.opened(path, BODY):
        pass
    assert error.value.problem.code == other.value.problem.code
    return error.value.problem.code


SHAPES = {
    "a view that never ends": """ALTER TABLE van_ban RENAME TO cu; CREATE VIEW van_ban AS
        WITH RECURSIVE c(so) AS (SELECT 1 UNION ALL SELECT so + 1 FROM c)
        SELECT 'cong-van' AS loai, '2025-2030' AS ky, so, '' AS ngay FROM c""",
    "a trigger": """CREATE TRIGGER t AFTER INSERT ON van_ban BEGIN DELETE FROM van_ban; END""",
    "no index": "DROP INDEX mot_so_mot_van_ban",
    "no table": "DROP TABLE tren_giay",
    "another table": """ALTER TABLE tren_giay RENAME TO cu;
        CREATE TABLE tren_giay (loai, ky, tu, den, ly_do, luc)""",
    "a virtual table": "CREATE VIRTUAL TABLE tim USING fts5(so)",
}


@pytest.mark.parametrize("statement", SHAPES.values(), ids=SHAPES)
def test_a_register_of_another_shape_is_not_read(statement: str, tmp_path: Path) -> None:
    path = kept(campaign(tmp_path))
    with contextlib.closing(sqlite3.connect(path)) as file:
        file.executescript(statement)
    before = path.read_bytes()
    assert refused(path) == "KD560"
    assert path.read_bytes() == before


def test_what_a_rescue_left_beside_the_tables_is_of_no_harm(tmp_path: Path) -> None:
    path = kept(campaign(tmp_path))
    with contextlib.closing(sqlite3.connect(path)) as file:
        file.executescript(
            "CREATE TABLE lost_and_found (a, b); INSERT INTO lost_and_found VALUES (1, 2)"
        )
    with store.read(path) as register:
        assert len(list(numbers.entries(register))) == 5


ROWS = {
    "a word for a number": "so = 'hai'",
    "half a number": "so = 3.5",
    "too many numbers": "so = 9223372036854775807",
    "no day": "ngay = '2026-02-30'",
    "another writing of a day": "ngay = '14/11/2026'",
    "bytes for a text": "trich_yeu = x'00ff'",
    "no text at all": "tep = char(0) || CAST(x'ff' AS TEXT) || zeroblob(3)",
    "a book for a text": "trich_yeu = CAST(zeroblob(30000) AS TEXT)",
    "another state": "trang_thai = 'xong'",
    "a path for a type": "loai = '../../cong-van'",
    "a path for a term": "ky = '../2026'",
}


@pytest.mark.parametrize("change", ROWS.values(), ids=ROWS)
def test_a_line_that_this_program_would_not_write_is_named(change: str, tmp_path: Path) -> None:
    path = kept(campaign(tmp_path))
    with contextlib.closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        file.execute(f"UPDATE OR REPLACE van_ban SET {change} WHERE so = 3")
        file.commit()
    # What breaks a condition of the table itself is damage to SQLite already.
    assert refused(path) in {"KD561", "KD608"}


@pytest.mark.parametrize("change", ["den = 9000000000000000000", "tu = 'a'", "den = tu - 1"])
def test_a_span_that_this_program_would_not_write_is_named(change: str, tmp_path: Path) -> None:
    path = kept(campaign(tmp_path))
    with contextlib.closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        file.execute(f"UPDATE tren_giay SET {change}")
        file.commit()
    assert refused(path) in {"KD561", "KD608"}


def super_journal(database: Path, other: Path) -> None:
    """A journal that makes SQLite delete another file once it has rolled back."""
    name = str(other).encode()
    head = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + struct.pack(">IIIII", 0, 1, 1, 512, 4096)
    end = struct.pack(">I", 1) + name + struct.pack(">II", len(name), sum(name))
    data = head.ljust(512, b"\0") + end + b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
    database.with_name(f"{database.name}-journal").write_bytes(data)


def test_a_journal_that_names_another_file_is_not_followed(tmp_path: Path) -> None:
    path = kept(campaign(tmp_path))
    other = tmp_path / "cua-nguoi-khac.txt"
    other.write_text("giữ", "utf-8")
    super_journal(path, other)
    assert not is_sane(path)
    assert refused(path) == "KD560"
    assert other.read_text("utf-8") == "giữ"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on Unix only")
def test_a_pipe_in_the_place_of_a_register_is_not_waited_for(tmp_path: Path) -> None:
    path = register_at(campaign(tmp_path))
    path.parent.mkdir(parents=True)
    os.mkfifo(path)
    assert refused(path) == "KD560"


def test_what_commands_a_terminal_is_not_printed(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    path = kept(folder)
    with contextlib.closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE van_ban SET trich_yeu = 'x' || char(27) || '[2J', ghi_chu = char(7)")
        file.commit()
    done = kiemdiem("number", "list", str(path))
    assert "x�[2J" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


# --- many at once


def by_row(path: Path, chance: random.Random) -> None:
    """Change a value, or the schema, as any program that knows SQLite can."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        file.execute("PRAGMA writable_schema = ON")
        tables = ["van_ban", "tren_giay", "co_quan", "sqlite_master"]
        table = chance.choice(tables)
        column = chance.choice([row[1] for row in file.execute(f"PRAGMA table_info({table})")])
        value: object = chance.choice(
            [None, "", "../../../etc/passwd", "/etc/passwd", b"\xff\0", -1, 0, 1.5, 2**62, "9" * 5_000,
             "\x1b[2J", "a" * 10**6, "2026-13-45", "{}", "CREATE VIEW van_ban AS SELECT 1"]
        )  # fmt: skip
        match chance.randrange(4):
            case 0:
                file.execute(f"DELETE FROM {table}")
            case 1:
                file.execute(f"UPDATE OR REPLACE {table} SET {column} = CAST(? AS TEXT)", (value,))
            case _:
                file.execute(f"UPDATE OR REPLACE {table} SET {column} = ?", (value,))
        file.commit()


def by_byte(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 3, 40])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    match chance.randrange(5):
        case 0:
            del data[chance.randrange(len(data)) :]
        case 1:
            at = chance.randrange(len(data))
            data[at : at + 4] = chance.choice([b"\xff" * 4, bytes(4), struct.pack(">I", 3)])
    path.write_bytes(data)


@contextlib.contextmanager
def within(seconds: int) -> Iterator[None]:
    def ended(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ended)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("change", [by_row, by_byte])
@pytest.mark.parametrize(
    "count", [40, pytest.param(500, marks=pytest.mark.soak)], ids=["some", "five hundred"]
)
def test_no_register_ends_the_program_or_makes_it_wait(
    change: Callable[[Path, random.Random], None], count: int, tmp_path: Path
) -> None:
    folder = campaign(tmp_path)
    path = kept(folder)
    whole = path.read_bytes()
    document = letter(folder)
    text = document.read_text("utf-8")
    told = 0
    for seed in range(count):
        shutil.rmtree(path.parent)
        path.parent.mkdir()
        path.write_bytes(whole)
        document.write_text(text, "utf-8")
        change(path, random.Random(seed))
        register = Register(path, BODY)
        with within(60):
            found = [
                listing(register)[1],
                export(register, tmp_path / "ra" / "so.xlsx")[1],
                inspect(folder, None)[1],
                take(document, None, None, None, None)[1],
            ]
        told += any(found)
    assert told > count // 3
    assert {each.name for each in tmp_path.iterdir()} <= {"data", "ra", path.parent.name}
