"""The list of Hà Tĩnh decided row by row: unit × role × condition × evidence → verdict.

A row says what the unit's data is, which documents were built, and which item of whom comes out how.
"""

import datetime as dt
from typing import Any, NamedTuple

import pytest

from generator.dossier.built import State
from generator.model.verdict import Ket
from tests.dossier.judged_unit import (
    AN,
    BINH,
    BTV,
    CUC,
    DANG_BO,
    collective,
    confirmed,
    entry,
    judged,
    made,
    meeting,
    person,
    suggestion,
    unit,
)

CO, THIEU, KHONG = Ket.CO, Ket.THIEU, Ket.KHONG_AP_DUNG
SAI, KY, BAN, MUON, XEM = (
    Ket.SAI_MAU, Ket.CHUA_KY, Ket.THIEU_BAN, Ket.NOP_MUON, Ket.CAN_XEM_LAI,
)  # fmt: skip
NONE = None
"""The item is not asked of this subject at all."""

PHUONG = "Đảng ủy phường Hồng Sơn"
BEFORE, DUE, AFTER = "06/12/2024", "07/12/2024", "08/12/2024"
END = dt.date(2024, 12, 31)


class Row(NamedTuple):
    """One decision."""

    nam: dict[str, Any]
    muc: str
    ai: str
    ket: Ket | None
    built: tuple[str, ...] = ()
    how: State = State.MOI
    says: str = ""
    """Words of the reason."""


def btv(**given: Any) -> dict[str, Any]:
    """A unit whose person is a member of the standing committee of the city."""
    return unit(ca_nhan=[person(dac_diem=["uy_vien_btv"], **given)])


def cadre(**given: Any) -> dict[str, Any]:
    """A ward with a cadre managed by the city."""
    return unit(ca_nhan=[person(dien_quan_ly="cap_huyen", **given)])


def kept(muc: str, ai: str | None = None, **given: Any) -> dict[str, Any]:
    """A ward whose clerk recorded one entry."""
    who = {"ai": ai} if ai else {}
    return unit(ho_so=[entry(muc, **who, **given)])


def btv_kept(muc: str, *several: dict[str, Any]) -> dict[str, Any]:
    nam = btv()
    nam["ho_so"] = [entry(muc, ai=AN, **each) for each in several]
    return nam


def letters(**given: Any) -> dict[str, Any]:
    return unit(goi_y=[suggestion(AN)], **given)


NOT_ALL_TRUE = {"dac_diem": ["uy_quyen"]}
RESULT = {"thong_bao": {"so": "5", "ngay": "20/12/2024"}}
REPORT = {"ngay": "01/12/2024", "ky": {"ho_ten": BINH}}

WHO = [
    # Section 1 is for three posts of the city, whatever unit they are in.
    *(Row(unit(loai), "1.1", AN, NONE) for loai in ("phuong", "xa", "ubnd", "hdnd", "ban")),
    *(
        Row(unit(loai, ca_nhan=[person(dac_diem=[post])]), "1.1", AN, THIEU)
        for loai, post in (
            ("xa", "uy_vien_btv"),
            ("ban", "uy_vien_btv"),
            ("hdnd", "pho_chu_tich_hdnd"),
            ("ubnd", "pho_chu_tich_ubnd"),
        )
    ),
    # Section 2 is for the collectives of council and committee.
    *(Row(unit(loai), "2.1", BTV, THIEU) for loai in ("hdnd", "ubnd")),
    *(Row(unit(loai), "2.1", BTV, NONE) for loai in ("phuong", "xa", "chi_bo_co_so", "ban")),
    *(Row(unit(loai), "2.3", PHUONG, THIEU) for loai in ("hdnd", "ubnd")),
    Row(unit("phuong"), "2.3", PHUONG, NONE),
    # Section 3 is for party organisations at the base.
    *(
        Row(unit(loai), "3.3", PHUONG, THIEU)
        for loai in ("dang_bo_co_so", "chi_bo_co_so", "phuong", "xa")
    ),
    *(Row(unit(loai), "3.3", PHUONG, NONE) for loai in ("hdnd", "ubnd", "ban", "chi_bo")),
    # 3.6: one set for each cadre managed by the city, with what section 1 names.
    *(Row(cadre(), f"3.6/1.{i}", AN, THIEU) for i in (1, 2, 3, 4, 5)),
    Row(cadre(), "3.6/1.6", AN, KHONG, says="không được gợi ý"),
    Row(unit(ca_nhan=[person(dien_quan_ly="co_so")]), "3.6/1.1", AN, NONE),
    Row(unit("xa", ca_nhan=[person()]), "3.6/1.1", AN, NONE),
    Row(unit("ubnd", ca_nhan=[person(dien_quan_ly="cap_huyen")]), "3.6/1.1", AN, NONE),
    Row(cadre(), "1.1", AN, NONE),
    # A member of the standing committee who is a cadre of the ward is asked for both.
    Row(unit(ca_nhan=[person(dac_diem=["uy_vien_btv"], dien_quan_ly="cap_huyen")]),
        "3.6/1.1", AN, THIEU),
    Row(unit(ca_nhan=[person(dac_diem=["uy_vien_btv"], dien_quan_ly="cap_huyen")]),
        "1.1", AN, THIEU),
    # 3.7: wards and communes also hand in 2.2 and 2.3.
    *(Row(unit(loai), "3.7/2.3", PHUONG, THIEU) for loai in ("phuong", "xa")),
    *(Row(unit(loai), "3.7/2.3", PHUONG, NONE) for loai in ("dang_bo_co_so", "chi_bo_co_so")),
    Row(unit("phuong"), "3.7/2.2", PHUONG, KHONG, says="ủy quyền"),
    Row(unit("phuong", don_vi=NOT_ALL_TRUE), "3.7/2.2", PHUONG, THIEU),
    Row(unit("ubnd"), "2.2", PHUONG, KHONG),
    Row(unit("ubnd", don_vi=NOT_ALL_TRUE), "2.2", PHUONG, THIEU),
]  # fmt: skip

CONDITIONS = [
    # Gợi ý (nếu có).
    Row(btv(), "1.6", AN, KHONG, says="không được gợi ý kiểm điểm"),
    Row(unit(ca_nhan=[person(dac_diem=["uy_vien_btv"])], goi_y=[suggestion(AN)]), "1.6", AN, THIEU),
    Row(unit(ca_nhan=[person(dac_diem=["uy_vien_btv"]), person(BINH)], goi_y=[suggestion(BINH)]),
        "1.6", AN, KHONG),
    Row(unit(), "3.2", PHUONG, KHONG, says="không được gợi ý kiểm điểm"),
    Row(letters(), "3.2", PHUONG, THIEU),
    Row(letters(), "3.2", PHUONG, THIEU, ("goi-y",), says="giải trình"),
    # Nơi cư trú: exempt by HD 33.
    Row(btv(noi_cu_tru={"mien": "công tác trong doanh trại"}), "1.4", AN, KHONG, says="miễn"),
    Row(btv(noi_cu_tru={"xa": "phường Nam Hà"}), "1.4", AN, THIEU),
    Row(btv(), "1.4", AN, THIEU),
    Row(cadre(noi_cu_tru={"mien": "đảng viên ở nước ngoài"}), "3.6/1.4", AN, KHONG),
    # Khiếu nại (nếu có); Các văn bản khác (nếu có).
    Row(unit(), "3.4", PHUONG, KHONG),
    Row(unit(khieu_nai=[{"nguoi": AN, "ngay": "24/12/2024", "noi_dung": "Đề nghị xem lại."}]),
        "3.4", PHUONG, THIEU, says="khiếu nại"),
    # Who is not reviewed hands nothing in, and the reason is told.
    Row(btv(loai_tru={"ly_do": "mien_sinh_hoat"}), "1.1", AN, KHONG, says="không kiểm điểm"),
    Row(btv(loai_tru={"ly_do": "mien_sinh_hoat", "can_cu": "QĐ số 9"}), "1.2", AN, KHONG,
        says="QĐ số 9"),
    Row(unit("ubnd", tap_the=[collective(thanh_lap_moi="có")]), "2.1", BTV, KHONG,
        says="mới thành lập"),
    # A recorded reason where the data cannot tell.
    Row(btv_kept("1.3", {"khong_ap_dung": "lý lịch đã bổ sung tháng 10"}), "1.3", AN, KHONG,
        says="tháng 10"),
]  # fmt: skip

BUILT = [
    # 1.1: the form, its day, the confirmation that the list asks for.
    Row(btv(), "1.1", AN, THIEU, says="chạy kiemdiem build"),
    Row(btv(), "1.1", AN, KY, ("02B",), says="chưa ghi ngày"),
    Row(btv(ngay="02/12/2024"), "1.1", AN, KY, ("02B",), says="xác nhận của chi ủy"),
    Row(unit(ca_nhan=[confirmed(dac_diem=["uy_vien_btv"])]), "1.1", AN, CO, ("02B",)),
    Row(unit(ca_nhan=[confirmed(dac_diem=["uy_vien_btv"])]), "1.1", AN, XEM, ("02B",), State.CU,
        "cũ hơn dữ liệu"),
    Row(unit(ca_nhan=[confirmed(dac_diem=["uy_vien_btv"])]), "1.2", AN, THIEU, ("02B",)),
    Row(unit(ca_nhan=[confirmed(dac_diem=["uy_vien_btv"], vai_tro="khong_lanh_dao")]), "1.1", AN,
        CO, ("02A",)),
    Row(unit(ca_nhan=[confirmed(dac_diem=["uy_vien_btv"]), confirmed() | {"ho_ten": BINH}]),
        "1.1", AN, CO, ("02B",)),
    # 1.4: what we print is the empty form; what the residence wrote comes from outside.
    Row(btv(noi_cu_tru={"xa": "phường Nam Hà"}), "1.4", AN, KY, ("phieu-nhan-xet",),
        says="nơi cư trú"),
    Row(btv(noi_cu_tru={"xa": "phường Nam Hà", "ngay_nhan_xet": "20/11/2024"}), "1.4", AN, KY,
        ("phieu-nhan-xet",), says="phiếu in ra còn trống; phiếu đã nhận xét ngày 20/11/2024"),
    # 1.6 and 3.2: the letter with its number and day; the answer beside it.
    Row(unit(ca_nhan=[person(dac_diem=["uy_vien_btv"])], goi_y=[suggestion(AN)]), "1.6", AN, CO,
        ("goi-y",)),
    Row(unit(ca_nhan=[person(dac_diem=["uy_vien_btv"])],
             goi_y=[suggestion(AN, so=None)]), "1.6", AN, KY, ("goi-y",), says="chưa có số"),
    Row(unit(ca_nhan=[person(dac_diem=["uy_vien_btv"])],
             goi_y=[suggestion(AN, so=None, ngay=None)]), "1.6", AN, KY, ("goi-y",),
        says="số và ngày"),
    Row(letters(ca_nhan=[person(giai_trinh=[{"diem": "I.1", "noi_dung": "Đã làm."}])],
                giai_trinh={"so": "4", "ngay": "28/11/2024"}), "3.2", PHUONG, CO,
        ("goi-y", "giai-trinh")),
    Row(letters(ca_nhan=[person(giai_trinh=[{"diem": "I.1", "noi_dung": "Đã làm."}])],
                giai_trinh={"ngay": "28/11/2024"}), "3.2", PHUONG, KY, ("goi-y", "giai-trinh"),
        says="chưa có số"),
    Row(letters(ca_nhan=[person(giai_trinh=[{"diem": "I.1", "noi_dung": "Đã làm."}])]),
        "3.2", PHUONG, KY, ("goi-y", "giai-trinh"), says="giải trình"),
    # 2.1: Mẫu 01 with its day and signer.
    Row(unit("ubnd"), "2.1", BTV, KY, ("01",), says="chưa ghi ngày"),
    Row(unit("ubnd", tap_the=[collective(ngay="01/12/2024")]), "2.1", BTV, KY, ("01",),
        says="người ký"),
    Row(unit("ubnd", tap_the=[collective(**REPORT)]), "2.1", BTV, CO, ("01",)),
    Row(unit("ubnd", tap_the=[collective(ngay="01/12/2024")], ky={"ho_ten": BINH}), "2.1", BTV,
        CO, ("01",)),
    # 2.2, 2.3, 3.7.
    Row(unit("ubnd", don_vi=NOT_ALL_TRUE, ket_qua=RESULT), "2.2", PHUONG, CO,
        ("thong-bao-ket-qua",)),
    Row(unit("ubnd", don_vi=NOT_ALL_TRUE, ket_qua={"thong_bao": {}}), "2.2", PHUONG, KY,
        ("thong-bao-ket-qua",)),
    Row(unit("phuong", don_vi=NOT_ALL_TRUE, ket_qua=RESULT), "3.7/2.2", PHUONG, CO,
        ("thong-bao-ket-qua",)),
    Row(unit("ubnd"), "2.3", PHUONG, CO, ("tong-hop-xep-loai",)),
    Row(unit("xa"), "3.7/2.3", PHUONG, CO, ("tong-hop-xep-loai",)),
    # 3.1: one form code for two reports; both have to be there.
    Row(unit(tap_the=[collective(**REPORT)]), "3.1", PHUONG, THIEU, ("01",),
        says="Báo cáo đánh giá"),
    Row(unit(tap_the=[collective(DANG_BO, vai_tro="to_chuc_dang", **REPORT)]), "3.1", PHUONG,
        THIEU, ("01",), says="Báo cáo kiểm điểm tập thể"),
    Row(unit(tap_the=[collective(**REPORT),
                      collective(DANG_BO, vai_tro="to_chuc_dang", **REPORT)]), "3.1", PHUONG, CO,
        ("01",)),
    Row(unit(tap_the=[collective(**REPORT), collective(DANG_BO, vai_tro="to_chuc_dang")]),
        "3.1", PHUONG, KY, ("01",), says=DANG_BO),
    Row(unit(tap_the=[collective(**REPORT), collective("Đảng ủy phường", thanh_lap_moi="có"),
                      collective(DANG_BO, vai_tro="to_chuc_dang", **REPORT)]), "3.1", PHUONG, CO,
        ("01",)),
    # 3.3: two documents in one item.
    Row(unit(hoi_nghi=[meeting()]), "3.3", PHUONG, THIEU, ("bien-ban-hoi-nghi",),
        says="Biên bản họp"),
    Row(unit(hoi_nghi=[meeting("Họp Ban Thường vụ", "tap_the_lanh_dao")]), "3.3", PHUONG, THIEU,
        ("bien-ban-hoi-nghi",), says="Biên bản hội nghị"),
    Row(unit(hoi_nghi=[meeting(), meeting("Họp Ban Thường vụ", "tap_the_lanh_dao")]), "3.3",
        PHUONG, CO, ("bien-ban-hoi-nghi",)),
    Row(unit(hoi_nghi=[meeting(), meeting("Họp Ban Thường vụ", "tap_the_lanh_dao")]), "3.3",
        PHUONG, THIEU, ("phieu-bieu-quyet",)),
    # 3.5: several outputs; the program makes two of them.
    Row(unit(), "3.5", PHUONG, THIEU, ("bieu-6f", "tong-hop-xep-loai"), says="Biểu 6A"),
    Row(unit(), "3.5", PHUONG, THIEU, says="Biểu 6F"),
    # 3.6 with 3.6's own single set: the same built form serves.
    Row(unit(ca_nhan=[confirmed(dien_quan_ly="cap_huyen")]), "3.6/1.1", AN, CO, ("02B",)),
    Row(cadre(), "3.6/1.1", AN, KY, ("02B",)),
]  # fmt: skip

PAPER = [
    # Section 1: two sets, but three of the declaration of assets.
    Row(btv_kept("1.2", {"so_ban": "3"}), "1.2", AN, CO),
    Row(btv_kept("1.2", {"so_ban": "2"}), "1.2", AN, BAN, says="2 bản, phải nộp 3"),
    Row(btv_kept("1.2", {"so_ban": "2"}, {"so_ban": "1"}), "1.2", AN, CO),
    Row(btv_kept("1.2", {"so_ban": "4"}), "1.2", AN, CO),
    Row(btv_kept("1.2", {"so_ban": "0"}), "1.2", AN, THIEU),
    *(Row(btv_kept(f"1.{i}", {"so_ban": "2"}), f"1.{i}", AN, CO) for i in (1, 3, 4, 5)),
    *(Row(btv_kept(f"1.{i}", {"so_ban": "1"}), f"1.{i}", AN, BAN) for i in (1, 3, 4, 5)),
    # 3.6: one set of the same papers, the declaration included.
    *(
        Row(cadre() | {"ho_so": [entry(f"3.6/1.{i}", ai=AN, so_ban="1")]}, f"3.6/1.{i}", AN, CO)
        for i in (1, 2, 3, 4, 5)
    ),
    # An entry for one item says nothing of another.
    Row(btv_kept("1.3", {"so_ban": "2"}), "1.2", AN, THIEU),
    Row(unit(ca_nhan=[person(dac_diem=["uy_vien_btv"]), person(BINH, dac_diem=["uy_vien_btv"])],
             ho_so=[entry("1.3", ai=BINH, so_ban="2")]), "1.3", AN, THIEU),
    Row(unit(ca_nhan=[person(dac_diem=["uy_vien_btv"]), person(BINH, dac_diem=["uy_vien_btv"])],
             ho_so=[entry("1.3", ai=f"đồng chí {BINH}", so_ban="2")]), "1.3", BINH, CO),
    Row(unit(ca_nhan=[person(dac_diem=["uy_vien_btv"]), person(CUC, dac_diem=["uy_vien_btv"])],
             ho_so=[entry("1.3", ai=CUC, so_ban="2")]), "1.3", CUC, CO),
    # A built form that was handed in too few times.
    Row(unit(ca_nhan=[confirmed(dac_diem=["uy_vien_btv"])],
             ho_so=[entry("1.1", ai=AN, so_ban="1")]), "1.1", AN, BAN, ("02B",)),
    # «Trước ngày 07/12»: the day itself is late; section 1 has no day at all.
    Row(kept("3.3", van_ban="bien-ban-hop", so_ban="1", ngay=BEFORE), "3.3", PHUONG, THIEU),
    *(
        Row(
            unit(ho_so=[entry("3.3", van_ban=which, so_ban="1", ngay=day)
                        for which in ("bien-ban-hop", "bien-ban-hoi-nghi")]),
            "3.3", PHUONG, ket, says=says,
        )
        for day, ket, says in (
            (BEFORE, CO, ""), (DUE, MUON, "không tính ngày này"), (AFTER, MUON, "08/12/2024"),
        )
    ),
    *(
        Row(unit(don_vi=NOT_ALL_TRUE, ho_so=[entry("3.7/2.2", so_ban="1", ngay=day)]),
            "3.7/2.2", PHUONG, ket)
        for day, ket in ((BEFORE, CO), (DUE, MUON))
    ),
    *(
        Row(cadre() | {"ho_so": [entry("3.6/1.2", ai=AN, so_ban="1", ngay=day)]},
            "3.6/1.2", AN, ket)
        for day, ket in ((BEFORE, CO), (DUE, MUON), (AFTER, MUON))
    ),
    Row(btv_kept("1.2", {"so_ban": "3", "ngay": AFTER}), "1.2", AN, CO),
    Row(cadre() | {"ho_so": [entry("3.6/1.2", ai=AN, so_ban="1")], "ngay_nop_ho_so": AFTER},
        "3.6/1.2", AN, MUON),
    Row(cadre() | {"ho_so": [entry("3.6/1.2", ai=AN, so_ban="1")], "ngay_nop_ho_so": BEFORE},
        "3.6/1.2", AN, CO),
    Row(cadre() | {"ho_so": [entry("3.6/1.2", ai=AN, so_ban="1", ngay=BEFORE)],
                   "ngay_nop_ho_so": AFTER}, "3.6/1.2", AN, CO),
    Row(unit(tap_the=[collective(**REPORT),
                      collective(DANG_BO, vai_tro="to_chuc_dang", **REPORT)],
             ngay_nop_ho_so=AFTER), "3.1", PHUONG, MUON, ("01",)),
    Row(unit(ca_nhan=[confirmed(dien_quan_ly="cap_huyen")],
             ho_so=[entry("3.6/1.1", ai=AN, so_ban="1", ngay=AFTER)], ngay_nop_ho_so=BEFORE),
        "3.6/1.1", AN, MUON, ("02B",)),
    # «Nếu có» that came is there; that did not come is no lack.
    Row(kept("3.4", van_ban="van-ban-khac", so_ban="1"), "3.4", PHUONG, CO),
    Row(unit(khieu_nai=[{"nguoi": AN, "ngay": "24/12/2024", "noi_dung": "Xem lại."}],
             ho_so=[entry("3.4", van_ban="khieu-nai", so_ban="1")]), "3.4", PHUONG, CO),
]  # fmt: skip

ROWS = [*WHO, *CONDITIONS, *BUILT, *PAPER]


def name(row: Row) -> str:
    kind = row.nam["don_vi"]["loai"]
    return f"{kind} {row.muc} {row.ai} {'+'.join(row.built)} -> {row.ket or 'none'}"


@pytest.mark.parametrize("row", ROWS, ids=map(name, ROWS))
def test_the_list_of_ha_tinh(row: Row) -> None:
    built = made(row.nam, *row.built, how=row.how) if row.built else made(row.nam)
    found = judged(row.nam, built, day=END).get((row.muc, row.ai))
    assert (found.ket if found else None) is row.ket
    if found:
        assert row.says in f"{found.ly_do} {found.viec}"
        assert found.ket in {CO, KHONG, THIEU} or found.ly_do


def test_there_are_enough_rows_and_no_two_are_the_same() -> None:
    assert len(ROWS) >= 120
    keys = [(repr(row.nam), row.muc, row.ai, row.built, row.how) for row in ROWS]
    assert len(set(keys)) == len(keys)


def test_every_kind_of_verdict_but_that_of_a_wrong_form_is_among_them() -> None:
    # SAI_MAU is about what stands in a file: tests/received.
    assert {row.ket for row in ROWS} == {*Ket, None} - {SAI}
