"""A campaign is made from answers: readable, whole or not at all, beside what is there."""

import errno
from pathlib import Path

import pytest

from generator import shipped
from generator.files import atomic, new_folder
from generator.problems import Problem, has_errors
from generator.reading.load import Campaign, read_campaign
from generator.setup import new_campaign
from generator.setup.bodies import BODIES
from generator.setup.last_year import last_year
from generator.setup.new_campaign import Answers, Taken, files_of, folder_for, made

UNITS = (("Chi bộ thôn Đông", "Tạ Xuân Hải"), ("Chi bộ Công an xã", ""))
FULL = Answers(
    "Đảng ủy xã Lộc Vân", 2026, UNITS, "xa", "Đảng bộ tỉnh Trường Giang", "Lộc Vân",
    "T/M Ban Thường vụ", "Bí thư", "Phạm Đình Quân",
)  # fmt: skip
LEAST = Answers("Đảng ủy xã Lộc Vân", 2026, UNITS[1:])
SAMPLE = shipped.DATA / "xa-loc-van-2026"


def begun(folder: Path, answers: Answers) -> Campaign:
    files = files_of(answers)
    assert not isinstance(files, Problem)
    assert made(folder, files) == []
    return read_campaign(folder)


@pytest.mark.parametrize("answers", [FULL, LEAST])
def test_what_was_answered_stands_in_the_campaign(answers: Answers, tmp_path: Path) -> None:
    campaign = begun(tmp_path / "dot", answers)
    assert campaign.problems == ()
    assert campaign.dot is not None
    assert campaign.dot.ten.endswith("năm 2026 của Đảng bộ xã Lộc Vân")
    assert campaign.dot.co_quan.ten == answers.co_quan
    assert (campaign.dot.co_quan.cap_tren or "") == answers.cap_tren
    assert (campaign.dot.dia_danh or "") == answers.dia_danh
    assert ((campaign.dot.ky and campaign.dot.ky.ho_ten) or "") == answers.ho_ten
    assert campaign.dot.thoi_han == ()
    assert {each.data.don_vi.ten for each in campaign.units} == {name for name, _ in answers.don_vi}


@pytest.mark.parametrize("kind", BODIES)
@pytest.mark.parametrize("year", [2019, 2024, 2026])
def test_every_kind_of_body_begins_without_errors(kind: str, year: int, tmp_path: Path) -> None:
    assert not has_errors(begun(tmp_path / "dot", FULL._replace(cap=kind, nam=year)).problems)


def test_the_comments_of_the_first_file_are_kept(tmp_path: Path) -> None:
    begun(tmp_path / "dot", FULL)
    text = (tmp_path / "dot" / "dot.yaml").read_text("utf-8")
    assert "# Tên viết thường như trong câu" in text
    assert "Tân Hòa" not in text


def test_units_of_one_name_without_accents_get_files_of_their_own(tmp_path: Path) -> None:
    units = (("Chi bộ Bản Má", ""), ("Chi bộ Bản Mà", ""), ("Thêm", ""))
    campaign = begun(tmp_path / "dot", LEAST._replace(don_vi=units))
    assert campaign.problems == ()
    assert [each.data.don_vi.ma for each in campaign.units] == [
        "chi-bo-ban-ma-2", "chi-bo-ban-ma", "them-2"
    ]  # fmt: skip


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        if path.name == "dot.yaml":
            raise OSError(errno.ENOSPC, "full")
        atomic.create(path, data)

    monkeypatch.setattr(new_folder, "create", full)
    files = files_of(FULL)
    assert not isinstance(files, Problem)
    assert [each.code for each in made(tmp_path / "dot", files)] == ["KD503"]
    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_read_is_not_made(tmp_path: Path) -> None:
    files = files_of(FULL)
    assert not isinstance(files, Problem)
    (told,) = made(
        tmp_path / "dot", {**files, "don-vi/a.yaml": b"loai: don-vi\ndon_vi: {ma: a}\n"}
    )[:1]
    assert told.code
    assert list(tmp_path.iterdir()) == []


def test_a_value_that_no_file_can_hold_is_told() -> None:
    assert isinstance(files_of(FULL._replace(dia_danh="Lộc\x01Vân")), Problem)


def test_the_folder_is_named_after_the_year_and_after_the_body_where_that_is_taken(
    tmp_path: Path,
) -> None:
    assert folder_for(tmp_path, FULL) == tmp_path / "kiem-diem-2026"
    (tmp_path / "kiem-diem-2026").mkdir()
    assert folder_for(tmp_path, FULL) == tmp_path / "dang-uy-xa-loc-van-2026"
    begun(tmp_path / "dang-uy-xa-loc-van-2026", FULL._replace(co_quan="Đảng ủy xã Khác"))
    assert folder_for(tmp_path, FULL) == tmp_path / "dang-uy-xa-loc-van-2026-2"


def test_a_campaign_is_not_made_twice(tmp_path: Path) -> None:
    begun(tmp_path / "kiem-diem-2026", FULL)
    found = folder_for(tmp_path, LEAST)
    assert isinstance(found, Taken)
    assert found.thu_muc == tmp_path / "kiem-diem-2026"
    assert found.ten.endswith("năm 2026 của Đảng bộ xã Lộc Vân")
    assert folder_for(tmp_path, LEAST._replace(nam=2027)) == tmp_path / "kiem-diem-2027"


def test_last_years_units_come_along_with_their_people(tmp_path: Path) -> None:
    last = last_year(SAMPLE)
    assert last is not None
    units = (*((each.ten, "") for each in last.don_vi[1:]), ("Chi bộ Mới", "Lê Thị Mẫu"))
    files = files_of(FULL._replace(nam=2027, don_vi=units), last)
    assert not isinstance(files, Problem)
    assert made(tmp_path / "dot", files) == []
    new, old = read_campaign(tmp_path / "dot"), read_campaign(SAMPLE)
    assert new.problems == ()
    people = {each.data.don_vi.ten: [p.ho_ten for p in each.data.ca_nhan] for each in old.units}
    del people[last.don_vi[0].ten]
    people["Chi bộ Mới"] = ["Lê Thị Mẫu"]
    assert {
        each.data.don_vi.ten: [p.ho_ten for p in each.data.ca_nhan] for each in new.units
    } == people
    assert new.dot is not None
    assert new.dot.co_quan.nhiem_ky


def test_another_body_takes_over_neither_term_nor_name() -> None:
    tree = new_campaign.campaign_tree(
        FULL._replace(co_quan="Đảng ủy xã Khác", nam=2027), last_year(SAMPLE)
    )
    assert tree["ten"] == "Kiểm điểm, đánh giá, xếp loại chất lượng năm 2027 của Đảng bộ xã Khác"
    assert "nhiem_ky" not in tree["co_quan"]  # type: ignore[operator]
