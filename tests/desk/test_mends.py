"""A mend is a button only where it is certain what was meant."""

import pytest

from generator.desk.mends import mends_at
from generator.editing.edits import Edit, Remove, Set
from generator.model.unit import DonViNam
from generator.problems import DataPath
from generator.reading.yaml_text import Tree

TREE: Tree = {"loai": "don-vi", "don_vi": {"tne": "Chi bộ", "loai": "chi_bo", "mau_sac": "đỏ"},
              "ca_nhan": [{"ho_ten": "An", "vai_tro": "lanh_dap"}, {"ho_ten": "Bình", "hoten": "Bình"}]}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "mends"),
    [
        (("don_vi", "tne"), {
            "Sửa tên mục thành «ten»": (Set(("don_vi", "ten"), "Chi bộ"), Remove(("don_vi", "tne"))),
            "Bỏ mục «tne»": (Remove(("don_vi", "tne")),),
        }),
        (("don_vi", "mau_sac"), {"Bỏ mục «mau_sac»": (Remove(("don_vi", "mau_sac")),)}),
        (("ca_nhan", 0, "vai_tro"), {"Sửa thành «lanh_dao»": (Set(("ca_nhan", 0, "vai_tro"), "lanh_dao"),)}),
        # The key that was meant is there already: it is not for the program to say which is right.
        (("ca_nhan", 1, "hoten"), {"Bỏ mục «hoten»": (Remove(("ca_nhan", 1, "hoten")),)}),
        (("ca_nhan", 0, "ho_ten"), {}),
        (("ca_nhan", 0, "ngay_sinh"), {}),
        (("ca_nhan",), {}),
        ((), {}),
    ],
)  # fmt: skip
def test_the_mends_of_a_place(path: DataPath, mends: dict[str, tuple[Edit, ...]]) -> None:
    assert {each.nhan: each.edits for each in mends_at(TREE, path, DonViNam)} == mends


def test_a_file_of_a_kind_that_is_not_known_has_none() -> None:
    assert mends_at(TREE, ("don_vi", "tne"), None) == []
