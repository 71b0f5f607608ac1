"""A workbook against a campaign: from the file that goes out to the change set that is made."""

import random
import shutil
from pathlib import Path

import pytest

from generator import shipped
from generator.editing.applying import applied, undone
from generator.sheets.importing import Imported
from generator.sheets.patched.marked import marked_copy
from tests.sheets.campaigns import Clerk, given_out, name, read, taken, written
from tests.sheets.patched.workbooks import parts

SAMPLES = sorted(each for each in shipped.DATA.iterdir() if (each / "don-vi").is_dir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "dot")


@pytest.fixture
def clerk(folder: Path, tmp_path: Path) -> Clerk:
    return Clerk(given_out(folder, tmp_path / "bang.xlsx"))


def changes(found: Imported) -> list[tuple[str, str, str, str]]:
    return [(each.hang.ai, each.cot, each.truoc, each.sau) for each in found.plan.doi]


def codes(found: Imported) -> list[tuple[str, str]]:
    return [(each.spot.o, each.vi_sao.code) for each in found.plan.told]


def made(found: Imported, folder: Path) -> None:
    assert found.changes is not None, found.problems
    assert applied(folder, found.changes).so is not None


def person_file(folder: Path, number: int = 1) -> str:
    return (folder / "don-vi" / f"thon-{number}.yaml").read_text("utf-8")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.name)
def test_what_went_out_and_comes_back_untouched_changes_nothing(
    sample: Path, tmp_path: Path
) -> None:
    found = taken(given_out(sample, tmp_path / "a.xlsx"), sample)
    assert changes(found) == []
    assert (found.plan.moi, found.plan.mat, codes(found)) == ((), (), [])
    assert found.changes is not None
    assert found.changes.files == ()
    assert [each.dau for each in found.plan.cot if not each.khoa] == []


def test_saved_by_another_program_it_still_changes_nothing(folder: Path, clerk: Clerk) -> None:
    found = taken(clerk.saved(), folder)
    assert (changes(found), codes(found), found.plan.mat) == ([], [], ())


def test_a_changed_cell_is_a_change_with_its_sheet_and_cell(folder: Path, clerk: Clerk) -> None:
    who = name(400)
    cell = clerk.write("Xếp loại", who, "Tự nhận", "Hoàn thành xuất sắc nhiệm vụ")
    found = taken(clerk.saved(), folder)
    assert changes(found) == [
        (who, "Tự nhận", "Hoàn thành tốt nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ")
    ]
    assert found.plan.doi[0].spot == ("Xếp loại", cell)
    before = person_file(folder)
    made(found, folder)
    after = person_file(folder)
    assert "# người thứ 400" in after  # comments stay
    assert after == before.replace(
        "tu_nhan: Hoàn thành tốt", "tu_nhan: Hoàn thành xuất sắc", 2
    ).replace("tu_nhan: Hoàn thành xuất sắc", "tu_nhan: Hoàn thành tốt", 1)
    again = taken(clerk.path, folder)
    assert (changes(again), codes(again)) == ([], [])
    undone(folder)
    assert person_file(folder) == before


def test_an_emptied_cell_takes_its_value_away_but_a_name_stays(folder: Path, clerk: Clerk) -> None:
    who = name(400)
    clerk.write("Điểm", who, "Tiêu chí chung (tối đa 30)", None)
    cell = clerk.write("Cá nhân", name(401), "Họ và tên", None)
    found = taken(clerk.saved(), folder)
    assert changes(found) == [(who, "Tiêu chí chung (tối đa 30)", "25", "")]
    assert codes(found) == [(cell, "KD835")]
    made(found, folder)
    assert person_file(folder).count("chung: 25") == 3


def test_what_somebody_else_changed_since_is_never_taken_back(folder: Path, clerk: Clerk) -> None:
    path = folder / "don-vi" / "thon-1.yaml"
    first, second = name(400), name(401)
    moved = path.read_text("utf-8").replace("nhiem_vu: 60", "nhiem_vu: 65", 2)
    path.write_text(moved, "utf-8")
    cell = clerk.write("Điểm", second, "Kết quả nhiệm vụ (tối đa 70)", 50)
    found = taken(clerk.saved(), folder)
    assert changes(found) == []  # of the first person only the data moved on
    assert codes(found) == [(cell, "KD833")]
    assert (
        "lúc xuất là «60», dữ liệu nay là «65», bảng ghi «50»" in found.plan.told[0].vi_sao.message
    )
    assert [each.vi_sao.code for each in found.plan.asked] == ["KD833"]
    assert first not in {each.hang.ai for each in found.plan.doi}


def test_a_new_person_comes_with_levels_and_points(folder: Path, clerk: Clerk) -> None:
    unit = "Chi bộ thôn 1"
    clerk.add("Cá nhân", {"Đơn vị": unit, "Họ và tên": "Mai Thị Mới", "Ngày sinh": "1/2/1980",
                          "Chức vụ Đảng": "Chi ủy viên"})  # fmt: skip
    clerk.add("Xếp loại", {"Đơn vị": unit, "Cá nhân, tập thể": "Mai Thị Mới", "Tự nhận": "HTTNV"})
    clerk.add("Điểm", {"Đơn vị": unit, "Cá nhân, tập thể": "Mai Thị Mới",
                       "Tiêu chí chung (tối đa 30)": 27.5})  # fmt: skip
    found = taken(clerk.saved(), folder)
    (item,) = found.plan.moi
    assert (item.don_vi, item.ai, codes(found)) == ("thon-1", "Mai Thị Mới", [])
    made(found, folder)
    new = next(unit for unit in read(folder).units if unit.data.don_vi.ma == "thon-1").data.ca_nhan[
        -1
    ]
    assert new.ho_ten == "Mai Thị Mới"
    assert str(new.ngay_sinh) == "01/02/1980"
    assert new.chuc_vu.dang == "Chi ủy viên"
    assert new.xep_loai.tu_nhan == "Hoàn thành tốt nhiệm vụ"
    assert new.cham_diem is not None
    assert str(new.cham_diem.chung) == "27.5"
    again = taken(clerk.path, folder)
    assert (again.plan.moi, changes(again)) == ((), [])


def test_a_line_that_is_missing_is_removed_only_when_told(folder: Path, clerk: Clerk) -> None:
    gone = [name(400), name(402)]
    for who in gone:
        clerk.delete("Cá nhân", who)
    found = taken(clerk.saved(), folder)
    assert [each.ai for each in found.plan.mat] == gone
    assert found.changes is not None
    assert found.changes.files == ()
    found = taken(clerk.path, folder, remove=True)
    made(found, folder)
    left = [each.ho_ten for each in read(folder).units[0].data.ca_nhan]
    assert left == [name(401), name(403)]


def test_a_line_hidden_by_a_filter_is_not_gone(folder: Path, clerk: Clerk) -> None:
    row = clerk.row("Cá nhân", name(400))
    clerk.book["Cá nhân"].row_dimensions[row].hidden = True
    found = taken(clerk.saved(), folder, remove=True)
    assert found.plan.mat == ()
    assert found.changes is not None
    assert found.changes.files == ()


def test_a_name_is_changed_on_its_own_sheet_only(folder: Path, clerk: Clerk) -> None:
    old = name(400)
    clerk.write("Cá nhân", old, "Họ và tên", "Nguyễn Thị Đổi Tên")
    cell = clerk.write("Điểm", name(401), "Cá nhân, tập thể", "Người Khác Hẳn")
    found = taken(clerk.saved(), folder)
    assert changes(found) == [(old, "Họ và tên", old, "Nguyễn Thị Đổi Tên")]
    assert codes(found) == [(cell, "KD837")]


def test_two_lines_about_one_person_that_differ_are_told(folder: Path, clerk: Clerk) -> None:
    who, unit = name(400), "Chi bộ thôn 1"
    clerk.write("Điểm", who, "Tổng điểm", 80)
    row = clerk.add("Điểm", {"Đơn vị": unit, "Cá nhân, tập thể": who, "Tổng điểm": 90})
    found = taken(clerk.saved(), folder)
    assert changes(found) == [(who, "Tổng điểm", "", "80")]
    assert codes(found) == [(f"F{row}", "KD839")]


def test_an_unknown_name_and_an_unknown_unit_are_told_with_the_nearest(
    folder: Path, clerk: Clerk
) -> None:
    one = clerk.add("Điểm", {"Đơn vị": "Chi bộ thôn 1", "Cá nhân, tập thể": name(400) + "h",
                             "Tổng điểm": 90})  # fmt: skip
    two = clerk.add(
        "Điểm", {"Đơn vị": "Chi bộ thôn 11", "Cá nhân, tập thể": name(400), "Tổng điểm": 90}
    )
    found = taken(clerk.saved(), folder)
    assert [code for _, code in codes(found)] == ["KD832", "KD831"]
    assert {each.spot.o[1:] for each in found.plan.told} == {str(one), str(two)}
    assert name(400) in found.plan.told[0].vi_sao.message


def test_a_shared_value_is_replaced_whole_and_never_emptied(folder: Path, clerk: Clerk) -> None:
    clerk.write("Nơi cư trú", name(400), "Chi bộ nơi cư trú", "Chi bộ thôn Tây")
    cell = clerk.write("Nơi cư trú", name(401), "Xã, phường nơi cư trú", None)
    found = taken(clerk.saved(), folder)
    assert codes(found) == [(cell, "KD840")]
    made(found, folder)
    people = read(folder).units[0].data.ca_nhan
    assert people[0].noi_cu_tru is not None
    assert people[0].noi_cu_tru.xa == "Xã Lộc Hà"  # what was shared still holds
    assert people[0].noi_cu_tru.chi_bo == "Chi bộ thôn Tây"


def test_a_count_comes_from_the_sheet_and_its_sums_are_checked(folder: Path, clerk: Clerk) -> None:
    meeting = "Tổng số phiếu"
    for head, votes in (("Phiếu phát ra", 8), ("Phiếu thu về", 8), ("Phiếu hợp lệ", 8)):
        clerk.write("Kiểm phiếu", meeting, head, votes)
    clerk.write("Kiểm phiếu", name(400), "Hoàn thành tốt nhiệm vụ", 8)
    cell = clerk.write("Kiểm phiếu", name(401), "Hoàn thành tốt nhiệm vụ", 5)
    found = taken(clerk.saved(), folder)
    assert codes(found) == []
    warned = {(each.spot.o, each.vi_sao.code) for each in found.canh_bao}
    assert (cell, "KD440") in warned  # five of eight valid ballots
    assert "KD440" not in {code for o, code in warned if o != cell}
    made(found, folder)
    count = read(folder).units[0].data.hoi_nghi[0].kiem_phieu
    assert count is not None
    assert (count.phat_ra, count.ket_qua[0].doi_tuong, dict(count.ket_qua[0].phieu)) == (
        8, name(400), {"hoan_thanh_tot": 8},
    )  # fmt: skip
    again = taken(clerk.path, folder)
    assert (changes(again), codes(again)) == ([], [])


def test_votes_without_their_figures_are_told(folder: Path, clerk: Clerk) -> None:
    cell = clerk.write("Kiểm phiếu", name(400), "Hoàn thành tốt nhiệm vụ", 8)
    found = taken(clerk.saved(), folder)
    assert codes(found) == [(cell, "KD841")]
    assert changes(found) == []


def test_deadlines_and_paper_dossiers_are_changed_and_added(folder: Path, clerk: Clerk) -> None:
    clerk.write("Thời hạn", "Gửi hồ sơ", "Trước ngày", "22/12/2026")
    clerk.add("Thời hạn", {"Việc phải xong": "Họp chi bộ", "Trước ngày": "10/12/2026"})
    clerk.add("Hồ sơ giấy", {"Đơn vị": "Chi bộ thôn 2", "Mục danh mục": "3", "Số bản giấy": 2})
    found = taken(clerk.saved(), folder)
    assert codes(found) == []
    made(found, folder)
    campaign = read(folder)
    assert campaign.dot is not None
    assert [(each.viec, each.ngay.day) for each in campaign.dot.thoi_han] == [
        ("Gửi hồ sơ", 22), ("Họp chi bộ", 10),
    ]  # fmt: skip
    assert campaign.units[1].data.ho_so[0].so_ban == 2


def test_a_person_with_a_file_of_their_own_is_changed_there(tmp_path: Path) -> None:
    sample = next(each for each in SAMPLES if list(each.glob("don-vi/*/ca-nhan/*.yaml")))
    folder = tmp_path / sample.name
    shutil.copytree(sample, folder)
    own = next(unit for unit in read(folder).units if unit.persons)
    index, path = next(iter(own.persons.items()))
    clerk = Clerk(given_out(folder, tmp_path / "a.xlsx"))
    clerk.write(
        "Cá nhân", own.data.ca_nhan[index].ho_ten, "Chức vụ đoàn thể", "Đoàn viên công đoàn"
    )
    found = taken(clerk.saved(), folder)
    assert [each.hang.tep for each in found.plan.doi] == [path]
    made(found, folder)
    assert "Đoàn viên công đoàn" in path.read_text("utf-8")


def test_rows_that_are_wrong_keep_no_other_row_waiting(folder: Path, clerk: Clerk) -> None:
    wrong = clerk.write("Cá nhân", name(400), "Ngày vào Đảng", "31/02/2010")
    clerk.write("Cá nhân", name(401), "Ngày vào Đảng", "03/02/2010")
    found = taken(clerk.saved(), folder)
    assert [o for o, _ in codes(found)] == [wrong]
    assert changes(found) == [(name(401), "Ngày vào Đảng", "", "03/02/2010")]


def test_a_list_of_another_office_finds_people_by_name_and_birth(
    folder: Path, tmp_path: Path
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH ĐẢNG VIÊN"])
    sheet.append(["TT", "HỌ VÀ TÊN", "Ngày sinh", "Tổ chức đảng", "Xếp loại", "Số thẻ"])
    sheet.append([1, name(400).upper(), "9/5/1950", "Chi bộ thôn 1", "Xuất sắc", "00123"])
    sheet.append([2, name(801), None, "Chi bộ thôn 2", "HTNV", "00124"])
    path = tmp_path / "noi-khac.xlsx"
    book.save(path)
    found = taken(path, folder)
    assert [(who, sau) for who, _, _, sau in changes(found)] == [
        (name(400), "Hoàn thành xuất sắc nhiệm vụ"), (name(801), "Hoàn thành nhiệm vụ"),
    ] or codes(found)  # fmt: skip
    assert "Số thẻ" in [each.dau for each in found.plan.cot if not each.khoa]


WRONG = ("31/02/2010", "không rõ", "00/00/2000", "12/13/2001", "5-12-26")
GOOD = {
    "Chức vụ đoàn thể": lambda n: f"Chi hội trưởng {n}",
    "Ngày vào Đảng": lambda n: f"{1 + n % 28:02}/{1 + n % 12:02}/{1990 + n % 30}",
    "Giới tính": lambda n: ("Nam", "Nữ")[n % 2],
    "Nhóm tính tỉ lệ": lambda n: f"Nhóm {n}",
    "Họ và tên": lambda n: f"Người Đổi Tên {chr(65 + n % 26)}{chr(97 + n // 26)}",
}  # fmt: skip


def edited_at_random(
    home: Path, units: int, people: int, edits: int, wrong: int
) -> tuple[Path, Imported, set[str], set[str]]:
    """Type into cells at random; return what was found, and the good and the wrong cells."""
    folder = written(home / "dot", units, people)
    clerk = Clerk(given_out(folder, home / "bang.xlsx"))
    chance = random.Random(edits)
    right: set[str] = set()
    false: set[str] = set()
    for number, row in enumerate(chance.sample(range(2, 2 + units * people), edits)):
        if number < wrong:
            false.add(clerk.write("Cá nhân", row, "Ngày vào Đảng", WRONG[number % len(WRONG)]))
        else:
            head = list(GOOD)[number % len(GOOD)]
            right.add(clerk.write("Cá nhân", row, head, GOOD[head](number)))
    return folder, taken(clerk.saved(), folder), right, false


def told_exactly(found: Imported, right: set[str], false: set[str], folder: Path) -> None:
    assert {each.spot.o for each in found.plan.doi} == right
    assert {each.spot.o for each in found.plan.told} == false
    assert len(found.plan.doi) + len(found.plan.told) == len(right) + len(false)
    made(found, folder)
    again = taken(found.tep, folder)
    assert (changes(again), {each.spot.o for each in again.plan.told}) == ([], false)
    marked = marked_copy(found.tep.read_bytes(), found.plan.told)
    assert isinstance(marked, bytes)
    before, after = parts(found.tep.read_bytes()), parts(marked)
    new = {"xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml",
           "xl/worksheets/sheet2.xml"}  # fmt: skip
    assert {name for name in before if before[name] != after[name]} <= new
    assert len(after) == len(before) + 1  # the sheet that lists what was not taken


def test_every_edit_is_listed_with_its_cell_and_no_other(tmp_path: Path) -> None:
    folder, found, right, false = edited_at_random(tmp_path, 6, 20, 60, 10)
    told_exactly(found, right, false, folder)


@pytest.mark.soak
def test_three_hundred_edits_of_two_thousand_four_hundred_people(tmp_path: Path) -> None:
    folder, found, right, false = edited_at_random(tmp_path, 60, 40, 300, 40)
    assert (len(right), len(false)) == (260, 40)
    told_exactly(found, right, false, folder)


def test_a_workbook_in_which_a_name_was_changed_can_come_back_again(
    folder: Path, clerk: Clerk
) -> None:
    old, new = name(400), "Nguyễn Thị Đổi Tên"
    clerk.write("Cá nhân", old, "Họ và tên", new)
    made(taken(clerk.saved(), folder), folder)
    clerk.write("Xếp loại", old, "Tự nhận", "Hoàn thành nhiệm vụ")  # the name there is the old one
    found = taken(clerk.saved(), folder)
    assert codes(found) == []
    assert changes(found) == [(new, "Tự nhận", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ")]


def test_a_line_about_somebody_who_is_gone_is_told(folder: Path, clerk: Clerk) -> None:
    clerk.write("Điểm", name(400), "Tổng điểm", 90)
    path = folder / "don-vi" / "thon-1.yaml"
    lines = path.read_text("utf-8").split("\n")
    first = next(n for n, line in enumerate(lines) if name(400) in line)
    path.write_text("\n".join([*lines[:first], *lines[first + 5 :]]), "utf-8")
    found = taken(clerk.saved(), folder)
    assert [each.vi_sao.code for each in found.plan.told] == ["KD834"]
    assert changes(found) == []


def test_a_level_that_nobody_voted_for_is_warned_of_at_its_votes(
    folder: Path, clerk: Clerk
) -> None:
    for head, votes in (("Phiếu phát ra", 8), ("Phiếu thu về", 8), ("Phiếu hợp lệ", 8)):
        clerk.write("Kiểm phiếu", "Tổng số phiếu", head, votes)
    cell = clerk.write("Kiểm phiếu", name(400), "Hoàn thành xuất sắc nhiệm vụ", 8)
    found = taken(clerk.saved(), folder)  # the chi bộ's proposal in the data is another level
    assert (cell, "KD454") in {(each.spot.o, each.vi_sao.code) for each in found.canh_bao}
