"""What a letter lacks, or says in two ways, by the rules of its kind."""

import re
from collections.abc import Iterator

from generator.model import Dot, VanBan
from generator.model.kinds import LoaiVanBan
from generator.papers import letter_texts, table_sums
from generator.problems import Place, Problem, problem
from generator.regulations.packs import letter_of
from generator.regulations.the_thuc import TheThuc
from generator.rules.hours import is_hour
from generator.wording import annexes, appendix, doubled, speed
from generator.wording.authority import authority_lines, read_authority
from generator.wording.checks.address import check_asked, check_speaks
from generator.wording.checks.itself import check_repeated
from generator.wording.checks.recipient import split_names
from generator.wording.compare import fold, same
from generator.wording.speaker import Party
from generator.wording.symbols import other_kind, unknown_kind

_DECISION, _UNNAMED = "quyet-dinh", "cong-van"
_SENDING = frozenset({"phieu-gui", "phieu-chuyen"})
"""Slips that go with papers of others."""
_MENTIONED = re.compile(r"phụ lục|kèm theo|đính kèm|biểu|danh sách|danh mục", re.IGNORECASE)
_STANDING = fold("Ban Thường vụ")


def check_letter(pack: TheThuc, document: VanBan, usual: Party, dot: Dot) -> Iterator[Problem]:
    """Yield what the rules of a kind say against a letter.

    Yields:
        KD230 and KD260 (the symbol of another kind, of none), KD237 (a decision without căn cứ),
        KD236 and KD170 (an express letter and its hour), KD183 (an annex that the text does not
        mention: HD 05 §12), KD270 to KD272 (annexes of the text are not those of the letter),
        KD184 (who resolves is not whom the signer represents), KD195 to KD197 (who is asked, who
        speaks), KD264 (an item twice), KD276 and
        KD277 (what is printed twice), what `letter_texts` and `table_sums` find.
    """
    kind = letter_of(document.loai, dot)
    typed = document.so_ky_hieu or ""
    if other := other_kind(pack, document.loai, typed):
        names = {"kia": called(other, dot), "day": called(document.loai, dot)}
        yield problem("KD230", Place(path=("so_ky_hieu",)), viet=typed, **names)
    elif right := unknown_kind(pack, document.loai, typed):
        names = {"day": called(document.loai, dot), "dung": right}
        yield problem("KD260", Place(path=("so_ky_hieu",)), viet=typed, **names)
    if kind and kind.bo_cuc == _DECISION and not document.can_cu:
        yield problem("KD237", Place(path=("loai",)))
    if speed.is_timed(document.do_khan) and not document.hen_gio:
        yield problem("KD236", Place(path=("do_khan",)), do_khan=document.do_khan)
    if document.hen_gio and not is_hour(document.hen_gio):
        yield problem("KD170", Place(path=("hen_gio",)), gio=document.hen_gio)
    if document.phu_luc and not _MENTIONED.search(document.noi_dung):
        place = Place(path=("phu_luc", 0, "tieu_de"))
        yield problem("KD183", place, ten=document.phu_luc[0].tieu_de)
    yield from split_names("can_cu", document.can_cu)
    for key, items in (("can_cu", document.can_cu), ("kinh_gui", document.kinh_gui)):
        yield from check_repeated(key, items)
    yield from check_repeated("noi_nhan", document.noi_nhan, document.kinh_gui)
    at, items = ("noi_dung",), document.noi_nhan or usual.noi_nhan
    yield from check_asked(document.noi_dung, document.kinh_gui, items, at)
    yield from check_speaks(document.noi_dung, document.can_cu, usual.co_quan)
    yield from _annexes(pack, document)
    yield from _said(pack, document, kind, dot)
    if resolving(kind, document):
        yield from _speaks_for_another(document, usual)


def _said(pack: TheThuc, document: VanBan, kind: LoaiVanBan | None, dot: Dot) -> Iterator[Problem]:
    """Yield what the summary and the texts of a letter say twice, or wrongly of days and papers."""
    titled = kind is not None and kind.bo_cuc != _UNNAMED and kind.in_trich_yeu
    title = pack.ten_loai[document.loai].gia_tri if titled else ""
    yield from doubled.doubled_kind(title, document.trich_yeu)
    words = pack.kinh_gui.tu.get(document.loai)
    yield from doubled.doubled_lines(
        document.noi_dung,
        (title, document.trich_yeu),
        resolving(kind, document),
        (words.gia_tri,) if words else (),
    )
    yield from letter_texts.check_texts(document, kind, dot)
    yield from letter_texts.check_itself(pack, document)
    yield from table_sums.check_sums(document)


def _annexes(pack: TheThuc, document: VanBan) -> Iterator[Problem]:
    """Hold what the text says of its annexes against those that the letter has.

    Yields:
        KD270 for an annex or list that is not there (it may be a file of its own: a warning),
        KD271 for a number that the annex does not bear in print, KD272 for an annex that is passed
        over where the others are named.
    """
    counted = [n for n, each in enumerate(document.phu_luc) if each.nhan is None]
    total = len(counted)
    labels = [appendix.appendix_label(pack, n, total) for n in range(1, total + 1)]
    own = {each.so for annex in document.phu_luc for each in annexes.numbered(annex.nhan or "")}
    said = {each.so: each for each in reversed([*annexes.numbered(document.noi_dung)])}
    word = pack.phu_luc.nhan.gia_tri
    lost = [each for each in said.values() if each.so not in own and not 0 < each.so <= total]
    if lost:
        has = f"chỉ có {len(document.phu_luc)} phụ lục" if document.phu_luc else "không có phụ lục"
        first = min(lost, key=lambda each: (each.dong, each.cot))
        typed = ", ".join(each.viet for each in sorted(lost))
        yield problem("KD270", _at(first), viet=f"{word} {typed}", co=has)
    # Where one is lost, the numbers follow from it.
    for each in () if lost else sorted(said.values()):
        label = labels[each.so - 1] if 0 < each.so <= total and each.so not in own else ""
        if label and not same(label.split()[-1], each.viet):
            yield problem("KD271", _at(each), viet=f"{word} {each.viet}", dung=label)
    if not (document.phu_luc or said or document.loai in _SENDING):
        found = annexes.attached(document.noi_dung)
        if found:
            yield problem("KD270", _at(found), viet=found.viet, co="không có phụ lục")
    texts = [document.noi_dung, *(each.noi_dung or "" for each in document.phu_luc)]
    for number in annexes.unnamed(texts, total):
        place = Place(path=("phu_luc", counted[number - 1], "tieu_de"))
        yield problem("KD272", place, ten=labels[number - 1])


def _at(mention: annexes.Mention) -> Place:
    return Place(path=("noi_dung", mention.dong, mention.cot))


def _speaks_for_another(document: VanBan, usual: Party) -> Iterator[Problem]:
    """Tell a standing committee that resolves where the signer represents the whole one."""
    signer = document.ky or usual.ky
    who = document.chu_the or usual.co_quan.chu_the or ""
    line = next(iter(authority_lines(signer.quyen_han)), "") if signer else ""
    found = read_authority(line)
    if not who or found is None or found.role != "thay_mat":
        return
    if (_STANDING in fold(who)) != (_STANDING in fold(found.whom)):
        place = Place(path=("ky", "quyen_han") if document.ky else ("loai",))
        yield problem("KD184", place, chu_the=who, thay_mat=found.whom)


def resolving(kind: LoaiVanBan | None, document: VanBan) -> str:
    """Return «QUYẾT ĐỊNH:», «QUYẾT NGHỊ:»: a resolution has it only below what it rests on."""
    if kind is None or not (document.can_cu or kind.bo_cuc == _DECISION):
        return ""
    return kind.loi_quyet or ""


def called(loai: str, dot: Dot) -> str:
    """Return how a kind of letter is called in a sentence."""
    kind = letter_of(loai, dot)
    return kind.ten.lower() if kind else loai
