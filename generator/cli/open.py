"""`kiemdiem open`: the page on this machine, on which everything can be seen and done."""

from pathlib import Path

import click

from generator.cli.options import day_option, output_option
from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Mở trang làm việc trên máy này.")
@click.argument(
    "folder",
    metavar="[THƯ_MỤC]",
    required=False,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
@output_option("Nơi lưu văn bản của các đợt.")
@click.option("--no-browser", is_flag=True, help="Không mở trình duyệt, chỉ in địa chỉ để mở.")
@day_option
def command(folder: Path | None, out: Path, no_browser: bool, day: str | None) -> int:
    """Mở trang làm việc của các đợt trong THƯ_MỤC; không ghi thì là nơi giữ dữ liệu đã chọn.

    Trang chỉ mở được trên máy này, không cần mạng. Đóng cửa sổ cuối cùng vài phút thì chương trình
    tự đóng.
    """
    try:
        from generator.desk.campaigns import Desk
        from generator.desk.server import open_desk
    except ModuleNotFoundError as error:
        raise click.UsageError(
            f"Thiếu thư viện {error.name} của trang làm việc: cài kiemdiem[desk]."
        ) from error
    from generator.cli.options import day_of
    from generator.setup.home import remembered

    data = folder or remembered() or Path()
    chosen = day_of(day) if day else None
    open_desk(Desk(data, out, chosen), browser=not no_browser, say=click.echo)
    return 0
