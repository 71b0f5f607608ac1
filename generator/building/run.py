"""Builds campaigns one after the other and sums up the run."""

import os
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from generator.building.build import Progress, build
from generator.building.executors import Execute
from generator.building.folders import BuildRequest
from generator.problems import Place, Problem, has_errors, problem
from generator.reading.folder_names import CAMPAIGN_FILE
from generator.reading.units import unit_sources

Watch = Callable[[BuildRequest], AbstractContextManager[Callable[[Progress], None]]]
"""Returns a context that follows the build of a campaign; its value is called after each step."""


@dataclass(frozen=True, slots=True)
class Built:
    """The result of a run: documents generated, documents kept, and the problems.

    `crashes` are traces of bugs in the program; `stopped` means that the user interrupted the run.
    """

    made: int = 0
    kept: int = 0
    problems: tuple[Problem, ...] = ()
    crashes: tuple[str, ...] = ()
    stopped: bool = False


def unwatched(_request: BuildRequest) -> AbstractContextManager[Callable[[Progress], None]]:
    """Ignore the progress of a build."""
    return nullcontext(lambda _progress: None)


def run(requests: Iterable[BuildRequest], execute: Execute, watch: Watch = unwatched) -> Built:
    """Build campaigns.

    Args:
        requests: the campaigns.
        execute: the executor.
        watch: follows each campaign.

    Returns:
        What was done; after Ctrl-C what was done until then. Every problem is reported once; KD513
        for a campaign in which no person has one of the requested names, KD070 for one that has
        only its `dot.yaml`, KD531 if there was nothing to do at all.
    """
    made = kept = 0
    problems: list[Problem] = []
    crashes: list[str] = []
    stopped = False
    requests = list(requests)
    try:
        for request in requests:
            before, told = made + kept, len(problems)
            with watch(request) as follow:
                for progress in build(request, execute):
                    done = progress.done
                    made += len(done.outcome.steps)
                    kept += done.outcome.kept
                    problems += done.outcome.problems
                    crashes += [done.crash] if done.crash else []
                    follow(progress)
            if made + kept == before:
                problems += _nothing(request, problems[told:])
        if not (made + kept or crashes or has_errors(problems)):
            problems.append(problem("KD531", place_of(requests), viec="tạo"))
    except KeyboardInterrupt:
        stopped = True
    return Built(made, kept, tuple(dict.fromkeys(problems)), tuple(crashes), stopped)


def _nothing(request: BuildRequest, told: list[Problem]) -> list[Problem]:
    """Say why a campaign gave no document, where no other problem says so.

    A file that was not read (`told`) is the reason why there seems to be nothing.
    """
    place = Place(file=request.campaign.as_posix())
    if request.wanted.persons:
        return [problem("KD513", place, ten=", ".join(request.wanted.persons))]
    if _only_begun(request.campaign) and not has_errors(told):
        return [problem("KD070", place)]
    return []


def place_of(requests: Iterable[BuildRequest]) -> Place:
    """Return the folder of the campaign, or that of all campaigns."""
    folders = [request.campaign for request in requests]
    return Place(file=os.path.commonpath(folders) if folders else "")


def _only_begun(campaign: Path) -> bool:
    """Return whether a campaign has its `dot.yaml` and nothing that papers are made from."""
    letters = [path for path in campaign.glob("*.y*ml") if path.name != CAMPAIGN_FILE]
    return not letters and not unit_sources(campaign)
