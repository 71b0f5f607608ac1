"""Excel files, well-formed and then spoilt."""

import io
import random
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

from tests.opening.foreign.said import strange, text

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/package/2006"


def sheet(chance: random.Random) -> bytes:
    """An Excel file, spoilt in one to three ways, or in none."""
    lines = text(chance)
    if chance.random() < 0.3:
        lines = strange(chance, lines)
    rows = [_row(chance, number, line) for number, line in enumerate(lines, 1)]
    for spoil in chance.sample(_SPOILS, chance.choice([0, 1, 1, 2])):
        rows = spoil(chance, rows)
    pages = chance.choice([1, 1, 1, 3, 25]) if len(rows) < 1_000 else 1
    return _packed(chance, f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData>'
                   "</worksheet>", pages)  # fmt: skip


def _row(chance: random.Random, number: int, line: str) -> str:
    said = escape("".join(sign for sign in line if sign >= " "))
    cells = [
        f'<c r="A{number}" t="inlineStr"><is><t>{said}</t></is></c>',
        f'<c r="B{number}"><v>{chance.choice(_FIGURES)}</v></c>',
        f'<c r="C{number}" s="1"><f>A1*2</f><v>{chance.choice(_FIGURES)}</v></c>',
        f'<c r="D{number}" t="e"><v>{chance.choice(["#REF!", "#N/A", "#DIV/0!"])}</v></c>',
    ]
    return f'<row r="{number}">{"".join(cells[: chance.choice([1, 1, 2, 4])])}</row>'


_FIGURES = ("12", "46023", "-1", "1e308", "1e999", "NaN", "", "99999999999999999999", "x", "0.5")


def _packed(chance: random.Random, page: str, pages: int) -> bytes:
    listed = "".join(
        f'<sheet name="{chance.choice(["Biểu 6A", "a", "📞", ""])}{n}" sheetId="{n}" r:id="r{n}"'
        f"{chance.choice(['', '', '', _HIDDEN])}/>"
        for n in range(1, pages + 1)
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, pages + 1)
    )
    kept = f'<Relationships xmlns="{_KIND}/relationships">'
    parts: list[tuple[str, str]] = [
        ("[Content_Types].xml", f'<Types xmlns="{_KIND}/content-types"/>'),
        ("_rels/.rels", f"{kept}{_TO_BOOK}</Relationships>"),
        ("xl/workbook.xml", f"{_BOOK}<sheets>{listed}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", f"{kept}{links}</Relationships>"),
        *((f"xl/worksheets/sheet{n}.xml", page) for n in range(1, pages + 1)),
    ]  # fmt: skip
    match chance.randrange(6):
        case 0:
            chance.shuffle(parts)
        case 1:
            parts.pop(chance.randrange(len(parts)))
        case 2:
            parts.append(("xl/media/image1.png", "x"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", 8) as new:
        for name, data in parts:
            new.writestr(name, data.encode("utf-8", "surrogatepass"))
    return out.getvalue()


_TO_BOOK = f'<Relationship Id="a" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'
_BOOK = f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}">'
_HIDDEN = ' state="hidden"'
Rows = list[str]


def _far(chance: random.Random, rows: Rows) -> Rows:
    cell = chance.choice(
        ["XFD1048576", "BZZ200000", "A900000", "ZZZZZ9", "A0", "9", "AA99999999999"]
    )
    return [*rows, f'<row><c r="{cell}"><v>1</v></c></row>']


def _mixed(chance: random.Random, rows: Rows) -> Rows:
    return chance.sample(rows, len(rows))


def _nameless(_: random.Random, rows: Rows) -> Rows:
    return [each.replace(' r="', ' q="') for each in rows]


def _many(chance: random.Random, rows: Rows) -> Rows:
    return (rows * (chance.choice([900, 4_000]) // max(1, len(rows)) + 1))[:4_000]


def _wide(chance: random.Random, rows: Rows) -> Rows:
    return [f"<row>{'<c><v>1</v></c>' * chance.choice([300, 16_000])}</row>", *rows]


def _shared(chance: random.Random, rows: Rows) -> Rows:
    """Texts by a number under which none is kept."""
    kind = chance.choice(["s", "str", "b", "d", "zz"])
    return [each.replace('t="inlineStr"', f't="{kind}"').replace("<is><t>", "<v>").replace(
        "</t></is>", "</v>") for each in rows]  # fmt: skip


def _references(chance: random.Random, rows: Rows) -> Rows:
    code = chance.choice(["&#xD83D;", "&#0;", "_xD83D_", "_x0000_", "&#x1F4DE;", "&nope;"])
    return [each.replace("</t>", f"{code}</t>") for each in rows]


def _deep(chance: random.Random, rows: Rows) -> Rows:
    depth = chance.choice([60, 5_000, 200_000])
    return [*rows, "<row>" * depth, "</row>" * depth]


def _empty(_: random.Random, rows: Rows) -> Rows:
    return rows[:0]


_SPOILS: list[Callable[[random.Random, Rows], Rows]] = [
    _far, _mixed, _nameless, _many, _wide, _shared, _references, _deep, _empty,
]  # fmt: skip
