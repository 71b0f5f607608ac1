"""What a clerk sees when the program has a bug: a short message and a log file to send."""

import click

from generator.setup.crash_log import log_crash


def report_crash(way: str) -> None:
    """Write the log file and print its path.

    Args:
        way: the trace through the code (`generator.problems.trace.way`), without values.
    """
    path, lines = log_crash(way)
    if path is not None:
        click.echo(
            "Chương trình gặp lỗi ngoài dự kiến. Dữ liệu không bị thay đổi. "
            f"Nhờ đồng chí gửi tệp này cho người phụ trách: {path}",
            err=True,
        )
        return
    click.echo("Chương trình gặp lỗi ngoài dự kiến. Dữ liệu không bị thay đổi.", err=True)
    click.echo("\n".join(lines), err=True)
