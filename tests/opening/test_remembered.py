"""What is remembered of a line is what would be worked out again."""

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
