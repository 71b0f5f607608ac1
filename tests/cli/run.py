"""Runs a command line in this process, as `kiemdiem` itself would."""

import contextlib
import io
import sys
from typing import NamedTuple
from unittest import mock

from generator.cli.main import main


class Done(NamedTuple):
    """What a command line came to."""

    returncode: int
    stdout: str
    stderr: str


def kiemdiem(*words: str) -> Done:
    """Run `kiemdiem` with these words."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with (
        mock.patch.object(sys, "argv", ["kiemdiem", *words]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Done(code, out.getvalue(), err.getvalue())
