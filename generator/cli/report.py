"""Prints problems, one for each line beginning with its place, or as JSON, and a summary."""

import json
from collections.abc import Sequence

import click

from generator.cli.launcher import called
from generator.problems import Problem, Severity, has_errors
from generator.problems.text import as_json, lines

format_option = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    metavar="KIỂU",
    help="Kiểu báo cáo: text để đọc, json cho chương trình khác.",
)


def show(
    problems: Sequence[Problem],
    output: str,
    done: str = "",
    *,
    err: bool = False,
    crashes: int = 0,
) -> int:
    """Print problems and return the exit code.

    Args:
        problems: in printing order.
        output: `text` or `json`.
        done: what was done; begins the last line.
        err: print to the error stream, because the output stream carries the results.
        crashes: how many parts could not be done because of a bug in the program.

    Returns:
        1 if a problem is an error, else 0.
    """
    if output == "json":
        click.echo(json.dumps([as_json(p) for p in problems], ensure_ascii=False, indent=2))
    else:
        for one in problems:
            if one.severity is not Severity.ACCEPTED:
                click.echo(lines(one), err=err)
        click.echo(_closing(problems, done, crashes), err=err)
    return 1 if has_errors(problems) else 0


def _closing(problems: Sequence[Problem], done: str, crashes: int) -> str:
    told = [each for each in problems if each.severity is not Severity.ACCEPTED]
    errors = sum(p.severity is Severity.ERROR for p in told)
    warnings = len(told) - errors
    kinds = (
        (crashes, "phần chưa làm được vì chương trình gặp lỗi"),
        (errors, "lỗi"),
        (warnings, "cảnh báo"),
    )
    counts = [f"{n} {word}" for n, word in kinds if n]
    accepted = len(problems) - len(told)
    known = [f"{accepted} cảnh báo đã chấp nhận"] if accepted else []
    found = ", ".join([*(counts or ["không có lỗi"]), *known])
    closing = f"{done}: {found}." if done else f"{found[0].upper()}{found[1:]}."
    if told:
        closing += f" Xem giải thích: {called()} explain {_gravest(told).code}"
    return closing


def _gravest(problems: Sequence[Problem]) -> Problem:
    """Return the first error, or the first warning if there is no error."""
    return next((each for each in problems if each.severity is Severity.ERROR), problems[0])
