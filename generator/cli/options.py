"""Arguments and options shared by several commands."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_FOLDER = click.Path(path_type=Path, file_okay=False)


class _NewFolder(click.Path):
    """A folder to write into; a name that is plainly that of a file is refused."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        folder = Path(value)
        if folder.suffix.lower() in _FILES and not folder.is_dir():
            raise click.UsageError(f"«{folder}» là tên một tệp: -o ghi tên thư mục để lưu vào.")
        return super().convert(value, param, ctx)


_FILES = frozenset(
    (".docx", ".doc", ".pdf", ".xlsx", ".xls", ".zip", ".odt", ".html", ".txt", ".yaml", ".json")
)

data_argument = click.argument("data", metavar="THƯ_MỤC_DỮ_LIỆU", type=_FOLDER)

units_option = click.option(
    "--only",
    "units",
    metavar="ĐƠN_VỊ",
    multiple=True,
    help="Chỉ đơn vị này: mã hoặc tên (ghi được nhiều lần).",
)


def output_option(text: str) -> Callable[[Command], Command]:
    """Return the option `-o` of commands that work on `output/`, with its help text."""
    return click.option(
        "-o",
        "--output-path",
        "out",
        metavar="NƠI_LƯU",
        type=_NewFolder(path_type=Path, file_okay=False),
        default="output",
        show_default=True,
        help=text,
    )


day_option = click.option(
    "--as-of",
    "day",
    metavar="NGÀY",
    help="Trả lời cho ngày này (2024-12-07 hoặc 07/12/2024); mặc định: hôm nay.",
)


def day_of(text: str | None) -> dt.date:
    """Parse a date as in data files; today if none is given.

    Raises:
        click.UsageError: not a date.
    """
    if text is None:
        return dt.datetime.now().astimezone().date()
    from pydantic import TypeAdapter, ValidationError

    from generator.model.fields import Ngay

    try:
        return TypeAdapter[dt.date](Ngay).validate_python(text)
    except ValidationError as error:
        raise click.UsageError(f"«{text}» không phải là ngày: ghi 07/12/2024.") from error
