"""The places that a clerk must look at, as a workbook to answer in and give back."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.files.workbook import Book
from generator.opening.content import REASONS, Refusal
from generator.opening.pool import tables
from generator.problems import Place, Problem, problem
from generator.received.said import words_of
from generator.returned.looking import Decision
from generator.returned.proposing import Proposal
from generator.wording.compare import fold

SHEET = "Phải xem"
_COLUMNS = (("Đơn vị", 24), ("Của ai", 24), ("Mục", 36), ("Tệp", 30), ("Đoạn", 7),
            ("Dữ liệu đang ghi", 40), ("Tệp ghi", 50), ("Vì sao phải xem", 40),
            ("Trả lời", 10), ("Sửa thành", 40), ("Khoá, không sửa", 8))  # fmt: skip
_KNOWN_BY = (0, 1, 2, 3, 6)
"""Columns by which a clerk knows what a row asks."""

_ANSWER, _INSTEAD, _KEY = 8, 9, 10
_TWICE = "câu này được trả lời ở hơn một dòng: chỉ để lại một"
_MOVED = "các ô của dòng đã bị đổi chỗ hoặc sửa, không rõ trả lời cho câu nào: lập lại bảng"
RIGHT, CHANGED, LEFT = "đúng", "sửa", "bỏ qua"


def doubts_book(campaign: Path, asked: Sequence[Proposal]) -> bytes:
    """Return an `.xlsx` with a row for each value that is asked about.

    Args:
        campaign: the folder of the campaign, to which names of files are relative.
        asked: the values.
    """
    book = Book()
    sheet = book.sheet(SHEET, _COLUMNS)
    count = book.rows(sheet, (_row(campaign, each) for each in asked))
    if count:
        choices = {"validate": "list", "source": [RIGHT, CHANGED, LEFT]}
        sheet.data_validation(1, _ANSWER, count, _ANSWER, choices)
    sheet.set_column(_KEY, _KEY, None, None, {"hidden": True})
    return book.bytes()


def _row(campaign: Path, each: Proposal) -> tuple[str, ...]:
    name = _within(each.doc.tep, campaign)
    return (
        each.unit.data.don_vi.ten, each.ai, each.value.nhan, name, str(each.value.noi or ""),
        each.truoc, each.value.value, "; ".join(each.ly_do), "", "", key(campaign, each),
    )  # fmt: skip


def key(campaign: Path, each: Proposal) -> str:
    """Return what tells a question from every other, also from itself once something changed."""
    home = _within(each.tep, campaign)
    parts = (
        home,
        ".".join(map(str, each.path)),
        each.doc.tep.name,
        each.value.value,
        each.truoc,
    )
    return hashlib.blake2b("\x00".join(parts).encode(), digest_size=12).hexdigest()


def _within(path: Path, folder: Path) -> str:
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def answered(
    file: Path, campaign: Path, proposals: Iterable[Proposal]
) -> tuple[list[Decision], list[Problem]]:
    """Return what a clerk answered in the workbook.

    Args:
        file: the workbook.
        campaign: the folder of the campaign.
        proposals: what the forms say now.

    Returns:
        The decisions, and KD852 for each row that cannot be used. Rows without an answer say
        nothing.
    """
    read = tables(file)
    if isinstance(read, Refusal):
        return [], [problem("KD801", Place(file=file.as_posix()), ly_do=REASONS[read])]
    table = next((each for each in read if each.name == SHEET), None)
    if table is None:
        why = f"tệp không có trang «{SHEET}»"
        return [], [problem("KD852", Place(file=file.as_posix()), dong=1, ly_do=why)]
    known = {key(campaign, each): each for each in proposals if each.ket == "hoi"}
    decisions: list[Decision] = []
    told: list[Problem] = []
    rows = [(number, _cells(row)) for number, row in enumerate(table.rows[1:], 2)]
    rows = [(number, cells) for number, cells in rows if cells[_ANSWER]]
    often = Counter(cells[_KEY] for _, cells in rows)
    for number, cells in rows:
        found = _TWICE if often[cells[_KEY]] > 1 else _decision(cells, campaign, known)
        if isinstance(found, Decision):
            decisions.append(found)
        else:
            told.append(problem("KD852", Place(file=file.as_posix()), dong=number, ly_do=found))
    return decisions, told


def _cells(row: Sequence[object]) -> list[str]:
    cells = [_typed(each) for each in row]
    return cells + [""] * (_KEY + 1 - len(cells))


def _typed(cell: object) -> str:
    """Return a cell as the form would say it: Excel makes days and numbers of what is typed."""
    match cell:
        case None:
            return ""
        case dt.date():
            return f"{cell:%d/%m/%Y}"
        case float():
            return f"{cell:g}".replace(".", ",")
    return str(cell).strip()


def _decision(
    cells: Sequence[str], campaign: Path, known: Mapping[str, Proposal]
) -> Decision | str:
    one = known.get(cells[_KEY])
    if one is None:
        return "tệp hoặc dữ liệu đã đổi từ khi lập bảng, hoặc đã trả lời rồi"
    shown = _row(campaign, one)
    if any(words_of(cells[each]) != words_of(shown[each]) for each in _KNOWN_BY):
        return _MOVED
    return decision(one, cells[_ANSWER], cells[_INSTEAD])


def decision(one: Proposal, answer: str, instead: str) -> Decision | str:
    """Return what an answer decides, or why it does not."""
    said = fold(answer)
    if said == fold(LEFT):
        return Decision(one, "bo_qua")
    if said == fold(CHANGED):
        if not instead:
            return "trả lời «sửa» mà chưa ghi giá trị"
        return Decision(one, "sua", instead)
    if said == fold(RIGHT):
        if one.cay is None:
            return "chưa có giá trị để ghi: trả lời «sửa» kèm giá trị, hoặc «bỏ qua»"
        return Decision(one, "dung")
    return f"không hiểu «{answer}»: ghi «đúng», «sửa» hoặc «bỏ qua»"
