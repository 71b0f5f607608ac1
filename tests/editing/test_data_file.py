"""A file is written whole, only if nobody changed it meanwhile, and nothing but the edit."""

from pathlib import Path

import pytest

from generator.editing.data_file import snapshot, write_edits, write_values
from generator.editing.edits import Edit, Insert, Remove, Set

EDITS: list[Edit] = [
    Set(("han_che",), "Chậm: hai lần.\nNgại.\n"), Remove(("ghi_chu",)), Insert(("ds",), 0, "x")
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.yaml"
    made.write_bytes("\ufeffloai: ca-nhan # giữ\r\nhan_che: Ít\r\nghi_chu: bỏ\r\n".encode())
    return made


def test_edits_are_written_and_every_other_byte_stays(path: Path) -> None:
    assert write_edits(snapshot(path), EDITS) == []
    assert path.read_bytes().decode() == (
        "\ufeffloai: ca-nhan # giữ\r\nhan_che: |\r\n  Chậm: hai lần.\r\n  Ngại.\r\nds:\r\n  - x\r\n"
    )


def test_what_changes_nothing_does_not_touch_the_file(path: Path) -> None:
    before = path.stat().st_mtime_ns
    assert write_edits(snapshot(path), [Set(("han_che",), "Ít")]) == []
    assert path.stat().st_mtime_ns == before


def test_what_cannot_be_edited_leaves_the_file_and_says_why(path: Path) -> None:
    before = path.read_bytes()
    (found,) = write_edits(snapshot(path), [*EDITS, Set(("han_che", "x"), "y")])
    assert (found.code, found.place.file, found.place.line) == ("KD570", path.as_posix(), 2)
    assert path.read_bytes() == before


def test_a_file_that_somebody_changed_meanwhile_is_left_alone(path: Path) -> None:
    seen = snapshot(path)
    path.write_text("loai: ca-nhan\nhan_che: Khác\n", "utf-8")
    (found,) = write_edits(seen, EDITS)
    assert found.code == "KD621"
    assert "han_che: Khác" in path.read_text("utf-8")


def test_a_number_that_cannot_be_written_is_told_with_the_reason(path: Path) -> None:
    path.write_text("? so\nngay: 1/1/2026\n", "utf-8")
    (found,) = write_values(snapshot(path), (), {"so": "12"})
    assert found.code == "KD620"
    assert "không sửa được mục so mà không đụng đến chỗ khác" in found.message
    assert "«so: 12»" in found.mend


def test_a_missing_key_is_not_added_to_empty_it(path: Path) -> None:
    before = path.read_bytes()
    assert write_values(snapshot(path), (), {"so": None}) == []
    assert path.read_bytes() == before
