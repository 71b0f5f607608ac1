"""A document gets its number: in its file, in the register, and nothing else changes."""

import datetime as dt
import os
import platform
from pathlib import Path

import pytest

from generator.editing import changes, journal
from generator.editing.edits import Set
from generator.problems import Severity
from generator.register import cancelling, numbers, paths, store, taking
from generator.register.entry import RegisterLine, TrangThai
from generator.register.target import document, find
from tests.register.office import (
    LETTER,
    LETTERS,
    campaign,
    letter,
    lines,
    refused,
    register_at,
    target,
)

UNIT = """loai: don-vi
don_vi: {ma: xa, ten: Đảng bộ xã Lộc Vân, loai: xa, cap_tren: Đảng bộ tỉnh Trường Giang,
  cap_uy: Đảng ủy xã Lộc Vân, ky_hieu: ĐU}
tap_the:
  - {ten: Ban Thường vụ, vai_tro: cap_uy, xep_loai: {quyet_dinh: Hoàn thành tốt nhiệm vụ}}
goi_y:
  - so: 1        # đã gửi
    ngay: 10/11/2026
    kinh_gui: [Ủy ban nhân dân xã]
    noi_nhan: [Như trên, Lưu Văn phòng Đảng ủy]
    tap_the: [{ten: Ban Thường vụ, diem: [{ma: I.1, noi_dung: Chậm giải ngân}]}]
  - ngay: 12/11/2026
    kinh_gui: [Mặt trận Tổ quốc xã]
    noi_nhan: [Như trên, Lưu Văn phòng Đảng ủy]
    tap_the: [{ten: Ban Thường vụ, diem: [{ma: I.1, noi_dung: Chậm báo cáo}]}]
ket_qua:
  quyet_dinh: {}
  thong_bao:
    noi_nhan: [Các chi bộ]
"""


def take(path: Path, item: str | None = None, day: str = "", term: str | None = None):
    when = dt.date.fromisoformat(day) if day else None
    return taking.take(target(path, item), when, term)


def codes(problems: list) -> list[str]:
    return [each.code for each in problems]


def test_the_number_stands_in_the_file_and_in_the_register(folder: Path) -> None:
    path = letter(folder)
    entry, problems = take(path)
    assert problems == []
    assert entry is not None
    assert path.read_text("utf-8") == LETTER.replace("ngay:", "so: 1\nngay:")
    (line,) = lines(register_at(folder))
    assert line == entry
    assert line.trang_thai is TrangThai.CAP
    assert (line.loai, line.ky, line.so, line.ngay) == (*LETTERS, 1, "2026-11-14")
    assert (line.trich_yeu, line.noi_nhan, line.nguoi_ky, line.tep, line.muc) == (
        "Về việc gửi hồ sơ kiểm điểm", "Các chi bộ trực thuộc; Lưu Văn phòng Đảng ủy", "Phạm Đình Quân",
        "loc-van/cong-van.yaml", "",
    )  # fmt: skip


def test_what_a_killed_change_left_is_told_and_holds_no_number_back(folder: Path) -> None:
    path = letter(folder)
    other = letter(folder, "khac.yaml")
    left, _ = changes.change_set([changes.Wanted(other, Set(("so",), "9"), changes.REGISTER)])
    assert left is not None
    with journal.opened(folder) as opened:
        journal.begin(opened, folder, left, "")
    entry, problems = take(path)
    assert codes(problems) == ["KD574"]
    assert entry is not None
    assert entry.trang_thai is TrangThai.CAP


def test_a_document_without_a_day_is_signed_today(folder: Path) -> None:
    path = letter(folder, text=LETTER.replace("ngay: 14/11/2026\n", ""))
    take(path)
    today = dt.datetime.now().astimezone().date()
    assert f"so: 1\nngay: {today.day:02}/" in path.read_text("utf-8")
    assert lines(register_at(folder))[0].ngay == today.isoformat()


def test_a_paper_for_digital_signing_gets_a_day_of_its_month_with_its_number(folder: Path) -> None:
    path = letter(folder, text=LETTER.replace("ngay: 14/11/2026", "ngay: 11/2026"))
    entry, problems = take(path, day="2026-11-28")
    assert entry
    assert (entry.so, entry.ngay) == (1, "2026-11-28")
    assert codes(problems) == []
    assert "ngay: 28/11/2026" in path.read_text("utf-8")


def test_no_number_is_taken_in_another_month_than_the_one_on_the_paper(folder: Path) -> None:
    text = LETTER.replace("ngay: 14/11/2026", "ngay: 10/2026")
    path = letter(folder, text=text)
    entry, problems = take(path, day="2026-11-28")
    assert entry is None
    assert codes(problems) == ["KD233"]
    assert path.read_text("utf-8") == text


def test_a_day_that_is_said_takes_the_place_of_the_one_in_the_file(folder: Path) -> None:
    path = letter(folder)
    take(path, day="2026-11-20")
    assert path.read_text("utf-8") == LETTER.replace("ngay: 14", "so: 1\nngay: 20")


def outside(path: Path, so: int, tep: str | None = None, day: str = "2026-11-28"):
    issued = taking.Issued(so, tep)
    return taking.take(target(path), dt.date.fromisoformat(day), None, issued)


def test_number_day_and_file_of_a_paper_issued_outside_are_taken_back(folder: Path) -> None:
    path = letter(folder, text=LETTER.replace("ngay: 14/11/2026", "ngay: 11/2026"))
    entry, problems = outside(path, 1, "01-cv-du.pdf")
    assert codes(problems) == []
    assert entry
    assert (entry.so, entry.ngay) == (1, "2026-11-28")
    text = path.read_text("utf-8")
    assert "so: 1\n" in text
    assert "ngay: 28/11/2026\n" in text
    assert "ban_phat_hanh: 01-cv-du.pdf\n" in text


def test_a_number_issued_outside_is_given_to_nobody_else(folder: Path) -> None:
    outside(letter(folder), 1)
    second = letter(folder, "hai.yaml", LETTER.replace("gửi hồ sơ", "nộp hồ sơ"))
    entry, problems = outside(second, 1)
    assert entry is None
    assert codes(problems) == ["KD611"]
    entry, _ = take(second)
    assert entry
    assert entry.so == 2


def test_a_number_issued_outside_leaves_no_gap_in_silence(folder: Path) -> None:
    path = letter(folder)
    before = path.read_bytes()
    entry, problems = outside(path, 5)
    assert (entry, codes(problems)) == (None, ["KD612"])
    assert path.read_bytes() == before


def test_the_day_of_an_issued_paper_is_not_moved(folder: Path) -> None:
    path = letter(folder, text=LETTER.replace("ngay: 14/11/2026", "ngay: 11/2026"))
    outside(path, 1, "01-cv-du.pdf", "2026-11-20")
    before = path.read_bytes()
    entry, problems = outside(path, 1, "01-cv-du.pdf", "2026-10-02")
    assert (entry, codes(problems)) == (None, ["KD674"])
    assert path.read_bytes() == before
    assert lines(register_at(folder))[0].ngay == "2026-11-20"


def test_another_number_than_the_one_in_the_file_is_refused(folder: Path) -> None:
    path = letter(folder)
    take(path)
    before = path.read_bytes()
    entry, problems = outside(path, 2)
    assert (entry, codes(problems)) == (None, ["KD672"])
    assert path.read_bytes() == before
    assert codes(outside(path, 1)[1]) == ["KD456"]  # the day it was issued on is another
    assert path.read_bytes() == before
    entry, problems = outside(path, 1, day="2026-11-14")
    assert entry
    assert codes(problems) == []


def test_taking_twice_is_taking_once(folder: Path) -> None:
    path = letter(folder)
    first, _ = take(path)
    after = path.read_bytes()
    again, problems = take(path)
    assert (again, problems) == (first, [])
    assert path.read_bytes() == after
    assert len(lines(register_at(folder))) == 1


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_mark_line_ends_and_rights_of_the_file_stay(folder: Path, mark: bytes, end: str) -> None:
    path = folder / "cong-van.yaml"
    path.write_bytes(mark + LETTER.replace("\n", end).encode())
    path.chmod(0o640)
    take(path)
    wanted = LETTER.replace("ngay:", "so: 1\nngay:").replace("\n", end)
    assert path.read_bytes() == mark + wanted.encode()
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(folder: Path, tmp_path: Path) -> None:
    real = letter(tmp_path, "that.yaml")
    path = folder / "cong-van.yaml"
    path.symlink_to(real)
    assert codes(take(path)[1]) == []
    assert path.is_symlink()
    assert "so: 1\n" in real.read_text("utf-8")


def test_papers_of_a_unit_are_named_by_the_way_to_them(folder: Path) -> None:
    (folder / "don-vi").mkdir()
    path = letter(folder / "don-vi", "xa.yaml", UNIT)
    taken = {
        item: take(path, item)[0].so
        for item in ("goi_y.0", "goi_y[1]", "ket_qua.quyet_dinh", "ket_qua.thong_bao", "tap_the.0")
    }
    assert list(taken.values()) == [1, 2, 1, 1, 1]
    text = path.read_text("utf-8")
    assert "  - so: 2\n    ngay: 12/11/2026" in text
    assert "quyet_dinh: {so: 1, ngay: " in text
    assert "- so: 1        # đã gửi" in text
    by_type = {(each.loai, each.so): each.muc for each in lines(register_at(folder))}
    assert by_type["cong-van", 2] == "goi_y.1"
    assert {kind for kind, _ in by_type} == {"cong-van", "quyet-dinh", "thong-bao", "bao-cao"}


def test_several_papers_without_a_number_have_to_be_chosen_from(folder: Path) -> None:
    (folder / "don-vi").mkdir()
    path = letter(folder / "don-vi", "xa.yaml", UNIT)
    from tests.register.office import dot_of

    found = find(path, None, dot_of(folder), folder.parent / "so-van-ban")
    assert isinstance(found, list)
    assert codes(found) == ["KD622"]
    assert "goi_y.1 (Gợi ý kiểm điểm năm 2026 đối với Ban Thường vụ)" in found[0].message
    assert "đã có số 1" in found[0].message
    wrong = find(path, "goi_y.7", dot_of(folder), folder.parent / "so-van-ban")
    assert isinstance(wrong, list)
    assert codes(wrong) == ["KD622"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ten: x\n", "KD031"),
        (LETTER + "so_ky_hieu: Số 1375 - CV/Th.U\n", "KD623"),
        (LETTER.replace("loai: cong-van", "loai: thu-tu"), "KD032"),
    ],
)
def test_what_cannot_be_numbered_says_why(folder: Path, text: str, code: str) -> None:
    path = letter(folder, text=text)
    from tests.register.office import dot_of

    found = find(path, None, dot_of(folder), folder.parent / "so-van-ban")
    assert isinstance(found, list)
    assert code in codes(found)
    assert lines(register_at(folder)) == []


def test_a_file_changed_meanwhile_is_not_written_over(folder: Path) -> None:
    path = letter(folder)
    meant = target(path)
    theirs = LETTER.replace("gửi hồ sơ kiểm điểm", "nộp hồ sơ").encode()
    path.write_bytes(theirs)
    entry, problems = taking.take(meant, None, None)
    assert path.read_bytes() == theirs
    assert codes(problems) == ["KD621", "KD625"]
    shown = problems[0].message
    assert '-trich_yeu: "Về việc gửi hồ sơ kiểm điểm"' in shown
    assert '+trich_yeu: "Về việc nộp hồ sơ"' in shown
    assert entry is not None
    (line,) = lines(register_at(folder))
    assert (line.so, line.trang_thai) == (1, TrangThai.GIU)
    # Taking again gives the same number, to the file as it is now.
    again, problems = take(path)
    assert problems == []
    assert again is not None
    assert again.so == 1
    assert path.read_bytes() == theirs.replace(b"ngay:", b"so: 1\nngay:")


def test_a_change_of_one_letter_is_not_written_over(folder: Path) -> None:
    path = letter(folder)
    meant = target(path)
    theirs = LETTER.replace("gửi hồ sơ.", "nộp hồ sơ.").encode()
    assert len(theirs) == len(LETTER.encode())
    path.write_bytes(theirs)
    _, problems = taking.take(meant, None, None)
    assert codes(problems) == ["KD621", "KD625"]
    assert path.read_bytes() == theirs


def test_the_number_held_is_shown_until_it_stands(folder: Path) -> None:
    path = letter(folder)
    other = letter(folder, "khac.yaml")
    meant = target(path)
    path.write_bytes(path.read_bytes() + b"# x\n")
    taking.take(meant, None, None)
    second, _ = take(other)
    assert second is not None
    assert second.so == 2
    first, _ = take(path)
    assert first is not None
    assert first.so == 1


@pytest.mark.parametrize("step", ["hold", "write_values", "confirm"])
def test_wherever_the_power_fails_the_same_number_comes_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = letter(folder)

    class PowerCut(BaseException):
        pass

    def cut(*_args: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(taking if step == "write_values" else numbers, step, cut)
        with pytest.raises(PowerCut):
            take(path)
    entry, problems = take(path)
    assert problems == []
    assert entry is not None
    assert entry.so == 1
    assert path.read_text("utf-8").count("so: 1\n") == 1
    assert [(each.so, each.trang_thai) for each in lines(register_at(folder))] == [
        (1, TrangThai.CAP)
    ]


def test_a_place_that_cannot_be_edited_says_what_to_write(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = letter(folder)
    monkeypatch.setattr(changes, "edited", refused)
    _, problems = take(path)
    assert codes(problems) == ["KD620", "KD625"]
    assert "ghi tay «so: 1»" in problems[0].mend
    assert path.read_text("utf-8") == LETTER


def test_a_file_that_cannot_be_written_keeps_its_number_held(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = letter(folder)

    def refused(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("generator.files.atomic.write_whole", refused)
        _, problems = take(path)
    assert codes(problems) == ["KD502", "KD625"]
    assert path.read_text("utf-8") == LETTER
    assert take(path)[0].so == 1


def test_a_later_number_with_an_earlier_day_is_told(folder: Path) -> None:
    take(letter(folder))
    _, problems = take(letter(folder, "truoc.yaml"), day="2026-11-10")
    assert codes(problems) == ["KD624"]
    assert problems[0].severity is Severity.WARNING
    assert "số 2 ghi ngày 10/11/2026, trước ngày của số 1 (14/11/2026)" in problems[0].message


def test_a_term_may_be_named(tmp_path: Path) -> None:
    body = {"ten": "Đảng ủy xã Lộc Vân", "ky_hieu": "ĐU"}
    folder = campaign(tmp_path, co_quan=body)
    path = letter(folder)
    _, problems = take(path)
    assert codes(problems) == ["KD600"]
    assert not register_at(folder).exists()
    entry, problems = take(path, term="2025-2030")
    assert codes(problems) == ["KD613"]
    assert entry is not None
    assert entry.ky == "2025-2030"


def test_a_number_of_another_document_is_not_taken_over(folder: Path) -> None:
    take(letter(folder))
    copied = letter(folder, "chep.yaml", LETTER.replace("ngay:", "so: 1\nngay:"))
    _, problems = take(copied)
    assert codes(problems) == ["KD611"]
    assert "loc-van/cong-van.yaml" in problems[0].message


def test_one_body_has_one_register_however_it_is_spelt(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    take(letter(folder))
    body = {"ten": "Đảng uỷ xã Lộc Vân", "ky_hieu": "ĐU",
            "nhiem_ky": [{"ten": "2025-2030", "chi_dinh_tu": "01/7/2025"}]}  # fmt: skip
    campaign(tmp_path, co_quan=body)
    entry, _ = take(letter(folder, "hai.yaml"))
    assert entry is not None
    assert entry.so == 2
    assert len(list(register_at(folder).parent.glob("*.sqlite"))) == 1


def test_the_file_is_known_from_whatever_folder_one_looks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = letter(folder)
    first, _ = take(path)
    monkeypatch.chdir(folder)
    again, problems = take(Path(os.path.relpath(path)))
    assert (again, problems) == (first, [])


def test_a_register_on_another_drive_names_files_by_their_whole_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = letter(folder)

    def other_drive(*_args: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'N:'")

    monkeypatch.setattr(paths.os.path, "relpath", other_drive)
    entry, problems = take(path)
    assert problems == []
    assert entry is not None
    assert entry.tep == f"{platform.node()}|{path.resolve().as_posix()}"


class TestCancelling:
    """The number stays with its reason, the document is a draft again."""

    def test_the_file_loses_its_number_and_nothing_else(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        entry, problems = cancelling.cancel(target(path, numbered=True), "ban hành nhầm")
        assert problems == []
        assert entry is not None
        assert path.read_text("utf-8") == LETTER.replace("ngay:", "so:\nngay:")
        (line,) = lines(register_at(folder))
        assert (line.trang_thai, line.ghi_chu) == (TrangThai.HUY, "ban hành nhầm")
        assert take(path)[0].so == 2

    def test_a_cancelling_that_broke_off_is_finished(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = letter(folder)
        take(path)
        with monkeypatch.context() as patch:
            patch.setattr(changes, "edited", refused)
            _, problems = cancelling.cancel(target(path, numbered=True), "nhầm")
            assert codes(problems) == ["KD620"]
        _, problems = cancelling.cancel(target(path, numbered=True), "nhầm")
        assert problems == []
        assert "so:\n" in path.read_text("utf-8")
        assert [each.ghi_chu for each in lines(register_at(folder))] == ["nhầm"]

    def test_a_document_without_a_number_has_none_to_cancel(self, folder: Path) -> None:
        path = letter(folder)
        take(letter(folder, "khac.yaml"))
        entry, problems = cancelling.cancel(target(path, numbered=True), "nhầm")
        assert entry is None
        assert codes(problems) == ["KD619"]

    def test_a_number_only_held_is_cancelled_too(self, folder: Path) -> None:
        path = letter(folder)
        meant = target(path)
        body = meant.paper.co_quan
        with store.opened(meant.register, body) as register, store.transaction(register):
            numbers.hold(register, RegisterLine(*LETTERS, 0, "2026-11-14", tep=meant.tep))
        entry, problems = cancelling.cancel(meant, "thôi")
        assert problems == []
        assert entry is not None
        assert path.read_text("utf-8") == LETTER


WRONG = UNIT.replace(
    "xep_loai: {quyet_dinh: Hoàn thành tốt nhiệm vụ}",
    "xep_loai: {quyet_dinh: HTT}",
)


def test_a_draft_gets_no_number_before_it_is_right(folder: Path) -> None:
    (folder / "don-vi").mkdir()
    path = letter(folder / "don-vi", "xa.yaml", WRONG)
    found = document(path, "ket_qua.quyet_dinh", None, numbered=False)
    assert isinstance(found, list)
    assert codes(found) == ["KD530"]
    assert "«HTT» không phải một mức xếp loại" in found[0].message
    assert take(path, "goi_y.1")[0].so == 1
    right = path.read_text("utf-8").replace("HTT}", "Hoàn thành tốt nhiệm vụ}")
    path.write_text(right, "utf-8")
    assert take(path, "ket_qua.quyet_dinh")[0].so == 1


def test_what_a_persons_own_file_says_makes_the_units_paper_a_draft(folder: Path) -> None:
    home = folder / "don-vi" / "xa"
    (home / "ca-nhan").mkdir(parents=True)
    path = letter(home, "don-vi.yaml", UNIT)
    person = (
        "loai: ca-nhan\nho_ten: Lê Văn An\nvai_tro: ngoai_he_thong\nxep_loai: {quyet_dinh: HTT}\n"
    )
    letter(home / "ca-nhan", "le-van-an.yaml", person)
    found = document(path, "ket_qua.thong_bao", None, numbered=False)
    assert isinstance(found, list)
    assert codes(found) == ["KD530"]


def test_a_paper_with_a_number_keeps_it_whatever_it_prints(folder: Path) -> None:
    (folder / "don-vi").mkdir()
    text = WRONG.replace("quyet_dinh: {}", "quyet_dinh: {so: 1}")
    path = letter(folder / "don-vi", "xa.yaml", text)
    assert not isinstance(document(path, "ket_qua.quyet_dinh", None, numbered=False), list)


@pytest.mark.parametrize("item", ["ket_qua.quyet_dinh", "ket_qua.thong_bao"])
def test_a_paper_of_ratings_that_rates_nobody_gets_no_number(folder: Path, item: str) -> None:
    (folder / "don-vi").mkdir()
    proposed = UNIT.replace("{quyet_dinh: Hoàn", "{chi_bo: Hoàn")
    path = letter(folder / "don-vi", "xa.yaml", proposed)
    found = document(path, item, None, numbered=False)
    assert isinstance(found, list)
    assert codes(found) == ["KD530"]
    assert "chưa xếp loại ai" in found[0].message


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-01"])
def test_taking_never_moves_the_day_of_a_numbered_document(folder: Path, day: str) -> None:
    path = letter(folder)
    take(path)
    text, kept = path.read_text("utf-8"), lines(register_at(folder))
    entry, problems = take(path, day=day)
    assert entry is None
    assert codes(problems) == ["KD456"]
    other = dt.date.fromisoformat(day).strftime("%d/%m/%Y")
    assert f"số 1, ngày 14/11/2026; lệnh này ghi ngày {other}" in problems[0].message
    assert "number cancel" in problems[0].mend
    assert (path.read_text("utf-8"), lines(register_at(folder))) == (text, kept)
    assert codes(take(path, day="2026-11-14")[1]) == []


@pytest.mark.parametrize("day", ["", "2026-11-20"])
def test_a_numbered_document_that_lost_its_day_is_not_dated_anew(folder: Path, day: str) -> None:
    path = letter(folder)
    take(path)
    path.write_text(path.read_text("utf-8").replace("ngay: 14/11/2026\n", ""), "utf-8")
    assert codes(take(path, day=day)[1]) == ["KD456"]
    assert lines(register_at(folder))[0].ngay == "2026-11-14"
    assert codes(take(path, day="2026-11-14")[1]) == []
    assert "ngay: 14/11/2026" in path.read_text("utf-8")


def test_a_day_that_was_corrected_in_the_file_goes_into_the_register(folder: Path) -> None:
    path = letter(folder)
    take(path)
    path.write_text(path.read_text("utf-8").replace("14/11", "15/11"), "utf-8")
    assert codes(take(path)[1]) == []
    assert lines(register_at(folder))[0].ngay == "2026-11-15"
