"""The file that says which value goes where."""

import pytest

from generator.sheets.patched.mapping import mapping_of

GOOD = """\
o:
- {trang: Biểu 1, o: c3, gia_tri: "{{ don_vi.ten }}"}
danh_sach:
- trang: Biểu 1
  dong: 8
  den: 27
  moi: ca_nhan
  cot: {a: "{{ loop.index }}", B: ho_ten, AB: xep_loai.quyet_dinh}
"""


def test_cells_and_lists_are_read() -> None:
    found, problems = mapping_of(GOOD, "cach-dien.yaml")
    assert problems == ()
    assert found is not None
    assert [(each.trang, each.o, each.gia_tri) for each in found.o] == [
        ("Biểu 1", "C3", "{{ don_vi.ten }}")
    ]
    (people,) = found.danh_sach
    assert (people.dong, people.last, people.moi) == (8, 27, "ca_nhan")
    assert {each: people.expression(each) for each in people.cot} == {
        "A": "{{ loop.index }}", "B": "{{ moi.ho_ten }}", "AB": "{{ moi.xep_loai.quyet_dinh }}",
    }  # fmt: skip


def test_a_list_without_prepared_rows_has_one() -> None:
    found, _ = mapping_of(GOOD.replace("  den: 27\n", ""), "x.yaml")
    assert found is not None
    assert found.danh_sach[0].last == 8


@pytest.mark.parametrize(
    ("wrong", "code", "line"),
    [
        (GOOD.replace("o: c3", "o: 3C"), "KD829", 2),
        (GOOD.replace("o: c3", "o: XFE1"), "KD829", 2),
        (GOOD.replace("AB:", "ABCD:"), "KD829", 8),
        (GOOD.replace("AB:", "'1':"), "KD829", 8),
        (GOOD.replace("dong: 8", "dong: tám"), "KD113", 5),
        (GOOD.replace("moi: ca_nhan", "moii: ca_nhan"), "KD101", 7),
        (GOOD.replace("gia_tri:", "gia:"), "KD101", 2),
        ("o: [", "KD0", 1),
    ],
)
def test_what_is_wrong_is_told_with_its_line(wrong: str, code: str, line: int) -> None:
    found, problems = mapping_of(wrong, "cach-dien.yaml")
    assert found is None
    assert problems[0].code.startswith(code)
    assert (problems[0].place.file, problems[0].place.line) == ("cach-dien.yaml", line)
