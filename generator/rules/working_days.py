"""Counts working days."""

import datetime as dt

_SATURDAY = 5


def working_days(first: dt.date, last: dt.date) -> int:
    """Count the working days from `first` (included) to `last` (excluded).

    Args:
        first: the first day counted, such as the day a draft is sent.
        last: the day after the last day counted, such as the day of the meeting.

    Returns:
        The number of days from Monday to Friday, 0 when `last` is not after `first`. Public
        holidays are unknown and count as working days.
    """
    days = max((last - first).days, 0)
    weeks, rest = divmod(days, 7)
    return 5 * weeks + sum((first.weekday() + i) % 7 < _SATURDAY for i in range(rest))
