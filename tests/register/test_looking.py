"""A register is listed, exported and inspected by calls that give values."""

from pathlib import Path

import openpyxl
import pytest

from generator.problems import Place, problem
from generator.register import acts, looking, numbers, store
from generator.register.entry import OnPaper, RegisterLine, TrangThai
from generator.register.looking import Exported, export, inspect, listing
from generator.register.series import Series
from generator.register.where import Register
from tests.register.office import BODY, LETTERS, campaign, letter, register_at

DECISIONS = Series("quyet-dinh", "2025-2030")
FIRST = RegisterLine(*LETTERS, 6, "2026-11-14", "Việc một")
HELD = RegisterLine(*LETTERS, 7, "2026-11-14", "Việc hai", trang_thai=TrangThai.GIU, tep="a.yaml")
OTHER = RegisterLine(*DECISIONS, 1, "2026-11-15", "Việc ba")


@pytest.fixture
def register(tmp_path: Path) -> Register:
    path = tmp_path / "so" / "a.sqlite"
    with store.opened(path, BODY) as opened, store.transaction(opened):
        numbers.set_next(opened, LETTERS, 6, "sổ giấy")
        for line in (FIRST, HELD, OTHER):
            numbers.add(opened, line)
    return Register(path)


def listed(register: Register, *words: str | None, only_open: bool = False):
    found, problems = listing(register, *words, only_open=only_open)
    assert problems == []
    assert found
    return {each.series: (each.tiep, each.tren_giay, each.dong) for each in found.day_so}


def test_every_series_is_listed_with_what_comes_next(register: Register) -> None:
    span = OnPaper(*LETTERS, 1, 5, "sổ giấy")
    assert listed(register) == {LETTERS: (8, [span], [FIRST, HELD]), DECISIONS: (2, [], [OTHER])}
    found, _ = listing(register)
    assert found
    assert found.co_quan == BODY.ten


def test_a_list_is_narrowed_to_a_type_a_term_or_what_is_held(register: Register) -> None:
    assert list(listed(register, "quyet-dinh")) == [DECISIONS]
    assert list(listed(register, None, "2020-2025")) == []
    held = listed(register, only_open=True)
    assert {series: dong for series, (_, _, dong) in held.items()} == {
        LETTERS: [HELD], DECISIONS: []
    }  # fmt: skip


def test_a_register_that_is_not_there_is_told(tmp_path: Path) -> None:
    found, (told,) = listing(Register(tmp_path / "a.sqlite"))
    assert (found, told.code) == (None, "KD602")
    done, (told,) = export(Register(tmp_path / "a.sqlite"), tmp_path / "so.xlsx")
    assert (done, told.code) == (None, "KD602")


def test_what_was_read_before_a_register_refused_is_kept(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = looking._lines

    def damaged(opened: object, series: Series, *, only_open: bool):
        if series == DECISIONS:
            raise store.RegisterRefusedError(problem("KD602", Place()))
        return real(opened, series, only_open=only_open)

    monkeypatch.setattr(looking, "_lines", damaged)
    found, (told,) = listing(register)
    assert found
    assert [each.series for each in found.day_so] == [LETTERS]
    assert told.code == "KD602"


def test_a_register_is_exported_and_the_edited_copy_stays(
    register: Register, tmp_path: Path
) -> None:
    out = tmp_path / "so.xlsx"
    assert export(register, out) == (Exported(BODY.ten, out), [])
    book = openpyxl.load_workbook(out)
    book.active["G2"] = "ký bù"
    book.save(out)
    done, (told,) = export(register, out)
    assert done == Exported(BODY.ten, tmp_path / "so (mới).xlsx")
    assert told.code == "KD505"


def test_an_inspection_gives_the_line_of_the_number_that_is_wrong(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    path = letter(folder)
    acts.take(path, None, None, None, None)
    assert inspect(folder, None) == (1, [])
    path.write_text(path.read_text("utf-8").replace("so: 1", "so: 3"), "utf-8")
    count, (found,) = inspect(folder, None)
    (line,) = (n for n, row in enumerate(path.read_text("utf-8").splitlines(), 1)
               if row.startswith("so:"))  # fmt: skip
    assert (count, found.code) == (1, "KD644")
    assert (found.place.file, found.place.line) == (path.as_posix(), line)


def test_a_register_alone_is_inspected_by_itself(register: Register) -> None:
    count, problems = inspect(register.path, None)
    assert (count, [each.code for each in problems]) == (1, ["KD642", "KD648"])


def test_numbers_without_a_register_are_told(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    acts.take(letter(folder), None, None, None, None)
    register_at(folder).unlink()
    count, (found,) = inspect(folder, None)
    assert (count, found.code) == (0, "KD629")


def test_without_a_campaign_nothing_is_inspected(tmp_path: Path) -> None:
    count, (found,) = inspect(tmp_path, None)
    assert (count, found.code) == (None, "KD001")
