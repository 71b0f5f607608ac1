"""A new file is written in the project's order of keys and reads as asked."""

import random
from pathlib import Path
from typing import Any

import pytest

from generator.editing.key_order import index_among, model_of, ordered
from generator.editing.new_file import new_file
from generator.model import Dot
from generator.problems import Problem
from generator.reading.load import read_file
from generator.reading.yaml_text import parse
from tests.editing.files import any_value

DATA = Path(__file__).parents[2] / "data"
SAMPLES = sorted(path for path in DATA.rglob("*.yaml") if "loai" not in path.parts)

PERSON: Any = {
    "ho_ten": "Lê Thị Vân",
    "loai": "ca-nhan",
    "han_che": "Chậm báo cáo: hai lần.\nNgại va chạm.\n",
    "ngay_sinh": "25/03/1987",
    "khac_phuc": [{"tinh_trang": "da_khac_phuc", "han_che": "Chậm"}],
    "xep_loai": {},
    "ghi_chu_la": "khoá không có trong mẫu",
    "uu_diem": {"pham_chat": "Tốt: đủ\n", "nhiem_vu": "Xong 12/12 việc."},
    "vai_tro": "khong_lanh_dao",
}


def test_a_person_is_written_in_the_order_of_the_model() -> None:
    assert (
        new_file(PERSON)
        == """loai: ca-nhan
ho_ten: Lê Thị Vân
ngay_sinh: 25/03/1987
vai_tro: khong_lanh_dao
uu_diem:
  pham_chat: |
    Tốt: đủ
  nhiem_vu: Xong 12/12 việc.
han_che: |
  Chậm báo cáo: hai lần.
  Ngại va chạm.
khac_phuc:
  - han_che: Chậm
    tinh_trang: da_khac_phuc
xep_loai: {}
ghi_chu_la: khoá không có trong mẫu
"""
    )


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.relative_to(DATA)))
def test_every_sample_written_anew_is_the_same_data(path: Path, tmp_path: Path) -> None:
    tree = parse(path.read_text("utf-8"))
    assert isinstance(tree, dict)
    text = new_file(tree)
    assert isinstance(text, str)
    assert parse(text) == tree
    copy = tmp_path / path.name
    copy.write_text(text, "utf-8")
    if path.name == "dot.yaml":
        assert read_file(copy).value == read_file(path).value


def test_any_tree_is_written() -> None:
    chance = random.Random(20261128)
    for _ in range(500):
        tree = {"a": any_value(chance, 4), "x: y": any_value(chance, 3)}
        text = new_file(tree)
        assert isinstance(text, str)
        assert isinstance(parse(text), dict)


def test_a_value_that_no_file_can_hold_is_told() -> None:
    found = new_file({**PERSON, "ho_ten": "Lê\x00"}, "ca-nhan/le.yaml")
    assert isinstance(found, Problem)
    assert (found.code, found.place.file) == ("KD572", "ca-nhan/le.yaml")


def test_nothing_is_an_empty_mapping() -> None:
    assert new_file({}) == "{}\n"


class TestTheOrderOfKeys:
    @pytest.mark.parametrize(
        ("present", "name", "index"),
        [
            (["a", "c"], "b", 1), (["c", "a"], "b", 2), (["c"], "b", 0), (["x", "c"], "b", 1),
            (["x"], "b", 1), (["a", "c"], "y", 2), ([], "b", 0), (["a", "e"], "d", 1),
        ],
    )  # fmt: skip
    def test_a_new_key_stands_beside_the_nearest(
        self, present: list[str], name: str, index: int
    ) -> None:
        assert index_among(present, name, ["a", "b", "c", "d", "e"]) == index

    def test_a_file_without_a_kind_is_the_campaign(self) -> None:
        assert model_of({"ten": "x"}) is Dot
        assert model_of({"loai": "không có loại này"}) is None
        assert model_of({"loai": ["x"]}) is None

    def test_keys_keep_their_order_where_no_model_is_known(self) -> None:
        tree: Any = {"b": "1", "a": [{"d": "2", "c": "3"}]}
        assert list(ordered(tree, None)) == ["b", "a"]  # type: ignore[arg-type]
