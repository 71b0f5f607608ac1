"""The facts that checklists may test, and their values for units, collectives and persons."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.checklists.conditions import Fact, Facts, Is, Value
from generator.model.meeting import HoiNghi
from generator.model.unit import CaNhan, DonVi, DonViNam, TapThe
from generator.reading.model_shape import choices
from generator.wording.compare import after, same


@dataclass(frozen=True, slots=True)
class FactKind:
    """The words for a fact when true and when false; `gia_tri` are the values of a choice."""

    co: str
    khong: str = ""
    gia_tri: tuple[str, ...] = ()


_MANAGED = choices(CaNhan, ("dien_quan_ly",))

KNOWN: dict[str, FactKind] = {
    "goi_y": FactKind("được gợi ý kiểm điểm", "không được gợi ý kiểm điểm"),
    "khieu_nai": FactKind(
        "có khiếu nại, kiến nghị về kết quả xếp loại",
        "không có khiếu nại, kiến nghị về kết quả xếp loại",
    ),
    "mien_213": FactKind(
        "được miễn lấy nhận xét của nơi cư trú", "không được miễn lấy nhận xét của nơi cư trú"
    ),
    "uy_quyen": FactKind(
        "được ủy quyền đánh giá, xếp loại", "không thuộc đối tượng được ủy quyền đánh giá, xếp loại"
    ),
    "dang_vien": FactKind("là đảng viên", "không phải là đảng viên"),
    "cong_chuc": FactKind(
        "là cán bộ, công chức, viên chức", "không phải là cán bộ, công chức, viên chức"
    ),
    "dung_dau": FactKind("là người đứng đầu", "không phải là người đứng đầu"),
    "ky_luat": FactKind("bị kỷ luật trong năm", "không bị kỷ luật trong năm"),
    "loai_don_vi": FactKind("loại đơn vị", gia_tri=choices(DonVi, ("loai",))),
    "vai_tro": FactKind("vai trò", gia_tri=choices(CaNhan, ("vai_tro",))),
    "vai_tro_tap_the": FactKind("vai trò của tập thể", gia_tri=choices(TapThe, ("vai_tro",))),
    "dien_quan_ly": FactKind("diện quản lý", gia_tri=_MANAGED),
    "cap_hoi_nghi": FactKind("cấp của hội nghị", gia_tri=choices(HoiNghi, ("cap",))),
}
"""All facts computed here or taken from `dac_diem`; a checklist may also define its own."""

DECLARED = frozenset({"uy_quyen"})
"""The facts that only the clerk can declare, in `dac_diem`."""


def answerable(asked: Fact | Is, own: Collection[str]) -> bool:
    """Return whether a test is valid: its fact is known or in `own`, its values are allowed."""
    kind = KNOWN.get(asked.ten)
    if kind is None and asked.ten not in own:
        return False
    values = kind.gia_tri if kind else ()
    if isinstance(asked, Fact):
        return not values
    return all(each in values for each in asked.gia_tri)


def in_words(ten: str, value: Value, own: Mapping[str, str]) -> str:
    """Return a fact in words: «không được gợi ý kiểm điểm», «loại đơn vị là xa».

    Args:
        ten: the name of the fact.
        value: its value.
        own: the words of the checklist's own facts, by name.
    """
    kind = KNOWN.get(ten) or FactKind(
        f"là {own.get(ten, ten)}", f"không phải là {own.get(ten, ten)}"
    )
    if kind.gia_tri:
        return f"{kind.co} là {value}" if value else f"chưa ghi {kind.co}"
    return kind.co if value else kind.khong


def unit_facts(nam: DonViNam) -> dict[str, Value]:
    """Return the facts of a unit; a gợi ý to anybody in it counts as one to the unit."""
    return {
        **dict.fromkeys(nam.don_vi.dac_diem, True),
        "loai_don_vi": nam.don_vi.loai,
        "goi_y": bool(nam.goi_y),
        "khieu_nai": bool(nam.khieu_nai),
    }


def collective_facts(nam: DonViNam, collective: TapThe) -> Facts:
    """Return the facts of a collective, with those of its unit."""
    return {
        **unit_facts(nam),
        **dict.fromkeys(collective.dac_diem, True),
        "vai_tro_tap_the": collective.vai_tro,
        "dien_quan_ly": collective.dien_quan_ly or "",
        "ky_luat": bool(collective.ky_luat),
        "goi_y": _suggested(nam, collective.ten, "tap_the"),
        "khieu_nai": _complains(nam, collective.ten),
    }


def person_facts(nam: DonViNam, person: CaNhan) -> Facts:
    """Return the facts of a person, with those of the unit."""
    lives = person.noi_cu_tru
    return {
        **unit_facts(nam),
        **dict.fromkeys(person.dac_diem, True),
        "vai_tro": person.vai_tro or "",
        "dien_quan_ly": person.dien_quan_ly or "",
        "dang_vien": person.dang_vien,
        "cong_chuc": bool(person.cong_chuc),
        "dung_dau": person.dung_dau,
        "ky_luat": bool(person.ky_luat),
        "mien_213": bool(lives and lives.mien),
        "goi_y": _suggested(nam, person.ho_ten, "ca_nhan"),
        "khieu_nai": _complains(nam, person.ho_ten),
    }


def meeting_facts(nam: DonViNam, meeting: HoiNghi) -> Facts:
    """Return the facts of a meeting, with those of its unit."""
    return {**unit_facts(nam), "cap_hoi_nghi": meeting.cap}


def _suggested(nam: DonViNam, ten: str, kind: Literal["tap_the", "ca_nhan"]) -> bool:
    return any(_is_called(each.ten, ten) for letter in nam.goi_y for each in getattr(letter, kind))


def _complains(nam: DonViNam, ten: str) -> bool:
    return any(_is_called(each.nguoi, ten) for each in nam.khieu_nai)


def _is_called(written: str, ten: str) -> bool:
    return same(after(written, "đồng chí") or written, ten)
