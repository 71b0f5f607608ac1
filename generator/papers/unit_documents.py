"""The documents of a unit's year: the kinds of the catalogue whose condition holds."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.checklists.conditions import holds, parse
from generator.model.kinds import LoaiGiayTo
from generator.papers.about import LISTED, About, Subjects
from generator.papers.kinds import Due, builder_of, shape_for, values_of
from generator.papers.own_kinds import kinds_of
from generator.papers.unit_year import UnitYear
from generator.problems import DataPath
from generator.regulations.che_do import BieuMau


@dataclass(frozen=True, slots=True)
class UnitDocument:
    """One document: its form or kind, its template, its subject, its file name.

    `ma` is the key of the form or the code of the kind; `path` is the data path of the subject;
    `so_ban` is the number of copies if it depends on the data, 0 if the regime states it.
    """

    ma: str
    mau: str
    ten: str
    path: DataPath
    build: Callable[[], Mapping[str, Any]]
    kind: LoaiGiayTo
    form: BieuMau | None = None
    so_ban: int = 0

    @property
    def shape(self) -> Mapping[str, Any]:
        """The shape of its values."""
        return shape_for(self.kind, self.form)


def unit_documents(year: UnitYear) -> Iterator[UnitDocument]:
    """Yield every document of a unit's year, by kind in the order of the catalogue."""
    subjects = Subjects(year)
    listed = {*year.dot.lap_them, *year.data.lap_them}
    for kind in kinds_of(year.dot):
        condition = parse(kind.dieu_kien) if kind.dieu_kien else None
        more = {LISTED: kind.ma in listed}
        due = [each for each in subjects.of(kind) if holds(condition, {**each.facts, **more})]
        for number, about in enumerate(due, 1):
            for code, form in _forms(year, kind, about):
                title = _title(kind, about, code, year, number if len(due) > 1 else 0)
                paper = Due(kind, about, code, form)
                yield UnitDocument(
                    code,
                    form.mau if form else kind.mau or "",
                    title,
                    about.path,
                    values_of(year, paper),
                    kind,
                    form,
                    builder_of(kind).copies(year, paper),
                )


def _forms(year: UnitYear, kind: LoaiGiayTo, about: About) -> Iterator[tuple[str, BieuMau | None]]:
    """Yield the regime's forms for a kind and subject; the kind itself if it is not a form."""
    if not kind.bieu_mau:
        yield kind.ma, None
        return
    for key, form in year.che_do.bieu_mau.items():
        if form.loai != kind.ma:
            continue
        match form.dung_cho:
            case "ca_nhan":
                meant = key == about.key
            case "to_chuc_dang":
                meant = about.facts.get("vai_tro_tap_the") == "to_chuc_dang"
            case _:
                meant = True
        if meant:
            yield key, form


def _title(kind: LoaiGiayTo, about: About, code: str, year: UnitYear, number: int) -> str:
    """Fill in the file name; `number` is 0 if there is only one paper of its kind."""
    words = {"{ma}": code, "{ten}": about.ten, "{thu_tu}": f" {number}" if number else ""}
    if kind.cho == "quy":
        given = year.data.ca_nhan[about.index].quy[int(about.path[3])]
        words["{quy}"] = str(given.quy)
    of_unit = kind.cho in {"don_vi", "cac_ca_nhan"}
    title = kind.ten_tep or (kind.ten if of_unit else f"{kind.ten} - {{ten}}")
    # One pass, so that braces in a name are not filled in.
    return _HOLE.sub(lambda hole: words.get(hole[0], hole[0]), title)


_HOLE = re.compile(r"\{[a-z_]+\}")
