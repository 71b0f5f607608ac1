"""Makes file names that a clerk can read and Windows accepts."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import count

MAX_LENGTH = 105
"""Keeps a name with extension and a mark such as « (mới 2)» below 120 characters."""

_CODE = 60
_MAX_BYTES = 240
"""Linux allows 255 bytes per name, and a Vietnamese letter takes up to three."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])(\s*\..*)?", re.IGNORECASE
)


def file_name(text: str, ending: str = "", longest: int = MAX_LENGTH) -> str:
    """Turn a title into a file name without extension.

    Args:
        text: the title.
        ending: appended in full, even if the name is cut.
        longest: maximum characters of the name with its ending.

    Returns:
        The name in NFC, without invisible characters and those that Windows forbids.
    """
    name = _FORBIDDEN.sub(" ", text)
    if not name.isprintable():
        name = "".join(map(_seen, name))
    name = " ".join(unicodedata.normalize("NFC", name).split()).strip(". ")
    if _DEVICES.fullmatch(name) or not name:
        name = f"_{name}"
    return _cut(name, ending, longest).rstrip(". ") + ending


def safe_name(given: str, longest: int = MAX_LENGTH) -> str:
    r"""Turn the name under which a file was sent into one that it may have here.

    Args:
        given: the name, perhaps with folders of the sender, in the manner of any system.
        longest: maximum characters.

    Returns:
        The name with its ending, without folders.

    >>> safe_name("C:\\Giấy tờ\\..\\CON.docx")
    '_CON.docx'
    """
    last = re.split(r"[/\\]", given)[-1].rstrip(". \t\0")
    stem, dot, ending = last.rpartition(".")
    if not stem or len(ending) > _ENDING or not (ending.isascii() and ending.isalnum()):
        return file_name(last, longest=longest)
    return file_name(stem, f"{dot}{ending}", longest)


_ENDING = 10
"""Characters of an ending; what is longer is part of the name."""


def _seen(letter: str) -> str:
    """Return a visible letter, a space for a control or space character, else empty text."""
    kind = unicodedata.category(letter)
    return " " if kind in {"Cc", "Zs", "Zl", "Zp"} else "" if kind[0] == "C" else letter


def _cut(name: str, ending: str, longest: int) -> str:
    name = name[: longest - len(ending)]
    room = _MAX_BYTES - len(ending.encode())
    return name if len(name) * 4 <= room else name.encode()[:room].decode(errors="ignore")


def file_names(
    texts: Iterable[str],
    longest: int = MAX_LENGTH,
    others: Iterable[str] = (),
    ending: str = "",
) -> Iterator[str]:
    """Turn titles into file names of one folder; numbers make equal names unique.

    Args:
        texts: the titles.
        longest: maximum characters of a name.
        others: names already used in the folder.
        ending: how every name ends, even one that is cut.
    """
    taken = set(map(_alike, others))
    for text in texts:
        name, number = file_name(text, ending, longest), 2
        while _alike(name) in taken:
            name = file_name(text, f" ({number}){ending}", longest)
            number += 1
        taken.add(_alike(name))
        yield name


def code(name: str, taken: Collection[str] = (), otherwise: str = "don-vi") -> str:
    """Return a short name for files and addresses: «chi-bo-thon-dong».

    Args:
        name: what it is made of.
        taken: names it must not be.
        otherwise: what it is if the name has neither letters nor figures.
    """
    plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    words = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c)))
    short = words.strip("-")[:_CODE].strip("-") or otherwise
    first = f"{otherwise}-{short}" if _DEVICES.fullmatch(short) else short
    return next(each for each in _numbered(first) if each not in taken)


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _alike(name: str) -> str:
    """Return a form that is equal for names that Windows and macOS consider the same."""
    return unicodedata.normalize("NFC", name.casefold())
