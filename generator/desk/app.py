"""The application of the desk: its addresses, and the pages for what goes wrong."""

from importlib.resources import files

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from generator.desk import view
from generator.desk.campaigns import Desk
from generator.desk.door import Door, guarded, refused
from generator.desk.pages import (
    adding,
    board,
    excel,
    exports,
    findings,
    forms,
    handing_in,
    leaving,
    letters,
    log,
    machine,
    new,
    numbers,
    opening,
    papers,
    place,
    printing,
    quick_view,
    received,
    received_file,
    register_excel,
    reminders,
    renaming,
    returned,
    send_back,
    start,
    totals,
    units,
    word_view,
    work,
)
from generator.problems.trace import way
from generator.setup.crash_log import log_crash

_OF_CAMPAIGN = (
    board,
    adding,
    leaving,
    renaming,
    units,
    excel,
    findings,
    forms,
    place,
    letters,
    quick_view,
    papers,
    received,
    received_file,
    send_back,
    returned,
    word_view,
    numbers,
    register_excel,
    printing,
    handing_in,
    reminders,
    totals,
    exports,
    opening,
    log,
    machine,
    work,
)


def made(desk: Desk, door: Door) -> ASGIApp:
    """Return the application of a desk behind its door."""
    own = [route for each in _OF_CAMPAIGN for route in each.routes]
    app = Starlette(
        routes=[
            *start.routes,
            *new.routes,
            Mount("/dot/{dot}", routes=own),
            Mount("/tinh", StaticFiles(directory=str(files("generator.desk").joinpath("tinh")))),
        ],
        exception_handlers={400: _odd, 404: _missing, 405: _no_such_method, 500: _broken},
    )
    app.state.desk = desk
    return guarded(app, door)


def _odd(request: Request, _error: Exception) -> Response:
    """Tell a form that cannot be read, as one with a field of more than a megabyte."""
    words = "Chưa có gì thay đổi. Quay lại trang trước, chia thành nhiều phần rồi ghi lại."
    return view.notice(
        request, 400, "Chưa ghi: nội dung gửi lên quá dài hoặc không đọc được", words
    )


def _missing(request: Request, _error: Exception) -> Response:
    return view.missing(request)


def _no_such_method(_request: Request, _error: Exception) -> Response:
    return refused()


def _broken(request: Request, error: Exception) -> Response:
    """Tell a bug of the program: that nothing was lost, and where the log lies."""
    path, lines = log_crash(way(error))
    said = f"Nhờ đồng chí gửi tệp này cho người phụ trách: {path}" if path else " ".join(lines)
    words = f"Dữ liệu không bị thay đổi. {said}"
    return view.notice(request, 500, "Trang này gặp lỗi ngoài dự kiến", words)
