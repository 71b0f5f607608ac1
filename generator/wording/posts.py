"""Posts as people write them in one line, told apart as the forms ask for them."""

import re
from typing import NamedTuple

from generator.wording.compare import fold

_APART = re.compile(r"[,;\n]\s*")
_LINES = (
    ("chinh_quyen", ("hội đồng nhân dân", "hđnd", "ủy ban nhân dân", "ubnd")),
    ("doan_the", ("đoàn", "chi đoàn", "hội", "chi hội", "mặt trận", "mttq", "ubmttq", "công đoàn",
                  "cựu chiến binh", "phụ nữ", "nông dân", "người cao tuổi")),
    ("dang", ("bí thư", "đảng ủy", "đảng bộ", "chi bộ", "chi ủy", "chi ủy viên", "đảng ủy viên",
              "cấp ủy", "cấp ủy viên", "tỉnh ủy", "thành ủy", "huyện ủy", "tỉnh ủy viên", "đảng",
              "ban thường vụ", "ban chấp hành", "ủy ban kiểm tra", "ủy viên")),
)  # fmt: skip
"""The lines of a form with words by which a post is known; the first that fits counts."""

_NONE = frozenset(map(fold, ("đảng viên", "đv", "không", "không có", "-")))


class Posts(NamedTuple):
    """Posts in the Party, in the administration, in the mass organisations."""

    dang: str = ""
    chinh_quyen: str = ""
    doan_the: str = ""


def posts_of(text: str) -> Posts:
    """Return posts by their line; one that no word tells is of the administration.

    >>> posts_of("Phó Bí thư Đảng ủy, Chủ tịch UBND xã").chinh_quyen
    'Chủ tịch UBND xã'
    """
    told: dict[str, list[str]] = {line: [] for line in Posts._fields}
    for part in _APART.split(text):
        post = " ".join(part.split())
        if post and fold(post) not in _NONE:
            told[_line(post)].append(post)
    return Posts(*(", ".join(its) for its in told.values()))


def _line(post: str) -> str:
    words = f" {fold(post)} "
    return next(
        (line for line, known in _LINES if any(f" {fold(each)} " in words for each in known)),
        "chinh_quyen",
    )
