"""What Mẫu 01 and Mẫu 02 and their annexes print, value by value."""

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.review import CacXacNhan
from generator.papers.form_values import BLANK
from generator.papers.result_annex import annex
from generator.papers.review_forms import report, self_review
from generator.papers.score_sheets import score_sheet
from generator.papers.sections import EMPTY_BOX
from generator.papers.unit_documents import unit_documents
from generator.papers.unit_year import UnitYear
from tests.papers import unit_data
from tests.papers.test_rating_lists import unit, year_of

HTT = unit_data.LEVELS[1]


def text(section: dict[str, Any]) -> list[str]:
    return [str(each["chu"].xml).split(">", 2)[2].split("<", 1)[0] for each in section["doan"]]


def one(nam: int = 2026, **person: Any) -> UnitYear:
    made = unit_data.person("lanh_dao", nam, "Nguyễn Văn Một", "Đạt.") | person
    return year_of(unit(ca_nhan=[made]), nam)


def form_of(year: UnitYear, key: str = "02A") -> Any:
    return year.che_do.bieu_mau[key]


def test_a_blank_form_leaves_a_line_where_nothing_is_known() -> None:
    year = year_of(unit(ca_nhan=[{"ho_ten": "Lê Thị Hai", "vai_tro": "lanh_dao"}]), blank=True)
    printed = self_review(year, 0, form_of(year))
    assert printed["ngay_sinh"] == printed["chuc_vu"]["doan_the"] == BLANK
    assert printed["don_vi_cong_tac"] == BLANK
    assert printed["uu_diem"]["lanh_dao"] == {"doan": [], "dong_trong": 6, "cap_do": []}
    assert printed["diem"]["tong"] == "……"
    assert printed["muc_de_xuat"] == list(unit_data.LEVELS)


def test_what_is_known_is_printed_on_a_blank_form_too() -> None:
    year = one()
    blank = UnitYear(year.data, year.dot, year.che_do, de_trong=True)
    printed = self_review(blank, 0, form_of(year))
    assert printed["ngay_sinh"] == "05/02/1980"
    assert text(printed["uu_diem"]["nhiem_vu"]) == ["Đạt."]
    assert printed["muc_de_xuat"] == [HTT]


OPEN = ("khac_phuc", "giai_trinh", "trach_nhiem")


def test_what_nobody_entered_is_left_as_lines_to_write_on() -> None:
    year = one(khac_phuc=None, giai_trinh=None, trach_nhiem=None)
    printed = self_review(year, 0, form_of(year))
    for section in OPEN:
        assert (text(printed[section]), printed[section]["dong_trong"]) == ([], 2)


@pytest.mark.parametrize("said", ["Không có", "không có.", " KHÔNG  CÓ ", "Không"])
def test_that_there_is_nothing_is_printed_where_somebody_said_so(said: str) -> None:
    year = one(khac_phuc=said, giai_trinh=said, trach_nhiem="Không có.")
    printed = self_review(year, 0, form_of(year))
    for section in OPEN:
        assert (text(printed[section]), printed[section]["dong_trong"]) == (["Không có."], 0)


def test_other_words_are_no_list() -> None:
    with pytest.raises(ValidationError):
        one(khac_phuc="Đã khắc phục xong")


def test_a_post_that_nobody_entered_stays_empty() -> None:
    year = one(chuc_vu={"dang": "Bí thư"}, don_vi_cong_tac=None)
    printed = self_review(year, 0, form_of(year))
    assert printed["chuc_vu"] == {"dang": "Bí thư", "chinh_quyen": "", "doan_the": ""}
    assert printed["don_vi_cong_tac"] == ""


@pytest.mark.parametrize(
    ("points", "shown"),
    [
        ({"chung": "26", "nhiem_vu": "60,5"}, ("26", "60,5", "86,5")),
        ({"chung": "26", "nhiem_vu": "60", "tong": "86"}, ("26", "60", "86")),
        ({"chung": "26"}, ("26", "……", "……")),
        (None, ("……", "……", "……")),
    ],
)
def test_points_are_added_up_where_the_sum_was_not_written(
    points: dict[str, str] | None, shown: tuple[str, str, str]
) -> None:
    year = one(cham_diem=points)
    printed = self_review(year, 0, form_of(year))["diem"]
    assert (printed["chung"], printed["nhiem_vu"], printed["tong"]) == shown
    assert (printed["toi_da_chung"], printed["toi_da_nhiem_vu"]) == ("30", "70")


def test_the_chosen_level_is_crossed_however_it_is_spelt() -> None:
    year = one(2024, xep_loai={"tu_nhan": "hoàn thành  tốt nhiệm vụ"})
    marks = [each["dau"] for each in self_review(year, 0, form_of(year, "02B"))["muc_xep_loai"]]
    assert marks == ["☐", "☒", "☐", "☐"]


CONFIRMED = {
    "thu_truong": {"ngay": "02/12/2024", "chuc_vu": "Trưởng Ban", "ho_ten": "Trần A", "nhan_xet": "Tốt."},
    "chi_uy": {"ngay": "06/12/2024", "ho_ten": "Lê B", "nhan_xet": "Nhất trí."},
}  # fmt: skip


def test_confirmations_print_who_signed_as_what_and_when() -> None:
    year = one(2024, xac_nhan=CONFIRMED)
    printed = self_review(year, 0, form_of(year, "02B"))
    signed = {
        block["khoa"]: (block["ngay"], block["chuc_vu"], block["ho_ten"])
        for block in printed["khoi_ky"]
    }
    assert signed == {
        "nguoi_viet": ("", "", "Nguyễn Văn Một"),
        "thu_truong": ("Ngày 02 tháng 12 năm 2024", "TRƯỞNG BAN", "Trần A"),
        "chi_uy": ("Ngày 06 tháng 12 năm 2024", "", "Lê B"),
        "dang_uy": ("", "", ""),
    }
    assert printed["xac_nhan"]["thu_truong"]["nhan_xet"] == "Tốt."
    assert printed["xac_nhan"]["chi_uy"] == {"nhan_xet": "Nhất trí.", "muc": HTT}
    assert printed["xac_nhan"]["dang_uy"]["muc"] == BLANK


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ({"chi_bo": unit_data.LEVELS[0], "chi_uy": unit_data.LEVELS[2]}, unit_data.LEVELS[0]),
        ({"chi_uy": unit_data.LEVELS[2]}, unit_data.LEVELS[2]),
        ({"cong_chuc": HTT, "quyet_dinh": HTT}, BLANK),
    ],
)
def test_the_block_of_the_chi_uy_shows_the_level_of_the_chi_bo_or_else_its_own(
    levels: dict[str, str], shown: str
) -> None:
    year = one(2024, xac_nhan=CONFIRMED, xep_loai={"tu_nhan": unit_data.LEVELS[3]} | levels)
    printed = self_review(year, 0, form_of(year, "02B"))
    assert printed["xac_nhan"]["chi_uy"] == {"nhan_xet": "Nhất trí.", "muc": shown}


def test_a_comment_the_form_has_no_line_for_is_refused() -> None:
    with pytest.raises(ValidationError):
        CacXacNhan.model_validate({"dang_uy": {"nhan_xet": "Nhất trí."}})


@pytest.mark.parametrize(
    ("kind", "chi_bo", "lines"),
    [
        ("chi_bo", None, ("ĐẢNG BỘ XÃ TÂN HÒA", "CHI BỘ THÔN ĐÔNG")),
        ("chi_bo", "Chi bộ thôn Đông", ("ĐẢNG BỘ XÃ TÂN HÒA", "CHI BỘ THÔN ĐÔNG")),
        ("chi_bo", "Chi bộ khác", ("ĐẢNG BỘ XÃ TÂN HÒA", "CHI BỘ KHÁC")),
        ("xa", "Chi bộ Cơ quan", ("CHI BỘ THÔN ĐÔNG", "CHI BỘ CƠ QUAN")),
    ],
)
def test_the_head_shows_the_chi_bo_below_its_party_organisation(
    kind: str, chi_bo: str | None, lines: tuple[str, str]
) -> None:
    made = unit_data.person("lanh_dao", 2026, "Nguyễn Văn Một", "Đạt.")
    made |= {"chi_bo": chi_bo} if chi_bo else {}
    year = year_of(unit(don_vi={**unit_data.UNIT, "loai": kind}, ca_nhan=[made]))
    printed = self_review(year, 0, form_of(year))
    assert (printed["cap_tren"], printed["don_vi"]) == lines


def test_a_report_has_its_number_only_when_it_was_given() -> None:
    for given, shown in (({}, ""), ({"so": "7"}, "Số 07-BC/CB")):
        group = {"ten": "Chi ủy", **unit_data.review(unit_data.COLLECTIVE, 2026, "Đạt."), **given}
        year = year_of(unit(tap_the=[group]))
        assert report(year, 0, form_of(year, "01"))["so_ky_hieu"] == shown


def test_the_annex_groups_its_tasks_and_numbers_them_through() -> None:
    tasks = [
        {"noi_dung": "Một", "truc": "Kinh tế"},
        {"noi_dung": "Hai", "truc": "Kinh tế"},
        {"noi_dung": "Ba", "truc": "Xây dựng Đảng"},
    ]
    year = one(nhiem_vu=tasks)
    rows = annex(year, year.data.ca_nhan[0], form_of(year))["hang"]
    assert [(row["truc"], row["tt"], row["noi_dung"]) for row in rows] == [
        ("Kinh tế", "", ""), ("", "1", "Một"), ("", "2", "Hai"),
        ("Xây dựng Đảng", "", ""), ("", "3", "Ba"),
    ]  # fmt: skip


@pytest.mark.parametrize(("blank", "rows"), [(True, 10), (False, 0)])
def test_an_annex_without_tasks_has_rows_only_on_a_blank_form(blank: bool, rows: int) -> None:
    made = year_of(unit(ca_nhan=[{"ho_ten": "Lê Thị Hai", "vai_tro": "lanh_dao"}]), blank=blank)
    assert len(annex(made, made.data.ca_nhan[0], form_of(made))["hang"]) == rows


@pytest.mark.parametrize(("block", "criteria"), [("su_nghiep", 1), ("hanh_chinh", 1), (None, 9)])
def test_a_score_sheet_shows_the_criteria_of_the_person_s_block(
    block: str | None, criteria: int
) -> None:
    made = unit_data.person("khong_lanh_dao", 2026, "Nguyễn Văn Một", "Đạt.")
    made |= {"khoi_co_quan": block} if block else {}
    made["cham_diem"]["chi_tiet"] = [{"tieu_chi": "I.1.i", "diem": "2,5", "ghi_chu": "biên bản"}]
    year = year_of(unit(ca_nhan=[made]))
    sheet = score_sheet(year, year.data.ca_nhan[0], form_of(year, "02B"))
    groups = [row["ma"] for row in sheet["hang"] if row["kieu"] == "nhom"]
    assert groups == ["I", "II"]
    second = sheet["hang"][[row["ma"] for row in sheet["hang"]].index("II") :]
    assert sum(row["kieu"] == "muc" for row in second) == criteria
    scored = next(row for row in sheet["hang"] if row["diem"] == "2,5")
    assert (scored["ma"], scored["ghi_chu"]) == ("(i)", "biên bản")
    assert sheet["tong"] == "86,5"
    assert "chưa có phân bổ của cấp ủy cấp trên" in sheet["phan_bo"]


def names(year: UnitYear) -> list[str]:
    return [document.ma for document in unit_documents(year)]


def test_who_is_excluded_or_new_gets_no_form() -> None:
    data = unit(
        tap_the=[{"ten": "Mới", "thanh_lap_moi": "có"}],
        ca_nhan=[
            {"ho_ten": "Lê Miễn", "vai_tro": "lanh_dao", "loai_tru": {"ly_do": "mien_sinh_hoat"}}
        ],
    )
    assert not {"01", "02A", "cham-diem"} & set(names(year_of(data)))
    assert "chua-kiem-diem" in names(year_of(data))


def test_papers_of_the_residence_are_for_members_at_work_who_are_not_exempt() -> None:
    def member(**given: Any) -> dict[str, Any]:
        return {"ho_ten": "Lê Thị Hai", "vai_tro": "khong_lanh_dao", **given}

    rows = [
        (member(noi_cu_tru={"xa": "xã Tân Thành"}), ["phieu-nhan-xet", "phieu-xin-y-kien"]),
        (member(noi_cu_tru={"mien": "doanh trại"}), []),
        (member(), []),
        (member(vai_tro="ngoai_he_thong", noi_cu_tru={"xa": "xã Tân Thành"}), []),
    ]
    for person, papers in rows:
        found = [ma for ma in names(year_of(unit(ca_nhan=[person]))) if ma.startswith("phieu-")]
        assert sorted(found) == papers
    exempt = year_of(unit(ca_nhan=[rows[1][0]]), blank=True)
    assert "phieu-nhan-xet-mien" in names(exempt)


def test_the_ballot_paper_has_empty_boxes_only() -> None:
    year = year_of(unit_data.one(2026))
    ballot = next(each for each in unit_documents(year) if each.ma == "phieu-bieu-quyet").build()
    assert {box for line in ballot["phieu"]["ket_qua"] for box in line["o"]} == {EMPTY_BOX}
