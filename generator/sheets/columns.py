"""Tells from the heads of a list, and from what stands below them, how it is to be read."""

from collections.abc import Mapping

from generator.problems import problem
from generator.sheets.fields import Meanings, fields_of
from generator.sheets.heads import (
    EXACT,
    GIVEN,
    NAME_KEYS,
    NAMES,
    Key,
    Meaning,
    bare,
    meaning,
)
from generator.sheets.layout import UNIT, sheets
from generator.sheets.over import as_titled
from generator.sheets.persons import is_name, is_party_unit, is_unit
from generator.sheets.plan import (
    JOINED,
    Draft,
    Field,
    Plan,
    cot_of,
    first_of,
    kept_key,
    share,
    title,
)
from generator.sheets.settling import name_parts, settle
from generator.sheets.words import begins
from generator.wording.compare import fold

_PEOPLE = ("ca_nhan", "xep_loai", "diem", "noi_cu_tru", "tap_the", "kiem_phieu")
"""Sheets whose columns a list of people may mix, in order of preference."""

_BODIES = ("tap_the", "xep_loai", "diem", "kiem_phieu", "ca_nhan", "noi_cu_tru")
_BOTH = ("xep_loai", "diem", "kiem_phieu", "ca_nhan", "noi_cu_tru", "tap_the")
_PAPERS = frozenset({"muc", "van_ban", "tep", "so_ban", "nguoi_nop", "da_xem", "khong_ap_dung"})
_WHOM = ("viec", "muc", "tep", "van_ban")
"""What a row is known by where it names nobody."""

_MOST = 0.6

OWN_KEY, RUNNING = "khoa", "stt"
"""What `Mapped.khoa` says of the key of our own rows, and of a running number."""


def plan_of(draft: Draft, kept: Mapping[str, str], own_sheet: str) -> Plan | None:
    """Return how a list is read; what each column is, and what is told of it, goes to the draft.

    Args:
        draft: the list.
        kept: keys of the catalogue by head, «» for a column that is not taken; they win.
        own_sheet: the code of the sheet of ours that the sheet is called after, or «».

    Returns:
        None for a list from which nothing can be taken: it names nobody, or says nothing of them.
    """
    meanings = _meanings(draft, kept)
    own = next((column for column, each in meanings.items() if each.own), None)
    own_kind = (own_sheet or _own_sheet(meanings)) if own is not None else ""
    if own_kind:
        meanings = {column: _only(each, own_kind) for column, each in meanings.items()}
    settle(draft, meanings)
    if own is None and _is_two_lists(draft, meanings):
        return None
    as_titled(draft, meanings)
    papers = own_kind == "ho_so" or (not own_kind and _is_of_papers(meanings))
    name = None if papers else _name(draft, meanings, guess=own is None)
    unit = _unit(draft, meanings, name)
    order = (own_kind,) if own_kind else ("ho_so",) if papers else _order(meanings, name)
    fields = fields_of(draft, meanings, order, name, unit)
    if name is None:
        # A row of ours is known by its key, whatever columns were taken away.
        name = _known_by(fields, unit) or (Field(own_kind, "", "chu", (own,)) if own is not None
                                           else None)  # fmt: skip
        if name is None:
            return None
        fields = tuple(each for each in fields if each is not name)
    kinds = _kinds(order, meanings, name, fields) if not own_kind else order
    if not kinds:
        return None
    if not any(cot_of((each, UNIT)) for each in kinds):
        unit = None
    _note(draft, meanings, name, unit, kinds)
    running = next((column for column, each in meanings.items() if each.running), None)
    people = ("ca_nhan", "ho_ten") in _candidates(meanings, name)
    return Plan(draft.head, kinds, name, fields, unit, running, own, people)


def _is_two_lists(draft: Draft, meanings: Meanings) -> bool:
    """Return, and tell, whether a head is that of two lists side by side: whom it names, twice.

    Family and given names below one merged head stand in columns beside each other.
    """
    seen: dict[str, int] = {}
    for column, each in meanings.items():
        if not each.is_name or each.is_unit or each.level or each.part or not draft.below(column):
            continue
        head = draft.head.name(column)
        if column - seen.get(fold(head), column) > 1:
            draft.tell(column, problem("KD868", draft.place(column), cot=head))
            draft.two = True
            return True
        seen[fold(head)] = column
    return False


def _meanings(draft: Draft, kept: Mapping[str, str]) -> Meanings:
    """Return what the heads mean; a hidden column means nothing, and that it is hidden is told."""
    chosen = {fold(head): key for head, key in kept.items()}
    found: Meanings = {}
    for column, texts in enumerate(draft.head.texts):
        said = meaning(texts)
        head = draft.head.name(column)
        if head and fold(head) in chosen:
            said = _chosen(said, chosen[fold(head)])
        elif draft.nam and said.year and said.year != str(draft.nam):
            said = Meaning(left=True)  # last year's result is none of this year
        if draft.is_hidden(column) and not said.own:
            if said.known and not said.running and draft.shows(column):
                draft.tell(column, problem("KD807", draft.place(column), cot=head))
            said = Meaning()
        if said.own or said.running:
            draft.found[column] = (("", OWN_KEY if said.own else RUNNING), True)
        found[column] = said
    return found


def _chosen(said: Meaning, key: str) -> Meaning:
    """Return the meaning that was chosen for a head; one that is no column of ours is no choice."""
    if not key:
        return said if said.running or said.own else Meaning(left=True)
    chosen = kept_key(key)
    cot = cot_of(chosen) if chosen else None
    if chosen is None or cot is None:
        return said
    keys = frozenset({chosen})
    if chosen in NAME_KEYS:  # a column of names is one for every sheet
        known = chosen in said.keys and not said.doubtful and not said.is_unit
        keys = said.keys if known else NAME_KEYS
    level = said.level if cot.kieu == "muc" else ""
    return Meaning(keys, part=said.part, level=level, rank=EXACT)


def _own_sheet(meanings: Meanings) -> str:
    """Return the sheet of ours whose columns a list has most of."""
    count = {
        code: sum(any(key[0] == code for key in each.keys) for each in meanings.values())
        for code in sheets()
    }
    return max(count, key=lambda code: count[code])


def _only(said: Meaning, kind: str) -> Meaning:
    """Return a meaning as far as it is of one sheet."""
    keys = frozenset(key for key in said.keys if key[0] == kind)
    if keys or said.own or said.running:
        return Meaning(keys, rank=said.rank, running=said.running, own=said.own)
    return Meaning(level=said.level) if said.level and kind == "kiem_phieu" else Meaning()


def _name(draft: Draft, meanings: Meanings, *, guess: bool) -> Field | None:
    """Return the columns with the names: one, or several where the parts of a name stand apart."""
    if parts := name_parts(meanings):
        return Field("", "", "ten", parts, JOINED)
    names = sorted(
        (each.rank, column)
        for column, each in meanings.items()
        if each.is_name and not each.is_unit and not each.level
    )
    if not names:
        return _guessed(draft, meanings) if guess else None
    column = names[0][1]
    beside = column + 1
    if _is_rest_of_name(draft, meanings, column, beside):
        meanings[beside] = Meaning(NAME_KEYS, part=GIVEN)
        return Field("", "", "ten", (column, beside), JOINED)
    for _, other in names[1:]:
        if draft.below(other):
            _tell_both(draft, other, column, ("ca_nhan", "ho_ten"))
        meanings[other] = Meaning()
    return Field("", "", "ten", (column,))


def _is_rest_of_name(draft: Draft, meanings: Meanings, column: int, beside: int) -> bool:
    """Return whether the given names stand in the column beside, below the same head or none."""
    rows = range(draft.head.top, draft.head.bottom + 1)
    covered = draft.grid.marks.covered
    if any(covered.get((row, beside)) == (row, column) for row in rows):
        return True
    found = meanings.get(beside)
    if found is None or found.known or draft.head.name(beside):
        return False
    words = draft.below(beside)
    single = [text for _, text in words if len(text.split()) == 1 and text[0].isupper()]
    return len(words) > 0 and len(single) == len(words) >= _MOST * len(draft.below(column))


def _guessed(draft: Draft, meanings: Meanings) -> Field | None:
    """Return the column below whose unknown head names stand."""
    if sum(each.known for each in meanings.values()) < 2 or _is_of_units(draft, meanings):
        return None
    for column, each in meanings.items():
        names = [is_name(text) for _, text in draft.below(column)]
        if not each.known and not draft.is_hidden(column) and share(names) >= _MOST:
            meanings[column] = Meaning(NAME_KEYS, doubtful=True)
            return Field("", "", "ten", (column,))
    return None


def _is_of_units(draft: Draft, meanings: Meanings) -> bool:
    """Return whether each row is about another unit, so that a name in it is that of its head."""
    for column, each in meanings.items():
        if each.is_unit and not each.doubtful:
            units = [fold(text) for _, text in draft.below(column)]
            return bool(units) and len(set(units)) == len(units)
    return False


def _unit(draft: Draft, meanings: Meanings, name: Field | None) -> int | None:
    """Return the column with the units: that of the Party before others, else the first."""
    named = name.columns if name else ()
    columns = [
        column
        for column, each in meanings.items()
        if each.is_unit and column not in named and not each.level
    ]
    if not columns:
        return _guessed_unit(draft, meanings) if name is None else None

    def of_party(column: int) -> bool:
        head = bare(draft.head.texts[column][-1])
        texts = [is_party_unit(text) for _, text in draft.below(column)]
        return begins(head, "don_vi_dang", "don_vi_dau") or share(texts) > _MOST

    best = min(columns, key=lambda column: (not of_party(column), column))
    for other in columns:
        if other != best:
            _tell_both(draft, other, best, ("ca_nhan", UNIT))
            meanings[other] = Meaning()
    return best


def _guessed_unit(draft: Draft, meanings: Meanings) -> int | None:
    """Return the column below whose unknown head units stand."""
    for column, each in meanings.items():
        units = [is_unit(text) for _, text in draft.below(column)]
        if not each.known and not draft.is_hidden(column) and share(units) >= _MOST:
            meanings[column] = Meaning(frozenset({("xep_loai", UNIT)}), doubtful=True)
            return column
    return None


def _tell_both(draft: Draft, column: int, other: int, key: Key) -> None:
    names = draft.head.name(column), draft.head.name(other)
    told = problem("KD803", draft.place(column), cot=names[0], cot_khac=names[1], la=title(key))
    draft.tell(column, told)


def _candidates(meanings: Meanings, name: Field) -> frozenset[Key]:
    return meanings[name.columns[0]].keys


def _order(meanings: Meanings, name: Field | None) -> tuple[str, ...]:
    """Return the sheets that a list may have columns of, the likelier first."""
    keys = frozenset(key for each in meanings.values() for key in each.keys)
    if name is None and ("thoi_han", "viec") in keys:
        return ("thoi_han",)
    named = _candidates(meanings, name) if name else frozenset[Key]()
    if name is None or ("ca_nhan", "ho_ten") in named:
        return _PEOPLE
    return _BODIES if ("tap_the", "ten") in named else _BOTH


def _is_of_papers(meanings: Meanings) -> bool:
    """Return whether a list is one of papers that were handed in."""
    keys = {khoa for each in meanings.values() for code, khoa in each.keys if code == "ho_so"}
    return len(keys & _PAPERS) > 1 and bool(keys & {"muc", "tep", "van_ban"})


def _known_by(fields: tuple[Field, ...], unit: int | None) -> Field | None:
    """Return what a row is known by where nobody is named: a task, a paper, the unit itself."""
    if unit is not None and any(each.loai in {"xep_loai", "diem"} for each in fields):
        return Field("xep_loai", "ten", "chu", (unit,))
    return next((each for khoa in _WHOM for each in fields if each.khoa == khoa), None)


def _kinds(
    order: tuple[str, ...], meanings: Meanings, name: Field, fields: tuple[Field, ...]
) -> tuple[str, ...]:
    """Return the sheets of which each row is one; names alone are of the first that fits."""
    kinds = tuple(each for each in order if any(one.loai == each for one in fields))
    if kinds or name.loai:
        return kinds or (name.loai,)
    first = first_of([each for each in order if each in {"ca_nhan", "tap_the"}],
                     _candidates(meanings, name))  # fmt: skip
    return (first[0],) if first else ()


def _note(
    draft: Draft, meanings: Meanings, name: Field, unit: int | None, kinds: tuple[str, ...]
) -> None:
    """Note what the columns of names and units were read as."""
    if not name.loai:
        known = _candidates(meanings, name)
        key = next(
            ((each, NAMES[each]) for each in kinds if (each, NAMES.get(each, "")) in known),
            first_of(list(NAMES), known) or ("ca_nhan", "ho_ten"),
        )
        sure = not meanings[name.columns[0]].doubtful
        draft.found.update(dict.fromkeys(name.columns, (key, sure)))
    elif name.khoa and name.columns[0] not in draft.found and name.columns[0] != unit:
        draft.found.update(dict.fromkeys(name.columns, ((name.loai, name.khoa), True)))
    if unit is not None:
        draft.found[unit] = ((kinds[0], UNIT), not meanings[unit].doubtful)
