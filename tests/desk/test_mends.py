"""A mend is a button only where it is certain what was meant."""

import pytest

from generator.desk.mends import mends_at
from generator.editing.edited import content
from generator.editing.edits import Edit, Remove, Set
from generator.model.letter import VanBan
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


FILE = """\
loai: cong-van
noi_nhan: Như trên; Lưu Văn phòng
kinh_gui: Ban Tuyên giáo, Dân vận
can_cu:
  - Quy định 366
"""


def listed(text: str, key: str) -> dict[str, tuple[Edit, ...]]:
    """The mends at a key of a letter, by what their buttons say."""
    tree = content(text)
    assert isinstance(tree, dict)
    return {each.nhan: each.edits for each in mends_at(tree, (key,), VanBan, text)}


def test_a_text_where_a_list_is_meant_becomes_one_and_commas_stay_in_it() -> None:
    assert listed(FILE, "kinh_gui") == {
        "Ghi thành danh sách 1 mục": (Set(("kinh_gui",), ["Ban Tuyên giáo, Dân vận"]),)
    }
    assert listed(FILE, "noi_nhan") == {
        "Ghi thành danh sách 2 mục: «Như trên», «Lưu Văn phòng»": (
            Set(("noi_nhan",), ["Như trên", "Lưu Văn phòng"]),
        )
    }
    assert listed(FILE, "can_cu") == {}


@pytest.mark.parametrize(
    ("value", "ways"),
    [
        (" |\n  Một\n\n  Hai\n", [["Một", "Hai"]]),
        ("\n  -Một\n  -Hai\n", [["Một", "Hai"]]),
        # Lines that the reader joins: items, or one long item; the clerk says which.
        ("\n  Một\n  Hai\n", [["Một", "Hai"], ["Một Hai"]]),
        (" + Một; - Hai;\n", [["Một", "Hai"]]),
        (' ";"\n', []),
        ("\n", []),
    ],
)  # fmt: skip
def test_the_items_are_those_that_stand_apart(value: str, ways: list[Tree]) -> None:
    found = listed(f"loai: cong-van\nkinh_gui:{value}", "kinh_gui")
    assert list(found.values()) == [(Set(("kinh_gui",), way),) for way in ways]


def test_a_key_that_takes_a_single_text_has_no_list_to_become() -> None:
    assert listed("loai: cong-van\ntrich_yeu: Một; Hai\n", "trich_yeu") == {}
