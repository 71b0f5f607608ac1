"""A version of a file changes when its content does, and only then."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.at_work.seen import GONE, Remembered, Seen

LONG_AGO = 10**18


def test_a_file_keeps_its_version_while_its_content_stays(tmp_path: Path) -> None:
    seen, file = Seen(), tmp_path / "a.yaml"
    assert seen.version(str(file)) == GONE
    file.write_text("một", "utf-8")
    first = seen.version(str(file))
    assert first != GONE
    file.write_text("một", "utf-8")
    assert seen.version(str(file)) == first
    file.write_text("hai", "utf-8")
    assert seen.version(str(file)) != first
    file.unlink()
    assert seen.version(str(file)) == GONE


def test_a_second_change_in_the_same_moment_is_seen(tmp_path: Path) -> None:
    """Of equal length and time: on FAT the clock ticks every two seconds."""
    seen, file = Seen(), tmp_path / "a.yaml"
    file.write_text("một", "utf-8")
    stamp = file.stat().st_mtime_ns
    first = seen.version(str(file))
    file.write_text("mốt", "utf-8")
    os.utime(file, ns=(stamp, stamp))
    assert seen.version(str(file)) != first


def test_a_settled_file_is_not_read_to_learn_that_it_is_as_before(tmp_path: Path) -> None:
    seen, file = Seen(), tmp_path / "a.yaml"
    file.write_text("một", "utf-8")
    os.utime(file, ns=(LONG_AGO, LONG_AGO))
    first = seen.version(str(file))
    file.write_text("mốt", "utf-8")
    os.utime(file, ns=(LONG_AGO, LONG_AGO))
    # Nobody who works with files leaves both size and a time of long ago: this is the price.
    assert seen.version(str(file)) == first


def test_files_below_a_folder_are_found_and_a_missing_folder_too(tmp_path: Path) -> None:
    seen = Seen()
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.yaml").write_text("", "utf-8")
    (tmp_path / "a" / "d.yaml").write_text("", "utf-8")
    assert [Path(name).name for name, _ in seen.below(tmp_path / "a", 0)] == ["d.yaml"]
    assert {Path(name).name for name, _ in seen.below(tmp_path / "a")} == {"c.yaml", "d.yaml"}
    assert list(seen.below(tmp_path / "x")) == [(str(tmp_path / "x"), GONE)]


def test_what_is_made_of_a_file_is_made_once_a_version(tmp_path: Path) -> None:
    file, made = tmp_path / "a.yaml", []
    file.write_text("một", "utf-8")
    remembered = Remembered(Seen(), lambda path: made.append(path.read_text("utf-8")))
    for text in ("một", "hai", "hai"):
        file.write_text(text, "utf-8")
        remembered.of(file)
        remembered.of(file)
    assert made == ["một", "hai"]


def test_a_look_at_a_folder_opens_no_journal_and_so_drops_no_lock(tmp_path: Path) -> None:
    """Another process is kept out before a look and after it."""
    from generator.editing import JOURNAL, journal

    ask = (
        "import sys; from pathlib import Path; from generator.editing import journal\n"
        "try:\n    with journal.opened(Path(sys.argv[1]), 0): print('in')\n"
        "except BlockingIOError: print('out')"
    )

    def another() -> str:
        words = [sys.executable, "-c", ask, str(tmp_path)]
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()

    with journal.opened(tmp_path):
        assert another() == "out"
        assert dict(Seen().below(tmp_path))
        assert (tmp_path / JOURNAL).is_file()
        with pytest.raises(BlockingIOError), ThreadPoolExecutor(1) as beside:
            beside.submit(lambda: journal.opened(tmp_path, 0).__enter__()).result()
        assert another() == "out"
    assert another() == "in"
