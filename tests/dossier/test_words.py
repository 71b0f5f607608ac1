"""What a clerk reads of a verdict, word for word, and where an entry that leads nowhere is mended."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from generator.checklists.items import items
from generator.checklists.required import requirements
from generator.dossier.built import Built, State
from generator.dossier.handed_in import recorded
from generator.dossier.results import Verdict
from generator.dossier.unsigned import unsigned
from generator.model import Dot
from generator.model.unit import DonViNam
from generator.model.verdict import Ket
from generator.problems import DataPath, Problem
from generator.regulations.catalogue import paper_kinds
from generator.regulations.che_do import CheDo
from generator.regulations.regimes import load_regime, regime_for
from tests.checklists.lists import checklist, doc, item
from tests.dossier.judged_unit import (
    AN,
    BINH,
    BTV,
    CITY,
    HA_TINH,
    collective,
    confirmed,
    entry,
    judged,
    made,
    meeting,
    person,
    suggestion,
    unit,
)

PHUONG = "Đảng ủy phường Hồng Sơn"
LATE = dt.date(2024, 12, 31)


def one(nam: dict[str, Any], muc: str, ai: str = AN, **more: Any) -> Verdict:
    return judged(nam, more.pop("built", ()), day=LATE, **more)[(muc, ai)]


def btv(*entries: dict[str, Any], **given: Any) -> dict[str, Any]:
    people = [person(dac_diem=["uy_vien_btv"], **given)]
    return unit(ca_nhan=people, ho_so=list(entries))


def cadre(*entries: dict[str, Any], **more: Any) -> dict[str, Any]:
    return unit(ca_nhan=[person(dien_quan_ly="cap_huyen")], ho_so=list(entries), **more)


def lacking(che_do: CheDo, nam: DonViNam, ma: str, path: DataPath, *, confirmed: bool) -> list[str]:
    """What a document of a code lacks, by the kind the catalogue gives it."""
    form = che_do.bieu_mau.get(ma)
    kind = paper_kinds()[form.loai if form else ma]
    made = Built(ma, kind, path, Path("x.docx"), State.MOI)
    return unsigned(che_do, nam, made, confirmed=confirmed)


def test_a_verdict_names_its_clause_mark_copies_and_deadline() -> None:
    found = one(cadre(), "3.6/1.2")
    assert found.can_cu == (
        "Công văn số 1375-CV/ThU, ngày 14/11/2024 của Ban Thường vụ Thành ủy, mục 3.6/1.2"
    )
    assert (found.nguon, found.so_bo, found.han) == ("V:Seed3", 1, dt.date(2024, 12, 7))
    assert found.qua_han
    assert found.ten == "Bản kê khai tài sản"
    assert one(btv(), "1.2").so_bo == 3
    assert one(btv(), "1.2").han is None
    assert not one(btv(), "1.2").qua_han


@pytest.mark.parametrize(
    ("nam", "muc", "why"),
    [
        (cadre(entry("3.6/1.2", ai=AN, so_ban="1", ngay="07/12/2024")), "3.6/1.2",
         "nộp đúng ngày 07/12/2024; «trước ngày 07/12/2024» không tính ngày này"),
        (cadre(entry("3.6/1.2", ai=AN, so_ban="1", ngay="09/12/2024")), "3.6/1.2",
         "nộp ngày 09/12/2024, hạn là trước ngày 07/12/2024"),
        (btv(entry("1.2", ai=AN, so_ban="1"), entry("1.2", ai=AN, so_ban="1")), "1.2",
         "mới có 2 bản, phải nộp 3 bản"),
        (btv(), "1.6", "không được gợi ý kiểm điểm"),
        (btv(noi_cu_tru={"mien": "ở doanh trại"}), "1.4", "được miễn lấy nhận xét của nơi cư trú"),
        (btv(loai_tru={"ly_do": "mien_sinh_hoat", "can_cu": "QĐ 9"}), "1.1",
         f"không kiểm điểm: {regime_for(2024).loai_tru['mien_sinh_hoat'].ten} (QĐ 9)"),
        (btv(loai_tru={"ly_do": "mien_sinh_hoat"}), "1.1",
         f"không kiểm điểm: {regime_for(2024).loai_tru['mien_sinh_hoat'].ten}"),
        (btv(loai_tru={"ly_do": "ly_do_la"}), "1.1", "không kiểm điểm: ly_do_la"),
        (btv(entry("1.3", ai=AN, khong_ap_dung="đã nộp năm trước")), "1.3", "đã nộp năm trước"),
    ],
)  # fmt: skip
def test_why_a_verdict_is_as_it_is(nam: dict[str, Any], muc: str, why: str) -> None:
    assert one(nam, muc).ly_do == why


def test_what_is_if_any_says_that_nothing_came() -> None:
    found = one(unit(), "3.4", PHUONG)
    assert [(part.ten, part.ly_do) for part in found.phan] == [
        ("Hồ sơ giải quyết khiếu nại, kiến nghị về kết quả đánh giá, xếp loại",
         "không có khiếu nại, kiến nghị về kết quả xếp loại"),
        ("Các văn bản khác", "nếu có; không thấy nộp"),
    ]  # fmt: skip
    assert [proof.nguon for proof in found.phan[0].chung_cu] == ["ghi"]


def test_a_newly_founded_collective_says_so() -> None:
    nam = unit("ubnd", tap_the=[collective(thanh_lap_moi="có")])
    assert one(nam, "2.1", BTV).ly_do == "tập thể mới thành lập, chưa phải kiểm điểm"


def test_each_document_of_an_item_has_its_name() -> None:
    nam = unit(hoi_nghi=[meeting(), meeting("Họp Ban Thường vụ", "tap_the_lanh_dao")])
    assert [part.ten for part in one(nam, "3.3", PHUONG).phan] == [
        "Biên bản họp kiểm điểm, đánh giá, xếp loại - Họp Ban Thường vụ",
        "Biên bản hội nghị kiểm điểm - Hội nghị kiểm điểm",
    ]
    assert [part.ten for part in one(unit(), "3.3", PHUONG).phan] == [
        "Biên bản họp kiểm điểm, đánh giá, xếp loại", "Biên bản hội nghị kiểm điểm",
    ]  # fmt: skip


def test_paper_says_how_many_copies_who_brought_them_and_when() -> None:
    given = entry("1.2", ai=AN, so_ban="3", ngay="05/12/2024", nguoi_nop="Lê Thị Hoa")
    (proof,) = one(btv(given), "1.2").phan[0].chung_cu
    assert proof.noi_dung == "3 bản giấy, Lê Thị Hoa nộp, ngày 05/12/2024"
    assert (proof.nguon, proof.tep, proof.chac_chan) == ("giay", "", 100)


def test_of_several_proofs_the_deciding_one_comes_first() -> None:
    people = [confirmed(dac_diem=["uy_vien_btv"])]
    nam = unit(ca_nhan=people, ho_so=[entry("1.1", ai=AN, so_ban="2")])
    proofs = one(nam, "1.1", built=made(nam)).phan[0].chung_cu
    assert [each.nguon for each in proofs] == ["giay", "tao"]


def told(nam: dict[str, Any]) -> Problem:
    problems: list[Problem] = []
    judged(nam, problems=problems)
    (found,) = problems
    return found


@pytest.mark.parametrize(
    ("nam", "code", "path", "mend"),
    [
        (cadre(entry("3.6/1.2", ai="Nguyễn Văn Ân", so_ban="1")), "KD712", "ai",
         "có phải ý đồng chí là «Nguyễn Văn An»?"),
        (cadre(entry("3.6/1.2", ai="Xyz", so_ban="1")), "KD712", "ai",
         "ghi đúng như trong tệp của đơn vị"),
        (cadre(entry("3.6/1.2", so_ban="1")), "KD711", "muc",
         "mục 3.6/1.2 là của từng người, tập thể: ghi thêm khoá ai"),
        (cadre(entry("9", ai=AN, so_ban="1")), "KD711", "muc",
         "dùng một trong các mục: 3.6/1.1, 3.6/1.2, 3.6/1.3, 3.6/1.4, 3.6/1.5, 3.6/1.6"),
        (unit(ho_so=[entry("9", so_ban="1")]), "KD711", "muc",
         "dùng một trong các mục: 3.1, 3.2, 3.3, 3.4, 3.5, 3.7/2.2, 3.7/2.3"),
        (unit("ban", ho_so=[entry("9", so_ban="1")]), "KD711", "muc", "bỏ dòng này"),
        (unit(ho_so=[entry("3.4", so_ban="1")]), "KD714", "",
         "ghi thêm van_ban: một trong khieu-nai, van-ban-khac"),
        (unit(ho_so=[entry("3.4", van_ban="la", so_ban="1")]), "KD714", "",
         "ghi thêm van_ban: một trong khieu-nai, van-ban-khac"),
        (unit(hoi_nghi=[meeting("Hội nghị Một"), meeting("Hội nghị Hai")],
              ho_so=[entry("3.3", van_ban="bien-ban-hoi-nghi", so_ban="1")]), "KD714", "",
         "ghi thêm ai: một trong Hội nghị Một, Hội nghị Hai"),
    ],
)  # fmt: skip
def test_an_entry_that_leads_nowhere_says_what_to_write(
    nam: dict[str, Any], code: str, path: str, mend: str
) -> None:
    found = told(nam)
    assert (found.code, found.mend) == (code, mend)
    assert found.place.path == ("ho_so", 0, *([path] if path else []))


@pytest.mark.parametrize(
    "given",
    [
        entry("3.3", van_ban="bien-ban-hoi-nghi", ai="Hội nghị Hai", so_ban="1"),
        entry(" 3.7 / 2.3 ", so_ban="1"),
        entry("3.7/2.3", ai=PHUONG, so_ban="1"),
    ],
)
def test_an_entry_finds_its_document(given: dict[str, Any]) -> None:
    nam = unit(hoi_nghi=[meeting("Hội nghị Một"), meeting("Hội nghị Hai")], ho_so=[given])
    found = judged(nam)
    there = [p.ten for v in found.values() for p in v.phan if p.ket is Ket.CO]
    assert len(there) == 1
    assert there[0].endswith(("Hội nghị Hai", "Tổng hợp kết quả xếp loại cán bộ"))


def test_entries_of_one_document_stand_together() -> None:
    nam = DonViNam.model_validate(
        btv(
            entry("1.2", ai=AN, so_ban="1"),
            entry("1.3", ai=AN, so_ban="1"),
            entry("1.2", ai=AN, tep="ke-khai.pdf"),
        )
    )
    asked = requirements(items(HA_TINH), HA_TINH.dac_diem, nam, regime_for(2024), CITY)
    found = recorded(asked, nam)
    assert found.problems == []
    assert sorted(found.entries.values()) == [[0, 2], [1]]


def test_an_entry_that_says_nothing_is_told() -> None:
    found: list[Problem] = []
    nam = btv(entry("1.2", ai=AN, ngay="02/12/2024"), entry("1.3", ai=AN, so_ban="0"))
    judged(nam, problems=found)
    assert [(each.code, each.place.path) for each in found] == [("KD735", ("ho_so", 0))]


@pytest.mark.parametrize(
    ("day", "due"),
    [("07/12/2024", dt.date(2024, 12, 7)), ("10/01/2025", dt.date(2025, 1, 10)),
     ("10/01", dt.date(2025, 1, 10)), ("07/12/2026", None), ("07/12/2023", None)],
)  # fmt: skip
def test_a_deadline_binds_in_the_review_year_and_the_next(day: str, due: dt.date | None) -> None:
    made_ = checklist(item("1", thoi_han={"truoc_ngay": day}))
    assert judged(unit(), danh_muc=made_)[("1", PHUONG)].han == due


@pytest.mark.parametrize(
    ("own", "place"),
    [
        ({}, "Văn phòng Thành ủy (qua Ban Tổ chức)"),
        ({"gui_ve": "Ban Tổ chức Tỉnh ủy"}, "Ban Tổ chức Tỉnh ủy"),
    ],
)
def test_a_dossier_goes_where_the_list_says_else_where_the_campaign_does(
    own: dict[str, str], place: str
) -> None:
    due = [{"viec": "Gửi hồ sơ", "ngay": "20/12/2024", "gui_ve": "Văn phòng Thành ủy",
            "qua": "Ban Tổ chức"}]  # fmt: skip
    dot = Dot.model_validate(CITY.model_dump(exclude_none=True) | {"thoi_han": due})
    found = judged(unit(), danh_muc=checklist(item("1", **own)), dot=dot)
    assert {each.gui_ve for each in found.values()} == {place}


def test_without_any_deadline_in_the_list_the_campaign_has_one() -> None:
    due = [{"viec": "Gửi hồ sơ", "ngay": "20/12/2024"}]
    dot = Dot.model_validate(CITY.model_dump(exclude_none=True) | {"thoi_han": due})
    plain = checklist(item("1"))
    assert judged(unit(), danh_muc=plain, dot=dot)[("1", PHUONG)].han == dt.date(2024, 12, 20)
    assert judged(unit(), danh_muc=plain)[("1", PHUONG)].han is None
    mixed = checklist(item("1"), item("2", thoi_han={"truoc_ngay": "07/12"}))
    assert judged(unit(), danh_muc=mixed, dot=dot)[("1", PHUONG)].han is None


def test_a_document_may_be_asked_of_one_kind_of_subject_only() -> None:
    docs = [doc("a", cho="ca_nhan"), doc("b", cho="tap_the")]
    found = judged(unit(), danh_muc=checklist(item("1", cho=["ca_nhan", "tap_the"], van_ban=docs)))
    assert {ai: [p.ten for p in v.phan] for (_, ai), v in found.items()} == {
        AN: ["Văn bản a"], BTV: ["Văn bản b"],
    }  # fmt: skip


def test_a_persons_own_collective_papers_are_not_those_of_others() -> None:
    docs = [doc("a", moi="tap_the")]
    both = unit(tap_the=[collective("Một"), collective("Hai")])
    found = judged(both, danh_muc=checklist(item("1", cho=["tap_the"], van_ban=docs)))
    assert [p.ten for p in found[("1", "Hai")].phan] == ["Văn bản a - Hai"]


LETTER = {"so": "4", "ngay": "28/11/2024"}
BLOCK = {"ngay": "03/12/2024", "ho_ten": BINH}


@pytest.mark.parametrize(
    ("nam", "ma", "path", "lacks"),
    [
        (unit(goi_y=[suggestion(AN)]), "goi-y", ("goi_y", 0), []),
        (unit(goi_y=[suggestion(AN)]), "giai-trinh", ("goi_y", 0), ["chưa có số và ngày ban hành"]),
        (unit(giai_trinh=LETTER, goi_y=[suggestion(AN)]), "giai-trinh", ("goi_y", 0), []),
        (unit(giai_trinh={"so": "4"}, goi_y=[suggestion(AN)]), "giai-trinh", ("goi_y", 0),
         ["chưa có ngày ban hành"]),
        (unit(ket_qua={"quyet_dinh": LETTER}), "quyet-dinh-ket-qua", ("ket_qua", "quyet_dinh"), []),
        (unit(ket_qua={"quyet_dinh": {"ngay": "1/12/2024"}}), "quyet-dinh-ket-qua",
         ("ket_qua", "quyet_dinh"), ["chưa có số"]),
        (unit(ket_qua={"thong_bao": {"so": "1"}}), "thong-bao-ket-qua", ("ket_qua", "thong_bao"),
         ["chưa có ngày ban hành"]),
        (unit(), "ke-hoach-khac-phuc", ("khac_phuc",), ["chưa có số và ngày ban hành"]),
        (unit(xep_loai_lai=[{"doi_tuong": AN, "van_ban_cu": "QĐ 1", "muc_cu": "a", "muc_moi": "b",
                             "ly_do": "c", "so": "3"}]), "03", ("xep_loai_lai", 0),
         ["chưa có ngày ban hành"]),
        (unit(), "01", ("tap_the", 0), ["chưa ghi ngày", "chưa ghi người ký"]),
        (unit(ky={"chuc_vu": "Bí thư"}), "01", ("tap_the", 0),
         ["chưa ghi ngày", "chưa ghi người ký"]),
        (unit(), "cham-diem", ("tap_the", 0), []),
        (unit(), "cham-diem", ("ca_nhan", 0), []),
        (unit(), "02B", ("ca_nhan", 0), ["chưa ghi ngày"]),
        (unit(), "phieu-nhan-xet", ("ca_nhan", 0), ["chưa có nhận xét của nơi cư trú"]),
        (unit(), "phieu-nhan-xet-mien", ("ca_nhan", 0), ["chưa có nhận xét của nơi cư trú"]),
        (unit(hoi_nghi=[meeting()]), "bien-ban-hoi-nghi", ("hoi_nghi", 0), []),
        (unit(), "bieu-6f", ("don_vi",), []),
    ],
)  # fmt: skip
def test_what_a_document_lacks_before_it_can_be_handed_in(
    nam: dict[str, Any], ma: str, path: tuple[str | int, ...], lacks: list[str]
) -> None:
    year = DonViNam.model_validate(nam)
    regime = load_regime("2025" if ma == "03" else "2023")
    assert lacking(regime, year, ma, path, confirmed=False) == lacks


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ({}, ["chi ủy, chi bộ", "đảng ủy, chi ủy cơ sở"]),
        (
            {"cong_chuc": "có"},
            ["thủ trưởng cơ quan, đơn vị", "chi ủy, chi bộ", "đảng ủy, chi ủy cơ sở"],
        ),
        ({"xac_nhan": {"chi_uy": BLOCK}}, ["đảng ủy, chi ủy cơ sở"]),
        ({"xac_nhan": {"chi_uy": {"ngay": "3/12/2024"}, "dang_uy": BLOCK}}, ["chi ủy, chi bộ"]),
        ({"xac_nhan": {"chi_uy": {"ho_ten": BINH}, "dang_uy": BLOCK}}, ["chi ủy, chi bộ"]),
        ({"xac_nhan": {"chi_uy": BLOCK, "dang_uy": BLOCK}}, []),
    ],
)
def test_which_confirmations_are_missing(given: dict[str, Any], lacks: list[str]) -> None:
    nam = DonViNam.model_validate(unit(ca_nhan=[person(ngay="02/12/2024", **given)]))
    found = lacking(regime_for(2024), nam, "02B", ("ca_nhan", 0), confirmed=True)
    assert found == [f"chưa có xác nhận của {each}" for each in lacks]


def test_where_a_form_has_no_blocks_any_superior_may_have_confirmed() -> None:
    regime = regime_for(2024)
    bare = regime.bieu_mau["02B"].model_copy(update={"xac_nhan": ()})
    regime = regime.model_copy(update={"bieu_mau": {**regime.bieu_mau, "02B": bare}})
    for given, lacks in (({}, 1), ({"xac_nhan": {"dang_uy": BLOCK}}, 0)):
        nam = DonViNam.model_validate(unit(ca_nhan=[person(ngay="02/12/2024", **given)]))
        found = lacking(regime, nam, "02B", ("ca_nhan", 0), confirmed=True)
        assert found == ["chưa có xác nhận của lãnh đạo cấp có thẩm quyền"] * lacks
