"""Mends name buttons of the desk, not commands of the terminal."""

import re

import pytest

from generator.desk.commands import as_buttons
from generator.problems.catalogue import codes, entry

ON_PAGES = re.compile(r"KD(6\d\d|59\d|72\d|73\d|528|543|561|563)")
"""Codes that the pages on numbers, printing, packs and totals tell."""


@pytest.mark.parametrize("code", sorted(each for each in codes() if ON_PAGES.fullmatch(each)))
def test_no_mend_on_these_pages_sends_anybody_to_a_terminal(code: str) -> None:
    if code in {"KD622", "KD734"}:  # asked for by a path that the pages always give; a new campaign
        return
    said = as_buttons(entry(code).cach_sua)
    assert not re.search(
        r"kiemdiem (?!trên )[a-z]|number (take|cancel|import|set-next)| --[a-z]", said
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("chạy «kiemdiem build» trước, rồi chạy lại «kiemdiem pdf»",
         "bấm «Tạo văn bản» ở trang Văn bản trước, rồi bấm lại «Tạo PDF để in»"),
        ("chạy number take để sổ nhận văn bản này", "bấm «Vào sổ» để sổ nhận văn bản này"),
        ("hủy số 5 (number cancel) rồi lấy số lại", "hủy số 5 («Huỷ số») rồi lấy số lại"),
        ("«kiemdiem doctor» cho biết đã thấy chưa", "trang «Máy» cho biết đã thấy chưa"),
        ("nối sổ giấy (number set-next) trước", "«Nối sổ giấy» trước"),
        ("ghi «uu_diem.pham_chat», «han_che», hoặc in bản để trống (--de-trong) để điền tay",
         "ghi vào các ô còn trống của biểu, hoặc in bản để trống để điền tay"),
        (entry("KD140").cach_sua,
         ("chọn ở ô «Vai trò»; cả đơn vị như nhau thì chọn một lần ở «thông tin chung» của đơn vị, mục "
          "«Điều chung của mọi người trong đơn vị»")),
        (entry("KD120").cach_sua, "ghi vào ô «Nơi kính gửi», mỗi nơi một dòng"),
        ("Công văn chưa có nơi kính gửi (khoá «kinh_gui»)", "Công văn chưa có nơi kính gửi"),
        (entry("KD449").cach_sua,
         "ghi vào bảng phụ lục từng nhiệm vụ với thời hạn, tình hình, sản phẩm, tiến độ"),
        (entry("KD600").cach_sua,
         ("ghi nhiệm kỳ ở thông tin đợt (hoặc thông tin chung của đơn vị): tên nhiệm kỳ và ngày bế "
          "mạc đại hội; hoặc ghi ở ô «Nhiệm kỳ» 2025-2030")),
        ("kiểm tra lại ngày ký", "kiểm tra lại ngày ký"),
        ("cập nhật kiemdiem trên máy này", "cập nhật kiemdiem trên máy này"),
    ],
)  # fmt: skip
def test_a_command_is_told_as_its_button(said: str, told: str) -> None:
    assert as_buttons(said) == told
