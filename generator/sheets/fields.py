"""The values of a row beside its name: which column, or which columns together, make each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.problems import problem
from generator.sheets.heads import (
    BIRTH,
    BY_RULE,
    DAY,
    FEMALE,
    MALE,
    MONTH,
    NAME_KEYS,
    QUYET_DINH,
    SEX,
    YEAR,
    Key,
    Meaning,
)
from generator.sheets.layout import UNIT
from generator.sheets.levels import level_of
from generator.sheets.plan import (
    BY_SEX,
    DATE_PARTS,
    ONE,
    POSTS,
    TICKS,
    Draft,
    Field,
    cot_of,
    first_of,
    title,
)
from generator.sheets.plan import (
    SEX as SEX_BY_PLACE,
)
from generator.sheets.values import TICKS as TICK_SIGNS

Meanings = dict[int, Meaning]
"""What each column was found to mean."""

_BALLOT = frozenset({"phat_ra", "thu_ve", "hop_le", "khong_hop_le"})


def fields_of(
    draft: Draft,
    meanings: Meanings,
    order: Sequence[str],
    name: Field | None,
    unit: int | None,
) -> tuple[Field, ...]:
    """Return the values of a row beside its name and its unit, and note their columns.

    Args:
        draft: the list.
        meanings: of its columns.
        order: the sheets of the catalogue that it may have columns of, the likelier first.
        name: the columns of the name.
        unit: the column of the unit.
    """
    aside = {*(name.columns if name else ()), *([unit] if unit is not None else [])}
    rest = {column: each for column, each in meanings.items() if column not in aside}
    found = [*_single(draft, rest, order), *_in_parts(rest, order), *_levels(draft, rest, order)]
    return tuple(_each_once(draft, meanings, found))


def _single(draft: Draft, meanings: Meanings, order: Sequence[str]) -> Iterator[Field]:
    """Yield the values that stand in one column each."""
    for column, said in meanings.items():
        if said.level or said.part:
            continue
        keys = {key for key in said.keys if key not in NAME_KEYS and key[1] != UNIT}
        if order == ("ho_so",):
            keys |= said.keys & {("ho_so", "ai")}
        key = first_of(order, keys)
        cot = cot_of(key) if key else None
        if key is None or cot is None:
            continue
        if said.rank == BY_RULE and cot.kieu == "muc" and not _has_levels(draft, column):
            continue
        if cot.kieu == "ngay" and _are_ticks(draft, column):
            continue  # «Đảng viên: Chính thức, Dự bị» with ticks gives no day
        yield Field(*key, cot.kieu, (column,), POSTS if cot.kieu == "chuc_vu" else ONE)


def _has_levels(draft: Draft, column: int) -> bool:
    """Return whether a column that only a rule took for levels has any, or nothing at all."""
    texts = [text for _, text in draft.below(column)]
    return not texts or any(map(level_of, texts))


def _are_ticks(draft: Draft, column: int) -> bool:
    texts = [text for _, text in draft.below(column)]
    return bool(texts) and all(set(text) <= TICK_SIGNS for text in texts)


def _in_parts(meanings: Meanings, order: Sequence[str]) -> Iterator[Field]:
    """Yield the values that stand in parts, or in one of two columns."""
    if "ca_nhan" not in order:
        return
    births, sexes = _of_sexes(meanings, BIRTH), _of_sexes(meanings, SEX)
    if births:
        sex = tuple(meanings[column].part for column in births)
        yield Field(*BIRTH, "ngay_sinh", births, BY_SEX, sex)
        if not sexes and not any(SEX in each.keys for each in meanings.values()):
            yield Field(*SEX, "chon", births, SEX_BY_PLACE, sex)
    if sexes:
        yield Field(*SEX, "chon", sexes, TICKS, tuple(meanings[each].part for each in sexes))
    days: dict[Key, dict[str, int]] = defaultdict(dict)
    for column, said in meanings.items():
        if said.part in {DAY, MONTH, YEAR} and (key := first_of(order, said.keys)):
            days[key].setdefault(said.part, column)
    for key, parts in days.items():
        cot = cot_of(key)
        if cot and len(parts) == 3:
            yield Field(*key, cot.kieu, (parts[DAY], parts[MONTH], parts[YEAR]), DATE_PARTS)


def _of_sexes(meanings: Meanings, key: Key) -> tuple[int, ...]:
    return tuple(
        column
        for column, each in meanings.items()
        if each.part in {MALE, FEMALE} and key in each.keys
    )


def _levels(draft: Draft, meanings: Meanings, order: Sequence[str]) -> Iterator[Field]:
    """Yield the ticks of the levels, or their votes where the list speaks of a ballot."""
    ballot = "kiem_phieu" in order and (
        order == ("kiem_phieu",)
        or any(khoa in _BALLOT for each in meanings.values() for _, khoa in each.keys)
    )
    for columns in _groups(meanings):
        levels = tuple(meanings[column].level for column in columns)
        counted = _are_counts(draft, columns)
        votes = order == ("kiem_phieu",) or any(meanings[column].votes for column in columns)
        if "kiem_phieu" in order and (votes or ballot) and counted is not False:
            for column, level in zip(columns, levels, strict=True):
                if cot_of(key := ("kiem_phieu", f"phieu.{level}")):
                    yield Field(*key, "dem", (column,))
        elif not counted and "xep_loai" in order:
            step = first_of(("xep_loai",), meanings[columns[0]].keys) or QUYET_DINH
            yield Field(*step, "muc", columns, TICKS, levels)


def _groups(meanings: Meanings) -> Iterator[tuple[int, ...]]:
    """Yield the columns of the levels that belong together: of one step, each level once."""
    group: list[int] = []
    for column, said in meanings.items():
        if not said.level:
            continue
        first = meanings[group[0]] if group else said
        again = said.level in {meanings[each].level for each in group}
        if group and (again or said.keys != first.keys):
            yield tuple(group)
            group = []
        group.append(column)
    if group:
        yield tuple(group)


def _are_counts(draft: Draft, columns: Sequence[int]) -> bool | None:
    """Return whether columns of levels hold counts rather than ticks; None where they are empty."""
    texts = [text for column in columns for _, text in draft.below(column)]
    numbers = sum(text.isdecimal() and text not in {"0", "1"} for text in texts)
    ticks = sum(set(text) <= TICK_SIGNS for text in texts)
    if not texts:
        return None
    if not ticks and all(text in {"0", "1"} for text in texts):
        return None
    return numbers > ticks


def _each_once(draft: Draft, meanings: Meanings, found: Sequence[Field]) -> Iterator[Field]:
    """Yield each value once; of several columns that may be the same one none is guessed."""
    by_key: dict[Key, list[Field]] = defaultdict(list)
    for each in found:
        by_key[each.loai, each.khoa].append(each)
    for key, rivals in by_key.items():
        filled = [each for each in rivals if any(map(draft.below, each.columns))]
        best = _best(meanings, filled or rivals[:1])
        if len(best) > 1:
            for each, other in zip(best, [*best[1:], best[0]], strict=True):
                _tell_rivals(draft, key, each.columns[0], other.columns[0])
            continue
        yield best[0]
        if best[0].way == SEX_BY_PLACE:
            continue  # the columns are those of the births
        sure = _is_sure(meanings, best[0])
        draft.found.update(dict.fromkeys(best[0].columns, (key, sure)))


def _best(meanings: Meanings, rivals: Sequence[Field]) -> list[Field]:
    ranks = [min(meanings[column].rank for column in each.columns) for each in rivals]
    return [each for each, rank in zip(rivals, ranks, strict=True) if rank == min(ranks)]


def _is_sure(meanings: Meanings, each: Field) -> bool:
    said = meanings[each.columns[0]]
    return not said.doubtful and (each.way != TICKS or bool(said.keys))


def _tell_rivals(draft: Draft, key: Key, column: int, other: int) -> None:
    names = draft.head.name(column), draft.head.name(other)
    draft.tell(
        column,
        problem("KD803", draft.place(column), cot=names[0], cot_khac=names[1], la=title(key)),
    )
