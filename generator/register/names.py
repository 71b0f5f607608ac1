"""How a series is called: «Công văn 2025-2030», and back."""

from collections.abc import Iterable
from functools import cache

from generator.model.fields import term_name
from generator.model.kinds import LoaiVanBan
from generator.register.series import CONGRESS, COPIES, Series, type_of, year_named
from generator.regulations.packs import letter_kinds, load_pack, pack_codes
from generator.wording.compare import fold, same

_OWN = {COPIES: "Bản sao", CONGRESS: "Đại hội"}


def type_names(own: Iterable[LoaiVanBan] = ()) -> dict[str, str]:
    """Return the name of every type of document that is numbered, by its key.

    Args:
        own: kinds of letters that the office added.
    """
    found: dict[str, str] = {}
    for pack in map(load_pack, pack_codes()):
        for key in pack.ky_hieu_van_ban:
            name = pack.ten_loai.get(key)
            found.setdefault(key, name.gia_tri.capitalize() if name else key)
    named = {each.ma: each.ten for each in (*letter_kinds().values(), *own) if each.ky_hieu}
    return {**named, **found, **_OWN}


@cache
def symbols_of(loai: str | None) -> frozenset[str]:
    """Return the symbols documents of a type may bear («cv»), folded; of all types for None.

    Any type is found among the documents of a congress.
    """
    every = loai is None or loai == CONGRESS
    return frozenset(
        fold(symbol.gia_tri) for code in pack_codes()
        for key, symbol in load_pack(code).ky_hieu_van_ban.items()
        if symbol.gia_tri and (every or type_of(key) == loai)
    )  # fmt: skip


def called(series: Series) -> str:
    """Return how a series is called, as it heads a sheet."""
    name = type_names().get(series.loai, series.loai)
    return f"{name} {series.ky}" if series.ky != CONGRESS else name


def series_called(name: str) -> Series | None:
    """Return the series a sheet is of; None for a name that is not one."""
    if same(name, _OWN[CONGRESS]):
        return Series(CONGRESS, CONGRESS)
    words = name.split()
    for count in range(1, len(words)):  # a term may be typed with blanks: «2025 - 2030»
        key, term = type_called(" ".join(words[:count])), " ".join(words[count:])
        ky = term_name(term) or year_named(term)
        if key and ky:
            return Series(key, CONGRESS if key == CONGRESS else ky)
    return None


def type_called(name: str) -> str | None:
    """Return the type that is numbered under this key or name: all copies are one."""
    return next(
        (
            type_of(key)
            for key, known in type_names().items()
            if same(name, known) or same(name, key)
        ),
        None,
    )
