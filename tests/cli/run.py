"""Runs a command line in this process, as `kiemdiem` itself would."""

import contextlib
import io
import subprocess
import sys
from collections.abc import Callable
from typing import NamedTuple
from unittest import mock

from generator.cli.main import main

Run = Callable[..., subprocess.CompletedProcess[str]]
"""Runs `kiemdiem` with the words given in a process of its own, in the folder of the test."""


class Done(NamedTuple):
    """What a command line came to."""

    returncode: int
    stdout: str
    stderr: str


def kiemdiem(*words: str, answer: str = "") -> Done:
    """Run `kiemdiem` with these words; `answer` is what the clerk types when asked."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with (
        mock.patch.object(sys, "argv", ["kiemdiem", *words]),
        mock.patch.object(sys, "stdin", io.StringIO(answer)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Done(code, out.getvalue(), err.getvalue())
