"""A folder is made whole or not at all."""

from pathlib import Path

import pytest

from generator.files.new_folder import make_folder

FILES = {"dot.yaml": b"nam: 2026\n", "don-vi/a.yaml": b"a\n", "don-vi/b/ca-nhan/c.yaml": b"c\n"}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_all_files_are_there_with_their_folders(tmp_path: Path) -> None:
    assert make_folder(tmp_path / "dot", FILES)
    assert tree(tmp_path) == {f"dot/{name}": data for name, data in FILES.items()}


def test_what_is_not_right_is_not_made(tmp_path: Path) -> None:
    seen = {}

    def is_right(new: Path) -> bool:
        seen.update(tree(new))
        return False

    assert not make_folder(tmp_path / "dot", FILES, is_right)
    assert seen == FILES
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / ".kiemdiem-dot.tmp" / "don-vi" / "cu.yaml"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"x")
    assert make_folder(tmp_path / "dot", FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["dot"]
    assert tree(tmp_path / "dot") == FILES


def test_a_folder_in_which_something_lies_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "dot").mkdir()
    (tmp_path / "dot" / "cua-toi.txt").write_bytes(b"x")
    with pytest.raises(OSError):  # noqa: PT011 - each system has an error of its own
        make_folder(tmp_path / "dot", FILES)
    assert tree(tmp_path) == {"dot/cua-toi.txt": b"x"}
