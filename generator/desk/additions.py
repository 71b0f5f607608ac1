"""What a pasted line knows of somebody who is there already: what is still empty, what differs."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.desk.pasted import PastedPerson, is_same
from generator.model.birth import NgaySinh, may_be_same, read_birth
from generator.model.unit import CaNhan
from generator.problems import DataPath
from generator.wording.compare import same

_PLACES: dict[DataPath, str] = {
    ("ngay_sinh",): "ngày sinh", ("chuc_vu", "dang"): "chức vụ Đảng",
    ("chuc_vu", "chinh_quyen"): "chức vụ chính quyền", ("chuc_vu", "doan_the"): "chức vụ đoàn thể",
    ("vai_tro",): "vai trò",
}  # fmt: skip
"""What a line may say of a person, by its place in the person's data."""


class Value(NamedTuple):
    """A value of a line: where it belongs in the person's data, what it is called, what it says.

    `dang_ghi` is what stands there; «» if nothing does.
    """

    cho: DataPath
    ten: str
    chu: str
    dang_ghi: str


class Known(NamedTuple):
    """A person of the unit whom a line means: the place in the list, what to add, what differs.

    `may` counts the people whom it may mean; of several nobody is chosen. It is 0 where several
    lines may mean the one who is there.
    """

    so: int
    them: tuple[Value, ...] = ()
    khac: tuple[Value, ...] = ()
    may: int = 1


def matched(
    lines: Sequence[PastedPerson], people: Sequence[CaNhan], role: str = ""
) -> list[tuple[PastedPerson, Known | None]]:
    """Return lines about different people, each with whom of a unit it means; None if nobody.

    `role` is what the clerk said of all of them (`vai_tro`): whoever is there without one gets it.
    Of namesakes of whom one is there, without a day of birth, the one who has the same post is
    meant; where none has, or several, nobody knows who it is.
    """
    may = [
        [so for so, one in enumerate(people) if is_same(each, one.ho_ten, _birth(one))]
        for each in lines
    ]
    told: list[tuple[PastedPerson, Known | None]] = []
    for each, found in zip(lines, may, strict=True):
        rivals = [
            one for one, its in zip(lines, may, strict=True) if len(found) == 1 and its == found
        ]
        chosen = [one for one in rivals if _same_post(one, people[found[0]])]
        if len(rivals) > 1 and chosen != [each]:
            told.append((each, None if len(chosen) == 1 else Known(-1, may=0)))
        else:
            told.append((each, _known(each, found, people, role)))
    return told


def _same_post(each: PastedPerson, person: CaNhan) -> bool:
    there = person.chuc_vu.model_dump(include={*each.chuc_vu._fields})
    said = each.chuc_vu._asdict()
    return any(there[key] and said[key] and same(there[key], said[key]) for key in said)


def _known(
    each: PastedPerson, found: Sequence[int], people: Sequence[CaNhan], role: str
) -> Known | None:
    if len(found) != 1:
        return Known(-1, may=len(found)) if found else None
    one = people[found[0]]
    there = {
        "ngay_sinh": _birth(one),
        "vai_tro": one.vai_tro,
        **one.chuc_vu.model_dump(include={*each.chuc_vu._fields}),
    }
    asked = "" if one.vai_tro else role
    said = {"ngay_sinh": each.ngay_sinh, "vai_tro": asked, **each.chuc_vu._asdict()}
    values = [
        Value(place, name, said[str(place[-1])], there[str(place[-1])] or "")
        for place, name in _PLACES.items()
    ]
    values = [value for value in values if value.chu]
    return Known(
        found[0],
        tuple(value for value in values if not value.dang_ghi),
        tuple(value for value in values if value.dang_ghi and not _agree(value)),
    )


def _birth(person: CaNhan) -> str:
    return str(person.ngay_sinh) if person.ngay_sinh else ""


def _agree(value: Value) -> bool:
    """Return whether nothing is to be told: the same words, or a birthday that says no more."""
    if same(value.chu, value.dang_ghi):
        return True
    if value.cho != ("ngay_sinh",):
        return False
    told, there = read_birth(value.chu), read_birth(value.dang_ghi)
    return may_be_same(told, there) and _parts(told) <= _parts(there)


def _parts(birth: NgaySinh) -> int:
    return sum(part is not None for part in birth)
