"""The body of a letter: the parts of a text of articles, and the mark at its end."""

import re
from collections.abc import Iterator, Sequence

from generator.engine.richtext import Doan, paragraphs, with_lead
from generator.model import VanBan
from generator.papers.letter_values import DoanVanBan
from generator.problems import DataPath, Place, Problem, problem
from generator.regulations.the_thuc import TheThuc
from generator.wording.articles import ARTICLE, CHAPTER, CLAUSE, POINT, SECTION, articles, gaps

_ARTICLE_WORD = "DieuTu"
"""The character style of «Điều 1.» in front of its text; linked to the paragraph style «Điều»."""

_MAY_HAVE_PARTS = re.compile(r"\b(?:phần|chương|mục|điều)\b", re.IGNORECASE)
_AS_ARTICLE = re.compile(r"như\s+điều\s+(\d+)", re.IGNORECASE)
_NAMED = {"chuong": "ten_chuong", "muc": "ten_muc"}
_TAG = re.compile(r"<[^>]*>")

_END = re.compile(r"(?:\./\.|\.)?(?P<marks>[*_]*)\s*\Z")
_NOT_A_SENTENCE = frozenset(":;,!?…|-")


def body(text: str) -> list[DoanVanBan]:
    """Convert the text of a letter to paragraphs, each with its part.

    A khoản or điểm counts as one only below an điều: «1.» elsewhere is an outline that no guidance
    prescribes.
    """
    read = paragraphs(text)
    if not _MAY_HAVE_PARTS.search(text):
        return [{**each, "phan": ""} for each in read]
    made: list[DoanVanBan] = []
    before, in_article = "", False
    for each in read:
        part = _part(each, before, in_article=in_article)
        in_article = part in {"dieu", "khoan", "diem"} or (in_article and not part)
        made.append(_with_part(each, part))
        before = part
    return made


def _part(paragraph: Doan, before: str, *, in_article: bool) -> str:
    words = _TAG.sub("", paragraph["chu"].xml)
    is_text = paragraph["kieu"] == "doan"
    if paragraph["kieu"] == "vach":
        return ""
    if CHAPTER.fullmatch(words):
        return "chuong"
    if SECTION.fullmatch(words):
        return "muc"
    if ARTICLE.match(words):
        return "dieu"
    if before in _NAMED and (not is_text or words.isupper()):
        return _NAMED[before]
    if in_article and is_text and CLAUSE.match(words):
        return "khoan"
    return "diem" if in_article and is_text and POINT.match(words) else ""


def _with_part(paragraph: Doan, part: str) -> DoanVanBan:
    """Set the part; of an điều with its text on the same line only «Điều 1.» is drawn as one."""
    if part != "dieu" or paragraph["kieu"] != "doan":
        return {**paragraph, "phan": part}
    return {**paragraph, "chu": with_lead(paragraph["chu"], ARTICLE, _ARTICLE_WORD), "phan": ""}


def ended(pack: TheThuc, text: str, *, keep: bool) -> str:
    """Return a body with the mark that the pack prescribes at its end: «.», «./.» for the State.

    Args:
        pack: the thể thức pack.
        text: the body as typed.
        keep: whether to keep the typed punctuation.

    Returns:
        The text; as it is where it does not end like a sentence.
    """
    typed = text.rstrip()
    lines = typed.rsplit("\n", 1)
    found = _END.search(typed)
    said = typed[: found.start()] if found else ""
    if keep or found is None or not said.strip() or lines[-1].lstrip().startswith(("#", "[^")):
        return text
    if said[-1] in _NOT_A_SENTENCE or said[-1].isspace():
        return text
    return f"{said}{pack.ket_thuc.dau.gia_tri}{found['marks']}"


def out_of_order(document: VanBan, items: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each gap in the numbers of a letter's parts, and each wrong citation.

    Args:
        document: the letter.
        items: its recipients as typed.

    Yields:
        KD243 at the line of body or annex; KD244 for a recipient «Như Điều 4» without Điều 4.
    """
    texts: list[tuple[DataPath, str]] = [(("noi_dung",), document.noi_dung)]
    texts += [
        (("phu_luc", n, "noi_dung"), each.noi_dung) for n, each in enumerate(document.phu_luc)
    ]
    for path, text in texts:
        for gap in gaps(text):
            place = Place(path=(*path, gap.dong, gap.cot))
            yield problem("KD243", place, viet=gap.viet, dang_le=gap.dang_le)
    known = articles(document.noi_dung.splitlines())
    for index, item in enumerate(items):
        cited = _AS_ARTICLE.search(item)
        if cited and known and int(cited[1]) not in known:
            yield problem("KD244", Place(path=("noi_nhan", index)), so=cited[1], cuoi=max(known))
