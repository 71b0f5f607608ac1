"""Draws templates and contexts at random: texts of runs with fields, conditions, loops and macros."""

import random
from typing import Any

from markupsafe import Markup

from generator.engine.richtext import runs

NAMES = ("ten", "so", "trong", "ds", "nguoi", "nhom", "khac", "la")
FIELDS = ("ho_ten", "diem", "viec", "kieu", "thieu", "ho_ten", "kieu", "cuoi")
WORDS = ("An", "Bình & Minh", "<b>", "dòng một\ndòng hai", "có\ttab", "", "Số 12\u201136", "ữ ệ ặ",
         "\uf0b7", "\ue000", "'", '"', ">", "đ", "\r\n", "\x07", "\ud800", "\uffff")  # fmt: skip
KINDS = ("doan", "muc", "bang", "vach")
FILTERS = ("upper", "trim", "string|length", "string", "replace('a', 'b')", "default('x')",
           "string|list|join('; ')", "string|first", "e", "string|truncate(5)")  # fmt: skip


def value(draw: random.Random, depth: int = 0) -> Any:
    """Return what a context may hold, and now and then what it may not."""
    match draw.randrange(12 if depth < 2 else 8):
        case 0:
            return draw.randrange(-3, 50)
        case 1:
            return draw.choice((True, False, None, 2.5))
        case 2 | 3:
            return draw.choice(KINDS)
        case 4 if draw.random() < 0.3:
            return draw.choice((Markup("<b/>"), runs("đoạn *nghiêng*")))
        case 8 | 9:
            return [value(draw, depth + 1) for _ in range(draw.randrange(5))]
        case 10 | 11:
            return {name: value(draw, depth + 1) for name in FIELDS if draw.random() < 0.85}
        case _:
            few = WORDS if draw.random() < 0.25 else WORDS[:1] + WORDS[7:8]
            return " ".join(draw.choice(few) for _ in range(draw.randrange(1, 4)))


def context(draw: random.Random) -> dict[str, Any]:
    """Return a context of the usual kinds, of which one context in two has something else."""

    def text() -> str:
        return " ".join(draw.choice(WORDS[:8]) for _ in range(draw.randrange(1, 4)))

    def person() -> dict[str, Any]:
        said = {"ho_ten": text(), "diem": draw.randrange(100), "viec": text(), "thieu": ""}
        return said | {"kieu": draw.choice(KINDS), "cuoi": draw.choice((True, False, "có"))}

    found: dict[str, Any] = {name: text() for name in NAMES}
    found |= {"so": draw.randrange(9), "trong": "", "nhom": person(), "la": draw.choice(KINDS)}
    found |= {"ds": [text() for _ in range(3)], "nguoi": [person() for _ in range(3)]}
    if draw.random() < 0.5:
        found["nguoi"].append({name: value(draw, 1) for name in FIELDS if draw.random() < 0.9})
        found[draw.choice(NAMES)] = value(draw)
    return found


class Draw:
    """Draws the text of one template; `bound` are the variables of the loops around."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.bound: list[str] = []
        self.macros: list[str] = []

    def template(self) -> str:
        """Return a whole text."""
        return self.body(0)

    def body(self, depth: int) -> str:
        """Return some pieces."""
        return "".join(self.piece(depth) for _ in range(self.draw.randrange(1, 4)))

    def piece(self, depth: int) -> str:
        """Return fixed text or a tag with what belongs to it."""
        kind = self.draw.randrange(12 if depth < 2 else 5)
        if kind < 2:
            return self.draw.choice(("chữ ", "a", " &amp; ", "ổn; ", "\n"))
        if kind < 6:
            return "{{ " + self.expression(2) + " }}"
        if kind == 6:
            return self.condition(depth)
        if kind == 7:
            return self.chain(depth)
        if kind < 10:
            return self.loop(depth)
        if kind == 10:
            return self.bind(depth)
        return self.macro(depth)

    def condition(self, depth: int) -> str:
        """Return a condition, some with further branches."""
        made = "{% if " + self.truth(2) + " %}" + self.body(depth + 1)
        for _ in range(self.draw.randrange(3)):
            made += "{% elif " + self.truth(2) + " %}" + self.body(depth + 1)
        if self.draw.random() < 0.5:
            made += "{% else %}" + self.body(depth + 1)
        return made + "{% endif %}"

    def chain(self, depth: int) -> str:
        """Return conditions that ask the same field, as the shipped letters do."""
        of = f"{self.owner()}.{self.draw.choice(FIELDS)}"
        more = (f" and {self.truth(1)}", "", "", f" or {self.truth(1)}")
        words = ["if", *["elif"] * self.draw.randrange(1, 4)]
        made = "".join(
            f"{{% {word} {self.draw.choice(('', 'not '))}{of} == '{self.draw.choice(KINDS)}'"
            f"{self.draw.choice(more)} %}}{self.body(depth + 1)}{{{{ {of} }}}}"
            for word in words
        )
        return made + "{% endif %}"

    def loop(self, depth: int) -> str:
        """Return a loop, some with a condition or an else."""
        items = self.draw.choice(("nguoi", "ds", "range(3)", "nguoi[:2]", "nguoi", "ds"))
        if self.draw.random() < 0.03:
            items = self.expression(1)
        people = items.startswith("nguoi") and "nguoi" not in self.bound
        name = "nguoi" if people else self.draw.choice(("mot", "hai", "ten"))
        given = f" if {name}" if self.draw.random() < 0.15 else ""
        self.bound.append(name)
        inner = self.body(depth + 1)
        if self.draw.random() < 0.4:
            inner += self.draw.choice(("{{ loop.index }}", "{% if not loop.last %}, {% endif %}"))
        self.bound.pop()
        other = "{% else %}" + self.body(depth + 1) if self.draw.random() < 0.2 else ""
        return f"{{% for {name} in {items}{given} %}}{inner}{other}{{% endfor %}}"

    def bind(self, depth: int) -> str:
        """Return a name given to a value, for the rest or for a part."""
        name, of = self.draw.choice(("ten", "so", "mot")), self.expression(2)
        if self.draw.random() < 0.5:
            return f"{{% set {name} = {of} %}}{self.body(depth + 1)}"
        return f"{{% with {name} = {of} %}}{self.body(depth + 1)}{{% endwith %}}"

    def macro(self, depth: int) -> str:
        """Return a macro and a call of it."""
        name = f"phan_{len(self.macros)}"
        self.macros.append(name)
        self.bound.append("x")
        inner = self.body(depth + 2)
        self.bound.pop()
        call = f"{{{{ {name}({self.expression(1)}) }}}}"
        return f"{{% macro {name}(x) %}}{inner}{{% endmacro %}}{call}"

    def name(self) -> str:
        """Return a variable, more often one of the loops around or one that can be printed."""
        if self.bound and self.draw.random() < 0.6:
            return self.draw.choice(self.bound)
        return self.draw.choice(NAMES if self.draw.random() < 0.04 else ("ten", "so", "la", "khac"))

    def owner(self) -> str:
        """Return a variable that has fields."""
        if "nguoi" in self.bound and self.draw.random() < 0.95:
            return "nguoi"
        return "nhom" if self.draw.random() < 0.98 else self.name()

    def expression(self, depth: int) -> str:
        """Return an expression that can be printed, but for one in thirty."""
        if self.draw.random() < 0.03:
            return self.draw.choice(
                ("none", "thieu.ten", "ds", "nhom", "so + ten", "ten * 3", "1 / 0")
            )
        match self.draw.randrange(10 if depth else 5):
            case 0 | 1:
                return self.name()
            case 2 | 3:
                return f"{self.owner()}.{self.draw.choice(FIELDS[:5])}"
            case 4:
                return self.draw.choice(("'chữ'", "3", "'a & b'", "ds[0]", "nhom['ho_ten']", "so"))
            case 5 | 6:
                return f"{self.expression(depth - 1)}|{self.draw.choice(FILTERS)}"
            case 7:
                return f"({self.expression(depth - 1)} ~ {self.expression(depth - 1)})"
            case 8:
                sign = self.draw.choice(("+", "-", "*", "//", "%"))
                return f"({self.owner()}.diem {sign} {self.draw.randrange(1, 5)})"
            case _:
                inner = self.expression(depth - 1), self.truth(depth - 1), self.expression(0)
                return f"({inner[0]} if {inner[1]} else {inner[2]})"

    def truth(self, depth: int) -> str:
        """Return an expression for a condition."""
        match self.draw.randrange(7 if depth else 4):
            case 0:
                return self.expression(depth)
            case 1:
                sign = self.draw.choice(("==", "!="))
                return f"{self.expression(max(0, depth - 1))} {sign} '{self.draw.choice(KINDS)}'"
            case 2:
                asked = self.draw.choice(("defined", "none", "string", "mapping"))
                return f"({self.name()} is {asked})"
            case 3:
                return f"({self.owner()}.diem {self.draw.choice(('<', '>='))} 50)"
            case 4 | 5:
                sign = self.draw.choice(("and", "or"))
                return f"({self.truth(depth - 1)} {sign} {self.truth(depth - 1)})"
            case _:
                return f"(not {self.truth(depth - 1)})"
