"""`kiemdiem pack`: creates the pack of one unit, as folder and zip."""

from pathlib import Path

import click

from generator.cli.options import data_argument, day_option, output_option
from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Lập gói hồ sơ của một đơn vị để nộp.")
@data_argument
@click.argument("unit", metavar="ĐƠN_VỊ")
@output_option("Gói lưu ở NƠI_LƯU/<đợt>/nop/<đơn vị>/ và tệp .zip cùng tên.")
@day_option
@click.option(
    "--incomplete",
    is_flag=True,
    help="Vẫn lập gói khi hồ sơ chưa đủ; mục lục và biên bản ghi rõ phần thiếu.",
)
def command(data: Path, unit: str, out: Path, day: str | None, incomplete: bool) -> int:
    """Lập gói hồ sơ của một đơn vị (mã hoặc tên) từ những tệp đã kiểm tra.

    Gói gồm văn bản theo thứ tự danh mục, mục lục, biên bản giao nhận và bản kê mã đối chiếu.
    """
    from generator.cli.options import day_of
    from generator.cli.report import show
    from generator.handover.write import write_pack

    written, problems = write_pack(data, unit, out, day_of(day), incomplete=incomplete)
    for path in written:
        click.echo(path.as_posix())
    return show(problems, "text", "Đã lập gói hồ sơ" if written else "Chưa lập gói", err=True)
