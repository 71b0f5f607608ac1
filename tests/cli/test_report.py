"""What a command says at its end: what was done, what was found, and what to ask next."""

import json
from dataclasses import replace

import pytest

from generator.cli.report import show
from generator.problems import Place, Problem, Severity, problem

ERROR = replace(problem("KD070", Place(file="a.yaml", line=3, column=1)), severity=Severity.ERROR)
WARNING = replace(ERROR, severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("problems", "said", "status"),
    [
        ((), "Đã kiểm tra 2 tệp: không có lỗi.", 0),
        ((WARNING,), "Đã kiểm tra 2 tệp: 1 cảnh báo.", 0),
        ((ERROR, ERROR, WARNING), "Đã kiểm tra 2 tệp: 2 lỗi, 1 cảnh báo.", 1),
    ],
)
def test_the_last_line_counts_and_the_status_is_that_of_the_gravest(
    problems: tuple[Problem, ...], said: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show(problems, "text", "Đã kiểm tra 2 tệp") == status
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith(said)
    assert ("explain KD070" in last) is bool(problems)


def test_what_a_bug_hindered_is_counted_and_never_without_fault(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show((), "text", "Đã tạo 3 văn bản", crashes=2)
    last = capsys.readouterr().out
    assert last == "Đã tạo 3 văn bản: 2 phần chưa làm được vì chương trình gặp lỗi.\n"


def test_without_words_of_what_was_done_the_line_begins_with_what_was_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show((), "text")
    assert capsys.readouterr().out == "Không có lỗi.\n"


def test_problems_may_go_to_the_error_stream(capsys: pytest.CaptureFixture[str]) -> None:
    show((ERROR,), "text", "Xong", err=True)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("a.yaml:3:1: KD070 lỗi:")


def test_for_another_program_problems_are_a_list_of_values(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert show((ERROR,), "json", "Xong") == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["code"], found["severity"], found["line"]) == ("KD070", "error", 3)
