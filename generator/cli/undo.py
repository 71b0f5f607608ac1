"""`kiemdiem undo`: takes back a change of data files, unless somebody changed them since."""

import re
from pathlib import Path

import click

from generator.cli.changing import campaign_argument
from generator.cli.vietnamese import VnCommand


def _number(_ctx: click.Context, _param: click.Parameter, given: str | None) -> int | None:
    if given is None:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", given):
        raise click.BadParameter(
            f"«{given}» không phải là số của một lần sửa: xem kiemdiem changes"
        )
    return int(given)


@click.command(cls=VnCommand, short_help="Hoàn tác một lần sửa dữ liệu.")
@campaign_argument
@click.argument("number", metavar="[SỐ]", callback=_number, required=False)
def command(folder: Path, number: int | None) -> int:
    """Trả các tệp về như trước lần sửa SỐ (xem kiemdiem changes); mặc định: lần mới nhất.

    Tệp có người sửa sau đó thì không hoàn tác, và cả hai bản được cho xem. Số của sổ văn bản đi
    không hoàn tác: bỏ số bằng kiemdiem number cancel.
    """
    from generator.cli.report import show
    from generator.editing.applying import undone

    done = undone(folder, number)
    text = "Chưa hoàn tác gì" if done.so is None else f"Đã hoàn tác, lần sửa số {done.so}"
    return show(done.problems, "text", text, err=True)
