"""Every message that a form can cause stands on that form, beside the field or the group it is of."""

import datetime as dt
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.acceptance import test_bad_letters as letters
from tests.acceptance import test_bad_units as units
from tests.acceptance.test_bad_letters import office
from tests.desk.client import Answer, Client, opened_desk
from tests.papers import unit_data

__all__ = ["office"]

DAY = dt.date(2026, 12, 15)
WHOLE_FILE = {"KD032"}
"""What is said of the kind of a file, which has no form then."""


def links(page: Answer, code: str) -> list[str]:
    """The places to which the findings of one code lead."""
    found = re.findall(r'href="(/dot/[^"]*/nhap\?[^"]*)"', page.text)
    return [each for each in dict.fromkeys(map(unescape, found)) if f"ma={code}" in each]


def beside(desk: Client, code: str, base: str) -> Iterator[tuple[str, bool]]:
    """Yield the forms that the findings of one code lead to, and whether the code stands there."""
    for address in links(desk.get(f"{base}/van-de"), code):
        page = desk.get(address)
        if page.to:
            page = desk.followed(page)
        yield address, bool(re.search(rf'class="ma">{code}\b', page.text))


@pytest.mark.parametrize("name", letters.CASES)
def test_a_bad_letter_is_told_on_its_form(name: str, office: Path) -> None:
    text, code, _, _ = letters.CASES[name]
    (office / "van-ban.yaml").write_text(text, "utf-8")
    with opened_desk(office.parent, office.parent / "ra", DAY) as desk:
        shown = list(beside(desk, code, f"/dot/{office.name}"))
    assert shown or code in WHOLE_FILE, code
    assert [address for address, there in shown if not there] == []


@pytest.mark.parametrize("broken", units.CASES, ids=lambda each: each[0])
def test_a_bad_unit_is_told_on_the_form_of_its_subject(tmp_path: Path, broken: tuple) -> None:  # type: ignore[type-arg]
    _, year, change, code, _, _ = broken
    data = units.year_of(year)
    change(data)
    folder = unit_data.campaign(tmp_path / "dot", year, data)
    with opened_desk(tmp_path, tmp_path / "ra", DAY) as desk:
        shown = list(beside(desk, code, f"/dot/{folder.name}"))
    assert shown
    assert [address for address, there in shown if not there] == []
