"""Who is let in: the browser of this machine, with the cookie that the opening link gave it.

Whatever a page on another site or another program on this machine sends is refused before any
page of the desk sees it.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OPENING, ANOTHER = "/mo", "/mo-them"
"""The address of the opening link; the one where a second start asks for another such link."""

OWN = "/tinh/"
"""Where the files of the pages themselves are: style, script, pictures."""

LARGEST = 4 * 2**20
"""Bytes of a request; what a clerk types or pastes is far below."""

UPLOADS = "/ho-so-nhan/nhan"
"""How the address ends where files are sent; there each file has its own limit (`uploads`)."""

LARGEST_UPLOAD = 16 * 2**30
"""Bytes of a form with files: a whole folder of scans, and no more than a disk has left."""

_METHODS = {"GET", "HEAD", "POST"}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With none at all a browser sends a form with «Origin: null», and the form is refused.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_REFUSED = "Trang này chỉ mở được từ biểu tượng Kiểm điểm trên máy này."


@dataclass(slots=True)
class Door:
    """The port, the secret of the cookie, the secret of a second start, the links not yet used."""

    port: int
    key: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    second: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    links: set[str] = field(default_factory=set)

    @property
    def host(self) -> str:
        """The only name under which the desk answers."""
        return f"127.0.0.1:{self.port}"

    @property
    def cookie(self) -> str:
        """The name of the cookie: browsers keep one jar for all ports of a machine."""
        return f"kiemdiem-{self.port}"

    def link(self) -> str:
        """Return an address that lets one browser in, once."""
        ticket = secrets.token_urlsafe(32)
        self.links.add(ticket)
        return f"http://{self.host}{OPENING}?ve={ticket}"


def guarded(app: ASGIApp, door: Door) -> ASGIApp:
    """Return an application that answers only those whom the door lets in."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
            return
        if scope["type"] != "http":  # no page opens a web socket
            await send({"type": "websocket.close", "code": 1008})
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if scope["path"].startswith(OWN):  # their addresses change when they do
                    headers["Cache-Control"] = "private, max-age=86400"
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        response = judged(scope, door)
        if response is not None:
            await response(scope, receive, answer)
        else:
            await app(scope, limited(receive, _largest(scope)), answer)

    return serve


def judged(scope: Scope, door: Door) -> Response | None:
    """Return the answer to a request that does not reach the pages; None if it may."""
    headers, method, path = Headers(scope=scope), scope["method"], scope["path"]
    if method not in _METHODS or headers.get("host") != door.host or _is_foreign(headers, door):
        return refused()
    if path == ANOTHER:
        known = secrets.compare_digest(headers.get("x-kiemdiem", ""), door.second)
        return PlainTextResponse(door.link()) if method == "POST" and known else refused()
    known = secrets.compare_digest(_cookie(headers, door.cookie), door.key)
    if path == OPENING:
        return _opened(QueryParams(scope["query_string"]).get("ve", ""), door, known=known)
    if method == "POST" and headers.get("origin") != f"http://{door.host}":
        return refused()
    return None if known else refused()


def _opened(ticket: str, door: Door, *, known: bool) -> Response:
    if ticket not in door.links:
        return RedirectResponse("/", 303) if known else refused()
    door.links.discard(ticket)
    response = RedirectResponse("/", 303)
    response.set_cookie(door.cookie, door.key, httponly=True, samesite="strict", path="/")
    return response


def _is_foreign(headers: Mapping[str, str], door: Door) -> bool:
    """Return whether another site made the browser ask."""
    origin = headers.get("origin")
    site = headers.get("sec-fetch-site")
    return site not in {None, "none", "same-origin"} or origin not in {None, f"http://{door.host}"}


def _cookie(headers: Mapping[str, str], name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    value = found.value if found else ""
    return value if value.isascii() else ""


def refused() -> Response:
    """Return the page of a refusal (403)."""
    return HTMLResponse(
        f'<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Không mở được</title>'
        f"<h1>Không mở được</h1><p>{escape(_REFUSED)}</p></html>",
        403,
    )


def _largest(scope: Scope) -> int:
    sends = scope["method"] == "POST" and scope["path"].endswith(UPLOADS)
    return LARGEST_UPLOAD if sends else LARGEST


def limited(receive: Receive, most: int) -> Receive:
    """Return what receives a body of at most so many bytes; a longer one ends the connection."""
    taken = 0

    async def next_part() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > most else message

    return next_part
