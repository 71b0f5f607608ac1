"""Shows and makes change sets for the commands that change data files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.report import show

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.editing.changes import Change, ChangeSet
    from generator.problems import Problem
    from generator.reading.yaml_text import Tree

dry_run_option = click.option(
    "--dry-run", "dry", is_flag=True, help="Chỉ cho xem sẽ sửa gì, không ghi gì."
)

campaign_argument = click.argument(
    "folder",
    metavar="THƯ_MỤC_ĐỢT",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)

_LONGEST = 70


def folder_of(file: Path) -> Path:
    """Return the campaign folder of a file; its own folder if it is in none."""
    from generator.reading.places import campaign_folder

    return campaign_folder(file) or file.parent


def make(folder: Path, changes: "ChangeSet | None", problems: "list[Problem]", *, dry: bool) -> int:
    """Show a change set and make it unless this is a dry run; return the exit code."""
    from generator.editing.applying import applied
    from generator.editing.changes import diff

    if changes is None:
        return show(problems, "text", "Chưa sửa gì", err=True)
    if not changes.files:
        return show(problems, "text", "Không có gì phải sửa: tệp đã ghi như vậy", err=True)
    click.echo(diff(changes))
    if dry:
        return show(problems, "text", "Xem trước, chưa ghi gì", err=True)
    done = applied(folder, changes)
    told = [*problems, *done.problems]
    if done.so is None:
        return show(told, "text", "Chưa sửa gì", err=True)
    return show(told, "text", f"Đã sửa {len(changes.files)} tệp, lần sửa số {done.so}", err=True)


def agreed(question: str) -> bool:
    """Ask whether to write; anything but a plain yes is no."""
    said: str = click.prompt(f"{question} Gõ c là có, k là không", default="k", err=True)
    return said.strip().casefold() in {"c", "co", "có", "y", "yes"}


def values(changes: "Iterable[Change]") -> list[str]:
    """Return changes as lines: file, place, what stood there and what stands there now."""
    return [
        f"{each.tep.as_posix()}: {_named(each)}: {_shown(each.truoc)} → {_shown(each.sau)}"
        for each in changes
    ]


def _named(change: "Change") -> str:
    return ".".join(map(str, change.path)) or "cả tệp"


def _shown(value: "Tree") -> str:
    match value:
        case None | "":
            return "(trống)"
        case str():
            line = " ".join(value.split())
            return f"«{line[:_LONGEST]}{'…' if len(line) > _LONGEST else ''}»"
        case dict():
            return f"nhóm {len(value)} khoá"
        case _:
            return f"danh sách {len(value)} mục"
