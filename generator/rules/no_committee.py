"""A chi bộ with committee members has a committee, whose report is part of its dossier."""

from collections.abc import Iterator

from generator.model.unit import CHI_BO, DonViNam
from generator.problems import Place, Problem, problem
from generator.problems.text import some
from generator.wording.compare import fold

_POST = fold("chi ủy viên")


def check_no_committee(nam: DonViNam) -> Iterator[Problem]:
    """Ask about a chi bộ that has chi ủy viên but no collective.

    The chi ủy reviews itself (HD 43 and HD 25 mục 1.1); without an entry nothing asks for its
    report. A chi bộ without one is in order: then its secretary reviews at the chi bộ.

    Returns:
        KD188, at the unit.
    """
    if nam.don_vi.loai not in CHI_BO or nam.tap_the:
        return
    members = [each.ho_ten for each in nam.ca_nhan if _POST in fold(each.chuc_vu.dang or "")]
    if members:
        told = {"don_vi": nam.don_vi.ten, "ai": some(members)}
        yield problem("KD188", Place(path=("don_vi",)), **told)
