"""What a clerk sees of edits, what was changed, and taking it back."""

import contextlib
import shutil
from pathlib import Path

import pytest

from generator.editing import journal
from tests.cli.run import Run, kiemdiem

SAMPLE = Path(__file__).parents[2] / "data" / "vi-du-2026"
UNIT = "vi-du-2026/don-vi/chi-bo-thon-doai.yaml"


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "vi-du-2026")
    return tmp_path / UNIT


def test_a_value_is_changed_shown_listed_and_taken_back(run: Run, unit: Path) -> None:
    before = unit.read_bytes()
    seen = run("edit", UNIT, "ca_nhan.0.ho_ten", "Trần Thị Mới", "--dry-run")
    assert "+  - ho_ten: Trần Thị Mới" in seen.stdout
    assert "chưa ghi gì" in seen.stderr
    assert unit.read_bytes() == before
    done = run("edit", UNIT, "ca_nhan.0.ho_ten", "Trần Thị Mới")
    assert (done.returncode, "lần sửa số 1" in done.stderr) == (0, True)
    assert "ho_ten: Trần Thị Mới" in unit.read_text("utf-8")
    listed = run("changes", "vi-du-2026").stdout
    assert "ca_nhan.0.ho_ten: «Lê Thị Hạnh» → «Trần Thị Mới»" in listed
    assert run("undo", "vi-du-2026").returncode == 0
    assert unit.read_bytes() == before
    again = run("undo", "vi-du-2026")
    assert (again.returncode, "KD577" in again.stderr) == (1, True)


def test_a_change_that_makes_the_file_wrong_is_not_written(run: Run, unit: Path) -> None:
    before = unit.read_bytes()
    done = run("edit", UNIT, "khong_co_khoa", "x")
    assert (done.returncode, "KD101" in done.stderr) == (1, True)
    assert unit.read_bytes() == before


def test_a_value_or_its_removal_must_be_asked_for(run: Run, unit: Path) -> None:
    assert unit.is_file()
    assert run("edit", UNIT, "ca_nhan.0.ho_ten").returncode == 2
    assert run("edit", UNIT, "ca_nhan.0.ho_ten", "x", "--remove").returncode == 2


def test_a_warning_that_is_not_there_cannot_be_accepted(run: Run, unit: Path) -> None:
    before = unit.read_bytes()
    done = run("accept", UNIT, "KD431", "--reason", "đã xem")
    assert (done.returncode, "KD579" in done.stderr) == (1, True)
    assert unit.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("edit", UNIT, "", "x"),
        ("edit", UNIT, "ca_nhan.0.han_che", "- x"),
        ("edit", UNIT, "ca_nhan.0.han_che", "--remov"),
        ("accept", UNIT, "KD431", "--reason", " "),
        ("accept", UNIT, "KD431", "--reason", "đã xem", "--by", ""),
        ("accept", UNIT, "KD431", "--reason", "a\udcff"),
        ("changes", "khong-co"),
        ("undo", "khong-co"),
        ("undo", "vi-du-2026", "hai"),
        ("undo", "vi-du-2026", "9" * 30),
    ],
)
def test_what_is_asked_wrongly_is_told_in_vietnamese(unit: Path, words: tuple[str, ...]) -> None:
    before = unit.read_bytes()
    with contextlib.chdir(unit.parents[2]):
        done = kiemdiem(*words)
    assert done.returncode == 2
    assert "Lỗi: " in done.stderr
    assert "integer" not in done.stderr
    assert unit.read_bytes() == before
    assert {each.name for each in unit.parents[1].iterdir()} == {
        "cong-van.yaml",
        "don-vi",
        "dot.yaml",
    }


def test_a_value_that_begins_with_a_dash_is_written_as_the_message_says(unit: Path) -> None:
    told = kiemdiem("edit", str(unit), "ca_nhan.0.han_che", "- Chậm").stderr
    assert "thì ghi thêm -- ở trước" in told
    assert kiemdiem("edit", str(unit), "ca_nhan.0.han_che", "--", "- Chậm").returncode == 0
    assert 'han_che: "- Chậm"' in unit.read_text("utf-8")


@pytest.mark.parametrize(("name", "code"), [("khong-co.yaml", "KD001"), ("", "KD002")])
def test_a_file_that_is_none_is_told(unit: Path, name: str, code: str) -> None:
    done = kiemdiem("edit", str(unit.parent / name), "ten", "x")
    assert (done.returncode, code in done.stderr) == (1, True)


def test_a_number_that_was_taken_is_not_undone_but_cancelled(unit: Path) -> None:
    letter = unit.parents[1] / "cong-van.yaml"
    letter.write_text("loai: cong-van\ntrich_yeu: a\nkinh_gui: [X]\nnoi_dung: x\n", "utf-8")
    assert kiemdiem("number", "take", str(letter), "--date", "10/11/2026").returncode == 0
    taken = letter.read_bytes()
    done = kiemdiem("undo", str(unit.parents[1]))
    assert (done.returncode, "KD581" in done.stderr) == (1, True)
    assert "number cancel" in done.stderr
    assert letter.read_bytes() == taken


def test_while_somebody_writes_a_list_of_changes_says_so(
    unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = unit.parents[1]
    kiemdiem("edit", str(unit), "ca_nhan.0.han_che", "Chậm")
    monkeypatch.setattr(journal, "WAIT", 0.1)
    monkeypatch.setattr(journal, "BRIEF", 0.1)
    with journal.opened(folder):
        listed, checked = kiemdiem("changes", str(folder)), kiemdiem("validate", str(folder))
    assert (listed.returncode, "KD576" in listed.stderr) == (1, True)
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize(("value", "code"), [("Nể  nang", "KD150"), ("Vui 😀", "KD060")])
def test_a_value_that_looks_odd_is_written_and_told(unit: Path, value: str, code: str) -> None:
    for _ in range(2):
        done = kiemdiem("edit", str(unit), "ca_nhan.0.han_che", value)
        assert done.returncode == 0
        assert (code in done.stderr) is ("Đã sửa 1 tệp" in done.stderr)
    assert f"han_che: {value}" in unit.read_text("utf-8")


@pytest.mark.parametrize(
    ("key", "value", "code"), [("la", "x", "KD101"), ("ma", "khac", "KD038"), ("ten", "Mới", None)]
)
def test_a_kind_of_the_office_is_checked_like_any_file(
    unit: Path, key: str, value: str, code: str | None
) -> None:
    kind = unit.parents[1] / "loai" / "thu-ngo.yaml"
    kind.parent.mkdir()
    kind.write_text("loai: loai-van-ban\nma: thu-ngo\nten: Thư ngỏ\nbo_cuc: ten-loai\n", "utf-8")
    done = kiemdiem("edit", str(kind), key, value)
    assert (done.returncode, bool(code) and str(code) in done.stderr) == (
        int(bool(code)),
        bool(code),
    )
