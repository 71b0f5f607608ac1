"""Whose tracked insertions are in doubt: those put into what somebody else had written."""

import io
import zipfile

import pytest
from lxml import etree

from generator.opening.tracked import later_hands
from generator.opening.typed_line import INSERTED_LATER
from generator.opening.written import read_written

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def plain(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def ins(text: str, author: str = "Bình") -> str:
    return f'<w:ins w:id="1" w:author="{author}">{plain(text)}</w:ins>'


def body(*paragraphs: str) -> str:
    inside = "".join(f"<w:p>{each}</w:p>" for each in paragraphs)
    return f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'


TYPED = [plain("Họ và tên: ") + ins("An"), *(ins(f"Việc thứ {at}.") for at in range(5))]


@pytest.mark.parametrize(
    ("paragraphs", "others"),
    [
        ([plain("Đã xong 12 việc.")], set()),
        (TYPED, set()),
        ([plain("Đã xong ") + ins("12") + plain(" việc.")], {"Bình"}),
        ([plain("Đã xong."), ins("Không có.")], {"Bình"}),
        ([*TYPED, plain("Đã xong ") + ins("12", "Cúc")], {"Cúc"}),
        ([*TYPED, ins("Đã xong ") + ins("12", "Cúc")], {"Cúc"}),
        ([*TYPED, *(plain("Đã xong ") + ins(f"{at}") for at in range(9))], {"Bình"}),
        (['<w:pPr><w:rPr><w:ins w:id="1" w:author="Cúc"/></w:rPr></w:pPr>' + plain("x")], set()),
    ],
)
def test_who_inserts_here_and_there_is_another(paragraphs: list[str], others: set[str]) -> None:
    assert later_hands(etree.fromstring(body(*paragraphs))) == others


def test_a_line_into_which_somebody_put_words_is_in_doubt() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        mixed = plain("Đã xong ") + ins("12", "Cúc") + plain(" việc.")
        packed.writestr("word/document.xml", body(*TYPED, mixed, plain("Hết.")))
    held.seek(0)
    doubted = [each.text for each in read_written(held) if INSERTED_LATER in each.doubts]
    assert doubted == ["Đã xong 12 việc."]
