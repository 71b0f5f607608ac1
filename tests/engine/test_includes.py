"""A block that stands in a file of its own: what it brings along, and what is wrong with it."""

import os
from pathlib import Path

import pytest
from lxml import etree

from generator.engine.package import read_package
from tests.engine.build import HEAD, NS, W_NS, compiled, docx, filled, p

BODY = p("trước") + p('{%p include "khoi/a.docx" %}') + p("sau")
NAME = "khoi/a.docx"


def style(name: str, based: str = "", size: int = 28) -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{on}'
        f'<w:rPr><w:sz w:val="{size}"/></w:rPr></w:style>'
    )


def styled(body: str, *styles: str) -> bytes:
    part = f"{HEAD}<w:styles {NS}>{''.join(styles)}</w:styles>"
    return docx(body, extra={"word/styles.xml": part})


def styles_of(folder: Path, template: bytes, block: bytes) -> dict[str, str]:
    """Size of each style in what is printed."""
    data, problems = filled(template, folder, {}, blocks={NAME: block})
    assert problems == []
    (folder / "in.docx").write_bytes(data)
    parts, _ = read_package(folder / "in.docx", "in.docx")
    w = f"{{{W_NS}}}"
    return {
        each.get(f"{w}styleId"): each.find(f"{w}rPr/{w}sz").get(f"{w}val")
        for each in etree.fromstring(parts["word/styles.xml"]).iter(f"{w}style")
        if each.find(f"{w}rPr/{w}sz") is not None
    }


def test_a_block_brings_the_styles_it_uses_and_those_they_are_based_on(tmp_path: Path) -> None:
    block = styled(
        p("chữ", style="Con"), style("Con", "Cha"), style("Cha", "Ong"), style("Ong"), style("La")
    )
    assert styles_of(tmp_path, styled(BODY), block).keys() == {"Con", "Cha", "Ong"}


def test_a_style_that_the_template_has_stays_as_it_is_there(tmp_path: Path) -> None:
    block = styled(p("chữ", style="Con"), style("Con", size=20))
    template = styled(BODY + p("x", style="Con"), style("Con", size=30))
    assert styles_of(tmp_path, template, block) == {"Con": "30"}


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_a_block_with_a_part_that_is_no_xml_is_named_with_that_part(
    tmp_path: Path, part: str
) -> None:
    block = docx(p("chữ", style="Con"), extra={part: "<w:khong-dong"})
    template, (wrong,) = compiled(docx(BODY), tmp_path, {}, {NAME: block})
    assert template is None
    assert (wrong.code, Path(wrong.place.file).name) == ("KD316", "a.docx")
    assert part in wrong.message


def test_a_block_that_is_no_word_file_is_named(tmp_path: Path) -> None:
    template, (wrong,) = compiled(docx(BODY), tmp_path, {}, {NAME: b"chu"})
    assert template is None
    assert (wrong.code, Path(wrong.place.file).name) == ("KD324", "a.docx")


def test_a_block_edited_between_two_readings_is_read_anew(tmp_path: Path) -> None:
    """One with the time of the earlier too: a block is remembered by its bytes."""
    first, _ = filled(docx(BODY), tmp_path, {}, blocks={NAME: docx(p("chữ một"))})
    kept = (tmp_path / NAME).stat()
    for told in ("chữ hai", "chữ một"):
        (tmp_path / NAME).write_bytes(docx(p(told)))
        os.utime(tmp_path / NAME, ns=(kept.st_atime_ns, kept.st_mtime_ns))
        again, _ = filled(docx(BODY), tmp_path, {})
        assert (again == first) == (told == "chữ một")
