"""A browser that was let in: asks the application of a desk, through its door, without a network."""

import asyncio
import datetime as dt
import re
import time
from collections.abc import Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple, Self, TypeVar
from urllib.parse import quote, unquote, urlencode, urlsplit

from starlette.types import Message

from generator.desk.app import made
from generator.desk.campaigns import Desk
from generator.desk.door import Door

Result = TypeVar("Result")

BOUNDARY = "ranh-gioi-8c1c1f"
LONGEST_JOB = 120.0


class Answer(NamedTuple):
    """What came back; names of headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")

    @property
    def words(self) -> str:
        """The words a reader sees: without tags, each gap one space."""
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", self.text)).split())

    @property
    def to(self) -> str:
        """Where a redirect leads."""
        return self.headers.get("location", "") or self.headers.get("hx-redirect", "")


@dataclass
class Client:
    """A window of a desk. `door` is where it came in, `desk` what it looks at."""

    desk: Desk
    door: Door = field(default_factory=lambda: Door(8366))

    def __post_init__(self) -> None:
        self.app = made(self.desk, self.door)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every campaign."""
        self.desk.ended()

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Return the answer to a link; `headers` stand beside or instead of a browser's own."""
        return self._asked("GET", address, b"", headers or {})

    def post(
        self, address: str, fields: Mapping[str, str | list[str]] | None = None, /,
        files: Mapping[str, tuple[str, bytes]] | Sequence[tuple[str, tuple[str, bytes]]] | None = None,
        headers: Mapping[str, str] | None = None, **more: str | list[str],
    ) -> Answer:  # fmt: skip
        """Send a form.

        Args:
            address: where to.
            fields: the fields by name, for names that Python cannot spell («don-vi»); a list of
                texts is a field that is there several times.
            files: name of the field → name and bytes of a file that is sent along; as pairs where
                one field has several files.
            headers: stand beside or instead of a browser's own.
            **more: fields too.
        """
        pairs = [
            (name, each)
            for name, value in {**(fields or {}), **more}.items()
            for each in (value if isinstance(value, list) else [value])
        ]
        kind, body = (
            _multipart(pairs, [*(files.items() if isinstance(files, Mapping) else files)])
            if files
            else ("application/x-www-form-urlencoded", urlencode(pairs).encode())
        )
        own = {
            "content-type": kind,
            "content-length": str(len(body)),
            "origin": f"http://{self.door.host}",
        }
        return self._asked("POST", address, body, {**own, **(headers or {})})

    def followed(self, answer: Answer) -> Answer:
        """Return the page to which a redirect leads."""
        assert answer.to, f"leads nowhere: {answer.status} {answer.words[:300]}"
        return self.get(answer.to.removeprefix(f"http://{self.door.host}"))

    def job_done(self, ma: str, patience: float = LONGEST_JOB) -> str:
        """Wait until the job of a campaign is at its end; return the sentence it came to."""
        opened = self.desk.campaign(ma)
        assert opened is not None
        assert opened.job is not None, "no job was begun"
        until = time.monotonic() + patience
        while opened.job.ket is None:
            assert time.monotonic() < until, f"«{opened.job.viec}» is not at its end"
            time.sleep(0.02)
        return opened.job.ket.loi

    def _asked(
        self, method: str, address: str, body: bytes, headers: Mapping[str, str]
    ) -> Answer:  # fmt: skip
        parts = urlsplit(address)
        own = {"host": self.door.host, "cookie": f"{self.door.cookie}={self.door.key}"}
        scope = {
            "type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"}, "http_version": "1.1",
            "method": method, "scheme": "http", "path": unquote(parts.path), "raw_path": parts.path.encode(),
            "query_string": quote(parts.query, safe="=&%+/:?@,;!()*'").encode(), "root_path": "", "server": ("127.0.0.1", self.door.port),
            "client": ("127.0.0.1", 50_000),
            "headers": [(k.encode(), v.encode()) for k, v in {**own, **headers}.items()],
        }  # fmt: skip
        return awaited(self._served(scope, body))

    async def _served(self, scope: dict[str, Any], body: bytes) -> Answer:
        waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]
        status, headers, parts = 0, {}, []

        async def receive() -> Message:
            return waiting.pop() if waiting else {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = {
                    k.decode("latin-1").lower(): v.decode("latin-1") for k, v in message["headers"]
                }
            elif message["type"] == "http.response.body":
                parts.append(message.get("body", b""))

        await self.app(scope, receive, send)
        return Answer(status, headers, b"".join(parts))


def awaited(work: Coroutine[Any, Any, Result]) -> Result:
    """Return what a coroutine comes to.

    On a thread of its own: a browser that tests drive keeps a loop running on the main one.
    """
    with ThreadPoolExecutor(1) as line:
        return line.submit(asyncio.run, work).result()


def opened_desk(data: Path, out: Path, day: dt.date) -> Client:
    """Open a desk on a data folder as of a day; the window of it is let in.

    Args:
        data: the data folder, or the folder of one campaign.
        out: where documents go.
        day: the day as of which is judged.
    """
    return Client(Desk(data, out, day))


def _multipart(
    pairs: list[tuple[str, str]], files: Sequence[tuple[str, tuple[str, bytes]]]
) -> tuple[str, bytes]:
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in pairs
    ]
    parts += [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        f"Content-Type: application/octet-stream\r\n\r\n".encode()
        + data
        + b"\r\n"
        for field, (name, data) in files
    ]
    return f"multipart/form-data; boundary={BOUNDARY}", b"".join(
        parts
    ) + f"--{BOUNDARY}--\r\n".encode()
