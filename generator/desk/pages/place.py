"""A place of the data: the finding, the fields there, and the save that loses nothing."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.unit import now
from generator.desk import view
from generator.desk.addresses import query, quote
from generator.desk.beneath import beneath
from generator.desk.campaigns import Open
from generator.desk.fields import (
    Clash,
    around,
    edits_of,
    fields_at,
    known_as,
    with_ends_of,
)
from generator.desk.found import Found
from generator.desk.mends import mends_at
from generator.desk.muc import muc_of, path_of
from generator.desk.pages.findings import near
from generator.editing.applying import applied
from generator.editing.changes import Change, ChangeSet, FileChange, Origin, Wanted, change_set
from generator.editing.data_file import Snapshot, snapshot
from generator.editing.edited import BOM, content, text_of
from generator.editing.edits import Edit
from generator.editing.key_order import model_of
from generator.editing.spoiling import spoiled
from generator.editing.typed import as_typed
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.text_file import decode, unread
from generator.reading.yaml_text import Tree

CHANGED, TRIES = "KD621", 20
"""The problem of a file that somebody else changed; how often a save begins again because of it."""

MOST = 60
"""Fields on one page; the rest of a long group is reached by its groups."""


def place(request: Request) -> Response:
    """Show a place."""
    asked = request.query_params
    return shown(request, asked.get("tep", ""), asked.get("muc", ""), asked.get("dong", ""))


def shown(  # noqa: PLR0913 - what a page of a save that did not go through says
    request: Request,
    name: str,
    muc: str,
    line: str = "",
    *,
    told: tuple[Problem, ...] = (),
    clashes: tuple[Clash, ...] = (),
    typed: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    """Return the page of a place; `typed` is what was typed and is not written."""
    opened = view.campaign_of(request)
    path = opened.data_file(name) if opened else None
    if opened is None or path is None:
        return view.missing(request)
    try:
        text = text_of(snapshot(path).data)
    except OSError as error:
        return _closed(request, opened, unread(error, path, Place(file=name)))
    tree = content(text)
    found = near(opened, path)
    here = [each for each in found if each.tep == name]
    follows = _next(found, name, muc, request.query_params.get("ma", ""))
    common = {
        "tep": name,
        "muc": muc,
        "loi_ghi": told,
        "xung_dot": clashes,
        "go": typed or {},
        "sau": follows,
        "dong": line,
    }
    if isinstance(tree, Problem):
        return view.page(request, "tep.html", status, chu=text, **_apart(here, muc), **common)
    where = around(tree, path_of(muc))
    at = path_of(muc)
    model = model_of(tree)
    fields, inside = fields_at(tree, at if len(at) - len(where) <= 1 else where, model)
    under, others = beneath(tree, fields[:MOST], here)
    wrong = [one for one in under if any(each.muc == muc for each in under[one])]
    wrong = wrong or [one for one in under if any(each.loi for each in under[one])]
    return view.page(
        request,
        "cho.html",
        status,
        o=fields[:MOST],
        con=len(fields) - MOST,
        nhom=inside,
        ai=known_as(tree, at),
        tren=muc_of(at[:-1]) if at else None,
        nut=mends_at(tree, at, model, text),
        duoi=under,
        vao=next((each.muc for each in fields if each.muc in wrong), ""),
        **_apart(others, muc),
        **common,
    )


def _apart(found: list[Found], muc: str) -> dict[str, list[Found]]:
    """Return the findings about a place as a whole, and others of its file."""
    return {
        "o_day": [each for each in found if each.muc == muc],
        "cung_tep": [each for each in found if each.muc != muc][:20],
    }


def _closed(request: Request, opened: Open, why: Problem) -> Response:
    """Tell a file that cannot be opened: where it is, what to do."""
    where = opened.name_of(why.place.file)
    return view.notice(request, 422, f"Chưa mở được {where}", f"{why.message}: {why.mend}.")


def _next(found: list[Found], name: str, muc: str, code: str) -> Found | None:
    """Return the error behind this place, in the order of the list of findings."""
    errors = [each for each in found if each.loi and each.den]
    at = [i for i, each in enumerate(errors) if (each.tep, each.muc, each.ma) == (name, muc, code)]
    if at:
        return errors[at[-1] + 1] if at[-1] + 1 < len(errors) else None
    return errors[0] if errors else None


def save(request: Request, form: dict[str, str]) -> Response:
    """Write what was typed."""
    opened = view.campaign_of(request)
    name, muc = form.get("tep", ""), form.get("muc", "")
    path = opened.data_file(name) if opened else None
    if opened is None or path is None:
        return view.missing(request)
    write = _whole_written if "chu" in form else _written
    # Another desk may write between the look at the file and the write: then it is looked at again,
    # and what both changed is told.
    for _ in range(TRIES):
        try:
            seen = snapshot(path)
        except OSError as error:
            return _closed(request, opened, unread(error, path, Place(file=name)))
        answer = write(request, opened, seen, form)
        if answer is not None:
            return answer
    return shown(request, name, muc, told=(problem("KD576", Place(file=name)),), status=409)


def _written(
    request: Request, opened: Open, seen: Snapshot, form: dict[str, str]
) -> Response | None:
    """Write fields or do a mend; None if the file was changed at that very moment."""
    name, muc = form.get("tep", ""), form.get("muc", "")
    tree = content(text_of(seen.data))
    if isinstance(tree, Problem):
        return shown(request, name, muc, told=(tree,), status=409)
    edits, clashes = _asked(text_of(seen.data), tree, path_of(muc), form)
    given = _given(form, "v:")
    if clashes:
        return shown(request, name, muc, clashes=tuple(clashes), typed=given, status=409)
    if not edits:
        opened.told.append("Không có gì thay đổi.")
        return _back(request, opened, form)
    origin = Origin("trang", known_as(tree, path_of(muc)))
    changes, problems = change_set([Wanted(seen.path, each, origin) for each in edits], [seen])
    if changes is not None:
        problems = spoiled(changes)
    if changes is None or problems:
        return shown(request, name, muc, told=tuple(problems), typed=given, status=422)
    return _made(request, opened, changes, form, given)


def _asked(
    text: str, tree: Tree, at: DataPath, form: dict[str, str]
) -> tuple[list[Edit], list[Clash]]:
    """Return the edits of a button, or of the fields."""
    if cach := form.get("cach"):
        meant = [each for each in mends_at(tree, at, model_of(tree), text) if each.cach == cach]
        if not meant or meant[0].nhan != form.get("nhan"):
            return [], [
                Clash(muc_of(at), str(at[-1]) if at else "", form.get("nhan", ""), "đã đổi", "")
            ]
        return list(meant[0].edits), []
    edits, clashes = edits_of(tree, _given(form, "v:"), _given(form, "c:"), _given(form, "a:"))
    return as_typed(text, tree, edits), clashes


def _given(form: dict[str, str], mark: str) -> dict[str, str]:
    return {key.removeprefix(mark): value for key, value in form.items() if key.startswith(mark)}


def _whole_written(
    request: Request, opened: Open, seen: Snapshot, form: dict[str, str]
) -> Response | None:
    """Write the text of a file that cannot be read as data, unless somebody else changed it."""
    name, muc = form.get("tep", ""), form.get("muc", "")
    place = Place(file=seen.path.as_posix())
    unreadable = decode(seen.data, place)
    if isinstance(unreadable, Problem):
        typed = {"chu": form["chu"]}
        return shown(request, name, muc, told=(unreadable,), typed=typed, status=422)
    now, before = text_of(seen.data), form.get("luc_mo", "")
    new = with_ends_of(form["chu"], now)
    if now.replace("\r\n", "\n").strip("\n") != before.replace("\r\n", "\n").strip("\n"):
        clash = Clash(muc, "cả tệp", before, now, new)
        return shown(request, name, muc, clashes=(clash,), typed={"chu": new}, status=409)
    data = (BOM if seen.data.startswith(BOM.encode()) else "").encode() + new.encode()
    wrong = decode(data, place)
    if isinstance(wrong, Problem):
        return shown(request, name, muc, told=(wrong,), typed={"chu": new}, status=422)
    file = FileChange(seen.path, seen.data, data)
    change = Change(seen.path, (), now, new, Origin("trang", "cả tệp"))
    return _made(request, opened, ChangeSet((file,), (change,)), form, {"chu": new})


def _made(
    request: Request, opened: Open, changes: ChangeSet, form: dict[str, str], typed: dict[str, str]
) -> Response | None:
    done = applied(opened.folder, changes)
    if done.so is None and any(each.code == CHANGED for each in done.problems):
        return None
    if done.so is None:
        name, muc = form.get("tep", ""), form.get("muc", "")
        return shown(request, name, muc, told=done.problems, typed=typed, status=409)
    opened.told.append(f"Đã lưu {view.time_shown(now())}. Hoàn tác được trong Nhật ký.")
    opened.told += [each.message for each in done.problems]
    return _back(request, opened, form)


def _back(request: Request, opened: Open, form: dict[str, str]) -> Response:
    """Return to where the form came from: the list, the place, or the entry if a key went."""
    if form.get("ve") == "nhap":
        where = query(tep=form.get("tep", ""), muc=form.get("muc", ""))
        return view.go(request, f"/dot/{quote(opened.ma)}/nhap{where}")
    if form.get("ve") == "van-de":
        return view.go(request, f"/dot/{quote(opened.ma)}/van-de")
    muc = form.get("muc", "")
    if form.get("cach") in {"khoa", "bo"}:
        muc = muc_of(path_of(muc)[:-1])
    return view.go(request, f"/dot/{quote(opened.ma)}/cho{query(tep=form.get('tep', ''), muc=muc)}")


routes = [Route("/cho", place), Route("/cho/ghi", view.posted(save), methods=["POST"])]
