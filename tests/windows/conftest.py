"""What is made once for all processes that test: the zip, and a day on a Windows."""

import fcntl
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.windows.day import Day, spent
from windows import make


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the processes of `pytest -n` have in common."""
    folder = tmp_path_factory.getbasetemp()
    if folder.name.startswith("popen-gw"):
        folder = folder.parent
    (folder / "windows").mkdir(exist_ok=True)
    return folder / "windows"


def _once(path: Path, write: Callable[[Path], None]) -> Path:
    """Let one process write a file, the others wait for it."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            new = path.with_suffix(".new")
            write(new)
            new.rename(path)
    return path


@pytest.fixture(scope="session")
def package(shared: Path) -> Path:
    """The zip for Windows, made of the sources as they are."""

    def write(path: Path) -> None:
        path.write_bytes(make.made(shared / "fetched")[2])

    return _once(shared / "kiemdiem.zip", write)


@pytest.fixture(scope="session")
def fetched(package: Path) -> Path:
    """What was fetched for the zip."""
    return package.with_name("fetched")


@pytest.fixture(scope="session")
def day(package: Path, shared: Path) -> Day:
    """A day on a Windows, and the same on this machine."""

    def write(path: Path) -> None:
        home = shared / "day"
        path.write_bytes(pickle.dumps(spent(package, home)))
        shutil.rmtree(home)

    return pickle.loads(_once(shared / "day.pickle", write).read_bytes())  # noqa: S301
