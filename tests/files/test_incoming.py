"""Files that come in piece by piece: whole or absent, never in the place of another."""

import os
from pathlib import Path

import pytest

from generator.files.file_names import safe_name
from generator.files.incoming import Incoming, settle, swept


def came(folder: Path, *pieces: bytes, most: int = 100) -> Incoming:
    file = Incoming(folder, most)
    for each in pieces:
        file.add(each)
    file.ended()
    return file


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    file = Incoming(tmp_path / "a", 100)
    file.add(b"one ")
    assert [each for each in names(tmp_path / "a") if not each.startswith(".kiemdiem-")] == []
    file.add(b"two")
    file.ended()
    settled = settle(file.path, tmp_path / "b", "x.pdf")
    assert settled.moi
    assert settled.tep.read_bytes() == b"one two"
    assert (names(tmp_path / "a"), names(tmp_path / "b")) == ([], ["x.pdf"])


def test_a_file_that_is_too_large_leaves_nothing(tmp_path: Path) -> None:
    file = came(tmp_path, b"x" * 60, b"x" * 60, b"x" * 60)
    assert (file.qua_lon, file.co, names(tmp_path)) == (True, 180, [])


def test_a_file_that_was_broken_off_leaves_nothing(tmp_path: Path) -> None:
    file = Incoming(tmp_path, 100)
    file.add(b"half")
    file.dropped()
    assert names(tmp_path) == []


def test_a_disk_that_is_full_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_files: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.files.incoming.flush", full)
    with pytest.raises(OSError, match="space"):
        came(tmp_path, b"x")
    assert names(tmp_path) == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    for number, text in enumerate((b"one", b"two", b"three", b"two")):
        said = settle(
            came(tmp_path, text).path, tmp_path, ("A.pdf", "a.PDF", "a.pdf", "b.pdf")[number]
        )
        assert said.moi is (number < 3)
        assert said.tep.read_bytes() == text
    assert sorted(each.casefold() for each in names(tmp_path)) == [
        "a (2).pdf",
        "a (3).pdf",
        "a.pdf",
    ]


def test_a_name_that_is_taken_at_the_last_moment_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = came(tmp_path, b"mine")
    (tmp_path / "there").mkdir()
    real = Path.hardlink_to

    def late(self: Path, target: Path) -> None:
        if not self.exists() and self.name == "x.pdf":
            self.write_bytes(b"theirs")
        real(self, target)

    monkeypatch.setattr(Path, "hardlink_to", late)
    said = settle(file.path, tmp_path / "there", "x.pdf")
    assert (said.tep.name, (tmp_path / "there" / "x.pdf").read_bytes()) == ("x (2).pdf", b"theirs")


def test_a_drive_without_links_takes_files_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_self: Path, _target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    (tmp_path / "x.pdf").write_bytes(b"theirs")
    said = settle(came(tmp_path, b"mine").path, tmp_path, "x.pdf")
    assert said.tep.read_bytes() == b"mine"
    assert names(tmp_path) == ["x (2).pdf", "x.pdf"]


def test_a_link_is_never_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "secret").write_bytes(b"mine")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.pdf").symlink_to(tmp_path / "out" / "secret")
    said = settle(came(tmp_path, b"mine").path, tmp_path / "in", "x.pdf")
    assert said.moi
    assert not said.tep.is_symlink()
    assert names(tmp_path / "out") == ["secret"]


def test_what_a_killed_run_left_goes_after_an_hour(tmp_path: Path) -> None:
    old, young = Incoming(tmp_path, 9), Incoming(tmp_path, 9)
    os.utime(old.path, (0, 0))
    swept(tmp_path)
    assert names(tmp_path) == [young.path.name]
    old.dropped()
    young.dropped()


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("C:\\Giấy tờ\\..\\CON.docx", "_CON.docx"), ("../../etc/passwd", "passwd"), ("..", "_"), ("/", "_"),
        ("a:b.docx", "a b.docx"), ("x.docx:evil.exe", "x.docx evil.exe"), ("x.docx. . ", "x.docx"),
        ("NUL.txt.docx", "_NUL.txt.docx"), ("a\0b.docx", "a b.docx"), ("x.docx\0", "x.docx"), ("aux", "_aux"),
        ("x\u202excod.exe", "xxcod.exe"), ("Đơn .docx", "Đơn.docx"), ("bản kê.PDF", "bản kê.PDF"),
        ("thư mục/con/Đơn.docx", "Đơn.docx"), ("", "_"), (".docx", "docx"),
    ],
)  # fmt: skip
def test_a_name_is_made_safe(given: str, safe: str) -> None:
    assert safe_name(given) == safe


@pytest.mark.parametrize("given", ["ạ" * 83 + ".pdf", "a" * 251 + ".docx", "x." + "y" * 250])
def test_a_long_name_keeps_its_ending(given: str) -> None:
    safe = safe_name(given)
    assert len(safe.encode()) <= 255
    assert Path(safe).suffix == (
        Path(given).suffix if len(Path(given).suffix) < 10 else Path(safe).suffix
    )
    assert len(safe) <= 120
