"""What is remembered of a line is what would be worked out again."""

import pytest

from generator.opening.remembered import remembered


def test_a_short_line_is_worked_out_once_and_a_long_one_each_time() -> None:
    asked: list[str] = []

    @remembered
    def length(line: str) -> int:
        asked.append(line)
        return len(line)

    assert [length("Tốt"), length("Tốt"), length("a" * 1000), length("a" * 1000)] == [
        3, 3, 1000, 1000,
    ]  # fmt: skip
    assert [len(each) for each in asked] == [3, 1000, 1000]


def test_of_too_many_lines_those_stay_that_are_asked_for_again() -> None:
    asked: list[str] = []

    def length(line: str) -> int:
        asked.append(line)
        return len(line)

    known = remembered(length, most=4, longest=9)
    for number in range(40):
        assert known("quen") == 4
        assert known(f"{number}") == len(f"{number}")
    assert asked.count("quen") == 1
    assert len(asked) == 41
    assert known("0") == 1
    assert len(asked) == 42


def test_what_fails_is_tried_again() -> None:
    asked: list[bytes] = []

    def fails(part: bytes) -> int:
        asked.append(part)
        raise ZeroDivisionError

    known = remembered(fails)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            known(b"x")
    assert asked == [b"x", b"x"]
