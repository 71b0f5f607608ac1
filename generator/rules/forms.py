"""The form of each subject: R10, its code; R19, the annex of results that goes with it."""

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
    """Return the key of the form that is due; None for a person whose role is not known."""
    if not isinstance(subject.data, CaNhan):
        return COLLECTIVE_FORM
    return form_for(che_do, subject.data.vai_tro) if subject.data.vai_tro else None


def form_of(che_do: CheDo, subject: Subject) -> BieuMau | None:
    """Return the form that is due, or None as `form_key`."""
    return che_do.bieu_mau.get(form_key(che_do, subject) or "")


def r10_form(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R10: a form code, where one is written, is the form of this role in this regime.

    HD 25 (02A without, 02B with a post) against HD 43 (2A with, 2B without a post, 2C outside the
    political system). Error for another form or year, warning for an alias of several forms.
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
    """R19: the annex «kết quả thực hiện nhiệm vụ» goes with the form.

    HD 43, forms 01, 2A and 2B («Gửi kèm Phụ lục về kết quả thực hiện nhiệm vụ»); error. Where it is
    only advised (2C) one warning names everybody. Regime of 2025. Parameter: `phu_luc_ket_qua` of
    each form. Asked for from the moment a level stands at any step.
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
            che_do, "R19", "KD452", (*without[0].path, "nhiem_vu"), doubtful=True, mau=code,
            so=len(without), ai=listed(each.ten for each in without),
        )  # fmt: skip
