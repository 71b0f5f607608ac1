"""Checks the kinds of paper added by an office, and which kinds are asked for (`lap_them`)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import get_args

from generator.checklists.conditions import ConditionError, leaves, parse
from generator.checklists.facts import KNOWN, answerable
from generator.model import Dot
from generator.model.kinds import HoanTat, Kind, LoaiGiayTo, LoaiVanBan, VeAi
from generator.papers.about import LISTED, OWN_FACTS
from generator.papers.kinds import builder_of
from generator.problems import Place, Problem, has_errors, problem
from generator.reading.folder_names import KINDS
from generator.reading.positions import located
from generator.reading.suggest import nearest
from generator.regulations.catalogue import paper_kinds
from generator.regulations.packs import letter_kinds, load_pack, pack_codes

_HOLE = re.compile(r"\{[^{}]*\}")
_FILE_WORDS = frozenset({"{ma}", "{ten}", "{quy}", "{thu_tu}"})
_SUBJECT_WORDS = frozenset({"{nam}", "{ten}"})
_NUMBERED = "so_va_ngay"
_FINISHED: Mapping[HoanTat, frozenset[VeAi]] = {
    "so_va_ngay": frozenset({"don_vi"}),
    "ngay_va_nguoi_ky": frozenset({"tap_the", "ca_nhan"}),
    "xac_nhan": frozenset({"ca_nhan"}),
    "nhan_xet": frozenset({"ca_nhan"}),
    "khong_cho_trong": frozenset({"hoi_nghi", "ca_nhan", "tap_the", "don_vi"}),
    "khong": frozenset(get_args(VeAi)),
}
"""The allowed values of `hoan_tat`, with the subjects they apply to."""


def sound_papers(dot: Dot) -> tuple[LoaiGiayTo, ...]:
    """Return the office's kinds of papers without errors; `kind_problems` reports the errors."""
    own = (each for each in dot.loai_rieng if isinstance(each, LoaiGiayTo))
    return tuple(each for each in own if not has_errors(_faults(each)))


def kinds_of(dot: Dot) -> list[LoaiGiayTo]:
    """Return all usable kinds of papers of a campaign: the program's, then the office's own."""
    return [*paper_kinds().values(), *sound_papers(dot)]


def kind_problems(dot: Dot, campaign: Path) -> list[Problem]:
    """Return the problems of the office's own kinds, each at its place in `loai/`."""
    return [
        found
        for kind in dot.loai_rieng
        for found in located(_faults(kind), campaign / KINDS / f"{kind.ma}.yaml")
    ]


def on_request(dot: Dot) -> list[LoaiGiayTo]:
    """Return the kinds of papers that are made only where they are listed (`lap_them`)."""
    return [each for each in kinds_of(dot) if LISTED in _asked(each.dieu_kien)]


def listed_wrongly(dot: Dot, listed: Sequence[str]) -> list[Problem]:
    """Report each code of `lap_them` that is not a kind of paper made on request.

    Args:
        dot: the campaign, with the office's own kinds.
        listed: its list, or that of a unit; the places are those of the key there.
    """
    known = [each.ma for each in on_request(dot)]
    return [
        problem("KD185", Place(path=(LISTED, index)), ma=code, cac_ma=", ".join(known))
        for index, code in enumerate(listed)
        if code not in known
    ]


def _asked(condition: str | None) -> set[str]:
    return {each.ten for each in leaves(parse(condition))} if condition else set()


@lru_cache(maxsize=256)
def _faults(kind: Kind) -> tuple[Problem, ...]:
    found = _of_letter(kind) if isinstance(kind, LoaiVanBan) else _of_paper(kind)
    return tuple(found)


def _of_letter(kind: LoaiVanBan) -> Iterator[Problem]:
    if kind.mau is None:
        yield _missing("mau", "loại này chưa có mẫu Word")
    if kind.bo_cuc == "sao":
        yield problem("KD145", Place(path=("bo_cuc",)), gi="bản sao là loại đi kèm chương trình")
    if kind.ky_hieu is None and not any(
        kind.ma in load_pack(code).ky_hieu_van_ban for code in pack_codes()
    ):
        yield _missing("ky_hieu", "không gói thể thức nào có ký hiệu của loại này")
    if kind.day_so and kind.day_so not in letter_kinds():
        yield _unknown("day_so", kind.day_so)


def _of_paper(kind: LoaiGiayTo) -> Iterator[Problem]:
    if kind.bieu_mau:
        place = Place(path=("bieu_mau",))
        yield problem("KD145", place, gi="biểu mẫu là của chế độ kiểm điểm, ghi ở che_do.bieu_mau")
        return
    if kind.mau is None:
        yield _missing("mau", "giấy tờ này chưa có mẫu Word")
    if kind.thanh_phan is None:
        yield _missing("thanh_phan", "chưa biết giấy tờ này đứng ở đâu trong hồ sơ")
    try:
        builder_of(kind)
    except KeyError:
        key = "soan" if kind.soan else "cho"
        reason = f"không có gì để in vào mẫu với «{key}: {kind.soan or kind.cho}»"
        yield problem("KD145", Place(path=(key,)), gi=reason)
    if kind.van_ban and kind.van_ban.loai not in letter_kinds():
        yield _unknown("van_ban", kind.van_ban.loai)
    if kind.van_ban and kind.cho != "don_vi":
        reason = "giấy tờ mang số riêng phải là của đơn vị (cho: don_vi)"
        yield problem("KD145", Place(path=("van_ban",)), gi=reason)
    if kind.cho not in _FINISHED[kind.hoan_tat] or (kind.hoan_tat == _NUMBERED) != bool(
        kind.van_ban
    ):
        reason = (
            f"«hoan_tat: {kind.hoan_tat}» không hợp với «cho: {kind.cho}», van_ban của loại này"
        )
        yield problem("KD145", Place(path=("hoan_tat",)), gi=reason)
    if kind.dieu_kien is not None:
        yield from _condition(kind.dieu_kien)
    written = (
        ("ten_tep", kind.ten_tep, _FILE_WORDS),
        ("van_ban", kind.van_ban and kind.van_ban.trich_yeu, _SUBJECT_WORDS),
    )
    for key, text, words in written:
        for hole in _HOLE.findall(text or ""):
            if hole not in words:
                reason = f"không có {hole}; dùng được: {', '.join(sorted(words))}"
                yield problem("KD145", Place(path=(key,)), gi=reason)


def _condition(text: str) -> Iterator[Problem]:
    place = Place(path=("dieu_kien",))
    try:
        condition = parse(text)
    except ConditionError as error:
        stop = f"ở chữ «{error}»" if str(error) else "ở cuối"
        yield problem("KD144", place, dieu_kien=text, vi=f"không đọc được {stop}")
        return
    known = {*KNOWN, *OWN_FACTS}
    for asked in leaves(condition):
        if asked.ten in OWN_FACTS or answerable(asked, ()):
            continue
        near = nearest(asked.ten, sorted(known))
        hint = f", có phải ý đồng chí là «{near}»?" if near else ""
        yield problem("KD144", place, dieu_kien=text, vi=f"không biết «{asked.ten}»{hint}")


def _missing(key: str, reason: str) -> Problem:
    return problem("KD145", Place(path=(key,)), gi=f"{reason}: ghi «{key}: …»")


def _unknown(key: str, name: str) -> Problem:
    near = nearest(name, sorted(letter_kinds()))
    hint = f", có phải ý đồng chí là «{near}»?" if near else ""
    return problem("KD145", Place(path=(key,)), gi=f"không có loại văn bản «{name}»{hint}")
