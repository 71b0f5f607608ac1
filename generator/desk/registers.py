"""The registers of a campaign as a page shows them: series, their numbers, papers without one."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.desk.campaigns import Open
from generator.desk.signs import Sign
from generator.model import CoQuan
from generator.problems import Problem
from generator.register.audit import gaps
from generator.register.entry import OnPaper, RegisterLine, TrangThai
from generator.register.looking import SeriesLines, listing
from generator.register.names import called, own_names, type_names
from generator.register.numbered import NumberedDocument
from generator.register.paths import file_of
from generator.register.series import Series, pack_on, series_of, type_of
from generator.register.sheet import shown
from generator.register.where import Documents, Register, campaign_of, registers_of
from generator.wording.dates import iso_shown, short_date
from generator.wording.symbols import body_symbol, number_and_symbol

STATES = {
    TrangThai.CAP: Sign("du", "Đã cấp"),
    TrangThai.GIU: Sign("xem", "Đang giữ"),
    TrangThai.HUY: Sign("khong", "Đã huỷ"),
}
GAP, ON_PAPER, TYPED = (
    Sign("thieu", "Bỏ trống"),
    Sign("khong", "Sổ giấy"),
    Sign("xem", "Chưa vào sổ"),
)


class Body(NamedTuple):
    """A body that issues papers of the campaign: its register, and those papers."""

    ten: str
    register: Register
    papers: Documents

    @property
    def ma(self) -> str:
        """Its name in addresses."""
        return self.register.path.stem


class Line(NamedTuple):
    """A row of a series: the numbers `tu` to `den`, what stands there, the document's place."""

    tu: int
    den: int
    sign: Sign
    trich_yeu: str
    ngay: str = ""
    noi_nhan: str = ""
    nguoi_ky: str = ""
    ghi_chu: str = ""
    tep: str = ""
    muc: str = ""

    @property
    def so(self) -> str:
        """The number, or the range of numbers."""
        first = shown(self.tu)
        return first if self.tu == self.den else f"{first}-{shown(self.den)}"


class Waiting(NamedTuple):
    """A paper that has no number yet: its type, what it is, the number it would get, its place.

    `day_so` is None, and `so` empty, where its day does not tell the term.
    """

    loai: str
    trich_yeu: str
    ngay: str
    day_so: Series | None
    so: str
    tep: str
    muc: str


class Tab(NamedTuple):
    """A series: its name, the next number, its rows from the last number down."""

    series: Series
    ten: str
    tiep: int
    hang: list[Line]

    @property
    def can_xem(self) -> int:
        """How many rows ask for something."""
        return sum(each.sign.loud for each in self.hang)

    @property
    def chua_vao_so(self) -> list[Line]:
        """The papers that bear a number which the register does not know, in its order."""
        return sorted((each for each in self.hang if each.sign == TYPED), key=lambda each: each.tu)

    @property
    def noi_tu(self) -> int:
        """The number from which the register goes on where paper ends; 0 if it need not."""
        first = self.chua_vao_so[0].tu if self.chua_vao_so else 0
        return first if first > self.tiep else 0

    @property
    def vao_duoc(self) -> list[Line]:
        """Those of the papers that the register takes as it is, without leaving numbers out."""
        taken, coming = [], self.tiep
        for each in self.chua_vao_so:
            if each.tu > coming:
                break
            taken.append(each)
            coming = max(coming, each.tu + 1)
        return taken


class Book(NamedTuple):
    """The register of a body; `co` tells whether there is one yet."""

    co: bool
    tabs: list[Tab]
    cho: list[Waiting]
    problems: list[Problem]

    @property
    def ky(self) -> str:
        """The term or year that all its series are of; empty if there are several."""
        terms = {each.series.ky for each in self.tabs}
        return terms.pop() if len(terms) == 1 else ""


def bodies(opened: Open) -> tuple[list[Body], list[Problem]]:
    """Return the bodies that issue papers of a campaign, its own first, and what is wrong."""
    found = campaign_of(opened.folder)
    if isinstance(found, list):
        return [], found
    own, body = own_names(found[1]), found[1].co_quan
    registers, problems = registers_of(opened.folder, None)
    made = []
    for path, papers in registers.items():
        speaks = papers[0][2].co_quan if papers else body
        made.append(Body(speaks.ten, Register(path, speaks, own), papers))
    return made, problems


def book(opened: Open, body: Body, day: dt.date) -> Book:
    """Return the register of a body.

    Args:
        opened: the campaign.
        body: the body.
        day: the day of papers that have none.
    """
    there = body.register.path.is_file()
    known, problems = listing(body.register) if there else (None, [])
    kept = {each.series: each for each in (known.day_so if known else [])}
    lines = [line for each in kept.values() for line in each.dong]
    living = {(each.tep, each.muc) for each in lines if each.trang_thai is not TrangThai.HUY}
    typed: dict[Series, list[Line]] = {}
    waiting: list[tuple[NumberedDocument, Series | Problem, Path]] = []
    for name, file, paper in body.papers:
        series = series_of(paper.co_quan, paper.loai, paper.ngay or day)
        if paper.so is None and not paper.nguyen_van:
            waiting.append((paper, series, file))
        elif isinstance(series, Series) and paper.so and (name, paper.muc) not in living:
            spans = kept[series].tren_giay if series in kept else []
            if not any(each.tu <= paper.so <= each.den for each in spans):
                typed.setdefault(series, []).append(_typed(opened, paper, file))
    wanted = {each for _, each, _ in waiting if isinstance(each, Series)}
    every = sorted({*kept, *typed, *wanted})
    tabs = [_tab(opened, body, each, kept.get(each), typed.get(each, [])) for each in every]
    coming = {each.series: each.tiep for each in tabs}
    return Book(there, tabs, [_waiting(opened, body, *each, coming) for each in waiting], problems)


def _tab(
    opened: Open, body: Body, series: Series, known: SeriesLines | None, typed: list[Line]
) -> Tab:
    lines, spans = (known.dong, known.tren_giay) if known else ([], [])
    found = [*_lines(opened, body, lines), *_spans(spans), *_gaps(lines, spans, typed), *typed]
    found.sort(key=lambda each: each.den, reverse=True)
    return Tab(series, called(series, body.register.own), known.tiep if known else 1, found)


def _lines(opened: Open, body: Body, lines: Iterable[RegisterLine]) -> Iterator[Line]:
    for each in lines:
        file = file_of(body.register.path, each.tep) if each.tep else None
        yield Line(
            each.so,
            each.so,
            STATES[each.trang_thai],
            each.trich_yeu,
            iso_shown(each.ngay),
            each.noi_nhan,
            each.nguoi_ky,
            each.ghi_chu,
            opened.name_of(file) if file and file.is_file() else "",
            each.muc,
        )


def _spans(spans: Iterable[OnPaper]) -> Iterator[Line]:
    for each in spans:
        why = f": {each.ly_do}" if each.ly_do else ""
        yield Line(each.tu, each.den, ON_PAPER, f"Đã cấp trên sổ giấy{why}")


def _gaps(lines: list[RegisterLine], spans: list[OnPaper], typed: list[Line]) -> Iterator[Line]:
    """Yield the numbers below the last that nothing bears, a paper outside the register neither."""
    borne = {each.tu for each in typed}
    for first, last in gaps(lines, spans):
        begun = first
        for number in (*sorted(each for each in borne if first <= each <= last), last + 1):
            if number > begun:
                yield Line(begun, number - 1, GAP, "không có văn bản mang số này")
            begun = number + 1


def _typed(opened: Open, paper: NumberedDocument, file: Path) -> Line:
    number = paper.so or 0
    return Line(
        number,
        number,
        TYPED,
        paper.trich_yeu,
        short_date(paper.ngay) if paper.ngay else "",
        paper.noi_nhan,
        paper.nguoi_ky,
        "",
        opened.name_of(file),
        paper.muc,
    )


def _waiting(  # noqa: PLR0913, PLR0917 - a paper, its series and what the series is at
    opened: Open,
    body: Body,
    paper: NumberedDocument,
    series: Series | Problem,
    file: Path,
    coming: dict[Series, int],
) -> Waiting:
    kind = {**type_names(), **body.register.own}.get(type_of(paper.loai), paper.loai)
    number = ""
    if isinstance(series, Series):
        number = as_borne(paper.co_quan, paper.loai, coming[series], paper.ngay)
    return Waiting(
        kind,
        paper.trich_yeu,
        short_date(paper.ngay) if paper.ngay else "",
        series if isinstance(series, Series) else None,
        number,
        opened.name_of(file),
        paper.muc,
    )


def as_borne(body: CoQuan, loai: str, so: int, day: dt.date | None) -> str:
    """Return a number as its document bears it («22-KH/ĐU»); alone if its symbol is not known."""
    pack = pack_on(body, day or dt.datetime.now().astimezone().date())
    symbol = body.ky_hieu or body_symbol(pack, body.ten, body.cap_tren)
    if symbol is None or loai not in pack.ky_hieu_van_ban:
        return shown(so)
    return number_and_symbol(pack, loai, so, symbol)
