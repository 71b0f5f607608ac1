"""What was typed has a place in the forms of the year."""

from collections.abc import Iterator

from generator.model.campaign import Dot
from generator.model.unit import CaNhan, DonViNam
from generator.problems import Place, Problem, problem
from generator.regulations.che_do import CheDo
from generator.rules.confirmations import BLOCKS, signed_block
from generator.rules.forms import form_of
from generator.rules.subjects import Subject, subjects

HEADING = "uu_diem."
CENTRAL = "trung_uong"
_POINTS = "không chấm điểm theo thang 100, điểm không in trong bản kiểm điểm"
_NOT_COMPARED = " (khối ký của mẫu này chưa đối chiếu được bản gốc)"
_LIKE_SUPERIORS = "; mẫu cấp trên gửi có phần này thì thêm vào mẫu Word của cơ quan"
_NO_POINTS = "xoá cham_diem, hoặc xem lại «nam» trong dot.yaml"


def check_unused(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """Check that the regime of the year has a use for what was entered.

    Returns:
        KD165 for points in a regime without a scale, for a level of management that is not of the
        year and for a confirmation that its form does not have, KD166 for a degree under a heading
        without boxes.
    """
    for subject in subjects(nam):
        if subject.data.cham_diem and che_do.thang_diem is None:
            place = Place(path=(*subject.path, "cham_diem"))
            yield problem("KD165", place, ai=subject.ten, nam=dot.nam, dieu=_POINTS, sua=_NO_POINTS)
        yield from _managed(che_do, subject, dot.nam)
        yield from _degrees(che_do, subject)
        yield from _confirmations(che_do, subject, dot.nam)


def _confirmations(che_do: CheDo, subject: Subject, nam: int) -> Iterator[Problem]:
    """Tell a confirmation that was entered and that the form of the year does not have."""
    form, person = form_of(che_do, subject), subject.data
    if form is None or not isinstance(person, CaNhan):
        return
    there = {each.khoa for each in form.xac_nhan}
    sure = all(each.nguon != "U" for each in form.xac_nhan)
    for key, who in BLOCKS.items():
        if key not in there and signed_block(person, key) is not None:
            yield problem(
                "KD165",
                Place(path=(*subject.path, "xac_nhan", key)),
                ai=subject.ten,
                nam=nam,
                dieu=f"không có phần của {who} trong {form.ma}, nên phần đã ghi không in"
                + ("" if sure else _NOT_COMPARED),
                sua=f"xoá xac_nhan.{key}, hoặc xem lại «nam» trong dot.yaml"
                + ("" if sure else _LIKE_SUPERIORS),
            )


def _managed(che_do: CheDo, subject: Subject, nam: int) -> Iterator[Problem]:
    """Tell a level of management that the years of the regime do not have."""
    given = subject.data.dien_quan_ly
    known = [each.ma for each in che_do.cap_quan_ly]
    if given and given not in {CENTRAL, *known}:
        yield problem(
            "KD165",
            Place(path=(*subject.path, "dien_quan_ly")),
            ai=subject.ten,
            nam=nam,
            dieu=f"không có cấp quản lý «{given}», nên không vào dòng nào của Biểu 6F",
            sua=f"ghi một trong: {', '.join((CENTRAL, *known))}",
        )


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
