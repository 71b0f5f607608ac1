"""The list of a dossier says how many papers there are of each kind."""

from generator.papers.dossier_list import dossier_list
from tests.papers import unit_data
from tests.papers.test_rating_lists import year_of


def test_the_dossier_list_counts_the_papers_there_are() -> None:
    made = dossier_list(year_of(unit_data.one(2026)))
    assert [(row["tt"], row["so_ban"]) for row in made["tap_the"]] == [
        ("1", "1"), ("2", "1"), ("3", "1"), ("4", "1"),
    ]  # fmt: skip
    assert [row["so_ban"] for row in made["ca_nhan"]] == ["3", "2", "1", "", "1", "1", "", "", ""]
