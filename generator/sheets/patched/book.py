"""Finds the sheets of a workbook among its parts, and refuses a workbook that runs or fetches."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.engine.relations import (
    CONTENT_TYPES,
    Relation,
    content_types,
    parse,
    relations,
)
from generator.opening.content import REASONS, Refusal, RefusedFileError
from generator.problems import Place, Problem, problem
from generator.sheets.patched.parts import Packed, unpacked

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespace of a workbook: the usual one, and that of «Strict Open XML»."""

_MACROS = re.compile(r"macro|vba", re.IGNORECASE)
_OUTSIDE = {
    "externallink": "liên kết tới sổ khác",
    "externallinkpath": "liên kết tới sổ khác",
    "xlexternallinkpath": "liên kết tới sổ khác",
    "connections": "kết nối dữ liệu ở ngoài tệp",
    "querytable": "bảng lấy dữ liệu từ ngoài tệp",
    "vbaproject": "macro",
    "xlmacrosheet": "macro (Excel 4.0)",
    "xlintlmacrosheet": "macro (Excel 4.0)",
    "webextension": "tiện ích web",
}
"""What a relationship or a part of such a type is, in words."""

_FETCHED = "thành phần lấy từ nơi khác"
_DDE, _CALLS = "công thức gọi chương trình khác (DDE)", "công thức lấy nội dung từ ngoài tệp"
_SUSPECT = (
    b"|", b"[", b"ddelink", b"olelink", b"externalref", b"externalbook", b"webservice", b"rtd(",
    b"call(", b"register", b"image(", b"dde",
)  # fmt: skip
"""What a part has somewhere, in small letters, if one of its formulas is to be refused."""

_TEXT = re.compile(r'"(?:[^"]|"")*"')
_ARRAY = re.compile(r"\{[^{}]*\}")
_BOOK = re.compile(r"(?<![\w\]\[])\[[^\[\]]+\][^\[\]!,()]*!|'[^']*\[[^\[\]]+\][^']*'!")
_CALL = re.compile(
    r"(?<![\w.])(?:_XL\w+\.)?(?:WEBSERVICE|RTD|CALL|REGISTER(?:\.ID)?|IMAGE|DDE(?:AUTO)?)\(",
    re.IGNORECASE,
)
_FORMULAS = {
    "f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula",
    "totalsRowFormula",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of cells: its name as Excel shows it, its part, how the workbook links to it."""

    name: str
    part: str
    link: str


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its parts, the main one, its sheets of cells in order, its other sheets by name.

    `styles` and `strings` are the parts of the formats and the shared texts, «» if there is none.
    """

    packed: Packed
    main: str
    sheets: Sequence[Sheet]
    others: Sequence[str]
    styles: str
    strings: str
    relations: Sequence[Relation]

    def root(self, part: str) -> etree._Element:
        """Return a part, parsed anew.

        Raises:
            RefusedFileError: it is missing or damaged.
        """
        root = parse(self.packed.xml.get(part, b""))
        if root is None:
            raise RefusedFileError(Refusal.HONG)
        return root

    def sheet(self, name: str) -> Sheet | None:
        """Return a sheet by its name, as Excel compares names."""
        same = next((each for each in self.sheets if each.name == name), None)
        alike = (each for each in self.sheets if folded(each.name) == folded(name))
        return same or next(alike, None)

    def led(self, part: str, kind: str) -> Iterator[Relation]:
        """Yield the relationships of a part that are of one kind."""
        return (each for each in self.relations if (each.source, each.kind) == (part, kind))


def folded(name: str) -> str:
    """Return the name of a sheet as Excel compares it: the case of letters does not count."""
    return unicodedata.normalize("NFC", name).casefold()


def book_of(data: bytes) -> Book | Problem:
    """Read a workbook; KD820 if it cannot be read."""
    packed = unpacked(data)
    if isinstance(packed, Problem):
        return packed
    found = _found(packed)
    return found or problem("KD820", Place(), ly_do=REASONS[Refusal.HONG])


def active(book: Book) -> Problem | None:
    """Return KD821 for a workbook that runs or fetches something when it is opened."""
    what = next(_active(book), "")
    return problem("KD821", Place(), gi=what) if what else None


def _found(packed: Packed) -> Book | None:
    links = []
    for led in relations(packed.xml):
        target = led.target if led.external else packed.named(led.target)
        links.append(Relation(led.source, led.identity, led.kind, target, led.external))
    leading = (each for each in links if not each.source and each.kind == "officeDocument")
    main = next((each.target for each in leading), "")
    root = parse(packed.xml.get(main, b""))
    if root is None or etree.QName(root).namespace not in MAIN or CONTENT_TYPES not in packed.xml:
        return None
    own = {each.identity: each for each in links if each.source == main}
    of_kind = {each.kind: each.target for each in own.values()}
    sheets: list[Sheet] = []
    others: list[str] = []
    for each in root.iterfind("{*}sheets/{*}sheet"):
        name, link = each.get("name") or "", _link(each)
        to = own.get(link)
        if to is not None and to.kind == "worksheet" and to.target in packed.xml:
            sheets.append(Sheet(name, to.target, link))
        else:
            others.append(name)
    styles, strings = (of_kind.get(kind, "") for kind in ("styles", "sharedStrings"))
    if not sheets:
        return None
    return Book(packed, main, sheets, others, styles, strings, links)


def _link(sheet: etree._Element) -> str:
    """Return the identity of the relationship of a sheet, whatever its prefix is."""
    linked = (str(v) for k, v in sheet.attrib.items() if etree.QName(k).localname == "id")
    return next(linked, "")


def _active(book: Book) -> Iterator[str]:
    """Yield what runs or reaches outside of the file."""
    packed = book.packed
    for each in book.relations:
        if what := _OUTSIDE.get(each.kind.lower()):
            yield what
        elif each.external and each.kind != "hyperlink":
            yield f"{_FETCHED} ({each.kind})"
    named, by_ending = content_types(packed.xml)
    for kind in (*named.values(), *by_ending.values()):
        if _MACROS.search(kind):
            yield "macro"
        yield from (what for word, what in _OUTSIDE.items() if word in kind.lower())
    for name, data in packed.xml.items():
        if name.endswith(".rels") or name in {CONTENT_TYPES, book.styles, book.strings}:
            continue
        small = data.lower()
        if any(word in small for word in _SUSPECT):
            yield from _formulas(parse(data))


def _formulas(root: etree._Element | None) -> Iterator[str]:
    for each in root.iter(etree.Element) if root is not None else ():
        word = etree.QName(each).localname
        if word in {"ddeLink", "oleLink"}:
            yield _DDE
        elif word in {"externalReference", "externalBook"}:
            yield _OUTSIDE["externallink"]
        elif word in _FORMULAS and each.text:
            bare = _TEXT.sub('""', each.text)
            if "|" in bare:
                yield _DDE
            elif _BOOK.search(_ARRAY.sub("", bare)):
                yield _OUTSIDE["externallink"]
            elif _CALL.search(bare):
                yield _CALLS
