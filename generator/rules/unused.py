"""What was typed has a place in the forms of the year."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.campaign import Dot
from generator.model.unit import CaNhan, DonViNam
from generator.problems import DataPath, Place, Problem, problem
from generator.problems.text import MOST_NAMED
from generator.regulations.che_do import CheDo
from generator.regulations.rule import is_unverified
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
        year and for a confirmation that its form does not have, told once for all of whom the same
        is true; KD166 for a degree under a heading without boxes.
    """
    alike: dict[tuple[str, str], list[_Unused]] = {}
    for subject in subjects(nam):
        for each in (
            *_points(che_do, subject),
            *_managed(che_do, subject),
            *_confirmations(che_do, subject),
        ):
            alike.setdefault((each.dieu, each.sua), []).append(each)
        yield from _degrees(che_do, subject)
    for (what, mend), of in alike.items():
        who = _named([each.ai for each in of])
        yield problem("KD165", Place(path=of[0].path), ai=who, nam=dot.nam, dieu=what, sua=mend)


def _named(names: Sequence[str]) -> str:
    first = ", ".join(names[:MOST_NAMED])
    return f"{first}, … (tổng số {len(names)})" if len(names) > MOST_NAMED else first


class _Unused(NamedTuple):
    """What was entered for a subject `ai` in vain: `dieu` says why, `sua` what to do."""

    path: DataPath
    ai: str
    dieu: str
    sua: str


def _points(che_do: CheDo, subject: Subject) -> Iterator[_Unused]:
    if subject.data.cham_diem and che_do.thang_diem is None:
        yield _Unused((*subject.path, "cham_diem"), subject.ten, _POINTS, _NO_POINTS)


def _confirmations(che_do: CheDo, subject: Subject) -> Iterator[_Unused]:
    """Tell a confirmation that was entered and that the form of the year does not have."""
    form, person = form_of(che_do, subject), subject.data
    if form is None or not isinstance(person, CaNhan):
        return
    there = {each.khoa for each in form.xac_nhan}
    sure = not any(is_unverified(each.nguon) for each in form.xac_nhan)
    for key, who in BLOCKS.items():
        if key not in there and signed_block(person, key) is not None:
            yield _Unused(
                (*subject.path, "xac_nhan", key),
                subject.ten,
                f"không có phần của {who} trong {form.ma}, nên phần đã ghi không in"
                + ("" if sure else _NOT_COMPARED),
                f"xoá xac_nhan.{key}, hoặc xem lại «nam» trong dot.yaml"
                + ("" if sure else _LIKE_SUPERIORS),
            )


def _managed(che_do: CheDo, subject: Subject) -> Iterator[_Unused]:
    """Tell a level of management that the years of the regime do not have."""
    given = subject.data.dien_quan_ly
    known = [each.ma for each in che_do.cap_quan_ly]
    if given and given not in {CENTRAL, *known}:
        yield _Unused(
            (*subject.path, "dien_quan_ly"),
            subject.ten,
            f"không có cấp quản lý «{given}», nên không vào dòng nào của Biểu 6F",
            f"ghi một trong: {', '.join((CENTRAL, *known))}",
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
