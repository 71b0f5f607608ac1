"""Whose a form is stands where the form asks for it; of another year, role or person it is not read."""

import io

import pytest

from generator.opening.written import Line, read_written
from generator.returned.reading import read_lines
from generator.returned.recognising import BY_FILE_NAME, NO_FORM, Recognised, recognised
from tests.returned.blanks import PEOPLE
from tests.returned.measured import units
from tests.returned.sent_back import form
from tests.returned.word import Docx, opened, saved, text_of

UNIT = units()["2025"]


def changed(data: bytes, old: str, new: str) -> bytes:
    docx: Docx = opened(data)
    for each in docx.body.iter("{*}t"):
        each.text = (each.text or "").replace(old, new)
    return saved(docx)


def without(data: bytes, *beginnings: str) -> bytes:
    docx = opened(data)
    for each in list(docx.body.iter("{*}p")):
        if text_of(each).strip().startswith(beginnings):
            each.getparent().remove(each)  # type: ignore[union-attr]
    return saved(docx)


def lines_of(data: bytes) -> tuple[Line, ...]:
    return read_written(io.BytesIO(data))


def found(data: bytes, name: str = "thu") -> Recognised:
    return recognised(tuple(each.text for each in lines_of(data)), name, UNIT)


def test_the_person_is_the_one_whose_name_the_form_asks_for() -> None:
    known = found(form())
    assert known.form is not None
    assert (known.form.ai, known.form.ma, known.tu_choi, known.why) == (PEOPLE[1], "02B", "", ())


@pytest.mark.parametrize(
    "said", ["Đ/c Trần Thị Hoà", "Bà Trần Thị Hoà", "Tran Thi Hoa", "TRẦN THỊ HOÀ"]
)
def test_a_name_may_have_a_form_of_address_or_no_accents(said: str) -> None:
    known = found(changed(form(), "Trần Thị Hoà", said))
    assert known.form is not None
    assert known.form.ai == PEOPLE[1]


def test_whom_an_answer_mentions_is_not_whom_it_is_about() -> None:
    data = form(han_che=f"Phối hợp với đồng chí {PEOPLE[2]} chưa tốt.")
    nameless = changed(data, f"Họ và tên: {PEOPLE[1]}", "Họ và tên: ")
    nameless = changed(nameless, PEOPLE[1], "")
    assert found(nameless).form is None
    by_name = found(nameless, f"02B {PEOPLE[1]}")
    assert by_name.form is not None
    assert by_name.why == (BY_FILE_NAME,)


def test_a_score_sheet_of_a_stranger_is_refused_whoever_is_mentioned() -> None:
    data = changed(form("bang-cham-diem/2025"), PEOPLE[1], "Phạm Văn Tùng")
    assert "Phạm Văn Tùng" in found(data).tu_choi


def test_a_form_signed_by_somebody_else_is_in_doubt() -> None:
    docx = opened(form())
    signed = [each for each in docx.body.iter("{*}t") if (each.text or "").strip() == PEOPLE[1]]
    for each in signed:
        each.text = "Phạm Văn Tùng"
    assert signed
    assert "Phạm Văn Tùng" in " ".join(found(saved(docx)).why)


def test_another_day_of_birth_makes_all_doubtful() -> None:
    data = changed(form(), "17/11/1987", "12/12/1961")
    known = found(data)
    assert known.form is not None
    assert all(
        "ngày sinh" in " ".join(each.why) for each in read_lines(lines_of(data), known.form, UNIT)
    )


def test_points_of_a_review_that_do_not_add_up_are_in_doubt() -> None:
    data = form(cham_diem__chung="27", cham_diem__nhiem_vu="60", cham_diem__tong="90")
    known = found(data)
    assert known.form is not None
    values = read_lines(lines_of(data), known.form, UNIT)
    points = [each for each in values if "cham_diem" in each.path]
    assert len(points) == 3
    assert all("không bằng" in " ".join(each.why) for each in points)


@pytest.mark.parametrize("other", ["Chi bộ thôn Tây", "Chi bộ Trường THCS Tân Hòa"])
def test_a_namesake_of_another_unit_makes_all_doubtful(other: str) -> None:
    data = changed(form(), "Chi bộ thôn\xa0Đông", other)
    assert found(changed(data, "CHI\xa0BỘ THÔN\xa0ĐÔNG", other.upper())).why


def test_the_form_of_another_role_is_refused_without_its_code_too() -> None:
    data = changed(form("02A/2025"), PEOPLE[0], PEOPLE[1])
    data = without(data, "Mẫu 02A", "(Cá nhân giữ chức vụ")
    assert "02A" in found(data).tu_choi


def test_another_collective_is_not_ours() -> None:
    data = changed(form("01/2025"), "thôn Đông", "thôn Tây")
    data = changed(changed(data, "THÔN ĐÔNG", "THÔN TÂY"), "thôn\u00a0Đông", "thôn\u00a0Tây")
    known = found(changed(data, "THÔN\u00a0ĐÔNG", "THÔN\u00a0TÂY"))
    assert known.form is None


def test_a_second_paper_in_the_file_is_told() -> None:
    docx, more = opened(form()), opened(form("bang-cham-diem/2025"))
    section = docx.body[-1]
    for each in list(more.body)[:-1]:
        section.addprevious(each)
    assert any("chưa đọc" in each for each in found(saved(docx)).why)


def test_what_is_no_form_is_none() -> None:
    assert recognised(("Kính gửi: Đảng ủy xã",), "thu", UNIT) == Recognised(None, NO_FORM)
