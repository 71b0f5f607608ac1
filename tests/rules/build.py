"""A commune chi bộ in miniature: a sound year, its parts, and a regime with settled weights."""

from typing import Any

from generator.model import DonViNam, Dot
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.regulations.regimes import load_regime
from generator.rules import RULES

XS = "Hoàn thành xuất sắc nhiệm vụ"
HTT = "Hoàn thành tốt nhiệm vụ"
HT = "Hoàn thành nhiệm vụ"
KHT = "Không hoàn thành nhiệm vụ"

NAM = {"2019": 2022, "2023": 2024, "2025": 2026}
"""A review year under each regime."""

WARNED = {"R08", "R12", "R13", "R14", "R18"}
SETTLED = "Đ: quyết định của cấp ủy"

AN, BINH, CUC, DUNG = "Nguyễn Văn An", "Trần Thị Bình", "Lê Thu Cúc", "Phạm Văn Dũng"
CHI_UY = "Chi ủy Chi bộ thôn Đông"
UBND = "Ủy ban nhân dân xã Lộc Hà"


def person(ho_ten: str = AN, **given: Any) -> dict[str, Any]:
    """A person of a unit; by default one without a post, and nothing written yet."""
    return {"ho_ten": ho_ten, "vai_tro": "khong_lanh_dao", **given}


def rated(ho_ten: str = AN, muc: str = HTT, **given: Any) -> dict[str, Any]:
    """A person with a decided level."""
    return person(ho_ten, xep_loai={"quyet_dinh": muc}, **given)


def collective(ten: str = CHI_UY, **given: Any) -> dict[str, Any]:
    return {"ten": ten, **given}


def head(ho_ten: str = AN) -> list[dict[str, Any]]:
    """Members of a collective: one head."""
    return [{"ho_ten": ho_ten, "dung_dau": "có"}]


def meeting(ngay: str = "10/12/2026", **given: Any) -> dict[str, Any]:
    """A meeting of nine, all present."""
    return {
        "ten": "Hội nghị kiểm điểm",
        "ngay": ngay,
        "trieu_tap": "9",
        "co_mat": "9",
        "chu_tri": {"ho_ten": AN},
        "thu_ky": {"ho_ten": BINH},
        **given,
    }


def ballot(**given: Any) -> dict[str, Any]:
    """A ballot of nine with one invalid paper."""
    return {
        "phat_ra": "9",
        "thu_ve": "9",
        "hop_le": "8",
        "khong_hop_le": "1",
        "ket_qua": [
            {"doi_tuong": AN, "phieu": {"hoan_thanh_tot": "7", "hoan_thanh": "1"}},
        ],
        **given,
    }


def unit(**given: Any) -> DonViNam:
    """A unit's year: a basic chi bộ with the given parts."""
    don_vi = {
        "ma": "chi-bo-thon-dong",
        "ten": "Chi bộ thôn Đông",
        "loai": given.pop("loai", "chi_bo_co_so"),
        "cap_tren": "Đảng bộ xã Lộc Hà",
    }
    return DonViNam.model_validate({"loai": "don-vi", "don_vi": don_vi, **given})


def campaign(ma: str = "2025", **given: Any) -> Dot:
    return Dot.model_validate(
        {
            "ten": "Kiểm điểm cuối năm",
            "nam": NAM[ma],
            "co_quan": {"ten": "Đảng ủy xã Lộc Hà"},
            **given,
        }
    )


def _settle(value: Any) -> Any:
    """Make every value of a dumped regime the office's own decision."""
    if isinstance(value, dict):
        marked = {key: _settle(each) for key, each in value.items()}
        return {**marked, "nguon": SETTLED} if "nguon" in marked else marked
    if isinstance(value, (list, tuple)):
        return [_settle(each) for each in value]
    return value


def regime(ma: str = "2025", **changes: Any) -> CheDo:
    """A shipped regime whose values all count as verified, with some of them changed.

    Args:
        ma: its code.
        **changes: new values by dotted path with `__` for the dot; a `Quy` is given by its value
            alone, or as `(value, nguon)` for another mark; None takes a value away.
    """
    tree = _settle(load_regime(ma).model_dump())
    for code, weight in tree["quy_tac"].items():
        weight["muc_do"] = "canh_bao" if code in WARNED else "loi"
        weight["can_cu"] = f"điều khoản {code}"
    for path, value in changes.items():
        *way, last = path.split("__")
        node = tree
        for key in way:
            node = node[key]
        old = node.get(last)
        if value is not None and (last in NEW_QUY or (isinstance(old, dict) and "gia_tri" in old)):
            given, mark = value if isinstance(value, tuple) else (value, SETTLED)
            node[last] = {"gia_tri": given, "nguon": mark}
        else:
            node[last] = value
    return CheDo.model_validate(tree)


NEW_QUY = {
    "ti_le_noi_troi", "gui_du_thao_truoc_ngay_lam_viec", "khac_phuc_xong", "hoan_thanh_it_nhat",
    "vuot_muc_it_nhat", "cham_nhieu_nhat", "ket_qua_it_nhat", "tieu_chi_it_nhat",
    "phu_luc_ket_qua",
}  # fmt: skip


def said(problem: Problem) -> str:
    """A finding in short: «KD413 lỗi ca_nhan.0.xep_loai.quyet_dinh»."""
    return f"{problem.code} {problem.severity} {'.'.join(map(str, problem.place.path))}"


def findings(
    rule: str, nam: DonViNam, che_do: CheDo | None = None, dot: Dot | None = None
) -> list[Problem]:
    """Run one rule."""
    che_do = che_do or regime()
    return list(RULES[rule](nam, dot or campaign(che_do.ma), che_do))


def check(
    rule: str, nam: DonViNam, che_do: CheDo | None = None, dot: Dot | None = None
) -> list[str]:
    """Run one rule and say what it found, in short."""
    return [said(problem) for problem in findings(rule, nam, che_do, dot)]
