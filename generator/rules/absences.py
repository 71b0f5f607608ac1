"""What a reason of absence means for the number of members of which more than half must agree."""

import re
from functools import cache
from pathlib import Path

from generator.model.base import Model
from generator.model.fields import Chu
from generator.regulations import data_files
from generator.wording.compare import fold

FILE = Path(data_files.__file__).with_name("vang-mat.yaml")


class _Words(Model):
    van_tinh: tuple[Chu, ...]
    khong_tinh: tuple[Chu, ...]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = _Words.model_validate(data_files.tree_of(FILE))
    return _any_of(words.van_tinh), _any_of(words.khong_tinh)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    spelt = "|".join(_spelt(fold(word)) for word in words)
    return re.compile(rf"(?<!\w)(?:{spelt})(?!\w)")


def _spelt(word: str) -> str:
    """Return a pattern for a word in both spellings of «lý do»."""
    return re.escape(word).replace(re.escape(fold("lý")), f"(?:{fold('lý')}|{fold('lí')})")


def is_without_reason(ly_do: str) -> bool:
    """Return whether somebody was absent without a reason that the committee could accept."""
    return bool(_patterns()[0].search(fold(ly_do)))


def is_no_member_now(ly_do: str) -> bool:
    """Return whether somebody absent belongs to nobody's count: suspended, detained, transferred.

    QĐ 294-QĐ/TW mục 9.3.3: of a committee its sitting members, without those.
    """
    return bool(_patterns()[1].search(fold(ly_do)))
