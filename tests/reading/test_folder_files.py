"""What is read of a folder does not depend on what else lies there."""

from pathlib import Path

from generator.reading.folder_files import data_files


def test_a_link_that_leads_to_itself_does_not_hide_the_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("a: 1\n", "utf-8")
    (tmp_path / "a.yaml").symlink_to("a.yaml")
    (tmp_path / "c.yaml").mkdir()
    assert data_files(tmp_path) == [tmp_path / "b.yaml"]
