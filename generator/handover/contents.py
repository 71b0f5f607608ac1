"""Composes the pack to hand in: documents in checklist order, with a manifest of their digests.

All of it depends only on the documents and the data, so the same dossier gives the same pack.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from generator.dossier.reports.lacking import what_lacks
from generator.dossier.results import UNREAD, CheckedCampaign, UnitResult
from generator.dossier.unit_check import Standard
from generator.engine.archive import is_whole
from generator.engine.look import Look
from generator.files.file_names import file_names
from generator.handover.papers import SHAPES, Contents, PackedDocument, giao_nhan, muc_luc
from generator.model.unit import DonViNam
from generator.model.verdict import Ket
from generator.opening.packed import MAX_FILE
from generator.opening.regular import whole
from generator.papers.looks import look_of
from generator.papers.numbering import in_name
from generator.papers.paper import Paper, made
from generator.papers.templates import Templates
from generator.problems import Place, Problem, has_errors, problem
from generator.regulations.packs import pack_for

MANIFEST = "manifest.sha256"
ABOUT = "goi-ho-so.json"
INDEX = "00 - Mục lục hồ sơ.docx"
HANDOVER = "00 - Biên bản giao nhận.docx"
"""Contains the digest of the manifest, so the manifest cannot list it."""

_TIME = (1980, 1, 1, 0, 0, 0)
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Pack:
    """The files of a pack by name, in order, the manifest last."""

    files: Mapping[str, bytes]


def entries_of(unit: UnitResult) -> list[tuple[PackedDocument, Path | None]]:
    """Return the documents of a dossier in the order of the checklist, each with its file.

    A document handed in only on paper has no file; one with several files is listed once per file.
    Missing documents and those that do not apply are skipped.
    """
    found: list[tuple[str, str, str, int, Path | None]] = []
    for verdict in unit.verdicts:
        about = "" if verdict.loai_doi_tuong == "don_vi" else verdict.doi_tuong
        for part in verdict.phan:
            if part.ket in {Ket.THIEU, Ket.KHONG_AP_DUNG}:
                continue
            paper = any(each.nguon == "giay" for each in part.chung_cu)
            files: list[Path | None] = [Path(each) for each in part.tep]
            found += [
                (verdict.muc, part.ten, about, verdict.so_bo, path)
                for path in files or ([None] if paper else [])
            ]
    titles = (
        " - ".join(filter(None, (f"{number:02}", in_name(muc), about, ten)))
        for number, (muc, ten, about, _, _) in enumerate(found, 1)
    )
    names = file_names(titles, _LONGEST)
    return [
        (
            PackedDocument(muc, ten, about, copies, f"{name}{path.suffix.lower()}" if path else ""),
            path,
        )
        for (muc, ten, about, copies, path), name in zip(found, names, strict=True)
    ]


def pack(
    unit: UnitResult,
    nam: DonViNam,
    campaign: CheckedCampaign,
    standard: Standard,
    *,
    incomplete: bool = False,
) -> tuple[Pack | None, list[Problem]]:
    """Compose the pack of one unit.

    Args:
        unit: the result of its check.
        nam: its year, for the heads of the two documents.
        campaign: the checked campaign.
        standard: the requirements of the check, with the templates.
        incomplete: whether to pack an incomplete dossier, with a list of what is missing.

    Returns:
        The pack, or None with the obstacle: an incomplete dossier (KD720), errors in the checklist
        or in the record of received files (KD731), no document at all (KD543), a file that
        disappeared since the check (KD721) or cannot be read (KD003). The pack may come with
        warnings of its templates.
    """
    if not incomplete and (hindered := _hindered(unit, campaign)):
        return None, [hindered]
    entries = entries_of(unit)
    if not entries:
        return None, [problem("KD543", Place(), don_vi=unit.ten)]
    documents: dict[str, bytes] = {}
    for entry, path in entries:
        if path is not None:
            try:
                documents[entry.tep] = whole(path, MAX_FILE)
            except OSError as error:
                code = "KD003" if isinstance(error, PermissionError) else "KD721"
                return None, [problem(code, Place(file=path.as_posix()))]
            if path.suffix.lower() in _ZIPS and not is_whole(io.BytesIO(documents[entry.tep])):
                return None, [problem("KD737", Place(file=path.as_posix()))]
    listed = tuple(entry for entry, _ in entries)
    lacking = tuple(what_lacks(unit))
    contents = Contents(nam, campaign, standard.dot, listed, lacking)
    look = look_of(pack_for("dang", campaign.tinh_den, campaign.nam))
    made_of = partial(_document, standard.templates, look)
    index, problems = made_of(INDEX, "muc-luc", muc_luc(contents))
    files = {INDEX: index, ABOUT: _about(unit, contents), **documents}
    manifest = _manifest(files)
    digest = hashlib.sha256(manifest).hexdigest()
    sent_to = next((each.gui_ve for each in unit.verdicts if each.gui_ve), "")
    printed = giao_nhan(contents, digest, len(files) + len((HANDOVER, MANIFEST)), sent_to)
    handover, found = made_of(HANDOVER, "giao-nhan", printed)
    problems += found
    if has_errors(problems):
        return None, problems
    return Pack({**files, HANDOVER: handover, MANIFEST: manifest}), problems


def _hindered(unit: UnitResult, campaign: CheckedCampaign) -> Problem | None:
    """Return why a dossier must not be packed, or None; a broken rating rule is no obstacle."""
    if not unit.is_complete():
        items = ", ".join(dict.fromkeys(each.muc for each in unit.owing()))
        lacking = [f"mục {items}"] if items else []
        return problem(
            "KD720", Place(), don_vi=unit.ten, muc="; ".join([*lacking, *_unread(unit)]) or _NONE
        )
    told = (*campaign.problems, *unit.problems)
    if has_errors([each for each in told if each.code.startswith("KD7")]):
        return problem("KD731", Place(), don_vi=unit.ten)
    return None


_ZIPS = frozenset({".docx", ".xlsx"})
_NONE = "danh mục không có mục nào cho đơn vị này"


def _unread(unit: UnitResult) -> list[str]:
    files = [each.place.file for each in unit.problems if each.code in UNREAD]
    return [f"tệp không đọc được: {Path(each or '').name}" for each in files]


def _document(
    templates: Templates, look: Look, name: str, template: str, printed: Mapping[str, object]
) -> tuple[bytes, list[Problem]]:
    paper = Paper(name, f"ho-so/{template}", SHAPES[template], lambda: printed, list, look)
    data, problems = made(paper, templates)
    return data or b"", problems


def _about(unit: UnitResult, contents: Contents) -> bytes:
    campaign = contents.campaign
    told = {
        "don_vi": unit.ten,
        "ma": unit.ma,
        "dot": campaign.ten,
        "nam": campaign.nam,
        "danh_muc": campaign.danh_muc,
        "can_cu": campaign.can_cu,
        "con_thieu": contents.con_thieu,
        "van_ban": [asdict(each) for each in contents.van_ban],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _manifest(files: Mapping[str, bytes]) -> bytes:
    """Return the manifest in the format of `sha256sum`, which can check it without this program."""
    rows = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return "".join(rows).encode()


def zipped(packed: Pack) -> bytes:
    """Return the pack as one zip, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for info, data in _infos(packed):
            archive.writestr(info, data)
    return out.getvalue()


def _infos(packed: Pack) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    for name, data in packed.files.items():
        info = zipfile.ZipInfo(name, _TIME)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.create_system = 0
        yield info, data
