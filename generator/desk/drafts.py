"""What was typed for a campaign that is not made yet: kept on the disk, so that nothing is lost."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.files import atomic
from generator.opening.regular import whole
from generator.setup.home import settings

FILE = "nhap-dot-moi.json"
_LARGEST = 4 * 2**20


class Draft(NamedTuple):
    """The fields as they were typed, and when."""

    luc: dt.datetime
    o: dict[str, str]


def kept() -> Draft | None:
    """Return the draft; None if there is none that can be read."""
    try:
        read = json.loads(whole(file(), _LARGEST))
        fields = {str(name): str(value) for name, value in read["o"].items()}
        return Draft(dt.datetime.fromisoformat(read["luc"]), fields)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def keep(fields: Mapping[str, str], now: dt.datetime) -> bool:
    """Keep what was typed; return whether it is on the disk."""
    said = {"luc": now.isoformat(timespec="seconds"), "o": dict(fields)}
    try:
        return not atomic.write_file(file(), json.dumps(said, ensure_ascii=False).encode())
    except OSError:
        return False


def drop() -> None:
    """Throw the draft away."""
    atomic.drop(file())


def file() -> Path:
    """Return the file of the draft, among the settings of the user."""
    return settings().parent / FILE
