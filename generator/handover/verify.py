"""Whether a pack that came in is what was packed: nothing missing, changed or added."""

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
"""Bytes of a whole pack; a larger one is not opened."""

_ROW = re.compile(r"([0-9a-f]{64})  (.+)")
_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Verified:
    """What a pack says of itself, the digest of its manifest, and what is wrong with it.

    `bien_ban_nguyen` says that its minutes of handing over are as they were written: names and
    signatures may be added to them, so a change of theirs is nothing wrong.
    """

    don_vi: str
    so_tep: int
    ma_bam: str
    problems: tuple[Problem, ...]
    bien_ban_nguyen: bool = False


@dataclass(slots=True)
class _Inside:
    """The digests of all files of a pack by name, and the few files that are read."""

    digests: dict[str, str] = field(default_factory=dict)
    small: dict[str, bytes] = field(default_factory=dict)


def verify(path: Path) -> Verified:
    """Hold a pack, a folder or a zip, against its own manifest.

    Args:
        path: the folder or `.zip` that `kiemdiem pack` wrote; it may lie in one folder more, as
            when somebody zipped the folder again. What Windows adds to a folder does not count.

    Returns:
        Problems for each file that is missing (KD727), changed (KD728), not listed (KD729) or not
        to be read (KD003), for a list that is not the one the minutes of handing over name (KD732),
        for what is no pack (KD726), and a warning for a dossier packed incomplete (KD730).
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
    """Read the manifest; empty when any line of it is no such line."""
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
    """Take a file in under its composed name; some systems take letters and accents apart."""
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
    """Leave out a folder that all files lie in."""
    homes = {name.partition("/")[0] for name in found.digests if "/" in name}
    if len(homes) != 1 or not all("/" in name for name in found.digests):
        return found
    inner = _Inside(
        {name.partition("/")[2]: digest for name, digest in found.digests.items()},
        {name.partition("/")[2]: data for name, data in found.small.items()},
    )
    return _without_home(inner)


def _about(data: bytes) -> tuple[str, list[str]]:
    """Return the unit a pack is of and what it lacks; nothing of what cannot be read."""
    try:
        told = json.loads(data)
        return str(told["don_vi"]), [str(each) for each in told["con_thieu"]]
    except (ValueError, KeyError, TypeError):
        return "", []


def _minutes(data: bytes) -> tuple[str, bool]:
    """Return the text of the minutes without blanks, and whether they are as they were written."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bien-ban.docx"
        file.write_bytes(data)
        return "".join(open_file(file).lines).replace(" ", ""), seal(file) is not None
