"""«Bảng»: units by items of the dossier, what to do next, and the evidence behind a cell."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.at_work.board import Board, Row
from generator.desk import due, signs, view
from generator.desk.addresses import quote
from generator.desk.campaigns import Open, is_building
from generator.desk.commands import as_buttons
from generator.dossier.results import Verdict
from generator.model.verdict import GOOD, Ket
from generator.reading.load import campaign_of

FILTERS = (
    ("", "Tất cả", ""),
    ("thieu", "Thiếu", "thieu"),
    ("sai", "Sai, lỗi", "sai"),
    ("xem", "Cần xem lại", "xem"),
    ("chua-ky", "Chưa ký", "chua-ky"),
    ("cho", "Chưa đến hạn", "cho"),
    ("du", "Đã xong", "du"),
)
MANY = 20
"""Units above which only those with work are shown at first."""


class Column(NamedTuple):
    """A column of the board: its items (several that only exist by occasion share one)."""

    muc: tuple[str, ...]
    ten: str


def board(request: Request) -> Response:
    """Show the frame of the board at once; the board fills it when it is read."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    return view.page(request, "bang.html", loc=dict(request.query_params))


def part(request: Request) -> Response:
    """Return the board itself."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    found = opened.look()
    asked = dict(request.query_params)
    return view.page(request, "bang-phan.html", **_shown(opened, found, asked))


def _shown(opened: Open, found: Board, asked: dict[str, str]) -> dict[str, Any]:
    busy = is_building(found.problems)
    if busy and opened.board is not None:
        found = opened.board  # the rows as they were last
    day = opened.day()
    states = {row.thu_muc: signs.of_row(row, day) for row in found.rows}
    wanted = asked.get("loc", "con" if len(found.rows) > MANY else "")
    shown = [row for row in found.rows if _is_wanted(row, wanted, asked.get("han", ""), states)]
    columns = columns_of(found.rows)
    todo = due.things(found)
    days = due.deadlines(campaign_of(opened.folder))
    return {
        "ban": busy,
        "bang": found,
        "cot": columns,
        "hang": [(row, [_cell(row, each, day) for each in columns]) for row in shown],
        "CHUA_GHI_NGUOI": signs.NOBODY,
        "dem": Counter(states.values()),
        "loc": asked,
        "ve": (asked.get("ve-don-vi", ""), asked.get("ve", "")),
        "dang_loc": wanted,
        "FILTERS": FILTERS,
        "xong": sum(row.du for row in found.rows),
        "cong": _totals(found.rows, columns),
        "viec": due.by_deadline(todo),
        "con_viec": len(todo),
        "thoi_han": days,
        "han_toi": next((each.han for each in days if each.han >= day), None),
        "day": day,
        "cac_han": sorted({cell.han for row in found.rows for cell in row.o if cell.han}),
        "nhieu": len(found.rows) > MANY,
        "dau_viec": todo[0] if todo else None,
        "van_de": [] if found.rows else [shown_problem(each) for each in found.problems],
    }


def _is_wanted(row: Row, state: str, han: str, states: dict[str, str]) -> bool:
    if han and not any(cell.han and cell.han.isoformat() == han for cell in row.o):
        return False
    if state == "con":
        return states[row.thu_muc] != "du"
    return state in {"", "tat-ca"} or states[row.thu_muc] == state


def columns_of(rows: Iterable[Row]) -> list[Column]:
    """Return the columns: an item that at most one unit in five must have shares the last one."""
    rows = list(rows)
    names: dict[str, str] = {}
    needed: Counter[str] = Counter()
    for row in rows:
        for cell in row.o:
            names.setdefault(cell.muc, cell.ten)
            needed[cell.muc] += cell.ket is not Ket.KHONG_AP_DUNG
    order = _merged([cell.muc for cell in row.o] for row in rows)
    usual = [muc for muc in order if needed[muc] * 5 > len(rows)]
    rare = [muc for muc in order if muc not in usual]
    columns = [Column((muc,), f"{muc} {due.head(names[muc])}") for muc in usual]
    if len(rare) == 1:
        columns.append(Column((rare[0],), f"{rare[0]} {due.head(names[rare[0]])}"))
    elif rare:
        columns.append(Column(tuple(rare), f"{rare[0]} đến {rare[-1]} Khi có việc"))
    return columns


def _merged(rows: Iterable[Iterable[str]]) -> list[str]:
    """Return the items of all units in the order of the checklist, of which each has a part."""
    order: list[str] = []
    for row in rows:
        at = 0
        for muc in row:
            if muc not in order:
                order.insert(at, muc)
            at = order.index(muc) + 1
    return order


def _cell(row: Row, column: Column, day: Any) -> tuple[signs.Sign, str]:
    """Return the sign of a cell, and the item to which it leads."""
    cells = [cell for cell in row.o if cell.muc in column.muc]
    if not cells or all(cell.ket is Ket.KHONG_AP_DUNG for cell in cells):
        word = "Không có" if len(column.muc) > 1 else "Không cần"
        return signs.Sign("khong", word if row.co_nguoi else "Chưa biết"), column.muc[0]
    first = next((cell for cell in cells if cell.ket not in GOOD), None)
    shown = first or next(cell for cell in cells if cell.ket is not Ket.KHONG_AP_DUNG)
    return signs.of_cell(shown, day), shown.muc


def _totals(rows: Sequence[Row], columns: Sequence[Column]) -> list[str]:
    def of(column: Column) -> str:
        its = [[c for c in row.o if c.muc in column.muc] for row in rows]
        must = [cells for cells in its if any(c.ket is not Ket.KHONG_AP_DUNG for c in cells)]
        done = sum(all(c.ket in GOOD for c in cells) for cells in must)
        return f"{done}/{len(must)}"

    return [of(column) for column in columns]


def cell(request: Request) -> Response:
    """Return the panel of a cell: what is wrong, the evidence, what to do."""
    opened = view.campaign_of(request)
    unit, muc = request.query_params.get("don-vi", ""), request.query_params.get("muc", "")
    seen = opened.ask(lambda work: work.unit(unit)) if opened else None
    if opened is None or seen is None:
        return view.missing(request)
    verdicts = [each for each in (seen.result.verdicts if seen.result else ()) if each.muc == muc]
    verdicts.sort(key=lambda each: each.ket in GOOD)
    return view.page(
        request,
        "o.html",
        don_vi=seen,
        muc=muc,
        loc=request.query_params.get("loc", ""),
        han=request.query_params.get("han", ""),
        cac=[shown_verdict(each, opened) for each in verdicts],
        van_de=[shown_problem(each) for each in seen.problems] if not verdicts else [],
    )


def shown_verdict(each: Verdict, opened: Open) -> dict[str, Any]:
    """Return what a page shows of a verdict on one subject."""
    sign = signs.of_verdict(each.ket, 1, each.han, opened.day(), office=each.cua_co_quan)
    proofs = [
        {
            "noi_dung": proof.noi_dung,
            "tep": opened.name_of(proof.tep) if proof.tep else "",
            "chac": proof.chac_chan,
        }
        for part in each.phan
        for proof in part.chung_cu
    ]
    return {
        "sign": sign,
        "ten": each.ten,
        "muc": each.muc,
        "ai": each.doi_tuong,
        "ly_do": each.ly_do,
        "viec": as_buttons(each.viec),
        "tao": "kiemdiem build" in each.viec,
        "can_cu": each.can_cu,
        "han": signs.until(each.han, opened.day()) if each.ket not in GOOD else "",
        "chung_cu": proofs[:12],
        "con": max(0, len(proofs) - 12),
    }


def shown_problem(each: Any) -> dict[str, Any]:
    """Return what a page shows of a finding without its place."""
    return {
        "sign": signs.of_severity(each.severity),
        "loi": each.message,
        "sua": each.mend,
        "ma": each.code,
    }


def first_thing(request: Request) -> Response:
    """Go to the most urgent thing."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    todo = due.things(opened.board or opened.look())
    base = f"/dot/{quote(opened.ma)}"
    return RedirectResponse(base + due.address(todo[0]) if todo else f"{base}/in", 303)


def root(request: Request) -> Response:
    """Go from a campaign to its board."""
    return RedirectResponse(f"/dot/{quote(request.path_params['dot'])}/bang", 303)


routes = [
    Route("/", root),
    Route("/bang", board),
    Route("/bang/phan", part),
    Route("/bang/o", cell),
    Route("/bang/gap-nhat", first_thing),
]
