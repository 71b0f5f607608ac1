"""Checks that a file has a date, the signer's name, and the required confirmations."""

import re
from collections.abc import Iterator

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.folded import rows
from generator.received.signature_block import Signatures, blocks_of
from generator.received.subject import is_name
from generator.received.years import signing_days
from generator.regulations.che_do import BieuMau

_END = 25
"""Lines at the end of a paper that contain the signature."""

_FOR = re.compile(r" (?:k t|kt|t m|tm|t l|tl|q) ")
_WHO = re.compile(
    r" (?:thu ky|chu tri|chu toa|xac nhan cua"
    r"|nguoi (?!nhan )(?:\w+ ){0,4}?(?:khai|lap|viet|bieu|diem))"
)
_POST = re.compile(r" (?:truong|hieu truong|giam doc|thu truong) ")
_RECEIVES = re.compile(r" nguoi nhan ")
_DECLARES = re.compile(r" nguoi (?:ke )?khai ")


def not_signed(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for a missing date, signer's name or confirmation.

    Only typed names can be checked, not handwritten signatures and stamps.
    """
    if not due.signed:
        return
    if not signing_days(seen.lines):
        yield Finding(Ket.CHUA_KY, "chưa ghi ngày, tháng, năm")
    yield from _signers(seen.lines, due)
    form = due.bieu_mau
    if form and form.xac_nhan:
        yield from _blocks(seen.lines, form, due)
        return
    if seen.kind != "xlsx" and not any(map(is_name, Signatures(seen.lines[-_END:]).parts)):
        yield Finding(Ket.CHUA_KY, "chưa ghi họ tên người ký ở cuối")
    else:
        yield from _ending(seen.lines, due)
    if due.blocks and not _confirmed(seen.lines):
        yield Finding(Ket.CHUA_KY, f"chưa có xác nhận của {', '.join(due.blocks)}")


def _signers(lines: tuple[str, ...], due: Expected) -> Iterator[Finding]:
    """Check the signers that the checklist requires; a required stamp is left to the clerk."""
    found = Signatures(lines if due.signers else ())
    places = [(signer, found.last(signer.chuc_danh)) for signer in due.signers]
    found.titles.update(place for _, place in places if place is not None)
    for signer, place in places:
        title = signer.chuc_danh
        if place is None or not found.is_signed(place):
            yield _unsigned(title, there=place is not None)
        elif signer.dong_dau:
            todo = "mở xem đã đóng dấu chưa, đúng thì ghi da_xem trong ho_so"
            yield Finding(Ket.CAN_XEM_LAI, f"«{title}» phải đóng dấu", todo)


def _blocks(lines: tuple[str, ...], form: BieuMau, due: Expected) -> Iterator[Finding]:
    """Check the signature blocks of the form: the writer's and the required confirmations."""
    found, places = blocks_of(lines, form)
    for block, place in places:
        if block.khoa == "nguoi_viet":
            yield from _by(found, block.tieu_de, place, due)
        elif block.khoa == "tap_the" and place is None:
            if not any(map(is_name, found.parts[-_END:])):
                yield _unsigned(block.tieu_de, there=False)
        elif block.khoa != "tap_the" and block.tieu_de not in due.blocks:
            # Not required, but an empty signature block that is printed is unfinished.
            open_ = place is not None and not found.is_signed(place)
            if open_ and (due.cong_chuc or block.khoa != "thu_truong"):
                yield Finding(Ket.CAN_XEM_LAI, f"chỗ ký «{block.tieu_de}» còn để trống")
            elif place is not None and _is_own(found, place, form, due):
                reason = f"dưới «{block.tieu_de}» là tên của chính {due.ten}"
                yield Finding(Ket.CAN_XEM_LAI, reason)
        elif place is None or not found.is_signed(place):
            yield _unsigned(block.tieu_de, there=place is not None)


def _is_own(found: Signatures, place: int, form: BieuMau, due: Expected) -> bool:
    """Return whether a person confirmed the own form; who leads a body may sign for it."""
    alone = len(found.group(place)) == 1 and "lanh_dao" not in form.vai_tro
    return bool(due.ten) and alone and found.is_signed_by(place, due.ten)


def _by(found: Signatures, title: str, place: int | None, due: Expected) -> Iterator[Finding]:
    """Check that the person a form is about signed below a title, and nobody else."""
    if place is None:
        yield _unsigned(title, there=False)
    elif not found.is_signed_by(place, due.ten):
        other = found.other_name(place)
        if other:
            reason = f"dưới «{title}» thấy tên «{other}», không thấy {due.ten}"
            yield Finding(Ket.CHUA_KY, reason)
        else:
            yield _unsigned(title, there=True)


def _ending(lines: tuple[str, ...], due: Expected) -> Iterator[Finding]:
    """Check, on a paper without a prescribed form, that each title at the end has a name below."""
    found = Signatures(lines[-_END:])
    wanted = [i for i in range(len(found.parts)) if _is_title(found, i)]
    found.titles.update(wanted)
    found.titles.update(i for i, plain in enumerate(found.plain) if _RECEIVES.match(plain))
    for i in wanted:
        if due.ten and _DECLARES.match(found.plain[i]):
            yield from _by(found, found.parts[i], i, due)
        elif not found.is_signed(i):
            yield _unsigned(found.parts[i], there=True)


def _is_title(found: Signatures, index: int) -> bool:
    """Return whether a part is a title; «TRƯỞNG BAN» below «T/M BAN» is part of that title."""
    if not found.parts[index].isupper() or is_name(found.parts[index]):
        return False
    plain = found.plain[index]
    if _FOR.match(plain) or _WHO.match(plain):
        return True
    return bool(_POST.match(plain)) and not (index and _FOR.match(found.plain[index - 1]))


def _unsigned(title: str, *, there: bool) -> Finding:
    if there:
        return Finding(Ket.CHUA_KY, f"chưa có chữ ký, họ tên dưới «{title}»")
    return Finding(Ket.CHUA_KY, f"không thấy chỗ ký «{title}»")


def _confirmed(lines: tuple[str, ...]) -> bool:
    start = next((i for i, line in enumerate(rows(lines).unaccented) if "xac nhan" in line), None)
    return start is not None and any(map(is_name, lines[start:]))
