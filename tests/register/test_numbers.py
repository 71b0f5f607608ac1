"""No number twice, none skipped without a trace, whatever is done in whatever order."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from generator.problems import Problem
from generator.register import numbers, store
from generator.register.audit import audit, gaps
from generator.register.entry import RegisterLine, TrangThai
from generator.register.series import Series
from tests.register.office import BODY, LETTERS

KINDS = ("cong-van", "quyet-dinh", "quy-dinh")


@pytest.fixture
def register(tmp_path: Path) -> sqlite3.Connection:
    with store.opened(tmp_path / "s.sqlite", BODY) as opened:
        yield opened


def wanted(name: str, so: int = 0, series: Series = LETTERS) -> RegisterLine:
    return RegisterLine(*series, so, "2026-11-14", f"Việc {name}", tep=f"loc-van/{name}.yaml")


def held(register: sqlite3.Connection, name: str, so: int = 0) -> int | str:
    with store.transaction(register):
        found = numbers.hold(register, wanted(name, so))
    return found.code if isinstance(found, Problem) else found.so


def test_numbers_run_from_one(register: sqlite3.Connection) -> None:
    assert [held(register, name) for name in "abc"] == [1, 2, 3]


def test_a_document_keeps_the_number_it_holds(register: sqlite3.Connection) -> None:
    assert [held(register, name) for name in "aba"] == [1, 2, 1]


def test_types_and_terms_have_their_own_series(register: sqlite3.Connection) -> None:
    for kind in KINDS:
        for term in ("2020-2025", "2025-2030"):
            with store.transaction(register):
                found = numbers.hold(register, wanted(kind + term, series=Series(kind, term)))
            assert isinstance(found, RegisterLine)
            assert found.so == 1


def test_a_number_written_by_hand_is_taken_into_the_register(register: sqlite3.Connection) -> None:
    assert held(register, "a", 1) == 1
    assert held(register, "b", 1) == "KD611"
    assert held(register, "b", 3) == "KD612"
    assert held(register, "b", 2) == 2
    assert held(register, "b", 5) == "KD614"


def test_a_cancelled_number_is_not_given_again(register: sqlite3.Connection) -> None:
    held(register, "a")
    with store.transaction(register):
        done = numbers.cancel(register, LETTERS, 1, "ban hành nhầm")
        again = numbers.cancel(register, LETTERS, 1, "lần nữa")
    assert done == again
    assert isinstance(done, RegisterLine)
    assert (done.trang_thai, done.ghi_chu) == (TrangThai.HUY, "ban hành nhầm")
    assert held(register, "a") == 2
    assert held(register, "b", 1) == "KD627"


def test_only_a_number_that_was_given_can_be_cancelled(register: sqlite3.Connection) -> None:
    found = numbers.cancel(register, LETTERS, 7, "không")
    assert isinstance(found, Problem)
    assert found.code == "KD616"


def test_a_paper_register_is_taken_over(register: sqlite3.Connection) -> None:
    with store.transaction(register):
        assert numbers.set_next(register, LETTERS, 40, "sổ giấy") is None
        assert numbers.set_next(register, LETTERS, 40, "sổ giấy") is None
    assert held(register, "a") == 40
    with store.transaction(register):
        back = numbers.set_next(register, LETTERS, 40, "lùi")
    assert back is not None
    assert back.code == "KD617"
    # What the paper register gave may be brought in, with its number.
    assert held(register, "cu", 12) == 12
    assert held(register, "khac", 12) == "KD611"
    assert held(register, "b") == 41
    assert {each.code for each in audit(register, Path("s.sqlite"))} == {"KD642"}


def test_a_series_ends_somewhere(register: sqlite3.Connection) -> None:
    with store.transaction(register):
        numbers.set_next(register, LETTERS, numbers.LIMIT + 1, "gõ nhầm")
    assert held(register, "a") == "KD615"


@pytest.mark.parametrize(
    ("given", "paper", "expected"),
    [
        ([1, 2, 3], [], []),
        ([2, 3], [], [(1, 1)]),
        ([1, 4, 8], [], [(2, 3), (5, 7)]),
        ([5], [(1, 4)], []),
        ([5], [(2, 3)], [(1, 1), (4, 4)]),
        ([3], [(1, 5)], []),
        ([], [], []),
    ],
)
def test_gaps_are_what_nobody_explains(
    given: list[int], paper: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    from generator.register.entry import OnPaper

    rows = [RegisterLine("cong-van", "x", so) for so in given]
    spans = [OnPaper("cong-van", "x", *span) for span in paper]
    assert list(gaps(rows, spans)) == expected


class Office(RuleBasedStateMachine):
    """Two clerks, several types, two terms; a plain list is what should be true."""

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "s.sqlite"
        self.terms = ["2020-2025"]
        self.given: dict[Series, dict[int, str]] = {}
        self.last: dict[Series, int] = {}
        self.passed: dict[Series, tuple[int, int]] = {}
        self.documents: dict[str, tuple[Series, int]] = {}
        self.count = 0

    @initialize()
    def begin(self) -> None:
        with store.opened(self.path, BODY):
            pass

    def series(self, kind: str) -> Series:
        return Series(kind, self.terms[-1])

    @rule(kind=st.sampled_from(KINDS), finish=st.booleans())
    def take(self, kind: str, finish: bool) -> None:
        series = self.series(kind)
        self.count += 1
        name = f"v{self.count}"
        with store.opened(self.path) as register:
            with store.transaction(register):
                found = numbers.hold(register, wanted(name, series=series))
            assert isinstance(found, RegisterLine)
            assert found.so == self.last.get(series, 0) + 1
            if finish:
                with store.transaction(register):
                    numbers.confirm(register, series, found.so)
        self.last[series] = found.so
        self.given.setdefault(series, {})[found.so] = name
        self.documents[name] = (series, found.so)

    @precondition(lambda self: self.documents)
    @rule(data=st.data(), typed=st.booleans())
    def take_again(self, data: st.DataObject, typed: bool) -> None:
        name = data.draw(st.sampled_from(sorted(self.documents)))
        series, so = self.documents[name]
        with store.opened(self.path) as register, store.transaction(register):
            given = numbers.at(register, series, so).trang_thai is TrangThai.CAP
            found = numbers.hold(register, wanted(name, so if typed else 0, series=series))
        if given and not typed:
            assert found.code == "KD618"
        else:
            assert found.so == so

    @precondition(lambda self: self.documents)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.documents)))
        series, so = self.documents.pop(name)
        with store.opened(self.path) as register, store.transaction(register):
            assert isinstance(numbers.cancel(register, series, so, "nhầm"), RegisterLine)

    @rule(kind=st.sampled_from(KINDS), step=st.integers(-3, 20))
    def set_next(self, kind: str, step: int) -> None:
        series = self.series(kind)
        so = max(1, self.last.get(series, 0) + 1 + step)
        with store.opened(self.path) as register, store.transaction(register):
            found = numbers.set_next(register, series, so, "sổ giấy")
        # What was only passed over may be taken back, what was given may not.
        given = max(self.given.get(series, {}), default=0)
        span = self.passed.get(series)
        back = span[0] if span and span[1] == self.last.get(series, 0) and span[1] > given else None
        free = self.last.get(series, 0) + 1 if back is None else max(back, given + 1)
        assert (found is not None) == (so < free)
        if found is None:
            begin = self.last.get(series, 0) + 1 if back is None or so > self.last[series] else back
            if so > begin:
                self.passed[series] = (begin, so - 1)
            self.last[series] = so - 1

    @rule()
    def a_new_term(self) -> None:
        start = 2020 + 5 * len(self.terms)
        self.terms.append(f"{start}-{start + 5}")

    @invariant()
    def every_number_is_there_once_and_explained(self) -> None:
        if not self.path.exists():
            return
        with store.read(self.path) as register:
            found = list(numbers.entries(register))
            told = {each.code for each in audit(register, self.path)}
        keys = [(each.loai, each.ky, each.so) for each in found]
        assert len(keys) == len(set(keys))
        assert set(keys) == {(*s, so) for s, rows in self.given.items() for so in rows}
        assert "KD640" not in told

    def teardown(self) -> None:
        self.folder.cleanup()


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=20, stateful_step_count=25)
