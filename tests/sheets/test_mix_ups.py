"""What clerks do to a workbook that could give one person's values to another."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.editing.applying import applied
from generator.sheets.importing import Imported
from tests.sheets.campaigns import Clerk, given_out, name, read, taken, written

ONE = "don-vi/thon-1.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "dot")


@pytest.fixture
def clerk(folder: Path, tmp_path: Path) -> Clerk:
    return Clerk(given_out(folder, tmp_path / "bang.xlsx"))


def text(folder: Path) -> str:
    return (folder / ONE).read_text("utf-8")


def edited(folder: Path, old: str, new: str, times: int = 1) -> None:
    assert old in text(folder)
    (folder / ONE).write_text(text(folder).replace(old, new, times), "utf-8")


def changes(found: Imported) -> list[tuple[str, str, str]]:
    return [(each.hang.ai, each.cot, each.sau) for each in found.plan.doi]


def codes(found: Imported) -> list[str]:
    return [each.vi_sao.code for each in found.plan.told]


def made(found: Imported, folder: Path) -> None:
    assert found.changes is not None, found.problems
    assert applied(folder, found.changes).so is not None


def without_births(folder: Path) -> None:
    lines = text(folder).split("\n")
    kept = [line for line in lines if "ngay_sinh" not in line]
    (folder / ONE).write_text("\n".join(kept), "utf-8")


def test_people_without_a_birth_day_are_found_by_their_keys(tmp_path: Path) -> None:
    folder = written(tmp_path / "dot")
    without_births(folder)
    clerk = Clerk(given_out(folder, tmp_path / "a.xlsx"))
    who = name(400)
    edited(
        folder, "chuc_vu: {dang: Đảng viên}", "chuc_vu: {dang: Bí thư Chi bộ}\n    gioi_tinh: nam"
    )
    clerk.write("Cá nhân", who, "Ngày vào Đảng", "03/02/2001")
    found = taken(clerk.saved(), folder)
    assert changes(found) == [(who, "Ngày vào Đảng", "03/02/2001")]
    assert codes(found) == []


def test_a_namesake_never_takes_the_place_of_somebody_who_is_gone(tmp_path: Path) -> None:
    folder = written(tmp_path / "dot")
    edited(folder, name(401), name(400))  # two of one name, born on different days
    clerk = Clerk(given_out(folder, tmp_path / "a.xlsx"))
    clerk.write("Cá nhân", 2, "Ngày vào Đảng", "03/02/2001")
    clerk.write("Xếp loại", 2, "Tự nhận", "Không hoàn thành nhiệm vụ")
    lines = text(folder).split("\n")
    first = next(n for n, line in enumerate(lines) if name(400) in line)
    (folder / ONE).write_text("\n".join([*lines[:first], *lines[first + 5 :]]), "utf-8")
    found = taken(clerk.saved(), folder)
    assert (changes(found), codes(found)) == ([], ["KD834", "KD834"])


def test_a_unit_that_is_gone_gives_its_values_to_no_other(folder: Path, clerk: Clerk) -> None:
    clerk.write("Xếp loại", name(400), "Tự nhận", "Không hoàn thành nhiệm vụ")
    edited(folder, name(401), "Người Khác")
    two = folder / "don-vi" / "thon-2.yaml"
    two.write_text(two.read_text("utf-8").replace(name(801), name(400)), "utf-8")
    (folder / ONE).unlink()
    found = taken(clerk.saved(), folder)
    assert (changes(found), codes(found)) == ([], ["KD834"])


def copied_row(clerk: Clerk, who: str) -> int:
    sheet = clerk.book["Cá nhân"]
    row, last = clerk.row("Cá nhân", who), sheet.max_row + 1
    for column in range(1, sheet.max_column + 1):
        sheet.cell(last, column).value = sheet.cell(row, column).value
    return int(last)


def test_a_line_that_was_copied_and_typed_over_is_a_new_person(folder: Path, clerk: Clerk) -> None:
    last = copied_row(clerk, name(400))
    clerk.write("Cá nhân", last, "Họ và tên", "Lương Văn Mới")
    clerk.write("Cá nhân", last, "Ngày sinh", "01/02/1980")
    found = taken(clerk.saved(), folder)
    assert changes(found) == []
    assert [each.ai for each in found.plan.moi] == ["Lương Văn Mới"]


def test_two_lines_with_one_key_and_one_name_are_told(folder: Path, clerk: Clerk) -> None:
    last = copied_row(clerk, name(400))
    clerk.write("Cá nhân", last, "Ngày vào Đảng", "03/02/2001")
    found = taken(clerk.saved(), folder)
    assert changes(found) == []
    assert codes(found) == ["KD843", "KD843"]


@pytest.mark.parametrize("sheet", ["Cá nhân", "Xếp loại", "Điểm"])
def test_columns_that_were_sorted_without_their_keys_mix_nobody_up(
    folder: Path, clerk: Clerk, sheet: str
) -> None:
    page = clerk.book[sheet]
    rows = [[cell.value for cell in row[1:]] for row in page.iter_rows(min_row=2)]
    for number, values in enumerate(reversed(rows), 2):
        for column, value in enumerate(values, 2):
            page.cell(number, column).value = value
    found = taken(clerk.saved(), folder)
    assert changes(found) == []
    assert set(codes(found)) <= {"KD837", "KD844"}
    assert len(found.plan.told) >= 8


def test_a_whole_sheet_may_be_sorted_with_its_keys(folder: Path, clerk: Clerk) -> None:
    page = clerk.book["Cá nhân"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    for number, values in enumerate(reversed(rows), 2):
        for column, value in enumerate(values, 1):
            page.cell(number, column).value = value
    found = taken(clerk.saved(), folder)
    assert (changes(found), codes(found), found.plan.mat) == ([], [], ())


def cut_and_typed_again(clerk: Clerk) -> None:
    last = copied_row(clerk, name(400))
    clerk.book["Cá nhân"].cell(last, 1).value = None
    clerk.delete("Cá nhân", name(400))


def key_column_deleted(clerk: Clerk) -> None:
    clerk.book["Cá nhân"].delete_cols(1)


def title_above(clerk: Clerk) -> None:
    clerk.book["Cá nhân"].insert_rows(1)
    clerk.book["Cá nhân"]["B1"] = "DANH SÁCH ĐẢNG VIÊN"


def sheet_deleted(clerk: Clerk) -> None:
    del clerk.book["Cá nhân"]
    del clerk.book["Thời hạn"]


@pytest.mark.parametrize(
    "act", [cut_and_typed_again, key_column_deleted, title_above, sheet_deleted],
    ids=lambda act: act.__name__,
)  # fmt: skip
def test_nobody_who_is_in_the_workbook_is_removed(folder: Path, clerk: Clerk, act: object) -> None:
    before = text(folder)
    act(clerk)  # type: ignore[operator]
    found = taken(clerk.saved(), folder, remove=True)
    assert found.plan.mat == ()
    assert found.changes is not None
    applied(folder, found.changes)
    assert text(folder) == before


def test_votes_go_to_the_line_that_they_stand_in(tmp_path: Path) -> None:
    folder = written(tmp_path / "dot")
    votes = ", ".join(
        f"{{doi_tuong: {name(n)}, phieu: {{hoan_thanh_tot: 8}}}}" for n in range(400, 404)
    )
    edited(folder, "    co_mat: 8\n", "    co_mat: 8\n    kiem_phieu: {phat_ra: 8, thu_ve: 8, hop_le: 8, ket_qua: ["
           f"{votes}]}}\n")  # fmt: skip
    edited(folder, name(401), name(400), times=2)  # two people of one name, in the votes too
    clerk = Clerk(given_out(folder, tmp_path / "a.xlsx"))
    clerk.write("Kiểm phiếu", name(403), "Hoàn thành tốt nhiệm vụ", 7)
    found = taken(clerk.saved(), folder)
    made(found, folder)
    count = read(folder).units[0].data.hoi_nghi[0].kiem_phieu
    assert count is not None
    assert [(each.doi_tuong, each.phieu["hoan_thanh_tot"]) for each in count.ket_qua] == [
        (name(400), 8), (name(400), 8), (name(402), 8), (name(403), 7),
    ]  # fmt: skip


def a_list(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize(
    "head", ["Kết quả xếp loại năm 2025", "Xếp loại\nNăm 2025", "Kết quả năm 2025"]
)
def test_last_years_level_is_none_of_this_year(folder: Path, tmp_path: Path, head: str) -> None:
    rows = ["TT", "Họ và tên", head], [1, name(400), "Hoàn thành nhiệm vụ"]
    found = taken(a_list(tmp_path / "a.xlsx", *rows), folder, only="thon-1")
    assert changes(found) == []


def test_this_years_level_is_taken_whatever_the_year_stands_in(
    folder: Path, tmp_path: Path
) -> None:
    rows = ["TT", "Họ và tên", "Kết quả xếp loại năm 2026"], [1, name(400), "Hoàn thành nhiệm vụ"]
    found = taken(a_list(tmp_path / "a.xlsx", *rows), folder, only="thon-1")
    assert [after for _, _, after in changes(found)] == ["Hoàn thành nhiệm vụ"]


@pytest.mark.parametrize("births", [("01/02/1958", "05/06/1990"), ("", "")])
def test_two_people_of_a_list_are_never_mixed_into_one(
    tmp_path: Path, births: tuple[str, str]
) -> None:
    folder = written(tmp_path / "dot")
    without_births(folder)
    rows = (["TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Chức vụ Đảng"],
            [1, name(400), births[0], "03/02/1985", ""], [2, name(400), births[1], "", "Chi ủy viên"])  # fmt: skip
    found = taken(a_list(tmp_path / "a.xlsx", *rows), folder, only="thon-1")
    assert (changes(found), codes(found)) == ([], ["KD843", "KD843"])


def test_of_two_new_namesakes_nobody_gets_the_level_unasked(folder: Path, clerk: Clerk) -> None:
    unit = "Chi bộ thôn 1"
    for year in (1960, 1980):
        clerk.add(
            "Cá nhân", {"Đơn vị": unit, "Họ và tên": "Hồ Văn Trùng", "Ngày sinh": f"01/02/{year}"}
        )
    clerk.add("Xếp loại", {"Đơn vị": unit, "Cá nhân, tập thể": "Hồ Văn Trùng", "Tự nhận": "HTTNV"})
    found = taken(clerk.saved(), folder)
    assert codes(found) == ["KD830"]
    assert all("xep_loai.tu_nhan" not in each.o for each in found.plan.moi)


@pytest.mark.parametrize("odd", ["-", "…", "'Hội", "Một\nHai", "không"])
def test_a_value_that_nobody_touched_stays_whatever_a_list_would_mean_by_it(
    tmp_path: Path, odd: str
) -> None:
    folder = written(tmp_path / "dot")
    edited(folder, "chuc_vu: {dang: Đảng viên}", f"chuc_vu: {{dang: {odd!r}}}".replace("'", '"')
           if "'" not in odd else f'chuc_vu: {{dang: "{odd}"}}')  # fmt: skip
    clerk = Clerk(given_out(folder, tmp_path / "a.xlsx"))
    clerk.write("Cá nhân", 2, "Ngày vào Đảng", "03/02/2001")
    found = taken(clerk.saved(), folder)
    assert [cot for _, cot, _ in changes(found)] == ["Ngày vào Đảng"]
    assert codes(found) == []


def test_an_empty_cell_of_a_sheet_whose_memory_is_lost_takes_nothing_away(
    folder: Path, clerk: Clerk
) -> None:
    for each in ("Bản gốc", "Danh mục"):
        del clerk.book[each]
    edited(folder, "chuc_vu: {dang: Đảng viên}", "chuc_vu: {dang: Đảng viên, doan_the: Hội viên}")
    found = taken(clerk.saved(), folder)
    assert changes(found) == []


def test_an_empty_workbook_says_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "don-vi" / "thon-2.yaml").unlink()
    from generator.sheets.exporting import exported

    path = tmp_path / "trong.xlsx"
    path.write_bytes(exported(read(folder), blank=True))
    found = taken(path, folder)
    assert (changes(found), codes(found), found.plan.moi) == ([], [], ())


def test_a_key_that_must_be_there_is_told_at_its_cell(tmp_path: Path) -> None:
    folder = written(tmp_path / "dot")
    edited(folder, "chuc_vu: {dang: Đảng viên}", "loai_tru: {ly_do: mien_sinh_hoat}")
    clerk = Clerk(given_out(folder, tmp_path / "a.xlsx"))
    cell = clerk.write("Cá nhân", 2, "Lý do không xếp loại", None)
    clerk.write("Cá nhân", 3, "Ngày vào Đảng", "03/02/2001")
    found = taken(clerk.saved(), folder)
    assert [(each.spot.o, each.vi_sao.code) for each in found.plan.told] == [(cell, "KD835")]
    assert len(changes(found)) == 1


def test_a_value_that_holds_without_being_written_cannot_be_emptied(
    folder: Path, clerk: Clerk
) -> None:
    clerk.write("Cá nhân", name(400), "Là đảng viên", None)
    found = taken(clerk.saved(), folder)
    assert (changes(found), codes(found)) == ([], ["KD840"])


def test_a_shared_group_of_which_one_value_goes_is_written_at_once(
    folder: Path, clerk: Clerk
) -> None:
    clerk.write("Nơi cư trú", 2, "Xã, phường nơi cư trú", "Xã Khác")
    clerk.write("Nơi cư trú", 2, "Chi bộ nơi cư trú", None)
    found = taken(clerk.saved(), folder)
    assert codes(found) == []
    made(found, folder)
    home = read(folder).units[0].data.ca_nhan[0].noi_cu_tru
    assert home is not None
    assert (home.xa, home.chi_bo) == ("Xã Khác", None)
    assert changes(taken(clerk.path, folder)) == []


@pytest.mark.parametrize("typed", ["{} - miễn SH", "{}h", "plain"])
def test_a_new_person_born_on_the_day_of_one_with_nearly_that_name_is_asked_about(
    folder: Path, tmp_path: Path, typed: str
) -> None:
    plain = "Nguyen Van An" if typed == "plain" else typed.format(name(400))
    rows = ["TT", "Họ và tên", "Ngày sinh", "Giới tính"], [1, plain, "09/05/1950", "Nam"]
    found = taken(a_list(tmp_path / "a.xlsx", *rows), folder, only="thon-1")
    assert found.plan.moi == ()
    assert codes(found) in (["KD830"], ["KD818"]) or changes(found)


def test_two_units_of_one_name_are_asked_for_by_their_codes(folder: Path, tmp_path: Path) -> None:
    edited(folder, "ten: Chi bộ thôn 1", "ten: Chi bộ thôn 2")
    rows = ["Đơn vị", "Họ và tên", "Giới tính"], ["Chi bộ thôn 2", name(400), "Nam"]
    found = taken(a_list(tmp_path / "a.xlsx", *rows), folder)
    assert codes(found) == ["KD831"]
    assert "«thon-1», «thon-2»" in found.plan.told[0].vi_sao.message


def test_a_person_with_a_file_of_their_own_is_removed_with_it(tmp_path: Path) -> None:
    folder = written(tmp_path / "dot", units=1)
    home = folder / "don-vi" / "thon-1"
    (home / "ca-nhan").mkdir(parents=True)
    (folder / ONE).rename(home / "don-vi.yaml")
    own = home / "ca-nhan" / "rieng.yaml"
    own.write_text("loai: ca-nhan\nho_ten: Người Riêng Tệp\nngay_sinh: 01/02/1980\n", "utf-8")
    clerk = Clerk(given_out(folder, tmp_path / "a.xlsx"))
    clerk.delete("Cá nhân", "Người Riêng Tệp")
    made(taken(clerk.saved(), folder, remove=True), folder)
    assert not own.exists()


def test_who_empties_the_cells_of_a_line_takes_nothing_away_by_it(
    folder: Path, clerk: Clerk
) -> None:
    row = clerk.row("Cá nhân", name(400))
    for column in range(2, clerk.book["Cá nhân"].max_column + 1):
        clerk.book["Cá nhân"].cell(row, column).value = None
    found = taken(clerk.saved(), folder)
    assert changes(found) == []
    assert len(found.plan.told) == 1


def test_a_reason_goes_out_in_words_and_comes_back_as_its_code(tmp_path: Path) -> None:
    folder = written(tmp_path / "dot")
    edited(folder, "chuc_vu: {dang: Đảng viên}", "loai_tru: {ly_do: mien_sinh_hoat}")
    clerk = Clerk(given_out(folder, tmp_path / "a.xlsx"))
    head = "Lý do không xếp loại"
    assert clerk.book["Cá nhân"].cell(2, clerk.column("Cá nhân", head)).value == (
        "Được miễn công tác và sinh hoạt đảng"
    )
    clerk.write("Cá nhân", 3, head, "Bị đình chỉ sinh hoạt đảng")
    cell = clerk.write("Cá nhân", 4, head, "già yếu")
    found = taken(clerk.saved(), folder)
    assert [(each.spot.o, each.vi_sao.code) for each in found.plan.told] == [(cell, "KD836")]
    made(found, folder)
    assert "ly_do: dinh_chi_sinh_hoat" in text(folder)


def test_the_unit_a_clerk_chose_wins_over_a_title_that_names_no_unit_of_the_campaign(
    folder: Path, tmp_path: Path
) -> None:
    rows = (
        ["DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN HẠ"],
        ["TT", "Họ và tên", "Giới tính"],
        [1, name(400), "Nam"],
    )
    path = a_list(tmp_path / "a.xlsx", *rows)
    assert codes(taken(path, folder)) == ["KD831"]
    assert changes(taken(path, folder, only="thon-1")) == [(name(400), "Giới tính", "nam")]


def test_a_list_that_names_units_by_their_codes_moves_nobody(folder: Path, tmp_path: Path) -> None:
    rows = ["Đơn vị", "Họ và tên", "Giới tính"], ["thon-1", name(400), "Nam"]
    found = taken(a_list(tmp_path / "a.xlsx", *rows), folder)
    assert changes(found) == [(name(400), "Giới tính", "nam")]
