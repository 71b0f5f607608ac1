"""What bears a day after that of the check: it cannot be there yet, or its day is wrong."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

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
        (path, told)
        for path, told, when in _days(nam)
        if when > day and any(path[: len(home)] == home for home in made)
    ]
    if later:
        named = some([told for _, told in later])
        told = {"so": len(later), "ngay": short_date(day), "ten": named}
        yield problem("KD753", Place(path=later[0][0]), **told)


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


def _days(nam: DonViNam) -> Iterator[tuple[DataPath, str, dt.date]]:
    for path, model in models_in(nam):
        key = next((key for kind, key in _DAYS.items() if isinstance(model, kind)), "")
        day = known_day(getattr(model, key)) if key else None
        if day is not None:
            yield (*path, key), f"{_named(nam, path, model, key)} {short_date(day)}", day


def _named(nam: DonViNam, path: DataPath, model: Model, key: str) -> str:
    """Return whose day it is and which: «Nguyễn Văn An: ngày ký xác nhận»."""
    what = (type(model).model_fields[key].description or key).split(";")[0].split(",")[0].lower()
    owner = at(nam, path[:2])
    for name in ("ho_ten", "ten", "doi_tuong"):
        if found := getattr(owner, name, None):
            return f"{found}: {what}"
    over = at(nam, path[:-1])
    about = type(over).model_fields[str(path[-1])] if isinstance(over, Model) else None
    return f"{(about or type(nam).model_fields[str(path[0])]).description}: {what}"
