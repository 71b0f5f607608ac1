"""A collective with two heads, a chi bộ with two secretaries are told."""

import pytest

from generator.rules.two_heads import check_two_heads, check_two_secretaries
from tests.rules.build import AN, BINH, collective, head, person, said, unit


def test_a_collective_has_one_head() -> None:
    two = unit(tap_the=[collective(thanh_vien=[*head(AN), *head(BINH)])])
    assert [said(each) for each in check_two_heads(two)] == [
        "KD190 cảnh báo tap_the.0.thanh_vien.1.dung_dau"
    ]
    deputy = {"ho_ten": BINH}
    assert list(check_two_heads(unit(tap_the=[collective(thanh_vien=[*head(AN), deputy])]))) == []
    each = [collective(thanh_vien=head(AN)), collective("Ban Thường vụ", thanh_vien=head(AN))]
    assert list(check_two_heads(unit(tap_the=each))) == []


@pytest.mark.parametrize(
    ("posts", "loai", "told"),
    [
        (("Bí thư Chi bộ", "Đảng ủy viên, Bí thư Chi bộ"), "chi_bo", True),
        (("Bí thư Chi bộ", "Bí thư Chi bộ thôn Đông"), "chi_bo_co_so", True),
        (("Bí thư Chi bộ", "Phó Bí thư Chi bộ"), "chi_bo", False),
        (("Bí thư Chi bộ", "nguyên Bí thư Chi bộ (đến tháng 5)"), "chi_bo", False),
        (("Bí thư Chi bộ", "Bí thư Chi bộ thôn Tây"), "chi_bo", False),
        (("Bí thư", "Bí thư Chi bộ"), "chi_bo", False),  # the first may be that of the đảng ủy
        (("Bí thư Chi bộ", "Bí thư Chi bộ"), "xa", False),  # of units below it
    ],
)
def test_a_chi_bo_has_one_secretary(posts: tuple[str, str], loai: str, *, told: bool) -> None:
    people = [person(AN, chuc_vu={"dang": posts[0]}), person(BINH, chuc_vu={"dang": posts[1]})]
    found = [said(each) for each in check_two_secretaries(unit(loai=loai, ca_nhan=people))]
    assert found == ["KD191 cảnh báo ca_nhan.1.chuc_vu.dang"] * told
