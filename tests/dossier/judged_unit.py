"""A unit of a fictional city held against the list of Hà Tĩnh; files only where they are needed."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.checklists.items import items
from generator.checklists.load import names, read_checklist
from generator.checklists.required import requirements
from generator.dossier.built import Built, State
from generator.dossier.handed_in import recorded
from generator.dossier.intake import received_files
from generator.dossier.looking import Case
from generator.dossier.proofs import UnitCase, outdone, proofs_of
from generator.dossier.results import LooseFile, Verdict
from generator.dossier.verdict import verdict
from generator.model import Dot
from generator.model.checklist import DanhMuc
from generator.model.unit import DonViNam
from generator.opening.pool import crew
from generator.papers.plan import EVERYTHING, unit_plan
from generator.papers.unit_year import UnitYear
from generator.problems import Problem
from generator.regulations.regimes import regime_for

DAY = dt.date(2024, 12, 1)
AN, BINH, CUC = "Nguyễn Văn An", "Trần Thị Bình", "Lê Thu Cúc"
BTV = "Ban Thường vụ Đảng ủy phường Hồng Sơn"
DANG_BO = "Đảng bộ phường Hồng Sơn"

CITY = Dot.model_validate(
    {
        "ten": "Kiểm điểm năm 2024 của Đảng bộ thành phố Sông Lam",
        "nam": "2024",
        "co_quan": {"ten": "Thành ủy Sông Lam", "ky_hieu": "ThU"},
    }
)


def shipped(name: str = "ha-tinh-2024") -> DanhMuc:
    found = read_checklist(names(Path())[name]).danh_muc
    assert found
    return found


HA_TINH = shipped()


def unit(loai: str = "phuong", **given: Any) -> dict[str, Any]:
    """A unit with one person, one collective and no papers."""
    about = {"ma": "hong-son", "ten": "Đảng ủy phường Hồng Sơn", "loai": loai,
             "cap_tren": "Đảng bộ thành phố Sông Lam", **given.pop("don_vi", {})}  # fmt: skip
    return {
        "loai": "don-vi",
        "don_vi": about,
        "ca_nhan": [person()],
        "tap_the": [collective()],
        **given,
    }


def person(ho_ten: str = AN, **given: Any) -> dict[str, Any]:
    return {"ho_ten": ho_ten, "vai_tro": "lanh_dao", **given}


def collective(ten: str = BTV, **given: Any) -> dict[str, Any]:
    return {"ten": ten, "vai_tro": "cap_uy", **given}


def meeting(ten: str = "Hội nghị kiểm điểm", cap: str = "chi_bo") -> dict[str, Any]:
    return {
        "ten": ten, "cap": cap, "ngay": "02/12/2024", "trieu_tap": "9", "co_mat": "9",
        "chu_tri": {"ho_ten": AN}, "thu_ky": {"ho_ten": BINH},
    }  # fmt: skip


def confirmed(**given: Any) -> dict[str, Any]:
    """A person whose form is dated and confirmed by everybody."""
    block = {"ngay": "03/12/2024", "ho_ten": BINH}
    return person(
        ngay="02/12/2024",
        xac_nhan={"thu_truong": block, "chi_uy": block, "dang_uy": block},
        **given,
    )


def suggestion(*names: str, **given: Any) -> dict[str, Any]:
    """A gợi ý to persons; numbered and dated, as a letter that was sent."""
    points = [{"ma": "I.1", "noi_dung": "Chậm giải ngân."}]
    return {
        "so": "35", "ngay": "18/11/2024",
        "ca_nhan": [{"ten": f"đồng chí {name}", "diem": points} for name in names],
        **given,
    }  # fmt: skip


def entry(muc: str, **given: Any) -> dict[str, Any]:
    return {"muc": muc, **given}


def made(nam: dict[str, Any], *codes: str, how: State = State.MOI) -> list[Built]:
    """The documents of the unit's plan with these codes, as if `build` had made them."""
    data = DonViNam.model_validate(nam)
    year = UnitYear(data, CITY, regime_for(2024))
    return [
        Built(each.document.ma, each.document.kind, each.document.path, Path("output") / each.ten_tep,
              how if each.document.ma in codes else State.CHUA_TAO)
        for each in unit_plan(year, EVERYTHING, ())
    ]  # fmt: skip


def judged(
    nam: dict[str, Any],
    built: Iterable[Built] = (),
    *,
    day: dt.date = DAY,
    danh_muc: DanhMuc = HA_TINH,
    dot: Dot = CITY,
    received: Path = Path("khong-co"),
    problems: list[Problem] | None = None,
    loose: list[LooseFile] | None = None,
) -> dict[tuple[str, str], Verdict]:
    """Every verdict of a unit, by item and subject."""
    data = DonViNam.model_validate(nam)
    regime = regime_for(dot.nam)
    asked = requirements(items(danh_muc), danh_muc.dac_diem, data, regime, dot)
    entries = recorded(asked, data)
    files, _ = received_files(received)
    with crew(1) as hands:
        desk = UnitCase(Case(asked, data, regime, dot.nam, received), day, {}, hands)
        found = proofs_of(desk, entries.entries, list(built), files)
    if problems is not None:
        problems += [*entries.problems, *found.problems]
    verdicts = [
        verdict(each, found.proofs.get(i, {}), danh_muc.can_cu, day) for i, each in enumerate(asked)
    ]
    if loose is not None:
        loose += [*found.loose, *outdone(found, verdicts)]
    return {(each.muc, each.doi_tuong): each for each in verdicts}


def without_deadline(danh_muc: DanhMuc) -> DanhMuc:
    """The same checklist without any deadline."""
    mucs = tuple(muc.model_copy(update={"thoi_han": None}) for muc in danh_muc.muc)
    return danh_muc.model_copy(update={"muc": mucs})
