"""`kiemdiem doctor`: checks whether this machine has what the documents need."""

from pathlib import Path

import click

from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Xem máy đã đủ phông chữ, quyền ghi, ổ đĩa chưa.")
@click.argument("folder", metavar="THƯ_MỤC", default=".", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Kiểm tra máy: phông chữ, LibreOffice, quyền ghi vào THƯ_MỤC, ổ đĩa, mẫu Word."""
    from generator.setup.machine import examine

    findings = examine(folder)
    for finding in findings:
        click.echo(f"[{'có' if finding.good else 'thiếu'}] {finding.what}: {finding.detail}")
    return 0 if all(finding.good or not finding.needed for finding in findings) else 1
