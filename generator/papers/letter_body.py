"""The body of a letter: the parts of a text of articles, and the mark at its end."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.engine.richtext import Doan, note, paragraph, runs, with_lead
from generator.engine.tables import NOTHING
from generator.model import VanBan
from generator.model.table import Bang
from generator.papers.letter_tables import UPRIGHT, given_sheet, printed_table, typed_sheet
from generator.papers.letter_values import DoanVanBan
from generator.problems import DataPath, Place, Problem, problem
from generator.regulations.the_thuc import TheThuc
from generator.wording.articles import (
    ARTICLE,
    CHAPTER,
    CLAUSE,
    POINT,
    SECTION,
    almost_parts,
    articles,
    gaps,
)
from generator.wording.pipe_tables import Typed, referred, tables

_ARTICLE_WORD = "DieuTu"
"""The character style of «Điều 1.» in front of its text; linked to the paragraph style «Điều»."""

_MAY_HAVE_PARTS = re.compile(r"\b(?:phần|chương|mục|điều)\b", re.IGNORECASE)
_AS_ARTICLE = re.compile(r"như\s+điều\s+(\d+)", re.IGNORECASE)
_LONGEST_NAME = 20
"""Words; the longest names of chapters in the regulations at hand have twelve."""

_MAY_BE_ONE_LINE = 90
"""Signs; at 14 points between the margins of the Party a line holds about 75, at most some 85."""

_NAMED = {"chuong": "ten_chuong", "muc": "ten_muc"}
_TAG = re.compile(r"<[^>]*>")

_END = re.compile(r"(?:\s*\./\.|\.)?(?P<marks>[*_]*)\s*\Z")
_CLOSING = "”»\"’')]"
_NOT_A_SENTENCE = frozenset(":;,!?…|-")


def body(
    text: str, given: Sequence[Bang] = (), *, width: int = UPRIGHT, all_given: bool = True
) -> list[DoanVanBan]:
    """Convert the text of a letter and its tables to paragraphs, each with its part.

    A khoản or điểm counts as one only below an điều: «1.» elsewhere is an outline that no guidance
    prescribes.

    Args:
        text: the text as typed, tables in it too.
        given: the tables given apart from it.
        width: between the edges of the text, in twips.
        all_given: whether a table to which no line refers stands at the end.
    """
    rows = [line.strip() for line in text.split("\n")]
    found = [note(row) for row in rows]
    notes = dict(filter(None, found))
    printed = ["" if each else row for row, each in zip(rows, found, strict=True)]
    pieces = _with_tables(printed, given, all_given=all_given)
    parted = _MAY_HAVE_PARTS.search(text) is not None
    made: list[DoanVanBan] = []
    before, in_article = "", False
    held = len(pieces) - _held(pieces)
    for n, piece in enumerate(pieces):
        last = n >= held
        if not isinstance(piece, str):
            made += _table(piece, notes, width, last=last)
            continue
        each = paragraph(piece, notes)
        each["cuoi"] = last
        part = _part(each, before, in_article=in_article) if parted else ""
        in_article = part in {"dieu", "khoan", "diem"} or (in_article and not part)
        made.append(_with_part(each, part))
        before = part
    return made


def _held(pieces: Sequence[str | Typed | Bang]) -> int:
    """Count the last pieces that hold two printed lines: no signature stands below only one."""
    closing = pieces[-1:]
    short = all(isinstance(each, str) and len(each) < _MAY_BE_ONE_LINE for each in closing)
    return min(2 if short else 1, len(pieces))


def _with_tables(
    rows: Sequence[str], given: Sequence[Bang], *, all_given: bool
) -> list[str | Typed | Bang]:
    """Return the lines that are not empty, with the tables in their places."""
    typed = {each.dong: each for each in tables(rows) if isinstance(each, Typed)}
    pieces: list[str | Typed | Bang] = []
    named: set[int] = set()
    skip = -1
    for n, line in enumerate(rows):
        if n <= skip or not line:
            continue
        number = referred(line)
        if n in typed:
            pieces.append(typed[n])
            skip = typed[n].cuoi
        elif 0 < number <= len(given):
            pieces.append(given[number - 1])
            named.add(number - 1)
        else:
            pieces.append(line)
    rest = [each for n, each in enumerate(given) if n not in named] if all_given else []
    return [*pieces, *rest]


def _table(
    piece: Typed | Bang, notes: Mapping[str, str], width: int, *, last: bool
) -> Iterator[DoanVanBan]:
    """Yield a table, below its name where it has one."""
    if isinstance(piece, Bang) and piece.ten:
        name = runs(piece.ten, notes)
        yield {"kieu": "ten_bang", "chu": name, "cuoi": False, "phan": "", "bang": NOTHING}
    sheet = typed_sheet(piece) if isinstance(piece, Typed) else given_sheet(piece)
    made = printed_table(sheet, notes, width, last=last)
    yield {"kieu": "bang", "chu": runs(""), "cuoi": last, "phan": "", "bang": made}


def _part(read: Doan, before: str, *, in_article: bool) -> str:
    words = _TAG.sub("", read["chu"].xml)
    is_text = read["kieu"] == "doan"
    if read["kieu"] == "vach":
        return ""
    if CHAPTER.fullmatch(words):
        return "chuong"
    if SECTION.fullmatch(words):
        return "muc"
    if ARTICLE.match(words):
        return "dieu"
    if before in _NAMED and (not is_text or words.isupper() or _is_name(words)):
        return _NAMED[before]
    if in_article and is_text and CLAUSE.match(words):
        return "khoan"
    return "diem" if in_article and is_text and POINT.match(words) else ""


def _is_name(words: str) -> bool:
    """Return whether the line below «Chương I» reads as its name: short, and no sentence."""
    return words[-1:].isalnum() and len(words.split()) <= _LONGEST_NAME


def _with_part(read: Doan, part: str) -> DoanVanBan:
    """Set the part; of an điều with its text on the same line only «Điều 1.» is drawn as one."""
    if part != "dieu" or read["kieu"] != "doan":
        return {**read, "phan": part, "bang": NOTHING}
    chu = with_lead(read["chu"], ARTICLE, _ARTICLE_WORD)
    return {**read, "chu": chu, "phan": "", "bang": NOTHING}


def ended(pack: TheThuc, text: str, *, keep: bool) -> str:
    """Return a body with the mark that the pack prescribes at its end: «.», «./.» for the State.

    Args:
        pack: the thể thức pack.
        text: the body as typed; one that ends with a table stays as it is.
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
    if said[-1] in _NOT_A_SENTENCE or said[-1].isspace() or referred(lines[-1]):
        return text
    mark = pack.ket_thuc.dau.gia_tri
    if said.rstrip(_CLOSING).endswith(mark):  # «… mọi việc.”», «(Có danh sách kèm theo.)»
        mark = ""
    return f"{said}{mark}{found['marks']}"


def out_of_order(document: VanBan, items: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each part of a letter that is not in order, and each wrong citation.

    Args:
        document: the letter.
        items: its recipients as typed.

    Yields:
        KD243 and KD247 at the line of body or annex; KD244 for a recipient «Như Điều 4» without
        Điều 4.
    """
    texts: list[tuple[DataPath, str]] = [(("noi_dung",), document.noi_dung)]
    texts += [
        (("phu_luc", n, "noi_dung"), each.noi_dung or "") for n, each in enumerate(document.phu_luc)
    ]
    for path, text in texts:
        for gap in gaps(text):
            place = Place(path=(*path, gap.dong, gap.cot))
            yield problem("KD243", place, viet=gap.viet, dang_le=gap.dang_le)
        for line, typed, meant in almost_parts(text):
            yield problem("KD247", Place(path=(*path, line, 0)), viet=typed, dung=meant)
    known = articles(document.noi_dung.splitlines())
    for index, item in enumerate(items):
        cited = _AS_ARTICLE.search(item)
        if cited and known and int(cited[1]) not in known:
            yield problem("KD244", Place(path=("noi_nhan", index)), so=cited[1], cuoi=max(known))
