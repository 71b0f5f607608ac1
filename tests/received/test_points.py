"""Whether a form of the 100-point scale bears its points, and whether they can be."""

import pytest

from generator.received.expected import Expected
from generator.received.points import points
from generator.regulations.regimes import regime_for
from tests.received.test_findings import FORM, PAPER, said

OF_2025 = Expected(2025, regime_for(2025), form="02B", ten="Nguyễn Văn An")


def scored(common: str, tasks: str, total: str) -> list[str]:
    """A form of 2025 with these points."""
    own = {"Nhóm tiêu chí chung": common, "Nhóm tiêu chí về kết quả thực hiện nhiệm vụ": tasks}
    lines = []
    for part in regime_for(2025).bieu_mau["02B"].phan:
        if part.tieu_de == "Tổng điểm":
            lines.append(f"Tổng điểm: {total}/100")
        elif part.tieu_de in own:
            lines.append(f"{part.tieu_de}: {own[part.tieu_de]}")
        else:
            lines += [part.tieu_de, "Đã làm tốt." if part.khoa else ""]
    return lines


@pytest.mark.parametrize(
    ("given", "there"),
    [
        (("27/30", "58/70", "85"), True),
        (("27", "58", "85"), True),
        (("28,5 điểm", "61,5 điểm", "90"), True),
        (("0/30", "0/70", "0"), True),
        (("/30", "58/70", "85"), False),
        (("27/30", "/70", "85"), False),
        (("27/30", "58/70", ""), False),
        (("(tối đa 30 điểm)", "58/70", "85"), False),
        (("(tối đa 30 điểm) 27", "58/70", "85"), True),
        (("", "", ""), False),
    ],
)
def test_points_stand_behind_each_criterion_and_the_total(
    given: tuple[str, str, str], there: bool
) -> None:
    told = [] if there else ["chưa ghi điểm tự chấm"]
    assert said(points, OF_2025, *scored(*given)) == told


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (("30/30", "70/70", "100"), True),
        (("31/30", "58/70", "89"), False),
        (("27/30", "71/70", "98"), False),
        (("27/30", "58/70", "86"), False),
        (("28,5/30", "61,5/70", "90"), True),
        (("28,5/30", "61,5/70", "90,5"), False),
        # without «/30» nobody can say what a figure is out of
        (("31", "58", "89"), True),
        # but whether they add up
        (("27", "58", "86"), False),
        (("27 điểm", "58 điểm.", "95 điểm"), False),
    ],
)
def test_points_stay_below_their_most_and_add_up(given: tuple[str, str, str], right: bool) -> None:
    told = [] if right else ["điểm tự chấm vượt mức tối đa hoặc cộng sai"]
    assert said(points, OF_2025, *scored(*given)) == told


@pytest.mark.parametrize("due", [FORM, PAPER], ids=["2023", "không theo mẫu"])
def test_only_the_forms_of_2025_have_points(due: Expected) -> None:
    assert said(points, due, "31/30") == []


@pytest.mark.parametrize(
    ("given", "level", "told"),
    [
        (("20/30", "37/70", "57"), "Hoàn thành nhiệm vụ", []),
        (("20/30", "37/70", "57"), "Không hoàn thành nhiệm vụ", []),
        (
            ("20/30", "37,5/70", "57,5"),
            "Hoàn thành tốt nhiệm vụ",
            ["57,5 điểm chỉ đến «Hoàn thành nhiệm vụ», tự xếp «Hoàn thành tốt nhiệm vụ»"],
        ),
        (("28/30", "62/70", "90"), "Hoàn thành xuất sắc nhiệm vụ", []),
        (("28/30", "62/70", "90"), "", []),
    ],
)
def test_nobody_proposes_a_better_level_than_the_points_allow(
    given: tuple[str, str, str], level: str, told: list[str]
) -> None:
    assert said(points, OF_2025, *scored(*given), level) == told
