"""One letter for every engine: the same parts, fixed text and data, the tags in each dialect.

The parts (styles, settings, theme, headers) are those of the shipped công văn. In the lines below
`[[x]]` is a field, `[[y.x]]` a field of an item of the list y, `[[!y.x]]` one whose data has marks
(bold, italic): the Jinja dialects print them, the others print the same words plain.
"""

import html
import random
import re
import zipfile
from io import BytesIO

from generator.engine.richtext import runs

FIELDS = {
    "ho_ten": "Họ và tên", "ngay_sinh": "Ngày sinh", "que_quan": "Quê quán", "noi_o": "Nơi ở",
    "dan_toc": "Dân tộc", "trinh_do": "Trình độ chuyên môn", "ly_luan": "Lý luận chính trị",
    "ngay_vao": "Ngày vào Đảng", "ngay_chinh_thuc": "Ngày chính thức", "so_the": "Số thẻ",
    "chuc_dang": "Chức vụ Đảng", "chuc_chinh_quyen": "Chức vụ chính quyền", "chi_bo": "Chi bộ",
    "dang_bo": "Đảng bộ", "nhiem_vu": "Nhiệm vụ", "ket_qua": "Kết quả", "uu_diem": "Ưu điểm",
    "han_che": "Hạn chế", "nguyen_nhan": "Nguyên nhân", "khac_phuc": "Khắc phục",
    "tu_xep": "Tự xếp loại", "de_nghi": "Đề nghị", "quyet_dinh": "Quyết định", "luu_y": "Lưu ý",
}  # fmt: skip
OTHERS = (
    "pham_vi", "cap_tren", "co_quan", "so_ky_hieu", "dia_danh_ngay", "trich_yeu", "can_cu",
    "nguoi_ky",
)  # fmt: skip
COLUMNS = {
    "thu_tu": "TT", "ten": "Họ tên", "chuc_vu": "Chức vụ", "don_vi": "Đơn vị", "muc": "Mức",
    "ghi_chu": "Ghi chú",
}  # fmt: skip
NOTE_FIELD = "nam"
NOTE_VALUE = "2026"
"""The same in every document: easy-template-x fills no footnotes, its template has it printed."""

LINES, ROWS, SECTIONS = 10, 12, 6
_BOLD, _ITALIC = "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_FIELD = re.compile(r"\[\[(!?)(?:(\w+)\.)?(\w+)\]\]")


class Dialect:
    """Writes paragraphs and tables; the subclasses know what a tag looks like."""

    def run(self, text, properties=""):
        tagged = _FIELD.sub(lambda tag: self.field(tag[3], tag[2], marks=bool(tag[1])), text)
        return f'<w:r>{properties}<w:t xml:space="preserve">{tagged}</w:t></w:r>'

    def p(self, *texts, style="CachDong"):
        """Each text is a run: plain, or (text, properties), or ready XML."""
        made = ""
        for each in texts:
            if isinstance(each, tuple):
                made += self.run(*each)
            else:
                made += each if each.startswith("<w:r>") else self.run(each)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{made}</w:p>'

    def row(self, *cells):
        return "<w:tr>" + "".join(f"<w:tc>{self.p(each)}</w:tc>" for each in cells) + "</w:tr>"

    def table(self, rows, columns):
        grid = "<w:gridCol/>" * columns
        width = '<w:tblPr><w:tblW w:w="9355" w:type="dxa"/></w:tblPr>'
        return f"<w:tbl>{width}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


class Jinja(Dialect):
    """kiemdiem, docxtpl, docxtpl-ng."""

    def field(self, name, items, *, marks):
        path = f"one.{name}" if items else name
        return f"{{{{r {path}_runs }}}}" if marks else f"{{{{ {path} }}}}"

    def paragraphs(self, items, inner):
        return self.p(f"{{%p for one in {items} %}}") + inner + self.p("{%p endfor %}")

    def rows(self, items, cells):
        first, last = f"{{%tr for one in {items} %}}", "{%tr endfor %}"
        return self.row(first) + self.row(*cells) + self.row(last)


class Braces(Dialect):
    """docxtemplater, easy-template-x."""

    def field(self, name, _items, **_):
        return f"{{{name}}}"

    def paragraphs(self, items, inner):
        return self.p(f"{{#{items}}}") + inner + self.p(f"{{/{items}}}")

    def rows(self, items, cells):
        return self.row(f"{{#{items}}}{cells[0]}", *cells[1:-1], f"{cells[-1]}{{/{items}}}")


class PlainNotes(Braces):
    """easy-template-x, which leaves footnotes as they are."""

    def field(self, name, items, **marks):
        return NOTE_VALUE if name == NOTE_FIELD else super().field(name, items, **marks)


class Carbone(Dialect):
    """Carbone: what stands between `[i]` and `[i+1]` is repeated."""

    def field(self, name, items, **_):
        return f"{{d.{items}[i].{name}}}" if items else f"{{d.{name}}}"

    def paragraphs(self, items, inner):
        return inner + self.p(f"{{d.{items}[i+1]}}")

    def rows(self, items, cells):
        return self.row(*cells) + self.row(f"{{d.{items}[i+1]}}", *[""] * (len(cells) - 1))


class MergeField(Dialect):
    """docx-mailmerge2: only rows of tables repeat, so every list is a table."""

    def run(self, text, properties=""):
        made, end = "", 0
        for tag in _FIELD.finditer(text):
            made += self._words(text[end : tag.start()], properties)
            made += self._merged(tag[3], properties)
            end = tag.end()
        return made + self._words(text[end:], properties)

    def _merged(self, name, properties):
        """A simple field is quicker to fill, but loses the properties of its run."""
        code, shown = f" MERGEFIELD {name} ", self._words(f"«{name}»", properties)
        if not properties:
            return f'<w:fldSimple w:instr="{code}">{shown}</w:fldSimple>'
        begin, separate, end = (
            f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'
            for kind in ("begin", "separate", "end")
        )
        code = f'<w:r>{properties}<w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        return begin + code + separate + shown + end

    def _words(self, text, properties):
        return super().run(text, properties) if text else ""

    def paragraphs(self, _items, inner):
        return self.table(f"<w:tr><w:tc>{inner}</w:tc></w:tr>", 1)

    def rows(self, _items, cells):
        return self.row(*cells)


DIALECTS = {
    "kiemdiem": Jinja, "limit": Jinja, "limit-fast": Jinja, "docxtpl": Jinja, "docxtpl-ng": Jinja,
    "docx-mailmerge2": MergeField, "docxtemplater": Braces, "easy-template-x": PlainNotes,
    "carbone": Carbone,
}  # fmt: skip


def _body(to):
    """Return the letter; `to` is the dialect it is written to."""
    about = "".join(to.row(label, f"[[{name}]]") for name, label in FIELDS.items())
    people = to.row(*COLUMNS.values()) + to.rows("hang", [f"[[hang.{name}]]" for name in COLUMNS])
    note = f'<w:r>{_RAISED}<w:footnoteReference w:id="1"/></w:r>'
    basis = "Căn cứ ", ("[[can_cu]]", _ITALIC), " của ", ("[[co_quan]]", _BOLD), note
    section = (
        to.p("[[phan.de_muc]]", style="DeMuc")
        + to.p(("Kết quả: ", _BOLD), "[[phan.mo_dau]]", style="NoiDung")
        + to.p("[[!phan.noi_dung]]", style="NoiDung")
    )
    return (
        to.p("[[cap_tren]]", style="CapTren")
        + to.p("[[co_quan]]", style="CoQuan")
        + to.p("Số [[so_ky_hieu]]", style="SoKyHieu")
        + to.p("[[dia_danh_ngay]]", style="DiaDanhNgay")
        + to.p("[[trich_yeu]]", style="TrichYeuCongVan")
        + to.p(*basis, ", nay báo cáo:", style="NoiDung")
        + to.table(about, 2)
        + to.paragraphs("dong", to.p("[[!dong.chu]]", style="NoiDung"))
        + to.table(people, len(COLUMNS))
        + to.paragraphs("phan", section)
        + to.p("[[nguoi_ky]]", style="HoTenKy")
    )


def template(shipped, engine):
    """Return the letter as a `.docx` for one engine; `shipped` is the flattened công văn."""
    to = DIALECTS[engine]()
    with zipfile.ZipFile(BytesIO(shipped)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    head, rest = parts["word/document.xml"].split("<w:body>")
    page = rest[rest.rindex("<w:sectPr>") :]
    mark = f"<w:r>{_RAISED}<w:footnoteRef/></w:r>"
    note = to.p(mark, f" Số liệu năm [[{NOTE_FIELD}]].", style="FootnoteText")
    header = to.p("[[pham_vi]]", style="PhamVi")
    parts["word/document.xml"] = f"{head}<w:body>{_body(to)}{page}"
    parts["word/header2.xml"] = re.sub(r"<w:p>.*</w:p>", header, parts["word/header2.xml"])
    parts["word/footnotes.xml"] = parts["word/footnotes.xml"].replace(
        "</w:footnotes>", f'<w:footnote w:id="1">{note}</w:footnote></w:footnotes>'
    )
    parts["docProps/core.xml"] = re.sub(r"\{\{.*?\}\}", "Báo cáo", parts["docProps/core.xml"])
    for name, text in parts.items():
        if name.startswith("word/footer"):  # the shipped ones have tags, which others do not know
            parts[name] = re.sub(r"\{[{%].*?[%}]\}", "", text)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return made.getvalue()


def contexts(lines, count):
    """Deal the lines of a real letter out to `count` documents, the same for the same lines."""
    draw = random.Random(366)
    words = [text.split() for text in map(plain, lines) if len(text.split()) > 20]

    def phrase(longest):
        text = draw.choice(words)
        start = draw.randrange(len(text) - longest)
        return " ".join(text[start : start + draw.randint(2, longest)])

    def marked(name):
        line = draw.choice(lines)
        return {name: plain(line), f"{name}_runs": runs(line)}

    def one(number):
        made = {name: phrase(8) for name in (*FIELDS, *OTHERS)}
        made |= {"so_ky_hieu": f"{number}-BC/ĐU", "luu_y": f"A & B <{phrase(3)}> {number}"}
        made |= {NOTE_FIELD: NOTE_VALUE, "dong": [marked("chu") for _ in range(LINES)]}
        made["hang"] = [
            {name: phrase(4) for name in COLUMNS} | {"thu_tu": str(index)}
            for index in range(1, ROWS + 1)
        ]
        made["phan"] = [
            {"de_muc": f"{index}. {phrase(10)}", "mo_dau": phrase(19), **marked("noi_dung")}
            for index in range(1, SECTIONS + 1)
        ]
        return made

    return [one(number) for number in range(1, count + 1)]


def plain(line):
    """Return the words of a line without its marks."""
    return html.unescape(re.sub(r"<[^>]*>", "", runs(line).xml))
