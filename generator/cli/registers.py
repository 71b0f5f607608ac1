"""What the commands on the register share: options, which one is meant, how a line is shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.register.entry import RegisterLine
    from generator.register.series import Series
    from generator.register.target import Target
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
    "--register", "folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục giữ các sổ; mặc định: so_van_ban của dot.yaml, hoặc so-van-ban/ bên cạnh đợt.",
)  # fmt: skip
where_argument = click.argument("where", metavar="ĐỢT_HOẶC_SỔ", type=PATH)
type_option = click.option("--type", "kind", metavar="LOẠI",
                           help="Loại văn bản: cong-van, quyet-dinh… hoặc tên loại.")  # fmt: skip
term_option = click.option("--term", metavar="NHIỆM_KỲ",
                           help="Nhiệm kỳ (2025-2030) hoặc năm (2026) của dãy số.")  # fmt: skip
item_option = click.option(
    "--item", metavar="MỤC", help="Văn bản nào trong tệp của đơn vị: goi_y.0, ket_qua.quyet_dinh…"
)
number_option = click.option("--number", metavar="SỐ", callback=_whole,
                             help="Số văn bản, chỉ ghi chữ số.")  # fmt: skip
reason_option = click.option("--reason", metavar="LÝ_DO", required=True, callback=_said,
                             help="Lý do, ghi vào sổ.")  # fmt: skip


@contextmanager
def refusals(problems: "list[Problem]") -> Iterator[None]:
    """Tell what a register refuses like any problem."""
    from generator.register.store import RegisterRefusedError

    try:
        yield
    except RegisterRefusedError as error:
        problems.append(error.problem)


def document(
    file: Path, item: str | None, folder: Path | None, problems: "list[Problem]", *, numbered: bool
) -> "Target | None":
    """Find the document that is meant; what keeps it from being found goes into `problems`."""
    from generator.register.target import find
    from generator.register.where import campaign_of, folder_for

    campaign = campaign_of(file)
    if isinstance(campaign, list):
        problems += campaign
        return None
    home, dot = campaign
    found = find(file, item, dot, folder_for(home, dot, folder), numbered=numbered)
    if isinstance(found, list):
        problems += found
        return None
    return found


def register_meant(
    where: Path, folder: Path | None, problems: "list[Problem]"
) -> "Register | None":
    """Find the register that is meant; what keeps it from being found goes into `problems`."""
    from generator.register.where import chosen

    found = chosen(where, folder)
    if isinstance(found, list):
        problems += found
        return None
    return found


def type_meant(kind: str | None) -> str:
    """Return the key of a type of document."""
    from generator.register.names import type_called, type_names

    key = type_called(kind) if kind else None
    if key is None:
        known = ", ".join(sorted({str(type_called(each)) for each in type_names()}))
        raise click.UsageError(f"Ghi --type là một trong: {known}.")
    return key


def series_meant(register: "Register", kind: str | None, term: str | None) -> "Series | Problem":
    """Return the series of a type, by the rules that number a document; the term by default is the
    one that runs today.

    Raises:
        RegisterRefusedError: whose register it is cannot be read.
    """  # noqa: D205 - one sentence
    from generator.cli.options import day_of
    from generator.problems import Place, Problem
    from generator.register.series import series_of
    from generator.register.where import body_of

    key = type_meant(kind)
    found = series_of(body_of(register), key, day_of(None), term)
    if isinstance(found, Problem):
        return found.at(Place(file=register.path.as_posix()))
    return found


def shown(entry: "RegisterLine") -> str:
    """Return number, day and series of a line."""
    from generator.register.names import called
    from generator.register.series import Series

    day = f", ngày {iso(entry.ngay)}" if entry.ngay else ""
    return f"số {entry.so:02}{day}, {called(Series(entry.loai, entry.ky))}"


def line(entry: "RegisterLine") -> str:
    """Return a line of the register as it is listed."""
    from generator.register.entry import NAMES, TrangThai

    state = "" if entry.trang_thai is TrangThai.CAP else f" [{NAMES[entry.trang_thai]}]"
    note = f" ({entry.ghi_chu})" if entry.ghi_chu else ""
    held = f" {entry.tep} {entry.muc}".rstrip() if entry.trang_thai is TrangThai.GIU else ""
    day = iso(entry.ngay) or " " * 10
    return f"  {entry.so:02}  {day}  {entry.trich_yeu}{state}{held}{note}"


def iso(day: str) -> str:
    """Return a day as an office writes it."""
    from generator.wording.dates import iso_shown

    return iso_shown(day)


def closed(problems: "list[Problem]", done: str) -> int:
    """Show what is to be told, with a line that sums up; return the exit code."""
    from generator.cli.report import show

    return show(problems, "text", done, err=True)


def located(problems: "list[Problem]") -> "list[Problem]":
    """Give problems with a way into a data file their line and column."""
    from generator.problems import Place
    from generator.reading import positions

    def placed(each: "Problem") -> Any:
        inside = each.at(Place(path=each.place.path))
        return positions.located([inside], Path(each.place.file)) if each.place.path else [each]

    return [one for each in problems for one in placed(each)]
