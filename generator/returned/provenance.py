"""Keeps in the folder of a unit which value came from which form, and what a clerk decided."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from generator.files.atomic import write_file
from generator.opening import regular
from generator.problems import Problem

NAME = ".doc-lai.json"
_LARGEST = 64 * 1024 * 1024

Quyet = Literal["tu_dong", "dung", "sua", "bo_qua"]
"""Who took a value over: the program, a clerk who said «đúng» or corrected it, nobody."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from: the file, its digest, the paragraph, what it says there.

    `quyet` says who decided, `luc` when; `ghi` is what was written, empty for nothing.
    """

    tep: str
    bam: str
    noi: int
    noi_dung: str
    quyet: Quyet
    ghi: str = ""
    luc: str = ""


Origins = Mapping[str, Origin]
"""By whom the form is about, and the place below: «Nguyễn Văn An#han_che»."""

_KEPT = TypeAdapter(dict[str, Origin])


def origins(folder: Path) -> dict[str, Origin]:
    """Return what is known of a unit; nothing where the file is missing, damaged or too large."""
    path = folder / NAME
    try:
        with regular.opened(path) as file:
            data = file.read(_LARGEST + 1)
    except OSError:
        return {}
    if len(data) > _LARGEST:
        return {}
    try:
        return _KEPT.validate_json(data)
    except ValidationError:
        return {}


def keep(folder: Path, new: Mapping[str, Origin]) -> list[Problem]:
    """Add what is now known of a unit."""
    if not new:
        return []
    known = {**origins(folder), **new}
    told = {place: asdict(origin) for place, origin in sorted(known.items())}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return write_file(folder / NAME, text.encode())


def dated(new: Iterable[tuple[str, Origin]], now: str) -> dict[str, Origin]:
    """Return origins with the time at which they were decided."""
    return {place: replace(origin, luc=now) for place, origin in new}
