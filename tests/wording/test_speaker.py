"""Who speaks in a document: the body in its head, its signer, its recipients are one answer."""

import datetime as dt

import pytest

from generator.model import CoQuan, Dot, Ky, VanBan
from generator.problems import Severity
from generator.regulations.speaking import body_classes
from generator.wording.checks.speaker import check_kind, check_speaker, class_of
from generator.wording.speaker import Party, campaign_party, in_lines, speaker_of, who_speaks

SECRETARY = Ky(quyen_han="T/M Ban Thường vụ", chuc_vu="Bí thư", ho_ten="Phạm Đình Quân")
CELL = Ky(quyen_han="T/M Chi bộ", chuc_vu="Bí thư", ho_ten="Tạ Xuân Hải")
COMMITTEE = Party(
    CoQuan(ten="Đảng ủy xã Lộc Vân", ky_hieu="ĐU", cap_tren="Đảng bộ tỉnh Trường Giang"),
    SECRETARY,
    ("Lưu Văn phòng Đảng ủy",),
    "Lộc Vân",
)
UNIT = Party(CoQuan(ten="Chi bộ thôn Đông"), CELL, ("Lưu Chi bộ",))


@pytest.mark.parametrize(
    ("given", "body", "signer", "kept"),
    [
        (None, "Đảng ủy xã Lộc Vân", "Phạm Đình Quân", ("Lưu Văn phòng Đảng ủy",)),
        ("Đảng ủy xã Lộc Vân", "Đảng ủy xã Lộc Vân", "Phạm Đình Quân", ("Lưu Văn phòng Đảng ủy",)),
        (
            "đảng uỷ  xã Lộc Vân",
            "đảng uỷ  xã Lộc Vân",
            "Phạm Đình Quân",
            ("Lưu Văn phòng Đảng ủy",),
        ),
        ("Chi bộ thôn Đông", "Chi bộ thôn Đông", "Tạ Xuân Hải", ("Lưu Chi bộ",)),
        ("Văn phòng Đảng ủy", "Văn phòng Đảng ủy", None, ()),
        ("Ủy ban nhân dân xã Lộc Vân", "Ủy ban nhân dân xã Lộc Vân", None, ()),
        ("Chi bộ thôn Tây", "Chi bộ thôn Tây", None, ()),
    ],
)
def test_a_body_has_its_own_signer_and_recipients_or_none(
    given: str | None, body: str, signer: str | None, kept: tuple[str, ...]
) -> None:
    named = CoQuan(ten=given) if given else None
    found = who_speaks(named, [COMMITTEE, UNIT])
    assert (found.co_quan.ten, found.ky and found.ky.ho_ten, found.noi_nhan) == (body, signer, kept)


def test_what_a_document_says_of_its_body_wins_and_the_rest_is_as_usual() -> None:
    given = CoQuan(ten="Đảng ủy xã Lộc Vân", chu_the="Ban Thường vụ Đảng ủy xã")
    body = who_speaks(given, [UNIT, COMMITTEE]).co_quan
    assert (body.chu_the, body.ky_hieu, body.cap_tren) == (
        "Ban Thường vụ Đảng ủy xã", "ĐU", "Đảng bộ tỉnh Trường Giang"
    )  # fmt: skip


def test_a_letter_of_the_office_below_does_not_take_the_committees_signer() -> None:
    dot = Dot(ten="Đợt", nam=2026, co_quan=COMMITTEE.co_quan, ky=SECRETARY)
    letter = {"loai": "thong-bao", "trich_yeu": "Việc", "noi_dung": "Một."}
    own = VanBan.model_validate({**letter, "co_quan": {"ten": "Văn phòng"}})
    assert speaker_of(own, dot).ky is None
    assert speaker_of(VanBan.model_validate(letter), dot) == campaign_party(dot)


CLASSES = [
    ("Tỉnh ủy Bình Minh", "cap_uy"), ("Thành uỷ Hà Tĩnh", "cap_uy"),
    ("Đảng uỷ xã Lộc Vân", "cap_uy"), ("Đảng bộ xã Lộc Vân", "cap_uy"),
    ("Ban Chấp hành Đảng bộ xã", "ban_chap_hanh"), ("Ban Thường vụ Đảng ủy", "ban_thuong_vu"),
    ("Thường trực Tỉnh ủy", "thuong_truc"), ("Chi bộ thôn Đông", "chi_bo"),
    ("Chi ủy Chi bộ thôn Đông", "chi_uy"), ("Ủy ban Kiểm tra Tỉnh ủy", "uy_ban_kiem_tra"),
    ("Văn phòng Tỉnh ủy", "van_phong"), ("Ban Tổ chức Tỉnh ủy", "ban"),
    ("Ban Chỉ đạo 35", "ban_chi_dao"), ("Ban Thường trực", "ban_thuong_truc"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "ban_thuong_truc"),
    ("Ủy ban nhân dân xã", "uy_ban_nhan_dan"), ("Thường trực Hội đồng nhân dân", "hoi_dong_nhan_dan"),
    ("Hội đồng thi đua", "hoi_dong"), ("Đại hội đại biểu", "dai_hoi"),
    ("Đoàn Chủ tịch Đại hội", "doan_chu_tich"), ("Đoàn Thanh niên", "doan_the"), ("Công an xã", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), CLASSES)
def test_the_class_of_a_body_is_told_by_how_its_name_begins(name: str, expected: str) -> None:
    assert class_of(name) == expected


RIGHT = [
    ("Đảng ủy xã A", "T/M Đảng ủy"), ("Đảng ủy xã A", "T/M Ban Thường vụ"),
    ("Đảng ủy xã A", "T/M Ban Chấp hành"), ("Tỉnh ủy B", "T/M Tỉnh uỷ"),
    ("Tỉnh ủy B", "T/M Ban Thường vụ"), ("Tỉnh ủy B", "T/L Ban Thường vụ"),
    ("Thành ủy C", "T/L Ban Thường vụ"), ("Đảng ủy xã A", "T/L Đảng ủy"),
    ("Ban Chấp hành Trung ương", "T/M Bộ Chính trị"), ("Ban Chấp hành Trung ương", "T/M Ban Bí thư"),
    ("Chi bộ thôn Đông", "T/M Chi bộ"), ("Chi bộ thôn Đông", "T/M Chi ủy"),
    ("Ủy ban Kiểm tra Tỉnh ủy", "T/M Ủy ban Kiểm tra"), ("Ủy ban Kiểm tra Tỉnh ủy", "K/T Chủ nhiệm"),
    ("Văn phòng Tỉnh ủy", "K/T Chánh Văn phòng"), ("Văn phòng Tỉnh ủy", "T/L Chánh Văn phòng"),
    ("Văn phòng Tỉnh ủy", None), ("Văn phòng Tỉnh ủy", "Q. Chánh Văn phòng"),
    ("Ban Tổ chức Tỉnh ủy", "K/T Trưởng Ban"), ("Ban Tổ chức Tỉnh ủy", "T/L Trưởng Ban"),
    ("Ban Tổ chức Tỉnh ủy", None), ("Ban Chỉ đạo 35", "T/M Ban Chỉ đạo"),
    ("Ban Chỉ đạo 35", "K/T Trưởng Ban"), ("Ủy ban nhân dân xã A", "TM. Ủy ban nhân dân"),
    ("Ủy ban nhân dân xã A", "KT. Chủ tịch"), ("Ủy ban nhân dân xã A", "TL. Chủ tịch"),
    ("Hội đồng nhân dân xã A", "TM. Thường trực Hội đồng nhân dân"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã A", "T/M Ban Thường trực"),
    ("Đại hội Đảng bộ xã A", "T/M Đoàn Chủ tịch"), ("Hội đồng thi đua", "T/M Hội đồng"),
    ("Đoàn Thanh niên xã A", "T/M Ban Thường vụ"),
    ("Ban Tuyên giáo Tỉnh ủy - Ban Tổ chức Tỉnh ủy", "T/M Đảng ủy"),
    ("Đảng ủy xã A", "T/M Ban Thường vụ Đảng ủy xã"), ("Đảng ủy xã A", "T/M Đảng ủy xã A"),
    ("Đảng ủy xã A", "T/M Ban Chấp hành Đảng bộ xã A"), ("Tỉnh ủy B", "T/M Ban Thường vụ Tỉnh ủy"),
    ("Chi bộ Trường Tiểu học A", "T/M Chi ủy Chi bộ Trường Tiểu học A"),
    ("Đảng ủy Văn phòng Tỉnh ủy", "T/M Ban Thường vụ Đảng ủy"),
    ("Ủy ban Kiểm tra", "T/M Ủy ban Kiểm tra Đảng ủy"),
    ("Ủy ban nhân dân xã A", "TM. Ủy ban nhân dân xã"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã A", "T/M Ban Thường trực Ủy ban MTTQ Việt Nam xã A"),
    ("Trường Tiểu học A", "KT. Hiệu trưởng"), ("Trường Tiểu học A", None),
    ("Trường Mầm non A", "TM. Hội đồng trường"), ("Trung tâm Y tế A", "KT. Giám đốc"),
    ("Ban Chỉ huy Quân sự xã A", "KT. Chỉ huy trưởng"), ("Ban Quản lý dự án", "KT. Giám đốc"),
]  # fmt: skip
WRONG = [
    ("Đảng ủy xã A", "T/M Chi bộ"), ("Đảng ủy xã A", "T/M Ủy ban nhân dân"),
    ("Đảng ủy xã A", "T/M Ban Chỉ đạo"), ("Tỉnh ủy B", "T/M Ủy ban Kiểm tra"),
    ("Chi bộ thôn Đông", "T/M Ban Thường vụ"), ("Chi bộ thôn Đông", "T/M Đảng ủy"),
    ("Chi bộ thôn Đông", "T/L Ban Thường vụ"), ("Văn phòng Đảng ủy", "T/M Ban Thường vụ"),
    ("Văn phòng Đảng ủy", "T/M Đảng ủy"), ("Ban Tổ chức Tỉnh ủy", "T/M Ban Thường vụ"),
    ("Ban Tổ chức Tỉnh ủy", "T/M Tỉnh ủy"), ("Ủy ban Kiểm tra Đảng ủy", "T/M Đảng ủy"),
    ("Ủy ban nhân dân xã A", "TM. Đảng ủy"), ("Ủy ban nhân dân xã A", "TM. Hội đồng nhân dân"),
    ("Hội đồng nhân dân xã A", "TM. Ủy ban nhân dân"), ("Ban Chỉ đạo 35", "T/M Ban Thường vụ"),
    ("Đại hội Đảng bộ xã A", "T/M Ban Thường vụ"),
    ("Đảng ủy xã A", "T/M Ban Thường vụ Tỉnh ủy"), ("Đảng ủy xã A", "T/L Ban Thường vụ Huyện ủy"),
    ("Tỉnh ủy B", "T/M Ban Thường vụ Đảng ủy"), ("Đảng ủy xã A", "T/M Thành ủy"),
    ("Ủy ban Kiểm tra Đảng ủy", "T/M Ủy ban Kiểm tra Tỉnh ủy"),
    ("Trường Tiểu học A", "TM. Ủy ban nhân dân"), ("Trạm Y tế A", "T/M Chi bộ"),
]  # fmt: skip
UNKNOWN = [
    ("Đảng ủy xã A", "T/M Tổ công tác"), ("Chi bộ thôn Đông", "T/M Tổ đảng"),
    ("Chi bộ thôn Đông", "T/M Chi bộ thôn Tây"), ("Đảng ủy xã A", "T/M Đảng ủy xã Tân Phú"),
    ("Ủy ban nhân dân xã A", "TM. Ủy ban nhân dân phường Ba"),
    ("Ủy ban nhân dân xã A", "TM. Lãnh đạo"), ("Văn phòng Tỉnh ủy", "K/T Giám đốc"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "authority", "codes"),
    [*((*each, []) for each in RIGHT), *((*each, ["KD226"]) for each in WRONG),
     *((*each, ["KD227"]) for each in UNKNOWN)],
)  # fmt: skip
def test_who_may_sign_for_which_body(body: str, authority: str | None, codes: list[str]) -> None:
    found = check_speaker(CoQuan(ten=body), Ky(quyen_han=authority, ho_ten="A"), ())
    assert [each.code for each in found] == codes
    assert all(each.place.path == ("ky", "quyen_han") for each in found)


@pytest.mark.parametrize(
    ("body", "last", "codes"),
    [
        ("Đảng ủy xã A", "Lưu Văn phòng Đảng ủy", []),
        ("Đảng ủy xã A", "- Lưu Văn phòng.", []),
        ("Đảng ủy xã A", "Lưu: VT", []),
        ("Đảng ủy xã A", "Lưu Văn phòng Đảng ủy xã", []),
        ("Đảng ủy xã A", "Lưu Văn phòng Tỉnh ủy", ["KD228"]),
        ("Văn phòng Đảng ủy", "Lưu Văn phòng Huyện ủy", ["KD228"]),
        ("Đảng ủy xã A", "Lưu Chi bộ", ["KD228"]),
        ("Tỉnh ủy B", "Lưu Ủy ban nhân dân", ["KD228"]),
        ("Chi bộ thôn Đông", "Lưu Chi bộ", []),
        ("Chi bộ thôn Đông", "Lưu chi uỷ.", []),
        ("Chi bộ thôn Đông", "Lưu Ban Tổ chức", ["KD228"]),
        ("Văn phòng Đảng ủy", "Lưu Văn phòng", []),
        ("Văn phòng Đảng ủy", "Lưu Chi bộ", ["KD228"]),
        ("Ban Tổ chức Tỉnh ủy", "Lưu Ban Tổ chức", []),
        ("Ủy ban nhân dân xã A", "Lưu: VT, VP", []),
        ("Đảng ủy xã A", "Các chi bộ trực thuộc", []),
    ],
)
def test_the_body_that_issues_a_document_keeps_it(body: str, last: str, codes: list[str]) -> None:
    found = check_speaker(CoQuan(ten=body), None, ("Như trên", last))
    assert [each.code for each in found] == codes
    assert all(each.place.path == ("noi_nhan", 1) for each in found)


def test_every_class_has_a_source_and_names_only_classes_there_are() -> None:
    assert all(each.nguon for each in body_classes().values())


@pytest.mark.parametrize(
    ("ten", "loai", "day", "told"),
    [
        ("Chi bộ thôn Đông", "huong-dan", dt.date(2026, 10, 1), True),
        ("Chi bộ thôn Đông", "quy-dinh", None, True),
        ("Chi bộ Trường Tiểu học A", "chi-thi", dt.date(2026, 1, 9), True),
        ("Chi bộ thôn Đông", "thong-tri", dt.date(2026, 1, 8), False),
        ("Chi bộ thôn Đông", "nghi-quyet", dt.date(2026, 10, 1), False),
        ("Chi bộ thôn Đông", "quy-che", dt.date(2026, 10, 1), False),
        ("Đảng ủy xã Tân Hòa", "chi-thi", dt.date(2026, 10, 1), False),
        ("Câu lạc bộ hưu trí", "chi-thi", dt.date(2026, 10, 1), False),
    ],
)
def test_only_kinds_known_not_to_be_issued_are_doubted(
    ten: str, loai: str, day: dt.date | None, told: bool
) -> None:
    body = CoQuan.model_validate({"ten": ten})
    found = check_kind(body, loai, "Hướng dẫn", day)
    assert [(each.code, each.severity) for each in found] == (
        [("KD245", Severity.WARNING)] if told else []
    )
    assert all("báo chí dẫn lại" in each.message for each in found)


@pytest.mark.parametrize(
    ("body", "quyen_han", "chuc_vu", "codes"),
    [
        ("Đảng ủy xã A", "T/M Đảng ủy", "Chủ tịch", ["KD217"]),
        ("Chi bộ thôn Đông", "T/M Chi bộ", "Chủ nhiệm", ["KD217"]),
        ("Ủy ban Kiểm tra", "T/M Ủy ban Kiểm tra", "Bí thư", ["KD217"]),
        ("Hội đồng thi đua", "T/M Hội đồng", "Phó Bí thư", ["KD217"]),
        ("Đảng ủy xã A", "T/M Đảng ủy", "Phó Bí thư", []),
        ("Ủy ban Kiểm tra", "T/M Ủy ban Kiểm tra", "Phó Chủ nhiệm", []),
        ("Ban Chấp hành Công đoàn cơ sở", "T/M Ban Chấp hành", "Chủ tịch", []),
        ("Đảng ủy xã A", "T/L Ban Thường vụ", "Chủ nhiệm", []),
    ],
)
def test_on_behalf_of_a_body_only_its_own_posts_sign(
    body: str, quyen_han: str, chuc_vu: str, codes: list[str]
) -> None:
    signer = Ky(quyen_han=quyen_han, chuc_vu=chuc_vu)
    assert [each.code for each in check_speaker(CoQuan(ten=body), signer, ())] == codes


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("BAN NỘI CHÍNH TỈNH ỦY GIA LAI - CÔNG AN TỈNH GIA LAI", 2),
        ("ỦY BAN KIỂM TRA ĐẢNG ỦY XÃ A - VĂN PHÒNG ĐẢNG ỦY XÃ A - BAN XÂY DỰNG ĐẢNG", 3),
        ("CHI BỘ PHÒNG HÀNH CHÍNH - QUẢN TRỊ", 1),
        ("PHÒNG VĂN HÓA - XÃ HỘI XÃ", 2),
        ("ĐẢNG ỦY XÃ IA HRUNG", 1),
    ],
)
def test_each_of_several_bodies_has_a_line_of_its_own(name: str, lines: int) -> None:
    assert len(in_lines(name).split("\n")) == lines
    assert in_lines(name).replace(" -\n", " - ") == name
