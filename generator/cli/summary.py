"""`kiemdiem summary`: writes the results of a whole campaign to Word and Excel."""

from pathlib import Path

import click

from generator.cli.options import data_argument, output_option
from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Tổng hợp kết quả xếp loại của cả đợt: Word và Excel.")
@data_argument
@output_option("Các bảng nằm ở NƠI_LƯU/<đợt>/tong-hop/.")
def command(data: Path, out: Path) -> int:
    """Cộng kết quả của mọi đơn vị trong đợt, hoặc của từng đợt trong thư mục.

    Tạo bảng tổng hợp (theo đối tượng, theo đơn vị), Biểu 6F, danh sách chưa kiểm điểm, xếp loại,
    thông báo kết quả, và một tệp Excel cùng số liệu. Con số không khớp thì được nói rõ. Tệp đã sửa
    tay không bị ghi đè.
    """
    from generator.building.folders import requests
    from generator.cli.report import show
    from generator.summary.write import write_summary

    problems = []
    count = 0
    for request in requests(data, out):
        files, found = write_summary(request)
        for file in files:
            click.echo(file.as_posix())
        count += len(files)
        problems += found
    problems = list(dict.fromkeys(problems))
    code = show(problems, "text", f"Đã tổng hợp vào {count} tệp", err=True)
    return code or int(not count)
