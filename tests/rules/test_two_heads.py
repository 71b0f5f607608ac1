"""A collective with two heads is told."""

from generator.rules.two_heads import check_two_heads
from tests.rules.build import AN, BINH, collective, head, said, unit


def test_a_collective_has_one_head() -> None:
    two = unit(tap_the=[collective(thanh_vien=[*head(AN), *head(BINH)])])
    assert [said(each) for each in check_two_heads(two)] == [
        "KD190 cảnh báo tap_the.0.thanh_vien.1.dung_dau"
    ]
    deputy = {"ho_ten": BINH}
    assert list(check_two_heads(unit(tap_the=[collective(thanh_vien=[*head(AN), deputy])]))) == []
    each = [collective(thanh_vien=head(AN)), collective("Ban Thường vụ", thanh_vien=head(AN))]
    assert list(check_two_heads(unit(tap_the=each))) == []
