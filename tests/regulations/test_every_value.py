"""Every value of a thể thức pack is obeyed: changed, it changes what is printed, told or checked."""

import copy
import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator import shipped
from generator.model import CoQuan, Dot, Ky, SaoLuc, VanBan
from generator.model.letter import PhuLuc
from generator.papers import letters
from generator.register.series import series_of
from generator.regulations import packs
from generator.regulations.data_files import tree_of
from generator.regulations.the_thuc import TheThuc
from generator.setup import template_check
from generator.wording import symbols, trich_yeu
from generator.wording.recipient_checks import check_recipients
from generator.wording.signature import signature_lines
from generator.wording.signature_checks import check_signature
from tests.acceptance.reading_back import part

Way = tuple[str, ...]

DAYS = {"hd36": dt.date(2025, 6, 3), "hd05": dt.date(2026, 6, 3), "nd30": dt.date(2026, 6, 3)}
OTHER = {
    "có": "không", "không": "có", "nhiem_ky": "nam", "nam": "nhiem_ky", "hoa": "thuong",
    "thuong": "hoa", "khoi_chu": "dau", "dau": "khoi_chu", "a_rap": "la_ma", "la_ma": "a_rap",
    "dung": "boi_so", "boi_so": "dung",
}  # fmt: skip
SOME = ("cong-van", "bao-cao", "sao-luc")


def leaves(node: Any, way: Way = ()) -> Iterator[Way]:
    """Every value of a pack; of a character format every mark of it."""
    if isinstance(node, dict) and "gia_tri" in node:
        value = node["gia_tri"]
        inner = [(*way, "gia_tri", key) for key in value] if isinstance(value, dict) else []
        yield from inner or [(*way, "gia_tri")]
    elif isinstance(node, dict):
        for key, each in node.items():
            yield from leaves(each, (*way, key))


def changed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return [[*value, "Zz"], value[1:], *([each] for each in value[:1])]
    if value.isdigit():
        return [str(int(value) + 9)]
    if OTHER.get(value):
        return [OTHER[value]]
    if any(map(str.isdigit, value)) and not any(map(str.isalpha, value)):
        return ["98-99"]
    return [f"{value}Ω", ""]


def with_value(tree: dict[str, Any], way: Way, value: Any) -> TheThuc | None:
    made = copy.deepcopy(tree)
    at = made
    for key in way[:-1]:
        at = at[key]
    at[way[-1]] = value
    try:
        return TheThuc.model_validate(made)
    except ValueError:
        return None


def _get(tree: Any, way: Way) -> Any:
    for key in way:
        tree = tree[key]
    return tree


BODY = "Tỉnh ủy Điện Biên"


def named_bodies(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    table = tree["ky_hieu_co_quan"]
    for name in (name for part_ in table.values() for name in part_):
        for each in (name, f"{name} Tỉnh ủy Sơn La", f"{name} - Tỉnh ủy Sơn La"):
            yield symbols.body_symbol(pack, each, "Tỉnh ủy Sơn La")


def campaign(pack: TheThuc) -> Dot:
    return Dot.model_validate({
        "ten": "Đợt", "nam": str(DAYS[pack.ma].year), "dia_danh": "Điện Biên",
        "co_quan": {"ten": BODY, "cap_tren": "Bộ A", "khoi": pack.khoi, "ky_hieu": "TU"},
        "noi_nhan": ["Như trên", "Lưu Văn phòng"],
    })  # fmt: skip


def written(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    dot, day = campaign(pack), DAYS[pack.ma]
    abbreviated = _get(tree, ("noi_nhan", "viet_tat", "gia_tri"))
    kept = _get(tree, ("noi_nhan", "luu_khong_dung", "gia_tri"))
    for loai in tree["ten_loai"]:
        for to in ((), ("Các chi bộ",), ("Các chi bộ", "Các ban")):
            document = VanBan.model_construct(
                loai=loai, trich_yeu="Chuẩn bị", noi_dung="Một.", ngay=day, so=5, kinh_gui=to,
                can_cu=("Luật A", "Luật B"), do_khan="Khẩn", pham_vi="Lưu hành", nguoi_soan="NguyenVanAn-26",
                phu_luc=(PhuLuc(tieu_de="Danh mục", noi_dung="x"),) * 2,
                noi_nhan=("Như trên", "Lưu Văn phòng"),
            )  # fmt: skip
            yield letters.printed_letter(document, dot)
            yield letters.printed_letter(document.model_copy(update={"so": None}), dot)
            yield letters.printed_letter(document.model_copy(update={"noi_nhan": ()}), dot)
            yield letters.findings(document, dot)
            for items in (
                ("Như trên", "Lưu VP"),
                ("Ban A", "Lưu: VT"),
                ("x", "Lưu Văn"),
                abbreviated,
                [f"Lưu {each}" for each in kept],
                [f"Lưu: {each}" for each in kept],
            ):
                yield check_recipients(pack, loai, items, to, keep=True)


def copied(pack: TheThuc, _tree: dict[str, Any]) -> Iterator[object]:
    for way in ("sao y", "sao lục", "trích sao"):
        copy_ = SaoLuc(loai="sao-luc", hinh_thuc=way, ban_goc="a.yaml", ngay=DAYS[pack.ma], so=3)
        yield letters.printed_copy(copy_, campaign(pack))


def subjects(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    rules = tree["trich_yeu"]
    begun = [f"{each} mới" for key in ("giu_hoa", "khong_dung") for each in rules[key]["gia_tri"]]
    for title in ("Chuẩn bị", "về việc chuẩn bị", "V/v chuẩn bị", "Chuẩn bị.", *begun):
        for layout in ("cong-van", "ten-loai"):
            yield trich_yeu.printed_trich_yeu(pack, layout, title)
        yield trich_yeu.check_trich_yeu(pack, title)


def signers(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    rules = tree["ky"]
    posts = (
        "Phó Bí thư", "Trưởng Ban", *rules["chuc_vu_thay_mat"]["gia_tri"],
        *rules["khong_ky_thay"]["gia_tri"],
        *(f"Phó {each} A" for each in rules["ten_khong_kem"]["gia_tri"]),
        *(post for each in rules["thay_mat_rieng"].values() for post in each["gia_tri"]),
    )  # fmt: skip
    lines = (
        None, "T/M Ban Thường vụ", "TM. Ủy ban nhân dân", "K/T Trưởng Ban", "KT. Chủ tịch", "T/L A",
        "TL. A", "TUQ. A", "T/UQ A", "Q. Trưởng Ban", "K/T Bí thư", "T/M A\nK/T B", "x",
        *(f"T/M {each}" for each in rules["thay_mat_rieng"]),
    )  # fmt: skip
    for post in posts:
        for line in lines:
            ky = Ky(quyen_han=line, chuc_vu=post, kiem="Trưởng Ban Chỉ đạo", ho_ten="A B")
            yield signature_lines(pack, ky)
            yield check_signature(pack, ky)
    for title in rules["danh_xung"]["gia_tri"]:
        yield check_signature(pack, Ky(chuc_vu="Trưởng Ban", ho_ten=f"{title} A B"))


def numbered(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    day = DAYS[pack.ma]
    body = CoQuan.model_validate({
        "ten": BODY, "khoi": pack.khoi,
        "nhiem_ky": [{"ten": "2020-2025", "be_mac_dai_hoi": "01/7/2020"},
                     {"ten": "2025-2030", "be_mac_dai_hoi": day.isoformat(),
                      "hoi_nghi_dau": (day - dt.timedelta(days=2)).isoformat()}],
    })  # fmt: skip
    for symbol in ("TU", *_get(tree, ("so_ky_hieu", "mot_day_so", "gia_tri"))):
        for off in range(-3, 15):
            on = day + dt.timedelta(days=off)
            yield series_of(body.model_copy(update={"ky_hieu": symbol}), "bao-cao", on)


@cache
def templates() -> tuple[tuple[Path, Any, Any], ...]:
    found = [
        *shipped.TEMPLATES.glob("khoi/*.docx"),
        *(shipped.TEMPLATES / f"{n}.docx" for n in SOME),
    ]
    read = ((path, path.read_bytes()) for path in sorted(found))
    return tuple(
        (path, part(data, "word/styles.xml"), part(data, "word/document.xml"))
        for path, data in read
    )


def checked(_pack: TheThuc, _tree: dict[str, Any]) -> Iterator[object]:
    """What a check of the shipped templates says, each held against the pack."""
    template_check._packs_to_keep.cache_clear()
    for path, styles, body in templates():
        for check in (
            template_check._check_styles(styles, path),
            template_check._check_page(body, path),
        ):
            yield [each.message for each in check]


PARTS = {
    "ky_hieu_co_quan": named_bodies, "trich_yeu": subjects, "sao": copied, "ky": signers,
    "so_ky_hieu": numbered, "co_chu": checked, "trang": checked, "noi_nhan": written,
}  # fmt: skip


def all_of(pack: TheThuc, tree: dict[str, Any]) -> dict[Any, list[str]]:
    return {each: [repr(found) for found in each(pack, tree)] for each in {*PARTS.values()}}


def is_obeyed(pack: TheThuc, tree: dict[str, Any], way: Way, before: dict[Any, list[str]]) -> bool:
    first = PARTS.get(way[0], written)
    for each in (first, *(other for other in before if other is not first)):
        try:
            found = each(pack, tree)
            if any(repr(now) != then for now, then in zip(found, before[each], strict=True)):
                return True
        except (KeyError, ValueError, IndexError):
            return True  # what the program cannot work with, it reads
    return False


KEPT = (
    # The page and its paragraphs: drawn in the templates, looked at as pictures.
    "dau_trang", "doan", "ket_thuc", "trang.kho_giay", "trang.rong_mm", "trang.cao_mm",
    "trang.mat_sau", "trang.so_trang_vi_tri", "trang.an_so_trang_dau", "trang.phong_chu",
    "trang.mau_chu", "trich_yeu.gach_duoi", "noi_nhan.tu", "sao.dau",
    # Components of the text and marks without a style of their own in the templates.
    "co_chu.phan_chuong", "co_chu.ten_phan_chuong", "co_chu.muc", "co_chu.ten_muc", "co_chu.dieu",
    "co_chu.khoan", "co_chu.diem", "co_chu.ban_sao", "co_chu.kinh_gui", "co_chu.noi_nhan",
    "co_chu.tieu_de.gia_tri.in_hoa", "co_chu.do_khan.gia_tri.in_hoa",
    "co_chu.pham_vi.gia_tri.in_hoa",
    # One alternative of a rule that the packs of today do not use.
    "dau_cau.kinh_gui.nhieu_noi_cung_dong", "so_ky_hieu.sau_be_mac",
)  # fmt: skip
"""Values that nothing obeys yet: this list may only become shorter."""

OF_ONE_SIDE = {
    # Templates serve both sides; their pages and most styles are those of the Party.
    "nd30": ("trang", "co_chu", "ten_loai.cong-van", "so_ky_hieu.noi_lien_co_quan",
             "so_ky_hieu.mot_day_so", "noi_nhan.luu_khong_dung", "noi_nhan.viet_tat",
             "trich_yeu.khong_dung", "ky.khong_ky_thay", "ky.khong_kem_ten", "ky.ten_khong_kem"),
    # Templates are held against what is in force.
    "hd36": ("trang", "co_chu"),
}  # fmt: skip


def is_kept(ma: str, way: Way) -> bool:
    name = ".".join(way)
    if way[-1] == "in_hoa" and not name.startswith(KEPT):
        return False
    return name.startswith((*KEPT, *OF_ONE_SIDE.get(ma, ())))


@pytest.mark.parametrize("ma", packs.pack_codes())
def test_every_value_of_a_pack_is_obeyed(ma: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = tree_of(packs.FOLDER / f"{ma}.yaml")
    real = packs.load_pack
    before = all_of(real(ma), tree)
    unheeded = []
    for way in leaves(tree):
        if is_kept(ma, way):
            continue
        made = filter(None, (with_value(tree, way, each) for each in changed(_get(tree, way))))
        for pack in made:
            monkeypatch.setattr(
                packs, "load_pack", lambda code, own=pack: own if code == ma else real(code)
            )
            if is_obeyed(pack, tree, way, before):
                break
        else:
            unheeded.append(".".join(way))
    monkeypatch.undo()
    template_check._packs_to_keep.cache_clear()
    assert unheeded == []


def test_what_is_not_obeyed_yet_is_still_there() -> None:
    every = {".".join(way) for ma in packs.pack_codes()
             for way in leaves(tree_of(packs.FOLDER / f"{ma}.yaml"))}  # fmt: skip
    assert [each for each in KEPT if not any(name.startswith(each) for name in every)] == []
