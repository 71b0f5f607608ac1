"""Whether a form says the place of work that the data has."""

from dataclasses import replace

import pytest

from generator.received.workplace import workplace
from tests.received.test_findings import FORM, said

COMMUNE = ("Đảng bộ xã Lộc Vân", "Đảng ủy xã Lộc Vân", "Chi bộ Cơ quan Ủy ban nhân dân")
DISTRICT = ("Đảng bộ Cơ quan Đảng huyện Thanh Giang", "Chi bộ Ban Tổ chức Huyện ủy")


def told(written: str, known: str, tren: tuple[str, ...] = COMMUNE) -> bool:
    due = replace(FORM, don_vi=known, tren=tren)
    return bool(said(workplace, due, "Họ và tên: Nguyễn Văn An", f"Đơn vị công tác: {written}"))


@pytest.mark.parametrize(
    "written",
    [
        "Ủy ban nhân dân xã",
        "UBND xã Lộc Vân",
        "Uỷ ban nhân dân xã Lộc Vân, tỉnh Trường Giang",
        "Ủy ban nhân dân xã Lôc Vân.......",
        "Văn phòng HĐND và UBND xã",
        "Phòng Kinh tế, Ủy ban nhân dân xã",
        "Ủy ban nhân dân xã Phòng Kinh tế",
        "Trung tâm Phục vụ hành chính công",
        "…………",
        "",
    ],
)
def test_the_same_place_in_other_words_and_a_part_of_it_are_no_other(written: str) -> None:
    assert not told(written, "Ủy ban nhân dân xã")


def test_the_same_body_of_another_commune_is_asked_about() -> None:
    assert told("Ủy ban nhân dân xã Quảng Vân", "Ủy ban nhân dân xã")
    assert told("UBND xã Quảng Vân - tỉnh Trường Giang", "Ủy ban nhân dân xã Lộc Vân")
    assert told("Ban Tổ chức Huyện ủy Quảng Giang", "Ban Tổ chức Huyện ủy", DISTRICT)
    assert not told("Ban Tổ chức Huyện ủy Thanh Giang", "Ban Tổ chức Huyện ủy", DISTRICT)
    assert not told("Ban Tổ chức Huyện ủy Quảng Giang", "Ban Tổ chức Huyện ủy", DISTRICT[1:])


def test_a_body_of_another_kind_is_asked_about() -> None:
    reason = (
        "đầu tệp ghi đơn vị công tác «Trường THCS Lộc Vân», dữ liệu ghi «Ủy ban nhân dân xã»: có "
        "thể là người khác cùng tên Nguyễn Văn An"
    )
    due = replace(FORM, don_vi="Ủy ban nhân dân xã", tren=COMMUNE)
    assert said(workplace, due, "Đơn vị công tác: Trường THCS Lộc Vân") == [reason]
    assert told("Trạm Y tế xã", "Trường Mầm non Lộc Vân")
    assert not told("Trường Mầm non xã Lộc Vân", "Trường Mầm non Lộc Vân")


def test_where_the_data_says_nothing_anything_may_stand() -> None:
    assert not told("Trường THCS Lộc Vân", "")
