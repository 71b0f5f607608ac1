"""What a clerk sees when the program has a bug: a short message and a log file to send."""

import datetime as dt
import platform
import tempfile
from itertools import count
from pathlib import Path

import click

from generator import __version__
from generator.building.digests import NoSourcesError, build_id
from generator.files.atomic import write_file


def report_crash(way: str) -> None:
    """Write the log file and print its path.

    Args:
        way: the trace through the code (`generator.problems.trace.way`), without values.
    """
    python, system = platform.python_version(), platform.platform()
    lines = [f"kiemdiem {__version__} ({_build()}), Python {python}, {system}", way]
    data = "".join(f"{line}\n" for line in lines).encode()
    for folder in (Path.cwd(), Path(tempfile.gettempdir())):
        path = _unused(folder)
        if write_file(path, data):
            continue
        click.echo(
            "Chương trình gặp lỗi ngoài dự kiến. Dữ liệu không bị thay đổi. "
            f"Nhờ đồng chí gửi tệp này cho người phụ trách: {path}",
            err=True,
        )
        return
    click.echo("Chương trình gặp lỗi ngoài dự kiến. Dữ liệu không bị thay đổi.", err=True)
    click.echo("\n".join(lines), err=True)


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
