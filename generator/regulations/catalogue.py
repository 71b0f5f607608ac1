"""The catalogue of kinds of paper: all kinds of letters, papers of a unit, a check, a pack.

An entry (`model.kinds`) contains everything the program knows of a kind; kinds are listed nowhere
else. The tables `loai/van-ban.yaml` and `loai/giay-to.yaml` are shipped; a thể thức pack may define
kinds of letters of its own (`loai_van_ban`), an office adds kinds in its campaign folder
(`Dot.loai_rieng`).
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator.model import Dot
from generator.model.kinds import LoaiGiayTo, LoaiVanBan
from generator.regulations.data_files import tree_of

FOLDER = Path(__file__).with_name("loai")


@cache
def shipped_letters() -> Mapping[str, LoaiVanBan]:
    """Return the shipped kinds of letters, by code."""
    entries = tree_of(FOLDER / "van-ban.yaml")
    return {code: letter_kind(code, entry) for code, entry in entries.items()}


def letter_kind(code: str, entry: Mapping[str, Any]) -> LoaiVanBan:
    """Validate an entry of a table of letters."""
    return LoaiVanBan.model_validate({"loai": "loai-van-ban", "ma": code, **entry})


@cache
def paper_kinds() -> Mapping[str, LoaiGiayTo]:
    """Return the shipped kinds of papers, by code, in the order of a dossier.

    Raises:
        ValueError: a paper takes its number from a kind of letter that is not in the catalogue.
    """
    found = {
        code: LoaiGiayTo.model_validate({"loai": "loai-giay-to", "ma": code, **entry})
        for code, entry in tree_of(FOLDER / "giay-to.yaml").items()
    }
    for kind in found.values():
        if kind.van_ban and kind.van_ban.loai not in shipped_letters():
            raise ValueError(f"{kind.ma}: {kind.van_ban.loai}")
    return found


def papers_of(dot: Dot) -> list[LoaiGiayTo]:
    """Return all kinds of papers of a campaign: the program's, then the office's own."""
    own = [each for each in dot.loai_rieng if isinstance(each, LoaiGiayTo)]
    return [*paper_kinds().values(), *own]
