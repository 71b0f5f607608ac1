"""How the text of a Word file looks: emphasis and font of a run, also by its styles."""

from typing import Any, NamedTuple

from lxml import etree

from generator.opening.hidden import inherited, is_on
from generator.opening.word_parts import W

Given = dict[str, Any]
"""What run properties say, by the name of the element; fonts by the attribute."""

_SWITCHES = {f"{W}{name}": name for name in ("b", "i", "vanish", "strike", "dstrike")}
_UNDERLINE, _COLOUR, _FONTS = f"{W}u", f"{W}color", f"{W}rFonts"
_HIGHLIGHT, _SHADING, _STYLE = f"{W}highlight", f"{W}shd", f"{W}rStyle"
_VAL, _FILL = f"{W}val", f"{W}fill"
_NO_GROUND = frozenset({None, "", "auto", "none", "nil", "clear", "white", "FFFFFF", "ffffff"})
_WHITE = "FFFFFF"
_DARK = 0x33
"""The most of red, green and blue that still looks black, as text pasted from pages has it."""


class Look(NamedTuple):
    """How a run looks; `font` is that of letters with marks, `unseen` what hides it."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    struck: bool = False
    coloured: bool = False
    font: str = ""
    unseen: bool = False

    @property
    def emphasis(self) -> tuple[bool, ...]:
        """What readers see of it: bold, italic, underline, struck, coloured."""
        return self[:5]


class Styles(NamedTuple):
    """What the styles of a file say, each with those that it is based on.

    `usual` is the style of paragraphs that name none; `numbers` are the list (`numId`) and the
    level that paragraphs of a style have, the level empty where the style does not say it.
    """

    given: dict[str, Given]
    numbers: dict[str, tuple[str, str]]
    usual: str
    default: Given


def styles_of(root: etree._Element | None) -> Styles:
    """Return the styles of `styles.xml`, which need not be there; those of tables do not count."""
    if root is None:
        return Styles({}, {}, "", {})
    own: dict[str, tuple[Given, str]] = {}
    usual = ""
    for style in root.iterchildren(f"{W}style"):
        if style.get(f"{W}type") == "table":
            continue
        name = style.get(f"{W}styleId") or ""
        given = given_by(style.find(f"{W}rPr"))
        for part in ("numId", "ilvl"):
            if (number := value(style.find(f"{W}pPr/{W}numPr/{W}{part}"))) is not None:
                given[part] = number
        own[name] = (given, value(style.find(f"{W}basedOn")) or "")
        is_usual = style.get(f"{W}default") in {"1", "true", "on"}
        if is_usual and style.get(f"{W}type") == "paragraph":
            usual = name
    known = {name: inherited(own, name) for name in own}
    numbers = {
        name: (each["numId"], each.get("ilvl", ""))
        for name, each in known.items()
        if "numId" in each
    }
    default = given_by(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    return Styles(known, numbers, usual, default)


def given_by(properties: etree._Element | None) -> Given:
    """Return what run properties say themselves."""
    given: Given = {}
    for each in () if properties is None else properties:
        tag = each.tag
        if tag in _SWITCHES:
            given[_SWITCHES[tag]] = is_on(each)
        elif tag == _FONTS:
            for kind in ("ascii", "hAnsi"):
                if each.get(f"{W}{kind}Theme"):
                    given[kind] = ""  # the fonts of themes are in Unicode
                elif (font := each.get(f"{W}{kind}")) is not None:
                    given[kind] = font
        elif tag == _UNDERLINE:
            given["u"] = each.get(_VAL) != "none"
        elif tag == _COLOUR:
            given["color"] = (each.get(_VAL) or "auto").upper()
        elif tag == _HIGHLIGHT:
            given["highlight"] = each.get(_VAL) not in _NO_GROUND
        elif tag == _SHADING:
            given["shd"] = not {each.get(_VAL), each.get(_FILL)} <= _NO_GROUND
        elif tag == _STYLE:
            given["style"] = each.get(_VAL) or ""
    return given


def look_of(own: Given, paragraph_style: str, styles: Styles) -> Look:
    """Return how a run looks.

    Args:
        own: what its own properties say.
        paragraph_style: the style that its paragraph names; empty for the usual one.
        styles: those of the file.
    """
    of_run = styles.given.get(own.get("style", ""), {})
    of_paragraph = styles.given.get(paragraph_style or styles.usual, {})
    # What is switched on by both styles is off again (ISO 29500-1, 17.7.3).
    switched = {
        name: of_run.get(name, False) != of_paragraph.get(name, False)
        for name in _SWITCHES.values()
        if name in of_run or name in of_paragraph
    }
    look = {**styles.default, **of_paragraph, **of_run, **switched, **own}
    colour = look.get("color", "AUTO")
    on_ground = look.get("highlight", False) or look.get("shd", False)
    return Look(
        bold=look.get("b", False),
        italic=look.get("i", False),
        underline=look.get("u", False),
        struck=look.get("strike", False) or look.get("dstrike", False),
        coloured=on_ground or not _is_black(colour),
        font=look.get("hAnsi") or look.get("ascii") or "",
        unseen=look.get("vanish", False) or (colour == _WHITE and not on_ground),
    )


def _is_black(colour: str) -> bool:
    if len(colour) != len(_WHITE) or not set(colour) <= set("0123456789ABCDEF"):
        return True  # «auto», or none that Word knows
    return all(int(colour[at : at + 2], 16) <= _DARK for at in (0, 2, 4))


def value(element: etree._Element | None) -> str | None:
    """Return the `w:val` of an element; None when either is missing."""
    return None if element is None else element.get(_VAL)
