"""Where a template of an office is drawn otherwise than the pack of its side prescribes."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from generator import shipped
from generator.regulations.packs import load_pack
from generator.setup.drawn_otherwise import drawn_otherwise

BLOCK = shipped.TEMPLATES / "khoi" / "noi-dung.docx"
PACKS = (load_pack("hd05"), load_pack("nd30"))


def told(old: str = "", new: str = "", khoi: str = "dang", file: Path = BLOCK) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as packed:
        styles, body = (packed.read(f"word/{name}.xml").decode() for name in ("styles", "document"))
    assert old in styles + body
    trees = [etree.fromstring(each.replace(old, new).encode()) for each in (styles, body)]
    found = drawn_otherwise(trees[0], trees[1], file, PACKS, khoi)
    return [f"{each.code} {each.message}" for each in found]


def test_a_shipped_block_fits_the_party() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('w:firstLine="567"', 'w:firstLine="0"', "thụt đầu dòng 0 mm (quy định 10 mm)"),
        ('w:firstLine="567"', 'w:firstLine="720"', ""),  # 12,7 mm, as HD 05 itself is printed
        ('w:after="120"', 'w:after="40"', "cách đoạn 2 pt (quy định từ 6 pt)"),
        ('w:line="380"', 'w:line="300"', "giãn dòng đúng 15 pt (quy định đúng 18–22 pt)"),
        ('w:lineRule="exact"', 'w:lineRule="auto"', "giãn dòng 1.58 dòng (quy định đúng 18–22 pt)"),
        ('<w:jc w:val="both"/>', "", "không căn đều hai bên"),
    ],
)
def test_paragraphs_are_held_against_the_pack(old: str, new: str, said: str) -> None:
    assert any(said in each for each in told(old, new)) if said else told(old, new) == []


def test_a_template_of_the_state_is_held_against_its_own_pack() -> None:
    assert [each for each in told(khoi="nha_nuoc") if "giãn dòng đúng 19 pt" in each]


def test_margins_are_those_of_the_side_whose_template_it_is() -> None:
    wide = ('w:right="850"', 'w:right="1134"')
    assert [each for each in told(*wide) if "lề phải 20 mm" in each]
    assert [each for each in told(*wide, khoi="nha_nuoc") if "lề phải" in each] == []
