"""The real documents, rendered from data and read back word by word.

Each allowed difference has a name and a reason; anything else fails the test.
"""

import difflib
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.papers.letter_papers import produce
from generator.papers.templates import search_path
from generator.reading.load import read_campaign
from tests.acceptance import reading_back as back

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "tests" / "seeds"


@dataclass(frozen=True)
class Difference:
    """What the seed has and what the document has instead, and why that is right."""

    name: str
    reason: str
    seed: str
    document: str


@dataclass(frozen=True)
class Case:
    seed: str
    campaign: str
    file: str
    differences: tuple[Difference, ...]

    def __str__(self) -> str:
        return self.seed


HEADER = "the copy at hand begins below the header; the document has one"
COLUMNS = "the seed was read column by column; the document has title and date beside the issuer"
STAR = "the seed was read row by row; the date stands below the title, not in the star's row"
_RIGHT = "ĐẢNG CỘNG SẢN VIỆT NAM Cần Thơ, ngày 14 tháng 10 năm 2022"
CASES = (
    Case(
        "tinh-uy-binh-dinh-2022",
        "binh-dinh-2022",
        "sao-luc-tuy-phuoc.yaml",
        (
            Difference(
                "header",
                HEADER,
                "",
                "TỈNH ỦY BÌNH ĐỊNH ĐẢNG CỘNG SẢN VIỆT NAM ngày tháng năm 2022 * Số -CV/TU Kiểm điểm,"
                " đánh giá, xếp loại chất lượng tập thể, cá nhân năm 2022",
            ),
            Difference("footnote mark", "the mark is Word's own number", "Đảng¹", "Đảng"),
            Difference("footnote", "it stands in the footnotes, not in the page", "¹ {note}", ""),
        ),
    ),
    Case(
        "thanh-uy-can-tho-2022",
        "can-tho-2022",
        "cong-van-608.yaml",
        (
            Difference("in its place", COLUMNS, "", _RIGHT),
            Difference("at the end", COLUMNS, _RIGHT, ""),
        ),
    ),
    Case(
        "ke-hoach-tinh-2021",
        "ke-hoach-tinh-2021",
        "ke-hoach.yaml",
        (
            Difference(
                "header",
                HEADER,
                "",
                "TỈNH ỦY ĐẢNG CỘNG SẢN VIỆT NAM ngày tháng năm 2021 * Số -KH/TU",
            ),
            Difference(
                "five hyphens", "prescribed below the summary, lost in the copy", "", "-----"
            ),
        ),
    ),
    Case(
        "thanh-uy-ha-tinh-2024",
        "ha-tinh-2024",
        "cong-van-1375.yaml",
        (
            Difference("star before the date", STAR, "*", ""),
            Difference("star behind the date", STAR, "", "*"),
            Difference("list mark", "the copy made a list item of «Kính gửi:»", "-", ""),
            Difference("five hyphens", "below the title of the attachment", "", "-----"),
        ),
    ),
)


def document(case: Case) -> bytes:
    campaign = read_campaign(ROOT / "data" / case.campaign)
    data, problems = produce(campaign, case.file, search_path())
    assert data is not None, problems
    return data


def seed(case: Case) -> str:
    return (SEEDS / f"{case.seed}.txt").read_text("utf-8")


def differences(expected: list[str], found: list[str]) -> list[tuple[str, str]]:
    matcher = difflib.SequenceMatcher(None, expected, found, autojunk=False)
    return [
        (" ".join(expected[a:b]), " ".join(found[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_real_document_comes_back_word_for_word(case: Case) -> None:
    data = document(case)
    found = differences(back.seed_words(seed(case)), back.words(data))
    note = " ".join(" ".join(words) for words in back.footnotes(data))
    allowed = {(d.seed.format(note=note), d.document) for d in case.differences}
    assert [pair for pair in found if pair not in allowed] == []
    assert allowed <= set(found), "a difference that is listed no longer exists"


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize(("marks", "tag"), [("**", "b"), ("*", "i")], ids=["bold", "italic"])
def test_what_is_bold_or_italic_in_the_seed_is_so_in_the_document(
    case: Case, marks: str, tag: str
) -> None:
    found = back.marked(document(case), tag)
    missing = [phrase for phrase in back.seed_marked(seed(case), marks) if phrase not in found]
    assert missing == []


def test_the_footnote_of_the_provincial_letter_is_a_word_footnote() -> None:
    data = document(CASES[0])
    notes = back.footnotes(data)
    assert len(notes) == 1
    assert back.references(data) == 1
    raw = " ".join(back.seed_words(seed(CASES[0])))
    assert " ".join(notes[0]) in raw
