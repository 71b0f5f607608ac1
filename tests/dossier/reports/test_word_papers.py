"""The Word documents of a check and of a pack: sound files that say exactly what was found."""

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from generator.dossier.reports import word_papers
from generator.dossier.reports.lacking import what_lacks
from generator.dossier.reports.table import table
from generator.dossier.reports.word_papers import DonDocIn, bang_kiem, don_doc, tinh_hinh_nop
from generator.dossier.results import UnitResult, Verdict
from generator.handover import papers as pack_papers
from generator.handover.papers import Contents, PackedDocument, giao_nhan, muc_luc
from generator.model import Dot, Ky
from generator.model.checklist import CO_QUAN_NHAN
from generator.model.unit import DonViNam
from generator.model.verdict import TEN, Ket
from generator.opening.content import REASONS, Refusal
from generator.papers.looks import look_of
from generator.papers.paper import Paper, made
from generator.papers.templates import search_path
from generator.problems import Place, problem
from generator.regulations.packs import load_pack
from generator.wording.review import capital
from tests.dossier.city import DOT, units
from tests.dossier.reports.test_reports import CAMPAIGN, NASTY, item, part, unit
from tests.unbroken import lines, typed
from tests.word.validators import audit, findings

CITY = Dot.model_validate(DOT)
NAM = DonViNam.model_validate(units()[0])
LONG = "Nguyễn Hoàng Phương Thảo Nguyên Bảo Ngọc Khánh Linh Tường An"
TEMPLATES = search_path()

NOTHING = UnitResult("a", "Đảng ủy phường A", "a")
ONE = unit("một", item("1.1", "An", part(Ket.THIEU), gui_ve="Ban Tổ chức Thành ủy"))
MANY = unit(
    LONG,
    *(item(f"1.{n % 6 + 1}", f"{LONG} {n}", part(ket, ly_do=NASTY))
      for n, ket in enumerate([*Ket] * 8)),
    item("3.5", "Đơn vị", part(Ket.CO, "Biểu 6A"), part(Ket.THIEU, "Biểu 6B"),
         loai_doi_tuong="don_vi"),
)  # fmt: skip
ENTRIES = tuple(
    PackedDocument(f"1.{n}", NASTY, LONG, 2, f"{n:02} - tệp.docx") for n in range(1, 70)
)


def contents(entries: tuple[PackedDocument, ...], lacking: tuple[str, ...]) -> Contents:
    return Contents(NAM, CAMPAIGN, CITY, entries, lacking)


CASES = {
    **{f"bang-kiem {n}": ("bang-kiem", bang_kiem(each, CAMPAIGN, CITY))
       for n, each in enumerate((NOTHING, ONE, MANY))},
    **{f"don-doc {n}": ("don-doc", don_doc(each, CAMPAIGN, CITY))
       for n, each in enumerate((ONE, MANY))},
    "tinh-hinh-nop 0": ("tinh-hinh-nop", tinh_hinh_nop([], CAMPAIGN, CITY)),
    "tinh-hinh-nop 3": ("tinh-hinh-nop", tinh_hinh_nop([NOTHING, ONE, MANY], CAMPAIGN, CITY)),
    "tinh-hinh-nop 60": ("tinh-hinh-nop", tinh_hinh_nop([ONE] * 60, CAMPAIGN, CITY)),
    "muc-luc 0": ("muc-luc", muc_luc(contents((), ("Mục 1: thiếu",)))),
    "muc-luc 69": ("muc-luc", muc_luc(contents(ENTRIES, ()))),
    "giao-nhan 0": ("giao-nhan", giao_nhan(contents((), ()), "a" * 64, 3, "")),
    "giao-nhan 69": ("giao-nhan", giao_nhan(contents(ENTRIES, ("Mục 1: thiếu (An)",)), "b" * 64, 72,
                                            "Ban Tổ chức Thành ủy")),
}  # fmt: skip


def document(name: str) -> bytes:
    template, printed = CASES[name]
    shape = {**word_papers.SHAPES, **pack_papers.SHAPES}[template]
    look = look_of(load_pack("hd05"))
    paper = Paper("x", f"ho-so/{template}", shape, lambda: printed, list, look)
    data, problems = made(paper, TEMPLATES)
    assert problems == []
    assert data
    return data


def rows(data: bytes) -> list[list[str]]:
    """The rows of the table with the list, without its head."""
    tables = docx.Document(io.BytesIO(data)).tables
    wanted = next(each for each in tables if each.rows[0].cells[0].text == "TT")
    cells = ([typed(cell.text) for cell in row.cells] for row in wanted.rows[1:])
    return [row for row in cells if len(set(row)) > 1]


def text(data: bytes) -> str:
    return "\n".join(lines(io.BytesIO(data)))


@pytest.mark.parametrize("name", CASES)
def test_word_opens_every_document(name: str, tmp_path: Path) -> None:
    data = document(name)
    assert findings(data) == []
    if name.endswith(("1", "3", "69")):
        path = tmp_path / "x.docx"
        path.write_bytes(data)
        assert audit(path) == []


def test_the_letter_lists_exactly_what_is_lacking() -> None:
    listed = rows(document("don-doc 1"))
    lacking = [each for each in MANY.lacking() if each.ket is not Ket.CAN_XEM_LAI]
    named = {(row[1], name) for row in listed for name in row[3].split(", ") if name}
    assert named == {(v.muc, v.doi_tuong) for v in lacking if v.loai_doi_tuong != "don_vi"}
    assert {row[1] for row in listed} == {each.muc for each in lacking}
    told = {row[4].partition(":")[0] for row in listed}
    # What is not signed says what is missing of it; the verdict itself is no word for a letter.
    assert told >= {capital(TEN[each.ket]) for each in lacking if each.ket is not Ket.CHUA_KY}
    assert capital(TEN[Ket.CHUA_KY]) not in told


def test_the_letter_says_which_document_of_an_item_is_missing() -> None:
    (row,) = [row for row in rows(document("don-doc 1")) if row[1] == "3.5"]
    assert row[4] == "Thiếu: Biểu 6B"


def letter(*verdicts: Verdict, **campaign: object) -> DonDocIn:
    return don_doc(unit("một", *verdicts), replace(CAMPAIGN, **campaign), CITY)


LATE = item("1.1", "An", part(Ket.THIEU))


@pytest.mark.parametrize(
    ("la_phu_luc", "cited"),
    [
        (False, "Căn cứ Công văn số 12-CV/ThU,"),
        (True, "Căn cứ Danh mục hồ sơ kèm theo Công văn số 12-CV/ThU,"),
    ],
)
def test_a_list_is_cited_as_an_annex_only_where_it_is_one(la_phu_luc: bool, cited: str) -> None:
    assert letter(LATE, la_phu_luc=la_phu_luc)["can_cu"] == [cited]


def test_the_letter_asks_for_nothing_that_the_office_draws_up_or_has_yet_to_look_at() -> None:
    asked = letter(
        LATE,
        item("4", "Đơn vị", part(Ket.THIEU), nguoi_nop=CO_QUAN_NHAN),
        item("5", "An", part(Ket.CAN_XEM_LAI, ly_do="có thể là tệp «1 An.docx» (chắc 60%)")),
        item("6", "An", part(Ket.CAN_XEM_LAI, ly_do=REASONS[Refusal.MAT_KHAU])),
        item("7", "An", part(Ket.THIEU, "Biểu 6A"), part(Ket.CAN_XEM_LAI, "Biểu 6B", ly_do="ảnh")),
        item("8", "An", part(Ket.THIEU), han=dt.date(2024, 12, 31), qua_han=False),
    )["hang"]  # fmt: skip
    assert [(row["muc"], row["tinh_trang"]) for row in asked] == [
        ("1.1", "Thiếu"),
        ("6", "Phải gửi lại: tệp có mật khẩu: đề nghị bỏ mật khẩu rồi gửi lại"),
        ("7", "Thiếu: Biểu 6A"),
    ]


def test_the_papers_of_a_check_have_the_form_of_the_day_it_answers_for() -> None:
    before, after = (
        letter(LATE, nam=2025, tinh_den=dt.date(2026, month, 10))["can_cu"] for month in (5, 6)
    )
    assert before == ["Căn cứ Công văn số 12-CV/ThU,"]
    assert after == ["- Căn cứ Công văn số 12-CV/ThU."]


@pytest.mark.parametrize(("month", "bold"), [(5, False), (6, True)])
def test_a_pack_has_the_form_of_the_day_it_answers_for(month: int, bold: bool) -> None:
    signer = Ky(chuc_vu="Bí thư", ho_ten="Trần Thị Bình")
    campaign = replace(CAMPAIGN, tinh_den=dt.date(2026, month, 10))
    nam = NAM.model_copy(update={"ky": signer})
    (line,) = muc_luc(Contents(nam, campaign, CITY, (), ()))["ky"]["dong"]
    assert line == {"chu": "BÍ THƯ", "dam": bold, "chuc_vu": True}


def test_a_report_has_nobody_above_so_its_recipients_are_not_as_above() -> None:
    dot = CITY.model_copy(update={"noi_nhan": ("Như trên", "Lưu Văn phòng Thành ủy")})
    assert tinh_hinh_nop([], CAMPAIGN, dot)["noi_nhan"] == ["- Lưu Văn phòng Thành ủy."]
    sent = don_doc(unit("một", LATE), CAMPAIGN, dot)["noi_nhan"]
    assert sent == ["- Như trên,", "- Lưu Văn phòng Thành ủy."]


def test_what_lacks_is_said_with_the_name_of_the_item_and_without_guesses() -> None:
    poor = unit(
        "một",
        item("4", "Đơn vị", part(Ket.THIEU), loai_doi_tuong="don_vi", nguoi_nop=CO_QUAN_NHAN),
        item("5", "An", part(Ket.CAN_XEM_LAI, ly_do="có thể là tệp «1 An.docx» (chắc 60%)")),
        item("6", "An", part(Ket.THIEU, "Biểu 6A"), part(Ket.SAI_MAU, "Biểu 6B", ly_do="cũ")),
        problems=(problem("KD722", Place(file="don-vi/a/ca-nhan/b.yaml"), tep="b.yaml"),),
    )  # fmt: skip
    assert what_lacks(poor) == [
        "Mục 5 (Thành phần 5): cần xem lại (An)",
        "Mục 6 (Thành phần 6): Biểu 6A: thiếu; Biểu 6B: sai mẫu: cũ (An)",
        "Chưa kiểm tra được hồ sơ cá nhân ở tệp b.yaml vì tệp có lỗi",
    ]


def test_what_the_receiving_office_draws_up_keeps_no_dossier_open() -> None:
    own = item("4", "Đơn vị", part(Ket.THIEU), loai_doi_tuong="don_vi", nguoi_nop=CO_QUAN_NHAN)
    handed_in = unit("một", item("1", "An"), own)
    assert handed_in.is_complete()
    assert handed_in.lacking() == [own]
    assert handed_in.owing() == what_lacks(handed_in) == []
    report = tinh_hinh_nop([handed_in], CAMPAIGN, CITY)
    (row,) = report["hang"]
    assert (report["so_du"], row["phai_nop"], row["co"], row["thieu"]) == ("1", "1", "1", "0")
    closing = list(table(CAMPAIGN, [handed_in], 100, lambda text, _: text))[-1]
    assert closing == (
        "1/1 đơn vị đủ hồ sơ; 1 có, 1 thiếu. 1 mục chưa đạt trong số này do cơ quan nhận hồ sơ lập."
    )


def test_a_day_that_is_still_to_come_is_not_told_as_handed_in() -> None:
    ahead = unit("một", item("1.1", "An"), ngay_nop=dt.date(2024, 12, 9))
    (row,) = tinh_hinh_nop([ahead], CAMPAIGN, CITY)["hang"]
    assert row["ngay_nop"] == ""


def test_a_document_that_is_there_needs_no_note() -> None:
    both = item("1.1", "An", part(Ket.CO, "Biểu 6A"), part(Ket.CO, "Biểu 6B"))
    (row,) = bang_kiem(unit("một", both), CAMPAIGN, CITY)["hang"]
    assert (row["ket_qua"], row["ghi_chu"]) == ("Có", "")


def test_the_letter_has_addressee_basis_deadline_and_place_and_no_blanks() -> None:
    said = text(document("don-doc 0"))
    assert "Đảng ủy phường một" in said
    assert "Công văn số 12-CV/ThU" in said
    assert "phải gửi về Ban Tổ chức Thành ủy trước ngày 07/12/2024" in said
    assert "gửi ngay về Ban Tổ chức Thành ủy" in said
    assert "còn thiếu, chưa đạt các nội dung sau" in said
    assert "…" not in said
    assert "Như trên" in said
    assert "kiemdiem" not in said


def test_the_list_of_a_unit_has_a_row_for_every_item_and_the_counts_below() -> None:
    listed = rows(document("bang-kiem 2"))
    assert [(row[1], row[5]) for row in listed] == [
        (each.muc, capital(TEN[each.ket])) for each in MANY.verdicts
    ]
    assert (
        f"Cộng {len(MANY.verdicts)} thành phần (mỗi mục tính riêng cho từng tập thể, cá nhân); có: 8"
        in text(document("bang-kiem 2"))
    )


def test_the_report_counts_units_and_items() -> None:
    data = document("tinh-hinh-nop 3")
    said = text(data)
    assert (
        "Có 3 đơn vị phải nộp hồ sơ; 2 đơn vị chưa đủ, trong đó 2 đơn vị đã quá hạn; "
        "1 đơn vị chưa kiểm tra được."
    ) in said
    (none, one, many) = rows(data)
    assert none[1:] == ["Đảng ủy phường A (chưa kiểm tra được)", *[""] * 6]
    assert one[2:7] == ["1", "0", "1", "0", "0"]
    assert [int(cell) for cell in many[2:7]] == [57, 8, 9, 32, 8]
    assert "Chưa kiểm tra được vì" in said


@pytest.mark.parametrize(("name", "said"), [("muc-luc 0", True), ("muc-luc 69", False)])
def test_an_index_says_when_the_dossier_is_incomplete(name: str, said: bool) -> None:
    assert ("chưa đủ" in text(document(name))) is said


def test_names_that_look_like_tags_are_printed_as_they_are() -> None:
    assert rows(document("muc-luc 69"))[0][2] == NASTY
    assert any(NASTY in row[6] for row in rows(document("bang-kiem 2")))
