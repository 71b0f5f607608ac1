"""How processes of this program are started."""

import multiprocessing
import sys
import threading
from multiprocessing.context import BaseContext


def context() -> BaseContext:
    """Return the context for new processes.

    A fork keeps what is loaded and needs no copy of it, but copies the locks that other threads
    hold; so only the main thread forks, which elsewhere than in the desk is the only one.
    """
    return multiprocessing.get_context("fork" if forks() else "spawn")


def forks() -> bool:
    """Return whether a new process has all that is loaded here."""
    return sys.platform == "linux" and threading.current_thread() is threading.main_thread()
