"""Checks beyond pydantic: between keys, with `dot.yaml`, and between files of a campaign."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.model import Dot, SaoLuc, VanBan
from generator.model.fields import known_day, latest_day
from generator.model.kinds import LoaiVanBan
from generator.model.letter import EXTRACT
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.footnotes import check_footnotes
from generator.reading.suggest import nearest
from generator.regulations.packs import letter_of
from generator.wording.dates import short_date
from generator.wording.extract import extracted
from generator.wording.secrecy import alone, is_none, marked_subject
from generator.wording.speaker import speaker_of

_SEVERAL = 2


def check_document(document: VanBan | SaoLuc, dot: Dot | None) -> list[Problem]:
    """Check one document on its own and with the campaign file.

    Rules: a classified document is rejected (Luật Bảo vệ bí mật nhà nước 117/2025/QH15); a công văn
    and a tờ trình have addressees (HD 05 §9; NĐ 30 Phụ lục I); signer and recipients are given in
    the file or in `dot.yaml`, and if there is a date, so are the place and the signer's name;
    `so_ky_hieu` replaces `so`; the date is in the campaign's year or the next; every footnote has a
    mark and vice versa.

    Args:
        document: the parsed document.
        dot: the campaign, or None if unknown; checks that depend on it are then skipped.

    Returns:
        Problems KD120-KD126, KD129-KD135 and KD743, with paths in the document's data.
    """
    problems = []
    if isinstance(document, VanBan):
        problems += [*_secret(document), *_addressees(document, dot), *check_footnotes(document)]
    if document.so is not None and document.so_ky_hieu:
        problems.append(problem("KD124", Place(path=("so",)), so=document.so))
    if dot is not None:
        problems += [*_shared(document, dot)]
        if day := latest_day(document.ngay):
            problems += _in_years(day, ("ngay",), "KD125", dot)
    return problems


def check_campaign(dot: Dot) -> list[Problem]:
    """Check `dot.yaml`: every deadline is in the campaign's year or the next (KD126)."""
    return [
        found
        for index, deadline in enumerate(dot.thoi_han)
        for found in _in_years(deadline.ngay, ("thoi_han", index, "ngay"), "KD126", dot)
    ]


def check_year(dot: Dot, days: Sequence[dt.date]) -> Problem | None:
    """Return KD067 if several days are known and none is in the campaign's year or the next."""
    years = {day.year for day in days}
    if len(days) < _SEVERAL or years & {dot.nam, dot.nam + 1}:
        return None
    named = ", ".join(map(str, sorted(years)))
    return problem("KD067", Place(path=("nam",)), nam=dot.nam, nam_khac=named)


def check_copy(
    copy: SaoLuc,
    documents: Mapping[str, VanBan | SaoLuc],
    present: Collection[str],
    broken: Collection[str],
) -> list[Problem]:
    """Check that the copied file is a valid document of the same campaign.

    Args:
        copy: the copy.
        documents: the documents that could be read, by file name.
        present: names of all data files of the campaign.
        broken: names of those with errors.

    Returns:
        No such file (KD127), not a document that can be copied (KD128), or a document with errors
        (KD132), at `ban_goc`; an extract of another office's file (KD186); a copy dated before its
        original (KD155); an extract that does not name its parts (KD238), or names one that is not
        there (KD239). Of a file that is not ours only the block of the copy is made, and the whole
        of it is copied.
    """
    name, place = copy.ban_goc, Place(path=("ban_goc",))
    if copy.is_foreign and name in present and copy.hinh_thuc != EXTRACT:
        return []
    if name not in present:
        near = nearest(name, [other for other in present if not _is_copy(documents.get(other))])
        hint = f"có phải ý đồng chí là «{near}»?" if near else "ghi đúng tên tệp, kể cả đuôi .yaml"
        return [problem("KD127", place, ten=name, goi_y=hint)]
    if copy.is_foreign:
        return [problem("KD186", Place(path=("hinh_thuc",)), ten=name)]
    if name in broken:
        return [problem("KD132", place, ten=name)]
    original = documents.get(name)
    if not isinstance(original, VanBan):
        return [problem("KD128", place, ten=name)]
    return [*_dated_before(copy, original), *_parts(copy, original)]


def _dated_before(copy: SaoLuc, original: VanBan) -> Iterator[Problem]:
    signed, copied = known_day(original.ngay), latest_day(copy.ngay)
    if signed and copied and copied < signed:
        yield problem(
            "KD155", Place(path=("ngay",)), sau="ngày sao", ngay_sau=short_date(copied),
            truoc="ngày của văn bản được sao", ngay_truoc=short_date(signed),
        )  # fmt: skip


def _parts(copy: SaoLuc, original: VanBan) -> list[Problem]:
    if copy.hinh_thuc != EXTRACT:
        return []
    if not copy.phan_trich:
        return [problem("KD238", Place(path=("hinh_thuc",)))]
    _, unknown = extracted(original.noi_dung, copy.phan_trich)
    return [
        problem("KD239", Place(path=("phan_trich", copy.phan_trich.index(each))), phan=each,
                tep=copy.ban_goc)
        for each in unknown
    ]  # fmt: skip


def _is_copy(document: VanBan | SaoLuc | None) -> bool:
    return isinstance(document, SaoLuc)


def _secret(document: VanBan) -> Iterator[Problem]:
    if document.do_mat and not is_none(document.do_mat):
        yield problem("KD121", Place(path=("do_mat",)))
    elif level := marked_subject(document.trich_yeu):
        yield problem("KD743", Place(path=("trich_yeu",)), noi="trích yếu", muc=level)
    else:
        texts: list[tuple[DataPath, str, str | None]] = [
            (("noi_dung",), "nội dung", document.noi_dung)
        ]
        texts += [
            (("phu_luc", i, "noi_dung"), "phụ lục", each.noi_dung)
            for i, each in enumerate(document.phu_luc)
        ]
        for path, where, text in texts:
            level = next(filter(None, map(alone, (text or "").splitlines())), "")
            if level:
                yield problem("KD743", Place(path=path), noi=where, muc=level)


def _addressees(document: VanBan, dot: Dot | None) -> Iterator[Problem]:
    kind = letter_of(document.loai, dot)
    if kind and kind.can_kinh_gui and not document.kinh_gui:
        yield addressed_to_nobody(kind)


def _shared(document: VanBan | SaoLuc, dot: Dot) -> Iterator[Problem]:
    usual = speaker_of(document, dot)
    if document.ky is None and usual.ky is None:
        yield nobody_signs(dot)
    kind = letter_of(document.loai, dot)
    if not document.noi_nhan and not usual.noi_nhan and (kind is None or kind.can_noi_nhan):
        yield nobody_receives(dot)
    if document.ngay and not (document.dia_danh or usual.dia_danh or dot.dia_danh):
        yield problem("KD134", Place(path=("dia_danh",)))
    signer = document.ky or usual.ky
    if document.ngay and signer and not signer.ho_ten:
        yield problem("KD135", Place(path=("ky",)))


def addressed_to_nobody(kind: LoaiVanBan) -> Problem:
    """Return KD120 for a letter of a kind that is addressed, and is not."""
    name = kind.ten[0].lower() + kind.ten[1:]
    return problem("KD120", Place(path=("kinh_gui",)), loai=name)


def nobody_signs(dot: Dot) -> Problem:
    """Return KD122 for a paper that neither its file nor `dot.yaml` gives a signer of its body."""
    return problem("KD122", Place(path=("ky",)), **_not_said("ky", of_others=dot.ky is not None))


def nobody_receives(dot: Dot) -> Problem:
    """Return KD123 for a paper that neither its file nor `dot.yaml` gives a recipient."""
    told = _not_said("noi_nhan", of_others=bool(dot.noi_nhan))
    return problem("KD123", Place(path=("noi_nhan",)), **told)


def _not_said(key: str, *, of_others: bool) -> dict[str, str]:
    """Say why a value is missing and where to write it; that of `dot.yaml` may be of others."""
    if of_others:
        why = f"tệp này không có khoá «{key}», còn {key} của dot.yaml là của cơ quan khác"
        return {"vi_sao": why, "o_dau": "trong tệp này"}
    why = f"cả tệp này và dot.yaml đều không có khoá «{key}»"
    return {"vi_sao": why, "o_dau": "trong dot.yaml (dùng cho cả đợt) hoặc trong tệp này"}


def _in_years(day: dt.date, path: DataPath, code: str, dot: Dot) -> Iterator[Problem]:
    if day.year not in {dot.nam, dot.nam + 1}:
        yield problem(code, Place(path=path), ngay=f"{day:%d/%m/%Y}", nam=dot.nam, sau=dot.nam + 1)
