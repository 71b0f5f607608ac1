"""Reads who signed a PDF digitally, for which body and when; whether it is valid is not checked."""

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

_MOST = 20
_LARGEST = 2**20
_NAME, _BODY = b"\x55\x04\x03", b"\x55\x04\x0a"
"""Object identifiers (2.5.4.3, 2.5.4.10) of the name and the body in a certificate."""

_SEQUENCE, _SET, _NUMBER, _FIRST, _BMP = 0x30, 0x31, 0x02, 0xA0, 0x1E

Part = tuple[int, bytes]
"""Tag and content of one element of DER."""


def signatures(document: pdfium.PdfDocument) -> tuple[str, ...]:
    """Return each digital signature in words: «Đảng ủy xã Lộc Vân, ký ngày 05/12/2026»."""
    count = min(raw.FPDF_GetSignatureCount(document), _MOST)
    signs = (raw.FPDF_GetSignatureObject(document, number) for number in range(max(0, count)))
    return tuple(map(_said, signs))


def _said(sign: object) -> str:
    name, body = signer(_bytes(raw.FPDFSignatureObj_GetContents, sign))
    who = f"{name} ({body})" if name and body and name != body else name or body
    day = _day(_bytes(raw.FPDFSignatureObj_GetTime, sign))
    return ", ".join(filter(None, (who or "không rõ người ký", day)))


def _bytes(function: object, sign: object) -> bytes:
    length = min(function(sign, None, 0), _LARGEST)  # type: ignore[operator]
    buffer = ctypes.create_string_buffer(max(1, length))
    function(sign, buffer, length)  # type: ignore[operator]
    return buffer.raw[:length]


def _day(told: bytes) -> str:
    """Return «ký ngày 05/12/2026» of «D:20261205083000+07'00'», empty of anything else."""
    digits = told.decode("ascii", "replace").removeprefix("D:")[:8]
    if len(digits) < 8 or not digits.isdecimal():
        return ""
    return f"ký ngày {digits[6:8]}/{digits[4:6]}/{digits[:4]}"


def signer(data: bytes) -> tuple[str, str]:
    """Return name and body of whoever signed; empty where a signature (PKCS #7) does not say.

    Args:
        data: the signature, which may be followed by zeros.
    """
    try:
        signed = _parts(_parts(_parts(data)[0][1])[1][1])
        certificates, serial = _certificates(_parts(signed[0][1])), _serial(_parts(signed[0][1]))
    except (IndexError, ValueError):
        return "", ""
    own = [subject for number, subject in certificates if number == serial]
    said = _attributes((own or [each for _, each in certificates] or [b""])[0])
    return said.get(_NAME, ""), said.get(_BODY, "")


def _parts(data: bytes) -> list[Part]:
    """Split DER into its elements, up to a damaged one or the zeros at the end."""
    found: list[Part] = []
    at = 0
    while at + 2 <= len(data) and data[at]:
        tag, length, at = data[at], data[at + 1], at + 2
        if length & 0x80:
            size = length & 0x7F
            length, at = int.from_bytes(data[at : at + size]), at + size
            if not size:  # of unknown length: up to the end
                length = len(data) - at
        found.append((tag, data[at : at + length]))
        at += length
    return found


def _certificates(signed: list[Part]) -> list[tuple[bytes, bytes]]:
    """Return serial number and subject of each certificate that a signature brings along."""
    held = next((content for tag, content in signed if tag == _FIRST), b"")
    found = []
    for _, certificate in _parts(held)[:_MOST]:
        fields = [each for each in _parts(_parts(certificate)[0][1]) if each[0] != _FIRST]
        found.append((fields[0][1], fields[4][1]))
    return found


def _serial(signed: list[Part]) -> bytes:
    """Return the serial number of the certificate that the first signer used."""
    signers = [content for tag, content in signed if tag == _SET][-1]
    fields = _parts(_parts(signers)[0][1])
    return next((content for tag, content in _parts(fields[1][1]) if tag == _NUMBER), b"")


def _attributes(subject: bytes) -> dict[bytes, str]:
    return {key: text for _, group in _parts(subject) for key, text in _pairs(group)}


def _pairs(group: bytes) -> Iterator[tuple[bytes, str]]:
    for tag, pair in _parts(group):
        fields = _parts(pair)
        if tag == _SEQUENCE and len(fields) == 2:
            (_, key), (kind, text) = fields
            code = "utf-16-be" if kind == _BMP else "utf-8"
            yield key, " ".join(text.decode(code, "replace").split())
