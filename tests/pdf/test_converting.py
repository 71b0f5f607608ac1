"""One bad file costs one file: what hangs, dies or gives nothing is found, all others are made."""

import time
from contextlib import closing
from pathlib import Path

import pytest

from generator.pdf import converting
from generator.pdf.converting import Converted, Lost, OfficeFailsError, converted, digest
from tests.pdf.printing import Fake

LIMIT = 1.5
"""Seconds for a file: the start of an interpreter takes a tenth of it."""


@pytest.fixture
def fake(tmp_path: Path) -> Fake:
    return Fake(tmp_path)


@pytest.fixture
def words(tmp_path: Path) -> list[Path]:
    found = [tmp_path / "don-vi" / f"văn bản {number}.docx" for number in range(24)]
    found[0].parent.mkdir()
    for path in found:
        path.write_bytes(f"PK {path.name}".encode())
    return found


def results(
    words: list[Path], fake: Fake, home: Path, jobs: int = 2, seconds: float = LIMIT
) -> dict[Path, Converted]:
    """What each file came to, with the bytes of its PDF read while they are there."""
    found = {}
    work = home / "tam"
    work.mkdir()
    for batch in converted(words, fake.path, work, jobs, seconds):
        for each in batch:
            assert each.file not in found
            if each.pdf:
                assert each.word is not None
                assert each.word.read_bytes() in each.pdf.read_bytes()
                assert each.bam == digest(each.file.read_bytes())
            found[each.file] = each
    return found


def lost(found: dict[Path, Converted]) -> dict[str, Lost]:
    return {path.name: each.lost for path, each in found.items() if each.lost}


def test_every_file_is_converted_in_few_calls_each_with_settings_of_its_own(
    fake: Fake, words: list[Path], tmp_path: Path
) -> None:
    found = results(words, fake, tmp_path)
    assert set(found) == set(words)
    assert lost(found) == {}
    calls = list(fake.calls())
    assert [number for _, number, _ in calls] == [12, 12]
    assert len({profile for _, _, profile in calls}) == 2


def test_few_files_are_not_worth_a_second_call(
    fake: Fake, words: list[Path], tmp_path: Path
) -> None:
    assert lost(results(words[:10], fake, tmp_path)) == {}
    assert [number for _, number, _ in fake.calls()] == [10]


def test_settings_of_a_lane_are_used_again(
    fake: Fake, words: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "BATCH", 6)
    results(words, fake, tmp_path)
    calls = list(fake.calls())
    assert [number for _, number, _ in calls] == [6, 6, 6, 6]
    assert len({profile for _, _, profile in calls}) == 2


RULES = {
    "die": Lost.TU_TAT, "skip": Lost.KHONG_RA, "half": Lost.KHONG_RA, "hang": Lost.QUA_LAU,
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("bad", [0, 4, 23])
def test_a_bad_file_is_the_only_one_that_is_lost(
    fake: Fake, words: list[Path], tmp_path: Path, rule: str, bad: int
) -> None:
    fake.let(rule, words[bad])
    found = results(words, fake, tmp_path)
    assert set(found) == set(words)
    assert lost(found) == {words[bad].name: RULES[rule]}
    assert fake.left() == []


def test_many_bad_files_are_each_found(fake: Fake, words: list[Path], tmp_path: Path) -> None:
    fake.let("die", *words[3:9])
    fake.let("skip", words[10])
    found = results(words, fake, tmp_path)
    assert set(found) == set(words)
    assert lost(found) == {
        **{path.name: Lost.TU_TAT for path in words[3:9]}, words[10].name: Lost.KHONG_RA
    }  # fmt: skip


def test_after_a_death_the_settings_are_new(fake: Fake, words: list[Path], tmp_path: Path) -> None:
    fake.let("die", words[5])
    results(words, fake, tmp_path, jobs=1)
    calls = [profile for _, _, profile in fake.calls()]
    assert calls[0] not in calls[1:]


def test_a_file_that_is_gone_is_told_and_the_others_are_made(
    fake: Fake, words: list[Path], tmp_path: Path
) -> None:
    words[2].unlink()
    assert lost(results(words, fake, tmp_path)) == {words[2].name: Lost.KHONG_MO}


def test_a_program_that_gives_nothing_is_given_up_soon(
    fake: Fake, words: list[Path], tmp_path: Path
) -> None:
    fake.let("die", *words)
    with pytest.raises(OfficeFailsError):
        results(words, fake, tmp_path, jobs=1)
    assert len(list(fake.calls())) <= 6


def test_one_bad_file_alone_is_the_fault_of_the_file(
    fake: Fake, words: list[Path], tmp_path: Path
) -> None:
    fake.let("die", words[0])
    assert lost(results(words[:1], fake, tmp_path)) == {words[0].name: Lost.TU_TAT}


def test_a_program_that_cannot_be_started_is_told(words: list[Path], tmp_path: Path) -> None:
    with pytest.raises(OfficeFailsError):
        list(converted(words, tmp_path / "khong-co", tmp_path, 2, LIMIT))


def test_whoever_stops_early_leaves_no_process_behind(
    fake: Fake, words: list[Path], tmp_path: Path
) -> None:
    fake.let("hang", words[10])
    with closing(converted(words, fake.path, tmp_path, 2, 60)) as batches:
        next(batches)
        until = time.monotonic() + 10
        while not fake.alive() and time.monotonic() < until:
            time.sleep(0.05)
        assert fake.alive()
    assert fake.left() == []


def test_what_is_done_is_given_out_while_the_call_goes_on(
    fake: Fake, words: list[Path], tmp_path: Path
) -> None:
    fake.let("hang", words[10])
    with closing(converted(words, fake.path, tmp_path, 1, 60)) as batches:
        first = next(batches)
    # Of a running call the newest may be half written: it waits.
    assert [each.file for each in first] == words[:9]
