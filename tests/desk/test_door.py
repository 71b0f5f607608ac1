"""Only the browser that the opening link let in is answered; everything else is refused."""

import datetime as dt
import shutil
from collections.abc import Iterator

import pytest
from starlette.types import Message

from generator import shipped
from generator.desk import door as doors
from generator.desk.door import Door
from tests.desk.client import Client, awaited, opened_desk

SAMPLE = "vi-du-2026"
BASE = f"/dot/{SAMPLE}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(shipped.DATA / SAMPLE, folder / SAMPLE)
    (folder / "mat.yaml").write_text("bí mật: có\n", "utf-8")
    with opened_desk(folder, folder / "output", dt.date(2026, 12, 8)) as client:
        yield client


HOSTS = ["", "127.0.0.1", "127.0.0.1:1", "localhost:8366", "evil.vn", "evil.vn:8366", "127.0.0.1:8366.evil.vn",
         "[::1]:8366", "0.0.0.0:8366", "127.0.0.1:8366@evil.vn", "127.1:8366"]  # fmt: skip
ORIGINS = ["null", "http://evil.vn", "http://localhost:8366", "https://127.0.0.1:8366",
           "http://127.0.0.1:9999", "http://127.0.0.1", "file://", "chrome-extension://abc"]  # fmt: skip
SITES = ["cross-site", "same-site", "CROSS-SITE", "x"]
COOKIES = ["", "kiemdiem-8366=", "kiemdiem-8366=x", "kiemdiem-1=KEY", "KIEMDIEM-8366=KEY", "kiemdiem-8366=KEYx",
           "kiemdiem-8366=ệ", "kiemdiem-8366", ";;;=", "kiemdiem-8366=x; kiemdiem-8366=y"]  # fmt: skip
METHODS = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"]
OUTSIDE = ["../mat.yaml", "../../etc/passwd", "/etc/passwd", "..\\..\\mat.yaml", "don-vi/../../mat.yaml",
           "C:/Windows/win.ini", "\x00", "don-vi/\x00.yaml", "....//mat.yaml", "file:///etc/passwd",
           ".thay-doi.db", "don-vi", "", "README.md"]  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
def test_under_another_name_nobody_is_answered(desk: Client, host: str) -> None:
    assert desk.get(f"{BASE}/bang", headers={"host": host}).status == 403


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_another_site_sends_is_refused(desk: Client, origin: str, method: str) -> None:
    asked = getattr(desk, method)(
        "/con-mo" if method == "post" else "/", headers={"origin": origin}
    )
    assert asked.status == 403


@pytest.mark.parametrize("site", SITES)
def test_what_another_site_makes_the_browser_ask_is_refused(desk: Client, site: str) -> None:
    assert desk.get(f"{BASE}/bang", headers={"sec-fetch-site": site}).status == 403


@pytest.mark.parametrize("cookie", COOKIES)
def test_without_its_cookie_a_browser_is_refused(desk: Client, cookie: str) -> None:
    value = cookie.replace("KEY", desk.door.key)
    for address in ("/", f"{BASE}/bang", "/tinh/desk.css", "/khong-co"):
        assert (
            desk.get(address, headers={"cookie": value.encode("utf-8").decode("latin-1")}).status
            == 403
        )


@pytest.mark.parametrize("method", METHODS)
def test_another_method_is_refused(desk: Client, method: str) -> None:
    assert desk._asked(method, "/", b"", {"origin": f"http://{desk.door.host}"}).status == 403


def test_a_form_without_an_origin_is_refused(desk: Client) -> None:
    assert desk.post("/con-mo", headers={"origin": ""}).status == 403


@pytest.mark.parametrize(
    "address", ["/con-mo", f"{BASE}/cho/ghi", f"{BASE}/van-ban/tao", f"{BASE}/dong"]
)
def test_what_changes_something_is_not_done_by_a_link(desk: Client, address: str) -> None:
    assert desk.get(address).status in {403, 404}


@pytest.mark.parametrize("name", OUTSIDE)
def test_no_file_outside_the_campaign_is_shown_or_written(desk: Client, name: str) -> None:
    from urllib.parse import quote

    asked = desk.get(f"{BASE}/cho?tep={quote(name)}")
    assert asked.status == 404
    assert "bí mật" not in asked.text
    written = desk.post(f"{BASE}/cho/ghi", tep=name, muc="", luc_mo="bí mật: có", chu="a: b")
    assert written.status == 404
    assert (desk.desk.data / "mat.yaml").read_text("utf-8") == "bí mật: có\n"


def test_the_link_lets_one_browser_in_and_no_second_one(desk: Client) -> None:
    link = desk.door.link().removeprefix(f"http://{desk.door.host}")
    nobody = {"cookie": ""}
    first = desk.get(link, headers=nobody)
    assert first.status == 303
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert desk.get(link, headers=nobody).status == 403
    assert desk.get("/", headers={"cookie": cookie.split(";")[0]}).status == 200


def test_a_second_start_gets_a_link_only_with_its_secret(desk: Client) -> None:
    nobody = {"cookie": "", "origin": ""}
    del nobody["origin"]
    assert desk.post("/mo-them", headers={**nobody, "x-kiemdiem": "x"}).status == 403
    given = desk.post("/mo-them", headers={**nobody, "x-kiemdiem": desk.door.second})
    assert given.status == 200
    assert given.text.startswith(f"http://{desk.door.host}/mo?ve=")


def test_a_page_may_load_nothing_from_elsewhere_and_run_no_script_of_its_own(desk: Client) -> None:
    for address in ("/", f"{BASE}/bang", f"{BASE}/khong-co", "/tinh/desk.css"):
        headers = desk.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_a_body_that_is_too_large_ends_the_connection() -> None:
    parts: list[Message] = [
        {"type": "http.request", "body": b"123456", "more_body": True},
        {"type": "http.request", "body": b"789012", "more_body": False},
    ]

    async def receive() -> Message:
        return parts.pop(0)

    async def both() -> list[str]:
        part = doors.limited(receive, 10)
        return [(await part())["type"], (await part())["type"]]

    assert awaited(both()) == ["http.request", "http.disconnect"]


def test_two_doors_have_nothing_in_common() -> None:
    one, other = Door(1), Door(2)
    assert len({one.key, one.second, other.key, other.second}) == 4
    assert one.cookie != other.cookie


def test_there_are_fifty_hostile_requests() -> None:
    assert (
        len(HOSTS) + 2 * len(ORIGINS) + len(SITES) + len(COOKIES) + len(METHODS) + len(OUTSIDE) > 50
    )
