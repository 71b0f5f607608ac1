"""Tells which papers are drafts: those that print something wrong (`regulations/du-thao.yaml`).

What is missing, what other papers print, and warnings make no draft. A paper that already has a
number went out under its name and keeps it.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from generator.model.kinds import LoaiGiayTo
from generator.model.papers import DauVanBan
from generator.model.unit import CaNhan, TapThe
from generator.papers.about import at
from generator.papers.kinds import builder_name
from generator.papers.meetings import voted_on
from generator.papers.unit_year import UnitYear, once_a_year
from generator.problems import DataPath, Problem, Severity
from generator.regulations.catalogue import paper_kinds
from generator.regulations.che_do import BieuMau
from generator.regulations.drafts import InSai, misprints
from generator.rules import check_unit
from generator.rules.subjects import Subject, is_reviewed
from generator.wording.compare import same
from generator.wording.draft import TITLE, WHY

_SHOWN = 5
_LISTS_MEMBERS = "tap-the"
"""The builder of papers about a collective that print the levels of its members."""


@once_a_year
def ruled(year: UnitYear) -> Sequence[Problem]:
    """Return what all rating rules find in a unit's data, with paths."""
    return tuple(check_unit(year.data, year.dot, year.che_do))


def misprinted(year: UnitYear, kinds: Collection[str] = ()) -> list[Problem]:
    """Return the listed errors of a unit's data, with their paths.

    Args:
        year: the unit's year.
        kinds: look only for what these kinds of paper print, and ask only the rules that find it;
            empty for all.
    """
    entries = [e for e in misprints().du_thao if not kinds or not set(e.giay_to).isdisjoint(kinds)]
    rules = {each.quy_tac for each in entries}
    listed = {code for each in entries for code in each.loi}
    found = check_unit(year.data, year.dot, year.che_do, rules) if kinds else ruled(year)
    return [
        each
        for each in found
        if each.severity is Severity.ERROR
        and each.code in listed
        and at(year.data, each.place.path) not in (None, "", ())
    ]


def wrong_in(
    year: UnitYear,
    kind: LoaiGiayTo,
    path: DataPath,
    found: Sequence[Problem],
    form: BieuMau | None = None,
) -> tuple[Problem, ...]:
    """Return the errors that one paper prints.

    Args:
        year: the unit's year.
        kind: the kind of the paper.
        path: the path of its subject in the unit's data.
        found: the errors of `misprinted`.
        form: the regime's form, if the paper is one.

    Returns:
        Those that make it a draft; none if it has a number.
    """
    if not found or _has_number(year, kind, path):
        return ()
    return tuple(
        each
        for each in found
        if any(
            _is_listed(kind, entry) and _prints(year, entry, form, each)
            for entry in misprints().du_thao
        )
        and _is_about(year, kind, path, each.place.path)
    )


def draft_lines(found: Sequence[Problem]) -> tuple[str, ...]:
    """Return the lines at the head of a draft: what it is, then each error with its place."""
    if not found:
        return ()
    reasons = [f"- {each.message}{_where(each)}" for each in found[:_SHOWN]]
    more = len(found) - _SHOWN
    return (TITLE, WHY, *reasons, *([f"- và {more} lỗi khác"] if more > 0 else []))


def _where(found: Problem) -> str:
    place = found.place
    if not place.file:
        return ""
    line = f", dòng {place.line}" if place.line else ""
    return f" (tệp {Path(place.file).name}{line})"


def _has_number(year: UnitYear, kind: LoaiGiayTo, path: DataPath) -> bool:
    given = at(year.data, head_path(kind, path)) if kind.van_ban else None
    return isinstance(given, DauVanBan | TapThe) and given.so is not None


def head_path(kind: LoaiGiayTo, path: DataPath) -> DataPath:
    """Return where a unit's data keeps the number of a paper about `path`."""
    where = kind.van_ban.ghi_o if kind.van_ban else None
    return tuple(where.split(".")) if where else path


def _prints(year: UnitYear, entry: InSai, form: BieuMau | None, found: Problem) -> bool:
    path = found.place.path
    if not entry.meets(found.code, path):
        return False
    if entry.khoi and not (form and any(each.khoa == entry.khoi for each in form.xac_nhan)):
        return False
    return not any(at(year.data, (*path[:-1], key)) for key in entry.nhuong)


def _is_listed(kind: LoaiGiayTo, entry: InSai) -> bool:
    shipped = paper_kinds()
    if kind.ma in shipped:
        return kind.ma in entry.giay_to
    # A kind of the office prints what its builder computes.
    builders = {builder_name(shipped[k]) if k in shipped else k for k in entry.giay_to}
    return builder_name(kind) in builders


def _is_about(year: UnitYear, kind: LoaiGiayTo, paper: DataPath, where: DataPath) -> bool:
    """Return whether a paper about `paper` prints the subject of the place `where`."""
    if where[: len(paper)] == paper:
        return True
    subject = at(year.data, where[:2])
    if not isinstance(subject, CaNhan | TapThe):
        return False
    name = subject.ho_ten if isinstance(subject, CaNhan) else subject.ten
    match paper:
        case ("hoi_nghi", int(index), *_):
            return any(same(name, each) for each in voted_on(year, year.data.hoi_nghi[index]))
        case ("tap_the", int(index), *_) if builder_name(kind) == _LISTS_MEMBERS:
            return any(same(name, each.ho_ten) for each in year.data.tap_the[index].thanh_vien)
        case (_, int(), *_):
            return False
    # The lists of a unit are of those reviewed; that of the others prints why they are excluded.
    about = Subject(where[:2], name, subject)
    return where[2:3] == ("loai_tru",) or is_reviewed(year.che_do, about)
