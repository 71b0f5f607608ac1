"""Each mutant gets the tests that may notice it, the likeliest first."""

import ast
import textwrap

import pytest

from tests.mutation.covered import IMPORT, Covered, Order, Task, task_for
from tests.mutation.mutants import Mutant, mutants

SOURCE = textwrap.dedent(
    """\
    LIMIT = 5

    @decorated(1)
    def price(count, each=7):
        if (
            count > 10
            or each < 20
        ):
            return [
                count,
                30,
            ]
        match count:
            case 40:
                return 50
        return 60
    """
)


def of(what: str) -> Mutant:
    (found,) = [mutant for mutant in mutants(SOURCE) if mutant.what.startswith(what)]
    return found


@pytest.mark.parametrize(
    ("what", "lines", "inside"),
    [
        ("5 →", [1], False),
        ("1 →", [3, 4], False),
        ("7 →", [3, 4], False),
        ("10 →", [5, 6, 7, 8], True),
        ("20 →", [5, 6, 7, 8], True),
        ("30 →", [9, 10, 11, 12], True),
        ("40 →", [14], True),
        ("50 →", [15], True),
        ("60 →", [16], True),
    ],
)
def test_a_mutant_stands_on_the_lines_of_its_innermost_statement(
    what: str, lines: list[int], inside: bool
) -> None:
    assert ([*of(what).lines], of(what).inside) == (lines, inside)


def test_a_mutant_keeps_the_lines_of_the_module() -> None:
    def functions(tree: ast.Module) -> list[int]:
        return [each.lineno for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]

    assert functions(of("5 →").tree()) == functions(ast.parse(SOURCE))


COVERED = Covered(
    {"shop.py": {1: {IMPORT}, 4: {IMPORT}, 6: {"a"}, 7: {"b"}, 14: {"c"}, 16: {IMPORT, "b"}}},
    {"a": 1, "b": 2, "c": 3, "elsewhere": 4},
)


@pytest.mark.parametrize(
    ("what", "tests", "anew"),
    [
        ("20 →", {"a", "b"}, False),
        ("40 →", {"c"}, False),
        ("50 →", set(), False),
        ("5 →", {"a", "b", "c"}, True),
        ("60 →", {"a", "b", "c"}, True),
    ],
    ids=[
        "any line of its statement",
        "the case, not what stands below it",
        "a line that no test runs",
        "a constant: whoever runs the module",
        "a function that was called on import as well",
    ],
)
def test_the_tests_of_a_mutant_run_its_lines(what: str, tests: set[str], anew: bool) -> None:
    task = task_for("shop.py", of(what), COVERED)
    assert ({*task.tests}, task.anew) == (tests, anew)


def test_all_tests_may_notice_what_only_runs_on_import() -> None:
    task = task_for("names.py", of("5 →"), COVERED)
    assert ({*task.tests}, task.anew) == ({"a", "b", "c", "elsewhere"}, True)


def test_the_fastest_goes_first_until_another_proves_sharper() -> None:
    order = Order(COVERED.seconds)
    task = Task("shop.py", of("5 →"), ["c", "a", "b"], anew=False)
    assert order.of(task) == ["a", "b", "c"]
    for _ in range(2):
        order.learn("shop.py", ["a", "b", "c"], "b")
    assert order.of(task) == ["b", "a", "c"]
    assert order.of(task._replace(file="other.py")) == ["a", "b", "c"]
