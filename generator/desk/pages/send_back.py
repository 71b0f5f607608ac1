"""«Đề nghị nộp lại»: a letter to each unit whose files are sent back, with the reasons."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import arrivals, view
from generator.desk.addresses import query, quote
from generator.desk.arrivals import Row
from generator.desk.campaigns import Open
from generator.desk.pages.received import rows_of
from generator.dossier.send_back import Fault, letter_back, letter_name
from generator.editing.applying import applied
from generator.editing.changes import NewFile, Origin, Wanted, change_set
from generator.editing.spoiling import spoiled
from generator.model.dates import day_parts
from generator.problems import Problem
from generator.reading.folder_files import data_files
from generator.reading.load import campaign_of

ORIGIN = Origin("trang", "hồ sơ nhận")


class _Group(NamedTuple):
    """A unit and its files that may be sent back."""

    ten: str
    tep: list[Row]


def page(request: Request) -> Response:
    """Show the files that may be sent back, by unit; those that are named are ticked."""
    chosen = request.query_params.getlist("ten")
    return _shown(request, {f"chon:{each}": "1" for each in chosen})


def _shown(
    request: Request, form: dict[str, str], told: Iterable[str] = (), status: int = 200
) -> Response:
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    groups: dict[str, _Group] = {}
    for each in _faulty(opened):
        groups.setdefault(each.thu_muc, _Group(each.don_vi, [])).tep.append(each)
    return view.page(
        request, "tra-lai.html", status, here="ho-so-nhan", nhom=list(groups.values()), o=form,
        loi_ghi=list(told),
    )  # fmt: skip


def _faulty(opened: Open) -> list[Row]:
    found = rows_of(opened)
    return [each for each in found if each.nhom == arrivals.ASKS and each.don_vi and not each.cho]


def make(request: Request, form: dict[str, str]) -> Response:
    """Write the letters as data files of the campaign."""
    opened = view.campaign_of(request)
    dot = campaign_of(opened.folder) if opened else None
    if opened is None or dot is None:
        return view.missing(request)
    typed = form.get("han", "").strip()
    due = _day(typed)
    if typed and due is None:
        return _shown(request, form, [f"Chưa lập: hạn «{typed}» không phải là một ngày."], 422)
    units: dict[str, list[Row]] = {}
    for each in _faulty(opened):
        if form.get(f"chon:{each.tep}"):
            units.setdefault(each.thu_muc, []).append(each)
    if not units:
        return _shown(request, form, ["Chưa lập: đánh dấu các tệp phải nộp lại."], 422)
    there = [each.name for each in data_files(opened.folder)]
    wanted = []
    for thu_muc, rows in units.items():
        name = letter_name(thu_muc, there)
        there.append(name)
        faults = [Fault(each.ten, _what(each), _why(form, each)) for each in rows]
        tree = letter_back(dot, rows[0].don_vi, faults, due)
        wanted.append(Wanted(opened.folder / name, NewFile(tree), ORIGIN))
    if told := _written(opened, wanted):
        return _shown(request, form, told, 409)
    opened.told.append(
        f"Đã lập {len(units)} công văn đề nghị nộp lại, là bản thảo. Xem, sửa, lấy số ở Văn bản."
    )
    base = f"/dot/{quote(opened.ma)}"
    first = wanted[0].tep.name
    where = f"{base}/cho{query(tep=first)}" if len(wanted) == 1 else f"{base}/van-ban"
    return view.go(request, where)


def _what(row: Row) -> str:
    return "" if row.la.startswith("Chưa") else row.la.removeprefix("Có thể là ")


def _why(form: dict[str, str], row: Row) -> str:
    return form.get(f"ly-do:{row.tep}", "").strip() or row.ly_do


def _day(typed: str) -> dt.date | None:
    parts = day_parts(typed)
    try:
        return dt.date(*parts) if parts else None
    except ValueError:
        return None


def _written(opened: Open, wanted: list[Wanted]) -> list[str]:
    changes, problems = change_set(wanted)
    if changes is not None:
        problems = spoiled(changes)
    if changes is None or problems:
        return list(map(_sentence, problems))
    done = applied(opened.folder, changes)
    return list(map(_sentence, done.problems)) if done.so is None else []


def _sentence(each: Problem) -> str:
    return f"{view.capital(each.message)}. {view.capital(each.mend)} ({each.code})."


routes = [
    Route("/ho-so-nhan/tra-lai", page),
    Route("/ho-so-nhan/tra-lai", view.posted(make), methods=["POST"]),
]
