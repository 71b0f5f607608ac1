"""Runs build, check and pack over state files that something changed, and watches what they touch.

    python -m tests.handover.watched HOME FIRST LAST

HOME holds `dot` (a campaign), `ra` (what was built and checked of it) and `ngoai` (files of others).
Prints one line of JSON a seed: the exit codes, and what outside of `ra` and of the folder of compiled
templates (`bo-nho`, here) was opened to be written, renamed, removed, or read although it is of others.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from tests.cli.run import kiemdiem

SECONDS = 90
STATES = (".kiemdiem.sqlite", ".kiem-tra.sqlite")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CHANGES = {"os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.truncate", "os.link",
            "os.symlink", "os.chmod", "shutil.rmtree", "shutil.move", "shutil.copyfile"}  # fmt: skip


class Watch:
    """Notes every access outside of where it may be; cannot be taken off again."""

    def __init__(self, home: Path) -> None:
        self.own = tuple(str(home / each) for each in ("ra", "bo-nho"))
        self.others = str(home / "ngoai")
        self.told: list[str] = []
        self.on = False
        sys.addaudithook(self)

    def __call__(self, event: str, given: tuple[Any, ...]) -> None:
        if not self.on:
            return
        if event == "open":
            path, mode, flags = given
            if isinstance(path, str | bytes) and self._is_wrong(path, bool(flags & _WRITES)):
                self.told.append(f"open {mode or flags} {path!r}")
        elif event in _CHANGES:
            for path in given[:2]:
                if isinstance(path, str | bytes | os.PathLike) and self._is_wrong(path, True):
                    self.told.append(f"{event} {path!r}")
        elif event == "sqlite3.connect" and str(given[0]) != ":memory:":
            path = str(given[0]).removeprefix("file://").partition("?")[0]
            if self._is_wrong(path, True):
                self.told.append(f"{event} {path}")

    def _is_wrong(self, path: str | bytes | os.PathLike, writes: bool) -> bool:
        whole = os.path.normpath(Path.cwd() / os.fsdecode(path))
        if whole.startswith(self.others):
            return True
        return writes and not whole.startswith((*self.own, os.devnull))


# --- what is done to the state

VALUES: tuple[object, ...] = (
    None, "", ".", "..", "../../ngoai/cua-nguoi-khac.docx", "/etc/passwd", "a\0b", b"\xff\0", 0, -1,
    1.5, 2**62, "{}", "[]", "null", "[" * 5_000, "9" * 6_000, "\x1b[2J", "x" * 10**6, "\ud800",
)  # fmt: skip


def by_row(path: Path, chance: random.Random, home: Path) -> None:
    """Change values, rows or the schema, as any program that knows SQLite can."""
    with suppress(sqlite3.Error, UnicodeError), closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA writable_schema = ON")
        names = [row[0] for row in file.execute("SELECT name FROM sqlite_master")]
        table = chance.choice([*names, "sqlite_master"])
        columns = [row[1] for row in file.execute(f"PRAGMA table_info({table})")]
        column = chance.choice(columns)
        value = chance.choice((*VALUES, str(home / "ngoai" / "cua-nguoi-khac.docx")))
        match chance.randrange(6):
            case 0:
                file.execute(f"DELETE FROM {table}")
            case 1:
                file.execute(f"UPDATE OR REPLACE {table} SET {column} = CAST(? AS TEXT)", (value,))
            case 2:
                copied = ", ".join("?" if each == column else each for each in columns)
                file.execute(
                    f"INSERT OR REPLACE INTO {table} SELECT {copied} FROM {table}", (value,)
                )
            case 3:
                file.executescript(
                    f"ALTER TABLE {table} RENAME TO cu; CREATE VIEW {table} AS"
                    f" WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n FROM c) SELECT n AS {column} FROM c"
                )
            case _:
                file.execute(f"UPDATE OR REPLACE {table} SET {column} = ?", (value,))
        file.commit()


def by_json(path: Path, chance: random.Random, home: Path) -> None:
    """Change a value inside of what is stored, sealed as the program would."""
    from generator.dossier import state

    other = str(home / "ngoai" / "cua-nguoi-khac.docx")
    with suppress(sqlite3.Error, zlib.error), closing(sqlite3.connect(path)) as file:
        if path.name == ".kiemdiem.sqlite":
            for ten, said in file.execute("SELECT ten, van_de FROM don_vi").fetchall():
                changed = _changed(said, chance, other)
                file.execute("UPDATE don_vi SET van_de = ? WHERE ten = ?", (changed, ten))
        else:
            rows = file.execute("SELECT ten, dau, thanh_vien, ket_qua FROM don_vi").fetchall()
            for ten, dau, *blobs in rows:
                at = chance.randrange(2)
                with suppress(zlib.error):
                    text = _changed(zlib.decompress(blobs[at]).decode(), chance, other)
                    blobs[at] = zlib.compress(text.encode("utf-8", "replace"))
                mark = f"{dau.rpartition(':')[0]}:{state._digest(blobs)}"
                file.execute("UPDATE don_vi SET dau = ?, thanh_vien = ?, ket_qua = ? WHERE ten = ?",
                             (mark, *blobs, ten))  # fmt: skip
            for bam, thay in file.execute("SELECT bam, thay FROM noi_dung").fetchall():
                text = _changed(zlib.decompress(thay).decode(), chance, other)
                file.execute("UPDATE noi_dung SET thay = ? WHERE bam = ?",
                             (zlib.compress(text.encode("utf-8", "replace")), bam))  # fmt: skip
        file.commit()


def _changed(text: str, chance: random.Random, other: str) -> str:
    try:
        tree = json.loads(text)
    except ValueError:
        return text
    spots: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        for key, value in list(node.items() if isinstance(node, dict) else enumerate(node)):
            spots.append((node, key))
            if isinstance(value, dict | list):
                walk(value)

    if isinstance(tree, dict | list) and tree:
        walk(tree)
        node, key = chance.choice(spots)
        was = node[key]
        paths = [
            spot
            for spot in spots
            if isinstance(spot[0][spot[1]], str) and ".docx" in spot[0][spot[1]]
        ]
        if paths and chance.randrange(2):
            node, key = chance.choice(paths)
            node[key] = chance.choice(
                [other, "../../ngoai/cua-nguoi-khac.docx", "a\0b", "/etc/passwd"]
            )
        else:
            node[key] = chance.choice(
                [None, [], {}, [[]], {"a": []}, "", 0, -1, 10**30, other, [was, was], True]
            )
    else:
        tree = chance.choice([None, [], {}, [{}], [[]], 1, {"code": 1}, [{"path": [[1]]}], "x"])
    return json.dumps(tree, ensure_ascii=False)


def by_byte(path: Path, chance: random.Random, home: Path) -> None:
    """Change bytes of the file, or cut it."""
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 5, 60])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if not chance.randrange(5):
        del data[chance.randrange(len(data)) :]
    path.write_bytes(data)


def by_kind(path: Path, chance: random.Random, home: Path) -> None:
    """Put something else in the place of the file, or something beside it."""
    other = home / "ngoai" / "cua-nguoi-khac.sqlite"
    match chance.randrange(5):
        case 0:
            path.unlink()
            os.mkfifo(path)
        case 1:
            path.unlink()
            path.symlink_to(other)
        case 2:
            path.unlink()
            path.mkdir()
        case 3:
            path.write_bytes(b"")
            os.truncate(path, 2**36)
        case _:
            journal = path.with_name(f"{path.name}-journal")
            journal.write_bytes(
                bytes(512) + str(other).encode() + b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
            )


DEEDS: tuple[Callable[[Path, random.Random, Path], None], ...] = (
    by_row, by_row, by_json, by_json, by_byte, by_kind,
)  # fmt: skip


def main(home: Path, first: int, last: int) -> None:
    """Run every seed."""
    os.environ["XDG_CACHE_HOME"] = str(home / "bo-nho")
    watch = Watch(home)
    data, out = home / "dot", home / "ra"
    commands = (
        ("build", str(data), "-o", str(out), "--clean", "--quiet", "--jobs", "1"),
        ("check", str(data), "-o", str(out), "--as-of", "06/12/2024", "--jobs", "1", "--format", "json"),
        ("pack", str(data), "don-vi-01", "-o", str(out), "--as-of", "06/12/2024", "--incomplete"),
    )  # fmt: skip
    others = {each.name: each.read_bytes() for each in (home / "ngoai").iterdir()}
    for seed in range(first, last):
        chance = random.Random(seed)
        shutil.rmtree(out)
        shutil.copytree(home / "mau-ra", out, symlinks=True)
        root = next(each for each in out.iterdir() if each.is_dir())
        deed = chance.choice(DEEDS)
        deed(root / chance.choice(STATES), chance, home)
        watch.told.clear()
        begun = time.monotonic()
        signal.signal(signal.SIGALRM, _ended)
        signal.alarm(SECONDS)
        watch.on = True
        try:
            done = [kiemdiem(*each) for each in commands]
        finally:
            watch.on = False
            signal.alarm(0)
        kept = {each.name: each.read_bytes() for each in (home / "ngoai").iterdir()}
        packed = [each.name for each in out.rglob("nop/**/*") if b"CUA NGUOI KHAC" in _bytes(each)]
        told = {
            "seed": seed, "deed": deed.__name__, "codes": [each.returncode for each in done],
            "touched": watch.told[:5], "others": kept == others, "packed": packed,
            "seconds": round(time.monotonic() - begun, 1),
            "said": [each.stderr[-300:] for each in done if each.returncode not in (0, 1)],
        }  # fmt: skip
        print(json.dumps(told, ensure_ascii=False), flush=True)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _ended(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]), int(sys.argv[3]))
