"""The papers of units and the problems of their data."""

from collections.abc import Iterable
from functools import partial

from generator.engine.look import Look
from generator.model import Dot
from generator.papers.drafts import draft_lines, ruled
from generator.papers.form_checks import fits_forms, left_open, unfinished
from generator.papers.heads import letter_findings, pack_of_paper
from generator.papers.looks import look_of
from generator.papers.own_kinds import listed_wrongly
from generator.papers.paper import Paper
from generator.papers.plan import Planned
from generator.papers.same_numbers import clashes, of_unit
from generator.papers.undecided import issued_for_nobody
from generator.papers.unit_documents import UnitDocument, unit_documents
from generator.papers.unit_year import UnitYear
from generator.problems import DataPath, Place, Problem, Severity, problem
from generator.problems.text import some
from generator.reading.load import Unit
from generator.reading.units import located_in
from generator.regulations.in_force import regime_of
from generator.rules.plausible import check_plausible


def unit_problems(unit: Unit, year: UnitYear) -> list[Problem]:
    """Return the problems of a unit's data by forms, letter heads, rating rules and likelihood.

    If a person could not be read, only problems of the other persons are told: all that is counted
    or looked up in the whole unit may follow from the missing one.
    """
    found = [
        *fits_forms(year),
        *listed_wrongly(year.dot, unit.data.lap_them),
        *letter_findings(year),
        *ruled(year),
        *issued_for_nobody(year),
        *check_plausible(unit.data, year.dot, year.che_do, whole=not unit.unread),
        *(each for _, each in clashes(of_unit(unit, year.dot))),
    ]
    if unit.unread:
        found = [each for each in found if each.place.path[:1] == ("ca_nhan",)]
        found.append(_held_back(unit))
    return sorted(located_in(unit, found), key=lambda each: _reading_order(each.place))


def _held_back(unit: Unit) -> Problem:
    names = [path.name for path in unit.unread]
    return problem("KD069", Place(path=("don_vi",)), so=len(names), ten=some(names))


def _reading_order(place: Place) -> tuple[str, int, int]:
    return place.file, place.line, place.column


def unit_papers(
    unit: Unit, year: UnitYear, plan: Iterable[Planned]
) -> tuple[list[Paper], list[Problem]]:
    """Return the documents of a plan that can be generated, and what the others lack, with places.

    A document whose own data has an error is left out. Violations of rating rules are reported by
    `unit_problems` and stop nothing, because forms are often printed for discussion; what a paper
    prints wrongly makes it a draft.
    """
    against = _paths(fits_forms(year)) | _paths(letter_findings(year))
    ready: list[Paper] = []
    problems: list[Problem] = []
    drafts: list[str] = []
    half: list[str] = []
    usual = look_of(year.pack())
    for planned in plan:
        document = planned.document
        lacking = unfinished(year, document)
        problems += located_in(unit, lacking)
        if lacking or document.path[:2] in against:
            continue
        lines = draft_lines(located_in(unit, planned.sai))
        name = planned.ten_tep.removesuffix(".docx")
        drafts += [name] if lines else []
        half += [name] if left_open(year, document) else []
        place = partial(located_in, unit)
        look = usual if document.kind.van_ban is None else _look(year, document)
        ready.append(
            Paper(planned.ten_tep, document.mau, document.shape, document.build, place, look, lines)
        )
    problems += [*_told(unit, "KD515", drafts), *_told(unit, "KD532", half)]
    return ready, problems


def _look(year: UnitYear, document: UnitDocument) -> Look:
    return look_of(pack_of_paper(year, document.kind, document.path))


def _told(unit: Unit, code: str, names: list[str]) -> list[Problem]:
    """Name some papers of a unit in one problem; none if there are no papers."""
    if not names:
        return []
    return [problem(code, Place(file=unit.file.as_posix()), so=len(names), ten=some(names))]


def _paths(problems: Iterable[Problem]) -> set[DataPath]:
    """Return the paths of errors that prevent a document."""
    return {each.place.path[:2] for each in problems if each.severity is Severity.ERROR}


def offered(unit: Unit, dot: Dot, *, blank: bool) -> set[str]:
    """Return the codes of all documents of a unit, as used by `--mau`."""
    regime, _ = regime_of(dot)
    return {document.ma for document in unit_documents(UnitYear(unit.data, dot, regime, blank))}
