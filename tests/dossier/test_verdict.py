"""From proofs to a verdict: which proof decides, and which files the document consists of."""

import datetime as dt

import pytest

from generator.checklists.items import items
from generator.checklists.required import Requirement, requirements
from generator.dossier.results import Evidence, Nguon, PartVerdict
from generator.dossier.verdict import Proof, verdict
from generator.model.unit import DonViNam
from generator.model.verdict import Ket
from generator.regulations.regimes import regime_for
from tests.checklists.lists import checklist, item
from tests.dossier.judged_unit import CITY, unit

DUE = dt.date(2024, 12, 7)


def asked(**more: object) -> Requirement:
    nam = DonViNam.model_validate(unit())
    listed = checklist(item("1", so_bo="2", thoi_han={"truoc_ngay": "07/12"}, **more))
    (found,) = requirements(items(listed), {}, nam, regime_for(2024), CITY)
    return found


def part(*proofs: Proof) -> PartVerdict:
    return verdict(asked(), {0: proofs}, "Công văn số 12", dt.date(2024, 12, 1)).phan[0]


def file(nguon: Nguon, tep: str, ket: Ket = Ket.CO, *, sure: int = 100) -> Proof:
    return Proof(Evidence(nguon, "", tep, sure), ket)


PAPER = Proof(Evidence("giay", "2 bản giấy"), so_ban=2)
NOT_NEEDED = Proof(Evidence("ghi", "tự nguyện"), Ket.KHONG_AP_DUNG)


@pytest.mark.parametrize(
    ("proofs", "ket", "files"),
    [
        ([], Ket.THIEU, ()),
        ([file("tao", "a.docx")], Ket.CO, ("a.docx",)),
        ([file("nhan", "a.pdf")], Ket.CO, ("a.pdf",)),
        # What came in was signed; the document that was made here only stands for it.
        ([file("tao", "a.docx"), file("nhan", "a.pdf")], Ket.CO, ("a.pdf",)),
        ([file("tao", "a.docx"), file("nhan", "a.pdf", Ket.CHUA_KY)], Ket.CO, ("a.docx",)),
        ([file("tao", "a.docx", Ket.CHUA_KY), file("nhan", "a.pdf")], Ket.CO, ("a.pdf",)),
        ([file("nhan", "1.jpg"), file("nhan", "2.jpg")], Ket.CO, ("1.jpg", "2.jpg")),
        ([file("nhan", "1.jpg"), file("nhan", "1.jpg")], Ket.CO, ("1.jpg",)),
        # Paper decides: a file that is not as good does not go along with it.
        ([PAPER], Ket.CO, ()),
        ([PAPER, file("nhan", "hong.docx", Ket.CAN_XEM_LAI)], Ket.CO, ()),
        ([PAPER, file("tao", "du-thao.docx", Ket.CHUA_KY)], Ket.CO, ()),
        ([PAPER, file("tao", "a.docx")], Ket.CO, ("a.docx",)),
        ([NOT_NEEDED], Ket.KHONG_AP_DUNG, ()),
        # Nobody knows what a guess is, so it is not handed on.
        ([file("nhan", "x.docx", Ket.CAN_XEM_LAI, sure=74)], Ket.CAN_XEM_LAI, ()),
        ([file("nhan", "x.docx", Ket.CAN_XEM_LAI, sure=75)], Ket.CAN_XEM_LAI, ("x.docx",)),
        ([file("nhan", "x.docx", Ket.SAI_MAU)], Ket.SAI_MAU, ("x.docx",)),
    ],
)
def test_the_best_proof_decides_and_gives_the_files(
    proofs: list[Proof], ket: Ket, files: tuple[str, ...]
) -> None:
    found = part(*proofs)
    assert found.ket is ket
    assert found.tep == files


def test_a_document_of_several_letters_consists_of_all_of_them() -> None:
    both = Proof(Evidence("tao", "", "35.docx"), kem=(Evidence("tao", "", "36.docx"),))
    found = part(both)
    assert found.tep == ("35.docx", "36.docx")
    assert [each.tep for each in found.chung_cu] == ["35.docx", "36.docx"]


@pytest.mark.parametrize(
    ("copies", "ket", "said"),
    [
        ([2], Ket.CO, ""),
        ([1], Ket.THIEU_BAN, "mới có 1 bản, phải nộp 2 bản"),
        ([1, 1], Ket.CO, ""),
        ([3], Ket.CO, ""),
        ([0], Ket.THIEU_BAN, "mới có 0 bản, phải nộp 2 bản"),
    ],
)
def test_copies_are_counted_together(copies: list[int], ket: Ket, said: str) -> None:
    found = part(*(Proof(Evidence("giay", ""), so_ban=count) for count in copies))
    assert (found.ket, found.ly_do) == (ket, said)


@pytest.mark.parametrize(
    ("day", "ket"),
    [(DUE - dt.timedelta(1), Ket.CO), (DUE, Ket.NOP_MUON), (DUE + dt.timedelta(1), Ket.NOP_MUON)],
)
def test_before_a_day_does_not_count_the_day_itself(day: dt.date, ket: Ket) -> None:
    assert part(Proof(Evidence("giay", ""), so_ban=2, ngay=day)).ket is ket


@pytest.mark.parametrize(
    ("day", "late"), [(DUE - dt.timedelta(1), False), (DUE, True), (DUE + dt.timedelta(1), True)]
)
def test_an_item_is_overdue_from_its_day_on(day: dt.date, late: bool) -> None:
    found = verdict(asked(), {}, "Công văn số 12", day)
    assert (found.qua_han, found.han, found.so_bo) == (late, DUE, 2)
    assert (found.can_cu, found.muc) == ("Công văn số 12, mục 1", "1")
