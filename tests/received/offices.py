"""Received files as other hands type them, labelled by a careful clerk who opens each.

A label says what the file comes to at one item of one unit. Some allow for other answers: where
only a person can see what is right, «cần xem lại» is right too.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator.model import Dot
from generator.model.checklist import DanhMuc
from generator.model.verdict import Ket
from tests.dossier.judged_unit import CITY, HA_TINH, judged, meeting, shipped
from tests.received.corpus import AN, ANH, CO, Make
from tests.received.typed_forms import form
from tests.received.typed_word import word

ANH_SAC, HOA, THO, MO = "Nguyễn Văn Ánh", "Trần Thị Hoà", "Lê Đức Thọ", "Phan Thị Mơ"
OF_THE_UNIT = ""
_ROLES = {
    AN: "lanh_dao", ANH: "khong_lanh_dao", ANH_SAC: "lanh_dao", HOA: "lanh_dao",
    THO: "khong_lanh_dao", MO: "ngoai_he_thong",
}  # fmt: skip


class Office(NamedTuple):
    """A unit in a year: its data, the day on which its files are judged, campaign, checklist."""

    nam: dict[str, Any]
    day: dt.date = dt.date(2024, 12, 6)
    dot: Dot = CITY
    danh_muc: DanhMuc = HA_TINH


def _ward(*people: str, **don_vi: str) -> dict[str, Any]:
    members = [
        {"ho_ten": each, "vai_tro": _ROLES[each], "cong_chuc": "có", "dac_diem": ["uy_vien_btv"]}
        for each in people
    ]
    about = {"ma": "hong-son", "ten": "Đảng ủy phường Hồng Sơn", "loai": "phuong",
             "cap_tren": "Đảng bộ thành phố Sông Lam"}  # fmt: skip
    return {
        "loai": "don-vi", "don_vi": about | don_vi, "ca_nhan": members,
        "tap_the": [
            {"ten": "Ban Thường vụ Đảng ủy phường Hồng Sơn", "vai_tro": "cap_uy"},
            {"ten": "Đảng bộ phường Hồng Sơn", "vai_tro": "to_chuc_dang"},
        ],
        "hoi_nghi": [meeting("Hội nghị kiểm điểm Đảng bộ phường"),
                     meeting("Họp kiểm điểm Ban Thường vụ", "tap_the_lanh_dao")],
    }  # fmt: skip


def _ward_2025() -> dict[str, Any]:
    nam = _ward(cap_tren="Đảng bộ tỉnh Sông Lam")
    nam["ca_nhan"] = [{"ho_ten": each, "vai_tro": _ROLES[each]} for each in (AN, ANH, MO)]
    del nam["tap_the"][1]
    nam["hoi_nghi"] = []
    return nam


_PROVINCE = Dot.model_validate(
    {
        "ten": "Kiểm điểm năm 2025",
        "nam": "2025",
        "co_quan": {"ten": "Tỉnh ủy Sông Lam", "ky_hieu": "TU"},
    }
)

HONG_SON = Office(_ward(AN, ANH, HOA, THO))
SAME_NAMES = Office(_ward(AN, ANH, ANH_SAC))
THACH_HA = Office(_ward(AN, ma="thach-ha", ten="Đảng ủy xã Thạch Hạ", loai="xa"))
IN_2025 = Office(_ward_2025(), dt.date(2025, 12, 20), _PROVINCE, shipped("qd-366-dieu-17"))


class Case(NamedTuple):
    """A file and its label.

    Attributes:
        nhom: what kind of file it is.
        la: what is special about this one.
        ten: its name below the unit's folder.
        make: writes it.
        ket: what it comes to; None: it serves nobody.
        cung: what it may also come to.
        muc: the item of the label.
        ai: whom the item is about; `OF_THE_UNIT` for nobody.
        phan: how the document asked for there begins.
        office: the unit that hands it in.
        more: other files that are handed in with it.
        pdf: what is done with the PDF that LibreOffice prints of it; None: it is no such PDF.
    """

    nhom: str
    la: str
    ten: str
    make: Make
    ket: Ket | None = CO
    cung: Collection[Ket | None] = ()
    muc: str = "1.1"
    ai: str = AN
    phan: str = ""
    office: Office = HONG_SON
    more: Mapping[str, Make] = {}
    pdf: Callable[[bytes], bytes] | None = None

    @property
    def id(self) -> str:
        return f"{self.nhom}: {self.la}"


def own(**changes: Any) -> list[str]:
    """The form of a leader, complete unless something is changed."""
    return form("2023B", AN, **changes)


def typed(blocks: Sequence[str], **more: Any) -> Make:
    """A Word file of blocks, put together only when it is asked for."""
    return lambda path: path.write_bytes(word(blocks, **more)) and None


def handed_in(nhom: str, la: str, blocks: Sequence[str], ket: Ket | None = CO,
              *cung: Ket | None, **more: Any) -> Case:  # fmt: skip
    """A paper typed in Word, called after its item and person unless it has a name of its own."""
    ten = more.pop("ten", f"{more.get('muc', '1.1')} {more.get('ai', AN)}.docx")
    return Case(nhom, la, ten, typed(blocks), ket, cung, **more)


class Outcome(NamedTuple):
    """What a file comes to at the item of its label and why; every item that counts through one.

    `elsewhere` says whether one of those is not the item of the label.
    """

    ket: Ket | None
    ly_do: str
    counted: list[tuple[str, str, str]]
    elsewhere: bool


def outcome(case: Case, folder: Path) -> Outcome:
    """Hand a file in, in an empty folder of the unit, and judge it."""
    for name, make in {case.ten: case.make, **case.more}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)
    office = case.office
    found = judged(
        office.nam, received=folder, day=office.day, dot=office.dot, danh_muc=office.danh_muc
    )
    ket, ly_do, counted, elsewhere = None, "", [], False
    for each in found.values():
        for part in each.phan:
            if not any(proof.tep for proof in part.chung_cu):
                continue
            mine = (
                each.muc == case.muc
                and case.ai in {each.doi_tuong, OF_THE_UNIT}
                and part.ten.startswith(case.phan)
            )
            if mine and ket is None:
                ket, ly_do = part.ket, part.ly_do
            if part.ket in {Ket.CO, Ket.NOP_MUON}:
                counted.append((each.muc, each.doi_tuong, part.ten))
                elsewhere |= not mine
    return Outcome(ket, ly_do, counted, elsewhere)
