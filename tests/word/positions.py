"""Where head and signature of a Party letter stand, beside the issued paper they are measured on.

The originals: the scan of Hướng dẫn 05-HD/VPTW as issued. Nothing but margins, the right end of the
title and the order of the boxes is prescribed (diagram, Phụ lục 1); the distances are those of that
one paper. `python -m tests.word.positions` writes `docs/vi-tri-dau-van-ban.md`.
"""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.building.render import render_path
from generator.regulations.word_units import word_units
from tests.word.pages import Line, converted, lines_of, said, words_of

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "docs" / "vi-tri-dau-van-ban.md"
CITIES = 6
"""So many of the 34 are cities; they stand first in the table."""
LINE = 14 * 1.149 * 25.4 / 72
"""A line of a name: Times New Roman of 14 points, single spacing."""
_EM = 1.107
"""Height of a word's box, in sizes of its letters: 0.891 above the line of writing, 0.216 below."""
_ABOVE_CAPITALS, _BELOW = 0.229, 0.216


@dataclass(frozen=True)
class Original:
    """A measure of the issued paper in mm; `near` is how much ours may differ."""

    ten: str
    mm: float
    near: float
    moves: bool = False
    """It stands a line lower for each line that the names have above two."""


ORIGINALS: Mapping[str, Original] = {
    "title_centre": Original("Tâm tiêu đề, tính từ mép trái trang", 158.7, 1),
    "title_right": Original("Cuối tiêu đề (lề phải)", 195.0, 1),
    "date": Original("Địa danh, ngày: dưới giữa tiêu đề", 10.1, 1),
    "number": Original("Số, ký hiệu: dưới giữa tiêu đề", 16.9, 1, moves=True),
    "kind": Original("Tên loại: dưới giữa tiêu đề", 30.3, 2, moves=True),
    "hyphens": Original("Năm gạch nối: dưới giữa tiêu đề", 47.5, 2, moves=True),
    "body": Original("Dòng đầu nội dung: dưới giữa tiêu đề", 58.7, 2, moves=True),
    "left": Original("Mép trái chữ", 30.1, 1),
    "right": Original("Mép phải chữ", 195.0, 1),
    "to_recipients": Original("Nội dung đến «Nơi nhận»", 11.2, 2),
    "signature_centre": Original("Tâm khối chữ ký, tính từ mép trái trang", 155.0, 1),
    "to_name": Original("Chức vụ đến họ tên", 37.1, 2),
}


@dataclass(frozen=True)
class Letter:
    """A letter to measure: who issues it, below whom, where."""

    level: str
    province: str
    name: str
    above: str
    place: str
    symbol: str
    speaks: str
    kept: str
    post: str = "Phó Bí thư"

    @property
    def key(self) -> str:
        return f"{self.level} - {self.province}"


@dataclass(frozen=True)
class Measured:
    """What was measured: mm by the names of `ORIGINALS`, and the lines that the names take."""

    letter: Letter
    mm: Mapping[str, float]
    names: tuple[str, ...] = field(default=())

    @property
    def extra(self) -> int:
        return len(self.names) - 2

    def off(self, key: str) -> float:
        """How far it is from the original, the lines of the names allowed for."""
        original = ORIGINALS[key]
        return self.mm[key] - original.mm - (self.extra * LINE if original.moves else 0)


def provinces() -> list[tuple[str, str]]:
    """The 34 provinces and cities, each with its level."""
    names = [
        " ".join(w.capitalize() for w in each.split()) for each in word_units()["tinh_thanh"].ten
    ]
    return [(each, "thành phố" if n < CITIES else "tỉnh") for n, each in enumerate(names)]


def letters(chosen: Iterable[str] | None = None) -> list[Letter]:
    """Letters of four levels for the chosen provinces, or for all 34."""
    wanted = None if chosen is None else set(chosen)
    return [
        letter
        for name, level in provinces()
        if wanted is None or name in wanted
        for letter in _of_province(name, level)
    ]


def _of_province(name: str, level: str) -> list[Letter]:
    body = "Tỉnh ủy" if level == "tỉnh" else "Thành ủy"
    full = f"Thành phố {name}" if name == "Hồ Chí Minh" else name
    place = f"Thành phố {name}" if " " not in name else name
    commune = "phường" if level == "thành phố" else "xã"
    return [
        Letter("Tỉnh ủy, thành ủy", name, f"{body} {full}", "", place, "TU",
               f"Ban Thường vụ {body}", f"Lưu Văn phòng {body}"),
        Letter("Đảng ủy xã, phường", name, f"Đảng ủy {commune} Tân Hòa", f"Đảng bộ {level} {name}",
               "Tân Hòa", "ĐU", "Ban Thường vụ Đảng ủy", "Lưu Văn phòng Đảng ủy"),
        Letter("Đảng ủy cơ sở", name, "Đảng ủy Sở Nông nghiệp và Môi trường",
               f"Đảng bộ Ủy ban nhân dân {level} {name}", place, "ĐU", "Ban Thường vụ Đảng ủy",
               "Lưu Văn phòng Đảng ủy"),
        Letter("Chi bộ", name, "Chi bộ Văn phòng", f"Đảng bộ Sở Nội vụ {level} {name}", place, "CB",
               "Chi bộ", "Lưu Chi bộ"),
    ]  # fmt: skip


_DOT = """\
ten: Kiểm điểm năm 2026
nam: 2026
co_quan: {{ten: {name}, {above}ky_hieu: {symbol}, chu_the: {speaks}}}
dia_danh: {place}
noi_nhan: [Các tổ chức đảng trực thuộc, {kept}]
ky: {{quyen_han: T/M {authority}, chuc_vu: {post}, ho_ten: Lê Khánh Mẫu}}
"""
_LETTER = """\
loai: bao-cao
so: 5
ngay: 27/5/2026
trich_yeu: kết quả kiểm điểm, đánh giá, xếp loại chất lượng
noi_dung: |
  Ban Thường vụ báo cáo kết quả kiểm điểm, đánh giá, xếp loại chất lượng của tập thể và cá nhân theo quy định của Đảng.

  Trên đây là kết quả kiểm điểm, đánh giá, xếp loại chất lượng hằng năm gửi cấp ủy cấp trên trực tiếp để theo dõi, chỉ đạo công việc.
"""


def made(letter: Letter, folder: Path) -> Path:
    """Make the Word file of a letter in a folder of its own."""
    folder.mkdir(parents=True)
    authority = (
        letter.speaks.removesuffix(" Đảng ủy").removesuffix(" Tỉnh ủy").removesuffix(" Thành ủy")
    )
    above = f"cap_tren: {letter.above}, " if letter.above else ""
    dot = _DOT.format(**{**vars(letter), "above": above, "authority": authority})
    (folder / "dot.yaml").write_text(dot, "utf-8")
    (folder / "bao-cao.yaml").write_text(_LETTER, "utf-8")
    written, problems = render_path(folder, folder / "ra", None)
    assert written, problems
    return written[0]


def measured(wanted: Iterable[Letter], folder: Path) -> list[Measured]:
    """Make, print and measure letters, with as few calls of LibreOffice as can be."""
    files = {}
    for number, letter in enumerate(wanted):
        files[letter] = folder / f"{number:03}.docx"
        shutil.copy(made(letter, folder / f"{number:03}"), files[letter])
    converted(list(files.values()), folder)
    return [read(letter, file.with_suffix(".pdf")) for letter, file in files.items()]


def read(letter: Letter, pdf: Path) -> Measured:
    """Measure one printed letter of one page."""
    pages = words_of(pdf)
    assert len(pages) == 1, letter
    lines = lines_of(pages[0])

    def line(beginning: str, after: float = 0) -> Line:
        return next(
            each for each in lines if each[0].top >= after and said(each).startswith(beginning)
        )

    title = line("ĐẢNG CỘNG SẢN VIỆT NAM")
    star, number, kind = line("*"), line("Số 05-"), line("BÁO CÁO")
    date = next(each for each in lines if "ngày 27 tháng 5 năm 2026" in said(each))
    body = line("Ban Thường vụ báo cáo")
    recipients, signature = line("Nơi nhận"), line("T/M")
    ends = [each for each in lines if body[0].top <= each[0].top < recipients[0].top]
    last = max(ends, key=lambda each: each[0].top)
    post, name = line(letter.post.upper()), line("Lê Khánh Mẫu")
    names = [each for each in lines if each[0].top < star[0].top and each[-1].right < title[0].left]
    zero = title[0].middle
    below = {"date": date, "number": number, "kind": kind, "hyphens": line("-----"), "body": body}
    return Measured(
        letter,
        {
            **{key: each[0].middle - zero for key, each in below.items()},
            "title_centre": _centre(title),
            "title_right": title[-1].right,
            "left": min(word.left for word in pages[0]),
            "right": max(word.right for word in pages[0]),
            "to_recipients": _capital(recipients) - last[0].bottom,
            "signature_centre": _centre(signature),
            "to_name": _capital(name) - (post[0].bottom - _BELOW * _size(post)),
        },
        tuple(said(each) for each in sorted(names, key=lambda each: each[0].top)),
    )


def _centre(line: Line) -> float:
    return (line[0].left + line[-1].right) / 2


def _size(line: Line) -> float:
    return (line[0].bottom - line[0].top) / _EM


def _capital(line: Line) -> float:
    """The upper edge of a capital of a line."""
    return line[0].top + _ABOVE_CAPITALS * _size(line)


def _mm(value: float) -> str:
    return f"{value:.1f}".replace(".", ",").replace("-", "−")


_HOW = (
    "Trang này do máy viết: `python -m tests.word.positions` tạo văn bản của {count} cơ quan "
    "(34 tỉnh, thành phố, bốn cấp), in ra PDF rồi đo lại."
)
_READ = (
    "Cột «bản gốc» đo trên bản ảnh Hướng dẫn 05-HD/VPTW đã ban hành, bằng mm. Sơ đồ ở Phụ lục 1 chỉ quy định "
    "lề trang, chỗ của từng ô và tiêu đề ở góc phải; **các khoảng cách còn lại không được quy định**, chương "
    "trình chỉ làm theo bản gốc ấy. Khoảng cách theo chiều dọc tính từ giữa dòng tiêu đề đến giữa dòng; hai "
    "khoảng ở cuối văn bản tính từ mép chữ đến mép chữ. Tên cơ quan in hơn hai dòng thì số, tên loại và nội "
    "dung lùi xuống đúng số dòng ấy (mỗi dòng {line} mm), ít hơn thì dịch lên; phần này đã trừ khi tính lệch. "
    "Địa danh và ngày không dịch."
)


def report(found: list[Measured]) -> str:
    """The table for the head of an office: what was measured, the original, the difference."""
    lines = [
        "# Vị trí các thành phần ở đầu trang và khối chữ ký",
        "",
        _HOW.format(count=len(found)),
        "",
        _READ.format(line=_mm(LINE)),
        "",
        "## Tóm tắt",
        "",
        "| Khoảng đo (mm) | Đo được | Bản gốc | Lệch nhiều nhất | Mức chấp nhận |",
        "|---|---|---|---|---|",
    ]
    for key, original in ORIGINALS.items():
        values = [each.mm[key] - (each.extra * LINE if original.moves else 0) for each in found]
        off = max((each.off(key) for each in found), key=abs)
        spread = f"{_mm(min(values))} – {_mm(max(values))}"
        lines.append(
            f"| {original.ten} | {spread} | {_mm(original.mm)} | {_mm(off)} | ±{original.near:g} |"
        )
    for level in dict.fromkeys(each.letter.level for each in found):
        lines += [
            "",
            f"## {level}",
            "",
            "| Tỉnh, thành phố | Tên in thành các dòng | Địa danh, ngày (lệch) | Số (lệch) | Tên loại (lệch) | Nội dung (lệch) |",
            "|---|---|---|---|---|---|",
        ]
        for each in (each for each in found if each.letter.level == level):
            cells = (
                f"{_mm(each.mm[key])} ({_mm(each.off(key))})"
                for key in ("date", "number", "kind", "body")
            )
            lines.append(
                f"| {each.letter.province} | {' / '.join(each.names)} | {' | '.join(cells)} |"
            )
    return "\n".join([*lines, ""])


def main() -> None:
    """Measure all letters and write the report."""
    with tempfile.TemporaryDirectory() as folder:
        REPORT.write_text(report(measured(letters(), Path(folder))), "utf-8")


if __name__ == "__main__":
    main()
