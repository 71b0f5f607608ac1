"""Checks that the khoản and điểm that a text of articles names are there."""

import re
from collections.abc import Iterator, Mapping

from generator.problems import DataPath, Place, Problem, problem
from generator.wording.articles import ARTICLE, CHAPTER, CLAUSE, POINT, SECTION

_CITED = re.compile(
    r"(?:(?P<diem>[Đđ]iểm [a-zđ]),? )?(?P<khoan>[Kk]hoản (?P<so>\d+)),? Điều (?P<dieu>\d+)(?!\d)"
)
_THIS = re.compile(
    r",? ?(?:của )?(?:Quy định|Quy chế|Quyết định|Nghị quyết|Kế hoạch|Đề án|Hướng dẫn) này\b"
)
_GOES_ON = frozenset({"của", "trong", "tại", "nêu", "và", "hoặc"})
"""Words behind which another paper may be named, or a list go on with one."""
_MARKS = re.compile(r"^[\s#*_]*")

Parts = Mapping[int, Mapping[int, str]]
"""The letters of the điểm of each khoản of each điều."""


def check_parts(text: str, path: DataPath) -> Iterator[Problem]:
    """Check the khoản and điểm that a text cites of its own articles.

    Args:
        text: the body as typed.
        path: where it is in the data.

    Yields:
        KD288 for one that is not there; only of an article that has khoản, and of a khoản that has
        điểm.
    """
    known = _parts(text)
    for n, line in enumerate(text.split("\n") if known else ()):
        for found in _CITED.finditer(line):
            clauses = known.get(int(found["dieu"]), {})
            if not clauses or not _is_own(line[found.end() :]):
                continue
            article, points = f"Điều {found['dieu']}", clauses.get(int(found["so"]))
            if points is None:
                last, at, viet = f"khoản {max(clauses)}", "khoan", f"{found['khoan']}, {article}"
            elif found["diem"] and points and found["diem"][-1] not in points:
                last, at, viet = f"điểm {points[-1]}", "diem", found[0]
            else:
                continue
            yield problem("KD288", Place(path=(*path, n, found.start(at))), viet=viet, cuoi=last)


def _is_own(rest: str) -> bool:
    """Return whether what follows a citation does not name another paper."""
    word = rest.lstrip(" ,")
    ended = not word or word[0] in ".;:)"
    return (
        ended
        or _THIS.match(rest) is not None
        or (word[0].islower() and word.split()[0] not in _GOES_ON)
    )


def _parts(text: str) -> Parts:
    made: dict[int, dict[int, str]] = {}
    article = clause = 0
    for line in text.split("\n"):
        words = _MARKS.sub("", line)
        bare = words.strip().rstrip("*_").strip()
        if found := ARTICLE.match(words):
            digits = re.search(r"\d+", found[0])
            article, clause = int(digits[0]) if digits else 0, 0
            made.setdefault(article, {})
        elif CHAPTER.fullmatch(bare) or SECTION.fullmatch(bare):
            article = clause = 0
        elif article and (found := CLAUSE.match(words)):
            clause = int(found[0].strip(". "))
            made[article].setdefault(clause, "")
        elif article and clause and POINT.match(words):
            made[article][clause] += words[0]
    return made
