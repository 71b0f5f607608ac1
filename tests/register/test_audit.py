"""What an inspection of the register finds, by itself and against the documents."""

from pathlib import Path

import pytest

from generator.problems import Problem, Severity
from generator.register import numbers, store, taking
from generator.register.audit import against_documents, audit, missing
from generator.register.entry import RegisterLine
from generator.register.series import Series
from generator.register.where import registers_of
from tests.register.office import (
    BODY,
    LETTER,
    LETTERS,
    campaign,
    letter,
    lines,
    register_at,
    target,
)  # fmt: skip
from tests.register.test_taking import UNIT


def inside(path: Path, *rows: RegisterLine) -> list[str]:
    with store.opened(path, BODY) as register:
        with store.transaction(register):
            for row in rows:
                numbers.add(register, row)
        return [f"{each.code} {each.message}" for each in audit(register, path)]


def row(so: int, day: str = "2026-11-14", **more: str) -> RegisterLine:
    return RegisterLine(*LETTERS, so, day, f"Việc {so}", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([row(1), row(2)], []),
        ([row(1), row(3)], ["KD640 Công văn 2025-2030: không có số 02"]),
        ([row(4)], ["KD640 Công văn 2025-2030: không có số 01 đến 03"]),
        ([row(1), row(2, trang_thai="huy"), row(3)], []),
        ([row(1), row(2, trang_thai="giu", tep="a.yaml")],
         ["KD642 Công văn 2025-2030: số 02 đang giữ cho a.yaml, chưa ghi vào văn bản"]),
        ([row(1, "2026-11-14"), row(2, "2026-11-10")],
         ["KD641 Công văn 2025-2030: số 02 ghi ngày 10/11/2026, trước ngày của số 01 (14/11/2026)"]),
        ([row(1, "2026-11-14"), row(2, "")],
         ["KD656 số 02 (Công văn 2025-2030) đã cấp mà cột «Ngày» trống"]),
        ([row(1, "2026-11-14"), row(2, "2026-11-10", trang_thai="huy"), row(3)], []),
        ([row(1, "2026-11-14"), RegisterLine("quyet-dinh", "2025-2030", 1, "2026-11-10", "Việc")], []),
        ([RegisterLine(*LETTERS, 1, "2026-11-14")],
         ["KD656 số 01 (Công văn 2025-2030) đã cấp mà cột «Trích yếu» trống"]),
        ([row(1, "2024-11-14"), row(2, "2062-02-01")],
         ["KD668 số 01 ghi ngày 14/11/2024, không thuộc Công văn 2025-2030",
          "KD668 số 02 ghi ngày 01/02/2062, không thuộc Công văn 2025-2030"]),
        ([row(1, "2024-11-14", trang_thai="huy")], []),
    ],
)  # fmt: skip
def test_a_register_is_looked_through(
    tmp_path: Path, rows: list[RegisterLine], told: list[str]
) -> None:
    assert inside(tmp_path / "s.sqlite", *rows) == told


def found(folder: Path) -> list[Problem]:
    registers, problems = registers_of(folder, None)
    for place, (path, documents) in enumerate(registers.items()):
        if not path.exists():
            problems += missing(path, documents, own=place == 0)
            continue
        with store.read(path) as register:
            terms = documents[0][2].co_quan.nhiem_ky if documents else ()
            problems += audit(register, path, terms)
            problems += against_documents(register, documents, path)
    return problems


def codes(folder: Path) -> list[str]:
    return [each.code for each in found(folder)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A campaign with two numbered letters."""
    folder = campaign(tmp_path)
    for name in ("mot.yaml", "hai.yaml"):
        taking.take(target(letter(folder, name)), None, None)
    return folder


def changed(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_what_agrees_is_in_order(folder: Path) -> None:
    letter(folder, "du-thao.yaml")
    assert codes(folder) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("hai.yaml", "so: 2", "so: 3", ["KD644"]),
        ("hai.yaml", "so: 2\n", "so:\n", ["KD644"]),
        ("hai.yaml", "so: 2", "so: 1", ["KD644", "KD646"]),
        ("hai.yaml", "ngay: 14", "ngay: 15", ["KD645"]),
        ("hai.yaml", "gửi hồ sơ kiểm điểm", "nộp đảng phí", ["KD649"]),
        ("hai.yaml", "gửi hồ sơ", "gửi  Hồ sơ", []),
        ("hai.yaml", "loai: cong-van", "loai: thong-bao", ["KD651"]),
    ],
)
def test_a_document_changed_by_hand_is_found(
    folder: Path, name: str, old: str, new: str, told: list[str]
) -> None:
    changed(folder, name, old, new)
    assert sorted(codes(folder)) == told


def test_a_number_typed_by_hand_is_not_in_the_register(folder: Path) -> None:
    letter(folder, "ba.yaml", LETTER.replace("ngay:", "so: 7\nngay:"))
    (one,) = found(folder)
    assert one.code == "KD643"
    assert one.place.file.endswith("ba.yaml")
    letter(folder, "ba.yaml", LETTER.replace("ngay:", "so: 2\nngay:"))
    assert sorted(codes(folder)) == ["KD643", "KD646"]
    assert any("sổ ghi số này cho loc-van/hai.yaml" in each.message for each in found(folder))


def test_a_number_of_the_paper_register_is_explained(folder: Path) -> None:
    with store.opened(register_at(folder)) as register, store.transaction(register):
        numbers.set_next(register, LETTERS, 10, "sổ giấy")
    letter(folder, "ba.yaml", LETTER.replace("ngay:", "so: 7\nngay:"))
    assert codes(folder) == []


def test_a_cancelled_number_that_still_stands_is_found(folder: Path) -> None:
    with store.opened(register_at(folder)) as register, store.transaction(register):
        numbers.cancel(register, LETTERS, 2, "ban hành nhầm")
    (one,) = found(folder)
    assert one.code == "KD647"
    assert "ban hành nhầm" in one.message


def test_a_file_that_is_gone_is_told(folder: Path) -> None:
    (folder / "hai.yaml").rename(folder / "cv-02.yaml")
    assert sorted(codes(folder)) == ["KD643", "KD648"]


def test_another_body_may_keep_its_register_elsewhere(folder: Path) -> None:
    other = "co_quan: {ten: Thành ủy Sông Lam, ky_hieu: TU}\nso: 9\nngay:"
    path = letter(folder, "khac.yaml", LETTER.replace("ngay:", other))
    (one,) = found(folder)
    assert (one.code, one.severity) == ("KD629", Severity.WARNING)
    assert "không thấy sổ của Thành ủy Sông Lam, trong khi 1 văn bản đã ghi số" in one.message
    assert path.name in one.message


def test_numbers_without_a_register_are_an_error(folder: Path) -> None:
    register_at(folder).rename(folder / "so-cu.sqlite")
    (one,) = found(folder)
    assert (one.code, one.severity) == ("KD629", Severity.ERROR)
    assert "2 văn bản đã ghi số" in one.message


def test_drafts_alone_need_no_register(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    letter(folder)
    assert codes(folder) == []


def test_a_document_that_cannot_be_read_is_told(folder: Path) -> None:
    letter(folder, "sai.yaml", LETTER.replace("ngay: 14/11/2026", "so: 3\nngay: 31/02/2026"))
    (one,) = found(folder)
    assert one.place.file.endswith("sai.yaml")
    assert one.severity is Severity.ERROR


def test_what_is_wrong_with_a_draft_is_no_matter_of_the_register(folder: Path) -> None:
    letter(folder, "nhap.yaml", LETTER.replace("kinh_gui:\n  - Các chi bộ trực thuộc\n", ""))
    assert codes(folder) == []


def test_two_papers_of_one_file_may_not_have_one_number(folder: Path) -> None:
    (folder / "don-vi").mkdir()
    text = UNIT.replace("so: 1 ", "so: 7 ").replace("  - ngay: 12", "  - so: 7\n    ngay: 12")
    letter(folder / "don-vi", "xa.yaml", text)
    told = [each for each in found(folder) if each.code == "KD646"]
    assert any("don-vi/xa.yaml goi_y.0" in each.message for each in told)


def test_the_old_committee_and_the_new_one_may_sign_on_one_day(tmp_path: Path) -> None:
    terms = [{"ten": "2020-2025", "be_mac_dai_hoi": "20/8/2020"},
             {"ten": "2025-2030", "chi_dinh_tu": "14/11/2026"}]  # fmt: skip
    body = {"ten": BODY.ten, "ky_hieu": "ĐU", "nhiem_ky": terms}
    folder = campaign(tmp_path, co_quan=body)
    old, new = letter(folder, "cu.yaml"), letter(folder, "moi.yaml")
    taking.take(target(old), None, "2020-2025")
    taking.take(target(new), None, None)
    assert [each.ky for each in lines(register_at(folder))] == ["2020-2025", "2025-2030"]
    assert codes(folder) == []
    # Which term it was is known now.
    entry, problems = taking.take(target(old), None, None)
    assert (entry.ky, entry.so, problems) == ("2020-2025", 1, [])
    # Another one that is named is another series, which the document is not in.
    _, (found,) = taking.take(target(old), None, "2025-2030")
    assert found.code == "KD614"
    assert "số 1 (Công văn 2020-2025)" in found.message


def test_a_day_without_a_term_is_no_reason_to_stop(folder: Path) -> None:
    letter(folder, "cu.yaml", LETTER.replace("ngay: 14/11/2026", "so: 5\nngay: 14/11/2020"))
    assert codes(folder) == ["KD643"]


def test_series_do_not_meet(folder: Path) -> None:
    decision = LETTER.replace("cong-van", "quyet-dinh").replace(
        "kinh_gui:\n  - Các chi bộ trực thuộc\n", ""
    )
    taking.take(target(letter(folder, "qd.yaml", decision)), None, None)
    with store.read(register_at(folder)) as register:
        assert numbers.series_in(register) == [LETTERS, Series("quyet-dinh", "2025-2030")]
    assert codes(folder) == []
