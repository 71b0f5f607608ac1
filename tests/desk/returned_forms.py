"""A small campaign to which two forms came back, and a file that is none."""

from functools import cache
from pathlib import Path

from tests.desk.client import Answer, Client
from tests.desk.pages.sample import rewrite
from tests.returned.answers import answered
from tests.returned.blanks import PEOPLE, blanks, campaign
from tests.returned.habits import HABITS

NAME, YEAR, SEED = "mau-2026", 2026, 3
BASE = f"/dot/{NAME}"
UNIT = "chi-bo-thon-dong"
DATA = "don-vi/thon-dong.yaml"
LEADER, MEMBER = PEOPLE[0], PEOPLE[1]
LEVEL = "Không hoàn thành nhiệm vụ"
"""What the data says of the member; the form says better."""
BROKEN = "ảnh chụp.pdf"


def laid_out(home: Path) -> Path:
    """Write the campaign below a folder; return its folder.

    Points of the leader and the level of the member are in the data already and differ; the
    member's form lost a letter of a heading, so that points are in doubt, and has a text that is
    kept in parts.
    """
    folder = campaign(home / NAME, YEAR)
    data = folder / DATA
    rewrite(data, f'"ho_ten": "{LEADER}",', f'"ho_ten": "{LEADER}", "cham_diem": {{"chung": 20}},')
    rated = f'"xep_loai": {{"tu_nhan": "{LEVEL}"}},'
    rewrite(data, f'"ho_ten": "{MEMBER}",', f'"ho_ten": "{MEMBER}", {rated}')
    there = folder / "da-nhan" / UNIT
    there.mkdir(parents=True)
    for name, data in _files().items():
        (there / name).write_bytes(data)
    return folder


@cache
def _files() -> dict[str, bytes]:
    return {
        "Bình 02A.docx": _filled("02A/2025", "instead_of_leader"),
        "Hoà 02B.docx": _filled("02B/2025", "headings_letter_missing"),
        BROKEN: b"%PDF-1.4",
    }


def _filled(edition: str, habit: str) -> bytes:
    blank = blanks()[edition]
    return HABITS[habit].written(blank.data, answered(blank, SEED), SEED)


def read(desk: Client) -> Answer:
    """Press «Đọc mẫu gửi về», wait, and return the page that shows what came of it."""
    desk.post(f"{BASE}/duyet-mau/doc")
    desk.job_done(NAME)
    return desk.get(f"{BASE}/duyet-mau")
