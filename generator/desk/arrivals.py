"""The rows of «Hồ sơ nhận»: every file that came, what it was taken for, what to do about it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.desk import signs
from generator.desk.campaigns import Open
from generator.dossier.arriving import Let
from generator.dossier.intake import Waiting, received_files
from generator.dossier.received_files import received_in
from generator.dossier.results import UnitResult
from generator.model.verdict import Ket
from generator.opening.content import REASONS
from generator.reading.folder_names import RECEIVED
from generator.received.sorting import Certainty, Sorting

WAITS, ASKS, FINE, LEFT = "cho-xep", "can-xu-ly", "dat", "bo-qua"
"""What a row is: not looked at yet, needs a hand, in order, not taken."""

MOST_LEFT = 1_000
"""Files that were not taken which are remembered; the oldest go first."""

_CERTAIN = {
    Certainty.CHAC_CHAN: signs.Sign("du", Certainty.CHAC_CHAN),
    Certainty.GAN_CHAC: signs.Sign("canh-bao", Certainty.GAN_CHAC),
    Certainty.CHUA_CHAC: signs.Sign("xem", Certainty.CHUA_CHAC),
}


class Left(NamedTuple):
    """A file that was sent and not taken: its name, the unit it was sent to, why, when."""

    ten: str
    thu_muc: str
    ra: Let
    luc: dt.datetime


class Row(NamedTuple):
    """A file on the page.

    `ten` is its name and `tep` its name in addresses (empty: it was not taken); `la` what it was
    recognised as, `chac` how sure; `nhom` one of the kinds above; `luc` when it was sent, if it was
    not taken; `cho` whether it lies in no unit's folder yet, so that the unit is a guess.
    """

    ten: str
    tep: str
    la: str
    thu_muc: str
    don_vi: str
    chac: signs.Sign | None
    sign: signs.Sign
    ly_do: str
    nhom: str
    luc: dt.datetime | None = None
    cho: bool = False


def rows_of(
    opened: Open,
    waiting: Iterable[Waiting],
    units: Sequence[UnitResult],
    sortings: Mapping[Path, Sorting],
    left: Iterable[Left],
) -> list[Row]:
    """Return all rows, what needs a hand first.

    Args:
        opened: the campaign.
        waiting: the files that belong to no unit yet.
        units: the verdicts.
        sortings: what those that wait were taken for when they were last looked at.
        left: what was not taken.
    """
    names = {each.thu_muc: each.ten for each in units}
    found = [_waiting(opened, each, sortings.get(each.tep), names) for each in waiting]
    found += [row for each in units for row in _of_unit(opened, each)]
    found += [_left(each, names) for each in left]
    order = {WAITS: 0, ASKS: 1, FINE: 2, LEFT: 3}
    return sorted(found, key=lambda each: order[each.nhom])


def called(la: str, ai: str) -> str:
    """Return what a file is in words: «Bản tự kiểm điểm, Mai Công Lâm»."""
    return ", ".join(filter(None, (la, ai)))


def _waiting(
    opened: Open, each: Waiting, said: Sorting | None, names: Mapping[str, str]
) -> Row:  # fmt: skip
    tep, ten = opened.name_of(each.tep), each.tep.name
    if said is None:
        unit = names.get(each.thu_muc, "")
        sign = signs.Sign("cho", "Chờ xếp")
        return Row(
            ten, tep, "Chưa xem", each.thu_muc, unit, None, sign, "chưa xem", WAITS, cho=True
        )
    unit = names.get(said.thu_muc, "")
    la = f"Có thể là {called(said.la, said.ai)}" if said.la else "Chưa biết là văn bản nào"
    sign = _sign(said.vi_sao, Ket.CAN_XEM_LAI)
    sure = _CERTAIN[said.chac]
    return Row(ten, tep, la, said.thu_muc, unit, sure, sign, said.vi_sao, ASKS, cho=True)


def _of_unit(opened: Open, unit: UnitResult) -> Iterable[Row]:
    lying, _ = received_files(opened.folder / RECEIVED / unit.thu_muc)
    known = {Path(each.tep): each for each in received_in(unit)}
    for path in lying:
        each = known.get(path)
        if each is None:
            sign = (
                signs.Sign("cho", "Đang xem")
                if not unit.verdicts
                else signs.Sign("khong", "Không tính")
            )
            why = (
                "dữ liệu của đơn vị chưa đọc được"
                if not unit.verdicts
                else "không mục nào cần tệp này"
            )
            yield Row(path.name, opened.name_of(path), "Chưa xếp vào mục nào", unit.thu_muc,
                      unit.ten, None, sign, why, ASKS if not unit.verdicts else FINE)  # fmt: skip
            continue
        la = called(each.la, each.ai) or "Chưa biết là văn bản nào"
        if each.la and each.chac is Certainty.CHUA_CHAC:
            la = f"Có thể là {la}"
        yield Row(
            path.name, opened.name_of(path), la, unit.thu_muc, unit.ten, _CERTAIN[each.chac],
            _sign(each.ly_do, each.ket), each.ly_do or each.cach, ASKS if each.asks else FINE,
        )  # fmt: skip


def _sign(reason: str, ket: Ket) -> signs.Sign:
    if any(each in reason for each in REASONS.values()):
        return signs.Sign("sai", "Không đọc được")
    return signs.of_received(ket)


def _left(each: Left, names: Mapping[str, str]) -> Row:
    sign = signs.Sign("khong", "Bỏ qua") if each.ra.bo_qua else signs.Sign("sai", "Không nhận")
    la = (
        "Đã nhận trước đây"
        if each.ra.tep
        else "Không phải hồ sơ"
        if each.ra.bo_qua
        else "Không nhận"
    )
    unit = names.get(each.thu_muc, "")
    return Row(each.ten, "", la, each.thu_muc, unit, None, sign, each.ra.ly_do, LEFT, each.luc)
