"""The map of tests: made from imports, and no module of the program is left out."""

from pathlib import Path

import pytest

from tests.map import Found, made

FILES = {
    "generator/__init__.py": '"""A package."""',
    "generator/shop/__init__.py": "from generator.shop.price import price",
    "generator/shop/price.py": "from generator.shop.coins import whole\nprice = whole",
    "generator/shop/coins.py": "from generator.shop import metal\nwhole = 1",
    "generator/shop/metal.py": "",
    "generator/shop/till.py": "",
    "generator/shop/forgotten.py": "import generator.shop.till",
    "tests/helper.py": "from generator.shop import price",
    "tests/shop/test_selling.py": "from tests import helper",
    "tests/shop/test_till_drawer.py": "",
    "tests/shop/test_nothing.py": "",
}
SELLING = {"tests/shop/test_selling.py"}


@pytest.mark.parametrize(
    ("module", "tests"),
    [
        ("__init__", Found(SELLING, set())),
        ("price", Found(SELLING, set())),
        ("coins", Found(SELLING, {"generator.shop.price"})),
        ("metal", Found(SELLING, {"generator.shop.price"})),
        ("till", Found({"tests/shop/test_till_drawer.py"}, set())),
        ("forgotten", Found(set(), set())),
    ],
    ids=[
        "what tests import, by a helper",
        "what a package passes on to them",
        "what nobody imports but a module with tests",
        "what is imported by a module that is imported by one with tests",
        "what tests are called after",
        "what no test reaches",
    ],
)
def test_the_tests_of_a_module(tmp_path: Path, module: str, tests: Found) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert made(tmp_path)[f"generator/shop/{module}.py"] == tests


def test_a_package_without_code_has_no_tests_to_be_found(tmp_path: Path) -> None:
    (tmp_path / "generator").mkdir()
    (tmp_path / "generator" / "__init__.py").write_text(FILES["generator/__init__.py"], "utf-8")
    assert made(tmp_path) == {}


def test_every_module_of_the_program_has_tests() -> None:
    assert [module for module, tests in made().items() if not tests.files] == []
