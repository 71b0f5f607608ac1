"""What a page is made of: templates, filters, and the values that every page shows."""

import datetime as dt
import getpass
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from generator import __version__
from generator.at_work.board import Row
from generator.at_work.unit import now
from generator.desk import due, programs, signs
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Desk, Open
from generator.dossier.intake import waiting_files
from generator.files.atomic import write_file
from generator.files.file_names import file_name
from generator.problems import Severity
from generator.wording.dates import short_date

PAGES = (
    ("bang", "Bảng"),
    ("don-vi", "Đơn vị"),
    ("van-ban", "Văn bản"),
    ("ho-so-nhan", "Hồ sơ nhận"),
    ("duyet-mau", "Duyệt mẫu"),
    ("van-de", "Vấn đề"),
    ("so-van-ban", "Số văn bản"),
    ("in", "In và nộp"),
    ("tong-hop", "Tổng hợp"),
    ("nhat-ky", "Nhật ký"),
    ("may", "Máy"),
)
"""The pages of a campaign: address and name, in the order of the row on top."""

OWN = ("desk.css", "desk.js", "nhap.js", "soan.js", "duyet.js", "xem/xem.css", "xem/xem.js")
"""The files of the pages whose addresses bear a mark, which changes when they do."""

MOST_FIELDS = 50_000
"""Fields of one form: the votes on a hundred people are two thousand. Its size has a limit too."""

Posted = Callable[[Request, dict[str, str]], Response]
"""What a form does: the request, its fields by name, the answer."""

_DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@cache
def templates() -> Environment:
    """Return the environment of the templates: everything is escaped, nothing may be missing."""
    found = Environment(
        loader=FileSystemLoader(str(files("generator.desk").joinpath("trang"))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters |= {
        "ngay": day_shown,
        "gio": time_shown,
        "gio_cau": time_said,
        "luc": moment_shown,
        "hoa": capital,
        "so": number_shown,
        "dia_chi": due.address,
        "cach_mo": programs.deed,
    }
    found.globals |= {
        "PAGES": PAGES,
        "query": query,
        "quote": quote,
        "until": signs.until,
        "phien_ban": __version__,
        "dau_tep": _mark(),
    }
    return found


def _mark() -> str:
    """Return a mark of the style and the script: browsers keep them until it changes."""
    own = files("generator.desk").joinpath("tinh")
    both = b"".join(own.joinpath(name).read_bytes() for name in OWN)
    return hashlib.sha256(both).hexdigest()[:8]


def day_shown(day: dt.date | None) -> str:
    """Return a day as in lists («08/12/2026»)."""
    return short_date(day) if day else ""


def time_shown(time: dt.datetime) -> str:
    """Return a time as in lists («14:05»)."""
    return f"{time:%H:%M}"


def time_said(time: dt.datetime) -> str:
    """Return a time as in a sentence («16 giờ 32»)."""
    return f"{time.hour} giờ {time:%M}"


def moment_shown(time: dt.datetime) -> str:
    """Return a moment as in lists: only the time if it is of today («14:05, 07/12/2026»)."""
    return time_shown(time) + ("" if time.date() == now().date() else f", {short_date(time)}")


def capital(text: str) -> str:
    """Return a sentence with its first letter large."""
    return text[:1].upper() + text[1:]


def number_shown(number: int) -> str:
    """Return a whole number with dots («1.234»)."""
    return f"{number:,}".replace(",", ".")


def weekday(day: dt.date) -> str:
    """Return a day with its name («thứ Ba, 08/12/2026»)."""
    return f"{_DAYS[day.weekday()]}, {short_date(day)}"


def desk_of(request: Request) -> Desk:
    """Return the desk that answers a request."""
    desk: Desk = request.app.state.desk
    return desk


def campaign_of(request: Request) -> Open | None:
    """Return the campaign that a request is about; None if there is none of this name."""
    return desk_of(request).campaign(request.path_params["dot"])


def page(request: Request, name: str, status: int = 200, **values: Any) -> Response:
    """Return a page.

    Args:
        request: what is answered.
        name: the template.
        status: the status of the answer.
        **values: what the template shows besides what every page shows.
    """
    opened = campaign_of(request) if "dot" in request.path_params else None
    shown = {**_of_every_page(request, opened), **values}
    return HTMLResponse(templates().get_template(name).render(shown), status)


def _of_every_page(request: Request, opened: Open | None) -> Mapping[str, Any]:
    board = opened.board if opened else None
    told: list[str] = []
    if opened and "hx-request" not in request.headers:  # a part of a page has no place for them
        told, opened.told = opened.told, []
    rows = board.rows if board else ()
    problems = board.problems if board else ()
    errors = sum(each.loi for each in rows)
    errors += sum(each.severity is Severity.ERROR for each in problems)
    warnings = sum(each.canh_bao for each in rows)
    warnings += sum(each.severity is Severity.WARNING for each in problems)
    day = desk_of(request).day()
    todo = due.things(board) if board else []
    parts = request.url.path.split("/")
    return {
        "dot": opened,
        "ten_dot": board.dot.ten if board and board.dot else "",
        "ten_ngan": f"Kiểm điểm năm {board.dot.nam}" if board and board.dot else "",
        "loi": errors,
        "canh_bao": warnings,
        "tep_can_xem": sum(each.tep_can_xem for each in rows) + _waiting(opened, rows),
        "told": told,
        "hom_nay": day,
        "viec_dau": todo[0] if todo else None,
        "so_viec": len(todo),
        "thu_ngay": weekday(day),
        "here": parts[3] if len(parts) > 3 else "",
        "job": opened.job if opened else None,
        "goc": f"/dot/{quote(opened.ma)}" if opened else "",
        "la_phan": "hx-request" in request.headers,
        "may_mo": programs.way() is not None,
    }


def _waiting(opened: Open | None, rows: Iterable[Row]) -> int:
    """Return how many received files belong to no unit yet; none before the board was read."""
    units = {each.thu_muc for each in rows}
    return len(waiting_files(opened.folder, units)) if opened and units else 0


def notice(request: Request, status: int, head: str, words: str) -> Response:
    """Return a page that says one thing and asks nothing of a campaign."""
    request.path_params.pop("dot", None)
    return page(request, "loi.html", status, dau_de=head, noi=words)


def missing(request: Request) -> Response:
    """Return the page of an address that leads nowhere (404)."""
    words = "Có thể người hoặc đơn vị đã đổi tên, hoặc đợt đã chuyển chỗ."
    return notice(request, 404, "Không có trang này", words)


def go(request: Request, where: str) -> Response:
    """Send the browser to another page after something was done."""
    if "hx-request" in request.headers:
        return Response(headers={"HX-Redirect": where})
    return RedirectResponse(where, 303)


def came_from(request: Request, otherwise: str) -> str:
    """Return the page of the desk on which a form was sent, as its address; else another one."""
    _, _, where = request.headers.get("referer", "").partition(request.headers["host"])
    return where if where.startswith("/dot/") else otherwise


def shortened(name: str) -> str:
    """Return the name of a unit without the words that all of them share."""
    return re.sub(r"^(Chi bộ|Đảng bộ bộ phận)\s+(?=\S)", "", name)[:80] or name


def posted(act: Posted) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint of a form: its fields are read, the rest is done on another thread.

    What acts may wait for files; the thread that serves may not. Of a field that is there several
    times the last counts.
    """

    async def endpoint(request: Request) -> Response:
        form = {
            name: str(value) for name, value in (await request.form(max_fields=MOST_FIELDS)).items()
        }
        return await run_in_threadpool(act, request, form)

    return endpoint


async def sent_file(form: FormData) -> tuple[str, bytes]:
    """Return name and bytes of the one small file that a form sends as `tep`; empty if none."""
    file = form.get("tep")
    if not isinstance(file, UploadFile) or not file.filename:
        return "", b""
    return Path(file.filename.replace("\\", "/")).name, await file.read()


@contextmanager
def on_disk(name: str, data: bytes) -> Iterator[Path]:
    """Lay a file that was sent on the disk, under its name, for as long as it is read."""
    with TemporaryDirectory(prefix="kiemdiem-nhan-") as home:
        path = Path(home) / file_name(Path(name).stem, Path(name).suffix[:5])
        write_file(path, data)
        yield path


def user() -> str:
    """Return who uses this machine, by the name under which they are signed in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "người dùng máy này"
