"""The model of a review regime (`kiem-diem/*.yaml`): forms, levels, scale, caps, exclusions, rules.

Every prescribed value is a `Quy`: the value and its source mark. Regulations are data only; an
office may override the values (`che_do:` in `dot.yaml`), as HD 43 mục 1 and 7.12 oblige superior
committees to do.
"""

from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import Field, StringConstraints, field_validator, model_validator

from generator.model.base import Model
from generator.model.fields import Chu, CoKhong, Nam, Ngay, Nguon
from generator.model.kinds import MaLoai, ThanhPhan
from generator.model.levels import KhoaMuc, MaMuc
from generator.model.person import CapQuanLy
from generator.regulations.catalogue import paper_kinds
from generator.regulations.criteria import profile_names
from generator.regulations.rule import Quy

VaiTroMau = Literal["lanh_dao", "khong_lanh_dao", "ngoai_he_thong"]

PhanTram = Annotated[Decimal, Field(ge=0, le=100)]
Diem = Annotated[Decimal, Field(gt=0, le=100)]
Dem = Annotated[int, Field(ge=0, le=100)]
NgayThang = Annotated[str, StringConstraints(pattern=r"^(0?[1-9]|[12]\d|3[01])/(0?[1-9]|1[0-2])$")]


class VanBanQuyDinh(Model):
    """A document of the regime: «Quy định số 366-QĐ/TW, ngày 30/8/2025 của Ban Chấp hành…»."""

    loai: Chu
    so_ky_hieu: Chu
    ngay: Ngay
    co_quan: Chu
    ten: Chu
    nguon: Chu


class NamApDung(Model):
    """First and last review year of the regime; no last year while it is in force."""

    tu: Nam
    den: Nam | None = None


class MucXepLoai(Model):
    """One of the four levels, best first."""

    khoa: KhoaMuc
    ten: Chu
    nguon: Chu


class Phan(Model):
    """A heading of a form.

    `khoa` is the key of the data below it (`uu_diem.pham_chat`, `han_che`, …; empty: only a
    heading); `cap_do` means that tick boxes follow; `goi_y` are the hints of the form.
    """

    khoa: str = ""
    danh_so: str = ""
    tieu_de: Chu
    nguon: Chu
    cap_do: CoKhong = False
    bat_buoc: CoKhong = True
    goi_y: tuple[Chu, ...] = ()
    nguon_goi_y: Nguon | None = None
    """The mark of the hints where it differs from that of the heading."""


class XacNhanMau(Model):
    """A signature or confirmation block of a form.

    `dong` are the lines of the form above it that whoever signs fills in.
    """

    khoa: Literal["nguoi_viet", "thu_truong", "chi_uy", "dang_uy", "tap_the"]
    tieu_de: Chu
    ghi_chu: Chu
    dong: tuple[Chu, ...] = ()
    nguon: Chu


class BieuMau(Model):
    """One form of the regime."""

    ma: Chu
    ten: Quy[Chu]
    dung_cho: Literal["tap_the", "ca_nhan", "to_chuc_dang", "don_vi", "quy"]
    vai_tro: tuple[VaiTroMau, ...] = ()
    nguon_vai_tro: str = ""
    loai: MaLoai
    """Its kind of paper (`loai/giay-to.yaml`)."""
    goi_khac: tuple[Chu, ...] = ()
    mau: Chu
    phu_luc_tieu_chi: str = ""
    phu_luc_ket_qua: Quy[Literal["bat_buoc", "nen_co", "khong"]] | None = None
    bo_cuc: Quy[Chu]
    """The source of body and layout; states if the program's authors wrote the body."""
    phan: tuple[Phan, ...] = ()
    xac_nhan: tuple[XacNhanMau, ...] = ()


class MocDiem(Model):
    """Minimum points of a level; no minimum for the last level."""

    muc: MaMuc
    tu: PhanTram


class ThangDiem(Model):
    """The 100-point scale."""

    chung: Quy[Diem]
    nhiem_vu: Quy[Diem]
    moc: Quy[tuple[MocDiem, ...]]

    @field_validator("moc")
    @classmethod
    def _falling(cls, value: Quy[tuple[MocDiem, ...]]) -> Quy[tuple[MocDiem, ...]]:
        rows = value.gia_tri
        if tuple(row.muc for row in rows) != get_args(KhoaMuc):
            raise ValueError("not the four levels, best first")
        if any(better.tu <= worse.tu for better, worse in pairwise(rows)):
            raise ValueError("bounds do not fall")
        return value


class DieuKien(Model):
    """Minimum results of the year's tasks for a level, in per cent of all tasks."""

    hoan_thanh_it_nhat: Quy[PhanTram] | None = None
    vuot_muc_it_nhat: Quy[PhanTram] | None = None
    cham_nhieu_nhat: Quy[PhanTram] | None = None
    don_vi_ht_it_nhat: Quy[PhanTram] | None = None
    don_vi_htt_it_nhat: Quy[PhanTram] | None = None
    """Of the units a leader is in charge of: at least so many «Hoàn thành», «Hoàn thành tốt»."""
    khac_phuc_xong: Quy[CoKhong] | None = None
    ket_qua_it_nhat: Quy[Chu] | None = None
    tieu_chi_it_nhat: Quy[Chu] | None = None


class TranXuatSac(Model):
    """The cap on «Hoàn thành xuất sắc nhiệm vụ» (§4.5)."""

    ti_le: Quy[PhanTram]
    ti_le_noi_troi: Quy[PhanTram] | None = None
    co_so: Quy[Literal["htt", "htt_xs"]]
    lam_tron: Quy[Literal["xuong", "nua_len"]]
    nhom: Quy[Chu]
    nhom_nho: Quy[Dem]
    tinh_nguoi_dung_dau: Quy[CoKhong]


class LoaiTruQuy(Model):
    """The effects of a reason for exclusion: whether reviewed, rated, and the highest level."""

    ten: Chu
    kiem_diem: CoKhong
    xep_loai: CoKhong
    cao_nhat: MaMuc | Literal[""] = ""
    nguon: Chu


class KyLuatQuy(Model):
    """The disciplinary measures that exclude a level above the lowest."""

    chi_lien_quan_nhiem_vu: Quy[CoKhong]
    hinh_thuc: Quy[tuple[Chu, ...]]
    hinh_thuc_thanh_vien: Quy[tuple[Chu, ...]]
    thoi_dang_vien: Quy[tuple[Chu, ...]]
    """Those after which somebody is no member any more."""


class ThoiGian(Model):
    """Dates and deadlines of the review."""

    gui_du_thao_truoc_ngay_lam_viec: Quy[Dem] | None = None
    xong_truoc: Quy[NgayThang]
    """«31/12»: the review must be finished before this day of the review year (the day itself is
    late); a day in January to June is in the year after."""
    dac_thu_truoc: Quy[NgayThang] | None = None
    """The same for bodies of special work, where the superior committee says so."""
    gui_trung_uong_truoc: Quy[NgayThang] | None = None
    """The day before which dossiers are with the Ban Tổ chức Trung ương."""
    it_nhat_ngay: Quy[Dem] | None = None
    it_nhat_ngay_btv_tinh: Quy[Dem] | None = None
    """How many days a review takes at least; of the standing committee of a province."""


class XepLoaiCongChuc(Model):
    """The rule by which civil servants are rated before the Party rates, from a year on."""

    tu: Nam
    can_cu: Quy[Chu]


class CapQuanLyMuc(Model):
    """A level of management with its words in Biểu 6F, in the order of the form."""

    ma: CapQuanLy
    ten: Quy[Chu]


class BieuQuyet(Model):
    """The majority of a vote: more than so many per cent of the members."""

    qua: Quy[PhanTram]


class QuyTac(Model):
    """The severity and legal basis of a rule R01… in this regime."""

    muc_do: Literal["loi", "canh_bao", "khong"]
    can_cu: Chu
    nguon: Chu


def _by_place(row: tuple[str, Any]) -> tuple[int, ...]:
    place = row[1]
    muc = place.muc if isinstance(place, ThanhPhan) else str(place.get("muc", ""))
    return tuple(int(part) for part in muc.split(".") if part.isdecimal())


class CheDo(Model):
    """A review regime."""

    ma: Chu
    ten: Chu
    nam: NamApDung
    van_ban: tuple[VanBanQuyDinh, ...]
    muc: tuple[MucXepLoai, ...] = Field(min_length=4, max_length=4)
    cap_do: tuple[Chu, ...] = ()
    bieu_mau: dict[str, BieuMau]
    thang_diem: ThangDiem | None = None
    phan_bo_diem: dict[str, Quy[Chu]] = Field(default_factory=dict)
    """The profile of maximum points (`tieu-chi/phan-bo/`) of each annex of criteria."""
    dieu_kien: dict[str, DieuKien] = Field(default_factory=dict)
    tran_xuat_sac: TranXuatSac
    loai_tru: dict[str, LoaiTruQuy]
    ky_luat: KyLuatQuy
    thoi_gian: ThoiGian
    dung_dau_khong_cao_hon: Quy[CoKhong]
    tap_the_it_nhat: Quy[Dem]
    """A collective of fewer leaders is reviewed together with the committee or a similar body."""
    du_bi_thang: Quy[Dem]
    """The months of probation, counted from admission."""
    noi_cu_tru: Quy[CoKhong]
    xac_nhan_cu_tru: Quy[Chu]
    """The title of the block by which the committee of the residence confirms a phiếu nhận xét."""
    thanh_phan: dict[str, ThanhPhan] = Field(default_factory=dict)
    """By the code of the form or paper; defaults come from the catalogue of kinds."""
    bieu_quyet: BieuQuyet | None = None
    cap_quan_ly: tuple[CapQuanLyMuc, ...] = Field(min_length=1)
    """The levels that manage cadres in the years of the regime."""
    bieu_6f: Quy[Chu] | None = None
    """What must be said on Biểu 6F where it is no longer known to be the form in force."""
    cong_chuc: tuple[XepLoaiCongChuc, ...] = ()
    """The latest that has begun applies."""
    danh_muc: Quy[Chu]
    """The default checklist of a campaign."""
    quy_tac: dict[Annotated[str, Field(pattern=r"^R\d\d$")], QuyTac]

    @model_validator(mode="before")
    @classmethod
    def _places(cls, values: Any) -> Any:
        """Fill in the position of each form and paper, sorted in the order of the dossier."""
        kinds = paper_kinds()
        forms = values.get("bieu_mau") or {}
        found = {
            key: kinds[each["loai"]].thanh_phan
            for key, each in forms.items()
            if each.get("loai") in kinds
        }
        found |= {key: each.thanh_phan for key, each in kinds.items() if not each.bieu_mau}
        given = {**found, **(values.get("thanh_phan") or {})}
        ordered = sorted(((k, v) for k, v in given.items() if v is not None), key=_by_place)
        return {**values, "thanh_phan": dict(ordered)}

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Reject inconsistent regimes, which an overlay could otherwise create."""
        personal = [form for form in self.bieu_mau.values() if form.dung_cho == "ca_nhan"]
        if {role for form in personal for role in form.vai_tro} != set(get_args(VaiTroMau)):
            raise ValueError("a role without a form")
        annexes = {form.phu_luc_tieu_chi for form in self.bieu_mau.values()} - {""}
        if not annexes <= self.phan_bo_diem.keys():
            raise ValueError("a form with an annex of criteria that is not there")
        if not self.bieu_mau.keys() <= self.thanh_phan.keys():
            raise ValueError("a form without a place in the dossier")
        kinds = paper_kinds()
        for form in self.bieu_mau.values():
            if form.loai not in kinds or not kinds[form.loai].bieu_mau:
                raise ValueError("a form of a kind that is not there")
        for annex, profile in self.phan_bo_diem.items():
            if profile.gia_tri not in profile_names(annex):
                raise ValueError("no such division of the points of this annex")
        for asked in self.dieu_kien.values():
            for least in (asked.ket_qua_it_nhat, asked.tieu_chi_it_nhat):
                if least and least.gia_tri not in self.cap_do:
                    raise ValueError("a condition on a degree that is not one of the boxes")
        return self
