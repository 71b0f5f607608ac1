"""Shared by the register commands: options, finding the register, formatting of lines."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.problems.text import shown as clean

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.register.bringing import BroughtIn
    from generator.register.entry import RegisterLine
    from generator.register.names import Names
    from generator.register.series import Series
    from generator.register.where import Register

PATH = click.Path(path_type=Path)
_LIMIT = 999_999


def _whole(_context: click.Context, _option: click.Parameter, text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= _LIMIT):
        raise click.BadParameter(f"«{text}» không phải là số văn bản: chỉ ghi chữ số, từ 1.")
    return int(text)


def _said(_context: click.Context, _option: click.Parameter, text: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        raise click.BadParameter("ghi lý do, không để trống.")
    return reason


folder_option = click.option(
    "--register",
    "folder",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục giữ các sổ; mặc định: so_van_ban của dot.yaml, hoặc so-van-ban/ bên cạnh đợt.",
)
where_argument = click.argument("where", metavar="ĐỢT_HOẶC_SỔ", type=PATH)
type_option = click.option(
    "--type", "kind", metavar="LOẠI", help="Loại văn bản: cong-van, quyet-dinh… hoặc tên loại."
)
term_option = click.option(
    "--term", metavar="NHIỆM_KỲ", help="Nhiệm kỳ (2025-2030) hoặc năm (2026) của dãy số."
)
item_option = click.option(
    "--item", metavar="MỤC", help="Văn bản nào trong tệp của đơn vị: goi_y.0, ket_qua.quyet_dinh…"
)
number_option = click.option(
    "--number", metavar="SỐ", callback=_whole, help="Số văn bản, chỉ ghi chữ số."
)
reason_option = click.option(
    "--reason", metavar="LÝ_DO", required=True, callback=_said, help="Lý do, ghi vào sổ."
)


def type_meant(kind: str | None, own: "Names | None" = None) -> str:
    """Return the key of the type of document that a user named by its key or its name.

    Args:
        kind: what the user typed, None if nothing.
        own: the names of the office's own types, by key.

    Raises:
        click.UsageError: nothing was typed, or no type has this key or name.
    """
    from generator.register.names import type_called, type_names

    key = type_called(kind, own or {}) if kind else None
    if key is None:
        names = {str(type_called(each)) for each in type_names()} | {*(own or {})}
        known = ", ".join(sorted(names))
        raise click.UsageError(f"Ghi --type là một trong: {known}.")
    return key


def series_meant(
    where: Path, folder: Path | None, kind: str | None, term: str | None
) -> "tuple[Register, Series] | list[Problem]":
    """Return the requested register and series, or the problems that prevent finding them."""
    from generator.cli.options import day_of
    from generator.problems import Problem
    from generator.register import where as registers

    register = registers.chosen(where, folder)
    if isinstance(register, list):
        return register
    series = registers.series_meant(register, type_meant(kind, register.own), term, day_of(None))
    return [series] if isinstance(series, Problem) else (register, series)


def shown(entry: "RegisterLine", own: "Names | None" = None) -> str:
    """Return number, date and series of a line; `own` maps the office's types to their names."""
    from generator.register.names import called
    from generator.register.series import Series
    from generator.wording.dates import iso_shown

    day = f", ngày {iso_shown(entry.ngay)}" if entry.ngay else ""
    return clean(f"số {entry.so:02}{day}, {called(Series(entry.loai, entry.ky), own or {})}")


def line(entry: "RegisterLine") -> str:
    """Return a line of the register as printed by `number list`."""
    from generator.register.entry import NAMES, TrangThai
    from generator.wording.dates import iso_shown

    state = "" if entry.trang_thai is TrangThai.CAP else f" [{NAMES[entry.trang_thai]}]"
    note = f" ({entry.ghi_chu})" if entry.ghi_chu else ""
    held = f" {entry.tep} {entry.muc}".rstrip() if entry.trang_thai is TrangThai.GIU else ""
    day = iso_shown(entry.ngay) or " " * 10
    return clean(f"  {entry.so:02}  {day}  {entry.trich_yeu}{state}{held}{note}")


def tell_brought(done: "BroughtIn", problems: "list[Problem]", *, dry_run: bool) -> None:
    """Print what an Excel file brings: lines taken, lines there already, what is left out and why.

    The lines themselves are listed where nothing is written yet.
    """
    from generator.problems import Severity
    from generator.register.names import called
    from generator.register.series import Series

    found = done.dong
    if dry_run:
        for title, lines in (("Thêm", found.moi), ("Sửa", found.sua)):
            for each in lines:
                click.echo(f"{title} {called(Series(each.loai, each.ky))}:{line(each)}")
        for span in found.tren_giay:
            name = called(Series(span.loai, span.ky))
            click.echo(f"Thêm {name}: {span.tu:02}-{span.den:02} trên sổ giấy: {span.ly_do}")
    will = "Nhận" if done.written else "Nhận được nếu không còn lỗi"
    kept = f", {len(found.tren_giay)} dãy trên sổ giấy" if found.tren_giay else ""
    click.echo(
        f"{will}: {len(found.moi)} dòng mới, sửa {len(found.sua)} dòng{kept};"
        f" {found.da_co} dòng đã có trong sổ, giữ nguyên."
    )
    left = [f"{count} {kind}" for kind, count in sorted(done.bo_qua.items())]
    left += [f"trang tính «{each}»" for each in done.trang_khac]
    if left:
        click.echo(f"Bỏ qua: {', '.join(left)}.")
    errors = [each for each in problems if each.severity is Severity.ERROR]
    if errors:
        click.echo(
            f"Chưa nhận: cả tệp, vì {len(errors)} chỗ ghi ở dưới. Sửa trong Excel rồi nhập lại cả"
            " tệp; dòng đã có trong sổ không bị thêm hai lần."
        )


def closed(problems: "list[Problem]", done: str) -> int:
    """Print the problems and a summary; return the exit code."""
    from generator.cli.report import show

    return show(problems, "text", done, err=True)
