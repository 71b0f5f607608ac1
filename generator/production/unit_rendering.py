"""Rendering the documents of units: which, in which regime, into which files."""

import json
from functools import cache, lru_cache
from pathlib import Path

from generator.engine import render
from generator.model import Dot
from generator.problems import DataPath, Place, Problem, Severity, has_errors
from generator.production.file_names import file_name
from generator.production.form_checks import fits_forms, unfinished
from generator.production.plan import Planned, Wanted, unit_plan
from generator.production.templates import Templates
from generator.production.unit_documents import UnitDocument, shape_of_template, unit_documents
from generator.production.unit_letters import letter_findings
from generator.production.write import write_document
from generator.production.year import Year
from generator.reading.load import Unit
from generator.reading.units import located_in
from generator.regulations.che_do import BieuMau, CheDo
from generator.regulations.overlay import with_overlay
from generator.regulations.regimes import load_regime, regime_codes, regime_for
from generator.rules import check_unit

_OFFICE_MARK = "Đ: dot.yaml"


def regime_of(dot: Dot) -> tuple[CheDo, tuple[Problem, ...]]:
    """Choose the regime of the campaign's review year, with the office's own values over it."""
    if not dot.che_do:
        return regime_for(dot.nam), ()
    return _overlaid(dot.nam, json.dumps(dot.che_do))


@lru_cache(maxsize=16)
def _overlaid(year: int, overlay: str) -> tuple[CheDo, tuple[Problem, ...]]:
    regime, problems = with_overlay(
        regime_for(year), json.loads(overlay), _OFFICE_MARK, key="che_do"
    )
    return regime, tuple(problems)


def unit_problems(unit: Unit, dot: Dot) -> list[Problem]:
    """Return what the forms and the rating rules say against a unit's data, with places."""
    regime, _ = regime_of(dot)
    year = Year(unit.nam, dot, regime)
    found = [*fits_forms(year), *letter_findings(year), *check_unit(unit.nam, dot, regime)]
    return sorted(located_in(unit, found), key=lambda each: _reading_order(each.place))


def _reading_order(place: Place) -> tuple[str, int, int]:
    return place.file, place.line, place.column


def render_unit(
    unit: Unit, dot: Dot, templates: Templates, folder: Path, wanted: Wanted
) -> tuple[list[Path], list[Problem]]:
    """Write the documents of one unit.

    Args:
        unit: as read; its data has no errors.
        dot: its campaign.
        templates: where templates are found.
        folder: the campaign's output folder; the unit's documents go into a folder of its code.
        wanted: which of them.

    Returns:
        The files written and every problem with its place in the unit's files.
    """
    regime, _ = regime_of(dot)
    year = Year(unit.nam, dot, regime, wanted.blank)
    home = folder / file_name(unit.nam.don_vi.ma)
    written: list[Path] = []
    ready, problems = printable(unit, year, wanted)
    for planned in ready:
        document = planned.document
        data, found = produced(document, templates)
        problems += located_in(unit, found)
        if data is not None:
            path, found = write_document(home / planned.ten_tep, data)
            problems += found
            written += [path] if path else []
    return written, problems


def printable(unit: Unit, year: Year, wanted: Wanted) -> tuple[list[Planned], list[Problem]]:
    """Return the documents that can be made, and what the others lack, with places.

    A document whose own data has an error is left out; what the rating rules find is told by
    `unit_problems` and stops nothing, for a form is often printed to be discussed.
    """
    against = _paths(fits_forms(year)) | _paths(letter_findings(year))
    ready: list[Planned] = []
    problems: list[Problem] = []
    for planned in unit_plan(year, wanted):
        lacking = unfinished(year, planned.document)
        problems += located_in(unit, lacking)
        if not lacking and planned.document.path[:2] not in against:
            ready.append(planned)
    return ready, problems


def _paths(problems: list[Problem]) -> set[DataPath]:
    """Where errors stand that keep a document from being made; what the rules say does not."""
    return {each.place.path[:2] for each in problems if each.severity is Severity.ERROR}


def produced(document: UnitDocument, templates: Templates) -> tuple[bytes | None, list[Problem]]:
    """Make one document: its template compiled for what it prints, then filled."""
    template, problems = templates.template(document.mau, shape_for(document.mau))
    if template is None:
        return None, problems
    data, found = render(template, document.build())
    return (None if has_errors(found) else data), found


@cache
def forms_by_template() -> dict[str, BieuMau]:
    """Return the forms of all regimes by the name of their template."""
    return {
        form.mau: form for code in regime_codes() for form in load_regime(code).bieu_mau.values()
    }


@cache
def shape_for(name: str) -> dict[str, object] | None:
    """Return the shape of what a unit's template prints; None for any other template."""
    return shape_of_template(name, forms_by_template())


def offered(unit: Unit, dot: Dot, *, blank: bool) -> set[str]:
    """Return the codes of all documents a unit gives, as `--mau` may name them."""
    regime, _ = regime_of(dot)
    return {document.ma for document in unit_documents(Year(unit.nam, dot, regime, blank))}
