"""The campaigns that were opened on this machine, each with its state as it was last seen."""

import datetime as dt
import json
import threading
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.at_work.board import Board
from generator.desk.signs import of_row
from generator.dossier.results import UnitResult
from generator.files.atomic import write_file
from generator.files.real_path import real_path
from generator.opening.regular import whole
from generator.setup.home import settings

FILE = "dot-gan-day.json"
MOST = 40
"""Campaigns that are remembered; who has more has forgotten the others too."""

_LARGEST = 256 * 1024
_writing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Seen:
    """A campaign as it was last seen.

    `luc` is when, `ngay` the day as of which it was judged (None: never); `tinh_trang` counts its
    units by state (`signs.of_row`), `han` is the first deadline of what they still owed.
    """

    thu_muc: str
    luc: dt.datetime
    ngay: dt.date | None = None
    ten: str = ""
    nam: int = 0
    don_vi: int = 0
    ca_nhan: int = 0
    tap_the: int = 0
    tinh_trang: Mapping[str, int] = field(default_factory=dict)
    han: dt.date | None = None


def state_of(
    folder: Path, board: Board, results: tuple[UnitResult, ...], day: dt.date, now: dt.datetime
) -> Seen:
    """Return what a board says of a campaign.

    Args:
        folder: of the campaign.
        board: the whole board.
        results: the verdicts that it shows, in which people and collectives are counted.
        day: the day as of which it was judged.
        now: when it was shown.
    """
    whom = {
        (unit.thu_muc, each.loai_doi_tuong, each.doi_tuong)
        for unit in results
        for each in unit.verdicts
    }
    kinds = Counter(kind for _, kind, _ in whom)
    dot = board.dot
    return Seen(
        str(real_path(folder)), now, day, dot.ten if dot else "", dot.nam if dot else 0,
        len(board.rows), kinds["ca_nhan"], kinds["tap_the"],
        Counter(of_row(row, day) for row in board.rows),
        min((row.han for row in board.rows if row.han), default=None),
    )  # fmt: skip


def remembered() -> list[Seen]:
    """Return the campaigns, the one opened last first; none if nothing readable is stored."""
    try:
        read = json.loads(whole(file(), _LARGEST))
    except (OSError, ValueError):
        return []
    found = [seen for each in (read if isinstance(read, list) else ()) if (seen := _seen(each))]
    return sorted(found, key=lambda each: each.luc, reverse=True)


def note(seen: Seen) -> None:
    """Remember a campaign; where nothing can be written, nothing is remembered."""
    with _writing:
        others = [each for each in remembered() if each.thu_muc != seen.thu_muc]
        _write([seen, *others][:MOST])


def opened(folder: Path, now: dt.datetime) -> None:
    """Remember that a folder was opened; what was seen of it before stays."""
    path = str(real_path(folder))
    known = next((each for each in remembered() if each.thu_muc == path), None)
    if known is None:
        note(Seen(path, now))


def forget(thu_muc: str) -> None:
    """Take a campaign out of the list; its folder is not touched."""
    with _writing:
        _write([each for each in remembered() if each.thu_muc != thu_muc])


def file() -> Path:
    """Return the file of the list, among the settings of the user."""
    return settings().parent / FILE


def _write(cac: list[Seen]) -> None:
    rows = [
        {
            "thu_muc": each.thu_muc, "luc": each.luc.isoformat(timespec="seconds"),
            "ngay": each.ngay.isoformat() if each.ngay else "", "ten": each.ten, "nam": each.nam,
            "don_vi": each.don_vi, "ca_nhan": each.ca_nhan, "tap_the": each.tap_the,
            "tinh_trang": dict(each.tinh_trang), "han": each.han.isoformat() if each.han else "",
        }
        for each in cac
    ]  # fmt: skip
    with suppress(OSError):
        write_file(file(), json.dumps(rows, ensure_ascii=False, indent=1).encode())


def _seen(row: Any) -> Seen | None:
    """Return an entry; None if it was damaged."""
    try:
        counts = {str(key): int(count) for key, count in row["tinh_trang"].items()}
        return Seen(
            str(row["thu_muc"]), _with_zone(dt.datetime.fromisoformat(row["luc"])),
            _day(row["ngay"]), str(row["ten"]), int(row["nam"]), int(row["don_vi"]),
            int(row["ca_nhan"]), int(row["tap_the"]), counts, _day(row["han"]),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _with_zone(time: dt.datetime) -> dt.datetime:
    return time if time.tzinfo else time.astimezone()
