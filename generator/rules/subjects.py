"""The collectives and persons of a unit's year, with the queries that the rules use."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.review import XepLoai
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.problems import DataPath
from generator.regulations.che_do import CheDo
from generator.wording.compare import same_name

STEPS = {
    "tu_nhan": "tự nhận",
    "chi_uy": "chi ủy đề xuất",
    "chi_bo": "chi bộ đề xuất",
    "quyet_dinh": "quyết định",
}
"""The steps of a rating (QĐ 366 Điều 12.1), in order, with their words for messages."""


class Subject(NamedTuple):
    """A collective or person with its name and its path in the unit's data."""

    path: DataPath
    ten: str
    data: TapThe | CaNhan


def collectives(nam: DonViNam) -> list[Subject]:
    """Return the collectives of a unit."""
    return [Subject(("tap_the", i), each.ten, each) for i, each in enumerate(nam.tap_the)]


def persons(nam: DonViNam) -> list[Subject]:
    """Return the persons of a unit."""
    return [Subject(("ca_nhan", i), each.ho_ten, each) for i, each in enumerate(nam.ca_nhan)]


def subjects(nam: DonViNam) -> list[Subject]:
    """Return the collectives of a unit, then its persons."""
    return [*collectives(nam), *persons(nam)]


def reviewed(che_do: CheDo, nam: DonViNam) -> Iterator[Subject]:
    """Yield the subjects reviewed this year: neither newly founded nor excluded."""
    return (each for each in subjects(nam) if is_reviewed(che_do, each))


def is_reviewed(che_do: CheDo, subject: Subject) -> bool:
    """Return whether a subject is reviewed; an unknown reason of exclusion also excludes."""
    if isinstance(subject.data, TapThe):
        return not subject.data.thanh_lap_moi
    return takes_part(che_do, subject.data)


def takes_part(che_do: CheDo, person: CaNhan) -> bool:
    """Return whether a person is reviewed this year."""
    if person.loai_tru is None:
        return True
    reason = che_do.loai_tru.get(person.loai_tru.ly_do)
    return reason is not None and reason.kiem_diem


def named(among: Iterable[Subject], ten: str) -> Subject | None:
    """Return the subject with a name, or None; «đồng chí» before the name is ignored."""
    return next((each for each in among if same_name(each.ten, ten)), None)


def steps(levels: XepLoai) -> list[tuple[str, str]]:
    """Return key and level of each step that has a level, in order."""
    given = ((key, getattr(levels, key)) for key in STEPS)
    return [(key, level) for key, level in given if level]


def latest(levels: XepLoai) -> tuple[str, str] | None:
    """Return key and level of the last step that has one, ignoring the self-rating."""
    taken = [step for step in steps(levels) if step[0] != "tu_nhan"]
    return taken[-1] if taken else None


def is_rated(subject: Subject) -> bool:
    """Return whether a subject has a level at any step."""
    return bool(steps(subject.data.xep_loai))


def has_begun(nam: DonViNam) -> bool:
    """Return whether the review has begun: there is a meeting or a level at any step."""
    return bool(nam.hoi_nghi) or any(is_rated(each) for each in subjects(nam))


def is_proposed(nam: DonViNam) -> bool:
    """Return whether any level is proposed or decided; self-ratings do not count."""
    return any(latest(each.data.xep_loai) for each in subjects(nam))


def listed(names: Iterable[str]) -> str:
    """Join names by commas: «Nguyễn Văn An, Trần Thị Bình»."""
    return ", ".join(names)
