"""What systems and programs put into folders by themselves."""

import pytest

from generator.opening.foreign import is_foreign, is_left_alone


@pytest.mark.parametrize(
    "name", ["Thumbs.db", "desktop.ini", ".DS_Store", "~$bien-ban.docx", "._a.yaml", "__MACOSX/a"]
)
def test_files_of_the_system_are_foreign_everywhere(name: str) -> None:
    assert is_foreign(name)


@pytest.mark.parametrize("name", [".git", "cong-van.yaml~", "#cong-van.yaml#", ".a.yaml.swp"])
def test_traces_of_editors_are_left_alone_only_among_data(name: str) -> None:
    assert is_left_alone(name)
    assert not is_foreign(name)


@pytest.mark.parametrize("name", ["cong-van.yaml", "cong-van.yaml.bak", ".cong-van.yaml", "a.docx"])
def test_files_of_the_office_are_neither(name: str) -> None:
    assert not is_left_alone(name)
    assert not is_foreign(name)
