"""`kiemdiem undo`: takes back a change of data files, unless somebody changed them since."""

from pathlib import Path

import click

from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Hoàn tác một lần sửa dữ liệu.")
@click.argument("folder", metavar="THƯ_MỤC_ĐỢT", type=click.Path(path_type=Path, file_okay=False))
@click.argument("number", metavar="[SỐ]", type=int, required=False)
def command(folder: Path, number: int | None) -> int:
    """Trả các tệp về như trước lần sửa SỐ (xem kiemdiem changes); mặc định: lần mới nhất.

    Tệp có người sửa sau đó thì không hoàn tác, và cả hai bản được cho xem.
    """
    from generator.cli.report import show
    from generator.editing.applying import undone

    done = undone(folder, number)
    text = "Chưa hoàn tác gì" if done.so is None else f"Đã hoàn tác, lần sửa số {done.so}"
    return show(done.problems, "text", text, err=True)
