"""Whether a pack that came in is what was packed: nothing missing, changed or added."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.dossier.pack import ABOUT, HANDOVER, MANIFEST
from generator.dossier.received.look import look
from generator.problems import Place, Problem, problem

MAX_UNPACKED = 2 * 2**30
"""Bytes of a whole pack; a larger one is not opened."""

_ROW = re.compile(r"([0-9a-f]{64})  (.+)")
_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Verified:
    """What a pack says of itself, the digest of its manifest, and what is wrong with it."""

    don_vi: str
    so_tep: int
    ma_bam: str
    problems: tuple[Problem, ...]


def verify(path: Path) -> Verified:
    """Hold a pack, a folder or a zip, against its own manifest.

    Args:
        path: the folder or `.zip` that `kiemdiem pack` wrote.

    Returns:
        Problems for each file that is missing (KD727), changed (KD728) or not listed (KD729), for
        minutes of handing over that name another manifest (KD728), for what is no pack (KD726), and
        a warning for a dossier that was packed incomplete (KD730).
    """
    place = Place(file=path.as_posix())
    try:
        digests, small = _in_folder(path) if path.is_dir() else _in_zip(path)
    except (OSError, zipfile.BadZipFile, ValueError, RuntimeError, NotImplementedError):
        return Verified("", 0, "", (problem("KD726", place),))
    listed = _listed(small.get(MANIFEST, b""))
    if not listed:
        return Verified("", 0, "", (problem("KD726", place),))
    manifest = digests[MANIFEST]
    found = list(_differences(listed, digests, place))
    name, lacking = _about(small.get(ABOUT, b""))
    if HANDOVER in digests and not _names(path, manifest):
        found.append(problem("KD728", place, tep=HANDOVER))
    if lacking:
        found.append(problem("KD730", place, muc="; ".join(lacking)))
    return Verified(name, len(digests), manifest, tuple(found))


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


_SMALL = frozenset({MANIFEST, ABOUT})


def _in_folder(path: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    digests: dict[str, str] = {}
    small: dict[str, bytes] = {}
    for file in sorted(path.rglob("*")):
        if file.is_dir() and not file.is_symlink():
            continue
        name = file.relative_to(path).as_posix()
        with file.open("rb") as data:
            digests[name] = hashlib.file_digest(data, "sha256").hexdigest()
        if name in _SMALL:
            small[name] = file.read_bytes()
    return digests, small


def _in_zip(path: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    digests: dict[str, str] = {}
    small: dict[str, bytes] = {}
    with zipfile.ZipFile(path) as archive:
        inside = archive.infolist()
        if sum(each.file_size for each in inside) > MAX_UNPACKED:
            raise ValueError(path)
        if len({each.filename for each in inside}) != len(inside):
            raise ValueError(path)
        for each in inside:
            found = hashlib.sha256()
            kept = io.BytesIO()
            with archive.open(each) as data:
                while piece := data.read(_CHUNK):
                    found.update(piece)
                    if each.filename in _SMALL:
                        kept.write(piece)
            digests[each.filename] = found.hexdigest()
            if each.filename in _SMALL:
                small[each.filename] = kept.getvalue()
    return digests, small


def _about(data: bytes) -> tuple[str, list[str]]:
    """Return the unit a pack is of and what it lacks; nothing of what cannot be read."""
    try:
        told = json.loads(data)
        return str(told["don_vi"]), [str(each) for each in told["con_thieu"]]
    except (ValueError, KeyError, TypeError):
        return "", []


def _names(path: Path, digest: str) -> bool:
    """Whether the minutes of handing over carry the digest of the manifest."""
    text = "".join(look(path / HANDOVER).lines) if path.is_dir() else _text_in_zip(path)
    return digest in text.replace(" ", "")


def _text_in_zip(path: Path) -> str:
    import tempfile  # noqa: PLC0415 - only a pack that came as a zip needs it

    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        file = Path(folder) / "bien-ban.docx"
        file.write_bytes(archive.read(HANDOVER))
        return "".join(look(file).lines)
