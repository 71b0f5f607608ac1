"""The named styles of a Word file: what they say or inherit, and how a property is set."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.engine.look import TWIPS_A_MM
from generator.engine.tags import W

TWIPS_A_POINT = 20
SINGLE = 240
"""The value of `w:line` for single spacing."""
_MEASURE, _LONGEST = re.compile(r"(-?\d+(?:\.\d+)?)(|mm|cm|in|pt|pc|pi)"), 12
_UNITS = {"": 1.0, "mm": TWIPS_A_MM, "cm": 10 * TWIPS_A_MM, "in": 1440.0, "pt": 20.0}
_PICA = 240.0
_TOGGLES = frozenset({"b", "bCs", "i", "iCs", "caps", "u"})
_OFF = frozenset({"0", "false", "off", "none"})
_RUN = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
    "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
)  # fmt: skip
_PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "rPr",
)  # fmt: skip
"""The order of the properties of a run, of a paragraph, in the schema of WordprocessingML."""


def twips(written: str) -> float | None:
    """Return a measure of Word (twips, or a number with its unit) in twips, None for none."""
    found = _MEASURE.fullmatch(written.strip())
    if found is None or len(written) > _LONGEST:
        return None
    return float(found[1]) * _UNITS.get(found[2], _PICA)


class Styles:
    """The styles of a template by name, each with what it inherits."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.by_id = {each.get(f"{W}styleId") or "": each for each in root.iter(f"{W}style")}
        self.names = {val_of(each, "name"): key for key, each in self.by_id.items()}

    def chain(self, key: str) -> Iterator[etree._Element]:
        """Yield a style and those it is based on; a circle ends it."""
        seen: set[str] = set()
        while key in self.by_id and key not in seen:
            seen.add(key)
            yield self.by_id[key]
            key = val_of(self.by_id[key], "basedOn")

    def found(self, key: str, tag: str, properties: str = "rPr") -> etree._Element | None:
        """Return a property of a style, its own or inherited; None if it has none."""
        ways = (each.find(f"{W}{properties}/{W}{tag}") for each in self.chain(key))
        own = next((each for each in ways if each is not None), None)
        if own is not None or tag in _TOGGLES:
            return own
        default = f"{W}docDefaults/{W}{properties}Default/{W}{properties}/{W}{tag}"
        return self.root.find(default)

    def size(self, key: str) -> float | None:
        """Return the size of a style's letters in points; None if it is no number."""
        found = self.found(key, "sz")
        written = found.get(f"{W}val") or "" if found is not None else "20"
        return int(written) / 2 if written.isascii() and written.isdigit() else None

    def has(self, key: str, tag: str) -> bool:
        """Return whether a mark such as bold is on."""
        found = self.found(key, tag)
        return found is not None and (found.get(f"{W}val") or "1") not in _OFF

    def measure(self, key: str, tag: str, attribute: str) -> float | None:
        """Return a measure of a style's paragraphs in twips, inherited attribute by attribute."""
        defaults = self.root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}{tag}")
        ways = [each.find(f"{W}pPr/{W}{tag}") for each in self.chain(key)]
        for each in (*ways, defaults):
            if each is not None and each.get(f"{W}{attribute}") is not None:
                return twips(each.get(f"{W}{attribute}") or "")
        return None

    def word(self, key: str, tag: str, attribute: str) -> str | None:
        """Return an attribute that is no measure, inherited."""
        ways = (each.find(f"{W}pPr/{W}{tag}") for each in self.chain(key))
        values = (each.get(f"{W}{attribute}") for each in ways if each is not None)
        return next((each for each in values if each is not None), None)


def line_of(styles: Styles, key: str) -> tuple[float, bool]:
    """Return the line spacing of a style, and whether it is exact: in points, else in lines."""
    line = styles.measure(key, "spacing", "line") or SINGLE
    exact = styles.word(key, "spacing", "lineRule") == "exact"
    return (line / TWIPS_A_POINT if exact else line / SINGLE), exact


def set_measures(style: etree._Element, tag: str, values: Mapping[str, float]) -> etree._Element:
    """Set some attributes of a paragraph property, and return it; its others stay."""
    found = style.find(f"{W}pPr/{W}{tag}")
    if found is None:
        found = put(style, "pPr", tag, {})
    for name, value in values.items():
        found.set(f"{W}{name}", f"{round(value)}")
    return found


def put(
    style: etree._Element, properties: str, tag: str, values: Mapping[str, str]
) -> etree._Element:
    """Set a property of a style (or of the defaults) where the schema has its place.

    Args:
        style: the style.
        properties: `pPr` or `rPr`; made if the style has none.
        tag: the property.
        values: its attributes; those it had go.
    """
    own = _own(style, properties)
    found = own.find(f"{W}{tag}")
    if found is None:
        found = etree.Element(f"{W}{tag}")
        order = _RUN if properties == "rPr" else _PARAGRAPH
        behind = {f"{W}{each}" for each in order[order.index(tag) + 1 :]}
        at = next((each for each in own if each.tag in behind), None)
        own.append(found) if at is None else at.addprevious(found)
    found.attrib.clear()
    for name, value in values.items():
        found.set(f"{W}{name}", value)
    return found


def _own(style: etree._Element, tag: str) -> etree._Element:
    found = style.find(f"{W}{tag}")
    if found is not None:
        return found
    made = etree.Element(f"{W}{tag}")
    at = style.find(f"{W}rPr") if tag == "pPr" else None
    if at is None:
        at = next((each for each in style if str(each.tag).startswith((f"{W}tbl", f"{W}tr"))), None)
    style.append(made) if at is None else at.addprevious(made)
    return made


def val_of(style: etree._Element, tag: str) -> str:
    """Return the value of a child of a style; empty if it has none."""
    found = style.find(f"{W}{tag}")
    return (found.get(f"{W}val") or "") if found is not None else ""
