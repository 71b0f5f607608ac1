"""Opens a template as it may go out: without traces of editing, without anything active.

Every document is a copy of its template, so whatever the template carries besides its text would
be handed to every recipient. Traces of editing are removed and told; what runs, asks or reaches
outside of the file is refused with the reason.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from generator.engine.outgoing import MERGE_SOURCES, active, leading_outside
from generator.engine.package import package_bytes, unpacked
from generator.engine.relations import (
    DOCUMENT,
    Parts,
    parse,
    relations,
    rels_of,
    without,
    written,
)
from generator.engine.revisions import accept
from generator.engine.tags import W, paragraphs, part_name
from generator.problems import Place, Problem, has_errors, problem

_COMMENTS = {
    "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "documenttasks",
}  # fmt: skip
_UNLINKED_COMMENTS = re.compile(r"word/comments\w*\.xml")
"""Comments that a program left in the package though nothing leads to them any more."""
_PRINTERS = "printerSettings"
_SETTINGS, _CORE = "word/settings.xml", "docProps/core.xml"
_PERSONS = {"creator", "lastModifiedBy", "lastPrinted", "revision"}
_TOLD = {
    "mailMerge": "nguồn dữ liệu trộn thư (Mail Merge)",
    "documentProtection": "chế độ bảo vệ, hạn chế sửa",
    "writeProtection": "chế độ bảo vệ, chỉ cho đọc",
    "trackRevisions": "chế độ theo dõi sửa đổi (Track Changes)",
    "docVars": "biến ẩn của tài liệu (docVars)",
}
_UNTOLD = ("rsids", "readModeInkLockDown", "documentType", "removePersonalInformation")
_TRACES = (
    "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "permStart",
    "permEnd", "printerSettings",
)  # fmt: skip
_CHANGED = re.compile(
    rb"<\w+:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|numberingChange|\w+Change)[ />]"
)
_MARKED = re.compile(
    rb"<\w+:(?:comment(?:RangeStart|RangeEnd|Reference)|permStart|permEnd|printerSettings)[ />]"
)
_TAG = re.compile(r"\{[{%].*?[}%]\}|\{[{%]|[}%]\}", re.DOTALL)


def open_template(path: Path, shown: str) -> tuple[Parts | None, list[Problem]]:
    """Read a template, or a shared block, and clean it.

    Args:
        path: the file.
        shown: its name in problems.

    Returns:
        The parts with warnings of what was removed, or None with what makes the file unusable.
    """
    data = package_bytes(path, shown)
    return (None, [data]) if isinstance(data, Problem) else cleaned(data, shown)


def cleaned(data: bytes, shown: str) -> tuple[Parts | None, list[Problem]]:
    """Clean the template in the bytes of a file, as `open_template`."""
    parts, problems = unpacked(data, shown)
    if parts is None:
        return None, problems
    problems = [*leading_outside(parts, shown), *active(parts, shown)]
    if has_errors(problems):
        return None, problems
    parts, told = _without_traces(parts, shown)
    return parts, [*problems, *told]


def _without_traces(parts: Parts, file: str) -> tuple[Parts, list[Problem]]:
    told: list[Problem] = []
    found = list(relations(parts))
    comments = {each.target for each in found if each.kind in _COMMENTS and not each.external}
    comments |= {name for name in parts if _UNLINKED_COMMENTS.fullmatch(name)}
    sources = {(each.source, each.identity) for each in found if each.kind in MERGE_SOURCES}
    lists = {e.target for e in found if e.kind in MERGE_SOURCES and not e.external}
    signed = {name for name in parts if name.startswith("_xmlsignatures/")}
    printers = {each.target for each in found if each.kind == _PRINTERS and not each.external}
    if signed:
        told.append(problem("KD342", Place(file=file), gi="chữ ký số của người soạn mẫu"))
    if comments & parts.keys():
        place = Place(file=file, part=part_name(DOCUMENT))
        told.append(problem("KD342", place, gi="lời bình (comment)"))
    gone = comments | lists | signed | printers
    if gone or sources:
        parts = without(parts, gone, sources)
    made = dict(parts)
    for name, data in parts.items():
        changed, commented = _CHANGED.search(data), _MARKED.search(data)
        root = parse(data) if name.endswith(".xml") and (changed or commented) else None
        if root is None:
            continue
        for mark in list(root.iter(*(f"{W}{each}" for each in _TRACES))):
            _take_out(mark)
        place = _first_change(root, file, name)
        told += _tags_deleted(root, file, name)
        author = accept(root)
        if author is not None:
            told.append(problem("KD341", place, ai=author or "không rõ ai"))
        made[name] = written(root)
    told += _of_settings(made, file)
    _of_properties(made)
    return made, told


def _of_settings(made: dict[str, bytes], file: str) -> Iterator[Problem]:
    """Remove the traces in the settings, in place, and tell them."""
    settings = parse(made.get(_SETTINGS, b""))
    if settings is not None:
        removed = [each for each in settings if _is_trace(each)]
        for each in removed:
            settings.remove(each)
            what = _TOLD.get(str(each.tag).removeprefix(W))
            if what:
                yield problem("KD342", Place(file=file, part="thiết lập của tệp"), gi=what)
        if removed:
            made[_SETTINGS] = written(settings)
    if rels_of(_SETTINGS) in made and b"<Relationship " not in made[rels_of(_SETTINGS)]:
        del made[rels_of(_SETTINGS)]


def _of_properties(made: dict[str, bytes]) -> None:
    """Remove who wrote and saved the template, in place."""
    core = parse(made.get(_CORE, b""))
    if core is not None and (persons := [each for each in core if _names_somebody(each)]):
        for each in persons:
            core.remove(each)
        made[_CORE] = written(core)


def _names_somebody(element: etree._Element) -> bool:
    """Return whether a property says who worked on the template; one with a tag is of the paper."""
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    return name in _PERSONS and "{{" not in (element.text or "")


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
