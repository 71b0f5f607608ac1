"""Converts between a series and its name: «Công văn 2025-2030»."""

from collections.abc import Mapping
from functools import cache

from generator.model import Dot
from generator.model.fields import term_name
from generator.model.kinds import LoaiVanBan
from generator.register.series import CONGRESS, COPIES, Series, type_of, year_named
from generator.regulations.packs import letter_kinds, load_pack, pack_codes
from generator.wording.compare import fold, same

Names = Mapping[str, str]
"""Names of document types by key."""

NO_NAMES: Names = {}

_OWN = {COPIES: "Bản sao", CONGRESS: "Đại hội"}


def own_names(dot: Dot) -> Names:
    """Return the names of the letter types added by the office."""
    return {each.ma: each.ten for each in dot.loai_rieng if isinstance(each, LoaiVanBan)}


def type_names() -> dict[str, str]:
    """Return the name of every numbered document type, by key."""
    found: dict[str, str] = {}
    for pack in map(load_pack, pack_codes()):
        for key in pack.ky_hieu_van_ban:
            name = pack.ten_loai.get(key)
            found.setdefault(key, name.gia_tri.capitalize() if name else key)
    named = {each.ma: each.ten for each in letter_kinds().values() if each.ky_hieu}
    return {**named, **found, **_OWN}


@cache
def symbols_of(loai: str | None) -> frozenset[str]:
    """Return the symbols («cv») that documents of a type may have, folded; of all types for None.

    Documents of a congress may have the symbol of any type.
    """
    every = loai is None or loai == CONGRESS
    return frozenset(
        fold(symbol.gia_tri)
        for code in pack_codes()
        for key, symbol in load_pack(code).ky_hieu_van_ban.items()
        if symbol.gia_tri and (every or type_of(key) == loai)
    )


def called(series: Series, own: Names = NO_NAMES) -> str:
    """Return the name of a series, also used as sheet title; an unknown type is shown by its key.

    `own` maps the letter types added by the office to their names.
    """
    name = {**own, **type_names()}.get(series.loai, series.loai)
    return f"{name} {series.ky}" if series.ky != CONGRESS else name


def series_called(name: str, own: Names = NO_NAMES) -> Series | None:
    """Return the series with this name; None if the name is not one of a series.

    `own` maps the letter types added by the office to their names.
    """
    if same(name, _OWN[CONGRESS]):
        return Series(CONGRESS, CONGRESS)
    words = name.split()
    for count in range(1, len(words)):  # a term may contain spaces: «2025 - 2030»
        key, term = type_called(" ".join(words[:count]), own), " ".join(words[count:])
        ky = term_name(term) or year_named(term)
        if key and ky:
            return Series(key, CONGRESS if key == CONGRESS else ky)
    return None


def type_called(name: str, own: Names = NO_NAMES) -> str | None:
    """Return the key of the type of letter that has this key or name; None if there is none.

    All kinds of copies (sao) have the same key. `own` has the names of the office's letter types.
    """
    return next(
        (
            type_of(key)
            for key, known in {**own, **type_names()}.items()
            if same(name, known) or same(name, key)
        ),
        None,
    )
