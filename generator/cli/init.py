"""`kiemdiem init`: creates a new campaign folder with comments, ready to fill in."""

from pathlib import Path

import click

from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Tạo thư mục dữ liệu mới cho một đợt.")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Tạo thư mục dữ liệu mới cho một đợt, có sẵn chú giải để điền.

    Không ghi đè tệp nào đã có.
    """
    from generator.setup.scaffold import start_campaign

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"«{folder}» đã có; chọn một thư mục mới hoặc thư mục trống.")
    for path in start_campaign(folder):
        click.echo(path.as_posix())
    click.echo(f"Tiếp theo: điền các tệp rồi chạy «kiemdiem validate {folder}».", err=True)
    return 0
