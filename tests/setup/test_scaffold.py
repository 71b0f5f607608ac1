"""A campaign is begun whole, and goes on where a full disk ended it."""

import errno
from pathlib import Path

import pytest

from generator.files import atomic
from generator.setup.scaffold import begun, start_campaign, write_schemas


def tree(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def fill_the_disk(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    real, count = atomic.create, [0]

    def create(path: Path, data: bytes) -> None:
        count[0] += 1
        if count[0] > after:
            path.touch()
            raise OSError(errno.ENOSPC, "full")
        real(path, data)

    monkeypatch.setattr(atomic, "create", create)


@pytest.mark.parametrize("after", [0, 1, 5])
def test_a_full_disk_leaves_whole_files_and_the_next_run_the_rest(
    after: int, tmp_path: Path
) -> None:
    whole = tmp_path / "whole"
    start_campaign(whole, 2026)
    folder = tmp_path / "dot"
    with pytest.MonkeyPatch.context() as patch:
        fill_the_disk(patch, after)
        written, problems = start_campaign(folder, 2026)
    assert [each.code for each in problems] == ["KD503"]
    assert len(written) == after
    assert tree(folder).items() <= tree(whole).items()
    assert begun(folder, 2026)
    (folder / ".kiemdiem-0123.tmp").touch()  # as a killed run leaves it
    assert start_campaign(folder, 2026)[1] == []
    assert tree(folder) == tree(whole)
    assert not begun(folder, 2026)


@pytest.mark.parametrize("name", ["dot.yaml", "ghi chu.txt", "don-vi/a.yaml"])
def test_a_folder_in_which_somebody_worked_is_not_begun_again(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("ten: của tôi\n", "utf-8")
    assert not begun(tmp_path, 2026)


def test_an_edited_schema_is_not_replaced(tmp_path: Path) -> None:
    written, problems = write_schemas(tmp_path)
    assert problems == []
    first = written[0]
    first.write_text(first.read_text("utf-8").replace("Tệp", "Tệp của tôi"), "utf-8")
    mine = first.read_bytes()
    again, problems = write_schemas(tmp_path)
    assert [each.code for each in problems] == ["KD505"]
    assert first.read_bytes() == mine
    assert again[0].name == f"{first.stem} (mới).json"
