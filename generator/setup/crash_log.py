"""The log file of a bug in the program: where in the code it happened, and no value of the data."""

import datetime as dt
import platform
import tempfile
from itertools import count
from pathlib import Path

from generator import __version__
from generator.files.atomic import write_file
from generator.files.digests import NoSourcesError, build_id


def log_crash(way: str) -> tuple[Path | None, list[str]]:
    """Write the log file.

    Args:
        way: the trace through the code (`generator.problems.trace.way`), without values.

    Returns:
        The file, in the working folder or else the system's temporary one; None if neither takes
        it; and its lines.
    """
    python, system = platform.python_version(), platform.platform()
    lines = [f"kiemdiem {__version__} ({_build()}), Python {python}, {system}", way]
    data = "".join(f"{line}\n" for line in lines).encode()
    for folder in log_folders():
        path = _unused(folder)
        if not write_file(path, data):
            return path, lines
    return None, lines


def log_folders() -> tuple[Path, Path]:
    """Return the folders in which the log is written: the second where the first refuses."""
    return Path.cwd(), Path(tempfile.gettempdir())


def _build() -> str:
    try:
        return build_id()[:8]
    except NoSourcesError:
        return "?"


def _unused(folder: Path) -> Path:
    """Return a path at which nothing stands: one second may see several bugs."""
    name = f"loi-kiemdiem-{dt.datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    names = (f"{name}{f'-{number}' if number > 1 else ''}.txt" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())
