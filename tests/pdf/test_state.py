"""What was remembered may come from anywhere: a row that does not fit is as if it were not there."""

from pathlib import Path

import pytest

from generator.pdf import state
from generator.pdf.state import PaperRecord, UnitRecord

PAPER = PaperRecord(b"d" * 16, "Biên bản.pdf", 10, 20, 3, {"KD594": "2, 3"})
UNIT = UnitRecord(b"u" * 16, "chi-bo.pdf", 100, 200, 30)


def test_what_was_recorded_is_read_again(tmp_path: Path) -> None:
    with state.opened(tmp_path) as known:
        state.save_paper(known, "chi-bo", "Biên bản.docx", PAPER)
        state.save_unit(known, "chi-bo", UNIT)
    with state.opened(tmp_path) as known:
        assert state.papers(known, "chi-bo") == {"Biên bản.docx": PAPER}
        assert state.unit(known, "chi-bo") == UNIT
        assert state.folders(known) == {"chi-bo"}
        state.forget_paper(known, "chi-bo", "Biên bản.docx")
        state.forget_unit(known, "chi-bo")
        assert state.folders(known) == set()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("pdf", "../../nha/bi-mat.pdf"), ("pdf", "C:\\x.pdf"), ("pdf", ""), ("pdf", b"x"),
        ("bam", "chữ"), ("co", "mười"), ("trang", b"3"), ("van_de", "[1"), ("van_de", "[]"),
        ("van_de", '{"KD101": "x"}'), ("van_de", '{"KD594": 3}'), ("van_de", b"{}"),
    ],
)  # fmt: skip
def test_a_row_that_does_not_fit_is_not_there(tmp_path: Path, column: str, value: object) -> None:
    with state.opened(tmp_path) as known:
        state.save_paper(known, "chi-bo", "Biên bản.docx", PAPER)
        state.save_paper(known, "chi-bo", "Quyết định.docx", PAPER)
        known.execute(f"UPDATE van_ban SET {column} = ? WHERE tep = 'Biên bản.docx'", (value,))
        assert list(state.papers(known, "chi-bo")) == ["Quyết định.docx"]
        if column != "van_de":
            state.save_unit(known, "chi-bo", UNIT)
            known.execute(f"UPDATE don_vi SET {column} = ?", (value,))
            assert state.unit(known, "chi-bo") is None


def test_a_folder_elsewhere_is_none_of_ours(tmp_path: Path) -> None:
    with state.opened(tmp_path) as known:
        state.save_unit(known, "../ngoai", UNIT)
        assert state.folders(known) == set()


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / state.STATE_FILE).write_bytes(b"not a database at all" * 50)
    with state.opened(tmp_path) as known:
        assert state.folders(known) == set()


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    with state.opened(tmp_path), pytest.raises(BlockingIOError), state.opened(tmp_path):
        pass
