"""The order of positions in a list of people, and positions and office on one line.

Customary; no text prescribes the order of a list.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.wording.compare import after, fold

_HEADS = (
    "Bí thư", "Trưởng", "Chủ tịch", "Chủ nhiệm", "Chánh", "Tổng Giám đốc", "Giám đốc",
    "Hiệu trưởng", "Tổng Biên tập", "Viện trưởng", "Cục trưởng", "Vụ trưởng", "Chỉ huy trưởng",
    "Tổ trưởng", "Q.", "Quyền", "Phụ trách",
)  # fmt: skip
_DEPUTIES = ("Phó",)
_MEMBERS = ("Ủy viên", "Chi ủy viên", "Đảng ủy viên", "Tỉnh ủy viên", "Huyện ủy viên", "Thành viên")
_RANKS = (_HEADS, _DEPUTIES, _MEMBERS)
_COMRADE = "đồng chí"
_APART = re.compile(r"[,;]\s*")


def rank(post: str | None) -> int:
    """Return the rank of the highest position named in a text: 0 head, 1 deputy, 2 member, 3 none.

    >>> rank("Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Huyện ủy")
    0
    """
    named = _APART.split(post or "")
    return min(map(_rank, named))


# A unit has few posts, and its lists ask for the rank of each again and again.
@lru_cache(maxsize=1024)
def _rank(post: str) -> int:
    held = (
        i for i, words in enumerate(_RANKS) if any(after(post, each) is not None for each in words)
    )
    return next(held, len(_RANKS))


def comrade(name: str) -> str:
    """Return how a letter of the Party calls a person: «đồng chí …»; a name that says so is kept.

    >>> comrade("Lê Thị Hạnh")
    'đồng chí Lê Thị Hạnh'
    """
    return name if after(name, _COMRADE) is not None else f"{_COMRADE} {name}"


def on_one_line(parts: Sequence[str | None], mark: str = ", ") -> str:
    """Join what is known of somebody's positions and office; what is already said is left out.

    >>> on_one_line(["Phó Trưởng Ban Tổ chức Huyện ủy", None, "Ban Tổ chức Huyện ủy"])
    'Phó Trưởng Ban Tổ chức Huyện ủy'
    """
    kept: list[str] = []
    for part in filter(None, parts):
        if not any(_says(each, part) for each in kept):
            kept.append(part)
    return mark.join(kept)


def _says(longer: str, shorter: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(shorter))}(?!\w)", fold(longer)) is not None
