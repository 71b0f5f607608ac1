"""How a hand chooses one of the levels: each function takes the choice, the index, and chance."""

import random
from collections.abc import Callable

from tests.returned.places import Choice, Option
from tests.returned.word import Element, paragraph, removed, retyped, run, text_of, w, xml

Mark = Callable[[Choice, int, random.Random], None]

_ELLIPSE = (
    '<w:r><w:pict><v:oval style="position:absolute;margin-left:2pt;width:90pt;height:20pt" '
    'filled="f" strokecolor="red"/></w:pict></w:r>'
)


def in_cells(choice: Choice) -> bool:
    return choice.options[0].said.tag == w("p")


def crossed(choice: Choice, index: int, chance: random.Random) -> None:
    """The box is a crossed one; where there is none, the other levels are deleted."""
    _ticked(choice, index, chance, "☒")


def _ticked(choice: Choice, index: int, chance: random.Random, sign: str) -> None:
    option = choice.options[index]
    if in_cells(choice):
        retyped(option.said, sign if sign != "☒" else chance.choice("xX"))
    elif option.box is not None:
        _say(option.box, sign)
    elif sign == "☒":
        others_deleted(choice, index, chance)
    else:
        option.paragraph.append(run(f" {sign}"))


def _say(element: Element, text: str) -> None:
    said = element.find(w("t"))
    assert said is not None
    said.text = text


def checked(choice: Choice, index: int, chance: random.Random) -> None:
    _ticked(choice, index, chance, "✓")


def ballot_checked(choice: Choice, index: int, chance: random.Random) -> None:
    _ticked(choice, index, chance, "☑")


def in_brackets(choice: Choice, index: int, chance: random.Random) -> None:
    _ticked(choice, index, chance, "(x)")


def capital(choice: Choice, index: int, chance: random.Random) -> None:
    """An X in place of the box."""
    _ticked(choice, index, chance, "X")


def typed_before(choice: Choice, index: int, chance: random.Random) -> None:
    """An x in front of the box, which stays; of the dash, where there is no box."""
    option = choice.options[index]
    if in_cells(choice):
        crossed(choice, index, chance)
    else:
        (option.said if option.box is None else option.box).addprevious(run("x "))


def symbol(choice: Choice, index: int, chance: random.Random) -> None:
    """The checked box of Wingdings, inserted as a symbol."""
    _inserted(choice, index, xml('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'))


def wingdings(choice: Choice, index: int, chance: random.Random) -> None:
    """The letter that is a checked box in the font Wingdings."""
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    _inserted(choice, index, run("\u00fe", font))


def _inserted(choice: Choice, index: int, sign: Element) -> None:
    option = choice.options[index]
    if in_cells(choice):
        option.said.append(sign)
    elif option.box is not None:
        option.box.addprevious(sign)
        removed(option.box)
    else:
        option.said.addprevious(sign)


def others_deleted(choice: Choice, index: int, chance: random.Random) -> None:
    if in_cells(choice):
        crossed(choice, index, chance)
        return
    for option in _others(choice, index):
        if _alone(choice):
            removed(option.paragraph)
        else:
            removed(*(each for each in (option.box, option.said) if each is not None))


def _alone(choice: Choice) -> bool:
    """Return whether each level has a paragraph of its own."""
    return choice.options[0].paragraph is not choice.options[1].paragraph


def _others(choice: Choice, index: int) -> list[Option]:
    return [each for number, each in enumerate(choice.options) if number != index]


def _looking(choice: Choice, index: int, chance: random.Random, look: str) -> None:
    if in_cells(choice):
        crossed(choice, index, chance)
    else:
        _give(choice.options[index].said, look)


def _give(said: Element, look: str) -> None:
    known = said.find(w("rPr"))
    if known is None:
        known = xml("<w:rPr/>")
        said.insert(0, known)
    known.append(xml(look))


def underlined(choice: Choice, index: int, chance: random.Random) -> None:
    _looking(choice, index, chance, '<w:u w:val="single"/>')


def bold(choice: Choice, index: int, chance: random.Random) -> None:
    _looking(choice, index, chance, "<w:b/>")


def coloured(choice: Choice, index: int, chance: random.Random) -> None:
    _looking(choice, index, chance, '<w:color w:val="FF0000"/>')


def highlighted(choice: Choice, index: int, chance: random.Random) -> None:
    _looking(choice, index, chance, '<w:highlight w:val="yellow"/>')


def others_struck(choice: Choice, index: int, chance: random.Random) -> None:
    if in_cells(choice):
        crossed(choice, index, chance)
        return
    for option in _others(choice, index):
        _give(option.said, "<w:strike/>")


def in_words(choice: Choice, index: int, chance: random.Random) -> None:
    """The level in words behind the label; nothing of the levels that were printed is left."""
    if in_cells(choice):
        crossed(choice, index, chance)
        return
    words = choice.options[index].words
    if choice.heading is choice.options[0].paragraph:
        retyped(choice.heading, f"{text_of(choice.heading).partition(':')[0]}: {words}")
        return
    ends = text_of(choice.heading).rstrip()[-1:]
    choice.heading.append(run(f" {words}" if ends == ":" else f": {words}"))
    removed(*(each.paragraph for each in choice.options))


def in_words_below(choice: Choice, index: int, chance: random.Random) -> None:
    """The level in words on a line of its own, in place of those that were printed."""
    if in_cells(choice) or choice.heading is choice.options[0].paragraph:
        in_words(choice, index, chance)
        return
    first = choice.options[0].paragraph
    first.addprevious(paragraph(choice.options[index].words + "."))
    removed(*(each.paragraph for each in choice.options))


def circled(choice: Choice, index: int, chance: random.Random) -> None:
    """An ellipse drawn around the level."""
    option = choice.options[index]
    if in_cells(choice):
        option.said.append(xml(_ELLIPSE))
    else:
        option.said.addprevious(xml(_ELLIPSE))


def twice(choice: Choice, index: int, chance: random.Random) -> None:
    """Two levels are ticked."""
    other = (index + 1) % len(choice.options)
    for each in (index, other):
        option = choice.options[each]
        if option.box is None and not in_cells(choice):
            option.paragraph.append(run(" (x)"))
        else:
            _ticked(choice, each, chance, "☒")


def not_at_all(choice: Choice, index: int, chance: random.Random) -> None:
    """No level is ticked."""
