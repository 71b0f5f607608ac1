"""Where a path really leads."""

from pathlib import Path

import pytest

from generator.files.real_path import real_path


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "that").mkdir()
    (tmp_path / "link").symlink_to("that")
    assert real_path(tmp_path / "link" / "file") == real_path(tmp_path) / "that" / "file"


def test_a_relative_path_is_taken_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert real_path("a/../b") == real_path(tmp_path) / "b"


@pytest.mark.parametrize("links", [["a"], ["a", "b"], ["a", "b", "c"]])
def test_a_circle_of_links_is_no_error(tmp_path: Path, links: list[str]) -> None:
    for name, to in zip(links, [*links[1:], links[0]], strict=True):
        (tmp_path / name).symlink_to(to)
    assert real_path(tmp_path / "a").is_relative_to(real_path(tmp_path))
