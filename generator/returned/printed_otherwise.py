"""Compares a form as it came back with the one that the program would print from the data now."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.model import Dot
from generator.opening.written import read_written
from generator.papers.templates import Templates, search_path
from generator.papers.unit_documents import unit_documents
from generator.papers.unit_year import UnitYear
from generator.problems import DataPath
from generator.regulations.in_force import regime_of
from generator.returned.forms import Outlines, UnitForms, forms_of
from generator.returned.gathering import Received
from generator.returned.places import same
from generator.returned.probe import word_of
from generator.returned.reading import Reading, Value, read_lines


class Differing(NamedTuple):
    """A place that reads otherwise: the fixed text that asks, what came back, what is printed."""

    nhan: str
    gui_ve: str
    in_ra: str


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Where a form that came back and its print differ; `vi_sao` why they were not compared."""

    tep: Path
    khac: tuple[Differing, ...] = ()
    vi_sao: str = ""


def printed_otherwise(campaign: Path, dot: Dot, received: Sequence[Received]) -> list[Otherwise]:
    """Compare every form that was read with what the program would print.

    Args:
        campaign: its folder.
        dot: its `dot.yaml`.
        received: the forms.
    """
    templates = search_path(campaign)
    known: Outlines = {}
    return [
        _compared(each, one, forms, dot, templates)
        for each in received
        for forms in (forms_of(each.unit.data, dot, templates, known),)
        for one in each.readings
        if one.form is not None and not one.tu_choi
    ]


def _compared(
    received: Received, reading: Reading, forms: UnitForms, dot: Dot, templates: Templates
) -> Otherwise:
    made = _made(received, reading, dot, templates)
    if made is None or reading.form is None:
        return Otherwise(
            reading.tep, vi_sao="chương trình chưa in được giấy này: chạy kiemdiem validate"
        )
    printed_values = {
        each.path: each for each in read_lines(read_written(io.BytesIO(made)), reading.form, forms)
    }
    return Otherwise(reading.tep, tuple(_differing(reading, printed_values)))


def _differing(reading: Reading, ours: Mapping[DataPath, Value]) -> Iterator[Differing]:
    theirs = {each.path: each for each in reading.values}
    for path in dict.fromkeys((*theirs, *ours)):
        one, other = theirs.get(path), ours.get(path)
        back, out = one.value if one else "", other.value if other else ""
        label = next(each.nhan for each in (one, other) if each)
        if back != out and not (one and same(one, out)):
            yield Differing(label, back, out)


def _made(received: Received, reading: Reading, dot: Dot, templates: Templates) -> bytes | None:
    regime, _ = regime_of(dot)
    year = UnitYear(received.unit.data, dot, regime, de_trong=True)
    form = reading.form
    if form is None:
        return None
    document = next(
        (
            each
            for each in unit_documents(year)
            if (each.kind.ma, each.ma, each.path) == (form.kind, form.ma, form.path)
        ),
        None,
    )
    return word_of(year, document, templates) if document else None
