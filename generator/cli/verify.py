"""`kiemdiem verify`: checks that packs are unchanged since they were packed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.vietnamese import VnCommand

if TYPE_CHECKING:
    from generator.problems import Problem


@click.command(cls=VnCommand, short_help="Kiểm tra gói hồ sơ nhận được còn nguyên.")
@click.argument(
    "packs", metavar="GÓI...", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True)
)
def command(packs: tuple[Path, ...]) -> int:
    """Đối chiếu gói hồ sơ (thư mục hoặc .zip) với bản kê của gói: thiếu, đổi, thêm tệp nào.

    So mã đối chiếu của bản kê với mã ghi trên biên bản giao nhận đã ký.
    """
    from generator.cli.report import show
    from generator.handover.verify import verify

    problems: list[Problem] = []
    for path in packs:
        found = verify(path)
        problems += found.problems
        if found.ma_bam:
            name = found.don_vi or path.name
            click.echo(f"{name}: {found.so_tep} tệp, mã đối chiếu của bản kê {found.ma_bam}")
    return show(problems, "text", f"Đã kiểm tra {len(packs)} gói", err=True)
