"""Checks that a form was filled in: no empty heading, dotted line or sample text is left."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.opening.remembered import remembered
from generator.received.expected import Expected, Finding
from generator.received.folded import letters, rows, unaccented
from generator.received.headings import below, words
from generator.received.quoted import shown
from generator.regulations.che_do import BieuMau, Phan

_DOTS = re.compile(r"(?:[.…_]\s?){5,}|…{2,}|(?:\.\s){4,}|^\t+$|:\s*\t\s*\t")
_WRITTEN_ON_DOTS = re.compile(r":\s*[.…_]+(?=[^\W_])[^:.…_]*[^\W_.…:]\s?[.…_]*")
"""An answer that was typed into the dots behind its label: «Họ và tên: …Nguyễn Văn An……»."""

_BEFORE_DOTS = re.compile(
    r"^\s*(?:họ và tên|chức vụ[^:]{0,15}|đơn vị công tác|chi bộ)\s*:"
    r"[^:.…_\t]*[^\W\d_]\s?[.…_]+$",
    re.IGNORECASE,
)
"""An answer typed before the dots of a field at the head of a form."""

_LEADER = re.compile(r"\t+")
"""A line of nothing but a tab with dots, as our forms print them."""

_MARKS = ("…", "...", "___", "\t", ". .", "_ _")
_SAMPLES = re.compile(
    r"\b(?:ví dụ|vi du|vd)\s?:|\[\s?(?:nhập|nhap)\b|\(\s?(?:nêu rõ|neu ro|ghi rõ|ghi ro)\b"
    r"|\((?:[^()]{0,20} )?(?:bổ sung|điền|ghi|viết|cập nhật)(?: [^()]{0,20})? sau\)|\(xem lại\b"
    r"|\?{2,}|\[\s?(?:…|\.{2,})\s?\]|\bx{3,}\b|<[^<>]{2,40}>|\bnguyễn văn a\b(?!\w)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[a-z]")
_TICKS = re.compile(r"tu danh gia ve cap do thuc hien\s*:?|[☐☒]\s*[a-z ]{2,40}")
_NUMBERING = re.compile(r"(?:^|(?<=\s))(?:[ivx]+|[a-c]|\d+)\s*[-./):]*\s*$")
_ASIDE = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
"""Text in parentheses, where forms print their hints."""

_NUMBERED = re.compile(r"\s*(?:([IVX]+)|(\d+(?:\.\d+)*))\s*[.)/-]")
_SHOWN = 3
_FREE = frozenset({"", "xep_loai", "cham_diem"})
"""Headings without content of their own, or with boxes and points that other modules check."""

_FEWEST = 2
"""Minimum letters of an answer: «Tốt.», «Có»."""


def unfilled(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for each kind of blank-form remains in a file."""
    form = due.bieu_mau
    written = _written(seen.lines, form) if form else []
    empty = [part.tieu_de for part, answer in written if _is_asked(part) and not answer]
    if empty:
        titles = shown([_short(each) for each in empty], _SHOWN, "mục")
        yield Finding(Ket.CAN_XEM_LAI, f"chưa ghi nội dung mục {titles}")
    yield from _denied(written, due)
    own = own_part(seen.lines, due)
    dotted = sum(map(_is_dotted, own))
    if dotted and form:
        dotted -= _below_an_answer(own, form)
    if dotted and not empty:
        yield Finding(Ket.CAN_XEM_LAI, f"còn {dotted} dòng chấm chưa điền")
    pairs = () if form else pairwise(seen.lines)
    untouched = sum(_is_title_above_title(one, two) for one, two in pairs)
    untouched += 0 if form else _parts_without_text(seen.lines)
    if untouched:
        yield Finding(Ket.CAN_XEM_LAI, f"{untouched} mục chưa ghi nội dung")
    if seen.kind != "pdf" and _is_table(due.titles):
        yield from _unfilled_table(seen.lines)
    sample = next(filter(None, map(_sample, seen.lines)), "")
    if sample:
        yield Finding(Ket.CAN_XEM_LAI, f"còn chữ của bản mẫu: «{sample.strip()}»")


@remembered
def _sample(line: str) -> str:
    found = _SAMPLES.search(line)
    return found[0] if found else ""


@remembered
def _is_dotted(line: str) -> bool:
    if not any(mark in line for mark in _MARKS):
        return False
    if not _DOTS.search(_WRITTEN_ON_DOTS.sub(":", line)):
        return False
    return not _BEFORE_DOTS.search(line)


def _below_an_answer(lines: tuple[str, ...], form: BieuMau) -> int:
    """Count the dotted lines of our printed forms left over below what was typed above them."""
    if not any(map(_LEADER.fullmatch, lines)):
        return 0
    answered = (
        text for index, text in below(lines, form).items() if _answer(text, form.phan[index])
    )
    return sum(bool(_LEADER.fullmatch(line)) for text in answered for line in text.split("\n"))


def own_part(lines: tuple[str, ...], due: Expected) -> tuple[str, ...]:
    """Return the lines above the writer's signature; superiors fill in the lines below it later."""
    blocks = due.bieu_mau.xac_nhan if due.bieu_mau else ()
    title = next((letters(each.tieu_de) for each in blocks if each.khoa == "nguoi_viet"), "")
    end = next(
        (i for i, line in enumerate(rows(lines).letters) if title and title in line), len(lines)
    )
    return lines[:end]


def _written(lines: tuple[str, ...], form: BieuMau) -> list[tuple[Phan, str]]:
    """Return the headings found with the answer below each; empty for one too short to be any.

    Those with boxes or points, and those that need no answer, are left out.
    """
    found = ((form.phan[index], text) for index, text in below(lines, form).items())
    return [
        (part, _answer(text, part))
        for part, text in found
        if _is_asked(part) or part.khoa == _EXPLAINS
    ]


def _is_asked(part: Phan) -> bool:
    return part.bat_buoc and part.khoa not in _FREE


def _answer(text: str, part: Phan) -> str:
    # Who copies the heading below itself has answered nothing.
    again = (part.tieu_de,) if len(text) < 2 * len(part.tieu_de) else ()
    for hint in (*part.goi_y, *again):
        text = words(hint).sub(" ", text)
    text = _ASIDE.sub(" ", _TICKS.sub(" ", " ".join(text.split())))
    text = _NUMBERING.sub(" ", text)
    return text if len(_LETTER.findall(text)) >= _FEWEST else ""


def _denied(written: Sequence[tuple[Phan, str]], due: Expected) -> Iterator[Finding]:
    """Report «Không có» where everybody has something to say, or was asked by the superior."""
    for part, answer in written:
        if part.khoa in _NEVER_NONE and _NOTHING.fullmatch(answer):
            yield Finding(Ket.CAN_XEM_LAI, f"mục «{_short(part.tieu_de)}» chỉ ghi «Không»")
        elif due.goi_y and part.khoa == _EXPLAINS and _NOT_ASKED.fullmatch(answer):
            yield Finding(
                Ket.CAN_XEM_LAI,
                "có văn bản gợi ý kiểm điểm nhưng mục giải trình ghi «Không có»",
                "đòi giải trình từng điểm được gợi ý",
            )


_EXPLAINS = "giai_trinh"
_NEVER_NONE = frozenset(
    {"uu_diem.pham_chat", "uu_diem.nhiem_vu", "uu_diem.nguyen_tac", "uu_diem.chi_tieu"}
)
_NOTHING = re.compile(r"\W*khong(?: co(?: gi)?)?\W*")
_NOT_ASKED = re.compile(
    r"\W*(?:ban than |toi |ca nhan |tap the )?khong(?: co| duoc)?(?: gi| noi dung| van de| diem)?"
    r"(?: nao| gi)?(?: can)?(?: duoc)?(?: goi y)?(?: kiem diem)?\W*"
)


def _is_title_above_title(line: str, after: str) -> bool:
    """Return whether a title («2. Nhà ở:», «II. TÀI SẢN») is followed directly by the next one."""
    one, two = _NUMBERED.match(line), _NUMBERED.match(after)
    if one is None or two is None:
        return False
    if one[1] and two[1] and line.isupper():
        return True
    if not line.rstrip().endswith(":"):
        return False
    if one[1]:
        return not two[2]
    return not two[2] or two[2].count(".") <= one[2].count(".")


def _parts_without_text(lines: tuple[str, ...]) -> int:
    """Count the parts of a paper («III. Diễn biến») with the next right below.

    Three in a row that begin with the first are an agenda, and so are titles that come again
    further down.
    """
    numbers = [_number_of_part(line) for line in lines]
    empty = first = 0
    for at, (one, two) in enumerate(pairwise(numbers)):
        first = one if not at or numbers[at - 1] != one - 1 else first
        if not one or two != one + 1 or lines[at].isupper():
            continue
        follows = one > first or numbers[at + 2 : at + 3] == [two + 1]
        is_agenda = first == 1 and follows
        title = letters(_PART.sub("", lines[at]))
        empty += not is_agenda and sum(title in each for each in rows(lines).letters) == 1
    return empty


@remembered
def _number_of_part(line: str) -> int:
    """Return the number of a line that is nothing but the title of a part; 0 for any other."""
    found = _PART.match(line)
    return _ROMAN.index(found[1]) if found and not _SAYS.search(line) else 0


_PART = re.compile(r"\s*(I{1,3}|IV|VI{0,3}|IX|X)\s*[.)/-]\s*(?=\S)")
_SAYS = re.compile(r"[:;,.]\s*$|:\s|.{80}")
"""What a title of a part does not have: an answer behind it, or the end of a sentence."""

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _is_table(titles: tuple[str, ...]) -> bool:
    return bool(titles) and unaccented(titles[0]).startswith("bieu")


def _unfilled_table(lines: tuple[str, ...]) -> Iterator[Finding]:
    """Report a table whose only figures are row and column numbers, or with formula errors."""
    figures = [line.strip() for line in lines if _FIGURE.fullmatch(line.strip())]
    if all(_is_number_of_row(figures[:i], each) for i, each in enumerate(figures)):
        yield Finding(Ket.CAN_XEM_LAI, "biểu chưa có số liệu")
    if any(map(_BROKEN.search, lines)):
        yield Finding(Ket.CAN_XEM_LAI, "biểu có công thức bị lỗi")


def _is_number_of_row(before: Sequence[str], figure: str) -> bool:
    """Return whether a figure continues a numbering: «2» after «1», «3.1» after «3», or any «1»."""
    *upper, last = re.split("[.,]", figure)
    if last == "1":
        return not upper or upper[0] in before
    begun = len(before) - 1 - before[::-1].index("1") if "1" in before else 0
    numbered = before[begun:]
    return ".".join([*upper, str(int(last) - 1)]) in numbered and figure not in numbered


_FIGURE = re.compile(r"\d{1,9}(?:[.,]\d{1,9}){0,2}")
_BROKEN = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)")


def _short(title: str) -> str:
    said = title.split()
    return title if len(said) <= 8 else " ".join(said[:8]) + "…"
