"""The state of an output folder may come from anywhere: what does not fit is ignored, never obeyed."""

import random
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.state import STATE_FILE, is_plain
from tests.building import big

OTHER = "của đợt khác"


@pytest.fixture
def built(tmp_path: Path) -> BuildRequest:
    data = big.campaign(tmp_path / "data" / "huyen", 2, 8)
    request = BuildRequest(data, tmp_path / "output" / "huyen", clean=True)
    assert made(request) > 0
    return request


def made(request: BuildRequest) -> int:
    done = [progress.done for progress in build(request, here)]
    assert [each.crash for each in done] == [""] * len(done)
    return sum(len(each.outcome.steps) for each in done)


def execute(request: BuildRequest, sql: str, *values: Any) -> None:
    with sqlite3.connect(request.root / STATE_FILE) as state:
        state.execute(sql, values)


def around(tmp_path: Path) -> dict[str, bytes]:
    """Every file outside the output folder of the campaign."""
    return {
        path.as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file() and "output/huyen" not in path.as_posix()
    }


PATHS = ["../khac/a.docx", "../../data/x.docx", "/etc/hostname", "..\\khac\\a.docx", "C:a.docx",
         "", "..", ".", "a\x00.docx", "a\n.docx", "don-vi/../../khac/a.docx"]  # fmt: skip


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("column", ["tep", "don_vi", "ben"])
def test_a_name_that_leads_away_deletes_and_writes_nothing_elsewhere(
    built: BuildRequest, tmp_path: Path, name: str, column: str
) -> None:
    other = tmp_path / "output" / "khac" / "a.docx"
    other.parent.mkdir()
    other.write_text(OTHER, "utf-8")
    before = around(tmp_path)
    execute(built, f"UPDATE OR REPLACE van_ban SET {column} = ?", name)
    made(built)
    assert around(tmp_path) == before


@pytest.mark.parametrize("builds", [8, pytest.param(25, marks=pytest.mark.soak)])
def test_changed_values_twenty_at_a_time_end_no_build_and_leave_the_rest_alone(
    built: BuildRequest, tmp_path: Path, builds: int
) -> None:
    chance = random.Random(17)
    before = around(tmp_path)
    names = {path.name for path in built.root.rglob("*.docx")}
    values = [None, "", "x", "../a.docx", "/etc/hostname", b"\x00\xff", 7, -1, 2**62, 1.5, "{}",
              "[", '[{"a": 1}]', "[[[[1]]]]", "null"]  # fmt: skip
    tables = {
        "van_ban": ["don_vi", "tep", "mau", "du_lieu", "may", "dau", "co", "luc", "ben"],
        "don_vi": ["ten", "dau", "van_de"],
    }
    changes = 0
    for _ in range(builds):
        for _ in range(20):
            table = chance.choice(list(tables))
            column, value = chance.choice(tables[table]), chance.choice(values)
            with sqlite3.connect(built.root / STATE_FILE) as state:
                keys = state.execute(f"SELECT * FROM {table}").fetchall()
                if not keys:
                    continue
                row = chance.choice(keys)
                where = " AND ".join(f"{name} IS ?" for name in tables[table])
                state.execute(
                    f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {where}", (value, *row)
                )
            changes += 1
        made(built)
        assert around(tmp_path) == before
    assert changes > 16 * builds
    assert {path.name for path in built.root.rglob("*.docx")} == names


@pytest.mark.parametrize("name", ["1 - Báo cáo.docx", "Công văn (mới).docx", "a"])
def test_a_plain_name_is_that_of_a_file_in_its_place(name: str) -> None:
    assert is_plain(name)


@pytest.mark.parametrize("name", PATHS)
def test_any_other_name_is_not(name: str) -> None:
    assert not is_plain(name)


def test_a_document_whose_bytes_are_damaged_is_made_again(built: BuildRequest) -> None:
    path = next(iter(sorted(built.root.rglob("1 - *.docx"))))
    whole = path.read_bytes()
    broken = bytearray(whole)
    with zipfile.ZipFile(path) as packed:
        part = packed.getinfo("word/document.xml")
    start = part.header_offset + 60
    broken[start : start + 200] = bytes(200)
    path.write_bytes(bytes(broken))
    assert made(built) == 1
    assert path.read_bytes() == whole
