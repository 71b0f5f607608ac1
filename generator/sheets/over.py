"""What stands over a list says of its levels too: of which year, of which step, whether settled.

The head of a column is heard first. Where it says only «Xếp loại», the titles over the list and the
name of its sheet say of which year and of whom the levels are.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.problems import problem
from generator.sheets.fields import Meanings
from generator.sheets.heads import QUYET_DINH, Key, Meaning, bare, meaning
from generator.sheets.layout import UNIT
from generator.sheets.plan import Draft
from generator.sheets.words import begins, has, phrases, words

_RATED = frozenset({"xep_loai", "diem", "kiem_phieu"})
_ON_A_DAY = re.compile(r"ngày\b[^\n;]*?(?:năm\s+\d{4}|\d{4})", re.IGNORECASE)
_SPAN = re.compile(r"\b\d{4}\s*[-–]\s*\d{4}\b")
_YEAR = re.compile(r"(?<![\w./-])((?:19|20)\d\d)(?![\w/]|[.-]\d)")
_SHORT = 4
"""Words of a line that speaks of the list even if it names no rating: «(Dự thảo)», «Năm 2025»."""

SELF = ("xep_loai", "xep_loai.tu_nhan")
SELF_CIVIL = ("xep_loai", "xep_loai.tu_nhan_cong_chuc")
CIVIL = ("xep_loai", "xep_loai.cong_chuc")


class Over(NamedTuple):
    """What the lines over a list say of its levels, and the line that says it.

    `years` are the years they name; `part` is a line that names a part of a year; `step` whose
    levels they are, None if not said; `open_` a line by which the levels are not settled.
    """

    years: frozenset[str] = frozenset()
    of_year: str = ""
    part: str = ""
    step: Key | None = None
    open_: str = ""


def over(lines: Iterable[str], sheet: str) -> Over:
    """Return what the lines over a list, and the name of its sheet, say of the levels in it."""
    titles = [each for each in lines if _is_of_list(each)]
    rated = [each for each in titles if _of_ratings(each)]
    named = [each for each in (rated, titles, [sheet]) if any(map(_years, each))]
    dated = [each for each in next(iter(named), []) if _years(each)]
    said = [*titles, *([sheet] if _is_of_list(sheet) else [])]
    steps = {step for each in said if (step := _step(each))}
    return Over(
        frozenset(year for each in dated for year in _years(each)),
        next(iter(dated), ""),
        next((each for each in said if _is_part_of_year(each)), ""),
        next(iter(steps)) if len(steps) == 1 else None,
        next((each for each in said if has(bare(each, brackets=True), _unsettled())), ""),
    )


def of_others(lines: Iterable[str], sheet: str) -> str:
    """Return the line by which a list is one of nobody who is to be rated: of those who left.

    So are a sample and a draft by the name of their sheet, people who died or moved away, and
    people who are no members yet.
    """
    if bare(sheet) in phrases("trang_nhap") or has(bare(sheet), words()["khong_con"]):
        return sheet
    titles = [each for each in lines if _is_of_list(each)]
    return next((each for each in titles if has(bare(each), words()["khong_con"])), "")


def as_titled(draft: Draft, meanings: Meanings) -> None:
    """Give the levels of a list the step that its titles name; leave and tell those of no use.

    So are levels and points of another year or of a part of one, and levels under a head without a
    step where a title says that they are proposed, planned, or the outcome of a ballot.
    """
    if any(each.own for each in meanings.values()):
        return
    said = over(draft.over, draft.grid.name)
    steps = {key for column, each in meanings.items() for key in each.keys
             if not _is_open(draft, column, each)}  # fmt: skip
    for column, each in meanings.items():
        if not (each.level or any(_is_rated(key) for key in each.keys)):
            continue
        if why := _of_another_time(draft, column, said):
            _leave(draft, meanings, column, "KD853", why)
        elif _is_open(draft, column, each) and not each.votes:
            if said.open_:
                _leave(draft, meanings, column, "KD854", said.open_)
            elif said.step and said.step not in steps:
                meanings[column] = replace(each, keys=frozenset({said.step}))


def _leave(draft: Draft, meanings: Meanings, column: int, code: str, line: str) -> None:
    meanings[column] = Meaning(left=True)
    if draft.shows(column):
        told = {"cot": draft.head.name(column), "dong": " ".join(line.split()), "nam": draft.nam}
        draft.tell(column, problem(code, draft.place(column), **told))


def _of_another_time(draft: Draft, column: int, said: Over) -> str:
    """Return the line by which a column is of another year or of a part of one; «» if of none."""
    if not draft.nam or meaning(draft.head.texts[column]).year:
        return ""
    other = said.of_year if said.years and str(draft.nam) not in said.years else ""
    return other or said.part


def _is_rated(key: Key) -> bool:
    return key[0] in _RATED and key[1] not in {UNIT, "ten", "doi_tuong", "hoi_nghi"}


def _is_open(draft: Draft, column: int, said: Meaning) -> bool:
    """Return whether levels are those of the decision only because their head says nothing else."""
    if said.level and not said.keys:
        return True
    head = bare(" ".join(draft.head.texts[column]))
    return QUYET_DINH in said.keys and not has(head, words()["quyet_dinh_ro"])


def _is_of_list(line: str) -> bool:
    """Return whether a line speaks of the list, not of a paper that it goes with."""
    plain = bare(line.strip("(* "), brackets=True)
    if begins(plain, "dan_chieu"):
        return False
    return _of_ratings(line) or len(line.split()) <= _SHORT or begins(plain, "ten_bang")


def _of_ratings(line: str) -> bool:
    return has(bare(line, brackets=True), words()["xep_loai"])


def _years(line: str) -> Sequence[str]:
    return _YEAR.findall(_SPAN.sub(" ", _ON_A_DAY.sub(" ", line)))


def _is_part_of_year(line: str) -> bool:
    plain = bare(_ON_A_DAY.sub(" ", line), brackets=True).replace("12 tháng", " ")
    return has(plain, words()["phan_nam"])


def _step(line: str) -> Key | None:
    """Return whose levels a line says that they are: people's own, those of civil servants."""
    plain, steps = bare(line, brackets=True), words()["buoc"]
    own, civil = has(plain, steps[SELF[1]]), has(plain, steps[CIVIL[1]])
    civil = civil and not has(plain, ["đảng viên"]) and _of_ratings(line)
    if own:
        return SELF_CIVIL if civil else SELF
    return CIVIL if civil else None


def _unsettled() -> Sequence[str]:
    return [*words()["chua_chot"], *words()["de_xuat"], *words()["phieu"]]
