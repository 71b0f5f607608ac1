"""Checks that a form speaks of the person it is about: in its own text, and above signatures.

Who copies a colleague's form, or signs many in a row, leaves the other name there.
"""

import re
from collections.abc import Iterator

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.filled import own_part
from generator.received.folded import all_letters, bears, rows
from generator.received.subject import is_name, is_post
from generator.wording.compare import same

_SELF = re.compile(r"\b(?:(?:bản thân )?tôi (?:tên )?là|tên tôi là)\s*:?\s*", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:đồng chí|đ/c|đảng viên|ông|bà)\s+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_REMARK = re.compile(r" (?:nhan xet|danh gia|y kien) ")
_LONGEST = 5
"""Words of a name at most; more are the names of a body."""


def somebody_else(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding where a form calls its writer, or the one remarked on, by another name."""
    form = due.bieu_mau
    if form is None or not due.ten or not due.signed:
        return
    own = own_part(seen.lines, due)
    if " toi " in all_letters(seen.lines):
        plain = rows(seen.lines).letters[: len(own)]
        writers = (_other(line, _SELF, due.ten) for line, said in zip(own, plain, strict=True)
                   if " toi " in said)  # fmt: skip
        if who := next(filter(None, writers), ""):
            reason = f"lời trong tệp là của «{who}», không phải {due.ten}"
            yield Finding(Ket.CAN_XEM_LAI, reason, "hỏi lại: có thể chép bản của người khác")
    below = zip(seen.lines[len(own) :], rows(seen.lines).letters[len(own) :], strict=True)
    remarks = [line for line, said in below if _REMARK.search(said)]
    if who := next(filter(None, (_other(each, _CALLED, due.ten) for each in remarks)), ""):
        reason = f"lời nhận xét nói về «{who}», không phải {due.ten}"
        yield Finding(Ket.CAN_XEM_LAI, reason, "hỏi lại người nhận xét; đúng thì ghi da_xem")


def _other(line: str, called: re.Pattern[str], who: str) -> str:
    """Return the first name that a line calls somebody by; empty if it is the one meant, or none.

    A line that bears the name of the one meant may speak of others too.
    """
    found = called.search(line)
    if found is None or bears((line,), who):
        return ""
    words = _NAME.match(line, found.end())
    name = " ".join(_capitals(words[0])) if words else ""
    return name if _is_whole(name) and not same(name, who) else ""


def _capitals(text: str) -> Iterator[str]:
    for word in text.split():
        if not word[0].isupper():
            return
        yield word


def _is_whole(name: str) -> bool:
    return is_name(name) and len(name.split()) <= _LONGEST and not is_post(name)
