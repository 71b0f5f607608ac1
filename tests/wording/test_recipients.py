"""Kính gửi, Nơi nhận and căn cứ on paper, by pack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.citations import citations
from generator.wording.recipients import Addressees, addressees, recipients
from tests.wording.packs import BY_CODE, HD05, HD36, ND30, office

NOI_NHAN = ["Như trên", "Ban Tổ chức Trung ương", "Lưu Văn phòng Thành uỷ"]


@pytest.mark.parametrize(
    ("ma", "printed"),
    [
        ("hd36", ("- Như trên,", "- Ban Tổ chức Trung ương,", "- Lưu Văn phòng Thành uỷ.")),
        ("hd05", ("- Như trên;", "- Ban Tổ chức Trung ương;", "- Lưu Văn phòng Thành uỷ.")),
        ("nd30", ("- Như trên;", "- Ban Tổ chức Trung ương;", "- Lưu Văn phòng Thành uỷ.")),
    ],
)
def test_recipients_get_the_marks_of_the_pack(ma, printed):
    assert recipients(BY_CODE[ma], NOI_NHAN) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "Các ban đảng",
        "Các ban đảng,",
        "Các ban đảng;",
        "Các ban đảng.",
        "- Các ban đảng;",
        "– Các ban đảng ,",
        "  Các ban đảng ; ",
    ],
)
def test_marks_a_clerk_typed_are_replaced(typed):
    assert recipients(HD05, [typed, "Lưu Văn phòng Đảng uỷ;"]) == (
        "- Các ban đảng;",
        "- Lưu Văn phòng Đảng uỷ.",
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Các đồng chí Tỉnh ủy viên...", "- Các đồng chí Tỉnh ủy viên...;"),
        ("Hội Nông dân, Hội Phụ nữ, v.v.", "- Hội Nông dân, Hội Phụ nữ, v.v.;"),
        ("Hội Nông dân, v.v...;", "- Hội Nông dân, v.v...;"),
        ("Hội Nông dân, v.v.;.", "- Hội Nông dân, v.v.;"),
        ("Hội Nông dân...,;", "- Hội Nông dân...;"),
        ("Hội Nông dân.; .", "- Hội Nông dân;"),
        ("Vụ II - Ban Tổ chức Trung ương", "- Vụ II - Ban Tổ chức Trung ương;"),
        ("Các sở, ban, ngành,", "- Các sở, ban, ngành;"),
        ("Thường trực Tỉnh ủy (để b/c)", "- Thường trực Tỉnh ủy (để b/c);"),
        ("-Không có khoảng trắng", "- -Không có khoảng trắng;"),
    ],
)
def test_what_belongs_to_the_item_stays(typed, printed):
    assert recipients(HD05, [typed, "Lưu Văn phòng"])[0] == printed


def test_dots_at_the_end_of_the_last_item_are_not_doubled():
    assert recipients(HD05, ["Các ban, v.v."]) == ("- Các ban, v.v.",)


def test_marks_are_printed_as_typed_when_the_office_wants_it():
    typed = ["Như kính gửi;", "Thường trực Tỉnh ủy (B/c)", "Ban Tổ chức Tỉnh ủy,", "Lưu."]
    assert recipients(HD36, typed, keep=True) == tuple(f"- {item}" for item in typed)


def test_no_recipients_print_nothing():
    assert recipients(HD05, []) == citations(HD05, []) == ()
    assert addressees(HD05, "cong-van", []) is None


def test_an_office_may_have_its_own_last_mark():
    pack = office(HD05, dau_cau={"noi_nhan": {"cuoi": ";"}})
    assert recipients(pack, NOI_NHAN)[-1] == "- Lưu Văn phòng Thành uỷ;"


ADDRESSEES = [
    "Các quận ủy, huyện ủy",
    "Các đảng đoàn, ban cán sự đảng",
    "Các sở, ban, ngành, Mặt trận Tổ quốc",
]


@pytest.mark.parametrize(
    ("ma", "loai", "tu", "marks", "cung_dong"),
    [
        ("hd36", "cong-van", "Kính gửi", ",.", True),
        ("hd36", "to-trinh", "Kính gửi", ",.", True),
        ("hd05", "cong-van", "Kính gửi", ";;", True),
        ("hd05", "to-trinh", "Kính trình", ";;", True),
        ("nd30", "cong-van", "Kính gửi", ";.", False),
        ("nd30", "to-trinh", "Kính gửi", ";.", False),
        ("nd30", "bao-cao", "Kính gửi", ";.", False),
    ],
)
def test_several_addressees(ma, loai, tu, marks, cung_dong):
    middle, last = marks
    found = addressees(BY_CODE[ma], loai, ADDRESSEES)
    assert found is not None
    assert (found.tu, found.cung_dong) == (tu, cung_dong)
    assert found.muc == (
        f"- Các quận ủy, huyện ủy{middle}",
        f"- Các đảng đoàn, ban cán sự đảng{middle}",
        f"- Các sở, ban, ngành, Mặt trận Tổ quốc{last}",
    )


@pytest.mark.parametrize(
    ("ma", "printed"),
    [
        ("hd36", "Ban Tổ chức Tỉnh ủy."),
        ("hd05", "Ban Tổ chức Tỉnh ủy;"),
        ("nd30", "Ban Tổ chức Tỉnh ủy"),
    ],
)
def test_a_single_addressee_stands_beside_the_words_without_a_dash(ma, printed):
    assert addressees(BY_CODE[ma], "cong-van", ["- Ban Tổ chức Tỉnh ủy,"]) == Addressees(
        "Kính gửi", (printed,), cung_dong=True
    )


def test_an_office_may_put_a_single_addressee_below_the_words():
    pack = office(HD05, dau_cau={"kinh_gui": {"mot_noi_cung_dong": "không", "mot_noi": ""}})
    assert addressees(pack, "cong-van", ["Tỉnh ủy"]) == Addressees(
        "Kính gửi", ("- Tỉnh ủy",), cung_dong=False
    )


def test_addressees_keep_their_marks_when_the_office_wants_it():
    found = addressees(HD05, "cong-van", ["Các ban,", "Các sở."], keep=True)
    assert found is not None
    assert found.muc == ("- Các ban,", "- Các sở.")


def test_addressees_of_a_type_that_should_have_none_are_still_printed():
    found = addressees(HD05, "bao-cao", ["Ban Thường vụ Tỉnh uỷ"])
    assert found is not None
    assert (found.tu, found.muc) == ("Kính gửi", ("Ban Thường vụ Tỉnh uỷ;",))


CAN_CU = [
    "Căn cứ Điều lệ Đảng Cộng sản Việt Nam",
    "Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư",
    "Xét đề nghị của Ban Tổ chức Tỉnh uỷ",
]


@pytest.mark.parametrize(
    ("ma", "dash", "middle", "last"),
    [("hd36", "", ";", ","), ("hd05", "- ", ";", "."), ("nd30", "", ";", ".")],
)
def test_grounds_get_the_marks_of_the_pack(ma, dash, middle, last):
    assert citations(BY_CODE[ma], CAN_CU) == (
        f"{dash}Căn cứ Điều lệ Đảng Cộng sản Việt Nam{middle}",
        f"{dash}Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư{middle}",
        f"{dash}Xét đề nghị của Ban Tổ chức Tỉnh uỷ{last}",
    )


@pytest.mark.parametrize(
    ("ma", "printed"),
    [
        ("hd36", "Căn cứ Điều lệ Đảng,"),
        ("hd05", "- Căn cứ Điều lệ Đảng."),
        ("nd30", "Căn cứ Điều lệ Đảng."),
    ],
)
def test_a_single_ground_is_the_last_one(ma, printed):
    assert citations(BY_CODE[ma], ["- Căn cứ Điều lệ Đảng;"]) == (printed,)


def test_grounds_keep_their_marks_when_the_office_wants_it():
    assert citations(HD05, ["Căn cứ Điều lệ Đảng,"], keep=True) == ("- Căn cứ Điều lệ Đảng,",)


WORDS = st.lists(
    st.sampled_from(["Ban", "Tổ chức", "Tỉnh ủy", "các sở", "VP (2 bản)"]), min_size=1, max_size=5
)
ITEMS = st.lists(
    st.builds(
        lambda words, mark: " ".join(words) + mark,
        WORDS,
        st.sampled_from(["", ",", ";", ".", " ;"]),
    ),
    min_size=1,
    max_size=8,
)
PACKS = st.sampled_from([HD36, HD05, ND30])


@given(PACKS, ITEMS)
def test_only_the_last_item_has_the_last_mark(pack, items):
    marks = pack.dau_cau.noi_nhan
    *before, last = recipients(pack, items)
    assert last.endswith(marks.cuoi.gia_tri)
    assert all(item.endswith(marks.giua.gia_tri) for item in before)


@given(PACKS, ITEMS)
def test_printing_what_was_printed_changes_nothing(pack, items):
    once = recipients(pack, items)
    assert recipients(pack, once) == once


@given(PACKS, ITEMS)
def test_no_item_is_lost_or_gains_words(pack, items):
    printed = recipients(pack, items)
    assert [item.removeprefix("- ").rstrip(",;. ") for item in printed] == [
        item.rstrip(",;. ") for item in items
    ]


@given(PACKS, ITEMS)
def test_kept_items_are_exactly_what_was_typed(pack, items):
    assert recipients(pack, items, keep=True) == tuple(f"- {item.strip()}" for item in items)
