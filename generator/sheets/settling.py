"""Settles by what stands below them the heads that may mean several things: «ĐV», «Nam», «Tên»."""

from dataclasses import replace

from generator.sheets.days import day_of
from generator.sheets.fields import Meanings
from generator.sheets.heads import (
    BIRTH,
    BY_RULE,
    FAMILY,
    FEMALE,
    GIVEN,
    MALE,
    MIDDLE,
    NAME_KEYS,
    QUYET_DINH,
    SEX,
    Meaning,
    bare,
)
from generator.sheets.levels import level_of
from generator.sheets.persons import is_name
from generator.sheets.plan import Draft, share
from generator.sheets.values import TICKS
from generator.sheets.words import has, words

_MOST = 0.5
_NEARLY_ALL = 0.8
_NOTHING = Meaning()


def settle(draft: Draft, meanings: Meanings) -> None:
    """Replace each doubtful meaning by the one that fits what stands below, or by none."""
    named = any(each.is_name and not each.doubtful and not each.is_unit
                for each in meanings.values())  # fmt: skip
    families = {column for column, each in meanings.items() if each.part == FAMILY}
    if families and not any(each.part == GIVEN for each in meanings.values()):
        for column in families:  # «Họ» alone is no name
            meanings[column] = replace(meanings[column], part="")
    if not name_parts(meanings):
        for column, each in list(meanings.items()):
            if each.part == MIDDLE:  # a middle name alone is no name
                meanings[column] = _NOTHING
    for column, said in meanings.items():
        if not said.doubtful:
            continue
        texts = [text for _, text in draft.below(column)]
        names = share([is_name(text) for text in texts]) >= _MOST
        if said.part in {MALE, FEMALE}:
            meanings[column] = _of_one_sex(draft, column, said.part)
        elif said.part == GIVEN:
            part = GIVEN if families else ""
            fits = bool(families) or (names and not named)
            meanings[column] = Meaning(NAME_KEYS, part=part) if fits else _NOTHING
        elif said.is_unit:
            keys = said.keys & NAME_KEYS if names and not named else said.keys - NAME_KEYS
            meanings[column] = Meaning(keys)
        elif names and not named:
            meanings[column] = replace(said, doubtful=False)
        else:
            ticked = bool(texts) and all(set(text) <= TICKS for text in texts)
            member = any(each.endswith("viên") for each in _last_words(draft, column))
            key = frozenset({("ca_nhan", "dang_vien")})
            meanings[column] = Meaning(key) if ticked and member else _NOTHING
    if named or any(each.is_name or each.is_unit for each in meanings.values()):
        _guess_result(draft, meanings)


def name_parts(meanings: Meanings) -> tuple[int, ...]:
    """Return the columns that side by side make a name, in its order; none if one says it all."""
    parts = {column: each.part for column, each in meanings.items()
             if each.part in {FAMILY, MIDDLE, GIVEN}}  # fmt: skip
    first = next((column for column, part in parts.items() if part == FAMILY), None)
    given = [column for column, part in parts.items() if part == GIVEN]
    if first is None or not given:
        return ()
    beside = {first}
    for step in (-1, 1):
        column = first + step
        while column in parts:
            beside.add(column)
            column += step
    last = next((column for column in given if column in beside), given[0])
    before = [column for part in (FAMILY, MIDDLE) for column in sorted(beside)
              if parts[column] == part]  # fmt: skip
    return (*before, last)


def _guess_result(draft: Draft, meanings: Meanings) -> None:
    """Take a column of levels below an unknown head for the result, where nothing else is it."""
    if any(QUYET_DINH in each.keys or each.level for each in meanings.values()):
        return
    fit = [
        column
        for column, said in meanings.items()
        if not (said.known or said.left)
        and not draft.is_hidden(column)
        and not has(
            bare(draft.head.name(column)),
            (*words()["khong_lay"], *words()["de_xuat"], *words()["phieu"]),
        )
        and share([level_of(text) is not None for _, text in draft.below(column)]) >= _NEARLY_ALL
    ]
    if len(fit) == 1:
        meanings[fit[0]] = Meaning(frozenset({QUYET_DINH}), rank=BY_RULE, doubtful=True)


def _of_one_sex(draft: Draft, column: int, part: str) -> Meaning:
    """Return whether a column «Nam» or «Nữ» holds births or ticks."""
    cells = draft.below(column)
    grid = draft.grid
    days = [
        bool(day_of(grid.raw(row, column), text, "General", birth=True).chu) for row, text in cells
    ]
    if share(days) > _MOST:
        return Meaning(frozenset({BIRTH}), part=part)
    ticks = [set(text) <= TICKS for _, text in cells]
    return Meaning(frozenset({SEX}), part=part) if share(ticks) > _MOST else _NOTHING


def _last_words(draft: Draft, column: int) -> list[str]:
    return draft.head.name(column).casefold().split()[-1:]
