"""What a clerk sees when the program has a bug: a short message and a log file to send."""

import datetime as dt
import platform
import tempfile
from pathlib import Path

import click

from generator import __version__


def report_crash(way: str) -> None:
    """Write the log file and print its path.

    Args:
        way: the trace through the code (`generator.problems.trace.way`), without values.
    """
    lines = [
        f"kiemdiem {__version__}, Python {platform.python_version()}, {platform.platform()}",
        way,
    ]
    name = f"loi-kiemdiem-{dt.datetime.now().astimezone():%Y-%m-%d-%H%M%S}.txt"
    for folder in (Path.cwd(), Path(tempfile.gettempdir())):
        path = folder / name
        try:
            path.write_text("\n".join(lines) + "\n", "utf-8")
        except OSError:
            continue
        click.echo(
            "Chương trình gặp lỗi ngoài dự kiến. Dữ liệu không bị thay đổi. "
            f"Nhờ đồng chí gửi tệp này cho người phụ trách: {path}",
            err=True,
        )
        return
    click.echo("Chương trình gặp lỗi ngoài dự kiến. Dữ liệu không bị thay đổi.", err=True)
    click.echo("\n".join(lines), err=True)
