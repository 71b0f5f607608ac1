"""On Windows, as wine gives one: the zip is all that is needed, and makes the same documents."""

import re

import pytest

from generator import __version__
from generator.files.digests import build_id
from tests.windows.day import FIRST, KEPT, PLANS, STEPS, USER, Day
from tests.windows.wine import needs_wine

pytestmark = needs_wine

CLEAN = [name for name in STEPS if name != "check"]


@pytest.mark.parametrize("step", [*FIRST, *CLEAN])
def test_a_step_of_the_day_ends_well(day: Day, step: str) -> None:
    assert day.there[step].code == 0, day.there[step]
    assert "Traceback" not in day.there[step].err


def test_the_program_is_the_build_of_these_sources(day: Day) -> None:
    assert day.there["version"].out == f"kiemdiem {__version__} (bản dựng {build_id()[:8]})\n"


def test_the_machine_is_examined_in_words(day: Day) -> None:
    said = day.there["doctor"].out
    assert "[thiếu] phông chữ Times New Roman" in said
    assert "[có] khoá tệp: khoá được tệp" in said


def test_the_data_is_put_among_the_documents_of_the_user_and_found_again(day: Day) -> None:
    where = day.there["where"].out.strip()
    assert where.endswith(f"\\{USER}\\kiemdiem")
    assert f"Dữ liệu ở: {where}\n" in day.there["start"].out


def test_what_to_type_next_can_be_typed_in_the_window(day: Day) -> None:
    assert "\nkiemdiem init kiem-diem-" in day.there["demo"].out


def test_the_second_build_makes_nothing(day: Day) -> None:
    assert "Đã tạo 223 văn bản: không có lỗi." in day.there["build"].err
    assert "Đã tạo 0 văn bản, giữ nguyên 223: không có lỗi." in day.there["build again"].err


def test_every_file_is_the_one_that_is_made_here(day: Day) -> None:
    made = [name for name in day.files_there if name.endswith(".docx")]
    assert len(made) > 300
    assert sum("/nop/" in name for name in made) > 10
    assert day.files_there == day.files_here


@pytest.mark.parametrize("step", ["build", "build again", "check", "pack", "verify"])
def test_a_step_says_what_it_says_here(day: Day, step: str) -> None:
    there, here = day.there[step], day.here[step]
    assert (there.code, there.out) == (here.code, here.out)


def test_two_clerks_at_once_take_different_numbers(day: Day) -> None:
    assert [each.code for each in day.clerks] == [0, 0], day.clerks
    assert sorted(map(int, day.numbers)) == list(range(1, sum(map(len, PLANS)) + 1))


def test_a_report_open_in_word_gets_its_new_version_beside_it_and_is_replaced_once_closed(
    day: Day,
) -> None:
    evening = day.evening
    ran = evening.ran["open in Word"]
    assert ran.code == 0
    assert "KD501 cảnh báo: tệp đang mở trong Word" in ran.err
    beside = [name for name in evening.while_open if "(mới)" in name]
    assert len(beside) == 1
    assert f"«{beside[0]}»" in ran.err
    assert "Đã tạo 1 văn bản, giữ nguyên 50: không có lỗi." in evening.ran["again"].err
    assert [*evening.at_last, *beside] == sorted(
        evening.while_open, key=lambda name: (name in beside, name)
    )


def test_the_desk_answers_and_a_field_is_saved_on_it(day: Day) -> None:
    assert f"{len(KEPT)} đơn vị" in re.sub("<[^>]+>", "", day.page.board)
    assert day.page.saved == 303
    assert "ky_hieu: CBX\n" in day.page.file
    assert day.page.code == 0


def test_ctrl_c_stops_a_build_and_the_next_one_goes_on(day: Day) -> None:
    stopped, then = day.evening.ran["pressed"], day.evening.ran["went on"]
    assert stopped.code == 130
    assert re.fullmatch(r"Đã dừng theo yêu cầu: .* Chạy lại để làm tiếp\.\n", stopped.err)
    assert then.code == 0
    assert sum(map(int, re.findall(r"\d+", then.err))) == 51


def test_without_a_console_nothing_is_wrong(day: Day) -> None:
    assert day.evening.ran["unseen"].code == 0
    assert day.evening.ran["unseen"].out == ""


def test_a_process_that_opens_received_files_is_put_in_a_job_that_limits_it(day: Day) -> None:
    """Wine takes the limit; whether a Windows holds to it, only a Windows can show."""
    ran = day.evening.ran["limited"]
    assert ran.code == 0, ran.err
    before, after, held = ran.out.split()
    assert (before, after) == ("False", "True")
    assert 5 < int(held) < 200
