"""Which files are opened again, what is kept of them, and what is not."""

import os
import time
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.building.folders import BuildRequest
from generator.dossier import looking
from generator.dossier.check import CheckRequest, Step, checked
from generator.dossier.looking import Memory, Task, look_at
from generator.opening.content import REASONS, Refusal
from generator.opening.pool import Crew
from tests.dossier.city import ma_of, units
from tests.dossier.test_check import DAY, results, rewrite
from tests.received.corpus import assets, typed

NAME = units()[1]["ca_nhan"][0]["ho_ten"]
OTHER = units()[1]["ca_nhan"][1]["ho_ten"]
NAM = 2


@pytest.fixture
def home(request_: BuildRequest) -> Path:
    folder = request_.campaign / "da-nhan" / ma_of(NAM)
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are opened from now on."""
    names: list[str] = []
    real = Crew.answers

    def noted(crew: Crew, work: Any, tasks: Iterable[Task], seconds: float) -> Any:
        found = list(tasks)
        names.extend(task.path.name for task in found)
        return real(crew, work, found, seconds)

    monkeypatch.setattr(Crew, "answers", noted)
    return names


def put(folder: Path, name: str, *lines: str) -> Path:
    typed(*lines)(folder / name)
    return folder / name


def people(request: BuildRequest, **change: Any) -> None:
    given = units()[NAM - 1]["ca_nhan"]
    rewrite(request, NAM, ca_nhan=[given[0], {**given[1], **change}])


def test_a_file_is_opened_once_whatever_else_of_the_unit_changes(
    request_: BuildRequest, home: Path, opened: list[str]
) -> None:
    put(home, f"1.2 {NAME}.docx", *assets(NAME))
    put(home, "anh.docx", "Lời cảm ơn")
    first = results(request_)[ma_of(NAM)]
    assert sorted(opened) == [f"1.2 {NAME}.docx", "anh.docx"]
    opened.clear()
    people(request_, ngay_sinh="01/02/1980")
    again = results(request_)[ma_of(NAM)]
    assert opened == []
    assert (again.verdicts, again.tep_thua) == (first.verdicts, first.tep_thua)


def test_a_file_that_was_only_touched_is_not_opened_again(
    request_: BuildRequest, home: Path, opened: list[str]
) -> None:
    path = put(home, f"1.2 {NAME}.docx", *assets(NAME))
    first = results(request_)
    path.touch()
    assert results(request_) == first
    assert len(opened) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda request, home: people(request, ho_ten="Lê Thu Hà"),
        lambda request, home: people(request, dac_diem=["uy_vien_btv"]),
        lambda request, home: rewrite(request, NAM, don_vi=units()[NAM - 1]["don_vi"] | {"ten": "X"}),
        lambda request, home: (home / f"1.2 {NAME}.docx").rename(home / f"1.2 {OTHER}.docx"),
        lambda request, home: put(home, f"1.2 {NAME}.docx", *assets(NAME), "Thêm một dòng"),
        lambda request, home: rewrite(
            request, NAM, ho_so=[{"muc": "3.6/1.2", "ai": NAME, "tep": f"1.2 {NAME}.docx"}]
        ),
    ],
    ids=["a name", "a post", "the unit", "the file's name", "its bytes", "an entry"],
)  # fmt: skip
def test_a_file_is_opened_again_when_what_it_is_held_against_changes(
    change: Callable[[BuildRequest, Path], object],
    request_: BuildRequest, home: Path, opened: list[str],
) -> None:  # fmt: skip
    put(home, f"1.2 {NAME}.docx", *assets(NAME))
    results(request_)
    opened.clear()
    change(request_, home)
    kept = results(request_)[ma_of(NAM)]
    assert len(opened) == 1
    (request_.root / ".kiem-tra.sqlite").unlink()
    assert results(request_)[ma_of(NAM)] == kept


def test_no_text_of_a_file_is_kept(request_: BuildRequest, home: Path) -> None:
    put(home, f"1.2 {NAME}.docx", *assets(NAME), "Chuyện riêng tư")
    put(home, "la.docx", "Chuyện riêng tư")
    results(request_)
    data = (request_.root / ".kiem-tra.sqlite").read_bytes()
    streams = (zlib.decompressobj() for _ in iter(int, 1))
    said = [data]
    for at in range(len(data)):
        if data[at : at + 2] in {b"x\x01", b"x\x9c", b"x\xda"}:
            try:
                said.append(next(streams).decompress(data[at:]))
            except zlib.error:
                continue
    assert any(NAME.encode() in each for each in said)
    for hidden in ("riêng tư", "căn hộ 72", "BẢN KÊ KHAI"):
        assert not any(hidden.encode() in each for each in said)


@pytest.mark.parametrize(
    "kept",
    [
        b"x", b"{}", b"[1]", b"{" * 9_000,
        b'{"dau":"","ra":{"seen":{"kind":"docx"},"keys":[[999,999]]}}',
        b'{"dau":"","ra":{"seen":{"kind":"docx"},"keys":[[-1,0]]}}',
    ],
)  # fmt: skip
def test_what_somebody_else_put_in_the_place_of_what_was_kept_is_passed_over(
    kept: bytes, request_: BuildRequest, home: Path
) -> None:
    from generator.dossier import state

    path = put(home, f"1.2 {NAME}.docx", *assets(NAME))
    before = results(request_)
    with state.opened(request_.root) as known:
        state.keep_all(known, {path: kept})
        known.execute("UPDATE don_vi SET dau = ''")
    assert results(request_) == before


def test_a_file_that_took_too_long_is_tried_again_and_known_by_its_name(
    request_: BuildRequest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine may have been busy; nothing of the unit changes, yet it is judged again."""
    put(home, f"1.2 {NAME}.docx", *assets(NAME))
    with monkeypatch.context() as patch:
        patch.setattr(Crew, "answers", lambda _, _work, tasks, _s: ((each, None) for each in tasks))
        busy = results(request_)[ma_of(NAM)]
    assert REASONS[Refusal.QUA_LAU] in repr(busy)
    assert REASONS[Refusal.QUA_LAU] not in repr(results(request_)[ma_of(NAM)])


def test_a_file_that_takes_long_to_judge_is_given_up_and_the_others_are_judged(
    request_: BuildRequest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = looking.judge

    def slow(seen: Any, due: Any) -> Any:
        if "Lâu" in seen.lines:
            time.sleep(60)
        return real(seen, due)

    monkeypatch.setattr(looking, "judge", slow)
    monkeypatch.setattr(looking, "SECONDS", 0.5)
    put(home, f"1.2 {NAME}.docx", *assets(NAME), "Lâu")
    put(home, f"1.2 {OTHER}.docx", *assets(OTHER))
    begin = time.monotonic()
    found = results(request_)[ma_of(NAM)]
    assert time.monotonic() - begin < 20
    told = {Path(each.tep).name: each.ly_do for each in found.tep_thua}
    assert told[f"1.2 {NAME}.docx"].startswith(REASONS[Refusal.QUA_LAU])
    assert REASONS[Refusal.QUA_LAU] not in told.get(f"1.2 {OTHER}.docx", "")


def test_no_file_is_opened_in_the_process_that_asks(
    request_: BuildRequest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.getpid()

    def only_elsewhere(path: Path) -> Any:
        assert os.getpid() != here
        return real(path)

    real = looking.open_file
    monkeypatch.setattr(looking, "open_file", only_elsewhere)
    put(home, f"1.2 {NAME}.docx", *assets(NAME))
    for jobs in (0, 1, 2):
        with checked(CheckRequest(request_, DAY, jobs)) as found:
            assert REASONS[Refusal.QUA_LAU] not in repr(list(found.units()))


def test_the_steps_of_a_check_are_told(request_: BuildRequest, home: Path) -> None:
    for number in range(5):
        put(home, f"{number}.docx", "Giấy tờ")
    steps: list[Step] = []
    with checked(CheckRequest(request_, DAY, 2, steps.append)):
        pass
    assert [each.xong for each in steps] == list(range(1, 21))
    assert {(each.loai, each.tong) for each in steps} == {("đơn vị", 20)}
    steps.clear()
    (request_.root / ".kiem-tra.sqlite").unlink()
    one = BuildRequest(request_.campaign, request_.root, units=(ma_of(NAM),))
    with checked(CheckRequest(one, DAY, 2, steps.append)):
        pass
    assert steps == [
        *(Step("tệp", each, 5) for each in range(1, 6)),
        Step("đơn vị", 1, 1, ma_of(NAM)),
    ]


def test_nothing_to_look_at_needs_no_process() -> None:
    assert look_at(None, [], {}, Crew(1)) == ({}, {}, False)  # type: ignore[arg-type]
    assert Memory(b"a").kept == b""
