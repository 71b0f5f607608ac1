"""Papers that letters often cite, with their days and what replaced them (`van-ban-biet.yaml`)."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from generator.model.base import Model
from generator.model.fields import Chu, Ngay, Nguon
from generator.regulations.data_files import tree_of
from generator.regulations.regimes import load_regime, regime_codes

FILE = Path(__file__).with_name("van-ban-biet.yaml")


class VanBanBiet(Model):
    """A paper by number, kind and day; `thay` took its place from the day `tu` on, if any did."""

    so_ky_hieu: Chu
    loai: Chu
    ngay: Ngay
    co_quan: Chu
    thay: Chu | None = None
    tu: Ngay | None = None
    nguon: Nguon


@cache
def known_papers() -> Mapping[str, Sequence[VanBanBiet]]:
    """Return the papers by number and symbol, those of the review regimes among them.

    What replaced one of a regime is not said here: letters go by the regime of their year.
    """
    found: dict[str, list[VanBanBiet]] = {}
    for entry in tree_of(FILE).values():
        paper = VanBanBiet.model_validate(entry)
        found.setdefault(paper.so_ky_hieu, []).append(paper)
    for code in regime_codes():
        for each in load_regime(code).van_ban:
            given = each.model_dump(include={"so_ky_hieu", "loai", "ngay", "co_quan"})
            found.setdefault(each.so_ky_hieu, []).append(VanBanBiet(**given, nguon="I"))
    return found
