"""A day after that of the check is told, of own and received papers, and changes no verdict."""

import datetime as dt
from pathlib import Path

import pytest

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.dossier.check import CheckRequest, checked
from generator.dossier.results import UnitResult
from tests.dossier.city import city, made
from tests.papers.unit_data import write
from tests.received.corpus import typed

SAMPLE = Path(__file__).parents[2] / "data/vi-du-2026"
WARD = "don-vi-01"


@pytest.fixture
def one(tmp_path: Path) -> BuildRequest:
    """A campaign of one ward, with minutes of two meetings of 02/12/2024."""
    folder = city(tmp_path / "song-lam")
    for each in (folder / "don-vi").glob("*.yaml"):
        each.unlink()
    write(folder / "don-vi" / f"{WARD}.yaml", made(1, "phuong", "Đảng ủy phường Hồng Sơn"))
    return BuildRequest(folder, tmp_path / "ra")


def judged(request: BuildRequest, day: dt.date) -> UnitResult:
    with checked(CheckRequest(request, day)) as answer:
        return next(answer.units())


def told(request: BuildRequest, day: dt.date) -> dict[str, str]:
    found = judged(request, day).problems
    return {each.code: each.message for each in found if each.code in {"KD753", "KD754"}}


@pytest.mark.parametrize(
    ("day", "number"), [("2024-11-30", 2), ("2024-12-01", 2), ("2024-12-02", 0), ("2024-12-03", 0)]
)
def test_days_of_papers_that_were_made_are_told(one: BuildRequest, day: str, number: int) -> None:
    assert told(one, dt.date.fromisoformat(day)) == {}
    list(build(one, here))
    found = told(one, dt.date.fromisoformat(day))
    assert list(found) == ["KD753"] * bool(number)
    assert not number or found["KD753"].startswith(f"{number} ngày ")


def test_the_same_day_of_many_people_is_told_once(tmp_path: Path) -> None:
    request = BuildRequest(SAMPLE, tmp_path)
    list(build(request, here))
    found = told(request, dt.date(2026, 12, 15))["KD753"]
    assert "«ngày ký xác nhận 28/12/2026 của Lê Thị Hạnh và 7 văn bản khác»" in found


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("Hồng Sơn, ngày 05 tháng 12 năm 2024", True),
        ("Hồng Sơn, ngày 04 tháng 12 năm 2024", False),
        ("Hồi 8 giờ 00 ngày 05/12/2024, tại trụ sở.", True),
        ("Phải xong\t31/12/2024", False),
        ("31/12/2024", False),
        ("Hồng Sơn, ngày 41 tháng 12 năm 2024", False),
    ],
)
def test_a_file_signed_after_the_day_of_the_check_is_told(
    one: BuildRequest, line: str, is_told: bool
) -> None:
    inbox = one.campaign / "da-nhan" / WARD
    inbox.mkdir(parents=True)
    lines = ["BIÊN BẢN HỌP", *(["…"] * 14), line]
    typed(*lines)(inbox / "3.3 Biên bản họp kiểm điểm, đánh giá, xếp loại.docx")
    found = told(one, dt.date(2024, 12, 4))
    assert list(found) == ["KD754"] * is_told
