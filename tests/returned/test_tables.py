"""Tables: columns by their heads, rows by their text, votes by every letter of a name."""

from dataclasses import replace

import pytest

from generator.opening.written import Cell, Line, Run
from generator.returned.answers import Answer
from generator.returned.outline import Anchor, Grid, Outline, Row, Slot
from generator.returned.tables import NO_TABLE, above_tables, table_answers

NAMES = ("Nguyễn Thị Hà", "Nguyễn Thị Hạ")
LEVELS = ("Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ")
TASKS = ("TT", "Nội dung nhiệm vụ", "Thời hạn", "Ghi chú")


def lines(*rows: list[str], table: int = 1) -> list[Line]:
    return [
        Line((Run(text),), row * 10 + column, Cell(table, row, column))
        for row, cells in enumerate(rows, 1)
        for column, text in enumerate(cells, 1)
        if text
    ]


def votes() -> Outline:
    rows = tuple(
        Row(f"{number} {name}", tuple(
            (column, Slot(("kiem_phieu", "ket_qua", name, level), "so"))
            for column, level in enumerate(("tot", "ht"), 3)
        ))
        for number, name in enumerate(NAMES, 1)
    )  # fmt: skip
    return Outline((), (Grid(("", "TT", "Họ tên", *LEVELS), rows),))


def tasks() -> Outline:
    slots = tuple(
        (column, Slot(("nhiem_vu", 0, key), "chu"))
        for column, key in enumerate(("noi_dung", "thoi_han", "ghi_chu"), 2)
    )
    return Outline((), (Grid(("", *TASKS), (Row("1", slots),), grows=True),))


def said(outline: Outline, given: list[Line]) -> dict[tuple[str | int, ...], Answer]:
    return {each.path: each for each in table_answers(outline, given)[0]}


HEAD = ["TT", "Họ tên", *LEVELS]


def test_votes_go_to_the_name_with_every_accent_in_whatever_order() -> None:
    found = said(
        votes(), lines(HEAD, ["1", NAMES[1], "5", "2"], ["2", f"Đồng chí {NAMES[0]}", "7", "0"])
    )
    assert found["kiem_phieu", "ket_qua", NAMES[0], "tot"].value == "7"
    assert found["kiem_phieu", "ket_qua", NAMES[1], "tot"].value == "5"
    assert not any(each.why for each in found.values())


def test_a_stranger_in_the_row_of_somebody_is_nobody() -> None:
    found = said(votes(), lines(HEAD, ["1", "Nguyễn Thị Hát", "5", "2"], ["2", NAMES[1], "7", "0"]))
    assert found["kiem_phieu", "ket_qua", NAMES[0], "tot"].value == ""
    assert found["kiem_phieu", "ket_qua", NAMES[0], "tot"].why


@pytest.mark.parametrize(
    ("added", "doubted"),
    [
        (["3", "Hồ Văn Mới", "4", "0"], True),
        (["", "Hồ Văn Mới", "", "1"], True),
        (["", "Cộng", "12", "2"], True),
        (["3", "Hồ Văn Mới", "", ""], False),
        (["", "", "", ""], False),
        (["(1)", "(2)", "(3)", "(4)"], False),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_votes_of_somebody_whom_the_form_does_not_name_make_the_others_doubtful(
    added: list[str], first: bool, doubted: bool
) -> None:
    own = [["1", NAMES[0], "7", "0"], ["2", NAMES[1], "5", "2"]]
    rows = [added, *own] if first else [*own, added]
    found = said(votes(), lines(HEAD, *rows))
    assert [each.value for each in found.values()] == ["7", "0", "5", "2"]
    assert {bool(each.why) for each in found.values()} == {doubted}


def remarks() -> Outline:
    """A form with fixed rows of which each is ticked in one of two columns."""
    slots = [Slot(("nhan_xet", number), "muc", chon=("Tốt", "Chưa tốt")) for number in (1, 2)]
    rows = (
        Row("1 Chấp hành chủ trương", ((3, slots[0]),)),
        Row("2 Tham gia sinh hoạt", ((3, slots[1]),)),
    )
    return Outline((), (Grid(("", "TT", "Nội dung", "Tốt", "Chưa tốt"), rows),))


@pytest.mark.parametrize(("mark", "doubted"), [("x", True), ("", False)])
def test_a_row_that_was_added_and_ticked_makes_the_others_doubtful(
    mark: str, doubted: bool
) -> None:
    given = lines(
        ["TT", "Nội dung", "Tốt", "Chưa tốt"],
        ["1", "Chấp hành chủ trương", "x"],
        ["2", "Tham gia sinh hoạt", "", "x"],
        ["3", "Vận động gia đình", "", mark],
    )
    found = said(remarks(), given)
    assert [each.value for each in found.values()] == ["Tốt", "Chưa tốt"]
    assert {bool(each.why) for each in found.values()} == {doubted}


def test_columns_in_another_order_are_found_by_their_heads() -> None:
    head = ["TT", "Họ tên", LEVELS[1], LEVELS[0]]
    found = said(votes(), lines(head, ["1", NAMES[0], "2", "7"], ["2", NAMES[1], "0", "5"]))
    assert found["kiem_phieu", "ket_qua", NAMES[0], "tot"].value == "7"


@pytest.mark.parametrize("head", ["Hoàn thành tốt", LEVELS[1]])
def test_a_head_that_is_not_that_of_the_form_or_twice_there_is_in_doubt(head: str) -> None:
    given = lines(
        ["TT", "Họ tên", head, LEVELS[1]], ["1", NAMES[0], "7", "2"], ["2", NAMES[1], "5", "0"]
    )
    found = said(votes(), given)
    assert all(each.why for each in found.values() if each.path[-1] == "tot")


def test_heads_in_two_rows_are_in_doubt() -> None:
    given = lines(
        HEAD, ["", "", "Số phiếu", "Tỉ lệ"], ["1", NAMES[0], "7", "2"], ["2", NAMES[1], "5", "0"]
    )
    assert all(each.why for each in said(votes(), given).values())


def test_as_many_tasks_as_somebody_wrote_with_their_groups() -> None:
    given = lines(
        list(TASKS), ["I. Thường xuyên"], ["1", "Một", "Quý I", ""], ["2", "Hai", "", "gấp"], ["3"]
    )
    found = {path: each.value for path, each in said(tasks(), given).items() if each.value}
    assert found == {
        ("nhiem_vu", 0, "noi_dung"): "Một", ("nhiem_vu", 0, "thoi_han"): "Quý I",
        ("nhiem_vu", 0, "truc"): "I. Thường xuyên",
        ("nhiem_vu", 1, "noi_dung"): "Hai", ("nhiem_vu", 1, "ghi_chu"): "gấp",
        ("nhiem_vu", 1, "truc"): "I. Thường xuyên",
    }  # fmt: skip


@pytest.mark.parametrize(("number", "doubted"), [("2", False), ("1", True)])
def test_tables_of_the_same_heads_are_read_one_behind_the_other(number: str, doubted: bool) -> None:
    given = [
        *lines(list(TASKS), ["1", "Một", "", ""]),
        *lines(list(TASKS), [number, "Hai", "", ""], table=2),
    ]
    found = said(tasks(), given)
    assert [found["nhiem_vu", at, "noi_dung"].value for at in (0, 1)] == ["Một", "Hai"]
    assert {bool(each.why) for each in found.values()} == {doubted}


@pytest.mark.parametrize(
    ("below", "doubted"),
    [("Ngoài ra: giúp thôn Tây", True), ("Nhận xét chung: tốt", False), ("………", False)],
)
def test_what_is_written_below_a_table_makes_it_doubtful(below: str, doubted: bool) -> None:
    outline = replace(tasks(), anchors=(Anchor("Nhận xét chung:", (Slot(("o", 1), "chu"),)),))
    given = [*lines(list(TASKS), ["1", "Một", "x", "y"]), Line((Run(below),), 90)]
    assert {bool(each.why) for each in said(outline, given).values()} == {doubted}


def test_the_name_of_who_signed_is_not_written_below_a_table() -> None:
    outline = replace(tasks(), anchors=(Anchor("NGƯỜI TỰ KIỂM ĐIỂM"),))
    signed = [Line((Run(text),), 90) for text in ("NGƯỜI TỰ KIỂM ĐIỂM", "(Đã ký)", "Lê Văn Hà")]
    given = [*lines(list(TASKS), ["1", "Một", "x", "y"]), *signed]
    assert not any(each.why for each in said(outline, given).values())


def test_a_table_that_goes_on_without_heads_makes_all_doubtful() -> None:
    given = [*lines(list(TASKS), ["1", "Một", "x", "y"]), *lines(["2", "Hai", "x", "y"], table=2)]
    assert all(each.why for each in said(tasks(), given).values())


def test_a_column_that_is_gone_makes_all_doubtful() -> None:
    given = lines(["TT", TASKS[1], "Hạn", "Ghi chú"], ["1", "Một", "Quý I", "y"])
    assert all(each.why for each in said(tasks(), given).values())


def test_a_row_of_one_cell_makes_all_doubtful() -> None:
    given = lines(
        list(TASKS), ["1", "Một", "x", "y"], ["", "", "thêm nữa", ""], ["2", "Hai", "x", "y"]
    )
    assert all(each.why for each in said(tasks(), given).values())


@pytest.mark.parametrize(
    ("outline", "path"), [(votes(), ("kiem_phieu", "ket_qua")), (tasks(), ("nhiem_vu",))]
)
def test_a_table_that_is_gone_is_told_once(outline: Outline, path: tuple[str, ...]) -> None:
    told = said(outline, [])
    assert [*told] == [path]
    assert told[path].why == (NO_TABLE,)


@pytest.mark.parametrize(
    ("text", "doubted"), [("Đơn vị: Tổ 2", False), ("I. Việc được giao", True)]
)
def test_a_line_just_above_a_table_is_no_sure_answer_of_a_label(text: str, doubted: bool) -> None:
    given = [Line((Run(text),), 1), *lines(list(TASKS), ["1", "Một", "x", "y"])]
    answer = Answer(Slot(("don_vi",), "dong"), text, (), 1, "Đơn vị:")
    assert [bool(each.why) for each in above_tables([answer], given, {1})] == [doubted]
