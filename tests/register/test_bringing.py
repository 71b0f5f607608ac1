"""An Excel register is brought in whole or not at all, and can be looked at before."""

from pathlib import Path

import pytest

from generator.model import CoQuan
from generator.register import bringing
from generator.register.bringing import BroughtIn
from generator.register.series import Series
from generator.register.where import Register, chosen
from tests.register.office import BODY, LETTERS
from tests.register.test_sheet import HEAD, typed

ROWS = [HEAD, ["1", "05/01/2026", "Việc một"], ["2", "06/01/2026", "Việc hai"]]


@pytest.fixture
def register(folder: Path) -> Register:
    found = chosen(folder, None)
    assert isinstance(found, Register)
    return found


def codes(problems: list) -> list[str]:
    return [each.code for each in problems]


def counts(done: BroughtIn | None) -> tuple[str | None, int, int, bool]:
    """Whose register, lines new or changed, lines there already, whether it was written."""
    assert done is not None
    return done.co_quan, done.dong.bao_nhieu, done.dong.da_co, done.written


class TestBringingIn:
    def test_lines_of_a_workbook_are_added_once(self, tmp_path: Path, register: Register) -> None:
        typed(tmp_path / "cu.xlsx", ROWS)
        seen, _ = bringing.preview(register, tmp_path / "cu.xlsx", LETTERS)
        assert counts(seen) == (BODY.ten, 2, 0, False)
        first, problems = bringing.bring_in(register, tmp_path / "cu.xlsx", LETTERS)
        assert (counts(first), problems) == ((BODY.ten, 2, 0, True), [])
        again, _ = bringing.bring_in(register, tmp_path / "cu.xlsx", LETTERS)
        assert counts(again) == (BODY.ten, 0, 2, True)

    def test_a_workbook_with_a_mistake_begins_no_register(self, tmp_path: Path) -> None:
        typed(tmp_path / "cu.xlsx", ROWS)
        register = Register(tmp_path / "so" / "a.sqlite", BODY)
        done, problems = bringing.bring_in(register, tmp_path / "cu.xlsx", None)
        assert (counts(done), codes(problems)) == ((BODY.ten, 0, 0, False), ["KD632"])
        assert not register.path.parent.exists()

    def test_a_workbook_without_a_line_brings_nothing_and_begins_no_register(
        self, tmp_path: Path
    ) -> None:
        typed(tmp_path / "cu.xlsx", ROWS[:1])
        register = Register(tmp_path / "so" / "a.sqlite", BODY)
        done, problems = bringing.bring_in(register, tmp_path / "cu.xlsx", LETTERS)
        assert (counts(done), codes(problems)) == ((BODY.ten, 0, 0, False), ["KD671"])
        assert not register.path.parent.exists()

    def test_a_register_that_cannot_be_opened_is_told(self, tmp_path: Path) -> None:
        typed(tmp_path / "cu.xlsx", ROWS, "Công văn 2025-2030")
        done, problems = bringing.bring_in(
            Register(tmp_path / "a.sqlite"), tmp_path / "cu.xlsx", Series("cong-van", "2025-2030")
        )
        assert (counts(done), codes(problems)) == ((None, 2, 0, False), ["KD602"])

    def test_a_sheet_by_year_is_none_of_a_body_that_counts_by_term(
        self, tmp_path: Path, register: Register
    ) -> None:
        typed(tmp_path / "cu.xlsx", ROWS, "Công văn 2026")
        done, problems = bringing.bring_in(register, tmp_path / "cu.xlsx", None)
        assert (counts(done)[3], codes(problems)) == (False, ["KD670"])
        assert "đánh số theo nhiệm kỳ" in problems[0].message

    def test_a_sheet_by_term_is_none_of_a_body_that_counts_by_year(self, tmp_path: Path) -> None:
        typed(tmp_path / "cu.xlsx", ROWS, "Công văn 2025-2030")
        state = CoQuan.model_validate({"ten": "Ủy ban", "ky_hieu": "UBND", "khoi": "nha_nuoc"})
        register = Register(tmp_path / "so" / "a.sqlite", state)
        _, (found, *_) = bringing.preview(register, tmp_path / "cu.xlsx", None)
        assert found.code == "KD670"
        assert "là dãy theo nhiệm kỳ, nhưng Ủy ban đánh số theo năm" in found.message

    def test_a_preview_writes_nothing(self, tmp_path: Path) -> None:
        typed(tmp_path / "cu.xlsx", ROWS)
        register = Register(tmp_path / "so" / "a.sqlite", BODY)
        done, problems = bringing.preview(register, tmp_path / "cu.xlsx", LETTERS)
        assert (counts(done), problems) == ((BODY.ten, 2, 0, False), [])
        assert not register.path.parent.exists()
