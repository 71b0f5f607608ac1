"""Arguments and options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_FOLDER = click.Path(path_type=Path, file_okay=False)

data_argument = click.argument("data", metavar="THƯ_MỤC_DỮ_LIỆU", type=_FOLDER)

units_option = click.option(
    "--only", "units", metavar="ĐƠN_VỊ", multiple=True,
    help="Chỉ đơn vị này: mã hoặc tên (ghi được nhiều lần).",
)  # fmt: skip


def output_option(text: str) -> Callable[[Command], Command]:
    """Return the option `-o` of commands that work on `output/`, with its help."""
    return click.option("-o", "--output-path", "out", metavar="NƠI_LƯU", type=_FOLDER,
                        default="output", show_default=True, help=text)  # fmt: skip
