"""`kiemdiem render`: generates one document, or every document of a campaign folder."""

from pathlib import Path

import click

from generator.cli.report import format_option, show
from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Tạo văn bản Word từ một tệp hoặc cả đợt.")
@click.argument("path", metavar="TỆP_HOẶC_THƯ_MỤC", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output-path",
    "out",
    metavar="NƠI_LƯU",
    type=click.Path(path_type=Path),
    help="Tệp .docx (khi tạo một văn bản) hoặc thư mục; mặc định: output/<tên đợt>/.",
)
@click.option(
    "--templates",
    "templates",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Thư mục mẫu Word riêng, được dùng trước mẫu đi kèm chương trình.",
)
@click.option(
    "--mau",
    "forms",
    metavar="MÃ",
    multiple=True,
    help="Chỉ tạo mẫu, giấy tờ này của đơn vị (ghi được nhiều lần): 01, 02A, goi-y…",
)
@click.option(
    "--de-trong",
    "blank",
    is_flag=True,
    help="In mẫu để điền tay: chỗ chưa biết là dòng kẻ chấm và ô trống.",
)
@format_option
def command(
    path: Path,
    out: Path | None,
    templates: Path | None,
    forms: tuple[str, ...],
    blank: bool,
    output: str,
) -> int:
    """Tạo văn bản Word từ một tệp YAML, hoặc mọi văn bản của một đợt.

    Tệp của đơn vị cho mọi mẫu, biên bản, phiếu của đơn vị; tệp của một cá nhân cho giấy tờ của
    người đó. Tệp Word đã có người sửa không bao giờ bị ghi đè: bản mới lưu bên cạnh.
    """
    from generator.building.render import render_path
    from generator.papers.plan import Selection

    written, problems = render_path(path, out, templates, Selection(forms, blank))
    if output == "text":
        for file in written:
            click.echo(file.as_posix())
    return show(problems, output, f"Đã tạo {len(written)} văn bản", err=True)
