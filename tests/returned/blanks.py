"""The empty forms as `kiemdiem render --de-trong` prints them, from one small campaign a regime."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from generator.checklists.load import asked_in
from generator.papers.at_work import UnitAtWork, at_work
from generator.papers.paper import made
from generator.papers.plan import Selection
from generator.papers.templates import search_path
from generator.reading.load import read_campaign
from generator.regulations.in_force import regime_of
from tests.papers import unit_data

YEARS = {"2025": 2026, "2023": 2024, "2019": 2021}
"""A year of each regime."""
LEADER, MEMBER, OUTSIDE = "lanh_dao", "khong_lanh_dao", "ngoai_he_thong"
PEOPLE = ("Nguyễn Văn Bình", "Trần Thị Hoà", "Lê Quang Thuỷ")
COLLECTIVE = "Chi ủy Chi bộ thôn Đông"
PARTY = "Chi bộ thôn Đông"
MEETING = "Hội nghị kiểm điểm Chi bộ thôn Đông"


class Blank(NamedTuple):
    """An empty form: whose it is, and the path of that subject in the unit's data.

    `campaign(folder, year)` writes the campaign folder that it is printed from.
    """

    edition: str
    data: bytes
    year: int
    subject: str
    path: tuple[str | int, ...]

    @property
    def form(self) -> str:
        return self.edition.partition("/")[0]

    @property
    def regime(self) -> str:
        return self.edition.partition("/")[2]


_FORMS: dict[str, tuple[str, str]] = {
    "01/2025": ("01", COLLECTIVE),
    "02A/2025": ("02A", PEOPLE[0]),
    "02B/2025": ("02B", PEOPLE[1]),
    "02C/2025": ("02C", PEOPLE[2]),
    "01/2023": ("01", COLLECTIVE),
    "02A/2023": ("02A", PEOPLE[1]),
    "02B/2023": ("02B", PEOPLE[0]),
    "01/2019": ("01", COLLECTIVE),
    "02/2019": ("02", PEOPLE[0]),
    "bang-cham-diem/2025": ("cham-diem", PEOPLE[1]),
    "bang-cham-diem-tap-the/2025": ("cham-diem", COLLECTIVE),
    "phu-luc-ket-qua/2025": ("phu-luc", PEOPLE[0]),
    "phieu-nhan-xet/2025": ("phieu-nhan-xet", PEOPLE[1]),
    "phieu-nhan-xet/2019": ("phieu-nhan-xet", PEOPLE[0]),
    "phieu-phan-tich-03/2019": ("03", PARTY),
    "phieu-phan-tich-04/2019": ("04", COLLECTIVE),
    "bien-ban-kiem-phieu/2025": ("bien-ban-kiem-phieu", MEETING),
    "bien-ban-kiem-phieu/2023": ("bien-ban-kiem-phieu", MEETING),
}
"""By edition: the code of the document, and its subject."""


def campaign(folder: Path, year: int) -> Path:
    """Write a campaign with one unit, of which only names, births, roles and posts are known."""
    roles = (LEADER, MEMBER, OUTSIDE if year > 2024 else MEMBER)
    posts = ({"dang": "Bí thư Chi bộ"}, {"dang": "Chi ủy viên"}, {"dang": "Đảng viên"})
    births = ("05/02/1980", "17/11/1987", "09/4/1959")
    groups = [{"ten": COLLECTIVE, "vai_tro": "cap_uy"}]
    if year < 2023:
        groups.append({"ten": PARTY, "vai_tro": "to_chuc_dang"})
    unit: dict[str, Any] = {
        "loai": "don-vi",
        "don_vi": {**unit_data.UNIT, "khoi_co_quan": "hanh_chinh"},
        "ky": unit_data.SIGNER,
        "mac_dinh": {"noi_cu_tru": {"xa": "xã Tân Thành"}, "khoi_co_quan": "hanh_chinh"},
        "tap_the": groups,
        "ca_nhan": [
            {"ho_ten": name, "ngay_sinh": birth, "vai_tro": role, "chuc_vu": post}
            for name, birth, role, post in zip(PEOPLE, births, roles, posts, strict=True)
        ],
        "hoi_nghi": [
            {
                "ten": MEETING,
                "ngay": f"10/12/{year}",
                "trieu_tap": "3",
                "co_mat": "3",
                "chu_tri": {"ho_ten": PEOPLE[0]},
                "thu_ky": {"ho_ten": PEOPLE[1]},
            }
        ],
    }
    return unit_data.campaign(folder, year, unit)


@cache
def blanks() -> dict[str, Blank]:
    """Return the empty form of every edition."""
    printed = {regime: _printed(year) for regime, year in YEARS.items()}
    found = {}
    for edition, (code, subject) in _FORMS.items():
        regime = edition.partition("/")[2]
        data, path = printed[regime][code, subject]
        found[edition] = Blank(edition, data, YEARS[regime], subject, path)
    return found


def _printed(year: int) -> dict[tuple[str, str], tuple[bytes, tuple[str | int, ...]]]:
    """Return the bytes and data path of the papers of a campaign, by code and subject."""
    found = {}
    with TemporaryDirectory() as place:
        folder = campaign(Path(place) / "dot", year)
        read = read_campaign(folder)
        assert read.dot is not None
        asking = asked_in(folder, read.dot, regime_of(read.dot)[0])
        work = at_work(read.units[0], read.dot, asking, Selection(blank=True))
        papers = {paper.tep: paper for paper in work.papers}
        templates = search_path(folder, None)
        for planned in work.plan:
            key = planned.document.ma, _named(work, planned.document.path)
            if key in _FORMS.values():
                data, _ = made(papers[planned.ten_tep], templates)
                assert data is not None
                found[key] = data, planned.document.path
    return found


def _named(work: UnitAtWork, path: tuple[str | int, ...]) -> str:
    held: Any = work.unit.data
    for step in path:
        held = held[step] if isinstance(step, int) else getattr(held, step)
    return getattr(held, "ho_ten", None) or getattr(held, "ten", "")
