"""Loading the thể thức packs and choosing one by kind of body and signing date."""

import datetime as dt
from functools import cache
from pathlib import Path

from generator.regulations.data_files import load, names
from generator.regulations.the_thuc import TheThuc

FOLDER = Path(__file__).with_name("the-thuc")


@cache
def load_pack(ma: str) -> TheThuc:
    """Load one pack.

    Args:
        ma: its code, the file name: `hd36`, `hd05`, `nd30`.

    Returns:
        The typed pack, the same object each time.

    Raises:
        KeyError: there is no such pack.
    """
    return load(FOLDER, ma, TheThuc)


@cache
def pack_codes() -> tuple[str, ...]:
    """Return the codes of all packs, in alphabetical order."""
    return names(FOLDER)


def pack_for(khoi: str, ngay: dt.date | None, nam: int) -> TheThuc:
    """Choose the pack in force on the signing day.

    HD 05-HD/VPTW replaces HD 36-HD/VPTW from its own signing day, 27/5/2026 (closing clause of
    HD 05); a document signed before keeps the old form. State bodies follow NĐ 30/2020/NĐ-CP.

    Args:
        khoi: `dang` or `nha_nuoc`.
        ngay: signing day; None for a draft.
        nam: year of the campaign; a draft counts as signed on its last day.

    Returns:
        The newest pack of that side in force on the day; the oldest one for a day before them all.

    Raises:
        KeyError: no pack is for such a body.
    """
    day = ngay or dt.date(nam, 12, 31)
    packs = sorted(
        (pack for pack in map(load_pack, pack_codes()) if pack.khoi == khoi),
        key=lambda pack: pack.hieu_luc.tu,
    )
    if not packs:
        raise KeyError(khoi)
    return next((pack for pack in reversed(packs) if pack.hieu_luc.tu <= day), packs[0])
