"""Tells whose tracked insertions are somebody else's than those of who filled in the file."""

from collections import Counter

from lxml import etree

from generator.opening.word_parts import P, T, W

INS = f"{W}ins"
_AUTHOR = f"{W}author"
_TYPED = 5
"""Whole paragraphs that only somebody inserts who types the file with tracking switched on."""


def later_hands(root: etree._Element) -> frozenset[str]:
    """Return the authors whose tracked insertions were put into what somebody else had written.

    Who types a form with tracking switched on inserts whole answers, many of them; whoever looks
    through it later inserts words here and there. Where that is not clear, all are such authors.
    """
    whole: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    for paragraph in _paragraphs(root):
        own = {each.get(_AUTHOR) or "" for each in paragraph.iter(INS) if len(each)}
        alone = len(own) == 1 and _is_whole(paragraph)
        (whole if alone else beside).update(own)
    writer = max(whole, key=lambda each: whole[each], default=None)
    if writer is not None and whole[writer] >= max(_TYPED, beside[writer]):
        return frozenset({*whole, *beside} - {writer})
    return frozenset({*whole, *beside})


def is_by(insertion: etree._Element, authors: frozenset[str]) -> bool:
    """Return whether text was inserted by one of some authors; marks of paragraphs hold none."""
    return bool(len(insertion)) and (insertion.get(_AUTHOR) or "") in authors


def _paragraphs(root: etree._Element) -> set[etree._Element]:
    held = (next(each.iterancestors(P), None) for each in root.iter(INS) if len(each))
    return {each for each in held if each is not None}


def _is_whole(paragraph: etree._Element) -> bool:
    """Return whether nothing but a label, which ends with a colon, was there before."""
    plain = "".join(
        text.text or "" for text in paragraph.iter(T) if next(text.iterancestors(INS), None) is None
    ).strip()
    return not plain or plain.endswith(":")
