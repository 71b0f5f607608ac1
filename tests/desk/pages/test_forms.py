"""A form on its page: what is typed is written, what is found stands beside its field."""

import json

import pytest

from generator import shipped
from generator.desk import drafts
from generator.editing.applying import history, undone
from generator.editing.edited import content
from tests.desk.client import Client
from tests.desk.forms.filled import fields_of
from tests.desk.pages.sample import BASE, DATA, UNIT, folder_of, rewrite


def address(muc: str, tep: str = DATA) -> str:
    return f"{BASE}/nhap?tep={tep}&muc={muc.replace('+', '%2B')}"


def sent(desk: Client, muc: str, tep: str = DATA) -> dict[str, str]:
    page = desk.get(address(muc, tep))
    assert page.status == 200, page.words[:300]
    return fields_of(page.text)


def unit(desk: Client) -> dict:  # type: ignore[type-arg]
    found = content((folder_of(desk) / DATA).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


FORMS = [
    *((DATA, f"ca_nhan.{index}") for index in range(9)),
    (DATA, "tap_the.0"), (DATA, "hoi_nghi.0"), (DATA, ""), ("dot.yaml", ""),
]  # fmt: skip


@pytest.mark.parametrize(("tep", "muc"), FORMS)
def test_a_form_that_is_saved_without_a_change_changes_no_byte(
    bare: Client, tep: str, muc: str
) -> None:
    file = folder_of(bare) / tep
    before = file.read_bytes()
    saved = bare.post(f"{BASE}/nhap/ghi", sent(bare, muc, tep))
    assert saved.status == 303
    assert file.read_bytes() == before
    assert history(folder_of(bare)) == []


def test_letters_of_the_sample_are_forms_too_and_no_byte_of_them_changes(bare: Client) -> None:
    file = folder_of(bare) / "cong-van.yaml"
    before = file.read_bytes()
    assert bare.post(f"{BASE}/nhap/ghi", sent(bare, "", file.name)).status == 303
    assert file.read_bytes() == before


def test_the_form_of_a_person_has_the_headings_of_their_paper(bare: Client) -> None:
    page = bare.get(address("ca_nhan.0"))
    assert "Lê Thị Hạnh: bản kiểm điểm cá nhân" in page.words
    assert "Mẫu 02C" in page.words
    assert "Phương hướng, biện pháp khắc phục" in page.words
    assert "Ngoài hệ thống chính trị" in page.words
    assert "ngoai_he_thong" not in page.words
    assert "1 trong 9" in page.words
    assert "sau: Trần Văn Bền" in page.words


def test_what_was_typed_is_written_and_can_be_taken_back(bare: Client) -> None:
    before = (folder_of(bare) / DATA).read_bytes()
    form = sent(bare, "ca_nhan.1")
    form["v:ca_nhan.1.han_che"] = "Báo cáo gửi chậm.\r\nCòn ngại va chạm."
    form["v:ca_nhan.1.chuc_vu.chinh_quyen"] = "Phó Trưởng thôn"
    saved = bare.post(f"{BASE}/nhap/ghi", form)
    assert saved.status == 303
    person = unit(bare)["ca_nhan"][1]
    assert person["han_che"].strip() == "Báo cáo gửi chậm.\nCòn ngại va chạm."
    assert person["chuc_vu"]["chinh_quyen"] == "Phó Trưởng thôn"
    assert "Đã lưu" in bare.get(saved.to).words
    undone(folder_of(bare), history(folder_of(bare))[0].so)
    assert (folder_of(bare) / DATA).read_bytes() == before


def test_a_finding_stands_beside_its_field_with_its_mend(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "12/4/1966", "31/4/1966")
    rewrite(folder_of(bare) / DATA, "vai_tro: cap_uy", "vai_tro: cap_ui")
    person = bare.get(address("ca_nhan.0")).text
    field = person[person.index('data-o-nhap="ca_nhan.0.ngay_sinh"') :][:1500]
    assert 'aria-invalid="true"' in field
    assert "KD112" in field
    body = bare.get(address("tap_the.0"))
    assert "Sửa thành «cap_uy»" in body.words
    assert 'form="sua-tap_the.0.vai_tro-1"' in body.text


def test_a_finding_on_the_list_leads_to_the_form(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "12/4/1966", "31/4/1966")
    listed = bare.get(f"{BASE}/van-de").text
    assert f"{BASE}/nhap?tep=don-vi%2Fchi-bo-thon-doai.yaml&amp;muc=ca_nhan.0.ngay_sinh" in listed


def test_a_day_that_is_none_is_not_written_and_stays_in_its_field(bare: Client) -> None:
    before = (folder_of(bare) / DATA).read_bytes()
    form = sent(bare, "ca_nhan.0") | {"v:ca_nhan.0.ngay_sinh": "31/02/1969"}
    refused = bare.post(f"{BASE}/nhap/ghi", form)
    assert refused.status == 422
    assert "Chưa ghi" in refused.words
    assert fields_of(refused.text)["v:ca_nhan.0.ngay_sinh"] == "31/02/1969"
    assert (folder_of(bare) / DATA).read_bytes() == before


def test_a_row_typed_into_a_save_that_did_not_go_through_is_still_there(bare: Client) -> None:
    form = sent(bare, "ca_nhan.0") | {
        "v:ca_nhan.0.ngay": "41/11/2026", "v:ca_nhan.0.nhiem_vu.+107.noi_dung": "Việc mới",
        "c:ca_nhan.0.nhiem_vu.+107.noi_dung": "",
    }  # fmt: skip
    refused = bare.post(f"{BASE}/nhap/ghi", form)
    assert refused.status == 422
    assert fields_of(refused.text)["v:ca_nhan.0.nhiem_vu.+107.noi_dung"] == "Việc mới"


def test_both_versions_are_shown_when_somebody_else_changed_the_field(bare: Client) -> None:
    form = sent(bare, "ca_nhan.0") | {"v:ca_nhan.0.han_che": "Bản của tôi"}
    rewrite(folder_of(bare) / DATA, "Có lúc còn nể nang khi góp ý.", "Bản của người khác")
    both = bare.post(f"{BASE}/nhap/ghi", form)
    assert both.status == 409
    assert "Chưa bản nào bị ghi đè" in both.words
    assert 'data-ban="Bản của người khác"' in both.text
    kept = fields_of(both.text)
    assert kept["v:ca_nhan.0.han_che"] == "Bản của tôi"
    assert unit(bare)["ca_nhan"][0]["han_che"] == "Bản của người khác"
    assert bare.post(f"{BASE}/nhap/ghi", kept).status == 303
    assert unit(bare)["ca_nhan"][0]["han_che"] == "Bản của tôi"


def test_fields_that_only_somebody_else_changed_stay_theirs(bare: Client) -> None:
    form = sent(bare, "ca_nhan.0") | {"v:ca_nhan.0.nguyen_nhan": "Của tôi"}
    rewrite(folder_of(bare) / DATA, "Có lúc còn nể nang khi góp ý.", "Của người khác")
    assert bare.post(f"{BASE}/nhap/ghi", form).status == 303
    person = unit(bare)["ca_nhan"][0]
    assert (person["han_che"], person["nguyen_nhan"]) == ("Của người khác", "Của tôi")


def test_a_draft_is_kept_shown_again_and_gone_after_the_save(bare: Client) -> None:
    form = sent(bare, "ca_nhan.0") | {"v:ca_nhan.0.han_che": "Đang gõ dở"}
    kept = bare.post(f"{BASE}/nhap/nhap", form)
    assert (kept.status, kept.text) == (200, "{}")
    assert unit(bare)["ca_nhan"][0]["han_che"] == "Có lúc còn nể nang khi góp ý."
    again = bare.get(address("ca_nhan.0"))
    assert "Có bản nháp lúc" in again.words
    draft = fields_of(bare.get(address("ca_nhan.0") + "&nhap=1").text)
    assert draft["v:ca_nhan.0.han_che"] == "Đang gõ dở"
    assert bare.post(f"{BASE}/nhap/ghi", draft).status == 303
    assert "Có bản nháp lúc" not in bare.get(address("ca_nhan.0")).words
    assert unit(bare)["ca_nhan"][0]["han_che"] == "Đang gõ dở"


def test_a_draft_whose_field_was_changed_meanwhile_shows_both(bare: Client) -> None:
    form = sent(bare, "ca_nhan.0") | {"v:ca_nhan.0.han_che": "Đang gõ dở"}
    bare.post(f"{BASE}/nhap/nhap", form)
    rewrite(folder_of(bare) / DATA, "Có lúc còn nể nang khi góp ý.", "Bản của người khác")
    draft = bare.get(address("ca_nhan.0") + "&nhap=1")
    assert 'data-ban="Bản của người khác"' in draft.text


def test_what_could_not_be_read_is_told_with_the_draft_by_its_field(bare: Client) -> None:
    form = sent(bare, "ca_nhan.0") | {"v:ca_nhan.0.ngay_sinh": "31/02/1969"}
    told = json.loads(bare.post(f"{BASE}/nhap/nhap", form).text)
    assert list(told) == ["ca_nhan.0.ngay_sinh"]
    assert "31/02/1969" in told["ca_nhan.0.ngay_sinh"]


def test_a_form_with_gaps_is_saved_and_they_are_told(bare: Client) -> None:
    form = fields_of(bare.get(address("hoi_nghi.+1")).text)
    form |= {"v:hoi_nghi.+1.ten": "Hội nghị bất thường"}
    assert bare.post(f"{BASE}/nhap/ghi", form).status == 303
    assert unit(bare)["hoi_nghi"][-1] == {"ten": "Hội nghị bất thường"}
    gaps = bare.get(address("hoi_nghi.1"))
    field = gaps.text[gaps.text.index('data-o-nhap="hoi_nghi.1.ngay"') :][:1200]
    assert "Chưa ghi «Ngày họp»" in field
    assert "khoá" not in gaps.words


def test_a_draft_can_be_thrown_away(bare: Client) -> None:
    form = sent(bare, "ca_nhan.0") | {"v:ca_nhan.0.han_che": "Đang gõ dở"}
    bare.post(f"{BASE}/nhap/nhap", form)
    assert bare.post(f"{BASE}/nhap/bo-nhap", {"tep": DATA, "muc": "ca_nhan.0"}).status == 303
    assert drafts.kept(drafts.of_form(folder_of(bare), DATA, "ca_nhan.0")) is None


@pytest.mark.parametrize(
    ("muc", "name", "typed"),
    [
        ("ca_nhan", "Người mới", {"ho_ten": "Đinh Trọng Tài", "ngay_sinh": "02/1965"}),
        ("tap_the", "Tập thể mới", {"ten": "Ban công tác"}),
        ("goi_y", "Văn bản gợi ý mới", {"so": "12", "ngay": "01/11/2026"}),
    ],
)
def test_a_person_a_collective_a_letter_is_added_from_an_empty_form(
    bare: Client, muc: str, name: str, typed: dict[str, str]
) -> None:
    page = bare.get(address(f"{muc}.+1"))
    assert name in page.words
    before = len(unit(bare).get(muc) or [])
    form = fields_of(page.text) | {f"v:{muc}.+1.{key}": said for key, said in typed.items()}
    saved = bare.post(f"{BASE}/nhap/ghi", form)
    assert saved.status == 303
    assert UNIT in saved.to
    assert len(unit(bare)[muc]) == before + 1
    assert unit(bare)[muc][-1] == typed


def test_a_person_is_removed_and_can_be_taken_back(bare: Client) -> None:
    form = sent(bare, "ca_nhan.8") | {"lam": "bo"}
    assert bare.post(f"{BASE}/nhap/ghi", form).status == 303
    assert len(unit(bare)["ca_nhan"]) == 8
    undone(folder_of(bare), history(folder_of(bare))[0].so)
    assert len(unit(bare)["ca_nhan"]) == 9


def test_a_person_who_is_no_longer_at_this_place_is_not_removed(bare: Client) -> None:
    form = sent(bare, "ca_nhan.0") | {"lam": "bo"}
    rewrite(
        folder_of(bare) / DATA,
        "ho_ten: Lê Thị Hạnh\n    ngay_sinh",
        "ho_ten: Người khác\n    ngay_sinh",
    )
    assert bare.post(f"{BASE}/nhap/ghi", form).status == 409
    assert len(unit(bare)["ca_nhan"]) == 9


@pytest.mark.parametrize("muc", ["ca_nhan.99", "hoi_nghi.7.ten"])
def test_a_place_without_a_form_is_shown_as_a_place(bare: Client, muc: str) -> None:
    assert bare.get(address(muc)).to.startswith(f"{BASE}/cho?")


def test_a_file_that_is_no_data_is_shown_as_its_text(bare: Client) -> None:
    (folder_of(bare) / DATA).write_text("ca_nhan: [\n", "utf-8")
    assert bare.get(address("ca_nhan.0")).to.startswith(f"{BASE}/cho?")


@pytest.mark.parametrize("tep", ["../dot.yaml", "la.yaml", "", "don-vi", "/etc/passwd"])
def test_only_data_files_of_the_campaign_are_forms(bare: Client, tep: str) -> None:
    assert bare.get(address("", tep)).status == 404
    assert bare.post(f"{BASE}/nhap/ghi", {"tep": tep, "muc": ""}).status == 404
    assert bare.post(f"{BASE}/nhap/nhap", {"tep": tep, "muc": ""}).status == 404


def test_texts_full_of_markup_are_only_texts(bare: Client) -> None:
    evil = "<script>alert(1)</script>\"'><b>"
    form = sent(bare, "ca_nhan.0") | {"v:ca_nhan.0.han_che": evil, "v:ca_nhan.0.ho_ten": evil}
    bare.post(f"{BASE}/nhap/ghi", form)
    page = bare.get(address("ca_nhan.0"))
    assert "<script>alert" not in page.text
    assert fields_of(page.text)["v:ca_nhan.0.han_che"] == evil


def test_a_unit_that_cannot_be_read_still_has_the_headings_of_its_forms(bare: Client) -> None:
    file = folder_of(bare) / DATA
    rewrite(file, "trieu_tap: 8", "trieu_tap: tám")
    assert "Phương hướng, biện pháp khắc phục" in bare.get(address("ca_nhan.0")).words


def test_the_form_of_the_campaign_leads_to_the_offices_own_checklists_and_kinds(
    bare: Client,
) -> None:
    folder = folder_of(bare) / "danh-muc"
    folder.mkdir()
    checklist = shipped.TEMPLATES / "danh-muc" / "qd-366-dieu-17.yaml"
    (folder / "rieng.yaml").write_bytes(checklist.read_bytes())
    page = bare.get(address("", "dot.yaml"))
    assert "nhap?tep=danh-muc%2Frieng.yaml" in page.text
    before = (folder / "rieng.yaml").read_bytes()
    form = sent(bare, "", "danh-muc/rieng.yaml")
    assert bare.post(f"{BASE}/nhap/ghi", form).status == 303
    assert (folder / "rieng.yaml").read_bytes() == before
    typed = form | {"v:muc.0.ten": "Bản kiểm điểm của cá nhân, tập thể"}
    assert bare.post(f"{BASE}/nhap/ghi", typed).status == 303
    assert "Bản kiểm điểm của cá nhân, tập thể" in (folder / "rieng.yaml").read_text("utf-8")


def test_the_votes_on_two_hundred_people_are_one_form(bare: Client) -> None:
    rows = "".join(
        f"        - {{doi_tuong: Người thứ {each}, phieu: {{hoan_thanh_tot: 8}}}}\n"
        for each in range(200)
    )
    file = folder_of(bare) / DATA
    text = file.read_text("utf-8")
    head = "      ket_qua:\n"
    assert head in text
    file.write_text(text.replace(head, head + rows, 1), "utf-8")
    form = sent(bare, "hoi_nghi.0")
    assert len(form) > 3000
    own = "v:hoi_nghi.0.kiem_phieu.ket_qua.199.phieu.hoan_thanh"
    assert bare.post(f"{BASE}/nhap/ghi", form | {own: "1"}).status == 303
    votes = unit(bare)["hoi_nghi"][0]["kiem_phieu"]["ket_qua"][199]["phieu"]
    assert votes == {"hoan_thanh_tot": "8", "hoan_thanh": "1"}


@pytest.mark.parametrize("kind", ["loai-van-ban", "loai-giay-to"])
def test_a_kind_of_paper_that_an_office_adds_has_a_form(bare: Client, kind: str) -> None:
    folder = folder_of(bare) / "loai"
    folder.mkdir()
    (folder / "rieng.yaml").write_text(f"loai: {kind}\nma: rieng\nten: Giấy riêng\n", "utf-8")
    form = sent(bare, "", "loai/rieng.yaml")
    assert form["v:ten"] == "Giấy riêng"
    assert bare.post(f"{BASE}/nhap/ghi", form | {"v:ten": "Giấy khác"}).status == 303
    assert "ten: Giấy khác" in (folder / "rieng.yaml").read_text("utf-8")


def test_a_form_knows_the_year_and_speaks_no_key_before_the_board_was_read(bare: Client) -> None:
    page = bare.get(address("ca_nhan.0"))
    assert 'data-nam="2026"' in page.text
    assert "mien_sinh_hoat" not in page.words.lower()
    letter = bare.get(address("", "cong-van.yaml"))
    assert "dot.yaml" not in letter.words
    assert "trong noi_dung" not in letter.words


def test_a_person_without_a_role_is_told_why_there_are_no_headings(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "\n  vai_tro: ngoai_he_thong\n", "\n")
    assert "Chọn «Vai trò» ở phần Thông tin chung" in bare.get(address("ca_nhan.+1")).words
