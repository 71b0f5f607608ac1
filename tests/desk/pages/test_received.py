"""«Hồ sơ nhận»: files come in, are sorted, stand with their verdict; what a clerk does about them."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.desk.pages import received_file
from tests.desk.client import Answer, Client
from tests.desk.pages.sample import BASE, DATA, NAME, UNIT, folder_of, rewrite, root_of

LIST = f"{BASE}/ho-so-nhan"


def paper(desk: Client, pattern: str = "*kiểm điểm 02*.docx") -> Path:
    return min(root_of(desk).rglob(pattern))


def send(desk: Client, *files: tuple[str, bytes], unit: str = "") -> Answer:
    """Drop files, and wait until they are looked at."""
    sent = desk.post(
        f"{LIST}/nhan", {"don-vi": unit, "ve": ""}, files=[("tep", each) for each in files]
    )
    assert sent.status == 303, sent.words[:300]
    return sent


def received(desk: Client) -> list[str]:
    home = folder_of(desk) / "da-nhan"
    return sorted(each.relative_to(home).as_posix() for each in home.rglob("*") if each.is_file())


def shown(desk: Client, **query: str) -> str:
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    return desk.get(f"{LIST}/phan?{asked}").words


def test_an_empty_page_says_where_files_go(bare: Client) -> None:
    assert "Thả tệp hoặc cả thư mục vào đây" in bare.get(LIST).words
    assert "Chưa nhận tệp nào. Thả tệp vào đây, hoặc chép vào thư mục đã nhận." in shown(bare)


def test_a_paper_that_is_dropped_goes_to_its_unit_and_has_a_verdict(made: Client) -> None:
    data = paper(made).read_bytes()
    sent = send(made, ("Kiem diem.docx", data))
    assert "Đã nhận 1 tệp" in made.followed(sent).words
    assert made.job_done(NAME) == "Đã xếp 1 / 1 tệp."
    assert received(made) == [f"{UNIT}/Kiem diem.docx"]
    assert (folder_of(made) / "da-nhan" / UNIT / "Kiem diem.docx").read_bytes() == data
    rows = shown(made)
    assert "Kiem diem.docx" in rows
    assert "Bản kiểm điểm" in rows
    assert "%" not in rows


def test_a_file_of_nobody_waits_and_the_check_tells_of_it(made: Client) -> None:
    send(made, ("IMG_2231.pdf", b"%PDF-1.4 broken"))
    made.job_done(NAME)
    assert received(made) == ["chua-xep/IMG_2231.pdf"]
    rows = shown(made)
    assert "Chưa chắc" in rows
    assert "Xem 1 tệp cần xử lý" in rows
    assert "chưa xếp vào đơn vị nào" in made.get(f"{BASE}/van-de").words
    assert "Hồ sơ nhận 1" in made.get(f"{BASE}/van-de").words


def test_a_file_dropped_on_a_unit_is_this_units(made: Client) -> None:
    send(made, ("IMG_2231.png", b"\x89PNG broken"), unit=UNIT)
    made.job_done(NAME)
    assert received(made) == [f"{UNIT}/IMG_2231.png"]
    assert "IMG_2231.png" in made.get(f"{BASE}/don-vi/{UNIT}?muc=ho-so-nhan").words


def test_a_unit_that_is_not_there_is_no_way_out_of_the_folder(made: Client) -> None:
    send(made, ("a.pdf", b"%PDF"), unit="../../..")
    made.job_done(NAME)
    assert received(made) == ["chua-xep/a.pdf"]


def test_the_same_file_again_is_told_and_another_of_its_name_is_put_beside(made: Client) -> None:
    send(made, ("a.pdf", b"%PDF one"), unit=UNIT)
    made.job_done(NAME)
    send(made, ("b.pdf", b"%PDF one"), ("a.pdf", b"%PDF two"), unit=UNIT)
    made.job_done(NAME)
    assert received(made) == [f"{UNIT}/a (2).pdf", f"{UNIT}/a.pdf"]
    assert f"Đã có, nội dung giống hệt: {UNIT}/a.pdf" in shown(made, loc="bo-qua")


def test_what_is_not_taken_is_a_row_with_the_reason(made: Client) -> None:
    sent = send(made, ("virus.exe", b"MZ"), ("~$a.docx", b"x"), ("rong.docx", b""), ("goi.zip", b"PK"),
                ("MẬT - nhân sự.docx", b"PK"))  # fmt: skip
    assert "5 tệp không nhận" in made.followed(sent).words
    assert received(made) == []
    rows = shown(made, loc="bo-qua")
    for words in (
        "virus.exe",
        "Không nhận",
        "nhận loại tệp này",
        "Bỏ qua",
        "Tệp rỗng",
        "goi.zip",
        "độ mật",
    ):
        assert words in rows, words
    made.post(f"{LIST}/quen")
    assert "virus.exe" not in shown(made)


def test_a_file_is_never_larger_than_is_opened(
    made: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.desk.pages.received.LARGEST", 1000)
    send(made, ("to.pdf", b"%PDF" + b"x" * 1000), ("vua.pdf", b"%PDF"))
    made.job_done(NAME)
    assert received(made) == ["chua-xep/vua.pdf"]
    assert "quá lớn" in shown(made, loc="bo-qua")


def test_a_scan_of_many_pages_comes_whole(made: Client) -> None:
    data = b"%PDF" + bytes(range(256)) * 24_000
    send(made, ("quét.pdf", data), unit=UNIT)
    made.job_done(NAME)
    assert (folder_of(made) / "da-nhan" / UNIT / "quét.pdf").read_bytes() == data


def test_more_than_a_form_takes_is_told(made: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.desk.uploads.MOST_FILES", 2)
    sent = send(made, *((f"{i}.pdf", b"%PDF" + bytes([65 + i])) for i in range(4)))
    assert "còn 2 tệp chưa nhận" in made.followed(sent).words
    made.job_done(NAME)
    assert len(received(made)) == 2


def test_nothing_chosen_is_said(made: Client) -> None:
    assert "Chưa chọn tệp nào" in made.followed(send(made, ("", b""))).words


def choice(desk: Client, words: str, address: str) -> str:
    """Return the value of an option by its words."""
    text = desk.get(address).text
    at = text.index(words)
    return text[:at].rpartition('<option value="')[2].partition('"')[0]


def test_a_file_is_assigned_by_hand_recorded_as_seen_and_taken_back(made: Client) -> None:
    send(made, ("IMG_1.png", b"\x89PNG broken"))
    made.job_done(NAME)
    whole = (folder_of(made) / DATA).read_text("utf-8")
    address = f"{LIST}/tep?ten=da-nhan/chua-xep/IMG_1.png&don-vi={UNIT}"
    meant = choice(made, "Mục 1", address)
    done = made.post(f"{LIST}/tep", {"ten": "da-nhan/chua-xep/IMG_1.png", "don-vi": UNIT, "van-ban": meant,
                                     "da-xem": "Trần Thị Bình"})  # fmt: skip
    assert done.status == 303, done.words
    assert received(made) == [f"{UNIT}/IMG_1.png"]
    text = (folder_of(made) / DATA).read_text("utf-8")
    assert "tep: IMG_1.png" in text
    assert "da_xem: Trần Thị Bình, 08/12/2026" in text.replace('"', "")
    assert "Trần Thị Bình" in made.get(f"{LIST}/tep?ten=da-nhan/{UNIT}/IMG_1.png").words
    made.post(f"{BASE}/nhat-ky/hoan-tac")
    assert (folder_of(made) / DATA).read_text("utf-8") == whole


def test_a_second_word_about_a_file_replaces_the_first(made: Client) -> None:
    send(made, ("x.png", b"\x89PNG broken"), unit=UNIT)
    made.job_done(NAME)
    name = f"da-nhan/{UNIT}/x.png"
    address = f"{LIST}/tep?ten={name}"
    for words in ("Mục 1", "Biên bản"):
        made.post(
            f"{LIST}/tep", {"ten": name, "don-vi": UNIT, "van-ban": choice(made, words, address)}
        )
    text = (folder_of(made) / DATA).read_text("utf-8")
    assert text.count("tep: x.png") == 1
    made.post(f"{LIST}/tep", {"ten": name, "don-vi": UNIT, "van-ban": ""})
    assert "x.png" not in (folder_of(made) / DATA).read_text("utf-8")


def test_a_record_that_somebody_changed_meanwhile_is_left_and_told(
    made: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder_of(made) / DATA
    address = f"{LIST}/giay?don-vi={UNIT}"
    meant = choice(made, "Mục 1", address)
    real = received_file.applied

    def late(*asked: Any) -> Any:
        file.write_text(file.read_text("utf-8") + "\n# sửa ở máy khác\n", "utf-8")
        return real(*asked)

    monkeypatch.setattr(received_file, "applied", late)
    told = made.post(f"{LIST}/giay", {"don-vi": UNIT, "van-ban": meant, "so-ban": "2"})
    assert told.status == 422
    assert "KD621" in told.words
    assert "so_ban" not in file.read_text("utf-8")


def test_only_received_files_can_be_named(made: Client) -> None:
    for name in (
        "dot.yaml",
        f"don-vi/{UNIT}.yaml",
        "da-nhan/../dot.yaml",
        "da-nhan/khong-co.pdf",
        "/etc/passwd",
    ):
        assert made.get(f"{LIST}/tep?ten={name}").status == 404, name
        assert made.post(f"{LIST}/tep", {"ten": name, "don-vi": UNIT}).status == 404, name


def test_paper_copies_are_recorded(made: Client) -> None:
    address = f"{LIST}/giay?don-vi={UNIT}"
    meant = choice(made, "Mục 1", address)
    fields = {
        "don-vi": UNIT,
        "van-ban": meant,
        "so-ban": "2",
        "ngay": "05/12/2026",
        "nguoi-nop": "Lê Thị Hoa",
    }
    assert "từ 1 đến 999" in made.post(f"{LIST}/giay", {**fields, "so-ban": "hai"}).words
    wrong = made.post(f"{LIST}/giay", {**fields, "ngay": "31/02/2026"})
    assert wrong.status == 422, wrong.words
    done = made.post(f"{LIST}/giay", fields)
    assert "Đã ghi 2 bản giấy" in made.followed(done).words
    text = (folder_of(made) / DATA).read_text("utf-8")
    assert "so_ban: 2" in text
    assert "Lê Thị Hoa" in text


def test_a_letter_asks_for_the_files_again_with_the_reasons(made: Client) -> None:
    send(made, ("hỏng *1*.docx", b"PK broken"), unit=UNIT)
    made.job_done(NAME)
    name = f"da-nhan/{UNIT}/hỏng 1.docx"
    name = "da-nhan/" + received(made)[0]
    asked = made.get(f"{LIST}/tra-lai?ten={name}")
    assert "checked" in asked.text
    assert "Chưa lập" in made.post(f"{LIST}/tra-lai", {"han": ""}).words
    assert (
        "không phải là một ngày"
        in made.post(f"{LIST}/tra-lai", {f"chon:{name}": "1", "han": "mai"}).words
    )
    done = made.post(
        f"{LIST}/tra-lai",
        {f"chon:{name}": "1", f"ly-do:{name}": "Tệp hỏng, mở không được", "han": "15/12/2026"},
    )
    letter = (folder_of(made) / f"tra-lai-{UNIT}.yaml").read_text("utf-8")
    assert "đề nghị nộp lại hồ sơ" in letter
    assert "trước ngày 15/12/2026" in letter
    assert "Tệp hỏng, mở không được" in letter
    assert "là bản thảo" in made.followed(done).words
    assert (
        "đề nghị nộp lại" in made.get(f"{BASE}/van-ban").words.lower()
        or "tra-lai" in made.get(f"{BASE}/van-ban").words
    )
    again = made.post(f"{LIST}/tra-lai", {f"chon:{name}": "1", "han": ""})
    assert again.status == 303
    assert (folder_of(made) / f"tra-lai-{UNIT}-2.yaml").exists()


def test_the_cell_of_the_board_leads_to_the_files(made: Client) -> None:
    cell = made.get(f"{BASE}/bang/o?don-vi={UNIT}&muc=1")
    assert f"{BASE}/don-vi/{UNIT}?muc=ho-so-nhan" in cell.text
    assert f"{LIST}/giay?don-vi={UNIT}" in cell.text


def test_a_hundred_rows_stand_on_a_page(made: Client) -> None:
    folder = folder_of(made) / "da-nhan"
    folder.mkdir()
    for number in range(101):
        (folder / f"{number:03}.pdf").write_bytes(b"%PDF" + str(number).encode())
    first, second = shown(made), shown(made, trang="2")
    assert "Trang 1 / 2" in first
    assert ("099.pdf" in first, "100.pdf" in first, "100.pdf" in second) == (True, False, True)
    assert "Trang 2 / 2" in shown(made, trang="9999")


def test_files_wait_while_something_else_runs(made: Client) -> None:
    rewrite(folder_of(made) / DATA, "ca_nhan:", "ca_nhan: [")  # a unit that cannot be read
    send(made, ("a.pdf", b"%PDF"), unit=UNIT)
    made.job_done(NAME)
    assert received(made) == [f"{UNIT}/a.pdf"]
    assert "a.pdf" in shown(made)


def test_a_file_laid_into_the_folder_by_hand_is_sorted_by_the_button(made: Client) -> None:
    folder = folder_of(made) / "da-nhan"
    folder.mkdir()
    shutil.copy(paper(made), folder / "x.docx")
    assert "Xếp các tệp chờ" in shown(made)
    made.post(f"{LIST}/xep")
    made.job_done(NAME)
    assert received(made) == [f"{UNIT}/x.docx"]
