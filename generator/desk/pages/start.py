"""«Chọn đợt»: the campaigns of the data folder, and a new one."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import view


def page(request: Request) -> Response:
    """Show the campaigns."""
    desk = view.desk_of(request)
    return view.page(request, "chon-dot.html", cac=list(desk.folders()), noi=desk.data)


def heard(request: Request) -> Response:
    """Note that a window is open."""
    view.desk_of(request).heard = True
    return Response(status_code=204)


routes = [Route("/", page), Route("/con-mo", heard, methods=["POST"])]
