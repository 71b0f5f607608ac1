"""`kiemdiem init`: creates a new campaign folder with comments, ready to fill in."""

from pathlib import Path

import click

from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Tạo thư mục dữ liệu mới cho một đợt.")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Tạo thư mục dữ liệu mới cho một đợt, có sẵn chú giải để điền.

    Không ghi đè tệp nào đã có. Lần trước dừng giữa chừng (hết chỗ trên đĩa, mất điện) thì chạy lại
    để tạo nốt các tệp còn thiếu.
    """
    from generator.cli.report import show
    from generator.setup.scaffold import begun, start_campaign

    if not begun(folder):
        raise click.UsageError(f"«{folder}» đã có; chọn một thư mục mới hoặc thư mục trống.")
    written, problems = start_campaign(folder)
    for path in written:
        click.echo(path.as_posix())
    if problems:
        return show(problems, "text", f"Đã tạo {len(written)} tệp, chưa đủ", err=True)
    click.echo(f"Tiếp theo: điền các tệp rồi chạy «kiemdiem validate {folder}».", err=True)
    return 0
