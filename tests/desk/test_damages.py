"""Twenty damages of a campaign: each is on the page, leads to its place, and is mended there."""

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

import pytest

from generator import shipped
from tests.desk.client import Answer, Client, opened_desk
from tests.desk.forms.filled import fields_of

SAMPLE = "xa-loc-van-2026"
BASE = f"/dot/{SAMPLE}"
UNIT, TREE = "don-vi/chi-bo-thon-tay.yaml", "don-vi/chi-bo-ubnd/ca-nhan/mai-the-thach.yaml"


class Damage(NamedTuple):
    """What is broken in a file, the code that tells it, and how it is mended on the page.

    `typed` goes into the field at the place; `pressed` is the button; neither: the text as it was
    is typed into the whole file.
    """

    file: str
    old: str
    new: str
    code: str
    typed: str = ""
    pressed: str = ""


DAMAGES = {
    "a day that is none": Damage(UNIT, "03/10/1969", "31/02/1969", "KD112", "03/10/1969"),
    "a day in words": Damage(UNIT, "ngay: 01/12/2026", "ngay: đầu tháng 12", "KD111", "01/12/2026"),
    "a word that is not of the list": Damage(UNIT, "vai_tro: cap_uy", "vai_tro: cap_ui", "KD110", pressed="Sửa thành «cap_uy»"),
    "a misspelt key": Damage(UNIT, "han_che: Chi", "han_chee: Chi", "KD101", pressed="Sửa tên mục thành «han_che»"),
    "a key of nobody": Damage(UNIT, "nam_sinh_cua_ai", "nam_sinh_cua_ai", "KD101", pressed="Bỏ mục «mau_sac»"),
    "neither yes nor no": Damage(UNIT, "    dung_dau: có\n    uu_diem", "    dung_dau: hình như\n    uu_diem", "KD115", "có"),
    "a number in letters": Damage(UNIT, "chung: 27", "chung: hai bảy", "", "27"),
    "points above the highest": Damage(UNIT, "chung: 25", "chung: 45", "", "25"),
    "a level that is none": Damage(UNIT, "tu_nhan: Hoàn thành tốt nhiệm vụ\n      quyet", "tu_nhan: Rất tốt\n      quyet", "", "Hoàn thành tốt nhiệm vụ"),
    "more done than given": Damage(UNIT, "tong: 14, hoan_thanh: 14", "tong: 14, hoan_thanh: 41", "", "14"),
    "a tab": Damage(UNIT, "  ma: chi-bo-thon-tay", "\tma: chi-bo-thon-tay", "KD011"),
    "a colon in a value": Damage(UNIT, "Đồng chí phụ trách nội dung mới", "Đồng chí phụ trách: nội dung mới", "KD012"),
    "a bracket not closed": Damage(UNIT, "ho_ten: Phạm Thị Hồng Oanh}\nnoi", "ho_ten: Phạm Thị Hồng Oanh\nnoi", ""),
    "a key twice": Damage(UNIT, "  ky_hieu: CB\n", "  ky_hieu: CB\n  ky_hieu: CB\n", "KD020"),
    "a lost indent": Damage(UNIT, "  cap_uy: Chi ủy Chi bộ thôn Tây", "cap_uy: Chi ủy Chi bộ thôn Tây", ""),
    "a person without a name": Damage(TREE, "ho_ten: Mai Thế Thạch", "ho_ten:", "", "Mai Thế Thạch"),
    "the day of the campaign's end": Damage("dot.yaml", "ngay: 15/12/2026", "ngay: 35/12/2026", "KD112", "15/12/2026"),
    "a year of another century": Damage("dot.yaml", "nam: 2026\n", "nam: 1926\n", "", "2026"),
    "a letter without what it is about": Damage("ke-hoach.yaml", "trich_yeu: ", "trich_yeuu: ", "KD101", pressed="Sửa tên mục thành «trich_yeu»"),
    "a letter signed on no day": Damage("ke-hoach.yaml", "ngay: ", "ngay: 99/", "", "="),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(shipped.DATA / SAMPLE, tmp_path / SAMPLE)
    return tmp_path / SAMPLE


@pytest.fixture
def desk(folder: Path) -> Iterator[Client]:
    with opened_desk(folder.parent, folder.parent / "output", dt.date(2026, 12, 8)) as client:
        yield client


def links(page: Answer) -> list[str]:
    """The places to which the findings of a page lead."""
    found = re.findall(rf'href="({BASE}/nhap\?[^"]*)"', page.text)
    return list(dict.fromkeys(map(unescape, found)))


def fields(page: Answer) -> dict[str, str]:
    """What the form of a page would send if nobody typed: of a form, or of a whole file."""
    if "data-nhap" in page.text:
        return fields_of(page.text)
    form = page.text[page.text.index("data-luu") :]
    found = {
        name: unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form)
    }
    for name, text in re.findall(
        r'<textarea[^>]* name="([^"]+)"[^>]*>\n(.*?)</textarea>', form, re.DOTALL
    ):
        found[name] = unescape(text)
    return found


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_told_and_mended_on_the_page(name: str, folder: Path, desk: Client) -> None:
    damage = DAMAGES[name]
    file = folder / damage.file
    whole = file.read_text("utf-8")
    if damage.old == damage.new:
        broken = whole.replace(
            "  ma: chi-bo-thon-tay\n", "  ma: chi-bo-thon-tay\n  mau_sac: đỏ\n", 1
        )
    else:
        broken = whole.replace(damage.old, damage.new, 1)
    assert broken != whole
    before = set(links(desk.get(f"{BASE}/van-de")))
    file.write_text(broken, "utf-8")
    told = desk.get(f"{BASE}/van-de")
    new = [each for each in links(told) if each not in before and f"ma={damage.code}" in each]
    assert new, told.words
    place = desk.get(new[0])
    if place.to:  # what is no data has no form: its text is shown
        place = desk.followed(place)
    assert place.status == 200
    mended(desk, place, new[0], damage, whole)
    assert set(links(desk.get(f"{BASE}/van-de"))) <= before
    if not damage.pressed:
        assert file.read_text("utf-8") == whole


def mended(desk: Client, place: Answer, address: str, damage: Damage, whole: str) -> None:
    asked = dict(parse_qsl(urlsplit(address).query))
    tep, muc = asked["tep"], asked.get("muc", "")
    form = {"tep": tep, "muc": muc}
    if damage.pressed:
        (button,) = re.findall(
            rf'name="cach" value="([^"]+)"><input type="hidden" name="nhan" value="{re.escape(damage.pressed)}"',
            place.text,
        )
        form |= {"cach": button, "nhan": damage.pressed}
    elif damage.typed:
        found = fields(place)
        there = [
            key
            for key in found
            if key.startswith("c:")
            and damage.new.split(": ")[-1].split(",")[0].strip() in found[key]
        ]
        key = f"c:{muc}" if f"c:{muc}" in found else there[0]
        value = found[key].replace("99/", "") if damage.typed == "=" else damage.typed
        form |= found | {"v:" + key[2:]: value}
    else:
        form |= fields(place) | {"chu": whole}
    way = "nhap" if "data-nhap" in place.text and not damage.pressed else "cho"
    answer = desk.post(f"{BASE}/{way}/ghi", form)
    assert answer.status == 303, answer.words
    assert "Đã lưu" in desk.followed(answer).words


def test_there_are_twenty_of_them() -> None:
    assert len(DAMAGES) >= 20
