"""The catalogue of problem codes (`danh-muc/*.yaml`), read once, on first use."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("danh-muc")


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
    import yaml  # noqa: PLC0415 - a run without problems never loads it

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    found: dict[str, CatalogueEntry] = {}
    for file in sorted(FOLDER.glob("*.yaml")):
        # This loader builds only text, lists and mappings, no Python objects.
        codes = yaml.load(file.read_text("utf-8"), Loader=loader)  # noqa: S506
        for code, fields in codes.items():
            if code in found:
                raise ValueError(f"{code} stands twice in the catalogue")
            found[code] = CatalogueEntry(
                ma=code, **{key: text.strip() for key, text in fields.items()}
            )
    return found


def entry(code: str) -> CatalogueEntry:
    """Return the entry of a code.

    Raises:
        KeyError: the code is not in the catalogue.
    """
    return entries()[code]
