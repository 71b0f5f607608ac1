"""Campaigns built one after the other, with what the whole run came to."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from generator.building.build import Progress, build
from generator.building.executors import Execute
from generator.building.folders import BuildRequest
from generator.problems import Place, Problem, problem

Watch = Callable[[BuildRequest], AbstractContextManager[Callable[[Progress], None]]]
"""Opens what follows the build of a campaign; it is called with each step as it is done."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a run came to: documents made, those left as they were, and what was found.

    `crashes` are the ways of bugs of the program; `stopped` says that somebody ended the run.
    """

    made: int = 0
    kept: int = 0
    problems: tuple[Problem, ...] = ()
    crashes: tuple[str, ...] = ()
    stopped: bool = False


def unwatched(_request: BuildRequest) -> AbstractContextManager[Callable[[Progress], None]]:
    """Follow a build without doing anything."""
    return nullcontext(lambda _progress: None)


def run(requests: Iterable[BuildRequest], execute: Execute, watch: Watch = unwatched) -> Built:
    """Build campaigns.

    Args:
        requests: what is to be built.
        execute: who does the work.
        watch: follows each campaign.

    Returns:
        What was done; after Ctrl-C what was done until then. Every problem is told once; KD513 for
        a campaign in which nobody bears the names that were asked for.
    """
    made = kept = 0
    problems: list[Problem] = []
    crashes: list[str] = []
    stopped = False
    try:
        for request in requests:
            before = made + kept
            with watch(request) as follow:
                for progress in build(request, execute):
                    done = progress.done
                    made += len(done.outcome.steps)
                    kept += done.outcome.kept
                    problems += done.outcome.problems
                    crashes += [done.crash] if done.crash else []
                    follow(progress)
            if request.wanted.persons and made + kept == before:
                place = Place(file=request.campaign.as_posix())
                problems.append(problem("KD513", place, ten=", ".join(request.wanted.persons)))
    except KeyboardInterrupt:
        stopped = True
    return Built(made, kept, tuple(dict.fromkeys(problems)), tuple(crashes), stopped)
