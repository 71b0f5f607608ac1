"""«Mở bằng Word», «Mở thư mục»: a file of the campaign in the machine's own program."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import programs, view
from generator.desk.addresses import quote


def open_file(request: Request, form: dict[str, str]) -> Response:
    """Open a file."""
    opened, name = view.campaign_of(request), form.get("ten", "")
    path = programs.openable(opened, name) if opened else None
    if path is None:
        return view.missing(request)
    said = f"Đang m{programs.deed(path.name)[1:]}"
    return _told(request, name, said if programs.open_file(path) else "")


def open_folder(request: Request, form: dict[str, str]) -> Response:
    """Show a file in its folder."""
    opened, name = view.campaign_of(request), form.get("ten", "")
    path = programs.lying(opened, name) if opened else None
    if path is None:
        return view.missing(request)
    return _told(request, name, "Đang mở thư mục" if programs.open_folder(path) else "")


def _told(request: Request, name: str, said: str) -> Response:
    """Say beside the button what came of it; without htmx on the page that it stands on."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    if "hx-request" in request.headers:
        return view.page(request, "da-mo.html", ten=name, bao=said)
    file = name.rpartition("/")[2]
    opened.told.append(
        f"{said}: «{file}»."
        if said
        else f"Máy này không mở được «{file}» từ trang. Tải tệp về rồi mở."
    )
    return view.go(request, view.came_from(request, f"/dot/{quote(opened.ma)}/bang"))


routes = [
    Route("/mo-tep", view.posted(open_file), methods=["POST"]),
    Route("/mo-thu-muc", view.posted(open_folder), methods=["POST"]),
]
