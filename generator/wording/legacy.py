"""Recognises text typed in an encoding before Unicode: TCVN3 (fonts «.VnTime») or VNI."""

import re
import unicodedata

_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
"""TCVN 5712:1993 (VN3): what its letters look like when they are read as Latin-1."""

_NEVER_VIETNAMESE = frozenset("¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïñö÷øûüþ")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_VNI = re.compile(r"ñ[^\W\d_]|[aeouy][ùøûõïåä]|a[âáàãêéèúüë]|[öô][ùøûõï]")
_EDGES = " .,;:!?()[]{}\"'“”‘’«»-–/"
_LEAST = 0.25
"""Share of the words of a text that are in an old encoding, if it is only one."""


def legacy_code(text: str) -> str | None:
    """Return the old encoding in which a text is typed, `TCVN3` or `VNI`; None for Unicode.

    A word counts if it has a letter that Vietnamese does not have and reads as a Vietnamese
    syllable in that encoding: «viÖc» does, «Müller» and «10 m²» do not. One such word among many
    others decides nothing.
    """
    words = [found for each in re.split(r"[\s/]+", text) if (found := each.strip(_EDGES))]
    for code, counts in (("TCVN3", _is_tcvn3), ("VNI", _is_vni)):
        found = sum(map(counts, words))
        if found > 1 or (found == 1 and len(words) * _LEAST <= 1):
            return code
    return None


def _is_tcvn3(word: str) -> bool:
    if len(word) < 2 or not _NEVER_VIETNAMESE.intersection(word):
        return False
    letters = unicodedata.normalize("NFD", word.translate(_TCVN3).casefold().replace("đ", "d"))
    return bool(_SYLLABLE.fullmatch("".join(x for x in letters if not unicodedata.combining(x))))


def _is_vni(word: str) -> bool:
    return bool(_VNI.search(unicodedata.normalize("NFC", word).casefold()))
