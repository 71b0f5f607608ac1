"""What the clerk says of files and paper becomes entries that mean one document."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator import shipped
from generator.at_work.campaign import AtWork
from generator.building.folders import BuildRequest
from generator.dossier.handed_in import recorded
from generator.dossier.looking import Case
from generator.dossier.recording import (
    Copies,
    choices,
    forgotten_file,
    keys_of,
    recorded_file,
    recorded_paper,
    seen_by,
)
from generator.editing.edits import Edit, changed
from generator.model.handed_in import NopHoSo
from generator.reading.yaml_text import Tree


@pytest.fixture
def case(tmp_path: Path) -> Case:
    shutil.copytree(shipped.DATA / "vi-du-2026", tmp_path / "dot")
    with AtWork(BuildRequest(tmp_path / "dot", tmp_path / "ra"), dt.date(2026, 12, 8)) as work:
        found = work.case("chi-bo-thon-doai")
    assert found is not None
    return found


def after(tree: Tree, edits: list[Edit]) -> Tree:
    for each in edits:
        tree = changed(tree, each)
    return tree


def entries(tree: Tree) -> list[dict[str, Tree]]:
    assert isinstance(tree, dict)
    found = tree.get("ho_so", [])
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, dict)]


def test_every_choice_is_recorded_as_the_document_it_means(case: Case) -> None:
    offered = choices(case)
    assert len({each.ma for each in offered}) == len(offered) > 10
    for each in offered:
        keys = keys_of(case, each.ma)
        told = entries(after({}, recorded_file({}, case, keys, "a.pdf", "")))
        nam = case.nam.model_copy(
            update={"ho_so": tuple(NopHoSo.model_validate(one) for one in told)}
        )
        found = recorded(case.asked, nam)
        assert (found.problems, set(found.entries)) == ([], set(keys)), each


def test_a_code_that_is_no_choice_means_nothing(case: Case) -> None:
    assert [keys_of(case, code) for code in ("", "x", "0", "-1.0", "999.0")] == [()] * 5


def test_a_second_word_replaces_the_first_and_leaves_others(case: Case) -> None:
    first, second, *_ = choices(case)
    tree: Tree = {"ho_so": [{"muc": "9", "tep": "khac.pdf"}]}
    tree = after(
        tree, recorded_file(tree, case, keys_of(case, first.ma), "a.pdf", "Lan, 01/12/2026")
    )
    assert seen_by(tree, "a.pdf") == "Lan, 01/12/2026"
    tree = after(tree, recorded_file(tree, case, keys_of(case, second.ma), "a.pdf", ""))
    assert [each["tep"] for each in entries(tree)].count("a.pdf") == len(keys_of(case, second.ma))
    assert seen_by(tree, "a.pdf") == ""
    tree = after(tree, forgotten_file(tree, "a.pdf"))
    assert entries(tree) == [{"muc": "9", "tep": "khac.pdf"}]
    assert after(tree, forgotten_file(tree, "khac.pdf")) == {}


def test_paper_copies_are_one_entry(case: Case) -> None:
    first = choices(case)[0]
    edits = recorded_paper({}, case, keys_of(case, first.ma), Copies("2", "05/12/2026", ""))
    (entry,) = entries(after({}, edits))
    assert (entry["so_ban"], entry["ngay"], "nguoi_nop" in entry) == ("2", "05/12/2026", False)


def test_a_record_that_is_no_list_is_left_to_its_reader(case: Case) -> None:
    assert forgotten_file({"ho_so": "abc"}, "a.pdf") == []
    assert seen_by({"ho_so": ["abc", {"tep": "a.pdf"}]}, "a.pdf") == ""
