"""Row 4 of Biểu 6F over all units: recipients of a gợi ý kiểm điểm, each counted once."""

from collections.abc import Iterator, Sequence
from typing import TypedDict

from generator.model.unit import CaNhan, TapThe
from generator.papers.unit_year import UnitYear


class Bieu6FRow(TypedDict):
    """A row of Biểu 6F: two counts."""

    tap_the: int
    dang_vien: int


class Bieu6FCap(Bieu6FRow):
    """A row of one level of management: its number and its words."""

    so: str
    ten: str


_Who = tuple[int, str]
"""The index of the unit among the years, and the name in it."""


class SuggestedIn(TypedDict):
    """Row 4 of Biểu 6F, its «trong đó», and a note on those who are in none of these rows."""

    duoc_goi_y: Bieu6FRow
    goi_y_theo_cap: list[Bieu6FCap]
    chua_ro_dien: str


def suggested_counts(years: Sequence[UnitYear]) -> SuggestedIn:
    """Count the collectives and persons a gợi ý was addressed to, by level of management.

    A recipient that is not in the unit of the letter is searched in the others; one without a level
    of management counts only in the first row.
    """
    collectives = _addressed(years, person=False)
    people = _addressed(years, person=True)
    rows: list[Bieu6FCap] = [
        {
            "so": f"4.{number}",
            "ten": level.ten.gia_tri,
            "tap_the": sum(level.ma in levels for levels in collectives),
            "dang_vien": sum(level.ma in levels for levels in people),
        }
        for number, level in enumerate(years[0].che_do.cap_quan_ly if years else (), 1)
    ]
    left = {
        "tập thể": len(collectives) - sum(row["tap_the"] for row in rows),
        "đảng viên": len(people) - sum(row["dang_vien"] for row in rows),
    }
    told = ", ".join(f"{number} {what}" for what, number in left.items() if number > 0)
    return {
        "duoc_goi_y": {"tap_the": len(collectives), "dang_vien": len(people)},
        "goi_y_theo_cap": rows,
        "chua_ro_dien": f"Chưa rõ diện quản lý: {told}" if told else "",
    }


def _addressed(years: Sequence[UnitYear], *, person: bool) -> list[list[str | None]]:
    """Return, for each recipient, the levels of management recorded for that name."""
    managed: dict[_Who, list[str | None]] = {}
    homes: dict[str, set[int]] = {}
    for number, year in enumerate(years):
        for name, level in _subjects(year, person=person):
            managed.setdefault((number, name), []).append(level)
            homes.setdefault(name, set()).add(number)
    found: set[_Who] = set()
    for number, year in enumerate(years):
        for letter in year.data.goi_y:
            for target in letter.ca_nhan if person else letter.tap_the:
                known = homes.get(target.ten, set())
                home = next(iter(known)) if len(known) == 1 else number
                found.add((home, target.ten))
    return [managed.get(who, []) for who in found]


def _subjects(year: UnitYear, *, person: bool) -> Iterator[tuple[str, str | None]]:
    subjects: Sequence[CaNhan | TapThe] = year.data.ca_nhan if person else year.data.tap_the
    for each in subjects:
        yield each.ho_ten if isinstance(each, CaNhan) else each.ten, each.dien_quan_ly
