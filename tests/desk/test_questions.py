"""How a value that is asked about is shown, and what an answer to it decides."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.desk.campaigns import Open, today
from generator.desk.questions import Question, answer, question, subject_of
from generator.reading.load import campaign_of
from generator.regulations.in_force import regime_of
from generator.returned.gathering import Asked
from generator.returned.looking import Decision, looked_at
from generator.returned.proposing import NO_PLACE, Proposal
from tests.desk.returned_forms import MEMBER, UNIT, laid_out

Shown = Callable[[str], Question]
"""The question about the value whose place ends with a key."""

LEVELS = ("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ",
          "Không hoàn thành nhiệm vụ")  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid_out(tmp_path_factory.mktemp("mau"))


@pytest.fixture(scope="module")
def asked(folder: Path) -> dict[str, Proposal]:
    """What is asked of the member, by the last key of its place."""
    dot = campaign_of(folder)
    assert dot is not None
    file = folder / "da-nhan" / UNIT / "Hoà 02B.docx"
    look = looked_at(folder, dot, Asked(files=[file]))
    return {str(each.value.path[-1]): each for each in look.proposals if each.ket == "hoi"}


@pytest.fixture
def shown(folder: Path, asked: dict[str, Proposal]) -> Shown:
    dot = campaign_of(folder)
    assert dot is not None
    opened = Open("mau", folder, folder / "ra", today)
    return lambda name: question(opened, asked[name], regime_of(dot)[0])


def test_a_level_is_chosen_a_number_typed_a_text_in_parts_is_for_the_form(shown: Shown) -> None:
    assert (shown("tu_nhan").o, shown("tu_nhan").chon) == ("chon", LEVELS)
    assert shown("nhiem_vu").o == "dong"
    assert shown("khac_phuc").o == ""
    assert not shown("khac_phuc").dung
    assert shown("khac_phuc").bieu == "/nhap?tep=don-vi%2Fthon-dong.yaml&muc=ca_nhan.1"


def test_what_was_not_read_can_be_typed_but_not_agreed_to(shown: Shown) -> None:
    assert (shown("tong").o, shown("tong").dung, shown("tong").trong_tep) == ("dong", False, "")


def test_a_level_that_the_regime_does_not_know_is_typed(
    folder: Path, asked: dict[str, Proposal]
) -> None:
    one = asked["tu_nhan"]
    other = replace(one, value=replace(one.value, value="Khá"))
    dot = campaign_of(folder)
    assert dot is not None
    opened = Open("mau", folder, folder / "ra", today)
    assert question(opened, other, regime_of(dot)[0]).o == "dong"


def test_whom_a_value_is_about(asked: dict[str, Proposal]) -> None:
    told = subject_of(asked["tong"])
    assert (told.thu_muc, told.cho, told.ten) == (UNIT, "ca_nhan.1", MEMBER)


@pytest.mark.parametrize(
    ("said", "typed", "meant"),
    [
        ("dung", "56,25", ("dung", "")), ("sua", "56,25 ", ("dung", "")), ("sua", "60", ("sua", "60")),
        ("dung", "60", ("sua", "60")), ("", "60", ("sua", "60")), ("bo-qua", "60", ("bo_qua", "")),
    ],
)  # fmt: skip
def test_what_an_answer_decides(
    asked: dict[str, Proposal], said: str, typed: str, meant: tuple[str, str]
) -> None:
    found = answer(asked["nhiem_vu"], said, typed)
    assert isinstance(found, Decision)
    assert (found.quyet, found.ghi) == meant


def test_an_answer_that_says_nothing_is_told(asked: dict[str, Proposal]) -> None:
    assert "chưa chọn" in str(answer(asked["nhiem_vu"], "", "56,25"))
    assert "trống" in str(answer(asked["nhiem_vu"], "sua", " "))
    assert "chưa có giá trị" in str(answer(asked["tong"], "dung", ""))
    no_place = replace(asked["nhiem_vu"], cay=None, ly_do=(NO_PLACE,))
    assert "chưa có giá trị" in str(answer(no_place, "sua", "60"))
