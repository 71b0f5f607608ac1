"""Computes the cap on «Hoàn thành xuất sắc nhiệm vụ» and checks it (R07)."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any, Literal

from generator.model.campaign import Dot
from generator.model.unit import CaNhan, DonViNam
from generator.problems import DataPath, Problem
from generator.regulations.che_do import CheDo, TranXuatSac
from generator.regulations.rule import Quy
from generator.rules.found import finding
from generator.rules.levels import rank
from generator.rules.subjects import Subject, collectives, latest, listed, persons
from generator.wording.compare import fold
from generator.wording.review import points as in_words

XS, HTT = 0, 1
UNDECIDED = ("chi_bo", "dang_bo_bo_phan")
"""Units that only propose levels; the cap applies where they are decided (note §4.5)."""

_ROUNDING = {"xuong": ROUND_FLOOR, "nua_len": ROUND_HALF_UP}


def share(tran: TranXuatSac, noi_troi: bool) -> Quy[Decimal]:
    """Return the ratio that applies; the higher one for `noi_troi` only if the regime has one."""
    return tran.ti_le_noi_troi if noi_troi and tran.ti_le_noi_troi else tran.ti_le


def allowed(
    t_htt: int,
    n_xs: int,
    tran: TranXuatSac,
    noi_troi: bool,
    lam_tron: Literal["xuong", "nua_len"] | None = None,
) -> int:
    """Return the maximum number of a group that may be rated «Hoàn thành xuất sắc nhiệm vụ».

    QĐ 366 Điều 11: at most 20 % of those rated «Hoàn thành tốt nhiệm vụ» in a group of similar
    position, 25 % with outstanding results; QĐ 124 and HD 21: 20 %. Read literally, those rated
    «Hoàn thành xuất sắc nhiệm vụ» do not belong to the base.

    Args:
        t_htt: the number of the group rated «Hoàn thành tốt nhiệm vụ».
        n_xs: the number rated «Hoàn thành xuất sắc nhiệm vụ»; belongs only to the base `htt_xs`.
        tran: the cap of the regime; `ti_le` in percent or as a fraction; a group of at most
            `nhom_nho` rated members may always have one (0: no such exception).
        noi_troi: whether outstanding results were recognised.
        lam_tron: rounding used instead of the regime's.
    """
    ratio = share(tran, noi_troi).gia_tri
    fraction = ratio / 100 if ratio >= 1 else ratio
    base = t_htt + n_xs if tran.co_so.gia_tri == "htt_xs" else t_htt
    rounding = _ROUNDING[lam_tron or tran.lam_tron.gia_tri]
    most = int((fraction * base).to_integral_value(rounding))
    return max(most, 1) if 0 < t_htt + n_xs <= tran.nhom_nho.gia_tri else most


def behind(t_htt: int, n_xs: int, tran: TranXuatSac, noi_troi: bool) -> list[Quy[Any]] | None:
    """Return the prescribed values from which an exceeded cap was computed; None if it is kept.

    The rounding is included only if rounding half up would avoid the breach: no central text
    prescribes it (note §4.5), so such a breach is a warning until the office sets the rounding.
    """
    if n_xs <= allowed(t_htt, n_xs, tran, noi_troi):
        return None
    rests: list[Quy[Any]] = [share(tran, noi_troi), tran.co_so]
    if n_xs <= allowed(t_htt, n_xs, tran, noi_troi, "nua_len"):
        rests.append(tran.lam_tron)
    return rests


def check_group(
    che_do: CheDo, nhom: str, group: Sequence[Subject], noi_troi: bool, *, doubtful: bool = False
) -> Iterator[Problem]:
    """Check the cap in a group of similar persons or collectives.

    Args:
        che_do: the regime.
        nhom: the name of the group, for the message.
        group: its members, of one unit or of several.
        noi_troi: whether the higher ratio applies.
        doubtful: whether a breach is only a warning.

    Yields:
        At most one problem, at the first member above the cap.
    """
    tran = che_do.tran_xuat_sac
    counted = _without_heads(group, tran.tinh_nguoi_dung_dau.gia_tri)
    t_htt, best = _count(che_do, counted)
    rests = behind(t_htt, len(best), tran, noi_troi)
    if rests is None:
        return
    other_htt, other_best = _count(
        che_do, _without_heads(group, not tran.tinh_nguoi_dung_dau.gia_tri)
    )
    if behind(other_htt, len(other_best), tran, noi_troi) is None:
        rests.append(tran.tinh_nguoi_dung_dau)
    most = allowed(t_htt, len(best), tran, noi_troi)
    ratio = share(tran, noi_troi).gia_tri
    yield finding(
        che_do,
        "R07",
        "KD414",
        best[most][0],
        *rests,
        doubtful=doubtful,
        nhom=nhom,
        n_xs=len(best),
        t_htt=t_htt,
        toi_da=most,
        muc=che_do.muc[XS].ten,
        muc_tot=che_do.muc[HTT].ten,
        ds=listed(name for _, name in best),
        ti_le=in_words(ratio if ratio >= 1 else ratio * 100),
    )


def _without_heads(group: Sequence[Subject], heads: bool) -> list[Subject]:
    return [
        each
        for each in group
        if heads or not (isinstance(each.data, CaNhan) and each.data.dung_dau)
    ]


def _count(che_do: CheDo, group: Sequence[Subject]) -> tuple[int, list[tuple[DataPath, str]]]:
    good, best = 0, []
    for subject in group:
        step = latest(subject.data.xep_loai)
        if step is None:
            continue
        level = rank(che_do, step[1])
        good += level == HTT
        if level == XS:
            best.append(((*subject.path, "xep_loai", step[0]), subject.ten))
    return good, best


def r07_cap(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R07: no group of the unit exceeds the cap on «Hoàn thành xuất sắc nhiệm vụ».

    QĐ 366 Điều 11, QĐ 124 Điều 12, HD 21 (in each basic party organisation). Error in every regime;
    a warning if the breach depends on rounding or on counting the head, in a unit that only
    proposes (the cap is no quota of each chi bộ: note §4.5), and for a named group of one.
    Parameters: `tran_xuat_sac.*`. Persons without `nhom` form one group; collectives form a group
    only by `nhom`.
    """
    del dot
    groups: dict[tuple[str, str], list[Subject]] = {}
    for subject in (*collectives(nam), *persons(nam)):
        if subject.path[0] == "ca_nhan" or subject.data.nhom:
            key = (str(subject.path[0]), fold(subject.data.nhom or ""))
            groups.setdefault(key, []).append(subject)
    for group in groups.values():
        yield from check_group(
            che_do,
            group[0].data.nhom or nam.don_vi.ten,
            group,
            nam.noi_troi is not None,
            # A named group of one has its others elsewhere: the rules over units count them all.
            doubtful=nam.don_vi.loai in UNDECIDED or (len(group) == 1 and bool(group[0].data.nhom)),
        )
