"""PDF files, well-formed and then spoilt."""

import random
import zlib
from collections.abc import Callable

from tests.opening.foreign.said import strange, text

_LINES = 45
_TARGETS = ("D83DDCDE", "D840DC00", "D83D", "DCDE", "FFFF", "0000", "00110000", "DBFFDFFF", "")
"""What a letter may be mapped to: outside the basic plane, halves of pairs, no letter at all."""


def pdf(chance: random.Random) -> bytes:
    """A PDF file, spoilt in one to three ways, or in none."""
    lines = text(chance)
    if chance.random() < 0.2:
        lines = strange(chance, lines)
    pages = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
    letters = sorted(set("".join(lines)))[:255]
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    broken = chance.choice(_TARGETS) if chance.random() < 0.3 else None
    streams = [_page(chance, page, codes) for page in pages]
    if chance.random() < 0.25:
        streams[0] += _vectors(chance)
    if chance.random() < 0.1:
        streams = [b"q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n" for _ in pages]
    if chance.random() < 0.05:
        streams *= 120
    things = _things(streams, _mapping(codes, broken))
    for spoil in chance.sample(_SPOILS, chance.choice([0, 0, 1, 2])):
        things = spoil(chance, things)
    return _packed(chance, things)


def _page(chance: random.Random, lines: list[str], codes: dict[str, int]) -> bytes:
    """Draw the lines, on some pages letter by letter in any order."""
    shown: list[bytes] = []
    torn = chance.random() < 0.15
    for row, line in enumerate(lines):
        line = line[:400]  # noqa: PLW2901 - no page shows more
        top = 800 - 16 * row
        if torn:
            shown += [b"1 0 0 1 %d %d Tm <%02X> Tj\n" % (40 + 7 * at, top, codes.get(sign, 1))
                      for at, sign in enumerate(line)]  # fmt: skip
        else:
            data = bytes(codes.get(sign, 1) for sign in line).hex().encode()
            shown.append(b"1 0 0 1 40 %d Tm <%s> Tj\n" % (top, data))
    if torn:
        chance.shuffle(shown)
    return b"BT /F1 12 Tf\n" + b"".join(shown) + b"ET\n"


def _vectors(chance: random.Random) -> bytes:
    return chance.choice([
        b"0 0 m 9 9 l S\n" * 4_000, b"0 0 m 9 9 l S\n" * 300_000,
        b"0 0 m " + b"9 9 l " * 400_000 + b"S\n", b"q " * 5_000, b"/X Do\n" * 3_000,
    ])  # fmt: skip


def _mapping(codes: dict[str, int], broken: str | None) -> bytes:
    rows = [f"<{number:02X}> <{sign.encode('utf-16-be', 'surrogatepass').hex()}>"
            for sign, number in codes.items()]  # fmt: skip
    if broken is not None and rows:
        rows[len(rows) // 2] = f"<{len(rows) // 2 + 1:02X}> <{broken}>"
    said = "\n".join(rows)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00>"
        f" <FF> endcodespacerange {len(rows)} beginbfchar\n{said}\nendbfchar endcmap end end"
    ).encode()


Things = dict[int, bytes]
"""The objects of a file by their numbers."""


def _things(streams: list[bytes], mapping: bytes) -> Things:
    kids = b" ".join(b"%d 0 R" % (10 + 2 * at) for at in range(len(streams)))
    things = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(streams)),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 4 0 R>>",
        4: _stream(mapping),
        5: b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
        b"/Length 6>>stream\n/X Do \nendstream",
    }
    for at, data in enumerate(streams):
        things[10 + 2 * at] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>"
            b"/XObject<</X 5 0 R>>>>/Contents %d 0 R>>" % (11 + 2 * at)
        )
        things[11 + 2 * at] = _stream(data)
    return things


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data, 6)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)


def _packed(chance: random.Random, things: Things) -> bytes:
    """Write the objects, in some files in any order or without the table of where they stand."""
    order = list(things)
    if chance.random() < 0.2:
        chance.shuffle(order)
    out = bytearray(b"%PDF-1.7\n")
    spots = {}
    for number in order:
        spots[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, things[number])
    most = max(order) + 1
    more = chance.choice([b""] * 8 + [_LOCK]) if 1 in things else b""
    if chance.random() < 0.5:
        out += b"trailer<</Size %d/Root 1 0 R%s>>\n%%%%EOF" % (most, more)
        return bytes(out)
    start = len(out)
    rows = [b"%010d 00000 n \n" % spots.get(number, 0) for number in range(most)]
    out += b"xref\n0 %d\n%s" % (most, b"".join(rows))
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (most, more, start)
    return bytes(out)


_LOCK = (
    b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<"
    + b"42" * 32 + b">>>"
)  # fmt: skip


def _lost(chance: random.Random, things: Things) -> Things:
    gone = chance.choice(sorted(things))
    return {number: each for number, each in things.items() if number != gone or number == 1}


def _circle(_: random.Random, things: Things) -> Things:
    return things | {2: b"<</Type/Pages/Kids[2 0 R 2 0 R 10 0 R]/Count 9>>"}


def _tree(chance: random.Random, things: Things) -> Things:
    """Pages below very many levels of nodes."""
    depth = chance.choice([20, 900, 9_000])
    nodes = {
        100_000 + n: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (100_001 + n if n < depth else 10)
        for n in range(depth + 1)
    }
    return things | nodes | {2: b"<</Type/Pages/Kids[100000 0 R]/Count 1>>"}


def _nested(chance: random.Random, things: Things) -> Things:
    return things | {3: b"[" * chance.choice([90, 40_000]) + b"]" * 90}


def _sizes(chance: random.Random, things: Things) -> Things:
    box = chance.choice(
        [b"[0 0 0 0]", b"[0 0 1e30 1e30]", b"[9 9 -9 -9]", b"null", b"[0 0 14400 1]"]
    )
    return {n: each.replace(b"[0 0 595 842]", box + b"/Rotate 90") for n, each in things.items()}


def _lengths(_: random.Random, things: Things) -> Things:
    return {n: each.replace(b"/Length ", b"/Length 9") for n, each in things.items()}


def _marked(chance: random.Random, things: Things) -> Things:
    """Very many notes over the page."""
    mark = b"<</Type/Annot/Subtype/Stamp/Rect[1 1 9 9]/F 4/Contents(\xfe\xff\xd8=)>>"
    marks = b"/Annots[" + mark * chance.choice([1, 30_000]) + b"]/MediaBox"
    return things | {10: things.get(10, b"").replace(b"/MediaBox", marks, 1)}


def _signed(chance: random.Random, things: Things) -> Things:
    sign = b"<</Type/Sig/SubFilter/adbe.pkcs7.detached/ByteRange[0 1 2 3]/M(D:9999)/Contents<%s>>>"
    field = b"<</FT/Sig/T(a)/V 90000 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>"
    form = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[90001 0 R]/SigFlags 3>>>>"
    data = chance.randbytes(chance.choice([0, 40, 9_000])).hex().encode()
    return things | {1: form, 90_000: sign % data, 90_001: field}


_SPOILS: list[Callable[[random.Random, Things], Things]] = [
    _lost, _circle, _tree, _nested, _sizes, _lengths, _marked, _signed,
]  # fmt: skip
