"""The output folder is moved or deleted while a build writes into it: that is told."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from generator.building.build import build
from generator.building.folder_work import Done, FolderTask, work
from generator.building.folders import BuildRequest
from tests.dossier.city import city


def meanwhile(deed: Callable[[Path], object], root: Path) -> Callable[..., Iterator[Done]]:
    """An executor beside which somebody does something to the folder after three units."""

    def execute(tasks: Iterable[FolderTask]) -> Iterator[Done]:
        for number, task in enumerate(tasks):
            if number == 3:
                deed(root)
            yield work(task)

    return execute


@pytest.mark.parametrize(
    "deed",
    [lambda root: root.rename(root.with_name("khac")), shutil.rmtree],
    ids=["moved", "deleted"],
)
def test_documents_that_went_away_are_told(deed: Callable[[Path], object], tmp_path: Path) -> None:
    request = BuildRequest(city(tmp_path / "song-lam"), tmp_path / "ra" / "song-lam")
    told = [
        problem.code
        for progress in build(request, meanwhile(deed, request.root))
        for problem in progress.done.outcome.problems
    ]
    assert "KD747" in told


def test_a_folder_that_stays_is_not_told(tmp_path: Path) -> None:
    request = BuildRequest(city(tmp_path / "song-lam"), tmp_path / "ra" / "song-lam")
    found = [*build(request, meanwhile(lambda _: None, request.root))]
    assert not [p for each in found for p in each.done.outcome.problems if p.code == "KD747"]
