"""Where the pieces of a chart stand."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from generator.desk.charts import LEFT, WIDTH, bars, progress

DAY = dt.date(2026, 12, 8)


@given(st.lists(st.lists(st.integers(0, 90), min_size=1, max_size=5), max_size=20))
def test_bars_are_in_one_scale_and_none_leaves_the_picture(rows: list[list[int]]) -> None:
    found = bars(
        [(str(n), "", {str(k): c for k, c in enumerate(row)}) for n, row in enumerate(rows)]
    )
    most = max((sum(row) for row in rows), default=0)
    for bar, row in zip(found, rows, strict=True):
        assert bar.tong == sum(row)
        assert [each.so for each in bar.cac] == [count for count in row if count]
        if bar.cac:
            last = bar.cac[-1]
            assert abs(last.x + last.rong + 1.5 - LEFT - WIDTH * bar.tong / most) < 0.3


def test_pieces_stand_beside_each_other() -> None:
    (bar,) = bars([("a", "", {"x": 1, "y": 0, "z": 3})])
    first, second = bar.cac
    assert first.x == LEFT
    assert second.x == LEFT + WIDTH / 4


def test_the_line_grows_day_by_day_and_ends_today() -> None:
    days = [dt.date(2026, 12, 5), dt.date(2026, 12, 3), dt.date(2026, 12, 5)]
    found = progress(days, 4, DAY, [dt.date(2026, 12, 10)])
    assert found
    assert [(each.ngay.day, each.so) for each in found.diem] == [(3, 1), (5, 3), (8, 3)]
    assert [each.x for each in found.diem] == sorted(each.x for each in found.diem)
    assert found.diem[0].y > found.diem[1].y
    assert found.han[0].x > found.diem[-1].x


def test_what_is_still_to_come_is_not_counted() -> None:
    assert progress([dt.date(2026, 12, 9)], 4, DAY, []) is None


def test_without_anything_to_do_there_is_no_line() -> None:
    assert progress([], 4, DAY, []) is None
    assert progress([DAY], 0, DAY, []) is None


def test_all_done_today_still_has_two_ends() -> None:
    found = progress([DAY], 1, DAY, [])
    assert found
    assert found.diem[0].x > found.moc[0].x
