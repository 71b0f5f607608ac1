"""A column is known by any of the usual titles, and by no title that means something else."""

import pytest

from generator.register.columns import FILE, title_of
from generator.register.sheet import COLUMNS
from generator.regulations.data_files import tree_of


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("Số", "Số"), ("SỐ", "Số"), ("Số *", "Số"), ("Số (*)", "Số"), ("Số:", "Số"),
        ("Số VB", "Số"), ("Số văn bản", "Số"), ("Số văn bản đi", "Số"), ("Số, ký hiệu", "Số"),
        ("Số/ký hiệu", "Số"), ("Số - ký hiệu", "Số"), ("Số, kí hiệu", "Số"), ("Số & ký hiệu VB", "Số"),
        ("Số và ký hiệu của văn bản", "Số"), ("Số\nký hiệu", "Số"), ("Số ký hiệu văn bản đi", "Số"),
        ("Số công văn", "Số"), ("Số CV", "Số"), ("Số QĐ", "Số"), ("Số quyết định", "Số"),
        ("Văn bản số", "Số"), ("So", "Số"), ("So, ky hieu", "Số"), ("Số ký hiệu (vd: 01-CV/ĐU)", "Số"),
        ("Ngày", "Ngày"), ("Ngày tháng", "Ngày"), ("Ngày, tháng, năm", "Ngày"), ("Ngày/tháng/năm", "Ngày"),
        ("Ngày ban hành", "Ngày"), ("Ngày, tháng, năm ban hành VB", "Ngày"), ("Ngày ký", "Ngày"),
        ("Ngày kí", "Ngày"), ("Ngày tháng văn bản", "Ngày"), ("Ngày, tháng VB", "Ngày"),
        ("Ngày (dd/mm/yyyy)", "Ngày"), ("Ngay thang", "Ngày"),
        ("Trích yếu", "Trích yếu"), ("Trích yếu nội dung VB", "Trích yếu"), ("Nội dung", "Trích yếu"),
        ("Tên loại và trích yếu nội dung văn bản", "Trích yếu"), ("Tên loại & trích yếu ND", "Trích yếu"),
        ("Tên loại và trích yếu nội dung VB", "Trích yếu"), ("V/v", "Trích yếu"), ("Về việc", "Trích yếu"),
        ("Tên văn bản", "Trích yếu"), ("Nội dung trích yếu", "Trích yếu"), ("Trich yeu", "Trích yếu"),
        ("Nơi nhận", "Nơi nhận"), ("Nơi nhận văn bản", "Nơi nhận"), ("Kính gửi", "Nơi nhận"),
        ("Cơ quan, đơn vị nhận văn bản", "Nơi nhận"), ("Người ký văn bản", "Người ký"),
        ("Họ và tên người ký", "Người ký"), ("Số bản", "Số bản"), ("Số lượng bản", "Số bản"),
        ("Số lượng", "Số bản"), ("SL", "Số bản"), ("Ghi chú", "Ghi chú"), ("STT", "Thứ tự"),
        ("Số TT", "Thứ tự"), ("TT", "Thứ tự"), ("Ký hiệu", "Ký hiệu"),
        ("Ngày chuyển", None), ("Ngày tháng chuyển", None), ("Ngày gửi", None), ("Ngày đến", None),
        ("Ngày vào sổ", None), ("Ngày phát hành", None), ("Nơi gửi", None), ("Người soạn thảo", None),
        ("Số trang", None), ("Số tờ", None), ("Tên", None), ("Văn bản", None), ("Văn bản đi", None),
        ("Độ mật", None), ("Đơn vị, người nhận bản lưu", None), ("(1)", None), ("", None), ("*", None),
    ],
)  # fmt: skip
def test_a_title_means_a_column(title: str, column: str | None) -> None:
    assert title_of(title) == column


def test_every_column_of_the_register_has_titles_with_a_source() -> None:
    entries = tree_of(FILE)
    assert {title for title, _ in COLUMNS} <= entries.keys()
    for column, entry in entries.items():
        assert entry["nguon"], column
        assert [title_of(each) for each in entry["ten"]] == [column] * len(entry["ten"])
