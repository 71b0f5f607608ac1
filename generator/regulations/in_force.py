"""Returns what is in force for a campaign: the regime of its year, the thể thức pack of a date.

The office's own values (`che_do:`, `the_thuc:` in `dot.yaml`) override both.
"""

import datetime as dt
import json
from functools import lru_cache

from generator.model import CoQuan, Dot
from generator.model.kinds import LoaiGiayTo, LoaiVanBan
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.regulations.overlay import with_overlay
from generator.regulations.packs import letter_kinds, load_pack, pack_for
from generator.regulations.regimes import regime_for
from generator.regulations.rule import Quy
from generator.regulations.the_thuc import TheThuc

_OFFICE_MARK = "Đ: dot.yaml"


def regime_of(dot: Dot) -> tuple[CheDo, tuple[Problem, ...]]:
    """Return the regime of the campaign's review year with the office's own values applied.

    Returns:
        The regime, and the problems of the office's own values.
    """
    regime, problems = (
        _own_regime(dot.nam, json.dumps(dot.che_do)) if dot.che_do else (regime_for(dot.nam), ())
    )
    return _with_papers(regime, dot), problems


def _with_papers(regime: CheDo, dot: Dot) -> CheDo:
    """Add the positions in the dossier of the office's own kinds of papers."""
    own = {
        each.ma: each.thanh_phan
        for each in dot.loai_rieng
        if isinstance(each, LoaiGiayTo) and each.thanh_phan and each.ma not in regime.thanh_phan
    }
    if not own:
        return regime
    return regime.model_copy(update={"thanh_phan": {**regime.thanh_phan, **own}})


@lru_cache(maxsize=16)
def _own_regime(year: int, overlay: str) -> tuple[CheDo, tuple[Problem, ...]]:
    regime, problems = with_overlay(
        regime_for(year), json.loads(overlay), _OFFICE_MARK, key="che_do"
    )
    return regime, tuple(problems)


def pack_in_force(
    dot: Dot, body: CoQuan, day: dt.date | None
) -> tuple[TheThuc, tuple[Problem, ...]]:
    """Return the pack for a body's document signed on a date, with the office's values applied.

    Args:
        dot: the campaign; its `the_thuc` applies only to its own body, not to another body that
            copies one of its documents.
        body: the issuing body.
        day: the date of signature; None counts as the last day of the campaign's year.

    Returns:
        The pack, and the problems of the office's own values.
    """
    pack = pack_for(body.khoi, day, dot.nam)
    problems: tuple[Problem, ...] = ()
    if dot.the_thuc and body == dot.co_quan:
        pack, problems = _own_pack(pack.ma, json.dumps(dot.the_thuc))
    return _with_letters(pack, dot), problems


def _with_letters(pack: TheThuc, dot: Dot) -> TheThuc:
    """Add to a pack the names and symbols of letter types, shipped and own, that it lacks."""
    own = [each for each in dot.loai_rieng if isinstance(each, LoaiVanBan)]
    added = [each for each in (*letter_kinds().values(), *own) if each.ky_hieu]
    names = {each.ma: Quy[str](gia_tri=each.ten, nguon=each.nguon) for each in added}
    symbols = {each.ma: Quy[str](gia_tri=each.ky_hieu or "", nguon=each.nguon) for each in added}
    if names.keys() <= pack.ten_loai.keys() and symbols.keys() <= pack.ky_hieu_van_ban.keys():
        return pack
    return pack.model_copy(
        update={
            "ten_loai": {**names, **pack.ten_loai},
            "ky_hieu_van_ban": {**symbols, **pack.ky_hieu_van_ban},
        }
    )


@lru_cache(maxsize=64)
def _own_pack(ma: str, overlay: str) -> tuple[TheThuc, tuple[Problem, ...]]:
    pack, problems = with_overlay(load_pack(ma), json.loads(overlay), _OFFICE_MARK)
    return pack, tuple(problems)
