"""R14: deadlines of the regime and of the campaign."""

import datetime as dt
from typing import Any

import pytest

from generator.rules.deadlines import due_day, kind_of_work
from tests.rules.build import campaign, check, findings, meeting, regime, unit

HELD = "hoi_nghi.0.ngay"
LATE, ON_THE_DAY = "KD436 cảnh báo", "KD437 cảnh báo"


@pytest.mark.parametrize(
    ("han", "ngay", "expected"),
    [
        ("31/12", "30/12/2026", []),
        ("31/12", "31/12/2026", [f"{ON_THE_DAY} {HELD}"]),
        ("31/12", "01/01/2027", [f"{LATE} {HELD}"]),
        ("15/01", "14/01/2027", []),
        ("15/01", "15/01/2027", [f"{ON_THE_DAY} {HELD}"]),
        ("15/01", "16/01/2027", [f"{LATE} {HELD}"]),
    ],
)
def test_the_review_is_held_before_the_day_of_the_regime(
    han: str, ngay: str, expected: list[str]
) -> None:
    che_do = regime(thoi_gian__xong_truoc=han)
    assert check("R14", unit(hoi_nghi=[meeting(ngay)]), che_do) == expected


def test_the_pack_of_2025_ends_the_review_before_31_12() -> None:
    assert check("R14", unit(hoi_nghi=[meeting("31/12/2026")])) == [f"{ON_THE_DAY} {HELD}"]
    assert check("R14", unit(hoi_nghi=[meeting("30/12/2026")])) == []


def deadline(viec: str = "Hoàn thành kiểm điểm", ngay: str = "10/12/2026", **given: Any) -> Any:
    return {"viec": viec, "ngay": ngay, **given}


DOSSIER = "Gửi hồ sơ kiểm điểm của chi bộ cơ sở"


@pytest.mark.parametrize(
    ("thoi_han", "hop", "nop", "expected"),
    [
        ([], "15/12/2026", "20/12/2026", []),
        ([deadline()], "09/12/2026", None, []),
        ([deadline()], "10/12/2026", None, [f"{ON_THE_DAY} {HELD}"]),
        ([deadline()], "11/12/2026", None, [f"{LATE} {HELD}"]),
        ([deadline("Tổ chức KIỂM ĐIỂM xong")], "11/12/2026", None, [f"{LATE} {HELD}"]),
        ([deadline("Gửi văn bản gợi ý kiểm điểm")], "11/12/2026", "11/12/2026", []),
        ([deadline("Báo cáo kết quả kiểm điểm")], "11/12/2026", "11/12/2026", []),
        ([deadline("Gửi hồ sơ gợi ý kiểm điểm")], "11/12/2026", "11/12/2026", []),
        ([deadline("Tổng kết năm")], "11/12/2026", "11/12/2026", []),
        ([deadline(DOSSIER)], "11/12/2026", None, []),
        ([deadline(DOSSIER)], "11/12/2026", "09/12/2026", []),
        ([deadline(DOSSIER)], "11/12/2026", "10/12/2026", [f"{ON_THE_DAY} ngay_nop_ho_so"]),
        ([deadline(DOSSIER)], "11/12/2026", "11/12/2026", [f"{LATE} ngay_nop_ho_so"]),
        ([deadline("Nộp báo cáo, hồ sơ")], "11/12/2026", "11/12/2026",
         [f"{LATE} ngay_nop_ho_so"]),
        ([deadline(ngay="05/12/2026"), deadline(ngay="10/12/2026")], "09/12/2026", None, []),
        ([deadline(ngay="05/12/2026", ap_dung="Cấp cơ sở"), deadline(ngay="15/12/2026",
          ap_dung="Cấp tỉnh")], "09/12/2026", None, [f"{LATE} {HELD}"]),
        ([deadline(ngay="05/12/2026", ap_dung="Cấp xã"), deadline(ngay="15/12/2026",
          ap_dung="Cấp tỉnh")], "09/12/2026", None, []),
        ([deadline(ngay="05/12/2026", ap_dung="Cấp xã"), deadline(ngay="08/12/2026",
          ap_dung="Cấp tỉnh")], "09/12/2026", None, []),
        ([deadline(ngay="05/12/2026"), deadline(ngay="15/12/2026", ap_dung="Cấp tỉnh")],
         "09/12/2026", None, [f"{LATE} {HELD}"]),
        ([deadline(ngay="05/12/2026", ap_dung="Các chi bộ, gồm CHI BỘ thôn Đông"),
          deadline(ngay="15/12/2026", ap_dung="Cấp tỉnh")], "09/12/2026", None,
         [f"{LATE} {HELD}"]),
        ([deadline(ngay="31/12/2026")], "31/12/2026", None, [f"{ON_THE_DAY} {HELD}"]),
    ],
)  # fmt: skip
def test_the_deadlines_of_the_campaign_bind_the_unit(
    thoi_han: list[Any], hop: str, nop: str | None, expected: list[str]
) -> None:
    nam = unit(hoi_nghi=[meeting(hop)], ngay_nop_ho_so=nop)
    assert check("R14", nam, dot=campaign(thoi_han=thoi_han)) == expected


@pytest.mark.parametrize(
    ("loai", "found"),
    [("chi_bo", 1), ("chi_bo_co_so", 1), ("dang_bo_bo_phan", 1), ("dang_bo_co_so", 1), ("xa", 0)],
)
def test_only_basic_units_are_meant_by_co_so(loai: str, found: int) -> None:
    dot = campaign(thoi_han=[
        deadline(ngay="05/12/2026", ap_dung="Cấp cơ sở"),
        deadline(ngay="15/12/2026", ap_dung="Cấp tỉnh"),
    ])  # fmt: skip
    nam = unit(loai=loai, hoi_nghi=[meeting("09/12/2026")])
    assert check("R14", nam, dot=dot) == [f"{LATE} {HELD}"] * found


def test_a_later_deadline_of_the_campaign_does_not_replace_the_regime() -> None:
    dot = campaign(thoi_han=[deadline(ngay="20/01/2027")])
    assert check("R14", unit(hoi_nghi=[meeting("05/01/2027")]), dot=dot) == [f"{LATE} {HELD}"]


@pytest.mark.parametrize(("mark", "found"), [("V:S10", 1), ("U", 0)])
def test_it_does_where_the_day_of_the_regime_is_not_verified(mark: str, found: int) -> None:
    dot = campaign(thoi_han=[deadline(ngay="10/01/2027")])
    che_do = regime(thoi_gian__xong_truoc=("31/12", mark))
    nam = unit(hoi_nghi=[meeting("05/01/2027")])
    assert check("R14", nam, che_do, dot) == [f"{LATE} {HELD}"] * found


@pytest.mark.parametrize(
    ("ap_dung", "han", "hop", "found"),
    [
        ("Chi bộ thôn Đông", "10/01/2027", "05/01/2027", []),
        ("Chi bộ thôn Đông", "10/01/2027", "12/01/2027", [f"{LATE} {HELD}"]),
        ("Chi bộ thôn Đông", "20/01/2027", "05/01/2027", [f"{LATE} {HELD}"]),
        (None, "10/01/2027", "05/01/2027", [f"{LATE} {HELD}"]),
    ],
)
def test_a_superior_may_give_a_special_body_time_until_15_01(
    ap_dung: str | None, han: str, hop: str, found: list[str]
) -> None:
    dot = campaign(thoi_han=[deadline(ngay=han, ap_dung=ap_dung)])
    assert check("R14", unit(hoi_nghi=[meeting(hop)]), dot=dot) == found


def test_the_earlier_day_is_said_once() -> None:
    dot = campaign(thoi_han=[deadline(ngay="10/12/2026")])
    assert check("R14", unit(hoi_nghi=[meeting("05/01/2027")]), dot=dot) == [f"{LATE} {HELD}"]


def test_on_the_same_day_the_regime_is_cited() -> None:
    dot = campaign(thoi_han=[deadline(ngay="31/12/2026")])
    message = findings("R14", unit(hoi_nghi=[meeting("05/01/2027")]), dot=dot)[0].message
    assert "quá thời hạn «hoàn thành kiểm điểm» trước ngày 31/12/2026" in message


def test_the_messages_name_the_work_and_both_days() -> None:
    dot = campaign(thoi_han=[deadline(DOSSIER, "07/12/2026")])
    nam = unit(ngay_nop_ho_so="08/12/2026", hoi_nghi=[meeting(), meeting("02/01/2027")])
    regime_late, dossier_late = findings("R14", nam, dot=dot)
    assert regime_late.message == (
        "Hội nghị kiểm điểm ngày 02/01/2027, quá thời hạn «hoàn thành kiểm điểm» trước ngày "
        "31/12/2026 (điều khoản R14)"
    )
    assert regime_late.place.path == ("hoi_nghi", 1, "ngay")
    assert dossier_late.message == (
        f"nộp hồ sơ ngày 08/12/2026, quá thời hạn «{DOSSIER}» trước ngày 07/12/2026 (điều khoản R14)"
    )


@pytest.mark.parametrize(
    ("mark", "ngay", "severity"),
    [("V:S10", "02/01/2027", "lỗi"), ("U", "02/01/2027", "cảnh báo"),
     ("V:S10", "31/12/2026", "cảnh báo")],
)  # fmt: skip
def test_where_an_office_makes_it_an_error_the_day_itself_still_warns(
    mark: str, ngay: str, severity: str
) -> None:
    che_do = regime(quy_tac__R14__muc_do="loi", thoi_gian__xong_truoc=("31/12", mark))
    found = findings("R14", unit(hoi_nghi=[meeting(ngay)]), che_do)
    assert [str(each.severity) for each in found] == [severity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31/12", dt.date(2026, 12, 31)),
        ("01/7", dt.date(2026, 7, 1)),
        ("30/6", dt.date(2027, 6, 30)),
        ("trước 15/01", dt.date(2027, 1, 15)),
        ("31/02", None),
        ("cuối năm", None),
    ],
)
def test_a_day_without_a_year_is_of_the_review(text: str, expected: dt.date | None) -> None:
    assert due_day(text, 2026) == expected


@pytest.mark.parametrize(
    ("viec", "expected"),
    [
        ("Hoàn thành kiểm điểm, đánh giá, xếp loại", "kiem_diem"),
        ("Gửi hồ sơ đề nghị đánh giá, xếp loại", "ho_so"),
        ("Gửi hồ sơ, báo cáo kiểm điểm", "ho_so"),
        ("Xây dựng kế hoạch kiểm điểm", None),
        ("Gửi giải trình kiểm điểm", None),
        ("Giải quyết khiếu nại về kiểm điểm", None),
        ("Kế hoạch khắc phục sau kiểm điểm", None),
        ("Khắc phục sau kiểm điểm", None),
        ("Tổng kết năm", None),
    ],
)
def test_the_words_of_a_deadline_say_what_it_is_for(viec: str, expected: str | None) -> None:
    assert kind_of_work(viec) == expected
