"""Writes the pages that are made from the program: codes, fields, rules, forms."""

import runpy
from pathlib import Path

from generator.engine.shapes import leaves, shape_of
from generator.engine.vocabulary import FILTERS, METHODS, STATEMENTS, TESTS
from generator.papers.kinds import BUILDERS, PLACED, shapes
from generator.papers.letter_papers import SHAPES
from generator.problems.catalogue import entries
from generator.regulations.regimes import forms_by_template, load_regime, regime_codes
from generator.rules import RULES
from generator.setup import telling
from generator.setup.key_examples import example
from generator.setup.key_uses import printed_on
from generator.setup.keys import groups
from generator.setup.telling import tell
from generator.setup.telling_keys import papers_said
from generator.setup.template_check import CHECK_SHAPES

DOCS = Path(__file__).resolve().parent


def problem_codes() -> str:
    """Return the page of problem codes."""
    lines = ["# Mã lỗi", "", "Trang này ghi từ danh mục của chương trình (`make docs`).", ""]
    for code, found in sorted(entries().items()):
        weight = "lỗi" if found.muc_do == "loi" else "cảnh báo"
        lines += [f"## {code} {found.ten}", "", f"*{weight}* · {found.giai_thich}", ""]
        if drafted := telling.drafted(code):
            lines += [drafted, ""]
        for title, text in (("Sai", found.vi_du_sai), ("Đúng", found.vi_du_dung)):
            if text:
                lines += [f"{title}:", "", "```", text, "```", ""]
    return "\n".join(lines)


def template_fields() -> str:
    """Return the page of fields, by kind of document."""
    lines = ["# Trường của mẫu Word", "", "Nghĩa của từng tên: [glossary.md](glossary.md).", ""]
    named = {model.__name__: shape for model, shape in SHAPES.items()}
    newest = load_regime(regime_codes()[-1]).bieu_mau.values()
    older = forms_by_template().keys() - {form.mau for form in newest}
    named |= {
        f"Mẫu {name}": shape
        for name, shape in {**shapes(), **CHECK_SHAPES}.items()
        if name not in older
    }
    named |= {f"soan: {name}": shape_of(BUILDERS[name].prints) for name in PLACED}
    for title, shape in named.items():
        lines += [f"## {title}", ""]
        lines += [f"- `{path}`" for path in sorted(leaves(shape))]
        lines.append("")
    return "\n".join(lines)


def rules() -> str:
    """Return the page of rating rules: weight and clause by regime, codes of their findings."""
    lines = ["# Quy tắc xếp loại", "", "Trang này ghi từ dữ liệu của chương trình (`make docs`)."]
    for code in RULES:
        lines += ["", f"## {code}", "", *(f"- {line.strip()}" for line in tell(code) or ())]
    return "\n".join(lines) + "\n"


def forms() -> str:
    """Return the page of forms: headings with their keys and sources, and what is not verified."""
    lines = ["# Biểu mẫu theo chế độ", "", "Dấu nguồn: [nguon.md](nguon.md).", ""]
    for regime in regime_codes():
        lines += [f"## Chế độ {regime}", ""]
        for key in load_regime(regime).bieu_mau:
            lines += [f"### {key}/{regime}", "", "```", *(tell(f"{key}/{regime}") or ()), "```", ""]
    return "\n".join(lines)


def allowed_words() -> str:
    """Everything a tag may say besides the names of fields."""
    lists = {"Câu lệnh": STATEMENTS, "Bộ lọc": FILTERS, "Phép thử": TESTS, "Phép của chữ": METHODS}
    lines = [
        "# Lệnh, bộ lọc, phép thử dùng được trong mẫu Word",
        "",
        "Ngoài tên trường ([truong-mau.md](truong-mau.md)), một thẻ chỉ được dùng những từ dưới",
        "đây; từ khác bị từ chối với mã KD308. Bộ lọc viết sau dấu gạch đứng: `{{ ten|upper }}`;",
        "phép thử viết sau `is`: `{% if so is even %}`; phép của chữ viết sau dấu chấm:",
        "`{{ ten.split()[0] }}`. Số cộng, trừ, nhân, chia bằng `+ - * // / %`; chữ nối bằng `~`.",
    ]
    for title, words in lists.items():
        lines += ["", f"## {title}", ""]
        lines += [
            f"- {meaning}" if words is STATEMENTS else f"- `{word}`: {meaning}"
            for word, meaning in words.items()
        ]
    return "\n".join(lines) + "\n"


def keys() -> str:
    """Return the page of the keys of data files, by the group that they stand in."""
    lines = [
        "# Từ điển khoá của tệp dữ liệu",
        "",
        "Trang này ghi từ chương trình (`make docs`); `kiemdiem explain goi_y` nói về một khoá.",
        "Khoá **in đậm** là khoá phải có. «Nhóm khoá» là các khoá con thụt vào hai dấu cách; «danh",
        "sách» thì mỗi mục một dấu gạch đầu dòng. Cột cuối ghi giấy tờ có thẻ cùng tên trong mẫu",
        "Word; để trống là in cùng giá trị khác, hoặc để chọn, tính, kiểm tra. Khoá trong",
        "`che_do`, `the_thuc`: `kiemdiem explain 2025` và [bieu-mau.md](bieu-mau.md).",
    ]
    for group in groups():
        where = [f"Đứng ở: {'; '.join(group.places)}.", ""] if group.places else []
        lines += ["", f"## {group.title}", "", *where]
        lines += ["| khoá | nghĩa | ghi gì | ví dụ | in ở |", "|---|---|---|---|---|"]
        for key in group.keys:
            name = f"**`{key.name}`**" if key.needed else f"`{key.name}`"
            papers = papers_said(key) if printed_on(key) else ""
            cells = (name, key.meaning, key.values, f"`{example(key)}`", papers)
            lines.append(f"| {' | '.join(cell.replace('|', chr(0xFF5C)) for cell in cells)} |")
    return "\n".join(lines) + "\n"


PAGES = {
    "ma-loi.md": problem_codes,
    "truong-mau.md": template_fields,
    "lenh-mau.md": allowed_words,
    "quy-tac.md": rules,
    "bieu-mau.md": forms,
    "tu-dien-khoa.md": keys,
    "cac-loai-van-ban.md": runpy.run_path(str(DOCS / "letters_page.py"))["page"],
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")
