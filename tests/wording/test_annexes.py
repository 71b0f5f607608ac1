"""What a text says of its annexes is read; annexes of other papers are none of its own."""

import pytest

from generator.wording.annexes import attached, numbered, unnamed


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Phân công theo Phụ lục 1.", [1]),
        ("(Phụ lục số 2)", [2]),
        ("Phụ lục 1, 2 và 3", [1, 2, 3]),
        ("từ Phụ lục 1 đến Phụ lục 3", [1, 3]),
        ("Phụ lục 1 - 4", [1, 2, 3, 4]),
        ("(có phụ lục 1, 2 và 20 biểu mẫu kèm theo)", [1, 2]),
        ("PHỤ LỤC II", [2]),
        ("theo **phụ lục 1**.", [1]),
        ("Phụ lục 1 Hướng dẫn số 05-HD/VPTW", []),
        ("Theo Phụ lục 3 kèm theo Quy định số 366-QĐ/TW. Chi tiết ở Phụ lục 2.", [2]),
        ("mẫu tại Phụ lục II Nghị định 30/2020/NĐ-CP", []),
        ("Phụ lục 1 Nghị định nêu trên", []),
        ("Phụ lục kèm theo", []),
        ("Phụ lục I/2026", []),
        ("Phụ lục IV. Danh sách", [4]),
        ("Phụ lục in riêng", []),
    ],
)
def test_numbers_of_annexes_are_read(text: str, numbers: list[int]) -> None:
    assert [each.so for each in numbered(text)] == numbers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Khen thưởng 05 chi bộ (có danh sách kèm theo).", "có danh sách kèm theo"),
        ("Khen thưởng 05 chi bộ (kèm theo danh sách).", "kèm theo danh sách"),
        ("Thực hiện theo Phụ lục đính kèm.", "theo Phụ lục đính kèm"),
        ("Các chi bộ gửi báo cáo kèm theo danh sách đảng viên về Văn phòng.", ""),
        ("Điền theo biểu mẫu kèm theo Hướng dẫn số 43-HD/BTCTW.", ""),
        ("Dự thảo Đề án gửi kèm theo Tờ trình này.", ""),
    ],
)
def test_a_list_that_is_said_to_be_attached_is_found(text: str, words: str) -> None:
    found = attached(text)
    assert (found.viet if found else "") == words


@pytest.mark.parametrize(
    ("texts", "total", "left"),
    [
        (["Theo Phụ lục 1."], 2, [2]),
        (["Theo Phụ lục 1 và 2."], 2, []),
        (["Theo Phụ lục 1. Số liệu ở các phụ lục."], 3, []),
        (["Thực hiện như sau."], 2, []),
        (["Theo Phụ lục 1.", "Xem Phụ lục 2."], 2, []),
    ],
)
def test_an_annex_that_is_passed_over_is_found(
    texts: list[str], total: int, left: list[int]
) -> None:
    assert unnamed(texts, total) == left
