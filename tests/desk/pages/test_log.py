"""The log: who changed what, before and after; and the way back."""

from generator.editing.applying import applied
from generator.editing.changes import Origin, Wanted, change_set
from generator.editing.edits import Set
from tests.desk.client import Client
from tests.desk.pages.sample import BASE, DATA, folder_of


def change(desk: Client, value: str) -> None:
    wanted = Wanted(folder_of(desk) / DATA, Set(("don_vi", "ky_hieu"), value), Origin("dong-lenh"))
    changes, _ = change_set([wanted])
    assert changes
    assert applied(folder_of(desk), changes).so


def test_a_change_of_the_command_line_stands_in_it_too(bare: Client) -> None:
    assert "Chưa có thay đổi nào" in bare.get(f"{BASE}/nhat-ky").words
    change(bare, "CBX")
    shown = bare.get(f"{BASE}/nhat-ky").words
    assert "Đơn vị › Ký hiệu" in shown
    assert "CBX" in shown
    assert "dòng lệnh" in shown


def test_a_change_is_taken_back_and_that_stands_in_the_log(bare: Client) -> None:
    before = (folder_of(bare) / DATA).read_bytes()
    change(bare, "CBX")
    done = bare.post(f"{BASE}/nhat-ky/hoan-tac")
    assert "Đã hoàn tác" in bare.followed(done).words
    assert (folder_of(bare) / DATA).read_bytes() == before
    assert "hoàn tác" in bare.get(f"{BASE}/nhat-ky").words


def test_what_somebody_changed_since_is_not_taken_back(bare: Client) -> None:
    change(bare, "CBX")
    with (folder_of(bare) / DATA).open("a", encoding="utf-8") as file:
        file.write("# thêm\n")
    now = (folder_of(bare) / DATA).read_bytes()
    bare.post(f"{BASE}/nhat-ky/hoan-tac")
    assert (folder_of(bare) / DATA).read_bytes() == now


def test_a_number_that_is_none_undoes_nothing(bare: Client) -> None:
    for number in ("-1", "9" * 40, "x"):
        assert bare.post(f"{BASE}/nhat-ky/hoan-tac", so=number).status == 303
