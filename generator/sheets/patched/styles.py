"""The formats of cells in `styles.xml`: found, and added without changing any that is there."""

import re
from collections.abc import Callable, Collection
from copy import deepcopy

from lxml import etree

from generator.opening.number_formats import GENERAL
from generator.sheets.patched.cells import is_any, tag, whole

_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
)  # fmt: skip
"""The order of what `styles.xml` holds (ECMA-376, 18.8.39)."""

EMPTY = (
    '<styleSheet xmlns="{main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font>'
    '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill '
    'patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/>'
    '<bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" '
    'fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" '
    'fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)
"""What a workbook without formats is shown by."""

_FILLED = ("fillId", "applyFill")
_NOT_READ = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')


class Styles:
    """The formats of a workbook, to which more can be added; equal ones are added once."""

    def __init__(self, root: etree._Element) -> None:
        """Take the parsed `styles.xml`; what is added goes into this very tree."""
        self._root = root
        self.changed = False
        self._known: dict[str, dict[bytes, int]] = {}
        for word in ("fonts", "fills", "borders", "cellXfs"):
            if not self._items(word):
                basic = etree.fromstring(EMPTY.format(main=etree.QName(root).namespace))
                for each in basic.findall(f"{{*}}{word}/*"):
                    self._add(word, each)

    def _group(self, word: str) -> etree._Element:
        found = self._root.find(f"{{*}}{word}")
        if found is None:
            found = etree.Element(tag(self._root, word))
            before = [each for each in self._root if is_any(each, _ORDER[: _ORDER.index(word)])]
            self._root.insert(self._root.index(before[-1]) + 1 if before else 0, found)
        return found

    def _items(self, word: str) -> list[etree._Element]:
        return [each for each in self._group(word) if isinstance(each.tag, str)]

    def _add(self, word: str, made: etree._Element) -> int:
        """Return the number of an item of a group, added at its end if there is none like it."""
        if word not in self._known:
            items = self._items(word)
            self._known[word] = {_sign(each): n for n, each in reversed([*enumerate(items)])}
        sign = _sign(made)
        if sign not in self._known[word]:
            group = self._group(word)
            self._known[word][sign] = len(self._items(word))
            group.append(made)
            group.set("count", str(len(self._items(word))))
            self.changed = True
        return self._known[word][sign]

    def _made(self, text: str) -> etree._Element:
        return etree.fromstring(f'<x xmlns="{etree.QName(self._root).namespace}">{text}</x>')[0]

    def fill(self, color: str) -> int:
        """Return the number of the fill of one colour, «FFFFD9D9»."""
        return self._add("fills", self._made(
            f'<fill><patternFill patternType="solid"><fgColor rgb="{color}"/>'
            '<bgColor indexed="64"/></patternFill></fill>'
        ))  # fmt: skip

    def font(self, change: Callable[[etree._Element], None]) -> int:
        """Return the number of a font like the first one, changed."""
        made = deepcopy(self._items("fonts")[0])
        change(made)
        return self._add("fonts", made)

    def border(self) -> int:
        """Return the number of thin lines all around."""
        sides = "".join(
            f'<{side} style="thin"><color auto="1"/></{side}>'
            for side in ("left", "right", "top", "bottom")
        )
        return self._add("borders", self._made(f"<border>{sides}<diagonal/></border>"))

    def form(self, number: int) -> etree._Element:
        """Return a copy of a cell format; of the first one for a number that is not there."""
        forms = self._items("cellXfs")
        return deepcopy(forms[number] if 0 <= number < len(forms) else forms[0])

    def like(self, number: int, child: str = "", **attributes: str) -> int:
        """Return the number of a cell format like another one, but with some attributes.

        Args:
            number: the other one.
            child: an element inside, as text, in the place of the one of its name.
            **attributes: what differs.
        """
        made = self.form(number)
        for key, value in attributes.items():
            made.set(key, value)
        if child:
            element = self._made(child)
            for each in [each for each in made if each.tag == element.tag]:
                made.remove(each)
            made.insert(0, element)
        return self._add("cellXfs", made)

    def filled(self, color: str) -> frozenset[int]:
        """Return the fills of one colour; a program that saves the workbook writes its own."""
        found = (each.find("{*}patternFill/{*}fgColor") for each in self._items("fills"))
        colors = [each.get("rgb") if each is not None else None for each in found]
        return frozenset(number for number, each in enumerate(colors) if each == color)

    def number_of_fill(self, number: int) -> int:
        """Return the fill of a cell format."""
        return whole(self.form(number).get("fillId"))

    def unfilled(self, number: int, fills: Collection[int]) -> int:
        """Return the number of the cell format that one with such a fill was before, else itself.

        What it was is one that differs in nothing but the fill; where there is none, it had none.
        """
        form = self.form(number)
        if whole(form.get("fillId")) not in fills:
            return number
        bare = _sign(form, without=_FILLED)
        for place, each in enumerate(self._items("cellXfs")):
            if whole(each.get("fillId")) not in fills and bare == _sign(each, _FILLED):
                return place
        form.attrib.pop("applyFill", "")
        form.set("fillId", "0")
        return self._add("cellXfs", form)

    def written(self) -> bytes:
        """Return the part."""
        return serialised(self._root)


def serialised(root: etree._Element) -> bytes:
    """Return a part as bytes, with what stands before its first element."""
    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def _sign(element: etree._Element, without: tuple[str, ...] = ()) -> bytes:
    """Return what tells an item of a group from the others."""
    left = sorted((str(k), v) for k, v in element.attrib.items() if str(k) not in without)
    children = (
        (etree.QName(each).localname, sorted(each.attrib.items()), each.text)
        for each in element.iterdescendants()
        if isinstance(each.tag, str)
    )
    return repr((left, list(children))).encode()


def is_day(form: str) -> bool:
    """Return whether a number format shows a day."""
    letters = set(_NOT_READ.sub("", form.split(";", maxsplit=1)[0]).lower())
    if form == GENERAL:
        return False
    return bool(letters & {"d", "y"}) or ("m" in letters and not letters & {"h", "s"})


def is_number(form: str) -> bool:
    """Return whether a number format shows a number, and is not just General or text."""
    bare = _NOT_READ.sub("", form.split(";", maxsplit=1)[0])
    return form not in {GENERAL, "@"} and bool(re.search(r"[0#?]", bare)) and not is_day(form)
