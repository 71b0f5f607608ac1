"""Processes are forks only where no other thread can hold a lock."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.opening.start_method import context


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks")
def test_the_main_thread_forks_and_no_other_does() -> None:
    assert context().get_start_method() == "fork"
    with ThreadPoolExecutor(1) as beside:
        assert beside.submit(lambda: context().get_start_method()).result() == "spawn"
