"""One key of a sound file is dropped, renamed or given another kind: the line is named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Dot, SaoLuc, VanBan
from generator.model.base import Model
from generator.problems import DataPath, Problem
from generator.problems.text import line
from generator.reading.load import read_campaign, read_file
from generator.reading.positions import positions, with_places
from generator.reading.validate import validate
from generator.reading.yaml_text import parse
from tests.reading import sound
from tests.reading.test_broken_files import assert_speaks_vietnamese

FILES: dict[str, tuple[str, type[Model]]] = {
    "dot.yaml": (sound.DOT, Dot),
    "cong-van.yaml": (sound.LETTER, VanBan),
    "sao-luc.yaml": (sound.COPY, SaoLuc),
}
KEYS: list[tuple[str, DataPath]] = [
    (name, path)
    for name, (text, _) in FILES.items()
    for path in positions(text)
    if isinstance(path[-1], str) and path[0] != "the_thuc" and path != ("loai",)
]
REQUIRED = {
    "dot.yaml": {("ten",), ("nam",), ("co_quan",), ("co_quan", "ten"),
                 ("thoi_han", 0, "viec"), ("thoi_han", 0, "ngay"),
                 ("thoi_han", 1, "viec"), ("thoi_han", 1, "ngay")},
    "cong-van.yaml": {("trich_yeu",), ("noi_dung",), ("co_quan", "ten"),
                      ("phu_luc", 0, "tieu_de")},
    "sao-luc.yaml": {("ban_goc",), ("co_quan", "ten")},
}  # fmt: skip


def identifier(value: object) -> str:
    return ".".join(map(str, value)) if isinstance(value, tuple) else str(value)


def problems_of(name: str, text: str) -> list[Problem]:
    tree = parse(text)
    assert isinstance(tree, dict), tree
    _, problems = validate(tree, FILES[name][1])
    return with_places(problems, name, text)


def around(text: str, path: DataPath) -> tuple[list[str], str, list[str]]:
    """The lines before a key, what stands before it on its line, the lines behind its value."""
    rows = text.split("\n")
    row, column = positions(text)[path][0]
    behind = row
    while rows[behind].startswith(" " * column):
        behind += 1
    return rows[: row - 1], rows[row - 1][: column - 1], rows[behind:]


def without(text: str, path: DataPath) -> str:
    before, prefix, behind = around(text, path)
    if "-" in prefix:
        behind[0] = prefix + behind[0].lstrip()
    return "\n".join([*before, *behind])


@pytest.mark.parametrize(("name", "path"), KEYS, ids=identifier)
def test_a_renamed_key_is_found_on_its_line_with_the_right_name(name: str, path: DataPath) -> None:
    text = FILES[name][0]
    row, column = positions(text)[path][0]
    rows = text.split("\n")
    key = str(path[-1])
    rows[row - 1] = rows[row - 1].replace(f"{key}:", f"{key.upper()}:", 1)
    found = problems_of(name, "\n".join(rows))
    assert [(p.code, p.place.line, p.place.column) for p in found] == [("KD101", row, column)]
    assert f"«{key}»" in found[0].mend


@pytest.mark.parametrize(("name", "path"), KEYS, ids=identifier)
def test_a_dropped_key_is_missed_only_where_it_is_required(name: str, path: DataPath) -> None:
    text = FILES[name][0]
    shorter = without(text, path)
    found = problems_of(name, shorter)
    if path not in REQUIRED[name]:
        assert found == []
        return
    (missing,) = found
    assert (missing.code, missing.place.path) == ("KD102", path)
    known = positions(shorter)
    parent = path[:-1]
    assert (missing.place.line, missing.place.column) == (
        known[parent][0] if parent in known else (1, 1)
    )


@pytest.mark.parametrize(("name", "path"), KEYS, ids=identifier)
@pytest.mark.parametrize("value", ["[[một], hai]", "{mot: {hai: ba}}"])
def test_a_value_of_another_kind_is_found_on_its_line(
    name: str, path: DataPath, value: str
) -> None:
    before, prefix, behind = around(FILES[name][0], path)
    found = problems_of(name, "\n".join([*before, f"{prefix}{path[-1]}: {value}", *behind]))
    assert {p.place.line for p in found} == {len(before) + 1}


@given(st.data())
def test_whatever_a_sound_file_becomes_every_problem_has_a_place_and_speaks_vietnamese(
    data: st.DataObject,
) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    rows = FILES[name][0].split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        here = data.draw(st.integers(0, len(rows) - 1))
        what = data.draw(st.sampled_from(["drop", "swap", "indent", "outdent", "repeat", "value"]))
        there = data.draw(st.integers(0, len(rows) - 1))
        match what:
            case "drop" if len(rows) > 1:
                del rows[here]
            case "swap":
                rows[here], rows[there] = rows[there], rows[here]
            case "indent":
                rows[here] = "  " + rows[here]
            case "outdent":
                rows[here] = rows[here].removeprefix("  ")
            case "repeat":
                rows.insert(there, rows[here])
            case "value":
                rows[here] = (
                    rows[here].split(":")[0]
                    + ": "
                    + data.draw(
                        st.sampled_from(
                            ["", "''", "[]", "{}", "- a", "31/2/2026", "*a", "mật", "1.10"]
                        )
                    )
                )
    text = "\n".join(rows)
    tree = parse(text)
    problems = (
        with_places([tree], name, text) if isinstance(tree, Problem) else problems_of(name, text)
    )
    for problem in problems:
        assert 1 <= problem.place.line <= len(rows)
        assert problem.place.column >= 1
        assert line(problem).startswith(f"{name}:{problem.place.line}:{problem.place.column}: KD")
        assert_speaks_vietnamese(problem)


def test_reading_a_damaged_campaign_from_disk_never_raises(tmp_path: Path) -> None:
    for name, (text, _) in FILES.items():
        for cut in range(0, len(text), 37):
            (tmp_path / name).write_text(text[:cut], "utf-8")
            read_file(tmp_path / name)
            read_campaign(tmp_path)
