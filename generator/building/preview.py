"""Shows what a build would do, and why, without writing anything."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.listing import Row, rows
from generator.building.run import place_of
from generator.problems import Problem, has_errors, problem


@dataclass(frozen=True, slots=True)
class Preview:
    """Every document of the plan with the reasons to generate it, empty if it is up to date.

    `due` is the number of documents to generate.
    """

    documents: list[tuple[Row, str]]
    due: int
    problems: list[Problem]


def preview(requests: Iterable[BuildRequest]) -> Preview:
    """Check campaigns as a build would, without writing.

    Args:
        requests: the campaigns.

    Returns:
        The documents in the order of the dossiers, and every problem once.
    """
    requests = list(requests)
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
    if not (documents or has_errors(problems)):
        problems.append(problem("KD531", place_of(requests), viec="tạo"))
    return Preview(documents, due, list(dict.fromkeys(problems)))
