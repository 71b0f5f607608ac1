"""Explains a regime, form, rule, kind of paper or key to a clerk, with unverified values."""

import difflib
from collections.abc import Iterator

from generator.model import Dot
from generator.model.kinds import Kind, LoaiGiayTo, LoaiVanBan
from generator.problems.catalogue import CatalogueEntry, entries
from generator.regulations.catalogue import paper_kinds
from generator.regulations.che_do import BieuMau, CheDo
from generator.regulations.drafts import misprints
from generator.regulations.packs import letter_kinds, load_pack, pack_codes
from generator.regulations.regimes import load_regime, regime_codes
from generator.regulations.unverified import unverified
from generator.setup.telling_keys import nearest_key, tell_key
from generator.wording.citations import cited

_WEIGHTS = {"loi": "lỗi", "canh_bao": "cảnh báo", "khong": "không kiểm tra"}
_FORM = "KD2"
"""Problems of thể thức, weighed by how sure the value of the pack is."""

_UNSURE = "chỉ là cảnh báo khi quy định chưa kiểm chứng"
_MARKS = {
    "V2": "chép lại từ nguồn thứ hai",
    "V2-local": "văn bản của một đảng ủy cấp trên quy định lại",
    "V2-press": "báo chí dẫn lại",
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
        name: a regime («2025»), a rule («R07»), a form («02A», «02A/2025»), a kind of letter or
            paper («ket-luan», «goi-y»), or a key of the data («goi_y», «xep_loai.tu_nhan»).
        dot: a campaign whose own kinds of paper are included.

    Returns:
        The lines, or None if the name is unknown.
    """
    kind = next((each for each in _kinds(dot) if each.ma == name.strip()), None)
    if kind is not None:
        return list(_letter(kind) if isinstance(kind, LoaiVanBan) else _paper(kind))
    if told := tell_key(name):
        return told
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
        yield f"Số mục trong hồ sơ: theo danh mục của đợt; in {place.so_ban} bản [{place.nguon}]"
    if kind.van_ban:
        head = kind.van_ban
        where = f", số và ngày ghi ở «{head.ghi_o}»" if head.ghi_o else ""
        yield f"Mang số của loại «{head.loai}»{where}; trích yếu: {head.trich_yeu}"
    yield "Mẫu Word: " + (f"{kind.mau}.docx" if kind.mau else "theo chế độ kiểm điểm")
    if kind.ghi_chu:
        yield f"Lưu ý: {kind.ghi_chu}"


def nearest(name: str) -> str:
    """Return the most similar kind of paper, key, form, rule or regime, or an empty text.

    Kinds come first, then keys; forms, rules and regimes only if none of these is similar.
    """
    kinds = [each.ma for each in _kinds(None)]
    if alike := difflib.get_close_matches(name.strip().lower(), kinds, n=1, cutoff=0.75):
        return alike[0]
    if near := nearest_key(name):
        return near
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
    yield "Thời gian: " + "; ".join(_times(che_do)) + "."
    yield "Quy tắc:"
    for code, rule in che_do.quy_tac.items():
        yield f"  {code} ({_WEIGHTS[rule.muc_do]}): {rule.can_cu}"
    yield from _doubts(che_do, "")


def _times(che_do: CheDo) -> Iterator[str]:
    """Yield the times of the regime, each with its mark."""
    times = che_do.thoi_gian
    for words, rule in (
        ("kiểm điểm xong trước ngày {}", times.xong_truoc),
        ("nơi đặc thù trước ngày {}", times.dac_thu_truoc),
        ("hồ sơ về Ban Tổ chức Trung ương trước ngày {} năm sau", times.gui_trung_uong_truoc),
        ("gửi dự thảo trước ít nhất {} ngày làm việc", times.gui_du_thao_truoc_ngay_lam_viec),
        ("hội nghị kiểm điểm ít nhất {} ngày", times.it_nhat_ngay),
        ("ban thường vụ cấp tỉnh ít nhất {} ngày", times.it_nhat_ngay_btv_tinh),
    ):
        if rule is not None:
            yield f"{words.format(rule.gia_tri)} [{rule.nguon}]"


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
        mark = (
            f" [{part.nguon_goi_y}: {_MARKS.get(part.nguon_goi_y, '')}]" if part.nguon_goi_y else ""
        )
        yield from (f"       gợi ý: {hint}{mark}" for hint in part.goi_y)
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


def drafted(code: str) -> str:
    """Say which papers an error makes drafts, or why none; empty for a code of no rating rule."""
    listed = misprints()
    kinds = [kind for each in listed.du_thao if code in each.loi for kind in each.giay_to]
    names = [paper_kinds()[kind].ten for kind in dict.fromkeys(kinds) if kind in paper_kinds()]
    if names:
        return f"Giấy tờ in ra chỗ sai này chỉ là bản dự thảo (KD515): {', '.join(names)}."
    reason = listed.ngoai.get(code)
    return f"Không làm giấy tờ nào thành bản dự thảo: {reason}." if reason else ""


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
