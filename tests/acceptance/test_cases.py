"""Inputs that once went wrong, each with its right value: the table is `cases.yaml`."""

import os
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from lxml import etree

from generator.engine.compile import compile_template
from generator.engine.render import render
from tests.cli.run import kiemdiem

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
SAMPLE = ROOT / "data" / "xa-loc-van-2026"
TABLE = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


class Came(NamedTuple):
    """What the command lines of a case came to."""

    exits: list[int]
    said: str
    printed: str
    xml: str


def rows() -> list[Any]:
    found = []
    for name, group in TABLE.items():
        for case, row in group["cases"].items():
            found.append(pytest.param(group, case, row, id=f"{name}-{case}"))
    return found


@pytest.mark.parametrize(("group", "case", "row"), rows())
def test_an_input_that_went_wrong_has_its_right_value(
    group: dict[str, Any],
    case: str,
    row: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    laid({**group["put"], **row.get("put", {})}, case, tmp_path)
    swapped(row.get("swap", {}), tmp_path)
    monkeypatch.chdir(tmp_path)
    came = ran([line.format(case) for line in row.get("run", group["run"])], tmp_path)
    assert not amiss(came)
    assert not missing(row, came), came.said
    among = row.get("either", [{}])
    assert any(not missing(each, came) for each in among), [missing(each, came) for each in among]


def test_a_run_that_holds_only_a_blank_is_kept(tmp_path: Path) -> None:
    path = CASES / "templates" / "khoang-trang.docx"
    template, _ = compile_template(path, lambda name: None)
    assert template
    content, problems = render(template, {"ten": "Ban Tổ chức"})
    assert content
    assert not problems
    (tmp_path / "van-ban.docx").write_bytes(content)
    assert document(tmp_path / "van-ban.docx")[0] == (
        "Ban Thường vụ Đảng ủy xã: Ban Tổ chức|Kính gửi: Ban Tổ chức và các chi bộ"
    )


@pytest.fixture
def one_unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    laid({"x/dot.yaml": "@dot.yaml", UNIT: f"@{UNIT[2:]}"}, "", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert kiemdiem("build", "x", "-o", "ra").returncode == 0
    return tmp_path / "ra"


UNIT = "x/don-vi/chi-bo-thon-dong.yaml"


def test_a_document_damaged_on_the_disk_does_not_count_and_is_made_again(one_unit: Path) -> None:
    [form] = one_unit.rglob("*02C - Tạ Xuân Hải.docx")
    whole = form.read_bytes()
    damaged = (CASES / "hostile" / "zeroed.docx").read_bytes()
    times = form.stat()
    form.write_bytes(damaged)
    os.utime(form, ns=(times.st_atime_ns, times.st_mtime_ns))
    said = kiemdiem("check", "x", "-o", "ra", "--as-of", "2026-12-05", "--all").stdout
    assert not re.search(r"(?m)^Tạ Xuân Hải +\+", said), said
    kiemdiem("build", "x", "-o", "ra")
    assert form.read_bytes() == whole


def test_whoever_signs_a_paper_speaks_for_the_body_in_its_head(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid({"x": "campaigns/xa-2026"}, "", tmp_path)
    monkeypatch.chdir(tmp_path)
    kiemdiem("build", "x", "-o", "ra")
    texts = {path.name: document(path)[0] for path in (tmp_path / "ra").rglob("*.docx")}
    numbered = {name: found[0] for name, text in texts.items() if (found := SYMBOL.findall(text))}
    wrong = [
        name
        for name, symbol in numbered.items()
        if ("T/M CHI" if symbol.endswith("ĐU") else "T/M BAN THƯỜNG VỤ") in texts[name]
    ]
    assert numbered
    assert not wrong


SYMBOL = re.compile(r"Số[^|]*-[A-ZĐ]{2}/(?:ĐU|CB)\b")


def laid(put: dict[str, str | None], case: str, folder: Path) -> None:
    """Lay out the folder of a case."""
    for place, source in put.items():
        if source is None:
            continue
        given = SAMPLE / source[1:] if source.startswith("@") else CASES / source.format(case)
        target = folder / place.format(case)
        target.parent.mkdir(parents=True, exist_ok=True)
        if given.is_dir():
            shutil.copytree(given, target)
        else:
            shutil.copy(given, target)


def swapped(swap: dict[str, list[str]], folder: Path) -> None:
    """Change words of a file, so that no whole file is kept for one line."""
    for name, (old, new) in swap.items():
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")


def ran(lines: list[str], folder: Path) -> Came:
    done = [kiemdiem(*line.split()) for line in lines]
    said = "\n".join(one.stdout + one.stderr for one in done)
    made = sorted(
        path for path in folder.glob("**/*.docx") if path.parts[len(folder.parts)] in MADE
    )
    texts = [document(path) for path in made]
    return Came(
        [one.returncode for one in done],
        re.sub(r"[ \t]+", " ", said),
        "\n".join(text for text, _ in texts),
        "\n".join(xml for _, xml in texts),
    )


MADE = {"ra", "van-ban.docx"}
"""Where the lines of the table put documents."""


def document(path: Path) -> tuple[str, str]:
    """The text of a document, «|» between its paragraphs, and its XML, which must be whole."""
    text, xml = [], ""
    with zipfile.ZipFile(path) as packed:
        assert "document.main+xml" in packed.read("[Content_Types].xml").decode()
        for name in packed.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(packed.read(name))
            xml += packed.read(name).decode() if name.startswith("word/document") else ""
            for paragraph in root.iter("{*}p"):
                text.append("".join(map(read, paragraph.iter("{*}t", "{*}noBreakHyphen"))))
    return "|".join(text), xml


def read(piece: etree._Element) -> str:
    """What stands there for a reader: blanks and hyphens are the same where no line may end."""
    text = "-" if piece.tag.endswith("}noBreakHyphen") else piece.text or ""
    return text.translate({0xA0: " ", 0x2011: "-", 0x2060: None})


def amiss(came: Came) -> list[str]:
    """What is wrong whatever the input: a crash, a raw control sign, a tag in a document."""
    found = [f"exit {code}" for code in came.exits if code not in (0, 1)]
    found += [repr(sign) for sign in came.said if sign < " " and sign != "\n"]
    found += [sign for sign in ("Traceback", "panicked") if sign in came.said]
    found += [sign for sign in ("{{", "{%", "%}", "}}") if sign in came.printed]
    return found + [tag for tag in ("<w:ins ", "<w:del ", "w:mailMerge") if tag in came.xml]


def missing(row: dict[str, Any], came: Came) -> list[str]:
    """What a row asks for and the run did not give."""
    want = row.get("exit")
    codes = want if isinstance(want, list) else [want] * len(came.exits)
    found = [] if want is None or codes == came.exits else [f"exit {came.exits}, not {want}"]
    for text, there, absent in (
        (came.said, "told", "not_told"),
        (came.printed, "printed", "not_printed"),
    ):
        found += [f"{there}: {words}" for words in row.get(there, ()) if not stands(words, text)]
        found += [f"{absent}: {words}" for words in row.get(absent, ()) if stands(words, text)]
    if "xml" in row and not re.search(row["xml"], came.xml):
        found.append(f"xml: {row['xml']}")
    return found


def stands(words: str, text: str) -> bool:
    return bool(re.search(words[1:], text)) if words.startswith("~") else words in text
