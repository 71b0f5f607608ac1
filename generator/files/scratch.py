"""A folder for what is only needed while a command runs."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.files.atomic import TEMPORARY, temporary_name


@contextmanager
def scratch(home: Path) -> Iterator[Path]:
    """Make a folder that only its owner may enter; it is deleted afterwards.

    What killed runs left is deleted first, so no other run may use `home` at the same time. The
    name is new each time: a process that outlived its run must not find the folder of the next.

    Args:
        home: where the folder is made; created if it is missing.

    Raises:
        OSError: the system refused.
    """
    home.mkdir(parents=True, exist_ok=True)
    _sweep(home)
    folder = temporary_name(home / "-")
    folder.mkdir(mode=0o700)
    try:
        yield folder.absolute()
    finally:
        clear(folder)
        _sweep(home)  # what outlived its run may have written on


def _sweep(home: Path) -> None:
    for left in home.glob(TEMPORARY):
        if left.is_dir() and not left.is_symlink():
            clear(left)


def clear(folder: Path) -> None:
    """Delete a folder of temporary files with all that is in it; never raises `OSError`."""
    shutil.rmtree(folder, ignore_errors=True)
