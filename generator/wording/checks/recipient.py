"""Checks the recipients of a document (rules R01–R06 of the thể thức)."""

import re
from collections.abc import Iterator, Sequence

from generator.problems import Place, Problem, problem
from generator.regulations.rule import weighed
from generator.regulations.the_thuc import TheThuc
from generator.wording.compare import after, fold, same
from generator.wording.lists import without_dash, without_mark

_LUU = "lưu"
_OWN_ITEMS = (_LUU, "như ")
"""Items that people also begin with a small letter."""
_WORDS = re.compile(r"[^\s,;:.()]+")


def check_recipients(
    pack: TheThuc,
    loai: str,
    noi_nhan: Sequence[str],
    kinh_gui: Sequence[str] = (),
    *,
    keep: bool = False,
) -> list[Problem]:
    """Check Kính gửi and Nơi nhận.

    HD 05 p. 24–25 (box 9); a rule that is not verified in the pack gives only a warning.

    Args:
        pack: the thể thức pack.
        loai: type of the document.
        noi_nhan: recipients as typed.
        kinh_gui: addressees as typed.
        keep: whether the typed final marks of the items are printed; only then are they checked.

    Returns:
        The problems, at `("noi_nhan", index)` or `("kinh_gui",)`.
    """
    return [
        *_addressees(pack, loai, kinh_gui),
        *_first_line(pack, loai, noi_nhan),
        *_nothing_above(pack, loai, noi_nhan, kinh_gui),
        *(found for i, item in enumerate(noi_nhan) for found in _item(pack, i, item)),
        *_kept(pack, noi_nhan),
        *split_names("noi_nhan", noi_nhan),
        *split_names("kinh_gui", kinh_gui),
        *(_marks(pack, noi_nhan) if keep else ()),
    ]


def _addressees(pack: TheThuc, loai: str, kinh_gui: Sequence[str]) -> Iterator[Problem]:
    rule = pack.kinh_gui.loai_khac
    if kinh_gui and loai not in pack.kinh_gui.tu and not rule.gia_tri:
        place = Place(path=("kinh_gui",))
        yield weighed(problem("KD223", place, loai=_called(pack, loai)), rule)


def _first_line(pack: TheThuc, loai: str, noi_nhan: Sequence[str]) -> Iterator[Problem]:
    rule = pack.nhu_tren.dong
    if not noi_nhan or loai not in pack.nhu_tren.loai.gia_tri:
        return
    first = without_mark(without_dash(noi_nhan[0]))
    if not same(first, rule.gia_tri):
        place = Place(path=("noi_nhan", 0))
        yield weighed(problem("KD222", place, dang_co=first, dung=rule.gia_tri), rule)


def _nothing_above(
    pack: TheThuc, loai: str, noi_nhan: Sequence[str], kinh_gui: Sequence[str]
) -> Iterator[Problem]:
    """Report «Như trên» where no addressee stands above it, so that it says nothing."""
    if kinh_gui or loai in pack.kinh_gui.tu or loai in pack.nhu_tren.loai.gia_tri:
        return
    for index, item in enumerate(noi_nhan):
        text = without_mark(without_dash(item))
        if same(text, pack.nhu_tren.dong.gia_tri):
            place = Place(path=("noi_nhan", index))
            yield problem("KD242", place, dang_co=text, loai=_called(pack, loai))


def _called(pack: TheThuc, loai: str) -> str:
    return pack.ten_loai[loai].gia_tri.lower() if loai in pack.ten_loai else loai


def _item(pack: TheThuc, index: int, item: str) -> Iterator[Problem]:
    place = Place(path=("noi_nhan", index))
    form = pack.noi_nhan
    text = without_mark(without_dash(item))
    words = {fold(word) for word in _WORDS.findall(text)}
    if fold(text).startswith(_LUU):
        wrong = [word for word in form.luu_khong_dung.gia_tri if fold(word) in words]
        if after(text, form.luu.gia_tri) is None:
            yield weighed(
                problem("KD221", place, dang_co=text, dung=form.luu_mau.gia_tri), form.luu
            )
        elif wrong:
            found = problem("KD221", place, dang_co=text, dung=form.luu_mau.gia_tri)
            yield weighed(found, form.luu_khong_dung)
        return
    short = [word for word in form.viet_tat.gia_tri if fold(word) in words]
    if short:
        yield problem("KD224", place, viet_tat="», «".join(short))


def split_names(key: str, items: Sequence[str]) -> Iterator[Problem]:
    """Report an item that goes on where the one before it ended.

    YAML splits «[Các đảng ủy xã, phường]» at the comma, and so do people.

    Yields:
        KD287 at `(key, index)`.
    """
    for index, item in enumerate(items[1:], 1):
        text, before = without_dash(item), without_mark(without_dash(items[index - 1]))
        own = fold(text).startswith(_OWN_ITEMS)
        if text[:1].islower() and before[:1].isupper() and not own:
            values = {"viet": without_mark(text), "truoc": before}
            yield problem("KD287", Place(path=(key, index)), **values)


def _kept(pack: TheThuc, noi_nhan: Sequence[str]) -> Iterator[Problem]:
    """Check that a list of recipients says who keeps the document, each on a line of its own."""
    texts = [without_mark(without_dash(item)) for item in noi_nhan]
    for index, text in enumerate(texts):
        # One «;» may stand in a line: «Thường trực Thành ủy, HĐND; lãnh đạo UBND thành phố».
        _, *more = text.split(";")
        if len(more) > 1 or any(fold(each).startswith(_LUU) for each in more):
            yield problem("KD259", Place(path=("noi_nhan", index)), viet=text)
    keeps = [n for n, text in enumerate(texts) if fold(text).startswith(_LUU)]
    if keeps and keeps[-1] < len(texts) - 1:
        yield problem("KD284", Place(path=("noi_nhan", keeps[-1])), viet=texts[keeps[-1]])
    if texts and not any(_LUU in fold(text) for text in texts):
        place = Place(path=("noi_nhan", len(texts) - 1))
        yield problem("KD258", place, dung=pack.noi_nhan.luu_mau.gia_tri)


def _marks(pack: TheThuc, noi_nhan: Sequence[str]) -> Iterator[Problem]:
    marks = pack.dau_cau.noi_nhan
    for index, item in enumerate(noi_nhan):
        rule = marks.giua if index < len(noi_nhan) - 1 else marks.cuoi
        if not item.rstrip().endswith(rule.gia_tri):
            place = Place(path=("noi_nhan", index))
            yield problem("KD225", place, muc=without_dash(item), dau=rule.gia_tri)
