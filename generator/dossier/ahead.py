"""What bears a day after that of the check: it cannot be there yet, or its day is wrong."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.dossier.built import Built, State
from generator.dossier.looking import Looked
from generator.model.base import Model
from generator.model.fields import known_day
from generator.model.meeting import HoiNghi, KiemPhieu
from generator.model.papers import DauVanBan
from generator.model.person import NoiCuTru
from generator.model.review import KiemDiem, XacNhan
from generator.model.unit import DonViNam
from generator.model.walk import models_in
from generator.papers.about import at
from generator.problems import DataPath, Place, Problem, problem
from generator.problems.text import some
from generator.received.identify import THRESHOLD
from generator.wording.dates import short_date

AHEAD = "KD753"
"""Papers of a unit whose day has not come."""

_DAYS: dict[type[Model], str] = {
    KiemDiem: "ngay",
    XacNhan: "ngay",
    HoiNghi: "ngay",
    KiemPhieu: "ngay",
    DauVanBan: "ngay",
    NoiCuTru: "ngay_nhan_xet",
}
"""The days of papers, signatures and meetings. Deadlines and levels to come may lie ahead."""


def own_ahead(nam: DonViNam, built: Iterable[Built], day: dt.date) -> Iterator[Problem]:
    """Tell the days after that of the check that papers made here bear.

    A paper may be made ready before its day, so this is a warning and changes no verdict.

    Args:
        nam: the unit's year.
        built: its papers; one that was not made yet bears nothing.
        day: the day of the check.

    Returns:
        KD753, at the first of the days.
    """
    made = {_home(each) for each in built if each.state is not State.CHUA_TAO}
    later = [
        each
        for each in _days(nam)
        if each.ngay > day and any(each.path[: len(home)] == home for home in made)
    ]
    if later:
        told = {"so": len(later), "ngay": short_date(day), "ten": some(_gathered(later))}
        yield problem(AHEAD, Place(path=later[0].path), **told)


def received_ahead(looked: Mapping[Path, Looked], folder: Path, day: dt.date) -> Iterator[Problem]:
    """Tell the files of a unit that say they were signed after the day of the check.

    Returns:
        KD754, at the folder they came in; a file that is not known for certain is left out.
    """
    later = [
        f"{path.name}: {short_date(each.ngay)}"
        for path, each in looked.items()
        if each.ngay and each.ngay > day and each.chac_chan >= THRESHOLD
    ]
    if later:
        told = {"so": len(later), "ngay": short_date(day), "ten": some(later)}
        yield problem("KD754", Place(file=folder.as_posix()), **told)


def _home(document: Built) -> DataPath:
    """Return where the data keeps the days of a paper."""
    entry = document.kind.van_ban
    return tuple(entry.ghi_o.split(".")) if entry and entry.ghi_o else document.path[:2]


class Day(NamedTuple):
    """A day of the data: `cua` is whose it is, «Nguyễn Văn An», and `viec` of what, «ngày ký»."""

    path: DataPath
    cua: str
    viec: str
    ngay: dt.date


def _gathered(days: Iterable[Day]) -> list[str]:
    """Name days; the same of many people is named once: all sign on the evening of a meeting."""
    alike: dict[tuple[str, dt.date], list[str]] = {}
    for each in days:
        alike.setdefault((each.viec, each.ngay), []).append(each.cua)
    return [
        f"{of[0]}: {what} {short_date(day)}"
        if len(of) == 1
        else f"{what} {short_date(day)} của {of[0]} và {len(of) - 1} văn bản khác"
        for (what, day), of in alike.items()
    ]


def _days(nam: DonViNam) -> Iterator[Day]:
    for path, model in models_in(nam):
        key = next((key for kind, key in _DAYS.items() if isinstance(model, kind)), "")
        day = known_day(getattr(model, key)) if key else None
        if day is not None:
            what = type(model).model_fields[key].description or key
            short = what.split(";")[0].split(",")[0].lower()
            yield Day((*path, key), _owner(nam, path), short, day)


def _owner(nam: DonViNam, path: DataPath) -> str:
    """Return whose a part of the data is: a person, a collective, a paper."""
    owner = at(nam, path[:2])
    for name in ("ho_ten", "ten", "doi_tuong"):
        if found := getattr(owner, name, None):
            return str(found)
    over = at(nam, path[:-1])
    about = type(over).model_fields[str(path[-1])] if isinstance(over, Model) else None
    return (about or type(nam).model_fields[str(path[0])]).description or ""
