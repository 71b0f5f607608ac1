"""`kiemdiem start`: what a double click opens: where the data is, what to type first."""

import sys
from pathlib import Path

import click

from generator.cli.vietnamese import VnCommand

_STEPS = (
    ("demo", "xem thử: tạo mọi văn bản của các đợt mẫu"),
    ("init kiem-diem-{nam}", "mở đợt của mình, có chú giải để điền"),
    ("validate kiem-diem-{nam}", "kiểm tra: dòng nào chưa đúng, sửa thế nào"),
    ("build kiem-diem-{nam}", "tạo mọi văn bản Word"),
    ("check kiem-diem-{nam}", "hồ sơ đủ chưa, còn thiếu gì"),
    ("--help", "tất cả các lệnh"),
)


@click.command(cls=VnCommand, short_help="Bắt đầu: chọn nơi giữ dữ liệu, các lệnh đầu tiên.")
@click.option("--folder", "only", is_flag=True, help="Chỉ in nơi giữ dữ liệu.")
def command(only: bool) -> int:
    """Chọn nơi giữ dữ liệu (một lần, được nhớ), chép một đợt mẫu để xem, nêu các lệnh đầu tiên.

    Chương trình và dữ liệu ở hai thư mục khác nhau: nâng phiên bản là giải nén bản mới, dữ liệu vẫn
    ở chỗ cũ.
    """
    from generator.setup import home

    folder = home.remembered()
    if only:
        click.echo(str(folder or Path.cwd()))
        return 0
    if folder is None:
        status = _chosen()
        folder = home.remembered()
        if status or folder is None:
            return status or 2
    _show(folder)
    return 0


def _chosen() -> int:
    """Ask for the folder of the data and make it; the exit code."""
    from generator.cli.report import show
    from generator.setup import home

    click.echo("Dữ liệu (tệp YAML, văn bản, sổ) để ở thư mục nào? Để trống rồi bấm Enter là:")
    said = click.prompt(f"  {home.usual()}", default="", show_default=False) if _asked() else ""
    problems = home.choose(Path(said.strip().strip('"')) if said.strip() else home.usual())
    return show(problems, "text", "Chưa chọn được nơi giữ dữ liệu", err=True) if problems else 0


def _asked() -> bool:
    """Return whether somebody sits before it; without a console nobody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _show(folder: Path) -> None:
    import datetime as dt

    from generator.setup.first_files import year_of
    from generator.setup.home import LOOK_AT
    from generator.setup.machine import examine

    year = year_of(Path(), dt.datetime.now().astimezone().date())
    click.echo(f"Dữ liệu ở: {folder}")
    click.echo(f"Đợt mẫu để xem: {folder / LOOK_AT}")
    lacking = [each for each in examine(folder, templates=False) if not each.good]
    for each in lacking:
        click.echo(f"Máy còn thiếu {each.what}: {each.detail}")
    click.echo("\nGõ lệnh rồi Enter:")
    width = max(len(step) for step, _ in _STEPS) + 2
    for step, what in _STEPS:
        click.echo(f"  kiemdiem {step.format(nam=year):<{width}} {what}")
