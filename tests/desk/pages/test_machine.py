"""The machine and the help, in words."""

from tests.desk.client import Client
from tests.desk.pages.sample import BASE


def test_the_machine_is_told_in_words(bare: Client) -> None:
    shown = bare.get(f"{BASE}/may").words
    for words in ("Quyền ghi", "Khoá tệp", "Chỗ trống", "Đóng phần mềm"):
        assert words in shown


def test_a_code_is_explained(bare: Client) -> None:
    assert "KD405: " in bare.get(f"{BASE}/tro-giup?ma=kd405").words
    assert "Không có mã «KD999»" in bare.get(f"{BASE}/tro-giup?ma=KD999").words
