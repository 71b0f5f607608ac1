"""Loads the review regimes, chooses one by review year, and resolves form codes."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from generator.regulations.che_do import BieuMau, CheDo, NamApDung
from generator.regulations.data_files import load, names, part_of

FOLDER = Path(__file__).with_name("kiem-diem")

Found = Literal["dung", "nhap_nhang", "khac_nam", "khong_co"]
"""How a form code was resolved: exactly; one of several forms, chosen by role; a form of another
year; not at all."""

_YEAR = re.compile(r"(?:hd\s*kd\s*dg)?\s*(?:nam\s*)?(20\d\d)?$")


@cache
def load_regime(ma: str) -> CheDo:
    """Load one regime.

    Args:
        ma: its code, the file name: `2019`, `2023`, `2025`.

    Returns:
        The typed regime, the same object each time.

    Raises:
        KeyError: there is no such regime.
    """
    return load(FOLDER, ma, CheDo)


@cache
def regime_codes() -> tuple[str, ...]:
    """Return the codes of all regimes, oldest first."""
    return names(FOLDER)


@cache
def forms_by_template() -> Mapping[str, BieuMau]:
    """Return the forms of all regimes by the name of their template."""
    return {
        form.mau: form for code in regime_codes() for form in load_regime(code).bieu_mau.values()
    }


def regime_for(nam: int) -> CheDo:
    """Return the regime of a review year; for years before all regimes, the oldest."""
    codes = regime_codes()
    return load_regime(next((ma for ma in reversed(codes) if _first_year(ma) <= nam), codes[0]))


@cache
def _first_year(ma: str) -> int:
    head = part_of(FOLDER / f"{ma}.yaml", "nam")
    return NamApDung.model_validate(head["nam"]).tu


def form_for(che_do: CheDo, vai_tro: str) -> str:
    """Return the key of the form for persons of a role.

    Raises:
        KeyError: the regime has no form for the role.
    """
    for key, form in che_do.bieu_mau.items():
        if form.dung_cho == "ca_nhan" and vai_tro in form.vai_tro:
            return key
    raise KeyError(vai_tro)


def resolve_form(che_do: CheDo, code: str, vai_tro: str) -> tuple[str | None, Found]:
    """Find the form that a clerk's code refers to.

    Args:
        che_do: the regime of the review year.
        code: as written by a clerk: «02A», «Mẫu 2A», «Mẫu 02A-HD KĐ.ĐG 2025».
        vai_tro: the role of the person the form is for.

    Returns:
        The key of the form in this regime (in another regime if it belongs there, None if there is
        none), and how it was resolved.
    """
    letter, year = _parsed(code)
    if year and year != che_do.ma:
        other = year in regime_codes() and _keys(load_regime(year), letter, code)
        if other:
            return other[0], "khac_nam"
    keys = _keys(che_do, letter, code)
    if len(keys) == 1:
        return keys[0], "dung"
    if keys:
        return (form_for(che_do, vai_tro) if vai_tro else keys[0]), "nhap_nhang"
    for name in regime_codes():
        found = _keys(load_regime(name), letter, code)
        if found:
            return found[0], "khac_nam"
    return None, "khong_co"


def _keys(che_do: CheDo, letter: str, code: str) -> list[str]:
    own = [key for key in che_do.bieu_mau if _bare(key) == letter]
    if own:
        return own
    return [
        key
        for key, form in che_do.bieu_mau.items()
        if letter in {_parsed(each)[0] for each in form.goi_khac} or code in form.goi_khac
    ]


def _parsed(code: str) -> tuple[str, str]:
    """Split a code into its bare letter («2a») and its year («2025» or nothing)."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFD", code.casefold().replace("đ", "d"))
        if not unicodedata.combining(letter)
    )
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())
    words = re.sub(r"^(?:mau )?(?:so )?", "", words)
    found = _YEAR.search(words)
    year = (found[1] or "") if found else ""
    return _bare(words[: found.start()] if found else words), year


def _bare(letter: str) -> str:
    return letter.strip().casefold().lstrip("0")
