"""Runs a command line in this process, as `kiemdiem` itself would."""

import contextlib
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from generator.cli.main import main


class Done(NamedTuple):
    """What a command line came to."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]
"""Runs `kiemdiem` with the words given, in the folder of the test."""


def kiemdiem(*words: str | Path, answer: str = "") -> Done:
    """Run `kiemdiem` with these words; `answer` is what the clerk types when asked.

    As on a machine with one core: what it makes is made here, not in processes that it starts.
    """
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with (
        mock.patch.object(os, "cpu_count", return_value=1),
        mock.patch.object(sys, "argv", ["kiemdiem", *map(str, words)]),
        mock.patch.object(sys, "stdin", io.StringIO(answer)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Done(code, out.getvalue(), err.getvalue())
