"""A pasted line fills what somebody lacks; what it says otherwise is told and left."""

import pytest

from generator.desk.additions import Known, matched
from generator.desk.pasted import people
from generator.model.unit import CaNhan


def meant(line: str, *there: dict[str, object]) -> Known | None:
    """Whom a line means among people."""
    ((_, found),) = matched(people(line).cac, [CaNhan.model_validate(each) for each in there])
    return found


AN = {"ho_ten": "Trần Văn An"}


@pytest.mark.parametrize(
    ("there", "line", "more", "other"),
    [
        (AN, "Trần Văn An; 1980", ["1980"], []),
        (AN, "trần văn AN; 1980".title(), ["1980"], []),
        ({**AN, "ngay_sinh": "1980"}, "Trần Văn An; 1980", [], []),
        ({**AN, "ngay_sinh": "05/12/1980"}, "Trần Văn An; 1980", [], []),
        ({**AN, "ngay_sinh": "1980"}, "Trần Văn An; 05/12/1980", [], ["05/12/1980"]),
        ({**AN, "chuc_vu": {"dang": "Bí thư"}}, "Trần Văn An; Phó Bí thư, Giáo viên", ["Giáo viên"], ["Phó Bí thư"]),
        ({**AN, "chuc_vu": {"dang": "Bí thư"}}, "Trần Văn An; bí thư", [], []),
        (AN, "Trần Văn An", [], []),
    ],
)  # fmt: skip
def test_only_what_is_empty_is_filled(
    there: dict[str, object], line: str, more: list[str], other: list[str]
) -> None:
    found = meant(line, {"ho_ten": "Lê Thị Mẫu"}, there)
    assert found is not None
    assert found.so == 1
    assert [each.chu for each in found.them] == more
    assert [each.chu for each in found.khac] == other


def test_nobody_is_chosen_where_two_may_be_meant() -> None:
    found = meant("Trần Văn An; Bí thư", AN, AN)
    assert found is not None
    assert (found.may, found.them) == (2, ())


def test_somebody_of_another_birthday_is_somebody_else() -> None:
    assert meant("Trần Văn An; 1980", {**AN, "ngay_sinh": "1970"}) is None
    assert meant("Trần Văn Anh; 1980", AN) is None


HEAD = {**AN, "chuc_vu": {"dang": "Bí thư Chi bộ"}}
OLDER = "Trần Văn An; 12/3/1968; {}"
YOUNGER = "Trần Văn An; 30/4/1991; {}"


@pytest.mark.parametrize(
    ("lines", "there", "told"),
    [
        ((OLDER.format("Bí thư Chi bộ"), YOUNGER.format("Công an viên")), HEAD, [0, None]),
        ((YOUNGER.format("Công an viên"), OLDER.format("Bí thư Chi bộ")), HEAD, [None, 0]),
        ((OLDER.format(""), YOUNGER.format("Công an viên")), HEAD, [-1, -1]),
        ((OLDER.format("Giáo viên"), YOUNGER.format("Giáo viên")), AN, [-1, -1]),
        ((OLDER.format(""), YOUNGER.format("")), {**AN, "ngay_sinh": "1968"}, [0, None]),
        ((OLDER.format(""), "Lê Thị Mẫu; 1970"), AN, [0, None]),
    ],
)
def test_of_namesakes_one_is_the_person_who_is_there(
    lines: tuple[str, ...], there: dict[str, object], told: list[int | None]
) -> None:
    found = matched(people("\n".join(lines)).cac, [CaNhan.model_validate(there)])
    assert [each.so if each else None for _, each in found] == told
