"""What a disk, a right or a damaged state refuses is told, and the next run makes up for it."""

import ctypes
import errno
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.state import STATE_FILE
from generator.cli.main import main
from generator.files import atomic as write
from generator.problems import Problem
from tests.building import big

NAME = "xa"
OLD, NEW = "dia_danh: Lộc Vân", "dia_danh: Lộc Hà"
LETTER = """loai: cong-van
trich_yeu: kiểm điểm
kinh_gui: [Các chi bộ]
noi_nhan: [Như trên, Lưu Văn phòng]
noi_dung: Thực hiện.
"""

FULL, RIGHT, BROKEN, IN_USE = "KD503", "KD502", "KD748", "KD501"
READ_ONLY, OTHER = "KD745", "KD504"
REFUSALS = {
    errno.ENOSPC: FULL, errno.EACCES: RIGHT, errno.EROFS: READ_ONLY, errno.EIO: BROKEN,
}  # fmt: skip
CALLS = ("open", "write", "fsync", "syncfs", "replace", "mkdir")


@dataclass
class Disk:
    """Counts what is asked of the disk below a folder, and refuses one call or all from it on.

    `call` and `at` name the call (its kind, and its number from 0), `number` the error.
    """

    root: Path
    call: str = ""
    at: int = -1
    number: int = 0
    winerror: int = 0
    on: bool = False
    asked: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)

    def ask(self, call: str, path: Any) -> None:
        count = self.asked[call]
        self.asked[call] += 1
        if call == self.call and (count == self.at or (self.on and count > self.at)):
            self.refused.append(str(path))
            error = OSError(self.number, os.strerror(self.number), str(path))
            if self.winerror:
                error.winerror = self.winerror  # type: ignore[attr-defined]
            raise error

    def below(self, path: Any) -> bool:
        return isinstance(path, str | os.PathLike) and Path(path).is_relative_to(self.root)


@contextmanager
def on(disk: Disk, *, syncfs: bool = True) -> Iterator[Disk]:
    """Put a disk under everything this process writes below its folder.

    What is written need not survive a power cut here: nothing is flushed.
    """
    whole_open, whole_write, whole_replace, whole_mkdir = os.open, os.write, os.replace, os.mkdir
    being_written: dict[int, Any] = {}

    def open_(path: Any, flags: int, *args: Any, **more: Any) -> int:
        ours = bool(flags & os.O_CREAT) and disk.below(path)
        if ours:
            disk.ask("open", path)
        handle = whole_open(path, flags, *args, **more)
        being_written.pop(handle, None)
        if ours:
            being_written[handle] = path
        return handle

    def write_(handle: int, data: Any) -> int:
        """Refuse half way through a write."""
        if handle in being_written:
            try:
                disk.ask("write", being_written[handle])
            except OSError:
                whole_write(handle, data[: len(data) // 2])
                raise
        return whole_write(handle, data)

    def fsync(handle: int) -> None:
        disk.ask("fsync", handle)

    def sync(handle: int) -> int:
        try:
            disk.ask("syncfs", handle)
        except OSError as error:
            ctypes.set_errno(error.errno or 0)
            return -1
        return 0

    def replace(source: Any, goal: Any, **more: Any) -> None:
        disk.ask("replace", goal)
        whole_replace(source, goal, **more)

    def mkdir(path: Any, *args: Any, **more: Any) -> None:
        if disk.below(path):
            disk.ask("mkdir", path)
        whole_mkdir(path, *args, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", open_)
        patch.setattr(os, "write", write_)
        patch.setattr(os, "fsync", fsync)
        patch.setattr(write, "_SYNCFS", sync if syncfs else None)
        patch.setattr(os, "replace", replace)
        patch.setattr(os, "mkdir", mkdir)
        patch.setattr(time, "sleep", lambda _seconds: None)
        yield disk


@dataclass(frozen=True)
class Scene:
    """A small campaign, and the trees that whole builds of it gave before and after a change."""

    data: Path
    older_tree: Path
    newer_tree: Path
    old: dict[str, bytes] = field(default_factory=dict)
    new: dict[str, bytes] = field(default_factory=dict)
    asked: dict[str, Counter[str]] = field(default_factory=dict)
    """How often a run that nobody disturbs asks for each thing."""

    def begin(self, out: Path, kind: str) -> BuildRequest:
        """Put the output as it stood before the run."""
        if kind == "again":
            shutil.copytree(self.older_tree, out)
        return BuildRequest(self.data, out / NAME)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Two units of three persons and a letter."""
    home = tmp_path_factory.mktemp("faults")
    made = Scene(big.campaign(home / NAME, 2, 3), home / "older", home / "newer")
    (made.data / "cong-van.yaml").write_text(LETTER, "utf-8")
    run(BuildRequest(made.data, made.older_tree / NAME))
    big.replaced(made.data / "dot.yaml", OLD, NEW)
    run(BuildRequest(made.data, made.newer_tree / NAME))
    assert big.torn(home) == []
    made.old.update(big.documents(made.older_tree / NAME))
    made.new.update(big.documents(made.newer_tree / NAME))
    assert made.old.keys() == made.new.keys()
    for kind in ("fresh", "again"):
        request = made.begin(home / kind, kind)
        disk = Disk(request.root)
        assert run(request, disk) == []
        assert big.documents(request.root) == made.new
        made.asked[kind] = disk.asked
    return made


def run(request: BuildRequest, disk: Disk | None = None, *, syncfs: bool = True) -> list[Problem]:
    """Build in this process; a bug of the program is none of the things that may happen."""
    problems: list[Problem] = []
    with on(disk or Disk(request.root), syncfs=syncfs):
        for progress in build(request, here):
            assert not progress.done.crash, progress.done.crash
            problems += progress.done.outcome.problems
    return problems


def refusal(call: str, number: int, before: dict[str, bytes]) -> str:
    """Return the code of a refusal; a document that may not be replaced counts as open in Word."""
    return IN_USE if call == "replace" and number == errno.EACCES and before else REFUSALS[number]


def cases() -> Iterator[Any]:
    for kind in ("fresh", "again"):
        for call in CALLS:
            if call == "mkdir" and kind == "again":
                continue  # every folder stands
            for number in REFUSALS:
                yield pytest.param(
                    kind, call, number, id=f"{kind}-{call}-{errno.errorcode[number]}"
                )


def test_every_call_is_counted(scene: Scene) -> None:
    fresh, again = scene.asked["fresh"], scene.asked["again"]
    units = 2
    assert fresh["write"] == fresh["replace"] == len(scene.new)
    assert fresh["open"] == len(scene.new) + units  # again when the folder was made
    assert fresh["mkdir"] == units + 2  # and once more when what is above was made
    assert fresh["syncfs"] == 2  # the letter is flushed alone
    assert fresh["fsync"] == 4
    assert again["open"] == again["write"] == again["replace"] > 20
    assert (again["mkdir"], again["syncfs"], again["fsync"]) == (1, 2, 4)


@pytest.mark.parametrize(("kind", "call", "number"), list(cases()))
def test_what_the_disk_refuses_is_told_and_the_next_run_makes_up_for_it(
    scene: Scene, tmp_path: Path, kind: str, call: str, number: int,
) -> None:  # fmt: skip
    count = scene.asked[kind][call]
    later = (count // 2, count - 1) if number in {errno.ENOSPC, errno.EACCES} else ()
    for at in sorted({0, *later}):
        out = tmp_path / str(at)
        request = scene.begin(out, kind)
        before = big.documents(request.root)
        disk = Disk(request.root, call, at, number)
        problems = run(request, disk)
        assert len(disk.refused) == 1
        assert [each.code for each in problems] == [refusal(call, number, before)], at
        assert problems[0].place.file.startswith(request.root.as_posix())
        after = big.documents(request.root)
        assert before.keys() <= after.keys()
        whole = {name: (before.get(name), data) for name, data in scene.new.items()}
        assert [n for n, data in after.items() if data not in whole[n.replace(" (mới)", "")]] == []
        if call in {"open", "write", "replace"}:  # one document alone is refused: it is named
            name = Path(problems[0].place.file).relative_to(request.root).as_posix()
            assert after.get(name) == before.get(name)
            assert [n for n in scene.new if after.get(n) != scene.new[n]] == [name]
        assert big.files(out) == set()
        assert run(request) == []
        assert big.documents(request.root) == scene.new
        assert big.files(out) == set()


@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.__getitem__)
@pytest.mark.parametrize("call", ["open", "write", "syncfs", "replace"])
def test_a_disk_that_refuses_everything_from_a_moment_on_leaves_what_stood(
    scene: Scene, tmp_path: Path, call: str, number: int,
) -> None:  # fmt: skip
    """A disk that is full stays full: told once for a folder, not once for a document."""
    request = scene.begin(tmp_path / "ra", "again")
    at = scene.asked["again"][call] // 3
    disk = Disk(request.root, call, at, number, on=True)
    problems = run(request, disk)
    assert len(disk.refused) > 1 or call == "syncfs"
    assert {each.code for each in problems} == {REFUSALS[number]}
    assert 1 <= len(problems) <= 3
    after = big.documents(request.root)
    assert after.keys() == scene.old.keys()
    assert [n for n, data in after.items() if data not in (scene.old[n], scene.new[n])] == []
    assert {Path(each.place.file).relative_to(request.root).as_posix() for each in problems} <= {
        n for n, data in after.items() if data == scene.old[n]
    }
    assert big.files(request.root) == set()
    assert run(request) == []
    assert big.documents(request.root) == scene.new


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.__getitem__)
def test_where_files_are_flushed_one_by_one_a_refusal_is_told_too(
    scene: Scene, tmp_path: Path, call: str, number: int
) -> None:
    """Other systems have no call that flushes a whole disk."""
    request = scene.begin(tmp_path / "ra", "again")
    disk = Disk(request.root, call, 20, number)
    problems = run(request, disk, syncfs=False)
    assert len(disk.refused) == 1
    assert [each.code for each in problems] == [refusal(call, number, scene.old)]
    assert big.files(request.root) == set()
    assert run(request) == []
    assert big.documents(request.root) == scene.new


@pytest.mark.parametrize("winerror", [5, 32, 33])
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_a_document_that_is_open_in_word_keeps_its_content_and_the_new_one_stands_beside(
    scene: Scene, tmp_path: Path,
    place: str, winerror: int,
) -> None:  # fmt: skip
    changed = [name for name in scene.new if scene.new[name] != scene.old[name]]
    name = changed[{"first": 0, "middle": len(changed) // 2, "last": -1}[place]]
    request = scene.begin(tmp_path / "ra", "again")
    held = request.root / name
    problems = run(request, Held(request.root, goal=held, winerror=winerror))
    assert [each.code for each in problems] == ["KD501"]
    assert problems[0].place.file == held.as_posix()
    beside = held.with_name(f"{held.stem} (mới).docx")
    assert beside.read_bytes() == scene.new[name]
    assert held.read_bytes() == scene.old[name]
    assert big.files(request.root) == set()
    assert run(request) == []
    assert big.documents(request.root) == scene.new


@dataclass
class Held(Disk):
    """A disk on which one file is open in Word: it cannot be replaced."""

    goal: Path = Path()

    def ask(self, call: str, path: Any) -> None:
        self.call, self.number, self.at = "", errno.EACCES, -1
        if call == "replace" and Path(path) == self.goal:
            self.call, self.at = call, self.asked[call]
        super().ask(call, path)


ENGLISH = ("error", "traceback", "exception", "denied", "failed", "no space", "read-only", "errno")


def said(text: str, *codes: str) -> None:
    """Hold what the command line said against what a clerk can read."""
    assert not [word for word in ENGLISH if word in text.lower()], text
    assert all(code in text for code in codes), text
    assert "lỗi" in text


@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.__getitem__)
@pytest.mark.parametrize("call", CALLS)
def test_the_command_line_tells_a_refusal_in_vietnamese(
    scene: Scene, tmp_path: Path, call: str, number: int, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    out = tmp_path / "ra"
    with on(Disk(out, call, 1, number)):
        code = in_this_process(scene.data, out)
    told = capsys.readouterr()
    assert code == 1, told.err
    assert told.out == ""
    said(told.err, REFUSALS[number])
    assert big.files(out) == set()
    assert in_this_process(scene.data, out) == 0
    assert big.documents(out / NAME) == scene.new


def in_this_process(data: Path, out: Path) -> object:
    """Run the command here; return its exit code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["kiemdiem", *big.command(data, out, "--jobs", "1")[3:]])
        with pytest.raises(SystemExit) as ended:
            main()
    return ended.value.code


def told_by(data: Path, out: Path, code: int, before: Callable[[], None] | None = None) -> str:
    """Run the command in a process of its own; return what it said."""
    done = subprocess.run(
        big.command(data, out, "--jobs", "1", "--quiet"), capture_output=True, text=True,
        encoding="utf-8", env=big.environment(), cwd=out.parent, preexec_fn=before,
        check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    return done.stderr


def without_rights() -> None:
    """Root may write everywhere; take that from a process before it starts."""
    if os.geteuid() == 0:
        set_bound, may_override = 24, 1  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE
        assert ctypes.CDLL(None).prctl(set_bound, may_override, 0, 0, 0) == 0


@pytest.mark.parametrize("which", ["out", "campaign", "unit"])
def test_a_folder_that_may_not_be_written_is_told(scene: Scene, tmp_path: Path, which: str) -> None:
    out = tmp_path / "ra"
    if which == "out":
        out.mkdir()
        folder = out
    else:
        shutil.copytree(scene.older_tree, out)
        folder = out / NAME if which == "campaign" else out / NAME / "chi-bo-0001"
    before = big.documents(out)
    folder.chmod(0o555)
    try:
        text = told_by(scene.data, out, 1, without_rights)
    finally:
        folder.chmod(0o755)
    said(text, RIGHT)
    assert folder.as_posix() in text
    after = big.documents(out)
    inside = folder.relative_to(out).as_posix()
    assert {n: d for n, d in after.items() if n.startswith(inside)} == {
        n: d for n, d in before.items() if n.startswith(inside)
    }
    assert big.files(out) == set()
    assert run(BuildRequest(scene.data, out / NAME)) == []
    assert big.documents(out / NAME) == scene.new


@pytest.mark.parametrize("pages", [4, 5])
def test_a_disk_with_no_room_for_the_state_is_told(
    scene: Scene, tmp_path: Path, pages: int
) -> None:
    """Documents are small; the state meets a limit at its beginning, or when it is written to."""
    out = tmp_path / "ra"
    out.mkdir()
    limit = pages * 4096
    size = (scene.newer_tree / NAME / STATE_FILE).stat().st_size
    assert max(map(len, scene.new.values())) < limit < size

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    text = told_by(scene.data, out, 1, small)
    said(text)
    assert RIGHT not in text  # a right would be looked for in vain
    assert [n for n, d in big.documents(out / NAME).items() if d != scene.new[n]] == []
    assert run(BuildRequest(scene.data, out / NAME)) == []
    assert big.documents(out / NAME) == scene.new
    assert big.files(out) == set()


def test_an_output_folder_that_is_a_file_is_told_and_the_file_stays(
    scene: Scene, tmp_path: Path
) -> None:
    out = tmp_path / "ra"
    out.write_text("của tôi", "utf-8")
    text = told_by(scene.data, out, 2)
    assert "Lỗi" in text
    assert "Traceback" not in text
    assert out.read_text("utf-8") == "của tôi"


@pytest.mark.parametrize("which", [NAME, f"{NAME}/chi-bo-0001"])
def test_a_folder_below_the_output_that_is_a_file_is_told_and_the_file_stays(
    scene: Scene, tmp_path: Path, which: str
) -> None:
    out = tmp_path / "ra"
    path = out / which
    path.parent.mkdir(parents=True)
    path.write_text("của tôi", "utf-8")
    text = told_by(scene.data, out, 1)
    said(text, OTHER)
    assert path.as_posix() in text
    assert path.read_text("utf-8") == "của tôi"


def test_a_document_whose_name_is_taken_by_a_folder_is_told_and_the_others_are_made(
    scene: Scene, tmp_path: Path
) -> None:
    request = BuildRequest(scene.data, tmp_path / "ra" / NAME)
    name = sorted(scene.new)[5]
    (request.root / name).mkdir(parents=True)
    problems = run(request)
    assert [each.code for each in problems] == [OTHER]
    assert problems[0].place.file == (request.root / name).as_posix()
    there = {n for n in scene.new if (request.root / n).is_file()}
    assert there == scene.new.keys() - {name}
    (request.root / name).rmdir()
    assert run(request) == []
    assert big.documents(request.root) == scene.new


def database(script: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(script)
        return made.serialize()


STATES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _whole: b"",
    "garbage": lambda _whole: os.urandom(5000),
    "head alone": lambda whole: whole[:16],
    "half": lambda whole: whole[: len(whole) // 2],
    "a page of zeros": lambda whole: whole[:4096] + bytes(4096) + whole[8192:],
    "pages of noise": lambda whole: whole[:8192] + os.urandom(len(whole) - 8192),
    "another version": lambda _whole: database("CREATE TABLE don_vi (x); PRAGMA user_version = 99"),
    "another schema": lambda _whole: database("CREATE TABLE van_ban (x); PRAGMA user_version = 1"),
    "another program": lambda _whole: database("CREATE TABLE notes (text)"),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("tree", ["older", "newer"])
def test_a_state_that_cannot_be_used_costs_no_document(
    scene: Scene, tmp_path: Path, state: str, tree: str
) -> None:
    out = tmp_path / "ra"
    shutil.copytree(scene.older_tree if tree == "older" else scene.newer_tree, out)
    path = out / NAME / STATE_FILE
    path.write_bytes(STATES[state](path.read_bytes()))
    request = BuildRequest(scene.data, out / NAME)
    assert run(request) == []
    assert big.documents(request.root) == scene.new
    assert run(request) == []
    assert big.documents(request.root) == scene.new
    assert big.files(out) == set()


def test_a_folder_in_which_another_process_works_is_left_to_it(
    scene: Scene, tmp_path: Path
) -> None:
    out = tmp_path / "ra"
    shutil.copytree(scene.older_tree, out)
    program = (
        "import sqlite3, sys\n"
        "state = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "state.execute('BEGIN EXCLUSIVE')\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(out / NAME / STATE_FILE)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        said(told_by(scene.data, out, 1), "KD509", (out / NAME).as_posix())
        assert big.documents(out / NAME) == scene.old
        other.kill()
    assert run(BuildRequest(scene.data, out / NAME)) == []
    assert big.documents(out / NAME) == scene.new
