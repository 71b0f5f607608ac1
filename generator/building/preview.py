"""What a build would do, and why; nothing is made."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.listing import Row, rows
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Preview:
    """Every document of the plan with why it would be made, empty for one that is up to date.

    `due` counts what would be made.
    """

    documents: list[tuple[Row, str]]
    due: int
    problems: list[Problem]


def preview(requests: Iterable[BuildRequest]) -> Preview:
    """Look at campaigns as a build would.

    Args:
        requests: what would be built.

    Returns:
        The documents in the order of the dossiers, and every problem once.
    """
    problems: list[Problem] = []
    documents: list[tuple[Row, str]] = []
    due = 0
    for request in requests:
        reasons: dict[str, str] = {}
        for progress in build(replace(request, dry=True), here):
            outcome = progress.done.outcome
            problems += outcome.problems
            reasons |= {step.file.as_posix(): ", ".join(step.reasons) for step in outcome.steps}
        due += len(reasons)
        documents += [(row, reasons.get(row.tep, "")) for row in rows(request)[0]]
    return Preview(documents, due, list(dict.fromkeys(problems)))
