"""One choice among several, in every way in which boxes are typed, drawn and ticked."""

from collections.abc import Callable, Collection, Sequence

from tests.received.typed_word import (
    WINGDINGS,
    check_control,
    check_field,
    drawn_box,
    line,
    paragraph,
    run,
    table,
)

DEGREES = ("Xuất sắc", "Tốt", "Trung bình", "Kém")
LEVELS = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
)

Chosen = int | Collection[int]
Ticked = Sequence[tuple[str, bool]]
"""The names in their order, each with whether it is chosen."""


def choice(names: Sequence[str], chosen: Chosen, way: str, label: str = "") -> list[str]:
    """Blocks in which some of the names are chosen.

    Args:
        names: what there is to choose from.
        chosen: the index of the chosen one, or several or none.
        way: in which the boxes are written, one of `WAYS`.
        label: stands before them, where the way has room for it.
    """
    picked = {chosen} if isinstance(chosen, int) else chosen
    return WAYS[way](label, [(name, index in picked) for index, name in enumerate(names)])


def _in_line(between: str, pattern: str, yes: str, no: str, end: str = "") -> "Way":
    def blocks(label: str, ticked: Ticked) -> list[str]:
        said = (pattern.format(box=yes if on else no, name=name) for name, on in ticked)
        return [line(_before(label) + between.join(said) + end)]

    return blocks


def _in_lines(pattern: str, yes: str, no: str) -> "Way":
    def blocks(_label: str, ticked: Ticked) -> list[str]:
        return [line(pattern.format(box=yes if on else no, name=name)) for name, on in ticked]

    return blocks


def _in_runs(box: Callable[[bool], str]) -> "Way":
    """Boxes that are no letters of the text."""

    def blocks(label: str, ticked: Ticked) -> list[str]:
        said = "".join(box(on) + run(f" {name}   ") for name, on in ticked)
        return [paragraph((run(_before(label)) if label else "") + said)]

    return blocks


def _in_words(between: str) -> "Way":
    """Only what was chosen is written."""

    def blocks(label: str, ticked: Ticked) -> list[str]:
        return [line(_before(label) + between.join(name for name, on in ticked if on))]

    return blocks


def _only_ticked(label: str, ticked: Ticked) -> list[str]:
    return [line(_before(label) + "".join(f"☒ {name}" for name, on in ticked if on))]


def _boxes_below(label: str, ticked: Ticked) -> list[str]:
    return _table(label, [[name for name, _ in ticked], [_x(on, "X") for _, on in ticked]], 2300)


def _boxes_in_cells(label: str, ticked: Ticked) -> list[str]:
    return _table(label, [[f"{'☒' if on else '☐'} {name}" for name, on in ticked]], 2300)


def _boxes_beside(label: str, ticked: Ticked) -> list[str]:
    return _table(label, [[name, _x(on, "x")] for name, on in ticked], 4700)


def _table(label: str, rows: list[list[str]], width: int) -> list[str]:
    return [*([line(label)] if label else []), table(rows, width)]


def _x(on: bool, sign: str) -> str:
    return sign if on else ""


def _before(label: str) -> str:
    return f"{label} " if label else ""


def _symbol(on: bool) -> str:
    return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if on else "F0A8"}"/></w:r>'


Way = Callable[[str, Ticked], list[str]]

WAYS: dict[str, Way] = {
    "hop": _in_line("   ", "{box} {name}", "☒", "☐"),
    "hop_tab": _in_line("\t", "{box}{name}", "☑", "□"),
    "hop_dong": _in_lines("{box} {name}", "☑", "☐"),
    "sau": _in_line("    ", "{name} {box}", "☒", "☐"),
    "cham_phay": _in_line("; ", "{box} {name}", "☒", "☐", "."),
    "gach": _in_lines("- {name}: {box}", "☒", "☐"),
    "vuong": _in_line("   ", "[{box}] {name}", "x", " "),
    "tron": _in_line("   ", "({box}) {name}", "X", "  "),
    "bang": _boxes_below,
    "bang_hop": _boxes_in_cells,
    "bang_doc": _boxes_beside,
    "sym": _in_runs(_symbol),
    # typed with the Wingdings font chosen
    "wd": _in_runs(lambda on: run("þ" if on else "¨", WINGDINGS)),
    "pua": _in_runs(lambda on: run("\uf0fe" if on else "\uf0a8", WINGDINGS)),
    "sdt": _in_runs(lambda on: check_control(on=on)),
    "ffld": _in_runs(lambda on: check_field(on=on)),
    "ve": _in_runs(lambda on: drawn_box(on=on)),
    "mot": _only_ticked,
    "chu": _in_words(", "),
}
