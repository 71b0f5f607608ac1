"""«Hồ sơ nhận»: files come in, are sorted to their unit, and stand with their verdict."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.receiving import Arrived, sort_in, waiting
from generator.at_work.unit import now
from generator.desk import arrivals, view
from generator.desk.addresses import quote
from generator.desk.arrivals import ASKS, FINE, LEFT, MOST_LEFT, WAITS, Left, Row
from generator.desk.campaigns import Open
from generator.desk.jobs import Ended, Job
from generator.desk.pages.papers import begin
from generator.desk.uploads import MOST_FILES, Upload, uploaded
from generator.dossier.arriving import LARGEST, Let, let_in
from generator.dossier.results import UnitResult
from generator.files.atomic import failure
from generator.files.incoming import Incoming, swept
from generator.files.real_path import real_path
from generator.problems import Place
from generator.reading.folder_names import RECEIVED

JOB = "Xếp hồ sơ nhận"
A_PAGE = 100
FILTERS = (("", "Tất cả"), (ASKS, "Cần xử lý"), (FINE, "Đạt"), (LEFT, "Không nhận, bỏ qua"))


def page(request: Request) -> Response:
    """Show the frame with the place for files; the rows fill it when they are read."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    asked = dict(request.query_params)
    return view.page(request, "ho-so-nhan.html", hoi=asked, **limits())


def limits() -> dict[str, Any]:
    """Return what the place for files says of its limits."""
    return {"lon_nhat": LARGEST // 2**20, "nhieu_nhat": MOST_FILES}


def part(request: Request) -> Response:
    """Return the rows, of all units or of one."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    asked = request.query_params
    rows = rows_of(opened, asked.get("don-vi", ""))
    count = Counter(ASKS if each.nhom == WAITS else each.nhom for each in rows)
    kind = asked.get("loc", "")
    shown = [each for each in rows if _is_wanted(each, kind)]
    pages = max(1, -(-len(shown) // A_PAGE))
    typed = asked.get("trang", "1")
    at = min(pages, max(1, int(typed) if typed.isdecimal() and len(typed) < 6 else 1))
    first = next((each for each in rows if each.nhom == ASKS), None)
    return view.page(
        request,
        "ho-so-nhan-phan.html",
        hang=shown[(at - 1) * A_PAGE : at * A_PAGE],
        tong=len(rows),
        dem={"": len(rows), **{each: count[each] for each in (ASKS, FINE, LEFT)}},
        cho=sum(each.nhom == WAITS for each in rows),
        FILTERS=FILTERS,
        loc=kind,
        don_vi=asked.get("don-vi", ""),
        trang=at,
        so_trang=pages,
        dau_tien=first,
        tra_lai=sum(each.nhom == ASKS and not each.cho for each in rows),
        thu_muc=real_path(opened.folder / RECEIVED),
    )


def _is_wanted(row: Row, kind: str) -> bool:
    return not kind or row.nhom == kind or (kind == ASKS and row.nhom == WAITS)


def rows_of(opened: Open, unit: str = "", units: Sequence[UnitResult] | None = None) -> list[Row]:
    """Return the rows of a campaign, or of one unit.

    Args:
        opened: the campaign.
        unit: the folder of the unit; empty: all.
        units: the verdicts, if they are known; else the board is looked at.
    """
    if units is None:
        opened.seen()
        units = opened.ask(lambda work: work.results())
    lying = waiting(opened.folder, opened.ask)
    found = arrivals.rows_of(opened, lying, units, opened.kept.get("xep", {}), _left(opened))
    return [each for each in found if unit in ("", each.thu_muc)]


def _left(opened: Open) -> list[Left]:
    found: list[Left] = opened.kept.setdefault("khong-nhan", [])
    return found


async def receive(request: Request) -> Response:
    """Take the files of a form; they are looked at beside the page."""
    opened = await run_in_threadpool(view.campaign_of, request)
    if opened is None:
        return view.missing(request)
    home = opened.folder / RECEIVED
    units = await run_in_threadpool(_begun, opened)
    taken: list[str] = []

    def take(fields: Mapping[str, str], name: str, file: Incoming) -> None:
        unit = fields.get("don-vi", "")
        unit = unit if unit in units else ""
        said = let_in(opened.folder, unit, name, file)
        if said.moi:
            taken.append(name)
        else:
            _note(opened, Left(name, unit, said, now()))

    came = await uploaded(request, home, LARGEST, take)
    return await run_in_threadpool(_received, request, opened, came, len(taken))


def _begun(opened: Open) -> frozenset[str]:
    """Clear away what a killed run left; return the folders of the units."""
    swept(opened.folder / RECEIVED)
    return frozenset(each.thu_muc for each in opened.ask(lambda work: work.units()))


def _note(opened: Open, left: Left) -> None:
    known = _left(opened)
    known.append(left)
    del known[:-MOST_LEFT]


def _received(request: Request, opened: Open, came: Upload, taken: int) -> Response:
    for name, error in came.hong:
        said = failure(error, Place(file=name))
        why = f"{said.message}: {said.mend}"
        _note(opened, Left(name, came.o.get("don-vi", ""), Let(None, why), now()))
    opened.told.append(_told(came, taken))
    if taken:
        _begin(opened)
    base = f"/dot/{quote(opened.ma)}"
    back = came.o.get("ve", "")
    return view.go(request, back if back.startswith(f"{base}/don-vi/") else f"{base}/ho-so-nhan")


def _told(came: Upload, taken: int) -> str:
    if not came.so:
        return "Chưa chọn tệp nào." if not came.dut else "Chưa nhận được tệp nào: gửi lại giúp."
    said = [f"Đã nhận {view.number_shown(taken)} tệp, bản gốc giữ nguyên."]
    if others := came.so - taken - came.qua_nhieu:
        said.append(f"{view.number_shown(others)} tệp không nhận, lý do ở cuối bảng.")
    if came.qua_nhieu:
        most, more = view.number_shown(MOST_FILES), view.number_shown(came.qua_nhieu)
        said.append(f"Mỗi lần nhận nhiều nhất {most} tệp: còn {more} tệp chưa nhận, thả lại.")
    if came.dut:
        said.append("Đường gửi bị đứt giữa chừng: tệp chưa thấy trong bảng thì thả lại.")
    return " ".join(said)


def sort(request: Request, _form: dict[str, str]) -> Response:
    """Look at the files that wait."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    _begin(opened)
    return view.go(request, f"/dot/{quote(opened.ma)}/ho-so-nhan")


def _begin(opened: Open) -> None:
    if not begin(opened, Job(JOB, lambda job: _sorted(opened, job))):
        opened.told.append("Các tệp đã nhận nằm ở chỗ chờ; xong việc ấy thì bấm «Xếp các tệp chờ».")


def _sorted(opened: Open, job: Job) -> Ended:
    try:
        done = sort_in(opened.folder, opened.ask, job.step)
    except BlockingIOError:
        return Ended("Đang có lệnh tạo văn bản chạy trên máy này. Xong thì bấm «Xếp các tệp chờ».")
    opened.kept["xep"] = {each.tep: each.ra for each in done if not _is_placed(each)}
    for each in done:
        if each.da_co:
            where = opened.name_of(each.tep).removeprefix(f"{RECEIVED}/")
            twice = Let(each.tep, f"đã có, nội dung giống hệt: {where}", bo_qua=True)
            _note(opened, Left(each.ten, each.ra.thu_muc, twice, now()))
    placed = sum(_is_placed(each) for each in done)
    left = len(done) - placed
    said = f"Đã xếp {view.number_shown(placed)} / {view.number_shown(len(done))} tệp."
    if left:
        said += f" {view.number_shown(left)} tệp chưa chắc, chờ đồng chí chọn đơn vị."
    wrong = tuple(each.problem for each in done if each.problem)
    return Ended(said, wrong, "/ho-so-nhan")


def _is_placed(each: Arrived) -> bool:
    return each.ra.is_sorted and each.problem is None


def forget(request: Request, _form: dict[str, str]) -> Response:
    """Take what was not taken off the page."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    _left(opened).clear()
    return view.go(request, f"/dot/{quote(opened.ma)}/ho-so-nhan")


routes = [
    Route("/ho-so-nhan", page),
    Route("/ho-so-nhan/phan", part),
    Route("/ho-so-nhan/nhan", receive, methods=["POST"]),
    Route("/ho-so-nhan/xep", view.posted(sort), methods=["POST"]),
    Route("/ho-so-nhan/quen", view.posted(forget), methods=["POST"]),
]
