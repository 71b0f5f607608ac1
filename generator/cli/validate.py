"""`kiemdiem validate`: reads and checks data without changing anything."""

from pathlib import Path

import click

from generator.cli.report import format_option, show
from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Kiểm tra dữ liệu, không thay đổi gì.")
@click.argument(
    "paths", metavar="TỆP_HOẶC_THƯ_MỤC...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@format_option
def command(paths: tuple[Path, ...], output: str) -> int:
    """Kiểm tra tệp dữ liệu hoặc cả thư mục của đợt; không thay đổi gì.

    Mỗi dòng báo cáo ghi tệp, dòng, cột, điều chưa đúng và cách sửa.
    """
    from generator.papers.validation import check_paths

    checked, problems = check_paths(paths)
    return show(problems, output, f"Đã kiểm tra {checked} tệp")
