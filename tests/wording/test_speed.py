"""The mark of urgency as it is printed."""

import pytest

from generator.wording.speed import is_timed, printed_speed


@pytest.mark.parametrize(
    ("do_khan", "hen_gio", "printed"),
    [
        (None, None, ""),
        ("Khẩn", None, "Khẩn"),
        ("Hoả tốc", "10 giờ", "Hoả tốc"),
        (
            "Hoả tốc hẹn giờ",
            "10 giờ, ngày 12/10/2026",
            "Hoả tốc hẹn giờ\n(10 giờ, ngày 12/10/2026)",
        ),
        ("Hỏa tốc hẹn giờ", None, "Hỏa tốc hẹn giờ\n(…… giờ, ngày ……)"),
    ],
)
def test_only_a_timed_mark_has_its_hour(
    do_khan: str | None, hen_gio: str | None, printed: str
) -> None:
    assert printed_speed(do_khan, hen_gio) == printed
    assert is_timed(do_khan) == ("\n" in printed)
