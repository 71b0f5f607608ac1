"""The same letter signed on 26/5/2026 and on 27/5/2026 comes out in the form of HD 36 and of HD 05."""

import datetime as dt

import pytest

from generator.engine.render import render
from generator.model import Dot, VanBan
from generator.papers.letter_papers import SHAPES
from generator.papers.letters import printed_letter
from generator.papers.templates import search_path
from tests.acceptance import reading_back as back

HD36, HD05 = dt.date(2026, 5, 26), dt.date(2026, 5, 27)

DOT = Dot.model_validate(
    {
        "ten": "Kiểm điểm năm 2026",
        "nam": "2026",
        "co_quan": {
            "ten": "Đảng ủy xã Tân Hòa",
            "cap_tren": "Đảng bộ tỉnh Bình Minh",
            "ky_hieu": "ĐU",
            "chu_the": "Ban Thường vụ Đảng ủy",
        },
        "dia_danh": "Tân Hòa",
    }
)


def letter(loai: str, day: dt.date, **more: object) -> VanBan:
    values: dict[str, object] = {
        "loai": loai,
        "so": "7",
        "ngay": day,
        "trich_yeu": "Kiểm điểm, đánh giá, xếp loại chất lượng năm 2026",
        "kinh_gui": ["Các chi bộ trực thuộc", "Ủy ban nhân dân xã"],
        "noi_dung": "Ban Thường vụ Đảng ủy yêu cầu các chi bộ thực hiện.",
        "noi_nhan": ["Như trên", "Lưu Văn phòng Đảng ủy"],
        "ky": {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Phó Bí thư", "ho_ten": "Lê Thị Mẫu"},
    }
    return VanBan.model_validate({**values, **more})


def paragraphs(document: VanBan) -> list[str]:
    template, problems = search_path().template(document.loai, SHAPES[VanBan])
    assert template is not None, problems
    data, problems = render(template, printed_letter(document, DOT))
    assert data is not None, problems
    body = back.part(data, "word/document.xml").iter(f"{back.W}p")
    return [found for p in body if (found := " ".join(back.text(p).split()))]


def bold(document: VanBan) -> str:
    template, _ = search_path().template(document.loai, SHAPES[VanBan])
    assert template is not None
    data, _ = render(template, printed_letter(document, DOT))
    assert data is not None
    return back.marked(data, "b")


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (HD36, "- Các chi bộ trực thuộc,", "- Ủy ban nhân dân xã."),
        (HD05, "- Các chi bộ trực thuộc;", "- Ủy ban nhân dân xã;"),
    ],
)
def test_addressees_end_with_the_mark_of_their_pack(day: dt.date, first: str, last: str) -> None:
    found = paragraphs(letter("cong-van", day))
    assert f"Kính gửi: {first}" in found
    assert last in found


@pytest.mark.parametrize(("day", "mark"), [(HD36, ","), (HD05, ";")])
def test_recipients_end_with_the_mark_of_their_pack(day: dt.date, mark: str) -> None:
    found = paragraphs(letter("cong-van", day))
    assert f"- Như trên{mark}" in found
    assert "- Lưu Văn phòng Đảng ủy." in found


@pytest.mark.parametrize(("day", "words"), [(HD36, "Kính gửi:"), (HD05, "Kính trình:")])
def test_a_to_trinh_is_addressed_in_the_words_of_its_pack(day: dt.date, words: str) -> None:
    found = paragraphs(letter("to-trinh", day, kinh_gui=["Ban Thường vụ Tỉnh ủy"]))
    assert any(line.startswith(f"{words} Ban Thường vụ Tỉnh ủy") for line in found)


@pytest.mark.parametrize(
    ("day", "lines"),
    [
        (HD36, ["Căn cứ Điều lệ Đảng;", "Căn cứ Quy chế làm việc,"]),
        (HD05, ["- Căn cứ Điều lệ Đảng;", "- Căn cứ Quy chế làm việc."]),
    ],
)
def test_bases_have_dash_and_last_mark_of_their_pack(day: dt.date, lines: list[str]) -> None:
    bases = ["Căn cứ Điều lệ Đảng", "Căn cứ Quy chế làm việc"]
    found = paragraphs(letter("quyet-dinh", day, can_cu=bases, kinh_gui=[]))
    assert [line for line in found if "Căn cứ" in line] == lines


@pytest.mark.parametrize("day", [HD36, HD05])
def test_a_titled_document_has_exactly_five_hyphens_below_its_summary(day: dt.date) -> None:
    found = paragraphs(letter("ke-hoach", day, kinh_gui=[]))
    at = found.index("KẾ HOẠCH")
    assert found[at + 1].casefold().startswith("kiểm điểm")
    assert found[at + 2] == "-----"


@pytest.mark.parametrize(
    ("day", "summary"),
    [
        (HD36, "Kiểm điểm, đánh giá, xếp loại chất lượng năm 2026"),
        (HD05, "về việc kiểm điểm, đánh giá, xếp loại chất lượng năm 2026"),
    ],
)
def test_a_letter_says_ve_viec_only_under_hd05(day: dt.date, summary: str) -> None:
    assert summary in paragraphs(letter("cong-van", day))


@pytest.mark.parametrize("day", [HD36, HD05])
def test_a_position_below_an_authority_line_is_not_bold(day: dt.date) -> None:
    found = bold(letter("cong-van", day))
    assert "T/M BAN THƯỜNG VỤ" in found
    assert "PHÓ BÍ THƯ" not in found


@pytest.mark.parametrize(("day", "is_bold"), [(HD36, False), (HD05, True)])
def test_who_signs_directly_is_bold_under_hd05(day: dt.date, is_bold: bool) -> None:
    signer = {"chuc_vu": "Trưởng Ban", "ho_ten": "Lê Thị Mẫu"}
    assert ("TRƯỞNG BAN" in bold(letter("cong-van", day, ky=signer))) is is_bold


def test_number_and_date_carry_their_zeros() -> None:
    found = paragraphs(letter("cong-van", dt.date(2026, 6, 3)))
    assert "Số 07-CV/ĐU" in found
    assert "Tân Hòa, ngày 03 tháng 6 năm 2026" in found


def test_a_draft_has_room_for_number_day_and_month() -> None:
    found = paragraphs(letter("cong-van", HD05, so=None, ngay=None))
    assert "Số -CV/ĐU" in found
    assert "Tân Hòa, ngày tháng năm 2026" in found


def test_a_state_body_writes_in_its_own_form() -> None:
    state = DOT.model_copy(
        update={
            "co_quan": DOT.co_quan.model_copy(
                update={"ten": "Ủy ban nhân dân xã Tân Hòa", "khoi": "nha_nuoc", "ky_hieu": "UBND"}
            )
        }
    )
    report = letter(
        "bao-cao", HD05, so="12", kinh_gui=[], noi_nhan=["Như trên", "Lưu: VT"],
        ky={"quyen_han": "TM. Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": "Lê Thị Mẫu"},
    )  # fmt: skip
    template, _ = search_path().template("bao-cao", SHAPES[VanBan])
    assert template is not None
    data, problems = render(template, printed_letter(report, state))
    assert data is not None, problems
    words = " ".join(back.words(data))
    for expected in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/BC-UBND",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
        "- Lưu: VT.",
    ):
        assert expected in words
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" not in words
