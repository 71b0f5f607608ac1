"""Keys that need each other, and `dot.yaml` with the files of its campaign."""

import datetime as dt
from typing import Any

import pytest

from generator.model import Dot, SaoLuc, VanBan
from generator.problems import has_errors
from generator.reading.checks import check_campaign, check_copy, check_document, check_year

OFFICE = {"ten": "Đảng ủy xã Tân Hòa"}
SIGNER = {"chuc_vu": "Phó Bí thư", "ho_ten": "Nguyễn Văn Mẫu"}


def dot(**more: Any) -> Dot:
    given = {
        "ten": "Đợt 2026",
        "nam": 2026,
        "co_quan": OFFICE,
        "ky": SIGNER,
        "noi_nhan": ["Lưu VP"],
    }
    return Dot(**{**given, **more})


def letter(**more: Any) -> VanBan:
    given = {
        "loai": "cong-van",
        "trich_yeu": "Kiểm điểm",
        "kinh_gui": ["Các chi bộ"],
        "noi_dung": "Nay.",
    }
    return VanBan(**{**given, **more})


def copy(**more: Any) -> SaoLuc:
    return SaoLuc(**{"loai": "sao-luc", "ban_goc": "cong-van.yaml", **more})


def codes(document: VanBan | SaoLuc, campaign: Dot | None) -> list[str]:
    return [p.code for p in check_document(document, campaign)]


@pytest.mark.parametrize(
    "kind", ["cong-van", "ke-hoach", "thong-bao", "bao-cao", "to-trinh", "quyet-dinh"]
)
@pytest.mark.parametrize("addressed", [True, False])
def test_only_a_cong_van_and_a_to_trinh_need_addressees(kind: str, addressed: bool) -> None:
    document = letter(loai=kind, kinh_gui=["Các chi bộ"] if addressed else [])
    needs = kind in {"cong-van", "to-trinh"} and not addressed
    assert codes(document, dot()) == (["KD120"] if needs else [])


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("key", ["ky", "noi_nhan"])
def test_signer_and_recipients_come_from_the_file_or_from_dot(
    key: str, own: bool, shared: bool
) -> None:
    value = {"ky": SIGNER, "noi_nhan": ["Lưu VP"]}[key]
    document = letter(**({key: value} if own else {}))
    campaign = dot(**{} if shared else {key: None if key == "ky" else ()})
    missing = {"ky": "KD122", "noi_nhan": "KD123"}[key]
    assert codes(document, campaign) == ([] if own or shared else [missing])
    assert codes(copy(**({key: value} if own else {})), campaign) == (
        [] if own or shared else [missing]
    )


@pytest.mark.parametrize(("key", "code"), [("ky", "KD122"), ("noi_nhan", "KD123")])
def test_what_dot_says_of_another_body_is_not_said_to_be_missing_there(key: str, code: str) -> None:
    office = letter(co_quan={"ten": "Văn phòng Đảng ủy", "cap_tren": "Đảng ủy xã Tân Hòa"})
    (found,) = [each for each in check_document(office, dot()) if each.code == code]
    assert f"còn {key} của dot.yaml là của cơ quan khác" in found.message
    assert f"ghi «{key}:» trong tệp này" in found.mend
    (found,) = check_document(letter(), dot(**{key: None if key == "ky" else ()}))
    assert f"cả tệp này và dot.yaml đều không có khoá «{key}»" in found.message
    assert f"ghi «{key}:» trong dot.yaml (dùng cho cả đợt) hoặc trong tệp này" in found.mend


def test_what_depends_on_dot_is_not_asked_without_it() -> None:
    assert codes(letter(ngay="14/11/2019"), None) == []
    assert codes(letter(do_mat="Mật", kinh_gui=[]), None) == ["KD121", "KD120"]


@pytest.mark.parametrize("word", ["Mật", "Tối mật", "Tuyệt mật", "không rõ"])
def test_a_classified_document_is_refused_with_the_law_as_reason(word: str) -> None:
    (found,) = check_document(letter(do_mat=word), dot())
    assert found.code == "KD121"
    assert has_errors([found])
    assert "mạng nội bộ độc lập" in found.mend


@pytest.mark.parametrize("word", ["không", "Không", "không mật", "thường"])
def test_that_a_document_is_not_classified_may_be_said(word: str) -> None:
    assert check_document(letter(do_mat=word), dot()) == []


@pytest.mark.parametrize("subject", ["Rà soát (MẬT)", "TUYỆT MẬT: Rà soát", "Rà soát [Tối mật]"])
def test_a_subject_that_says_it_is_classified_is_refused(subject: str) -> None:
    (found,) = check_document(letter(trich_yeu=subject), dot())
    assert (found.code, found.place.path) == ("KD743", ("trich_yeu",))


@pytest.mark.parametrize("line", ["MẬT", "  Tối mật", "[TUYỆT MẬT]", "Mật."])
def test_a_line_of_the_text_that_is_only_a_mark_of_secrecy_is_refused(line: str) -> None:
    (found,) = check_document(letter(noi_dung=f"Đoạn một.\n{line}\nĐoạn hai."), dot())
    assert (found.code, found.place.path) == ("KD743", ("noi_dung",))
    annex = {"tieu_de": "Phụ lục", "noi_dung": f"{line}\nDanh sách."}
    (found,) = check_document(letter(phu_luc=[annex]), dot())
    assert (found.code, found.place.path) == ("KD743", ("phu_luc", 0, "noi_dung"))


@pytest.mark.parametrize(
    "line", ["Giữ bí mật nhà nước.", "Văn bản (Mật) gửi riêng.", "mật", "Mật ong, mật mía"]
)
def test_a_text_that_speaks_of_secrets_is_not_marked(line: str) -> None:
    assert check_document(letter(noi_dung=f"Đoạn một.\n{line}"), dot()) == []


@pytest.mark.parametrize(
    ("so", "so_ky_hieu", "warned"),
    [
        (608, None, False),
        (None, "Số 608-CV/ĐU", False),
        (608, "Số 608-CV/ĐU", True),
        (None, None, False),
    ],
)
def test_a_number_beside_a_whole_symbol_is_warned_of(
    so: int | None, so_ky_hieu: str | None, warned: bool
) -> None:
    found = check_document(letter(so=so, so_ky_hieu=so_ky_hieu), dot())
    assert [p.code for p in found] == (["KD124"] if warned else [])
    assert not has_errors(found)


@pytest.mark.parametrize(
    ("day", "place", "name", "expected"),
    [
        (None, None, None, []),
        ("1/12/2026", "Tân Hòa", "Lê Thị Mẫu", []),
        ("1/12/2026", None, "Lê Thị Mẫu", ["KD134"]),
        ("1/12/2026", "Tân Hòa", None, ["KD135"]),
    ],
)
def test_a_signed_document_has_a_place_and_the_name_of_its_signer(
    day: str | None, place: str | None, name: str | None, expected: list[str]
) -> None:
    signer = {"chuc_vu": "Trưởng Ban", "ho_ten": name}
    assert codes(letter(ngay=day, dia_danh=place, ky=signer), dot()) == expected


@pytest.mark.parametrize("year", range(2023, 2030))
def test_days_belong_to_the_year_of_the_review_or_the_next(year: int) -> None:
    day = dt.date(year, 3, 1)
    outside = year not in {2026, 2027}
    assert codes(letter(ngay=day, dia_danh="Tân Hòa"), dot()) == (["KD125"] if outside else [])
    assert codes(copy(ngay=day, dia_danh="Tân Hòa"), dot()) == (["KD125"] if outside else [])
    found = check_campaign(
        dot(thoi_han=[{"viec": "A", "ngay": "1/12/2026"}, {"viec": "B", "ngay": day}])
    )
    assert [(p.code, p.place.path) for p in found] == (
        [("KD126", ("thoi_han", 1, "ngay"))] if outside else []
    )
    assert not has_errors(found)


@pytest.mark.parametrize(
    ("ban_goc", "broken", "code"),
    [
        ("cong-van.yaml", set(), None),
        ("cong-van.yaml", {"cong-van.yaml"}, "KD132"),
        ("hong.yaml", {"hong.yaml"}, "KD132"),
        ("sao.yaml", set(), "KD128"),
        ("dot.yaml", set(), "KD128"),
        ("cong-van-khac.yaml", set(), "KD127"),
        ("../cong-van.yaml", set(), "KD127"),
    ],
)
def test_a_copy_needs_a_sound_document_of_its_folder(
    ban_goc: str, broken: set[str], code: str | None
) -> None:
    documents = {"cong-van.yaml": letter(), "sao.yaml": copy()}
    present = {*documents, "dot.yaml", "hong.yaml"}
    found = check_copy(copy(ban_goc=ban_goc), documents, present, broken)
    assert [p.code for p in found] == ([code] if code else [])


def test_a_misspelt_original_gets_the_likely_file() -> None:
    found = check_copy(
        copy(ban_goc="công văn"), {"cong-van.yaml": letter()}, {"cong-van.yaml"}, set()
    )
    assert "«cong-van.yaml»" in found[0].mend


@pytest.mark.parametrize(
    ("noi_dung", "expected"),
    [
        ("Theo quy định[^1].\n[^1]: Quy định.", []),
        ("Theo[^1] và lại[^1].\n[^1]: Quy định.", []),
        ("[^b]: Trước.\nTheo[^a][^b].\n[^a]: Sau.", []),
        ("Viết \\[^1] nguyên văn.", []),
        ("Số mũ x[^] và [1].", []),
        ("Theo[^1].", [("KD129", (0, 4))]),
        ("Theo[^1], lại[^1].", [("KD129", (0, 4))]),
        ("A[^1]\n   B[^2]\n[^1]: x", [("KD129", (1, 1))]),
        ("Theo.\n[^1]: Quy định.", [("KD130", (1, 0))]),
        ("Theo[^1].\n[^1]: A.\n[^1]: B.", [("KD131", (2, 0))]),
        ("Theo[^1].\n[^1]: A[^2].\n[^2]: B.", [("KD130", (2, 0)), ("KD133", (1, 7))]),
        ("Theo [^1]: không phải dòng lời chú thích.", [("KD129", (0, 5))]),
    ],
)
def test_marks_and_notes_belong_together(noi_dung: str, expected: list[Any]) -> None:
    found = check_document(letter(noi_dung=noi_dung), dot())
    assert [(p.code, p.place.path[-2:]) for p in found] == expected


def test_each_text_has_its_own_footnotes() -> None:
    attached = {"tieu_de": "Danh mục", "noi_dung": "Hồ sơ[^1]"}
    found = check_document(letter(noi_dung="Theo[^1].\n[^1]: A.", phu_luc=[attached]), dot())
    assert [(p.code, p.place.path) for p in found] == [("KD129", ("phu_luc", 0, "noi_dung", 0, 5))]


@pytest.mark.parametrize(
    "more",
    [
        {"trich_yeu": "Kiểm điểm[^1]"}, {"kinh_gui": ["Các chi bộ[^1]"]}, {"noi_nhan": ["Lưu[^1]"]},
        {"can_cu": ["Quy định[^1]"]}, {"lien_he": "Văn phòng[^1]"},
        {"phu_luc": [{"tieu_de": "Danh mục[^1]", "noi_dung": "Hồ sơ"}]},
    ],
)  # fmt: skip
def test_a_footnote_mark_outside_the_body_would_print_as_typed(more: dict[str, Any]) -> None:
    assert codes(letter(**more), dot()) == ["KD133"]


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        (["2026-12-15", "2026-11-14"], True),
        (["2026-12-15", "2062-11-14"], False),
        (["2026-12-15", "2063-01-14"], False),
        (["2026-12-15"], False),
        ([], False),
    ],
)
def test_a_year_that_no_day_fits_is_one_error(days: list[str], wrong: bool) -> None:
    found = check_year(dot(nam=2062), [dt.date.fromisoformat(day) for day in days])
    assert (found.code if found else None) == ("KD067" if wrong else None)
    assert found is None or "2026" in found.message
