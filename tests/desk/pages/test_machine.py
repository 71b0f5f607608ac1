"""The machine and the help, in words."""

from pathlib import Path

import pytest

from generator.desk.pages import machine
from generator.setup.machine import Finding
from tests.desk.client import Client
from tests.desk.pages.sample import BASE, folder_of, root_of


def test_the_machine_is_told_in_words(bare: Client) -> None:
    shown = bare.get(f"{BASE}/may").words
    for words in ("Quyền ghi", "Khoá tệp", "Chỗ trống", "Đóng phần mềm"):
        assert words in shown


def test_a_code_is_explained(bare: Client) -> None:
    assert "KD405: " in bare.get(f"{BASE}/tro-giup?ma=kd405").words
    assert "Không có mã «KD999»" in bare.get(f"{BASE}/tro-giup?ma=KD999").words


def test_the_templates_are_looked_at_after_the_page(
    bare: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(
        machine,
        "examine_templates",
        lambda: asked.append(1) or Finding("mẫu Word", good=True, detail="51 mẫu và khối"),
    )
    page = bare.get(f"{BASE}/may?mau=1")
    assert asked == []
    assert f'hx-get="{BASE}/may/mau"' in page.text
    assert "Mẫu Word Dùng được 51 mẫu và khối" in bare.get(f"{BASE}/may/mau").words


def test_the_help_says_where_data_lies_and_which_keys_there_are(bare: Client) -> None:
    shown = bare.get(f"{BASE}/tro-giup").words
    for place in (folder_of(bare), root_of(bare), Path.cwd()):
        assert str(place.resolve()) in shown
    for words in (
        "Những việc hay làm",
        "Các dấu nghĩa là gì",
        "Ctrl K",
        "người phụ trách phần mềm",
    ):
        assert words in shown


def test_the_table_of_keys_is_on_every_page(bare: Client) -> None:
    for page in (bare.get("/"), bare.get(f"{BASE}/nhat-ky")):
        assert 'id="bang-phim"' in page.text
        assert "Bảng phím" in page.words
