"""Verifies that a received pack is as it was packed: nothing is missing, changed or added."""

import hashlib
import io
import json
import re
import stat
import unicodedata
import zipfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from generator.engine.archive import seal
from generator.handover.contents import ABOUT, HANDOVER, INDEX, MANIFEST
from generator.opening import regular
from generator.opening.content import REASONS, RefusedFileError
from generator.opening.foreign import is_foreign
from generator.opening.packed import archive, names, pieces, unreadable
from generator.opening.pool import SECONDS, answers
from generator.opening.word import read_word
from generator.problems import Place, Problem, problem
from generator.problems.text import shown

MAX_UNPACKED = 2 * 2**30
"""Maximum unpacked bytes of a zipped pack; a larger one is not opened."""

MOST_ENTRIES = 50_000
"""Files and folders of a pack; a folder with more is none."""

_ROW = re.compile(r"([0-9a-f]{64})  (.+)")
_CHUNK = 2**20
_SECONDS = 600.0
"""Time limit for a pack; 2 GiB take about ten seconds, on a slow stick some minutes."""


@dataclass(frozen=True, slots=True)
class Verified:
    """The result of a verification: unit, number of files, digest of the manifest, problems.

    `bien_ban_nguyen` is true when the minutes of handover are unchanged. A change is no problem,
    because names and signatures may be added to them.
    """

    don_vi: str
    so_tep: int
    ma_bam: str
    problems: tuple[Problem, ...]
    bien_ban_nguyen: bool = False


@dataclass(slots=True)
class _Inside:
    """The digests of all files of a pack by name, and the contents of the files in `_SMALL`."""

    digests: dict[str, str] = field(default_factory=dict)
    small: dict[str, bytes] = field(default_factory=dict)


def verify(path: Path) -> Verified:
    """Check a pack, as folder or zip, against its own manifest.

    Args:
        path: the folder or `.zip` that `kiemdiem pack` wrote; further folders may enclose the pack,
            as when somebody zipped the folder again. Files that Windows, macOS and open programs
            add are ignored.

    Returns:
        The result, with problems for files that are missing (KD727), changed (KD728), not listed
        (KD729) or unreadable (KD003; KD551 for a zip with a password or packed in an odd way), for
        a manifest other than the one named in the minutes of handover (KD732), for a pack without
        any document (KD544), for details that cannot be read (KD741), for a path that is no pack
        (KD726), and a warning for a dossier packed incomplete (KD730).
    """
    place = Place(file=path.as_posix())
    # A pack comes from outside like any file: it is read in a process that may die.
    ((_, inside),) = answers(_inside, [path], 1, _SECONDS)
    if isinstance(inside, Problem):
        return Verified("", 0, "", (inside,))
    listed = _listed(inside.small.get(MANIFEST, b"")) if inside else {}
    if not inside or not listed:
        return Verified("", 0, "", (problem("KD726", place),))
    manifest = inside.digests[MANIFEST]
    found = list(_differences(listed, inside.digests, place))
    told = _about(inside.small.get(ABOUT, b""))
    name, lacking, holds = told or ("", [], 1)
    if told is None and ABOUT in listed and listed[ABOUT] == inside.digests.get(ABOUT):
        found.append(problem("KD741", place, tep=ABOUT))
    minutes, whole = _minutes(inside.small.get(HANDOVER, b""))
    if HANDOVER in inside.digests and manifest not in minutes:
        found.append(problem("KD732", place))
    if not holds and not set(listed) - {INDEX, ABOUT}:
        found.append(problem("KD544", place))
    if lacking:
        found.append(problem("KD730", place, muc="; ".join(lacking)))
    return Verified(name, len(inside.digests), manifest, tuple(found), whole)


def _listed(manifest: bytes) -> dict[str, str]:
    """Parse the manifest into digests by name; empty when any line is invalid."""
    try:
        rows = [_ROW.fullmatch(row) for row in manifest.decode().splitlines()]
    except UnicodeDecodeError:
        return {}
    if not all(rows):
        return {}
    return {row[2]: row[1] for row in rows if row}


def _differences(
    listed: dict[str, str], digests: dict[str, str], place: Place
) -> Iterator[Problem]:
    for name, digest in listed.items():
        if name not in digests:
            yield problem("KD727", place, tep=name)
        elif digests[name] != digest:
            yield problem("KD728", place, tep=name)
    for name in digests:
        if name not in listed and name not in {MANIFEST, HANDOVER}:
            yield problem("KD729", place, tep=name)
    if HANDOVER not in digests:
        yield problem("KD727", place, tep=HANDOVER)


_SMALL = {MANIFEST: 4 * 2**20, ABOUT: 4 * 2**20, HANDOVER: 16 * 2**20}
"""The files of a pack whose contents are looked at, and how many bytes each may have."""

_UNREAD = ""
"""The digest of what is no plain file, is damaged or too large: no manifest lists it."""


def _inside(path: Path) -> _Inside | Problem | None:
    """Read a pack: None of what is none, or the problem that keeps all of it from being read."""
    try:
        if path.is_dir():
            return _without_home(_in_folder(path))
        if not path.is_file():
            return None
        read = _in_zip(path)
        return read if isinstance(read, Problem) else _without_home(read)
    except PermissionError as error:
        return problem("KD003", Place(file=str(error.filename or path)))
    except (OSError, ValueError, RefusedFileError):
        return None


def _in_folder(path: Path) -> _Inside:
    found = _Inside()
    left = MAX_UNPACKED
    entries = sorted(islice(path.rglob("*"), MOST_ENTRIES + 1))
    if len(entries) > MOST_ENTRIES:  # a drive and not a pack
        raise ValueError(path)
    files = [each for each in entries if each.is_symlink() or not each.is_dir()]
    if all(each.name != MANIFEST for each in files):
        return found  # no pack: nothing is worth reading
    for file in _own([each.relative_to(path).as_posix() for each in files]):
        stands = (path / file).lstat()
        read = stat.S_ISREG(stands.st_mode) and stands.st_size <= left
        left -= stands.st_size if read else 0
        _add(found, file, _read(path / file, stands.st_size) if read else None)
    return found


def _read(path: Path, size: int) -> Iterator[bytes]:
    """Yield a file piece by piece, not more of it than it had when it was looked at."""
    with regular.opened(path) as data:
        while size > 0 and (piece := data.read(_CHUNK)):
            size -= len(piece)
            yield piece


def _in_zip(path: Path) -> _Inside | Problem:
    found = _Inside()
    with archive(path) as packed:
        parts = packed.infolist()
        if sum(each.file_size for each in parts) > MAX_UNPACKED:
            raise ValueError(path)
        if closed := _closed(packed, path):
            return closed
        known = _listed_in(packed)
        inside = {
            name: part
            for name, part in zip(names(packed, known), parts, strict=True)
            if not name.endswith("/")
        }
        if len(inside) != sum(not name.endswith("/") for name in names(packed, known)):
            raise ValueError(path)
        for name in _own(inside):
            _add(found, name, pieces(packed, inside[name]))
    return found


def _closed(packed: zipfile.ZipFile, path: Path) -> Problem | None:
    """Return KD551 if a file of a zip cannot be read although it may be whole."""
    for name, part in zip(names(packed, ()), packed.infolist(), strict=True):
        refusal = None if is_foreign(name) else unreadable(packed, part)
        if refusal:
            place = Place(file=path.as_posix())
            return problem("KD551", place, tep=shown(name), ly_do=REASONS[refusal])
    return None


def _listed_in(packed: zipfile.ZipFile) -> Collection[str]:
    """Return what the manifest of a zip lists; its own name reads the same in any code."""
    for part in packed.infolist():
        if part.filename.rpartition("/")[2] == MANIFEST and part.file_size <= _SMALL[MANIFEST]:
            return _listed(b"".join(pieces(packed, part)))
    return ()


def _own(names: Iterable[str]) -> list[str]:
    """Leave out what systems and open programs put into folders by themselves."""
    return [name for name in names if not is_foreign(name)]


def _add(found: _Inside, name: str, data: Iterable[bytes] | None) -> None:
    """Add a file under its NFC name, as some systems decompose accented letters in names.

    Raises:
        ValueError: the name occurs twice.
    """
    name = unicodedata.normalize("NFC", name)
    base = name.rpartition("/")[2]
    if name in found.digests:
        raise ValueError(name)
    digest = hashlib.sha256()
    kept, room = io.BytesIO(), _SMALL.get(base, 0)
    try:
        for piece in data or ():
            digest.update(piece)
            room -= len(piece)
            if room >= 0:
                kept.write(piece)
    except RefusedFileError:
        data = None
    found.digests[name] = _UNREAD if data is None else digest.hexdigest()
    if base in _SMALL and room >= 0 and data is not None:
        found.small[name] = kept.getvalue()


def _without_home(found: _Inside) -> _Inside:
    """Remove the outer folders that enclose all files from their names."""
    homes = {name.partition("/")[0] for name in found.digests if "/" in name}
    if len(homes) != 1 or not all("/" in name for name in found.digests):
        return found
    inner = _Inside(
        {name.partition("/")[2]: digest for name, digest in found.digests.items()},
        {name.partition("/")[2]: data for name, data in found.small.items()},
    )
    return _without_home(inner)


def _about(data: bytes) -> tuple[str, list[str], int] | None:
    """Return the unit of a pack, what it lacks, how many documents; None for invalid data."""
    try:
        told = json.loads(data)
        name = shown(" ".join(str(told["don_vi"]).split()))
        return name, [str(each) for each in told["con_thieu"]], len(told["van_ban"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _minutes(data: bytes) -> tuple[str, bool]:
    """Return the text of the minutes without blanks, and whether their seal is intact."""
    ((_, lines),) = answers(_lines, [data], 1, SECONDS)
    return "".join(lines or ()).replace(" ", ""), seal(io.BytesIO(data)) is not None


def _lines(data: bytes) -> tuple[str, ...]:
    return read_word(io.BytesIO(data)).lines
