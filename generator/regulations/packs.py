"""Loads the thể thức packs and chooses one by kind of body and date of signature."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.model import Dot
from generator.model.kinds import LoaiVanBan
from generator.regulations.catalogue import letter_kind, shipped_letters
from generator.regulations.data_files import load, names, part_of
from generator.regulations.the_thuc import HieuLuc, TheThuc

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
        ValueError: it contains a type that is not in the catalogue of kinds.
    """
    pack = load(FOLDER, ma, TheThuc)
    unknown = {*pack.ten_loai, *pack.ky_hieu_van_ban} - letter_kinds().keys()
    if unknown:
        raise ValueError(f"{ma}: {sorted(unknown)}")
    return pack


@cache
def letter_kinds() -> Mapping[str, LoaiVanBan]:
    """Return all kinds of letters by code; shipped kinds override those defined in a pack."""
    brought: dict[str, LoaiVanBan] = {}
    for code in pack_codes():
        entries = part_of(FOLDER / f"{code}.yaml", "loai_van_ban").get("loai_van_ban") or {}
        brought |= {name: letter_kind(name, entry) for name, entry in entries.items()}
    return {**brought, **shipped_letters()} if brought else shipped_letters()


def letter_of(loai: str, dot: Dot | None) -> LoaiVanBan | None:
    """Return a kind of letter by its code; the office's own kinds override the program's."""
    for each in dot.loai_rieng if dot else ():
        if isinstance(each, LoaiVanBan) and each.ma == loai:
            return each
    return letter_kinds().get(loai)


@cache
def pack_codes() -> tuple[str, ...]:
    """Return the codes of all packs, in alphabetical order."""
    return names(FOLDER)


def pack_for(khoi: str, ngay: dt.date | None, nam: int) -> TheThuc:
    """Return the pack in force on the date of signature.

    HD 05-HD/VPTW replaces HD 36-HD/VPTW from its own date of signature, 27/5/2026 (closing clause
    of HD 05); a document signed before keeps the old form. State bodies follow NĐ 30/2020/NĐ-CP.

    Args:
        khoi: `dang` or `nha_nuoc`.
        ngay: date of signature; None for a draft.
        nam: year of the campaign; a draft counts as signed on its last day.

    Returns:
        The newest pack for such bodies in force on the date; the oldest one for an earlier date.

    Raises:
        KeyError: there is no pack for such bodies.
    """
    day = ngay or dt.date(nam, 12, 31)
    packs = _beginnings().get(khoi)
    if not packs:
        raise KeyError(khoi)
    return load_pack(next((ma for tu, ma in reversed(packs) if tu <= day), packs[0][1]))


@cache
def _beginnings() -> Mapping[str, list[tuple[dt.date, str]]]:
    """Return first day and code of the packs of each kind of body, oldest first."""
    found: dict[str, list[tuple[dt.date, str]]] = {}
    for code in pack_codes():
        head = part_of(FOLDER / f"{code}.yaml", "khoi", "hieu_luc")
        since = HieuLuc.model_validate(head["hieu_luc"]).tu
        found.setdefault(head["khoi"], []).append((since, code))
    return {khoi: sorted(packs) for khoi, packs in found.items()}
