"""«Mở bằng Word», «Mở thư mục» on the pages; where a machine has no way, a link to download."""

from pathlib import Path
from urllib.parse import quote

import pytest

from generator.desk import programs
from generator.desk.programs import Way
from tests.desk.client import Client
from tests.desk.pages.sample import BASE, UNIT, root_of

PAPERS = f"{BASE}/don-vi/{UNIT}?muc=van-ban"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What a machine with a way to open files was asked to open."""
    found: list[Path] = []
    monkeypatch.setattr(programs, "way", lambda: Way.XDG)
    for name in ("open_file", "open_folder"):
        monkeypatch.setattr(programs, name, lambda path: found.append(path) or True)
    return found


def word_of(desk: Client) -> Path:
    return next((root_of(desk) / UNIT).glob("*Danh mục hồ sơ*.docx"))


def test_a_paper_is_opened_and_the_page_says_so(made: Client, opened: list[Path]) -> None:
    word = word_of(made)
    assert "Mở bằng Word" in made.get(PAPERS).words
    answer = made.post(f"{BASE}/mo-tep", ten=f"{UNIT}/{word.name}")
    assert opened == [word.resolve()]
    assert f"Đang mở bằng Word: «{word.name}»" in made.followed(answer).words


def test_its_folder_is_shown_and_that_is_said_beside_the_button(
    made: Client, opened: list[Path]
) -> None:
    word = word_of(made)
    answer = made.post(
        f"{BASE}/mo-thu-muc", ten=f"{UNIT}/{word.name}", headers={"hx-request": "true"}
    )
    assert opened == [word.resolve()]
    assert answer.words == "Đang mở thư mục."


@pytest.mark.parametrize("name", ["../../etc/hostname", "khong-co.docx", "dot.yaml"])
def test_nothing_else_is_opened(made: Client, opened: list[Path], name: str) -> None:
    assert made.post(f"{BASE}/mo-tep", ten=name).status == 404
    assert opened == []


def test_a_link_opens_nothing(made: Client, opened: list[Path]) -> None:
    name = quote(f"{UNIT}/{word_of(made).name}")
    assert made.get(f"{BASE}/mo-tep?ten={name}").status == 403
    assert opened == []


def test_a_machine_that_cannot_open_it_says_so_and_offers_the_download(
    made: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "open_file", lambda _path: False)
    name = f"{UNIT}/{word_of(made).name}"
    answer = made.post(f"{BASE}/mo-tep", ten=name, headers={"hx-request": "true"})
    assert "Máy này không mở được từ trang. Tải về" in answer.words


def test_without_a_way_papers_are_downloaded(made: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "way", lambda: None)
    page = made.get(PAPERS)
    assert "Tải về" in page.words
    assert "Mở bằng Word" not in page.words
