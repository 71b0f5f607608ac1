"""«Dán danh sách»: units into a campaign, people into a unit; seen first, then written, undone."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import pasted, view
from generator.desk.additions import Known, matched
from generator.desk.addresses import quote
from generator.desk.campaigns import Open
from generator.desk.pasted import PastedPerson, PastedUnit
from generator.editing.applying import applied
from generator.editing.changes import ChangeSet, NewFile, Origin, Wanted, change_set
from generator.editing.data_file import Snapshot, snapshot
from generator.editing.edited import content, text_of
from generator.editing.edits import Insert, Set, is_there, value_at
from generator.editing.spoiling import spoiled
from generator.files.file_names import code
from generator.model import Dot
from generator.problems import DataPath, Problem
from generator.reading.folder_names import UNITS
from generator.reading.load import campaign_of
from generator.reading.units import Unit
from generator.reading.yaml_text import Tree
from generator.regulations.in_force import regime_of
from generator.setup.bodies import new_unit
from generator.setup.new_campaign import RESERVED
from generator.wording.compare import same

ORIGIN = Origin("trang", "danh sách dán vào")
MOVED = "Có người vừa sửa dữ liệu của đơn vị này. Xem lại danh sách bên dưới rồi ghi lại."


class Line(NamedTuple):
    """A line as it was understood: its number, who or what, what speaks against writing it.

    `biet` is who it means among those who are there.
    """

    dong: int
    ai: PastedUnit | PastedPerson
    da_co: bool
    biet: Known | None = None


def units_page(request: Request) -> Response:
    """Show the field for a list of units."""
    return _units_shown(request, "")


def units_seen(request: Request, form: dict[str, str]) -> Response:
    """Return what is recognised in a list of units."""
    opened, text = view.campaign_of(request), _text(form)
    if opened is None:
        return view.missing(request)
    return view.page(request, "dan-don-vi-phan.html", **_units_told(opened, text))


def units_added(request: Request, form: dict[str, str]) -> Response:
    """Write the units of a list."""
    opened, text = view.campaign_of(request), _text(form)
    dot = campaign_of(opened.folder) if opened else None
    if opened is None or dot is None:
        return view.missing(request)
    found = _units_told(opened, text)["cac"]
    new = [each.ai for each in found if not each.da_co]
    if not new:
        return _units_shown(request, text, ["Chưa có đơn vị mới nào để ghi."], 422)
    changes, problems = change_set(_new_files(opened, dot, new))
    told = made(opened, changes, problems)
    if told:
        return _units_shown(request, text, told, 409)
    opened.told.append(
        f"Đã thêm {len(new)} đơn vị, hoàn tác được trong Nhật ký. "
        "Việc tiếp theo: mở từng đơn vị, dán danh sách người."
    )
    return view.go(request, f"/dot/{quote(opened.ma)}/don-vi")


def _new_files(opened: Open, dot: Dot, new: Iterable[PastedUnit]) -> list[Wanted]:
    known = opened.ask(lambda work: work.units())
    taken = {name for each in known for name in (each.ma, each.thu_muc)} | RESERVED
    wanted = []
    for each in new:
        ma = code(each.ten, taken)
        taken.add(ma)
        tree = new_unit(ma, each.ten, dot.co_quan.ten, each.bi_thu)
        wanted.append(Wanted(opened.folder / UNITS / f"{ma}.yaml", NewFile(tree), ORIGIN))
    return wanted


def _units_told(opened: Open, text: str) -> dict[str, Any]:
    known = opened.ask(lambda work: work.units())
    found = pasted.units(text)
    lines = [
        Line(each.dong, each, any(same(each.ten, one.ten) for one in known)) for each in found.cac
    ]
    return {
        "cac": lines, "trung": found.trung, "la": found.la,
        "chua_ra": "không phải tên đơn vị, bỏ qua",
        "so": sum(not each.da_co for each in lines),
        "bi_thu": sum(bool(each.bi_thu) for each in found.cac),
    }  # fmt: skip


def _units_shown(
    request: Request, text: str, told: Iterable[str] = (), status: int = 200
) -> Response:
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    known = opened.ask(lambda work: work.units())
    return view.page(
        request, "dan-don-vi.html", status, chu=text, loi_ghi=list(told), dang_co=len(known),
        **_units_told(opened, text),
    )  # fmt: skip


def people_page(request: Request) -> Response:
    """Show the field for a list of people."""
    return _people_shown(request, {"bo_sung": "co"})


def people_seen(request: Request, form: dict[str, str]) -> Response:
    """Return what is recognised in a list of people."""
    opened, unit = _unit(request)
    if opened is None or unit is None:
        return view.missing(request)
    return view.page(request, "dan-nguoi-phan.html", **_people_told(unit, form))


def people_added(request: Request, form: dict[str, str]) -> Response:
    """Write the people of a list into their unit."""
    form = {name: form.get(name, "") for name in ("vai_tro", "bo_sung")} | {"chu": _text(form)}
    opened, unit = _unit(request)
    if opened is None or unit is None:
        return view.missing(request)
    told = _people_told(unit, form)
    new = [each.ai for each in told["cac"] if not each.da_co]
    more = [each.biet for each in told["cac"] if each.biet and each.biet.them]
    more = more if form["bo_sung"] else []
    if not new and not more:
        return _people_shown(request, form, ["Chưa có người mới nào để ghi."], 422)
    seen = {path: snapshot(path) for path in {unit.file, *(_file(unit, each) for each in more)}}
    wanted = [each for one in more for each in _added_to(unit, one, seen)]
    if len(wanted) != sum(len(each.them) for each in more):
        return _people_shown(request, form, [MOVED], 409)
    wanted += _inserted(seen[unit.file], new, form["vai_tro"])
    changes, problems = change_set(wanted, seen.values())
    wrong = made(opened, changes, problems)
    if wrong:
        return _people_shown(request, form, wrong, 409)
    done = [f"thêm {len(new)} người"] * bool(new) + [f"bổ sung {len(more)} người"] * bool(more)
    opened.told.append(f"Đã {', '.join(done)}, hoàn tác được trong Nhật ký.")
    name = request.path_params["don_vi"]
    return view.go(request, f"/dot/{quote(opened.ma)}/don-vi/{quote(name)}")


def _file(unit: Unit, one: Known) -> Path:
    return unit.persons.get(one.so, unit.file)


def _added_to(unit: Unit, one: Known, seen: Mapping[Path, Snapshot]) -> list[Wanted]:
    """Return what somebody lacks as edits; nothing where the file is not as it was understood."""
    file = _file(unit, one)
    above: DataPath = () if one.so in unit.persons else ("ca_nhan", one.so)
    tree = content(text_of(seen[file].data))
    if isinstance(tree, Problem) or not is_there(tree, (*above, "ho_ten")):
        return []
    if not same(str(value_at(tree, (*above, "ho_ten"))), unit.data.ca_nhan[one.so].ho_ten):
        return []
    return [
        Wanted(file, Set((*above, *each.cho), each.chu), ORIGIN)
        for each in one.them
        if not is_there(tree, (*above, *each.cho)) or not value_at(tree, (*above, *each.cho))
    ]


def _inserted(seen: Snapshot, new: Iterable[PastedPerson], role: str) -> list[Wanted]:
    """Return the people as edits of their unit's file, behind those who stand there."""
    tree = content(text_of(seen.data))
    there = tree.get("ca_nhan") if not isinstance(tree, Problem) else None
    first = len(there) if isinstance(there, list) else 0
    return [
        Wanted(seen.path, Insert(("ca_nhan",), index, _person(each, role)), ORIGIN)
        for index, each in enumerate(new, first)
    ]


def _person(each: PastedPerson, role: str) -> dict[str, Tree]:
    posts: dict[str, Tree] = {
        line: said for line, said in each.chuc_vu._asdict().items() if said
    }  # fmt: skip
    tree: dict[str, Tree] = {
        "ho_ten": each.ho_ten, "ngay_sinh": each.ngay_sinh, "chuc_vu": posts, "vai_tro": role
    }  # fmt: skip
    return {key: value for key, value in tree.items() if value}


def _people_told(unit: Unit, form: Mapping[str, str]) -> dict[str, Any]:
    found = pasted.people(_text(form))
    there = matched(found.cac, unit.data.ca_nhan, form.get("vai_tro", ""))
    lines = [Line(each.dong, each, one is not None, one) for each, one in there]
    new = [each for each in lines if not each.da_co]
    more = bool(form.get("bo_sung"))
    return {
        "cac": lines, "trung": found.trung, "la": found.la, "so": len(new), "bo_sung": more,
        "cot_bo": found.cot_bo,
        "so_them": sum(bool(each.biet and each.biet.them) for each in lines) if more else 0,
        "can_xem": sum(bool(each.ai.ngay_la) for each in new if isinstance(each.ai, PastedPerson))
        + sum(each.biet is not None and not each.biet.may for each in lines),
    }  # fmt: skip


def _people_shown(
    request: Request, form: dict[str, str], told: Iterable[str] = (), status: int = 200
) -> Response:
    opened, unit = _unit(request)
    if opened is None:
        return view.missing(request)
    text = form.get("chu", "")
    name = request.path_params["don_vi"]
    shown = opened.ask(lambda work: work.unit(name))
    if shown is None:
        return view.missing(request)
    return view.page(
        request, "dan-nguoi.html", status, don_vi=shown, unit=unit, chu=text, loi_ghi=list(told),
        vai_tro=form.get("vai_tro", ""), mau=_roles(opened),
        **(_people_told(unit, form) if unit else {}),
    )  # fmt: skip


def _roles(opened: Open) -> list[tuple[str, str, str]]:
    """Return the roles of people, each with the form that it leads to and what that is called."""
    dot = campaign_of(opened.folder)
    if dot is None:
        return []
    forms = regime_of(dot)[0].bieu_mau.items()
    return [(role, key, form.ten.gia_tri) for key, form in forms for role in form.vai_tro]


def _unit(request: Request) -> tuple[Open | None, Unit | None]:
    opened = view.campaign_of(request)
    name = request.path_params["don_vi"]
    seen = opened.ask(lambda work: work.unit(name)) if opened else None
    return opened, seen.unit if seen else None


def made(opened: Open, changes: ChangeSet | None, problems: list[Problem]) -> list[str]:
    """Write changes; return why nothing was written."""
    if changes is not None:
        problems = spoiled(changes)
    if changes is None or problems:
        return list(map(_sentence, problems))
    done = applied(opened.folder, changes)
    if done.so is None:
        return list(map(_sentence, done.problems))
    opened.told += [_sentence(each) for each in done.problems]
    return []


def _sentence(each: Problem) -> str:
    said = f"{each.message}. {each.mend}".strip()
    return f"{said[:1].upper()}{said[1:]} ({each.code})"


def _text(form: Mapping[str, str]) -> str:
    return form.get("chu", "").replace("\r\n", "\n")


routes = [
    Route("/don-vi/them", units_page),
    Route("/don-vi/them", view.posted(units_added), methods=["POST"]),
    Route("/don-vi/them/xem", view.posted(units_seen), methods=["POST"]),
    Route("/don-vi/{don_vi}/them-nguoi", people_page),
    Route("/don-vi/{don_vi}/them-nguoi", view.posted(people_added), methods=["POST"]),
    Route("/don-vi/{don_vi}/them-nguoi/xem", view.posted(people_seen), methods=["POST"]),
]
