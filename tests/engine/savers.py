"""The same line as different programs save it: where the runs end and what stands between them."""

import random
from collections.abc import Callable, Sequence
from html import escape

Segments = Sequence[tuple[str, str]]
"""Pieces of a line, each with its run properties."""


def _t(text: str, *, always: bool = True) -> str:
    keep = ' xml:space="preserve"' if always or text != text.strip() else ""
    return "<w:tab/>".join(
        f"<w:t{keep}>{escape(piece, quote=False)}</w:t>" if piece else ""
        for piece in text.split("\t")
    )


def _cut(segments: Segments, seed: int, most: int) -> list[tuple[str, str]]:
    dice = random.Random(seed)
    pieces = []
    for text, properties in segments:
        at = 0
        while at < len(text):
            size = dice.randint(1, most)
            pieces.append((text[at : at + size], properties))
            at += size
    return pieces


def word(segments: Segments, seed: int) -> str:
    """Word: rsids, spelling marks, bookmarks, `xml:space` only where it is needed."""
    made = []
    for n, (text, properties) in enumerate(_cut(segments, seed, 4)):
        inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        between = ('<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="gramEnd"/>',
                   f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/><w:bookmarkEnd w:id="{n}"/>', "")  # fmt: skip
        made.append(
            f'<w:r w:rsidR="00A{n:05}" w:rsidRPr="00B{n:05}">{inner}{_t(text, always=False)}</w:r>'
            + between[n % 4]
        )
    return "".join(made)


def blanks(segments: Segments, _seed: int) -> str:
    """Word after corrections: every blank is a run of its own."""
    made = []
    for text, properties in segments:
        inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        word_ = ""
        for letter in [*text, ""]:
            if letter and letter != " ":
                word_ += letter
                continue
            if word_:
                made.append(f"<w:r>{inner}{_t(word_, always=False)}</w:r>")
            if letter:
                made.append(f"<w:r>{inner}{_t(letter, always=False)}</w:r>")
            word_ = ""
    return "".join(made)


def wps(segments: Segments, seed: int) -> str:
    """WPS Writer: a font hint and a language in each run, in an order of its own."""
    return "".join(
        f'<w:r><w:rPr><w:rFonts w:hint="default"/>{properties}<w:lang w:val="en-US"/></w:rPr>'
        f"{_t(text, always=False)}</w:r>"
        for text, properties in _cut(segments, seed, 3)
    )


def google(segments: Segments, seed: int) -> str:
    """Google Docs: rsids of zeros, `rtl` in each run, `xml:space` always."""
    zeros = " ".join(f'w:{name}="00000000"' for name in ("rsidR", "rsidDel", "rsidRPr"))
    return "".join(
        f'<w:r {zeros}><w:rPr>{properties}<w:rtl w:val="0"/></w:rPr>{_t(text)}</w:r>'
        for text, properties in _cut(segments, seed, 6)
    )


def libreoffice(segments: Segments, seed: int) -> str:
    """LibreOffice: empty properties, a run for each change of language."""
    return "".join(
        f"<w:r><w:rPr>{properties}</w:rPr>{_t(text)}</w:r>"
        for text, properties in _cut(segments, seed, 9)
    )


SAVERS: dict[str, Callable[[Segments, int], str]] = {
    "Word": word, "Word, lone blanks": blanks, "WPS": wps, "Google Docs": google,
    "LibreOffice": libreoffice,
}  # fmt: skip
