"""`kiemdiem explain` knows codes, rules, regimes, forms, kinds and keys."""

import pytest

from generator.problems.catalogue import entries
from tests.cli.run import kiemdiem


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("KD101", "KD101 (lỗi)"),
        ("kd101", "KD101 (lỗi)"),
        ("R07", "R07, chế độ 2025"),
        ("2025", "áp dụng cho kỳ kiểm điểm từ năm 2025"),
        ("02A/2025", "Mẫu 02A-HD KĐ.ĐG 2025"),
        ("goi-y", "mỗi giấy về «goi_y»"),
        ("goi_y", "Khoá dữ liệu «goi_y»"),
        ("xep_loai.tu_nhan", "Mức tự nhận"),
    ],
)
def test_a_name_is_explained(asked: str, said: str) -> None:
    done = kiemdiem("explain", asked)
    assert done.returncode == 0
    assert said in done.stdout


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("KD0101", "KD101"),
        ("goi-i", "goi-y"),
        ("ngay_sin", "ngay_sinh"),
        ("khoi_co_qan", "khoi_co_quan"),
    ],
)
def test_for_a_misspelt_name_a_near_one_is_offered(asked: str, meant: str) -> None:
    done = kiemdiem("explain", asked)
    assert done.returncode == 2
    assert f"Có phải ý đồng chí là {meant}?" in done.stderr


def test_without_a_name_all_codes_are_listed() -> None:
    listed = [line.split()[0] for line in kiemdiem("explain").stdout.splitlines()]
    assert listed == sorted(entries())
