"""Verifies that a received pack is as it was packed: nothing is missing, changed or added."""

import hashlib
import io
import json
import re
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from generator.dossier.intake import FOREIGN
from generator.engine.archive import seal
from generator.handover.contents import ABOUT, HANDOVER, MANIFEST
from generator.opening.open_file import open_file
from generator.problems import Place, Problem, problem

MAX_UNPACKED = 2 * 2**30
"""Maximum unpacked bytes of a zipped pack; a larger one is not opened."""

_ROW = re.compile(r"([0-9a-f]{64})  (.+)")
_CHUNK = 2**20


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
            as when somebody zipped the folder again. Files that Windows adds are ignored.

    Returns:
        The result, with problems for files that are missing (KD727), changed (KD728), not listed
        (KD729) or unreadable (KD003), for a manifest other than the one named in the minutes of
        handover (KD732), for a path that is no pack (KD726), and a warning for a dossier packed
        incomplete (KD730).
    """
    place = Place(file=path.as_posix())
    try:
        inside = _without_home(_in_folder(path) if path.is_dir() else _in_zip(path))
    except PermissionError as error:
        return Verified("", 0, "", (problem("KD003", Place(file=str(error.filename or path))),))
    except (OSError, zipfile.BadZipFile, ValueError, RuntimeError, NotImplementedError):
        return Verified("", 0, "", (problem("KD726", place),))
    listed = _listed(inside.small.get(MANIFEST, b""))
    if not listed:
        return Verified("", 0, "", (problem("KD726", place),))
    manifest = inside.digests[MANIFEST]
    found = list(_differences(listed, inside.digests, place))
    name, lacking = _about(inside.small.get(ABOUT, b""))
    minutes, whole = _minutes(inside.small.get(HANDOVER, b""))
    if HANDOVER in inside.digests and manifest not in minutes:
        found.append(problem("KD732", place))
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


_SMALL = (MANIFEST, ABOUT, HANDOVER)


def _in_folder(path: Path) -> _Inside:
    found = _Inside()
    for file in sorted(path.rglob("*")):
        if file.is_dir() and not file.is_symlink():
            continue
        with file.open("rb") as data:
            _add(found, file.relative_to(path).as_posix(), data)
    return found


def _in_zip(path: Path) -> _Inside:
    found = _Inside()
    with zipfile.ZipFile(path) as archive:
        inside = [each for each in archive.infolist() if not each.is_dir()]
        if sum(each.file_size for each in inside) > MAX_UNPACKED:
            raise ValueError(path)
        for each in inside:
            with archive.open(each) as data:
                _add(found, each.filename, data)
    return found


def _add(found: _Inside, name: str, data: IO[bytes]) -> None:
    """Add a file under its NFC name, as some systems decompose accented letters in names.

    Raises:
        ValueError: the name occurs twice.
    """
    name = unicodedata.normalize("NFC", name)
    base = name.rpartition("/")[2]
    if base.casefold() in FOREIGN:
        return
    if name in found.digests:
        raise ValueError(name)
    digest = hashlib.sha256()
    kept = io.BytesIO()
    while piece := data.read(_CHUNK):
        digest.update(piece)
        if base in _SMALL:
            kept.write(piece)
    found.digests[name] = digest.hexdigest()
    if base in _SMALL:
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


def _about(data: bytes) -> tuple[str, list[str]]:
    """Return the unit of a pack and what it lacks; both empty when the data is invalid."""
    try:
        told = json.loads(data)
        return str(told["don_vi"]), [str(each) for each in told["con_thieu"]]
    except (ValueError, KeyError, TypeError):
        return "", []


def _minutes(data: bytes) -> tuple[str, bool]:
    """Return the text of the minutes without blanks, and whether their seal is intact."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bien-ban.docx"
        file.write_bytes(data)
        return "".join(open_file(file).lines).replace(" ", ""), seal(file) is not None
