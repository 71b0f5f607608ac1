"""What an inspection of the register finds, by itself and against the documents."""

from pathlib import Path

import pytest

from generator.problems import Problem
from generator.register import numbers, store, taking
from generator.register.audit import against_documents, audit
from generator.register.entry import Entry
from generator.register.series import Series
from generator.register.where import registers_of
from tests.register.desk import (
    BODY,
    LETTER,
    LETTERS,
    NAME,
    campaign,
    letter,
    register_at,
    target,
)  # fmt: skip


def inside(path: Path, *rows: Entry) -> list[str]:
    with store.opened(path, BODY) as register:
        with store.transaction(register):
            for row in rows:
                numbers.add(register, row)
        return [f"{each.code} {each.message}" for each in audit(register, path)]


def row(so: int, day: str = "2026-11-14", **more: str) -> Entry:
    return Entry(*LETTERS, so, day, f"Việc {so}", **more)  # type: ignore[arg-type]


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
        ([row(1, "2026-11-14"), row(2, "")], []),
        ([row(1, "2026-11-14"), row(2, "2026-11-10", trang_thai="huy"), row(3)], []),
        ([row(1, "2026-11-14"), Entry("quyet-dinh", "2025-2030", 1, "2026-11-10")], []),
    ],
)  # fmt: skip
def test_a_register_is_looked_through(tmp_path: Path, rows: list[Entry], told: list[str]) -> None:
    assert inside(tmp_path / "s.sqlite", *rows) == told


def found(folder: Path) -> list[Problem]:
    problems: list[Problem] = []
    for path, documents in registers_of(folder, None):
        with store.read(path) as register:
            problems += audit(register, path)
            problems += against_documents(register, documents, path.parent.parent)
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


def test_bodies_without_a_register_are_passed_over(folder: Path) -> None:
    other = "co_quan: {ten: Thành ủy Sông Lam, ky_hieu: TU}\nso: 9\nngay:"
    letter(folder, "khac.yaml", LETTER.replace("ngay:", other))
    assert codes(folder) == []
    assert [path.name for path, _ in registers_of(folder, None)] == [NAME]


def test_a_day_without_a_term_is_no_reason_to_stop(folder: Path) -> None:
    letter(folder, "cu.yaml", LETTER.replace("ngay: 14/11/2026", "so: 5\nngay: 14/11/2020"))
    assert codes(folder) == ["KD643"]


def test_series_do_not_meet(folder: Path) -> None:
    decision = LETTER.replace("cong-van", "quyet-dinh")
    taking.take(target(letter(folder, "qd.yaml", decision)), None, None)
    with store.read(register_at(folder)) as register:
        assert numbers.series_in(register) == [LETTERS, Series("quyet-dinh", "2025-2030")]
    assert codes(folder) == []
