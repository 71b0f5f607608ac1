"""One received file: whose it is, which paper, who looked at it; and paper copies that came."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.campaign import AtWork
from generator.desk import arrivals, view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.downloads import address
from generator.desk.pages.received import rows_of
from generator.dossier.looking import Case
from generator.dossier.recording import (
    Copies,
    choices,
    forgotten_file,
    keys_of,
    recorded_file,
    recorded_paper,
    seen_by,
)
from generator.editing.applying import applied
from generator.editing.changes import Origin, Wanted, change_set
from generator.editing.data_file import Snapshot, snapshot
from generator.editing.edited import content, text_of
from generator.editing.edits import Edit
from generator.editing.spoiling import spoiled
from generator.files.atomic import failure
from generator.files.incoming import settle
from generator.files.real_path import real_path
from generator.problems import Place, Problem
from generator.reading.folder_names import RECEIVED
from generator.reading.yaml_text import Tree
from generator.wording.dates import short_date

ORIGIN = Origin("trang", "hồ sơ nhận")


class _Unit(NamedTuple):
    """A unit in hand: its folder, what it must hand in, its data file and what that holds."""

    thu_muc: str
    case: Case
    file: Snapshot
    tree: Tree


def page(request: Request) -> Response:
    """Show a file: what it was taken for, and what it may be instead."""
    asked = request.query_params
    return _shown(request, asked.get("ten", ""), asked.get("don-vi", ""))


def _shown(
    request: Request, name: str, chosen: str, told: Sequence[str] = (), status: int = 200
) -> Response:
    opened = view.campaign_of(request)
    path = _file(opened, name) if opened else None
    if opened is None or path is None:
        return view.missing(request)
    rows = rows_of(opened)
    row = next((each for each in rows if each.tep == name), None)
    if row is None:
        return view.missing(request)
    asks = [each for each in rows if each.nhom == arrivals.ASKS and each.tep]
    at = next((i for i, each in enumerate(asks) if each.tep == name), -1)
    units = opened.ask(lambda work: work.units())
    thu_muc = chosen or row.thu_muc
    unit = _unit(opened, thu_muc)
    guess = next((each for each in asks if each.tep == name), row)
    return view.page(
        request,
        "ho-so-nhan-tep.html",
        status,
        here="ho-so-nhan",
        tep=row,
        tai=address(opened, path),
        don_vi=units,
        chon_don_vi=thu_muc,
        lua_chon=choices(unit.case) if unit else [],
        da_chon=_guessed(unit, guess) if unit else "",
        da_xem=seen_by(unit.tree, _below(opened, path, unit.thu_muc)) if unit else "",
        khong_doc=bool(thu_muc) and unit is None,
        ai_xem=view.user(),
        loi_ghi=list(told),
        con=len(asks),
        thu=at + 1,
        sau=asks[(at + 1) % len(asks)].tep
        if asks and asks[(at + 1) % len(asks)].tep != name
        else "",
    )


def _guessed(unit: _Unit, row: arrivals.Row) -> str:
    """Return the choice that a file was taken for, as far as its row says."""
    said = row.la.removeprefix("Có thể là ")
    found = (each.ma for each in choices(unit.case) if arrivals.called(each.ten, each.ai) == said)
    return next(found, "")


def save(request: Request, form: dict[str, str]) -> Response:
    """Put a file into the folder of its unit, and record what it is."""
    opened = view.campaign_of(request)
    name, chosen = form.get("ten", ""), form.get("don-vi", "")
    path = _file(opened, name) if opened else None
    if opened is None or path is None:
        return view.missing(request)
    unit = _unit(opened, chosen)
    if unit is None:
        return _shown(request, name, chosen, ["Chưa ghi: chọn đơn vị mà dữ liệu đọc được."], 422)
    keys = keys_of(unit.case, form.get("van-ban", ""))
    who = " ".join(form.get("da-xem", "").split())[:200]
    if who and not keys:
        return _shown(request, name, chosen, ["Chưa ghi: đã xem thì chọn tệp là văn bản nào."], 422)
    before = _unit_of(opened, path)
    try:
        there = path if before == chosen else _brought(opened, path, chosen)
    except OSError as error:
        return _shown(request, name, chosen, [_sentence(failure(error, Place(file=name)))], 409)
    seen = f"{who}, {short_date(opened.day())}" if who else ""
    own = _below(opened, there, chosen)
    edits: list[tuple[_Unit, list[Edit]]] = []
    if keys or before == chosen:
        edits.append((unit, recorded_file(unit.tree, unit.case, keys, own, seen)))
    former = _unit(opened, before) if before not in ("", chosen) else None
    if former:
        edits.append((former, forgotten_file(former.tree, _below(opened, path, before))))
    told = _written(opened, edits)
    if told:
        return _shown(request, opened.name_of(there), chosen, told, 409)
    opened.told.append(f"Đã ghi tệp «{there.name}». Hoàn tác được trong Nhật ký.")
    after = form.get("sau", "")
    base = f"/dot/{quote(opened.ma)}/ho-so-nhan"
    return view.go(request, f"{base}/tep{query(ten=after)}" if _file(opened, after) else base)


def _brought(opened: Open, path: Path, unit: str) -> Path:
    """Put a file into the folder of a unit.

    Raises:
        OSError: the system refused.
    """
    there = settle(path, opened.folder / RECEIVED / unit, path.name).tep
    opened.kept.get("xep", {}).pop(path, None)
    return there


def paper(request: Request) -> Response:
    """Show the form for paper copies."""
    return _paper_shown(request, dict(request.query_params))


def _paper_shown(
    request: Request, form: dict[str, str], told: Sequence[str] = (), status: int = 200
) -> Response:
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    chosen = form.get("don-vi", "")
    unit = _unit(opened, chosen)
    found = choices(unit.case) if unit else []
    first = next((each.ma for each in found if each.muc == form.get("o")), "")
    return view.page(
        request,
        "ban-giay.html",
        status,
        here="ho-so-nhan",
        don_vi=opened.ask(lambda work: work.units()),
        chon_don_vi=chosen,
        lua_chon=found,
        da_chon=form.get("van-ban", "") or first,
        o={"so_ban": form.get("so-ban", "1"), "ngay": form.get("ngay") or short_date(opened.day()),
           "nguoi_nop": form.get("nguoi-nop", "")},
        khong_doc=bool(chosen) and unit is None,
        loi_ghi=list(told),
    )  # fmt: skip


def paper_save(request: Request, form: dict[str, str]) -> Response:
    """Record paper copies."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    unit = _unit(opened, form.get("don-vi", ""))
    keys = keys_of(unit.case, form.get("van-ban", "")) if unit else ()
    copies = form.get("so-ban", "").strip()
    if unit is None or not keys:
        return _paper_shown(request, form, ["Chưa ghi: chọn đơn vị và văn bản."], 422)
    if not copies.isdecimal() or not 1 <= int(copies[:6]) <= 999:
        return _paper_shown(request, form, ["Chưa ghi: số bản là số từ 1 đến 999."], 422)
    by = " ".join(form.get("nguoi-nop", "").split())
    day = form.get("ngay", "").strip()
    edits = recorded_paper(unit.tree, unit.case, keys, Copies(str(int(copies)), day, by))
    told = _written(opened, [(unit, edits)])
    if told:
        return _paper_shown(request, form, told, 422)
    opened.told.append(f"Đã ghi {int(copies)} bản giấy. Hoàn tác được trong Nhật ký.")
    where = f"/dot/{quote(opened.ma)}/don-vi/{quote(unit.thu_muc)}?muc=ho-so-nhan"
    return view.go(request, where)


def _file(opened: Open, name: str) -> Path | None:
    """Return a received file by its name in addresses; None if it is none."""
    path = opened.path(name) if name.startswith(f"{RECEIVED}/") else None
    if path is None or path.is_symlink() or not path.is_file():
        return None
    home = real_path(opened.folder / RECEIVED)
    return path if real_path(path).is_relative_to(home) else None


def _unit_of(opened: Open, path: Path) -> str:
    """Return the folder of the unit in which a file lies; empty if it waits."""
    first, *rest = real_path(path).relative_to(real_path(opened.folder / RECEIVED)).parts
    known = {each.thu_muc for each in opened.ask(lambda work: work.units())}
    return first if rest and first in known else ""


def _below(opened: Open, path: Path, unit: str) -> str:
    """Return the name of a file below the folder of a unit, as the record writes it."""
    home = opened.folder / RECEIVED / unit
    return path.relative_to(home).as_posix() if unit and path.is_relative_to(home) else path.name


def _unit(opened: Open, thu_muc: str) -> _Unit | None:
    """Return a unit in hand; None if there is none, or its data cannot be read now."""
    seen = opened.ask(lambda work: work.unit(thu_muc)) if thu_muc else None
    if seen is None or seen.unit is None:
        return None
    case = opened.ask(partial(_case, thu_muc))
    if case is None:
        return None
    file = snapshot(seen.unit.file)
    tree = content(text_of(file.data))
    return None if isinstance(tree, Problem) else _Unit(thu_muc, case, file, tree)


def _case(thu_muc: str, work: AtWork) -> Case | None:
    return work.case(thu_muc)


def _written(opened: Open, edits: Sequence[tuple[_Unit, Sequence[Edit]]]) -> list[str]:
    """Write edits of units as one change set; return why not."""
    wanted = [Wanted(unit.file.path, each, ORIGIN) for unit, its in edits for each in its]
    if not wanted:
        return []
    changes, problems = change_set(wanted, [unit.file for unit, _ in edits])
    if changes is not None:
        problems = spoiled(changes)
    if changes is None or problems:
        return list(map(_sentence, problems))
    done = applied(opened.folder, changes)
    return list(map(_sentence, done.problems)) if done.so is None and changes.files else []


def _sentence(each: Problem) -> str:
    return f"{view.capital(each.message)}. {view.capital(each.mend)} ({each.code})."


routes = [
    Route("/ho-so-nhan/tep", page),
    Route("/ho-so-nhan/tep", view.posted(save), methods=["POST"]),
    Route("/ho-so-nhan/giay", paper),
    Route("/ho-so-nhan/giay", view.posted(paper_save), methods=["POST"]),
]
