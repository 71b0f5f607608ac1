"""What the texts of a letter say is asked where it stands, and blanks only where all is known."""

import pytest

from generator.model import CoQuan, Dot, VanBan
from generator.papers.letter_texts import check_itself, check_texts
from generator.regulations.packs import letter_of, load_pack

DOT = Dot(ten="Đợt", nam=2026, co_quan=CoQuan(ten="Đảng ủy xã A"))
BLANK = "Thực hiện Quyết định số ……-QĐ/ĐU."


def told(**more: object) -> list[tuple[str, tuple[str | int, ...]]]:
    letter = VanBan.model_validate(
        {"loai": "ke-hoach", "trich_yeu": "x", "noi_dung": "Một.", **more}
    )
    found = check_texts(letter, letter_of(letter.loai, DOT), DOT)
    return [(each.code, each.place.path) for each in found]


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({"noi_dung": BLANK}, []),
        ({"noi_dung": BLANK, "so": 5}, ["KD298"]),
        ({"noi_dung": BLANK, "so_ky_hieu": "Số 05-KH/ĐU"}, ["KD298"]),
        ({"can_cu": [BLANK], "so": 5}, ["KD298"]),
        ({"loai": "giay-gioi-thieu", "noi_dung": "Tiếp nhận ngày ………", "so": 5}, []),
        ({"phu_luc": [{"tieu_de": "Mẫu", "noi_dung": "Họ tên: ………"}], "so": 5}, []),
    ],
)
def test_blanks_are_told_of_numbered_letters(more: dict[str, object], codes: list[str]) -> None:
    assert [code for code, _ in told(**more)] == codes


def test_each_finding_stands_where_its_text_is() -> None:
    wrong = "từ ngày 20/12/2026 đến ngày 15/12/2026"
    annex = [{"tieu_de": "Lịch", "noi_dung": f"Dòng.\n{wrong}"}]
    found = told(trich_yeu=wrong, can_cu=["Một", wrong], noi_dung=f"Dòng.\n{wrong}", phu_luc=annex)
    assert found == [
        ("KD291", ("trich_yeu",)),
        ("KD291", ("can_cu", 1)),
        ("KD291", ("noi_dung", 1, 0)),
        ("KD291", ("phu_luc", 0, "noi_dung", 1, 0)),
    ]


def test_a_paper_has_one_day_in_all_texts_of_a_letter() -> None:
    cited = "Chương trình số 14-CTr/TU, ngày {}/3/2026"
    assert told(can_cu=[cited.format(12)], noi_dung=cited.format(21)) == [
        ("KD296", ("noi_dung", 0, 32))
    ]
    assert told(can_cu=[cited.format(12)], noi_dung=cited.format(12)) == []
    two = "Quyết định số 12-QĐ/ĐU, ngày 05/3/2026 và Quy định số 12-QĐ/ĐU, ngày 15/7/2026"
    assert told(noi_dung=two) == []


def test_only_minutes_are_asked_for_their_hours() -> None:
    hours = "Bắt đầu lúc 14 giờ 00.\nKết thúc lúc 11 giờ 30 cùng ngày."
    assert [code for code, _ in told(loai="bien-ban", noi_dung=hours)] == ["KD171"]
    assert told(loai="bao-cao", noi_dung=hours) == []


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({"loai": "giay-moi", "noi_dung": "Kính mời dự họp giao ban tháng 11."}, ["KD289"]),
        ({"loai": "giay-moi", "noi_dung": "Thời gian: 08 giờ 00, ngày 12/11/2026."}, []),
        ({"loai": "thong-bao", "noi_dung": "Họp giao ban."}, []),
        ({"loai": "bien-ban", "ngay": "06/11/2026", "noi_dung": "Thời gian: ngày 09/11/2026."}, ["KD266"]),
        ({"loai": "bao-cao", "ngay": "06/11/2026", "noi_dung": "Thời gian: ngày 09/11/2026."}, []),
        ({"noi_dung": "**1. Thời gian:** 25 giờ 00, ngày 12/11/2026"}, ["KD170"]),
        ({"noi_dung": "họp lúc 7 giờ 30; kết thúc hồi 24 giờ; trong 48 giờ; từ 48 giờ đến 72 giờ"}, []),
        ({"noi_dung": "Thực hiện Quyết định này."}, ["KD267"]),
        ({"noi_dung": "Thực hiện Quyết định này.", "can_cu": ["Quyết định số 5-QĐ/ĐU"]}, []),
    ],
)  # fmt: skip
def test_a_letter_is_held_against_itself(more: dict[str, object], codes: list[str]) -> None:
    letter = VanBan.model_validate(
        {"loai": "ke-hoach", "trich_yeu": "x", "noi_dung": "Một.", **more}
    )
    assert [each.code for each in check_itself(load_pack("hd05"), letter)] == codes
