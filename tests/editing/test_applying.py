"""A change set is made whole or not at all, also by killed processes, and can be taken back."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from generator.editing import JOURNAL, applying, journal
from generator.editing.applying import applied, history, recovered, undone
from generator.editing.changes import (
    REGISTER,
    ChangeSet,
    DeleteFile,
    NewFile,
    Origin,
    Wanted,
    change_set,
)
from generator.editing.data_file import snapshot
from generator.editing.edits import Set
from generator.files.atomic import put, write_whole
from generator.files.locks import Locking
from generator.reading.near_names import is_own_file

PAGE = Origin("trang", "Biểu nhập")
NAMES = ("dot.yaml", "don-vi/a.yaml", "don-vi/b.yaml")


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    return laid(tmp_path / "dot")


def laid(folder: Path) -> Path:
    (folder / "don-vi").mkdir(parents=True)
    for name in NAMES:
        (folder / name).write_text(f"# {name}\nten: Đầu\nso: 0\n", "utf-8")
    return folder


def setting(campaign: Path, value: str, *names: str) -> ChangeSet:
    made, problems = change_set(
        Wanted(campaign / name, Set(("ten",), value), PAGE) for name in names or NAMES
    )
    assert made is not None, problems
    return made


def contents(campaign: Path) -> dict[str, bytes]:
    return {name: (campaign / name).read_bytes() for name in NAMES if (campaign / name).exists()}


def test_a_change_set_is_written_logged_and_taken_back(campaign: Path) -> None:
    before = contents(campaign)
    done = applied(campaign, setting(campaign, "Hai"))
    assert (done.so, done.problems) == (1, ())
    assert all(b"ten: Hai" in data for data in contents(campaign).values())
    (entry,) = history(campaign)
    assert [each.sau for each in entry.changes] == ["Hai"] * 3
    assert entry.changes[0].tu == PAGE
    assert entry.nguoi
    assert undone(campaign, 1).problems == ()
    assert contents(campaign) == before
    assert undone(campaign, 1).problems[0].code == "KD577"


def test_undo_goes_back_step_by_step(campaign: Path) -> None:
    states = [contents(campaign)]
    for value in ("Một", "Hai", "Ba"):
        applied(campaign, setting(campaign, value, NAMES[1]))
        states.append(contents(campaign))
    for expected in reversed(states[:-1]):
        assert undone(campaign).problems == ()
        assert contents(campaign) == expected
    assert [each.code for each in undone(campaign).problems] == ["KD577"]


def test_a_file_changed_meanwhile_is_refused_with_both_versions(campaign: Path) -> None:
    made = setting(campaign, "Hai")
    (campaign / NAMES[1]).write_text("ten: Người khác\n", "utf-8")
    before = contents(campaign)
    done = applied(campaign, made)
    (found,) = done.problems
    assert (done.so, found.code) == (None, "KD621")
    assert "Đầu" in found.message
    assert "Người khác" in found.message
    assert contents(campaign) == before


def test_what_was_changed_since_is_not_undone(campaign: Path) -> None:
    applied(campaign, setting(campaign, "Hai"))
    (campaign / NAMES[2]).write_text("ten: Người khác\n", "utf-8")
    before = contents(campaign)
    assert [each.code for each in undone(campaign).problems] == ["KD621"]
    assert contents(campaign) == before


@pytest.mark.parametrize("way", ["don-vi/../don-vi/a.yaml", "don-vi/x/../a.yaml"])
def test_a_file_is_undone_by_whatever_way_it_was_named(campaign: Path, way: str) -> None:
    (campaign / "don-vi" / "x").mkdir()
    before = contents(campaign)
    assert applied(campaign, setting(campaign, "Hai", way)).problems == ()
    assert undone(campaign).problems == ()
    assert contents(campaign) == before


@pytest.mark.parametrize("name", ["lien-ket.yaml", "ghi.txt"])
def test_a_file_that_the_journal_may_not_write_is_changed_and_told(
    campaign: Path, name: str
) -> None:
    outside = campaign.parent / "ngoai.yaml"
    outside.write_text("ten: Đầu\n", "utf-8")
    (campaign / "lien-ket.yaml").symlink_to(outside)
    (campaign / "ghi.txt").write_text("ten: Đầu\n", "utf-8")
    done = applied(campaign, setting(campaign, "Hai", name))
    assert (done.so, [each.code for each in done.problems]) == (1, ["KD580"])
    assert (campaign / name).read_text("utf-8") == "ten: Hai\n"
    assert recovered(campaign) == []
    assert [each.code for each in undone(campaign).problems] == ["KD577"]


def test_what_the_register_wrote_is_not_undone(campaign: Path) -> None:
    made, _ = change_set([Wanted(campaign / NAMES[0], Set(("so",), "7"), REGISTER)])
    assert made is not None
    applied(campaign, made)
    before = contents(campaign)
    for number in (None, 1):
        assert [each.code for each in undone(campaign, number).problems] == ["KD581"]
    assert contents(campaign) == before


@pytest.mark.parametrize("number", [None, 0, -1, 1, 2**63, 10**30])
def test_where_nothing_was_changed_nothing_is_undone_or_made(
    campaign: Path, number: int | None
) -> None:
    assert [each.code for each in undone(campaign, number).problems] == ["KD577"]
    assert not (campaign / JOURNAL).exists()
    applied(campaign, setting(campaign, "Hai"))
    if number not in {None, 1}:
        assert [each.code for each in undone(campaign, number).problems] == ["KD577"]


def test_new_and_deleted_files_come_and_go(campaign: Path) -> None:
    new = campaign / "don-vi" / "c" / "ca-nhan" / "001.yaml"
    made, _ = change_set(
        [
            Wanted(new, NewFile({"loai": "ca-nhan", "ho_ten": "An"}), PAGE),
            Wanted(campaign / NAMES[1], DeleteFile(), PAGE),
        ]
    )
    assert made is not None
    applied(campaign, made)
    assert new.is_file()
    assert not (campaign / NAMES[1]).exists()
    undone(campaign)
    assert not new.exists()
    assert (campaign / NAMES[1]).is_file()


def test_when_the_disk_refuses_one_file_all_are_as_before(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(campaign)

    def full(path: Path, data: bytes) -> None:
        if path.name == "b.yaml":
            raise OSError(28, "No space left on device")
        write_whole(path, data)

    made = setting(campaign, "Hai")
    monkeypatch.setattr("generator.files.atomic.write_whole", full)
    done = applied(campaign, made)
    assert done.so is None
    assert [each.code for each in done.problems] == ["KD503"]
    assert contents(campaign) == before


def test_where_a_drive_keeps_nobody_out_nothing_is_written(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "locking", lambda _: Locking.VO_HIEU)
    before = contents(campaign)
    assert [e.code for e in applied(campaign, setting(campaign, "Hai")).problems] == ["KD578"]
    assert contents(campaign) == before


def test_while_another_process_writes_the_next_one_waits_and_then_says_so(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "WAIT", 0.1)
    with journal.opened(campaign):
        found = applied(campaign, setting(campaign, "Hai")).problems
    assert [each.code for each in found] == ["KD576"]


def test_who_only_reads_does_not_wait_long_and_is_told_nothing(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    applied(campaign, setting(campaign, "Hai"))
    monkeypatch.setattr(journal, "BRIEF", 0.1)
    with journal.opened(campaign):
        assert recovered(campaign) == []


@pytest.mark.parametrize("written", range(4))
def test_after_a_crash_the_next_start_finishes_what_nobody_touched(
    campaign: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    crash(campaign, monkeypatch, written)
    assert [each.code for each in recovered(campaign)] == ["KD574"]
    assert all(b"ten: Hai" in data for data in contents(campaign).values())
    assert recovered(campaign) == []
    undone(campaign)
    assert all("ten: Đầu".encode() in data for data in contents(campaign).values())


@pytest.mark.parametrize("written", range(4))
def test_after_a_crash_what_somebody_touched_stays_and_the_rest_is_taken_back(
    campaign: Path, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    crash(campaign, monkeypatch, written)
    (campaign / NAMES[1]).write_text("ten: Người khác\n", "utf-8")
    assert [each.code for each in recovered(campaign)] == ["KD575"]
    now = contents(campaign)
    assert now.pop(NAMES[1]) == "ten: Người khác\n".encode()
    assert all("ten: Đầu".encode() in data for data in now.values())


def crash(campaign: Path, monkeypatch: pytest.MonkeyPatch, written: int) -> None:
    """Make a change set and stop dead after some of its files were written."""
    count: list[Path] = []

    def dying(path: Path, data: bytes) -> None:
        if len(count) == written:
            raise KeyboardInterrupt
        count.append(path)
        write_whole(path, data)

    made = setting(campaign, "Hai")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("generator.files.atomic.write_whole", dying)
        if written == len(NAMES):
            patch.setattr(journal, "settle", interrupted)
        with pytest.raises(KeyboardInterrupt):
            applied(campaign, made)


@pytest.mark.parametrize(
    "name", ["../ngoai.yaml", "/etc/ngoai.yaml", "don-vi/../../ngoai.yaml", "C:\\x.yaml", "a.docx"]
)
def test_a_crafted_journal_writes_nothing_outside_the_data(campaign: Path, name: str) -> None:
    outside = campaign.parent / "ngoai.yaml"
    outside.write_text("nguyên\n", "utf-8")
    applied(campaign, setting(campaign, "Hai", NAMES[0]))
    before = contents(campaign)
    told = [(name, None, "aGFjaw=="), (NAMES[1], None, "aGFjaw==")]
    with sqlite3.connect(campaign / JOURNAL) as crafted:
        crafted.execute(
            "INSERT INTO thay_doi (luc, nguoi, trang_thai, noi_dung, tep) VALUES ('', '', ?, '[]', ?)",
            (journal.WRITING, journal._packed(told)),
        )
    assert [each.code for each in recovered(campaign)] == ["KD575"]
    assert outside.read_text("utf-8") == "nguyên\n"
    assert contents(campaign) == before


_ODD = '[{"tep": "a", "path": ["a"], "truoc": %s, "sau": "x", "tu": ["trang", "", 1]}]'


@pytest.mark.parametrize(
    "told",
    [
        "",
        "{",
        "[1]",
        '[{"tep": 1}]',
        "[" * 100_000,
        *(_ODD % each for each in ("1", "true", "[2]")),
    ],
)
def test_a_log_that_cannot_be_read_is_shown_without_its_changes(campaign: Path, told: str) -> None:
    applied(campaign, setting(campaign, "Hai"))
    with sqlite3.connect(campaign / JOURNAL) as crafted:
        crafted.execute("UPDATE thay_doi SET noi_dung = ?", (told,))
    assert [each.changes for each in history(campaign)] == [()]


_TAKES = """
import sys
from pathlib import Path
from generator.editing.applying import applied
from generator.editing.changes import Origin, Wanted, change_set
from generator.editing.edits import Insert, Set
campaign, me, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
names = sys.argv[4:]
refused = 0
for number in range(count):
    while True:
        wanted = [
            Wanted(campaign / name, Insert(("viec",), 0, f"{me}-{number}"), Origin("dong-lenh"))
            for name in names
        ]
        changes, problems = change_set(wanted)
        if changes is None:
            print(problems, flush=True); sys.exit(1)
        done = applied(campaign, changes)
        if done.so is not None:
            print("first" if number == 0 else "", flush=True)
            break
        codes = {each.code for each in done.problems}
        assert codes == {"KD621"}, codes
        assert all("bản đã đọc" in each.message for each in done.problems)
        refused += 1
print(refused, flush=True)
"""


def started(campaign: Path, me: str, count: int, *names: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _TAKES, str(campaign), me, str(count), *names],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def none_is_lost(campaign: Path, count: int) -> None:
    both = [started(campaign, me, count, NAMES[1]) for me in ("a", "b")]
    told = [each.communicate(timeout=500)[0] for each in both]
    assert [each.returncode for each in both] == [0, 0], told
    text = (campaign / NAMES[1]).read_text("utf-8")
    assert all(f"{me}-{number}\n" in text for me in "ab" for number in range(count))
    assert len(history(campaign)) == min(2 * count, 100)


def test_two_processes_edit_one_file_and_no_edit_is_lost(campaign: Path) -> None:
    none_is_lost(campaign, 15)


@pytest.mark.soak
def test_five_hundred_edits_of_two_processes(campaign: Path) -> None:
    none_is_lost(campaign, 250)


def whole_after_kills(campaign: Path, kills: int, seed: int) -> int:
    """Kill a process that makes change sets again and again; return how many sets were made."""
    draw, told = random.Random(seed), 0
    for _ in range(kills):
        process = started(campaign, "x", 10_000, *NAMES)
        assert process.stdout is not None
        assert process.stdout.readline() == "first\n"
        time.sleep(draw.random() * 0.15)
        process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        process.communicate()
        told += len(recovered(campaign))
        trees = {(campaign / name).read_text("utf-8").count("x-") for name in NAMES}
        assert len(trees) == 1
        for name in NAMES:
            snapshot(campaign / name)
            (campaign / name).write_text(f"# {name}\nten: Đầu\n", "utf-8")
    with journal.opened(campaign) as opened:
        assert journal.unfinished(opened, campaign) == []
        (count,) = opened.execute("SELECT count(*) FROM thay_doi").fetchone()
    assert told <= kills
    return int(count)


def test_a_killed_process_leaves_whole_files_and_a_whole_set(campaign: Path) -> None:
    assert whole_after_kills(campaign, 3, seed=1) >= 3


@pytest.mark.soak
def test_a_thousand_change_sets_with_two_hundred_kills(campaign: Path) -> None:
    assert whole_after_kills(campaign, 200, seed=2) >= 1_000


class Changing(RuleBasedStateMachine):
    """Edits, edits by others, crashes and undos in any order: the files are always as expected."""

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.home = tempfile.TemporaryDirectory()
        self.campaign = laid(Path(self.home.name) / "dot")
        self.stack: list[tuple[int, dict[str, bytes], dict[str, bytes]]] = []
        self.expected = contents(self.campaign)
        self.others = 0

    @rule(value=st.sampled_from("abc: #-"), names=st.sets(st.sampled_from(NAMES), min_size=1))
    def edit(self, value: str, names: set[str]) -> None:
        changes = setting(self.campaign, f"x{value}", *sorted(names))
        done = applied(self.campaign, changes)
        before = self.expected
        self.expected = contents(self.campaign)
        if done.so is None:
            assert not changes.files
            assert self.expected == before
            return
        touched = [each.tep.relative_to(self.campaign).as_posix() for each in changes.files]
        self.stack.append(
            (done.so, {k: before[k] for k in touched}, {k: self.expected[k] for k in touched})
        )

    @rule(name=st.sampled_from(NAMES), number=st.integers(0, 3))
    def somebody_else_edits(self, name: str, number: int) -> None:
        (self.campaign / name).write_text(f"ten: Người khác {number}\n", "utf-8")
        self.expected = contents(self.campaign)

    @rule(value=st.sampled_from("mn"), written=st.integers(0, 2), touched=st.booleans())
    def crash(self, value: str, written: int, touched: bool) -> None:
        changes = setting(self.campaign, f"y{value}")
        if not changes.files:
            return
        with journal.opened(self.campaign) as opened:
            number = journal.begin(opened, self.campaign, changes, "")
        for each in changes.files[:written]:
            put(each.tep, each.sau)
        wanted = {**self.expected}
        first = changes.files[0].tep.relative_to(self.campaign).as_posix()
        if touched:
            self.others += 1
            (self.campaign / first).write_text(f"ten: Người khác nữa {self.others}\n", "utf-8")
            wanted[first] = (self.campaign / first).read_bytes()
        else:
            for each in changes.files:
                assert each.sau is not None
                wanted[each.tep.relative_to(self.campaign).as_posix()] = each.sau
            names = [each.tep.relative_to(self.campaign).as_posix() for each in changes.files]
            self.stack.append(
                (number, {k: self.expected[k] for k in names}, {k: wanted[k] for k in names})
            )
        codes = [each.code for each in recovered(self.campaign)]
        assert codes == ["KD575" if touched else "KD574"]
        self.expected = wanted

    @rule()
    def undo(self) -> None:
        done = undone(self.campaign)
        if not self.stack:
            assert [each.code for each in done.problems] == ["KD577"]
            return
        _, before, after = self.stack[-1]
        if all(self.expected[name] == data for name, data in after.items()):
            assert done.problems == ()
            self.expected |= before
            self.stack.pop()
        else:
            assert {each.code for each in done.problems} == {"KD621"}

    @invariant()
    def files_are_as_expected(self) -> None:
        assert contents(self.campaign) == self.expected

    def teardown(self) -> None:
        self.home.cleanup()


TestChanging = Changing.TestCase
TestChanging.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)


def test_what_killed_processes_left_long_ago_is_swept(campaign: Path) -> None:
    long_ago = time.time() - 2 * applying._OLD
    for folder in (campaign, campaign / "don-vi"):
        for name in ("1.tmp", "2.tmp", "2.tmp-journal"):
            (folder / f".kiemdiem-{name}").touch()
        for name in ("2.tmp", "2.tmp-journal"):
            os.utime(folder / f".kiemdiem-{name}", (long_ago, long_ago))
    applied(campaign, setting(campaign, "Hai"))
    left = sorted(each.relative_to(campaign).as_posix() for each in campaign.rglob(".kiemdiem-*"))
    assert left == [".kiemdiem-1.tmp", "don-vi/.kiemdiem-1.tmp"]


def test_a_change_far_back_is_taken_back_although_the_log_shows_fewer(campaign: Path) -> None:
    before = (campaign / NAMES[0]).read_bytes()
    applied(campaign, setting(campaign, "Đầu tiên", NAMES[0]))
    for number in range(105):
        applied(campaign, setting(campaign, str(number), NAMES[1]))
    assert len(history(campaign)) == 100
    assert undone(campaign, 1).problems == ()
    assert (campaign / NAMES[0]).read_bytes() == before


def test_the_journal_is_no_stray_file_of_the_campaign() -> None:
    assert is_own_file(JOURNAL)
    assert is_own_file(f"{JOURNAL}-journal")
