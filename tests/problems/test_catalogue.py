"""The catalogue: every code whole, in Vietnamese, once, and in the file of its family."""

import ast
import re
import string
from dataclasses import fields
from pathlib import Path

import pytest

import generator
from generator.problems import Place, Severity, has_errors, problem
from generator.problems.catalogue import FOLDER, CatalogueEntry, codes, entries, entry

CODES = sorted(entries())
PACKAGE = Path(generator.__file__).parent
VIETNAMESE = re.compile(r"[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]", re.IGNORECASE)
FAMILIES = {"doc-tep.yaml": "KD0", "du-lieu.yaml": "KD1"}


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", CODES)
def test_every_text_of_an_entry_is_filled_in(code: str) -> None:
    found = entry(code)
    assert re.fullmatch(r"KD[0-9]{3}", code)
    assert found.ma == code
    assert found.muc_do in {"loi", "canh_bao"}
    assert [field.name for field in fields(CatalogueEntry) if not getattr(found, field.name)] == []


def test_an_entry_read_alone_is_the_one_of_the_whole_catalogue() -> None:
    assert {code: entry(code) for code in codes()} == entries()


def test_a_code_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        entry("KD00")


@pytest.mark.parametrize("code", CODES)
def test_a_clerk_reads_vietnamese(code: str) -> None:
    found = entry(code)
    for text in (found.ten, found.thong_bao, found.giai_thich):
        assert VIETNAMESE.search(text), text
    assert VIETNAMESE.search(found.cach_sua) or names_in(found.cach_sua), found.cach_sua


@pytest.mark.parametrize("code", CODES)
def test_a_message_is_a_phrase_without_a_full_stop(code: str) -> None:
    found = entry(code)
    for text in (found.thong_bao, found.cach_sua):
        assert "\n" not in text
        assert not text.endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_only_named_values_stand_in_the_texts(code: str) -> None:
    found = entry(code)
    for text in (found.thong_bao, found.cach_sua):
        assert all(re.fullmatch(r"[a-z_]+", name) for name in names_in(text))


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.name)
def test_a_code_stands_once_and_in_order(file: Path) -> None:
    codes = re.findall(r"^(\w+):", file.read_text("utf-8"), re.MULTILINE)
    assert codes == sorted(set(codes))
    assert all(code.startswith(FAMILIES.get(file.name, "KD")) for code in codes)


def used_codes() -> dict[str, list[Path]]:
    used: dict[str, list[Path]] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and re.fullmatch(r"KD[0-9]{3}", text):
                used.setdefault(text, []).append(path)
    return used


def test_every_code_of_reading_is_raised_somewhere() -> None:
    mine = {code for code in CODES if code.startswith(tuple(FAMILIES.values()))}
    assert mine - set(used_codes()) == set()


def test_every_code_the_reading_raises_is_in_the_catalogue() -> None:
    raised = {
        code
        for code, where in used_codes().items()
        if any(path.parent.name in {"reading", "model"} for path in where)
    }
    assert raised - set(CODES) == set()


def test_a_problem_takes_its_texts_and_weight_from_the_catalogue() -> None:
    found = problem(
        "KD126", Place(path=("thoi_han", 0, "ngay")), ngay="15/12/2024", nam=2026, sau=2027
    )
    assert found.severity is Severity.WARNING
    assert found.message == "thời hạn 15/12/2024 không thuộc năm 2026 hoặc 2027 của đợt"
    assert not has_errors([found])
    assert has_errors([found, problem("KD009", Place())])


def test_braces_inside_a_value_stay_as_they_are() -> None:
    found = problem("KD111", Place(), nhap="{ngay} {0} %s")
    assert "«{ngay} {0} %s»" in found.message


def test_a_problem_can_be_moved_to_another_place() -> None:
    found = problem("KD009", Place())
    moved = found.at(Place(file="cong-van.yaml", line=3, column=5))
    assert (moved.code, moved.message, moved.place.line) == (found.code, found.message, 3)
    assert found.place == Place()


def test_a_forgotten_value_and_an_unknown_code_are_faults_of_the_program() -> None:
    with pytest.raises(KeyError):
        problem("KD111", Place())
    with pytest.raises(KeyError):
        problem("KD000", Place())


NO_RULES = {"KD456"}
"""Codes among those of the rules that another room uses."""


def test_every_rule_has_codes_that_name_it() -> None:
    from generator.rules import RULES

    named = {
        entry.ten[:3]
        for code, entry in entries().items()
        if code.startswith("KD4") and code not in NO_RULES
    }
    assert named == set(RULES)
