"""Checks that a unit's data fits the forms of its year and suffices for a finished form."""

from collections.abc import Iterator, Sequence

from generator.model.person import CaNhan
from generator.model.review import KiemDiem
from generator.model.unit import TapThe
from generator.papers.about import at, person_form, report_form
from generator.papers.own_kinds import sound_papers
from generator.papers.review_forms import HEADING, OPEN, headings
from generator.papers.unit_documents import UnitDocument
from generator.papers.unit_year import UnitYear, collective_body, once_a_year, reviewed
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.suggest import nearest
from generator.regulations.che_do import BieuMau
from generator.wording.checks.speaker import entry_of

_WORDS = {
    "han_che": "hạn chế, khuyết điểm (mục II)",
    "nguyen_nhan": "nguyên nhân (mục II)",
    "khac_phuc": "kết quả khắc phục (mục III)",
    "phuong_huong": "phương hướng, biện pháp khắc phục (mục VI)",
    "cham_diem": "điểm tự chấm",
    "xep_loai": "mức tự xếp loại",
}


@once_a_year
def fits_forms(year: UnitYear) -> Sequence[Problem]:
    """Check that every person has a form and that the form has every heading used in the data.

    Returns:
        KD137 for a heading the form does not have, KD140 for a person without a role, KD146 for the
        number of a paper of an unknown kind, KD273 for the head of a State body's report.
    """
    problems: list[Problem] = []
    reports = report_form(year.che_do)
    for index, collective in enumerate(year.data.tap_the if reports else ()):
        form = year.che_do.bieu_mau[reports or ""]
        problems += _unknown_headings(("tap_the", index), collective, form)
        problems += _head_of_state_body(year, ("tap_the", index), collective)
    for index, person in reviewed(year):
        key = person_form(year.che_do, person)
        if key is None:
            place = Place(path=("ca_nhan", index, "vai_tro"))
            problems.append(problem("KD140", place, ai=person.ho_ten))
        else:
            form = year.che_do.bieu_mau[key]
            problems += _unknown_headings(("ca_nhan", index), person, form)
    return (*problems, *_unknown_papers(year))


def _head_of_state_body(year: UnitYear, path: DataPath, collective: TapThe) -> Iterator[Problem]:
    """Tell that the form's Party head stands above the report of a body of the State.

    The form has one head for all, «ĐẢNG CỘNG SẢN VIỆT NAM»; no source says that of a State body is
    another. So it is told where nobody wrote whose name stands there, or where Quốc hiệu is meant.
    """
    own = entry_of(collective.ten)
    given = collective.co_quan
    of_state = own is not None and own.khoi == "nha_nuoc"
    if (of_state and given is None) or (given is not None and given.khoi == "nha_nuoc"):
        head = collective_body(year, collective).ten
        place = Place(path=(*path, "co_quan"))
        yield problem("KD273", place, tap_the=collective.ten, dau=head)


def _unknown_papers(year: UnitYear) -> Iterator[Problem]:
    """Report keys of `giay_to` that are not kinds of the office; their values would be lost."""
    known = [each.ma for each in sound_papers(year.dot) if each.van_ban]
    for code in year.data.giay_to:
        if code not in known:
            hint = f"dùng một trong: {', '.join(known)}" if known else "thêm loại này vào loai/"
            yield problem("KD146", Place(path=("giay_to", code)), ma=code, goi_y=hint)


def _unknown_headings(path: DataPath, subject: KiemDiem, form: BieuMau) -> Iterator[Problem]:
    valid = [each.khoa.removeprefix(HEADING) for each in headings(form)]
    for key in subject.uu_diem:
        if key not in valid:
            near = nearest(key, valid)
            hint = (
                f"có phải ý đồng chí là «{near}»?"
                if near
                else f"dùng một trong: {', '.join(valid)}"
            )
            place = Place(path=(*path, "uu_diem", key))
            yield problem("KD137", place, mau=form.ma, khoa=key, goi_y=hint)


def unfinished(year: UnitYear, document: UnitDocument) -> list[Problem]:
    """Return what a form lacks to be printed finished.

    Args:
        year: the unit's year.
        document: one of its documents; only some kinds require content (`du_noi_dung`).

    Returns:
        One KD138 that lists everything missing; nothing for a form to fill in by hand.
    """
    form = document.form
    if year.de_trong or form is None or not document.kind.du_noi_dung:
        return []
    index = int(document.path[1])
    subject = (
        year.data.ca_nhan[index] if document.path[0] == "ca_nhan" else year.data.tap_the[index]
    )
    lacks = dict(_lacking(subject, form))
    if not lacks:
        return []
    name = subject.ho_ten if isinstance(subject, CaNhan) else subject.ten
    return [
        problem(
            "KD138",
            Place(path=document.path),
            ai=name,
            mau=form.ma,
            thieu="; ".join(lacks.values()),
            khoa="», «".join(lacks),
        )
    ]


def left_open(year: UnitYear, document: UnitDocument) -> bool:
    """Return whether a finished form leaves a heading open that nobody filled in."""
    if year.de_trong or document.form is None or not document.kind.du_noi_dung:
        return False
    subject = at(year.data, document.path)
    asked = {each.khoa for each in document.form.phan}
    return isinstance(subject, KiemDiem) and any(
        key in asked and not getattr(subject, key) and not subject.khong_co(key) for key in OPEN
    )


def _lacking(subject: CaNhan | TapThe, form: BieuMau) -> Iterator[tuple[str, str]]:
    if isinstance(subject, CaNhan) and subject.ngay_sinh is None:
        yield "ngay_sinh", "ngày sinh"
    for each in form.phan:
        key = each.khoa.removeprefix(HEADING)
        if not each.bat_buoc or not key or each.khoa in OPEN:
            continue
        if each.khoa.startswith(HEADING):
            content = subject.uu_diem.get(key)
            if content is None or not content.noi_dung:
                yield f"{HEADING}{key}", f"nội dung mục «{_short(each.tieu_de)}»"
            elif each.cap_do and not content.cap_do:
                yield f"{HEADING}{key}.cap_do", f"cấp độ của mục «{_short(each.tieu_de)}»"
        elif key == "xep_loai":
            if not subject.xep_loai.tu_nhan:
                yield "xep_loai.tu_nhan", _WORDS[key]
        elif key == "cham_diem":
            given = subject.cham_diem
            if given is None or given.chung is None or given.nhiem_vu is None:
                yield "cham_diem", _WORDS[key]
        elif not getattr(subject, key, None):
            yield key, _WORDS.get(key, each.tieu_de)


def _short(title: str) -> str:
    words = title.split()
    return title if len(words) <= 8 else " ".join(words[:8]) + "…"
