"""Writes the two pages that are made from the program: problem codes and template fields."""

from pathlib import Path

from generator.engine.fields import leaves
from generator.problems.catalogue import entries
from generator.production.rendering import SHAPES
from generator.production.unit_documents import UNIT_TEMPLATES
from generator.production.unit_rendering import shape_for

DOCS = Path(__file__).resolve().parent


def problem_codes() -> str:
    """Return the page of problem codes."""
    lines = ["# Mã lỗi", "", "Trang này ghi từ danh mục của chương trình (`make docs`).", ""]
    for code, found in sorted(entries().items()):
        weight = "lỗi" if found.muc_do == "loi" else "cảnh báo"
        lines += [f"## {code} {found.ten}", "", f"*{weight}* · {found.giai_thich}", ""]
        for title, text in (("Sai", found.vi_du_sai), ("Đúng", found.vi_du_dung)):
            if text:
                lines += [f"{title}:", "", "```", text, "```", ""]
    return "\n".join(lines)


def template_fields() -> str:
    """Return the page of fields, by kind of document."""
    lines = ["# Trường của mẫu Word", "", "Nghĩa của từng tên: [glossary.md](glossary.md).", ""]
    shapes = {model.__name__: shape for model, shape in SHAPES.items()}
    shapes |= {f"Mẫu {name}": shape_for(name) for name in UNIT_TEMPLATES}
    for title, shape in shapes.items():
        lines += [f"## {title}", ""]
        lines += [f"- `{path}`" for path in sorted(leaves(shape))]
        lines.append("")
    return "\n".join(lines)


PAGES = {"ma-loi.md": problem_codes, "truong-mau.md": template_fields}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")
