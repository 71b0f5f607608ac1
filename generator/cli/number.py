"""`kiemdiem number`: the register of outgoing documents."""

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

if TYPE_CHECKING:
    from generator.problems import Problem

_NOTHING = "Chưa ghi gì vào sổ"


@click.group(cls=VnGroup, short_help="Sổ văn bản đi: lấy số, hủy số, xuất sổ, kiểm tra.")
def command() -> None:
    """Giữ sổ văn bản đi của cơ quan: mỗi loại một dãy số trong một nhiệm kỳ (Nhà nước: một năm).

    Mỗi cơ quan một tệp sổ; nhiều người lấy số cùng lúc không trùng nhau.
    """


@command.command("take", cls=VnCommand, short_help="Lấy số cho văn bản, ghi vào tệp của văn bản.")
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=PATH)
@item_option
@click.option("--date", "day", metavar="NGÀY",
              help="Ngày ký; mặc định: ngày ghi trong tệp, hoặc hôm nay.")  # fmt: skip
@term_option
@folder_option
def take(
    files: tuple[Path, ...], item: str | None, day: str | None, term: str | None,
    folder: Path | None,
) -> int:  # fmt: skip
    """Lấy số tiếp theo cho từng TỆP và ghi số, ngày vào tệp; mọi chữ khác giữ nguyên.

    Văn bản đã có số ghi tay thì số đó được đưa vào sổ. Chạy lại cho cùng một tệp không mất thêm số.
    """
    from generator.cli.options import day_of
    from generator.register import taking

    when = day_of(day) if day else None
    problems: list[Problem] = []
    done = had = 0
    for file in files:
        with registers.refusals(problems):
            target = registers.document(file, item, folder, problems, numbered=False)
            if target is None:
                continue
            entry, found = taking.take(target, when, term)
            problems += found
            if entry and entry.trang_thai == "cap":
                numbered = target.paper.so is not None
                mark = " (văn bản đã ghi số này)" if numbered else ""
                click.echo(f"{file.as_posix()}: {registers.shown(entry)}{mark}")
                done += not numbered
                had += numbered
    also = f", {had} văn bản đã có số" if had else ""
    return registers.closed(problems, f"Đã lấy số cho {done} văn bản{also}")


@command.command("cancel", cls=VnCommand, short_help="Hủy một số, có lý do.")
@click.argument("file", metavar="TỆP_HOẶC_SỔ", type=PATH)
@reason_option
@item_option
@type_option
@term_option
@number_option
@folder_option
def cancel(
    file: Path, reason: str, item: str | None, kind: str | None, term: str | None,
    number: int | None, folder: Path | None,
) -> int:  # fmt: skip
    """Hủy số của một văn bản: số ở lại trong sổ với lý do, không cấp lại; tệp thành bản dự thảo.

    Số không gắn với tệp nào, số bị bỏ trống giữa dãy thì ghi đợt hoặc tệp sổ cùng --type, --term,
    --number.
    """
    from generator.problems import Problem
    from generator.register import cancelling
    from generator.register.series import CONGRESS

    problems: list[Problem] = []
    entry = None
    if number is not None and term is None and registers.type_meant(kind) != CONGRESS:
        raise click.UsageError("Ghi --term: nhiệm kỳ (2025-2030) hoặc năm (2026) của dãy số.")
    with registers.refusals(problems):
        if number is None:
            target = registers.document(file, item, folder, problems, numbered=True)
            entry, found = cancelling.cancel(target, reason) if target else (None, [])
            problems += found
        elif register := registers.register_meant(file, folder, problems):
            series = registers.series_meant(register, kind, term)
            if isinstance(series, Problem):
                problems.append(series)
            else:
                entry, found = cancelling.cancel_number(register.path, series, number, reason)
                problems += found
        if entry:
            click.echo(f"Đã hủy {registers.shown(entry)}: {entry.ghi_chu}")
    return registers.closed(problems, "Đã ghi sổ" if entry else _NOTHING)


@command.command("set-next", cls=VnCommand, short_help="Nối tiếp sổ giấy: định số tiếp theo.")
@where_argument
@type_option
@term_option
@number_option
@reason_option
@folder_option
def set_next(
    where: Path, kind: str | None, term: str | None, number: int | None, reason: str,
    folder: Path | None,
) -> int:  # fmt: skip
    """Định số tiếp theo của một dãy; các số trước đó được ghi là đã cấp trên sổ giấy.

    Gõ nhầm thì chạy lại với số đúng, khi chưa cấp số nào sau đó.
    """
    from generator.problems import Place, Problem
    from generator.register import numbers, store
    from generator.register.names import called

    if number is None:
        raise click.UsageError("Ghi --number: số tiếp theo sẽ cấp.")
    problems: list[Problem] = []
    done = False
    with registers.refusals(problems):
        register = registers.register_meant(where, folder, problems)
        series = registers.series_meant(register, kind, term) if register else None
        if isinstance(series, Problem):
            problems.append(series)
        elif register and series:
            with (
                store.opened(register.path, register.body, problems) as opened,
                store.transaction(opened),
            ):
                before = numbers.next_number(opened, series)
                found = numbers.set_next(opened, series, number, reason)
                body = numbers.body_of(opened).ten
            done = found is None
            if found:
                problems.append(found.at(Place(file=register.path.as_posix())))
            else:
                changed = f"số tiếp theo là {number:02} (trước đó: {before:02})"
                click.echo(f"{body}, {called(series)}: {changed}")
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
    from generator.register import numbers, store
    from generator.register.entry import TrangThai
    from generator.register.names import called

    problems: list[Problem] = []
    count = 0
    key = registers.type_meant(kind) if kind else None
    ky = term_name(term) or term if term else None
    with registers.refusals(problems):
        register = registers.register_meant(where, folder, problems)
        if register is None:
            return registers.closed(problems, "")
        with store.read(register.path) as opened:
            click.echo(f"Sổ văn bản đi của {numbers.body_of(opened).ten}")
            for series in numbers.series_in(opened):
                if key not in (None, series.loai) or ky not in (None, series.ky):
                    continue
                coming = numbers.next_number(opened, series)
                click.echo(f"\n{called(series)} (số tiếp theo: {coming:02})")
                for span in numbers.on_paper(opened, series):
                    click.echo(f"  {span.tu:02}-{span.den:02}  trên sổ giấy: {span.ly_do}")
                for entry in numbers.entries(opened, series):
                    if not only_open or entry.trang_thai is TrangThai.GIU:
                        count += 1
                        click.echo(registers.line(entry))
    return registers.closed(problems, f"Có {count} số")


@command.command("export", cls=VnCommand, short_help="Xuất sổ ra Excel theo cột của sổ giấy.")
@where_argument
@click.option("-o", "--output-path", "out", metavar="TỆP", type=PATH, required=True,
              help="Tệp .xlsx sẽ lưu.")  # fmt: skip
@folder_option
def export(where: Path, out: Path, folder: Path | None) -> int:
    """Xuất cả sổ ra Excel: mỗi dãy số một trang, cột như sổ đăng ký văn bản đi.

    Tệp Excel đã sửa bằng tay, tệp không phải do chương trình lập thì không ghi đè.
    """
    from generator.files.documents import write_document
    from generator.register import numbers, sheet, store

    if out.suffix.lower() != ".xlsx":
        raise click.UsageError(f"Ghi tên tệp Excel có đuôi .xlsx: {out.with_suffix('.xlsx')}")
    problems: list[Problem] = []
    file = None
    body = ""
    with registers.refusals(problems):
        register = registers.register_meant(where, folder, problems)
        if register is not None:
            with store.read(register.path) as opened:
                body = numbers.body_of(opened).ten
                data = sheet.workbook(numbers.entries(opened), numbers.on_paper(opened))
            file, found = write_document(out, data)
            problems += found
    if file:
        click.echo(file.as_posix())
    return registers.closed(problems, f"Đã xuất sổ của {body}" if file else "Chưa xuất được sổ")


@command.command("import", cls=VnCommand, short_help="Nhập các dòng từ sổ Excel.")
@where_argument
@click.argument("file", metavar="TỆP_EXCEL", type=PATH)
@type_option
@term_option
@folder_option
def import_lines(
    where: Path, file: Path, kind: str | None, term: str | None, folder: Path | None
) -> int:
    """Thêm vào sổ các dòng của một tệp Excel; có chỗ nào sai thì không thêm dòng nào.

    Trang tính tên «Công văn 2025-2030» là dãy đó; tên khác thì ghi --type và --term. Dòng đã có thì
    chỉ cột Ghi chú, Số bản được sửa theo Excel.
    """
    from generator.problems import Problem, has_errors
    from generator.register import numbers, store
    from generator.register.importing import bring_in
    from generator.register.sheet_reading import read_workbook

    if term and not kind:
        registers.type_meant(kind)
    problems: list[Problem] = []
    count = 0
    body = ""
    with registers.refusals(problems):
        register = registers.register_meant(where, folder, problems)
        series = registers.series_meant(register, kind, term) if register and kind else None
        if isinstance(series, Problem):
            problems.append(series)
        elif register is not None:
            read = read_workbook(file, series)
            if has_errors(read.problems):  # a register is not begun for nothing
                return registers.closed(read.problems, _NOTHING)
            with store.opened(register.path, register.body, problems) as opened:
                body = f" của {numbers.body_of(opened).ten}"
                count, found = bring_in(opened, read)
            problems += found
    return registers.closed(problems, f"Đã thêm, sửa {count} dòng trong sổ{body}")


@command.command(
    "audit", cls=VnCommand, short_help="Kiểm tra sổ: thiếu, trùng, lùi ngày, khác tệp."
)
@where_argument
@folder_option
def audit(where: Path, folder: Path | None) -> int:
    """Kiểm tra sổ và đối chiếu với văn bản của đợt: số bỏ trống, trùng, lùi ngày, khác tệp."""
    from generator.register import store
    from generator.register.audit import against_documents, missing
    from generator.register.audit import audit as audited
    from generator.register.paths import ENDING
    from generator.register.where import Documents, campaign_of, registers_of

    problems: list[Problem] = []
    count = 0
    found: dict[Path, Documents] = {where: []}
    if where.suffix != ENDING:
        campaign = campaign_of(where)
        if isinstance(campaign, list):
            return registers.closed(campaign, "")
        found, problems = registers_of(campaign[0], folder)
    for place, (path, documents) in enumerate(found.items()):
        if where.suffix != ENDING and not path.exists():
            problems += missing(path, documents, own=place == 0)
            continue
        with registers.refusals(problems), store.read(path) as opened:
            count += 1
            problems += audited(opened, path)
            problems += against_documents(opened, documents, path)
    return registers.closed(registers.located(problems), f"Đã kiểm tra {count} sổ")
