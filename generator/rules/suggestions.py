"""R11: the points of a gợi ý kiểm điểm are all answered, and no others."""

from collections.abc import Iterable, Iterator

from generator.model.campaign import Dot
from generator.model.papers import DoiTuongGoiY
from generator.model.unit import DonViNam
from generator.problems import DataPath, Problem
from generator.reading.suggest import nearest
from generator.regulations.che_do import CheDo
from generator.rules.found import finding
from generator.rules.subjects import (
    Subject,
    collectives,
    has_begun,
    is_rated,
    listed,
    named,
    persons,
    subjects,
)

_AS_THERE = "ghi tên đúng như trong tệp của đơn vị"


def point_code(code: str) -> str:
    """Return the code of a point in a form for comparison: «II.1.a» equals « ii.1.A. »."""
    return "".join(code.split()).casefold().rstrip(".)")


def r11_answers(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R11: part IV answers the gợi ý point by point, in both directions.

    QĐ 366 Điều 6, HD 43 part IV of every form; the same part in HD 25 and HD 21. Error in every
    regime; a missing separate báo cáo giải trình is a warning, as only some offices require one.
    Checked once the review has begun or the subject has answered a point.
    """
    del dot
    asked: dict[DataPath, dict[str, str]] = {each.path: {} for each in subjects(nam)}
    for path, among, target in _targets(nam):
        subject = named(among, target.ten)
        if subject is None:
            near = nearest(target.ten, [each.ten for each in among])
            right = f"nếu ý đồng chí là «{near}» thì ghi như vậy" if near else _AS_THERE
            yield finding(
                che_do,
                "R11",
                "KD430",
                (*path, "ten"),
                ten=target.ten,
                gan=right,
            )
        else:
            asked[subject.path].update((point_code(each.ma), each.ma) for each in target.diem)
    for subject in subjects(nam):
        yield from _unanswered(nam, che_do, subject, asked[subject.path])
        yield from _unasked(che_do, subject, asked[subject.path])
    if nam.goi_y and nam.giai_trinh is None and has_begun(nam):
        yield finding(che_do, "R11", "KD431", ("giai_trinh",), doubtful=True)


def _targets(nam: DonViNam) -> Iterator[tuple[DataPath, list[Subject], DoiTuongGoiY]]:
    for i, letter in enumerate(nam.goi_y):
        groups: Iterable[tuple[str, list[Subject], tuple[DoiTuongGoiY, ...]]] = (
            ("tap_the", collectives(nam), letter.tap_the),
            ("ca_nhan", persons(nam), letter.ca_nhan),
        )
        for key, among, targets in groups:
            for j, target in enumerate(targets):
                yield ("goi_y", i, key, j), among, target


def _unanswered(
    nam: DonViNam, che_do: CheDo, subject: Subject, asked: dict[str, str]
) -> Iterator[Problem]:
    answered = {point_code(each.diem) for each in subject.data.giai_trinh}
    missing = [code for key, code in asked.items() if key not in answered]
    if missing and (answered or is_rated(subject) or has_begun(nam)):
        yield finding(
            che_do,
            "R11",
            "KD428",
            (*subject.path, "giai_trinh"),
            ai=subject.ten,
            diem=listed(missing),
        )


def _unasked(che_do: CheDo, subject: Subject, asked: dict[str, str]) -> Iterator[Problem]:
    for i, answer in enumerate(subject.data.giai_trinh):
        if point_code(answer.diem) not in asked:
            yield finding(
                che_do,
                "R11",
                "KD429",
                (*subject.path, "giai_trinh", i, "diem"),
                ai=subject.ten,
                diem=answer.diem,
                co=listed(asked.values()) or "không có điểm nào",
            )
