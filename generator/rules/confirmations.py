"""R16: the confirmations on a person's form are signed, dated and in chronological order."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from generator.model.campaign import Dot
from generator.model.fields import known_day
from generator.model.review import XacNhan
from generator.model.unit import CaNhan, DonViNam
from generator.problems import Problem
from generator.regulations.che_do import BieuMau, CheDo, XacNhanMau
from generator.regulations.rule import Quy
from generator.rules.forms import form_of
from generator.rules.found import finding
from generator.rules.meetings import first_meeting
from generator.rules.subjects import Subject, listed, persons
from generator.wording.compare import same_name
from generator.wording.dates import short_date

BLOCKS = {
    "thu_truong": "thủ trưởng cơ quan, đơn vị",
    "chi_uy": "chi ủy, chi bộ",
    "dang_uy": "đảng ủy, chi ủy cơ sở",
}
"""The blocks that superiors sign, in order (HD 25, forms 02A and 02B)."""


def asked(form: BieuMau, person: CaNhan) -> list[XacNhanMau]:
    """Return the blocks of the form that must be signed for a person.

    The head of the office signs only for civil servants and public employees.
    """
    office = is_civil_servant(person)
    return [
        block
        for block in form.xac_nhan
        if block.khoa in BLOCKS and (office or block.khoa != "thu_truong")
    ]


def is_civil_servant(person: CaNhan) -> bool:
    """Return whether a person is also rated as a civil servant or public employee."""
    return bool(person.cong_chuc or person.xep_loai.cong_chuc)


def signed_block(person: CaNhan, key: str) -> XacNhan | None:
    """Return the confirmation of block `key` in the person's data, None if absent."""
    given: XacNhan | None = getattr(person.xac_nhan, key)
    return given


def disorder(dated: list[tuple[str, dt.date]]) -> tuple[str, str] | None:
    """Return the first block dated before its predecessor, and the predecessor; None if none is."""
    for (earlier, first), (later, second) in pairwise(dated):
        if second < first:
            return later, earlier
    return None


def r16_confirmations(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R16: once the rating is decided, every confirmation of the form has a date and a name.

    The closing blocks of Mẫu 02A and 02B («Xác lập thời điểm, ký, ghi rõ họ tên»), HD 25; QĐ 366
    Điều 17. Error in the packs, a warning if the blocks of the form are not verified. Parameter:
    `xac_nhan` of each form. No block may be dated before an earlier block or before the person's
    own signature; a confirmation before the meeting of the chi bộ, or by the person, is a warning.
    """
    del dot
    for subject in persons(nam):
        form = form_of(che_do, subject)
        if form is not None and isinstance(subject.data, CaNhan):
            if subject.data.xep_loai.quyet_dinh:
                yield from _signed(che_do, subject, subject.data, asked(form, subject.data))
            yield from _order(che_do, subject, subject.data)
            yield from _after_meeting(nam, che_do, subject, subject.data)
            yield from _by_themselves(che_do, subject, subject.data)


def _signed(
    che_do: CheDo, subject: Subject, person: CaNhan, blocks: list[XacNhanMau]
) -> Iterator[Problem]:
    missing = []
    for block in blocks:
        given = signed_block(person, block.khoa)
        if given is None:
            missing.append(block)
            continue
        lacks = [
            words
            for words, value in (("ngày ký", given.ngay), ("họ tên người ký", given.ho_ten))
            if not value
        ]
        if lacks:
            yield finding(
                che_do,
                "R16",
                "KD444",
                (*subject.path, "xac_nhan", block.khoa),
                _mark(block),
                ai=subject.ten,
                khoi=BLOCKS[block.khoa],
                thieu=listed(lacks),
            )
    if missing:
        yield finding(
            che_do,
            "R16",
            "KD443",
            (*subject.path, "xac_nhan"),
            *map(_mark, missing),
            ai=subject.ten,
            khoi="; ".join(BLOCKS[block.khoa] for block in missing),
        )


def _mark(block: XacNhanMau) -> Quy[str]:
    return Quy[str](gia_tri=block.khoa, nguon=block.nguon)


def _order(che_do: CheDo, subject: Subject, person: CaNhan) -> Iterator[Problem]:
    written = known_day(person.ngay)
    dated = [("bản kiểm điểm", written)] if written else []
    for key, words in BLOCKS.items():
        given = signed_block(person, key)
        if given and given.ngay:
            dated.append((words, given.ngay))
    wrong = disorder(dated)
    if wrong:
        days = dict(dated)
        later, earlier = wrong
        key = next(key for key, words in BLOCKS.items() if words == later)
        yield finding(
            che_do,
            "R16",
            "KD445",
            (*subject.path, "xac_nhan", key, "ngay"),
            ai=subject.ten,
            khoi=later,
            ngay=short_date(days[later]),
            truoc=earlier,
            ngay_truoc=short_date(days[earlier]),
        )


_AFTER = ("chi_uy", "dang_uy")
"""The blocks that follow the review in the chi bộ (QĐ 366 Điều 12.1); the office comes before."""


def _after_meeting(
    nam: DonViNam, che_do: CheDo, subject: Subject, person: CaNhan
) -> Iterator[Problem]:
    """Yield KD459 for a confirmation dated before the chi bộ first met about the person."""
    held = first_meeting(nam, subject, "chi_bo")
    if held is None:
        return
    day = nam.hoi_nghi[held].ngay
    for key in _AFTER:
        given = signed_block(person, key)
        if given and given.ngay and given.ngay < day:
            yield finding(
                che_do,
                "R16",
                "KD459",
                (*subject.path, "xac_nhan", key, "ngay"),
                doubtful=True,
                ai=subject.ten,
                khoi=BLOCKS[key],
                ngay=short_date(given.ngay),
                ngay_hop=short_date(day),
            )


def _by_themselves(che_do: CheDo, subject: Subject, person: CaNhan) -> Iterator[Problem]:
    """Yield KD460 for a confirmation that the writer of the form signs."""
    for key, words in BLOCKS.items():
        given = signed_block(person, key)
        if given and given.ho_ten and same_name(given.ho_ten, subject.ten):
            path = (*subject.path, "xac_nhan", key, "ho_ten")
            yield finding(che_do, "R16", "KD460", path, doubtful=True, ai=subject.ten, khoi=words)
