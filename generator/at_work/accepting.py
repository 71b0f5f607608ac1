"""Accepts a warning where it stands: who answers for it, why, and for which finding."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from generator.at_work.campaign import AtWork
from generator.building.folders import BuildRequest
from generator.editing.changes import ChangeSet, Origin, Wanted, change_set
from generator.editing.edits import Set
from generator.files.real_path import real_path
from generator.model.acknowledged import ChapNhan
from generator.papers.validation import all_problems
from generator.problems import Place, Problem, Severity, problem
from generator.reading.acknowledged import (
    KEY,
    Scope,
    campaign_scopes,
    mark_of,
    unit_scopes,
)
from generator.reading.load import Campaign, read_campaign
from generator.reading.yaml_text import Tree
from generator.wording.dates import short_date


def accepting(
    request: BuildRequest, file: Path, code: str, given: ChapNhan, tu: Origin
) -> tuple[ChangeSet | None, list[Problem]]:
    """Work out what accepting the warnings of one kind in one file changes.

    Args:
        request: the campaign and its output folder; findings of the dossier count too.
        file: the data file in which the warnings stand.
        code: their code.
        given: why, by whom and on which day; its marks are those of the findings.
        tu: where this came from.

    Returns:
        The change set; or None with KD168 (an error cannot be accepted) or KD579 (no such warning
        there, or all are accepted already).
    """
    campaign = read_campaign(request.campaign)
    scopes = _scopes(campaign)
    there = [each for each in _findings(request, campaign, given.ngay) if _is_in(each, file, code)]
    open_ones = [each for each in there if each.severity is Severity.WARNING]
    place = Place(file=file.as_posix())
    if not open_ones:
        wrong = any(each.severity is Severity.ERROR for each in there)
        return None, [problem("KD168" if wrong else "KD579", place, ma=code)]
    by_scope: dict[int, list[str]] = {}
    for each in open_ones:
        number = next(i for i, scope in enumerate(scopes) if scope.covers(each.place))
        by_scope.setdefault(number, []).append(mark_of(each, scopes[number]))
    return change_set(
        Wanted(file, Set((*scopes[i].path, KEY, code), _entry(scopes[i], code, given, marks)), tu)
        for i, marks in by_scope.items()
    )


def _scopes(campaign: Campaign) -> list[Scope]:
    """Return where acknowledgements may stand, the narrowest first."""
    found = [each for unit in campaign.units for each in unit_scopes(unit)]
    if campaign.dot is not None:
        found += campaign_scopes(campaign.folder, campaign.dot, campaign.documents)
    return found


def _findings(request: BuildRequest, campaign: Campaign, day: dt.date) -> Iterable[Problem]:
    yield from all_problems(campaign)
    with AtWork(request, day) as work:
        for unit in work.units():
            seen = work.unit(unit.thu_muc)
            yield from seen.problems if seen else ()


def _is_in(found: Problem, file: Path, code: str) -> bool:
    return found.code == code and real_path(Path(found.place.file)) == real_path(file)


def _entry(scope: Scope, code: str, given: ChapNhan, marks: list[str]) -> Tree:
    known = scope.given.get(code)
    all_marks: list[Tree] = list(dict.fromkeys((*(known.dau if known else ()), *marks)))
    return {
        "ly_do": given.ly_do,
        "ai": given.ai,
        "ngay": short_date(given.ngay),
        "dau": all_marks[0] if len(all_marks) == 1 else all_marks,
    }
