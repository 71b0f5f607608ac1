"""A warning somebody answers for is counted, not repeated, until what it is about changes."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model.unit import CaNhanTep, DonViNam
from generator.papers.validation import check_paths
from generator.problems import Place, Problem, Severity, problem
from generator.reading.acknowledged import acknowledged, campaign_scopes, unit_scopes
from generator.reading.units import Unit
from tests.rules.build import AN, BINH, campaign, meeting, person, unit

WHY = {"ly_do": "đã xem hồ sơ gốc", "ai": "Nguyễn Văn Mẫu", "ngay": "05/12/2026"}
FILE = Path("don-vi/a.yaml")
LETTERS = [{"ngay": "18/11/2026"}]


def warned(path: tuple[str | int, ...] = ("goi_y",), file: Path = FILE) -> Problem:
    return problem("KD431", Place(file=file.as_posix(), path=path), can_cu="QĐ 366")


def read(*, marks: Any = (), **given: Any) -> Unit:
    accepted = {"KD431": {**WHY, "dau": list(marks)}}
    return Unit(FILE, unit(goi_y=given.pop("goi_y", LETTERS), chap_nhan=accepted, **given))


def applied(one: Unit, *problems: Problem) -> list[Problem]:
    return acknowledged(problems or [warned()], unit_scopes(one))


def asked_mark(one: Unit, *problems: Problem) -> str:
    """The mark that the program asks for."""
    [lapsed] = [each for each in applied(one, *problems) if each.code == "KD148"]
    return lapsed.mend.split("«dau: ")[1].rstrip("»")


def codes(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(each.code, each.severity.value) for each in problems]


def test_without_a_mark_the_warning_stays_and_the_mark_is_told() -> None:
    assert codes(applied(read())) == [("KD431", "cảnh báo"), ("KD148", "cảnh báo")]
    assert len(asked_mark(read())) == 6


def test_with_the_mark_the_warning_is_accepted() -> None:
    found = applied(read(marks=[asked_mark(read())]))
    assert codes(found) == [("KD431", "đã chấp nhận")]


def test_it_lapses_when_the_value_it_is_about_changes() -> None:
    mark = asked_mark(read())
    changed = read(marks=[mark], goi_y=[{"ngay": "19/11/2026"}])
    found = applied(changed)
    assert codes(found) == [("KD431", "cảnh báo"), ("KD148", "cảnh báo")]
    assert "nội dung đã đổi" in found[1].message
    assert asked_mark(changed).startswith(f"[{mark}, ")


def test_it_lapses_when_what_is_told_changes() -> None:
    mark = asked_mark(read())
    other = replace(warned(), message="chưa có báo cáo giải trình của hai văn bản")
    assert codes(applied(read(marks=[mark]), other))[0] == ("KD431", "cảnh báo")


def test_other_values_may_change() -> None:
    mark = asked_mark(read())
    found = applied(read(marks=[mark], hoi_nghi=[meeting()], dia_danh="Lộc Hà"))
    assert codes(found) == [("KD431", "đã chấp nhận")]


def test_one_of_two_findings_with_a_code_is_accepted_alone() -> None:
    second = replace(warned(), message="điều khác")
    mark = asked_mark(read(), warned())
    found = applied(read(marks=[mark]), warned(), second)
    assert [each.severity.value for each in found if each.code == "KD431"] == [
        "đã chấp nhận", "cảnh báo",
    ]  # fmt: skip


def test_an_error_is_not_accepted_whatever_the_mark() -> None:
    error = replace(warned(), severity=Severity.ERROR)
    mark = asked_mark(read())
    assert codes(applied(read(marks=[mark]), error)) == [("KD431", "lỗi"), ("KD168", "lỗi")]


def test_a_person_answers_for_what_concerns_the_person_only() -> None:
    accepted = {"KD431": WHY}
    people = [person(AN, chap_nhan=accepted), person(BINH)]
    one = Unit(FILE, unit(ca_nhan=people))
    mine, other = warned(("ca_nhan", 0, "ho_ten")), warned(("ca_nhan", 1, "ho_ten"))
    mark = asked_mark(one, mine, other)
    people[0] = person(AN, chap_nhan={"KD431": {**WHY, "dau": mark}})
    found = applied(Unit(FILE, unit(ca_nhan=people)), mine, other)
    assert codes(found) == [("KD431", "đã chấp nhận"), ("KD431", "cảnh báo")]


def test_a_person_with_a_file_of_their_own_answers_in_it() -> None:
    own = Path("don-vi/a/ca-nhan/an.yaml")
    nam = unit()
    tep = CaNhanTep.model_validate({"loai": "ca-nhan", **person(AN, chap_nhan={"KD431": WHY})})
    one = Unit(FILE, nam.model_copy(update={"ca_nhan": (tep,)}), {0: own})
    there = warned(("ho_ten",), own)
    found = acknowledged([there], unit_scopes(one))
    assert codes(found) == [("KD431", "cảnh báo"), ("KD148", "cảnh báo")]
    assert found[1].place.file == own.as_posix()


def test_the_campaign_answers_for_its_letters_and_not_for_the_units() -> None:
    folder = Path("dot")
    dot = campaign(chap_nhan={"KD431": WHY})
    scopes = [*unit_scopes(Unit(FILE, unit())), *campaign_scopes(folder, dot, {})]
    letter = warned(("noi_nhan",), folder / "cong-van.yaml")
    assert len(acknowledged([letter], scopes)) == 2
    assert len(acknowledged([warned()], scopes)) == 1


@pytest.mark.parametrize("code", ["KD431", "kd431", " KD431 "])
def test_a_code_is_one_of_the_catalogue(code: str) -> None:
    nam = DonViNam.model_validate({**unit().model_dump(exclude_defaults=True),
                                   "loai": "don-vi", "chap_nhan": {code: WHY}})  # fmt: skip
    assert list(nam.chap_nhan) == ["KD431"]


DOT = """ten: Đợt 2026
nam: 2026
co_quan: {ten: Đảng ủy xã Lộc Hà, ky_hieu: ĐU}
"""
UNIT = """loai: don-vi
don_vi: {ma: a, ten: Chi bộ thôn Đông, loai: chi_bo, cap_tren: Đảng bộ xã Lộc Hà}
dia_danh: Lộc  Hà
"""


def validated(folder: Path, accepted: str) -> list[str]:
    (folder / "don-vi").mkdir(exist_ok=True)
    (folder / "dot.yaml").write_text(DOT, "utf-8")
    (folder / "don-vi" / "a.yaml").write_text(UNIT + accepted, "utf-8")
    return [
        f"{each.code} {each.severity} {each.place.line}:{each.place.column}"
        for each in check_paths([folder])[1]
    ]


def test_in_a_folder_the_mark_that_is_told_works_and_wrong_codes_are_refused(
    tmp_path: Path,
) -> None:
    text = "chap_nhan: {KD150: {ly_do: tên đúng, ai: Mẫu, ngay: 05/12/2026%s}}\n"
    assert validated(tmp_path, "") == ["KD150 cảnh báo 3:11"]
    assert validated(tmp_path, text % "") == ["KD150 cảnh báo 3:11", "KD148 cảnh báo 4:20"]
    [_, lapsed] = check_paths([tmp_path])[1]
    mark = lapsed.mend.split("«dau: ")[1].rstrip("»")
    assert validated(tmp_path, text % f", dau: {mark}") == ["KD150 đã chấp nhận 3:11"]
    wrong = validated(tmp_path, "chap_nhan: {R11: {ly_do: x, ai: Mẫu, ngay: 05/12/2026}}\n")
    assert any(each.startswith("KD169 lỗi 4:") for each in wrong), wrong
