"""What a clerk is asked about forms that came back: one subject after the other, value by value."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from generator.desk.addresses import query
from generator.desk.campaigns import Open
from generator.desk.muc import muc_of
from generator.desk.readings import Held, place_of
from generator.problems import DataPath
from generator.regulations.che_do import CheDo
from generator.returned.doubts_book import CHANGED, LEFT, RIGHT, decision, key
from generator.returned.lists import IN_PARTS
from generator.returned.looking import Decision
from generator.returned.proposing import NO_PLACE, Proposal

SHORT = 80
"""Letters up to which a text is typed on one line."""


class Subject(NamedTuple):
    """Whom a form is about: folder and name of the unit, place in its data, name."""

    thu_muc: str
    don_vi: str
    cho: str
    ten: str


class Question(NamedTuple):
    """A value to be looked at.

    `o` is how it is typed: a list to choose from (`chon`), one line, a text; «» where it is
    written on the form of its subject only (`bieu`). `dung`: it may be taken over as it was read.
    """

    khoa: str
    nhan: str
    ly_do: str
    truoc: str
    trong_tep: str
    o: Literal["chon", "dong", "chu", ""]
    chon: Sequence[str]
    dung: bool
    cap_tren: bool
    bieu: str
    tep: str
    ten_tep: str
    noi: int


def subject_of(one: Proposal) -> Subject:
    """Return whom a value is about."""
    place = muc_of(one.value.path[:2])
    return Subject(one.thu_muc.name, one.unit.data.don_vi.ten, place, one.ai)


def subjects(held: Held) -> list[Subject]:
    """Return everybody about whom something is asked or was, in order."""
    asked = (
        each
        for each in held.look.proposals
        if each.ket == "da_bo_qua" or place_of(each) in held.ever
    )
    return list(dict.fromkeys(subject_of(each) for each in asked))


def question(opened: Open, one: Proposal, regime: CheDo) -> Question:
    """Return a value as it is asked about.

    Args:
        opened: the campaign.
        one: the value.
        regime: names the levels.
    """
    value = one.value
    names = _names(value.path, regime) if value.kieu == "muc" else ()
    chosen = names and (not value.value or value.value in names)
    long = value.kieu == "chu" or "\n" in value.value or len(value.value) > SHORT
    typed: Literal["chon", "dong", "chu"] = "chon" if chosen else "chu" if long else "dong"
    own = muc_of(value.path[:2]) if one.path == value.path else ""
    return Question(
        key(opened.folder, one),
        value.nhan or "Mục không có tên trên mẫu",
        "; ".join(one.ly_do),
        one.truoc,
        value.value,
        typed if _is_typed(one) else "",
        names,
        one.cay is not None,
        value.cap_tren,
        f"/nhap{query(tep=opened.name_of(one.tep), muc=own)}",
        opened.name_of(one.doc.tep),
        one.doc.tep.name,
        value.noi,
    )


def _is_typed(one: Proposal) -> bool:
    """Return whether what a clerk types here can be written as it stands."""
    if NO_PLACE in one.ly_do or one.value.path[-1] in IN_PARTS:
        return False
    return one.cay is not None or not one.value.value


def _names(path: DataPath, regime: CheDo) -> tuple[str, ...]:
    """Return the names among which one is chosen at a place of the data; none if they are free."""
    if "xep_loai" in path:
        return tuple(each.ten for each in regime.muc)
    return tuple(regime.cap_do) if str(path[-1]).startswith("cap_do") else ()


def answer(one: Proposal, said: str, typed: str) -> Decision | str:
    """Return what a clerk's answer decides, or why it decides nothing.

    What was typed counts: whoever says «đúng» of a text that they changed means the changed one.

    Args:
        one: the value.
        said: «dung», «sua» or «bo-qua».
        typed: what stands in the field; if it was changed, that is the answer.
    """
    text = "\n".join(line.rstrip() for line in typed.splitlines()).strip()
    if said == "bo-qua":
        return decision(one, LEFT, "")
    changed = _is_typed(one) and text != one.value.value.strip()
    if said not in {"dung", "sua"} and not changed:
        return "chưa chọn «đúng», «sửa» hay «bỏ qua»"
    if not changed:
        return decision(one, RIGHT, "")
    if not text:
        return "ô đang trống: ghi giá trị, hoặc bấm «Bỏ qua»"
    return decision(one, CHANGED, text)


def of_subject(found: Iterable[Proposal], folder: str, place: str) -> list[Proposal]:
    """Return the values of one subject."""
    return [
        each
        for each in found
        if each.thu_muc.name == folder and muc_of(each.value.path[:2]) == place
    ]
