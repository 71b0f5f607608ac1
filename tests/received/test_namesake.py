"""Whether the head of a paper says another birth or chi bộ than the data of the person."""

from dataclasses import replace

import pytest

from generator.model.birth import NgaySinh
from generator.model.verdict import Ket
from generator.received.namesake import namesake
from tests.received.test_findings import AN, FORM, said, seen

DUE = replace(FORM, sinh=NgaySinh(1980, 2, 5), chi_bo="Chi bộ Tổ dân phố 5")
YEAR_ONLY = replace(DUE, sinh=NgaySinh(1980))


@pytest.mark.parametrize(
    "lines",
    [
        ("Ngày sinh: 05/02/1980",),
        ("Ngày sinh: 5/2/1980",),
        ("Ngày sinh: 5.2.80",),
        ("Sinh ngày 05 tháng 02 năm 1980",),
        ("Ngày, tháng, năm sinh: 05-02-1980",),
        ("Năm sinh: 1980",),
        ("Ngày sinh: 02/1980",),
        (f"Họ và tên: {AN}\tNgày sinh: 05/02/1980\tNam/Nữ: Nam",),
        ("Ngày sinh:", "05/02/1980"),
        ("Ngày sinh: ……/……/……",),
        ("Ngày sinh:",),
        ("Ngày vào Đảng: 19/5/2004",),
        ("Chi bộ: TDP 5",),
        ("Đơn vị công tác: Đảng ủy phường\tChi bộ: Tổ dân phố số 05, phường Hồng Sơn",),
        ("Sinh hoạt tại Chi bộ tổ dân phố 5",),
        ("Chi bộ: ……………",),
        ("Chi bộ trong sạch, vững mạnh.",),
        (*["x"] * 40, "Vợ: Lê Thu, sinh ngày 01/01/1982"),
    ],
)
def test_the_same_person_is_not_asked_about(lines: tuple[str, ...]) -> None:
    assert said(namesake, DUE, f"Họ và tên: {AN}", *lines) == []


@pytest.mark.parametrize(
    ("line", "differs"),
    [
        ("Ngày sinh: ……06/02/1980……", "đầu tệp ghi ngày sinh 06/02/1980, dữ liệu ghi 05/02/1980"),
        ("Ngày sinh: 06/02/1980", "đầu tệp ghi ngày sinh 06/02/1980, dữ liệu ghi 05/02/1980"),
        ("Ngày sinh: 02/5/1980", "đầu tệp ghi ngày sinh 02/5/1980, dữ liệu ghi 05/02/1980"),
        (
            f"nhận xét về đảng viên {AN}, Chi bộ Tổ dân phố 6, như sau:",
            "đầu tệp ghi chi bộ «Chi bộ Tổ dân phố 6», dữ liệu ghi «Chi bộ Tổ dân phố 5»",
        ),
        ("Năm sinh: 1979", "đầu tệp ghi ngày sinh 1979, dữ liệu ghi 05/02/1980"),
        (
            "Chi bộ: Tổ dân phố 6",
            "đầu tệp ghi chi bộ «Tổ dân phố 6», dữ liệu ghi «Chi bộ Tổ dân phố 5»",
        ),
    ],
)
def test_what_differs_is_told(line: str, differs: str) -> None:
    (told,) = namesake(seen(f"Họ và tên: {AN}", line), DUE)
    assert told.ket is Ket.CAN_XEM_LAI
    assert told.ly_do == f"{differs}: có thể là người khác cùng tên {AN}"


def test_only_what_both_know_is_compared() -> None:
    assert said(namesake, YEAR_ONLY, "Ngày sinh: 06/03/1980") == []
    assert len(said(namesake, YEAR_ONLY, "Ngày sinh: 06/03/1981")) == 1
    assert said(namesake, FORM, "Ngày sinh: 06/03/1981", "Chi bộ: Quân sự") == []
    assert said(namesake, replace(DUE, ten=""), "Ngày sinh: 06/03/1981") == []
