"""R04: the results of the year's tasks meet the conditions of the level."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.model.campaign import Dot
from generator.model.review import KetQuaNhiemVu
from generator.model.unit import CaNhan, DonViNam
from generator.problems import Problem
from generator.regulations.che_do import CheDo, DieuKien
from generator.regulations.rule import Quy
from generator.rules.found import finding
from generator.rules.levels import Statement, statements
from generator.rules.subjects import Subject, reviewed
from generator.wording.review import percent
from generator.wording.review import points as in_words

Unmet = tuple[str, str, str, Quy[Any]]
"""An unmet condition: data key, actual and required share in words, prescribed value."""


def unmet(results: KetQuaNhiemVu, asked: DieuKien) -> list[Unmet]:
    """Return the conditions of a level that the year's tasks do not meet.

    Args:
        results: the tasks in numbers; `tong` is not 0.
        asked: the conditions of the level, in percent of all tasks.

    Returns:
        One item per unmet condition.
    """
    found: list[Unmet] = []
    for key, words, count, bound in (
        ("hoan_thanh", "hoàn thành", results.hoan_thanh, asked.hoan_thanh_it_nhat),
        ("vuot_muc", "hoàn thành vượt mức", results.vuot_muc, asked.vuot_muc_it_nhat),
    ):
        if bound and Decimal(100 * count) < bound.gia_tri * results.tong:
            share = f"{words} {percent(count, results.tong)}%"
            found.append((key, share, f"ít nhất {in_words(bound.gia_tri)}%", bound))
    late = asked.cham_nhieu_nhat
    if late and Decimal(100 * results.cham) > late.gia_tri * results.tong:
        share = f"chậm thời hạn {percent(results.cham, results.tong)}%"
        most = f"nhiều nhất {in_words(late.gia_tri)}%" if late.gia_tri else "không có việc chậm"
        found.append(("cham", share, most, late))
    return found


def r04_conditions(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R04: the shares of tasks done, exceeded and late, and the weaknesses fixed, fit the level.

    QĐ 366 Điều 11 (100 %, 30 %, none late, 100 % fixed); QĐ 124 Điều 12. Error if the numbers
    contradict the level, a warning if the best level has no numbers. Parameters: `dieu_kien`.
    """
    del dot
    for subject in reviewed(che_do, nam):
        results = subject.data.ket_qua
        if results:
            yield from _impossible(che_do, subject, results)
        for said in statements(che_do, subject):
            asked = che_do.dieu_kien.get(che_do.muc[said.rank].khoa)
            if asked:
                yield from _shares(che_do, subject, said, asked)
                yield from _units(che_do, subject, said, asked)
                yield from _mended(che_do, subject, said, asked)


def _impossible(che_do: CheDo, subject: Subject, given: KetQuaNhiemVu) -> Iterator[Problem]:
    for key, words, count, most, of_what in (
        ("hoan_thanh", "hoàn thành", given.hoan_thanh, given.tong, "tổng số"),
        ("vuot_muc", "vượt mức", given.vuot_muc, given.hoan_thanh, "số hoàn thành"),
        ("cham", "chậm thời hạn", given.cham, given.hoan_thanh, "số hoàn thành"),
    ):
        if count > most:
            yield finding(
                che_do,
                "R04",
                "KD409",
                (*subject.path, "ket_qua", key),
                ai=subject.ten,
                so=words,
                n=count,
                trong=of_what,
                tong=most,
            )


def _shares(che_do: CheDo, subject: Subject, said: Statement, asked: DieuKien) -> Iterator[Problem]:
    results = subject.data.ket_qua
    level = che_do.muc[said.rank].ten
    if results is None or not results.tong:
        if said.rank == 0 and (asked.hoan_thanh_it_nhat or asked.vuot_muc_it_nhat):
            yield finding(
                che_do,
                "R04",
                "KD408",
                said.path,
                doubtful=True,
                ai=subject.ten,
                muc=level,
                buoc=said.buoc,
            )
        return
    for _, share, bound, behind in unmet(results, asked):
        yield finding(
            che_do,
            "R04",
            "KD406",
            said.path,
            behind,
            ai=subject.ten,
            muc=level,
            buoc=said.buoc,
            dat=share,
            yeu_cau=bound,
        )


def _units(che_do: CheDo, subject: Subject, said: Statement, asked: DieuKien) -> Iterator[Problem]:
    """Check the levels of the units a leader is in charge of, where their counts are entered."""
    counts = subject.data.don_vi_phu_trach if isinstance(subject.data, CaNhan) else None
    if counts is None or not counts.tong:
        return
    for words, count, bound in (
        ("Hoàn thành nhiệm vụ", counts.hoan_thanh_tro_len, asked.don_vi_ht_it_nhat),
        ("Hoàn thành tốt nhiệm vụ", counts.hoan_thanh_tot_tro_len, asked.don_vi_htt_it_nhat),
    ):
        if bound and Decimal(100 * count) < bound.gia_tri * counts.tong:
            yield finding(
                che_do,
                "R04",
                "KD406",
                said.path,
                bound,
                ai=subject.ten,
                muc=che_do.muc[said.rank].ten,
                buoc=said.buoc,
                dat=f"đơn vị phụ trách xếp từ {words} trở lên {percent(count, counts.tong)}%",
                yeu_cau=f"ít nhất {in_words(bound.gia_tri)}%",
            )


def _mended(che_do: CheDo, subject: Subject, said: Statement, asked: DieuKien) -> Iterator[Problem]:
    open_items = [each for each in subject.data.khac_phuc if each.tinh_trang != "da_khac_phuc"]
    if asked.khac_phuc_xong and asked.khac_phuc_xong.gia_tri and open_items:
        yield finding(
            che_do,
            "R04",
            "KD407",
            said.path,
            asked.khac_phuc_xong,
            ai=subject.ten,
            muc=che_do.muc[said.rank].ten,
            buoc=said.buoc,
            so=len(open_items),
            han_che=open_items[0].han_che,
        )
