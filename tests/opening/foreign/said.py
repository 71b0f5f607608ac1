"""What stands in the well-formed files, before anything is spoilt."""

import random

PEOPLE = ("Tạ Xuân Hải", "Tạ Công Cường", "Đặng Công Cường", "Hoàng Thị Bích Ngà")
"""Persons of the unit that the files are handed in for; some files are about others."""

HEADINGS = (
    "I. Ưu điểm, kết quả công tác",
    "1. Về phẩm chất chính trị, đạo đức, lối sống, ý thức tổ chức kỷ luật",
    "2. Việc thực hiện chức trách, nhiệm vụ được giao trong năm",
    "II. Hạn chế, khuyết điểm và nguyên nhân",
    "III. Kết quả khắc phục những hạn chế, khuyết điểm đã được chỉ ra",
    "IV. Giải trình những vấn đề được gợi ý kiểm điểm",
    "VI. Phương hướng, biện pháp khắc phục hạn chế, khuyết điểm",
    "VII. Tự nhận mức xếp loại chất lượng",
    "☐ Hoàn thành xuất sắc nhiệm vụ ☒ Hoàn thành tốt nhiệm vụ",
)
_SENTENCES = (
    "Bên A có trách nhiệm bàn giao mặt bằng trong 15 ngày kể từ ngày ký hợp đồng.",
    "Hoàn thành 12/12 chỉ tiêu được giao, không có việc quá hạn.",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Kính gửi: Phòng Nội vụ xã; ngày     tháng     năm 20…", "Điều 3. Hiệu lực thi hành",
    "Họ và tên: ………………………… Ngày sinh: …/…/19…", "Số: 12/HĐ-KT", "STT\tHọ tên\tĐiểm\tGhi chú",
    "The quick brown fox jumps over the lazy dog.", "本合同一式两份，双方各执一份。", "العقد ملزم للطرفين",
)  # fmt: skip


def form(chance: random.Random, name: str) -> list[str]:
    """The lines of a form, with an answer of any length below each heading."""
    lines = ["Mẫu 02A-HD KĐ.ĐG 2025", "BẢN KIỂM ĐIỂM CÁ NHÂN", "Năm 2026", f"Họ và tên: {name}"]
    for heading in HEADINGS:
        lines += [heading, *prose(chance, chance.randint(1, 6))]
    return [*lines, "Lộc Vân, ngày 01 tháng 12 năm 2026", "NGƯỜI TỰ KIỂM ĐIỂM", name]


def prose(chance: random.Random, count: int) -> list[str]:
    """Lines of papers that have nothing to do with a review."""
    return [chance.choice(_SENTENCES) for _ in range(count)]


def text(chance: random.Random) -> list[str]:
    """The lines of a file: a form, or any other paper of one to two hundred lines."""
    if chance.random() < 0.4:
        return form(chance, chance.choice(PEOPLE))
    return prose(chance, chance.choice([1, 8, 40, 200]))


STRANGE = (
    "\U0001f4de", "\U00020000", "\U0010ffff", "\ufffd", "\ufeff", "\u200b\u202e", "e\u0323\u0302",
    "a" + "\u0301\u0323" * 400, "\uf0a8\uf0fe", "\u2028", "\u00a0" * 300, "Ð" * 9, "µ¶·¸¹" * 30,
)  # fmt: skip
"""Letters that break readers: outside the basic plane, invisible, private, old encodings."""


def strange(chance: random.Random, lines: list[str]) -> list[str]:
    """Put strange letters into a third of the lines."""
    return [
        f"{line[:at]}{chance.choice(STRANGE)}{line[at:]}" if chance.random() < 0.33 else line
        for line in lines
        for at in [chance.randrange(len(line) + 1)]
    ]
