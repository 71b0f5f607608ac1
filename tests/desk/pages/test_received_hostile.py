"""A hundred files that mean harm are dropped: each is placed or told, and nothing lies elsewhere."""

import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import ClientDisconnect

from generator.at_work import receiving
from tests.desk.client import BOUNDARY, Client
from tests.desk.pages.sample import BASE, NAME, UNIT, folder_of, root_of
from tests.received.offices_damaged import damaged

LIST = f"{BASE}/ho-so-nhan"
NAMES = (
    "../../../etc/passwd", "..\\..\\Windows\\win.ini.docx", "..", ".", "/etc/shadow.docx", "C:\\autoexec.pdf",
    "\\\\may-chu\\chung\\a.docx", "D:a.docx", "a.docx:evil", "a.docx::$DATA", "a:b.docx", "CON", "con.docx",
    "NUL.pdf", "aux.docx", "COM1.docx", "lpt9.png", "CONIN$.pdf", "prn .docx", "x.docx.", "x.docx ", "x.docx...",
    " x.docx", ".docx", ".htaccess", ".kiemdiem-0.tmp", "desktop.ini", "Thumbs.db", "~$x.docx", "._x.docx",
    "a" * 251 + ".pdf", "ạ" * 83 + ".pdf", "x." + "y" * 250, "<script>alert(1)<script>.docx",
    "{{ 7*7 }}.docx", "{% raw %}.pdf", "'; DROP TABLE tep; --.pdf", "%2e%2e%2f%2e%2e%2fa.pdf", "a%00b.pdf",
    "\u202edocx.exe", "x\u202excod.pdf", "\u200b.pdf", "é.pdf", unicodedata.normalize("NFD", "é.pdf"), "É.PDF",
    "-rf.pdf", "$(reboot).pdf", "`id`.pdf", "a|b.pdf", "a?b*.pdf", "don-vi.yaml", "dot.yaml", "chua-xep",
    "da-nhan.docx", "x.lnk", "x.url", "x.exe", "x.bat", "x.docm", "x.html", "x.svg", "x.js", "x.scr",
    "x.pdf.exe", "x.zip", "x.7z", "TỐI MẬT.pdf", "(MẬT) nhân sự.docx",
)  # fmt: skip
"""Names as other systems and bad intentions write them; none has a sign that ends a header."""


@pytest.fixture
def hostile(tmp_path: Path) -> list[tuple[str, tuple[str, bytes]]]:
    def contents() -> Iterator[bytes]:
        for number, each in enumerate(damaged()):
            each.make(tmp_path / f"mau-{number}")
            yield (tmp_path / f"mau-{number}").read_bytes()

    bodies = list(contents())
    named = [(name, bodies[i % len(bodies)] + f"<{i}>".encode()) for i, name in enumerate(NAMES)]
    usual = [(f"tep {i}.docx", data) for i, data in enumerate(bodies)]
    return [("tep", each) for each in [*named, *usual][:100]]


def below(folder: Path) -> set[str]:
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*")}


def elsewhere(desk: Client) -> set[str]:
    """Everything below the test's folder, but what was received and what the program made."""
    home = folder_of(desk).parent
    own = (f"{NAME}/da-nhan", root_of(desk).relative_to(home).as_posix(), "mau-")
    return {each for each in below(home) if not each.startswith(own)}


def test_a_hundred_hostile_files(
    made: Client, hostile: list[tuple[str, tuple[str, bytes]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(hostile) == 100
    before = elsewhere(made)
    go = threading.Event()
    real = receiving.answers

    def held(*asked: Any) -> Iterator[Any]:
        go.wait()
        return real(*asked)

    monkeypatch.setattr(receiving, "answers", held)
    sent = made.post(f"{LIST}/nhan", {"don-vi": "", "ve": "//evil.example/"}, files=hostile)
    try:
        assert sent.to == LIST
        opened = made.desk.campaign(NAME)
        assert opened is not None
        assert opened.job is not None
        assert opened.job.running
        for address in (
            LIST,
            f"{LIST}/phan",
            f"{BASE}/bang",
            f"{BASE}/don-vi/{UNIT}",
            f"{BASE}/van-de",
        ):
            assert made.get(address).status == 200, address
    finally:
        go.set()
    assert made.job_done(NAME).startswith("Đã xếp ")
    left = opened.kept["khong-nhan"]
    home = folder_of(made) / "da-nhan"
    lying = [each for each in home.rglob("*") if each.is_file()]
    assert len(lying) + len(left) == 100
    assert all(each.ra.ly_do for each in left)
    assert elsewhere(made) == before
    assert not any(
        each.name.startswith((".", "~")) or each.is_symlink() for each in home.rglob("*")
    )
    assert {each.parent.relative_to(home).as_posix() for each in lying} <= {"chua-xep", UNIT}
    assert {each.suffix.lower() for each in lying} <= {".docx", ".pdf", ".docm", ".svg", ".png"}
    for each in lying:
        assert len(each.name.encode()) <= 255
        assert unicodedata.is_normalized("NFC", each.name)
        assert each.name.isprintable()
        assert not set('<>:"/\\|?*') & set(each.name)
    assert len({each.as_posix().casefold() for each in lying}) == len(lying)
    page = made.get(f"{LIST}/phan")
    assert page.status == 200
    assert "<script>alert" not in page.text
    assert "49.docx" not in page.text
    assert made.get(f"{LIST}/phan?loc=bo-qua").words.count("Không nhận") > 10


def test_the_bytes_of_what_lies_there_are_the_senders(
    made: Client, hostile: list[tuple[str, tuple[str, bytes]]]
) -> None:
    sent = {data for _, (_, data) in hostile}
    made.post(f"{LIST}/nhan", {"don-vi": UNIT, "ve": ""}, files=hostile[-20:])
    made.job_done(NAME)
    lying = [each for each in (folder_of(made) / "da-nhan").rglob("*") if each.is_file()]
    assert lying
    assert all(each.read_bytes() in sent for each in lying)


def test_a_form_that_is_no_form_takes_what_came_before_it(made: Client) -> None:
    part = '--{0}\r\nContent-Disposition: form-data; name="tep"; filename="{1}"\r\n\r\n%PDF {1}\r\n'
    good, odd = part.format(BOUNDARY, "a.pdf"), part.format(BOUNDARY, "b\0c.pdf")
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    for body in (f"{good}{odd}--{BOUNDARY}--\r\n", f"{good}--{BOUNDARY}\r\nrác", "rác", ""):
        raw(made, body.encode(), kind)
    raw(made, b"x", "text/plain")
    raw(made, b"x", "multipart/form-data")
    made.job_done(NAME)
    home = folder_of(made) / "da-nhan"
    lying = {each.relative_to(home).as_posix() for each in home.rglob("*") if each.is_file()}
    assert "chua-xep/a.pdf" in lying
    assert all(each.startswith("chua-xep/") and "\0" not in each for each in lying)


def raw(desk: Client, body: bytes, kind: str) -> None:
    headers = {
        "content-type": kind,
        "content-length": str(len(body)),
        "origin": f"http://{desk.door.host}",
    }
    answer = desk._asked("POST", f"{LIST}/nhan", body, headers)
    assert answer.status == 303


def test_a_sender_that_goes_away_leaves_no_half_file(made: Client) -> None:
    body = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="tep"; filename="a.pdf"\r\n\r\n%PDF half'
    raw(made, body.encode(), f"multipart/form-data; boundary={BOUNDARY}")
    home = folder_of(made) / "da-nhan"
    assert [each.name for each in home.rglob("*") if each.is_file()] == []


def test_other_pages_take_no_more_than_before(made: Client) -> None:
    with pytest.raises(ClientDisconnect):
        made.post(f"{LIST}/quen", ma="x" * (5 * 2**20))
