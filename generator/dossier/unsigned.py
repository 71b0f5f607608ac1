"""What a document made from the data still lacks before it can be signed and handed in."""

from collections.abc import Iterator

from generator.model.papers import DauVanBan
from generator.model.review import XacNhan
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.problems import DataPath
from generator.regulations.che_do import CheDo
from generator.rules.confirmations import BLOCKS, asked, signed_block

_RESIDENCE = frozenset({"phieu-nhan-xet", "phieu-nhan-xet-mien"})


def unsigned(
    che_do: CheDo, nam: DonViNam, ma: str, path: DataPath, *, confirmed: bool
) -> list[str]:
    """Say what a document lacks.

    Args:
        che_do: the regime.
        nam: the unit's year.
        ma: the form or paper.
        path: the way to the data it is made from.
        confirmed: whether the checklist asks for the confirmation of a superior.

    Returns:
        What is missing, in words; empty for a document that has everything.
    """
    match path:
        case ("ca_nhan", int(index), *_):
            return list(_of_person(che_do, nam.ca_nhan[index], ma, confirmed=confirmed))
        case ("tap_the", int(index), *_):
            return list(_of_collective(nam, nam.tap_the[index], ma, che_do))
        case ("goi_y", int(index)):
            answer = ma == "giai-trinh"
            return _of_letter(nam.giai_trinh if answer else nam.goi_y[index])
        case ("ket_qua", "quyet_dinh"):
            return _of_letter(nam.ket_qua.quyet_dinh)
        case ("ket_qua", "thong_bao"):
            return _of_letter(nam.ket_qua.thong_bao)
        case ("khac_phuc",):
            return _of_letter(nam.khac_phuc)
        case ("xep_loai_lai", int(index)):
            return _of_letter(nam.xep_loai_lai[index])
    return []


def _of_letter(head: DauVanBan | None) -> list[str]:
    if head is None or (head.so is None and head.ngay is None):
        return ["chưa có số và ngày ban hành"]
    return [
        lack
        for lack, value in (("chưa có số", head.so), ("chưa có ngày ban hành", head.ngay))
        if value is None
    ]


def _of_collective(nam: DonViNam, collective: TapThe, ma: str, che_do: CheDo) -> Iterator[str]:
    if ma not in che_do.bieu_mau:
        return
    if collective.ngay is None:
        yield "chưa ghi ngày"
    signer = collective.ky or nam.ky
    if signer is None or not signer.ho_ten:
        yield "chưa ghi người ký"


def _of_person(che_do: CheDo, person: CaNhan, ma: str, *, confirmed: bool) -> Iterator[str]:
    if ma in _RESIDENCE:
        lives = person.noi_cu_tru
        if lives is None or lives.ngay_nhan_xet is None:
            yield "chưa có nhận xét của nơi cư trú"
        return
    form = che_do.bieu_mau.get(ma)
    if form is None:
        return
    if person.ngay is None:
        yield "chưa ghi ngày"
    if not confirmed:
        return
    blocks = [block.khoa for block in asked(form, person)]
    if blocks:
        for key in blocks:
            if not _is_signed(signed_block(person, key)):
                yield f"chưa có xác nhận của {BLOCKS[key]}"
    # Where the form has no block of its own any superior may have confirmed.
    elif not any(_is_signed(signed_block(person, key)) for key in BLOCKS):
        yield "chưa có xác nhận của lãnh đạo cấp có thẩm quyền"


def _is_signed(given: XacNhan | None) -> bool:
    return given is not None and given.ngay is not None and bool(given.ho_ten)
