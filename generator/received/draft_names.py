"""Recognises a file that its name calls a draft: «dự thảo», «DT lần 2», «bản nháp»."""

import re
import unicodedata
from collections.abc import Iterable

from generator.received.folded import letters

_DRAFT = re.compile(
    r"(?<![^\W_])(?:d[uự] th[aả]o|b[aả]n nháp|ban nhap|nháp|bản thảo|draft|dt)(?![^\W\d_])",
    re.IGNORECASE,
)
_SURE = re.compile(r"(?:b[aả]n )?(?:nháp|nhap)|bản thảo|draft", re.IGNORECASE)
_SPLIT = re.compile(r"[\s_.+,–-]+")
_BEFORE = re.compile(
    r"(?:góp ý|gop y|ý kiến|y kien|thảo luận|thao luan|thông qua|thong qua|hoàn thiện|hoan thien"
    r"|thẩm định|tham dinh|tiếp thu|tiep thu|nội dung|noi dung|vào|vao|về|ve|cho|các|cac)\W*$",
    re.IGNORECASE,
)
"""What stands before a draft that a paper only speaks of."""

_PAPERS = re.compile(
    r"(?:các |cac )?(?:văn kiện|van kien|nghị quyết|nghi quyet|báo cáo|bao cao|kế hoạch|ke hoach"
    r"|quyết định|quyet dinh|quy chế|quy che|quy định|quy dinh|đề án|de an|luật|luat|chương trình"
    r"|chuong trinh|tờ trình|to trinh|hướng dẫn|huong dan|thông tư|thong tu|nghị định|nghi dinh)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:ban|phòng|phong|trường|truong|chi bộ|chi bo|khối|khoi|sở|so)\W*$", re.IGNORECASE
)
_NUMBER = re.compile(r"[\W\d_]*$")
_MARK = re.compile(
    r"[\W\d_]*(?:(?:l[aầ]n|ngày|ngay|b[aả]n|v|ver|cu[oố]i|m[oớ]i|s[uử]a|copy|final|sao)\b[\W\d_]*)*$",
    re.IGNORECASE,
)


def draft_mark(name: str, people: Iterable[str]) -> str:
    """Return the words by which the name of a file calls it a draft; empty if it does not.

    A paper about somebody else's draft («góp ý dự thảo nghị quyết») is none, nor are the letters DT
    where they may be a name, an office or another abbreviation: they count at either end of a name,
    in brackets or with a number.

    Args:
        name: the path of the file, with its ending, relative to the folder it was handed in.
        people: names in which such words may stand.
    """
    path, _, last = unicodedata.normalize("NFC", name).rpartition("/")
    stem = last.rpartition(".")[0] or last
    named = tuple(people)
    found = (_mark(part, named) for part in (*filter(None, path.split("/")), stem))
    return next(filter(None, found), "")


def _mark(part: str, people: Iterable[str]) -> str:
    text = _SPLIT.sub(" ", part)
    for each in _DRAFT.finditer(text):
        said, before, after = each[0], text[: each.start()], text[each.end() :]
        owned = [letters(who) for who in people]
        if any(letters(said) in who for who in owned):
            continue
        if said.casefold() == "dt":
            if _is_short(said, before, after, owned):
                return said
        elif _SURE.fullmatch(said) or not _is_spoken_of(before, after):
            return said
    return ""


def _is_spoken_of(before: str, after: str) -> bool:
    begins = not before or bool(_NUMBER.fullmatch(before))
    return bool(_BEFORE.search(before)) or (not begins and bool(_PAPERS.match(after.lstrip())))


def _is_short(said: str, before: str, after: str, people: Iterable[str]) -> bool:
    """Return whether «DT» is a mark: with a number, in brackets, or alone at an end of the name."""
    if re.match(r"\W*(?:l[aầ]n\b|\d{1,2}(?!\d))", after, re.IGNORECASE):
        return not _OFFICE.search(before)
    if said != "DT" or _OFFICE.search(before):
        return False
    if before.endswith(("(", "[")) and after.startswith((")", "]")):
        return True
    if any("".join(word[0] for word in who.split())[-2:] == "dt" for who in people):
        return False
    return bool(_NUMBER.fullmatch(before)) or bool(_MARK.fullmatch(after))
