"""`kiemdiem explain`: what a problem code means, an example, how to mend it."""

import difflib

import click

from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Giải thích một mã lỗi.")
@click.argument("codes", metavar="MÃ_LỖI...", nargs=-1)
def command(codes: tuple[str, ...]) -> int:
    """Giải thích mã lỗi: nghĩa là gì, ví dụ sai, ví dụ đúng. Không ghi mã thì liệt kê tất cả."""
    from generator.problems.catalogue import entries

    known = entries()
    for code in codes:
        name = code.upper()
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f" Có phải ý đồng chí là {near[0]}?" if near else ""
            raise click.UsageError(f"Không có mã «{code}».{hint}")
        found = known[name]
        weight = "lỗi" if found.muc_do == "loi" else "cảnh báo"
        click.echo(f"{name} ({weight}): {found.ten}\n\n{found.giai_thich}\n")
        for title, text in (("Sai:", found.vi_du_sai), ("Đúng:", found.vi_du_dung)):
            if text:
                indented = "\n".join(f"    {row}" for row in text.splitlines())
                click.echo(f"  {title}\n{indented}")
    if not codes:
        for name, found in sorted(known.items()):
            click.echo(f"{name}  {found.ten}")
    return 0
