"""`python -m generator` and the command `kiemdiem`.

Imports next to nothing, so that Ctrl-C is attended to as early as a Python program can.
"""

import _signal  # type: ignore[import-not-found]  # what `signal` wraps, without its imports
import gc
import os

CRASHED = 3
"""The exit code of `main` for an error nobody foresaw."""


def start() -> None:
    """Run the command line; Ctrl-C stops it quietly also while its modules are still loading."""
    usual = _signal.getsignal(_signal.SIGINT)
    if usual is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _stop)
    # Modules and models stay: to look through them again and again is a tenth of a start.
    gc.set_threshold(200_000, 20, 100)
    # No add-on that happens to be installed is looked for, and none changes what is read.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    from generator.cli.main import main  # noqa: PLC0415 - takes the time that is watched

    pressed: list[int] = []

    def noted(number: int, _frame: object) -> None:
        pressed.append(number)
        raise KeyboardInterrupt

    try:
        _signal.signal(_signal.SIGINT, noted if usual is _signal.default_int_handler else usual)
        main()
    except KeyboardInterrupt:
        _stop()
    except SystemExit as end:
        # A library in compiled code may turn the interrupt into an error of its own.
        if pressed and end.code == CRASHED:
            _stop()
        raise
    finally:
        _signal.signal(_signal.SIGINT, _signal.SIG_IGN)  # all is done, and Python is going down


def _stop(*_: object) -> None:
    os.write(2, "Đã dừng theo yêu cầu.\n".encode())
    os._exit(130)


if __name__ == "__main__":
    start()
