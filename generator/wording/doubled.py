"""Finds what was typed into a body or summary although the program prints it: it stands twice."""

import re
from collections.abc import Iterator, Sequence

from generator.problems import Place, Problem, problem
from generator.wording.compare import after, fold

_MARKS = re.compile(r"^[#*_\s>-]+|[*_\s:.]+$")
_OTHER_WORDS = frozenset(map(fold, ("viên", "hoá", "hóa", "chính", "số")))
"""«Báo cáo viên», «kế hoạch hóa», «báo cáo chính trị»: words of their own."""
_ENDS = 4
"""Lines at either end of a body in which head and signature would stand."""
_TITLES = ("Đảng Cộng sản Việt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")
_A_SUMMARY = 4
"""Words; a shorter line that equals the summary is a sentence of its own."""
_KEPT = "Nơi nhận"
_SIGNS = re.compile(r"(?:T/M|K/T|T/L|TM\.|KT\.|TL\.) ")


def doubled_kind(title: str, text: str) -> Iterator[Problem]:
    """Check that a summary does not begin with the name of its kind, which stands above it.

    Args:
        title: the name of the kind as printed, «BÁO CÁO»; empty where none is printed.
        text: the summary as typed.

    Yields:
        KD276.
    """
    rest = after(text, title) if title else None
    if rest and fold(rest.split()[0]) not in _OTHER_WORDS:
        place = Place(path=("trich_yeu",))
        yield problem("KD276", place, loai=title.capitalize(), dung=rest)


def doubled_lines(
    text: str, head: tuple[str, str], resolving: str, addressed: Sequence[str]
) -> Iterator[Problem]:
    """Check that a body does not hold lines that are printed around it.

    Args:
        text: the body as typed.
        head: name of the kind, summary.
        resolving: «QUYẾT ĐỊNH:» where it is printed above the body.
        addressed: the words that are printed before the addressees.

    Yields:
        KD277 at the line.
    """
    lines = [(n, _MARKS.sub("", line)) for n, line in enumerate(text.split("\n"))]
    lines = [(n, line) for n, line in lines if line]
    title, summary = head
    above = {fold(_MARKS.sub("", each)) for each in (title, *_TITLES) if each}
    before = {fold(each) for each in addressed}
    told = fold(_MARKS.sub("", summary))
    for index, (n, line) in enumerate(lines):
        first, last = index < _ENDS, index >= len(lines) - _ENDS
        words, colon, _ = line.partition(":")
        twice = (
            (first and line.isupper() and fold(line) in above)
            or (first and fold(line) == told and len(line.split()) >= _A_SUMMARY)
            or (resolving and fold(line) == fold(_MARKS.sub("", resolving)))
            or (first and colon and fold(words) in before)
            or (last and fold(line) == fold(_KEPT))
            or (last and _SIGNS.match(line))
        )
        if twice:
            yield problem("KD277", Place(path=("noi_dung", n, 0)), viet=line)
