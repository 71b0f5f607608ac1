"""Files that wait are sorted, moved and remembered; what is not sure, or cannot move, stays."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import shipped
from generator.at_work.campaign import AtWork
from generator.at_work.receiving import Arrived, sort_in
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.run import run
from generator.dossier.received_files import asking, received_in
from generator.received.sorting import Certainty

UNIT = "chi-bo-thon-doai"


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    shutil.copytree(shipped.DATA / "vi-du-2026", tmp_path / "dot")
    run([BuildRequest(tmp_path / "dot", tmp_path / "ra")], here)
    return tmp_path / "dot"


@pytest.fixture
def work(campaign: Path) -> Iterator[AtWork]:
    with AtWork(BuildRequest(campaign, campaign.parent / "ra"), dt.date(2026, 12, 8)) as opened:
        yield opened


def nobody(_done: int, _of: int) -> None:
    """Follow nothing."""


def lay(campaign: Path, where: str, data: bytes = b"%PDF") -> Path:
    path = campaign / "da-nhan" / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def sort(campaign: Path, work: AtWork) -> dict[str, Arrived]:
    return {each.ten: each for each in sort_in(campaign, lambda question: question(work), nobody)}


def paper(campaign: Path) -> bytes:
    return min((campaign.parent / "ra").rglob("*kiểm điểm 02*.docx")).read_bytes()


def test_each_file_goes_where_it_belongs(campaign: Path, work: AtWork) -> None:
    lay(campaign, "kiem diem.docx", paper(campaign))
    lay(campaign, "chua-xep/IMG.pdf")
    lay(campaign, f"chua-xep/{UNIT}/IMG 2.pdf", b"%PDF 2")
    lay(campaign, f"chua-xep/{UNIT}/IMG 3.pdf", b"%PDF 2")
    done = sort(campaign, work)
    home = campaign / "da-nhan"
    assert {ten: each.tep.relative_to(home).as_posix() for ten, each in done.items()} == {
        "kiem diem.docx": f"{UNIT}/kiem diem.docx", "IMG.pdf": "chua-xep/IMG.pdf",
        "IMG 2.pdf": f"{UNIT}/IMG 2.pdf", "IMG 3.pdf": f"{UNIT}/IMG 2.pdf",
    }  # fmt: skip
    assert [ten for ten, each in done.items() if each.da_co] == ["IMG 3.pdf"]
    assert done["IMG.pdf"].ra.chac is Certainty.CHUA_CHAC
    assert sort(campaign, work).keys() == {"IMG.pdf"}


def test_a_file_that_was_sorted_is_not_opened_again(
    campaign: Path, work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(campaign, "kiem diem.docx", paper(campaign))
    sort(campaign, work)

    def opened(*_: object) -> Iterator[object]:
        raise AssertionError

    monkeypatch.setattr(
        "generator.opening.pool.Crew.answers", lambda _s, _w, due, *_: iter(due and opened())
    )
    seen = work.unit(UNIT)
    assert seen is not None
    assert seen.result is not None
    (file,) = received_in(seen.result)
    assert "Bản kiểm điểm" in file.la
    assert asking(seen.result) == file.asks


def test_a_file_that_cannot_move_stays_and_says_why(
    campaign: Path, work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lay(campaign, f"chua-xep/{UNIT}/a.pdf")

    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.at_work.receiving.settle", refused)
    arrived = sort(campaign, work)["a.pdf"]
    assert arrived.problem is not None
    assert arrived.problem.code == "KD503"
    assert path.is_file()


def test_a_stop_keeps_what_was_moved(campaign: Path, work: AtWork) -> None:
    for number in range(3):
        lay(campaign, f"chua-xep/{UNIT}/{number}.pdf", str(number).encode())

    def stop(done: int, _of: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sort_in(campaign, lambda question: question(work), stop)
    assert [each.name for each in (campaign / "da-nhan" / UNIT).iterdir()] == ["0.pdf"]
    assert len(sort(campaign, work)) == 2


def test_what_waits_is_a_finding_on_the_campaign_until_it_is_sorted(
    campaign: Path, work: AtWork
) -> None:
    assert "KD751" not in {each.code for each in work.board().problems}
    path = lay(campaign, "chua-xep/IMG.pdf")
    (found,) = [each for each in work.board().problems if each.code == "KD751"]
    assert "«IMG.pdf»" in found.message
    path.unlink()
    assert not {"KD751", "KD716"} & {each.code for each in work.board().problems}
