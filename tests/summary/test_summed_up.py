"""The summaries of a campaign: who is counted where, that Word and Excel agree, what is told."""

import datetime as dt
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.building.folders import BuildRequest
from generator.engine.archive import seal_in
from generator.model import DonViNam, Dot
from generator.papers.form_6f import form_6f
from generator.papers.paper import made
from generator.papers.rating_lists import NOT_YET, counts
from generator.papers.templates import search_path
from generator.papers.unit_letters import results
from generator.papers.unit_year import UnitYear, latest
from generator.problems import Place, Problem, Severity
from generator.reading.load import Unit
from generator.regulations.catalogue import paper_kinds
from generator.regulations.regimes import regime_for
from generator.rules.subjects import takes_part
from generator.summary.checks import LEVELS as KEYS
from generator.summary.checks import check_6f, check_counts, check_summary
from generator.summary.summed_up import UNRATED, Summary, summed_up
from generator.summary.units import Counted, as_counted, counted, gap_in_words, once
from generator.summary.workbook import workbook
from generator.summary.write import papers, write_summary
from generator.wording.compare import fold
from generator.wording.dates import short_date
from tests.papers import unit_data
from tests.unbroken import typed
from tests.word.validators import audit, findings

XS, HTT, HT, KHT = unit_data.LEVELS
NOTICE = "Thông báo kết quả xếp loại.docx"
PLACE = Place(file="data/xa-tan-hoa-2026")
TEMPLATES = search_path()


def unit(number: int, *people: dict[str, Any], **given: Any) -> dict[str, Any]:
    about = {**unit_data.UNIT, "ma": f"chi-bo-{number}", "ten": f"Chi bộ thôn {number}"}
    return {"loai": "don-vi", "don_vi": about, "ca_nhan": list(people), **given}


def person(ho_ten: str = "Nguyễn Văn Một", muc: str | None = HTT, **given: Any) -> dict[str, Any]:
    levels = {"tu_nhan": XS, **({"quyet_dinh": muc} if muc else {})}
    return {"ho_ten": ho_ten, "vai_tro": "khong_lanh_dao", "xep_loai": levels, **given}


def excluded(ho_ten: str, ly_do: str, **given: Any) -> dict[str, Any]:
    return {"ho_ten": ho_ten, "loai_tru": {"ly_do": ly_do}, **given}


def collected(
    units: list[dict[str, Any]], nam: int = 2026, chua_gom: str = ""
) -> tuple[Counted, list[Problem]]:
    """The units as a campaign read from files would have them."""
    dot = Dot.model_validate({**unit_data.DOT, "nam": str(nam)})
    regime = regime_for(nam)
    read = [
        as_counted(Unit(Path(f"{number}.yaml"), DonViNam.model_validate(each)))
        for number, each in enumerate(units)
    ]
    kept, problems = once(read, regime)
    return Counted(
        dot, regime, tuple(UnitYear(each, dot, regime) for each in kept), chua_gom
    ), problems


def printed(*units: dict[str, Any], nam: int = 2026, chua_gom: str = "") -> Summary:
    return summed_up(collected(list(units), nam, chua_gom)[0])


def told(*units: dict[str, Any], nam: int = 2026) -> dict[str, str]:
    whole, _ = collected(list(units), nam)
    return {each.code: each.message for each in check_summary(whole, summed_up(whole), PLACE)}


def everyone(summary: Summary) -> dict[str, Any]:
    """The counts of all persons."""
    return dict(summary.tong_hop["tong_hop"][-1])


def documents(summary: Summary) -> dict[str, bytes]:
    result = {}
    dot = Dot.model_validate({**unit_data.DOT, "nam": "2026"})
    for paper in papers(summary, dot):
        data, problems = made(paper, TEMPLATES)
        assert problems == []
        assert data is not None
        result[paper.tep] = data
    return result


def tables(data: bytes) -> list[list[list[str]]]:
    """The bordered tables of a Word file; a merged row as often as it has columns."""
    found = docx.Document(io.BytesIO(data)).tables
    return [
        [
            row
            for each in table.rows
            if not is_closing(row := [typed(cell.text) for cell in each.cells])
        ]
        for table in found
        if table.style is not None and table.style.name == "Bảng có viền"
    ]


def sheets(data: bytes) -> dict[str, list[list[str]]]:
    """The sheets of a workbook, every value as an office writes it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: [[_written(value) for value in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book
    }  # fmt: skip


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return short_date(value.date())
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def is_closing(row: list[str]) -> bool:
    """Whether a row holds the closing words and the signature of a list."""
    return len(set(row)) == 1 and "(Danh sách có" in row[0]


def words(data: bytes) -> list[str]:
    return [typed(each.text) for each in docx.Document(io.BytesIO(data)).paragraphs]


# Campaigns of people who do not exist: few names and birthdays, so that some meet.

level = st.sampled_from([*unit_data.LEVELS, "hoàn thành  tốt nhiệm vụ"])
steps = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("tu_nhan", "chi_uy", "chi_bo", "quyet_dinh"), level)
)
someone = st.fixed_dictionaries(
    {"ho_ten": st.sampled_from(["Nguyễn Văn Một", "Trần Thị Hòa", "Trần thị Hoà", "Lê Văn Đạt",
                                "Đỗ Thị Ánh", "Phạm Văn Ý"]),
     "xep_loai": steps},
    optional={
        "ngay_sinh": st.sampled_from(["05/02/1980", "19/5/1990"]),
        "vai_tro": st.sampled_from(unit_data.ROLES),
        "chuc_vu": st.just({"dang": "Bí thư", "chinh_quyen": "=Trưởng thôn & phó"}),
        "chi_bo": st.just("Chi bộ tổ 7"),
        "dang_vien": st.sampled_from(["có", "không"]),
        "dien_quan_ly": st.sampled_from(["cap_tinh", "cap_huyen", "co_so"]),
        "loai_tru": st.sampled_from(["mien_sinh_hoat", "moi_ket_nap", "vang_co_ly_do"]).map(
            lambda why: {"ly_do": why}
        ),
        "cham_diem": st.just({"chung": "26", "nhiem_vu": "60,5"}),
    },
)  # fmt: skip
group = st.fixed_dictionaries(
    {"ten": st.sampled_from(["Chi ủy", "Ban Chấp hành"]), "xep_loai": steps},
    optional={"thanh_lap_moi": st.sampled_from(["có", "không"])},
)
campaigns = st.lists(
    st.tuples(st.lists(someone, max_size=5), st.lists(group, max_size=2)), min_size=1, max_size=4
).map(lambda all_of_it: [
    unit(number, *people, tap_the=groups) for number, (people, groups) in enumerate(all_of_it, 1)
])  # fmt: skip
years = st.sampled_from([2021, 2024, 2026])


@settings(max_examples=30)
@given(campaigns, years, st.sampled_from(["", "Chưa gồm 1 đơn vị không đọc được: Chi bộ Z."]))
def test_every_table_is_the_same_in_word_and_in_excel(
    units: list[dict[str, Any]], nam: int, missing: str
) -> None:
    summary = printed(*units, nam=nam, chua_gom=missing)
    word, excel = documents(summary), sheets(workbook(summary))
    main, *more = tables(word["Tổng hợp kết quả xếp loại.docx"])
    *by_unit, everybody = more
    assert plain(main) == plain(excel["Theo đối tượng"])
    assert [plain(table) for table in by_unit] == [
        plain(excel[table["ten"]]) for table in summary.tong_hop["theo_don_vi"]
    ]
    assert plain(everybody) == plain(joined(excel["Danh sách xếp loại"], 3))
    assert plain(tables(word["Biểu 6F.docx"])[0]) == plain(excel["Biểu 6F"])
    left = tables(word["Danh sách chưa kiểm điểm, xếp loại.docx"])[0]
    assert plain(left) == plain(excel["Chưa kiểm điểm, xếp loại"])
    if summary.thong_bao is None:
        assert NOTICE not in word
        assert not any(name.startswith("Thông báo") for name in excel)
        return
    noticed = [plain(table)[1:] for table in tables(word[NOTICE])]
    listed = [row for table in noticed for row in table if row != [missing]]
    shown = [row for row in plain(excel["Thông báo - danh sách"])[1:] if row != [missing]]
    assert listed == shown
    assert spoken(word[NOTICE]) == [
        [row[0], row[1], *row[2:10:2], row[10]] for row in excel["Thông báo - số liệu"][1:]
        if row[0] != missing
    ]  # fmt: skip


def plain(table: list[list[str]]) -> list[list[str]]:
    """Rows; one that is merged over all columns holds its text once."""
    return [
        row[:1] if len(set(row)) == 1 or (not any(row[1:]) and "Chưa gồm" in row[0]) else row
        for row in table
    ]  # fmt: skip


def joined(rows: list[list[str]], column: int) -> list[list[str]]:
    """Put post and unit into one column, as the list in Word has it."""
    titles = ", ".join(rows[0][column : column + 2]).replace("Đơn vị", "đơn vị")
    rest = [", ".join(filter(None, row[column : column + 2])) for row in rows[1:]]
    return [
        [*row[:column], text, *row[column + 2 :]]
        for row, text in zip(rows, [titles, *rest], strict=True)
    ]


def spoken(data: bytes) -> list[list[str]]:
    """What the sentences of the notice say: group, total, the four levels, not rated."""
    found = []
    for line in words(data):
        if match := re.match(r"- (.+?): (\d+) \((.+)\)\.$", line):
            said = dict(reversed(each.split(" ", 1)) for each in match[3].split(", "))
            named = (*(each.lower() for each in unit_data.LEVELS), "chưa xếp loại")
            assert said.keys() <= set(named)
            found.append([match[1], match[2], *(said.get(each, "0") for each in named)])
    return found


@settings(max_examples=80)
@given(campaigns, years)
def test_sums_by_group_by_unit_and_in_all_are_the_same(
    units: list[dict[str, Any]], nam: int
) -> None:
    summary = printed(*units, nam=nam)
    keys = ("tong", *KEYS, "chua_xep_loai")
    for table in summary.tong_hop["theo_don_vi"]:
        total: dict[str, Any] = dict(table["tong"])
        for key in keys:
            assert total[key] == sum(row[key] for row in map(dict, table["hang"]))  # type: ignore[misc]
        groups = [dict(row) for row in summary.tong_hop["tong_hop"]]
        which = "Tổng số cá nhân" if "Cá nhân" in table["ten"] else "Tập thể lãnh đạo, quản lý"
        (whole,) = (row for row in groups if row["ten"] == which)
        assert {key: whole[key] for key in keys} == {key: total[key] for key in keys}
        assert total["tong"] == sum(total[key] for key in keys[1:])


@settings(max_examples=80)
@given(campaigns, years)
def test_everybody_is_counted_once_or_said_to_be_left_out(
    units: list[dict[str, Any]], nam: int
) -> None:
    whole, problems = collected(units, nam)
    summary = summed_up(whole)
    people = [each for one in units for each in one["ca_nhan"]]
    known = {(fold(p["ho_ten"]), p["ngay_sinh"]) for p in people if "ngay_sinh" in p}
    distinct = len(known) + sum("ngay_sinh" not in each for each in people)
    assert len(people) - distinct == len(problems)
    kept = [each for year in whole.years for each in year.data.ca_nhan]
    decided = [each for each in kept if takes_part(whole.che_do, each) and each.xep_loai.quyet_dinh]
    assert len(kept) == distinct
    assert len(summary.thong_bao["ca_nhan"] if summary.thong_bao else ()) == len(decided)
    open_ones = [each for each in kept if each.loai_tru or not latest(each)]
    assert len(summary.chua_kiem_diem["hang"]) == len(open_ones)


@settings(max_examples=80)
@given(campaigns)
def test_the_figures_of_any_sound_campaign_add_up(units: list[dict[str, Any]]) -> None:
    sound = [
        {key: list(map(unrated_when_left_out, value)) if isinstance(value, list) else value
         for key, value in one.items()}
        for one in units
    ]  # fmt: skip
    assert not {"KD522", "KD524"} & set(told(*sound))


def unrated_when_left_out(given: dict[str, Any]) -> dict[str, Any]:
    """Who is not reviewed has no level."""
    left_out = "loai_tru" in given or given.get("thanh_lap_moi") == "có"
    return {**given, "xep_loai": {}} if left_out else given


def nameless_days(units: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same units without birthdays, so that nobody is taken for someone of another unit."""
    return [
        {
            **one,
            "ca_nhan": [{k: v for k, v in p.items() if k != "ngay_sinh"} for p in one["ca_nhan"]],
        }
        for one in units
    ]


@settings(max_examples=40)
@given(campaigns, years)
def test_one_unit_alone_is_summed_up_as_in_its_own_papers(
    units: list[dict[str, Any]], nam: int
) -> None:
    (own,) = nameless_days(units[:1])
    regime = regime_for(nam)
    dot = Dot.model_validate({**unit_data.DOT, "nam": str(nam)})
    alone = UnitYear(DonViNam.model_validate(own), dot, regime)
    summary = printed(own, nam=nam)
    assert summary.tong_hop["tong_hop"] == counts(alone)
    ours, theirs = dict(summary.bieu_6f), dict(form_6f(alone))
    heads = {"cap_tren", "don_vi", "dia_danh_ngay", "ky", "ghi_chu_ky", "ky_thay"}
    rows = [key for key in theirs if key not in heads]
    assert {key: ours[key] for key in rows} == {key: theirs[key] for key in rows}


@settings(max_examples=40)
@given(campaigns, years)
def test_the_order_of_the_units_changes_no_total(units: list[dict[str, Any]], nam: int) -> None:
    forth = printed(*nameless_days(units), nam=nam)
    back = printed(*reversed(nameless_days(units)), nam=nam)
    assert forth.tong_hop["tong_hop"] == back.tong_hop["tong_hop"]
    assert (forth.thong_bao is None) == (back.thong_bao is None)
    if forth.thong_bao and back.thong_bao:
        assert forth.thong_bao["tong_hop"] == back.thong_bao["tong_hop"]
    assert {**forth.bieu_6f} == {**back.bieu_6f}


BIRTH = {"ngay_sinh": "05/02/1980"}
REVIEWED = person(muc=None, **BIRTH)
PROPOSED = {**REVIEWED, "xep_loai": {"chi_bo": HT}}
DECIDED = person(muc=HTT, **BIRTH)
LEFT = excluded("Nguyễn Văn Một", "mien_sinh_hoat", **BIRTH)


@pytest.mark.parametrize(
    ("first", "second", "where", "muc"),
    [
        (DECIDED, PROPOSED, 1, HTT),
        (PROPOSED, DECIDED, 2, HTT),
        (REVIEWED, PROPOSED, 2, HT),
        (LEFT, REVIEWED, 2, ""),
        (REVIEWED, LEFT, 1, ""),
        (DECIDED, person(muc=XS, **BIRTH), 1, HTT),
        (LEFT, LEFT, 1, ""),
    ],
    ids=["decided-first", "decided-second", "proposed", "not-excluded", "excluded-second",
         "both-decided", "both-excluded"],
)  # fmt: skip
def test_who_is_in_two_units_is_counted_where_the_most_is_decided(
    first: dict[str, Any], second: dict[str, Any], where: int, muc: str
) -> None:
    whole, (problem,) = collected([unit(1, first), unit(2, second)])
    (kept,) = (each for year in whole.years for each in year.data.ca_nhan)
    assert kept.chi_bo == f"Chi bộ thôn {where}"
    assert latest(kept) == muc
    assert problem.code == "KD521"
    assert problem.message.endswith(f"chỉ tính một lần, ở Chi bộ thôn {where}")
    assert "Nguyễn Văn Một, sinh ngày 05/02/1980" in problem.message


@pytest.mark.parametrize(
    "other",
    [
        person(),
        person(ngay_sinh="06/02/1980"),
        person("Nguyễn Văn Hai", **BIRTH),
        person(ma="mot-b", **BIRTH),
    ],
    ids=["no-birthday", "other-birthday", "other-name", "other-code"],
)
def test_people_who_may_be_two_are_counted_as_two(other: dict[str, Any]) -> None:
    whole, problems = collected([unit(1, DECIDED), unit(2, other)])
    assert problems == []
    assert everyone(summed_up(whole))["tong"] == 2


def test_the_spelling_of_a_name_does_not_make_two_people() -> None:
    _, problems = collected([
        unit(1, person("Trần Thị Hòa", **BIRTH)), unit(2, person("TRẦN THỊ HOÀ", **BIRTH)),
    ])  # fmt: skip
    assert [each.code for each in problems] == ["KD521"]


@pytest.mark.parametrize(
    ("levels", "counted_as"),
    [
        ({"tu_nhan": XS}, "chua_xep_loai"),
        ({"tu_nhan": XS, "chi_uy": HT}, "hoan_thanh"),
        ({"chi_uy": HT, "chi_bo": HTT}, "hoan_thanh_tot"),
        ({"chi_bo": HTT, "quyet_dinh": KHT}, "khong_hoan_thanh"),
    ],
)
def test_the_latest_step_counts_and_never_the_self_rating(
    levels: dict[str, str], counted_as: str
) -> None:
    assert everyone(printed(unit(1, {**person(), "xep_loai": levels})))[counted_as] == 1


def again(**head: str) -> list[dict[str, str]]:
    return [{"doi_tuong": "đồng chí Nguyễn Văn Một", "van_ban_cu": "Quyết định số 2-QĐ/CB",
             "muc_cu": HTT, "muc_moi": HT, "ly_do": "kê khai chưa trung thực.", **head}]  # fmt: skip


def test_a_signed_decision_to_rate_again_counts_and_a_draft_does_not() -> None:
    draft = printed(unit(1, person(), xep_loai_lai=again()))
    signed = printed(unit(1, person(), xep_loai_lai=again(so="7", ngay="15/03/2027")))
    assert everyone(draft)["hoan_thanh_tot"] == 1
    assert everyone(signed)["hoan_thanh"] == 1
    assert signed.thong_bao
    assert signed.thong_bao["ca_nhan"][0]["quyet_dinh"] == HT


def test_the_last_of_two_decisions_to_rate_again_counts() -> None:
    twice = again(ngay="15/05/2027", muc_moi=KHT) + again(ngay="15/03/2027")
    assert everyone(printed(unit(1, person(), xep_loai_lai=twice)))["khong_hoan_thanh"] == 1


def test_shares_are_of_those_rated() -> None:
    people = [person(f"Lê Thị {letter}", muc) for letter, muc in
              zip("ABCDE", (XS, HTT, HTT, None, None), strict=True)]  # fmt: skip
    row = everyone(printed(unit(1, *people[:2]), unit(2, *people[2:])))
    assert (row["tong"], row["chua_xep_loai"]) == (5, 2)
    assert (row["ti_le_xuat_sac"], row["ti_le_tot"], row["ti_le_khong"]) == ("33,3", "66,7", "0")


def test_a_unit_without_people_stands_in_the_table_with_noughts() -> None:
    table = printed(unit(1, person()), unit(2)).tong_hop["theo_don_vi"][0]
    assert [(row["ten"], row["tong"]) for row in table["hang"]] == [
        ("Chi bộ thôn 1", 1), ("Chi bộ thôn 2", 0),
    ]  # fmt: skip


def test_the_list_goes_by_unit_then_as_entered_and_names_the_unit() -> None:
    summary = printed(
        unit(
            1,
            person("Lê Văn Vinh", chi_bo="Chi bộ Thôn 1"),
            person("Trần Thị Ánh", chi_bo="Chi bộ tổ 7"),
        ),
        unit(2, person("Hoàng Văn An"), tap_the=[{"ten": "Chi ủy"}]),
    )
    assert [(row["tt"], row["ten"], row["don_vi"]) for row in summary.tong_hop["hang"]] == [
        ("1", "Chi ủy", "Chi bộ thôn 2"),
        ("2", "Lê Văn Vinh", "Chi bộ thôn 1"),
        ("3", "Trần Thị Ánh", "Chi bộ tổ 7, Chi bộ thôn 1"),
        ("4", "Hoàng Văn An", "Chi bộ thôn 2"),
    ]  # fmt: skip


def test_who_is_left_out_is_listed_with_the_reason_and_who_has_no_level_too() -> None:
    summary = printed(
        unit(1, person("Lê Văn Vinh", None), excluded("Bùi Văn Miễn", "mien_sinh_hoat")),
        unit(2, person("Hoàng Văn An"), excluded("Võ Thị Mới", "moi_ket_nap")),
    )
    assert [(row["tt"], row["ten"], row["don_vi"]) for row in summary.chua_kiem_diem["hang"]] == [
        ("1", "Lê Văn Vinh", "Chi bộ thôn 1"),
        ("2", "Bùi Văn Miễn", "Chi bộ thôn 1"),
        ("3", "Võ Thị Mới", "Chi bộ thôn 2"),
    ]
    reasons = [row["ghi_chu"] for row in summary.chua_kiem_diem["hang"]]
    assert reasons[0] == NOT_YET
    assert reasons[1] == "Được miễn công tác và sinh hoạt đảng"
    assert reasons[2].startswith("Mới kết nạp")


def test_the_notice_makes_known_only_what_is_decided() -> None:
    proposed = {**person("Lê Thị Hai"), "xep_loai": {"tu_nhan": XS, "chi_bo": HTT}}
    units = [unit(1, person("Lê Thị Một"), proposed, person("Lê Thị Ba", None))]
    summary = printed(*units)
    assert everyone(summary)["hoan_thanh_tot"] == 2
    assert summary.thong_bao
    noticed = dict(summary.thong_bao["tong_hop"][-1])
    assert (noticed["hoan_thanh_tot"], noticed["chua_xep_loai"]) == (1, 2)
    assert [(row["tt"], row["quyet_dinh"]) for row in summary.thong_bao["ca_nhan"]] == [("1", HTT)]
    assert told(*units)["KD526"].startswith("còn 0 tập thể, 1 cá nhân chưa có quyết định")


@pytest.mark.parametrize(("noi_nhan", "is_told"), [(["Các chi bộ"], False), ([], True)])
def test_a_notice_to_nobody_is_told(noi_nhan: list[str], *, is_told: bool) -> None:
    whole, _ = collected([unit(1, person())])
    alone = replace(whole, dot=whole.dot.model_copy(update={"noi_nhan": tuple(noi_nhan)}))
    found = check_summary(alone, summed_up(alone), PLACE)
    assert [each.place.file for each in found if each.code == "KD123"] == [
        f"{PLACE.file}/dot.yaml"
    ] * is_told


def test_there_is_no_notice_as_long_as_nothing_is_decided(tmp_path: Path) -> None:
    proposed = {**person("Lê Thị Hai"), "xep_loai": {"tu_nhan": XS, "chi_bo": HTT}}
    folder = unit_data.campaign(tmp_path / "xa", 2026, unit(1, proposed))
    files, problems = write_summary(BuildRequest(folder, tmp_path / "output"))
    assert "KD528" in {each.code for each in problems}
    assert NOTICE not in {path.name for path in files}


def test_a_notice_goes_when_the_only_decision_is_taken_back(tmp_path: Path) -> None:
    folder = unit_data.campaign(tmp_path / "xa", 2026, unit(1, person()))
    request = BuildRequest(folder, tmp_path / "output")
    file = request.root / "tong-hop" / NOTICE
    write_summary(request)
    assert file.exists()
    (data,) = (folder / "don-vi").glob("*.yaml")
    unit_data.write(data, unit(1, person(muc=None)))
    write_summary(request)
    assert not file.exists()


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ({}, "(Kèm theo Thông báo số       -TB/ĐU, ngày      /     /2026 của Ban Thường vụ Đảng ủy)"),
        ({"so": "12", "ngay": "03/02/2027"},
         "(Kèm theo Thông báo số 12-TB/ĐU, ngày 03/02/2027 của Ban Thường vụ Đảng ủy)"),
    ],
    ids=["draft", "issued"],
)  # fmt: skip
def test_the_list_says_what_it_is_attached_to(head: dict[str, str], line: str) -> None:
    body = {"ten": "Đảng ủy xã Tân Hòa", "ky_hieu": "ĐU", "chu_the": "Ban Thường vụ Đảng ủy"}
    data = unit(1, person(), ket_qua={"thong_bao": {**head, "co_quan": body}})
    dot = Dot.model_validate({**unit_data.DOT, "nam": "2026"})
    year = UnitYear(DonViNam.model_validate(data), dot, regime_for(2026))
    made_of_it = results(year, paper_kinds()["thong-bao-ket-qua"])
    assert made_of_it["kem_theo"].replace("\u00a0", " ") == line


@settings(max_examples=40)
@given(campaigns, years)
def test_the_notice_counts_what_its_own_list_says(units: list[dict[str, Any]], nam: int) -> None:
    notice = printed(*units, nam=nam).thong_bao
    if notice is None:
        return
    for kind, title in (("tap_the", "Tập thể lãnh đạo, quản lý"), ("ca_nhan", "Tổng số cá nhân")):
        rows: list[dict[str, str]] = notice[kind]  # type: ignore[literal-required]
        found = [dict(row) for row in notice["tong_hop"] if row["ten"] == title]
        assert len(found) >= bool(rows)
        assert all(row["quyet_dinh"] for row in rows)
        for count in found:
            assert count["tong"] - count["chua_xep_loai"] == len(rows)
            for key, name in zip(KEYS, unit_data.LEVELS, strict=True):
                assert count[key] == sum(fold(row["quyet_dinh"]) == fold(name) for row in rows)


def test_the_papers_are_headed_and_signed_by_the_body_of_the_campaign() -> None:
    made_of_it = documents(printed(unit(1, person())))
    for name, data in made_of_it.items():
        body = docx.Document(io.BytesIO(data)).element.body
        text = typed("\n".join("".join(each.itertext()) for each in body.iter(qn("w:p"))))
        assert "ĐẢNG ỦY XÃ TÂN HÒA" in text, name
        assert "ĐẢNG BỘ TỈNH AN BÌNH" in text, name
        assert "Trần Văn Mẫu" in text, name
        assert "T/M BAN THƯỜNG VỤ" in text, name
    notice = "\n".join(words(made_of_it["Thông báo kết quả xếp loại.docx"]))
    assert "năm 2026 của các đơn vị trực thuộc Đảng ủy xã Tân Hòa như sau" in notice


@pytest.mark.parametrize("nam", [2021, 2024, 2026])
def test_levels_are_named_as_in_the_regime_and_word_opens_every_paper(
    nam: int, tmp_path: Path
) -> None:
    summary = printed(
        unit(1, person(), person("Lê Thị Hai", None), tap_the=[{"ten": "Chi ủy"}]),
        unit(2, excluded("Võ Thị Mới", "moi_ket_nap")),
        nam=nam, chua_gom="Chưa gồm 1 đơn vị không đọc được: Chi bộ thôn 3.",
    )  # fmt: skip
    assert tuple(summary.tong_hop["ten_muc"].values()) == tuple(
        level.ten for level in regime_for(nam).muc
    )
    for name, data in documents(summary).items():
        assert findings(data) == [], name
        file = tmp_path / name
        file.write_bytes(data)
        assert audit(file) == [], name


def test_what_is_missing_is_named_in_every_table() -> None:
    missing = "Chưa gồm 1 đơn vị không đọc được: Chi bộ thôn Đông."
    summary = printed(unit(1, person(), tap_the=[{"ten": "Chi ủy"}]), chua_gom=missing)
    for data in documents(summary).values():
        for table in tables(data):
            assert set(table[-1]) == {missing}
    for rows in sheets(workbook(summary)).values():
        assert rows[-1][0] == missing
    notice = documents(summary)["Thông báo kết quả xếp loại.docx"]
    assert missing in words(notice)


@pytest.mark.parametrize(
    ("unread", "lost", "said"),
    [
        ([], [], ""),
        (["Chi bộ A"], [], "chưa gồm 1 đơn vị không đọc được: Chi bộ A"),
        (["A", "B"], [("C", 2), ("D", 1)],
         "chưa gồm 2 đơn vị không đọc được: A, B; 3 cá nhân không đọc được của C (2), D (1)"),
        ([], [("C", 1)], "chưa gồm 1 cá nhân không đọc được của C (1)"),
    ],
)  # fmt: skip
def test_the_gap_is_said_in_words(
    unread: list[str], lost: list[tuple[str, int]], said: str
) -> None:
    assert gap_in_words(unread, lost) == said


def test_units_and_persons_that_cannot_be_read_are_named_and_the_rest_is_summed_up(
    tmp_path: Path,
) -> None:
    folder = unit_data.campaign(tmp_path / "xa", 2026, unit(1, person()))
    home = folder / "don-vi" / "thon-tay"
    (home / "ca-nhan").mkdir(parents=True)
    unit_data.write(home / "don-vi.yaml", unit(2))
    unit_data.write(home / "ca-nhan" / "a.yaml", {"loai": "ca-nhan", **person("Lê Thị Hai")})
    (home / "ca-nhan" / "b.yaml").write_text("loai: ca-nhan\nhoten: Lê Thị Ba\n", "utf-8")
    broken = unit(3, {"hoten": "Lê Thị Tư"})
    unit_data.write(folder / "don-vi" / "thon-nam.yaml", broken)
    found, problems = counted(BuildRequest(folder, tmp_path / "output"))
    assert found is not None
    gap = ("1 đơn vị không đọc được: Chi bộ thôn 3; "
           "1 cá nhân không đọc được của Chi bộ thôn 2 (1)")  # fmt: skip
    assert found.chua_gom == f"Chưa gồm {gap}."
    (said,) = (each for each in problems if each.code == "KD520")
    assert said.message == f"bảng tổng hợp chưa gồm {gap}"
    files = {Path(each.place.file).name for each in problems if each.code != "KD520"}
    assert files == {"b.yaml", "thon-nam.yaml"}
    assert everyone(summed_up(found))["tong"] == 2


def test_who_is_named_twice_is_told_with_file_and_line(tmp_path: Path) -> None:
    folder = unit_data.campaign(tmp_path / "xa", 2026, unit(1, DECIDED))
    unit_data.write(folder / "don-vi" / "thon-tay.yaml", unit(2, person("Lê Thị Hai"), REVIEWED))
    _, (problem,) = counted(BuildRequest(folder, tmp_path / "output"))
    assert problem.code == "KD521"
    assert Path(problem.place.file).name == "thon-tay.yaml"
    text = (folder / "don-vi" / "thon-tay.yaml").read_text("utf-8").split("\n")
    before = "\n".join(text[: problem.place.line])
    assert "Lê Thị Hai" in before
    assert "Nguyễn Văn Một" not in before


# Biểu 6F.


def suggestion(*names: str, tap_the: tuple[str, ...] = ()) -> dict[str, Any]:
    def target(name: str) -> dict[str, Any]:
        return {"ten": name, "diem": [{"ma": "I.1", "noi_dung": "Chậm giải ngân."}]}

    return {"tap_the": [target(each) for each in tap_the], "ca_nhan": list(map(target, names))}


def by_level(form: Any) -> list[tuple[str, int, int]]:
    return [(each["so"], each["tap_the"], each["dang_vien"]) for each in form["goi_y_theo_cap"]]


def test_who_got_a_suggestion_is_counted_once_and_by_management() -> None:
    one = person(dien_quan_ly="co_so", **BIRTH)
    form = printed(
        unit(1, one, goi_y=[suggestion("Nguyễn Văn Một"), suggestion("Nguyễn Văn Một")]),
        unit(2, {**one, "xep_loai": {}}, person("Lê Thị Hai", dien_quan_ly="cap_tinh"),
             tap_the=[{"ten": "Chi ủy", "dien_quan_ly": "cap_xa"}],
             goi_y=[suggestion("Nguyễn Văn Một", "Lê Thị Hai", tap_the=("Chi ủy",))]),
    ).bieu_6f  # fmt: skip
    assert form["duoc_goi_y"] == {"tap_the": 1, "dang_vien": 2}
    assert by_level(form) == [("4.1", 0, 1), ("4.2", 1, 0), ("4.3", 0, 1)]


def test_someone_of_the_same_name_elsewhere_got_no_suggestion() -> None:
    form = printed(
        unit(1, person(dien_quan_ly="co_so"), goi_y=[suggestion("Nguyễn Văn Một")]),
        unit(2, person(dien_quan_ly="cap_tinh")),
        unit(3, person(), goi_y=[suggestion("Trần Văn Không Có")]),
    ).bieu_6f
    assert form["duoc_goi_y"]["dang_vien"] == 2
    assert by_level(form) == [("4.1", 0, 0), ("4.2", 0, 0), ("4.3", 0, 1)]


FORM: dict[str, Any] = {
    "phai_kiem_diem": {"tap_the": 10, "dang_vien": 100},
    "da_kiem_diem": {"tap_the": 9, "dang_vien": 96},
    "chua_kiem_diem": {"tap_the": 1, "dang_vien": 4},
    "moi_thanh_lap": 1,
    "moi_ket_nap": 2,
    "mien_sinh_hoat": 1,
    "dinh_chi": 1,
    "duoc_goi_y": {"tap_the": 3, "dang_vien": 5},
    "goi_y_theo_cap": [
        {"so": "4.1", "tap_the": 1, "dang_vien": 1},
        {"so": "4.2", "tap_the": 1, "dang_vien": 0},
        {"so": "4.3", "tap_the": 1, "dang_vien": 4},
    ],
}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, []),
        ({"phai_kiem_diem": {"tap_the": 10, "dang_vien": 101}},
         [("KD524", "cột đảng viên: dòng 1 là 101, dòng 2 và dòng 3 cộng lại được 100")]),
        ({"da_kiem_diem": {"tap_the": 10, "dang_vien": 96}},
         [("KD524", "cột tập thể: dòng 1 là 10, dòng 2 và dòng 3 cộng lại được 11")]),
        ({"mien_sinh_hoat": 3},
         [("KD524", "cột đảng viên: dòng 3 là 4, các dòng «trong đó» cộng lại được 6")]),
        ({"moi_ket_nap": 0},
         [("KD525", "dòng 3 là 4, các dòng «trong đó» cộng lại được 2; còn 2 vì lý do khác")]),
        ({"moi_thanh_lap": 0},
         [("KD525", "cột tập thể: dòng 3 là 1, các dòng «trong đó» cộng lại được 0; còn 1")]),
        ({"duoc_goi_y": {"tap_the": 4, "dang_vien": 6}},
         [("KD529", "cột tập thể: dòng 4 là 4, các dòng 4.1, 4.2, 4.3 cộng lại được 3; còn 1"),
          ("KD529", "cột đảng viên: dòng 4 là 6, các dòng 4.1, 4.2, 4.3 cộng lại được 5; còn 1")]),
        ({"duoc_goi_y": {"tap_the": 2, "dang_vien": 5}},
         [("KD524", "cột tập thể: dòng 4 là 2, các dòng 4.1, 4.2, 4.3 cộng lại được 3")]),
    ],
)  # fmt: skip
def test_the_identities_of_6f_are_told_with_their_numbers(
    changed: dict[str, Any], said: list[tuple[str, str]]
) -> None:
    found = list(check_6f({**FORM, **changed}, PLACE))  # type: ignore[typeddict-item]
    assert [each.code for each in found] == [code for code, _ in said]
    for problem, (_, words_of_it) in zip(found, said, strict=True):
        assert words_of_it in problem.message
        assert problem.severity is Severity.WARNING


def test_under_2019_a_new_member_is_reviewed_yet_stands_among_those_who_are_not() -> None:
    new = excluded("Võ Thị Mới", "moi_ket_nap")
    held = {"hoi_nghi": [HELD]}
    assert "dòng 3 là 0" in told(unit(1, person(), new, **held), nam=2021)["KD524"]
    assert "KD524" not in told(unit(1, person(), new, **held), nam=2026)


HELD: dict[str, Any] = {
    "ten": "Hội nghị kiểm điểm", "ngay": "05/12/2026", "trieu_tap": "5", "co_mat": "5",
    "chu_tri": {"ho_ten": "Nguyễn Văn Một"}, "thu_ky": {"ho_ten": "Lê Thị Hai"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "done", "left", "why"),
    [
        ({}, 0, 2, "Chưa kiểm điểm: 1 tập thể, 2 đảng viên"),
        ({"hoi_nghi": [HELD]}, 2, 0, ""),
        ({"hoi_nghi": [{**HELD, "noi_dung": "tap_the"}]}, 0, 2, "Chưa kiểm điểm: 2 đảng viên"),
        ({"hoi_nghi": [{**HELD, "noi_dung": "ca_nhan", "doi_tuong": ["Lê Thị Hai"]}]}, 1, 1,
         "Chưa kiểm điểm: 1 tập thể, 1 đảng viên"),
    ],
    ids=["nothing-held", "all", "collective", "one-named"],
)  # fmt: skip
def test_only_who_was_reviewed_counts_as_reviewed(
    given: dict[str, Any], done: int, left: int, why: str
) -> None:
    people = [person("Nguyễn Văn Một", None), person("Lê Thị Hai", None)]
    summary = printed(unit(1, *people, tap_the=[{"ten": "Chi ủy"}], **given))
    form = summary.bieu_6f
    assert form["phai_kiem_diem"]["dang_vien"] == 2
    assert form["da_kiem_diem"]["dang_vien"] == done
    assert form["chua_kiem_diem"]["dang_vien"] == left
    assert form["ly_do_khac"] == why
    told_so = [row["ghi_chu"] for row in summary.chua_kiem_diem["hang"]]
    assert told_so.count(NOT_YET) == left
    assert told_so.count(UNRATED) == done


def test_who_is_excluded_and_yet_rated_stands_in_two_rows_and_is_told() -> None:
    both = {**person("Lê Thị Xa"), "loai_tru": {"ly_do": "mien_sinh_hoat"}}
    message = told(unit(1, person(), both))["KD524"]
    assert "cột đảng viên: dòng 1 là 2, dòng 2 và dòng 3 cộng lại được 3" in message


def test_another_reason_is_told_as_the_rest_of_row_3() -> None:
    message = told(unit(1, person(), excluded("Lê Thị Xa", "vang_co_ly_do")))["KD525"]
    assert message.endswith("cộng lại được 0; còn 1 vì lý do khác")


@pytest.mark.parametrize(
    ("someone_else", "code", "said"),
    [
        (person("Lê Thị Hai", "Xuất sắc"), "KD522",
         "Cá nhân theo đơn vị: tổng số 2, đã xếp loại 2, nhưng cộng bốn mức được 1, chưa xếp loại 1"),
        ({"ho_ten": "Lê Thị Hai", "xep_loai": {"quyet_dinh": HTT}}, "KD523",
         "cộng các nhóm cá nhân được 1, tổng số cá nhân là 2: 1 người chưa ghi vai trò (Lê Thị Hai)"),
    ],
)  # fmt: skip
def test_figures_that_do_not_add_up_are_told_with_their_numbers(
    someone_else: dict[str, Any], code: str, said: str
) -> None:
    assert told(unit(1, person(), someone_else)) == {code: said}


ROW: dict[str, Any] = {"ten": "Cá nhân theo đơn vị", "tong": 10, "hoan_thanh_xuat_sac": 1,
                       "hoan_thanh_tot": 5, "hoan_thanh": 2, "khong_hoan_thanh": 1,
                       "chua_xep_loai": 1}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "rated", "said"),
    [
        ({}, 9, ""),
        ({}, 8, "tổng số 10, đã xếp loại 8, nhưng cộng bốn mức được 9, chưa xếp loại 1"),
        ({"hoan_thanh": 3}, 9, "đã xếp loại 9, nhưng cộng bốn mức được 10"),
        ({"tong": 11}, 9, "tổng số 11, đã xếp loại 9"),
        ({"chua_xep_loai": 0}, 9, "chưa xếp loại 0"),
    ],
)
def test_all_are_rated_or_not_and_the_rated_stand_under_the_four_levels(
    changed: dict[str, Any], rated: int, said: str
) -> None:
    found = list(check_counts({**ROW, **changed}, rated, ["Tốt"], PLACE))  # type: ignore[typeddict-item]
    assert [each.code for each in found] == (["KD522"] if said else [])
    assert all(said in each.message and "«Tốt»" in each.mend for each in found)


def test_many_without_a_role_are_named_in_short() -> None:
    people = [{"ho_ten": f"Lê Thị {letter}", "xep_loai": {}} for letter in "ABCDEFG"]
    message = told(unit(1, *people))["KD523"]
    assert message.endswith("(Lê Thị A, Lê Thị B, Lê Thị C, Lê Thị D, Lê Thị E, …)")


# The workbook.


def test_the_workbook_can_be_filtered_printed_and_read_on_a_screen() -> None:
    summary = printed(unit(1, person(), person("Lê Thị Hai", None), tap_the=[{"ten": "Chi ủy"}]))
    book = openpyxl.load_workbook(io.BytesIO(workbook(summary)))
    assert book.sheetnames == [
        "Theo đối tượng", "Cá nhân theo đơn vị", "Tập thể theo đơn vị", "Danh sách xếp loại",
        "Biểu 6F", "Chưa kiểm điểm, xếp loại", "Thông báo - số liệu", "Thông báo - danh sách",
    ]  # fmt: skip
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.oddHeader.center.text == sheet.title
    assert {sheet.title: sheet.auto_filter.ref for sheet in book if sheet.auto_filter.ref} == {
        "Danh sách xếp loại": "A1:K4",
        "Chưa kiểm điểm, xếp loại": "A1:E2",
        "Thông báo - danh sách": "A1:D2",
    }


def test_counts_and_shares_are_numbers_and_names_stay_text() -> None:
    someone_odd = person("=Lê Thị Hai", XS, cham_diem={"chung": "26", "nhiem_vu": "60,5"})
    people = [someone_odd, person("Lê Thị Ba"), person("Lê Thị Tư")]
    book = openpyxl.load_workbook(io.BytesIO(workbook(printed(unit(1, *people)))))
    last = [cell.value for cell in list(book["Theo đối tượng"].rows)[-1]]
    assert last == ["Tổng số cá nhân", 3, 1, 33.3, 2, 66.7, 0, 0, 0, 0, 0]
    listed = {row[1].value: row for row in book["Danh sách xếp loại"].rows}
    assert listed["=Lê Thị Hai"][1].data_type == "s"
    assert listed["=Lê Thị Hai"][9].value == 86.5


def test_the_same_summary_gives_the_same_sealed_bytes() -> None:
    summary = printed(unit(1, person()))
    data = workbook(summary)
    assert data == workbook(summary)
    assert seal_in(data).startswith("kiemdiem ")
