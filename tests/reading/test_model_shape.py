"""Keys of a mapping in the order in which a person writes them."""

import pytest

from generator.model import CaNhanTep, DonViNam, VanBan
from generator.model.base import Model
from generator.problems import DataPath
from generator.reading.model_shape import is_list_of_texts, keys, keys_as_written, takes


@pytest.mark.parametrize(
    ("model", "path"),
    [(CaNhanTep, ()), (DonViNam, ()), (DonViNam, ("tap_the", 0)), (VanBan, ()), (DonViNam, ("x", "y"))],
)  # fmt: skip
def test_the_order_of_a_file_has_the_same_keys(model: type[Model], path: DataPath) -> None:
    assert sorted(keys_as_written(model, path)) == sorted(keys(model, path))


def test_who_it_is_stands_before_what_was_done() -> None:
    written = keys_as_written(CaNhanTep, ())
    assert written[:4] == ["loai", "ma", "ho_ten", "ngay_sinh"]
    assert written.index("vai_tro") < written.index("uu_diem") < written.index("xep_loai")
    assert keys_as_written(DonViNam, ())[:2] == ["loai", "don_vi"]


@pytest.mark.parametrize(
    ("model", "path", "is_list"),
    [
        (VanBan, ("kinh_gui",), True), (VanBan, ("noi_nhan",), True), (VanBan, ("trich_yeu",), False),
        (DonViNam, ("ca_nhan", 0, "dac_diem"), True), (DonViNam, ("ca_nhan",), False),
        (DonViNam, ("chap_nhan", "KD405", "dau"), False), (VanBan, ("x",), False), (VanBan, (), False),
    ],
)  # fmt: skip
def test_a_key_takes_a_list_of_texts_or_not(
    model: type[Model], path: DataPath, is_list: bool
) -> None:
    assert is_list_of_texts(model, path) is is_list


def test_what_a_key_takes_is_what_the_reader_takes() -> None:
    assert takes(DonViNam, ("lap_them",), ["cam-ket"])
    assert not takes(DonViNam, ("lap_them",), ["Cam kết !"])
    assert not takes(DonViNam, ("lap_them",), "cam-ket")
