"""Where nothing changed, a build is answered at once, and never otherwise than a build would."""

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document

from generator import shipped
from generator.building import settled as module
from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest, requests
from generator.building.run import Built
from generator.building.run import run as run_all
from generator.building.settled import settled
from generator.building.state import STATE_FILE
from generator.papers.plan import Selection
from tests.building.test_build import CLINIC, EAST, OFFICE, change, request_

__all__ = ["request_"]


def built(request: BuildRequest) -> Built:
    return run_all([request], here)


def at_once(request: BuildRequest) -> module.Settled | None:
    return settled(request.campaign, request.root, request.templates, clean=request.clean)


@pytest.fixture
def done(request_: BuildRequest) -> BuildRequest:
    """A campaign that was built whole."""
    built(request_)
    return request_


def test_a_second_build_is_answered_with_what_it_would_tell(done: BuildRequest) -> None:
    told = at_once(done)
    again = built(done)
    assert told
    assert (again.made, told.kept, tuple(told.problems)) == (0, again.kept, again.problems)


def test_nothing_that_reads_data_or_writes_word_is_loaded_for_it(done: BuildRequest) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "sys.argv = ['kiemdiem', 'build', sys.argv[1], '-o', sys.argv[2]]\n"
        "from generator.cli.main import main\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code)\n"
        "print(*sorted(each for each in sys.modules if each in ('pydantic', 'yaml', 'jinja2', 'docx')))"
    )
    data, out = str(done.campaign), str(done.root.parent)
    run = subprocess.run(
        [sys.executable, "-c", script, data, out],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    code, loaded = run.stdout.split("\n")[:2]
    assert "Đã tạo 0 văn bản, giữ nguyên" in run.stderr
    assert (code, loaded) == ("0", "")


LETTER = (
    "loai: cong-van\ntrich_yeu: kết quả\nkinh_gui: [Các chi bộ]\nnoi_nhan: [Lưu]\nnoi_dung: Xong.\n"
)

CHANGES: dict[str, Callable[[BuildRequest], object]] = {
    "a value of a unit": lambda at: change(
        at.campaign / "don-vi" / f"{EAST}.yaml", "loai: don-vi", "loai: don-vi # khác"
    ),
    "a person more": lambda at: shutil.copy(
        next((at.campaign / "don-vi" / OFFICE / "ca-nhan").iterdir()),
        at.campaign / "don-vi" / OFFICE / "ca-nhan" / "them.yaml",
    ),
    "a unit less": lambda at: (at.campaign / "don-vi" / f"{CLINIC}.yaml").unlink(),
    "the campaign": lambda at: change(at.campaign / "dot.yaml", "ngay: 20/12", "ngay: 21/12"),
    "a letter more": lambda at: (at.campaign / "moi.yaml").write_text(LETTER, "utf-8"),
    "a letter renamed": lambda at: (at.campaign / "cong-van.yaml").rename(at.campaign / "cv.yaml"),
    "a table beside the letters": lambda at: (at.campaign / "bang.csv").write_text("a,b\n1,2\n"),
    "a file that nobody reads": lambda at: (at.campaign / "ghi chu.txt").write_text("x"),
    "a hidden file": lambda at: (at.campaign / ".an.yaml").write_text("x"),
    "a folder that nobody reads": lambda at: (at.campaign / "don vi").mkdir(),
    "a register far inside": lambda at: _write(at.campaign / "so" / "2025" / "so.sqlite"),
    "a kind of the office": lambda at: _write(at.campaign / "loai" / "to-trinh-rieng.yaml"),
    "a checklist": lambda at: _write(at.campaign / "danh-muc" / "rieng.yaml"),
    "a template of the office": lambda at: _word(at.campaign / "mau" / "khoi" / "quoc-hieu.docx"),
    "a link": lambda at: (at.campaign / "noi.yaml").symlink_to(at.campaign / "cong-van.yaml"),
    "a folder that is a link": lambda at: (at.campaign / "don-vi" / "noi").symlink_to(
        at.campaign / "don-vi" / OFFICE
    ),
    "a pipe": lambda at: os.mkfifo(at.campaign / "ong.yaml"),
    "a document deleted": lambda at: next((at.root / EAST).iterdir()).unlink(),
    "a document touched": lambda at: os.utime(next((at.root / EAST).iterdir())),
    "a document edited": lambda at: _word(next((at.root / OFFICE).iterdir())),
    "the folder of documents elsewhere": lambda at: _elsewhere(at.root),
    "the state gone": lambda at: (at.root / STATE_FILE).unlink(),
    "no campaign": lambda at: (at.campaign / "dot.yaml").unlink(),
}


def _others(text: str) -> str:
    """Give everybody of a unit another birthday."""
    return re.sub(r"(ngay_sinh: \S+/19\d)\d", r"\g<1>1", text)


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("loai: x\n", "utf-8")


def _word(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Document().save(str(path))


def _elsewhere(root: Path) -> None:
    root.rename(root.with_name("that"))
    root.symlink_to(root.with_name("that"))


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changed_is_left_to_the_build(done: BuildRequest, what: str) -> None:
    CHANGES[what](done)
    assert at_once(done) is None


def test_after_the_next_build_the_answer_is_that_of_the_new_data(done: BuildRequest) -> None:
    CHANGES["a letter more"](done)
    CHANGES["a file that nobody reads"](done)
    built(done)
    told, again = at_once(done), built(done)
    assert told
    assert (told.kept, tuple(told.problems)) == (again.kept, again.problems)
    assert "KD051" in [each.code for each in told.problems]


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_what_is_unclear_is_never_taken_for_the_same(done: BuildRequest) -> None:
    """A state whose digest is empty, and a folder whose digest is: a link may lead elsewhere."""
    CHANGES["a link"](done)
    with closing(sqlite3.connect(done.root / STATE_FILE)) as file:
        file.execute("UPDATE don_vi SET dau = ' ' || substr(dau, -32) WHERE ten = '.'")
        file.commit()
    assert module.inputs(done.campaign, done.root, None) == ""
    assert at_once(done) is None


@pytest.mark.parametrize(
    "where", ["da-nhan/chi-bo-thon-dong/x.docx", "tham-khao/a/b/c.docx", ".git/x"]
)
def test_what_no_build_looks_at_changes_nothing(request_: BuildRequest, where: str) -> None:
    path = request_.campaign / where
    _write(path)
    built(request_)
    path.write_text("khác", "utf-8")
    assert at_once(request_)


def test_a_part_of_a_build_does_not_settle_it(request_: BuildRequest) -> None:
    for part in (
        {"units": (EAST,)}, {"dry": True}, {"wanted": Selection(forms=("01",))},
    ):  # fmt: skip
        built(BuildRequest(request_.campaign, request_.root, **part))  # type: ignore[arg-type]
        assert at_once(request_) is None


def test_a_part_made_anew_leaves_the_rest_settled(done: BuildRequest) -> None:
    built(BuildRequest(done.campaign, done.root, units=(EAST,)))
    assert at_once(done)


def test_documents_that_are_left_over_are_told_and_deleted_when_asked(done: BuildRequest) -> None:
    CHANGES["a unit less"](done)
    built(done)
    cleaning = BuildRequest(done.campaign, done.root, clean=True)
    assert at_once(cleaning) is None
    built(cleaning)
    assert not list((done.root / CLINIC).glob("*.docx"))
    built(done)
    assert at_once(cleaning)


def test_a_shipped_checklist_that_changed_is_seen(
    done: BuildRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(shipped.TEMPLATES, tmp_path / "mau")
    before = module.inputs(done.campaign, done.root, None)
    monkeypatch.setattr(module, "SHIPPED", tmp_path / "mau")
    assert module.inputs(done.campaign, done.root, None) == before
    change(next((tmp_path / "mau" / "danh-muc").glob("*.yaml")), "loai:", "# \nloai:")
    assert at_once(done) is None


@pytest.mark.parametrize("part", [{"units": (EAST,)}, {"wanted": Selection(forms=("02C",))}])
def test_a_part_built_of_other_data_is_not_settled_when_the_data_is_back(
    done: BuildRequest, part: dict[str, Any]
) -> None:
    """What was edited by hand gets the other data beside it: that has to go again."""
    for file in (done.root / EAST).glob("*02C*.docx"):
        _word(file)
    built(done)
    built(done)
    data = done.campaign / "don-vi" / f"{EAST}.yaml"
    before = data.read_text("utf-8")
    data.write_text(_others(before), "utf-8")
    built(replace(done, **part))
    assert list((done.root / EAST).glob("*02C*(mới).docx"))
    data.write_text(before, "utf-8")
    assert at_once(done) is None
    assert built(done).made
    told, again = at_once(done), built(done)
    assert told
    assert (again.made, again.kept, again.problems) == (0, told.kept, tuple(told.problems))


def test_data_that_changed_during_a_build_and_back_is_looked_at_again(
    request_: BuildRequest,
) -> None:
    data = request_.campaign / "don-vi" / f"{EAST}.yaml"
    before = data.read_text("utf-8")
    steps = build(request_, here)
    next(steps)
    data.write_text(_others(before), "utf-8")
    for progress in steps:
        if progress.done.name == EAST:
            data.write_text(before, "utf-8")
    assert at_once(request_) is None
    assert built(request_).made
    assert at_once(request_)


def test_units_that_cannot_be_told_from_deleted_ones_are_never_settled(done: BuildRequest) -> None:
    file = done.campaign / "don-vi" / f"{EAST}.yaml"
    file.rename(file.with_suffix(".yml"))
    built(done)
    built(done)
    assert at_once(done) is None


def test_where_capitals_make_no_difference_a_folder_is_read_under_any(done: BuildRequest) -> None:
    before = module.inputs(done.campaign, done.root, None)
    (done.campaign / "Don-Vi").mkdir()
    (done.campaign / "Don-Vi" / "x.yaml").write_text("a: 1")
    named = module.inputs(done.campaign, done.root, None)
    (done.campaign / "Don-Vi" / "x.yaml").write_text("a: 2")
    assert len({before, named, module.inputs(done.campaign, done.root, None)}) == 3


def test_other_templates_are_other_inputs(done: BuildRequest, tmp_path: Path) -> None:
    _word(tmp_path / "mau" / "cong-van.docx")
    assert settled(done.campaign, done.root, tmp_path / "mau") is None
    request = BuildRequest(done.campaign, done.root, templates=tmp_path / "mau")
    built(request)
    assert at_once(request)
    assert at_once(done) is None
    _word(tmp_path / "mau" / "khac.docx")
    assert at_once(request) is None


def test_another_program_looks_again(done: BuildRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "program_digest", lambda: b"another")
    assert at_once(done) is None


@pytest.mark.parametrize(
    "change_state",
    [
        "DELETE FROM don_vi WHERE ten = (SELECT max(ten) FROM don_vi)",
        "UPDATE don_vi SET dau = '' WHERE ten = (SELECT max(ten) FROM don_vi)",
        "UPDATE van_ban SET du_lieu = x'00' WHERE tep = (SELECT min(tep) FROM van_ban)",
        "DELETE FROM van_ban WHERE tep = (SELECT min(tep) FROM van_ban)",
        "DELETE FROM van_ban WHERE don_vi = (SELECT max(don_vi) FROM van_ban)",
        "UPDATE van_ban SET don_vi = '../..' WHERE don_vi = (SELECT max(don_vi) FROM van_ban)",
        "UPDATE don_vi SET van_de = '[{}]' WHERE ten = '.'",
        "UPDATE don_vi SET dau = '' WHERE ten = '.'",
        "UPDATE don_vi SET dau = x'00' WHERE ten = '.'",
        "UPDATE don_vi SET dau = substr(dau, 33) WHERE ten = '.'",
    ],
)
def test_a_state_that_is_not_whole_is_not_trusted(done: BuildRequest, change_state: str) -> None:
    with closing(sqlite3.connect(done.root / STATE_FILE)) as file:
        file.execute(change_state)
        file.commit()
    assert at_once(done) is None


def test_a_run_that_has_the_folder_is_not_disturbed(done: BuildRequest) -> None:
    rest = build(done, here)
    left = done.root / EAST / ".kiemdiem-0.tmp"
    next(rest)
    left.touch()
    assert at_once(done) is None
    assert left.exists()
    rest.close()


def test_what_a_killed_run_left_is_deleted(done: BuildRequest) -> None:
    left = done.root / EAST / ".kiemdiem-0.tmp"
    left.touch()
    assert at_once(done)
    assert not left.exists()


@pytest.mark.parametrize(
    "seed", [*range(8), *(pytest.param(n, marks=pytest.mark.soak) for n in range(8, 400))]
)
def test_an_answer_is_always_that_of_a_build(tmp_path: Path, seed: int) -> None:
    """Random changes of whatever lies in the folder, some of which mean nothing."""
    chance = random.Random(seed)
    data = tmp_path / "xa"
    (data / "don-vi" / "a" / "ca-nhan").mkdir(parents=True)
    sample = Path(__file__).resolve().parents[2] / "data" / "xa-loc-van-2026"
    shutil.copy(sample / "dot.yaml", data)
    shutil.copy(sample / "don-vi" / f"{CLINIC}.yaml", data / "don-vi")
    (request,) = requests(data, tmp_path / "ra")
    built(request)
    for _ in range(4):
        _something(data, request.root, chance)
        told, again = at_once(request), built(request)
        if told:
            assert (again.made, again.kept) == (0, told.kept)
            assert again.problems == tuple(told.problems)


def _something(data: Path, root: Path, chance: random.Random) -> None:
    folders = [
        data,
        root,
        *(each for each in (*data.rglob("*"), *root.rglob("*")) if each.is_dir()),
    ]
    files = [each for each in (*data.rglob("*"), *root.rglob("*.docx")) if each.is_file()]
    names = (
        "x.yaml",
        "~$x.yaml",
        ".x",
        "Thumbs.db",
        "x.docx",
        "loai",
        "mau",
        "da-nhan",
        "tham-khao",
    )
    match chance.randrange(6):
        case 0:
            chance.choice(files).touch()
        case 1:
            file = chance.choice(files)
            file.write_bytes(file.read_bytes() + b"\n")
        case 2:
            (chance.choice(folders) / chance.choice(names)).mkdir(exist_ok=True)
        case 3:
            path = chance.choice(folders) / f"{chance.choice('abc')}{chance.choice(names)}"
            if not path.is_dir():
                path.write_text(yaml.safe_dump({"loai": chance.choice(["ca-nhan", "cong-van"])}))
        case 4:
            file = chance.choice(files)
            file.rename(file.with_name(f"{chance.randrange(9)}{file.name}"))
        case _:
            pass
