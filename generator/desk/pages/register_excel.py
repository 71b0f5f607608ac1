"""A register and Excel: the register as a workbook, the lines of a workbook into it."""

from pathlib import Path
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.downloads import address
from generator.desk.found import Found, of_problem
from generator.desk.pages.numbers import chosen
from generator.desk.registers import Body, bodies
from generator.files.file_names import file_name
from generator.files.real_path import real_path
from generator.problems import Problem
from generator.register.bringing import bring_in, preview
from generator.register.looking import export
from generator.register.names import called, series_called
from generator.register.series import Series
from generator.register.sheet import shown
from generator.wording.dates import iso_shown

FOLDER = "so-van-ban"
"""Below the output folder of a campaign."""

MOST = 200
"""Lines of a preview that are shown."""


class Upload(NamedTuple):
    """A workbook that was sent: its name and bytes, for which body, series and sheets."""

    ten: str
    data: bytes
    so: str
    day: Series | None
    trang: tuple[str, ...]


def give(request: Request) -> Response:
    """Write a register as a workbook and give it."""
    opened = view.campaign_of(request)
    body = _body(opened, request.query_params.get("so", "")) if opened else None
    if opened is None or body is None:
        return view.missing(request)
    name = file_name(f"Sổ văn bản đi - {body.ten}", ".xlsx")
    done, problems = export(body.register, opened.root / FOLDER / name)
    opened.told += [
        f"{view.capital(each.message)}. {view.capital(each.mend)}." for each in problems
    ]
    if done is None:
        return view.go(request, _to(opened, body.ma))
    return view.go(request, address(opened, done.tep))


async def receive(request: Request) -> Response:
    """Keep a workbook that was sent, to show what it would bring."""
    async with request.form() as form:
        name, data = await view.sent_file(form)
        asked = {key: str(form.get(key, "")) for key in ("so", "day", "trang")}
    return await run_in_threadpool(_received, request, data, name, asked)


def _received(request: Request, data: bytes, name: str, asked: dict[str, str]) -> Response:
    opened = view.campaign_of(request)
    body = _body(opened, asked["so"]) if opened else None
    if opened is None or body is None:
        return view.missing(request)
    if not data:
        opened.told.append("Chưa chọn tệp Excel.")
        return view.go(request, _to(opened, body.ma))
    sheets = tuple(each.strip() for each in asked["trang"].split(",") if each.strip())
    series = series_called(asked["day"], body.register.own) if asked["day"] else None
    opened.kept["nhap-so"] = Upload(name, data, body.ma, series, sheets)
    return view.go(request, f"/dot/{quote(opened.ma)}/so-van-ban/nhap")


def _sent(request: Request) -> tuple[Open | None, Upload | None, Body | None]:
    """Return the campaign, the workbook that was sent last, the register it is for."""
    opened = view.campaign_of(request)
    sent = opened.kept.get("nhap-so") if opened else None
    return opened, sent, _body(opened, sent.so) if opened and sent else None


def show(request: Request) -> Response:
    """Show what the workbook that was sent would bring."""
    opened, sent, body = _sent(request)
    if opened is None or sent is None or body is None:
        return view.missing(request)
    with view.on_disk(sent.ten, sent.data) as path:
        done, problems = preview(body.register, path, sent.day, sent.trang, opened.day())
        found = [_placed(opened, each, path) for each in problems]
    lines = [("Thêm", each) for each in done.dong.moi] if done else []
    lines += [("Sửa", each) for each in done.dong.sua] if done else []
    rows = [
        (
            what,
            called(Series(each.loai, each.ky), body.register.own),
            shown(each.so),
            iso_shown(each.ngay),
            each.trich_yeu,
        )
        for what, each in lines
    ]
    spans = done.dong.tren_giay if done else []
    rows += [
        (
            "Sổ giấy",
            called(Series(each.loai, each.ky), body.register.own),
            f"{shown(each.tu)}-{shown(each.den)}",
            "",
            each.ly_do,
        )
        for each in spans
    ]
    return view.page(
        request,
        "so-nhap.html",
        here="so-van-ban",
        so=body,
        tep=sent.ten,
        hang=rows[:MOST],
        con=max(0, len(rows) - MOST),
        bao_nhieu=len(rows),
        da_co=done.dong.da_co if done else 0,
        bo_qua=sorted(done.bo_qua.items()) if done else [],
        trang_khac=list(done.trang_khac) if done else [],
        van_de=found,
        loi=any(each.loi for each in found),
    )


def write(request: Request) -> Response:
    """Write what the workbook brings into the register, all or nothing."""
    opened, sent, body = _sent(request)
    if opened is None or sent is None or body is None:
        return view.missing(request)
    with view.on_disk(sent.ten, sent.data) as path:
        done, problems = bring_in(body.register, path, sent.day, sent.trang, opened.day())
        told = [_placed(opened, each, path) for each in problems]
    if done is None or not done.written:
        return view.go(request, f"/dot/{quote(opened.ma)}/so-van-ban/nhap")
    opened.kept.pop("nhap-so", None)
    opened.told.append(
        f"Đã ghi {view.number_shown(done.dong.bao_nhieu)} dòng vào sổ của {body.ten}."
    )
    opened.told += [f"{view.capital(each.o)}: {each.cau}." for each in told if not each.loi]
    return view.go(request, _to(opened, body.ma))


def drop(request: Request) -> Response:
    """Put the workbook away; nothing was written."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    sent = opened.kept.pop("nhap-so", None)
    return view.go(request, _to(opened, sent.so if sent else ""))


def _placed(opened: Open, each: Problem, path: Path) -> Found:
    """Return a finding placed in the workbook as its clerk knows it."""
    found = of_problem(opened, each)
    return found._replace(o=found.o.replace(real_path(path).as_posix(), path.name), den="")


def _body(opened: Open, name: str) -> Body | None:
    every, _ = bodies(opened)
    return chosen(every, name) if every else None


def _to(opened: Open, so: str) -> str:
    return f"/dot/{quote(opened.ma)}/so-van-ban{query(so=so)}"


routes = [
    Route("/so-van-ban/xuat", give, methods=["POST"]),
    Route("/so-van-ban/nhap", show),
    Route("/so-van-ban/nhap", receive, methods=["POST"]),
    Route("/so-van-ban/nhap-ghi", write, methods=["POST"]),
    Route("/so-van-ban/nhap-thoi", drop, methods=["POST"]),
]
