"""Papers of any kind («Các văn bản khác») are not held against the rules of forms."""

import pytest

from generator.model.verdict import Ket
from generator.opening.content import REASONS, FileContent, Refusal
from generator.received.expected import Expected
from generator.received.judge import judge
from generator.regulations.regimes import regime_for

FREE = Expected(2026, regime_for(2026), signed=False, tu_do=True)
BOUND = Expected(2026, regime_for(2026), signed=False)


@pytest.mark.parametrize(
    "lines",
    [
        ("HỢP ĐỒNG", "Năm 2019", "Họ và tên: ……………………………"),
        ("GIẤY MỜI", "Ví dụ: đại biểu các chi bộ"),
        ("HƯỚNG DẪN", "(Nêu rõ kết quả từng việc)", "[nhập họ tên]", "Nguyễn Văn A"),
        ("PHIẾU KHẢO SÁT", "☐ Tốt ☐ Khá ☐ Kém", "☒ Có ☒ Không"),
        ("BÁO CÁO NĂM 2021", "Hà Nội, ngày 05 tháng 01 năm 2022"),
        ("QUYẾT ĐỊNH", "Mẫu 02A-HD KĐ.ĐG 2023", "II. TÀI SẢN", "III. NHÀ Ở"),
        ("ĐƠN", "Kính gửi: Đảng ủy"),
        ("Thư cảm ơn",),
    ],
)
def test_any_paper_will_do(lines: tuple[str, ...]) -> None:
    assert judge(FileContent("docx", lines=lines), FREE) == []


def test_the_same_papers_do_not_pass_for_a_bound_one() -> None:
    dotted = FileContent("docx", lines=("HỢP ĐỒNG", "Năm 2019", "Họ và tên: ……………………………"))
    assert Ket.SAI_MAU in {each.ket for each in judge(dotted, BOUND)}


@pytest.mark.parametrize(
    ("seen", "reason"),
    [
        (FileContent("docx", Refusal.HONG), REASONS[Refusal.HONG]),
        (FileContent("pdf", Refusal.MAT_KHAU), REASONS[Refusal.MAT_KHAU]),
        (FileContent("pdf", scanned=True), "không đọc được chữ"),
        (FileContent("docx", lines=("a",), unread="dai"), "chưa đọc hết tệp"),
        (FileContent("docx", lines=("DỰ THẢO lần 2", "BÁO CÁO")), "tệp ghi là dự thảo"),
    ],
)
def test_what_nobody_can_read_or_is_a_draft_is_still_looked_at(
    seen: FileContent, reason: str
) -> None:
    (found,) = judge(seen, FREE)
    assert found.ket is Ket.CAN_XEM_LAI
    assert found.ly_do.startswith(reason)


def test_what_was_not_read_wholly_is_not_of_a_wrong_year() -> None:
    lines = ("BÁO CÁO", "Năm 2019")
    found = judge(FileContent("docx", lines=lines, unread="dai"), FREE)
    assert {each.ket for each in found} == {Ket.CAN_XEM_LAI}
