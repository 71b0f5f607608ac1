"""File names that a clerk can read and Windows accepts."""

import re
import unicodedata

MAX_LENGTH = 110
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def file_name(text: str, ending: str = "") -> str:
    """Turn a title into a file name without extension.

    Args:
        text: the title.
        ending: kept whole behind a name that has to be cut.

    Returns:
        The name in NFC, without characters Windows refuses, at most 110 characters.
    """
    name = unicodedata.normalize("NFC", text)
    name = " ".join(_FORBIDDEN.sub(" ", name).split()).strip(". ")
    if _DEVICES.fullmatch(name) or not name:
        name = f"_{name}"
    return name[: MAX_LENGTH - len(ending)].rstrip(". ") + ending
