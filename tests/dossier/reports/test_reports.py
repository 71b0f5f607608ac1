"""The reports of a check: the same counts in all of them, whatever the names are."""

import datetime as dt
import io
import json
import re
import unicodedata
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dossier.reports.as_json import json_pieces
from generator.dossier.reports.excel import workbook
from generator.dossier.reports.lacking import item_name, lacks
from generator.dossier.reports.marks import MARKS, cell, item_order
from generator.dossier.reports.page import page
from generator.dossier.reports.table import table
from generator.dossier.results import (
    CheckedCampaign,
    Evidence,
    LooseFile,
    PartVerdict,
    UnitResult,
    Verdict,
)
from generator.files.documents import edited
from generator.model.verdict import GOOD, TEN, WORST_FIRST, Ket, worst

DAY = dt.date(2024, 12, 8)
CAMPAIGN = CheckedCampaign(
    "Kiểm điểm năm 2024 của Đảng bộ thành phố Sông Lam", 2024, "Danh mục hồ sơ",
    "Công văn số 12-CV/ThU", "V:Seed3", DAY,
)  # fmt: skip
NASTY = '<script>alert("1")</script> & =1+1 {{ x }}'


def part(ket: Ket = Ket.CO, ten: str = "Bản kiểm điểm", **more: str) -> PartVerdict:
    proof = (Evidence("nhan", "tệp nhận được", "da-nhan/a.docx"),) if ket is Ket.CO else ()
    return PartVerdict(ten, ket, chung_cu=proof, **more)


def item(muc: str, ai: str, *parts: PartVerdict, **more: object) -> Verdict:
    found = parts or (part(),)
    values = {"loai_doi_tuong": "ca_nhan", "han": dt.date(2024, 12, 7), "qua_han": True, **more}
    ket = worst(each.ket for each in found)
    return Verdict(muc, f"Thành phần {muc}", ai, ket=ket, can_cu=f"Danh mục, mục {muc}",
                   nguon="V:Seed3", phan=found, **values)  # fmt: skip


def unit(ma: str, *verdicts: Verdict, **more: object) -> UnitResult:
    return UnitResult(ma, f"Đảng ủy phường {ma}", ma, verdicts, **more)


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
kinds = st.sampled_from(list(Ket))
units = st.lists(
    st.builds(
        lambda ma, rows: unit(
            ma, *(item(muc, ai, part(ket, ly_do="lý do")) for muc, ai, ket in rows)
        ),
        texts,
        st.lists(st.tuples(st.sampled_from(["1.1", "2", "3.6/1.2"]), texts, kinds), max_size=6),
    ),
    max_size=5,
)


def counts(found: list[UnitResult]) -> Counter[str]:
    return Counter(TEN[each.ket] for one in found for each in one.verdicts)


class Words(HTMLParser):
    """The text of a page, and the scripts and links in it."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, list]] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append((tag, attrs))


def read_page(found: list[UnitResult]) -> Words:
    words = Words()
    words.feed("".join(page(CAMPAIGN, found)))
    return words


def plain(text: str, _ket: Ket) -> str:
    return text


def lines(found: list[UnitResult], width: int = 100, *, everything: bool = True) -> list[str]:
    return list(table(CAMPAIGN, found, width, plain, everything=everything))


def sheets(found: list[UnitResult]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(CAMPAIGN, found)))


@given(units)
def test_all_reports_count_the_same(found: list[UnitResult]) -> None:
    told = counts(found)
    read = json.loads("".join(json_pieces(CAMPAIGN, found)))
    by_json: Counter[str] = Counter()
    for each in read["don_vi"]:
        by_json.update({TEN[Ket(ket)]: number for ket, number in each["dem"].items() if number})
    assert by_json == told

    rows = list(sheets(found)["Tất cả"].iter_rows(min_row=2, values_only=True))
    assert Counter(row[5] for row in rows) == told
    lacking = list(sheets(found)["Còn thiếu"].iter_rows(min_row=2, values_only=True))
    assert len(lacking) == sum(n for ten, n in told.items() if ten not in {TEN[k] for k in GOOD})

    tiles = "".join(read_page(found).words)
    closing = lines(found)[-1]
    for ten, number in told.items():
        assert f"{number} {ten}" in closing
        assert f"{number} {ten}" in tiles


@given(units)
def test_the_sheet_by_unit_adds_up(found: list[UnitResult]) -> None:
    rows = list(sheets(found)["Theo đơn vị"].iter_rows(min_row=2, values_only=True))
    own = rows[: len(found)]
    told = counts(found)
    for column, ket in enumerate(Ket, 1):
        assert sum(row[column] for row in own) == told[TEN[ket]]
    assert sum(row[len(Ket) + 1] for row in own) == sum(told.values())
    assert rows[len(found)][0] == "Cộng"


def test_the_page_has_no_script_and_nothing_from_outside() -> None:
    bad = unit("x", item("1.1", NASTY, part(Ket.THIEU, NASTY, ly_do=NASTY)),
               tep_thua=(LooseFile(NASTY, NASTY),))  # fmt: skip
    words = read_page([bad])
    assert "script" not in {tag for tag, _ in words.tags}
    links = [value for _, attrs in words.tags for key, value in attrs if key in {"href", "src"}]
    assert all(link.startswith("#") for link in links)
    assert NASTY in "".join(words.words)


def test_a_name_that_looks_like_a_formula_stays_text_in_excel() -> None:
    bad = unit("x", item("1.1", "=cmd|' /C calc'!A0", part(Ket.THIEU)))
    row = next(sheets([bad])["Tất cả"].iter_rows(min_row=2))
    assert row[3].value == "=cmd|' /C calc'!A0"
    assert row[3].data_type == "s"


def test_the_workbook_can_be_filtered_and_its_head_stays() -> None:
    found = sheets([unit("a", item("1.1", "An", part(Ket.THIEU)))])
    for name in ("Tất cả", "Còn thiếu", "Theo đơn vị"):
        assert found[name].freeze_panes == "A2"
        assert found[name].auto_filter.ref


def test_the_same_results_give_the_same_workbook() -> None:
    found = [unit("a", item("1.1", "An", part(Ket.THIEU)))]
    assert workbook(CAMPAIGN, found) == workbook(CAMPAIGN, found)


def test_items_stand_in_the_order_they_are_counted() -> None:
    mixed = ["10", "3.6/1.1", "1.10", "2", "1.2", "3.7", "1", "3.6"]
    order = ["1", "1.2", "1.10", "2", "3.6", "3.6/1.1", "3.7", "10"]
    assert sorted(mixed, key=item_order) == order


@pytest.mark.parametrize("width", [40, 60, 80, 132, 400])
def test_every_item_stands_in_the_table_whatever_the_width(width: int) -> None:
    items = [f"3.{number}" for number in range(1, 30)]
    found = [unit("a", *(item(muc, "An") for muc in items)), unit("b", item("1", "Bình"))]
    shown = lines(found, width)
    heads = " ".join(line for line in shown if line.startswith("Đơn vị "))
    assert set(heads.split()) >= {"1", *items}
    assert all(len(line) <= max(60, width) for line in shown[3:12])


def test_columns_stay_in_line_with_decomposed_names() -> None:
    name = unicodedata.normalize("NFD", "Đảng ủy phường Hồng Sơn")
    found = [UnitResult("a", name, "a", (item("1", "An"),)), unit("b", item("1", "Bình"))]
    rows = [line for line in lines(found) if line.endswith(" +")]
    assert len({len(unicodedata.normalize("NFC", row)) for row in rows}) == 1


def test_one_unit_alone_is_shown_person_by_person() -> None:
    shown = lines([unit("a", item("1", "Nguyễn Văn An"), item("1", "Trần Thị Bình"))])
    assert any(line.startswith("Nguyễn Văn An") for line in shown)
    assert any(line.startswith("Trần Thị Bình") for line in shown)


def test_what_several_lack_for_one_reason_is_one_line() -> None:
    found = [item("1", name, part(Ket.THIEU)) for name in ("An", "Bình")]
    (one,) = lacks(found)
    assert one.ai == ("An", "Bình")
    text = "\n".join(lines([unit("a", *found), unit("b")]))
    assert "Mục 1 (Thành phần 1): thiếu (quá hạn 07/12/2024) - An, Bình" in text


def test_a_long_list_is_cut_unless_all_is_asked_for() -> None:
    many = unit("a", *(item(f"1.{n}", "An", part(Ket.THIEU)) for n in range(20)))
    short = "\n".join(lines([many, unit("b")], everything=False))
    assert "và 8 việc khác" in short
    assert "việc khác" not in "\n".join(lines([many, unit("b")]))


def test_a_unit_that_could_not_be_judged_is_not_passed_over() -> None:
    empty = UnitResult("a", "Đảng ủy xã A", "a")
    for text in ("\n".join(lines([empty])), "".join(read_page([empty]).words)):
        assert "chưa kiểm tra được" in text.lower()
    assert not empty.is_complete()


def test_colour_is_laid_over_signs_that_speak_without_it() -> None:
    found = [unit("a", item("1", "An", part(Ket.THIEU))), unit("b", item("1", "Bình"))]
    shown = list(table(CAMPAIGN, found, 80, lambda text, ket: f"<{ket}>{text}</>"))
    bare = [re.sub(r"<[^>]*>", "", line) for line in shown]
    assert bare == lines(found, 80)
    assert len(set(MARKS.values())) == len(Ket)
    assert all(mark.isascii() for mark in MARKS.values())


@given(st.lists(kinds, min_size=1))
def test_the_worst_verdict_decides_a_cell(several: list[Ket]) -> None:
    found = cell(item("1", "An", part(ket)) for ket in several)
    assert found is not None
    ket, count = found
    assert WORST_FIRST.index(ket) == min(map(WORST_FIRST.index, several))
    assert count == several.count(ket)


def test_an_item_says_why_and_what_to_do_for_the_documents_that_decide_it() -> None:
    found = item(
        "3.5", "An",
        part(Ket.CO, "Biểu 6A", ly_do="không nói"),
        part(Ket.THIEU, "Biểu 6B", viec="nhận từ đơn vị"),
        part(Ket.THIEU, "Biểu 6D", ly_do="mới có 1 trong 2 văn bản", viec="nhận từ đơn vị"),
    )  # fmt: skip
    assert found.ly_do == "Biểu 6B; Biểu 6D: mới có 1 trong 2 văn bản"
    assert found.viec == "nhận từ đơn vị"


def test_an_item_whose_documents_fail_in_several_ways_says_each_with_its_way() -> None:
    found = item(
        "3.5", "An",
        part(Ket.CO, "Biểu 6A"),
        part(Ket.NOP_MUON, "Biểu 6C", ly_do="không nói"),
        part(Ket.SAI_MAU, "Biểu 6B", ly_do="tệp là Biểu 6D", viec="đổi tệp"),
        part(Ket.THIEU, "Biểu 6E", viec="nhận từ đơn vị"),
    )  # fmt: skip
    assert found.ket is Ket.THIEU
    assert found.ly_do == "Biểu 6B: sai mẫu: tệp là Biểu 6D; Biểu 6E: thiếu"
    assert found.viec == "đổi tệp; nhận từ đơn vị"
    assert found.kinds() == {Ket.CO, Ket.NOP_MUON, Ket.SAI_MAU, Ket.THIEU}
    (lack,) = lacks([found])
    assert lack.noi == found.ly_do


@pytest.mark.parametrize(
    ("ten", "name"),
    [
        ("Văn bản gợi ý kiểm điểm (nếu có);", "Văn bản gợi ý kiểm điểm"),
        ("Thông báo kết quả xếp loại.", "Thông báo kết quả xếp loại"),
        ("Bản kiểm điểm cá nhân (theo Mẫu 02)", "Bản kiểm điểm cá nhân (theo Mẫu 02)"),
        ("Một hai ba bốn năm", "Một hai ba…"),
    ],
)
def test_an_item_is_called_by_its_name(ten: str, name: str) -> None:
    assert item_name(ten, 12 if name.endswith("…") else 0) == name


def test_days_in_excel_are_days_and_sort_as_such() -> None:
    given = unit("a", item("1.1", "An", part(Ket.THIEU)), han=DAY, ngay_nop=DAY)
    found = sheets([given])
    for sheet, column in (("Tất cả", 8), ("Theo đơn vị", len(Ket) + 4)):
        cell = found[sheet].cell(2, column)
        assert cell.is_date, sheet
        assert cell.number_format == "dd/mm/yyyy"


def test_only_what_is_lacking_is_overdue_in_excel() -> None:
    parts = (part(Ket.THIEU), part(Ket.CO), part(Ket.KHONG_AP_DUNG), part(Ket.NOP_MUON))
    rows = sheets([unit("a", item("1.1", "An", *parts))])["Tất cả"]
    assert [row[8] for row in rows.iter_rows(min_row=2, values_only=True)] == ["có", *[None] * 3]


def test_a_sheet_prints_as_many_columns_as_can_be_read_on_paper() -> None:
    found = sheets([unit("a", item("1.1", "An", part(Ket.THIEU)))])
    for name in ("Tất cả", "Còn thiếu"):
        assert found[name].print_area.endswith("$A$1:$J$2")
        wide = sum(found[name].column_dimensions[letter].width for letter in "ABCDEFGHIJ")
        assert wide < 180


def test_a_day_that_is_still_to_come_is_not_told_as_handed_in() -> None:
    later = unit("a", item("1.1", "An"), ngay_nop=DAY + dt.timedelta(days=1))
    assert sheets([later])["Theo đơn vị"].cell(2, len(Ket) + 5).value is None


def test_an_unjudged_unit_is_not_counted_as_incomplete_in_excel() -> None:
    found = sheets([UnitResult("a", "Đảng ủy xã A", "a")])
    assert found["Theo đơn vị"].cell(2, len(Ket) + 3).value == "chưa kiểm tra được"


def test_a_workbook_that_somebody_edited_is_known_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(CAMPAIGN, [unit("a", item("1.1", "An"))]))
    assert not edited(path)
    book = openpyxl.load_workbook(path)
    book["Tất cả"]["A2"] = "sửa"
    book.save(path)
    assert edited(path)


def test_what_to_do_is_said_once_for_the_documents_that_decide() -> None:
    found = item(
        "3.5", "An",
        part(Ket.THIEU, "Biểu 6A", ly_do="chưa nộp", viec="nhận từ đơn vị"),
        part(Ket.THIEU, "Biểu 6B", ly_do="chưa nộp", viec="gọi điện"),
        part(Ket.THIEU, "Biểu 6D", ly_do="chưa nộp", viec="gọi điện"),
        part(Ket.CO, "Biểu 6E", viec="không nói"),
    )  # fmt: skip
    assert found.ly_do == "Biểu 6A: chưa nộp; Biểu 6B: chưa nộp; Biểu 6D: chưa nộp"
    assert found.viec == "nhận từ đơn vị; gọi điện"
