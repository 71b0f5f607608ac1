"""One paper of a unit, made as it would be now."""

from generator.at_work.papers import keys
from generator.dossier.unit_check import Standard
from generator.papers.at_work import UnitAtWork, open_unit
from generator.papers.paper import made
from generator.papers.plan import Selection, not_among
from generator.problems import Place, Problem, problem
from generator.reading.units import UnitSource


def document_of(
    work: UnitAtWork, standard: Standard, khoa: str
) -> tuple[bytes | None, list[Problem]]:
    """Return a paper (`PaperSeen.khoa`) of a unit, or None with what prevents it."""
    for key, planned in zip(keys(work.unit, work.plan), work.plan, strict=True):
        if key == khoa:
            paper = next((each for each in work.papers if each.tep == planned.ten_tep), None)
            if paper is None:
                return None, [*work.problems, *work.lacking]
            return made(paper, standard.templates)
    return None, [problem("KD533", Place(file=work.unit.file.as_posix()), ten=khoa)]


def blank_of(
    source: UnitSource, standard: Standard, form: str, person: int | None
) -> tuple[bytes | None, list[Problem]]:
    """Return a form to fill in by hand, for a person (None: the first subject)."""
    wanted = Selection(forms=(form,), blank=True, person=person)
    work, problems = open_unit(source, standard.dot, standard.asking, wanted)
    if work is None:
        return None, problems
    place = Place(file=work.unit.file.as_posix())
    paper = next(iter(work.papers), None)
    if paper is None:
        codes = work.year.che_do.thanh_phan
        return None, not_among(wanted.forms, codes, place) or list(work.lacking)
    return made(paper, standard.templates)
