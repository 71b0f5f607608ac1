"""Row 4 of Biểu 6F over all units: recipients of a gợi ý kiểm điểm, each counted once."""

from collections.abc import Iterator, Sequence
from typing import TypedDict

from generator.model.unit import CaNhan, TapThe
from generator.papers.unit_year import UnitYear


class Bieu6FRow(TypedDict):
    """A row of Biểu 6F: two counts."""

    tap_the: int
    dang_vien: int


def suggested_in_unit(year: UnitYear, managed_by: str | None) -> Bieu6FRow:
    """Count recipients of a gợi ý; those without a level of management count only in the total."""
    groups = {each.ten for letter in year.data.goi_y for each in letter.tap_the}
    people = {each.ten for letter in year.data.goi_y for each in letter.ca_nhan}
    if managed_by is None:
        return {"tap_the": len(groups), "dang_vien": len(people)}
    return {
        "tap_the": sum(t.ten in groups and t.dien_quan_ly == managed_by for t in year.data.tap_the),
        "dang_vien": sum(
            p.ho_ten in people and p.dien_quan_ly == managed_by for p in year.data.ca_nhan
        ),
    }


_Who = tuple[int, str]
"""The index of the unit among the years, and the name in it."""


class SuggestedIn(TypedDict):
    """Row 4 of Biểu 6F and its «trong đó»."""

    duoc_goi_y: Bieu6FRow
    goi_y_cap_tinh: Bieu6FRow
    goi_y_cap_huyen: Bieu6FRow
    goi_y_co_so: Bieu6FRow


class SuggestedToldIn(SuggestedIn):
    """Row 4 with a note on those in none of its «trong đó» rows."""

    chua_ro_dien: str


def with_unknown(rows: SuggestedIn) -> SuggestedToldIn:
    """Add how many are in row 4 without a known managing level: «Chưa rõ diện quản lý: …»."""
    inside = (rows["goi_y_cap_tinh"], rows["goi_y_cap_huyen"], rows["goi_y_co_so"])
    whole = rows["duoc_goi_y"]
    left = {
        "tập thể": whole["tap_the"] - sum(each["tap_the"] for each in inside),
        "đảng viên": whole["dang_vien"] - sum(each["dang_vien"] for each in inside),
    }
    told = ", ".join(f"{number} {what}" for what, number in left.items() if number > 0)
    return {**rows, "chua_ro_dien": f"Chưa rõ diện quản lý: {told}" if told else ""}


def suggested_counts(years: Sequence[UnitYear]) -> SuggestedIn:
    """Count the collectives and persons a gợi ý was addressed to, by level of management.

    A recipient that is not in the unit of the letter is searched in the others; one without a level
    of management counts only in the first row.
    """
    collectives = _addressed(years, person=False)
    people = _addressed(years, person=True)

    def row(managed_by: str) -> Bieu6FRow:
        return {
            "tap_the": sum(managed_by in levels for levels in collectives),
            "dang_vien": sum(managed_by in levels for levels in people),
        }

    return {
        "duoc_goi_y": {"tap_the": len(collectives), "dang_vien": len(people)},
        "goi_y_cap_tinh": row("cap_tinh"),
        "goi_y_cap_huyen": row("cap_huyen"),
        "goi_y_co_so": row("co_so"),
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
