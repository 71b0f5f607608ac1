"""What is done to a register is a call with values, and what comes of it are values."""

import datetime as dt
from pathlib import Path

import pytest

from generator.register import acts
from generator.register.acts import NextSet
from generator.register.entry import OnPaper, TrangThai
from generator.register.looking import listing
from generator.register.where import Register, chosen
from tests.register.office import BODY, LETTER, LETTERS, letter, lines, refused, register_at


@pytest.fixture
def register(folder: Path) -> Register:
    found = chosen(folder, None)
    assert isinstance(found, Register)
    return found


def codes(problems: list) -> list[str]:
    return [each.code for each in problems]


def broken(folder: Path) -> Path:
    """A register that cannot be read."""
    path = register_at(folder)
    path.write_bytes(b"khong phai la so" * 100)
    return path


def on_paper(register: Register) -> list[OnPaper]:
    found, _ = listing(register)
    assert found
    return [span for each in found.day_so for span in each.tren_giay]


class TestTaking:
    def test_a_document_gets_a_number_and_asking_again_gives_the_same(self, folder: Path) -> None:
        path = letter(folder)
        first, problems = acts.take(path, None, None, dt.date(2026, 11, 20), None)
        assert problems == []
        assert first
        assert (first.line.so, first.line.ngay, first.had) == (1, "2026-11-20", False)
        again, _ = acts.take(path, None, None, None, None)
        assert again == acts.Taken(first.line, had=True, own={})

    def test_a_document_that_is_not_in_order_gets_none_and_its_mistakes_have_lines(
        self, folder: Path
    ) -> None:
        text = LETTER.replace("kinh_gui:\n  - Các chi bộ trực thuộc\n", "")
        taken, (found,) = acts.take(letter(folder, text=text), None, None, None, None)
        assert taken is None
        assert found.place.file.endswith("cong-van.yaml")
        assert found.place.line
        assert lines(register_at(folder)) == []

    def test_a_register_that_cannot_be_read_is_told(self, folder: Path) -> None:
        broken(folder)
        taken, problems = acts.take(letter(folder), None, None, None, None)
        assert (taken, codes(problems)) == (None, ["KD608"])

    def test_a_file_outside_of_a_campaign_is_told(self, tmp_path: Path) -> None:
        taken, problems = acts.take(letter(tmp_path), None, None, None, None)
        assert (taken, codes(problems)) == (None, ["KD001"])

    def test_a_number_that_is_only_held_is_none_the_document_has(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from generator.editing import changes

        path = letter(folder)
        monkeypatch.setattr(changes, "edited", refused)
        taken, problems = acts.take(path, None, None, None, None)
        assert (taken, codes(problems)) == (None, ["KD620", "KD625"])
        assert [each.trang_thai for each in lines(register_at(folder))] == [TrangThai.GIU]


class TestCancelling:
    def test_the_line_says_why_and_the_document_is_a_draft_again(self, folder: Path) -> None:
        path = letter(folder)
        acts.take(path, None, None, None, None)
        line, problems = acts.cancel(path, None, None, "ban hành nhầm")
        assert problems == []
        assert line
        assert (line.so, line.trang_thai, line.ghi_chu) == (1, TrangThai.HUY, "ban hành nhầm")
        assert "so:\n" in path.read_text("utf-8")

    def test_what_has_no_number_is_told(self, folder: Path) -> None:
        assert codes(acts.cancel(letter(folder), None, None, "nhầm")[1]) == ["KD619"]

    def test_a_register_that_cannot_be_read_is_told(self, folder: Path) -> None:
        path = letter(folder)
        acts.take(path, None, None, None, None)
        broken(folder)
        line, problems = acts.cancel(path, None, None, "nhầm")
        assert (line, codes(problems)) == (None, ["KD608"])

    def test_a_number_is_cancelled_by_itself(self, folder: Path, register: Register) -> None:
        path = letter(folder)
        acts.take(path, None, None, None, None)
        line, problems = acts.cancel_number(register, LETTERS, 1, "nhầm")
        assert line
        assert (line.so, problems) == (1, [])
        assert "so:\n" in path.read_text("utf-8")
        none, problems = acts.cancel_number(register, LETTERS, 9, "nhầm")
        assert none is None
        assert len(problems) == 1

    def test_a_number_of_a_register_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        line, problems = acts.cancel_number(Register(tmp_path / "a.sqlite"), LETTERS, 1, "nhầm")
        assert (line, codes(problems)) == (None, ["KD602"])


class TestGoingOnWithPaper:
    def test_the_next_number_is_set_and_what_is_passed_over_was_on_paper(
        self, register: Register
    ) -> None:
        done, problems = acts.set_next(register, LETTERS, 40, "sổ giấy")
        assert (done, problems) == (NextSet(BODY.ten, 1), [])
        assert on_paper(register) == [OnPaper(*LETTERS, 1, 39, "sổ giấy")]

    def test_a_number_that_was_given_is_refused_at_the_register(
        self, folder: Path, register: Register
    ) -> None:
        acts.take(letter(folder), None, None, None, None)
        done, (found,) = acts.set_next(register, LETTERS, 1, "sổ giấy")
        assert (done, found.code) == (None, "KD617")
        assert found.place.file == register.path.as_posix()

    def test_what_was_said_before_a_refusal_is_not_lost(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from generator.problems import Place, problem
        from generator.register import store

        def full(*_: object) -> None:
            raise store.RegisterRefusedError(problem("KD607", Place()))

        monkeypatch.setattr(acts.numbers, "set_next", full)
        register = Register(tmp_path / "so" / "a.sqlite", BODY)
        done, problems = acts.set_next(register, LETTERS, 40, "sổ giấy")
        assert (done, codes(problems)) == (None, ["KD613", "KD607"])
