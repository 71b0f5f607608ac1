"""Converts a line typed in TCVN3 (ABC, the .Vn fonts) or VNI to Unicode, by its words alone."""

from typing import NamedTuple

from generator.opening.old_words import WORD, in_unicode, is_one_byte, old_words


class Legacy(NamedTuple):
    """A text in an old encoding: its name, where the first word begins, the text in Unicode."""

    bang_ma: str
    cot: int
    unicode: str


def legacy(line: str) -> Legacy | None:
    """Return the old encoding of a line of text, or None for text in Unicode.

    Args:
        line: one line; a single word counts if it has at least three letters.
    """
    found = old_words(line)
    if found is None:
        return None
    bang_ma, words = found
    # Beside words in Unicode only those are converted that need it: «Kính gửi: §¶ng uû».
    mixed = not all(map(is_one_byte, line.split()))
    meant = {each[0] for each in words} if mixed else None
    told = WORD.sub(
        lambda word: in_unicode(word[0], bang_ma) if meant is None or word[0] in meant else word[0],
        line,
    )
    return Legacy(bang_ma, words[0].start(), told)
