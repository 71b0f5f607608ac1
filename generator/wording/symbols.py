"""Formats số và ký hiệu («Số 608-CV/TU», «Số: 12/BC-UBND») and derives the symbols of bodies."""

import re
from collections.abc import Mapping

from generator.regulations.rule import Quy
from generator.regulations.the_thuc import TheThuc
from generator.wording.compare import after, same

_TYPED = re.compile(r"\d\s*[-\u2010-\u2015/]\s*([^\W\d_]+)(?![^\W_])")
NO_BREAK = "\u00a0"


def number_and_symbol(pack: TheThuc, loai: str, so: int | None, ky_hieu: str) -> str:
    """Join number, type symbol and body symbol as in a citation: «608-CV/TU».

    A number below 10 gets a leading zero (HD 05 p. 6–9, HD 36, NĐ 30 Phụ lục I). If the type has no
    symbol (công văn of a State body), the body symbol follows the number directly.

    Args:
        pack: the thể thức pack.
        loai: type of the document, e.g. `cong-van`; a copy is `sao-y`, `sao-luc` or `trich-sao`.
        so: the number; None for a draft, whose number is left blank.
        ky_hieu: symbol of the body; several are already joined.

    Returns:
        The text without the word «Số».

    Raises:
        KeyError: the pack has no entry for this type.
    """
    form = pack.so_ky_hieu
    digits = form.chu_so_it_nhat.gia_tri
    number = f"{so:0{digits}}" if so is not None else NO_BREAK * form.du_thao_khoang_trong.gia_tri
    kind = pack.ky_hieu_van_ban[loai].gia_tri
    symbol = f"{kind}{form.noi_loai_co_quan.gia_tri}{ky_hieu}" if kind else ky_hieu
    return f"{number}{form.noi_so_loai.gia_tri}{symbol}"


def other_kind(pack: TheThuc, loai: str, typed: str) -> str | None:
    """Return the kind of document whose symbol a typed «Số 12-QĐ/ĐU» bears in place of its own.

    None if it bears its own symbol, one that no kind has, or none.
    """
    symbols = {each.gia_tri: kind for kind, each in reversed(pack.ky_hieu_van_ban.items())}
    found = _TYPED.search(typed)
    own = pack.ky_hieu_van_ban.get(loai)
    if found is None or (own and found[1] == own.gia_tri):
        return None
    return symbols.get(found[1])


def unknown_kind(pack: TheThuc, loai: str, typed: str) -> str | None:
    """Return the right symbol where a typed «Số 9-QĐi/TU» bears one that no kind has; else None."""
    found = _TYPED.search(typed)
    own = pack.ky_hieu_van_ban.get(loai)
    if found is None or own is None or not own.gia_tri:
        return None
    known = {each.gia_tri for each in pack.ky_hieu_van_ban.values()}
    return None if found[1] in known else own.gia_tri


def document_number(pack: TheThuc, loai: str, so: int | None, ky_hieu: str) -> str:
    """Return the line under the issuing body: «Số 608-CV/TU», «Số: 12/BC-UBND».

    A draft has blanks for the number, as in «Số      -CV/ĐU». For arguments and errors see
    `number_and_symbol`.
    """
    gap = "" if so is None else " "
    return f"{pack.so_ky_hieu.tien_to.gia_tri}{gap}{number_and_symbol(pack, loai, so, ky_hieu)}"


def body_symbol(pack: TheThuc, ten_co_quan: str, cap_tren: str | None = None) -> str | None:
    """Derive the symbol of a body from its name as the pack prescribes.

    «Tỉnh uỷ Điện Biên» is TU; an advisory body appends the symbol of its committee: «Uỷ ban Kiểm
    tra Tỉnh uỷ Sơn La» is UBKTTU; several bodies are joined by «-», the lead first (HD 05 p. 7–9).

    Args:
        pack: the thể thức pack.
        ten_co_quan: name of the body, in either spelling of «uỷ»; joint bodies separated by « - ».
        cap_tren: its superior body, used when an advisory body's name does not contain the
            committee.

    Returns:
        The symbol, or None when the pack does not determine it: the office must then state it.
    """
    parts = [_one(pack, part, cap_tren) for part in ten_co_quan.split(" - ")]
    known = [part for part in parts if part]
    if len(known) < len(parts):
        return None
    return pack.so_ky_hieu.noi_lien_co_quan.gia_tri.join(known)


def _one(pack: TheThuc, name: str, superior: str | None) -> str | None:
    found = _longest(pack.ky_hieu_co_quan.ghep_cap_uy, name)
    if found is None:
        return _own(pack, name)
    symbol, rest = found
    owner = _own(pack, rest or superior or "")
    return symbol + owner if owner else None


def _own(pack: TheThuc, name: str) -> str | None:
    """Return the symbol of a non-advisory body, by its whole name or by the start of it."""
    table = pack.ky_hieu_co_quan
    whole = next((rule for known, rule in table.nguyen_ten.items() if same(known, name)), None)
    if whole:
        return whole.gia_tri
    found = _longest(table.dau_ten, name)
    return found[0] if found else None


def _longest(table: Mapping[str, Quy[str]], name: str) -> tuple[str, str] | None:
    """Return the symbol of the longest entry that begins the name, and the rest of the name."""
    for beginning in sorted(table, key=len, reverse=True):
        rest = after(name, beginning)
        if rest is not None:
            return table[beginning].gia_tri, rest
    return None
