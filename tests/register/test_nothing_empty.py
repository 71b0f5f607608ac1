"""Whatever a sheet looks like, no issued line without date or trích yếu comes into a register."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.problems import has_errors
from generator.register import numbers, store
from generator.register.entry import TrangThai
from generator.register.importing import bring_in
from generator.register.sheet_reading import read_workbook
from tests.opening.workbooks import written
from tests.register.office import BODY
from tests.register.rosters import HEAD, Sheet

numbers_typed = st.sampled_from([None, 1, 2, "03-CV/ĐU", "=A2+1", "#REF!", "Tháng 01/2026", "Cộng"])
days = st.sampled_from([None, "05/01/2026", "06/01/26", 46027, "=B2", "#N/A", "hôm qua"])
subjects = st.sampled_from([None, "V/v A", "V/v B", "=C2", "#VALUE!", "VÒ viÖc kiÓm ®iÓm", "  "])
rows = st.lists(
    st.tuples(numbers_typed, days, subjects, st.sampled_from([None, "Tỉnh ủy"])),
    min_size=1, max_size=6,
)  # fmt: skip
spans = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.integers(2, 6), st.integers(1, 2)), max_size=2,
    unique_by=lambda each: each[0],
)  # fmt: skip


def test_a_number_noted_as_cancelled_is_not_taken_as_issued(tmp_path: Path) -> None:
    noted = [
        (1, "05/01/2026", "V/v A", "Tỉnh ủy", "Hà", 1, "đã hủy"),
        (2, None, "(hủy)"),
        (3, "06/01/2026", "Hủy bỏ công văn số 1", "Tỉnh ủy", "Hà", 1, None),
    ]
    sheet = Sheet([HEAD, *noted])
    read = read_workbook(written(tmp_path / "a.xlsx", sheet), None)
    with store.opened(tmp_path / "s.sqlite", BODY) as register:
        assert not has_errors(bring_in(register, read).problems)
        states = [each.trang_thai for each in numbers.entries(register)]
    assert states == [TrangThai.HUY, TrangThai.HUY, TrangThai.CAP]


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(rows, spans, st.sets(st.integers(2, 7), max_size=1), st.sets(st.integers(2, 7), max_size=1))
def test_nothing_empty_enters(
    tmp_path: Path,
    rows: list[tuple[object, ...]],
    spans: list[tuple[str, int, int]],
    hidden: set[int],
    struck: set[int],
) -> None:
    sheet = Sheet(
        [HEAD, *rows], hidden_rows=sorted(hidden), struck=[f"C{each}" for each in struck],
        merge=[f"{column}{first}:{column}{first + more}" for column, first, more in spans],
    )  # fmt: skip
    read = read_workbook(written(tmp_path / "a.xlsx", sheet), None)
    (tmp_path / "s.sqlite").unlink(missing_ok=True)
    with store.opened(tmp_path / "s.sqlite", BODY) as register:
        found = bring_in(register, read)
        taken = list(numbers.entries(register))
    assert all(each.ngay and each.trich_yeu for each in taken if each.trang_thai is TrangThai.CAP)
    assert bool(taken) <= (not has_errors(found.problems))
    # Every row that shows anything is taken, skipped or told.
    shown = [row for row in rows if any(each not in (None, "  ") for each in row)]
    if shown and not any(first + more > len(rows) + 1 for _, first, more in spans):
        assert taken or read.skipped or found.problems
