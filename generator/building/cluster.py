"""Distributes the tasks of a build to a Dask cluster whose machines share the same folders."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from distributed import Client, as_completed

from generator.building.executors import AHEAD, Execute
from generator.building.folder_work import Done, FolderTask, work


@contextmanager
def cluster(address: str) -> Iterator[Execute]:
    """Connect to a scheduler; the connection serves any number of builds.

    Args:
        address: as shown by `dask scheduler`: `tcp://10.0.0.5:8786`.

    Yields:
        An executor. Tasks of a lost worker are repeated on another one. The program must be
        installed on every machine; data and output must be shared folders with the same path
        everywhere.

    Raises:
        OSError: no scheduler answers at the address.
    """
    client: Any = Client(address, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]
    try:
        yield lambda tasks: _dealt(client, iter(tasks))
    finally:
        client.close()


def _dealt(client: Any, rest: Iterator[FolderTask]) -> Iterator[Done]:
    names: dict[Any, str] = {}
    running: Any = as_completed([], loop=client.loop)  # type: ignore[no-untyped-call]

    def deal(count: int) -> None:
        for task in islice(rest, count):
            future = client.submit(work, task, pure=False, retries=2)
            names[future.key] = task.name
            running.add(future)

    deal(AHEAD * max(1, sum(client.nthreads().values())))
    for future in running:
        name = names.pop(future.key)
        error = future.exception()
        yield Done(name, "", crash=type(error).__name__) if error else future.result()
        deal(1)
