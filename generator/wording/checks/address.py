"""Checks whom a letter asks and for whom it speaks: what is left over from a copied one.

No text prescribes this; whoever is asked is one to whom the letter goes, and its text speaks for
the body in its head.
"""

import re
from collections.abc import Iterator, Sequence

from generator.model import CoQuan
from generator.problems import DataPath, Place, Problem, problem
from generator.wording.checks.speaker import class_of
from generator.wording.compare import fold
from generator.wording.lists import without_dash, without_mark
from generator.wording.speaker import JOINT

_BODY = r"[^\W\d_][^,.;:()\d«»]{3,70}?"
_ASKED = re.compile(
    rf"\b(?:[Kk]ính )?(?:[Tt]rình|[Đđ]ề nghị) (?P<ai>{_BODY}),? "
    r"(?:xem xét|quan tâm|cho ý kiến|cho phép|cho chủ trương|phê duyệt|phê chuẩn|chuẩn y|quyết định"
    r"|chấp thuận|phối hợp|giúp đỡ|tạo điều kiện)"
)
_SPEAKS = re.compile(
    rf"(?:^[\W\d]*|, |[.;] )(?P<ai>{_BODY}) (?:đề nghị|yêu cầu|thông báo|hướng dẫn|báo cáo|ban hành"
    r"|trả lời|kính mời|trân trọng|kính trình)\b"
)
_RULES_OF = re.compile(rf"[Qq]uy chế làm việc của (?P<ai>{_BODY})(?=[,.;]|$| nhiệm kỳ| khoá| khóa)")
_PLACE = re.compile(
    r"\b(?P<cap>xã|phường|đặc khu|tỉnh|thành phố) (?P<ten>(?:[^\W\d_a-zđ]\w*(?: |$))+)"
)
_GROUP = re.compile(r"(?:các|đồng chí|những|quý)\b", re.IGNORECASE)
_CITED = re.compile(r"\bsố \d+-")
_ADVISING = frozenset({"ban", "van_phong", "uy_ban_kiem_tra"})
_COMMITTEES = frozenset({"cap_uy", "ban_chap_hanh", "ban_thuong_vu", "thuong_truc"})
_UPPER = frozenset({"tỉnh", "thành phố"})
_LAST_WORDS = 2


def check_asked(
    text: str, kinh_gui: Sequence[str], noi_nhan: Sequence[str], path: DataPath
) -> Iterator[Problem]:
    """Check that the body that the last line of a letter asks is one that it goes to.

    Args:
        text: the body of the letter.
        kinh_gui: whom it is addressed to; a group of them is not compared.
        noi_nhan: who else gets it.
        path: where the text is in the data.

    Yields:
        KD195.
    """
    sent = [fold(without_mark(without_dash(each))) for each in (*kinh_gui, *noi_nhan)]
    if not kinh_gui or any(_GROUP.match(without_dash(each)) for each in kinh_gui):
        return
    lines = text.rstrip().split("\n")
    for found in _ASKED.finditer(lines[-1]):
        asked = fold(found["ai"])
        if class_of(found["ai"]) is None or any(each in asked or asked in each for each in sent):
            continue
        # «Tỉnh ủy», «Thường trực Tỉnh ủy», «Ban Thường vụ Tỉnh ủy» are asked alike.
        end = asked.split()[-_LAST_WORDS:]
        alike = any(each.split()[-_LAST_WORDS:] == end for each in sent[: len(kinh_gui)])
        if not alike or class_of(found["ai"]) in _ADVISING:
            place = Place(path=(*path, len(lines) - 1, found.start("ai")))
            yield problem("KD195", place, viet=found["ai"], gui="; ".join(kinh_gui))


def check_speaks(text: str, grounds: Sequence[str], body: CoQuan) -> Iterator[Problem]:
    """Check that a text does not speak for another body of the same level.

    Args:
        text: the body of the letter.
        grounds: its căn cứ.
        body: who issues it.

    Yields:
        KD196 for another advisory body that asks or tells in the first paragraph, while the body in
        the head never does, and for the committee of another place; KD197 for the working rules of
        the committee of another place.
    """
    own = class_of(body.ten)
    if own is None or JOINT in body.ten:
        return
    for n, each in enumerate(grounds):
        for found in _RULES_OF.finditer(each):
            if _elsewhere(found["ai"], body):
                place = Place(path=("can_cu", n))
                yield problem("KD197", place, viet=found["ai"], co_quan=body.ten)
    kin = next((each for each in (_ADVISING, _COMMITTEES) if own in each), frozenset())
    lines = text.split("\n")
    spoken = [
        (n, found)
        for n, line in enumerate(lines)
        for found in _SPEAKS.finditer(line)
        if class_of(found["ai"]) in kin
    ]
    if any(_is_own(found["ai"], body, own) for _, found in spoken):
        return
    for n, found in spoken[:1]:
        if not _CITED.search(lines[n]) and (n == 0 or own in _COMMITTEES):
            place = Place(path=("noi_dung", n, found.start("ai")))
            yield problem("KD196", place, viet=found["ai"], co_quan=body.ten)


def _is_own(name: str, body: CoQuan, own: str) -> bool:
    """Return whether a text speaks for a body: an advisory one by its name, others by the place."""
    if own in _COMMITTEES:
        return not _elsewhere(name, body)
    return fold(body.ten) in fold(name) or fold(name) in fold(body.ten)


def _elsewhere(name: str, body: CoQuan) -> bool:
    """Return whether a name is of a place of the level of a body, but another one."""
    there, here = _PLACE.search(name), _PLACE.search(body.ten)
    if there is None or here is None or (there["cap"] in _UPPER) != (here["cap"] in _UPPER):
        return False
    return fold(there["ten"]) != fold(here["ten"])
