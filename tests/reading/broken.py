"""Broken data files, one fault each; `▶` stands where the problem must be reported.

Every case is a whole campaign folder that is sound but for the one fault. A case without `▶` is
about a file as a whole (line and column 0).
"""

from dataclasses import dataclass

HERE = "▶"

DOT = """\
ten: Kiểm điểm, đánh giá, xếp loại chất lượng năm 2026
nam: 2026
dia_danh: Tân Hòa
co_quan:
  ten: Đảng ủy xã Tân Hòa
  ky_hieu: ĐU
ky:
  quyen_han: T/M Ban Thường vụ
  chuc_vu: Phó Bí thư
  ho_ten: Nguyễn Văn Mẫu
noi_nhan:
  - Như trên
  - Lưu Văn phòng Đảng ủy
"""

HEAD = """\
loai: cong-van
trich_yeu: Kiểm điểm, đánh giá, xếp loại chất lượng năm 2026
kinh_gui:
  - Các chi bộ trực thuộc
noi_dung: Thực hiện quy định của cấp trên.
"""

ABOVE = HEAD.partition("noi_dung")[0]
"""The same công văn up to its body."""

LETTER = "cong-van.yaml"


@dataclass(frozen=True)
class Broken:
    """One broken campaign: the code it must give, what is wrong in words, its files."""

    code: str
    fault: str
    files: dict[str, str | bytes]
    at: str = LETTER

    def __str__(self) -> str:
        return f"{self.code} {self.fault}"

    @property
    def spot(self) -> tuple[int, int]:
        text = self.files.get(self.at, "")
        if isinstance(text, bytes) or HERE not in text:
            return 0, 0
        before = text.split(HERE)[0].split("\n")
        return len(before), len(before[-1]) + 1

    def on_disk(self) -> dict[str, bytes]:
        return {
            name: text if isinstance(text, bytes) else text.replace(HERE, "").encode()
            for name, text in self.files.items()
        }


def whole(code: str, fault: str, text: str | bytes) -> Broken:
    """A campaign whose only document is `text`."""
    return Broken(code, fault, {"dot.yaml": DOT, LETTER: text})


def letter(code: str, fault: str, more: str) -> Broken:
    """A campaign whose only document is a sound công văn with `more` behind it."""
    return whole(code, fault, HEAD + more)


def dot(code: str, fault: str, text: str) -> Broken:
    """A campaign of `dot.yaml` alone."""
    return Broken(code, fault, {"dot.yaml": text}, "dot.yaml")


def copy(code: str, fault: str, text: str, **files: str) -> Broken:
    """A campaign with a sao lục and, if given, what it copies."""
    others = {f"{name}.yaml": body for name, body in files.items()}
    return Broken(code, fault, {"dot.yaml": DOT, "sao.yaml": text, **others}, "sao.yaml")


AS_A_FILE = (
    whole("KD005", "six megabytes", HEAD.encode() + b"# " + b"x" * (6 * 1024 * 1024)),
    whole("KD006", "Notepad's «Unicode»", HEAD.encode("utf-16")),
    whole("KD006", "UTF-16 without a mark", HEAD.encode("utf-16-le")),
    whole("KD008", "a Word file renamed", b"PK\x03\x04\x14\x00\x06\x00"),
    whole("KD008", "an old Word file renamed", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    whole("KD008", "a PDF file renamed", b"%PDF-1.7\n"),
    whole("KD008", "zero bytes among the text", b"loai: cong-van\0\0\0\n"),
    whole("KD009", "an empty file", HERE),
    whole("KD009", "comments only", "# Công văn năm 2026\n# chưa soạn\n" + HERE),
    whole("KD009", "a document mark and nothing else", "---\n" + HERE),
)

YAML = (
    whole("KD010", "a YAML version that is not known", HERE + "%YAML 2.0\n---\n" + HEAD),
    letter("KD011", "a tab before a key", "ky:\n▶\tho_ten: Nguyễn Văn Mẫu\n"),
    letter("KD011", "a tab behind a dash", "noi_nhan:\n  -▶\tNhư trên\n"),
    letter("KD011", "a tab after keys with blanks", "ky:\n  kiem: Trưởng Ban\n▶\tho_ten: Mẫu\n"),
    letter("KD011", "a tab inside a block", "lien_he: |\n▶\tVăn phòng Đảng ủy\n"),
    whole("KD012", "a second colon", "loai: cong-van\ntrich_yeu: Về việc▶: kiểm điểm năm 2026\n"),
    letter("KD013", "no blank behind the colon", "▶so:608\nngay: 14/11/2026\n"),
    letter("KD013", "a line without colon", "▶so 608\nngay: 14/11/2026\n"),
    whole("KD013", "a first line without colon", "▶loai cong-van\ntrich_yeu: Kiểm điểm\n"),
    letter("KD013", "text of a block not indented", "lien_he: |\n▶Văn phòng Đảng ủy\n"),
    letter("KD014", "a key one blank short", "ky:\n  chuc_vu: Bí thư\n ▶ho_ten: Nguyễn Văn Mẫu\n"),
    letter("KD014", "a key one blank too far", "dia_danh: Tân Hòa\n ▶so: 608\n"),
    letter(
        "KD014", "a block that steps out", "lien_he: |\n    Văn phòng\n  ▶Điện thoại 0912345678\n"
    ),
    whole("KD014", "a first key indented", "  loai: cong-van\n▶trich_yeu: Kiểm điểm\n"),
    letter("KD015", "a double quote not closed", 'dia_danh: ▶"Tân Hòa\nso: 608\n'),
    letter("KD015", "a single quote not closed", "dia_danh: ▶'Tân Hòa\nso: 608\n"),
    letter("KD016", "a bracket not closed", "can_cu: ▶[Quy định số 124-QĐ/TW\nso: 608\n"),
    letter("KD016", "a bracket open at the end", "can_cu: ▶[Quy định số 124-QĐ/TW"),
    letter("KD016", "a brace not closed", "ky: ▶{ho_ten: Nguyễn Văn Mẫu\nso: 608\n"),
    letter("KD017", "a text with @ in front", "lien_he: ▶@vanphong\n"),
    letter("KD017", "a text with % in front", "lien_he: ▶% hoàn thành\n"),
    letter("KD017", "a text with a comma in front", "lien_he: ▶, Văn phòng\n"),
    letter("KD017", "a text with ? in front", "lien_he: ▶? Văn phòng\n"),
    letter("KD018", "a Windows path in double quotes", 'mau: "D:▶\\mau\\cong-van"\n'),
    letter("KD018", "half a character", 'lien_he: "Văn phòng ▶\\xZZ"\n'),
    letter("KD019", "a list on the line of its key", "can_cu: ▶- Quy định số 124-QĐ/TW\n"),
    letter("KD019", "a key among items", "can_cu:\n  - Quy định\n  ▶so: 608\n"),
    letter("KD019", "an item among keys", "ky:\n  chuc_vu: Bí thư\n  ▶- Nguyễn Văn Mẫu\n"),
    letter("KD020", "a key twice", "so: 608\nngay: 14/11/2026\n▶so: 609\n"),
    letter("KD020", "a nested key twice", "ky:\n  ho_ten: Mẫu\n  ▶ho_ten: Thử\n"),
    letter("KD020", "a key twice, composed otherwise", "đ: 1\né: 2\n▶e\u0301: 3\n"),
    letter("KD021", "bold text as a value", "lien_he: ▶**Văn phòng** Đảng ủy\n"),
    letter("KD021", "italic text as a value", "lien_he: ▶*nghiêng*\n"),
    letter("KD021", "an anchor", "dia_danh: ▶&noi Tân Hòa\n"),
    letter("KD021", "an alias", "dia_danh: ▶*noi\n"),
    letter("KD021", "an anchor on a list", "can_cu: ▶&chung\n  - Quy định số 124-QĐ/TW\n"),
    letter("KD022", "a tag", "so: ▶!!int 608\n"),
    letter("KD022", "a tag that runs code", "so: ▶!!python/object/apply:os.system [dir]\n"),
    letter("KD022", "an exclamation mark", "dia_danh: ▶! Tân Hòa\n"),
    letter("KD022", "a tag of an unknown family", "dia_danh: ▶!vn!noi Tân Hòa\n"),
    letter("KD023", "fifty brackets", "can_cu: " + "[" * 49 + "▶" + "[" * 30),
    letter("KD024", "two documents", "▶---\nloai: ke-hoach\n"),
    letter("KD024", "a dash line at the margin", "▶---\n"),
    whole("KD025", "a list at the top", "▶- loai: cong-van\n"),
    whole("KD025", "a text at the top", "▶Kính gửi các chi bộ trực thuộc\n"),
    letter("KD026", "a template field", "dia_danh: {▶{dia_danh}}\n"),
    letter("KD026", "a list as a key", "▶[so, ngay]: 608\n"),
    letter("KD026", "an empty key", '▶"": 608\n'),
    letter("KD026", "a colon with no key", "▶: 608\n"),
    letter("KD027", "a bell", "dia_danh: Tân▶\x07 Hòa\n"),
    letter("KD027", "a bell, escaped", 'dia_danh: ▶"Tân\\x07 Hòa"\n'),
    letter("KD027", "a character of Windows-1252", "lien_he: ▶\x93Văn phòng\n"),
    letter("KD027", "a line separator", "lien_he: Văn phòng▶\u2028Đảng ủy\n"),
    letter("KD028", "text behind a closed quote", 'dia_danh: "Tân" ▶Hòa\n'),
    letter("KD028", "text behind a closed bracket", "lien_he: [Dự thảo] ▶Văn phòng\n"),
    letter("KD028", "text behind a quote in a list", 'can_cu:\n  - "Quy định" ▶số 124-QĐ/TW\n'),
    letter("KD029", "text behind the bar", "lien_he: ▶| Văn phòng Đảng ủy\n"),
    letter("KD029", "text behind >", "lien_he: ▶> Văn phòng Đảng ủy\n"),
)

FOLDER = (
    Broken("KD030", "no dot.yaml", {LETTER: HEAD}, "dot.yaml"),
    whole("KD031", "no kind", HERE + HEAD.removeprefix("loai: cong-van\n")),
    whole("KD031", "an empty kind", HEAD.replace("loai: cong-van", "▶loai:")),
    whole("KD032", "a kind with accents", HEAD.replace("cong-van", "▶công văn")),
    whole("KD032", "a kind that does not exist", HEAD.replace("cong-van", "▶hóa đơn")),
    whole("KD032", "a list of kinds", HEAD.replace("cong-van", "▶[cong-van]")),
    Broken("KD033", "the ending .yml", {"dot.yaml": DOT, "cv.yml": HEAD}, "cv.yml"),
)

DATA = (
    letter("KD101", "a key with accents", "▶địa_danh: Tân Hòa\n"),
    letter("KD101", "a key in capitals", "▶Dia_danh: Tân Hòa\n"),
    letter("KD101", "a key misspelt", "▶dia_dan: Tân Hòa\n"),
    letter("KD101", "a merge key", "▶<<: {so: 608}\n"),
    letter("KD101", "a key of the signer at the margin", "▶ho_ten: Nguyễn Văn Mẫu\n"),
    letter("KD101", "a key misspelt inside", "ky:\n  ▶chuc_danh: Bí thư\n"),
    whole("KD101", "the kind misspelt", HEAD.replace("loai", "▶loại")),
    dot(
        "KD101",
        "a key misspelt in a list",
        DOT + "thoi_han:\n  - viec: Gửi\n    ngay: 15/12/2026\n    ▶gửi: ĐU\n",
    ),
    whole("KD102", "no summary", "▶loai: cong-van\nkinh_gui: [Các chi bộ]\nnoi_dung: Thực hiện\n"),
    dot(
        "KD102",
        "an office without name",
        DOT.replace("  ten: Đảng ủy xã Tân Hòa\n", "").replace("co_quan", "▶co_quan"),
    ),
    dot("KD102", "a deadline without day", DOT + "thoi_han:\n  - ▶viec: Gửi hồ sơ\n"),
    whole(
        "KD103",
        "an empty summary",
        "loai: cong-van\n▶trich_yeu:\nkinh_gui: [Các chi bộ]\nnoi_dung: Thực hiện\n",
    ),
    letter("KD103", "empty quotes", '▶dia_danh: ""\n'),
    letter("KD103", "quotes around a blank", '▶dia_danh: "  "\n'),
    letter("KD104", "an empty item", "can_cu:\n  - Quy định\n  -▶\n"),
    letter("KD104", "empty quotes in a list", 'can_cu: [Quy định, ▶""]\n'),
    letter("KD105", "text for a list", "can_cu: ▶Quy định số 124-QĐ/TW\n"),
    letter("KD105", "keys for a list", "can_cu:\n  ▶so: 124\n"),
    letter("KD106", "a list for text", "dia_danh:\n  ▶- Tân Hòa\n"),
    letter("KD106", "a list for a day", "ngay: ▶[14, 11, 2026]\n"),
    letter("KD107", "a colon inside an item", "noi_nhan:\n  - Như trên\n  - ▶Lưu: VPĐU\n"),
    letter("KD107", "keys for text", "dia_danh:\n  ▶ten: Tân Hòa\n"),
    letter("KD108", "a name for the signer", "ky: ▶Nguyễn Văn Mẫu\n"),
    letter("KD108", "a list for the signer", "ky:\n  ▶- Nguyễn Văn Mẫu\n"),
    dot("KD108", "text for the form", DOT + "the_thuc: ▶như cũ\n"),
    letter("KD110", "urgency without accents", "do_khan: ▶thuong khan\n"),
    dot("KD110", "an unknown side", DOT.replace("co_quan:\n", "co_quan:\n  khoi: ▶doan_the\n")),
    letter("KD041", "a comma in a number in braces", "ky: {ho_ten: Mẫu, chuc_vu: 26,▶5}\n"),
    letter("KD041", "a comma in a title in braces", "ky: {chuc_vu: Bí thư Chi bộ, ▶Trưởng thôn}\n"),
    letter("KD041", "a key in braces without its colon", "ky: {ho_ten: Mẫu, ▶chuc_vu}\n"),
    letter("KD101", "an unknown key without a value", "▶khoa_la:\n"),
    letter("KD101", "a nested unknown key without a value", "ky:\n  ho_ten: Mẫu\n  ▶hoc_ham:\n"),
    whole("KD052", "bold text without |", ABOVE + "▶noi_dung:\n  **1.** Việc.\n  **2.** Việc.\n"),
    whole("KD052", "a colon without |", ABOVE + "▶noi_dung:\n  Ban yêu cầu:\n  1. Việc.\n"),
    whole("KD052", "dashes without |", ABOVE + "▶noi_dung:\n  - Việc\n  - Hai\n"),
    whole("KD052", "keys without |", ABOVE + "▶noi_dung:\n  Sáng: họp.\n  Chiều: nghỉ.\n"),
    letter("KD063", "a list with long dashes", "noi_nhan:\n  ▶– Như trên\n  – Lưu Văn phòng\n"),
    letter("KD063", "a list with bullets", "noi_nhan:\n  ▶• Như trên\n"),
    letter("KD063", "no blank behind the dash", "noi_nhan:\n  ▶-Như trên\n"),
    letter("KD063", "one long dash of two", "noi_nhan:\n  - Như trên\n  ▶– Lưu Văn phòng\n"),
    letter("KD063", "one dash without blank", "noi_nhan:\n  - Như trên\n  ▶-Lưu Văn phòng\n"),
    letter("KD014", "an item one blank short", "noi_nhan:\n  - Như trên\n ▶- Lưu Văn phòng\n"),
    letter("KD064", "a no-break blank before an item", "noi_nhan:\n▶\u00a0\u00a0- Như trên\n"),
    letter("KD064", "a no-break blank behind a colon", "dia_danh:▶\u00a0Tân Hòa\nso: 608\n"),
    letter("KD065", "a wide colon", "dia_danh▶： Tân Hòa\nso: 608\n"),
    letter("KD066", "two dashes", "noi_nhan:\n  - ▶- Như trên\n"),
    whole("KD068", "a Cyrillic letter in a key", HEAD + "▶sо: 608\n"),
    letter("KD111", "a day without its year", "ngay: ▶14/11\n"),
    letter("KD111", "a day in words", "ngay: ▶ngày 14 tháng 11\n"),
    letter("KD112", "the 31st of November", "ngay: ▶31/11/2026\n"),
    letter("KD112", "29 February of a common year", "ngay: ▶2026-02-29\n"),
    letter("KD113", "a number with its symbol", "so: ▶608-CV/TU\n"),
    letter("KD114", "number zero", "so: ▶0\n"),
    dot("KD114", "a year with five digits", DOT.replace("nam: 2026", "nam: ▶20266")),
    letter("KD115", "neither yes nor no", "giu_nguyen_dau_cau: ▶được\n"),
    dot(
        "KD143",
        "a term that is not two years",
        DOT.replace("  ky_hieu: ĐU\n", "  ky_hieu: ĐU\n  nhiem_ky:\n    - ten: ▶nhiệm kỳ XX\n"),
    ),
    dot(
        "KD143",
        "a term that ends before it begins",
        DOT.replace("  ky_hieu: ĐU\n", "  ky_hieu: ĐU\n  nhiem_ky:\n    - ten: ▶2030-2025\n"),
    ),
)

TOGETHER = (
    whole("KD120", "a công văn to nobody", "▶loai: cong-van\ntrich_yeu: Kiểm điểm\nnoi_dung: Thực hiện\n"),
    whole("KD120", "a tờ trình to nobody", "loai: to-trinh\ntrich_yeu: Kiểm điểm\nkinh_gui: ▶[]\nnoi_dung: Thực hiện\n"),
    letter("KD121", "a classified document", "do_mat: ▶Mật\n"),
    Broken("KD122", "nobody signs", {
        "dot.yaml": DOT.split("ky:\n", maxsplit=1)[0] + "noi_nhan: [Lưu Văn phòng]\n", LETTER: HERE + HEAD}),
    Broken("KD123", "no recipients", {"dot.yaml": DOT.split("noi_nhan:\n", maxsplit=1)[0], LETTER: HERE + HEAD}),
    letter("KD124", "number and whole symbol", "so: ▶608\nso_ky_hieu: Số 608-CV/ĐU\n"),
    Broken("KD134", "a signed document without place", {
        "dot.yaml": DOT.replace("dia_danh: Tân Hòa\n", ""), LETTER: HERE + HEAD + "ngay: 14/11/2026\n"}),
    letter("KD135", "a signed document without the signer's name",
           "ngay: 14/11/2026\nky: ▶{chuc_vu: Trưởng Ban}\n"),
    letter("KD125", "a day of another campaign", "ngay: ▶14/11/2024\n"),
    dot("KD126", "a deadline of the last campaign", DOT + "thoi_han:\n  - viec: Gửi hồ sơ\n    ngay: ▶15/12/2024\n"),
    copy("KD127", "a copy of nothing", "loai: sao-luc\nban_goc: ▶cong-van.yaml\n"),
    copy("KD127", "a copy of a file elsewhere", "loai: sao-luc\nban_goc: ▶../2025/cv.yaml\n", cv=HEAD),
    copy("KD128", "a copy of dot.yaml", "loai: sao-luc\nban_goc: ▶dot.yaml\n"),
    copy("KD128", "a copy of itself", "loai: sao-luc\nban_goc: ▶sao.yaml\n"),
    whole("KD129", "a mark without note", HEAD.replace(" Thực hiện", " ▶Thực hiện").replace(" của", "[^1] của")),
    whole("KD129", "a mark without note in a block",
          ABOVE + "noi_dung: |\n  Mở đầu.\n\n  Thực hiện quy định▶[^2] của cấp trên[^1].\n  [^1]: Quy định.\n"),
    whole("KD129", "a mark without note behind blank lines",
          ABOVE + "noi_dung: |\n\n    Mở đầu.\n      Thực hiện▶[^a].\n"),
    whole("KD130", "a note nobody marks", ABOVE + "noi_dung: |\n  Thực hiện.\n  ▶[^1]: Quy định.\n"),
    letter("KD130", "a note nobody marks in an appendix",
           "phu_luc:\n  - tieu_de: Danh mục\n    noi_dung: |\n      Hồ sơ\n      ▶[^9]: Một bộ.\n"),
    whole("KD131", "two notes of one name",
          ABOVE + "noi_dung: |\n  Thực hiện[^1].\n  [^1]: Quy định.\n  ▶[^1]: Hướng dẫn.\n"),
    letter("KD133", "a note in an item", "can_cu:\n  - ▶Quy định số 124-QĐ/TW[^1]\n"),
    whole("KD133", "a note in a note",
          ABOVE + "noi_dung: |\n  Thực hiện[^1].\n  [^1]: Quy định▶[^1].\n"),
)  # fmt: skip

TABLE = (*AS_A_FILE, *YAML, *FOLDER, *DATA, *TOGETHER)
