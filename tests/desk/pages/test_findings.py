"""The findings: each once, by kind or unit, with its mend, its way, and a reason if it is accepted."""

from generator.editing.applying import history
from tests.desk.client import Client
from tests.desk.pages.sample import BASE, DATA, folder_of, rewrite


def test_none_is_said_in_words(bare: Client) -> None:
    assert "Không có lỗi, không có cảnh báo" in bare.get(f"{BASE}/van-de").words


def test_errors_stand_before_warnings_and_lead_to_their_place(bare: Client) -> None:
    rewrite(folder_of(bare) / "dot.yaml", "nam: 2026", "namm: 2026")
    shown = bare.get(f"{BASE}/van-de")
    assert "Sửa lần lượt" in shown.words
    assert "nhap?tep=dot.yaml" in shown.text


def test_a_consequence_is_not_told_beside_its_cause(bare: Client) -> None:
    file = folder_of(bare) / DATA
    rewrite(file, "loai: don-vi", "loai: don-vi\nkhoa_la: 1")
    shown = bare.get(f"{BASE}/van-de")
    assert "KD101" in shown.words
    assert "KD725" not in shown.words
    assert "Bỏ mục «khoa_la»" in shown.words


def test_a_certain_mend_is_a_button_and_comes_back_to_the_list(bare: Client) -> None:
    file = folder_of(bare) / DATA
    whole = file.read_text("utf-8")
    rewrite(file, "loai: don-vi", "loai: don-vi\nkhoa_la: 1")
    answer = bare.post(
        f"{BASE}/cho/ghi", tep=DATA, muc="khoa_la", cach="bo", nhan="Bỏ mục «khoa_la»", ve="van-de"
    )
    assert answer.to == f"{BASE}/van-de"
    assert file.read_text("utf-8") == whole
    assert "Không có lỗi" in bare.followed(answer).words


def test_a_button_of_a_page_that_is_out_of_date_does_nothing(bare: Client) -> None:
    before = (folder_of(bare) / DATA).read_bytes()
    answer = bare.post(
        f"{BASE}/cho/ghi", tep=DATA, muc="khoa_la", cach="bo", nhan="Bỏ mục «khoa_la»"
    )
    assert answer.status == 409
    assert (folder_of(bare) / DATA).read_bytes() == before


def warned(desk: Client) -> None:
    """Leave a warning in a file: two blanks within a name."""
    file = folder_of(desk) / DATA
    text = file.read_text("utf-8")
    at = text.index("ho_ten: ")
    name = text[at:].split("\n", 1)[0]
    file.write_text(
        text.replace(name, name.replace(" ", "  ", 2).replace("ho_ten:  ", "ho_ten: "), 1), "utf-8"
    )


def test_a_warning_is_accepted_with_a_reason_and_taken_back(bare: Client) -> None:
    warned(bare)
    shown = bare.get(f"{BASE}/van-de")
    assert "Cảnh báo" in shown.words
    code = shown.text.split('name="ma" value="')[1].split('"')[0]
    tep = (
        shown.text.split('action="/dot/vi-du-2026/van-de/ghi-ly-do"')[1]
        .split('name="tep" value="')[1]
        .split('"')[0]
    )
    empty = bare.post(f"{BASE}/van-de/ghi-ly-do", tep=tep, ma=code, ly_do=" ")
    assert "lý do còn trống" in bare.followed(empty).words
    done = bare.post(f"{BASE}/van-de/ghi-ly-do", tep=tep, ma=code, ly_do="Tên gọi thường ngày")
    assert "Đã ghi lý do" in bare.followed(done).words
    assert code in bare.get(f"{BASE}/van-de?loc=da-ghi").words
    undone = bare.post(f"{BASE}/nhat-ky/hoan-tac", so=str(history(folder_of(bare))[0].so))
    assert "Đã hoàn tác" in bare.followed(undone).words
    assert code in bare.get(f"{BASE}/van-de?loc=canh-bao").words


def test_an_error_cannot_be_accepted(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "loai: don-vi", "loai: don-vi\nkhoa_la: 1")
    before = (folder_of(bare) / DATA).read_bytes()
    refused = bare.post(f"{BASE}/van-de/ghi-ly-do", tep=DATA, ma="KD101", ly_do="kệ")
    assert bare.followed(refused).status == 200
    assert (folder_of(bare) / DATA).read_bytes() == before
