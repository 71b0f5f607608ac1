"""Checks that a file is the prescribed form, by its form code, role and headings."""

import re
from collections.abc import Iterator
from functools import cache

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.folded import unaccented
from generator.received.headings import has_all, missing, ready
from generator.received.quoted import shown
from generator.regulations.che_do import BieuMau
from generator.regulations.regimes import load_regime, regime_codes, resolve_form

_CODE = re.compile(r"\bmau (?:so )?(\d{1,2} ?[a-d]?) ?-? ?hd ?kd ?[.,]? ?dg ?(20\d\d)?")
_HEAD = 12
_MOST = 0.6
"""A file with a smaller share of the headings is another form, or none."""

_SHOWN = 3

_ROLES = {
    "khong_lanh_dao": re.compile(r"ca nhan (?:la .{0,40}|)khong giu chuc vu"),
    "lanh_dao": re.compile(r"ca nhan giu chuc vu"),
    "ngoai_he_thong": re.compile(r"khong lam viec trong he thong chinh tri"),
}
_ROLE_WORDS = {
    "khong_lanh_dao": "cá nhân không giữ chức vụ lãnh đạo, quản lý",
    "lanh_dao": "cá nhân giữ chức vụ lãnh đạo, quản lý",
    "ngoai_he_thong": "đảng viên không làm việc trong hệ thống chính trị",
}


@cache
def make_ready() -> None:
    """Make ready what is looked for in every file, for the processes that are forked after this."""
    for code in regime_codes():
        for form in load_regime(code).bieu_mau.values():
            for part in form.phan:
                ready(part.tieu_de)


def wrong_form(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for a form of another year or role, and for missing headings."""
    if due.form is None:
        return
    form = due.che_do.bieu_mau[due.form]
    told = other_form(seen, due)
    yield from told
    gone = missing(seen.lines, form)
    if len(gone) > (1 - _MOST) * len(form.phan):
        if not told:
            other = likest(seen, due)
            like = f"; giống {other}" if other else ""
            yield Finding(Ket.SAI_MAU, f"không theo đề mục của {form.ma}{like}")
    elif gone:
        yield Finding(Ket.SAI_MAU, f"thiếu đề mục của mẫu: {shown(gone, _SHOWN, 'đề mục')}")
    elif not told:
        yield from _larger(seen, form)


def other_form(seen: FileContent, due: Expected) -> list[Finding]:
    """Return what the top of a file says of another form, whatever else is in it."""
    if due.form is None:
        return []
    form = due.che_do.bieu_mau[due.form]
    head = " ".join(unaccented(" ".join(seen.lines[:_HEAD])).split())
    return list(_code(head, form, due)) or list(_role(head, form))


def _code(head: str, form: BieuMau, due: Expected) -> Iterator[Finding]:
    """Check the printed form code; one without a letter (Mẫu 02 of 2023) fits both roles."""
    found = _CODE.search(head)
    if found is None:
        return
    code = found[1].replace(" ", "")
    written = f"Mẫu {code.upper()}-HD KĐ.ĐG {found[2] or ''}".strip()
    role = form.vai_tro[0] if form.vai_tro else ""
    key, _ = resolve_form(due.che_do, written, role)
    if found[2] and found[2] != due.che_do.ma:
        yield Finding(Ket.SAI_MAU, f"tệp là {written}, phải dùng {form.ma}")
    elif key != due.form:
        yield Finding(Ket.SAI_MAU, f"tệp là {written}, vai trò này phải dùng {form.ma}")


def _role(head: str, form: BieuMau) -> Iterator[Finding]:
    said = next((role for role, words in _ROLES.items() if words.search(head)), None)
    if said and form.vai_tro and said not in form.vai_tro:
        yield Finding(
            Ket.SAI_MAU, f"tệp là mẫu của {_ROLE_WORDS[said]}, vai trò này phải dùng {form.ma}"
        )


def _larger(seen: FileContent, form: BieuMau) -> Iterator[Finding]:
    """Report a form with more headings than the required one if the file has all of them."""
    for code in regime_codes():
        for other in load_regime(code).bieu_mau.values():
            more = len(other.phan) > len(form.phan) and other.dung_cho == form.dung_cho
            if more and has_all(seen.lines, other):
                yield Finding(Ket.SAI_MAU, f"đề mục là của {other.ma}, phải dùng {form.ma}")
                return


def likest(seen: FileContent, due: Expected) -> str:
    """Return the code of another form, of any regime, that the headings match best.

    Empty if fewer than `_MOST` of its headings are there, or if it has the code of the due form.
    """
    shares = []
    for code in regime_codes():
        for form in load_regime(code).bieu_mau.values():
            if form.phan:
                here = len(form.phan) - len(missing(seen.lines, form))
                shares.append((here / len(form.phan), form.ma))
    share, name = max(shares, default=(0.0, ""))
    return name if share >= _MOST and name != due.che_do.bieu_mau[due.form or ""].ma else ""
