"""Files that a form sends: each goes to the disk as it comes, and is handed on when it ended."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from generator.files.incoming import Incoming

MOST_FILES = 1_000
"""Files of one form; the others are told."""

_LONGEST_FIELD = 10_000
_LONGEST_HEADER = 8_000

Take = Callable[[Mapping[str, str], str, Incoming], None]
"""Takes a file that came: the fields before it, the name its sender gave it, the file under its
temporary name."""


@dataclass
class Upload:
    """A form with files: its fields by name, how many files came, what went wrong on the way.

    `qua_nhieu` counts the files above `MOST_FILES`; `dut` is whether the sender went away; `hong`
    are the files that the disk did not take, with its error.
    """

    o: dict[str, str] = field(default_factory=dict)
    so: int = 0
    qua_nhieu: int = 0
    dut: bool = False
    hong: list[tuple[str, OSError]] = field(default_factory=list)


async def uploaded(request: Request, folder: Path, most: int, take: Take) -> Upload:
    """Receive a form with files.

    Fields that stand before the files are known when these are taken.

    Args:
        request: the form.
        folder: where files are kept while they come.
        most: bytes of a file; of a larger one only that is known (`Incoming.qua_lon`).
        take: is given every file that ended.

    Returns:
        What came, also if the sender went away half way: files that ended were taken by then.
    """
    form = _Form(folder, most, take)
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not boundary:
        form.ra.dut = True
        return form.ra
    parser = MultipartParser(boundary, form.callbacks())  # type: ignore[arg-type]
    try:
        async for piece in request.stream():
            await run_in_threadpool(parser.write, piece)
        parser.finalize()
    except (ClientDisconnect, FormParserError):
        form.ra.dut = True
    finally:
        form.left()
    return form.ra


class _Form:
    """Follows the parser of a form, part by part."""

    def __init__(self, folder: Path, most: int, take: Take) -> None:
        self.ra = Upload()
        self._folder, self._most, self._take = folder, most, take
        self._header = self._head = b""
        self._disposition = b""
        self._name, self._value = "", bytearray()
        self._given: str | None = None
        self._file: Incoming | None = None

    def callbacks(self) -> dict[str, Callable[..., None]]:
        names = ("on_part_begin", "on_part_data", "on_part_end", "on_header_field",
                 "on_header_value", "on_header_end", "on_headers_finished")  # fmt: skip
        return {name: getattr(self, name) for name in names}

    def left(self) -> None:
        """Forget a file that did not come to its end."""
        if self._file:
            self._file.dropped()
            self._file = None

    def on_part_begin(self) -> None:
        self._header = self._head = self._disposition = b""
        self._name, self._value, self._given, self._file = "", bytearray(), None, None

    def on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._header = (self._header + data[start:end])[:_LONGEST_HEADER]

    def on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._head = (self._head + data[start:end])[:_LONGEST_HEADER]

    def on_header_end(self) -> None:
        if self._header.lower() == b"content-disposition":
            self._disposition = self._head
        self._header = self._head = b""

    def on_headers_finished(self) -> None:
        _, options = parse_options_header(self._disposition)
        self._name = options.get(b"name", b"").decode("utf-8", "replace")
        if b"filename" not in options:
            return
        self._given = options[b"filename"].decode("utf-8", "replace")
        if not self._given:  # nothing was chosen
            return
        self.ra.so += 1
        if self.ra.so > MOST_FILES:
            self.ra.qua_nhieu += 1
            return
        try:
            self._file = Incoming(self._folder, self._most)
        except OSError as error:
            self.ra.hong.append((self._given, error))

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        if self._file:
            try:
                self._file.add(data[start:end])
            except OSError as error:
                self.ra.hong.append((self._given or "", error))
                self._file = None
        elif self._given is None:
            self._value += data[start:end][: _LONGEST_FIELD - len(self._value)]

    def on_part_end(self) -> None:
        if self._given is None:
            self.ra.o[self._name] = self._value.decode("utf-8", "replace")
            return
        file, self._file = self._file, None
        if file is None:
            return
        try:
            file.ended()
            self._take(self.ra.o, self._given, file)
        except OSError as error:
            file.dropped()
            self.ra.hong.append((self._given, error))
