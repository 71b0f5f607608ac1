"""What was typed has a place in the forms of the year."""

from collections.abc import Iterator

from generator.model.campaign import Dot
from generator.model.unit import DonViNam
from generator.problems import Place, Problem, problem
from generator.regulations.che_do import CheDo
from generator.rules.forms import form_of
from generator.rules.subjects import Subject, subjects

HEADING = "uu_diem."


def check_unused(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """Check that the regime of the year has a use for points and ticked degrees.

    Returns:
        KD165 for points in a regime without a scale, KD166 for a degree under a heading without
        boxes.
    """
    for subject in subjects(nam):
        if subject.data.cham_diem and che_do.thang_diem is None:
            place = Place(path=(*subject.path, "cham_diem"))
            yield problem("KD165", place, ai=subject.ten, nam=dot.nam)
        yield from _degrees(che_do, subject)


def _degrees(che_do: CheDo, subject: Subject) -> Iterator[Problem]:
    form = form_of(che_do, subject)
    if form is None:
        return
    with_boxes = {each.khoa for each in form.phan if each.cap_do}
    known = {each.khoa for each in form.phan}
    given = [(HEADING + key, (*subject.path, "uu_diem", key, "cap_do"))
             for key, each in subject.data.uu_diem.items() if each.cap_do]  # fmt: skip
    if subject.data.cap_do_khac_phuc:
        given.append(("khac_phuc", (*subject.path, "cap_do_khac_phuc")))
    for heading, path in given:
        if heading in known and heading not in with_boxes:
            yield problem("KD166", Place(path=path), ai=subject.ten, mau=form.ma)
