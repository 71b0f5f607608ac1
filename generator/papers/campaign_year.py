"""The campaign's own body as a unit, so that the papers of units can be printed for it."""

import datetime as dt
from collections.abc import Iterable

from generator.model import Dot
from generator.model.unit import CaNhan, DonVi, DonViNam, TapThe
from generator.papers.unit_year import UnitYear, year_of


def campaign_year(
    dot: Dot,
    tap_the: Iterable[TapThe] = (),
    ca_nhan: Iterable[CaNhan] = (),
    ngay: dt.date | None = None,
) -> UnitYear:
    """Return the year of the body that leads a campaign.

    Args:
        dot: the campaign.
        tap_the: collectives that count as its own.
        ca_nhan: persons that count as its own.
        ngay: used as date of signature for papers without one.
    """
    body = dot.co_quan
    unit = DonVi(
        ma="dot",
        ten=body.ten,
        loai="khac",
        cap_tren=body.cap_tren or body.ten,
        cap_uy=body.ten,
        ky_hieu=body.ky_hieu,
    )
    nam = DonViNam(
        loai="don-vi", don_vi=unit, dia_danh=dot.dia_danh, ky=dot.ky, noi_nhan=dot.noi_nhan
    )
    whole = nam.model_copy(update={"tap_the": tuple(tap_the), "ca_nhan": tuple(ca_nhan)})
    return year_of(whole, dot, ngay)
