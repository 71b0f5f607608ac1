"""Ctrl-C at any instant after Python itself has started: one Vietnamese line and 130."""

import os
import signal
import subprocess
import sys
import time

import pytest

STARTED = """
import os, sys
from generator.__main__ import start
sys.argv = ["kiemdiem", "explain", "KD503"]
os.write(1, b"!")
start()
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal")
@pytest.mark.parametrize("wait", [0.03, 0.05, 0.08, 0.1, 0.15, 0.2])
def test_ctrl_c_while_the_program_loads(wait: float) -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", STARTED], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert run.stdout is not None
    assert run.stdout.read(1) == b"!"
    time.sleep(wait)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate()
    assert run.returncode in {0, 130}
    message = "Đã dừng theo yêu cầu.\n"
    # Once click runs, it ends the line in which the terminal shows «^C».
    assert said.decode() in {"", message, f"\n{message}"}
