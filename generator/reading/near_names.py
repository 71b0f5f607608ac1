"""Names that nearly are a name the program asks for, and names of copies (`ten-tep.yaml`)."""

import os
import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

from generator.reading.suggest import alike, plain
from generator.regulations.data_files import tree_of

_NAMES = Path(__file__).with_name("ten-tep.yaml")
_LIKE = 0.8
_LIKE_FILE = 0.9
_ENDINGS = (".yaml", ".yml", ".docx")


def is_own_folder(path: Path) -> bool:
    """Return whether a folder is not read and not told: the office's own, or the program's."""
    names = tree_of(_NAMES)
    ending = names["duoi_so_theo_doi"]
    return path.name in names["thu_muc_rieng"] or any(
        next(path.glob(f"{deeper}*{ending}"), None) for deeper in ("", "*/")
    )


def is_own_file(name: str) -> bool:
    """Return whether a file of a campaign's folder is the program's own."""
    return name in tree_of(_NAMES)["tep_rieng"]


def meant_name(name: str, asked: Iterable[str]) -> str | None:
    """Return the asked name that another name, of a file or folder, probably stands for.

    Accents, case and separators do not count, nor does what a copy of it adds («don-vi (1)»), nor a
    further ending («dot.yaml.txt»).
    """
    given = unicodedata.normalize("NFC", name)
    meant = (given, copied_name(given), without_ending(given))
    for each in filter(None, meant):
        for wanted in asked:
            enough = _LIKE_FILE if "." in wanted else _LIKE
            if plain(each) == plain(wanted) or alike(each, wanted) >= enough:
                return wanted
    return None


def copied_name(name: str, beside: Collection[str] | None = None) -> str | None:
    """Return the name of the file of which a file seems to be a copy, or None.

    Args:
        name: the name of a file or folder.
        beside: the names in the same folder; by default the original need not be there. A name of
            a machine behind the original counts only with the original beside it.
    """
    whole = unicodedata.normalize("NFC", name)
    stem, ending = os.path.splitext(whole)  # noqa: PTH122 - asked for thousands of files
    if ending.lower() not in _ENDINGS:
        stem, ending = whole, ""
    copies, machine = _patterns()
    for pattern in (*copies, *([machine] if beside is not None else [])):
        if (found := pattern.fullmatch(stem)) and (
            beside is None or found["goc"] + ending in beside
        ):
            return found["goc"] + ending
    return None


def without_ending(name: str) -> str | None:
    """Return the name of a data file behind which another ending stands, or None.

    «cong-van.yaml.txt», «cong-van.yaml.bak», «cong-van.yaml (1)», «cong-van.yml.txt».
    """
    found = re.fullmatch(r"(.+?)\.ya?ml\W*.*", name, re.IGNORECASE)
    return f"{found[1]}.yaml" if found else None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    names = tree_of(_NAMES)
    copies = tuple(re.compile(each, re.IGNORECASE) for each in names["ban_sao"])
    return copies, re.compile(names["ten_may"])
