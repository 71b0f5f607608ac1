"""The rating levels: their order, and R01, which checks their exact wording."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.campaign import Dot
from generator.model.levels import NOT_RATED, WORDS
from generator.model.unit import CaNhan, DonViNam
from generator.problems import DataPath, Problem
from generator.reading.suggest import nearest
from generator.regulations.che_do import CheDo
from generator.rules.found import finding
from generator.rules.subjects import STEPS, Subject, listed, steps, subjects
from generator.wording.compare import same

_SHORT = {"xs": 0, "htxs": 0, "htxsnv": 0, "htt": 1, "httnv": 1, "ht": 2, "htnv": 2, "kht": 3,
          "khtnv": 3}  # fmt: skip
"""Abbreviations that clerks type for the levels, with the rank of the level."""

_NOT = re.compile(r"^\s*ko?\b", re.IGNORECASE)


class Statement(NamedTuple):
    """A level given to a subject: its rank, the path of its latest step, and its steps in words."""

    rank: int
    path: DataPath
    buoc: str


def rank(che_do: CheDo, text: str | None) -> int | None:
    """Return the rank of a level, 0 is the best; None if it is no level of the regime."""
    if text is None:
        return None
    return next((i for i, level in enumerate(che_do.muc) if same(level.ten, text)), None)


def rank_of_key(che_do: CheDo, key: str) -> int | None:
    """Return the rank of a level by its key or name: «hoan_thanh_tot»."""
    keys: list[str] = [level.khoa for level in che_do.muc]
    return keys.index(key) if key in keys else rank(che_do, key)


def statements(che_do: CheDo, subject: Subject) -> list[Statement]:
    """Return the distinct levels given to a subject.

    Args:
        che_do: the regime.
        subject: a collective or person.

    Returns:
        One statement per level, in the order of the first step; invalid levels are skipped.
    """
    said: dict[int, list[str]] = {}
    for key, text in steps(subject.data.xep_loai):
        level = rank(che_do, text)
        if level is not None:
            said.setdefault(level, []).append(key)
    return [
        Statement(level, (*subject.path, "xep_loai", keys[-1]), listed(STEPS[key] for key in keys))
        for level, keys in said.items()
    ]


def suggestion(che_do: CheDo, text: str) -> str:
    """Return the level that a text most likely means, quoted; all four when none is similar."""
    names = [level.ten for level in che_do.muc]
    short = _SHORT.get("".join(filter(str.isalnum, text.casefold())))
    near = names[short] if short is not None else nearest(_NOT.sub("không", text), names)
    return f"«{near}»" if near else listed(f"«{name}»" for name in names)


def r01_levels(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R01: every level is written in the exact words of the regime.

    QĐ 366 Điều 11, QĐ 124 Điều 12, QĐ 132 Điều 12. Error in every regime. A quarter may also be
    «Chưa đánh giá, xếp loại».
    """
    del dot
    names = {level.ten for level in che_do.muc}
    for path, who, text, more in _written(nam):
        if unicodedata.normalize("NFC", text) not in names | more:
            yield finding(
                che_do, "R01", "KD401", path, ai=who, nhap=text, gan=suggestion(che_do, text)
            )


def _written(nam: DonViNam) -> Iterator[tuple[DataPath, str, str, set[str]]]:
    keys = (*STEPS, "tu_nhan_cong_chuc", "cong_chuc")
    for subject in subjects(nam):
        for key in keys:
            if text := getattr(subject.data.xep_loai, key):
                yield (*subject.path, "xep_loai", key), subject.ten, text, set()
        if isinstance(subject.data, CaNhan):
            for i, quarter in enumerate(subject.data.quy):
                if quarter.xep_loai:
                    path = (*subject.path, "quy", i, "xep_loai")
                    yield path, subject.ten, quarter.xep_loai, {WORDS[NOT_RATED]}
    for i, again in enumerate(nam.xep_loai_lai):
        yield ("xep_loai_lai", i, "muc_cu"), again.doi_tuong, again.muc_cu, set()
        yield ("xep_loai_lai", i, "muc_moi"), again.doi_tuong, again.muc_moi, set()
