"""Lists the data files of one folder: the one answer to what is read there."""

import os
from pathlib import Path

from generator.opening.regular import is_file

ENDING = ".yaml"


def is_data_name(name: str) -> bool:
    """Return whether a file of this name is read: `*.yaml`, not hidden and no lock of a program."""
    return name[-len(ENDING) :].lower() == ENDING and not name.startswith((".", "~$"))


def data_files(folder: Path) -> list[Path]:
    """List the data files directly in a folder, sorted by name; none if it cannot be listed.

    What else lies there, `generator.reading.laid_out` tells.
    """
    try:
        with os.scandir(folder) as entries:
            names = [each.name for each in entries if is_data_name(each.name) and is_file(each)]
    except OSError:
        return []
    return [folder / name for name in sorted(names)]
