"""R05: the ticked degree of each heading, and the levels that the ticks allow."""

from collections.abc import Iterator
from textwrap import shorten
from typing import NamedTuple

from generator.model.campaign import Dot
from generator.model.review import KiemDiem
from generator.model.unit import DonViNam
from generator.problems import DataPath, Problem
from generator.regulations.che_do import BieuMau, CheDo, Phan
from generator.regulations.rule import Quy
from generator.rules.forms import form_of
from generator.rules.found import finding
from generator.rules.levels import Statement, statements
from generator.rules.subjects import Subject, is_rated, listed, reviewed
from generator.wording.compare import same

RESULTS = ("uu_diem.chi_tieu", "uu_diem.nhiem_vu")
"""The headings for the results of the year's tasks: of a collective, of a person."""

MENDED = "khac_phuc"
_WIDTH = 60


class Tick(NamedTuple):
    """A set of boxes of a form: heading, path in the data, the ticked degree and its rank."""

    khoa: str
    tieu_de: str
    path: DataPath
    chosen: str | None
    rank: int | None


def tick_rank(che_do: CheDo, text: str | None) -> int | None:
    """Return the rank of a ticked degree, 0 for «Xuất sắc»; None if it is none of the four."""
    if text is None:
        return None
    return next((i for i, name in enumerate(che_do.cap_do) if same(name, text)), None)


def short_title(heading: Phan) -> str:
    """Return the number and first words of a heading; some headings fill half a page."""
    return shorten(f"{heading.danh_so} {heading.tieu_de}", _WIDTH, placeholder="…")


def ticks(che_do: CheDo, form: BieuMau, data: KiemDiem) -> list[Tick]:
    """Return every set of boxes of a form with the degree ticked in the data."""
    found = []
    for heading in form.phan:
        if not heading.cap_do:
            continue
        group, _, key = heading.khoa.partition(".")
        if group == MENDED:
            chosen, path = data.cap_do_khac_phuc, ("cap_do_khac_phuc",)
        else:
            content = data.uu_diem.get(key)
            chosen = content.cap_do if content else None
            path = (group, key, "cap_do")  # type: ignore[assignment]
        found.append(
            Tick(heading.khoa, short_title(heading), path, chosen, tick_rank(che_do, chosen))
        )
    return found


def r05_ticks(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R05: each set of boxes has one of the four degrees, and the rating agrees with them.

    QĐ 132 Điều 12 with HD 21, QĐ 124 Điều 11–12 with HD 25: the best level requires «Xuất sắc» for
    the results of the year and at least «Tốt» elsewhere; any «Kém» requires the last level. Error,
    regimes of 2019 and 2023. Parameters: `cap_do` of each heading, `dieu_kien.*.ket_qua_it_nhat`,
    `dieu_kien.*.tieu_chi_it_nhat`. Empty boxes are reported once the subject has a level; those of
    part III only as a warning if no earlier weakness is listed.
    """
    del dot
    for subject in reviewed(che_do, nam):
        form = form_of(che_do, subject)
        sets = ticks(che_do, form, subject.data) if form else []
        yield from _each(che_do, subject, sets)
        for said in statements(che_do, subject):
            yield from _worst(che_do, subject, said, sets)
            yield from _below(che_do, subject, said, sets)


def _each(che_do: CheDo, subject: Subject, sets: list[Tick]) -> Iterator[Problem]:
    for tick in sets:
        if tick.rank is not None or (tick.chosen is None and not is_rated(subject)):
            continue
        empty_part = tick.khoa == MENDED and not subject.data.khac_phuc and tick.chosen is None
        yield finding(
            che_do,
            "R05",
            "KD410",
            (*subject.path, *tick.path),
            doubtful=empty_part,
            ai=subject.ten,
            muc=tick.tieu_de,
            khoa=".".join(map(str, tick.path)),
            nhap=tick.chosen or "chưa ghi",
            cac_muc=listed(f"«{name}»" for name in che_do.cap_do),
        )


def _worst(che_do: CheDo, subject: Subject, said: Statement, sets: list[Tick]) -> Iterator[Problem]:
    worst = [tick for tick in sets if tick.rank == len(che_do.cap_do) - 1]
    if worst and said.rank < len(che_do.muc) - 1:
        yield finding(
            che_do,
            "R05",
            "KD412",
            said.path,
            ai=subject.ten,
            muc=che_do.muc[said.rank].ten,
            buoc=said.buoc,
            cap_do=che_do.cap_do[-1],
            tieu_de=worst[0].tieu_de,
            cuoi=che_do.muc[-1].ten,
        )


def _below(che_do: CheDo, subject: Subject, said: Statement, sets: list[Tick]) -> Iterator[Problem]:
    asked = che_do.dieu_kien.get(che_do.muc[said.rank].khoa)
    for tick in sets if asked else ():
        bound = _bound(tick, asked.ket_qua_it_nhat, asked.tieu_chi_it_nhat) if asked else None
        least = tick_rank(che_do, bound.gia_tri) if bound else None
        if least is None or tick.rank is None or tick.rank == len(che_do.cap_do) - 1:
            continue
        if tick.rank > least:
            yield finding(
                che_do,
                "R05",
                "KD411",
                said.path,
                bound,
                ai=subject.ten,
                buoc=said.buoc,
                muc=che_do.muc[said.rank].ten,
                tieu_de=tick.tieu_de,
                cap_do=tick.chosen,
                it_nhat=che_do.cap_do[least],
            )


def _bound(tick: Tick, results: Quy[str] | None, criteria: Quy[str] | None) -> Quy[str] | None:
    return results if tick.khoa in RESULTS and results else criteria
