"""Counts of a unit's ratings: what the summaries and Biểu 6F say, from the data."""

from dataclasses import replace
from typing import Any

import pytest

from generator.model import DonViNam, Dot
from generator.papers.form_6f import form_6f
from generator.papers.meetings import meeting, subjects
from generator.papers.plan import Selection, unit_plan
from generator.papers.rating_lists import (
    collective_rows,
    counts,
    not_reviewed,
    person_rows,
    summary,
)
from generator.papers.unit_year import UnitYear
from generator.regulations.regimes import regime_for
from tests.papers import unit_data

XS, HTT, HT, KHT = unit_data.LEVELS


def year_of(data: dict[str, Any], nam: int = 2026, *, blank: bool = False) -> UnitYear:
    dot = Dot.model_validate({**unit_data.DOT, "nam": str(nam)})
    return UnitYear(DonViNam.model_validate(data), dot, regime_for(nam), blank)


def people(*levels: str | None, role: str = "ngoai_he_thong") -> list[dict[str, Any]]:
    return [
        {
            "ho_ten": f"Nguyễn Văn {chr(65 + i)}",
            "vai_tro": role,
            "xep_loai": {"tu_nhan": XS, **({"quyet_dinh": level} if level else {})},
        }
        for i, level in enumerate(levels)
    ]


def unit(**given: Any) -> dict[str, Any]:
    return {"loai": "don-vi", "don_vi": dict(unit_data.UNIT), **given}


def total(year: UnitYear) -> dict[str, Any]:
    return dict(counts(year)[-1])


@pytest.mark.parametrize(
    ("levels", "counted", "shares"),
    [
        ((XS, HTT, HTT, HTT, HTT, HTT), (1, 5, 0, 0, 0), ("16,7", "83,3", "0", "0")),
        ((HTT, HT, KHT), (0, 1, 1, 1, 0), ("0", "33,3", "33,3", "33,3")),
        ((HTT, None, None), (0, 1, 0, 0, 2), ("0", "100", "0", "0")),
        ((None,), (0, 0, 0, 0, 1), ("", "", "", "")),
        (("hoàn thành tốt nhiệm vụ",), (0, 1, 0, 0, 0), ("0", "100", "0", "0")),
    ],
)
def test_levels_are_counted_and_shared_among_those_rated(
    levels: tuple[str | None, ...], counted: tuple[int, ...], shares: tuple[str, ...]
) -> None:
    row = total(year_of(unit(ca_nhan=people(*levels))))
    keys = (
        "hoan_thanh_xuat_sac",
        "hoan_thanh_tot",
        "hoan_thanh",
        "khong_hoan_thanh",
        "chua_xep_loai",
    )
    assert tuple(row[key] for key in keys) == counted
    assert row["tong"] == sum(counted) == len(levels)
    assert (
        tuple(row[f"ti_le_{key}"] for key in ("xuat_sac", "tot", "hoan_thanh", "khong")) == shares
    )


@pytest.mark.parametrize(
    ("steps", "counted"),
    [
        ({"chi_uy": HT}, "hoan_thanh"),
        ({"chi_uy": HT, "chi_bo": HTT}, "hoan_thanh_tot"),
        ({"chi_uy": HT, "chi_bo": HTT, "quyet_dinh": KHT}, "khong_hoan_thanh"),
        ({"tu_nhan": XS}, "chua_xep_loai"),
    ],
)
def test_the_latest_step_counts_and_never_the_self_rating(
    steps: dict[str, str], counted: str
) -> None:
    someone = {"ho_ten": "Nguyễn Văn Một", "vai_tro": "ngoai_he_thong", "xep_loai": steps}
    assert total(year_of(unit(ca_nhan=[someone])))[counted] == 1


def test_groups_are_collectives_then_roles_then_all() -> None:
    data = unit(
        tap_the=[{"ten": "Chi ủy"}, {"ten": "Mới", "thanh_lap_moi": "có"}],
        ca_nhan=people(HTT) + people(HTT, role="lanh_dao") + people(HT, role="khong_lanh_dao"),
    )
    rows = counts(year_of(data))
    assert [(row["ten"].split()[0], row["tong"]) for row in rows] == [
        ("Tập", 1), ("Cá", 1), ("Cá", 1), ("Đảng", 1), ("Tổng", 3),
    ]  # fmt: skip
    assert "giữ chức vụ" in rows[1]["ten"]
    assert "không giữ" in rows[2]["ten"]


def test_a_unit_without_people_has_no_line_about_people() -> None:
    assert [row["ten"] for row in counts(year_of(unit(tap_the=[{"ten": "Chi ủy"}])))] == [
        "Tập thể lãnh đạo, quản lý"
    ]


def test_people_are_listed_by_position_then_as_entered_and_excluded_ones_apart() -> None:
    data = unit(
        ca_nhan=[
            {"ho_ten": "Nguyễn Văn Vinh"},
            {"ho_ten": "Trần Thị Ánh", "chuc_vu": {"dang": "Chi ủy viên"}},
            {"ho_ten": "Lê Văn Đạt"},
            {"ho_ten": "Phạm Văn Phó", "chuc_vu": {"dang": "Phó Bí thư Chi bộ"}},
            {"ho_ten": "Đỗ Thị Thư", "chuc_vu": {"dang": "Bí thư Chi bộ"}},
            {"ho_ten": "Vũ Văn Trưởng", "dung_dau": "có"},
            {"ho_ten": "Hoàng Miễn", "loai_tru": {"ly_do": "mien_sinh_hoat", "can_cu": "QĐ 12"}},
        ]
    )
    year = year_of(data)
    assert [row["ten"] for row in person_rows(year)] == [
        "Vũ Văn Trưởng", "Đỗ Thị Thư", "Phạm Văn Phó", "Trần Thị Ánh", "Nguyễn Văn Vinh",
        "Lê Văn Đạt",
    ]  # fmt: skip
    (left,) = not_reviewed(year)["hang"]
    assert (left["ten"], left["ghi_chu"]) == (
        "Hoàng Miễn",
        "Được miễn công tác và sinh hoạt đảng (QĐ 12)",
    )


@pytest.mark.parametrize(
    ("dang", "don_vi", "printed"),
    [
        (None, "Ủy ban nhân dân xã", "Ủy ban nhân dân xã"),
        ("Bí thư Chi bộ", None, "Bí thư Chi bộ"),
        ("Bí thư Chi bộ", "Trường Mầm non", "Bí thư Chi bộ, Trường Mầm non"),
        (
            "Phó Trưởng Ban Tổ chức Huyện ủy",
            "Ban Tổ chức Huyện ủy",
            "Phó Trưởng Ban Tổ chức Huyện ủy",
        ),
        (None, None, ""),
    ],
)
def test_position_and_office_stand_on_one_line_without_repeating(
    dang: str | None, don_vi: str | None, printed: str
) -> None:
    person = {"ho_ten": "An", "chuc_vu": {"dang": dang} if dang else {}, "don_vi_cong_tac": don_vi}
    (row,) = person_rows(
        year_of(unit(ca_nhan=[{k: v for k, v in person.items() if v is not None}]))
    )
    assert row["chuc_vu_don_vi"] == printed


@pytest.mark.parametrize(
    ("loai", "issuer"),
    [("chi_bo", "CHI BỘ TỔ 7"), ("chi_bo_co_so", "CHI BỘ TỔ 7"), ("dang_bo_co_so", "CẤP ỦY TỔ 7")],
)
def test_a_chi_bo_issues_its_papers_in_its_own_name(loai: str, issuer: str) -> None:
    about = {**unit_data.UNIT, "loai": loai, "ten": "Chi bộ tổ 7", "cap_uy": "Cấp ủy tổ 7"}
    assert summary(year_of(unit(don_vi=about)))["don_vi"] == issuer


def test_rows_of_the_summary_are_numbered_through() -> None:
    data = unit(tap_the=[{"ten": "Chi ủy"}], ca_nhan=people(HTT, HT))
    assert [row["tt"] for row in summary(year_of(data))["hang"]] == ["1", "2", "3"]
    assert collective_rows(year_of(data))[0]["tt"] == ""


EXCLUDED = ("mien_sinh_hoat", "dinh_chi_sinh_hoat", "moi_ket_nap", "moi_ket_nap")


def test_form_6f_adds_up() -> None:
    data = unit(
        tap_the=[
            {"ten": "Chi ủy", "dien_quan_ly": "co_so", "xep_loai": {"chi_bo": HTT}},
            {"ten": "Mới", "thanh_lap_moi": "có"},
        ],
        ca_nhan=[
            *people(HTT, HTT, HT),
            *({"ho_ten": f"Lê {i}", "loai_tru": {"ly_do": why}} for i, why in enumerate(EXCLUDED)),
            {"ho_ten": "Không đảng viên", "dang_vien": "không"},
        ],
        goi_y=[
            {
                "tap_the": [{"ten": "Chi ủy", "diem": [{"ma": "I.1", "noi_dung": "x"}]}],
                "ca_nhan": [{"ten": "Nguyễn Văn A", "diem": [{"ma": "II.1", "noi_dung": "x"}]}],
            }
        ],
    )
    made = form_6f(year_of(data))
    assert made["phai_kiem_diem"] == {"tap_the": 2, "dang_vien": 7}
    assert made["da_kiem_diem"] == {"tap_the": 1, "dang_vien": 3}
    assert made["chua_kiem_diem"] == {"tap_the": 1, "dang_vien": 4}
    for key in ("tap_the", "dang_vien"):
        done, left = made["da_kiem_diem"][key], made["chua_kiem_diem"][key]  # type: ignore[literal-required]
        assert made["phai_kiem_diem"][key] == done + left  # type: ignore[literal-required]
    assert (made["moi_thanh_lap"], made["moi_ket_nap"]) == (1, 2)
    assert (made["mien_sinh_hoat"], made["dinh_chi"]) == (1, 1)
    assert made["duoc_goi_y"] == {"tap_the": 1, "dang_vien": 1}
    by_level = [(each["so"], each["tap_the"], each["dang_vien"]) for each in made["goi_y_theo_cap"]]
    assert by_level == [("4.1", 0, 0), ("4.2", 0, 0), ("4.3", 1, 0)]


def test_the_levels_of_biểu_6f_are_those_of_the_year_and_a_form_in_doubt_says_so() -> None:
    now, before = form_6f(year_of(unit(), 2026)), form_6f(year_of(unit(), 2024))
    assert "xã, phường, đặc khu" in now["goi_y_theo_cap"][1]["ten"]
    assert "cấp huyện" in before["goi_y_theo_cap"][1]["ten"]
    assert "40-HD/BTCTW" in now["ghi_chu_bieu"]
    assert before["ghi_chu_bieu"] == ""


def test_in_2022_a_new_member_was_reviewed_and_only_not_rated() -> None:
    new = {"ho_ten": "Lê Mới", "loai_tru": {"ly_do": "moi_ket_nap"}}
    data = unit(ca_nhan=[new], hoi_nghi=unit_data.one(2026)["hoi_nghi"])
    assert form_6f(year_of(data, 2022))["da_kiem_diem"]["dang_vien"] == 1
    assert form_6f(year_of(data, 2026))["da_kiem_diem"]["dang_vien"] == 0


@pytest.mark.parametrize(
    ("kind", "named", "expected"),
    [
        ("tap_the", [], ["Chi ủy Chi bộ thôn Đông"]),
        ("ca_nhan", [], ["Nguyễn Văn Một", "Nguyễn Văn Hai", "Nguyễn Văn Ba"]),
        ("ca_nhan", ["Nguyễn Văn Hai"], ["Nguyễn Văn Hai"]),
        ("tap_the_ca_nhan", [],
         ["Chi ủy Chi bộ thôn Đông", "Nguyễn Văn Một", "Nguyễn Văn Hai", "Nguyễn Văn Ba"]),
    ],
)  # fmt: skip
def test_a_ballot_lists_whom_the_meeting_reviews(
    kind: str, named: list[str], expected: list[str]
) -> None:
    data = unit_data.one(2026)
    data["hoi_nghi"][0] |= {"noi_dung": kind, "doi_tuong": named}
    del data["hoi_nghi"][0]["kiem_phieu"]
    year = year_of(data)
    assert subjects(year, year.data.hoi_nghi[0]) == expected
    printed = meeting(year, 0)
    assert [line["ten"] for line in printed["phieu"]["ket_qua"]] == expected
    assert printed["phieu"]["phat_ra"] == "……"


def test_the_count_shows_the_votes_of_each_level_and_nought_for_the_rest() -> None:
    (first, *_) = meeting(year_of(unit_data.one(2026)), 0)["phieu"]["ket_qua"]
    assert first["so_phieu"] == ["0", "3", "0", "0", "0"]
    assert first["tu_nhan"] == HTT
    assert first["chuc_vu"] == "Chi ủy viên; Trưởng phòng"


@pytest.mark.parametrize("code", ["bien-ban-hoi-nghi", "bien-ban-kiem-phieu"])
@pytest.mark.parametrize("copies", [None, 2])
def test_minutes_say_as_many_copies_as_are_printed(code: str, copies: int | None) -> None:
    year = year_of(unit_data.one(2026))
    if copies:
        places = dict(year.che_do.thanh_phan)
        places[code] = places[code].model_copy(update={"so_ban": copies})
        year = replace(year, che_do=year.che_do.model_copy(update={"thanh_phan": places}))
    (planned,) = unit_plan(year, Selection(forms=(code,)), ())
    assert planned.so_ban == (copies or 3)
    assert planned.document.build()["so_ban"] == f"{planned.so_ban:02}"
