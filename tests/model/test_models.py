"""The models: frozen, strict about keys, forgiving about keys left empty."""

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from generator.model import CoQuan, Dot, Ky, PhuLuc, SaoLuc, ThoiHan, VanBan
from generator.model.base import Model

LETTER: dict[str, Any] = {"loai": "cong-van", "trich_yeu": "Kiểm điểm", "noi_dung": "Thực hiện."}
MODELS = (CoQuan, Dot, Ky, PhuLuc, SaoLuc, ThoiHan, VanBan)


@pytest.mark.parametrize("model", MODELS)
def test_no_model_takes_unknown_keys_or_lets_itself_be_changed(model: type[Model]) -> None:
    assert model.model_config["extra"] == "forbid"
    assert model.model_config["frozen"] is True


@pytest.mark.parametrize("model", MODELS)
def test_every_key_says_what_it_is_in_vietnamese(model: type[Model]) -> None:
    assert [name for name, field in model.model_fields.items() if not field.description] == []


def test_a_value_cannot_be_changed_once_read() -> None:
    letter = VanBan(**LETTER)
    with pytest.raises(ValidationError):
        letter.trich_yeu = "Khác"  # type: ignore[misc]


def test_equal_files_are_equal_values_and_can_be_kept_in_sets() -> None:
    assert VanBan(**LETTER) == VanBan(**LETTER)
    assert len({VanBan(**LETTER), VanBan(**LETTER)}) == 1


def test_a_key_left_empty_means_the_same_as_leaving_it_out() -> None:
    empty = dict.fromkeys(set(VanBan.model_fields) - set(LETTER))
    assert VanBan(**{**LETTER, **empty}) == VanBan(**LETTER)


@pytest.mark.parametrize("model", MODELS)
def test_an_unknown_key_is_refused_even_without_a_value(model: type[Model]) -> None:
    with pytest.raises(ValidationError) as caught:
        model.model_validate({"khoa_la": None})
    assert ("khoa_la",) in [each["loc"] for each in caught.value.errors()]


def test_blanks_around_a_text_do_not_count() -> None:
    assert VanBan(**{**LETTER, "trich_yeu": "  Kiểm điểm \n"}).trich_yeu == "Kiểm điểm"


def test_lists_are_kept_in_order_and_cannot_grow() -> None:
    letter = VanBan(**LETTER, kinh_gui=["Các chi bộ", "Ủy ban nhân dân xã"])
    assert letter.kinh_gui == ("Các chi bộ", "Ủy ban nhân dân xã")


def test_a_deadline_reads_both_spellings_of_a_day() -> None:
    both = [ThoiHan(viec="Gửi hồ sơ", ngay=day) for day in ("15/12/2026", "2026-12-15")]
    assert both[0] == both[1]
    assert both[0].ngay == dt.date(2026, 12, 15)


def test_a_copy_is_a_sao_luc_unless_said_otherwise() -> None:
    assert SaoLuc(loai="sao-luc", ban_goc="cong-van.yaml").hinh_thuc == "sao lục"


def test_an_office_belongs_to_the_party_unless_said_otherwise() -> None:
    assert CoQuan(ten="Đảng ủy xã Tân Hòa").khoi == "dang"


def test_a_dumped_campaign_reads_back_equal() -> None:
    dot = Dot(
        ten="Đợt 2026", nam=2026, co_quan=CoQuan(ten="Đảng ủy"),
        thoi_han=(ThoiHan(viec="Gửi hồ sơ", ngay="15/12/2026"),),
    )  # fmt: skip
    assert Dot.model_validate(dot.model_dump(mode="json")) == dot
