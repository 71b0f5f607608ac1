"""The form required for each subject: its code (R10) and its annex of results (R19)."""

from collections.abc import Iterator
from typing import Any

from generator.model.campaign import Dot
from generator.model.unit import CaNhan, DonViNam
from generator.problems import Problem
from generator.regulations.che_do import BieuMau, CheDo
from generator.regulations.regimes import form_for, resolve_form
from generator.rules.found import finding
from generator.rules.subjects import Subject, is_rated, listed, reviewed, subjects

COLLECTIVE_FORM = "01"
ROLES = {
    "lanh_dao": "giữ chức vụ lãnh đạo, quản lý",
    "khong_lanh_dao": "không giữ chức vụ lãnh đạo, quản lý",
    "ngoai_he_thong": "không làm việc trong hệ thống chính trị",
}
"""The three roles in the words of the forms."""


def form_key(che_do: CheDo, subject: Subject) -> str | None:
    """Return the key of the required form; None for a person whose role is unknown."""
    if not isinstance(subject.data, CaNhan):
        return COLLECTIVE_FORM
    return form_for(che_do, subject.data.vai_tro) if subject.data.vai_tro else None


def form_of(che_do: CheDo, subject: Subject) -> BieuMau | None:
    """Return the required form, None when `form_key` is None or the regime lacks the form."""
    return che_do.bieu_mau.get(form_key(che_do, subject) or "")


def r10_form(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R10: a form code, if given, is that of the form for this role in this regime.

    HD 25 has 02A without and 02B with a leading post; HD 43 has 2A with and 2B without one, and 2C
    outside the political system. Error for another form or year, a warning for a code that several
    forms share.
    """
    for subject in subjects(nam):
        due = form_key(che_do, subject)
        if due is None or subject.data.mau is None:
            continue
        person = isinstance(subject.data, CaNhan)
        role = subject.data.vai_tro or "" if isinstance(subject.data, CaNhan) else ""
        key, status = resolve_form(che_do, subject.data.mau, role)
        right: dict[str, Any] = {
            "ai": subject.ten,
            "nhap": subject.data.mau,
            "dung": che_do.bieu_mau[due].ma,
        }
        path = (*subject.path, "mau")
        if status == "khong_co":
            yield finding(che_do, "R10", "KD424", path, **right)
        elif status == "khac_nam":
            yield finding(che_do, "R10", "KD425", path, nam=dot.nam, **right)
        elif key != due:
            who = f"người {ROLES[role]}" if person else "tập thể"
            yield finding(che_do, "R10", "KD427", path, vai_tro=who, **right)
        elif status == "nhap_nhang":
            yield finding(che_do, "R10", "KD426", path, doubtful=True, **right)


def r19_annex(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R19: the annex «kết quả thực hiện nhiệm vụ» accompanies the form.

    HD 43, forms 01, 2A and 2B («Gửi kèm Phụ lục về kết quả thực hiện nhiệm vụ»); error. If it is
    only advised (2C), one warning names all persons. Regime of 2025. Parameter: `phu_luc_ket_qua`
    of each form. Checked once the subject has a level at any step.
    """
    del dot
    advised: dict[str, list[Subject]] = {}
    for subject in reviewed(che_do, nam):
        form = form_of(che_do, subject)
        asked = form.phu_luc_ket_qua if form else None
        if form is None or asked is None or subject.data.nhiem_vu or not is_rated(subject):
            continue
        if asked.gia_tri == "nen_co":
            advised.setdefault(form.ma, []).append(subject)
        elif asked.gia_tri == "bat_buoc":
            path = (*subject.path, "nhiem_vu")
            yield finding(che_do, "R19", "KD449", path, asked, ai=subject.ten, mau=form.ma)
    for code, without in advised.items():
        yield finding(
            che_do,
            "R19",
            "KD452",
            (*without[0].path, "nhiem_vu"),
            doubtful=True,
            mau=code,
            so=len(without),
            ai=listed(each.ten for each in without),
        )
