"""What a campaign of an earlier year hands on to the next: bodies, units, people, their posts.

Whatever belongs to the year itself stays behind: reviews, ratings, meetings, votes, numbers, days.
The weaknesses that were named become those of the period before (`han_che_ky_truoc`), so that the
new review is asked about each of them (R17). They are not written into `khac_phuc`: an entry there
says how far the remedy has come, which nobody knows yet, and would be printed.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.model.base import Model
from generator.model.campaign import CoQuan, Ky
from generator.model.person import ChucVu, MacDinh
from generator.model.unit import DonVi, ThanhVien
from generator.reading.yaml_text import Tree
from generator.regulations.catalogue import paper_kinds
from generator.regulations.packs import pack_for
from generator.regulations.regimes import regime_for
from generator.wording.compare import fold

_LEAD = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*\s*[.)]|[-–+•*])\s+")
_NOTHING = frozenset(map(fold, ("không có", "không", "chưa có")))
_MENDED = "da_khac_phuc"
_CENTRAL = "trung_uong"

_CAMPAIGN = ("ten", "co_quan", "dia_danh", "noi_nhan", "ky", "giu_nguyen_dau_cau", "mac_dinh",
             "so_van_ban", "lap_them")  # fmt: skip
_OF_REGIME = ("phan_bo_diem", "che_do", "danh_muc")
"""What only means something under the regime for which it was set."""

_UNIT = ("dia_danh", "ky", "noi_nhan", "mac_dinh", "lap_them")
_COLLECTIVE = ("ma", "ten", "vai_tro", "khoi_co_quan", "dien_quan_ly", "thanh_vien", "co_quan",
               "ky", "dac_diem", "nhom")  # fmt: skip
_PERSON = ("ma", "ho_ten", "ngay_sinh", "gioi_tinh", "chuc_vu", "dang_vien", "ngay_vao_dang",
           "ngay_chinh_thuc", "dien_quan_ly", "dung_dau", "dac_diem",
           *MacDinh.model_fields)  # fmt: skip
_RESIDENCE = ("xa", "chi_bo", "mien")

_INNER: Mapping[str, type[Model]] = {
    "co_quan": CoQuan, "ky": Ky, "chuc_vu": ChucVu, "don_vi": DonVi, "thanh_vien": ThanhVien,
}  # fmt: skip
"""Groups that are handed on whole, with the model that says which keys they have."""


class NextUnit(NamedTuple):
    """A unit in the next year: its file, the files of its people, names that two of them have.

    What was named of namesakes cannot be told apart, so none of them is asked about it.
    """

    tep: dict[str, Tree]
    nguoi: tuple[dict[str, Tree], ...] = ()
    trung_ten: tuple[str, ...] = ()


def next_campaign(old: Mapping[str, Tree], nam: int) -> dict[str, Tree]:
    """Return `dot.yaml` of a year, from that of an earlier one; deadlines are to be set anew."""
    before = _year(old)
    kept = _kept(old, _CAMPAIGN, nam)
    if before and regime_for(before) is regime_for(nam):
        kept |= _only(old, _OF_REGIME)
    if before and pack_for(_block(old), None, before) is pack_for(_block(old), None, nam):
        kept |= _only(old, ("the_thuc",))
    if before and isinstance(name := kept.get("ten"), str):
        kept["ten"] = re.sub(rf"(?<!\d){before}(?!\d)", str(nam), name)
    return {**kept, "nam": str(nam)}


def next_unit(
    old: Mapping[str, Tree], nam: int, own_files: Sequence[Mapping[str, Tree]] = ()
) -> NextUnit:
    """Return the file of a unit in a year.

    Args:
        old: its file of an earlier year.
        nam: the new review year.
        own_files: the files of those of its people who have one.
    """
    collectives = [each for each in _items(old.get("tap_the")) if each.get("ten")]
    people = [each for each in _items(old.get("ca_nhan")) if each.get("ho_ten")]
    asked, twice = _asked(
        [
            *((each.get("ten"), each) for each in collectives),
            *((each.get("ho_ten"), each) for each in (*people, *own_files)),
        ]
    )
    unit: dict[str, Tree] = {"loai": "don-vi", "don_vi": _group("don_vi", old.get("don_vi"))}
    unit |= _kept(old, _UNIT, nam)
    given: dict[str, Tree] = {
        "tap_the": [_kept(each, _COLLECTIVE, nam) for each in collectives],
        "ca_nhan": [_kept(each, _PERSON, nam) for each in people],
        "han_che_ky_truoc": asked,
    }
    unit |= {key: value for key, value in given.items() if value}
    own = ({"loai": "ca-nhan", **_kept(each, _PERSON, nam)} for each in own_files)
    return NextUnit(unit, tuple(own), twice)


def weaknesses(review: Mapping[str, Tree]) -> list[str]:
    """Return what a review names: its weaknesses, one a line, and earlier ones still not mended."""
    text = review.get("han_che")
    said = text.splitlines() if isinstance(text, str) else []
    for each in _items(review.get("khac_phuc")):
        earlier = each.get("han_che")
        if each.get("tinh_trang") != _MENDED and isinstance(earlier, str):
            said.append(earlier)
    bare = (" ".join(_LEAD.sub("", each, count=1).split()) for each in said)
    unlike: dict[str, str] = {}
    for line in bare:
        unlike.setdefault(fold(line).rstrip(" ."), line)
    return [line for key, line in unlike.items() if key and key not in _NOTHING]


def _asked(
    named: Iterable[tuple[Tree, Mapping[str, Tree]]],
) -> tuple[dict[str, Tree], tuple[str, ...]]:
    """Return the weaknesses by the name of whom they are of, and names that do not tell of whom."""
    found: dict[str, Tree] = {}
    seen: dict[str, str] = {}
    twice: dict[str, str] = {}
    for name, review in named:
        if not isinstance(name, str):
            continue
        if fold(name) in seen:
            twice[fold(name)] = name
            found.pop(seen[fold(name)], None)
            continue
        seen[fold(name)] = name
        if its := weaknesses(review):
            found[name] = [*its]
    return found, tuple(twice.values())


def _kept(old: Mapping[str, Tree], keys: Collection[str], nam: int) -> dict[str, Tree]:
    """Return the values of some keys, as far as the year has a use for them."""
    kept: dict[str, Tree] = {}
    for key in keys:
        value = old.get(key)
        if value in (None, "", [], {}):
            continue
        match key:
            case "mac_dinh":
                value = _kept(_mapping(value), tuple(MacDinh.model_fields), nam)
            case "noi_cu_tru":
                value = _only(_mapping(value), _RESIDENCE)
            case "thanh_vien":
                value = [_group(key, each) for each in _items(value)]
            case "lap_them":
                value = [each for each in _list(value) if each in paper_kinds()]
            case "dien_quan_ly":
                levels = {_CENTRAL, *(each.ma for each in regime_for(nam).cap_quan_ly)}
                value = value if value in levels else None
            case _ if key in _INNER:
                value = _group(key, value)
        if value not in (None, [], {}):
            kept[key] = value
    return kept


def _group(key: str, value: Tree) -> dict[str, Tree]:
    return _only(_mapping(value), _INNER[key].model_fields)


def _only(old: Mapping[str, Tree], keys: Collection[str]) -> dict[str, Tree]:
    return {key: value for key, value in old.items() if key in keys and value is not None}


def _year(campaign: Mapping[str, Tree]) -> int:
    text = campaign.get("nam")
    return int(text) if isinstance(text, str) and text.isdecimal() else 0


def _block(campaign: Mapping[str, Tree]) -> str:
    found = _mapping(campaign.get("co_quan")).get("khoi")
    return found if found in {"dang", "nha_nuoc"} else "dang"


def _mapping(value: Tree) -> dict[str, Tree]:
    return value if isinstance(value, dict) else {}


def _list(value: Tree) -> list[Tree]:
    return value if isinstance(value, list) else []


def _items(value: Tree) -> list[dict[str, Tree]]:
    return [each for each in _list(value) if isinstance(each, dict)]
