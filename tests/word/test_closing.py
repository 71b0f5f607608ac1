"""What closes a letter stays together: names on one line, nothing alone on a page, heads that break at sense."""

from itertools import pairwise
from pathlib import Path

import pytest

from generator.building.render import render_path
from generator.regulations.word_units import word_units
from generator.wording.compare import fold
from tests.word.pages import Word, converted, lines_of, needs_printing, said, words_of

pytestmark = [needs_printing, pytest.mark.libreoffice]
DOT = """ten: Đợt
nam: 2026
dia_danh: Tân Hòa
co_quan: {ten: Đảng ủy xã Tân Hòa, cap_tren: Đảng bộ tỉnh Bình Minh, ky_hieu: ĐU}
ky: {quyen_han: T/M Ban Thường vụ, chuc_vu: Phó Bí thư, ho_ten: Lê Thị Mẫu}
noi_nhan: [Các chi bộ trực thuộc, Lưu Văn phòng Đảng ủy]
"""
CHAIR = "ky: {chuc_vu: Chủ trì hội nghị, ho_ten: Ngô Quang Huy}\n"
CLERK = "cung_ky: [{chuc_vu: Người ghi biên bản, ho_ten: Phan Thị Nhung}]\n"
CONTACT = "lien_he: Điện thoại 0912345678\n"
CLOSINGS = {
    "mot": "",
    "lien-he": CONTACT,
    "hai": f"{CHAIR}{CLERK}{CONTACT}",
    "xac-nhan": f"{CHAIR}{CLERK}xac_nhan: {{quyen_han: T/L Ban Thường vụ, chuc_vu: Chánh Văn phòng, ho_ten: Lương Văn Thành}}\n",
    "pham-vi": "pham_vi: Không phổ biến trên phương tiện thông tin đại chúng\n",
}
SIGNED = ("T/M", "NGƯỜI", "CHỦ", "Nơi nhận", "Xác nhận", "Điện thoại", "KHÔNG PHỔ")
LENGTHS = range(14, 30)


def letters(tmp_path: Path, texts: dict[str, str]) -> dict[str, list[list[Word]]]:
    """The pages of letters, each written as the text of its file behind the number and day."""
    folder = tmp_path / "dot"
    folder.mkdir()
    (folder / "dot.yaml").write_text(DOT, "utf-8")
    for n, (name, text) in enumerate(texts.items(), 1):
        (folder / f"{name}.yaml").write_text(f"so: {n}\nngay: 08/10/2026\n{text}", "utf-8")
    written, problems = render_path(folder, tmp_path / "ra", None)
    assert len(written) == len(texts), problems
    converted(written, tmp_path)
    return {each.stem: words_of(tmp_path / f"{each.stem}.pdf") for each in written}


def body(length: int) -> str:
    lines = [f"  {n}. Nội dung của dòng thứ {n} ngắn gọn.\n" for n in range(1, length)]
    return "noi_dung: |\n" + "".join(lines)


def test_nothing_of_the_end_of_a_letter_is_alone_on_a_page(tmp_path: Path) -> None:
    texts = {
        f"{name}-{length}": f"loai: {'bien-ban' if 'cung_ky' in closing else 'bao-cao'}\n"
        f"trich_yeu: kết quả\n{body(length)}{closing}"
        for name, closing in CLOSINGS.items()
        for length in LENGTHS
    }
    pages = letters(tmp_path, texts)
    alone = []
    for name, each in pages.items():
        lines = [said(line) for line in lines_of([word for word in each[-1] if word.top > 17])]
        first = next((n for n, line in enumerate(lines) if line.startswith(SIGNED)), None)
        if len(each) > 1 and (first is None or first < 2):
            alone.append((name, lines[:3]))
    assert alone == []
    assert sum(len(each) > 1 for each in pages.values()) > 30


SIGNERS = {
    "hai-dong-mot-dong": (CHAIR.replace("{", "{quyen_han: K/T Trưởng Ban, ").replace("Chủ trì hội nghị", "Phó Trưởng Ban"), CLERK),
    "kiem": ("ky: {chuc_vu: Bí thư, kiem: Trưởng Ban Chỉ đạo, ho_ten: Ngô Quang Huy}\n", CLERK),
    "dai": ("ky: {chuc_vu: Trưởng Ban Xây dựng Đảng Đảng ủy xã Tân Hòa kiêm Giám đốc Trung tâm, ho_ten: Ngô Quang Huy}\n", CLERK),
    "ba": (CHAIR, "cung_ky: [{chuc_vu: Chánh Văn phòng Đảng ủy xã Tân Hòa, ho_ten: Phan Thị Nhung}, {quyen_han: K/T Chủ nhiệm, chuc_vu: Phó Chủ nhiệm, ho_ten: Lê Thị Hoa}]\n"),
}  # fmt: skip


def test_the_names_of_several_signers_stand_on_one_line(tmp_path: Path) -> None:
    texts = {
        name: f"loai: bien-ban\ntrich_yeu: hội nghị\n{body(4)}{lead}{others}"
        for name, (lead, others) in SIGNERS.items()
    }
    for name, pages in letters(tmp_path, texts).items():
        (page,) = pages
        ends = [word.middle for word in page if word.text in {"Huy", "Nhung", "Hoa"}]
        assert len(ends) == (3 if name == "ba" else 2)
        assert max(ends) - min(ends) < 0.5, name


ISSUERS = {
    "Ban Chấp hành Đảng bộ xã Tân Hòa": "quyen_han: T/M Ban Chấp hành, chuc_vu: Bí thư",
    "Ủy ban Kiểm tra Đảng ủy xã Tân Hòa": "quyen_han: T/M Ủy ban Kiểm tra, chuc_vu: Chủ nhiệm",
    "Ban Tổ chức Tỉnh ủy Tuyên Quang": "chuc_vu: Trưởng Ban",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Ngãi": "chuc_vu: Trưởng Ban",
    "Đảng ủy Trường Cao đẳng Kỹ thuật Công nghiệp Hà Nội": "quyen_han: T/M Đảng ủy, chuc_vu: Bí thư",
    "Chi bộ Trạm Y tế xã Nguyễn Văn Trỗi": "quyen_han: T/M Chi bộ, chuc_vu: Bí thư",
    "Đảng ủy Công ty cổ phần Thủy lợi Đồng Nai": "quyen_han: T/M Đảng ủy, chuc_vu: Bí thư",
    "Chi bộ Trường Mầm non Hoa Sen": "quyen_han: T/M Chi bộ, chuc_vu: Bí thư",
    "Văn phòng Thành ủy Hồ Chí Minh": "chuc_vu: Chánh Văn phòng",
    "Đảng ủy Bộ Chỉ huy Quân sự tỉnh Lào Cai": "quyen_han: T/M Đảng ủy, chuc_vu: Bí thư",
}


def test_no_head_breaks_inside_a_word(tmp_path: Path) -> None:
    texts = {
        f"thu-{n}": f"loai: ke-hoach\nco_quan: {{ten: {name}, ky_hieu: ĐU}}\n"
        f"ky: {{{signer}, ho_ten: Lê Thị Mẫu}}\nnoi_nhan: [Các chi bộ, Lưu hồ sơ]\n"
        f"trich_yeu: tăng cường kiểm tra, giám sát quy chế làm việc của {name} giai đoạn 2026 - 2030\n"
        "dia_danh: TP. Hồ Chí Minh\n" + body(3)
        for n, (name, signer) in enumerate(ISSUERS.items())
    }
    units = [fold(each).split(" ") for table in word_units().values() for each in table.ten]
    pairs = {(a, b) for unit in units for a, b in pairwise(unit)}
    broken = []
    for name, pages in letters(tmp_path, texts).items():
        lines = lines_of([word for word in pages[0] if word.top < 100])
        left = [line for line in lines if line[0].left < 90 or line[-1].text == "2030"]
        for line, following in pairwise(left):
            pair = (fold(line[-1].text), fold(following[0].text))
            if pair in pairs and following[0].top - line[0].top < 8:
                broken.append((name, said(line), said(following)))
    assert broken == []
