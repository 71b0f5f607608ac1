"""Recognises words typed in TCVN3 (ABC, the .Vn fonts) or VNI, whatever their font.

A word counts only if it has letters that Vietnamese does not have and becomes a possible syllable
by the table (`bang-ma.yaml`), so that foreign names, «®», «§ 5» are left alone.
"""

import re
from typing import NamedTuple

from generator.opening.old_fonts import old_to_unicode

_VOWELS = (
    "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iêu|iu|oa|oai|oao|oay|oă|oe|oeo|oi|oo|ôi"
    "|ơi|ua|uâ|uây|uê|ui|uô|uôi|uơ|uy|uya|uyê|uyu|ưa|ưi|ươ|ươi|ươu|ưu|yê|yêu"
)
_SYLLABLE = re.compile(
    r"(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
    rf"(?:{_VOWELS})(?:ch|c|m|ng|nh|n|p|t)?",
)
_BARE = str.maketrans(
    "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)
_OURS = frozenset(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)
WORD = re.compile(r"[^\s\d()\[\]{}<>,.;:!?/\"“”‘’'…–—-]+")
_ODD = re.compile("[¡-¬®-±´-¶¸-ºÄ-ÇËÎ-ÑÖ-ØÛ-ÜÞ-ßä-çëî-ñö-øûü-ÿ\xad]")
_SURE = 3


class OldWords(NamedTuple):
    """Words in an old encoding: its name, and where they are; there is at least one."""

    bang_ma: str
    words: list[re.Match[str]]


def old_words(line: str) -> OldWords | None:
    """Return the words of a line that are in an old encoding, or None for text in Unicode.

    Args:
        line: one line; a single word counts if it has at least three letters.
    """
    if not _ODD.search(line):
        return None
    found = [OldWords(name, _read(name, line)) for name in ("TCVN3", "VNI")]
    most = max(found, key=lambda each: len(each.words))
    if len(most.words) < 2 and not any(len(each[0]) >= _SURE for each in most.words):
        return None
    return most


def in_unicode(word: str, bang_ma: str) -> str:
    """Return a word of an old encoding in Unicode; one with other letters is no such word."""
    return old_to_unicode(word, bang_ma) if is_one_byte(word) else word


def is_one_byte(word: str) -> bool:
    """Return whether all letters fit in one byte: no word of the old encodings has others."""
    return all(ord(letter) < 256 for letter in word)


def _read(bang_ma: str, line: str) -> list[re.Match[str]]:
    return [each for each in WORD.finditer(line) if _is_odd(each[0], in_unicode(each[0], bang_ma))]


def _is_odd(word: str, converted: str) -> bool:
    """Return whether a word is no Vietnamese as it stands and a syllable once converted."""
    if all(letter in _OURS for letter in word.lower()) or not any(map(str.isascii, word)):
        return False
    return converted != word and bool(_SYLLABLE.fullmatch(converted.lower().translate(_BARE)))
