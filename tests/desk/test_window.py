"""A second start finds the desk that is open, and only that."""

from pathlib import Path

from generator.desk.window import Window, another_link, file_of, forget, port_of, tell, told


def test_what_is_told_is_found_by_the_folder_and_forgotten_but_for_the_port(tmp_path: Path) -> None:
    here = Window(50123, "bí mật")
    assert told(tmp_path) is None
    assert port_of(tmp_path) == 0
    tell(tmp_path, here)
    assert told(tmp_path / "a" / "..") == here
    assert told(tmp_path / "b") is None
    forget(tmp_path, Window(1, "của nơi khác"))
    assert told(tmp_path) == here
    forget(tmp_path, here)
    assert told(tmp_path) == Window(50123, "")


def test_what_is_no_desk_is_not_gone_to(tmp_path: Path) -> None:
    file = file_of(tmp_path)
    file.parent.mkdir(parents=True, exist_ok=True)
    for text in ("", "[]", '{"port": "x"}', "\x00"):
        file.write_text(text, "utf-8")
        assert told(tmp_path) is None
    assert another_link(Window(1, "x")) is None
