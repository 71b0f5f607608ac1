"""«Máy» and «Trợ giúp»: what this machine has, the keys, what a code means, closing the desk."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import view
from generator.desk.campaigns import Open
from generator.desk.commands import as_buttons
from generator.desk.registers import bodies
from generator.desk.tasks import SIGNS, TASKS
from generator.files.real_path import real_path
from generator.problems.catalogue import codes, entry
from generator.setup.crash_log import log_folders
from generator.setup.machine import examine, examine_templates


def page(request: Request) -> Response:
    """Show what the machine has."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    found = examine(opened.root, templates=False)
    return view.page(request, "may.html", cac=found, mau="mau" in request.query_params)


def templates(request: Request) -> Response:
    """Return what the Word templates are like: they take seconds, so the page does not wait."""
    if view.campaign_of(request) is None:
        return view.missing(request)
    return view.page(request, "may-mau.html", each=examine_templates())


def help_page(request: Request) -> Response:
    """Show tasks, keys, signs, where data lies, and what the code of a finding means."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    code = request.query_params.get("ma", "").strip().upper()
    found = entry(code) if code in codes() else None
    explained = as_buttons(found.giai_thich) if found else ""
    return view.page(
        request,
        "tro-giup.html",
        ma=code,
        muc=found,
        giai_thich=explained,
        viec_hay_lam=TASKS,
        cac_dau=SIGNS,
        noi=_places(opened),
    )


def _places(opened: Open) -> dict[str, str]:
    """Return where everything lies; a register that was not begun lies nowhere."""
    registers = dict.fromkeys(real_path(each.register.path).parent for each in bodies(opened)[0])
    return {
        "du_lieu": str(real_path(opened.folder)),
        "van_ban": str(real_path(opened.root)),
        "so": "; ".join(str(each) for each in registers if each.is_dir()),
        "nhat_ky_loi": str(log_folders()[0]),
    }


async def close(request: Request) -> Response:
    """Close the desk, after the answer is on its way."""
    desk = view.desk_of(request)
    asyncio.get_running_loop().call_later(0.3, desk.close)
    words = "Mọi thay đổi đã nằm trong tệp. Đóng cửa sổ này; khi cần thì mở lại bằng biểu tượng."
    return view.notice(request, 200, "Phần mềm đã đóng", words)


routes = [
    Route("/may", page),
    Route("/may/mau", templates),
    Route("/tro-giup", help_page),
    Route("/dong", close, methods=["POST"]),
]
