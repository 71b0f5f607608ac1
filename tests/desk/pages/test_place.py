"""A place of the data: what is typed is written, nothing of anybody is lost, nothing runs."""

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote_plus

import pytest

from generator import shipped
from generator.desk.addresses import query
from generator.desk.muc import muc_of
from generator.editing.applying import history
from tests.desk.client import Answer, Client, opened_desk

SAMPLE = "vi-du-2026"
BASE = f"/dot/{SAMPLE}"
UNIT = "don-vi/chi-bo-thon-doai.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(shipped.DATA / SAMPLE, tmp_path / SAMPLE)
    return tmp_path / SAMPLE


@pytest.fixture
def desk(folder: Path) -> Iterator[Client]:
    with opened_desk(folder.parent, folder.parent / "output", dt.date(2026, 12, 8)) as client:
        yield client


def form_of(page: Answer) -> dict[str, str]:
    """What the form of a place sends if nobody types."""
    text = page.text[page.text.index("data-luu") :]
    found = {
        name: unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', text)
    }
    return found | {"v:" + key[2:]: value for key, value in found.items() if key.startswith("c:")}


def place(desk: Client, muc: str) -> Answer:
    return desk.get(f"{BASE}/cho?tep={UNIT}&muc={muc}")


def test_one_field_is_written_and_every_other_byte_kept(desk: Client, folder: Path) -> None:
    before = (folder / UNIT).read_text("utf-8")
    old = re.search(r"ho_ten: (.+)", before[before.index("ca_nhan:") :])
    assert old
    form = form_of(place(desk, "ca_nhan.0")) | {"v:ca_nhan.0.ho_ten": "Lê Thị Mới"}
    saved = desk.post(f"{BASE}/cho/ghi", form)
    assert saved.status == 303
    at = before.index("ca_nhan:")
    assert (folder / UNIT).read_text("utf-8") == before[:at] + before[at:].replace(
        old[1], "Lê Thị Mới", 1
    )
    assert history(folder)[0].changes[0].sau == "Lê Thị Mới"


def test_a_field_that_is_missing_is_added_and_one_that_is_emptied_goes(
    desk: Client, folder: Path
) -> None:
    form = form_of(place(desk, "ca_nhan.0")) | {"v:ca_nhan.0.ma": "an-1"}
    assert desk.post(f"{BASE}/cho/ghi", form).status == 303
    assert "ma: an-1" in (folder / UNIT).read_text("utf-8")
    form = form_of(place(desk, "ca_nhan.0")) | {"v:ca_nhan.0.ma": ""}
    assert desk.post(f"{BASE}/cho/ghi", form).status == 303
    assert "ma: an-1" not in (folder / UNIT).read_text("utf-8")


def test_what_makes_the_file_unreadable_is_not_written_and_stays_in_its_field(
    desk: Client, folder: Path
) -> None:
    before = (folder / UNIT).read_bytes()
    form = form_of(place(desk, "ca_nhan.0")) | {"v:ca_nhan.0.ngay_sinh": "31/02/1969"}
    refused = desk.post(f"{BASE}/cho/ghi", form)
    assert refused.status == 422
    assert "Chưa ghi" in refused.words
    assert 'value="31/02/1969"' in refused.text
    assert (folder / UNIT).read_bytes() == before


@pytest.mark.parametrize(
    "number", [*range(40), *(pytest.param(each, marks=pytest.mark.soak) for each in range(40, 200))]
)
def test_what_somebody_else_changed_meanwhile_is_never_overwritten(
    number: int, shared: tuple[Client, Path]
) -> None:
    """Each time another value, sometimes in the same field, sometimes in another, sometimes moved."""
    desk, folder = shared
    file = folder / UNIT
    form = form_of(place(desk, "ca_nhan.0"))
    key = "v:ca_nhan.0.ho_ten"
    seen, mine, theirs = form[key], f"Của tôi {number}", f"Của bạn {number}"
    text = file.read_text("utf-8")
    at = text.index("\nca_nhan:")
    match number % 4:
        case 0:  # the same field
            changed = text[:at] + text[at:].replace(seen, theirs, 1)
        case 1:  # another field of the file
            changed = re.sub(r"(?m)^  ky_hieu: .*$", f"  ky_hieu: K{number}", text, count=1)
        case 2:  # somebody is put before the person
            changed = text[:at] + text[at:].replace(
                "\n  - ho_ten:", f"\n  - ho_ten: Người {number}\n  - ho_ten:", 1
            )
        case _:  # the file goes
            changed = ""
    if changed:
        file.write_text(changed, "utf-8")
        answer = desk.post(f"{BASE}/cho/ghi", form | {key: mine})
    else:
        file.rename(file.with_suffix(".giu"))
        answer = desk.post(f"{BASE}/cho/ghi", form | {key: mine})
        assert not file.exists()
        file.with_suffix(".giu").rename(file)
    now = file.read_text("utf-8")
    if number % 4 == 1:
        assert answer.status == 303
        assert mine in now
        assert f"K{number}" in now
    elif number % 4 == 3:
        assert answer.status == 404
        assert now == text
    else:
        assert answer.status == 409
        assert now == changed
        assert mine in answer.words
        assert (theirs if number % 4 == 0 else f"Người {number}") in answer.words
        again = desk.post(f"{BASE}/cho/ghi", form_of(answer) | {key: mine})
        assert again.status == 303
        assert mine in file.read_text("utf-8")
    file.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, Path]]:
    folder = tmp_path_factory.mktemp("desk") / SAMPLE
    shutil.copytree(shipped.DATA / SAMPLE, folder)
    with opened_desk(folder.parent, folder.parent / "output", dt.date(2026, 12, 8)) as client:
        yield client, folder


SLY = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}'


def test_nothing_of_the_data_runs_in_the_page(desk: Client, folder: Path) -> None:
    file = folder / UNIT
    text = file.read_text("utf-8")
    name = re.search(r"  - ho_ten: (.+)", text[text.index("\nca_nhan:") :])
    assert name
    file.write_text(text.replace(name[1], f"'{SLY}'"), "utf-8")
    (folder / "don-vi" / "<b>a&b.yaml").write_text("loai: don-vi\nx: <script>\n", "utf-8")
    for address in (
        "bang/phan",
        "van-de",
        "don-vi",
        "don-vi/chi-bo-thon-doai",
        "tim?chu=script",
        "van-ban",
        "nhat-ky",
    ):
        page = desk.get(f"{BASE}/{address}")
        assert page.status == 200, address
        assert "<script>alert" not in page.text
        assert "onerror=alert(2)>" not in page.text
        assert "<b>a&b" not in page.text
        assert "49" not in re.findall(r"onerror=alert\(2\)&gt;(\d+)", page.text)


def test_a_file_that_is_no_data_any_more_is_mended_as_text(desk: Client, folder: Path) -> None:
    file = folder / UNIT
    whole = file.read_text("utf-8")
    broken = whole.replace("ca_nhan:", "ca_nhan: [", 1)
    file.write_text(broken, "utf-8")
    page = place(desk, "")
    assert "Tệp này chưa đọc được" in page.words
    saved = desk.post(f"{BASE}/cho/ghi", tep=UNIT, muc="", luc_mo=broken, chu=whole)
    assert saved.status == 303
    assert file.read_text("utf-8") == whole


def test_text_of_a_broken_file_that_somebody_else_mended_is_not_overwritten(
    desk: Client, folder: Path
) -> None:
    file = folder / UNIT
    whole = file.read_text("utf-8")
    broken = whole.replace("ca_nhan:", "ca_nhan: [", 1)
    file.write_text(whole + "# đã sửa\n", "utf-8")
    answer = desk.post(
        f"{BASE}/cho/ghi", tep=UNIT, muc="", luc_mo=broken, chu=broken + "# tôi sửa\n"
    )
    assert answer.status == 409
    assert file.read_text("utf-8") == whole + "# đã sửa\n"
    assert "# tôi sửa" in answer.text


def test_bytes_that_are_no_text_are_refused_and_kept(desk: Client, folder: Path) -> None:
    file = folder / UNIT
    data = file.read_bytes().replace(b"ca_nhan:", b"ca_nhan: [ # \xe2", 1)
    file.write_bytes(data)
    page = place(desk, "")
    assert page.status == 200
    shown = data.decode("utf-8", "replace")
    saved = desk.post(f"{BASE}/cho/ghi", tep=UNIT, muc="", luc_mo=shown, chu=shown)
    assert saved.status == 422
    assert file.read_bytes() == data


def test_odd_forms_are_answered_in_words(desk: Client) -> None:
    for form in ({"tep": ""}, {"tep": "."}, {"tep": "x" * 5000}, {"tep": UNIT, "muc": "", "v:": "x", "c:": ""},
                 {"tep": UNIT, "muc": "[", "v:[": "x"}):  # fmt: skip
        assert desk.post(f"{BASE}/cho/ghi", form).status in {303, 404, 409, 422}
    assert desk.post(f"{BASE}/nhat-ky/hoan-tac", so="9" * 5000).status == 303
    long = desk.post(f"{BASE}/cho/ghi", {"tep": UNIT, "chu": "x" * 2_000_000})
    assert long.status in {400, 409, 422}
    assert "exceeded" not in long.words


@pytest.mark.parametrize("key", ["1", "[x", "a.b]c", "50%", "I.1", "-2"])
def test_a_key_of_any_name_is_a_place_where_a_save_arrives(
    key: str, desk: Client, folder: Path
) -> None:
    file = folder / UNIT
    text = file.read_text("utf-8")
    file.write_text(f'{text}la:\n  "{key}": cũ\n', "utf-8")
    muc = muc_of(("la", key))
    page = desk.get(f"{BASE}/cho{query(tep=UNIT, muc=muc)}")
    form = form_of(page)
    assert form["c:" + muc] == "cũ"
    answer = desk.post(f"{BASE}/cho/ghi", form | {f"v:{muc}": "mới"})
    assert answer.status == 303
    assert file.read_text("utf-8") == f'{text}la:\n  "{key}": mới\n'


def test_a_text_of_several_lines_stays_the_block_it_was(desk: Client, folder: Path) -> None:
    file = folder / UNIT
    text = file.read_text("utf-8")
    file.write_text(f"{text}la: |\n  một\n  hai\n", "utf-8")
    page = place(desk, "la")
    seen = {"tep": UNIT, "muc": "la", "c:la": "một\r\nhai\r\n", "a:la": ""}
    assert "một\nhai" in page.text
    assert desk.post(f"{BASE}/cho/ghi", seen | {"v:la": "một\r\nhai\r\n"}).status == 303
    assert file.read_text("utf-8") == f"{text}la: |\n  một\n  hai\n"
    assert desk.post(f"{BASE}/cho/ghi", seen | {"v:la": "một\r\nba"}).status == 303
    assert file.read_text("utf-8") == f"{text}la: |\n  một\n  ba\n"


def field(page: Answer, muc: str) -> str:
    """The tag of a field."""
    found = re.search(rf'<(?:input|select|textarea)[^>]* name="v:{re.escape(muc)}"[^>]*>', page.text)  # fmt: skip
    assert found, page.words
    return found[0]


def said_under(page: Answer, tag: str) -> str:
    """What stands at the places by which a field is described."""
    (ids,) = re.findall(r'aria-describedby="([^"]+)"', tag)
    parts = [re.search(rf'id="{each}">(.*?)</(?:div|p)>\n', page.text, re.DOTALL) for each in ids.split()]  # fmt: skip
    assert all(parts), ids
    return unescape(re.sub(r"<[^>]*>", "", " ".join(each[1] for each in parts if each)))


@pytest.fixture
def without_role(desk: Client, folder: Path) -> str:
    """The way from a finding about somebody's missing role to its place."""
    file = folder / UNIT
    text = file.read_text("utf-8")
    file.write_text(text.replace("\n  vai_tro: ngoai_he_thong\n", "\n", 1), "utf-8")
    page = desk.get(f"{BASE}/van-de")
    form = unescape(re.findall(rf'href="({BASE}/nhap[^"]*ma=KD140)"', page.text)[0])
    return form.replace("/nhap?", "/cho?")


def test_a_field_that_is_missing_is_marked_and_has_the_focus(
    desk: Client, without_role: str
) -> None:
    page = desk.get(without_role)
    muc = unquote_plus(re.findall(r"muc=([^&]*)", without_role)[0])
    tag = field(page, muc)
    assert muc.endswith(".vai_tro")
    assert 'aria-invalid="true"' in tag
    assert "sai-o" in tag
    assert "autofocus" in tag
    assert "KD140" in said_under(page, tag)
    assert len(re.findall(r"<(?:input|select|textarea)[^>]*autofocus", page.text)) == 1


def test_in_its_group_too_a_finding_stands_under_its_field(desk: Client, without_role: str) -> None:
    muc = unquote_plus(re.findall(r"muc=([^&]*)", without_role)[0])
    group = place(desk, muc.removesuffix(".vai_tro"))
    tag = field(group, muc)
    assert 'aria-invalid="true"' in tag
    assert "KD140" in said_under(group, tag)
    assert "aria-invalid" not in field(group, muc.replace("vai_tro", "ho_ten"))
    assert group.words.count("KD140") == 1


def test_the_first_item_of_a_list_is_written_as_a_list(desk: Client, folder: Path) -> None:
    before = (folder / UNIT).read_text("utf-8")
    page = place(desk, "ca_nhan.0.gop_y")
    form = form_of(page) | {"v:ca_nhan.0.gop_y.0": "Đồng ý"}
    assert desk.post(f"{BASE}/cho/ghi", form).status == 303
    now = (folder / UNIT).read_text("utf-8")
    assert "    gop_y:\n      - Đồng ý\n" in now
    assert now.replace("    gop_y:\n      - Đồng ý\n", "", 1) == before


def test_a_list_typed_as_one_text_is_mended_by_a_button(desk: Client, folder: Path) -> None:
    file = folder / "dot.yaml"
    whole = file.read_text("utf-8")
    file.write_text(
        whole.replace(
            "noi_nhan:\n  - Như trên\n  - Lưu Văn phòng Đảng ủy\n",
            "noi_nhan: Như trên; Lưu Văn phòng Đảng ủy\n",
        ),
        "utf-8",
    )
    page = desk.get(f"{BASE}/cho?tep=dot.yaml&muc=noi_nhan")
    said = "Ghi thành danh sách 2 mục: «Như trên», «Lưu Văn phòng Đảng ủy»"
    assert said in page.words
    form = {"tep": "dot.yaml", "muc": "noi_nhan", "cach": "danh-sach-2", "nhan": said}
    assert desk.post(f"{BASE}/cho/ghi", form).status == 303
    assert file.read_text("utf-8") == whole
