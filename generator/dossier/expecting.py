"""The properties a received file must have, for each required document."""

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from generator.checklists.required import Need, Requirement
from generator.dossier.handed_in import Key
from generator.model.unit import CHI_BO, CaNhan, DonViNam
from generator.papers.about import person_form, report_form
from generator.received.expected import Candidate, Expected
from generator.regulations.catalogue import paper_kinds
from generator.regulations.che_do import CheDo
from generator.rules.confirmations import asked as asked_blocks
from generator.rules.confirmations import is_civil_servant
from generator.wording.compare import same_name


def candidates(
    asked: Sequence[Requirement],
    nam: DonViNam,
    che_do: CheDo,
    names: Mapping[Key, tuple[str, ...]] = MappingProxyType({}),
) -> list[Candidate]:
    """Return the documents that a file of a unit may be; exempt ones are left out.

    `names` are the file names, without ending, that this program gives the documents.
    A document that several items require (1.1, and 3.6 which includes 1.1) is one candidate.
    """
    places: dict[tuple[object, tuple[str, ...]], list[Key]] = {}
    for i, each in enumerate(asked):
        for j, need in enumerate(each.can):
            if not need.mien:
                places.setdefault((need.path, titles(need)), []).append((i, j))
    alone = _alone(asked)
    return [
        Candidate(
            keys=tuple(keys),
            muc=tuple(asked[i].item.ma for i, _ in keys),
            titles=named,
            form=form_of(_need(asked, keys[0]), nam, che_do),
            pattern=next((name for i, _ in keys if (name := asked[i].item.ten_tep)), ""),
            ten="" if keys[0] in alone else _need(asked, keys[0]).ai,
            tep=tuple(dict.fromkeys(name for key in keys for name in names.get(key, ()))),
        )
        for (_, named), keys in places.items()
    ]


def expected(asked: Requirement, need: Need, nam: DonViNam, che_do: CheDo, year: int) -> Expected:
    """Return what a file must match to count as this document."""
    about_one = need.path[0] in {"ca_nhan", "tap_the"}
    unit, person = nam.don_vi, _person(need, nam)
    kinds = paper_kinds()
    return Expected(
        nam=year,
        che_do=che_do,
        form=form_of(need, nam, che_do),
        titles=() if need.doc.neu_co else titles(need),
        ten=need.ai if about_one else "",
        others=tuple(each.ho_ten for each in nam.ca_nhan if each.ho_ten != need.ai),
        noi=() if need.doc.neu_co else tuple(filter(None, (unit.ten, unit.cap_uy))),
        signed=not need.doc.neu_co,
        blocks=_blocks(asked, need, nam, che_do),
        signers=asked.item.chu_ky,
        cong_chuc=person is None or is_civil_servant(person),
        ngay=_held_on(need, nam),
        tu_do=need.doc.neu_co and not need.doc.mau,
        sinh=person.ngay_sinh if person else None,
        chi_bo=_cell(person, nam) if person else "",
        don_vi=(person.don_vi_cong_tac if person else "") or "",
        tren=tuple(filter(None, (unit.cap_tren, unit.cap_uy_cap_tren, unit.ten))),
        goi_y=about_one and _is_suggested(need.ai, nam),
        ket_qua=any(each in kinds and kinds[each].neu_muc for each in need.doc.mau),
    )


def _is_suggested(name: str, nam: DonViNam) -> bool:
    targets = (each for letter in nam.goi_y for each in (*letter.tap_the, *letter.ca_nhan))
    return any(each.diem and same_name(each.ten, name) for each in targets)


def _cell(person: CaNhan, nam: DonViNam) -> str:
    own = nam.don_vi.ten if nam.don_vi.loai in CHI_BO else ""
    return person.chi_bo or own


def _held_on(need: Need, nam: DonViNam) -> dt.date | None:
    match need.path:
        case ("hoi_nghi", int(index), *_):
            return nam.hoi_nghi[index].ngay
    return None


def titles(need: Need) -> tuple[str, ...]:
    """Return the titles a document may have."""
    return need.doc.ten, *need.doc.goi_khac


def form_of(need: Need, nam: DonViNam, che_do: CheDo) -> str | None:
    """Return the key of the regime's form for a document; None if no form is prescribed."""
    person = _person(need, nam)
    form = person_form(che_do, person) if person else report_form(che_do)
    return form if form in need.doc.mau and form in che_do.bieu_mau else None


def _blocks(asked: Requirement, need: Need, nam: DonViNam, che_do: CheDo) -> tuple[str, ...]:
    """Return the required confirmations: the form's own titles, else the checklist's words."""
    form, person = form_of(need, nam, che_do), _person(need, nam)
    if not asked.item.xac_nhan or form is None or person is None:
        return asked.item.xac_nhan
    own = asked_blocks(che_do.bieu_mau[form], person)
    return tuple(block.tieu_de for block in own) or asked.item.xac_nhan


def _person(need: Need, nam: DonViNam) -> CaNhan | None:
    match need.path:
        case ("ca_nhan", int(index), *_):
            return nam.ca_nhan[index]
    return None


def _need(asked: Sequence[Requirement], key: Key) -> Need:
    return asked[key[0]].can[key[1]]


def _alone(asked: Sequence[Requirement]) -> set[Key]:
    """Return minutes that are the only ones of their kind; they need not name their meeting."""
    found: set[Key] = set()
    for i, each in enumerate(asked):
        for j, need in enumerate(each.can):
            same = [other for other in each.can if other.doc is need.doc]
            if need.path[0] == "hoi_nghi" and len(same) == 1:
                found.add((i, j))
    return found
