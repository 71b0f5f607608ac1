"""`kiemdiem demo`: the sample campaigns, built, with where the files are."""

from collections import Counter
from pathlib import Path

import click

from generator.cli.report import show
from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Tạo thử văn bản từ dữ liệu mẫu.")
@click.option("-o", "--output-path", "out", metavar="THƯ_MỤC", default="output",
              type=click.Path(path_type=Path), show_default=True, help="Nơi lưu.")  # fmt: skip
def command(out: Path) -> int:
    """Tạo mọi văn bản của các đợt mẫu đi kèm chương trình và cho biết tệp ở đâu."""
    from generator.production.rendering import render_samples

    written, problems = render_samples(out)
    for folder, count in Counter(file.relative_to(out).parts[0] for file in written).items():
        click.echo(f"{(out / folder).as_posix()}/: {count} văn bản")
    return show(problems, "text", f"Đã tạo {len(written)} văn bản mẫu", err=True)
