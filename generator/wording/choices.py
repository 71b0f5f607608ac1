"""Alternatives that a form prints for its writer to choose from: «T/M ĐẢNG ỦY (CHI BỘ, …)»."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.wording.compare import after

_PROMPT = re.compile(r"(?P<before>T/M )?(?P<first>[^()]+?) \((?P<others>[^()]+)\)", re.IGNORECASE)
# «tập thể lãnh đạo, quản lý» is one alternative.
_APART = re.compile(r", (?!quản lý)", re.IGNORECASE)
_ALIKE: Mapping[str, Sequence[str]] = {
    "ban thường vụ": ("đảng ủy",),
    "ban chấp hành": ("đảng ủy",),
    "đảng bộ": ("đảng ủy",),
    "chi ủy": ("chi bộ",),
    "chi bộ": ("chi ủy",),
}
"""What a body signs as where a form has no alternative of its own name."""


def alternatives(prompt: str) -> tuple[str, ...]:
    """Return the lines that a prompt lets its writer choose from; the text itself if it is none.

    >>> alternatives("T/M CHI ỦY (CHI BỘ)")
    ('T/M CHI ỦY', 'T/M CHI BỘ')
    """
    found = _PROMPT.fullmatch(prompt.strip())
    if found is None:
        return (prompt,)
    before = found["before"] or ""
    others = (
        re.sub(r"^hoặc ", "", each, flags=re.IGNORECASE) for each in _APART.split(found["others"])
    )
    return tuple(before + each for each in (found["first"], *others))


# A form of every person asks for the same few titles of the same few bodies.
@lru_cache(maxsize=1024)
def chosen(prompt: str, body: str) -> str:
    """Return the alternative that fits a body, by how its name begins.

    Args:
        prompt: the text of the form; without alternatives it is returned as it is.
        body: the name of the body, «Ban Thường vụ Đảng ủy xã Lộc Vân».

    Returns:
        The alternative of that name, or of what such a body signs as; for another body the last
        one, which forms keep for «tập thể lãnh đạo, quản lý».
    """
    found = alternatives(prompt)
    if len(found) == 1:
        return found[0]
    names = {_bare(each): each for each in found}
    own = [name for name in names if after(body, name) is not None]
    alike = [
        name for each, others in _ALIKE.items() if after(body, each) is not None for name in others
    ]
    return next((names[name] for name in (*own, *alike) if name in names), found[-1])


def _bare(alternative: str) -> str:
    return re.sub(r"^t/m ", "", alternative.casefold())
