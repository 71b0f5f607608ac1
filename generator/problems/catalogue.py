"""The catalogue of problem codes (`danh-muc/*.yaml`), each entry read on first use."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("danh-muc")

_CODE = re.compile(r"^(KD\d+):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One code: name, severity, the two texts with `{values}`, explanation and examples."""

    ma: str
    ten: str
    muc_do: str
    thong_bao: str
    cach_sua: str
    giai_thich: str
    vi_du_sai: str = ""
    vi_du_dung: str = ""


@cache
def entries() -> dict[str, CatalogueEntry]:
    """Return every entry by code.

    Raises:
        ValueError: a code occurs twice in the folder.
    """
    found: dict[str, CatalogueEntry] = {}
    for text in _texts():
        read = _read(text)
        if twice := found.keys() & read.keys():
            raise ValueError(f"{min(twice)} stands twice in the catalogue")
        found |= read
    return found


@cache
def entry(code: str) -> CatalogueEntry:
    """Return the entry of a code; the others are not parsed, since most runs tell few problems.

    Raises:
        KeyError: the code is not in the catalogue.
    """
    alone = re.compile(rf"^{re.escape(code)}:\n(?:[ \n].*\n?)*", re.MULTILINE)
    stands = next((found for text in _texts() if (found := alone.search(text))), None)
    return (_read(stands[0]) if stands else entries())[code]


@cache
def codes() -> frozenset[str]:
    """Return every code, without parsing the entries."""
    return frozenset(code for text in _texts() for code in _CODE.findall(text))


@cache
def _texts() -> tuple[str, ...]:
    return tuple(file.read_text("utf-8") for file in sorted(FOLDER.glob("*.yaml")))


def _read(text: str) -> dict[str, CatalogueEntry]:
    import yaml  # noqa: PLC0415 - a run without problems never loads it

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    # This loader builds only text, lists and mappings, no Python objects.
    codes = yaml.load(text, Loader=loader)  # noqa: S506
    return {
        code: CatalogueEntry(ma=code, **{key: text.strip() for key, text in fields.items()})
        for code, fields in codes.items()
    }
