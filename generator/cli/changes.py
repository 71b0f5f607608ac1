"""`kiemdiem changes`: lists what was changed in a campaign, when and by whom."""

from pathlib import Path

import click

from generator.cli.changing import campaign_argument, values
from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Liệt kê các lần sửa dữ liệu của đợt.")
@campaign_argument
def command(folder: Path) -> int:
    """Liệt kê các lần sửa qua chương trình, mới nhất trước: số, lúc nào, ai, sửa gì.

    Sửa bằng tay (Notepad, trình soạn thảo khác) không có ở đây.
    """
    from generator.cli.report import show
    from generator.editing.applying import history
    from generator.problems import Place, problem

    try:
        entries = history(folder)
    except BlockingIOError:
        return show([problem("KD576", Place(file=folder.as_posix()))], "text", err=True)
    for each in entries:
        click.echo(f"{each.so}  {each.luc[:16].replace('T', ' ')}  {each.nguoi}  {each.trang_thai}")
        for line in values(each.changes):
            click.echo(f"    {line}")
    return show([], "text", f"{len(entries)} lần sửa", err=True)
