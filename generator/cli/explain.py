"""`kiemdiem explain`: explains a problem code, a rating rule, a regime, a form or a kind."""

import difflib
import re
from pathlib import Path

import click

from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Giải thích mã lỗi, quy tắc, chế độ, mẫu.")
@click.argument("codes", metavar="MÃ...", nargs=-1)
@click.option(
    "--data",
    "campaign",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Thư mục của đợt; biết cả loại giấy tờ do cơ quan tự thêm trong loai/.",
)
def command(codes: tuple[str, ...], campaign: Path | None) -> int:
    """Giải thích: mã lỗi (KD101), quy tắc (R07), chế độ của năm (2025), mẫu (02A hoặc 02A/2025).

    Giải thích cả loại văn bản, loại giấy tờ (ket-luan, goi-y).

    Nói cả những điều chương trình chưa kiểm chứng được với văn bản gốc. Không ghi gì thì liệt kê
    tất cả mã lỗi.
    """
    from generator.problems.catalogue import entries

    for code in codes:
        for line in _told(code, campaign):
            click.echo(line)
    if not codes:
        for name, found in sorted(entries().items()):
            click.echo(f"{name}  {found.ten}")
    return 0


def _told(code: str, campaign: Path | None) -> list[str]:
    from generator.problems.catalogue import entries
    from generator.reading.load import campaign_of
    from generator.setup import telling

    name, known = code.upper(), entries()
    if name not in known:
        told = telling.tell(code, campaign_of(campaign) if campaign else None)
        if told is None:
            near = difflib.get_close_matches(name, known, n=1) if re.match("K", name) else []
            meant = near[0] if near else telling.nearest(code)
            hint = f" Có phải ý đồng chí là {meant}?" if meant else ""
            raise click.UsageError(f"Không có mã «{code}».{hint}")
        return told
    found = known[name]
    weight = telling.weight(found)
    lines = [f"{name} ({weight}): {found.ten}", "", found.giai_thich, ""]
    for title, text in (("Sai:", found.vi_du_sai), ("Đúng:", found.vi_du_dung)):
        if text:
            lines += [f"  {title}", *(f"    {row}" for row in text.splitlines())]
    return lines
