"""Finds what in a template runs, asks or reaches outside of the file when a document is opened."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from generator.engine.relations import Parts, Relation, parse, relations
from generator.engine.tags import Found, Paragraph, W, paragraphs, part_name
from generator.problems import Place, Problem, problem

MERGE_SOURCES = {"mailMergeSource", "mailMergeHeaderSource", "recipientData"}
"""Relationships of a mail merge; they are removed, not refused."""
_ACTIVE = re.compile(rb"instrText|fldSimple|altChunk|subDoc|OLEObject|imagedata|<\w+:control[ />]")
_FIELDS = {
    "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DATABASE",
    "MACROBUTTON", "RD", "PRINT", "ADDIN", "AUTOTEXTLIST", "BARCODE",
}  # fmt: skip
_KINDS = {
    "hyperlink": "liên kết tới tệp trên máy hoặc lệnh",
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
_PACKED = re.compile(r"Package|Shell\.|htmlfile|Forms\.|OLE2Link|Word\.\w*Macro", re.IGNORECASE)
_LINK_CODE = re.compile(r'HYPERLINK\s+(?!\\[a-z]\b)"?([^"\s]*)', re.IGNORECASE)
_SAFE_LINK = re.compile(r"(?:https?|mailto|tel|ftp):|[^:\\/][^:\\]*$|$", re.IGNORECASE)
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_O = "{urn:schemas-microsoft-com:office:office}"


def leading_outside(parts: Parts, file: str) -> Iterator[Problem]:
    """Report relationships that lead outside of the file, or to something that runs."""
    for each in relations(parts):
        what = _KINDS.get(each.kind, "")
        if each.kind == "hyperlink":
            what = "" if not each.external or _SAFE_LINK.match(each.target) else what
        elif each.external and each.kind not in MERGE_SOURCES:
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


def active(parts: Parts, file: str) -> Iterator[Problem]:
    """Report field codes and objects that fetch or run something."""
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
        for place, code in field_codes(root, list(paragraphs(root, file, name)), around):
            first = code.split(None, 1)[0].upper().strip('"') if code.split() else ""
            if first in _FIELDS or code.startswith("\0"):
                yield problem("KD340", place, gi=f"mã trường {first}".strip("\0 "))
            link = _LINK_CODE.match(code)
            if link and not _SAFE_LINK.match(link[1].replace("\\\\", "\\")):
                yield problem("KD340", place, gi=_KINDS["hyperlink"])
        for each in root.iter(f"{_O}OLEObject"):
            if each.get("Type") == "Link":
                yield problem("KD340", around, gi=_OUTSIDE["oleObject"])
            elif _PACKED.match(each.get("ProgID") or ""):
                yield problem("KD340", around, gi="tệp hoặc lệnh gói kèm (OLE Package)")
        for each in root.iter("{urn:schemas-microsoft-com:vml}imagedata"):
            if each.get("src"):
                yield problem("KD340", around, gi=_OUTSIDE["image"])


def field_codes(
    root: etree._Element, placed: Sequence[Found], around: Place
) -> Iterator[tuple[Place, str]]:
    """Yield the code of every field with its place; one that begins with another field gets NUL.

    Args:
        root: a part.
        placed: its paragraphs.
        around: the place of the part, where no paragraph is known.
    """
    open_codes: list[list[str] | None] = []
    if not root.tag.startswith(W):
        return
    found: list[tuple[etree._Element, Paragraph | None]] = list(placed)
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
