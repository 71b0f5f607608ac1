"""Whose a file is that came to the campaign: the unit, the paper, how sure, and why."""

import pytest

from generator.opening.content import FileContent, Refusal
from generator.received.expected import Candidate
from generator.received.sorting import Certainty, Home, Sorting, certainty, sorting

AN, BINH, TAI = "Nguyễn Văn An", "Trần Thị Bình", "Đinh Trọng Tài"
REVIEW, REPORT = ("Bản tự kiểm điểm",), ("Báo cáo kiểm điểm tập thể",)
SURE, NEARLY, DOUBTFUL = Certainty.CHAC_CHAN, Certainty.GAN_CHAC, Certainty.CHUA_CHAC


def home(code: str, name: str, *people: tuple[str, str], above: str = "Đảng bộ xã Lộc Vân") -> Home:
    choices = [Candidate(((0, 0),), ("2",), REPORT, None, "", "")]
    choices += [
        Candidate(((1, i),), ("1",), REVIEW, None, "", who) for i, (who, _) in enumerate(people)
    ]
    return Home(code, name, (name,), tuple(choices), above, tuple(people))


EAST = home("dong", "Chi bộ thôn Đông", (AN, "05/12/1980"), (TAI, "01/02/1975"))
WEST = home("tay", "Chi bộ thôn Tây", (BINH, "07/08/1990"), (TAI, "20/06/1988"))
ABOVE = home("xa", "Đảng bộ xã Lộc Vân", ("Lê Văn Chi", "1970"), above="Đảng bộ tỉnh")
ALL = (EAST, WEST, ABOVE)


def found(name: str, *lines: str, homes: tuple[Home, ...] = ALL) -> Sorting:
    return sorting(FileContent("docx", lines=lines), name, homes)


def review(person: str, *more: str) -> tuple[str, ...]:
    return ("ĐẢNG BỘ XÃ LỘC VÂN", "BẢN TỰ KIỂM ĐIỂM", f"Họ và tên: {person}", *more)


def test_a_paper_that_names_person_and_unit_is_certain() -> None:
    said = found("a.docx", *review(AN, "Đơn vị công tác: Chi bộ thôn Đông"))
    assert said == Sorting("dong", REVIEW[0], AN, SURE, said.vi_sao)
    assert said.is_sorted
    assert "họ tên trong nội dung" in said.vi_sao
    assert "tên đơn vị" in said.vi_sao


def test_a_person_whom_only_one_unit_has_is_nearly_certain() -> None:
    said = found("a.docx", *review(AN))
    assert (said.thu_muc, said.chac) == ("dong", NEARLY)
    assert said.is_sorted


@pytest.mark.parametrize(
    ("born", "unit"),
    [("Ngày sinh: 20/06/1988", "tay"), ("sinh ngày 20 tháng 6 năm 1988", "tay"),
     ("Ngày sinh: 1.2.1975", "dong")],
)  # fmt: skip
def test_of_two_people_of_one_name_the_day_of_birth_tells(born: str, unit: str) -> None:
    said = found("Kiem diem Tai.docx", *review(TAI, born))
    assert (said.thu_muc, said.chac, "ngày sinh khớp" in said.vi_sao) == (unit, SURE, True)


def test_of_two_people_of_one_name_the_unit_tells() -> None:
    assert found("Chi bộ thôn Tây.docx", *review(TAI)).thu_muc == "tay"
    assert found("a.docx", *review(TAI, "Chi bộ thôn Đông")).thu_muc == "dong"


def test_of_two_people_of_one_name_nothing_tells() -> None:
    said = found("Kiem diem Tai.docx", *review(TAI))
    assert not said.is_sorted
    assert (said.thu_muc, said.la, said.ai) == ("", REVIEW[0], TAI)
    assert "Chi bộ thôn Đông" in said.vi_sao
    assert "Chi bộ thôn Tây" in said.vi_sao


def test_a_paper_of_a_unit_must_name_it() -> None:
    title = "BÁO CÁO KIỂM ĐIỂM TẬP THỂ"
    assert not found("2 bao cao.docx", title).is_sorted
    named = found("2 bao cao.docx", "CHI BỘ THÔN TÂY", title)
    assert (named.thu_muc, named.chac) == ("tay", SURE)
    assert found("2 Báo cáo Chi bộ thôn Đông.docx", title).thu_muc == "dong"
    assert found("2.docx", title, homes=(EAST,)).thu_muc == "dong"


def test_the_body_above_that_every_head_names_is_not_the_unit() -> None:
    said = found("a.docx", "ĐẢNG BỘ XÃ LỘC VÂN", "CHI BỘ THÔN TÂY", "BÁO CÁO KIỂM ĐIỂM TẬP THỂ")
    assert said.thu_muc == "tay"
    assert found("a.docx", "ĐẢNG BỘ XÃ LỘC VÂN", "BÁO CÁO KIỂM ĐIỂM TẬP THỂ").thu_muc == "xa"


def test_a_file_that_contradicts_itself_waits() -> None:
    said = found("a.docx", *review(AN, "Chi bộ thôn Tây"))
    assert not said.is_sorted
    assert "không nêu Chi bộ thôn Đông" in said.vi_sao


def test_a_name_that_is_part_of_another_does_not_count() -> None:
    longer = home("dong-ha", "Chi bộ thôn Đông Hà", ("Lý Thị Dung", ""))
    title = "BÁO CÁO KIỂM ĐIỂM TẬP THỂ"
    said = found("a.docx", "Chi bộ thôn Đông Hà", title, homes=(EAST, longer))
    assert said.thu_muc == "dong-ha"


def test_a_year_alone_tells_nobody_from_another() -> None:
    old = home("a", "Chi bộ A", (TAI, "1975"))
    other = home("b", "Chi bộ B", (TAI, "1988"))
    assert not found("x.docx", *review(TAI, "Ngày 12/10/1975"), homes=(old, other)).is_sorted


def test_what_is_nothing_waits_with_the_reason() -> None:
    said = found("ảnh nghỉ mát.docx", "Biển đẹp")
    assert (said.thu_muc, said.la, said.chac) == ("", "", DOUBTFUL)
    assert "không nhận ra" in said.vi_sao
    assert found("x.docx", "Chi bộ thôn Đông", "Biển đẹp").thu_muc == "dong"


def test_a_file_that_cannot_be_read_goes_by_its_name() -> None:
    seen = FileContent("docx", Refusal.MAT_KHAU)
    assert sorting(seen, f"1 Bản tự kiểm điểm {AN}.docx", ALL).thu_muc == "dong"
    said = sorting(seen, "abc.docx", ALL)
    assert not said.is_sorted
    assert "mật khẩu" in said.vi_sao


def test_a_secret_file_is_sorted_nowhere() -> None:
    said = sorting(FileContent("docx", Refusal.MAT), f"1 Bản tự kiểm điểm {AN}.docx", ALL)
    assert (said.thu_muc, said.is_sorted) == ("", False)
    assert "độ mật" in said.vi_sao


@pytest.mark.parametrize(
    ("percent", "words"), [(99, SURE), (90, SURE), (85, NEARLY), (75, NEARLY), (74, DOUBTFUL)]
)
def test_a_certainty_is_said_in_words(percent: int, words: Certainty) -> None:
    assert certainty(percent) is words
    assert "%" not in words
