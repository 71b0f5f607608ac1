"""Formats Kính gửi and Nơi nhận as the pack prescribes for the type of document."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.regulations.the_thuc import TheThuc
from generator.wording.lists import punctuated


@dataclass(frozen=True, slots=True)
class Addressees:
    """The block before the body: the words («Kính gửi») and the recipients to print.

    `cung_dong` says whether the recipients start on the line of the words.
    """

    tu: str
    muc: tuple[str, ...]
    cung_dong: bool


def recipients(pack: TheThuc, items: Sequence[str], *, keep: bool = False) -> tuple[str, ...]:
    """Format the items of Nơi nhận.

    HD 05 (p. 24–25): «- …;», the last ends with «.»; HD 36: «,» between; NĐ 30: «;» and «.».

    Args:
        pack: the thể thức pack.
        items: the recipients as typed; «Lưu …» is the last.
        keep: whether to keep the typed punctuation at the end of each.

    Returns:
        The lines to print, dash included.
    """
    return punctuated(items, pack.dau_cau.noi_nhan, keep=keep)


def addressees(
    pack: TheThuc, loai: str, items: Sequence[str], *, keep: bool = False
) -> Addressees | None:
    """Format the Kính gửi (or Kính trình) block of a document.

    HD 05 (p. 24–25): «Kính gửi» on a công văn, «Kính trình» on a tờ trình, neither on other types;
    «;» after every recipient, including the last. A single recipient is on the line of the words,
    without a dash.

    Args:
        pack: the thể thức pack.
        loai: type of the document.
        items: the recipients as typed.
        keep: whether to keep the typed punctuation at the end of each.

    Returns:
        The block; None when there are no recipients. A type without prescribed words gets
        «Kính gửi», so that nothing typed is lost (`check_recipients` reports it).
    """
    if not items:
        return None
    marks = pack.dau_cau.kinh_gui
    words = pack.kinh_gui.tu
    tu = (words.get(loai) or words["cong-van"]).gia_tri
    if len(items) > 1:
        return Addressees(
            tu, punctuated(items, marks, keep=keep), marks.nhieu_noi_cung_dong.gia_tri
        )
    beside = marks.mot_noi_cung_dong.gia_tri
    last = marks.mot_noi.gia_tri
    return Addressees(tu, punctuated(items, marks, keep=keep, dashed=not beside, last=last), beside)
