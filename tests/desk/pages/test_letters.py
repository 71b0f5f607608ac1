"""Letters of all kinds are begun on the page, written in their form, numbered and made."""

import pytest

from generator.editing.applying import history, undone
from tests.desk.client import Answer, Client
from tests.desk.forms.filled import fields_of
from tests.desk.pages.sample import BASE, NAME, folder_of, root_of

NEW = f"{BASE}/van-ban/soan"


def begun(desk: Client, **fields: str) -> str:
    """Begin a letter; return the name of its file."""
    answer = desk.post(f"{NEW}/ghi", fields)
    assert answer.status == 303, answer.words[:400]
    return answer.to.rpartition("tep=")[2]


def form(desk: Client, tep: str) -> Answer:
    answer = desk.get(f"{BASE}/nhap?tep={tep}")
    assert answer.status == 200, answer.words[:300]
    return answer


def saved(desk: Client, tep: str, lam: str = "", **typed: str) -> Answer:
    fields = fields_of(form(desk, tep).text) | {f"v:{key}": said for key, said in typed.items()}
    return desk.post(f"{BASE}/nhap/ghi", {**fields, **({"lam": lam} if lam else {})})


def text_of(desk: Client, tep: str) -> str:
    return (folder_of(desk) / tep).read_text("utf-8")


def test_kinds_are_offered_in_groups_by_their_names(bare: Client) -> None:
    page = bare.get(NEW)
    assert '<optgroup label="Hay dùng"><option value="cong-van">Công văn</option>' in page.text
    assert '<optgroup label="Giấy, phiếu, thư">' in page.text
    assert '<optgroup label="Chỉ ở cơ quan nhà nước"><option value="ban-ghi-nho">' in page.text
    assert "sao-luc" not in page.text


def test_a_kind_of_the_office_is_offered_in_a_group_of_its_own(bare: Client) -> None:
    own = folder_of(bare) / "loai"
    own.mkdir()
    (own / "thu-ngo.yaml").write_text(
        "loai: loai-van-ban\nma: thu-ngo\nten: Thư ngỏ\nbo_cuc: ten-loai\nmau: ten-loai\nky_hieu: TN\n",
        "utf-8",
    )
    page = bare.get(NEW)
    assert (
        '<optgroup label="Loại của cơ quan này"><option value="thu-ngo">Thư ngỏ</option>'
        in page.text
    )


def test_a_new_letter_is_a_file_named_by_its_kind_and_what_it_is_about(bare: Client) -> None:
    tep = begun(bare, loai="ke-hoach", trich_yeu="Kiểm tra, giám sát quý IV")
    assert tep == "ke-hoach-kiem-tra-giam-sat-quy-iv.yaml"
    assert text_of(bare, tep) == "loai: ke-hoach\ntrich_yeu: Kiểm tra, giám sát quý IV\n"
    page = form(bare, tep)
    assert "Kế hoạch: Kiểm tra, giám sát quý IV" in page.words
    assert "thiếu khoá" not in page.words.casefold()


def test_a_second_letter_about_the_same_gets_another_name(bare: Client) -> None:
    first = begun(bare, loai="bao-cao", trich_yeu="Kết quả")
    second = begun(bare, loai="bao-cao", trich_yeu="Kết quả")
    assert (first, second) == ("bao-cao-ket-qua.yaml", "bao-cao-ket-qua-2.yaml")


def test_beginning_a_letter_can_be_taken_back(bare: Client) -> None:
    tep = begun(bare, loai="bao-cao", trich_yeu="Kết quả")
    (last,) = history(folder_of(bare))
    undone(folder_of(bare), last.so)
    assert not (folder_of(bare) / tep).exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"loai": "bao-cao", "trich_yeu": "  "}, "Cần loại văn bản và trích yếu"),
        ({"loai": "", "trich_yeu": "Kết quả"}, "Cần loại văn bản và trích yếu"),
        ({"loai": "khong-co", "trich_yeu": "Kết quả"}, "Không có loại văn bản này"),
        ({"chep": f"{NAME}/mat.yaml"}, "không còn hoặc không đọc được"),
        ({"chep": f"{NAME}/../../etc.yaml"}, "không còn hoặc không đọc được"),
    ],
)
def test_what_is_lacking_is_told_and_nothing_is_written(
    bare: Client, fields: dict[str, str], said: str
) -> None:
    answer = bare.post(f"{NEW}/ghi", fields)
    assert answer.status == 422
    assert said in answer.words
    assert history(folder_of(bare)) == []


def test_a_copy_of_an_earlier_letter_takes_everything_but_number_and_day(bare: Client) -> None:
    before = text_of(bare, "cong-van.yaml")
    tep = begun(bare, chep=f"{NAME}/cong-van.yaml", trich_yeu="Việc khác")
    copy = text_of(bare, tep)
    assert tep == "cong-van-viec-khac.yaml"
    assert "so: 21" in before
    assert "so: " not in copy
    assert "ngay: " not in copy
    assert "trich_yeu: Việc khác" in copy
    assert "noi_dung: |" in copy
    assert text_of(bare, "cong-van.yaml") == before


def test_letters_of_another_campaign_can_be_copied_and_lacking_tables_are_told(
    bare: Client,
) -> None:
    other = bare.desk.data / "nam-truoc"
    other.mkdir()
    (other / "dot.yaml").write_text(text_of(bare, "dot.yaml"), "utf-8")
    (other / "bao-cao.yaml").write_text(
        "loai: bao-cao\nso: 3\ntrich_yeu: Số liệu\nnoi_dung: Như bảng.\nbang: [{tep: so-lieu.csv}]\n",
        "utf-8",
    )
    assert "Báo cáo: Số liệu" in bare.get(NEW).words
    answer = bare.post(f"{NEW}/ghi", chep="nam-truoc/bao-cao.yaml")
    assert "Bảng lấy từ tệp «so-lieu.csv»: chép tệp ấy vào thư mục" in bare.followed(answer).words


def test_a_copy_of_a_file_of_another_office_is_begun(bare: Client) -> None:
    assert "Tệp Word, PDF, ảnh trong thư mục" not in bare.get(NEW).words
    (folder_of(bare) / "12-cv-tu.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    assert '<option value="12-cv-tu.pdf">' in bare.get(NEW).text
    answer = bare.post(f"{NEW}/sao", ban_goc="12-cv-tu.pdf", hinh_thuc="sao lục")
    tep = answer.to.rpartition("tep=")[2]
    assert text_of(bare, tep) == "loai: sao-luc\nhinh_thuc: sao lục\nban_goc: 12-cv-tu.pdf\n"


@pytest.mark.parametrize(
    "fields", [{"ban_goc": "../x.pdf"}, {"ban_goc": "cong-van.yaml", "hinh_thuc": "x"}]
)
def test_a_copy_of_nothing_is_not_begun(bare: Client, fields: dict[str, str]) -> None:
    answer = bare.post(f"{NEW}/sao", {"hinh_thuc": "sao y", **fields})
    assert answer.status == 422
    assert "Cần chọn văn bản được sao" in answer.words


def test_the_list_of_letters_says_what_they_are_about(bare: Client) -> None:
    begun(bare, loai="ke-hoach", trich_yeu="kiểm tra quý IV")
    page = bare.get(f"{BASE}/van-ban")
    assert "Kế hoạch: kiểm tra quý IV" in page.words
    assert "Soạn văn bản mới" in page.words


def test_recipients_used_before_are_offered_without_heads_of_groups(bare: Client) -> None:
    tep = begun(bare, loai="bao-cao", trich_yeu="Kết quả")
    saved(bare, tep, noi_dung="Đã làm.", noi_nhan="Văn phòng Tỉnh ủy\nBản điện tử:\n+ Các chi bộ")
    page = form(bare, begun(bare, loai="bao-cao", trich_yeu="Lần hai")).text
    assert 'data-them-noi="o-noi_nhan">Văn phòng Tỉnh ủy</button>' in page
    assert "Bản điện tử:</button>" not in page
    assert "+ Các chi bộ</button>" not in page


def test_marks_have_buttons_above_the_text_only(bare: Client) -> None:
    page = form(bare, "cong-van.yaml").text
    for words in ("Đề mục I", "Đề mục 1", "Điều", "Đậm", "Nghiêng", "Chèn bảng", "Thêm phụ lục"):
        assert f">{words}<" in page
    assert 'data-soan-o="o-noi_dung"' in page
    assert 'data-soan-o="o-trich_yeu"' not in page


def test_a_letter_gets_its_number_together_with_a_save(bare: Client) -> None:
    tep = begun(bare, loai="thong-bao", trich_yeu="Lịch họp")
    assert "Lấy số" in bare.get(f"{BASE}/van-ban/nut?tep={tep}").words
    page = bare.followed(saved(bare, tep, "so", noi_dung="Họp lúc 8 giờ."))
    assert "Đã lấy số" in page.words
    assert "noi_dung: Họp lúc 8 giờ." in text_of(bare, tep)
    assert "so: 1" in text_of(bare, tep)
    assert "Lấy số" not in bare.get(f"{BASE}/van-ban/nut?tep={tep}").words


def test_why_no_number_is_given_is_told_in_the_form(bare: Client) -> None:
    tep = begun(bare, loai="thong-bao", trich_yeu="Lịch họp")
    page = bare.followed(saved(bare, tep, "so"))
    assert "so:" not in text_of(bare, tep)
    assert 'class="bao loi"' in page.text


def test_save_and_make_makes_the_letters_and_no_paper_of_a_unit(bare: Client) -> None:
    tep = begun(bare, loai="thong-bao", trich_yeu="Lịch họp")
    saved(bare, tep, "tao", noi_dung="Họp lúc 8 giờ.")
    assert bare.job_done(NAME) == "Đã tạo 2 văn bản."
    made = {each.name for each in root_of(bare).rglob("*.docx")}
    assert made == {"cong-van.docx", "thong-bao-lich-hop.docx"}
    assert "Mới nhất" in bare.get(f"{BASE}/van-ban/nut?tep={tep}").words


def test_a_new_table_of_the_page_is_written_with_all_its_columns(bare: Client) -> None:
    tep = begun(bare, loai="bao-cao", trich_yeu="Số liệu")
    grid = {
        "bang.+101.cot.+1.ten": "Chi bộ", "bang.+101.cot.+2.ten": "Điểm",
        "bang.+101.hang.+102.0": "Thôn Đông", "bang.+101.hang.+102.1": "95",
        "bang.+101.hang.+103.0": "Thôn Tây", "bang.+101.hang.+103.1": "",
    }  # fmt: skip
    saved(bare, tep, **{"noi_dung": "Như sau:\n[bảng 1]", **grid})
    text = text_of(bare, tep)
    assert "Thôn Đông" in text
    assert '- - Thôn Tây\n        - ""\n' in text
    assert bare.get(f"{BASE}/van-ban/xem.docx?tep={tep}").body.startswith(b"PK")


def test_a_number_without_a_term_leads_to_where_terms_are_written(bare: Client) -> None:
    campaign = folder_of(bare) / "dot.yaml"
    lines = campaign.read_text("utf-8").splitlines(keepends=True)
    kept = [each for each in lines if "nhiem_ky" not in each and "{ten: 2025-2030" not in each]
    campaign.write_text("".join(kept), "utf-8")
    tep = begun(bare, loai="thong-bao", trich_yeu="Lịch họp")
    page = bare.followed(saved(bare, tep, "so", noi_dung="Họp lúc 8 giờ."))
    assert "KD600" in page.words
    assert "/nhap?tep=dot.yaml&amp;muc=co_quan.nhiem_ky" in page.text
