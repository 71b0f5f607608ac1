"""Explains a regime, form, rule or kind of paper to a clerk, with its unverified values."""

import difflib
from collections.abc import Iterator

from generator.model import Dot
from generator.model.kinds import Kind, LoaiGiayTo, LoaiVanBan
from generator.problems.catalogue import CatalogueEntry, entries
from generator.regulations.catalogue import paper_kinds
from generator.regulations.che_do import BieuMau, CheDo
from generator.regulations.packs import letter_kinds, load_pack, pack_codes
from generator.regulations.regimes import load_regime, regime_codes
from generator.regulations.unverified import unverified
from generator.wording.citations import cited

_WEIGHTS = {"loi": "lỗi", "canh_bao": "cảnh báo", "khong": "không kiểm tra"}
_FORM = "KD2"
"""Problems of thể thức, weighed by how sure the value of the pack is."""

_UNSURE = "chỉ là cảnh báo khi quy định chưa kiểm chứng"
_MARKS = {
    "V2": "chép lại từ nguồn thứ hai",
    "I": "suy ra",
    "U": "chưa kiểm chứng",
    "P": "cách làm ở nơi khác",
}
_ROLES = {
    "lanh_dao": "cá nhân giữ chức vụ lãnh đạo, quản lý",
    "khong_lanh_dao": "cá nhân không giữ chức vụ lãnh đạo, quản lý",
    "ngoai_he_thong": "đảng viên không làm việc trong hệ thống chính trị",
}


def tell(name: str, dot: Dot | None = None) -> list[str] | None:
    """Explain a name.

    Args:
        name: a regime («2025»), a rule («R07»), a form («02A», «02A/2025»), or a kind of letter or
            paper («ket-luan», «goi-y»).
        dot: a campaign whose own kinds of paper are included.

    Returns:
        The lines, or None if the name is unknown.
    """
    kind = next((each for each in _kinds(dot) if each.ma == name.strip()), None)
    if kind is not None:
        return list(_letter(kind) if isinstance(kind, LoaiVanBan) else _paper(kind))
    wanted = name.strip().upper()
    if wanted in regime_codes():
        return list(_regime(load_regime(wanted)))
    if any(wanted in load_regime(code).quy_tac for code in regime_codes()):
        return list(_rule(wanted))
    key, _, code = wanted.partition("/")
    regimes = [code] if code in regime_codes() else list(regime_codes())
    found = [load_regime(each) for each in regimes]
    lines = [row for each in found if key in each.bieu_mau for row in _form(each, key)]
    return lines or None


def weight(found: CatalogueEntry) -> str:
    """Return how grave a problem is, as `validate` tells it: that of a rule depends on the year."""
    rule = found.ten.partition(":")[0]
    regimes = [load_regime(code) for code in regime_codes()]
    by_year = {each.ma: each.quy_tac[rule].muc_do for each in regimes if rule in each.quy_tac}
    if not by_year:
        of_form = found.ma.startswith(_FORM) and found.muc_do == "loi"
        return _WEIGHTS[found.muc_do] + (f"; {_UNSURE}" if of_form else "")
    if set(by_year.values()) == {"canh_bao"}:
        return _WEIGHTS["canh_bao"]
    years = ", ".join(f"{code}: {_WEIGHTS[each]}" for code, each in by_year.items())
    return f"theo chế độ của năm: {years}; {_UNSURE}"


def _kinds(dot: Dot | None) -> list[Kind]:
    own = dot.loai_rieng if dot else ()
    return [*own, *letter_kinds().values(), *paper_kinds().values()]


def _letter(kind: LoaiVanBan) -> Iterator[str]:
    yield f"{kind.ten}: loại văn bản, ghi «loai: {kind.ma}» [{kind.nguon}]"
    yield f"Bố cục: {kind.bo_cuc}." + (" Phải có Kính gửi." if kind.can_kinh_gui else "")
    for pack in map(load_pack, pack_codes()):
        symbol = pack.ky_hieu_van_ban.get(kind.ma)
        if symbol:
            yield f"Ký hiệu «{symbol.gia_tri}» theo {pack.ten} [{symbol.nguon}]"
    if kind.ky_hieu:
        yield f"Ký hiệu «{kind.ky_hieu}» nơi gói thể thức không có [{kind.nguon}]"
    if kind.day_so:
        yield f"Lấy số chung dãy với «{kind.day_so}»."
    yield (
        f"Mẫu Word: {kind.mau}.docx"
        if kind.mau
        else "Chưa có mẫu Word: chỉ lấy số, chưa soạn được."
    )


def _paper(kind: LoaiGiayTo) -> Iterator[str]:
    yield f"{kind.ten}: mỗi giấy về «{kind.cho}» [{kind.nguon}]"
    if kind.dieu_kien:
        yield f"Lập khi: {kind.dieu_kien}"
    place = kind.thanh_phan
    if place:
        yield f"Trong hồ sơ: mục {place.muc}, in {place.so_ban} bản [{place.nguon}]"
    if kind.van_ban:
        head = kind.van_ban
        where = f", số và ngày ghi ở «{head.ghi_o}»" if head.ghi_o else ""
        yield f"Mang số của loại «{head.loai}»{where}; trích yếu: {head.trich_yeu}"
    yield "Mẫu Word: " + (f"{kind.mau}.docx" if kind.mau else "theo chế độ kiểm điểm")


def nearest(name: str) -> str:
    """Return the most similar kind of paper, form, rule or regime, or an empty text.

    Kinds come first; forms, rules and regimes only if no kind is similar.
    """
    kinds = [each.ma for each in _kinds(None)]
    if alike := difflib.get_close_matches(name.strip().lower(), kinds, n=1, cutoff=0.75):
        return alike[0]
    known = {key for code in regime_codes() for key in load_regime(code).bieu_mau}
    known |= {rule for code in regime_codes() for rule in load_regime(code).quy_tac}
    close = difflib.get_close_matches(name.upper(), sorted({*known, *regime_codes()}), n=1)
    return close[0] if close else ""


def _regime(che_do: CheDo) -> Iterator[str]:
    years = f"từ năm {che_do.nam.tu}" + (f" đến năm {che_do.nam.den}" if che_do.nam.den else "")
    yield f"{che_do.ten}: áp dụng cho kỳ kiểm điểm {years}."
    yield ""
    yield "Văn bản:"
    yield from (f"  - {cited(each)}: {each.ten} [{each.nguon}]" for each in che_do.van_ban)
    yield "Mức xếp loại: " + "; ".join(each.ten for each in che_do.muc) + "."
    yield "Biểu mẫu:"
    yield from (f"  {key}: {each.ma}, {each.ten.gia_tri}" for key, each in che_do.bieu_mau.items())
    yield "Quy tắc:"
    for code, rule in che_do.quy_tac.items():
        yield f"  {code} ({_WEIGHTS[rule.muc_do]}): {rule.can_cu}"
    yield from _doubts(che_do, "")


def _form(che_do: CheDo, key: str) -> Iterator[str]:
    form: BieuMau = che_do.bieu_mau[key]
    yield f"{form.ma}: {form.ten.gia_tri} [{form.ten.nguon}]"
    if form.vai_tro:
        yield "Dùng cho: " + "; ".join(_ROLES[role] for role in form.vai_tro) + "."
    yield f"Mẫu Word: {form.mau}.docx. {form.bo_cuc.gia_tri} [{form.bo_cuc.nguon}]"
    if form.phan:
        yield "Đề mục, khoá dữ liệu, nguồn:"
    for part in form.phan:
        boxes = ", có ô cấp độ" if part.cap_do else ""
        where = f" → {part.khoa}{boxes}" if part.khoa else ""
        yield f"  {part.danh_so} {part.tieu_de}{where} [{part.nguon}]"
        yield from (f"       gợi ý: {hint}" for hint in part.goi_y)
    yield from _doubts(che_do, f"bieu_mau.{key}.")
    yield ""


def _rule(code: str) -> Iterator[str]:
    for name in regime_codes():
        rule = load_regime(name).quy_tac.get(code)
        if rule is None:
            yield f"{code}, chế độ {name}: không có quy định này."
        else:
            weight = _WEIGHTS[rule.muc_do]
            yield f"{code}, chế độ {name} ({weight}): {rule.can_cu} [{rule.nguon}]"
    for problem_code, entry in sorted(entries().items()):
        if entry.ten.startswith(f"{code}:"):
            yield f"  {problem_code}{entry.ten.removeprefix(code)}"
    yield "Sửa mức nặng nhẹ, tham số: «che_do» trong dot.yaml."


def _doubts(che_do: CheDo, under: str) -> Iterator[str]:
    found = [
        each
        for each in unverified(che_do)
        if each[0].startswith(under) and ".phan[" not in each[0]  # printed with the form's headings
    ]
    if not found:
        return
    yield "Chưa kiểm chứng được với bản gốc:"
    for path, value, mark in found:
        kind = _MARKS.get(mark.partition(":")[0], "")
        shown = value if len(value) <= 70 else f"{value[:69]}…"
        yield f"  {path}: {shown} [{mark}: {kind}]" if kind else f"  {path}: {shown} [{mark}]"
