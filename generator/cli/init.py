"""`kiemdiem init`: creates a new campaign folder with comments, ready to fill in."""

from pathlib import Path

import click

from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Tạo thư mục dữ liệu mới cho một đợt.")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Tạo thư mục dữ liệu mới cho một đợt, có sẵn chú giải để điền.

    Năm kiểm điểm lấy theo tên thư mục (kiem-diem-2024), không có thì theo ngày hôm nay. Không ghi
    đè tệp nào đã có. Lần trước dừng giữa chừng (hết chỗ trên đĩa, mất điện) thì chạy lại để tạo nốt
    các tệp còn thiếu.
    """
    import datetime as dt

    from generator.cli.launcher import called, typed
    from generator.cli.report import show
    from generator.setup.first_files import year_of
    from generator.setup.scaffold import begun, start_campaign

    year = year_of(folder, dt.datetime.now().astimezone().date())
    if not begun(folder, year):
        raise click.UsageError(f"«{folder}» đã có; chọn một thư mục mới hoặc thư mục trống.")
    written, problems = start_campaign(folder, year)
    for path in written:
        click.echo(path.as_posix())
    if problems:
        return show(problems, "text", f"Đã tạo {len(written)} tệp, chưa đủ", err=True)
    click.echo(
        f"Đợt kiểm điểm năm {year}. Điền trước tiên: {(folder / 'dot.yaml').as_posix()}. "
        f"Điền các tệp rồi chạy «{called()} validate {typed(folder)}».",
        err=True,
    )
    return 0
