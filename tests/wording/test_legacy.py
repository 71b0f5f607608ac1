"""TCVN3 and VNI are recognised by words that only they explain, and converted."""

import pytest

from generator.wording.legacy import legacy


@pytest.mark.parametrize(
    ("typed", "name", "meant"),
    [
        ("VÒ viÖc kiÓm ®iÓm cuèi n¨m", "TCVN3", "Về việc kiểm điểm cuối năm"),
        ("NguyÔn V¨n Hïng", "TCVN3", "Nguyễn Văn Hùng"),
        ("thñ tr\xadëng", "TCVN3", "thủ trưởng"),
        ("c«ng v¨n", "TCVN3", "công văn"),
        ("Kính gửi: §¶ng uû x·", "TCVN3", "Kính gửi: Đảng uỷ xã"),
        ("Veà vieäc kieåm ñieåm cuoái naêm", "VNI", "Về việc kiểm điểm cuối năm"),
        ("Ñaûng uûy xaõ Loäc Vaân", "VNI", "Đảng ủy xã Lộc Vân"),
        ("ÑAÛNG UÛY", "VNI", "ĐẢNG ỦY"),
    ],
)
def test_text_of_old_fonts_is_named_and_read(typed: str, name: str, meant: str) -> None:
    found = legacy(typed)
    assert found is not None
    assert (found.bang_ma, found.unicode) == (name, meant)


@pytest.mark.parametrize(
    "typed",
    ["Về việc kiểm điểm, đánh giá", "Đồng chí «Hà Nội»", "Zalo® và Müller", "µm 5 µg", "§ 5",
     "Café São Paulo", "kiểm ðiểm Ðảng", "©2026", "±5 °C ½ × 3", "El Niño", "naïve façade",
     "Björk Strauß", "", "Benoît Noël"],
)  # fmt: skip
def test_unicode_and_foreign_names_are_left_alone(typed: str) -> None:
    assert legacy(typed) is None
