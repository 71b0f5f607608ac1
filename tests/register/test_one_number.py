"""One number, one document: whatever becomes of its file, nobody else gets its line."""

import datetime as dt
from pathlib import Path

import pytest

from generator.editing import changes
from generator.problems import Problem, Severity
from generator.register import cancelling, numbers, paths, store, taking
from generator.register.audit import against_documents
from generator.register.entry import RegisterLine, TrangThai
from generator.register.target import find
from generator.register.where import registers_of
from tests.register.office import (
    LETTER,
    LETTERS,
    dot_of,
    letter,
    lines,
    refused,
    register_at,
    target,
)

OTHER = LETTER.replace("gửi hồ sơ kiểm điểm", "triệu tập hội nghị").replace("14/11", "16/11")
SUBJECT = "Về việc gửi hồ sơ kiểm điểm"

UNIT = """loai: don-vi
don_vi: {ma: xa, ten: Đảng bộ xã Lộc Vân, loai: xa, cap_tren: Đảng bộ tỉnh Trường Giang,
  cap_uy: Đảng ủy xã Lộc Vân, ky_hieu: ĐU}
tap_the:
  - {ten: Ban Thường vụ, vai_tro: cap_uy}
goi_y:
"""
ITEM = """  - ngay: {}/11/2026
    kinh_gui: [Ủy ban nhân dân xã]
    noi_nhan: [Như trên, Lưu Văn phòng Đảng ủy]
    tap_the: [{{ten: Ban Thường vụ, diem: [{{ma: I.1, noi_dung: Chậm giải ngân}}]}}]
"""


def take(path: Path, item: str | None = None) -> tuple[RegisterLine | None, list[str]]:
    entry, problems = taking.take(target(path, item), None, None)
    return entry, [each.code for each in problems]


def cancel(path: Path) -> tuple[RegisterLine | None, list[Problem]]:
    return cancelling.cancel(target(path, numbered=True), "nhầm")


def audited(folder: Path) -> list[str]:
    path = register_at(folder)
    found, _ = registers_of(folder, None)
    with store.read(path) as register:
        return [each.code for each in against_documents(register, found[path], path)]


def living(folder: Path) -> dict[int, tuple[str, str]]:
    """Number: where its document is, and its trích yếu."""
    return {
        each.so: (f"{each.tep} {each.muc}".removeprefix("loc-van/").strip(), each.trich_yeu)
        for each in lines(register_at(folder))
        if each.trang_thai is not TrangThai.HUY
    }


def number_of(path: Path) -> str:
    (line,) = (each for each in path.read_text("utf-8").splitlines() if each.startswith("so:"))
    return line


class TestANameUsedAgain:
    """A new document in a file whose name an earlier one had."""

    def test_it_does_not_get_the_number_of_the_first(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        path.rename(folder.parent / "cu.yaml")
        entry, told = take(letter(folder, text=OTHER))
        assert (entry, told) == (None, ["KD618"])
        assert path.read_text("utf-8") == OTHER
        assert living(folder) == {1: ("cong-van.yaml", SUBJECT)}

    def test_not_even_with_the_same_day(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        assert take(letter(folder, text=OTHER.replace("16/11", "14/11"))) == (None, ["KD618"])
        assert living(folder) == {1: ("cong-van.yaml", SUBJECT)}

    def test_nor_when_the_number_was_left_in_the_text(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        assert take(letter(folder, text=OTHER.replace("ngay:", "so: 1\nngay:")))[1] == ["KD618"]
        assert living(folder) == {1: ("cong-van.yaml", SUBJECT)}

    def test_what_is_said_names_the_first_and_the_ways_out(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        _, (found,) = taking.take(target(letter(folder, text=OTHER)), None, None)
        assert f"«{SUBJECT}», ngày 14/11/2026" in found.message
        for way in ("ghi lại «so: 1»", "đổi tên tệp", "number cancel"):
            assert way in found.mend

    def test_the_first_is_known_where_it_was_moved_to_and_both_have_numbers(
        self, folder: Path
    ) -> None:
        path = letter(folder)
        take(path)
        moved = path.rename(folder / "cv-01.yaml")
        letter(folder, text=OTHER)
        assert take(moved)[1] == ["KD628"]
        entry, told = take(path)
        assert entry
        assert (entry.so, told) == (2, [])
        assert living(folder) == {
            1: ("cv-01.yaml", SUBJECT), 2: ("cong-van.yaml", "Về việc triệu tập hội nghị")
        }  # fmt: skip
        assert audited(folder) == []

    def test_a_number_that_is_only_held_is_kept_for_its_document(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = letter(folder)
        with monkeypatch.context() as patch:
            patch.setattr(changes, "edited", refused)
            take(path)
        assert take(letter(folder, text=OTHER)) == (None, ["KD618"])
        # One of the two may have changed meanwhile.
        assert take(letter(folder, text=LETTER.replace("14/11", "15/11")))[1] == []

    def test_a_number_taken_out_by_hand_is_not_given_again(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        letter(folder)
        assert take(path)[1] == ["KD618"]
        entry, (found,) = cancelling.cancel(target(path), "nhầm")
        assert (entry, found.code) == (None, "KD618")
        letter(folder, text=LETTER.replace("ngay:", "so: 1\nngay:"))
        assert take(path)[1] == []

    def test_day_or_subject_alone_may_change(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        for old, new in (("14/11", "16/11"), ("gửi hồ sơ kiểm điểm", "triệu tập hội nghị")):
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
            assert take(path)[1] == []
        (line,) = lines(register_at(folder))
        assert (line.ngay, line.trich_yeu) == ("2026-11-16", "Về việc triệu tập hội nghị")


class TestAnItemInsertedAbove:
    """The places in a list move on, the numbers stay with their documents."""

    @pytest.fixture
    def unit(self, folder: Path) -> Path:
        (folder / "don-vi").mkdir()
        path = letter(folder / "don-vi", "xa.yaml", UNIT + ITEM.format(10) + ITEM.format(11))
        assert [take(path, f"goi_y.{index}")[0].so for index in (0, 1)] == [1, 2]
        text = path.read_text("utf-8")
        head, rest = text.split("goi_y:\n")
        path.write_text(f"{head}goi_y:\n{ITEM.format(12)}{rest}", "utf-8")
        return path

    def test_the_new_item_does_not_get_the_number_of_the_old_one(
        self, folder: Path, unit: Path
    ) -> None:
        before = lines(register_at(folder))
        # The subject is the same for all; the day is not.
        assert take(unit, "goi_y.0") == (None, ["KD618"])
        assert lines(register_at(folder)) == before

    def test_the_old_ones_are_known_at_their_new_places(self, folder: Path, unit: Path) -> None:
        assert take(unit, "goi_y.1")[1] == ["KD628"]
        assert take(unit, "goi_y.2")[1] == ["KD628"]
        entry, told = take(unit, "goi_y.0")
        assert entry
        assert (entry.so, told) == (3, [])
        where = {so: tep for so, (tep, _) in living(folder).items()}
        assert where == {
            1: "don-vi/xa.yaml goi_y.1", 2: "don-vi/xa.yaml goi_y.2", 3: "don-vi/xa.yaml goi_y.0"
        }  # fmt: skip
        assert audited(folder) == []


class TestTwoMachines:
    """A register on a third drive, and both machines call their folder D:/vb."""

    @pytest.fixture(autouse=True)
    def _other_drive(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refused(*_args: object) -> str:
            raise ValueError("path is on mount 'D:', start on mount 'N:'")

        monkeypatch.setattr(paths.os.path, "relpath", refused)

    def test_the_same_path_is_not_the_same_document(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = letter(folder)
        monkeypatch.setattr(paths.platform, "node", lambda: "MAY-1")
        take(path)
        monkeypatch.setattr(paths.platform, "node", lambda: "MAY-2")
        entry, told = take(letter(folder, text=OTHER))
        assert entry
        assert (entry.so, told) == (2, [])
        assert [each.trich_yeu for each in lines(register_at(folder))] == [
            SUBJECT, "Về việc triệu tập hội nghị"
        ]  # fmt: skip

    def test_what_is_on_another_machine_is_not_taken_for_gone(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = letter(folder)
        monkeypatch.setattr(paths.platform, "node", lambda: "MAY-1")
        take(path)
        monkeypatch.setattr(paths.platform, "node", lambda: "MAY-2")
        copied = path.rename(folder / "chep.yaml")
        assert take(copied) == (None, ["KD611"])
        assert "KD648" not in audited(folder)

    def test_a_line_written_before_machines_were_named_is_known(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = letter(folder)
        take(path)
        with store.opened(register_at(folder)) as register, store.transaction(register):
            register.execute("UPDATE van_ban SET tep = ?", (path.resolve().as_posix(),))
        entry, told = take(path)
        assert entry
        assert (entry.so, told) == (1, ["KD628"])


class TestARenamedFile:
    """Nobody has to take a number off an issued document."""

    def test_taking_again_lets_the_register_know_the_new_name(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        text = path.read_bytes()
        moved = path.rename(folder / "cv-01.yaml")
        assert audited(folder) == ["KD643", "KD648"]
        _, (found,) = taking.take(target(moved), None, None)
        assert (found.code, found.severity) == ("KD628", Severity.WARNING)
        assert "trước đây: loc-van/cong-van.yaml" in found.message
        assert moved.read_bytes() == text
        assert audited(folder) == []

    def test_then_it_can_be_cancelled(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        moved = path.rename(folder / "cv-01.yaml")
        entry, (found,) = cancel(moved)
        assert (entry, found.code) == (None, "KD619")
        assert "chạy number take trước" in found.mend
        take(moved)
        assert cancel(moved)[1] == []
        assert living(folder) == {}

    def test_a_line_from_excel_goes_to_its_document(self, folder: Path) -> None:
        row = RegisterLine(*LETTERS, 1, "2026-11-14", "Trích yếu cũ", ghi_chu="gửi lại", so_ban="5")
        with store.opened(register_at(folder)) as register, store.transaction(register):
            numbers.add(register, row)
        path = letter(folder, text=LETTER.replace("ngay:", "so: 1\nngay:"))
        _, (found,) = taking.take(target(path), None, None)
        assert found.code == "KD628"
        assert "chưa gắn với tệp nào" in found.message
        (line,) = lines(register_at(folder))
        # What the register said is not written over by what was only taken to be the same.
        assert (line.trich_yeu, line.ghi_chu, line.so_ban) == ("Trích yếu cũ", "gửi lại", "5")
        assert (line.tep, line.nguoi_ky) == ("loc-van/cong-van.yaml", "Phạm Đình Quân")

    @pytest.mark.parametrize("there", [True, False])
    def test_another_document_does_not_get_the_line(self, folder: Path, there: bool) -> None:
        path = letter(folder)
        take(path)
        if not there:
            path.unlink()
        text = (LETTER if there else OTHER).replace("ngay:", "so: 1\nngay:")
        _, (found,) = taking.take(target(letter(folder, "chep.yaml", text)), None, None)
        assert found.code == "KD611"
        assert f"loc-van/cong-van.yaml («{SUBJECT}», ngày 14/11/2026)" in found.message
        assert "đã phát hành thì giữ nguyên số" in found.mend
        assert living(folder) == {1: ("cong-van.yaml", SUBJECT)}

    def test_a_file_that_cannot_be_read_is_taken_to_bear_its_number(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        moved = letter(folder, "cv-01.yaml", path.read_text("utf-8"))
        path.write_text("loai: [", "utf-8")
        assert take(moved) == (None, ["KD611"])


class TestCancelling:
    """Only the number that stands in the file is cancelled."""

    def test_a_file_with_the_number_of_another_line_is_left_alone(self, folder: Path) -> None:
        a, b = letter(folder, "a.yaml"), letter(folder, "b.yaml", OTHER)
        take(a)
        take(b)
        a.unlink()
        b.rename(a)
        before, text = lines(register_at(folder)), a.read_bytes()
        entry, (found,) = cancel(a)
        assert (entry, found.code) == (None, "KD614")
        assert "số 1 (Công văn 2025-2030)" in found.message
        assert lines(register_at(folder)) == before
        assert a.read_bytes() == text
        # Once the register knows where the document is, its own number is cancelled.
        assert take(a)[1] == ["KD628"]
        entry, problems = cancel(a)
        assert entry
        assert (entry.so, problems) == (2, [])
        assert living(folder) == {1: ("", SUBJECT)}

    def test_what_was_cancelled_meanwhile_stays_cancelled(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = letter(folder)
        real = taking.write_values

        def cancelled_meanwhile(*args: object) -> list[Problem]:
            with store.opened(register_at(folder)) as other, store.transaction(other):
                numbers.cancel(other, LETTERS, 1, "thôi")
            return real(*args)

        monkeypatch.setattr(taking, "write_values", cancelled_meanwhile)
        entry, (found,) = taking.take(target(path), None, None)
        assert entry
        assert entry.trang_thai is TrangThai.HUY
        assert (found.code, found.severity) == ("KD647", Severity.ERROR)
        assert "(thôi)" in found.message
        assert [each.trang_thai for each in lines(register_at(folder))] == [TrangThai.HUY]

    def test_by_number_the_file_becomes_a_draft(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        entry, problems = cancelling.cancel_number(register_at(folder), LETTERS, 1, "nhầm")
        assert entry
        assert problems == []
        assert number_of(path) == "so:"

    def test_by_number_an_item_of_a_unit_becomes_a_draft(self, folder: Path) -> None:
        (folder / "don-vi").mkdir()
        path = letter(folder / "don-vi", "xa.yaml", UNIT + ITEM.format(10))
        take(path, "goi_y.0")
        assert "so: 1\n" in path.read_text("utf-8")
        assert cancelling.cancel_number(register_at(folder), LETTERS, 1, "nhầm")[1] == []
        assert "so: 1\n" not in path.read_text("utf-8")

    def test_by_number_another_document_in_its_file_is_left_alone(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        letter(folder, text=OTHER.replace("ngay:", "so: 7\nngay:"))
        assert cancelling.cancel_number(register_at(folder), LETTERS, 1, "nhầm")[1] == []
        assert number_of(path) == "so: 7"

    def test_by_number_a_file_that_is_not_found_is_named(self, folder: Path) -> None:
        path = letter(folder)
        take(path)
        path.unlink()
        _, (found,) = cancelling.cancel_number(register_at(folder), LETTERS, 1, "nhầm")
        assert found.code == "KD654"
        assert "loc-van/cong-van.yaml" in found.message


def test_notes_and_copies_stay_when_a_number_is_taken_again(folder: Path) -> None:
    path = letter(folder)
    take(path)
    with store.opened(register_at(folder)) as register, store.transaction(register):
        register.execute("UPDATE van_ban SET ghi_chu = 'ký bù', so_ban = '12'")
    take(path)
    (line,) = lines(register_at(folder))
    assert (line.ghi_chu, line.so_ban) == ("ký bù", "12")


def test_a_number_cancelled_half_way_says_how_to_go_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = letter(folder)
    take(path)
    with monkeypatch.context() as patch:
        patch.setattr(changes, "edited", refused)
        cancel(path)
    _, (found,) = taking.take(target(path), None, None)
    assert found.code == "KD627"
    assert "đã hủy: nhầm" in found.message
    assert "chạy lại number cancel" in found.mend


def test_a_year_typed_wrong_is_told(folder: Path) -> None:
    far = dt.date.today().year + 36  # noqa: DTZ011 - the year alone
    _, told = taking.take(target(letter(folder)), dt.date(far, 11, 20), None)
    assert [each.code for each in told] == ["KD652"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("loai: cong-van", "loai: thong-bao", "KD223"),
        ('trich_yeu: "Về việc', 'do_mat: Mật\ntrich_yeu: "Về việc', "KD121"),
        ("kinh_gui:\n  - Các chi bộ trực thuộc\n", "", "KD120"),
    ],
)
def test_a_document_that_would_be_refused_gets_no_number(
    folder: Path, old: str, new: str, code: str
) -> None:
    path = letter(folder, text=LETTER.replace(old, new))
    found = find(path, None, dot_of(folder), register_at(folder).parent)
    assert isinstance(found, list)
    assert code in [each.code for each in found]
    assert found[0].place.line


def test_what_wording_refuses_can_still_be_cancelled(folder: Path) -> None:
    path = letter(folder)
    take(path)
    path.write_text(path.read_text("utf-8").replace("cong-van", "thong-bao"), "utf-8")
    entry, problems = cancel(path)
    assert entry
    assert problems == []
