"""Opens a template as it may go out: without traces of editing, without anything active.

Every document is a copy of its template, so whatever the template carries besides its text would
be handed to every recipient. Traces of editing are removed and told; what runs, asks or reaches
outside of the file is refused with the reason.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from generator.engine.package import read_package
from generator.engine.relations import (
    DOCUMENT,
    Parts,
    Relation,
    parse,
    relations,
    rels_of,
    without,
    written,
)
from generator.engine.revisions import accept
from generator.engine.tags import Paragraph, W, paragraphs, part_name
from generator.problems import Place, Problem, has_errors, problem

_COMMENTS = {"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"}
_MERGE_SOURCES = {"mailMergeSource", "mailMergeHeaderSource", "recipientData"}
_SETTINGS = "word/settings.xml"
_TOLD = {
    "mailMerge": "nguồn dữ liệu trộn thư (Mail Merge)",
    "documentProtection": "chế độ bảo vệ, hạn chế sửa",
    "writeProtection": "chế độ bảo vệ, chỉ cho đọc",
    "trackRevisions": "chế độ theo dõi sửa đổi (Track Changes)",
    "docVars": "biến ẩn của tài liệu (docVars)",
}
_UNTOLD = ("rsids", "readModeInkLockDown", "documentType", "removePersonalInformation")
_COMMENT_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
_CHANGED = re.compile(
    rb"<\w+:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|numberingChange|\w+Change)[ />]"
)
_COMMENTED = re.compile(rb"<\w+:comment(?:RangeStart|RangeEnd|Reference)[ />]")
_ACTIVE = re.compile(rb"instrText|fldSimple|altChunk|subDoc|OLEObject|imagedata|<\w+:control[ />]")
_TAG = re.compile(r"\{[{%].*?[}%]\}|\{[{%]|[}%]\}", re.DOTALL)
_FIELDS = {
    "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DATABASE",
    "MACROBUTTON", "RD", "PRINT", "ADDIN", "AUTOTEXTLIST", "BARCODE",
}  # fmt: skip
_KINDS = {
    "aFChunk": "tệp khác chèn vào (altChunk)",
    "subDocument": "tài liệu con ở tệp khác",
    "control": "điều khiển ActiveX",
    "activeXControlBinary": "điều khiển ActiveX",
    "extensibility": "thanh lệnh riêng (customUI)",
    "webextension": "tiện ích web",
    "webextensiontaskpanes": "tiện ích web",
    "attachedToolbars": "thanh công cụ kèm macro",
}
_OUTSIDE = {
    "attachedTemplate": "mẫu gắn kèm ở tệp khác (attachedTemplate)",
    "image": "hình ảnh lấy từ nơi khác",
    "oleObject": "đối tượng liên kết tới tệp khác (OLE)",
    "package": "đối tượng liên kết tới tệp khác (OLE)",
    "frame": "khung trang web",
}
_SAFE_LINK = re.compile(r"(?:https?|mailto|tel|ftp):|[^:\\/][^:\\]*$|$", re.IGNORECASE)
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_O = "{urn:schemas-microsoft-com:office:office}"


def open_template(path: Path, shown: str) -> tuple[Parts | None, list[Problem]]:
    """Read a template, or a shared block, and clean it.

    Args:
        path: the file.
        shown: its name in problems.

    Returns:
        The parts with warnings of what was removed, or None with what makes the file unusable.
    """
    parts, problems = read_package(path, shown)
    if parts is None:
        return None, problems
    problems = [*_leading_outside(parts, shown), *_active(parts, shown)]
    if has_errors(problems):
        return None, problems
    parts, told = _without_traces(parts, shown)
    return parts, [*problems, *told]


def _leading_outside(parts: Parts, file: str) -> Iterator[Problem]:
    for each in relations(parts):
        what = _KINDS.get(each.kind, "")
        if each.external and each.kind == "hyperlink":
            what = "" if _SAFE_LINK.match(each.target) else "liên kết tới tệp trên máy hoặc lệnh"
        elif each.external and each.kind not in _MERGE_SOURCES:
            what = _OUTSIDE.get(each.kind, f"thành phần lấy từ nơi khác ({each.kind})")
        if what:
            yield problem("KD340", place_of(parts, each, file), gi=what)


def place_of(parts: Parts, relation: Relation, file: str) -> Place:
    """Return the paragraph that uses a relationship, or its part."""
    root = parse(parts.get(relation.source, b""))
    part = Place(file=file, part=part_name(relation.source) if relation.source else "")
    if root is None or not root.tag.startswith(W):
        return part
    for element, paragraph in paragraphs(root, file, relation.source):
        for each in element.iter():
            values = [v for k, v in each.attrib.items() if str(k).startswith(_R_ID)]
            if relation.identity in values:
                return paragraph.place
    return part


def _active(parts: Parts, file: str) -> Iterator[Problem]:
    for name, data in parts.items():
        if not name.endswith(".xml") or not _ACTIVE.search(data):
            continue
        root = parse(data)
        if root is None:
            continue
        around = Place(file=file, part=part_name(name))
        for tag in ("altChunk", "subDoc", "control"):
            if next(root.iter(f"{W}{tag}"), None) is not None:
                yield problem("KD340", around, gi=_KINDS.get(tag, _KINDS["aFChunk"]))
        for place, code in field_codes(root, file, name):
            first = code.split(None, 1)[0].upper().strip('"') if code.split() else ""
            if first in _FIELDS or code.startswith("\0"):
                yield problem("KD340", place, gi=f"mã trường {first}".strip("\0 "))
        for each in root.iter(f"{_O}OLEObject"):
            if each.get("Type") == "Link":
                yield problem("KD340", around, gi=_OUTSIDE["oleObject"])
        for each in root.iter("{urn:schemas-microsoft-com:vml}imagedata"):
            if each.get("src"):
                yield problem("KD340", around, gi=_OUTSIDE["image"])


def field_codes(root: etree._Element, file: str, part: str) -> Iterator[tuple[Place, str]]:
    """Yield the code of every field with its place; one that begins with another field gets NUL."""
    open_codes: list[list[str] | None] = []
    around = Place(file=file, part=part_name(part))
    if not root.tag.startswith(W):
        return
    found: list[tuple[etree._Element, Paragraph | None]] = list(paragraphs(root, file, part))
    for element, paragraph in found or [(root, None)]:
        place = paragraph.place if paragraph is not None else around
        for each in element.iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"):
            if each.tag == f"{W}fldSimple":
                yield place, (each.get(f"{W}instr") or "").strip()
            elif each.tag == f"{W}instrText":
                if open_codes and open_codes[-1] is not None:
                    open_codes[-1].append(each.text or "")
            elif each.get(f"{W}fldCharType") == "begin":
                if open_codes and open_codes[-1] is not None:
                    open_codes[-1].append("\0")
                open_codes.append([])
            elif open_codes and each.get(f"{W}fldCharType") == "separate":
                yield from _ended(open_codes.pop(), place)
                open_codes.append(None)
            elif open_codes and each.get(f"{W}fldCharType") == "end":
                yield from _ended(open_codes.pop(), place)
    for code in open_codes:
        yield from _ended(code, around)


def _ended(code: list[str] | None, place: Place) -> Iterator[tuple[Place, str]]:
    if code is not None:
        yield place, "".join(code).strip()


def _without_traces(parts: Parts, file: str) -> tuple[Parts, list[Problem]]:
    told: list[Problem] = []
    found = list(relations(parts))
    comments = {each.target for each in found if each.kind in _COMMENTS and not each.external}
    sources = {(each.source, each.identity) for each in found if each.kind in _MERGE_SOURCES}
    lists = {e.target for e in found if e.kind in _MERGE_SOURCES and not e.external}
    if comments & parts.keys():
        place = Place(file=file, part=part_name(DOCUMENT))
        told.append(problem("KD342", place, gi="lời bình (comment)"))
    if comments or sources or lists:
        parts = without(parts, comments | lists, sources)
    made = dict(parts)
    for name, data in parts.items():
        changed, commented = _CHANGED.search(data), _COMMENTED.search(data)
        root = parse(data) if name.endswith(".xml") and (changed or commented) else None
        if root is None:
            continue
        for mark in list(root.iter(*(f"{W}{each}" for each in _COMMENT_MARKS))):
            _take_out(mark)
        place = _first_change(root, file, name)
        told += _tags_deleted(root, file, name)
        author = accept(root)
        if author is not None:
            told.append(problem("KD341", place, ai=author or "không rõ ai"))
        made[name] = written(root)
    settings = parse(made.get(_SETTINGS, b""))
    if settings is not None:
        removed = [each for each in settings if _is_trace(each)]
        for each in removed:
            settings.remove(each)
            what = _TOLD.get(str(each.tag).removeprefix(W))
            if what:
                told.append(problem("KD342", Place(file=file, part="thiết lập của tệp"), gi=what))
        if removed:
            made[_SETTINGS] = written(settings)
    if rels_of(_SETTINGS) in made and b"<Relationship " not in made[rels_of(_SETTINGS)]:
        del made[rels_of(_SETTINGS)]
    return made, told


def _is_trace(element: etree._Element) -> bool:
    name = str(element.tag).removeprefix(W)
    return name in _TOLD or name in _UNTOLD


def _take_out(mark: etree._Element) -> None:
    """Remove a mark of a comment, and its run when nothing else stands in it."""
    run = mark.getparent()
    if run is None:
        return
    run.remove(mark)
    around = run.getparent()
    if run.tag == f"{W}r" and around is not None and all(c.tag == f"{W}rPr" for c in run):
        around.remove(run)


def _tags_deleted(root: etree._Element, file: str, name: str) -> Iterator[Problem]:
    """Report tags in deleted text: whether the field is to be printed is not for us to say."""
    if not root.tag.startswith(W):
        return
    for element, paragraph in paragraphs(root, file, name):
        text = "".join(each.text or "" for each in element.iter(f"{W}delText", f"{W}delInstrText"))
        if found := _TAG.search(text):
            yield problem("KD318", paragraph.place, the=found[0], cho="chữ đã xoá (Track Changes)")


def _first_change(root: etree._Element, file: str, name: str) -> Place:
    if root.tag.startswith(W):
        for element, paragraph in paragraphs(root, file, name):
            if _CHANGED.search(etree.tostring(element)):
                return paragraph.place
    return Place(file=file, part=part_name(name))
