"""Files that are damaged, are something else than their name says, or mean harm."""

import io
import random
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import Any

from tests.received.corpus import (
    AN,
    CO,
    END,
    SAI,
    XEM,
    Data,
    W,
    cut,
    ole,
    package,
    protected_pdf,
    put,
)
from tests.received.offices import OF_THE_UNIT, Case, own
from tests.received.typed_papers import statistics
from tests.received.typed_word import line, part, repacked, word, zipped

MIB = 1 << 20
XML = '<?xml version="1.0" encoding="{}"?>'
ENTITY = b'<!DOCTYPE w:document [<!ENTITY a "aaaa">]>'


def damaged() -> Iterator[Case]:
    yield from _something_else()
    yield from _bombs()
    yield from _packing()
    yield from _pdf_and_pictures()
    yield from _parts()


def _case(la: str, data: Data, *labels: Any, ending: str = "docx", **more: Any) -> Case:
    ket, *also = labels or (XEM,)
    return Case("hong-doc", la, f"1.1 {AN}.{ending}", put(data), ket, also, **more)


def _form() -> bytes:
    """A complete form, as Word writes it."""
    return word(own())


def _something_else() -> Iterator[Case]:
    """Not what the ending says."""
    html = (
        b"<html xmlns:w='urn:schemas-microsoft-com:office:word'><body>Ban kiem diem</body></html>"
    )
    old = (
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'
    )
    odt = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}
    for la, data in (
        ("0 byte", b""),
        ("cat nua", partial(cut, _form, 50)),
        ("la pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>"),
        ("la rtf", rb"{\rtf1\ansi B\'E1o c\'E1o}"),
        ("la zip thuong", lambda: zipped({"1.1.docx": _form()})),
        ("la doc (OLE)", ole("WordDocument")),
        ("OLE ma hoa", ole("EncryptedPackage")),
        ("html Word luu", html),
        ("Word 2003 XML", old),
        ("odt doi duoi", lambda: zipped(odt)),
    ):
        yield _case(la, data)
    yield _case("docm", _form, ending="docm")
    yield _case("exe", b"MZ" + bytes(500), ending="docx.exe")
    yield _case("pdf ma docx", _form, ending="pdf")
    yield _case("docx ma pdf hop le", _form, pdf=bytes)
    legacy = ("B¶n kiÓm ®iÓm c¸ nh©n", "N¨m 2024", "Hä vµ tªn: NguyÔn V¨n An")
    font = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    yield _case("tcvn3", lambda: word([line(legacy[0], font), *legacy[1:]]))


def _bombs() -> Iterator[Case]:
    """Small files that become very large, or are nested very deep."""
    yield _case("bom zip 100MB", lambda: package(b"<a>" + b" " * (100 * MIB) + b"</a>"))
    yield _case("zip trong zip", _zip_in_zip, CO, XEM)
    yield _case("thuoc tinh XML 12 MB", _long_attribute)
    deep = b"<w:ins>" * 10_000 + b"</w:ins>" * 10_000
    yield _case("long 10000 lop", lambda: package(W + deep + END))
    yield _case("DTD", lambda: package(XML.format("UTF-8").encode() + ENTITY + W + END))
    wide = XML.format("UTF-16") + (ENTITY + W + END).decode()
    yield _case("DTD UTF-16", lambda: package(wide.encode("utf-16")))


def _zip_in_zip() -> bytes:
    inner = zipped({"b.zip": zipped({"c": b"0" * (8 * MIB)})})
    return package(part(_form()), {"a.zip": inner})


def _long_attribute() -> bytes:
    digits = random.Random(2024).randbytes(6 * MIB).hex().encode()  # hardly gets smaller
    return package(W + b'<w:p w:x="' + digits + b'"/>' + END)


def _packing() -> Iterator[Case]:
    """A complete form, packed in a way no Word packs."""
    yield _case("hai word/document.xml", _twice)
    yield _case("document.xml LZMA hong", _broken_lzma)
    yield _case("document.xml bzip2", lambda: repacked(_form(), method=zipfile.ZIP_BZIP2), XEM, CO)
    yield _case("encoding la", partial(_of_encoding, b"x-khong-co"))
    yield _case("encoding UTF-7", partial(_of_encoding, b"UTF-7"), XEM, CO, SAI)


def _of_encoding(encoding: bytes) -> bytes:
    return repacked(_form(), change={"word/document.xml": partial(_called, encoding)})


def _called(encoding: bytes, xml: bytes) -> bytes:
    """Name another encoding than the one the text has."""
    return re.sub(rb"encoding=['\"][^'\"]+['\"]", b'encoding="%s"' % encoding, xml, count=1)


def _twice() -> bytes:
    """Two parts of one name; which of them a program opens is anybody's guess."""
    out = io.BytesIO()
    other = W + b"<w:p><w:r><w:t>Trang khac</w:t></w:r></w:p>" + END
    with zipfile.ZipFile(io.BytesIO(_form())) as old, zipfile.ZipFile(out, "w", 8) as new:
        new.writestr("word/document.xml", other)
        for info in old.infolist():
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of the name that is there already
                new.writestr(info.filename, old.read(info))
    return out.getvalue()


def _broken_lzma() -> bytes:
    data = bytearray(repacked(_form(), method=zipfile.ZIP_LZMA))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        info = packed.getinfo("word/document.xml")
    start = info.header_offset + 30 + len(info.filename)
    for spot in range(start + 4, start + info.compress_size):
        data[spot] ^= 0xA5
    return bytes(data)


def _parts() -> Iterator[Case]:
    """What a Word or Excel file should not hold."""
    yield _case("quan he ngoai (anh tu mang, mau dinh kem)", _template_from_outside, CO, XEM)
    html = {"word/chunk.html": b"<html>x</html>"}
    yield _case("altChunk", lambda: repacked(word([" "]), add=html), XEM, None)
    macro = {"word/vbaProject.bin": b"x"}
    yield _case("macro trong docx", lambda: repacked(_form(), add=macro))
    for la, data in (("ma hoa xlsx", ole("EncryptedPackage")), ("xlsx DTD", _sheet_with_dtd)):
        yield Case(
            "hong-doc", la, "Biểu 6A.xlsx", put(data), XEM, (), "3.5", OF_THE_UNIT, "Biểu 6A"
        )


def _template_from_outside() -> bytes:
    template = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/attachedTemplate" Target="http://10.0.0.1/x.dotm" TargetMode="External"/>'
    )
    return repacked(
        _form(),
        change={
            "word/_rels/document.xml.rels": lambda xml: xml.replace(
                b"</Relationships>", template + b"</Relationships>"
            )
        },
    )


def _sheet_with_dtd() -> bytes:
    def declared(xml: bytes) -> bytes:
        return (
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]>' + xml[xml.find(b"<workbook") :]
        )

    return repacked(statistics("6A"), change={"xl/workbook.xml": declared})


def _pdf_and_pictures() -> Iterator[Case]:
    yield _case("pdf mat khau", protected_pdf, ending="pdf")
    yield _case("pdf cut", _form, ending="pdf", pdf=lambda data: data[:3000])
    yield _case("pdf bom stream", _large_stream, XEM, None, ending="pdf")
    huge = _png(60_000, _chunk(b"IDAT", zlib.compress(bytes(1000))))
    yield _case("png bom", huge, ending="png")
    yield _case("png chunk text bom", _long_text, ending="png")


def _large_stream() -> bytes:
    return _pdf_of(_packed(b"q Q " * (1 << 18), 40))


def _long_text() -> bytes:
    text = _chunk(b"zTXt", b"a\0\0" + _packed(b"x" * MIB, 200))
    return _png(10, text + _chunk(b"IDAT", zlib.compress(bytes(110))))


def _packed(piece: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(piece) for _ in range(times)), packer.flush()])


def _png(side: int, chunks: bytes) -> bytes:
    size = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", size) + chunks + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


def _pdf_of(stream: bytes) -> bytes:
    """A page whose content is this stream."""
    font = b"<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    head = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(stream)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font%s>>/Contents 4 0 R>>" % font,
        head + stream + b"\nendstream",
    ]  # fmt: skip
    out, spots = b"%PDF-1.5\n", []
    for number, each in enumerate(objects, 1):
        spots.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % spot for spot in spots)
    end = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + end
