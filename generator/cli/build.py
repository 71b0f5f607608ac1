"""`kiemdiem build`: generates every document of a campaign, or of a folder of campaigns."""

import os
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import data_argument, output_option, units_option
from generator.cli.report import format_option
from generator.cli.vietnamese import VnCommand
from generator.files.real_path import real_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.building.executors import Execute

_EXISTING = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command(cls=VnCommand, short_help="Tạo mọi văn bản của cả đợt, chỉ làm lại phần thay đổi.")
@data_argument
@output_option("Văn bản nằm ở NƠI_LƯU/<đợt>/<đơn vị>/.")
@units_option
@click.option(
    "--form",
    "forms",
    metavar="MÃ",
    multiple=True,
    help="Chỉ mẫu, giấy tờ này: 01, 02B, goi-y… (ghi được nhiều lần).",
)
@click.option(
    "--person",
    "persons",
    metavar="HỌ_TÊN",
    multiple=True,
    help="Chỉ giấy tờ của người này (ghi được nhiều lần).",
)
@click.option(
    "--jobs",
    metavar="SỐ",
    type=click.IntRange(1, 64),
    help="Số tiến trình chạy cùng lúc; mặc định: số lõi của máy.",
)
@click.option(
    "--templates",
    metavar="THƯ_MỤC",
    type=_EXISTING,
    help="Thư mục mẫu Word riêng, dùng trước mẫu đi kèm chương trình.",
)
@click.option("--dry-run", "dry", is_flag=True, help="Chỉ liệt kê văn bản của đợt, không tạo gì.")
@click.option("--why", is_flag=True, help="Nói rõ vì sao từng văn bản được làm lại.")
@click.option("--clean", is_flag=True, help="Xóa văn bản thừa (dữ liệu không còn) mà chưa ai sửa.")
@click.option("--quiet", is_flag=True, help="Không hiện tiến độ, chỉ hiện lỗi và dòng cuối.")
@click.option(
    "--dask", metavar="ĐỊA_CHỈ", help="Chạy trên cụm máy Dask (cần cài kiemdiem[cluster])."
)
@format_option
def command(
    data: Path,
    out: Path,
    units: tuple[str, ...],
    forms: tuple[str, ...],
    persons: tuple[str, ...],
    jobs: int | None,
    templates: Path | None,
    dry: bool,
    why: bool,
    clean: bool,
    quiet: bool,
    dask: str | None,
    output: str,
) -> int:
    """Tạo mọi văn bản của đợt, hoặc của mọi đợt trong thư mục.

    Lần sau chỉ làm lại văn bản có dữ liệu hoặc mẫu thay đổi. Tệp đã sửa tay không bao giờ bị ghi
    đè: bản mới lưu bên cạnh. Dừng giữa chừng (Ctrl+C) thì chạy lại lệnh để làm tiếp.
    """
    from generator.building.settled import settled
    from generator.cli.counted import told
    from generator.cli.report import show
    from generator.reading.folder_names import output_folder

    if dask:  # the machines of a cluster have different working folders
        data, out = real_path(data), real_path(out)
        templates = real_path(templates) if templates else None
    if not (units or forms or persons or dry or dask):
        before = settled(data, output_folder(out, data), templates, clean=clean)
        if before:
            return show(before.problems, output, f"Đã {told(0, before.kept)}", err=True)
    from generator.building.folders import requests
    from generator.building.run import run
    from generator.cli.building import finish, listed, watched
    from generator.papers.plan import Selection

    wanted = Selection(forms=forms, persons=persons)
    asked = [
        replace(each, templates=templates, units=units, wanted=wanted, dry=dry, clean=clean)
        for each in requests(data, out)
    ]
    if dry:
        return listed(asked, output, why=why)
    with _execute(jobs, dask) as execute:
        result = run(asked, execute, watched(why=why, quiet=quiet or output == "json"))
    return finish(result, output, f"Đã {told(result.made, result.kept)}")


@contextmanager
def _execute(jobs: int | None, dask: str | None) -> "Iterator[Execute]":
    from generator.building.executors import executor

    if dask is None:
        yield executor(jobs or os.cpu_count() or 1)
        return
    try:
        from generator.building.cluster import cluster
    except ImportError as error:
        raise click.UsageError(
            "Chưa cài phần chạy trên cụm máy: pip install kiemdiem[cluster]"
        ) from error
    with ExitStack() as connection:
        try:
            execute = connection.enter_context(cluster(dask))
        except OSError as error:
            message = f"Không nối được với cụm máy Dask ở «{dask}»."
            raise click.UsageError(message) from error
        yield execute
