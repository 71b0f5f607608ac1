"""How a hand writes an answer on the dotted lines below a heading.

Each function takes the section, the paragraphs of the answer, with `**bold**` and `*italic*`, and
chance; it changes the document.
"""

import random
from collections.abc import Callable
from functools import partial

from tests.returned.places import Section
from tests.returned.word import (
    Element,
    emptied,
    paragraph,
    put_after,
    removed,
    retyped,
    run,
    runs,
    text_of,
    w,
    xml,
)

Prose = Callable[[Section, list[str], random.Random], None]
LEADER = "…" * 12


def instead(place: Section, lines: list[str], _: random.Random) -> None:
    """On the dotted lines, the leaders gone, and the lines that were left over."""
    for line, text in zip(place.lines, lines, strict=False):
        retyped(line, text)
    put_after(place.lines[min(len(lines), len(place.lines)) - 1], _more(place, lines))
    removed(*place.lines[len(lines) :])


def _more(place: Section, lines: list[str]) -> list[Element]:
    return [paragraph(each, "DongKeCham") for each in lines[len(place.lines) :]]


def own_paragraphs(
    place: Section,
    lines: list[str],
    _: random.Random,
    *,
    style: str = "",
    look: str = "",
    more: str = "",
) -> None:
    """In paragraphs of another look, all dotted lines deleted."""
    put_after(place.lines[-1], [paragraph(each, style, look, more) for each in lines])
    removed(*place.lines)


def before_leader(place: Section, lines: list[str], _: random.Random) -> None:
    """Before the leaders, which go on behind the words; lines that were not needed stay."""
    for line, text in zip(place.lines, lines, strict=False):
        line[1:1] = list(runs(text))


def after_leader(place: Section, lines: list[str], _: random.Random) -> None:
    for line, text in zip(place.lines, lines, strict=False):
        line.extend(runs(text))


def kept_below(place: Section, lines: list[str], _: random.Random) -> None:
    """Above the dotted lines, which all stay."""
    put_after(_before(place), [paragraph(each, "NoiDung") for each in lines])


def _before(place: Section) -> Element:
    found = place.lines[0].getprevious()
    assert found is not None
    return found


def in_dots(place: Section, lines: list[str], chance: random.Random) -> None:
    """On lines of literal dots, some of which are left over."""
    for line, text in zip(place.lines, lines, strict=False):
        front = chance.choice(("", "…", "......", "…… "))
        retyped(line, f"{front}{text}{chance.choice(('', '…………', '..........', ' ……'))}")
    for line in place.lines[len(lines) :]:
        retyped(line, chance.choice((LEADER * 4, "." * 90)))


def spaced(place: Section, lines: list[str], chance: random.Random) -> None:
    """With empty paragraphs between the others."""
    own_paragraphs(place, [each for text in lines for each in (text, "")], chance)


def broken_lines(place: Section, lines: list[str], _: random.Random) -> None:
    """In one paragraph, the lines broken by Shift and Enter."""
    first = emptied(place.lines[0])
    for number, text in enumerate(lines):
        if number:
            first.append(xml("<w:r><w:br/></w:r>"))
        first.extend(runs(text))
    removed(*place.lines[1:])


def on_heading(place: Section, lines: list[str], chance: random.Random) -> None:
    """On the line of the heading, behind its full stop or a colon; as usual where the form gives hints below it."""
    if _hints(place):
        instead(place, lines, chance)
        return
    ends = text_of(place.heading).rstrip()[-1:]
    place.heading.append(run(chance.choice((" ", "  ")) if ends in ".:" else ": "))
    place.heading.extend(runs(lines[0]))
    put_after(place.lines[-1], [paragraph(each, "NoiDung") for each in lines[1:]])
    removed(*place.lines)


def under_hints(place: Section, lines: list[str], chance: random.Random) -> None:
    """Each paragraph below one of the hints of the form, the last ones together."""
    hints = _hints(place)
    if not hints:
        instead(place, lines, chance)
        return
    for hint, text in zip(hints, lines, strict=False):
        hint.addnext(paragraph(text, "NoiDung"))
    put_after(place.lines[-1], [paragraph(each, "NoiDung") for each in lines[len(hints) :]])
    removed(*place.lines)


def _hints(place: Section) -> list[Element]:
    """Return the paragraphs between the heading and the dotted lines."""
    return list(place.heading.itersiblings())[: _at(place.lines[0]) - _at(place.heading) - 1]


def _at(element: Element) -> int:
    parent = element.getparent()
    assert parent is not None
    return parent.index(element)


def split_runs(place: Section, lines: list[str], chance: random.Random) -> None:
    """In runs of a few letters, as an editor leaves them after corrections."""
    own_paragraphs(place, ["" for _ in lines], chance)
    for made, text in zip(_written(place.heading, len(lines)), lines, strict=True):
        at = 0
        while at < len(text):
            size = chance.randint(1, 9)
            piece = run(text[at : at + size])
            piece.set(w("rsidR"), f"00{chance.randrange(16**6):06X}")
            made.append(piece)
            if chance.random() < 0.1:
                made.append(xml('<w:proofErr w:type="spellStart"/>'))
            at += size


def _written(heading: Element, count: int) -> list[Element]:
    """Return the paragraphs that were just written below a heading, still empty."""
    found: list[Element] = []
    below = heading.getnext()
    while len(found) < count and below is not None:
        if not text_of(below) and below.tag == w("p"):
            found.append(below)
        below = below.getnext()
    return found


def inserted(place: Section, lines: list[str], _: random.Random) -> None:
    """With changes tracked: the leader deleted, the words inserted."""
    about = 'w:author="Bình" w:date="2026-11-28T08:00:00Z"'
    for number, (line, text) in enumerate(zip(place.lines, lines, strict=False)):
        gone = xml(f'<w:del w:id="{900 + number}" {about}/>')
        gone.extend(line.findall(w("r")))
        added = xml(f'<w:ins w:id="{950 + number}" {about}/>')
        added.extend(runs(text))
        line.extend([gone, added])
    removed(*place.lines[len(lines) :])


def in_control(place: Section, lines: list[str], _: random.Random) -> None:
    """Inside a content control."""
    held = xml("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
    held[1].extend(paragraph(each, "NoiDung") for each in lines)
    place.lines[0].addprevious(held)
    removed(*place.lines)


def listed(place: Section, lines: list[str], chance: random.Random, *, number: int) -> None:
    """As an automatic list, whose marks are no letters of the text."""
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    own_paragraphs(place, lines, chance, more=numbered)


def in_table(place: Section, lines: list[str], _: random.Random) -> None:
    """In a table that the person drew."""
    cell = '<w:tc><w:tcPr><w:tcW w:w="4600" w:type="dxa"/></w:tcPr></w:tc>'
    table = xml(
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid></w:tbl>'
    )
    for text in lines:
        row = xml(f"<w:tr>{cell}</w:tr>")
        row[0].append(paragraph(text))
        table.append(row)
    put_after(place.lines[0], [table])
    removed(place.lines[0], *place.lines[2:])
    emptied(place.lines[1])


def in_text_box(place: Section, lines: list[str], _: random.Random) -> None:
    """Inside a text box laid over the dotted lines."""
    box = xml(
        '<w:r><w:pict><v:shape style="width:450pt;height:90pt"><v:textbox><w:txbxContent/>'
        "</v:textbox></v:shape></w:pict></w:r>"
    )
    box.find(f".//{w('txbxContent')}").extend(paragraph(each) for each in lines)
    place.lines[0].insert(1, box)


def page_broken(place: Section, lines: list[str], chance: random.Random) -> None:
    """With a page break inside, and one before the next heading."""
    own_paragraphs(place, lines, chance)
    below = place.heading.getnext()
    assert below is not None
    below.append(xml('<w:r><w:br w:type="page"/></w:r>'))


def heading_repeated(place: Section, lines: list[str], chance: random.Random) -> None:
    """Below the heading typed once more as the answer's first line."""
    instead(place, [text_of(place.heading), *lines], chance)


def untidy(place: Section, lines: list[str], chance: random.Random) -> None:
    """With tabs and spaces in front, twice between words, and behind."""
    own_paragraphs(place, [f"\t  {_doubled(each, chance)}  " for each in lines], chance)


def _doubled(text: str, chance: random.Random) -> str:
    return " ".join(f"{each} " if chance.random() < 0.1 else each for each in text.split(" "))


def looking(look: str, more: str = "") -> Prose:
    return partial(own_paragraphs, look=look, more=more)
