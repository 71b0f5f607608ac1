"""`kiemdiem number`: the register of outgoing documents."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.cli.vietnamese import VnCommand, VnGroup

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.register.series import Series
    from generator.register.where import Register

Command = TypeVar("Command", bound=Callable[..., Any])

_PATH = click.Path(path_type=Path)

_folder = click.option(
    "--register", "folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục giữ các sổ; mặc định: so-van-ban/ bên cạnh thư mục của đợt.",
)  # fmt: skip
_where = click.argument("where", metavar="ĐỢT_HOẶC_SỔ", type=_PATH)
_type = click.option("--type", "kind", metavar="LOẠI",
                     help="Loại văn bản: cong-van, quyet-dinh… hoặc tên loại.")  # fmt: skip
_term = click.option("--term", metavar="NHIỆM_KỲ",
                     help="Nhiệm kỳ (2025-2030) hoặc năm (2026) của dãy số.")  # fmt: skip
_item = click.option(
    "--item", metavar="MỤC", help="Văn bản nào trong tệp của đơn vị: goi_y.0, ket_qua.quyet_dinh…"
)
_number = click.option("--number", metavar="SỐ", type=click.IntRange(1, 999_999),
                       help="Số văn bản, chỉ ghi chữ số.")  # fmt: skip
_reason = click.option("--reason", metavar="LÝ_DO", required=True, help="Lý do, ghi vào sổ.")


@click.group(cls=VnGroup, short_help="Sổ văn bản đi: lấy số, hủy số, xuất sổ, kiểm tra.")
def command() -> None:
    """Giữ sổ văn bản đi của cơ quan: mỗi loại một dãy số trong một nhiệm kỳ (Nhà nước: một năm).

    Mỗi cơ quan một tệp sổ; nhiều người lấy số cùng lúc không trùng nhau.
    """


@command.command("take", cls=VnCommand, short_help="Lấy số cho văn bản, ghi vào tệp của văn bản.")
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=_PATH)
@_item
@click.option("--date", "day", metavar="NGÀY",
              help="Ngày ký; mặc định: ngày ghi trong tệp, hoặc hôm nay.")  # fmt: skip
@_term
@_folder
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
    done = 0
    for file in files:
        with _refusals(problems):
            target = _target(file, item, folder, problems, numbered=False)
            if target is None:
                continue
            entry, found = taking.take(target, when, term)
            problems += found
            if entry and entry.trang_thai == "cap":
                click.echo(f"{file.as_posix()}: {_shown(entry)}")
                done += 1
    return _closed(problems, f"Đã lấy số cho {done} văn bản")


@command.command("cancel", cls=VnCommand, short_help="Hủy một số, có lý do.")
@click.argument("file", metavar="TỆP_HOẶC_SỔ", type=_PATH)
@_reason
@_item
@_type
@_term
@_number
@_folder
def cancel(
    file: Path, reason: str, item: str | None, kind: str | None, term: str | None,
    number: int | None, folder: Path | None,
) -> int:  # fmt: skip
    """Hủy số của một văn bản: số ở lại trong sổ với lý do, không cấp lại; tệp thành bản dự thảo.

    Số không gắn với tệp nào thì ghi đợt hoặc tệp sổ cùng --type, --term, --number.
    """
    from generator.problems import Place, Problem
    from generator.register import numbers, store, taking

    problems: list[Problem] = []
    with _refusals(problems):
        if number is None:
            target = _target(file, item, folder, problems, numbered=True)
            entry, found = taking.cancel(target, reason) if target else (None, [])
            problems += found
        else:
            register = _register(file, folder, problems)
            if register is None:
                return _closed(problems, "")
            series = _series(kind, term)
            with store.opened(register.path, None, problems) as opened, store.transaction(opened):
                done = numbers.cancel(opened, series, number, reason)
            entry = None if isinstance(done, Problem) else done
            if isinstance(done, Problem):
                problems.append(done.at(Place(file=register.path.as_posix())))
        if entry:
            click.echo(f"Đã hủy {_shown(entry)}: {entry.ghi_chu}")
    return _closed(problems, "Đã ghi sổ")


@command.command("set-next", cls=VnCommand, short_help="Nối tiếp sổ giấy: định số tiếp theo.")
@_where
@_type
@_term
@_number
@_reason
@_folder
def set_next(
    where: Path, kind: str | None, term: str | None, number: int | None, reason: str,
    folder: Path | None,
) -> int:  # fmt: skip
    """Định số tiếp theo của một dãy; các số trước đó được ghi là đã cấp trên sổ giấy."""
    from generator.problems import Place
    from generator.register import numbers, store

    if number is None:
        raise click.UsageError("Ghi --number: số tiếp theo sẽ cấp.")
    problems: list[Problem] = []
    with _refusals(problems):
        register = _register(where, folder, problems)
        if register is not None:
            series = _series(kind, term or _today_term(register, kind))
            with (
                store.opened(register.path, register.body, problems) as opened,
                store.transaction(opened),
            ):
                found = numbers.set_next(opened, series, number, reason)
            if found:
                problems.append(found.at(Place(file=register.path.as_posix())))
            else:
                from generator.register.names import called

                click.echo(f"{called(series)}: số tiếp theo là {number:02}")
    return _closed(problems, "Đã ghi sổ")


@command.command("list", cls=VnCommand, short_help="Liệt kê các số đã cấp, đang giữ, đã hủy.")
@_where
@_type
@_term
@click.option("--open", "only_open", is_flag=True, help="Chỉ các số đang giữ, chưa ghi vào tệp.")
@_folder
def list_numbers(
    where: Path, kind: str | None, term: str | None, only_open: bool, folder: Path | None
) -> int:
    """Liệt kê sổ: từng dãy số, và số tiếp theo của mỗi dãy."""
    from generator.register import numbers, store
    from generator.register.entry import NAMES, TrangThai
    from generator.register.names import called, type_called

    problems: list[Problem] = []
    count = 0
    with _refusals(problems):
        register = _register(where, folder, problems)
        if register is None:
            return _closed(problems, "")
        with store.read(register.path) as opened:
            click.echo(f"Sổ văn bản đi của {numbers.body_name(opened)}")
            for series in numbers.series_in(opened):
                wanted = kind is None or type_called(kind) == series.loai
                if not wanted or term not in (None, series.ky):
                    continue
                click.echo(
                    f"\n{called(series)} (số tiếp theo: {numbers.next_number(opened, series):02})"
                )
                for span in numbers.on_paper(opened, series):
                    click.echo(f"  {span.tu:02}-{span.den:02}  trên sổ giấy: {span.ly_do}")
                for entry in numbers.entries(opened, series):
                    if only_open and entry.trang_thai is not TrangThai.GIU:
                        continue
                    count += 1
                    state = (
                        "" if entry.trang_thai is TrangThai.CAP else f" [{NAMES[entry.trang_thai]}]"
                    )
                    note = f" ({entry.ghi_chu})" if entry.ghi_chu else ""
                    click.echo(
                        f"  {entry.so:02}  {_day(entry.ngay)}  {entry.trich_yeu}{state}{note}"
                    )
    return _closed(problems, f"Có {count} số")


@command.command("export", cls=VnCommand, short_help="Xuất sổ ra Excel theo cột của sổ giấy.")
@_where
@click.option("-o", "--output-path", "out", metavar="TỆP", type=_PATH, required=True,
              help="Tệp .xlsx sẽ lưu.")  # fmt: skip
@_folder
def export(where: Path, out: Path, folder: Path | None) -> int:
    """Xuất cả sổ ra Excel: mỗi dãy số một trang, cột như sổ đăng ký văn bản đi."""
    from generator.production.write import write_file
    from generator.register import numbers, sheet, store

    problems: list[Problem] = []
    with _refusals(problems):
        register = _register(where, folder, problems)
        if register is not None:
            with store.read(register.path) as opened:
                data = sheet.workbook(numbers.entries(opened), numbers.on_paper(opened))
            problems += write_file(out, data)
            if not problems:
                click.echo(out.as_posix())
    return _closed(problems, "Đã xuất sổ")


@command.command("import", cls=VnCommand, short_help="Nhập các dòng từ sổ Excel.")
@_where
@click.argument("file", metavar="TỆP_EXCEL", type=_PATH)
@_type
@_term
@_folder
def import_lines(
    where: Path, file: Path, kind: str | None, term: str | None, folder: Path | None
) -> int:
    """Thêm vào sổ các dòng của một tệp Excel; có chỗ nào sai thì không thêm dòng nào.

    Trang tính tên «Công văn 2025-2030» là dãy đó; tên khác thì ghi --type và --term.
    """
    from generator.register import store
    from generator.register.importing import bring_in

    problems: list[Problem] = []
    count = 0
    with _refusals(problems):
        register = _register(where, folder, problems)
        if register is not None:
            series = _series(kind, term) if kind and term else None
            with store.opened(register.path, register.body, problems) as opened:
                count, found = bring_in(opened, file, series)
            problems += found
    return _closed(problems, f"Đã thêm {count} dòng vào sổ")


@command.command(
    "audit", cls=VnCommand, short_help="Kiểm tra sổ: thiếu, trùng, lùi ngày, khác tệp."
)
@_where
@_folder
def audit(where: Path, folder: Path | None) -> int:
    """Kiểm tra sổ và đối chiếu với văn bản của đợt: số bỏ trống, trùng, lùi ngày, khác tệp."""
    from generator.register import store
    from generator.register.audit import against_documents
    from generator.register.audit import audit as audited
    from generator.register.taking import ENDING
    from generator.register.where import campaign_of, registers_of

    problems: list[Problem] = []
    count = 0
    if where.suffix == ENDING:
        found: Any = [(where, [])]
    else:
        campaign = campaign_of(where)
        if isinstance(campaign, list):
            return _closed(campaign, "")
        found = registers_of(campaign[0], folder)
    for path, documents in found:
        with _refusals(problems), store.read(path) as opened:
            count += 1
            problems += audited(opened, path)
            problems += against_documents(opened, documents, path.resolve().parent.parent)
    from generator.reading.positions import located

    placed = [one for each in problems for one in (
        located([each.at(_inside(each))], Path(each.place.file)) if each.place.path else [each]
    )]  # fmt: skip
    return _closed(placed, f"Đã kiểm tra {count} sổ")


def _inside(found: "Problem") -> Any:
    from generator.problems import Place

    return Place(path=found.place.path)


@contextmanager
def _refusals(problems: "list[Problem]") -> Iterator[None]:
    """What a register refuses is told like any problem."""
    from generator.register.store import RegisterRefusedError

    try:
        yield
    except RegisterRefusedError as error:
        problems.append(error.problem)


def _target(
    file: Path, item: str | None, folder: Path | None, problems: "list[Problem]", *, numbered: bool
) -> Any:
    from generator.register.taking import find
    from generator.register.where import campaign_of, folder_for

    campaign = campaign_of(file)
    if isinstance(campaign, list):
        problems += campaign
        return None
    home, dot = campaign
    found = find(file, item, dot, folder_for(home, folder), numbered=numbered)
    if isinstance(found, list):
        problems += found
        return None
    return found


def _register(where: Path, folder: Path | None, problems: "list[Problem]") -> "Register | None":
    from generator.register.where import chosen

    found = chosen(where, folder)
    if isinstance(found, list):
        problems += found
        return None
    return found


def _series(kind: str | None, term: str | None) -> "Series":
    from generator.register.names import type_called, type_names
    from generator.register.series import Series

    key = type_called(kind) if kind else None
    if key is None:
        known = ", ".join(sorted(type_names()))
        raise click.UsageError(f"Ghi --type là một trong: {known}.")
    if term is None:
        raise click.UsageError("Ghi --term: nhiệm kỳ (2025-2030) hoặc năm (2026) của dãy số.")
    return Series(key, term)


def _today_term(register: "Register", kind: str | None) -> str | None:
    """The term that runs today, where the campaign says it."""
    from generator.cli.options import day_of
    from generator.register.series import Series, series_of

    if register.body is None or kind is None:
        return None
    found = series_of(register.body, kind, day_of(None))
    return found.ky if isinstance(found, Series) else None


def _shown(entry: Any) -> str:
    from generator.register.names import called
    from generator.register.series import Series

    return f"số {entry.so:02}, ngày {_day(entry.ngay)}, {called(Series(entry.loai, entry.ky))}"


def _day(day: str) -> str:
    from generator.register.taking import iso_shown

    return iso_shown(day) or "          "


def _closed(problems: "list[Problem]", done: str) -> int:
    from generator.cli.report import show

    return show(problems, "text", done, err=True)
