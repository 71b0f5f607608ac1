"""The documents a unit's dossier must contain: the items of the checklist for each subject."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.checklists.conditions import Condition, Facts, behind, holds
from generator.checklists.facts import (
    collective_facts,
    in_words,
    meeting_facts,
    person_facts,
    unit_facts,
)
from generator.checklists.items import Doc, Item, sent_to
from generator.model import Dot
from generator.model.checklist import Cho
from generator.model.fields import due_date
from generator.model.unit import CaNhan, DonViNam
from generator.problems import DataPath
from generator.regulations.che_do import CheDo
from generator.rules.deadlines import deadline_for
from generator.rules.subjects import takes_part
from generator.wording.compare import after, same

UNIT: DataPath = ("don_vi",)


@dataclass(frozen=True, slots=True)
class Need:
    """A required document.

    `path` is the data path of its subject and `ai` the subject's name, empty for the unit; `mien`
    is the reason why it need not be handed in, empty if it must.
    """

    doc: Doc
    ten: str
    path: DataPath
    ai: str
    mien: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """An item of the checklist for one subject, with its documents; late from the day `han` on.

    `gui_ve` is where to send it: as the checklist states, else as the campaign's deadline states.
    """

    item: Item
    cho: Cho
    path: DataPath
    ten: str
    can: tuple[Need, ...]
    han: dt.date | None
    gui_ve: str


@dataclass(frozen=True, slots=True)
class Asking:
    """What a checklist asks of a campaign's units: its items, the facts that it defines itself.

    Picklable for other processes.
    """

    items: tuple[Item, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)

    def of(self, nam: DonViNam, che_do: CheDo, dot: Dot) -> list[Requirement]:
        """Return what a unit must hand in (`requirements`)."""
        return requirements(self.items, self.own, nam, che_do, dot)


@dataclass(frozen=True, slots=True)
class _Subject:
    path: DataPath
    ten: str
    facts: Facts
    mien: str = ""


def requirements(
    items: Sequence[Item], own: Mapping[str, str], nam: DonViNam, che_do: CheDo, dot: Dot
) -> list[Requirement]:
    """Return what a unit must hand in, in the order of the checklist.

    Args:
        items: the items of the checklist.
        own: the descriptions of the facts that the checklist itself defines.
        nam: the unit's year.
        che_do: the regime, which determines who is reviewed.
        dot: the campaign; its deadline for dossiers applies if the checklist states none, and its
            place of delivery if an item states none.

    Returns:
        One requirement for each item and each subject for which its `ap_dung` holds. Where the
        subject is not reviewed or the item's condition is not met, the requirement stays in the
        list as exempt, with the reason.
    """
    subjects = {
        "don_vi": [_Subject(UNIT, nam.don_vi.ten, unit_facts(nam))],
        "tap_the": list(_collectives(nam)),
        "ca_nhan": list(_persons(nam, che_do)),
    }
    meetings = [
        _Subject(("hoi_nghi", i), each.ten, meeting_facts(nam, each))
        for i, each in enumerate(nam.hoi_nghi)
    ]
    inner = {**subjects, "hoi_nghi": meetings}
    stated = any(item.truoc_ngay for item in items)
    general = deadline_for(dot, nam.don_vi, "ho_so")
    otherwise = general.ngay if general else None
    place = sent_to(general.gui_ve, general.qua) if general else ""
    return [
        Requirement(
            item,
            cho,
            subject.path,
            subject.ten,
            tuple(_needs(item, cho, subject, inner, own)),
            _due(item, dot.nam) if stated else otherwise,
            item.gui_ve or place,
        )
        for item in items
        for cho in item.cho
        for subject in subjects[cho]
        if holds(item.ap_dung, subject.facts)
    ]


def _due(item: Item, year: int) -> dt.date | None:
    """Return an item's deadline.

    None if it has none, or if its date is neither in the review year nor in the next; other checks
    report such a date.
    """
    day = due_date(item.truoc_ngay, year) if item.truoc_ngay else None
    return day if day and day.year in {year, year + 1} else None


def _collectives(nam: DonViNam) -> Iterator[_Subject]:
    for i, each in enumerate(nam.tap_the):
        new = "tập thể mới thành lập, chưa phải kiểm điểm" if each.thanh_lap_moi else ""
        yield _Subject(("tap_the", i), each.ten, collective_facts(nam, each), new)


def _persons(nam: DonViNam, che_do: CheDo) -> Iterator[_Subject]:
    for i, each in enumerate(nam.ca_nhan):
        reason = "" if takes_part(che_do, each) else _excluded(che_do, each)
        yield _Subject(("ca_nhan", i), each.ho_ten, person_facts(nam, each), reason)


def _excluded(che_do: CheDo, person: CaNhan) -> str:
    given = person.loai_tru
    if given is None:
        return ""
    known = che_do.loai_tru.get(given.ly_do)
    basis = f" ({given.can_cu})" if given.can_cu else ""
    return f"không kiểm điểm: {known.ten if known else given.ly_do}{basis}"


def _needs(
    item: Item,
    cho: Cho,
    subject: _Subject,
    inner: Mapping[str, Sequence[_Subject]],
    own: Mapping[str, str],
) -> Iterator[Need]:
    reason = subject.mien or _why_not(item.dieu_kien, subject.facts, own)
    for doc in item.van_ban:
        if doc.cho not in (None, cho):
            continue
        name = subject.ten if subject.path != UNIT else ""
        if doc.moi is None:
            without = reason or _why_not(doc.dieu_kien, subject.facts, own)
            yield Need(doc, doc.ten, subject.path, name, without)
            continue
        about = [
            each
            for each in inner[doc.moi]
            if not each.mien and holds(doc.cua, each.facts) and subject.path in {UNIT, each.path}
        ]
        for each in about:
            without = reason or _why_not(doc.dieu_kien, each.facts, own)
            yield Need(doc, f"{doc.ten} - {each.ten}", each.path, each.ten, without)
        if not about:
            # The data has no subject for it: it is required all the same, and documents about
            # others do not satisfy it.
            yield Need(doc, doc.ten, (doc.moi,), name, reason)


def _why_not(condition: Condition | None, facts: Facts, own: Mapping[str, str]) -> str:
    if condition is None or holds(condition, facts):
        return ""
    return ", ".join(
        dict.fromkeys(in_words(name, value, own) for name, value in behind(condition, facts))
    )


def serves(document: DataPath, path: DataPath, ai: str, nam: DonViNam) -> bool:
    """Return whether a document of the unit satisfies a requirement for a subject.

    Args:
        document: the data path of what the document is about.
        path: the data path of the subject.
        ai: the subject's name; empty for the unit, which every document of it satisfies.
        nam: the unit's year.

    Returns:
        Whether it does: a gợi ý for the subjects it names, papers of the whole unit for everybody
        in it.
    """
    if path[0] == "don_vi":
        return True
    match document:
        case (str(kind), *_) if kind in _ABOUT_ONE:
            return document[:2] == path
        case ("goi_y", int(index)):
            letter = nam.goi_y[index]
            return any(_means(each.ten, ai) for each in (*letter.tap_the, *letter.ca_nhan))
        case ("xep_loai_lai", int(index)):
            return _means(nam.xep_loai_lai[index].doi_tuong, ai)
    return True


_ABOUT_ONE = frozenset({"ca_nhan", "tap_the", "hoi_nghi"})


def _means(written: str, ai: str) -> bool:
    return same(after(written, "đồng chí") or written, ai)
