"""Vietnamese in the fonts of the nineties: TCVN3 (`.VnTime`, `.VnTimeH`) and VNI (`VNI-Times`).

Tables by TCVN 5712:1993, VN3, and by VNI's own for Windows: a letter, then a letter for its marks.
"""

import unicodedata
from functools import cache
from itertools import groupby

_TCVN3 = {
    "àáảãạ": "µ¸¶·¹", "ăằắẳẵặ": "¨»¾¼½Æ", "âầấẩẫậ": "©ÇÊÈÉË", "đ": "®", "èéẻẽẹ": "ÌÐÎÏÑ",
    "êềếểễệ": "ªÒÕÓÔÖ", "ìíỉĩị": "×ÝØÜÞ", "òóỏõọ": "ßãáâä", "ôồốổỗộ": "«åèæçé", "ơờớởỡợ": "¬êíëìî",
    "ùúủũụ": "ïóñòô", "ưừứửữự": "\u00adõøö÷ù", "ỳýỷỹỵ": "úýûüþ", "ĂÂÊÔƠƯĐ": "¡¢£¤¥¦§",
}  # fmt: skip
_TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_ON_HAT = {"": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
_ON_BREVE = {"": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_ALONE = {
    "i\u0300": "ì", "i\u0301": "í", "i\u0309": "æ", "i\u0303": "ó", "i\u0323": "ò", "y\u0323": "î", "đ": "ñ",
}  # fmt: skip
_HAT, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"


@cache
def _letters() -> dict[str, str]:
    return {a: b for old, new in _TCVN3.items() for a, b in zip(old, new, strict=True)}


def tcvn3(text: str) -> list[tuple[str, str]]:
    """Return a text as runs of TCVN3, each with its font.

    A capital with a tone has no letter in `.VnTime`: its word goes into the font of capitals.
    """
    found: list[tuple[str, str]] = []
    for font, part in groupby(unicodedata.normalize("NFC", text), _font):
        said = "".join(part)
        if font == ".VnTimeH":
            said = said.lower()
        found.append((font, "".join(_letters().get(each, each) for each in said)))
    return found


def _font(letter: str) -> str:
    lacks = letter.isupper() and not letter.isascii() and letter not in _letters()
    return ".VnTimeH" if lacks else ".VnTime"


def tcvn3_capitals(text: str) -> str:
    """Return what shows as the text in capitals in `.VnTimeH`."""
    said = unicodedata.normalize("NFC", text)
    return "".join(each if each.isascii() else _letters().get(each.lower(), each) for each in said)


def vni(text: str) -> str:
    """Return a text as letters of `VNI-Times`."""
    return "".join(map(_vni, unicodedata.normalize("NFC", text)))


def _vni(letter: str) -> str:
    low = letter.lower()
    if low.isascii() or not low.isalpha():
        return letter
    base, *marks = unicodedata.normalize("NFD", low)
    tone = next((each for each in marks if each in _TONES), "")
    if base + tone in _ALONE and len(marks) == bool(tone):
        made = _ALONE[base + tone]
    elif _HAT in marks:
        made = base + _ON_HAT[tone]
    elif _BREVE in marks:
        made = base + _ON_BREVE[tone]
    elif _HORN in marks:
        made = {"o": "ô", "u": "ö"}[base] + _TONES.get(tone, "")
    elif tone:
        made = base + _TONES[tone]
    else:
        return letter
    return made.upper() if letter.isupper() else made
