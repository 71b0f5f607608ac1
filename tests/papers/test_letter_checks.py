"""What a letter lacks, or says in two ways."""

import pytest

from generator.model import Dot, VanBan
from generator.papers.letter_checks import check_letter
from generator.papers.letter_findings import findings
from generator.regulations.packs import load_pack
from generator.wording.speaker import speaker_of

DOT = Dot.model_validate(
    {
        "ten": "Đợt", "nam": "2026", "dia_danh": "Tân Hòa",
        "co_quan": {"ten": "Đảng ủy xã Tân Hòa", "cap_tren": "Đảng bộ tỉnh A", "ky_hieu": "ĐU",
                    "chu_the": "Ban Thường vụ Đảng ủy xã Tân Hòa"},
        "ky": {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Phó Bí thư", "ho_ten": "Lê Thị Mẫu"},
        "noi_nhan": ["Các chi bộ", "Lưu Văn phòng Đảng ủy"],
    }
)  # fmt: skip


def letter(**more: object) -> VanBan:
    values = {"loai": "bao-cao", "trich_yeu": "kết quả", "noi_dung": "Họp.", "ngay": "20/11/2026"}
    return VanBan.model_validate({**values, **more})


def told(document: VanBan) -> list[str]:
    usual = speaker_of(document, DOT)
    return [each.code for each in check_letter(load_pack("hd05"), document, usual, DOT)]


ANNEX = [{"tieu_de": "Danh mục hồ sơ", "noi_dung": "Một."}]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Các chi bộ thực hiện.", ["KD183"]),
        ("Các chi bộ thực hiện (có phụ lục kèm theo).", []),
        ("Gửi các chi bộ danh mục hồ sơ phải nộp.", []),
    ],
)
def test_an_annex_is_mentioned_in_the_text(text: str, codes: list[str]) -> None:
    assert told(letter(noi_dung=text, phu_luc=ANNEX)) == codes


TWO = [{"tieu_de": "Danh mục", "noi_dung": "Một."}, {"tieu_de": "Mẫu", "noi_dung": "Hai."}]
OWN = [{"nhan": "PHỤ LỤC 3", "tieu_de": "Danh mục", "noi_dung": "Một."}]


@pytest.mark.parametrize(
    ("text", "annexes", "codes"),
    [
        ("Theo Phụ lục 1, Phụ lục 2.", TWO, []),
        ("Theo Phụ lục 1, Phụ lục 3.", TWO, ["KD270", "KD272"]),
        ("Theo Phụ lục I, Phụ lục II.", TWO, ["KD271", "KD271"]),
        ("Theo Phụ lục 2.", TWO, ["KD272"]),
        ("Theo các phụ lục kèm theo.", TWO, []),
        ("Theo Phụ lục 1.", ANNEX, ["KD271"]),
        ("Theo Phụ lục 1, Phụ lục 2.", ANNEX, ["KD270"]),
        ("Theo Phụ lục.", ANNEX, []),
        ("Theo Phụ lục 3.", OWN, []),
        ("Theo Phụ lục 1.", [], ["KD270"]),
        ("Khen 05 chi bộ (có danh sách kèm theo).", [], ["KD270"]),
        ("Khen 05 chi bộ (có danh sách kèm theo).", ANNEX, []),
        ("Theo Phụ lục 1 Hướng dẫn số 05-HD/VPTW.", [], []),
    ],
)
def test_annexes_of_the_text_are_those_of_the_letter(
    text: str, annexes: list[dict[str, str]], codes: list[str]
) -> None:
    assert told(letter(noi_dung=text, phu_luc=annexes)) == codes


BOARD = {"quyen_han": "T/M Đảng ủy", "chuc_vu": "Bí thư", "ho_ten": "An"}
GROUNDS = {"loai": "nghi-quyet", "can_cu": ["Căn cứ Điều lệ Đảng"]}


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        (GROUNDS, []),
        ({**GROUNDS, "ky": BOARD}, ["KD184"]),
        ({**GROUNDS, "ky": BOARD, "chu_the": "Ban Chấp hành Đảng bộ xã"}, []),
        ({**GROUNDS, "chu_the": "Ban Chấp hành Đảng bộ xã"}, ["KD184"]),
        ({"ky": BOARD}, []),
    ],
)
def test_who_resolves_is_whom_the_signer_represents(
    more: dict[str, object], codes: list[str]
) -> None:
    assert told(letter(**more)) == codes


def test_a_body_may_stand_behind_a_post_where_several_sign() -> None:
    deputy = {
        "quyen_han": "K/T Trưởng Ban",
        "chuc_vu": "Phó Trưởng Ban Tổ chức Tỉnh ủy",
        "ho_ten": "An",
    }
    alone = [each.code for each in findings(letter(ky=deputy), DOT)]
    beside = [each.code for each in findings(letter(cung_ky=[deputy]), DOT)]
    assert "KD216" in alone
    assert "KD216" not in beside
