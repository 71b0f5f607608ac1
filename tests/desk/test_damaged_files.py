"""Whatever lies where a data file should, every page of the desk answers in words."""

import datetime as dt
import importlib
import os
import pkgutil
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.routing import Route

from generator import shipped
from generator.desk import pages as desk_pages
from tests.desk.client import Client, opened_desk

SAMPLE = "vi-du-2026"
BASE = f"/dot/{SAMPLE}"
UNIT = "don-vi/chi-bo-thon-doai.yaml"
UNIT_NAME = "chi-bo-thon-doai"
FILES = (UNIT, "dot.yaml", "cong-van.yaml", "danh-muc/rieng.yaml", "loai/giay.yaml", "mau/a.docx",
         "da-nhan/chi-bo-thon-doai/a.docx", "../so-van-ban/Đảng ủy xã Tân Hòa.sqlite")  # fmt: skip
OF = {"the campaign": ("dot.yaml",), "all beside": tuple(each for each in FILES if each != "dot.yaml")}  # fmt: skip
VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")


def itself(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(path.name)


def nowhere(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("khong-co.yaml")


def folder_of_its_name(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()
    (path / "x.yaml").write_text("a: 1\n", "utf-8")


def pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def holding(data: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.unlink(missing_ok=True)
        path.write_bytes(data)

    return write


DAMAGES: dict[str, Callable[[Path], None]] = {
    "a link to itself": itself,
    "a link to nowhere": nowhere,
    "a folder": folder_of_its_name,
    "a picture": holding(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
    "nothing": holding(b""),
    "zeros": holding(bytes(300)),
    "three dashes": holding(b"- - -\n"),
    "a list": holding(b"- a\n- b\n"),
    "only a comment": holding("# chưa có gì\n".encode()),
    "half a letter": holding("loai: don-vi\nten: Ư".encode()[:-1]),
    "keys without values": holding(b"loai:\nten:\nnam:\nco_quan:\ndon_vi:\nca_nhan:\nthoi_han:\n"),
    "values of another kind": holding(
        b"loai: [x]\nten: {a: 1}\nnam: []\nco_quan: x\ndon_vi: [1]\nca_nhan: x\nthoi_han: {a: b}\n"
    ),
    "depths": holding(b"a: " + b"[" * 5000 + b"\n"),
}

LIKE_ANOTHER = {
    "a link to nowhere", "zeros", "three dashes", "a list", "only a comment", "half a letter",
}  # fmt: skip
"""Damages that take the way of another one through the reader: looked at by `make soak`."""

if hasattr(os, "mkfifo"):
    DAMAGES["a pipe"] = pipe


def pages() -> list[str]:
    """The addresses of all pages that are only looked at, with what they are asked."""
    asked = {
        "/bang/phan": ["", "?loc=sai", "?o=1&don-vi=UNIT"],
        "/bang/o": ["?don-vi=UNIT&muc=1"],
        "/don-vi/UNIT": ["", "?muc=van-de", "?muc=muc"],
        "/van-de": ["", "?don-vi=UNIT", "?nhom=don-vi"],
        "/cho": [f"?tep={quote(each)}{muc}" for each in FILES for muc in ("", "&muc=ten.0&dong=1")],
        "/tim": ["?chu=an"],
        "/tep": [f"?tep={quote(each)}" for each in FILES],
    }
    found = []
    for module in pkgutil.iter_modules(desk_pages.__path__):
        routes = importlib.import_module(f"{desk_pages.__name__}.{module.name}").routes
        base = "" if module.name in {"start", "new"} else BASE
        for each in routes:
            if isinstance(each, Route) and "GET" in (each.methods or ()):
                path = each.path.replace("{don_vi}", "UNIT")
                found += [f"{base}{path}{query}" for query in asked.get(path, [""])]
    return [each.replace("UNIT", UNIT_NAME) for each in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(shipped.DATA / SAMPLE, tmp_path / SAMPLE)
    beside = tmp_path / SAMPLE / "don-vi" / "chi-bo-ben-canh.yaml"
    beside.write_text(
        "loai: don-vi\ndon_vi: {ma: chi-bo-ben-canh, ten: Chi bộ Bên Cạnh, loai: chi_bo}\n", "utf-8"
    )
    for name in FILES:
        (tmp_path / SAMPLE / name).parent.mkdir(parents=True, exist_ok=True)
    return tmp_path / SAMPLE


@pytest.fixture
def desk(folder: Path) -> Iterator[Client]:
    with opened_desk(folder.parent, folder.parent / "output", dt.date(2026, 12, 8)) as client:
        yield client


def assert_every_page_answers(desk: Client, *told: str) -> None:
    """Each page answers, in Vietnamese, and «Vấn đề» tells of files by their names."""
    answered = {each: desk.get(each) for each in pages()}
    assert [each for each, answer in answered.items() if answer.status >= 500] == []
    mute = [
        each for each, answer in answered.items()
        if "text/html" in answer.headers.get("content-type", "")
        and answer.words and not VIETNAMESE.search(answer.words)
    ]  # fmt: skip
    assert mute == []
    for name in ("/van-de", "/bang/phan", "/don-vi"):
        assert len(answered[BASE + name].words) > 20, name
    assert [each for each in told if each not in answered[f"{BASE}/van-de"].words] == []


def test_every_page_is_among_them() -> None:
    assert len(pages()) > 40
    assert f"{BASE}/don-doc" in pages()


@pytest.mark.parametrize("which", OF)
@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(each, marks=pytest.mark.soak if each in LIKE_ANOTHER else ())
        for each in DAMAGES
    ],
)
def test_no_damage_of_a_file_breaks_a_page(
    damage: str, which: str, folder: Path, desk: Client
) -> None:
    for name in OF[which]:
        DAMAGES[damage](folder / name)
    told = ("dot.yaml",) if which == "the campaign" else (UNIT, "cong-van.yaml")
    assert_every_page_answers(desk, *told)


@pytest.mark.parametrize("which", OF)
def test_a_file_that_nobody_may_read_breaks_no_page(
    which: str, folder: Path, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = {folder / name for name in OF[which]}
    for each in closed:
        if not each.exists():
            each.write_text("loai: danh-muc\n", "utf-8")
    real = Path.open

    def refused(path: Path, *args: Any, **more: Any) -> Any:
        if path in closed:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *args, **more)

    monkeypatch.setattr(Path, "open", refused)
    assert_every_page_answers(desk)


@pytest.mark.parametrize("damage", ["a link to itself", "nothing"])
def test_a_file_in_the_place_of_a_folder_breaks_no_page(
    damage: str, folder: Path, desk: Client
) -> None:
    for name in ("danh-muc", "loai", "mau", "da-nhan", "don-vi"):
        shutil.rmtree(folder / name, ignore_errors=True)
        DAMAGES[damage](folder / name)
    assert_every_page_answers(desk)


def test_a_file_that_is_damaged_while_the_desk_is_open_breaks_no_page(
    folder: Path, desk: Client
) -> None:
    desk.get(f"{BASE}/bang/phan")
    for name in OF["all beside"]:
        itself(folder / name)
    assert_every_page_answers(desk)
    itself(folder / "dot.yaml")
    assert_every_page_answers(desk)
