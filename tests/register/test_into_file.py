"""Number and day go into the file of the document, and nothing else changes."""

from pathlib import Path

from generator.editing.applying import history
from generator.editing.data_file import snapshot
from generator.register.into_file import write_values


def test_a_number_is_written_and_can_be_found_among_the_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffso:  # sau\r\nngay: 1/1/2026\r\n".encode())
    assert write_values(snapshot(path), (), {"so": "12"}) == []
    assert path.read_bytes() == "\ufeffso: 12 # sau\r\nngay: 1/1/2026\r\n".encode()
    (entry,) = history(tmp_path)
    assert [(each.path, each.sau) for each in entry.changes] == [(("so",), "12")]


def test_a_number_that_cannot_be_written_is_told_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("? so\nngay: 1/1/2026\n", "utf-8")
    (found,) = write_values(snapshot(path), (), {"so": "12"})
    assert found.code == "KD620"
    assert "không sửa được mục so mà không đụng đến chỗ khác" in found.message
    assert "«so: 12»" in found.mend


def test_a_missing_key_is_not_added_to_empty_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("ngay: 1/1/2026\n", "utf-8")
    assert write_values(snapshot(path), (), {"so": None}) == []
    assert path.read_text("utf-8") == "ngay: 1/1/2026\n"
    assert history(tmp_path) == []


def test_a_file_that_somebody_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("so: 1\n", "utf-8")
    seen = snapshot(path)
    path.write_text("so: 2\n", "utf-8")
    (found,) = write_values(seen, (), {"so": "3"})
    assert found.code == "KD621"
    assert path.read_text("utf-8") == "so: 2\n"
