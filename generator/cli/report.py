"""Prints problems, one for each line beginning with its place, or as JSON, and a summary."""

import json
from collections.abc import Sequence

import click

from generator.problems import Problem, Severity, has_errors
from generator.problems.text import as_json, line

format_option = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    metavar="KIỂU",
    help="Kiểu báo cáo: text để đọc, json cho chương trình khác.",
)


def show(problems: Sequence[Problem], output: str, done: str = "", *, err: bool = False) -> int:
    """Print problems and return the exit code.

    Args:
        problems: in printing order.
        output: `text` or `json`.
        done: what was done; begins the last line.
        err: print to the error stream, because the output stream carries the results.

    Returns:
        1 if a problem is an error, else 0.
    """
    if output == "json":
        click.echo(json.dumps([as_json(p) for p in problems], ensure_ascii=False, indent=2))
    else:
        for one in problems:
            click.echo(line(one), err=err)
        click.echo(_closing(problems, done), err=err)
    return 1 if has_errors(problems) else 0


def _closing(problems: Sequence[Problem], done: str) -> str:
    errors = sum(p.severity is Severity.ERROR for p in problems)
    warnings = len(problems) - errors
    counts = [f"{n} {word}" for n, word in ((errors, "lỗi"), (warnings, "cảnh báo")) if n]
    found = ", ".join(counts) or "không có lỗi"
    closing = f"{done}: {found}." if done else f"{found[0].upper()}{found[1:]}."
    if problems:
        closing += f" Xem giải thích: kiemdiem explain {_gravest(problems).code}"
    return closing


def _gravest(problems: Sequence[Problem]) -> Problem:
    """Return the first error, or the first warning if there is no error."""
    return next((each for each in problems if each.severity is Severity.ERROR), problems[0])
