"""Compares the names of a chi bộ as offices write them: «CB TDP số 05» is «Chi bộ Tổ dân phố 5»."""

import re
from difflib import SequenceMatcher

from generator.received.folded import letters

_KINDS = re.compile(
    r" (?:chi bo|dang bo bo phan|to dan pho|khu dan cu|khu pho|co quan|thon|xom|ban|ap|buon|lang"
    r"|khu|khoi|to|phuong|xa|thi tran|truong|phong|so|cb|tdp|kp|tt|va|truc thuoc|dang uy|dang bo) "
)
_SHORT_FOR = {
    "cb": "chi bo", "cq": "co quan", "vp": "van phong", "du": "dang uy", "tdp": "to dan pho",
    "qs": "quan su", "ca": "cong an", "mn": "mam non", "th": "tieu hoc", "yt": "y te",
}  # fmt: skip
"""What offices shorten in such names, without accents."""

_WITHIN = re.compile(r"(?<=\w) (?:phuong|xa|thi tran|dac khu|dang bo|truc thuoc)(?: .*)?$")
"""The body of which a chi bộ is, behind its own name."""

_NUMBER = re.compile(r"\d+")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
_DIRECTIONS = frozenset({"dong", "tay", "nam", "bac", "trung", "thuong", "ha"})
_SHARE, _ALIKE, _SHORT = 0.6, 0.82, 2


def may_be_one(left: str, right: str) -> bool:
    """Return whether two names may be of one chi bộ: only what surely differs is no.

    Kinds of bodies say little, for they are left out and shortened; numbers and names of places do.
    A number alone and a name alone cannot be compared, so they may be one.
    """
    one, other = _core(left), _core(right)
    numbers, theirs = _numbers(left), _numbers(right)
    if numbers and theirs:
        return bool(numbers & theirs) and (not one or not other or _is_near(one, other))
    if not one or not other:
        return bool(numbers) != bool(theirs) or _is_near(_all(left), _all(right))
    return _is_near(one, other) or _is_short(left, right) or _is_short(right, left)


def _all(name: str) -> tuple[str, ...]:
    words = (_SHORT_FOR.get(word, word) for word in letters(name).split())
    own = " ".join(words).removeprefix("chi bo ")
    return tuple(word for word in _WITHIN.sub("", own).split() if not word.isdecimal())


def _core(name: str) -> tuple[str, ...]:
    """Return the words that tell a name from others of its kind."""
    text = f" {' '.join(_all(name))} ".replace(" ", "  ")
    while True:
        cut = _KINDS.sub(" ", text.replace("  ", " "))
        if cut == text:
            break
        text = cut
    return tuple(word for word in text.split() if word not in _ROMAN)


def _numbers(name: str) -> frozenset[str]:
    words = letters(name).split()
    digits = {str(int(each)) for word in words for each in _NUMBER.findall(word)}
    return frozenset(digits | {_ROMAN[word] for word in words if word in _ROMAN})


def _is_near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shared, few = {*one} & {*other}, min(len({*one}), len({*other}))
    if ({*one} ^ {*other}) & _DIRECTIONS and len(one) == len(other):
        return False
    if shared and len(shared) >= _SHARE * few:
        return True
    return SequenceMatcher(None, "".join(one), "".join(other), autojunk=False).ratio() >= _ALIKE


def _is_short(short: str, long: str) -> bool:
    """Return whether a name is the first letters of words of another: «VPĐU», «THCS»."""
    firsts = "".join(word[0] for word in _all(long))
    own = "".join(_core(short))
    return len(own) >= _SHORT and (
        own in firsts or any(len(word) >= _SHORT and word in firsts for word in _core(short))
    )
