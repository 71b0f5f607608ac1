"""What stands above the block of a copy: a named part, or nothing of another office's file."""

from pathlib import Path

import pytest

from generator.building.render import render_path
from generator.model import SaoLuc, VanBan
from generator.reading.checks import check_copy
from tests.engine.build import docx, p
from tests.opening.test_pool import pdf
from tests.unbroken import lines

DOT = """ten: Đợt
nam: 2026
co_quan: {ten: Đảng ủy xã Tân Hòa, cap_tren: Đảng bộ tỉnh Bình Minh, ky_hieu: ĐU}
dia_danh: Tân Hòa
ky: {quyen_han: T/M Ban Thường vụ, chuc_vu: Phó Bí thư, ho_ten: Nguyễn Văn Mẫu}
noi_nhan: [Lưu Văn phòng Đảng ủy]
"""
REPORT = """loai: bao-cao
so: 12
ngay: 10/10/2026
trich_yeu: kết quả kiểm điểm năm 2026
noi_dung: |
  I. Kết quả
  Đoạn thứ nhất
  II. Hạn chế
  Đoạn thứ hai.
noi_nhan: [Ban Thường vụ Tỉnh ủy, Lưu Văn phòng Đảng ủy]
"""
COPY = """loai: sao-luc
hinh_thuc: {hinh_thuc}
ban_goc: {ban_goc}
so: 7
ngay: 12/10/2026
noi_nhan: [Các chi bộ trực thuộc, Lưu Văn phòng Đảng ủy]
"""


def made(folder: Path, hinh_thuc: str, ban_goc: str, more: str = "") -> tuple[list[str], list[str]]:
    for name, text in {
        "dot.yaml": DOT, "bao-cao.yaml": REPORT, "cong-van-tinh.pdf": pdf("Cong van").decode(),
        "hong.pdf": "%PDF-1.4",
        "sao.yaml": COPY.format(hinh_thuc=hinh_thuc, ban_goc=ban_goc) + more,
    }.items():  # fmt: skip
        (folder / name).write_text(text, "utf-8")
    written, problems = render_path(folder / "sao.yaml", folder / "ra.docx", None)
    said = lines(str(written[0])) if written else []
    return said, [each.code for each in problems if each.code[2] != "2" or each.code > "KD232"]


def test_an_extract_ends_as_the_original_does_there(tmp_path: Path) -> None:
    said, _ = made(tmp_path, "trích sao", "bao-cao.yaml", "phan_trich: [I. Kết quả]\n")
    assert "Đoạn thứ nhất" in said
    assert "Đoạn thứ nhất." not in said


def test_an_extract_has_only_the_named_part(tmp_path: Path) -> None:
    said, found = made(tmp_path, "trích sao", "bao-cao.yaml", "phan_trich: [II. Hạn chế]\n")
    assert found == []
    assert "Đoạn thứ hai." in said
    assert "Đoạn thứ nhất" not in said
    assert "BẢN SAO VĂN BẢN" in said


@pytest.mark.parametrize(
    ("more", "code"), [("", "KD238"), ("phan_trich: [V. Kiến nghị]\n", "KD239")]
)
def test_an_extract_that_names_no_part_of_its_original_is_refused(
    tmp_path: Path, more: str, code: str
) -> None:
    assert made(tmp_path, "trích sao", "bao-cao.yaml", more) == ([], [code])


def test_a_superiors_file_is_copied_as_it_is_and_gets_the_block_of_the_copy(tmp_path: Path) -> None:
    said, found = made(tmp_path, "sao y", "cong-van-tinh.pdf")
    assert found == []
    assert "Hình thức sao: sao y" in said
    assert not any("ĐẢNG CỘNG SẢN" in each or "Kính gửi" in each for each in said)


def test_a_superiors_file_that_is_damaged_is_told(tmp_path: Path) -> None:
    assert made(tmp_path, "sao y", "hong.pdf") == ([], ["KD181"])


def test_a_superiors_word_file_is_copied_as_it_is_too(tmp_path: Path) -> None:
    (tmp_path / "ket-luan.docx").write_bytes(docx(p("KẾT LUẬN")))
    said, found = made(tmp_path, "sao lục", "ket-luan.docx")
    assert found == []
    assert "Hình thức sao: sao lục" in said
    assert "KẾT LUẬN" not in said


def test_a_superiors_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert made(tmp_path, "sao y", "khong-co.pdf") == ([], ["KD127"])


@pytest.mark.parametrize(
    ("copied", "code"),
    [("09/10/2026", ["KD155"]), ("10/10/2026", []), ("9/2026", ["KD155"]), ("10/2026", []), (None, [])],
)  # fmt: skip
def test_a_copy_is_not_dated_before_its_original(copied: str | None, code: list[str]) -> None:
    common = {"co_quan": {"ten": "Đảng ủy xã Tân Hòa"}, "noi_nhan": ("Lưu Văn phòng Đảng ủy",)}
    original = VanBan.model_validate(
        {**common, "loai": "cong-van", "ngay": "10/10/2026", "trich_yeu": "a", "noi_dung": "b"}
    )
    given = {**common, "loai": "sao-luc", "hinh_thuc": "sao y", "ban_goc": "a.yaml"}
    copy = SaoLuc.model_validate({**given, **({"ngay": copied} if copied else {})})
    found = check_copy(copy, {"a.yaml": original}, {"a.yaml"}, ())
    assert [each.code for each in found] == code
