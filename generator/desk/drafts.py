"""What was typed and is not saved yet: kept on the disk, so that nothing is lost."""

import datetime as dt
import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.files import atomic
from generator.files.real_path import real_path
from generator.opening.regular import whole
from generator.setup.home import settings

NEW = "dot-moi"
"""The draft of a campaign that is not made yet."""

_LARGEST = 4 * 2**20


class Draft(NamedTuple):
    """The fields as they were typed, and when."""

    luc: dt.datetime
    o: dict[str, str]


def of_form(folder: Path, tep: str, muc: str) -> str:
    """Return the name of the draft of a form: its campaign, its file, its place there."""
    return sha256("\n".join((str(real_path(folder)), tep, muc)).encode()).hexdigest()[:16]


def kept(name: str = NEW) -> Draft | None:
    """Return a draft; None if there is none that can be read."""
    try:
        read = json.loads(whole(file(name), _LARGEST))
        fields = {str(name): str(value) for name, value in read["o"].items()}
        return Draft(dt.datetime.fromisoformat(read["luc"]), fields)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def keep(fields: Mapping[str, str], now: dt.datetime, name: str = NEW) -> bool:
    """Keep what was typed; return whether it is on the disk."""
    said = {"luc": now.isoformat(timespec="seconds"), "o": dict(fields)}
    try:
        return not atomic.write_file(file(name), json.dumps(said, ensure_ascii=False).encode())
    except OSError:
        return False


def drop(name: str = NEW) -> None:
    """Throw a draft away."""
    atomic.drop(file(name))


def file(name: str = NEW) -> Path:
    """Return the file of a draft, among the settings of the user."""
    return settings().parent / f"nhap-{name}.json"
