"""`kiemdiem schema`: writes JSON Schemas for the clerk's editor."""

from pathlib import Path

import click

from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Ghi lược đồ để trình soạn thảo gợi ý từ khoá.")
@click.argument("folder", metavar="THƯ_MỤC", default="luoc-do", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Ghi lược đồ của từng loại tệp YAML vào THƯ_MỤC (mặc định: luoc-do).

    Thêm dòng «# yaml-language-server: $schema=luoc-do/van-ban.schema.json» vào đầu tệp YAML để
    trình soạn thảo gợi ý từ khoá. Lược đồ đã có người sửa không bị ghi đè.
    """
    from generator.cli.report import show
    from generator.setup.scaffold import write_schemas

    written, problems = write_schemas(folder)
    for path in written:
        click.echo(path.as_posix())
    return show(problems, "text", f"Đã ghi {len(written)} lược đồ", err=True)
