"""What is in force for a campaign: the regime of its year and the thể thức pack of a day.

The office's own values (`che_do:`, `the_thuc:` in `dot.yaml`) are laid over both.
"""

import datetime as dt
import json
from functools import lru_cache

from generator.model import CoQuan, Dot
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.regulations.overlay import with_overlay
from generator.regulations.packs import load_pack, pack_for
from generator.regulations.regimes import regime_for
from generator.regulations.the_thuc import TheThuc

_OFFICE_MARK = "Đ: dot.yaml"


def regime_of(dot: Dot) -> tuple[CheDo, tuple[Problem, ...]]:
    """Choose the regime of the campaign's review year, with the office's own values over it."""
    if not dot.che_do:
        return regime_for(dot.nam), ()
    return _own_regime(dot.nam, json.dumps(dot.che_do))


@lru_cache(maxsize=16)
def _own_regime(year: int, overlay: str) -> tuple[CheDo, tuple[Problem, ...]]:
    regime, problems = with_overlay(
        regime_for(year), json.loads(overlay), _OFFICE_MARK, key="che_do"
    )
    return regime, tuple(problems)


def pack_in_force(
    dot: Dot, body: CoQuan, day: dt.date | None
) -> tuple[TheThuc, tuple[Problem, ...]]:
    """Choose the pack of a body's document signed on a day, with the office's own values over it.

    Args:
        dot: the campaign; its `the_thuc` binds its own body only, not another that copies one of
            its documents.
        body: who issues the document.
        day: the day of signing; None counts as the last day of the campaign's year.

    Returns:
        The pack, and what is wrong with the office's own values.
    """
    pack = pack_for(body.khoi, day, dot.nam)
    if not dot.the_thuc or body != dot.co_quan:
        return pack, ()
    return _own_pack(pack.ma, json.dumps(dot.the_thuc))


@lru_cache(maxsize=64)
def _own_pack(ma: str, overlay: str) -> tuple[TheThuc, tuple[Problem, ...]]:
    pack, problems = with_overlay(load_pack(ma), json.loads(overlay), _OFFICE_MARK)
    return pack, tuple(problems)
