"""What a workbook comes to."""

from pathlib import Path

from generator.problems import Place, problem
from generator.sheets.change_plan import CellChange, Plan, by_file, path_of
from generator.sheets.own_rows import OwnRow
from generator.sheets.rows import Spot, Told

ROW = OwnRow("ca_nhan", "k", "x", "An", Path("x.yaml"), ("ca_nhan", 3), {})
HERE = Spot("Cá nhân", "B5")


def test_what_a_clerk_must_decide_stands_apart_from_what_must_be_corrected() -> None:
    asked = Told(
        HERE, problem("KD833", Place(), ai="An", cot="Điểm", luc_xuat="1", nay="2", bang="3")
    )
    wrong = Told(HERE, problem("KD835", Place(), cot="Họ và tên"))
    plan = Plan(told=(asked, wrong))
    assert (plan.asked, plan.wrong) == ((asked,), (wrong,))


def test_a_change_is_where_its_column_stands_in_the_file() -> None:
    assert path_of(ROW, "chuc_vu.dang") == ("ca_nhan", 3, "chuc_vu", "dang")
    change = CellChange(HERE, ROW, "chuc_vu.dang", "Chức vụ Đảng", "", "Bí thư")
    assert by_file([change, change]) == {Path("x.yaml"): [change, change]}
