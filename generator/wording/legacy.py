"""Recognises text typed in TCVN3 (ABC, the .Vn fonts) or VNI, and converts it to Unicode.

Tables: TCVN 5712:1993 (VN3) and the VNI-Windows fonts, as every converter has them (U). A word
counts only if it has letters that Vietnamese does not have and becomes a possible syllable by the
table, so that foreign names, «®», «§ 5» are left alone.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

_TCVN3 = dict(
    zip(
        "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ¡¢§£¤¥¦",
        "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_VNI_MARKS = {
    "a": "ùáøàûảõãïạêăéắèằúẳüẵëặââáấàầåẩãẫäậ",
    "e": "ùéøèûẻõẽïẹâêáếàềåểãễäệ",
    "o": "ùóøòûỏõõïọâôáốàồåổãỗäộ",
    "u": "ùúøùûủõũïụ",
    "y": "ùýøỳûỷõỹ",
    "ô": "ùớøờûởõỡïợ",
    "ö": "ùứøừûửõữïự",
}
_VNI_SINGLE = {"æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}
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
_WORD = re.compile(r"[^\s\d()\[\]{}<>,.;:!?/\"“”‘’'…–—-]+")
_ODD = re.compile("[¡-¬®-±´-¶¸-ºÄ-ÇËÎ-ÑÖ-ØÛ-ÜÞ-ßä-çëî-ñö-øûü-ÿ\xad]")
_SURE = 3


class Legacy(NamedTuple):
    """A text in an old encoding: its name, where the first word begins, the text in Unicode."""

    bang_ma: str
    cot: int
    unicode: str


def legacy(line: str) -> Legacy | None:
    """Return the old encoding of a line of text, or None for text in Unicode.

    Args:
        line: one line; a single word counts if it has at least three letters.
    """
    if not _ODD.search(line):
        return None
    found = [_read(name, convert, line) for name, convert in _TABLES]
    words, name, convert = max(found, key=lambda each: len(each[0]))
    if len(words) < 2 and not any(len(each[0]) >= _SURE for each in words):
        return None
    # Beside words in Unicode only those are converted that need it: «Kính gửi: §¶ng uû».
    mixed = not all(map(_is_one_byte, line.split()))
    meant = {each[0] for each in words} if mixed else None
    told = _WORD.sub(
        lambda word: convert(word[0]) if meant is None or word[0] in meant else word[0], line
    )
    return Legacy(name, words[0].start(), told)


Convert = Callable[[str], str]


def _read(name: str, convert: Convert, line: str) -> tuple[list[re.Match[str]], str, Convert]:
    words = [each for each in _WORD.finditer(line) if _is_odd(each[0], convert(each[0]))]
    return words, name, convert


def _is_odd(word: str, converted: str) -> bool:
    """Return whether a word is no Vietnamese as it stands and a syllable once converted."""
    if all(letter in _OURS for letter in word.lower()) or not any(map(str.isascii, word)):
        return False
    return converted != word and bool(_SYLLABLE.fullmatch(converted.lower().translate(_BARE)))


def _from_tcvn3(word: str) -> str:
    if not _is_one_byte(word):
        return word
    return "".join(_TCVN3.get(letter, letter) for letter in word)


def _from_vni(word: str) -> str:
    if not _is_one_byte(word):
        return word
    return _vni_pairs().sub(lambda found: _vni_table()[found[0]], word)


def _is_one_byte(word: str) -> bool:
    """Return whether all letters fit in one byte: no word of the old encodings has others."""
    return all(ord(letter) < 256 for letter in word)


@cache
def _vni_table() -> dict[str, str]:
    table = {
        base + marks[at]: marks[at + 1]
        for base, marks in _VNI_MARKS.items()
        for at in range(0, len(marks), 2)
    }
    table |= _VNI_SINGLE
    capitals = {typed.upper(): meant.upper() for typed, meant in table.items()}
    mixed = {typed.capitalize(): meant.upper() for typed, meant in table.items()}
    return {**mixed, **capitals, **table}


@cache
def _vni_pairs() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_vni_table(), key=len, reverse=True))))


_TABLES: tuple[tuple[str, Convert], ...] = (("TCVN3", _from_tcvn3), ("VNI", _from_vni))
