"""«Máy» and «Trợ giúp»: what this machine has, the keys, what a code means, closing the desk."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import view
from generator.problems.catalogue import codes, entry
from generator.setup.machine import examine


def page(request: Request) -> Response:
    """Show what the machine has."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    found = examine(opened.root, templates="mau" in request.query_params)
    return view.page(request, "may.html", cac=found)


def help_page(request: Request) -> Response:
    """Show the keys, and what the code of a finding means."""
    if view.campaign_of(request) is None:
        return view.missing(request)
    code = request.query_params.get("ma", "").strip().upper()
    found = entry(code) if code in codes() else None
    return view.page(request, "tro-giup.html", ma=code, muc=found)


async def close(request: Request) -> Response:
    """Close the desk, after the answer is on its way."""
    desk = view.desk_of(request)
    asyncio.get_running_loop().call_later(0.3, desk.close)
    words = "Mọi thay đổi đã nằm trong tệp. Đóng cửa sổ này; khi cần thì mở lại bằng biểu tượng."
    return view.notice(request, 200, "Phần mềm đã đóng", words)


routes = [
    Route("/may", page),
    Route("/tro-giup", help_page),
    Route("/dong", close, methods=["POST"]),
]
