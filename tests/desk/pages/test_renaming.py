"""A name that was mended in a form is mended where else it stands, if the clerk says so."""

from pathlib import Path
from urllib.parse import quote

import pytest

from tests.desk.client import Answer, Client
from tests.desk.forms.filled import fields_of
from tests.desk.pages.test_leaving import BASE, EAST, WHO, desk, folder, unit

__all__ = ["desk", "folder"]
NEW = "Lê Thị Mầu"


def renamed(desk: Client, new: str = NEW) -> Answer:
    """Save the form of a person with another name."""
    form = fields_of(desk.get(f"{BASE}/nhap?tep={WHO['tep']}&muc={WHO['muc']}").text)
    return desk.post(f"{BASE}/nhap/ghi", {**form, "v:ca_nhan.1.ho_ten": new})


def test_the_places_of_the_old_name_are_shown(desk: Client) -> None:
    page = desk.followed(renamed(desk))
    assert "«Lê Thị Mẫu» nay là «Lê Thị Mầu»" in page.words
    for place in ("Thành viên tập thể: Chi ủy", "Thư ký: Hội nghị kiểm điểm",
                  "Đối tượng bỏ phiếu: Hội nghị kiểm điểm", "Sổ nhận hồ sơ, mục 1"):  # fmt: skip
        assert place in page.words


def test_they_are_mended_where_they_are_ticked(desk: Client, folder: Path) -> None:
    renamed(desk)
    ticks = {f"o:{each}": "co" for each in
             ("tap_the.0.thanh_vien.1.ho_ten", "hoi_nghi.0.thu_ky.ho_ten", "ho_so.0.ai")}  # fmt: skip
    answer = desk.post(f"{BASE}/don-vi/thon-dong/doi-ten", {"cu": "Lê Thị Mẫu", "moi": NEW, **ticks})  # fmt: skip
    assert "Đã sửa tên ở 3 chỗ" in desk.followed(answer).words
    data = unit(folder, "thon-dong").data
    assert data.tap_the[0].thanh_vien[1].ho_ten == NEW
    assert data.hoi_nghi[0].thu_ky.ho_ten == NEW
    assert data.ho_so[0].ai == NEW
    assert data.hoi_nghi[0].kiem_phieu
    assert data.hoi_nghi[0].kiem_phieu.ket_qua[1].doi_tuong == "Lê Thị Mẫu"


def test_a_name_that_stands_nowhere_else_asks_nothing(desk: Client, folder: Path) -> None:
    path = folder / WHO["tep"]
    path.write_text(EAST[: EAST.index("tap_the:")] + EAST[EAST.index("ca_nhan:") : EAST.index("hoi_nghi:")], "utf-8")  # fmt: skip
    assert "/nhap?" in renamed(desk).to


@pytest.mark.parametrize(("old", "new"), [("Lê Thị Mẫu", NEW), ("Ai Đó", "Lê Thị Mẫu")])
def test_a_name_that_is_somebody_s_is_not_mended(desk: Client, old: str, new: str) -> None:
    page = desk.get(f"{BASE}/don-vi/thon-dong/doi-ten?cu={quote(old)}&moi={quote(new)}")
    assert page.status == 404
