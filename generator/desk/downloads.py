"""Files that go to the browser: made for the moment, or lying below the campaign or its output."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from starlette.responses import FileResponse, Response

from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.wording.compare import fold

_OFFICE = "application/vnd.openxmlformats-officedocument"
_KINDS = {
    ".pdf": "application/pdf",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".zip": "application/zip",
    ".html": "text/html",
}
_ANYTHING = "application/octet-stream"


class Lying(NamedTuple):
    """A file on the disk as a list shows it: its name, the address it is had from, its time."""

    ten: str
    den: str
    luc: dt.datetime


def download(data: bytes, name: str) -> Response:
    """Return a file that was just made, to be kept under a name."""
    kind = _KINDS.get(Path(name).suffix.lower(), _ANYTHING)
    return Response(data, media_type=kind, headers={"Content-Disposition": _kept_as(name)})


def sent(path: Path) -> Response:
    """Return a file from the disk: a PDF to be seen, anything else to be kept."""
    kind = _KINDS.get(path.suffix.lower(), _ANYTHING)
    how = _kept_as(path.name, "inline" if path.suffix.lower() == ".pdf" else "attachment")
    return FileResponse(path, media_type=kind, headers={"Content-Disposition": how})


def _kept_as(name: str, how: str = "attachment") -> str:
    """Return how a file is kept; the name without accents is for what does not know the other."""
    plain = "".join(each if each.isascii() and each.isprintable() else "_" for each in fold(name))
    safe = plain.replace('"', "_").replace("\\", "_")
    return f"{how}; filename=\"{safe}\"; filename*=UTF-8''{quote(name, safe='')}"


def address(opened: Open, path: Path) -> str:
    """Return the address of a file of the campaign or of its output."""
    return f"/dot/{quote(opened.ma)}/tep{query(ten=opened.name_of(path))}"


def lying(opened: Open, folder: Path, pattern: str) -> list[Lying]:
    """Return the files of a folder that a pattern of names takes; none if it is not there."""
    files = (each for each in sorted(folder.glob(pattern)) if each.is_file())
    return [Lying(each.name, address(opened, each), time_of(each)) for each in files]


def time_of(path: Path) -> dt.datetime:
    """Return when a file was last written."""
    return dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
