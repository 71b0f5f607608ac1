"""Finds what a generated document lacks before it can be signed and handed in."""

import datetime as dt
from collections.abc import Iterator

from generator.dossier.built import Built
from generator.model.campaign import Ky
from generator.model.fields import known_day
from generator.model.papers import DauVanBan
from generator.model.review import XacNhan
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.papers.about import at
from generator.papers.blanks import blanks
from generator.regulations.che_do import CheDo
from generator.rules.confirmations import BLOCKS, asked, signed_block
from generator.wording.dates import short_date

_BLANKS = {
    "khac_phuc": "kết quả khắc phục (mục III)",
    "giai_trinh": "giải trình (mục IV)",
    "trach_nhiem": "trách nhiệm (mục V)",
    "diem": "điểm",
    "gio_bat_dau": "giờ bắt đầu",
    "gio_ket_thuc": "giờ kết thúc",
    "dia_diem": "địa điểm",
    "dien_bien": "diễn biến",
    "y_kien": "ý kiến phát biểu",
    "ket_luan": "kết luận của chủ trì",
    "phieu": "kết quả biểu quyết",
}
"""What a blank of a paper is called, by the key of what is printed there."""

_OF_OTHERS = frozenset({"xac_nhan", "khoi_ky"})
"""What superiors fill in by hand; whether they did is asked of their confirmations."""


def unsigned(
    che_do: CheDo,
    nam: DonViNam,
    document: Built,
    *,
    confirmed: bool,
) -> list[str]:
    """Return what a document lacks; its kind determines what it needs (`hoan_tat`).

    Args:
        che_do: the regime.
        nam: the unit's year.
        document: the document, with its kind and its path in the data.
        confirmed: whether the checklist requires the confirmation of a superior.

    Returns:
        Descriptions of what is missing; empty if nothing is.

    Raises:
        ValueError: kind and data do not match.
    """
    return [*_of_data(che_do, nam, document, confirmed=confirmed), *_left_blank(document)]


def _left_blank(document: Built) -> list[str]:
    """Return what a paper prints as a blank, as whoever opens it sees it."""
    if document.kind.hoan_tat == "khong":
        return []
    keys = {each.partition(".")[0]: None for each in _seen_blanks(document)}
    left = [each for each in keys if each not in _OF_OTHERS]
    named = [_BLANKS[each] for each in left if each in _BLANKS]
    unnamed = ["còn chỗ để trống"] if len(named) < len(left) else []
    return [*([f"chưa ghi {', '.join(named)}"] if named else []), *unnamed]


def _seen_blanks(document: Built) -> Iterator[str]:
    """Yield the blanks among the values that the template prints."""
    found = blanks(document.values())
    shown = [each.replace("[]", "") for each in document.fields()] if found else []
    for key in found:
        if not shown or any(each == key or each.startswith(f"{key}.") for each in shown):
            yield key


def _of_data(che_do: CheDo, nam: DonViNam, document: Built, *, confirmed: bool) -> list[str]:
    """Return what the data of a paper says it lacks: number, day, signer, confirmations."""
    kind = document.kind
    where = kind.van_ban.ghi_o if kind.van_ban else None
    given = at(nam, tuple(where.split(".")) if where else document.path[:2])
    match kind.hoan_tat, given:
        case "so_va_ngay", DauVanBan() | None:
            return _of_letter(given)
        case "ngay_va_nguoi_ky", TapThe():
            return _of_day_and_signer(known_day(given.ngay), given.ky or nam.ky)
        case "xac_nhan", CaNhan():
            return list(_of_person(che_do, given, document.ma, confirmed=confirmed))
        case "nhan_xet", CaNhan():
            return [_of_residence(given)]
        case "ngay_va_nguoi_ky", CaNhan():
            return _of_day_and_signer(known_day(given.ngay), nam.ky)
        case "khong_cho_trong" | "khong", _:
            return []
    # The catalogue and `papers.own_kinds` exclude other pairs; one must not count as signed.
    raise ValueError(f"{kind.ma}: {kind.hoan_tat}, {document.path}")


def _of_residence(person: CaNhan) -> str:
    """The paper printed here is always the empty form; the filled one comes from outside."""
    lives = person.noi_cu_tru
    if lives is None or lives.ngay_nhan_xet is None:
        return "chưa có nhận xét của nơi cư trú"
    day = short_date(lives.ngay_nhan_xet)
    return f"phiếu in ra còn trống; phiếu đã nhận xét ngày {day} chưa thấy trong hồ sơ"


def _of_day_and_signer(day: dt.date | None, signer: Ky | None) -> list[str]:
    lacks = (("chưa ghi ngày", day), ("chưa ghi người ký", signer and signer.ho_ten))
    return [lack for lack, value in lacks if not value]


def _of_letter(head: DauVanBan | None) -> list[str]:
    if head is None or (head.so is None and known_day(head.ngay) is None):
        return ["chưa có số và ngày ban hành"]
    return [
        lack
        for lack, value in (
            ("chưa có số", head.so),
            ("chưa có ngày ban hành", known_day(head.ngay)),
        )
        if value is None
    ]


def _of_person(che_do: CheDo, person: CaNhan, ma: str, *, confirmed: bool) -> Iterator[str]:
    form = che_do.bieu_mau.get(ma)
    if known_day(person.ngay) is None:
        yield "chưa ghi ngày"
    if not confirmed:
        return
    blocks = [block.khoa for block in asked(form, person)] if form else []
    if blocks:
        for key in blocks:
            if not _is_signed(signed_block(person, key)):
                yield f"chưa có xác nhận của {BLOCKS[key]}"
    # If the form has no block of its own, any superior may confirm.
    elif not any(_is_signed(signed_block(person, key)) for key in BLOCKS):
        yield "chưa có xác nhận của lãnh đạo cấp có thẩm quyền"


def _is_signed(given: XacNhan | None) -> bool:
    return given is not None and given.ngay is not None and bool(given.ho_ten)
