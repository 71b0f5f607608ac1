"""`kiemdiem number`: manages the register of outgoing documents."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import registers
from generator.cli.registers import (
    PATH,
    folder_option,
    item_option,
    number_option,
    reason_option,
    term_option,
    type_option,
    where_argument,
)
from generator.cli.vietnamese import VnCommand, VnGroup
from generator.files.real_path import real_path

if TYPE_CHECKING:
    from generator.problems import Problem

_NOTHING = "Chưa ghi gì vào sổ"
_PREVIEW = "Xem trước, chưa ghi gì vào sổ"
_ADDED = "Đã thêm, sửa {} dòng trong sổ{}"


@click.group(cls=VnGroup, short_help="Sổ văn bản đi: lấy số, hủy số, xuất sổ, kiểm tra.")
def command() -> None:
    """Giữ sổ văn bản đi của cơ quan: mỗi loại một dãy số trong một nhiệm kỳ (Nhà nước: một năm).

    Mỗi cơ quan một tệp sổ; nhiều người lấy số cùng lúc không trùng nhau.
    """


@command.command("take", cls=VnCommand, short_help="Lấy số cho văn bản, ghi vào tệp của văn bản.")
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=PATH)
@item_option
@click.option(
    "--date", "day", metavar="NGÀY", help="Ngày ký; mặc định: ngày ghi trong tệp, hoặc hôm nay."
)
@term_option
@number_option
@click.option(
    "--issued",
    metavar="TỆP_PHÁT_HÀNH",
    type=PATH,
    help="Bản đã ký số, phát hành; cùng với --number.",
)
@folder_option
def take(
    files: tuple[Path, ...],
    item: str | None,
    day: str | None,
    term: str | None,
    number: int | None,
    issued: Path | None,
    folder: Path | None,
) -> int:
    """Lấy số tiếp theo cho từng TỆP và ghi số, ngày vào tệp; mọi chữ khác giữ nguyên.

    Văn bản đã có số ghi tay thì số đó được đưa vào sổ. Chạy lại cho cùng một tệp không mất thêm số.
    Văn bản ký số, số và ngày đóng lúc phát hành: ghi --number, --date và --issued của bản ấy.
    """
    from generator.cli.options import day_of
    from generator.register import acts
    from generator.register.taking import Issued

    when = day_of(day) if day else None
    if issued and number is None:
        raise click.UsageError("Ghi --number: số trên bản đã phát hành.")
    if issued and when is None:
        raise click.UsageError("Ghi --date: ngày trên bản đã phát hành.")
    if number is not None and len(files) > 1:
        raise click.UsageError("Có --number thì mỗi lần chỉ một TỆP.")
    outside = Issued(number, _beside(files[0], issued)) if number is not None else None
    problems: list[Problem] = []
    done = had = 0
    for file in files:
        taken, found = acts.take(file, item, folder, when, term, issued=outside)
        problems += found
        if taken:
            mark = " (văn bản đã ghi số này)" if taken.had else ""
            click.echo(f"{file.as_posix()}: {registers.shown(taken.line, taken.own)}{mark}")
            done += not taken.had
            had += taken.had
    also = f", {had} văn bản đã có số" if had else ""
    return registers.closed(problems, f"Đã lấy số cho {done} văn bản{also}")


def _beside(file: Path, issued: Path | None) -> str | None:
    """Return the name of the issued file, which must stand beside the document's data."""
    if issued is None:
        return None
    if not issued.is_file() or real_path(issued).parent != real_path(file).parent:
        raise click.UsageError(
            f"--issued: để «{issued.name}» cùng thư mục với «{file.name}» trước."
        )
    return issued.name


@command.command("cancel", cls=VnCommand, short_help="Hủy một số, có lý do.")
@click.argument("file", metavar="TỆP_HOẶC_SỔ", type=PATH)
@reason_option
@item_option
@type_option
@term_option
@number_option
@folder_option
def cancel(
    file: Path,
    reason: str,
    item: str | None,
    kind: str | None,
    term: str | None,
    number: int | None,
    folder: Path | None,
) -> int:
    """Hủy số của một văn bản: số ở lại trong sổ với lý do, không cấp lại; tệp thành bản dự thảo.

    Số không gắn với tệp nào, số bị bỏ trống giữa dãy thì ghi đợt hoặc tệp sổ cùng --type, --term,
    --number.
    """
    from generator.register import acts
    from generator.register.names import type_called
    from generator.register.series import CONGRESS

    if number is None:
        entry, problems = acts.cancel(file, item, folder, reason)
    else:
        if term is None and type_called(kind or "") != CONGRESS:
            raise click.UsageError("Ghi --term: nhiệm kỳ (2025-2030) hoặc năm (2026) của dãy số.")
        meant = registers.series_meant(file, folder, kind, term)
        if isinstance(meant, list):
            return registers.closed(meant, _NOTHING)
        entry, problems = acts.cancel_number(*meant, number, reason)
    if entry:
        click.echo(f"Đã hủy {registers.shown(entry)}: {entry.ghi_chu}")
    return registers.closed(problems, "Đã ghi sổ" if entry else _NOTHING)


@command.command("set-next", cls=VnCommand, short_help="Nối sổ giấy: định số tiếp theo.")
@where_argument
@type_option
@term_option
@number_option
@reason_option
@folder_option
def set_next(
    where: Path,
    kind: str | None,
    term: str | None,
    number: int | None,
    reason: str,
    folder: Path | None,
) -> int:
    """Định số tiếp theo của một dãy; các số trước đó được ghi là đã cấp trên sổ giấy.

    Gõ nhầm thì chạy lại với số đúng, khi chưa cấp số nào sau đó.
    """
    from generator.register import acts
    from generator.register.names import called

    if number is None:
        raise click.UsageError("Ghi --number: số tiếp theo sẽ cấp.")
    meant = registers.series_meant(where, folder, kind, term)
    if isinstance(meant, list):
        return registers.closed(meant, _NOTHING)
    register, series = meant
    done, problems = acts.set_next(register, series, number, reason)
    if done:
        changed = f"số tiếp theo là {number:02} (trước đó: {done.truoc:02})"
        click.echo(f"{done.co_quan}, {called(series, register.own)}: {changed}")
    return registers.closed(problems, "Đã ghi sổ" if done else _NOTHING)


@command.command("list", cls=VnCommand, short_help="Liệt kê các số đã cấp, đang giữ, đã hủy.")
@where_argument
@type_option
@term_option
@click.option("--open", "only_open", is_flag=True, help="Chỉ các số đang giữ, chưa ghi vào tệp.")
@folder_option
def list_numbers(
    where: Path, kind: str | None, term: str | None, only_open: bool, folder: Path | None
) -> int:
    """Liệt kê sổ: từng dãy số, và số tiếp theo của mỗi dãy."""
    from generator.model.fields import term_name
    from generator.register.looking import listing
    from generator.register.names import called
    from generator.register.where import chosen

    ky = term_name(term) or term if term else None
    register = chosen(where, folder)
    if isinstance(register, list):
        return registers.closed(register, "")
    key = registers.type_meant(kind, register.own) if kind else None
    found, problems = listing(register, key, ky, only_open=only_open)
    if found:
        click.echo(f"Sổ văn bản đi của {found.co_quan}")
    days = found.day_so if found else []
    for each in days:
        click.echo(f"\n{called(each.series, register.own)} (số tiếp theo: {each.tiep:02})")
        for span in each.tren_giay:
            click.echo(f"  {span.tu:02}-{span.den:02}  trên sổ giấy: {span.ly_do}")
        for entry in each.dong:
            click.echo(registers.line(entry))
    return registers.closed(problems, f"Có {sum(len(each.dong) for each in days)} số")


@command.command("export", cls=VnCommand, short_help="Xuất sổ ra Excel theo cột của sổ giấy.")
@where_argument
@click.option(
    "-o", "--output-path", "out", metavar="TỆP", type=PATH, required=True, help="Tệp .xlsx sẽ lưu."
)
@folder_option
def export(where: Path, out: Path, folder: Path | None) -> int:
    """Xuất cả sổ ra Excel: mỗi dãy số một trang, cột như sổ đăng ký văn bản đi.

    Tệp Excel đã sửa bằng tay, tệp không phải do chương trình lập thì không ghi đè.
    """
    from generator.register.looking import export as exported
    from generator.register.where import chosen

    if out.suffix.lower() != ".xlsx":
        raise click.UsageError(f"Ghi tên tệp Excel có đuôi .xlsx: {out.with_suffix('.xlsx')}")
    register = chosen(where, folder)
    done, problems = (None, register) if isinstance(register, list) else exported(register, out)
    if done:
        click.echo(done.tep.as_posix())
    said = f"Đã xuất sổ của {done.co_quan}" if done else "Chưa xuất được sổ"
    return registers.closed(problems, said)


@command.command("import", cls=VnCommand, short_help="Nhập các dòng từ sổ Excel.")
@where_argument
@click.argument("file", metavar="TỆP_EXCEL", type=PATH)
@type_option
@term_option
@click.option(
    "--sheet",
    "sheets",
    metavar="TÊN",
    multiple=True,
    help="Chỉ nhập trang tính này, kể cả trang ẩn; ghi nhiều lần được.",
)
@click.option("--dry-run", is_flag=True, help="Xem trước các dòng sẽ nhận, không ghi gì.")
@folder_option
def import_lines(
    where: Path,
    file: Path,
    kind: str | None,
    term: str | None,
    sheets: tuple[str, ...],
    dry_run: bool,
    folder: Path | None,
) -> int:
    """Thêm vào sổ các dòng của một tệp Excel; có chỗ nào sai thì không thêm dòng nào.

    Trang tính tên «Công văn 2025-2030» là dãy đó; tên khác thì ghi --type và --term. Dòng đã có thì
    chỉ ô còn trống được điền, cột Ghi chú, Số bản được sửa theo Excel. Trang ẩn không được nhập,
    trừ khi ghi --sheet.
    """
    from generator.cli.options import day_of
    from generator.register import bringing
    from generator.register.where import chosen

    if term and not kind:
        registers.type_meant(kind)
    meant = registers.series_meant(where, folder, kind, term) if kind else chosen(where, folder)
    if isinstance(meant, list):
        return registers.closed(meant, _NOTHING)
    register, series = meant if isinstance(meant, tuple) else (meant, None)
    act = bringing.preview if dry_run else bringing.bring_in
    done, problems = act(register, file, series, sheets, day_of(None))
    if done is None:
        return registers.closed(problems, _NOTHING)
    registers.tell_brought(done, problems, dry_run=dry_run)
    if not done.written:
        return registers.closed(problems, _PREVIEW if dry_run else _NOTHING)
    of = "" if done.co_quan is None else f" của {done.co_quan}"
    return registers.closed(problems, _ADDED.format(done.dong.bao_nhieu, of))


@command.command(
    "audit", cls=VnCommand, short_help="Kiểm tra sổ: thiếu, trùng, lùi ngày, khác tệp."
)
@where_argument
@folder_option
def audit(where: Path, folder: Path | None) -> int:
    """Kiểm tra sổ và đối chiếu với văn bản của đợt: số bỏ trống, trùng, lùi ngày, khác tệp."""
    from generator.register.looking import inspect

    count, problems = inspect(where, folder)
    return registers.closed(problems, "" if count is None else f"Đã kiểm tra {count} sổ")
