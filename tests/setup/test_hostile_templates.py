"""The check of a template answers whatever the file holds; it never ends in an error of its own."""

import io
import random
import re
import zipfile
from pathlib import Path

import pytest

from generator import shipped
from generator.problems import Problem
from generator.setup.template_check import check_templates

ODD = ("range(1134", "1134{% call", "", "-1", "9" * 400, "1e5", "²", "NaN", "20mm", "1in", "{{ x }}",
       "đ", "0x10", "1.5", " 12 ", "&#x0;", "true", "\u0661\u0662")  # fmt: skip
PARTS = ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/header1.xml",
         "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "docProps/core.xml",
         "word/footnotes.xml")  # fmt: skip


def spoiled(source: Path, seed: int) -> bytes:
    """A shipped template with some attribute values, names or brackets changed at random."""
    dice = random.Random(seed)
    buffer = io.BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(buffer, "w") as after:
        chosen = {dice.choice(PARTS) for _ in range(2)}
        for name in before.namelist():
            text = before.read(name)
            if name in chosen:
                text = _changed(text.decode(), dice).encode()
            after.writestr(name, text)
    return buffer.getvalue()


def _changed(text: str, dice: random.Random) -> str:
    values = list(re.finditer(r'="([^"]*)"', text))
    for found in sorted(dice.sample(values, min(4, len(values))), key=lambda m: -m.start()):
        text = text[: found.start(1)] + dice.choice(ODD) + text[found.end(1) :]
    if dice.random() < 0.2:
        at = dice.randrange(len(text))
        text = text[:at] + dice.choice(["<", ">", "{{", "%}", "</w:p>", "<w:p>", "&"]) + text[at:]
    return text


def checked(folder: Path, name: str, data: bytes) -> list[Problem]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return check_templates((path,), folder, None)[1]


@pytest.mark.parametrize("seeds", [20, pytest.param(60, marks=pytest.mark.soak)])
@pytest.mark.parametrize("name", ["cong-van.docx", "mau02/2025-02c.docx"])
def test_a_spoiled_template_is_answered(tmp_path: Path, name: str, seeds: int) -> None:
    told = 0
    for seed in range(seeds):
        told += bool(checked(tmp_path, name, spoiled(shipped.TEMPLATES / name, seed)))
    assert told > seeds // 6


@pytest.mark.parametrize("value", ODD)
def test_a_margin_that_is_no_measure_is_told(tmp_path: Path, value: str) -> None:
    source = shipped.TEMPLATES / "cong-van.docx"
    buffer = io.BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            text = before.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                text = re.sub(r'w:top="\d+"', f'w:top="{value}"', text)
            after.writestr(name, text.encode("utf-8", "surrogateescape"))
    problems = checked(tmp_path, "cong-van.docx", buffer.getvalue())
    if value not in {"20mm", ""}:
        assert problems
