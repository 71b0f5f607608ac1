"""«Excel»: the lists of the campaign out to fill in, and workbooks in, with a look before it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import view
from generator.desk.addresses import quote
from generator.desk.campaigns import Open
from generator.desk.downloads import download
from generator.editing.applying import applied
from generator.files.file_names import file_name
from generator.problems import Problem
from generator.reading.load import Campaign, read_campaign
from generator.sheets.exporting import MARKED, default_name, exported
from generator.sheets.importing import NOT_TAKEN, Imported, looked_into
from generator.sheets.layout import column_keys, sheets
from generator.sheets.own_rows import unit_names
from generator.sheets.patched.marked import marked_copy
from generator.sheets.plan_book import plan_book, rows_of

MOST = 300
"""Rows of a look that are shown; the rest is in the workbook of the same."""

_KEPT = "bang-tinh"


@dataclass(frozen=True, slots=True)
class Sent:
    """A workbook that was sent, and what the clerk said of it.

    `don_vi` is the unit of rows that name none, `cot` the keys of heads, `bo` whether items that
    did not come back are removed.
    """

    ten: str
    data: bytes
    don_vi: str = ""
    cot: Mapping[str, str] = field(default_factory=dict)
    bo: bool = False


def page(request: Request) -> Response:
    """Show what can be given out, and where a workbook is sent in."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    return view.page(
        request, "excel.html", here="don-vi", cac=opened.ask(lambda work: work.units())
    )


def give(request: Request) -> Response:
    """Give the lists of the campaign, or of one unit, as a workbook."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    unit = request.query_params.get("don-vi", "")
    blank = request.query_params.get("trong") == "1"
    campaign = read_campaign(opened.folder)
    units = tuple(each for each in campaign.units if unit in {"", each.data.don_vi.ma})
    if campaign.dot is None or not units:
        opened.told.append("Chưa có đơn vị nào đọc được để xuất. Xem trang Vấn đề.")
        return view.go(request, _to(opened))
    campaign = replace(campaign, units=units)
    name = default_name(campaign, [unit] if unit else [], blank=blank)
    return download(exported(campaign, blank=blank), file_name(Path(name).stem, ".xlsx"))


async def receive(request: Request) -> Response:
    """Keep a workbook that was sent, to show what it would change."""
    async with request.form() as form:
        name, data = await view.sent_file(form)
        unit = str(form.get("don-vi", ""))
    return await run_in_threadpool(_received, request, Sent(name, data, unit))


def _received(request: Request, sent: Sent) -> Response:
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    if not sent.data:
        opened.told.append("Chưa chọn tệp Excel.")
        return view.go(request, _to(opened))
    opened.kept[_KEPT] = sent
    return view.go(request, _to(opened, "/xem"))


def show(request: Request) -> Response:
    """Show what the workbook that was sent would change."""
    opened, sent = _sent(request)
    if opened is None or sent is None:
        return view.missing(request)
    campaign = read_campaign(opened.folder)
    with _looked(campaign, sent) as found:
        rows = rows_of(found)
        heads = {each.dau for each in found.plan.cot if not each.khoa} | set(sent.cot)
        asked = [each for each in found.plan.cot if each.dau in heads or not each.chac]
        return view.page(
            request,
            "excel-xem.html",
            here="don-vi",
            tep=sent,
            nhap=found,
            khong_duoc=found.problems,
            hang=rows[:MOST],
            con=max(0, len(rows) - MOST),
            bao_nhieu=_count(found, sent),
            dau=_mark(sent, found),
            la=asked,
            cot_co=_columns(),
            khong=NOT_TAKEN,
            cac=list(unit_names(campaign.units).items()),
        )


def choose(request: Request, form: dict[str, str]) -> Response:
    """Keep what the clerk said of the workbook, and show it again."""
    opened, sent = _sent(request)
    if opened is None or sent is None:
        return view.missing(request)
    said = {
        key.removeprefix("cot:"): value for key, value in form.items() if key.startswith("cot:")
    }
    cot = {head: key for head, key in {**sent.cot, **said}.items() if key}
    opened.kept[_KEPT] = replace(
        sent, don_vi=form.get("don-vi", ""), cot=cot, bo=form.get("bo") == "1"
    )
    return view.go(request, _to(opened, "/xem"))


def write(request: Request, form: dict[str, str]) -> Response:
    """Write what the page showed, all of it or nothing; what is another by now is shown again."""
    opened, sent = _sent(request)
    if opened is None or sent is None:
        return view.missing(request)
    with _looked(read_campaign(opened.folder), sent) as found:
        if found.changes is None or not found.changes.files:
            return view.go(request, _to(opened, "/xem"))
        if form.get("dau") != _mark(sent, found):
            opened.told.append("Bảng hoặc dữ liệu đã đổi từ lúc xem. Xem lại rồi ghi.")
            return view.go(request, _to(opened, "/xem"))
        done = applied(opened.folder, found.changes)
    opened.told += [
        f"{view.capital(each.message)}. {view.capital(each.mend)}." for each in done.problems
    ]
    if done.so is None:
        return view.go(request, _to(opened, "/xem"))
    count = view.number_shown(_count(found, sent))
    left = len(found.plan.told)
    opened.told.append(
        f"Đã ghi {count} thay đổi từ {sent.ten}."
        + (f" Còn {left} ô vướng mắc chưa lấy." if left else "")
        + " Hoàn tác được trong Nhật ký."
    )
    if not left:
        opened.kept.pop(_KEPT, None)
        return view.go(request, _to(opened))
    return view.go(request, _to(opened, "/xem"))


def drop(request: Request, form: dict[str, str]) -> Response:
    """Put the workbook away; nothing was written."""
    del form
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    opened.kept.pop(_KEPT, None)
    return view.go(request, _to(opened))


def marked(request: Request) -> Response:
    """Give the clerk's own workbook with the cells marked that were not taken."""
    opened, sent = _sent(request)
    if opened is None or sent is None:
        return view.missing(request)
    with _looked(read_campaign(opened.folder), sent) as found:
        made = marked_copy(sent.data, found.plan.told)
    if isinstance(made, Problem):
        opened.told.append(f"{view.capital(made.message)}. {view.capital(made.mend)}.")
        return view.go(request, _to(opened, "/xem"))
    return download(made, file_name(f"{Path(sent.ten).stem}{MARKED}", ".xlsx"))


def as_excel(request: Request) -> Response:
    """Give what the workbook changes as a workbook."""
    opened, sent = _sent(request)
    if opened is None or sent is None:
        return view.missing(request)
    with _looked(read_campaign(opened.folder), sent) as found:
        return download(plan_book(found), file_name(f"Thay đổi - {Path(sent.ten).stem}", ".xlsx"))


@contextmanager
def _looked(campaign: Campaign, sent: Sent) -> Iterator[Imported]:
    """Look into a workbook that was sent."""
    with view.on_disk(sent.ten, sent.data) as path:
        yield looked_into(path, campaign, only=sent.don_vi, cot=sent.cot, remove=sent.bo)


def _columns() -> list[tuple[str, str]]:
    """Return the columns that a head may be meant as, with their keys."""
    names = [
        f"{each.trang}: {cot.dau or 'Chức vụ'}" for each in sheets().values() for cot in each.cot
    ]
    return list(zip(column_keys(), names, strict=True))


def _count(found: Imported, sent: Sent) -> int:
    """Return how many changes would be written, a new item being one."""
    if found.changes is None or not found.changes.files:
        return 0
    plan = found.plan
    return len(plan.doi) + len(plan.moi) + (len(plan.mat) if sent.bo else 0) or 1


def _mark(sent: Sent, found: Imported) -> str:
    """Return what a page showed: the workbook, how it was read, what would be written."""
    files = found.changes.files if found.changes else ()
    said = repr((sent.ten, sorted(sent.cot.items()), [(str(each.tep), each.sau) for each in files]))
    return sha256(sent.data + said.encode()).hexdigest()[:16]


def _sent(request: Request) -> tuple[Open | None, Sent | None]:
    opened = view.campaign_of(request)
    return opened, opened.kept.get(_KEPT) if opened else None


def _to(opened: Open, below: str = "") -> str:
    return f"/dot/{quote(opened.ma)}/excel{below}"


routes = [
    Route("/excel", page),
    Route("/excel", receive, methods=["POST"]),
    Route("/excel/xuat", give),
    Route("/excel/xem", show),
    Route("/excel/chon", view.posted(choose), methods=["POST"]),
    Route("/excel/ghi", view.posted(write), methods=["POST"]),
    Route("/excel/thoi", view.posted(drop), methods=["POST"]),
    Route("/excel/danh-dau", marked),
    Route("/excel/thay-doi", as_excel),
]
