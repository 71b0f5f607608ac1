"""`kiemdiem demo`: builds and checks the sample campaigns, and shows where the files are."""

from pathlib import Path

import click

from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Tạo thử văn bản từ dữ liệu mẫu.")
@click.option(
    "-o",
    "--output-path",
    "out",
    metavar="THƯ_MỤC",
    default="output",
    type=click.Path(path_type=Path),
    show_default=True,
    help="Nơi lưu.",
)
def command(out: Path) -> int:
    """Tạo mọi văn bản của các đợt mẫu, kiểm tra hồ sơ và cho biết tệp ở đâu."""
    from generator import shipped
    from generator.building.executors import here
    from generator.building.folders import requests
    from generator.building.run import run
    from generator.cli.building import finish, told, watched
    from generator.cli.checking import in_short

    samples = requests(shipped.DATA, out)
    result = run(samples, here, watched(why=False, quiet=True))
    for request in samples:
        count = len(list(request.root.rglob("*.docx")))
        click.echo(f"{request.root.as_posix()}/: {count} văn bản{in_short(request)}")
    return finish(result, "text", f"Đã {told(result)} mẫu")
