"""A campaign that is open answers as the command line does, and at the cost of what changed."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.at_work.campaign import AtWork
from generator.at_work.papers import made_old
from generator.building import state as build_state
from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.run import run
from generator.dossier.built import State
from generator.dossier.check import CheckRequest, Step, checked
from generator.dossier.results import UnitResult
from generator.problems import Problem
from tests.at_work import office
from tests.at_work.office import DAY, at_work, built, person_file, rewrite

UNITS = [f"chi-bo-{name}" for name in office.NAMES]


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    return built(office.office(tmp_path))


def by_command(request: BuildRequest) -> tuple[list[UnitResult], tuple[Problem, ...]]:
    with checked(CheckRequest(request, DAY)) as answer:
        return list(answer.units()), answer.problems


def states(work: AtWork, unit: str = UNITS[0]) -> dict[str, State]:
    seen = work.unit(unit)
    assert seen is not None
    return {each.khoa: each.state for each in seen.papers}


def test_verdicts_and_findings_are_those_of_the_command_line(request_: BuildRequest) -> None:
    units, problems = by_command(request_)
    with at_work(request_) as work:
        assert [each.thu_muc for each in work.units()] == UNITS
        for expected in units:
            seen = work.unit(expected.thu_muc)
            assert seen is not None
            assert seen.result == expected
            assert set(expected.problems) <= set(seen.problems)
        board = work.board()
    assert board.problems == problems
    assert [(each.ma, each.du, each.con_no) for each in board.rows] == [
        (each.ma, each.is_complete(), len(each.owing())) for each in units
    ]


@pytest.mark.parametrize("first", ["unit", "board"])
def test_after_any_change_of_a_file_the_answers_are_those_of_the_command_line(
    request_: BuildRequest, first: str
) -> None:
    with at_work(request_) as work:
        work.board()
        work.unit(UNITS[0])
        for change in (
            lambda: rewrite(person_file(request_), "05/02/1980", "06/02/1980"),
            lambda: next((request_.root / UNITS[0]).glob("*.docx")).unlink(),
            lambda: person_file(request_, number=2).unlink(),
            lambda: received(request_),
            lambda: shutil.rmtree(request_.campaign / "don-vi" / "thon-nam"),
            lambda: office.add(request_.campaign, "thon-bac"),
            lambda: rewrite(request_.campaign / "dot.yaml", "Tân Hòa", "Tân Hà"),
            lambda: rewrite(unit_file(request_), "Chi bộ thon-tay", "Chi bộ thôn Tây"),
            lambda: rewrite(unit_file(request_), "chi-bo-thon-tay", "chi-bo-tay"),
            (request_.campaign / "mau").mkdir,
            lambda: run([request_], here),
        ):
            change()
            if first == "unit":
                work.unit(UNITS[0])
            board = work.board()
            units, problems = by_command(request_)
            assert board.problems == problems
            assert [each.thu_muc for each in board.rows] == [each.thu_muc for each in units]
            for each in units:
                seen = work.unit(each.thu_muc)
                assert seen is not None
                assert seen.result == each


def unit_file(request: BuildRequest) -> Path:
    return request.campaign / "don-vi" / "thon-tay" / "don-vi.yaml"


def received(request: BuildRequest) -> None:
    folder = request.campaign / "da-nhan" / UNITS[0]
    folder.mkdir(parents=True)
    (folder / "biên bản.txt").write_text("Biên bản hội nghị kiểm điểm", "utf-8")


def test_an_edit_tells_the_papers_that_the_next_build_makes(request_: BuildRequest) -> None:
    only = BuildRequest(request_.campaign, request_.root, units=(UNITS[0],))
    with at_work(request_) as work:
        before = work.unit(UNITS[0])
        assert before is not None
        assert {each.state for each in before.papers if each.soan_duoc} == {State.MOI}
        rewrite(person_file(request_), "05/02/1980", "06/02/1980")
        after = work.unit(UNITS[0])
        assert after is not None
        old = {each.tep for each in made_old(before.papers, after.papers)}
        (preview,) = (each for each in build(replace(only, dry=True), here) if each.done.name)
        assert old == {each.file for each in preview.done.outcome.steps}
        assert 0 < len(old) < len(after.papers)
        run([only], here)
        assert set(states(work).values()) == {State.MOI}


def test_a_paper_changed_by_hand_or_deleted_is_told(request_: BuildRequest) -> None:
    with at_work(request_) as work:
        seen = work.unit(UNITS[0])
        assert seen is not None
        edited, gone = (each for each in seen.papers if each.ma in {"02A", "02C"})
        edited.tep.write_bytes(edited.tep.read_bytes() + b" ")
        gone.tep.unlink()
        now = states(work)
    assert (now[edited.khoa], now[gone.khoa]) == (State.SUA_TAY, State.CHUA_TAO)


def test_what_was_opened_stays_as_it_was_but_for_the_time_of_its_files(
    request_: BuildRequest,
) -> None:
    with at_work(request_) as work:
        first, board = work.unit(UNITS[0]), work.board()
        assert work.unit(UNITS[0]) is first
        assert work.board() is board
        office.settle(request_)
        again = work.unit(UNITS[0])
        assert again is not None
        assert first is not None
        assert (again.result, again.papers) == (first.result, first.papers)


def test_what_others_changed_is_noticed_without_reading(request_: BuildRequest) -> None:
    with at_work(request_) as work:
        assert work.changed().common
        work.board()
        assert work.changed() == ((), False)
        rewrite(person_file(request_, "thon-tay"), "05/02/1980", "06/02/1980")
        assert work.changed() == (("chi-bo-thon-tay",), False)
        work.board()
        assert work.changed() == ((), False)
        rewrite(request_.campaign / "dot.yaml", "Tân Hòa", "Tân Hà")
        assert work.changed().common


def test_the_time_from_which_papers_were_read_is_told(request_: BuildRequest) -> None:
    with at_work(request_) as work:
        first = work.unit(UNITS[0])
        assert first is not None
        rewrite(person_file(request_), "05/02/1980", "06/02/1980")
        second = work.unit(UNITS[0])
        assert second is not None
        # All other papers rest on what was read before.
        assert second.doc_luc == first.doc_luc
        (paper,) = (each for each in second.papers if each.khoa == "02B/02")
        paper.tep.write_bytes(paper.tep.read_bytes())
        third = work.unit(UNITS[1])
        assert third is not None
        assert third.doc_luc > first.doc_luc


def test_a_look_can_be_followed_and_stopped_and_goes_on_where_it_was(
    request_: BuildRequest,
) -> None:
    steps: list[Step] = []
    with at_work(request_) as work:
        board = work.board(steps.append, lambda: len(steps) == 2)
        assert (len(board.rows), board.con_lai) == (2, 1)
        assert [(each.xong, each.tong) for each in steps] == [(1, 3), (2, 3)]
        more: list[Step] = []
        board = work.board(more.append)
        assert (len(board.rows), board.con_lai) == (3, 0)
        assert [(each.xong, each.tong) for each in more] == [(1, 1)]


def test_a_check_of_the_command_line_finds_what_was_judged_here(request_: BuildRequest) -> None:
    with at_work(request_) as work:
        work.board()
    seen: list[Step] = []
    with checked(CheckRequest(request_, DAY, follow=seen.append)):
        assert seen == []


def test_one_paper_is_given_as_it_would_be_made_now(request_: BuildRequest) -> None:
    with at_work(request_) as work:
        seen = work.unit(UNITS[0])
        assert seen is not None
        for each in seen.papers:
            data, problems = work.document(UNITS[0], each.khoa)
            assert (data is not None) is each.soan_duoc
            assert data is None or data == each.tep.read_bytes()
            assert data is not None or problems
        data, problems = work.document(UNITS[0], "02B/khong-co")
    assert (data, [each.code for each in problems]) == (None, ["KD533"])


def test_a_blank_form_is_given_for_whom_it_is_asked(request_: BuildRequest) -> None:
    with at_work(request_) as work:
        first, _ = work.blank(UNITS[0], "02C", 2)
        assert first is not None
        assert first.startswith(b"PK")
        data, problems = work.blank(UNITS[0], "99Z")
    assert (data, [each.code for each in problems]) == (None, ["KD511"])


def test_while_a_build_runs_every_answer_says_so(request_: BuildRequest) -> None:
    with at_work(request_) as work:
        work.board()
        with build_state.opened(request_.root) as running:
            build_state.save_mark(running, "", "", [])
            rewrite(person_file(request_), "05/02/1980", "06/02/1980")
            seen, board = work.unit(UNITS[0]), work.board()
            assert seen is not None
            assert [each.code for each in seen.problems] == ["KD509"]
            assert seen.result is None
            assert [each.code for each in board.problems] == ["KD509"]
        after = work.unit(UNITS[0])
        assert after is not None
        assert after.result is not None


def test_a_campaign_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    request = office.office(tmp_path, ())
    (request.campaign / "dot.yaml").write_text("nam: [", "utf-8")
    with at_work(request) as work:
        assert work.units() == ()
        assert work.unit("chi-bo-thon-dong") is None
        assert work.board().dot is None
        assert work.board().problems == work.problems() != ()


def test_a_unit_that_cannot_be_read_is_on_the_board_with_its_error(request_: BuildRequest) -> None:
    unit_file(request_).write_text("loai: don-vi\ndon_vi: {ma: chi-bo-thon-tay, ten: [}", "utf-8")
    with at_work(request_) as work:
        rows = {each.thu_muc: each for each in work.board().rows}
        assert any(row.loi and not row.kiem_duoc for row in rows.values())
        assert sum(row.kiem_duoc for row in rows.values()) == 2


def test_a_unit_that_is_not_there_is_said_not_to_be_there(request_: BuildRequest) -> None:
    with at_work(request_) as work:
        for data, problems in (work.document("khong-co", "02A/01"), work.blank("khong-co", "02A")):
            assert (data, [each.code for each in problems]) == (None, ["KD724"])
