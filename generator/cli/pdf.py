"""`kiemdiem pdf`: a PDF of every paper, and one of every unit as the print list says."""

from dataclasses import replace
from pathlib import Path

import click

from generator.cli.options import data_argument, output_option
from generator.cli.report import format_option
from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Chuyển sang PDF, mỗi đơn vị một tệp để in một lần.")
@data_argument
@click.argument("unit", metavar="[ĐƠN_VỊ]", required=False)
@output_option("Nơi «kiemdiem build» đã lưu văn bản; PDF lưu ở NƠI_LƯU/<đợt>/pdf/.")
@click.option(
    "--jobs",
    metavar="SỐ",
    type=click.IntRange(1, 16),
    default=2,
    show_default=True,
    help="Số LibreOffice chạy cùng lúc.",
)
@click.option("--quiet", is_flag=True, help="Không hiện tiến độ, chỉ hiện lỗi và dòng cuối.")
@format_option
def command(data: Path, unit: str | None, out: Path, jobs: int, quiet: bool, output: str) -> int:
    """Chuyển văn bản đã tạo sang PDF, và gộp của mỗi đơn vị thành một tệp để in.

    Tệp gộp theo đúng thứ tự, số bản của danh sách in. Chạy «kiemdiem build» trước. Lần sau chỉ làm
    lại văn bản thay đổi; tệp Word đã sửa tay được chuyển như đang có. Dừng giữa chừng (Ctrl+C) thì
    chạy lại để làm tiếp. Cần LibreOffice.
    """
    from generator.building.folders import requests
    from generator.cli.crash import report_crash
    from generator.cli.pdf_progress import told, watched
    from generator.cli.report import show
    from generator.pdf.run import make_pdfs

    asked = [replace(each, units=(unit,) if unit else ()) for each in requests(data, out)]
    result = make_pdfs(asked, jobs, watched(quiet=quiet or output == "json"))
    for crash in result.crashes:
        report_crash(crash)
    if result.stopped:
        click.echo(f"Đã dừng theo yêu cầu: {told(result)}. Chạy lại để làm tiếp.", err=True)
        return 130
    for path in result.files if output == "text" else ():
        click.echo(path.as_posix())
    found = show(
        result.problems, output, f"Đã {told(result)}", err=True, crashes=len(result.crashes)
    )
    return 3 if result.crashes else 2 if result.unable else found
