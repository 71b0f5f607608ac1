"""The head of a column is understood in the words of any office."""

import pytest

from generator.sheets.heads import meaning
from generator.sheets.layout import UNIT, sheets


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (("C.vụ",), "ca_nhan.chuc_vu"), (("H.tên ĐV (*)",), "ca_nhan.ho_ten"), (("NTNS",), "ca_nhan.ngay_sinh"),
        (("Ngay sinh",), "ca_nhan.ngay_sinh"), (("ĐVCT",), "ca_nhan.don_vi_cong_tac"),
        (("Ngày vào Đảng", "Dự bị"), "ca_nhan.ngay_vao_dang"), (("Ngày vào Đảng", "Chính thức"), "ca_nhan.ngay_chinh_thuc"),
        (("Chức vụ", "Đoàn thể"), "ca_nhan.chuc_vu.doan_the"), (("Giới tính (Nam/Nữ)",), "ca_nhan.gioi_tinh"),
        (("Kết quả xếp loại năm 2026",), "xep_loai.xep_loai.quyet_dinh"), (("Đánh giá, xếp loại", "Cá nhân"), "xep_loai.xep_loai.tu_nhan"),
        (("Đánh giá, xếp loại", "Chi bộ"), "xep_loai.xep_loai.chi_bo"), (("ĐG, XL", "Đảng uỷ"), "xep_loai.xep_loai.quyet_dinh"),
        (("Xếp loại công chức",), "xep_loai.xep_loai.cong_chuc"), (("Ngày quyết định",), "xep_loai.xep_loai.ngay_quyet_dinh"),
        (("Điểm nhóm tiêu chí chung",), "diem.cham_diem.chung"), (("Nơi cư trú",), "noi_cu_tru.noi_cu_tru.xa"),
        (("Quê quán", "Xã, phường"), ""), (("Trình độ", "Chuyên môn"), ""), (("Xếp loại quý I",), ""), (("Số thẻ đảng viên",), ""),
        (("Mức XL do tập thể đề xuất",), ""), (("Phân loại sức khỏe",), ""), (("Ngày vào Đoàn",), ""), (("Số CCCD",), ""),
    ],
)  # fmt: skip
def test_a_head_means_the_column_it_names(texts: tuple[str, ...], key: str) -> None:
    keys = {f"{loai}.{khoa}" for loai, khoa in meaning(texts).keys}
    assert key in keys if key else not keys


@pytest.mark.parametrize(
    ("texts", "level", "key"),
    [
        (("HTXSNV",), "hoan_thanh_xuat_sac", None),
        (("Tự nhận", "HTTNV"), "hoan_thanh_tot", "xep_loai.tu_nhan"),
        (("Chi bộ đề xuất", "Hoàn thành", "nhiệm vụ"), "hoan_thanh", "xep_loai.chi_bo"),
        (("Hoàn thành tốt nhiệm vụ", "Số phiếu"), "hoan_thanh_tot", None),
    ],
)
def test_a_column_of_one_level_knows_its_step(
    texts: tuple[str, ...], level: str, key: str | None
) -> None:
    found = meaning(texts)
    assert found.level == level
    assert {khoa for _, khoa in found.keys} == ({key} if key else set())


def test_shares_of_votes_are_no_votes() -> None:
    assert not meaning(("Hoàn thành tốt nhiệm vụ", "Tỷ lệ %")).known


@pytest.mark.parametrize(
    ("code", "khoa", "dau"),
    [(code, cot.khoa, cot.dau) for code, each in sheets().items() for cot in each.cot if cot.dau],
)
def test_each_head_of_ours_means_its_own_column(code: str, khoa: str, dau: str) -> None:
    found = meaning((dau,))
    if khoa.startswith("phieu."):
        assert f"phieu.{found.level}" == khoa
    elif khoa == UNIT:
        assert found.is_unit
    else:
        assert (code, khoa) in found.keys
