"""What is typed into a form is what changes in its file, and nothing of anybody is lost."""

import random
from pathlib import Path
from typing import Any

import pytest

from generator import shipped
from generator.desk.forms import kinds
from generator.desk.forms.inputs import sections
from generator.desk.forms.layout import form_at
from generator.desk.forms.parts import Input, Known, Rows, inputs, leaves
from generator.desk.forms.posted import Posted, posted
from generator.desk.forms.typed import Wish, wished
from generator.desk.muc import path_of
from generator.editing.edited import content, edited
from generator.editing.edits import Set, changed, is_there, value_at
from generator.model import DonViNam, VanBan
from generator.reading.yaml_text import Tree

UNIT = shipped.DATA / "vi-du-2026" / "don-vi" / "chi-bo-thon-doai.yaml"


def tree_of(path: Path = UNIT) -> dict[str, Any]:
    found = content(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def form(
    tree: Tree, path: Any, model: Any = DonViNam, known: Known | None = None
) -> dict[str, str]:
    """What the form of a place sends if nobody types."""
    name, at, _ = form_at(model, path) or ("", (), None)
    sent: dict[str, str] = {}
    for section in sections(tree, model, (name, at), known or Known()):
        both = (*section.o, *section.it_dung)
        for each in inputs(both):
            sent |= {f"v:{each.muc}": each.gia_tri or each.san, f"a:{each.muc}": each.ai}
            sent[f"c:{each.muc}"] = each.gia_tri or each.san
        for part in leaves(both):
            if isinstance(part, Rows):
                sent |= {f"a:{row.muc}": row.ai for row in part.dong}
                sent[f"ck:{part.muc}"] = "1" if part.khong_co else ""
                sent |= {f"k:{part.muc}": "on"} if part.khong_co else {}
    return sent


def wish(tree: Tree, sent: dict[str, str], model: Any = DonViNam, **typed: str) -> Wish:
    return wished(tree, model, posted({**sent, **typed}))


def after(tree: Tree, found: Wish) -> Any:
    assert found.clashes == []
    for each in found.edits:
        tree = changed(tree, each)
    return tree


@pytest.mark.parametrize("path", [("ca_nhan", 0), ("tap_the", 0), ("hoi_nghi", 0), ()])
def test_a_form_that_nobody_typed_into_changes_nothing(path: Any) -> None:
    tree = tree_of()
    assert wish(tree, form(tree, path)) == ([], [])


def test_one_field_is_one_edit() -> None:
    tree = tree_of()
    found = wish(
        tree, form(tree, ("ca_nhan", 0)), **{"v:ca_nhan.0.chuc_vu.doan_the": "Chi hội trưởng"}
    )
    assert found.edits == [Set(("ca_nhan", 0, "chuc_vu", "doan_the"), "Chi hội trưởng")]


@pytest.mark.parametrize("edits", [60, pytest.param(300, marks=pytest.mark.soak)])
def test_random_edits_by_forms_equal_the_same_edits_of_the_file(edits: int) -> None:
    draw = random.Random(20261129)
    text = UNIT.read_text("utf-8")
    for _ in range(edits):
        tree = content(text)
        assert isinstance(tree, dict)
        places: list[Any] = [
            (),
            *(("ca_nhan", i) for i in range(8)),
            ("tap_the", 0),
            ("hoi_nghi", 0),
        ]
        sent = form(tree, draw.choice(places))
        texts = [
            muc for key in sent if key.startswith("v:") and kinds.NEW not in (muc := key[2:])
            and isinstance(kinds.hint_at(DonViNam, path_of(muc)), object)
            and kinds.kind(kinds.hint_at(DonViNam, path_of(muc))) in {"chu", "so", "diem"}
        ]  # fmt: skip
        muc = draw.choice(texts)
        said = draw.choice(
            ["7", "Ghi thêm: có dấu hai chấm", "một dòng\nhai dòng", "# thăng", "'ngoặc'"]
        )
        path = path_of(muc)
        if sent[f"v:{muc}"] == said:
            continue
        found = wish(tree, sent, **{f"v:{muc}": said})
        assert found.clashes == []
        by_form = edited(text, found.edits, "tep")
        by_hand = edited(text, [Set(path, said)], "tep")
        assert by_form == by_hand, muc
        assert isinstance(by_form, str)
        text = by_form


def test_a_field_that_is_emptied_goes_and_the_group_it_leaves_empty_too() -> None:
    tree: Any = {"loai": "don-vi", "ca_nhan": [{"ho_ten": "A", "chuc_vu": {"dang": "Bí thư"}}]}
    found = wish(tree, form(tree, ("ca_nhan", 0)), **{"v:ca_nhan.0.chuc_vu.dang": ""})
    assert after(tree, found)["ca_nhan"] == [{"ho_ten": "A"}]


def test_a_new_row_is_appended_with_all_that_was_typed() -> None:
    tree = tree_of()
    sent = form(tree, ("ca_nhan", 0))
    row = {"v:ca_nhan.0.nhiem_vu.+101.noi_dung": "Việc mới", "c:ca_nhan.0.nhiem_vu.+101.noi_dung": "",
           "v:ca_nhan.0.nhiem_vu.+101.thoi_han": "Quý IV", "v:ca_nhan.0.nhiem_vu.+101.truc": ""}  # fmt: skip
    rows = after(tree, wish(tree, sent, **row))["ca_nhan"][0]["nhiem_vu"]
    assert rows[:-1] == tree["ca_nhan"][0]["nhiem_vu"]
    assert rows[-1] == {"noi_dung": "Việc mới", "thoi_han": "Quý IV"}


def test_a_row_that_is_only_proposed_is_not_written_until_something_is_typed_into_it() -> None:
    tree: Any = {"loai": "don-vi", "hoi_nghi": [{"ten": "H"}]}
    known = Known(dong={"ket_qua": ({"doi_tuong": "Lê Thị Hạnh"}, {"doi_tuong": "Trần Văn Bền"})})
    sent = form(tree, ("hoi_nghi", 0), known=known)
    assert wish(tree, sent).edits == []
    own = "hoi_nghi.0.kiem_phieu.ket_qua.+2"
    found = after(tree, wish(tree, sent, **{f"v:{own}.phieu.hoan_thanh_tot": "8"}))
    assert found["hoi_nghi"][0]["kiem_phieu"]["ket_qua"] == [
        {"doi_tuong": "Trần Văn Bền", "phieu": {"hoan_thanh_tot": "8"}}
    ]


def test_rows_are_removed_though_others_are_changed_and_added_at_once() -> None:
    people = [{"ho_ten": each} for each in "ABCD"]
    tree: Any = {"loai": "don-vi", "tap_the": [{"ten": "T", "thanh_vien": people}]}
    own = "tap_the.0.thanh_vien"
    found = wish(
        tree, form(tree, ("tap_the", 0)),
        **{f"x:{own}.0": "on", f"x:{own}.2": "on", f"v:{own}.3.chuc_vu": "Bí thư",
           f"v:{own}.+101.ho_ten": "E", f"v:{own}.2.chuc_vu": "bị bỏ"},
    )  # fmt: skip
    assert after(tree, found)["tap_the"][0]["thanh_vien"] == [
        {"ho_ten": "B"}, {"ho_ten": "D", "chuc_vu": "Bí thư"}, {"ho_ten": "E"},
    ]  # fmt: skip


def test_the_last_row_that_is_removed_takes_its_list_along() -> None:
    tree: Any = {"loai": "don-vi", "ca_nhan": [{"ho_ten": "A", "nhiem_vu": [{"noi_dung": "x"}]}]}
    found = wish(tree, form(tree, ("ca_nhan", 0)), **{"x:ca_nhan.0.nhiem_vu.0": "on"})
    assert after(tree, found)["ca_nhan"] == [{"ho_ten": "A"}]


@pytest.mark.parametrize(("way", "order"), [("len", "BAC"), ("xuong", "ACB")])
def test_a_row_is_moved_and_what_was_typed_is_written_too(way: str, order: str) -> None:
    people = [{"ho_ten": each} for each in "ABC"]
    tree: Any = {"loai": "don-vi", "tap_the": [{"ten": "T", "thanh_vien": people}]}
    found = wish(
        tree, form(tree, ("tap_the", 0)),
        **{"lam": f"{way} tap_the.0.thanh_vien.1", "v:tap_the.0.ten": "Tập thể"},
    )  # fmt: skip
    body = after(tree, found)["tap_the"][0]
    assert "".join(each["ho_ten"] for each in body["thanh_vien"]) == order
    assert body["ten"] == "Tập thể"


def test_nothing_to_be_listed_is_said_and_taken_back_and_gives_way_to_a_row() -> None:
    tree: Any = {"loai": "don-vi", "ca_nhan": [{"ho_ten": "A"}]}
    said = after(tree, wish(tree, form(tree, ("ca_nhan", 0)), **{"k:ca_nhan.0.khac_phuc": "on"}))
    assert said["ca_nhan"][0]["khac_phuc"] == "Không có"
    sent = form(said, ("ca_nhan", 0))
    row = {
        "v:ca_nhan.0.khac_phuc.+101.han_che": "Chậm",
        "v:ca_nhan.0.khac_phuc.+101.tinh_trang": "da_khac_phuc",
    }
    rows = after(said, wish(said, sent, **row))["ca_nhan"][0]["khac_phuc"]
    assert rows == [{"han_che": "Chậm", "tinh_trang": "da_khac_phuc"}]
    del sent["k:ca_nhan.0.khac_phuc"]
    assert after(said, wish(said, sent)) == tree


def test_nothing_is_not_said_of_a_list_that_has_entries() -> None:
    rows = [{"han_che": "Chậm", "tinh_trang": "da_khac_phuc"}]
    tree: Any = {"loai": "don-vi", "ca_nhan": [{"ho_ten": "A", "khac_phuc": rows}]}
    (clash,) = wish(tree, form(tree, ("ca_nhan", 0)), **{"k:ca_nhan.0.khac_phuc": "on"}).clashes
    assert clash.nay == "đang ghi 1 dòng"


@pytest.mark.parametrize("there", ["Việc một, việc hai", {"noi_dung": "Việc"}])
def test_a_row_never_takes_the_place_of_what_is_no_list(there: Any) -> None:
    tree: Any = {"loai": "don-vi", "ca_nhan": [{"ho_ten": "A", "nhiem_vu": there}]}
    row = {"v:ca_nhan.0.nhiem_vu.+101.noi_dung": "Việc mới"}
    found = wish(tree, form(tree, ("ca_nhan", 0)), **row)
    assert (len(found.clashes), found.edits) == (1, [])


def test_words_that_are_ticked_as_before_change_nothing_in_whatever_order() -> None:
    tree: Any = {"loai": "don-vi", "lap_them": ["b", "a"]}
    sent = form(tree, ())
    ticked = {"mm:lap_them": "1", "m:lap_them|1": "a", "m:lap_them|2": "b"}
    assert wish(tree, sent, **ticked).edits == []


def test_a_new_name_is_a_new_key_and_without_a_name_it_is_told() -> None:
    tree: Any = {"loai": "don-vi"}
    sent = form(tree, ())
    own = "han_che_ky_truoc.+1"
    found = wish(tree, sent, **{f"v:{own}": "Chậm\nÍt", f"n:{own}": "Lê Thị Hạnh"})
    assert after(tree, found)["han_che_ky_truoc"] == {"Lê Thị Hạnh": ["Chậm", "Ít"]}
    (clash,) = wish(tree, sent, **{f"v:{own}": "Chậm"}).clashes
    assert clash.muc == own


def test_a_whole_person_is_added_from_a_form_that_was_empty() -> None:
    tree: Any = {"loai": "don-vi", "ca_nhan": [{"ho_ten": "A"}]}
    sent = form(tree, ("ca_nhan", "+1"))
    found = wish(
        tree, sent,
        **{"v:ca_nhan.+1.ho_ten": "B", "v:ca_nhan.+1.chuc_vu.dang": "Bí thư",
           "v:ca_nhan.+1.uu_diem.+1": "", "v:ca_nhan.+1.nhiem_vu.+101.noi_dung": "Việc"},
    )  # fmt: skip
    assert after(tree, found)["ca_nhan"][1] == {
        "ho_ten": "B", "chuc_vu": {"dang": "Bí thư"}, "nhiem_vu": [{"noi_dung": "Việc"}],
    }  # fmt: skip


def test_a_table_is_typed_cell_by_cell() -> None:
    tree: Any = {
        "loai": "cong-van",
        "bang": [{"cot": ["TT", {"ten": "Việc"}], "hang": [["1", "a"], "Phần II"]}],
    }
    sent = form(tree, (), VanBan)
    found = wish(
        tree, sent, VanBan,
        **{"v:bang.0.hang.0.1": "b", "v:bang.0.hang.1": "Phần 2", "v:bang.0.cot.0.ten": "STT",
           "v:bang.0.hang.+101.0": "2", "v:bang.0.hang.+101.1": "", "v:bang.0.cot.1.rong": "30"},
    )  # fmt: skip
    table = after(tree, found)["bang"][0]
    assert table["hang"] == [["1", "b"], "Phần 2", ["2", ""]]
    assert table["cot"] == ["STT", {"ten": "Việc", "rong": "30"}]
    found = wish(tree, sent, VanBan, **{"v:bang.0.hang.0.0": ""})
    assert after(tree, found)["bang"][0]["hang"][0] == ["", "a"]


def test_a_degree_beside_a_heading_that_was_one_text_keeps_the_text() -> None:
    tree: Any = {"loai": "don-vi", "ca_nhan": [{"ho_ten": "A", "uu_diem": {"a": "chữ"}}]}
    sent = form(tree, ("ca_nhan", 0), known=Known(cap_do=True))
    assert sent["v:ca_nhan.0.uu_diem.a.noi_dung"] == "chữ"
    found = wish(tree, sent, **{"v:ca_nhan.0.uu_diem.a.cap_do": "Tốt"})
    assert after(tree, found)["ca_nhan"][0]["uu_diem"]["a"] == {"noi_dung": "chữ", "cap_do": "Tốt"}
    found = wish(tree, sent, **{"v:ca_nhan.0.uu_diem.a.noi_dung": "khác"})
    assert after(tree, found)["ca_nhan"][0]["uu_diem"]["a"] == "khác"


def test_a_list_keeps_the_items_that_were_not_touched() -> None:
    tree: Any = {"loai": "don-vi", "noi_nhan": ["A", {"Bản điện tử": ["B"]}, "Lưu C"]}
    sent = form(tree, ())
    found = wish(tree, sent, **{"v:noi_nhan": "A\nBản điện tử:\n+ B\nThêm\nLưu C"})
    assert after(tree, found)["noi_nhan"][0] == "A"
    assert after(tree, found)["noi_nhan"][-2:] == ["Thêm", "Lưu C"]


def test_words_that_are_ticked_are_a_list() -> None:
    tree: Any = {"loai": "don-vi", "lap_them": ["cu"]}
    sent = form(tree, ())
    found = wish(
        tree, sent, **{"mm:lap_them": "1", "m:lap_them|1": "cam-ket", "m:lap_them|la1": "cu"}
    )
    assert sorted(after(tree, found)["lap_them"]) == ["cam-ket", "cu"]
    assert "lap_them" not in after(tree, wish(tree, sent, **{"mm:lap_them": "1"}))


@pytest.mark.parametrize("now", ["Người khác vừa ghi", None, {"la": "nhóm"}])
def test_a_field_that_somebody_else_changed_is_a_clash_and_not_written(now: Any) -> None:
    tree: Any = {
        "loai": "don-vi",
        "ca_nhan": [{"ho_ten": "A", "han_che": "cũ", "ngay": "1/12/2026"}],
    }
    sent = form(tree, ("ca_nhan", 0))
    theirs: Any = changed(tree, Set(("ca_nhan", 0, "han_che"), now))
    found = wish(theirs, sent, **{"v:ca_nhan.0.han_che": "của tôi"})
    (clash,) = found.clashes
    assert (clash.luc_mo, clash.dinh_ghi) == ("cũ", "của tôi")
    assert found.edits == []
    other = wish(theirs, sent, **{"v:ca_nhan.0.ngay": "02/12/2026"})
    assert other.edits == [Set(("ca_nhan", 0, "ngay"), "02/12/2026")]


def test_a_list_that_moved_meanwhile_is_noticed_for_fields_and_for_rows() -> None:
    tree: Any = {
        "loai": "don-vi",
        "tap_the": [{"ten": "T", "thanh_vien": [{"ho_ten": "A"}, {"ho_ten": "B"}]}],
    }
    sent = form(tree, ("tap_the", 0))
    theirs: Any = {"loai": "don-vi", "tap_the": [{"ten": "T", "thanh_vien": [{"ho_ten": "B"}]}]}
    own = "tap_the.0.thanh_vien"
    assert wish(theirs, sent, **{f"v:{own}.0.chuc_vu": "Bí thư"}).clashes
    assert wish(theirs, sent, **{f"x:{own}.0": "on"}).clashes


@pytest.mark.parametrize(
    "muc",
    ["la", "ca_nhan.0.la", "__class__", "ca_nhan.99.ho_ten", "", "ca_nhan.-1.ho_ten", "[", "+1"],
)
def test_a_place_that_no_form_asks_for_is_not_written(muc: str) -> None:
    tree = tree_of()
    found = wish(tree, form(tree, ()), **{f"v:{muc}": "x"})
    assert found.edits == [] or all(is_there(tree, each.path) for each in found.edits)
    assert found.edits == []


def test_line_ends_that_a_browser_sends_are_none_of_the_text() -> None:
    tree: Any = {"loai": "don-vi", "ca_nhan": [{"ho_ten": "A", "han_che": "một\nhai\n"}]}
    sent = form(tree, ("ca_nhan", 0))
    found = wish(tree, sent, **{"v:ca_nhan.0.han_che": "một\r\nhai\r\nba"})
    assert value_at(after(tree, found), ("ca_nhan", 0, "han_che")) == "một\nhai\nba"


def test_nothing_is_read_from_a_request_without_marks() -> None:
    empty = posted({"tep": "x", "muc": "y"})
    assert isinstance(empty, Posted)
    assert (empty.go, empty.bo, empty.doi) == ({}, frozenset(), None)


def test_fields_are_those_of_the_form() -> None:
    tree = tree_of()
    for section in sections(tree, DonViNam, ("ca-nhan", ("ca_nhan", 0)), Known()):
        assert all(isinstance(each, Input) for each in inputs(section.o))
