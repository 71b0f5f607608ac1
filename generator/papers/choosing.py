"""What a finished paper chooses where a blank form leaves the choice to its writer."""

from collections.abc import Mapping

from generator.model.review import KiemDiem, XacNhan
from generator.model.unit import CHI_BO, CaNhan, TapThe
from generator.papers.form_values import KhoiKyIn
from generator.papers.unit_year import UnitYear, issuer, to_sign
from generator.regulations.che_do import BieuMau, XacNhanMau
from generator.regulations.seals import without_seal
from generator.regulations.workplaces import NoiKiemDiem, workplaces
from generator.wording import choices, dates, review
from generator.wording.compare import after, fold

_PLACE = "địa phương (cơ quan, đơn vị)"
_ANY = "*"
_ORGANISATIONS = ("Chi bộ", "Đảng bộ bộ phận", "Đảng bộ")


def blocks(
    year: UnitYear, subject: KiemDiem, form: BieuMau, signed_by: Mapping[str, XacNhan | None]
) -> list[KhoiKyIn]:
    """Return the signature blocks of a form, with position, name and date of those who signed.

    A blank form keeps the alternatives of its titles; a finished one names who signs.
    """
    return [_block(year, subject, each, signed_by.get(each.khoa)) for each in form.xac_nhan]


def _block(
    year: UnitYear, subject: KiemDiem, block: XacNhanMau, signed_by: XacNhan | None
) -> KhoiKyIn:
    given = signed_by or XacNhan()
    body = None if year.de_trong else _signing(year, subject, block.khoa)
    return {
        "khoa": block.khoa,
        "tieu_de": choices.chosen(block.tieu_de, body) if body else block.tieu_de,
        "ghi_chu": to_sign(year, block.ghi_chu) if _is_own(year, block) else block.ghi_chu,
        "ngay": review.capital(dates.long_date(given.ngay)) if given.ngay else "",
        "chuc_vu": (given.chuc_vu or "").upper(),
        "ho_ten": given.ho_ten or "",
    }


def _is_own(year: UnitYear, block: XacNhanMau) -> bool:
    """Return whether a unit without a seal signs a block itself."""
    known = without_seal().get(year.data.don_vi.loai)
    return known is not None and block.khoa in known.khoi


def _signing(year: UnitYear, subject: KiemDiem, block: str) -> str | None:
    """Return the body that signs a block of a finished form."""
    unit = year.data.don_vi
    match block, subject:
        case "tap_the", TapThe():
            return subject.ten
        case "chi_uy", CaNhan() if unit.loai in CHI_BO:
            return unit.cap_uy or unit.ten
        case "chi_uy", _:
            return "Chi ủy"
        case "dang_uy", _:
            return issuer(unit) if unit.loai == "chi_bo_co_so" else "Đảng ủy"
    return None


def reviewed_at(year: UnitYear, collective: TapThe) -> str:
    """Return where a collective leads: «địa phương», «cơ quan» or «đơn vị» of the form's three."""
    if year.de_trong:
        return _PLACE
    unit = year.data.don_vi
    return workplace(unit.loai, unit.ten, collective.khoi_co_quan or unit.khoi_co_quan)


def workplace(kind: str, name: str, block: str | None) -> str:
    """Return the word of a form for the place of a unit.

    Args:
        kind: the kind of unit (`don_vi.loai`).
        name: its name, «Chi bộ thôn Đông».
        block: the block of offices it belongs to, if it is known.
    """
    places = workplaces()
    return next((each.chu for each in places if _fits(each, kind, name, block)), places[-1].chu)


def _fits(place: NoiKiemDiem, kind: str, name: str, block: str | None) -> bool:
    if kind in place.loai or (block and (block in place.khoi or _ANY in place.khoi)):
        return True
    words = f" {fold(name)} "
    if any(f" {fold(each)} " in words for each in place.ten):
        return True
    rest = next((found for each in _ORGANISATIONS if (found := after(name, each)) is not None), "")
    return any(after(rest, each) is not None for each in place.sau)
