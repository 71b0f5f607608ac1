"""Reads the units of a campaign for its summaries, keeping each person in one unit only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from generator.building.folders import BuildRequest, folders, readable
from generator.model import Dot
from generator.model.birth import NgaySinh, may_be_same
from generator.model.fields import known_day
from generator.model.meeting import HoiNghi
from generator.model.review import XepLoai
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.papers.unit_year import UnitYear, latest
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.acknowledged import acknowledged, unit_scopes
from generator.reading.load import Unit
from generator.reading.units import UnitSource, located_in, read_unit, unit_head
from generator.regulations.che_do import CheDo
from generator.regulations.in_force import regime_of
from generator.rules.subjects import named, subjects, takes_part
from generator.summary.drafts import Misprint, misprints_of
from generator.wording import dates, review
from generator.wording.compare import fold, same

_PERSON = (
    "ma",
    "ho_ten",
    "ngay_sinh",
    "chuc_vu",
    "don_vi_cong_tac",
    "vai_tro",
    "dang_vien",
    "dien_quan_ly",
    "loai_tru",
    "cham_diem",
    "chap_nhan",
)
_COLLECTIVE = ("ten", "thanh_lap_moi", "dien_quan_ly", "cham_diem")
_MEETING = ("ten", "noi_dung", "doi_tuong")
"""The fields that the summaries print besides the levels; all others are dropped to save memory."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A campaign prepared for its summaries.

    `years` contains each unit that could be read, with the persons counted there; `chua_gom` is a
    sentence on what could not be read, empty when nothing is missing; `sai` are the errors of the
    units that papers print.
    """

    dot: Dot
    che_do: CheDo
    years: tuple[UnitYear, ...]
    chua_gom: str = ""
    sai: tuple[Misprint, ...] = ()


def counted(request: BuildRequest) -> tuple[Counted | None, list[Problem]]:
    """Read the units of a campaign for its summaries.

    Args:
        request: the campaign folder and its output folder.

    Returns:
        The units, or None when `dot.yaml` has errors; the problems of reading, persons listed in
        two units (KD521), and what the summaries do not include (KD520).
    """
    dot, problems = readable(request.campaign)
    if dot is None:
        return None, problems
    regime, _ = regime_of(dot)
    wanted, found = folders(request, dot)
    problems += found
    units: list[Unit] = []
    wrong: list[Misprint] = []
    unread: list[str] = []
    lost: list[tuple[str, int]] = []
    for source in (each.source for each in wanted if each.source):
        unit, found = read_unit(source, dot)
        problems += acknowledged(found, unit_scopes(unit)) if unit else found
        if unit is None:
            unread.append(_called(source))
            continue
        units.append(as_counted(unit))
        wrong += misprints_of(units[-1], UnitYear(units[-1].data, dot, regime))
        if missing := len(source.persons()) - len(unit.persons):
            lost.append((unit.data.don_vi.ten, missing))
    kept, found = once(units, regime)
    problems += acknowledged(found, (each for unit in units for each in unit_scopes(unit)))
    gap = gap_in_words(unread, lost)
    if gap:
        problems.append(problem("KD520", Place(file=request.campaign.as_posix()), thieu=gap))
    years = tuple(UnitYear(each, dot, regime) for each in kept)
    without = f"{review.capital(gap)}." if gap else ""
    return Counted(dot, regime, years, without, tuple(wrong)), problems


def _called(source: UnitSource) -> str:
    """Return the name of an unreadable unit from its file if possible, else its file or folder."""
    _, name = unit_head(source.file) or ("", "")
    return name or (source.file.parent.name if source.folder else source.file.stem)


def gap_in_words(unread: Sequence[str], lost: Sequence[tuple[str, int]]) -> str:
    """Describe what is missing: «chưa gồm 1 đơn vị không đọc được: Chi bộ thôn Đông».

    Args:
        unread: names of units that could not be read.
        lost: names of units with unreadable persons, with the number of these.

    Returns:
        The text without a full stop; empty when nothing is missing.
    """
    parts = []
    if unread:
        parts.append(f"{len(unread)} đơn vị không đọc được: {', '.join(unread)}")
    if lost:
        names = ", ".join(f"{name} ({number})" for name, number in lost)
        parts.append(f"{sum(n for _, n in lost)} cá nhân không đọc được của {names}")
    return f"chưa gồm {'; '.join(parts)}" if parts else ""


def as_counted(unit: Unit) -> Unit:
    """Reduce a unit to the counted data, with the latest decided level of each subject.

    A signed decision to rate again (QĐ 366 Điều 13, 15.3) replaces the earlier level. The name of
    the unit is added to a person's chi bộ.
    """
    nam = unit.data
    again = _rated_again(nam)
    people = tuple(
        CaNhan.model_construct(
            **{key: getattr(each, key) for key in _PERSON},
            chi_bo=_home(each, nam.don_vi.ten),
            xep_loai=_levels(each.xep_loai, again.get(("ca_nhan", index))),
        )
        for index, each in enumerate(nam.ca_nhan)
    )
    collectives = tuple(
        TapThe.model_construct(
            **{key: getattr(each, key) for key in _COLLECTIVE},
            xep_loai=_levels(each.xep_loai, again.get(("tap_the", index))),
        )
        for index, each in enumerate(nam.tap_the)
    )
    meetings = tuple(
        HoiNghi.model_construct(**{key: getattr(each, key) for key in _MEETING})
        for each in nam.hoi_nghi
    )
    slim = DonViNam.model_construct(
        loai="don-vi",
        don_vi=nam.don_vi,
        tap_the=collectives,
        ca_nhan=people,
        goi_y=nam.goi_y,
        hoi_nghi=meetings,
        chap_nhan=nam.chap_nhan,
    )
    return replace(unit, data=slim)


def _home(person: CaNhan, unit: str) -> str:
    own = person.chi_bo
    return f"{own}, {unit}" if own and not same(own, unit) else unit


def _rated_again(nam: DonViNam) -> dict[DataPath, str]:
    """Return the level of the last signed decision to rate again, by the path of its subject."""
    signed = [(day, each) for each in nam.xep_loai_lai if (day := known_day(each.ngay))]
    found = {}
    for _, each in sorted(signed, key=lambda pair: pair[0]):
        subject = named(subjects(nam), each.doi_tuong)
        if subject:
            found[subject.path] = each.muc_moi
    return found


def _levels(levels: XepLoai, again: str | None) -> XepLoai:
    return levels.model_copy(update={"quyet_dinh": again}) if again else levels


def once(units: Sequence[Unit], che_do: CheDo) -> tuple[list[DonViNam], list[Problem]]:
    """Keep each person in one unit only.

    Entries with the same name, date of birth and `ma` are the same person; of dates that give only
    the year or month, those that agree with every other of the name count as the same.

    Args:
        units: the units as read.
        che_do: the regime, which determines who is reviewed.

    Returns:
        The units without the dropped entries, and a problem for each of these (KD521). A person is
        kept in the unit where a level is decided, else proposed, else where they are reviewed, else
        in the first.
    """
    places: dict[tuple[str, str | None], list[tuple[int, int, NgaySinh]]] = {}
    for number, unit in enumerate(units):
        for index, person in enumerate(unit.data.ca_nhan):
            if person.ngay_sinh:
                key = (fold(person.ho_ten), person.ma)
                places.setdefault(key, []).append((number, index, person.ngay_sinh))

    def standing(place: tuple[int, int]) -> tuple[bool, bool, bool]:
        person = units[place[0]].data.ca_nhan[place[1]]
        return bool(person.xep_loai.quyet_dinh), bool(latest(person)), takes_part(che_do, person)

    dropped: dict[int, dict[int, int]] = {}
    for same_person in (one for alike in places.values() for one in _persons(alike)):
        kept = max(same_person, key=standing)
        for number, index in same_person:
            if (number, index) != kept:
                dropped.setdefault(number, {})[index] = kept[0]
    problems: list[Problem] = []
    for number, its in dropped.items():
        unit = units[number]
        problems += located_in(unit, (_twice(unit, i, units[kept]) for i, kept in its.items()))
    return [_without(unit.data, dropped.get(n, {})) for n, unit in enumerate(units)], problems


def _persons(alike: list[tuple[int, int, NgaySinh]]) -> Iterable[list[tuple[int, int]]]:
    """Divide the places of one name by person: by what is known of the date of birth."""
    born = {each for _, _, each in alike}
    one = all(may_be_same(left, right) for left, right in combinations(born, 2))
    by_day: dict[NgaySinh | None, list[tuple[int, int]]] = {}
    for number, index, day in alike:
        by_day.setdefault(None if one else day, []).append((number, index))
    return by_day.values()


def _twice(unit: Unit, index: int, kept: Unit) -> Problem:
    person = unit.data.ca_nhan[index]
    return problem(
        "KD521",
        Place(path=("ca_nhan", index)),
        ai=person.ho_ten,
        ngay_sinh=dates.birth(person.ngay_sinh),
        don_vi=unit.data.don_vi.ten,
        don_vi_kia=kept.data.don_vi.ten,
    )


def _without(nam: DonViNam, dropped: dict[int, int]) -> DonViNam:
    if not dropped:
        return nam
    left = tuple(each for index, each in enumerate(nam.ca_nhan) if index not in dropped)
    return nam.model_copy(update={"ca_nhan": left})
