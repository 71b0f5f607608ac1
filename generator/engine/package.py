"""Reads a `.docx` into its parts, with limits: a Word file from outside may be malicious."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from generator.problems import Place, Problem, problem

Parts = Mapping[str, bytes]

MAX_FILE = 20 * 2**20
MAX_UNPACKED = 50 * 2**20
MAX_RATIO = 100
MAX_PARTS = 500

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
_OLE = b"\xd0\xcf\x11\xe0"
_DTD = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
# Parts that no reader needs; python-docx's default template contains both.
_NEEDLESS = re.compile(r"(docProps/thumbnail\.\w+|word/stylesWithEffects\.xml)")


def read_package(path: Path, shown: str) -> tuple[Parts | None, list[Problem]]:
    """Read every part of a `.docx` file.

    Args:
        path: the file.
        shown: the file's name in problems.

    Returns:
        The parts by name in the file's order, without thumbnail and `stylesWithEffects`, or None
        and the one problem that makes the file unreadable or unsafe.
    """
    place = Place(file=shown)
    try:
        if path.stat().st_size > MAX_FILE:
            return None, [problem("KD322", place)]
        data = path.read_bytes()
    except FileNotFoundError:
        return None, [problem("KD320", place)]
    except OSError:
        return None, [problem("KD321", place)]
    return _unpack(data, place)


def _unpack(data: bytes, place: Place) -> tuple[Parts | None, list[Problem]]:
    if data.startswith(_OLE):
        return None, [problem("KD323", place)]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = archive.infolist()
            if any(info.flag_bits & 1 for info in found):
                return None, [problem("KD323", place)]
            unpacked = sum(info.file_size for info in found)
            if (
                len(found) > MAX_PARTS
                or unpacked > MAX_UNPACKED
                or unpacked > MAX_RATIO * max(len(data), 1)
                or len({info.filename for info in found}) != len(found)
            ):
                return None, [problem("KD322", place)]
            parts = {i.filename: archive.read(i) for i in found if not i.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        return None, [problem("KD324", place)]
    except Exception as error:  # zlib.error has no public base besides Exception
        if type(error).__module__ != "zlib":
            raise
        return None, [problem("KD324", place)]
    if CONTENT_TYPES not in parts or DOCUMENT not in parts:
        return None, [problem("KD324", place)]
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        return None, [problem("KD325", place)]
    if any(_DTD.search(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))):
        return None, [problem("KD326", place)]
    return _without_needless(parts), []


def _without_needless(parts: dict[str, bytes]) -> dict[str, bytes]:
    needless = [name for name in parts if _NEEDLESS.fullmatch(name)]
    if not needless:
        return parts
    kept = {name: data for name, data in parts.items() if name not in needless}
    names = "|".join(re.escape(name.rsplit("/", 1)[1]) for name in needless)
    mention = re.compile(
        rf'<(?:Relationship|Override)\b[^>]*(?:Target|PartName)="[^"]*(?:{names})"[^>]*/>'.encode()
    )
    return {
        name: mention.sub(b"", data) if name == CONTENT_TYPES or name.endswith(".rels") else data
        for name, data in kept.items()
    }
