"""`kiemdiem`: dispatches commands, uses Vietnamese messages, turns results into exit codes.

0 clean · 1 findings · 2 wrong usage or set-up · 3 a bug (a log file to send) · 130 interrupted.
"""

import contextlib
import importlib
import os
import sys
from typing import NoReturn, TextIO

import click

from generator import __version__
from generator.cli import streams
from generator.cli.vietnamese import VnGroup, speak_vietnamese

# Name of the command → module of `generator.cli` that holds `command`.
COMMANDS = {
    "open": "open",
    "start": "start",
    "init": "init",
    "validate": "validate",
    "edit": "edit",
    "accept": "accept",
    "changes": "changes",
    "undo": "undo",
    "render": "render",
    "build": "build",
    "print-list": "print_list",
    "pdf": "pdf",
    "summary": "summary",
    "check": "check",
    "number": "number",
    "excel": "excel",
    "forms": "forms",
    "pack": "pack",
    "verify": "verify",
    "schema": "schema",
    "template": "template",
    "explain": "explain",
    "doctor": "doctor",
    "demo": "demo",
}


class _Commands(VnGroup):
    """Loads a command's module only when the command is named or listed."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"generator.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest names from all commands, including those not loaded."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.exceptions.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    """Print the version with the mark of the build, which tells two programs of one apart."""
    if not asked or ctx.resilient_parsing:
        return
    from generator.files.digests import build_id

    click.echo(f"kiemdiem {__version__} (bản dựng {build_id()[:8]})")
    ctx.exit()


@click.group(cls=_Commands, name="kiemdiem", help="Soạn văn bản, hồ sơ kiểm điểm từ tệp YAML.")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Hiện phiên bản rồi thoát.",
)
def cli() -> None:
    """The root of all commands; its help text is the Vietnamese one above."""


def main() -> NoReturn:
    """Run the command line and exit with its exit code."""
    streams.open_all()
    speak_vietnamese()
    try:
        status = cli.main(prog_name="kiemdiem", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng theo yêu cầu.", err=True)
        sys.exit(130)
    except OSError as error:
        _tell(error)
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback for a clerk
        from generator.cli.crash import report_crash
        from generator.problems.trace import way

        report_crash(way(error))
        sys.exit(3)
    sys.exit(status if isinstance(status, int) else 0)


def _tell(error: OSError) -> None:
    """Tell an error of the file system that no command expected, such as a full disk."""
    from generator.cli.report import show
    from generator.files.atomic import failure
    from generator.problems import Place

    _let_go(sys.stdout)
    if isinstance(error, BrokenPipeError):  # whoever reads the output has seen enough
        return
    name = error.filename if isinstance(error.filename, str) else ""
    try:
        show([failure(error, Place(file=name))], "text", err=True)
        sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr)


def _let_go(stream: TextIO) -> None:
    """Send what a stream still holds nowhere: it could not be written, and is tried at the end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
