"""Reads a `.docx` into its parts, with limits: a Word file from outside may be malicious."""

import io
import re
from pathlib import Path
from urllib.parse import unquote

from generator.engine.relations import (
    CONTENT_TYPES,
    DOCUMENT,
    Parts,
    content_types,
    in_utf8,
    parse,
    relations,
    type_of,
    with_usual_names,
)
from generator.opening.content import RefusedFileError
from generator.opening.packed import archive, pieces
from generator.opening.regular import TooLargeError, whole
from generator.problems import Place, Problem, problem

MAX_FILE = 20 * 2**20
MAX_UNPACKED = 50 * 2**20
MAX_RATIO = 100
MAX_PARTS = 500

__all__ = ["CONTENT_TYPES", "DOCUMENT", "Parts", "read_package"]

_PICTURE = re.compile(r"\.(emf|wmf|bmp|tiff?|png|jpe?g|gif|svg|wdp|ico)$", re.IGNORECASE)
_MACRO = re.compile(r"vbaproject|vbadata|wordvba|keymapcustomizations|macrosheet", re.IGNORECASE)
_WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
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
    data = package_bytes(path, shown)
    return (None, [data]) if isinstance(data, Problem) else unpacked(data, shown)


def package_bytes(path: Path, shown: str) -> bytes | Problem:
    """Return the bytes of a file, or the problem that prevents reading them."""
    place = Place(file=shown)
    try:
        return whole(path, MAX_FILE)
    except TooLargeError:
        return problem("KD322", place)
    except FileNotFoundError:
        return problem("KD320", place)
    except OSError:
        return problem("KD321", place)


def unpacked(data: bytes, shown: str) -> tuple[Parts | None, list[Problem]]:
    """Read the parts from the bytes of a file, as `read_package`."""
    place = Place(file=shown)
    if data.startswith(_OLE):
        return None, [problem("KD323", place)]
    try:
        with archive(io.BytesIO(data)) as packed:
            found = packed.infolist()
            if any(info.flag_bits & 1 for info in found):
                return None, [problem("KD323", place)]
            # A picture of flat areas packs well and is never parsed; the ratio is for the others.
            parsed = sum(i.file_size for i in found if not _PICTURE.search(i.filename))
            if (
                len(found) > MAX_PARTS
                or sum(info.file_size for info in found) > MAX_UNPACKED
                or parsed > MAX_RATIO * max(len(data), 1)
                or len({info.filename for info in found}) != len(found)
            ):
                return None, [problem("KD322", place)]
            parts = {i.filename: b"".join(pieces(packed, i)) for i in found if not i.is_dir()}
    except RefusedFileError:
        return None, [problem("KD324", place)]
    wrong = _unusable(parts, place)
    if wrong is not None:
        return None, [wrong]
    return _without_needless(dict(with_usual_names(parts))), []


def _unusable(parts: dict[str, bytes], place: Place) -> Problem | None:
    """Return why the parts are no Word document that may be used, None when they are one."""
    if CONTENT_TYPES not in parts:
        return problem("KD324", place)
    return _wrong_names(parts, place) or _wrong_text(parts, place) or _wrong_types(parts, place)


def _wrong_names(parts: dict[str, bytes], place: Place) -> Problem | None:
    wrong = next((name for name in parts if _is_unsafe(name)), None)
    if wrong is not None or len({name.lower() for name in parts}) != len(parts):
        return problem("KD343", place, phan=wrong or "(trùng tên)")
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        return problem("KD325", place)
    return None


def _wrong_text(parts: dict[str, bytes], place: Place) -> Problem | None:
    """Return what is wrong with the text of the parts; bring them to UTF-8 in place."""
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        readable = in_utf8(data)
        if readable is not None and _DTD.search(readable):
            return problem("KD326", place)
        led = name.endswith(".rels") or name == CONTENT_TYPES
        if readable is None or (led and parse(readable) is None):
            return problem("KD316", place, phan=name)
        parts[name] = readable
    return None


def _wrong_types(parts: dict[str, bytes], place: Place) -> Problem | None:
    types = content_types(parts)
    led = [(each.kind, each.target) for each in relations(parts)]
    if any(map(_MACRO.search, (*(type_of(name, types) for name in parts), *dict(led)))):
        return problem("KD325", place)
    main = next((target for kind, target in led if kind == "officeDocument"), DOCUMENT)
    if main not in parts:
        return problem("KD324", place)
    for name in parts:
        if name not in {CONTENT_TYPES, main} and not type_of(name, types):
            return problem("KD344", place, phan=name)
    root = parse(parts[main])
    if root is None or root.tag == f"{{{_WORDML}}}document":
        return None
    return problem("KD345" if root.tag == f"{{{_STRICT}}}document" else "KD324", place)


def _is_unsafe(name: str) -> bool:
    """Return whether a part name leads out of the package or is no part name."""
    steps = unquote(name).split("/")
    return (
        any(step in {"", ".", ".."} for step in steps[: -1 if name.endswith("/") else None])
        or any(letter in name for letter in '\\:*?"<>|')
        or not name.isprintable()
    )


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
