"""`kiemdiem print-list`: what the clerk at the printer needs."""

from itertools import groupby
from pathlib import Path

import click

from generator.cli.vietnamese import VnCommand

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command(cls=VnCommand, short_help="Danh sách văn bản cần in: thứ tự, số bản.")
@click.argument("data", metavar="THƯ_MỤC_DỮ_LIỆU", type=_FOLDER)
@click.option("-o", "--output-path", "out", metavar="NƠI_LƯU", type=_FOLDER, default="output",
              show_default=True, help="Nơi «kiemdiem build» đã lưu văn bản.")  # fmt: skip
@click.option("--only", "units", metavar="ĐƠN_VỊ", multiple=True,
              help="Chỉ đơn vị này: mã hoặc tên (ghi được nhiều lần).")  # fmt: skip
@click.option("--excel", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False),
              help="Ghi thêm ra tệp Excel này (.xlsx).")  # fmt: skip
def command(data: Path, out: Path, units: tuple[str, ...], excel: Path | None) -> int:
    """Liệt kê văn bản theo thứ tự hồ sơ với số bản cần in của từng văn bản."""
    from generator.cli.report import show
    from generator.production.campaigns import campaign_folders
    from generator.production.folders import Request, folders, readable
    from generator.production.listing import rows
    from generator.production.print_list import workbook
    from generator.production.write import write_file

    requests = [
        Request(each, out / each.resolve().name, units=units) for each in campaign_folders(data)
    ]
    problems = []
    for request in requests:
        dot, found = readable(request.campaign)
        problems += found if dot is None else folders(request, dot)[1]
    listed = [row for request in requests for row in rows(request)]
    for unit, its in groupby(listed, key=lambda row: row.don_vi):
        click.echo(f"\n{unit or 'Văn bản của đợt'}")
        for row in its:
            there = "" if Path(row.tep).exists() else "  (chưa có tệp)"
            click.echo(f"  {row.so_ban:>3} bản  {Path(row.tep).name}{there}")
    if excel:
        problems += write_file(excel, workbook(listed))
    copies = sum(row.so_ban for row in listed)
    return show(problems, "text", f"Cần in {len(listed)} văn bản, {copies} bản", err=True)
