"""A member belongs to one chi bộ: who is, or would come to be, in two of them is asked about."""

import pytest

from generator.sheets.two_units import Newcomer, in_two, may_move, of_another

UNITS = {"dong": "Chi bộ thôn Đông", "tay": "CHI BỘ thôn Tây", "xa": "Đảng ủy xã Lộc Hà"}
BORN = "05/12/1970"


def newcomer(number: int, unit: str, birth: str = BORN, who: str = "Lê Văn An") -> Newcomer:
    return Newcomer(number, who, birth, unit)


@pytest.mark.parametrize(
    ("unit", "birth", "there", "asked"),
    [
        ("tay", BORN, ["dong"], True),
        ("tay", BORN, ["tay"], False),
        ("tay", BORN, [], False),
        ("tay", "1970", ["dong"], False),  # of one year there may be two
        ("tay", "", ["dong"], False),
        ("tay", BORN, ["xa"], False),  # a leader is in the chi bộ and in the committee
        ("xa", BORN, ["dong"], False),
    ],
)
def test_somebody_of_another_chi_bo_is_asked_about(
    unit: str, birth: str, there: list[str], *, asked: bool
) -> None:
    found = of_another(newcomer(0, unit, birth), there, UNITS)
    assert (found is not None) is asked
    if found:
        assert found.code == "KD867"
        assert "«CHI BỘ thôn Tây»" in found.message
        assert "«Chi bộ thôn Đông»" in found.message


@pytest.mark.parametrize(
    ("second", "lines"),
    [
        (newcomer(4, "tay"), [1, 4]),
        (newcomer(4, "dong"), []),
        (newcomer(4, "xa"), []),
        (newcomer(4, "tay", "05/12/1971"), []),
        (newcomer(4, "tay", who="Lê Văn Anh"), []),
    ],
)
def test_a_workbook_puts_nobody_into_two_chi_bo(second: Newcomer, lines: list[int]) -> None:
    assert sorted(in_two([newcomer(1, "dong"), second], UNITS)) == lines


def test_only_whole_days_of_birth_and_chi_bo_count() -> None:
    assert may_move(BORN, "dong", UNITS)
    assert not may_move("12/1970", "dong", UNITS)
    assert not may_move(BORN, "xa", UNITS)
    assert not may_move(BORN, "khong-co", UNITS)
