"""Every value of a thể thức pack is obeyed: changed, it changes a document, a number or a finding.

What is composed (words, marks, numbers) is compared first; where it differs, the documents that
print it must differ as well. The look (sizes, pages) must differ in a document without any other
change.
"""

import copy
import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree

from generator import shipped
from generator.engine.dressing import dress
from generator.engine.render import render
from generator.engine.tables import NOTHING
from generator.model import CoQuan, Dot, Ky, SaoLuc, VanBan
from generator.model.letter import PhuLuc
from generator.papers import letter_findings, letters
from generator.papers.letter_papers import SHAPES
from generator.papers.letter_values import SaoLucIn
from generator.papers.looks import look_of
from generator.papers.signers import printed_signature
from generator.papers.templates import search_path
from generator.register.series import series_of
from generator.regulations import packs
from generator.regulations.data_files import tree_of
from generator.regulations.the_thuc import TheThuc
from generator.setup import template_check
from generator.setup.drawn_otherwise import drawn_otherwise
from generator.wording import appendix, symbols, trich_yeu
from generator.wording.checks.recipient import check_recipients
from generator.wording.checks.signature import check_signature
from tests.acceptance.reading_back import part

Way = tuple[str, ...]


class Printed(NamedTuple):
    """Values of a letter, or one field of them, with the template that prints them."""

    template: str
    values: dict[str, Any]


DAYS = {"hd36": dt.date(2025, 6, 3), "hd05": dt.date(2026, 6, 3), "nd30": dt.date(2026, 6, 3)}
OTHER = {
    "có": "không", "không": "có", "nhiem_ky": "nam", "nam": "nhiem_ky", "hoa": "thuong",
    "thuong": "hoa", "khoi_chu": "dau", "dau": "khoi_chu", "a_rap": "la_ma", "la_ma": "a_rap",
    "dung": "boi_so", "boi_so": "dung", "giua": "trai", "000000": "FF0000",
}  # fmt: skip
LAST = "Không phổ biến trên phương tiện thông tin đại chúng"
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
    if OTHER.get(value):
        return [OTHER[value]]
    if value.isdigit():
        return [str(int(value) + 9)]
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
        for each in (name, f"{name} Tỉnh ủy Sơn La", f"{name} - {name}"):
            yield symbols.body_symbol(pack, each, "Tỉnh ủy Sơn La")


def campaign(pack: TheThuc) -> Dot:
    return Dot.model_validate({
        "ten": "Đợt", "nam": str(DAYS[pack.ma].year), "dia_danh": "Điện Biên",
        "co_quan": {"ten": BODY, "cap_tren": "Bộ A", "khoi": pack.khoi, "ky_hieu": "TU"},
        "noi_nhan": ["Như trên", "Lưu Văn phòng"],
    })  # fmt: skip


REGULATION = """
# Chương I
# Quy định chung
# Mục 1
# Tên mục
## Điều 1. Phạm vi
1. Khoản một.
a) Điểm a.
Điều 2. Một điều
"""


def letter(pack: TheThuc, loai: str, **more: Any) -> VanBan:
    given: dict[str, Any] = {
        "loai": loai, "trich_yeu": "Chuẩn bị", "noi_dung": REGULATION, "ngay": DAYS[pack.ma],
        "so": 5, "can_cu": ("Luật A", "Luật B"), "do_khan": "Khẩn", "pham_vi": "Lưu hành",
        "nguoi_soan": "NguyenVanAn-26", "du_thao": "Dự thảo lần 2", "lien_he": "Số 1",
        "kinh_gui": ("Các chi bộ", "Các ban"), "noi_nhan": ("Như trên", "Lưu Văn phòng"),
        "phu_luc": (PhuLuc(tieu_de="Danh mục", noi_dung="x"),) * 2,
        "ky": Ky(quyen_han="T/M A", chuc_vu="Phó Bí thư", ho_ten="A B"), **more,
    }  # fmt: skip
    return VanBan.model_construct(**given)


def written(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    dot = campaign(pack)
    for loai in tree["ten_loai"]:
        template = loai if loai in TEMPLATES else "ten-loai"
        for to in ((), ("Các chi bộ",), ("Các chi bộ", "Các ban")):
            document = letter(pack, loai, kinh_gui=to)
            for other in ({}, {"so": None}, {"noi_nhan": ()}, {"pham_vi": LAST}):
                values = letters.printed_letter(document.model_copy(update=other), dot)
                yield Printed(template, dict(values))
            yield letter_findings.findings(document, dot)


def titled(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    """Name and number of each type at the head of a letter, and the number of a copy."""
    for loai in tree["ten_loai"]:
        values = dict(letters.printed_letter(letter(pack, loai), campaign(pack)))
        yield Printed("ke-hoach", {key: values[key] for key in ("ten_loai", "so_ky_hieu")})


def recipients(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    abbreviated = _get(tree, ("noi_nhan", "viet_tat", "gia_tri"))
    kept = _get(tree, ("noi_nhan", "luu_khong_dung", "gia_tri"))
    yield Printed(
        "ke-hoach", dict(letters.printed_letter(letter(pack, "ke-hoach"), campaign(pack)))
    )
    for loai in tree["ten_loai"]:
        for to in ((), ("Các chi bộ",)):
            for items in (
                ("Như trên", "Lưu VP"),
                ("Ban A", "Lưu: VT"),
                ("x", "Lưu Văn"),
                ("Ban Zz", "Lưu Zz"),
                ("Ban A", "Lưu: Zz"),
                abbreviated,
                [f"Lưu {each}" for each in kept],
                [f"Lưu: {each}" for each in kept],
            ):
                yield check_recipients(pack, loai, items, to, keep=True)


def copied(pack: TheThuc, _tree: dict[str, Any]) -> Iterator[object]:
    letter_values = dict(letters.printed_letter(letter(pack, "bao-cao"), campaign(pack)))
    for way in ("sao y", "sao lục", "trích sao"):
        copy_ = SaoLuc(loai="sao-luc", hinh_thuc=way, ban_goc="a.yaml", ngay=DAYS[pack.ma], so=3)
        block = letters.printed_copy(copy_, campaign(pack))
        yield Printed("sao-luc", {**letter_values, "ban_sao": block})


def cited(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    """The name of each type where an office's own line of an annex cites it, of a công văn too."""
    line = pack.phu_luc.kem_theo.model_copy(update={"gia_tri": "({loai})"})
    own = pack.model_copy(update={"phu_luc": pack.phu_luc.model_copy(update={"kem_theo": line})})
    for loai in tree["ten_loai"]:
        note = appendix.appendix_note(own, loai, "1", DAYS[pack.ma], BODY)
        annex = {
            "nhan": "Phụ lục",
            "tieu_de": "A",
            "kem_theo": note,
            "kho": NOTHING,
            "noi_dung": [],
        }
        yield Printed("ke-hoach", {"phu_luc": [annex]})


def subjects(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    rules = tree["trich_yeu"]
    begun = [f"{each} mới" for key in ("giu_hoa", "khong_dung") for each in rules[key]["gia_tri"]]
    for title in ("Chuẩn bị", "về việc chuẩn bị", "V/v chuẩn bị", "Chuẩn bị.", "Zz mới", *begun):
        for layout, template in (("cong-van", "cong-van"), ("ten-loai", "ke-hoach")):
            printed = trich_yeu.printed_trich_yeu(pack, layout, title)
            values: dict[str, Any] = {"trich_yeu": printed}
            values["gach_duoi"] = pack.trich_yeu.gach_duoi.gia_tri
            yield Printed(template, values | ({"ten_loai": ""} if template == "cong-van" else {}))
        yield trich_yeu.check_trich_yeu(pack, title)


def signers(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    rules = tree["ky"]
    posts = (
        "Phó Bí thư", "Trưởng Ban", "Zz", "Phó Zz", "Chủ tịch Tỉnh ủy", *rules["chuc_vu_thay_mat"]["gia_tri"],
        *rules["khong_ky_thay"]["gia_tri"],
        *(f"Phó {each} A" for each in rules.get("ten_khong_kem", {"gia_tri": ()})["gia_tri"]),
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
            yield Printed("ke-hoach", {"ky": printed_signature(pack, ky)})
            yield check_signature(pack, ky)
    for title in (*rules["danh_xung"]["gia_tri"], "Zz"):
        yield check_signature(pack, Ky(chuc_vu="Trưởng Ban", ho_ten=f"{title} A B"))


def numbered(pack: TheThuc, tree: dict[str, Any]) -> Iterator[object]:
    day = DAYS[pack.ma]
    body = CoQuan.model_validate({
        "ten": BODY, "khoi": pack.khoi,
        "nhiem_ky": [{"ten": "2020-2025", "be_mac_dai_hoi": "01/7/2020"},
                     {"ten": "2025-2030", "be_mac_dai_hoi": day.isoformat(),
                      "hoi_nghi_dau": (day - dt.timedelta(days=2)).isoformat()}],
    })  # fmt: skip
    plain = body.model_copy(
        update={
            "nhiem_ky": tuple(
                each.model_copy(update={"hoi_nghi_dau": None}) for each in body.nhiem_ky
            )
        }
    )
    for off in range(-3, 15):
        yield series_of(plain, "bao-cao", day + dt.timedelta(days=off))
    for symbol in ("TU", "Zz", *_get(tree, ("so_ky_hieu", "mot_day_so", "gia_tri"))):
        for off in range(-3, 15):
            on = day + dt.timedelta(days=off)
            yield series_of(body.model_copy(update={"ky_hieu": symbol}), "bao-cao", on)


@cache
def templates() -> tuple[tuple[Path, Any, Any], ...]:
    found = [
        *shipped.TEMPLATES.glob("khoi/*.docx"),
        *(shipped.TEMPLATES / f"{n}.docx" for n in ("cong-van", "bao-cao", "sao-luc")),
    ]
    read = ((path, path.read_bytes()) for path in sorted(found))
    return tuple(
        (path, part(data, "word/styles.xml"), part(data, "word/document.xml"))
        for path, data in read
    )


def checked(pack: TheThuc, _tree: dict[str, Any]) -> Iterator[object]:
    """What a check of an office's own copies of the templates says, held against the pack."""
    for path, styles, body in templates():
        found = drawn_otherwise(styles, body, path, [pack], pack.khoi)
        yield [each.message for each in found]


SEARCH = search_path()
TEMPLATES = frozenset(path.stem for path in shipped.TEMPLATES.glob("*.docx"))
COPY_SHAPE = SHAPES[SaoLuc]


@cache
def whole(ma: str) -> SaoLucIn:
    """The values of a letter with everything, and the block of its copy, by the pack as it is."""
    return next(
        each.values for each in copied(packs.load_pack(ma), {}) if isinstance(each, Printed)
    )  # type: ignore[return-value]


def document(ma: str, printed: Printed) -> bytes:
    """The document that prints some values, in the look of the shipped pack."""
    template, problems = SEARCH.template(printed.template, COPY_SHAPE, shipped_look(ma))
    assert template is not None, problems
    data, problems = render(template, {**whole(ma), **printed.values})
    assert data is not None, problems
    return data


@cache
def shipped_look(ma: str) -> Any:
    return look_of(packs.load_pack(ma))


@cache
def undressed(ma: str) -> Mapping[str, bytes]:
    """The parts of a letter with everything and of its copy, drawn as its templates are."""
    template, problems = SEARCH.template("sao-luc", COPY_SHAPE)
    assert template is not None, problems
    data, problems = render(template, whole(ma))
    assert data is not None, problems
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def drawn(ma: str, pack: TheThuc) -> list[bytes]:
    """The parts of that letter in the look of a pack; its words are those of the shipped pack."""
    parts = undressed(ma)
    wanted = (name for name in parts if name.startswith("word/") and name.endswith(".xml"))
    trees = {name: etree.fromstring(parts[name]) for name in wanted}
    dress(parts, trees, look_of(pack))
    return [etree.tostring(each) for each in trees.values()]


PARTS = {
    "ky_hieu_co_quan": named_bodies, "trich_yeu": subjects, "sao": copied, "ky": signers,
    "so_ky_hieu": numbered, "noi_nhan": recipients, "ten_loai": titled,
    "ky_hieu_van_ban": titled,
}  # fmt: skip
EVERY = tuple(dict.fromkeys((*PARTS.values(), cited, written, checked)))
LOOKS = frozenset({"co_chu", "trang", "doan", "dau_trang", "sao"})


def all_of(pack: TheThuc, tree: dict[str, Any]) -> dict[Any, list[object]]:
    return {each: list(each(pack, tree)) for each in EVERY}


def differs(ma: str, now: object, then: object) -> bool:
    if repr(now) == repr(then):
        return False
    if isinstance(now, Printed) and isinstance(then, Printed):
        return document(ma, now) != document(ma, then)
    return True


def is_obeyed(
    ma: str, pack: TheThuc, tree: dict[str, Any], way: Way, before: dict[Any, list[object]]
) -> bool:
    if way[0] in LOOKS and drawn(ma, pack) != drawn_before(ma):
        return True
    first = PARTS.get(way[0], written)
    for each in (first, *(other for other in before if other is not first)):
        try:
            found = zip(each(pack, tree), before[each], strict=True)
            if any(differs(ma, now, then) for now, then in found):
                return True
        except (KeyError, IndexError):
            return True  # what the program cannot work with, it reads
    return False


@cache
def drawn_before(ma: str) -> list[bytes]:
    return drawn(ma, packs.load_pack(ma))


@pytest.mark.parametrize("ma", packs.pack_codes())
def test_every_value_of_a_pack_is_obeyed(ma: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = tree_of(packs.FOLDER / f"{ma}.yaml")
    real = packs.load_pack
    before = all_of(real(ma), tree)
    drawn_before(ma), shipped_look(ma)
    unheeded = []
    for way in leaves(tree):
        made = filter(None, (with_value(tree, way, each) for each in changed(_get(tree, way))))
        for pack in made:
            monkeypatch.setattr(
                packs, "load_pack", lambda code, own=pack: own if code == ma else real(code)
            )
            if is_obeyed(ma, pack, tree, way, before):
                break
        else:
            unheeded.append(".".join(way))
    monkeypatch.undo()
    template_check._packs_to_keep.cache_clear()
    assert unheeded == []
