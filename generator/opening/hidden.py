"""Knows which text of a Word file nobody sees: hidden, struck out, white, also by its style."""

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off"})
_SWITCHES = ("vanish", "strike", "dstrike")
Said = TypeVar("Said")

_DEEPEST = 20
"""Styles that may be based on one another; Word itself refuses more than eleven."""

HIDING = (b"vanish", b"strike", b"FFFFFF", b"ffffff")
"""A part with none of these hides nothing."""


class Hidden(NamedTuple):
    """What the styles of a file hide.

    `styles` holds the switches that are on, by the id of the style; `usual` is the style of
    paragraphs that name none.
    """

    styles: dict[str, frozenset[str]]
    usual: str

    @property
    def any(self) -> bool:
        """Whether any style hides text."""
        return any(self.styles.values())


def hidden_styles(root: etree._Element) -> Hidden:
    """Return what the styles of a file hide, each with those that it is based on."""
    own: dict[str, tuple[dict[str, bool], str]] = {}
    usual = ""
    for style in root.iter(f"{_W}style"):
        name, based = style.get(f"{_W}styleId") or "", style.find(f"{_W}basedOn")
        above = "" if based is None else based.get(f"{_W}val") or ""
        own[name] = (dict(_given(style.find(f"{_W}rPr"))), above)
        if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") not in (None, *_OFF):
            usual = name
    known = {name: inherited(own, name) for name in own}
    on = {
        name: frozenset(switch for switch in each if each[switch]) for name, each in known.items()
    }
    return Hidden(on, usual)


def inherited(own: dict[str, tuple[dict[str, Said], str]], name: str) -> dict[str, Said]:
    """Return what a style says, with those that it is based on.

    Args:
        own: what each style says itself, and on which it is based.
        name: the style.
    """
    known: dict[str, Said] = {}
    for _ in range(_DEEPEST):
        if name not in own:
            break
        given, name = own[name]
        known = {**given, **known}
    return known


def _given(properties: etree._Element | None) -> Iterator[tuple[str, bool]]:
    """Yield what run properties say: each switch on or off, and whether the text is white."""
    if properties is None:
        return
    for name in _SWITCHES:
        found = properties.find(f"{_W}{name}")
        if found is not None:
            yield name, is_on(found)
    colour = properties.find(f"{_W}color")
    if colour is not None:
        white = (colour.get(f"{_W}val") or "").upper() == "FFFFFF"
        grounds = (properties.find(f"{_W}{each}") for each in ("shd", "highlight"))
        yield "white", white and all(each is None for each in grounds)


def is_unseen(run: etree._Element, styles: Hidden) -> bool:
    """Return whether a run is hidden, struck out or white on white, so that it does not count."""
    given = run.find(f"{_W}rPr")
    own = dict(_given(given))
    if not styles.any:
        return any(own.values())
    of_run = styles.styles.get(_style(given, "rStyle"), frozenset())
    paragraph = next(run.iterancestors(f"{_W}p"), None)
    properties = None if paragraph is None else paragraph.find(f"{_W}pPr")
    of_paragraph = styles.styles.get(_style(properties, "pStyle") or styles.usual, frozenset())
    # What is switched on by both styles is off again (ISO 29500-1, 17.7.3); a colour is not.
    by_style = (of_run ^ of_paragraph) | ({"white"} & of_paragraph)
    return any({**dict.fromkeys(by_style, True), **own}.values())


def _style(properties: etree._Element | None, kind: str) -> str:
    found = None if properties is None else properties.find(f"{_W}{kind}")
    return "" if found is None else found.get(f"{_W}val") or ""


def is_on(setting: etree._Element | None) -> bool:
    """Return whether a switch is there and not off."""
    return setting is not None and setting.get(f"{_W}val") not in _OFF
