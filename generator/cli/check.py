"""`kiemdiem check`: checks whether every dossier is complete; what is missing, wrong, late."""

from pathlib import Path

import click

from generator.cli.options import data_argument, day_option, output_option, units_option
from generator.cli.vietnamese import VnCommand

FORMATS = ("text", "json", "xlsx", "html", "docx")


@click.command(cls=VnCommand, short_help="Kiểm tra hồ sơ: đủ, thiếu, sai mẫu, muộn.")
@data_argument
@output_option("Nơi «kiemdiem build» đã lưu văn bản; báo cáo lưu ở NƠI_LƯU/<đợt>/kiem-tra/.")
@units_option
@day_option
@click.option(
    "--fail-on",
    "fail_on",
    metavar="KẾT_QUẢ",
    help="Chỉ những kết quả này làm mã thoát thành 1, cách nhau bằng dấu phẩy: "
    "thieu,sai-mau. Mặc định: mọi mục đơn vị chưa đạt.",
)
@click.option(
    "--format",
    "formats",
    metavar="KIỂU",
    multiple=True,
    type=click.Choice(FORMATS),
    help="text, json: in ra; xlsx, html, docx: lưu thành tệp. Ghi được nhiều lần.",
)
@click.option("--all", "everything", is_flag=True, help="Liệt kê mọi mục còn thiếu, không rút gọn.")
@click.option(
    "--jobs",
    metavar="SỐ",
    type=click.IntRange(0, 64),
    help="Số tiến trình mở tệp nhận được; mặc định: số lõi của máy.",
)
def command(
    data: Path,
    out: Path,
    units: tuple[str, ...],
    day: str | None,
    fail_on: str | None,
    formats: tuple[str, ...],
    everything: bool,
    jobs: int | None,
) -> int:
    """Đối chiếu hồ sơ của từng đơn vị, từng người với danh mục hồ sơ của đợt.

    Tệp nhận được để trong da-nhan/<mã đơn vị>/ của đợt; bản giấy đã nộp ghi vào ho_so của đơn vị.
    """
    from generator.cli.checking import CheckOptions, run, verdicts_named
    from generator.cli.options import day_of

    kinds = verdicts_named(fail_on)
    wish = CheckOptions(
        data, out, units, day_of(day), kinds, formats or ("text",), everything, jobs
    )
    return run(wish)
