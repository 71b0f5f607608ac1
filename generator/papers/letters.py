"""Computes the values for the template of a letter.

The wording of each component comes from `generator.wording`, by the thể thức pack in force on the
date of signature; this module only combines the components.
"""

import datetime as dt
import re
from collections.abc import Sequence

from generator.engine.tables import NOTHING, TURNED
from generator.model import CoQuan, Dot, SaoLuc, VanBan
from generator.model.fields import ThangNam, latest_day
from generator.model.kinds import LoaiVanBan
from generator.papers import letter_body, letter_checks, signers
from generator.papers.letter_tables import ACROSS, UPRIGHT
from generator.papers.letter_values import (
    BanSaoIn,
    CoQuanIn,
    DauTrangIn,
    KinhGuiIn,
    PhamViIn,
    PhuLucIn,
    TuIn,
    VanBanIn,
)
from generator.problems import Problem
from generator.regulations.in_force import pack_in_force
from generator.regulations.packs import letter_of
from generator.regulations.rule import in_case
from generator.regulations.the_thuc import TheThuc
from generator.wording import (
    appendix,
    citations,
    copies,
    dates,
    recipients,
    speaker,
    speed,
    symbols,
    trich_yeu,
)
from generator.wording.compare import same
from generator.wording.lists import without_dash, without_mark
from generator.wording.speaker import Party, speaker_of

_STAMP = "dau"
_SPOKEN_NUMBER = re.compile(r"^\s*số\s*:?\s*", re.IGNORECASE)
_DECISION = "quyet-dinh"
_UNNAMED = "cong-van"
"""The layout family that does not print the name of the kind."""


def pack_of(
    document: VanBan | SaoLuc, dot: Dot, otherwise: dt.date | None = None
) -> tuple[TheThuc, tuple[Problem, ...]]:
    """Return the pack by date of signature and kind of body, with the office's values applied.

    The values of the campaign's office do not apply to another body that copies one of its
    documents; `otherwise` is used as date of signature if the document has none.
    """
    return pack_in_force(
        dot, speaker_of(document, dot).co_quan, latest_day(document.ngay) or otherwise
    )


def printed_letter(
    document: VanBan, dot: Dot, otherwise: dt.date | None = None, speaker: Party | None = None
) -> VanBanIn:
    """Return every field of a document as it is printed.

    `otherwise` is as for `pack_of`, `speaker` as for `findings`.
    """
    pack, _ = pack_of(document, dot, otherwise)
    usual = speaker or speaker_of(document, dot)
    body = usual.co_quan
    keep = _keep(document, dot)
    kind = letter_of(document.loai, dot)
    layout = kind.bo_cuc if kind else ""
    about = trich_yeu.printed_trich_yeu(pack, layout, document.trich_yeu)
    title = "" if layout == _UNNAMED else pack.ten_loai[document.loai].gia_tri
    return {
        "khoi": body.khoi,
        "tieu_de_tep": " ".join(f"{title} {document.trich_yeu}".split()),
        "dau_trang": _top(pack),
        "co_quan": _body(pack, body),
        "so_ky_hieu": _numbered(document, body, pack, kind),
        "dia_danh_ngay": _place_and_date(document, usual, dot),
        "ten_loai": in_case(pack.co_chu.ten_loai, title),
        "tac_gia": (document.tac_gia or "").upper(),
        "trich_yeu": about if kind is None or kind.in_trich_yeu else "",
        "gach_duoi": pack.trich_yeu.gach_duoi.gia_tri,
        "do_khan": speed.printed_speed(document.do_khan, document.hen_gio),
        "khung_do_khan": pack.co_chu.do_khan.gia_tri.khung,
        "du_thao": document.du_thao or "",
        **_circulation(pack, document.pham_vi or ""),
        "kinh_gui": _addressees(pack, document, keep=keep),
        "can_cu": list(citations.citations(pack, document.can_cu, keep=keep)),
        "chu_the": document.chu_the or body.chu_the or "",
        "loi_quyet": letter_checks.resolving(kind, document),
        "noi_dung": letter_body.body(
            letter_body.ended(pack, document.noi_dung, keep=keep), document.bang
        ),
        "tu_noi_nhan": _words(pack),
        "noi_nhan": _recipients(pack, document, usual, dot),
        "nguoi_soan": in_case(pack.co_chu.nguoi_soan, document.nguoi_soan or ""),
        "lien_he": document.lien_he or "",
        **signers.printed_signers(pack, document, document.ky or usual.ky),
        "phu_luc": _attachments(pack, document, annex_note(document, dot, otherwise, usual)),
    }


def printed_copy(copy: SaoLuc, dot: Dot) -> BanSaoIn:
    """Return the values of the copying body's block: body, number, date, recipients and signer."""
    pack, _ = pack_of(copy, dot)
    usual = speaker_of(copy, dot)
    body = _body(pack, usual.co_quan)
    number = copy.so_ky_hieu or _number(copy, usual.co_quan, pack)
    day = _place_and_date(copy, usual, dot)
    kind = copies.copy_heading(pack, copy.hinh_thuc)
    to = _recipients(pack, copy, usual, dot)
    entered = {
        "co_quan": body["ten"],
        "so_ky_hieu": _SPOKEN_NUMBER.sub("", number),
        "hinh_thuc": kind,
        "dia_danh_ngay": day,
        "noi_nhan": " ".join(to),
    }
    title, labels = copies.stamp(pack)
    return {
        "dau": pack.sao.kieu.gia_tri == _STAMP,
        "tieu_de": title,
        "muc": [{"nhan": label, "chu": entered[key]} for key, label in labels.items()],
        "duoi_co_quan": pack.dau_trang.duoi_co_quan.gia_tri,
        "tu_noi_nhan": _words(pack),
        "hinh_thuc": kind,
        "co_quan": body,
        "so_ky_hieu": number,
        "dia_danh_ngay": day,
        "noi_nhan": to,
        "ky": signers.printed_signature(pack, copy.ky or usual.ky),
    }


def _circulation(pack: TheThuc, words: str) -> PhamViIn:
    """Print where a letter may go at its top, or at its end where the pack puts these words."""
    rule = pack.ket_thuc.pham_vi
    last = rule is not None and any(same(without_mark(words), each) for each in rule.cau.gia_tri)
    foot = rule is not None and rule.chan_trang.gia_tri
    return {
        "pham_vi": "" if last else words,
        "khung_pham_vi": pack.co_chu.pham_vi.gia_tri.khung,
        "pham_vi_cuoi": {"chu": words if last else "", "chan_trang": foot},
    }


def _numbered(document: VanBan, body: CoQuan, pack: TheThuc, kind: LoaiVanBan | None) -> str:
    """Return number and symbol as the head prints them; none for a kind that has no number."""
    if document.so_ky_hieu or (kind and not kind.in_so):
        return document.so_ky_hieu or ""
    return _number(document, body, pack)


def _number(document: VanBan | SaoLuc, body: CoQuan, pack: TheThuc, *, cited: bool = False) -> str:
    """Compose the số ký hiệu from type, number and body; `cited` leaves out the word «Số»."""
    symbol = symbol_of(pack, body) or ""
    kind = copies.copy_type(document.hinh_thuc) if isinstance(document, SaoLuc) else document.loai
    compose = symbols.number_and_symbol if cited else symbols.document_number
    return compose(pack, kind, document.so, symbol)


def symbol_of(pack: TheThuc, body: CoQuan) -> str | None:
    """Return the symbol of a body, its own or that of the pack; None if neither has one."""
    return body.ky_hieu or symbols.body_symbol(pack, body.ten, body.cap_tren)


def place_of(document: VanBan | SaoLuc, usual: Party, dot: Dot) -> str | None:
    """Return the place before the date: the letter's own, its body's or the campaign's."""
    return document.dia_danh or usual.dia_danh or dot.dia_danh


def _place_and_date(document: VanBan | SaoLuc, usual: Party, dot: Dot) -> str:
    return dates.place_and_date(place_of(document, usual, dot), document.ngay or ThangNam(dot.nam))


def _keep(document: VanBan | SaoLuc, dot: Dot) -> bool:
    own = document.giu_nguyen_dau_cau
    return dot.giu_nguyen_dau_cau if own is None else own


def _top(pack: TheThuc) -> DauTrangIn:
    first, *more = pack.dau_trang.tieu_de.gia_tri
    formats = pack.co_chu
    motto = formats.tieu_ngu or formats.tieu_de
    return {
        "dong": [in_case(formats.tieu_de, first), *(in_case(motto, each) for each in more)],
        "duoi_co_quan": pack.dau_trang.duoi_co_quan.gia_tri,
    }


def _words(pack: TheThuc) -> TuIn:
    """Return the words before the recipients; the mark behind them is not underlined."""
    written = pack.noi_nhan.tu.gia_tri
    words = written.rstrip(":").rstrip()
    return {"chu": words, "cuoi": written.removeprefix(words)}


def _body(pack: TheThuc, body: CoQuan) -> CoQuanIn:
    formats = pack.co_chu
    return {
        "cap_tren": in_case(formats.co_quan_cap_tren, body.cap_tren or ""),
        "ten": speaker.in_lines(in_case(formats.co_quan_ban_hanh, body.ten)),
    }


def _addressees(pack: TheThuc, document: VanBan, *, keep: bool) -> KinhGuiIn:
    found = recipients.addressees(pack, document.loai, document.kinh_gui, keep=keep)
    if found is None:
        return {"tu": "", "mot": False, "cung_dong": False, "noi": []}
    beside = found.cung_dong
    single = len(found.muc) == 1 and beside
    return {"tu": f"{found.tu}:", "mot": single, "cung_dong": beside, "noi": list(found.muc)}


def _recipients(pack: TheThuc, document: VanBan | SaoLuc, usual: Party, dot: Dot) -> list[str]:
    items = document.noi_nhan or _usual(pack, document, recipients_of(document, usual, dot))
    return list(recipients.recipients(pack, items, keep=_keep(document, dot)))


def recipients_of(document: VanBan | SaoLuc, usual: Party, dot: Dot) -> tuple[str, ...]:
    """Return the recipients of a letter, its own or the usual ones, as typed."""
    kind = letter_of(document.loai, dot)
    alone = kind is not None and not kind.can_noi_nhan
    return document.noi_nhan or (() if alone else usual.noi_nhan)


def _usual(pack: TheThuc, document: VanBan | SaoLuc, noi_nhan: Sequence[str]) -> Sequence[str]:
    """Return the usual recipients, without «Như trên» where nobody stands above."""
    addressed = isinstance(document, VanBan) and document.kinh_gui
    if addressed or document.loai in pack.nhu_tren.loai.gia_tri:
        return noi_nhan
    above = pack.nhu_tren.dong.gia_tri
    return [each for each in noi_nhan if not same(without_mark(without_dash(each)), above)]


def annex_note(
    document: VanBan, dot: Dot, otherwise: dt.date | None = None, speaker: Party | None = None
) -> str:
    """Return the line «(Kèm theo …)» of what is attached to a letter.

    It cites the number as the head of the letter has it, typed or composed. `otherwise` is as for
    `pack_of`, `speaker` as for `findings`.
    """
    pack, _ = pack_of(document, dot, otherwise)
    body = (speaker or speaker_of(document, dot)).co_quan
    issuer = document.chu_the or body.chu_the or body.ten
    cited = cited_number(document, dot, speaker, otherwise)
    day = document.ngay or ThangNam(dot.nam)
    return appendix.appendix_note(pack, document.loai, cited, day, issuer)


def cited_number(
    document: VanBan, dot: Dot, speaker: Party | None = None, otherwise: dt.date | None = None
) -> str:
    """Return number and symbol of a letter as other papers cite it: those its own head prints."""
    pack, _ = pack_of(document, dot, otherwise)
    typed = document.so_ky_hieu and _SPOKEN_NUMBER.sub("", document.so_ky_hieu)
    body = (speaker or speaker_of(document, dot)).co_quan
    return typed or _number(document, body, pack, cited=True)


def _attachments(pack: TheThuc, document: VanBan, note: str) -> list[PhuLucIn]:
    total = sum(each.nhan is None for each in document.phu_luc)
    made: list[PhuLucIn] = []
    index = 0
    for each in document.phu_luc:
        index += each.nhan is None
        made.append(
            {
                "nhan": each.nhan or appendix.appendix_label(pack, index, total),
                "tieu_de": appendix.appendix_title(pack, each.tieu_de),
                "kem_theo": appendix.printed_note(each.kem_theo or note),
                "kho": TURNED if each.ngang else NOTHING,
                "noi_dung": letter_body.body(
                    each.noi_dung or "", each.bang, width=ACROSS if each.ngang else UPRIGHT
                ),
            }
        )
    return made
