"""The register as a workbook: out, and in again after it was looked at."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.desk.client import Answer, Client
from tests.desk.pages.sample import BASE, cells, root_of

PAGE = f"{BASE}/so-van-ban"
HEAD = ("Số", "Ngày", "Trích yếu", "Nơi nhận", "Người ký")
LINES = [
    ("01", "05/9/2025", "mời họp Ban Chấp hành", "Các đồng chí ủy viên", "Hoàng Văn Thuận"),
    ("03", "08/9/2025", "báo cáo nhanh", "Ban Tổ chức Tỉnh ủy", "Hoàng Văn Thuận"),
]


def book(lines: Sequence[tuple[str, ...]], sheet: str = "Công văn 2025-2030") -> bytes:
    found = Workbook()
    found.active.title = sheet
    for row in (HEAD, *lines):
        found.active.append(row)
    data = io.BytesIO()
    found.save(data)
    return data.getvalue()


def sent(desk: Client, data: bytes, name: str = "sổ cũ.xlsx", **more: str) -> Answer:
    form = {"so": "", "day": "", "trang": ""} | more
    return desk.followed(desk.post(f"{PAGE}/nhap", form, files={"tep": (name, data)}))


def written(desk: Client) -> Answer:
    sent(desk, book(LINES))
    return desk.followed(desk.post(f"{PAGE}/nhap-ghi"))


def registers(desk: Client) -> list[Path]:
    return list((desk.desk.data / "so-van-ban").glob("*.sqlite"))


def test_a_workbook_is_shown_before_anything_is_written(bare: Client) -> None:
    page = sent(bare, book(LINES))
    assert "sổ cũ.xlsx" in page.words
    assert "chưa ghi gì vào sổ" in page.words
    assert "Thêm Công văn 2025-2030 01 05/9/2025 mời họp Ban Chấp hành" in page.words
    assert "Ghi 2 dòng" in page.words
    assert registers(bare) == []


def test_what_was_shown_is_written_by_one_button_and_the_gap_in_it_is_a_row(bare: Client) -> None:
    page = written(bare)
    assert "Đã ghi 2 dòng vào sổ của Đảng ủy xã Tân Hòa" in page.words
    page = bare.get(f"{PAGE}?loai=cong-van&ky=2025-2030")
    assert "03 08/9/2025 báo cáo nhanh Ban Tổ chức Tỉnh ủy" in page.words
    assert "02 không có văn bản mang số này Bỏ trống" in page.words
    assert "KD640" in page.words


def test_a_gap_that_is_explained_is_none_any_more(bare: Client) -> None:
    written(bare)
    form = {"loai": "cong-van", "ky": "2025-2030", "tu": "2", "den": "2", "ly_do": "hỏng"}
    page = bare.followed(bare.post(f"{PAGE}/huy", form))
    assert "Bỏ trống" not in page.words
    assert "02 hỏng" in page.words
    assert "KD640" not in page.words


def test_a_workbook_put_away_leaves_nothing(bare: Client) -> None:
    sent(bare, book(LINES))
    bare.post(f"{PAGE}/nhap-thoi")
    assert registers(bare) == []
    assert bare.get(f"{PAGE}/nhap").status == 404


def test_a_workbook_with_an_error_is_not_written_and_says_where(bare: Client) -> None:
    page = sent(bare, book([*LINES, ("04", "31/02/2026", "x", "y", "z")]))
    assert "Chưa nhận được tệp này" in page.words
    assert "sổ cũ.xlsx, " in page.words
    assert "Ghi 3 dòng" not in page.words
    assert "so-van-ban-" not in page.words
    bare.post(f"{PAGE}/nhap-ghi")
    assert registers(bare) == []


@pytest.mark.parametrize("data", [b"PK\x03\x04 half", b"so;ngay\n1;2\n"])
def test_what_is_no_workbook_is_told(bare: Client, data: bytes) -> None:
    page = sent(bare, data)
    assert "Chưa nhận được tệp này" in page.words
    assert "KD" in page.words


def test_without_a_file_nothing_is_shown(bare: Client) -> None:
    answer = bare.post(f"{PAGE}/nhap", {"so": ""}, files={"tep": ("", b"")})
    assert "Chưa chọn tệp Excel" in bare.followed(answer).words


def test_a_sheet_without_the_name_of_a_series_is_read_as_the_one_that_was_chosen(
    bare: Client,
) -> None:
    data = book(LINES, "Trang 1")
    assert "Ghi 2 dòng" not in sent(bare, data).words
    assert "Ghi 2 dòng" in sent(bare, data, day="Công văn 2025-2030").words


def test_the_register_goes_out_as_a_workbook_with_a_sheet_for_each_series(bare: Client) -> None:
    written(bare)
    answer = bare.followed(bare.post(f"{PAGE}/xuat?so=Đảng ủy xã Tân Hòa"))
    rows = cells(answer, "Công văn 2025-2030")
    assert [row[0] for row in rows] == ["Số", "01", "03"]
    assert "filename*=UTF-8''S%E1%BB%95%20v%C4%83n" in answer.headers["content-disposition"]


def test_a_workbook_that_somebody_edited_is_not_overwritten(bare: Client) -> None:
    written(bare)
    bare.post(f"{PAGE}/xuat?so=Đảng ủy xã Tân Hòa")
    (file,) = (root_of(bare) / "so-van-ban").glob("*.xlsx")
    found = load_workbook(file)
    found.worksheets[0]["G2"] = "đã đối chiếu"
    found.save(file)
    before = file.read_bytes()
    answer = bare.post(f"{PAGE}/xuat?so=Đảng ủy xã Tân Hòa")
    assert "m%E1%BB%9Bi" in answer.to
    assert file.read_bytes() == before


def test_a_body_without_a_register_has_nothing_to_give(bare: Client) -> None:
    page = bare.followed(bare.post(f"{PAGE}/xuat"))
    assert "Không thấy sổ văn bản đi" in page.words
