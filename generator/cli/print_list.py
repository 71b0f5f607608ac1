"""`kiemdiem print-list`: lists the documents to print, with order and copies."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

import click

from generator.cli.options import data_argument, output_option, units_option
from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Danh sách văn bản cần in: thứ tự, số bản.")
@data_argument
@output_option("Nơi «kiemdiem build» đã lưu văn bản.")
@units_option
@click.option(
    "--excel",
    metavar="TỆP",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi thêm ra tệp Excel này (.xlsx); tệp đã có người sửa không bị ghi đè.",
)
def command(data: Path, out: Path, units: tuple[str, ...], excel: Path | None) -> int:
    """Liệt kê văn bản theo thứ tự hồ sơ với số bản cần in của từng văn bản."""
    from generator.building.folders import requests
    from generator.building.listing import all_rows
    from generator.building.print_list import workbook
    from generator.cli.report import show
    from generator.files.documents import write_document

    listed, problems = all_rows(replace(each, units=units) for each in requests(data, out))
    for unit, its in groupby(listed, key=lambda row: row.don_vi):
        click.echo(f"\n{unit or 'Văn bản của đợt'}")
        for row in its:
            there = "" if Path(row.tep).exists() else "  (chưa có tệp)"
            click.echo(f"  {row.so_ban:>3} bản  {Path(row.tep).name}{there}")
    if excel:
        written, found = write_document(excel, workbook(listed))
        problems += found
        if written:
            click.echo(f"Đã ghi {written.as_posix()}", err=True)
    copies = sum(row.so_ban for row in listed)
    return show(problems, "text", f"Cần in {len(listed)} văn bản, {copies} bản", err=True)
