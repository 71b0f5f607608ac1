"""Who has a campaign open: each desk says so beside the campaign's folder while a window is open.

Only a word to people: what two desks write is kept apart by the journal, whether or not this works.
"""

import datetime as dt
import hashlib
import json
import os
import platform
from pathlib import Path
from typing import NamedTuple

from generator.files.atomic import drop, write_file
from generator.files.real_path import real_path
from generator.opening.regular import whole

FOLDER = ".dang-mo"
"""Beside the folders of campaigns and not in them: what lies there is read anew when it changes."""

BEAT, GONE = dt.timedelta(minutes=1), dt.timedelta(minutes=3)
"""How often a desk says that it is open, and after which silence it no longer is."""

_LARGEST, _MOST = 4096, 64
_LONGEST = 60


class Other(NamedTuple):
    """Another desk: who uses it, on which machine (empty: this one), since when it is open."""

    ai: str
    may: str
    tu: dt.datetime


def say(folder: Path, who: str, since: dt.datetime) -> None:
    """Say that this desk has a campaign open; where nothing can be written nobody hears of it."""
    said = {"ai": who, "may": platform.node(), "tu": since.isoformat(timespec="seconds")}
    write_file(_own(folder), json.dumps(said, ensure_ascii=False).encode())


def leave(folder: Path) -> None:
    """Take back what was said."""
    drop(_own(folder))


def others(folder: Path, now: dt.datetime) -> list[Other]:
    """Return the other desks that have a campaign open, the first one first.

    Args:
        folder: of the campaign.
        now: the time.
    """
    own = _own(folder)
    try:
        files = [
            each for each in own.parent.iterdir()
            if each.name.startswith(f"{own.name.rpartition('@')[0]}@") and each.name != own.name
        ]  # fmt: skip
    except OSError:
        return []
    found = (_read(each, now) for each in sorted(files)[:_MOST])
    return sorted((each for each in found if each), key=lambda each: each.tu)


def _read(file: Path, now: dt.datetime) -> Other | None:
    """Return the desk of a file; None if it is silent, or the file is none of ours."""
    try:
        heard = dt.datetime.fromtimestamp(file.stat().st_mtime).astimezone()
        read = json.loads(whole(file, _LARGEST))
        since = dt.datetime.fromisoformat(read["tu"]).astimezone()
        who, machine = (str(read[name])[:_LONGEST] for name in ("ai", "may"))
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None
    if abs(now - heard) > GONE:
        return None
    return Other(who, "" if machine == platform.node() else machine, since)


def _own(folder: Path) -> Path:
    """Return the file of this desk; its name tells the campaign, and desks apart."""
    home = real_path(folder)
    mark = hashlib.sha256(f"{platform.node()} {os.getpid()}".encode()).hexdigest()[:12]
    return home.parent / FOLDER / f"{home.name}@{mark}.json"
