"""Collects the evidence for each required document: generated here, received, or on paper."""

import copyreg
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from generator.dossier.built import Built, State, serves
from generator.dossier.expecting import candidates, expected
from generator.dossier.handed_in import Key
from generator.dossier.required import Need, Requirement
from generator.dossier.results import Evidence, LooseFile, Verdict
from generator.dossier.unsigned import unsigned
from generator.dossier.verdict import Proof
from generator.model.handed_in import NopHoSo
from generator.model.unit import DonViNam
from generator.model.verdict import GOOD, WORST_FIRST, Ket
from generator.opening.content import REASONS, UNREAD, FileContent, Refusal
from generator.opening.plain import kind_of
from generator.opening.pool import SECONDS, answers, opened
from generator.problems import Place, Problem, problem
from generator.received.draft import OUR_DRAFT
from generator.received.expected import Candidate
from generator.received.identify import THRESHOLD, identify
from generator.received.judge import judge
from generator.regulations.che_do import CheDo
from generator.wording.dates import short_date


def _regime(told: str) -> CheDo:
    return CheDo.model_validate_json(told)


# Its parts are made by pydantic as they are needed, so no other interpreter knows them by name.
copyreg.pickle(CheDo, lambda regime: (_regime, (regime.model_dump_json(),)))


@dataclass(frozen=True, slots=True)
class UnitCase:
    """A unit whose papers are compared with its data.

    `ngay` is the date of the check, `received` the folder of the files it handed in, `seen` their
    contents; any other file is opened on demand.
    """

    nam: DonViNam
    che_do: CheDo
    year: int
    ngay: dt.date
    received: Path
    seen: Mapping[Path, FileContent]

    def opened(self, path: Path) -> FileContent:
        """Return what a file says."""
        return self.seen.get(path) or opened(path)


@dataclass(slots=True)
class Found:
    """Proofs by index of requirement and document; files that prove nothing; problems."""

    proofs: dict[int, dict[int, list[Proof]]] = field(default_factory=dict)
    loose: list[LooseFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, key: Key, proof: Proof) -> None:
        """Add a proof of a document."""
        self.proofs.setdefault(key[0], {}).setdefault(key[1], []).append(proof)


def proofs_of(
    desk: UnitCase,
    asked: Sequence[Requirement],
    entries: Mapping[Key, Sequence[int]],
    built: Sequence[Built],
    files: Sequence[Path],
) -> Found:
    """Collect the evidence for a unit's documents.

    Args:
        desk: the unit and the date of the check.
        asked: what it must hand in.
        entries: the clerk's entries (indexes in `ho_so`) by document.
        built: the documents of its plan.
        files: the files it handed in.

    Returns:
        The proofs, the received files that satisfy nothing, and problems for entries that name a
        missing file.
    """
    found = Found()
    for i, requirement in enumerate(asked):
        for j, need in enumerate(requirement.can):
            if not need.mien:
                for proof in _made_here(desk, requirement, need, built):
                    found.add((i, j), proof)
    named = _recorded(desk, asked, entries, found)
    _received(desk, asked, [path for path in files if path not in named], found)
    return found


def outdone(found: Found, verdicts: Sequence[Verdict]) -> list[LooseFile]:
    """Return received files with defects whose document has better evidence, with the defects.

    The document is satisfied all the same, but the sender of a damaged or wrong file should know.
    """
    told: dict[str, LooseFile] = {each.tep: each for each in found.loose}
    known = len(told)
    for i, each in enumerate(verdicts):
        for j, part in enumerate(each.phan):
            for proof in found.proofs.get(i, {}).get(j, ()):
                file = proof.chung_cu
                worse = proof.ket not in GOOD and part.ket in GOOD
                if worse and file.nguon == "nhan" and file.tep not in told:
                    reason = f"không tính vào mục {each.muc}: {proof.ly_do}"
                    told[file.tep] = LooseFile(file.tep, reason)
    return list(told.values())[known:]


def _made_here(
    desk: UnitCase, asked: Requirement, need: Need, built: Sequence[Built]
) -> Iterator[Proof]:
    """Yield proofs by generated documents.

    Of several documents of one kind (two gợi ý) each must be in order; different kinds are
    alternatives.
    """
    for code in need.doc.mau:
        own = [
            _of_built(desk, asked, need, each)
            for each in built
            if each.ma == code and serves(each, need.path, need.ai, desk.nam)
        ]
        if own:
            own.sort(key=lambda each: WORST_FIRST.index(each.ket))
            yield replace(own[0], kem=tuple(each.chung_cu for each in own[1:]))


def _of_built(desk: UnitCase, asked: Requirement, need: Need, document: Built) -> Proof:
    evidence = Evidence("tao", document.state.value, document.tep.as_posix())
    day = _handed_in(desk)
    if document.sai and document.state is not State.CHUA_TAO:
        reason = f"mới là bản dự thảo: {'; '.join(each.message for each in document.sai)}"
        todo = "sửa chỗ sai trong dữ liệu rồi chạy lại kiemdiem build"
        return Proof(replace(evidence, du_thao=True), Ket.CAN_XEM_LAI, reason, todo, ngay=day)
    match document.state:
        case State.CHUA_TAO:
            todo = "chạy kiemdiem build, hoặc nhận văn bản từ nơi khác"
            return Proof(replace(evidence, tep=""), Ket.THIEU, viec=todo)
        case State.HONG:
            todo = "chạy lại kiemdiem build để tạo lại, rồi kiểm tra lại"
            reason = "tệp đã tạo bị hỏng, không mở được"
            return Proof(evidence, Ket.CAN_XEM_LAI, reason, todo, ngay=day)
        case State.CU:
            todo = "chạy lại kiemdiem build rồi kiểm tra lại"
            reason = "văn bản cũ hơn dữ liệu của đơn vị"
            return Proof(evidence, Ket.CAN_XEM_LAI, reason, todo, ngay=day)
        case State.SUA_TAY:
            seen = desk.opened(document.tep)
            return replace(_judged(desk, asked, need, seen, evidence), ngay=day)
    confirmed = bool(asked.item.xac_nhan)
    lacks = unsigned(desk.che_do, desk.nam, document, confirmed=confirmed)
    ket = Ket.CHUA_KY if lacks else Ket.CO
    return Proof(evidence, ket, "; ".join(lacks), ngay=day)


def _handed_in(desk: UnitCase) -> dt.date | None:
    day = desk.nam.ngay_nop_ho_so
    return day if day and day <= desk.ngay else None


def _judged(
    desk: UnitCase, asked: Requirement, need: Need, seen: FileContent, evidence: Evidence
) -> Proof:
    """Judge a file in a process that may die; what it cannot judge in time is to be looked at."""
    work = partial(_weighed, desk, asked, need, evidence)
    ((_, proof),) = answers(work, [seen], 1, SECONDS)
    return proof or Proof(evidence, Ket.CAN_XEM_LAI, REASONS[Refusal.QUA_LAU])


def _weighed(
    desk: UnitCase, asked: Requirement, need: Need, evidence: Evidence, seen: FileContent
) -> Proof:
    findings = judge(seen, expected(asked, need, desk.nam, desk.che_do, desk.year))
    forms = need.doc.hinh_thuc
    if not seen.refusal and forms and seen.kind not in forms:
        reason = f"danh mục đòi bản {', '.join(forms)}, tệp này là {seen.kind}"
        return Proof(evidence, Ket.CAN_XEM_LAI, reason)
    if not findings:
        return Proof(evidence)
    if any(each.ly_do == OUR_DRAFT for each in findings):
        evidence = replace(evidence, du_thao=True)
    worst_first = sorted(findings, key=lambda each: WORST_FIRST.index(each.ket))
    todo = "; ".join(filter(None, dict.fromkeys(each.viec for each in worst_first)))
    reasons = "; ".join(each.ly_do for each in worst_first)
    return Proof(evidence, worst_first[0].ket, reasons, todo)


def _recorded(
    desk: UnitCase, asked: Sequence[Requirement], entries: Mapping[Key, Sequence[int]], found: Found
) -> set[Path]:
    """Add the clerk's entries as proofs; return the files named in them."""
    named: set[Path] = set()
    for (i, j), indexes in entries.items():
        for index in indexes:
            entry = desk.nam.ho_so[index]
            if entry.ngay and entry.ngay > desk.ngay:
                continue
            path = _named_file(desk, entry)
            if path is not None and not path.is_file():
                place = Place(path=("ho_so", index, "tep"))
                folder = desk.received.as_posix()
                found.problems.append(problem("KD713", place, tep=entry.tep, thu_muc=folder))
                path = None
            elif path is not None:
                named.add(path)
            proof = _of_entry(desk, asked[i], asked[i].can[j], entry, path)
            if proof is not None:
                found.add((i, j), proof)
    return named


def _named_file(desk: UnitCase, entry: NopHoSo) -> Path | None:
    """Return the file of an entry; for a name outside the unit's folder, a path without a file."""
    if entry.tep is None:
        return None
    path = desk.received / entry.tep
    inside = path.resolve().is_relative_to(desk.received.resolve())
    return path if inside else desk.received / "?"


def _of_entry(
    desk: UnitCase, asked: Requirement, need: Need, entry: NopHoSo, path: Path | None
) -> Proof | None:
    day = entry.ngay or _handed_in(desk)
    who = f", {entry.nguoi_nop} nộp" if entry.nguoi_nop else ""
    when = f", ngày {short_date(entry.ngay)}" if entry.ngay else ""
    if entry.khong_ap_dung:
        return Proof(Evidence("ghi", entry.khong_ap_dung), Ket.KHONG_AP_DUNG, entry.khong_ap_dung)
    if path is not None:
        seen = desk.opened(path)
        evidence = Evidence("nhan", f"tệp ghi trong sổ nhận{who}{when}", path.as_posix())
        proof = _judged(desk, asked, need, seen, evidence)
        looked_at = entry.da_xem and not seen.refusal and not proof.chung_cu.du_thao
        if proof.ket is Ket.CAN_XEM_LAI and looked_at:
            proof = Proof(replace(evidence, noi_dung=f"đã mở xem: {entry.da_xem}{when}"))
        return replace(proof, so_ban=entry.so_ban, ngay=day)
    if entry.so_ban:
        return Proof(
            Evidence("giay", f"{entry.so_ban} bản giấy{who}{when}"), so_ban=entry.so_ban, ngay=day
        )
    return None


def _received(
    desk: UnitCase, asked: Sequence[Requirement], files: Sequence[Path], found: Found
) -> None:
    """Add received files identified by name or content; below the threshold only as a hint."""
    choices = candidates(asked, desk.nam, desk.che_do)
    known = replace(desk, seen={path: desk.opened(path) for path in files})
    for path, answer in answers(partial(_of_file, known, asked, choices), files, 1, SECONDS):
        # What was given up is known by its name alone, which takes no time.
        given_up = {path: FileContent(kind_of(path), Refusal.QUA_LAU)}
        told = answer or _of_file(replace(desk, seen=given_up), asked, choices, path)
        found.loose += told.loose
        for i, by_need in told.proofs.items():
            for j, proofs in by_need.items():
                for proof in proofs:
                    found.add((i, j), proof)


def _of_file(
    desk: UnitCase, asked: Sequence[Requirement], choices: Sequence[Candidate], path: Path
) -> Found:
    found = Found()
    seen = desk.opened(path)
    match = identify(seen, path.relative_to(desk.received).as_posix(), choices)
    if match is None:
        found.loose.append(LooseFile(path.as_posix(), _unknown(seen)))
        return found
    evidence = Evidence("nhan", match.cach, path.as_posix(), match.chac_chan)
    trusted = match.chac_chan >= THRESHOLD
    if not trusted:
        reason = f"chỉ chắc {match.chac_chan}%: {match.cach}"
        found.loose.append(LooseFile(path.as_posix(), reason))
    for i, j in match.candidate.keys:
        if trusted:
            proof = _weighed(desk, asked[i], asked[i].can[j], evidence, seen)
            found.add((i, j), replace(proof, ngay=_handed_in(desk)))
        else:
            guess = f"có thể là tệp «{path.name}» (chắc {match.chac_chan}%)"
            todo = "mở xem, đúng thì ghi tệp vào ho_so"
            found.add((i, j), Proof(evidence, Ket.CAN_XEM_LAI, guess, todo))
    return found


def _unknown(seen: FileContent) -> str:
    if seen.refusal:
        return REASONS[seen.refusal]
    if seen.unread:
        return f"{UNREAD[seen.unread]}, không nhận ra là văn bản nào: mở xem, ghi vào ho_so"
    return "không nhận ra là văn bản nào: thêm số mục và họ tên vào tên tệp, hoặc ghi vào ho_so"
