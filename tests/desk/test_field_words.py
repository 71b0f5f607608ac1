"""A sentence on the page names the field that the clerk sees, not the key of the file."""

import re

import pytest

from generator.desk.field_words import in_field_names
from generator.problems import DataPath
from generator.problems.catalogue import entry

UNIT = "don-vi/chi-bo.yaml"


def mend(code: str, file: str, path: DataPath = ()) -> str:
    return in_field_names(entry(code).cach_sua, code, file, path)


@pytest.mark.parametrize(
    ("code", "file", "path", "told"),
    [
        ("KD752", UNIT, (), "ghi người ở «Các cá nhân», tập thể ở «Các tập thể lãnh đạo» của đơn vị"),
        ("KD421", UNIT, ("ca_nhan", 0), "ghi «Ngày vào Đảng»: ngày vào Đảng"),
        ("KD134", "cong-van.yaml", (), "thêm «Địa danh ghi trước ngày ký» vào tệp này hoặc vào thông tin đợt"),
    ],
)  # fmt: skip
def test_a_key_is_told_by_the_name_of_its_field(
    code: str, file: str, path: DataPath, told: str
) -> None:
    assert mend(code, file, path) == told


def test_a_key_of_two_names_is_told_by_the_one_of_its_place() -> None:
    assert "«Giải trình từng điểm được gợi ý kiểm điểm»" in mend("KD428", UNIT, ("ca_nhan", 0))
    assert "«Báo cáo giải trình riêng»" in mend("KD431", UNIT, ("goi_y", 0))


def test_what_the_clerk_typed_stays_though_it_looks_like_a_key() -> None:
    said = "khoá «ho_ten» ghi sai, thư mục don_vi"
    assert in_field_names(said, "KD752", UNIT, ()) == said


def test_no_quotes_are_torn() -> None:
    assert "«cong_chuc: không»" in mend("KD464", UNIT, ("ca_nhan", 0, "xep_loai"))
    for code in ("KD124", "KD122", "KD458"):
        said = mend(code, UNIT)
        assert said.count("«") == said.count("»"), re.sub(r"\s+", " ", said)
