"""The few facts of each unit that the rules over a whole campaign need, as read or as kept."""

from generator.model.base import Model
from generator.model.unit import CaNhan, DonVi, TapThe
from generator.reading.load import Unit
from generator.rules.campaign import CuocHop, Member
from generator.rules.subjects import Subject

_PERSON = frozenset(
    {"ho_ten", "ngay_sinh", "dang_vien", "dung_dau", "vai_tro"}
    | {"nhom", "loai_tru", "ky_luat", "xep_loai"}
)
_COLLECTIVE = frozenset({"ten", "vai_tro", "thanh_vien", "thanh_lap_moi", "nhom", "xep_loai"})


class Members(Model):
    """Collectives and persons of a unit, without the texts they wrote.

    `du` means that every person could be read; `tep` is the unit's file; `rieng` maps the index of
    a person to the person's own file.
    """

    du: bool
    don_vi: DonVi
    noi_troi: bool
    tep: str
    rieng: dict[int, str]
    tap_the: tuple[TapThe, ...]
    ca_nhan: tuple[CaNhan, ...]
    hop: tuple[CuocHop, ...] = ()


def members_of(unit: Unit, *, whole: bool) -> Members:
    """Extract what the rules over a campaign need; `whole` means that all of the unit was read."""
    return Members.model_construct(
        du=whole,
        don_vi=unit.data.don_vi,
        noi_troi=unit.data.noi_troi is not None,
        tep=unit.file.as_posix(),
        rieng={index: path.as_posix() for index, path in unit.persons.items()},
        tap_the=tuple(
            TapThe.model_construct(**{key: getattr(each, key) for key in _COLLECTIVE})
            for each in unit.data.tap_the
        ),
        ca_nhan=tuple(
            CaNhan.model_construct(**{key: getattr(each, key) for key in _PERSON})
            for each in unit.data.ca_nhan
        ),
        hop=tuple(
            CuocHop(cap=each.cap, noi_dung=each.noi_dung, doi_tuong=each.doi_tuong, ngay=each.ngay)
            for each in unit.data.hoi_nghi
        ),
    )


def as_members(kept: Members) -> list[Member]:
    """Return the collectives and persons of a unit, each with its file and its path in it."""
    found = [
        Member(
            kept.don_vi, kept.noi_troi, kept.tep, Subject(("tap_the", i), each.ten, each), kept.hop
        )
        for i, each in enumerate(kept.tap_the)
    ]
    for i, each in enumerate(kept.ca_nhan):
        own = kept.rieng.get(i)
        subject = Subject(() if own else ("ca_nhan", i), each.ho_ten, each)
        found.append(Member(kept.don_vi, kept.noi_troi, own or kept.tep, subject, kept.hop))
    return found
