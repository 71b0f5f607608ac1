"""Finds what a text says of its annexes: their numbers, and lists that are said to be attached.

HD 05 p. 25-26: the text refers to each annex; several bear Arabic numbers (NĐ 30: Roman), a sole
one none. An annex of another paper is none of its own: a sentence that cites one is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.wording.roman import value_of

_KIND = (
    "quy định|hướng dẫn|nghị định|thông tư|quyết định|kế hoạch|công văn|luật|nghị quyết|chỉ thị|"
    "kết luận|quy chế|báo cáo|thông báo|tờ trình|đề án|chương trình|pháp lệnh"
)
_ELSEWHERE = re.compile(
    rf"\d[\w.]*[-/][A-ZĐ]|(?i:(?:{_KIND})\s+(?:số\s+)?\d|(?:{_KIND})\s+(?:nêu |nói )?trên)"
)
"""A paper that is cited, by its number or as one named before."""
_SENTENCE = re.compile(r"[^.;]+(?:[.;](?!\s)[^.;]*)*[.;]?")
_NUMBER = (
    r"(?:\d{1,2}|[IVX]+)(?![\w/.-]*\d)\b(?!/)(?!\s(?:biểu|mẫu|bảng|danh|trang|bản|chi bộ|đồng chí))"
)
"""«phụ lục 1, 2 và 20 biểu mẫu» counts forms at its end."""
_NUMBERED = re.compile(
    rf"\b[Pp](?:hụ lục|HỤ LỤC)\s+(?:số\s+)?({_NUMBER}(?:\s*(?:,|và|đến|-|–)\s*{_NUMBER})*)"
)
_EACH = re.compile(r"(đến|-|–)?\s*(\d{1,2}|[IVX]+)\b")
_THING = "danh sách|phụ lục|danh mục|bảng tổng hợp|bảng phân công|biểu(?: mẫu| tổng hợp| số liệu)?"
_WITH = "kèm theo|đính kèm|gửi kèm"
_ATTACHED = re.compile(
    rf"\((?:có |xem |theo )?(?:các )?(?:{_THING})\b[^()]{{0,50}}?(?:{_WITH})[^()]{{0,30}}\)"
    rf"|\((?:{_WITH})(?: là)?:? (?:các )?(?:{_THING})\b[^()]{{0,50}}\)"
    rf"|\b(?:theo|tại|ở|trong) (?:các )?(?:{_THING})\b[^.;,()]{{0,40}}?(?:{_WITH})",
    re.IGNORECASE,
)
_ALL = re.compile(rf"\bcác phụ lục\b|phụ lục (?:{_WITH})|{_WITH}", re.IGNORECASE)


class Mention(NamedTuple):
    """An annex that a text names: the number, as typed, and where: line (from 0) and column."""

    so: int
    viet: str
    dong: int
    cot: int


def numbered(text: str) -> Iterator[Mention]:
    """Yield the numbered annexes of its own that a text names: «Phụ lục 1, 2», «Phụ lục II»."""
    for line, start, sentence in _sentences(text):
        for found in _NUMBERED.finditer(sentence):
            before = 0
            for each in _EACH.finditer(found[1]):
                value = _value(each[2])
                first = before + 1 if each[1] and before else value
                for number in range(first, value + 1):
                    yield Mention(number, each[2], line, start + found.start())
                before = value


def attached(text: str) -> Mention | None:
    """Return the first list that a text says is attached: «(có danh sách kèm theo)»; or None."""
    for line, start, sentence in _sentences(text):
        if found := _ATTACHED.search(sentence):
            return Mention(0, found[0].strip("()"), line, start + found.start())
    return None


def _sentences(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the sentences that cite no other paper, each with its line and column."""
    for n, line in enumerate(text.split("\n")):
        for found in _SENTENCE.finditer(line):
            if not _ELSEWHERE.search(found[0]):
                yield n, found.start(), found[0]


def unnamed(texts: Sequence[str], total: int) -> list[int]:
    """Return which of so many numbered annexes no text names, where others are named one by one."""
    if any(_ALL.search(text) for text in texts):
        return []
    named = {each.so for text in texts for each in numbered(text)}
    return [n for n in range(1, total + 1) if n not in named] if named else []


def _value(typed: str) -> int:
    """Return a number in either writing."""
    return int(typed) if typed.isdigit() else value_of(typed)
