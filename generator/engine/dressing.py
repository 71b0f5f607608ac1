"""Writes a look into the styles and pages of a template, before it is compiled.

What fits already stays as its author left it; what does not becomes the nearest value that fits. It
is done once for a template, never for a document.
"""

import copy
from collections.abc import Mapping

from lxml import etree

from generator.engine.look import Face, Look, Page, Paragraphs, Span, nearest
from generator.engine.relations import DOCUMENT, Parts, relations
from generator.engine.styles import (
    SINGLE,
    TWIPS_A_POINT,
    Styles,
    line_of,
    put,
    set_measures,
    twips,
)
from generator.engine.tags import W

_NEAR = 6
"""Twips, a tenth of a millimetre: measures closer than this are the same, Word rounds them so."""
_FONT_HEIGHT = 1.15
"""A single line of a text font is about this much higher than its size."""
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def dress(parts: Parts, trees: Mapping[str, etree._Element], look: Look) -> None:
    """Write a look into the parsed parts of a template or block, in place.

    Args:
        parts: the parts of its package, for their relationships.
        trees: its parsed parts: the document, the styles, headers.
        look: how it must look.
    """
    styles = trees.get("word/styles.xml")
    body = trees.get(DOCUMENT)
    if styles is None or body is None:
        return
    known = Styles(styles)
    _defaults(known, look)
    _ruled(known, body, look)
    present = [name for name in look.faces if name in known.names]
    # What a style is based on comes first: it is measured by what it inherits.
    for name in sorted(present, key=lambda each: len([*known.chain(known.names[each])])):
        _face(known, known.names[name], look.faces[name])
    _paragraphs(known, look.paragraphs)
    _number(known, look.page)
    for section in list(body.iter(f"{W}sectPr")):
        _page(section, look.page)
        if not look.page.first_without_number:
            _number_on_first(section, parts, trees)
    _boxes(known, body, look)


def _defaults(styles: Styles, look: Look) -> None:
    above = styles.root.find(f"{W}docDefaults/{W}rPrDefault")
    fonts = above.find(f"{W}rPr/{W}rFonts") if above is not None else None
    if above is None or fonts is None:
        return
    was = fonts.get(f"{W}ascii")
    for each in styles.root.iter(f"{W}rFonts"):
        for key, value in each.attrib.items():
            if value == was and was != look.font:
                each.set(key, look.font)
    colour = above.find(f"{W}rPr/{W}color")
    if (colour.get(f"{W}val") if colour is not None else "000000") != look.colour:
        put(above, "rPr", "color", {"val": look.colour})


def _face(styles: Styles, key: str, face: Face) -> None:
    own = styles.by_id[key]
    size = styles.size(key)
    if size is not None and nearest(size, face.size) != size:
        half = f"{round(nearest(size, face.size) * 2)}"
        for tag in ("sz", "szCs"):
            put(own, "rPr", tag, {"val": half})
    is_character = styles.by_id[key].get(f"{W}type") == "character"
    for tags, wanted in (
        (("b", "bCs"), face.bold),
        (("i", "iCs"), face.italic),
        (("caps",), face.capitals),
    ):
        if wanted is not None and styles.has(key, tags[0]) != wanted:
            for tag in tags:
                put(own, "rPr", tag, {} if wanted else {"val": "0"})
    if is_character and styles.has(key, "u") != face.underlined:
        put(own, "rPr", "u", {"val": "single" if face.underlined else "none"})


def _paragraphs(styles: Styles, rule: Paragraphs) -> None:
    key = styles.names.get(rule.style)
    if key is None:
        return
    own = styles.by_id[key]
    indent = styles.measure(key, "ind", "firstLine") or 0
    if nearest(indent, rule.indent, _NEAR) != indent:
        set_measures(own, "ind", {"firstLine": nearest(indent, rule.indent)})
    gap = max(styles.measure(key, "spacing", side) or 0 for side in ("before", "after"))
    if nearest(gap, rule.gap, _NEAR) != gap:
        set_measures(own, "spacing", {"before": 0, "after": nearest(gap, rule.gap)})
    line, exact = line_of(styles, key)
    if exact == rule.exact:
        fitting = nearest(line, rule.line)
    else:
        # The same distance in the other measure, so that the page keeps its density.
        size = (styles.size(key) or 0) * _FONT_HEIGHT
        fitting = nearest(line * size if rule.exact else line / size, rule.line)
    if (fitting, rule.exact) != (line, exact):
        per = TWIPS_A_POINT if rule.exact else SINGLE
        spacing = set_measures(own, "spacing", {"line": fitting * per})
        spacing.set(f"{W}lineRule", "exact" if rule.exact else "auto")
    if rule.justified != (styles.word(key, "jc", "val") == "both"):
        put(own, "pPr", "jc", {"val": "both" if rule.justified else "left"})


def _number(styles: Styles, page: Page) -> None:
    key = styles.names.get(page.number_style)
    if key is not None and (styles.word(key, "jc", "val") or "left") != page.number_at:
        put(styles.by_id[key], "pPr", "jc", {"val": page.number_at})


def _page(section: etree._Element, page: Page) -> None:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        return
    sides = ("top", "right", "bottom", "left")
    spans = [page.top, page.right, page.bottom, page.left]
    sheet = [page.width, page.height]
    if size.get(f"{W}orient") == "landscape":
        spans, sheet = [spans[-1], *spans[:-1]], sheet[::-1]
    _fit(size, dict(zip(("w", "h"), sheet, strict=True)))
    _fit(margins, {**dict(zip(sides, spans, strict=True)), "header": page.header})


def _fit(element: etree._Element, spans: Mapping[str, Span]) -> None:
    for name, span in spans.items():
        found = twips(element.get(f"{W}{name}") or "0")
        if found is not None and nearest(found, span, _NEAR) != found:
            element.set(f"{W}{name}", f"{round(nearest(found, span))}")


def _number_on_first(
    section: etree._Element, parts: Parts, trees: Mapping[str, etree._Element]
) -> None:
    """Show the page number on the first page too, which may have a header of its own."""
    title = section.find(f"{W}titlePg")
    if title is None:
        return
    targets = {each.identity: each.target for each in relations(parts) if each.source == DOCUMENT}
    headers = {
        each.get(f"{W}type"): trees.get(targets.get(each.get(_LINK) or "", ""))
        for each in section.iter(f"{W}headerReference")
    }
    first, others = headers.get("first"), headers.get("default")
    if first is None:
        section.remove(title)
    elif others is not None and not any("PAGE" in text for text in _fields(first)):
        for offset, paragraph in enumerate(others):
            first.insert(offset, copy.deepcopy(paragraph))


def _fields(header: etree._Element) -> list[str]:
    return [each.text or "" for each in header.iter(f"{W}instrText")]


def _ruled(styles: Styles, body: etree._Element, look: Look) -> None:
    """Draw a line as long as the words beside it, or none.

    The line of a style is as long as its words because of the indents at both sides: if the words
    grow or shrink, so does it, and the share of each side stays.
    """
    for name, drawn in look.ruled.items():
        key = styles.names.get(name)
        own = styles.by_id[key].find(f"{W}pPr") if key is not None else None
        if key is None or own is None:
            continue
        border = own.find(f"{W}pBdr")
        if border is not None and not drawn:
            own.remove(border)
        face, size = look.faces.get(name), styles.size(key)
        if face is None or size is None or nearest(size, face.size) == size:
            continue
        for paragraph, column in _in_cells(body, key):
            of_paragraph = paragraph.find(f"{W}pPr/{W}ind")
            holder = styles.by_id[key] if of_paragraph is None else paragraph
            _widen(holder, column, nearest(size, face.size) / size)


def _widen(holder: etree._Element, column: float, ratio: float) -> None:
    """Set the indents of a style or paragraph so that what is between them grows by a ratio."""
    ends = holder.find(f"{W}pPr/{W}ind")
    if ends is None:
        return
    left, right = (twips(ends.get(f"{W}{side}") or "0") or 0 for side in ("left", "right"))
    if left + right <= 0:
        return
    outside = max(0, column - (column - left - right) * ratio)
    share = left / (left + right)
    set_measures(holder, "ind", {"left": outside * share, "right": outside * (1 - share)})


def _in_cells(body: etree._Element, key: str) -> list[tuple[etree._Element, float]]:
    """Return the paragraphs of a style that stand in cells, each with its cell's width in twips.

    Of those that have no indents of their own only the first: their style has them.
    """
    found: list[tuple[etree._Element, float]] = []
    by_style = False
    for cell in body.iter(f"{W}tc"):
        width = cell.find(f"{W}tcPr/{W}tcW")
        column = twips(width.get(f"{W}w") or "") if width is not None else None
        for paragraph in cell.iterchildren(f"{W}p"):
            used = paragraph.find(f"{W}pPr/{W}pStyle")
            if used is None or used.get(f"{W}val") != key or column is None:
                continue
            own = paragraph.find(f"{W}pPr/{W}ind") is not None
            if own or not by_style:
                found.append((paragraph, column))
            by_style = by_style or not own
    return found


def _boxes(styles: Styles, body: etree._Element, look: Look) -> None:
    for name, (width, height) in look.boxes.items():
        for row in body.iter(f"{W}tr"):
            cells = row.findall(f"{W}tc")
            if cells and _heads(cells[0], styles.names.get(name)):
                _box(row, cells, width, height)


def _heads(cell: etree._Element, key: str | None) -> bool:
    return any(each.get(f"{W}val") == key for each in cell.iter(f"{W}pStyle"))


def _box(row: etree._Element, cells: list[etree._Element], width: Span, height: Span) -> None:
    """Give the first cell of a row its width and height; the next cell takes the rest."""
    table = row.getparent()
    columns = [] if table is None else table.findall(f"{W}tblGrid/{W}gridCol")
    widths = [cell.find(f"{W}tcPr/{W}tcW") for cell in cells[:2]]
    found = [twips(each.get(f"{W}w") or "") for each in widths if each is not None]
    high = row.find(f"{W}trPr/{W}trHeight")
    if high is not None:
        _fit(high, {"val": height})
    if len(found) < 2 or found[0] is None or found[1] is None:
        return
    more = nearest(found[0], width, _NEAR) - found[0]
    if more:
        for sign, was, of_cell, column in zip((1, -1), found, widths, columns, strict=False):
            for each in (of_cell, column):
                if each is not None and was is not None:
                    each.set(f"{W}w", f"{round(was + sign * more)}")
