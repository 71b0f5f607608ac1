"""Title, superior and signer above and below a document are those of its body."""

import datetime as dt

import pytest

from generator.model import CoQuan, Ky
from generator.problems import Severity
from generator.wording.checks.body import (
    check_alone,
    check_body,
    check_committee,
    check_gone,
    check_joint,
)

UBND = "Ủy ban nhân dân xã Ia Grai"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({"ten": UBND}, ["KD248"]),
        ({"ten": "UBND xã Ia Grai"}, ["KD248"]),
        ({"ten": "Hội đồng nhân dân xã"}, ["KD248"]),
        ({"ten": UBND, "khoi": "nha_nuoc", "cap_tren": "Ủy ban nhân dân tỉnh"}, []),
        ({"ten": "Đảng ủy Ủy ban nhân dân tỉnh", "cap_tren": "Đảng bộ tỉnh Gia Lai"}, []),
        ({"ten": "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"}, ["KD249"]),
        ({"ten": "Tỉnh đoàn Gia Lai"}, ["KD249"]),
        ({"ten": "Đảng ủy xã Ia Grai", "cap_tren": "Tỉnh ủy Gia Lai"}, ["KD250"]),
        ({"ten": "Đảng uỷ xã Ia Grai", "cap_tren": "TỈNH UỶ GIA LAI"}, ["KD250"]),
        ({"ten": "Chi bộ 3", "cap_tren": "Đảng ủy xã Ia Grai"}, ["KD250"]),
        ({"ten": "Văn phòng Đảng ủy", "cap_tren": "Đảng bộ xã Ia Grai"}, ["KD250"]),
        ({"ten": "Ban Tổ chức", "cap_tren": "Đảng bộ tỉnh Gia Lai"}, ["KD250"]),
        ({"ten": "Ủy ban Kiểm tra", "cap_tren": "Đảng bộ tỉnh Gia Lai"}, ["KD250"]),
        ({"ten": "Đảng ủy xã Ia Grai", "cap_tren": "Đảng bộ tỉnh Gia Lai"}, []),
        ({"ten": "Chi bộ 3", "cap_tren": "Đảng bộ Văn phòng Tỉnh ủy"}, []),
        ({"ten": "Văn phòng", "cap_tren": "Đảng ủy xã Ia Grai"}, []),
        ({"ten": "Ban Nội chính", "cap_tren": "Ban Chấp hành Trung ương"}, []),
        ({"ten": "Tỉnh ủy Gia Lai"}, []),
        ({"ten": "Công ty Cổ phần Đức Long"}, []),
    ],
)
def test_a_body_has_the_title_and_the_superior_of_its_kind(
    body: dict[str, str], codes: list[str]
) -> None:
    assert [each.code for each in check_body(CoQuan.model_validate(body))] == codes


@pytest.mark.parametrize(
    ("body", "ky", "severity"),
    [
        ("Tỉnh ủy Gia Lai", {"chuc_vu": "Chánh Văn phòng"}, Severity.ERROR),
        ("Đảng ủy xã Ia Grai", {"chuc_vu": "Phó Bí thư"}, Severity.ERROR),
        ("Đảng ủy xã Ia Grai", {"chuc_vu": "Chủ tịch"}, Severity.ERROR),
        ("Chi bộ 3", {"chuc_vu": "Phó Bí thư"}, Severity.ERROR),
        ("Ủy ban Kiểm tra", {"chuc_vu": "Chủ nhiệm"}, Severity.ERROR),
        ("Tỉnh ủy Gia Lai", {"chuc_vu": "Bí thư"}, Severity.WARNING),
        ("Tỉnh ủy Gia Lai", {"quyen_han": "T/M Tỉnh ủy", "chuc_vu": "Bí thư"}, None),
        ("Tỉnh ủy Gia Lai", {"chuc_vu": "Bí thư", "kiem": "Trưởng Ban Chỉ đạo"}, None),
        ("Văn phòng Tỉnh ủy", {"chuc_vu": "Chánh Văn phòng"}, None),
        ("Ban Tổ chức", {"chuc_vu": "Phó Trưởng Ban"}, None),
        ("Ban Tổ chức Tỉnh ủy - Công an tỉnh", {"chuc_vu": "Trưởng Ban"}, None),
        ("Tỉnh ủy Gia Lai", {}, None),
    ],
)
def test_who_signs_for_a_committee_says_on_whose_behalf(
    body: str, ky: dict[str, str], severity: Severity | None
) -> None:
    signer = Ky.model_validate({**ky, "ho_ten": "Hồ Văn A"})
    found = list(check_alone(CoQuan(ten=body), signer))
    assert [each.severity for each in found] == ([severity] if severity else [])
    assert all(each.code == "KD251" for each in found)


def test_each_of_several_bodies_has_a_signer() -> None:
    joint = CoQuan(ten="Ban Tổ chức Tỉnh ủy - Ban Nội chính Tỉnh ủy")
    assert [each.code for each in check_joint(joint, 0)] == ["KD257"]
    assert list(check_joint(joint, 1)) == []
    assert list(check_joint(CoQuan(ten="Ban Tổ chức Tỉnh ủy"), 0)) == []


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("Các huyện ủy, thành ủy", True), ("Huyện uỷ Ia Grai", True), ("Ban Dân vận Tỉnh ủy", True),
        ("Ban Tuyên giáo Tỉnh ủy", True), ("UBND huyện Ia Grai", True), ("Đảng ủy Khối các cơ quan", True),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", False), ("Huyện ủy Ia Grai (cũ)", False),
        ("Đảng ủy các xã", False), ("Nguyên Bí thư Huyện ủy", False), ("Lưu Văn phòng Tỉnh ủy", False),
    ],
)  # fmt: skip
def test_a_letter_goes_to_no_body_that_is_no_more(name: str, gone: bool) -> None:
    after, before = dt.date(2026, 11, 5), dt.date(2025, 6, 30)
    items = [(("noi_nhan", 0), name)]
    assert [each.code for each in check_gone(items, after)] == ["KD263"] * gone
    assert list(check_gone(items, before)) == []


NEW, OLD = dt.date(2026, 11, 5), dt.date(2026, 5, 26)


@pytest.mark.parametrize(
    ("ten", "line", "day", "said"),
    [
        ("Tỉnh ủy Gia Lai", "T/M Tỉnh ủy", NEW, []),
        ("Tỉnh ủy Gia Lai", "T/M Ban Thường vụ", NEW, []),
        ("Tỉnh ủy Gia Lai", "T/M Ban Chấp hành", NEW, ["KD275 T/M Tỉnh ủy"]),
        ("Thành uỷ Huế", "T/M Ban Chấp hành Đảng bộ thành phố", NEW, ["KD275 T/M Thành uỷ"]),
        ("Đảng ủy xã Ia Grai", "T/M BAN CHẤP HÀNH", NEW, ["KD275 T/M Đảng ủy"]),
        ("Đảng ủy xã Ia Grai", "T/M Ban Chấp hành", OLD, []),
        ("Ban Chấp hành Đảng bộ tỉnh Gia Lai", "T/M Tỉnh ủy", NEW, ["KD274 Tỉnh ủy Gia Lai"]),
        ("Ban Chấp hành Đảng bộ thành phố Huế", "T/M Ban Chấp hành", NEW,
         ["KD274 Thành ủy Huế", "KD275 T/M Thành ủy"]),
        ("Ban Chấp hành Đảng bộ xã Ia Grai", "T/M Đảng ủy", NEW, ["KD274 Đảng ủy xã Ia Grai"]),
        ("Đảng bộ xã Ia Grai", "T/M Đảng ủy", NEW, ["KD274 Đảng ủy xã Ia Grai"]),
        ("Ban Chấp hành Trung ương", "T/M Ban Chấp hành Trung ương", NEW, []),
        ("Ban Chấp hành Công đoàn cơ sở", "T/M Ban Chấp hành", NEW, []),
        ("Chi bộ 3", "T/M Chi bộ", NEW, []),
        ("Đại hội đại biểu Đảng bộ xã Ia Grai", "T/M Đoàn Chủ tịch", NEW, []),
        ("Đảng ủy xã Ia Grai - Ủy ban nhân dân xã Ia Grai", "T/M Ban Chấp hành", NEW, []),
    ],
)  # fmt: skip
def test_a_committee_issues_and_signs_as_its_cap_uy(
    ten: str, line: str, day: dt.date, said: list[str]
) -> None:
    found = check_committee(CoQuan(ten=ten), Ky(quyen_han=line, chuc_vu="Bí thư"), day)
    assert [f"{each.code} {each.mend.split('«')[1].split('»')[0]}" for each in found] == said
