"""«Chuyển, bỏ»: a person who goes to another unit, or out of the campaign; shown, then done."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.leaving import (
    PEOPLE,
    Home,
    Leaver,
    Mention,
    has_namesake,
    hindrances,
    leaving,
    mentions,
    to_look_at,
)
from generator.at_work.unit import UnitSeen
from generator.desk import view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.muc import muc_of
from generator.desk.pages.adding import made
from generator.desk.pages.received import rows_of
from generator.desk.pages.units import place_of
from generator.editing.changes import Origin, change_set
from generator.editing.data_file import Snapshot, snapshot
from generator.editing.edited import content, text_of
from generator.problems import DataPath, Problem
from generator.reading.units import Unit
from generator.reading.yaml_text import Tree

CHANGED = "Có người vừa sửa dữ liệu của đơn vị này. Xem lại bên dưới rồi bấm lại."


class Line(NamedTuple):
    """A place that names the person, as the page shows it: in what role, where, if it goes too."""

    muc: str
    vai: str
    o: str
    den: str
    chon: bool
    di: bool


class _Asked(NamedTuple):
    """What a page of somebody who leaves is about; `seen` are the files it was read from."""

    opened: Open
    don_vi: UnitSeen
    leaver: Leaver
    home: Home | None
    home_name: str
    seen: tuple[Snapshot, ...]


def page(request: Request) -> Response:
    """Show what somebody's leaving would come to."""
    found = _asked(request, request.query_params)
    if found is None:
        return view.missing(request)
    return _shown(request, found, request.query_params)


def part(request: Request, form: dict[str, str]) -> Response:
    """Return what it comes to, for another choice of the unit."""
    found = _asked(request, form)
    if found is None:
        return view.missing(request)
    return view.page(request, "di-phan.html", **_told(found, form))


def left(request: Request, form: dict[str, str]) -> Response:
    """Take somebody out of a unit, into another one if one was chosen."""
    found = _asked(request, form)
    if found is None:
        return view.missing(request)
    told = list(_against(found))
    if form.get("luc_xem") != _marks(found):
        told.append(CHANGED)
    if not told:
        along = [
            each.bo
            for each in mentions(found.leaver.unit.data, found.leaver.so)
            if each.bo and form.get(f"bo:{muc_of(each.bo)}")
        ]
        who = found.leaver.person.ho_ten
        origin = Origin("trang", f"chuyển, bỏ người: {who}")
        changes, problems = change_set(leaving(found.leaver, along, found.home, origin), found.seen)
        told = made(found.opened, changes, problems)
    if told:
        return _shown(request, found, form, told, 409)
    where = (
        f"Đã chuyển {who} sang {found.home_name}"
        if found.home
        else f"Đã bỏ {who} khỏi {found.don_vi.ten}"
    )
    found.opened.told.append(f"{where}, hoàn tác được trong Nhật ký.")
    goal = found.home.unit.data.don_vi.ma if found.home else ""
    names = {each.ma: each.thu_muc for each in found.opened.ask(lambda work: work.units())}
    shown = names.get(goal, found.don_vi.thu_muc)
    return view.go(request, f"/dot/{quote(found.opened.ma)}/don-vi/{quote(shown)}")


def _asked(request: Request, form: Mapping[str, str]) -> _Asked | None:
    opened = view.campaign_of(request)
    name = request.path_params["don_vi"]
    don_vi = opened.ask(lambda work: work.unit(name)) if opened else None
    if opened is None or don_vi is None or don_vi.unit is None:
        return None
    unit = don_vi.unit
    so = next((at for at in range(len(unit.data.ca_nhan)) if _is(opened, unit, at, form)), None)
    own = _read(unit, so)
    if so is None or own is None:
        return None
    seen, trees = own
    leaver = Leaver(unit, so, trees[0], trees[-1])
    home, called = None, ""
    goal = form.get("sang", "")
    other = opened.ask(lambda work: work.unit(goal)) if goal and goal != name else None
    if other is not None:
        called = other.ten
        there = _read(other.unit, None) if other.unit else None
        if other.unit is None or there is None:
            return None
        home = Home(other.unit, there[1][0])
        seen += there[0]
    return _Asked(opened, don_vi, leaver, home, called, seen)


def _is(opened: Open, unit: Unit, at: int, form: Mapping[str, str]) -> bool:
    file, path = place_of(unit, (PEOPLE, at))
    return (opened.name_of(file), muc_of(path)) == (form.get("tep", ""), form.get("muc", ""))


def _read(unit: Unit, so: int | None) -> tuple[tuple[Snapshot, ...], tuple[Tree, ...]] | None:
    """Return the files of a unit and of one of its people as they are now, and what they say."""
    files = [unit.file, *([unit.persons[so]] if so in unit.persons else [])]
    try:
        seen = tuple(snapshot(each) for each in files)
    except OSError:
        return None
    trees = tuple(content(text_of(each.data)) for each in seen)
    if any(isinstance(each, Problem) for each in trees):
        return None
    return seen, tuple(each for each in trees if not isinstance(each, Problem))


def _shown(
    request: Request, found: _Asked, form: Mapping[str, str], told: Iterable[str] = (),
    status: int = 200,
) -> Response:  # fmt: skip
    others = found.opened.ask(lambda work: work.units())
    return view.page(
        request, "di.html", status, loi_ghi=list(told),
        noi_den=[each for each in others if each.thu_muc != found.don_vi.thu_muc],
        **_told(found, form),
    )  # fmt: skip


def _told(found: _Asked, form: Mapping[str, str]) -> dict[str, Any]:
    leaver = found.leaver
    file, path = place_of(leaver.unit, (PEOPLE, leaver.so))
    named = mentions(leaver.unit.data, leaver.so)
    lines = [_line(found, each, form) for each in named]
    return {
        "don_vi": found.don_vi,
        "ai": leaver.person,
        "tep": found.opened.name_of(file),
        "muc": muc_of(path),
        "luc_xem": _marks(found),
        "sang": form.get("sang", ""),
        "noi": found.home_name,
        "can_tro": list(_against(found)),
        "di_theo": list(to_look_at(leaver)) if found.home else [],
        "cung": [each for each in lines if each.chon],
        "con": [each for each in lines if not each.chon],
        "trung_ten": has_namesake(leaver.unit.data, leaver.so),
        "giay": _papers(found),
        "nhan": _files(found),
    }


def _line(found: _Asked, each: Mention, form: Mapping[str, str]) -> Line:
    unit = found.leaver.unit
    name = found.opened.name_of(unit.file)
    muc = muc_of(each.bo or each.muc)
    seen = form.get("luc_xem") == _marks(found)
    goes = bool(form.get(f"bo:{muc}")) if seen else each.san
    where = where_of(unit, each.muc)
    den = f"/dot/{quote(found.opened.ma)}/nhap{query(tep=name, muc=muc_of(each.muc))}"
    return Line(muc, each.vai, where, den, each.bo is not None, goes)


def where_of(unit: Unit, path: DataPath) -> str:
    """Return in what a name stands: a meeting, a collective, a letter."""
    data = unit.data
    match path:
        case ("hoi_nghi", int(at), *_):
            return data.hoi_nghi[at].ten
        case ("tap_the", int(at), *_):
            return data.tap_the[at].ten
        case ("goi_y", *_):
            return "văn bản gợi ý kiểm điểm"
    return ""


def _marks(found: _Asked) -> str:
    """Return what tells whether the unit's files are as they were when the page was made."""
    own = found.seen[:2] if found.leaver.so in found.leaver.unit.persons else found.seen[:1]
    return ".".join(each.dau_van[:16] for each in own)


def _against(found: _Asked) -> Iterator[str]:
    return hindrances(found.leaver, found.home)


def _papers(found: _Asked) -> list[str]:
    """Return the Word files made of the person: they are left over afterwards."""
    own = (PEOPLE, found.leaver.so)
    return [
        each.tep.name for each in found.don_vi.papers if each.cho[:2] == own and each.tep.exists()
    ]


def _files(found: _Asked) -> list[str]:
    """Return the received files that were taken for the person's."""
    result = found.don_vi.result
    rows = rows_of(found.opened, found.don_vi.thu_muc, (result,) if result else ())
    return [each.ten for each in rows if found.leaver.person.ho_ten in each.la]


routes = [
    Route("/don-vi/{don_vi}/nguoi-di", page),
    Route("/don-vi/{don_vi}/nguoi-di", view.posted(left), methods=["POST"]),
    Route("/don-vi/{don_vi}/nguoi-di/xem", view.posted(part), methods=["POST"]),
]
