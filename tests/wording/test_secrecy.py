"""Which lines bear a mark of secrecy, and which only speak of secrets."""

import pytest

from generator.wording.secrecy import is_none, marked, marked_subject


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("MẬT", "MẬT"), ("TỐI MẬT", "TỐI MẬT"), ("TUYỆT MẬT", "TUYỆT MẬT"), ("Mật", "MẬT"),
        ("Tối mật", "TỐI MẬT"), ("(MẬT)", "MẬT"), ("[Tuyệt mật]", "TUYỆT MẬT"), ("M Ậ T", "MẬT"),
        ("T U Y Ệ T   M Ậ T", "TUYỆT MẬT"), ("** MẬT **", "MẬT"), ("_MẬT_", "MẬT"),
        ("Độ mật: Mật", "MẬT"), ("ĐỘ MẬT: TỐI MẬT", "TỐI MẬT"), ("Độ mật: tuyệt mật.", "TUYỆT MẬT"),
        ("Số 12-BC/ĐU\tMẬT", "MẬT"), ("Số 12-BC/ĐU          TỐI MẬT", "TỐI MẬT"),
        ("BÁO CÁO KẾT QUẢ (MẬT)", "MẬT"), ("V/v rà soát nhân sự (tối mật)", "TỐI MẬT"),
        ("Báo cáo nhân sự - MẬT", "MẬT"), ("MẬT: Báo cáo nhân sự", "MẬT"),
        ("Độ mật: ☐ Mật ☒ Tối mật ☐ Tuyệt mật", "TỐI MẬT"), ("☒ Mật", "MẬT"),
        ("", ""), ("mật", ""), ("bí mật", ""), ("BÍ MẬT", ""), ("Giữ bí mật.", ""), ("Mật ong", ""),
        ("MẬT ONG RỪNG", ""), ("BẢO VỆ BÍ MẬT NHÀ NƯỚC", ""), ("Mối quan hệ mật thiết", ""),
        ("Danh mục bí mật nhà nước độ Tối mật, độ Mật", ""), ("bỏ phiếu kín, bí mật (kín)", ""),
        ("Độ mật:", ""), ("Độ mật: Không", ""), ("Độ mật: …………", ""), ("☐ Mật", ""),
        ("☐ Mật ☐ Tối mật ☐ Tuyệt mật", ""), ("Hộp thư mật", ""), ("Số, ký hiệu\tĐộ mật", ""),
        ("Chấp hành quy định về bảo mật (an toàn thông tin)", ""), ("cơ mật, tối mật", ""),
    ],
)  # fmt: skip
def test_a_line_is_marked(line: str, level: str) -> None:
    assert marked(line) == level


@pytest.mark.parametrize(
    ("subject", "level"),
    [
        ("Báo cáo MẬT về nhân sự", "MẬT"), ("Kế hoạch rà soát (MẬT)", "MẬT"),
        ("Kế hoạch (mật)", "MẬT"), ("TUYỆT MẬT Phương án", "TUYỆT MẬT"), ("Hồ sơ TỐI MẬT", "TỐI MẬT"),
        ("Công tác bảo vệ bí mật nhà nước", ""), ("Công tác bảo vệ BÍ MẬT nhà nước", ""),
        ("Danh mục bí mật độ MẬT", ""), ("TỔNG KẾT CÔNG TÁC BẢO VỆ BÍ MẬT", ""), ("Mật độ dân số", ""),
        ("Kiểm điểm năm 2026", ""),
    ],
)  # fmt: skip
def test_a_subject_is_marked(subject: str, level: str) -> None:
    assert marked_subject(subject) == level


@pytest.mark.parametrize(
    ("word", "none"),
    [("không", True), ("Không", True), ("  không  mật ", True), ("khong", True), ("Thường", True),
     ("mật", False), ("Tối mật", False), ("không rõ", False)],
)  # fmt: skip
def test_no_level_is_said_in_several_words(word: str, none: bool) -> None:
    assert is_none(word) is none
