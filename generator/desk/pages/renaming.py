"""«Sửa tên theo»: where somebody's name stands who has another one now; ticked, then mended."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.leaving import PEOPLE, Mention, named, renamed
from generator.desk import view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.muc import muc_of
from generator.desk.pages.adding import made
from generator.desk.pages.leaving import where_of
from generator.desk.pages.units import place_of
from generator.editing.changes import ChangeSet, Origin, change_set
from generator.editing.data_file import snapshot
from generator.editing.edited import content, text_of
from generator.problems import Problem
from generator.reading.units import Unit
from generator.wording.compare import same


def address(opened: Open, changes: ChangeSet) -> str:
    """Return the page on which the old name of a person is mended elsewhere; «» if nowhere."""
    for each in changes.changes:
        if each.path[-1:] == ("ho_ten",) and isinstance(each.truoc, str):
            name = _unit_name(opened, each.tep)
            unit = _unit(opened, name) if name else None
            new = str(each.sau)
            if name and unit and _places(unit, each.truoc, new):
                asked = query(cu=each.truoc, moi=new)
                return f"/dot/{quote(opened.ma)}/don-vi/{quote(name)}/doi-ten{asked}"
    return ""


def _unit_name(opened: Open, file: Path) -> str | None:
    return opened.ask(lambda work: work.unit_of(file))


def _unit(opened: Open, name: str) -> Unit | None:
    seen = opened.ask(lambda work: work.unit(name))
    return seen.unit if seen else None


def _places(unit: Unit, old: str, new: str) -> list[Mention]:
    """Return where the old name stands; nowhere if it is anybody's, or nobody has the new one."""
    names = [each.ho_ten for each in unit.data.ca_nhan]
    if new not in names or any(same(each, old) for each in names):
        return []
    return named(unit.data, old)


def page(request: Request) -> Response:
    """Show where the old name stands."""
    return _shown(request, request.query_params)


def _shown(
    request: Request, form: Mapping[str, str], told: Iterable[str] = (), status: int = 200
) -> Response:
    opened = view.campaign_of(request)
    name = request.path_params["don_vi"]
    unit = _unit(opened, name) if opened else None
    old, new = form.get("cu", ""), form.get("moi", "")
    if opened is None or unit is None or not (found := _places(unit, old, new)):
        return view.missing(request)
    file = opened.name_of(unit.file)
    base = f"/dot/{quote(opened.ma)}/nhap"
    rows = [
        (muc_of(each.muc), each.vai, where_of(unit, each.muc),
         f"{base}{query(tep=file, muc=muc_of(each.muc))}")
        for each in found
    ]  # fmt: skip
    return view.page(
        request, "doi-ten.html", status, don_vi=unit.data.don_vi.ten, thu_muc=name, cu=old,
        moi=new, cac=rows, loi_ghi=list(told), ve=_form_of(opened, unit, new),
    )  # fmt: skip


def _form_of(opened: Open, unit: Unit, name: str) -> str:
    """Return the address of the form of a person of a unit."""
    so = next(at for at, each in enumerate(unit.data.ca_nhan) if each.ho_ten == name)
    file, path = place_of(unit, (PEOPLE, so))
    asked = query(tep=opened.name_of(file), muc=muc_of(path))
    return f"/dot/{quote(opened.ma)}/nhap{asked}"


def mended(request: Request, form: dict[str, str]) -> Response:
    """Mend the name where it is ticked."""
    opened = view.campaign_of(request)
    unit = _unit(opened, request.path_params["don_vi"]) if opened else None
    old, new = form.get("cu", ""), form.get("moi", "")
    if opened is None or unit is None or not (found := _places(unit, old, new)):
        return view.missing(request)
    places = [each.muc for each in found if form.get(f"o:{muc_of(each.muc)}")]
    try:
        seen = snapshot(unit.file)
    except OSError:
        return view.missing(request)
    tree = content(text_of(seen.data))
    if isinstance(tree, Problem):
        return view.missing(request)
    origin = Origin("trang", f"sửa tên theo: {new}")
    changes, problems = change_set(renamed(tree, unit.file, places, new, origin), [seen])
    if told := made(opened, changes, problems):
        return _shown(request, form, told, 409)
    opened.told.append(f"Đã sửa tên ở {len(places)} chỗ, hoàn tác được trong Nhật ký.")
    return view.go(request, _form_of(opened, unit, new))


routes = [
    Route("/don-vi/{don_vi}/doi-ten", page),
    Route("/don-vi/{don_vi}/doi-ten", view.posted(mended), methods=["POST"]),
]
