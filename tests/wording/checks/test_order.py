"""What is told as done lies before the day of a letter, and deadlines follow one another."""

import datetime as dt

import pytest

from generator.wording.checks.order import check_deadlines, check_done

DAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("loai", "text", "codes"),
    [
        ("thong-bao", "Ngày 28/11/2026, Ban Thường vụ đã họp phiên thường kỳ.", ["KD240"]),
        ("thong-bao", "Ngày 18/11/2026, Ban Thường vụ đã họp phiên thường kỳ.", []),
        ("thong-bao", "Ngày 28/11/2026, Ban Thường vụ họp; đề nghị các đồng chí dự.", []),
        ("thong-cao", "Ngày 28/11/2026, Ban Chấp hành họp Hội nghị lần thứ sáu.", ["KD240"]),
        ("ket-luan", "Tại phiên họp ngày 28/11/2026, sau khi nghe báo cáo, Ban Thường vụ kết luận:", ["KD240"]),
        ("ket-luan", "Báo cáo tại phiên họp ngày 28/11/2026.", []),
        ("thong-bao", "Ngày 28/11/2026, Đoàn kiểm tra đã được thành lập sẽ làm việc tại xã.", []),
        ("cong-van", "Đến ngày 31/12/2026, các chi bộ đã kiểm điểm báo cáo kết quả.", []),
        ("phieu-chuyen", "nhận được đơn của ông A, đề ngày 28/11/2026", ["KD240"]),
        ("phieu-chuyen", "nhận được đơn của ông A, đề ngày 18/11/2026", []),
        ("giay-chung-nhan", "Từ ngày 21/11/2026 đến ngày 25/11/2026, tại Trung tâm", ["KD240"]),
        ("giay-nghi-phep", "Từ ngày 21/11/2026 đến ngày 25/11/2026", []),
        ("giay-gioi-thieu", "Giấy này có giá trị đến hết ngày 15/11/2026", ["KD279"]),
        ("giay-gioi-thieu", "Giấy này có giá trị đến hết ngày 25/11/2026", []),
        ("quyet-dinh", "nghỉ hưu từ ngày 01/12/2025", ["KD279"]),
        ("quyet-dinh", "nghỉ hưu kể từ ngày 01/11/2026; hưởng phụ cấp từ ngày 01/12/2025", []),
    ],
)  # fmt: skip
def test_what_is_done_lies_before_the_day(loai: str, text: str, codes: list[str]) -> None:
    assert [each.code for each in check_done(text, ("noi_dung",), loai, DAY)] == codes
    assert [*check_done(text, ("noi_dung",), loai, None)] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Căn cứ kết quả bỏ phiếu tại kỳ họp ngày 28/11/2026", ["KD240"]),
        ("Căn cứ Biên bản họp ngày 18/11/2026", []),
        ("Căn cứ Quy định có hiệu lực từ ngày 01/01/2027", []),
    ],
)
def test_a_letter_rests_on_what_has_been(text: str, codes: list[str]) -> None:
    found = check_done(text, ("can_cu", 0), "quyet-dinh", DAY, ground=True)
    assert [each.code for each in found] == codes


SENT = "Các đảng ủy gửi báo cáo về Ban Tổ chức Tỉnh ủy *trước ngày 20/12/2026*"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"{SENT}.\nBan Tổ chức Tỉnh ủy tổng hợp, báo cáo *trước ngày 10/12/2026*.", ["KD241"]),
        (f"{SENT}.\nBan Tổ chức Tỉnh ủy tổng hợp, báo cáo *trước ngày 25/12/2026*.", []),
        (f"{SENT}.\nVăn phòng Tỉnh ủy tổng hợp, báo cáo *trước ngày 10/12/2026*.", []),
        (f"{SENT} để tổng hợp, trình chậm nhất ngày 15/12/2026.", ["KD241"]),
        (f"Tổng hợp quý III trước ngày 10/12/2026.\n{SENT}.", []),
    ],
)
def test_who_gathers_is_due_after_those_who_send(text: str, codes: list[str]) -> None:
    assert [each.code for each in check_deadlines(text, ("noi_dung",))] == codes
