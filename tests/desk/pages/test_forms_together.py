"""Two clerks in one form, and files that hold something else than is meant there."""

import re

import pytest

from generator.editing.edited import content
from tests.desk.client import Answer, Client
from tests.desk.forms.filled import fields_of
from tests.desk.pages.sample import BASE, DATA, folder_of, rewrite

TABLE = """loai: bao-cao
trich_yeu: x
bang:
  - cot: [TT, Tên, Số]
    hang:
      - [một, a, "1"]
      - [hai]
      - [ba, c, "3"]
      - Đầu mục
"""


def text_of(desk: Client, tep: str = DATA) -> str:
    return (folder_of(desk) / tep).read_text("utf-8")


def read(desk: Client, tep: str = DATA) -> dict:  # type: ignore[type-arg]
    found = content(text_of(desk, tep))
    assert isinstance(found, dict)
    return found


def form(desk: Client, muc: str, tep: str = DATA) -> dict[str, str]:
    return fields_of(desk.get(f"{BASE}/nhap?tep={tep}&muc={muc.replace('+', '%2B')}").text)


def saved(desk: Client, fields: dict[str, str]) -> Answer:
    return desk.post(f"{BASE}/nhap/ghi", fields)


def first_person_gone(desk: Client) -> None:
    text = text_of(desk)
    left = re.sub(
        r"(\nca_nhan:\n)  - ho_ten.*?\n(?=  - ho_ten)", r"\1", text, count=1, flags=re.DOTALL
    )
    assert left != text
    (folder_of(desk) / DATA).write_text(left, "utf-8")


def table(desk: Client) -> dict[str, str]:
    (folder_of(desk) / "bang.yaml").write_text(TABLE, "utf-8")
    return form(desk, "", "bang.yaml")


def heads(desk: Client) -> list[str]:
    return [each[0] if isinstance(each, list) else each for each in read(desk, "bang.yaml")["bang"][0]["hang"]]  # fmt: skip


def test_choosing_a_version_writes_nothing_over_other_fields(bare: Client) -> None:
    mine = form(bare, "ca_nhan.0") | {"v:ca_nhan.0.han_che": "Của tôi"}
    rewrite(folder_of(bare) / DATA, "Có lúc còn nể nang khi góp ý.", "Của người khác")
    rewrite(folder_of(bare) / DATA, "ngay_sinh: 12/4/1966", "ngay_sinh: 13/4/1966")
    both = saved(bare, mine)
    assert both.status == 409
    assert saved(bare, fields_of(both.text)).status == 303
    person = read(bare)["ca_nhan"][0]
    assert (person["han_che"], person["ngay_sinh"]) == ("Của tôi", "13/4/1966")


def test_none_said_by_somebody_else_is_not_taken_back_by_the_second_save(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "    giai_trinh: Không có\n", "")
    mine = form(bare, "tap_the.0") | {"v:tap_the.0.han_che": "Của tôi"}
    rewrite(folder_of(bare) / DATA, "Sinh hoạt chuyên đề quý III", "Sinh hoạt chuyên đề quý II")
    rewrite(folder_of(bare) / DATA, "    vai_tro: cap_uy\n", "    vai_tro: cap_uy\n    giai_trinh: Không có\n")  # fmt: skip
    both = saved(bare, mine)
    assert both.status == 409
    assert saved(bare, fields_of(both.text)).status == 303
    assert read(bare)["tap_the"][0]["giai_trinh"] == "Không có"


@pytest.mark.parametrize("what", ["row", "none", "name"])
def test_nothing_is_added_to_another_person_when_the_list_moved(bare: Client, what: str) -> None:
    mine = form(bare, "ca_nhan.3")
    match what:
        case "row":
            at = "ca_nhan.3.nhiem_vu.+101.noi_dung"
            mine |= {f"v:{at}": "Việc", f"c:{at}": "", f"a:{at}": mine["a:ca_nhan.3"]}
        case "none":
            mine.pop("k:ca_nhan.3.khac_phuc")
        case "name":
            mine |= {"n:ca_nhan.3.chap_nhan.+1": "KD305", "v:ca_nhan.3.chap_nhan.+1.ly_do": "vì"}
    first_person_gone(bare)
    before = text_of(bare)
    assert saved(bare, mine).status == 409
    assert text_of(bare) == before


def test_a_row_is_added_to_a_person_whose_name_is_typed_too(bare: Client) -> None:
    mine = form(bare, "ca_nhan.3")
    at = "ca_nhan.3.nhiem_vu.+101.noi_dung"
    mine |= {f"v:{at}": "Việc", f"c:{at}": "", f"a:{at}": mine["a:ca_nhan.3"]}
    assert saved(bare, mine | {"v:ca_nhan.3.ho_ten": "Tên mới"}).status == 303
    person = read(bare)["ca_nhan"][3]
    assert (person["ho_ten"], person["nhiem_vu"][-1]["noi_dung"]) == ("Tên mới", "Việc")


def test_what_was_typed_for_a_person_who_is_gone_is_told_and_kept(bare: Client) -> None:
    whole = text_of(bare)
    mine = form(bare, "ca_nhan.8") | {"v:ca_nhan.8.han_che": "Chữ quý"}
    first_person_gone(bare)
    page = bare.get(saved(bare, mine).to)
    assert "Chưa lưu" in page.words
    assert "«Chữ quý»" in page.words
    (folder_of(bare) / DATA).write_text(whole, "utf-8")
    assert "Có bản nháp" in bare.get(f"{BASE}/nhap?tep={DATA}&muc=ca_nhan.8").words


def test_a_name_that_is_there_already_is_not_written_over(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "\nca_nhan:", "\nhan_che_ky_truoc:\n  Ai: [a, b]\nca_nhan:")
    key = "han_che_ky_truoc.+1"
    asked = saved(bare, form(bare, "") | {f"n:{key}": "Ai", f"v:{key}": "x"})
    assert asked.status == 409
    assert "tên «Ai» đã có" in asked.words
    assert read(bare)["han_che_ky_truoc"] == {"Ai": ["a", "b"]}


def test_what_is_typed_without_a_name_in_a_new_entry_is_asked_about(bare: Client) -> None:
    key = "ca_nhan.+1.chap_nhan.+1.ly_do"
    mine = form(bare, "ca_nhan.+1")
    assert f"v:{key}" in mine
    before = text_of(bare)
    asked = saved(bare, mine | {"v:ca_nhan.+1.ho_ten": "Mới", f"v:{key}": "Đã nêu"})
    assert asked.status == 409
    assert fields_of(asked.text)[f"v:{key}"] == "Đã nêu"
    assert text_of(bare) == before


def test_a_row_moves_by_what_it_is_after_another_was_removed(bare: Client) -> None:
    mine = table(bare) | {"x:bang.0.hang.0": "on", "lam": "xuong bang.0.hang.1"}
    assert saved(bare, mine).status == 303
    assert heads(bare) == ["ba", "hai", "Đầu mục"]


@pytest.mark.parametrize("deed", [{"lam": "xuong bang.0.hang.1"}, {"x:bang.0.hang.1": "on"}, {"x:bang.0.hang.3": "on"}])  # fmt: skip
def test_another_row_is_neither_moved_nor_removed(bare: Client, deed: dict[str, str]) -> None:
    mine = table(bare) | deed
    rewrite(folder_of(bare) / "bang.yaml", '      - [một, a, "1"]\n', "")
    before = text_of(bare, "bang.yaml")
    asked = saved(bare, mine)
    assert asked.status == 409
    assert saved(bare, fields_of(asked.text)).status == 303
    assert text_of(bare, "bang.yaml") == before


def test_a_cell_that_a_row_lacks_can_be_typed(bare: Client) -> None:
    assert saved(bare, table(bare) | {"v:bang.0.hang.1.2": "2"}).status == 303
    assert read(bare, "bang.yaml")["bang"][0]["hang"][1] == ["hai", "", "2"]


def test_a_text_where_a_group_is_meant_is_told_and_stays(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "ky: {quyen_han: T/M Chi bộ, chuc_vu: Bí thư, ho_ten: Lê Thị Hạnh}", "ky: Lê Thị Hạnh")  # fmt: skip
    asked = saved(bare, form(bare, "") | {"v:ky.chuc_vu": "Bí thư"})
    assert asked.status == 409
    assert "đang ghi chữ «Lê Thị Hạnh»" in asked.words
    assert read(bare)["ky"] == "Lê Thị Hạnh"


def test_another_text_in_place_of_a_list_is_not_said_to_be_none(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "    giai_trinh: Không có\n", "    giai_trinh: Đã báo cáo riêng\n")  # fmt: skip
    mine = form(bare, "tap_the.0")
    assert "k:tap_the.0.giai_trinh" not in mine
    assert saved(bare, mine | {"k:tap_the.0.giai_trinh": "on"}).status == 409
    assert read(bare)["tap_the"][0]["giai_trinh"] == "Đã báo cáo riêng"


def test_line_ends_in_a_field_of_one_line_do_not_get_lost(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "ngay_sinh: 12/4/1966", 'ngay_sinh: "12\\n4\\r1966"')
    page = bare.get(f"{BASE}/nhap?tep={DATA}&muc=ca_nhan.0").text
    assert 'textarea id="o-ca_nhan.0.ngay_sinh"' in page


@pytest.mark.parametrize(
    "hostile",
    [
        {"lam": "bo"}, {"k:": "on"}, {"x:": "on"}, {"x:": "on", "a:": "z"}, {"ck:": "1"},
        {"k:ca_nhan.99.khac_phuc": "on"}, {"k:don_vi.ten.khac_phuc": "on"}, {"lam": "len ca_nhan.99"},
        {"lam": "len "}, {"v:": "x"}, {"v:+1": "x"}, {"v:ca_nhan.+1.+1.+1": "x"}, {"mm:": "1"},
        {"v:tap_the.0.uu_diem.+1.noi_dung": "x"}, {"n:ca_nhan.+1": "x", "v:ca_nhan.+1": "y"},
        {"v:ca_nhan.0.ho_ten.0.0": "x"}, {"v:" + "a." * 300: "x"}, {"v:ca_nhan.-1.ho_ten": "x"},
    ],
)  # fmt: skip
def test_no_field_of_any_name_breaks_the_desk(bare: Client, hostile: dict[str, str]) -> None:
    before = text_of(bare)
    assert saved(bare, form(bare, "") | hostile).status in {303, 409, 422}
    assert text_of(bare) == before


def test_a_row_of_a_number_beyond_all_columns_is_short(bare: Client) -> None:
    key = "v:bang.0.hang.+101.999999999999"
    assert saved(bare, table(bare) | {key: "x"}).status in {303, 409, 422}
