"""Files of others that the page loads: each is known by version, licence and hash."""

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

import yaml

OWN = {
    "desk.css",
    "desk.js",
    "nhap.js",
    "soan.js",
    "duyet.js",
    "bieu-tuong.svg",
    "nguon.yaml",
    "xem/xem.css",
}
DESK = Path(str(files("generator.desk")))
HOME, MAKER = DESK / "tinh", DESK / "xem-nhanh"
KNOWN = yaml.safe_load((HOME / "nguon.yaml").read_text("utf-8"))
LICENCES = {"0BSD": "Zero-Clause BSD", "Apache-2.0": "Apache License"}
NAMESPACES = re.compile(
    r"http://(?:schemas\.(?:openxmlformats\.org|microsoft\.com)/[\w./-]*"
    r"|www\.w3\.org/(?:1998/Math/MathML|1999/xhtml|2000/svg|2000/xmlns/|XML/1998/namespace))"
)
"""Names of vocabularies, which nobody fetches."""

LARGEST = 850_000
"""Bytes of the quick view; a new version that is much larger brings what is not known."""


def test_each_is_the_file_of_its_version_with_its_licence() -> None:
    there = {
        each.relative_to(HOME).as_posix()
        for each in HOME.rglob("*")
        if each.is_file() and each.parent.name != "giay-phep"
    }
    assert there - OWN == set(KNOWN)
    for name, told in KNOWN.items():
        assert hashlib.sha256((HOME / name).read_bytes()).hexdigest() == told["sha256"]
        stem = Path(name).name.partition(".")[0]
        licence = (HOME / "giay-phep" / f"{stem}.txt").read_text("utf-8")
        assert LICENCES[told["giay_phep"]] in licence
    assert f'version:"{KNOWN["htmx.min.js"]["phien_ban"]}"' in text_of("htmx.min.js")


def test_the_quick_view_is_of_the_locked_packages_each_with_its_licence() -> None:
    told = KNOWN["xem/xem.js"]
    lock = json.loads((MAKER / "package-lock.json").read_text("utf-8"))["packages"]
    versions = {
        name.removeprefix("node_modules/"): each["version"] for name, each in lock.items() if name
    }
    licences = (HOME / "giay-phep" / "xem.txt").read_text("utf-8")
    heads = re.findall(r"^==== (\S+) (\S+) \((.+)\)\n\n(.*)", licences, re.MULTILINE)
    assert {"jszip", "prosemirror-model", told["goi"]} <= {name for name, *_ in heads}
    for name, version, _, first in heads:
        assert versions[name] == version
        assert first.strip(), f"no licence of {name}"
    assert versions[told["goi"]] == told["phien_ban"]


def test_the_lock_names_no_host_and_knows_every_package_by_its_hash() -> None:
    lock = json.loads((MAKER / "package-lock.json").read_text("utf-8"))["packages"]
    for name, each in lock.items():
        assert "resolved" not in each
        assert not name or each["integrity"].startswith("sha512-"), name


def test_what_is_loaded_names_no_other_host_and_carries_no_font() -> None:
    for name in sorted({*KNOWN, "xem/xem.css", "desk.css", "desk.js", "nhap.js", "soan.js"}):
        text = NAMESPACES.sub("", text_of(name))
        assert re.findall(r"(?:https?:|wss?:|[\"'`(])//[\w-]+\.[\w.-]+", text) == [], name
        assert re.findall(r"googleapis|gstatic|jsdelivr|unpkg|cdnjs|typekit", text) == [], name
        assert "font/woff" not in text


def test_the_quick_view_stays_small_and_knows_the_fonts_of_the_machine() -> None:
    text = text_of("xem/xem.js")
    assert len(text.encode()) < LARGEST
    assert '"Times New Roman","Liberation Serif"' in text
    assert not re.search(r"\beval\(|\bnew WebSocket|\bnew Worker|sendBeacon|XMLHttpRequest", text)


def test_no_page_names_another_address() -> None:
    for page in (DESK / "trang").iterdir():
        text = page.read_text("utf-8")
        assert "http://" not in text
        assert "https://" not in text
        assert "style=" not in text, page.name
        assert "onclick" not in text


def text_of(name: str) -> str:
    return (HOME / name).read_text("utf-8")
