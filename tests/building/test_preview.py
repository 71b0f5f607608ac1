"""What a build would do can be asked without doing it."""

from dataclasses import replace

from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.listing import all_rows, rows
from generator.building.preview import Preview, preview
from generator.building.run import run
from tests.building.test_build import CLINIC, change, request_

__all__ = ["request_"]


def reasons(found: Preview) -> set[str]:
    return {why for _, why in found.documents}


def test_every_document_is_listed_as_new_and_none_is_made(request_: BuildRequest) -> None:
    found = preview([request_])
    assert [row for row, _ in found.documents] == rows(request_)[0]
    assert reasons(found) == {"văn bản mới"}
    assert found.due == len(found.documents)
    assert not request_.root.exists()


def test_what_is_up_to_date_has_no_reason(request_: BuildRequest) -> None:
    run([request_], here)
    found = preview([request_])
    assert (found.due, reasons(found)) == (0, {""})
    file = request_.campaign / "don-vi" / f"{CLINIC}.yaml"
    change(file, "ngay_sinh: ", "ngay_sinh: 01/01/1990 # ")
    changed = preview([request_])
    assert changed.due == sum(bool(why) for _, why in changed.documents) > 0


def test_every_problem_is_told_once(request_: BuildRequest) -> None:
    asked = replace(request_, units=("khong-co",))
    found = preview([asked, asked])
    assert [each.code for each in found.problems] == ["KD512"]
    assert found.documents == []


def test_the_rows_of_several_campaigns_follow_each_other(request_: BuildRequest) -> None:
    asked = replace(request_, units=("khong-co",))
    listed, problems = all_rows([request_, asked])
    assert listed == rows(request_)[0]
    assert [each.code for each in problems] == ["KD512"]
