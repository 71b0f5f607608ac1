"""The frame of the quick view: which file it shows, what it may reach."""

from urllib.parse import quote

import pytest

from tests.desk.client import Client
from tests.desk.pages.sample import BASE

FRAME = f"{BASE}/xem/khung"
FAILED = "Chưa xem nhanh được. Tệp Word vẫn tạo được."


def test_the_frame_reaches_this_desk_alone_and_stands_in_its_pages_only(bare: Client) -> None:
    headers = bare.get(f"{FRAME}?giay=/xem.docx").headers
    policy = dict(
        each.strip().split(" ", 1) for each in headers["content-security-policy"].split(";")
    )
    assert policy.pop("default-src") == "'none'"
    assert policy.pop("sandbox") == "allow-scripts allow-same-origin"
    assert policy.pop("img-src") == "'self' data: blob:"
    assert {name for name, what in policy.items() if what == "'self'"} == {
        "script-src", "style-src", "font-src", "connect-src", "frame-ancestors",
    }  # fmt: skip
    assert {name for name, what in policy.items() if what != "'self'"} == {
        "form-action",
        "base-uri",
    }
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["x-dns-prefetch-control"] == "off"


def test_a_page_may_hold_frames_of_this_desk_and_stands_in_none(bare: Client) -> None:
    headers = bare.get(f"{BASE}/van-ban").headers
    assert "frame-src 'self';" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        (
            f"giay={quote('/xem.docx?don-vi=a&khoa=02B%2Fb', safe='')}",
            "/xem.docx?don-vi=a&amp;khoa=02B%2Fb",
        ),
        (f"giay={quote('/tep?ten=da-nhan/a b.docx')}", "/tep?ten=da-nhan/a b.docx"),
    ],
)
def test_the_frame_names_the_file_that_it_shows(bare: Client, asked: str, address: str) -> None:
    page = bare.get(f"{FRAME}?{asked}")
    assert page.status == 200
    assert f'data-tep="{BASE}{address}"' in page.text


@pytest.mark.parametrize(
    "giay",
    ["", "http://evil.vn/a.docx", "//evil.vn/a.docx", "/../../tinh/desk.js", "/%2e%2e/x", "a.docx", "\\\\evil.vn\\a",
     "/\\evil.vn/a", "/./a", "//a", "javascript:alert(1)", "/a\n/b", "data:,x", "/x%5c..%5cy"],
)  # fmt: skip
def test_the_frame_shows_no_file_from_elsewhere(bare: Client, giay: str) -> None:
    page = bare.get(f"{FRAME}?giay={quote(giay, safe='')}")
    assert page.status == 404
    assert page.words.endswith(FAILED)
    assert "data-tep" not in page.text
    assert "<script" not in page.text


def test_an_address_in_the_query_cannot_break_out_of_the_frame(bare: Client) -> None:
    hostile = quote('/tep?ten="><script>x')
    page = bare.get(f"{FRAME}?giay={hostile}")
    assert "<script>x" not in page.text
