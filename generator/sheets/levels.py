"""Reads a level as offices write it: in words, shortened, by its initials."""

import re
from functools import lru_cache

from generator.model.levels import NOT_RATED
from generator.wording.compare import fold

_SIGNS = re.compile(r"[^\w\s\u0300-\u036f]+|_")
_LONG = {
    "htxsnv": "hoàn thành xuất sắc", "htxs": "hoàn thành xuất sắc", "xs": "xuất sắc",
    "xsnv": "xuất sắc",
    "hoanthanhxs": "hoàn thành xuất sắc", "httnv": "hoàn thành tốt", "htt": "hoàn thành tốt",
    "htnv": "hoàn thành", "ht": "hoàn thành", "khtnv": "không hoàn thành",
    "kht": "không hoàn thành", "khnv": "không hoàn thành", "k": "không", "ko": "không",
    "kg": "không", "nv": "nhiệm vụ", "n": "", "cxl": "chưa xếp loại",
}  # fmt: skip
"""Initials and short words, by words of a text."""

_DROPPED = tuple(
    fold(each)
    for each in ("tổ chức đảng", "đảng viên", "tập thể", "cá nhân", "chi bộ", "cán bộ", "xếp loại",
                 "mức", "loại", "được giao", "chức trách", "nhiệm vụ", "đạt")
)  # fmt: skip
_LEVELS = {
    "hoàn thành xuất sắc": "hoan_thanh_xuat_sac",
    "xuất sắc": "hoan_thanh_xuat_sac",
    "hoàn thành tốt": "hoan_thanh_tot",
    "tốt": "hoan_thanh_tot",
    "hoàn thành": "hoan_thanh",
    "không hoàn thành": "khong_hoan_thanh",
    "chưa hoàn thành": "khong_hoan_thanh",
}
LEVEL_WORDS = (*_LONG, *_LEVELS, "chưa", "đảng viên", "mức")
"""Words with which a level may begin."""

_UNRATED = frozenset(
    map(fold, ("chưa xếp loại", "không xếp loại", "chưa đánh giá", "chưa đánh giá xếp loại",
               "không đánh giá", "chưa đánh giá chất lượng"))
)  # fmt: skip


@lru_cache(maxsize=2048)
def level_of(text: str) -> str | None:
    """Return the code of a level, `NOT_RATED` for «Chưa xếp loại»; None for any other text.

    >>> level_of("HTTNV")
    'hoan_thanh_tot'
    """
    plain = _SIGNS.sub(" ", fold(text)).split()
    said = " ".join(" ".join(fold(_LONG.get(word, word)) for word in plain).split())
    if said in _UNRATED:
        return NOT_RATED
    if code := _codes().get(said):
        return code
    padded = f" {said} "
    for each in _DROPPED:
        padded = padded.replace(f" {each} ", " ")
    return _codes().get(" ".join(padded.split()))


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Return the levels by their folded words, and by their code typed with blanks."""
    found = {fold(words): code for words, code in _LEVELS.items()}
    return found | {code.replace("_", " "): code for code in _LEVELS.values()}
