"""What a form says as one text is taken apart only where nothing is lost."""

import pytest

from generator.model.review import GiaiTrinh, KhacPhuc
from generator.returned.lists import explained, mended
from generator.wording import review

POINTS = {"1.1": "Việc chậm giải ngân vốn đầu tư", "1.2": "Việc họp muộn"}


def test_what_the_program_prints_of_weaknesses_comes_back() -> None:
    text = "- Đến muộn. Đã được khắc phục: hết.\nKhó khăn, vướng mắc: thiếu người.\nTrách nhiệm: bí thư.\n- Ghi sổ chưa đủ. Đang khắc phục."
    found = mended(text)
    assert isinstance(found, list)
    items = [KhacPhuc(**each) for each in found]  # type: ignore[arg-type]
    assert review.mended(items) == text


def test_what_the_program_prints_of_points_comes_back() -> None:
    text = (
        "## 1.1. Việc chậm giải ngân vốn đầu tư\nDo mặt bằng.\nĐã xong tháng 9.\n"
        "Nguyên nhân: khách quan.\nTrách nhiệm: bí thư.\n## 1.2. Việc họp muộn\nĐã sửa."
    )
    found = explained(text, POINTS)
    assert isinstance(found, list)
    items = [GiaiTrinh(**each) for each in found]  # type: ignore[arg-type]
    assert review.explained(items, POINTS) == text


@pytest.mark.parametrize(
    "text",
    [
        "- Đến muộn. Đã được khắc phục.\nTrách nhiệm: của chi ủy.\nTrách nhiệm: của bản thân.",
        "- Đến muộn. Đã được khắc phục.\nKhó khăn, vướng mắc: một.\nKhó khăn, vướng mắc: hai.",
        "- Đến muộn. Đã được khắc phục.\nTrách nhiệm:",
        "- Đến muộn. Đang khắc phục. Ghi sổ chưa đủ. Đã được khắc phục.",
        "- Đến muộn. Đã được khắc phục.\nCòn một việc khác.",
        "Trách nhiệm: của chi ủy.",
    ],
)
def test_weaknesses_are_not_taken_apart_where_something_would_be_lost(text: str) -> None:
    assert mended(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "1.1. Tôi xin nhận trách nhiệm, do mặt bằng.\nĐã xong tháng 9.",
        "1.1.\nĐã xong.\nNguyên nhân: khách quan.\nNguyên nhân: chủ quan.",
        "1.1.\nĐã xong.\nTrách nhiệm: bí thư.\nTrách nhiệm: bản thân.",
        "1.1.\nĐã xong.\nNguyên nhân:\nkhách quan.",
        "1.1.\nĐã xong.\nNguyên nhân: khách quan.\nSẽ làm sớm hơn.",
        "1.1.\nĐã xong.\n1.1.\nLại nữa.",
        "1.1.\n1.2.\nĐã sửa.",
        "1.3.\nĐã sửa.",
    ],
)
def test_points_are_not_taken_apart_where_something_would_be_lost(text: str) -> None:
    assert explained(text, POINTS) is None
