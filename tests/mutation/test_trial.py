"""The code of a mutant takes the place of the code of the functions there are."""

import ast
import runpy
from pathlib import Path

from tests.mutation.trial import functions, put

SOURCE = """
class Shop:
    def price(self):
        return 1

def sale(percent):
    def cheaper():
        return 100 - percent
    return cheaper

today = sale(5)
"""


def shop(folder: Path, old: str, new: str) -> tuple[bool, dict]:
    """Whether the change could be made, and what is in the module after it."""
    file = folder / "shop.py"
    file.write_text(SOURCE, "utf-8")
    found = runpy.run_path(str(file))
    return put(ast.parse(SOURCE.replace(old, new)), str(file), functions()), found


def test_a_method_changes(tmp_path: Path) -> None:
    done, found = shop(tmp_path, "return 1\n", "return 2\n")
    assert (done, found["Shop"]().price()) == (True, 2)


def test_a_function_that_another_made_earlier_changes_as_well(tmp_path: Path) -> None:
    done, found = shop(tmp_path, "100 -", "100 +")
    assert (done, found["today"](), found["sale"](6)()) == (True, 105, 106)


def test_one_that_no_longer_knows_a_name_cannot_be_changed(tmp_path: Path) -> None:
    done, _ = shop(tmp_path, "100 - percent", "None")
    assert not done
