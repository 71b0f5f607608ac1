"""«Nộp»: only what is complete is offered, packs are made and are found out if they changed."""

from pathlib import Path

from tests.desk.client import Answer, Client
from tests.desk.pages.sample import BASE, DATA, NAME, UNIT, folder_of, rewrite, root_of

PAGE = f"{BASE}/nop"
BOX = f'type="checkbox" name="don-vi" value="{UNIT}"'


def packed(desk: Client, **more: str) -> Answer:
    """Pack the unit; return the page afterwards."""
    desk.post(f"{PAGE}/dong-goi", {"don-vi": UNIT} | more)
    desk.job_done(NAME)
    return desk.get(PAGE)


def verified(desk: Client) -> Answer:
    desk.post(f"{PAGE}/kiem-lai")
    desk.job_done(NAME)
    return desk.get(PAGE)


def looked_elsewhere(desk: Client, place: str) -> Answer:
    """Verify what lies at a place; return the page afterwards."""
    desk.post(f"{PAGE}/kiem-noi-khac", noi=place)
    desk.job_done(NAME)
    return desk.get(PAGE)


def pack_of(desk: Client) -> Path:
    return root_of(desk) / "nop" / UNIT


def test_a_unit_that_is_complete_is_ticked(made: Client) -> None:
    page = made.get(PAGE)
    assert "Chi bộ thôn Đoài Sẵn sàng" in page.words
    assert BOX in page.text
    assert "Đóng gói 1 đơn vị" in page.words
    assert "Nơi nhận: Ban Thường vụ Đảng ủy (qua Ban Xây dựng Đảng)" in page.words


def test_a_unit_that_lacks_something_has_no_box_but_a_way_to_what_it_lacks(bare: Client) -> None:
    page = bare.get(PAGE)
    assert BOX not in page.text
    assert f"{BASE}/bang?o=1&amp;don-vi={UNIT}" in page.text
    assert "bản kiểm điểm cá nhân" in page.words
    assert ">Đóng gói <" not in page.text


def test_a_unit_that_cannot_be_read_leads_to_its_error(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "loai: don-vi", "loai: don-vi\n  x: [")
    page = bare.get(PAGE)
    assert f"{BASE}/van-de?don-vi=" in page.text
    assert BOX not in page.text


def test_the_ticked_units_are_packed_and_where_they_lie_is_told(made: Client) -> None:
    page = packed(made)
    assert pack_of(made).with_suffix(".zip").is_file()
    assert (pack_of(made) / "manifest.sha256").is_file()
    assert str((root_of(made) / "nop").resolve()) in page.words
    assert "Đã đóng " in page.words
    answer = made.get(f"{BASE}/tep?ten=nop/{UNIT}.zip")
    assert answer.body == pack_of(made).with_suffix(".zip").read_bytes()


def test_nothing_ticked_is_told(made: Client) -> None:
    assert "Chưa chọn đơn vị nào" in made.followed(made.post(f"{PAGE}/dong-goi")).words


def test_a_pack_that_is_whole_is_said_to_be(made: Client) -> None:
    packed(made)
    page = verified(made)
    assert "Còn nguyên, " in page.words
    assert made.job_done(NAME) == "1 trong 1 gói còn nguyên như lúc đóng."


def test_a_pack_that_somebody_changed_is_found_out(made: Client) -> None:
    packed(made)
    word = next(pack_of(made).glob("01*.docx"))
    word.write_bytes(b"x")
    page = verified(made)
    assert "Gói đã đổi hoặc hỏng" in page.words
    assert "KD728" in page.words
    assert word.name in page.words


def test_a_zip_that_somebody_changed_is_found_out_too(made: Client) -> None:
    packed(made)
    archive = pack_of(made).with_suffix(".zip")
    archive.write_bytes(archive.read_bytes()[:-400])
    assert "Gói đã đổi hoặc hỏng" in verified(made).words


def test_a_result_is_not_shown_of_a_pack_that_was_made_anew(made: Client) -> None:
    packed(made)
    assert "Còn nguyên" in verified(made).words
    rewrite(folder_of(made) / DATA, "9/9 chỉ tiêu", "8/9 chỉ tiêu")
    made.post(f"{BASE}/van-ban/tao")
    made.job_done(NAME)
    assert "Còn nguyên" not in packed(made).words


def test_an_incomplete_dossier_is_refused_with_the_items_it_lacks(bare: Client) -> None:
    page = packed(bare)
    assert "1 đơn vị chưa đóng được" in bare.job_done(NAME)
    assert "KD720" in page.words
    assert "«Đóng gói khi hồ sơ chưa đủ»" in page.words
    assert "--incomplete" not in page.words
    assert not pack_of(bare).exists()


def test_an_incomplete_dossier_is_packed_on_purpose_and_stays_known_as_that(made: Client) -> None:
    next((root_of(made) / UNIT).glob("3 -*.docx")).unlink()
    page = made.get(PAGE)
    assert "Chỉ dùng khi nơi nhận đã đồng ý" in page.words
    packed(made, **{"chua-du": "co"})
    assert (pack_of(made) / "manifest.sha256").is_file()
    page = verified(made)
    assert "Còn nguyên, hồ sơ chưa đủ" in page.words
    assert "KD730" in page.words


def test_a_copy_on_a_stick_is_verified_where_it_lies(made: Client, tmp_path: Path) -> None:
    packed(made)
    copy = tmp_path / "usb.zip"
    copy.write_bytes(pack_of(made).with_suffix(".zip").read_bytes())
    page = looked_elsewhere(made, f'"{copy}"')
    assert "Chi bộ thôn Đoài Còn nguyên, " in page.words
    copy.write_bytes(b"no zip")
    assert "KD726" in looked_elsewhere(made, str(copy)).words


def test_a_whole_stick_is_searched_and_what_was_looked_at_is_said(
    made: Client, tmp_path: Path
) -> None:
    packed(made)
    stick = tmp_path / "usb"
    (stick / "ho so").mkdir(parents=True)
    (stick / "ho so" / "goi.zip").write_bytes(pack_of(made).with_suffix(".zip").read_bytes())
    (stick / "anh.jpg").write_bytes(b"x")
    page = looked_elsewhere(made, str(stick))
    assert "Đã kiểm 1 gói. Đã xem 3 tệp và thư mục" in page.words
    assert "Chi bộ thôn Đoài Còn nguyên, " in page.words


def test_a_place_without_packs_is_told_as_that(made: Client, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    (tmp_path / "usb" / "anh.jpg").write_bytes(b"x")
    assert "Không tìm thấy gói nào ở" in looked_elsewhere(made, str(tmp_path / "usb")).words
    assert "Không tìm thấy gói ở" in looked_elsewhere(made, str(tmp_path / "khong-co")).words
