"""Collects the evidence for each required document: generated here, received, or on paper."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from generator.checklists.required import Need, serves
from generator.dossier.ahead import received_ahead
from generator.dossier.built import Built, State
from generator.dossier.handed_in import Key
from generator.dossier.looking import Case, Follow, Looked, Memory, Task, look_at, nobody
from generator.dossier.results import Evidence, LooseFile, Verdict
from generator.dossier.unsigned import unsigned
from generator.dossier.verdict import Proof
from generator.files.real_path import real_path
from generator.model.handed_in import NopHoSo
from generator.model.verdict import GOOD, WORST_FIRST, Ket
from generator.opening.content import REASONS, FileContent, Refusal, why_unread
from generator.opening.pool import Crew
from generator.problems import Place, Problem, problem
from generator.received.draft import OUR_DRAFT
from generator.received.expected import Finding
from generator.received.identify import THRESHOLD
from generator.wording.dates import short_date


@dataclass(frozen=True, slots=True)
class UnitCase:
    """A unit whose papers are compared with its data.

    `ngay` is the date of the check, `memory` what is known of its files from an earlier check; they
    are looked at by the processes of `crew`, and `follow` is told how far that is.
    """

    case: Case
    ngay: dt.date
    memory: Mapping[Path, Memory]
    crew: Crew
    follow: Follow = nobody


@dataclass(slots=True)
class Found:
    """Proofs by index of requirement and document; files that prove nothing; problems.

    `of_files` are the problems of files, placed there (one with a mark of secrecy, which proves
    nothing; those signed after the day of the check); `kept` is
    what is to be kept of files for the next check, by path, and `given_up` whether one
    took too long, so that it is looked at again.
    """

    proofs: dict[int, dict[int, list[Proof]]] = field(default_factory=dict)
    loose: list[LooseFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    of_files: list[Problem] = field(default_factory=list)
    kept: dict[Path, bytes] = field(default_factory=dict)
    given_up: bool = False

    def add(self, key: Key, proof: Proof) -> None:
        """Add a proof of a document."""
        self.proofs.setdefault(key[0], {}).setdefault(key[1], []).append(proof)


def proofs_of(
    desk: UnitCase,
    entries: Mapping[Key, Sequence[int]],
    built: Sequence[Built],
    files: Sequence[Path],
) -> Found:
    """Collect the evidence for a unit's documents.

    Args:
        desk: the unit, what it must hand in, and the date of the check.
        entries: the clerk's entries (indexes in `ho_so`) by document.
        built: the documents of its plan.
        files: the files it handed in.

    Returns:
        The proofs, the received files that satisfy nothing, and problems for entries that name a
        missing file.
    """
    found = Found()
    offers = list(_offers(desk.case, built))
    desk = replace(desk, case=_named(desk.case, offers))
    records = list(_records(desk, entries, found))
    known: dict[Path, list[Key]] = {}
    for offer in offers:
        for each in offer.built:
            if each.state is State.SUA_TAY:
                known.setdefault(each.tep, []).append(offer.key)
    for record in records:
        if record.path is not None:
            known.setdefault(record.path, []).append(record.key)
    tasks = [Task(path, tuple(dict.fromkeys(keys))) for path, keys in known.items()]
    others = [Task(path) for path in files if path not in known]
    looks = look_at(desk.case, [*tasks, *others], desk.memory, desk.crew, desk.follow)
    found.kept, found.given_up = looks.kept, looks.given_up
    looked = {task.path: each for task, each in looks.looked.items()}
    for path in [path for path, each in looked.items() if each.seen.refusal == Refusal.MAT]:
        found.of_files.append(problem("KD742", Place(file=path.as_posix())))
        found.loose.append(LooseFile(path.as_posix(), REASONS[Refusal.MAT]))
    found.of_files += received_ahead(looked, desk.case.received, desk.ngay)
    for offer in offers:
        found.add(offer.key, _made_here(desk, offer, looked))
    for record in records:
        proof = _of_entry(desk, record, looked)
        if proof is not None:
            found.add(record.key, proof)
    for task in others:
        _received(desk, task.path, looked[task.path], found)
    return found


def with_names(case: Case, built: Sequence[Built]) -> Case:
    """Return a case that knows the names of our own papers, by which files are recognised too."""
    return _named(case, list(_offers(case, built)))


def outdone(found: Found, verdicts: Sequence[Verdict]) -> list[LooseFile]:
    """Return received files with defects that do not decide their document, with the defects.

    Another file decides it, but the sender of a damaged or wrong one should know why.
    """
    told: dict[str, LooseFile] = {each.tep: each for each in found.loose}
    known = len(told)
    for i, each in enumerate(verdicts):
        for j, part in enumerate(each.phan):
            for proof in found.proofs.get(i, {}).get(j, ()):
                file = proof.chung_cu
                worse = proof.ket not in GOOD and proof.ly_do != part.ly_do
                if worse and file.nguon == "nhan" and file.tep not in told:
                    reason = f"không tính vào mục {each.muc}: {proof.ly_do}"
                    told[file.tep] = LooseFile(file.tep, reason)
    return list(told.values())[known:]


class _Offer(NamedTuple):
    """The generated documents of one kind for a required document."""

    key: Key
    built: list[Built]


def _offers(case: Case, built: Sequence[Built]) -> Iterator[_Offer]:
    for i, asked in enumerate(case.asked):
        for j, need in enumerate(asked.can):
            for code in () if need.mien else need.doc.mau:
                own = [
                    each
                    for each in built
                    if each.ma == code and serves(each.path, need.path, need.ai, case.nam)
                ]
                if own:
                    yield _Offer((i, j), own)


def _named(case: Case, offers: Sequence[_Offer]) -> Case:
    names: dict[Key, tuple[str, ...]] = {}
    for key, built in offers:
        names[key] = names.get(key, ()) + tuple(each.tep.stem for each in built)
    return replace(case, names=names)


def _made_here(desk: UnitCase, offer: _Offer, looked: Mapping[Path, Looked]) -> Proof:
    """Return the proof by generated documents.

    Of several documents of one kind (two gợi ý) each must be in order; different kinds are
    alternatives.
    """
    own = [_of_built(desk, offer.key, each, looked) for each in offer.built]
    own.sort(key=lambda each: WORST_FIRST.index(each.ket))
    return replace(own[0], kem=tuple(each.chung_cu for each in own[1:]))


def _of_built(desk: UnitCase, key: Key, document: Built, looked: Mapping[Path, Looked]) -> Proof:
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
            return replace(_judged(desk, key, looked[document.tep], evidence), ngay=day)
    confirmed = bool(desk.case.asked[key[0]].item.xac_nhan)
    lacks = unsigned(desk.case.che_do, desk.case.nam, document, confirmed=confirmed)
    ket = Ket.CHUA_KY if lacks else Ket.CO
    return Proof(evidence, ket, "; ".join(lacks), ngay=day)


def _handed_in(desk: UnitCase) -> dt.date | None:
    day = desk.case.nam.ngay_nop_ho_so
    return day if day and day <= desk.ngay else None


def _judged(desk: UnitCase, key: Key, looked: Looked, evidence: Evidence) -> Proof:
    """Return the proof that a file is of a document that it was held for."""
    if looked.seen.refusal == Refusal.MAT:
        return Proof(replace(evidence, tep=""), Ket.CAN_XEM_LAI, REASONS[Refusal.MAT])
    need = desk.case.asked[key[0]].can[key[1]]
    return _weighed(need, evidence, looked.seen, looked.findings[looked.keys.index(key)])


def _weighed(
    need: Need, evidence: Evidence, seen: FileContent, findings: Sequence[Finding]
) -> Proof:
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


class _Record(NamedTuple):
    """An entry of the clerk for a document, and the file it names."""

    key: Key
    entry: NopHoSo
    path: Path | None


def _records(
    desk: UnitCase, entries: Mapping[Key, Sequence[int]], found: Found
) -> Iterator[_Record]:
    """Yield the clerk's entries up to the day of the check; report those with a missing file."""
    for key, indexes in entries.items():
        for index in indexes:
            entry = desk.case.nam.ho_so[index]
            if entry.ngay and entry.ngay > desk.ngay:
                continue
            path = _named_file(desk.case, entry)
            if path is not None and not path.is_file():
                place = Place(path=("ho_so", index, "tep"))
                folder = desk.case.received.as_posix()
                found.problems.append(problem("KD713", place, tep=entry.tep, thu_muc=folder))
                path = None
            yield _Record(key, entry, path)


def _named_file(case: Case, entry: NopHoSo) -> Path | None:
    """Return the file of an entry; for a name outside the unit's folder, a path without a file."""
    if entry.tep is None:
        return None
    path = case.received / entry.tep
    inside = real_path(path).is_relative_to(real_path(case.received))
    return path if inside else case.received / "?"


def _of_entry(desk: UnitCase, record: _Record, looked: Mapping[Path, Looked]) -> Proof | None:
    key, entry, path = record
    day = entry.ngay or _handed_in(desk)
    who = f", {entry.nguoi_nop} nộp" if entry.nguoi_nop else ""
    when = f", ngày {short_date(entry.ngay)}" if entry.ngay else ""
    if entry.khong_ap_dung:
        return Proof(Evidence("ghi", entry.khong_ap_dung), Ket.KHONG_AP_DUNG, entry.khong_ap_dung)
    if path is not None:
        evidence = Evidence("nhan", f"tệp ghi trong sổ nhận{who}{when}", path.as_posix())
        proof = _judged(desk, key, looked[path], evidence)
        refused = looked[path].seen.refusal
        looked_at = entry.da_xem and not refused and not proof.chung_cu.du_thao
        if proof.ket is Ket.CAN_XEM_LAI and looked_at:
            proof = Proof(replace(evidence, noi_dung=f"đã mở xem: {entry.da_xem}{when}"))
        return replace(proof, so_ban=entry.so_ban, ngay=day)
    if entry.so_ban:
        return Proof(
            Evidence("giay", f"{entry.so_ban} bản giấy{who}{when}"), so_ban=entry.so_ban, ngay=day
        )
    return None


def _received(desk: UnitCase, path: Path, looked: Looked, found: Found) -> None:
    """Add a received file as known by name or content; below the threshold only as a hint."""
    if looked.seen.refusal == Refusal.MAT:
        return
    if not looked.keys:
        found.loose.append(LooseFile(path.as_posix(), _unknown(looked.seen)))
        return
    evidence = Evidence("nhan", looked.cach, path.as_posix(), looked.chac_chan)
    if looked.chac_chan >= THRESHOLD:
        for key in looked.keys:
            proof = _judged(desk, key, looked, evidence)
            found.add(key, replace(proof, ngay=_handed_in(desk)))
        return
    reasons = filter(
        None, (why_unread(looked.seen), f"chỉ chắc {looked.chac_chan}%: {looked.cach}")
    )
    found.loose.append(LooseFile(path.as_posix(), "; ".join(reasons)))
    for key in looked.keys:
        guess = f"có thể là tệp «{path.name}» (chắc {looked.chac_chan}%)"
        todo = "mở xem, đúng thì ghi tệp vào ho_so"
        found.add(key, Proof(evidence, Ket.CAN_XEM_LAI, guess, todo))


def _unknown(seen: FileContent) -> str:
    if seen.refusal:
        return REASONS[seen.refusal]
    if why := why_unread(seen):
        return f"{why}, không nhận ra là văn bản nào: mở xem, ghi vào ho_so"
    return "không nhận ra là văn bản nào: thêm số mục và họ tên vào tên tệp, hoặc ghi vào ho_so"
