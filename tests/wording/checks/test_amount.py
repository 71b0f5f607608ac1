"""A number that stands in figures and in words says the same twice."""

import pytest

from generator.wording.checks.amount import check_amounts


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("800.000 đồng (Tám mươi nghìn đồng)", ["KD290"]),
        ("800.000 đồng (Tám trăm nghìn đồng)", []),
        ("248.600.000 đồng (bằng chữ: Hai trăm bốn mươi sáu triệu tám trăm nghìn đồng)", ["KD290"]),
        ("**350 triệu đồng** (Ba trăm năm mươi triệu đồng chẵn./.)", []),
        ("1,5 tỷ đồng (Một tỷ năm trăm triệu đồng)", []),
        ("1,5 tỷ đồng (Một tỷ năm triệu đồng)", ["KD290"]),
        ("trong 05 (năm) ngày; 15 (mười năm) ngày", []),
        ("trong 05 (bốn) ngày", ["KD290"]),
        ("năm 2026 (năm thứ hai của nhiệm kỳ); vi phạm: 5 (không)", []),
        ("năm 2026 (năm)", []),
        ("Điều 3 (ba)", []),
        ("vắng 02 (có lý do)", []),
        ("theo Quyết định số 12/2026 (một)", []),
    ],
)
def test_figures_and_words_agree(text: str, codes: list[str]) -> None:
    found = list(check_amounts(f"Dòng đầu.\n{text}", ("noi_dung",)))
    assert [each.code for each in found] == codes
    assert all(each.place.path[:2] == ("noi_dung", 1) for each in found)


def test_the_message_says_which_number_the_words_are() -> None:
    (found,) = check_amounts("800.000 đồng (Tám mươi nghìn đồng)", ())
    assert "tức 80.000" in found.message
