"""`kiemdiem template`: lists the templates and checks them."""

from pathlib import Path

import click

from generator.cli.report import format_option, show
from generator.cli.vietnamese import VnCommand, VnGroup

_folder = click.option(
    "--templates",
    "folder",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Thư mục mẫu Word riêng.",
)
_campaign = click.option(
    "--data",
    "campaign",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Thư mục của đợt; mẫu trong thư mục con mau/ được dùng trước.",
)


@click.group(cls=VnGroup, short_help="Xem và kiểm tra mẫu Word.")
def command() -> None:
    """Xem và kiểm tra mẫu Word."""


@command.command("list", cls=VnCommand, short_help="Liệt kê các mẫu và tệp đang dùng.")
@_folder
@_campaign
def list_templates(folder: Path | None, campaign: Path | None) -> int:
    """Liệt kê các mẫu, khối dùng chung và tệp Word đang được dùng cho từng tên."""
    from generator.papers.templates import search_path

    for name, path in search_path(campaign, folder).names():
        click.echo(f"{name:<28}  {path}")
    return 0


@command.command("check", cls=VnCommand, short_help="Kiểm tra mẫu: thẻ, trường, thể thức.")
@click.argument("files", metavar="[TỆP]...", nargs=-1, type=click.Path(path_type=Path))
@_folder
@_campaign
@click.option("--fields", is_flag=True, help="Liệt kê cả các trường mà mẫu dùng.")
@format_option
def check(
    files: tuple[Path, ...], folder: Path | None, campaign: Path | None, fields: bool, output: str
) -> int:
    """Kiểm tra mẫu Word: thẻ sai, trường không có, chữ sẽ mất, giá trị thể thức.

    Không ghi TỆP thì kiểm tra mọi mẫu đang được dùng.
    """
    from generator.setup.template_check import check_templates

    used, problems = check_templates(files, folder, campaign)
    if fields and output == "text":
        for name, paths in used.items():
            click.echo(name)
            for path in sorted(paths):
                click.echo(f"    {path}")
    return show(problems, output, f"Đã kiểm tra {len(used)} mẫu")
