"""Small programs for the Python of Windows: `probes.py NAME WORDS…`, in the folder of the data."""

import _thread
import ctypes
import sys
import threading
import time
from pathlib import Path

from generator.opening import memory


def hold(path: str) -> None:
    """Keep a file open, as Word does, until input ends."""
    with Path(path).open("rb"):
        print("held", flush=True)
        sys.stdin.read()


def limited() -> None:
    """Put this process into its job; say whether it is in one, before and after."""
    kernel, found = ctypes.windll.kernel32, []
    process = ctypes.c_void_p(-1)
    for step in (lambda: None, lambda: memory.limit_job(memory.held_now() + memory.MEMORY)):
        step()
        inside = ctypes.c_int()
        assert kernel.IsProcessInJob(process, None, ctypes.byref(inside))
        found.append(bool(inside.value))
    print(*found, memory.held_now() // 2**20)


def pressed(*words: str) -> None:
    """Run `kiemdiem`, and press Ctrl-C once the first document is there."""
    from generator.__main__ import start

    def press() -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until and not any(Path("tam").rglob("*.docx")):
            time.sleep(0.02)
        _thread.interrupt_main()

    sys.argv = ["kiemdiem", *words]
    threading.Thread(target=press, daemon=True).start()
    start()


def called(*words: str) -> None:
    """Run `kiemdiem`."""
    from generator.__main__ import start

    sys.argv = ["kiemdiem", *words]
    start()


def unseen(*words: str) -> None:
    """Run `kiemdiem` as `pythonw` does: without any stream."""
    from generator.__main__ import start

    sys.argv = ["kiemdiem", *words]
    sys.stdin = sys.stdout = sys.stderr = None
    start()


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
