"""What befalls the headings of a form: lost, run together, swapped, retyped, doubled, quoted."""

import random
from collections.abc import Callable
from copy import deepcopy

from tests.returned.places import headings
from tests.returned.word import (
    Docx,
    Element,
    opened,
    paragraph,
    put_after,
    removed,
    run,
    saved,
    text_of,
    w,
)

QUOTE = "Như đã nêu tại mục {heading}, bản thân tiếp tục thực hiện."


def mutated(data: bytes, index: int, how: str) -> bytes:
    """Return a form in which something happened to the heading at `index` (`heading_texts`).

    Args:
        data: a form, blank or filled in by a hand that kept the styles of the blank.
        index: of the heading; the last one cannot be swapped, the first neither merged nor quoted.
        how: `deleted`; `merged` into the last paragraph above; `swapped` with the part below it;
            `retyped` with a quarter of its words missing; `doubled`; `quoted` (`QUOTE`) in a
            paragraph that ends the answer above.
    """
    docx = opened(data)
    HOW[how](docx, index)
    return saved(docx)


def heading_texts(data: bytes) -> list[str]:
    """Return the headings of a form as they read."""
    return [text_of(each) for each in headings(opened(data))]


def deleted(docx: Docx, index: int) -> None:
    removed(headings(docx)[index])


def merged(docx: Docx, index: int) -> None:
    heading = headings(docx)[index]
    above = heading.getprevious()
    while above is not None and not text_of(above).strip():
        above = above.getprevious()
    assert above is not None
    assert above.tag == w("p")
    above.append(run(" "))
    above.extend(heading.findall(w("r")))
    removed(heading)


def swapped(docx: Docx, index: int) -> None:
    first, second = (_part(docx, each) for each in (index, index + 1))
    put_after(second[-1], first)


def _part(docx: Docx, index: int) -> list[Element]:
    """Return a heading and what is below it, up to the next heading or table."""
    found = headings(docx)
    part, ends = [found[index]], found[index + 1 : index + 2]
    below = part[0].getnext()
    while below is not None and below not in ends and below.tag == w("p"):
        part.append(below)
        below = below.getnext()
    return part


def retyped(docx: Docx, index: int, missing: float = 0.25) -> None:
    heading = headings(docx)[index]
    words = text_of(heading).split(" ")
    chance = random.Random(index)
    count = max(1, round(len(words) * missing)) if len(words) > 2 else 0
    gone = set(chance.sample(range(1, len(words)), count))
    kept = " ".join(each for number, each in enumerate(words) if number not in gone)
    held = heading.findall(w("r"))
    held[0].addprevious(run(kept))
    removed(*held)


def doubled(docx: Docx, index: int) -> None:
    heading = headings(docx)[index]
    heading.addnext(deepcopy(heading))


def quoted(docx: Docx, index: int) -> None:
    heading = headings(docx)[index]
    heading.addprevious(paragraph(QUOTE.format(heading=text_of(heading).rstrip("."))))


HOW: dict[str, Callable[[Docx, int], None]] = {
    "deleted": deleted,
    "merged": merged,
    "swapped": swapped,
    "retyped": retyped,
    "doubled": doubled,
    "quoted": quoted,
}
