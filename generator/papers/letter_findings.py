"""Collects what the rules of wording say against a letter, and against the office's own values."""

import datetime as dt
from collections.abc import Iterator

from generator.model import CoQuan, Dot, SaoLuc, VanBan
from generator.model.fields import latest_day
from generator.papers import letter_body, letter_checks, letter_tables, signers
from generator.papers.letters import pack_of, place_of, recipients_of, symbol_of
from generator.problems import DataPath, Place, Problem, problem
from generator.regulations.in_force import pack_in_force
from generator.regulations.packs import letter_of
from generator.wording import trich_yeu
from generator.wording.checks.body import (
    check_alone,
    check_body,
    check_committee,
    check_gone,
    check_joint,
)
from generator.wording.checks.place import check_place
from generator.wording.checks.recipient import check_recipients
from generator.wording.checks.signature import check_signature
from generator.wording.checks.speaker import check_kind, check_speaker
from generator.wording.speaker import Party, speaker_of


def findings(document: VanBan | SaoLuc, dot: Dot, speaker: Party | None = None) -> list[Problem]:
    """Return what the rules of wording say against a document, each with its data path.

    `speaker` is who issues it, where the letter and the campaign alone do not say it.
    """
    pack, _ = pack_of(document, dot)
    problems: list[Problem] = []
    usual = speaker or speaker_of(document, dot)
    body = usual.co_quan
    kind = letter_of(document.loai, dot)
    if document.loai not in pack.ky_hieu_van_ban and not isinstance(document, SaoLuc):
        values = {"loai": letter_checks.called(document.loai, dot), "goi": pack.ten}
        return [problem("KD246", Place(path=("loai",)), **values)]
    numbered = kind is None or kind.in_so
    if numbered and not document.so_ky_hieu and not symbol_of(pack, body):
        problems.append(problem("KD204", Place(path=("co_quan",)), ten=body.ten))
    problems += check_body(body)
    signed_on = latest_day(document.ngay) or dt.date(dot.nam, 12, 31)
    problems += check_gone(_named(document, body), signed_on)
    problems += check_committee(body, document.ky or usual.ky, signed_on)
    problems += check_place(place_of(document, usual, dot), signed_on)
    if document.ky:
        problems += signers.check_lead(pack, document)
    if isinstance(document, SaoLuc) or not document.cung_ky:
        signed = kind is None or kind.can_noi_nhan
        problems += check_alone(body, document.ky or usual.ky) if signed else ()
    items = recipients_of(document, usual, dot)
    problems += check_speaker(body, document.ky or usual.ky, items)
    if isinstance(document, VanBan) or document.noi_nhan:
        to = document.kinh_gui if isinstance(document, VanBan) else ()
        problems += check_recipients(pack, document.loai, items, to)
    if isinstance(document, VanBan):
        problems += check_joint(body, len(document.cung_ky))
        problems += trich_yeu.check_trich_yeu(pack, document.trich_yeu)
        problems += letter_checks.check_letter(pack, document, usual, dot)
        problems += letter_body.out_of_order(document, items)
        problems += letter_tables.too_wide(document)
        problems += signers.check_together(body, document, document.ky or usual.ky)
        problems += signers.check_signers(pack, document)
        called, day = letter_checks.called(document.loai, dot), latest_day(document.ngay)
        problems += check_kind(body, document.loai, called, day)
    return problems


def _named(document: VanBan | SaoLuc, body: CoQuan) -> Iterator[tuple[DataPath, str]]:
    """Yield the bodies that a letter itself names: who issues it, whom it goes to."""
    yield ("co_quan",), body.ten
    to = document.kinh_gui if isinstance(document, VanBan) else ()
    for key, items in (("kinh_gui", to), ("noi_nhan", document.noi_nhan)):
        yield from (((key, n), each) for n, each in enumerate(items))


def campaign_findings(dot: Dot) -> list[Problem]:
    """Return the problems of the campaign's own values and its signer."""
    pack, found = pack_in_force(dot, dot.co_quan, None)
    signed = check_signature(pack, dot.ky) if dot.ky else []
    return [*found, *signed, *check_speaker(dot.co_quan, dot.ky, dot.noi_nhan)]
