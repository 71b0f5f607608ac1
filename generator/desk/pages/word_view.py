"""The quick view of a Word file: its pages in a frame that reaches nothing but this desk.

Where LibreOffice is missing, this is what a clerk sees of a paper; Word says how it is.
"""

from urllib.parse import unquote, urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import view
from generator.desk.addresses import quote

FAILED = "Chưa xem nhanh được. Tệp Word vẫn tạo được."

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; "
        "frame-ancestors 'self'; sandbox allow-scripts allow-same-origin"
    ),
    "X-Frame-Options": "SAMEORIGIN",
    # The browser looks up no host that a link of the paper names.
    "X-DNS-Prefetch-Control": "off",
}


def frame(request: Request) -> Response:
    """Return what stands in the frame; the script there fetches the file and paints its pages.

    The query names an address of the campaign that gives a Word file (`giay`: «/xem.docx?…»).
    """
    opened = view.campaign_of(request)
    address = _address(request.query_params.get("giay", "")) if opened else None
    where = f"/dot/{quote(opened.ma)}{address}" if opened and address else ""
    response = view.page(
        request, "xem-khung.html", 200 if where else 404, giay=where, khong_duoc=FAILED
    )
    response.headers.update(_HEADERS)
    return response


def _address(given: str) -> str | None:
    """Return the address of the file, below the campaign; None if it leads elsewhere."""
    parts = urlsplit(given)
    steps = unquote(parts.path).split("/")
    leads_out = parts.scheme or parts.netloc or steps[0] or {"", ".", ".."} & set(steps[1:])
    return None if leads_out or "\\" in unquote(given) or not given.isprintable() else given


routes = [Route("/xem/khung", frame)]
