"""Makes the three streams fit to be used, whatever started the program."""

import contextlib
import os
import sys


def open_all() -> None:
    """Give the streams letters of every language, and send nowhere what has no stream.

    A program started without a console (a link, a scheduled task, `pythonw`) has none: Python's
    streams are None then, and the next file that is opened would take their place in the system.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = getattr(sys, name)
        if stream is None:
            _fill(number)
            stream = open(os.devnull, "w" if number else "r", encoding="utf-8")  # noqa: PTH123, SIM115 - till the end
            setattr(sys, name, stream)
        if number and hasattr(stream, "reconfigure"):  # a clerk's console may not use Unicode
            stream.reconfigure(encoding="utf-8", errors="replace")


def _fill(number: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        with contextlib.suppress(OSError):
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
