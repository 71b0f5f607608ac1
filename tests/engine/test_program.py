"""A compiled part gives what Jinja itself would give, and stops where Jinja would stop."""

import random
import tracemalloc
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import jinja2
import pytest
from jinja2 import TemplateError

from generator.engine.environment import (
    BUDGET,
    Environment,
    PrintError,
    checked,
    for_text,
    guarded,
    unmarked,
    unmarked_text,
)
from generator.engine.printing import MAX_PART
from generator.engine.program import ProgramEnvironment, context_of, program_of, text_of
from generator.engine.richtext import runs
from tests.engine.random_templates import Draw, context

STOPS = (TemplateError, PrintError, TypeError, ValueError, ArithmeticError, RecursionError)
PRINTINGS = (for_text, unmarked_text, checked, unmarked)
Outcome = tuple[str, str]


def by_jinja(source: str, values: Mapping[str, Any], printing: Callable[[object], str]) -> Outcome:
    environment = Environment(finalize=printing)
    tree = guarded(environment.parse(source))
    program = jinja2.Template.from_code(
        environment, environment.compile(tree), environment.make_globals(None)
    )
    given = {**environment.globals, **values, BUDGET: [0, 0]}
    try:
        text = "".join(program.root_render_func(program.new_context(given, shared=True)))
        return "text", text.encode().decode()
    except STOPS:
        return "stopped", ""


def by_us(source: str, values: Mapping[str, Any], printing: Callable[[object], str]) -> Outcome:
    environment = ProgramEnvironment(finalize=printing)
    program = program_of(environment, environment.parse(source))
    try:
        return "text", text_of(
            program, context_of(environment, {**environment.globals, **values})
        ).decode()
    except STOPS:
        return "stopped", ""


def compare(seeds: range) -> Counter[str]:
    came: Counter[str] = Counter()
    for seed in seeds:
        draw = random.Random(seed)
        source, values, printing = Draw(draw).template(), context(draw), draw.choice(PRINTINGS)
        try:
            Environment().parse(source)
        except TemplateError:
            came["unreadable"] += 1
            continue
        expected = by_jinja(source, values, printing)
        assert by_us(source, values, printing) == expected, (seed, source)
        came[expected[0]] += 1
    return came


def test_random_templates_give_what_jinja_gives() -> None:
    came = compare(range(300))
    assert came["text"] > 120
    assert came["stopped"] > 70


@pytest.mark.soak
def test_ten_thousand_random_templates_give_what_jinja_gives() -> None:
    came = compare(range(1000, 14_000))
    assert came["text"] + came["stopped"] > 10_000


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("Nguyễn Văn A", "Nguyễn Văn A"),
        ("A & B", "A &amp; B"),
        ("a < b > c", "a &lt; b &gt; c"),
        ("“Đúng” 'thế'", "“Đúng” &#39;thế&#39;"),
        ("một\nhai", 'một</w:t><w:br/><w:t xml:space="preserve">hai'),
        ("12\u201136", '12</w:t><w:noBreakHyphen/><w:t xml:space="preserve">36'),
        ("chấm đầu dòng \uf0b7", "chấm đầu dòng \uf0b7"),
        (12, "12"),
        ("", ""),
    ],
)
def test_a_value_among_many_is_printed_as_it_is_alone(value: object, printed: str) -> None:
    others = ["chữ thường"] * 100
    for at in (0, 31, 32, 99):
        values = [*others[:at], value, *others[at:]]
        made = by_us("{% for x in ds %}{{ x }};{% endfor %}", {"ds": values}, unmarked_text)
        text = [*others[:at], printed, *others[at:]]
        assert made == ("text", "".join(f"{each};" for each in text))


def test_no_letter_that_needs_work_goes_as_it_is() -> None:
    source = "{{ x }}"
    environment = ProgramEnvironment(finalize=unmarked_text)
    program = program_of(environment, environment.parse(source))
    for number in range(0x10000):
        try:
            expected = unmarked_text(chr(number))
        except PrintError:
            with pytest.raises(PrintError):
                text_of(program, context_of(environment, {"x": chr(number)}))
            continue
        assert text_of(program, context_of(environment, {"x": chr(number)})).decode() == expected


@pytest.mark.parametrize("value", [None, True, 1.5, [], {}, "\x07", "\ud800", "\ufffe", runs("a")])
def test_a_value_that_cannot_be_printed_stops_the_part_wherever_it_stands(value: object) -> None:
    for at in (0, 31, 32, 99):
        values: list[object] = ["chữ"] * 100
        values[at] = value
        made = by_us("{% for x in ds %}{{ x }}{% endfor %}", {"ds": values}, unmarked_text)
        assert made == ("stopped", "")


def refused(source: str, values: Mapping[str, Any], printing: Callable[[object], str]) -> str:
    """Return the code that a part is stopped with."""
    environment = ProgramEnvironment(finalize=printing)
    program = program_of(environment, environment.parse(source))
    with pytest.raises(PrintError) as stopped:
        text_of(program, context_of(environment, {**environment.globals, **values}))
    return stopped.value.code


def test_a_part_that_grows_too_large_is_stopped_before_it_is_put_together() -> None:
    source = "{% for x in range(100000) %}{{ a|upper }}{% endfor %}"
    assert refused(source, {"a": "x" * 100_000}, unmarked_text) == "KD334"


def test_a_part_that_grows_too_large_by_what_a_line_break_becomes_is_stopped() -> None:
    assert refused("{{ a }}{{ a }}", {"a": "\n" * 1_000_000}, unmarked_text) == "KD334"


def test_a_part_of_many_values_is_stopped_before_all_of_them_are_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With a hundredth of the limit: twenty megabytes would be printed, and so much is not held."""
    monkeypatch.setattr("generator.engine.printing.MAX_PART", MAX_PART // 100)
    source = "{% for x in range(1900) %}{{ a }}{% endfor %}"
    tracemalloc.start()
    try:
        assert refused(source, {"a": "\n" * 300}, unmarked_text) == "KD334"
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 15 * MAX_PART // 100
    assert by_us(source, {"a": "\n" * 3}, unmarked_text)[0] == "text"


def test_a_macro_whose_text_grows_too_large_is_stopped_before_it_is_put_together() -> None:
    source = (
        "{% macro m(x) %}{% for i in range(100000) %}{{ x }}{% endfor %}{% endmacro %}{{ m(a) }}"
    )
    assert refused(source, {"a": "x" * 100_000}, for_text) == "KD334"


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("ns.k == 'a' %}{{ m() }}{{ ns.k }}{% elif ns.k == 'b' %}B", "b"),
        ("ns.k == 'a' and m() %}x{% elif ns.k == 'b' %}B", "B"),
    ],
)
def test_a_field_that_a_macro_sets_is_asked_again(asked: str, text: str) -> None:
    macro = "{% macro m() %}{% set ns.k = 'b' %}{% endmacro %}"
    source = f"{{% set ns = namespace(k='a') %}}{macro}{{% if {asked}{{% endif %}}"
    assert by_us(source, {}, for_text) == by_jinja(source, {}, for_text) == ("text", text)


@pytest.mark.parametrize(
    "source",
    [
        "".join(f"{{% for x{k} in a %}}" for k in range(21)) + "{% endfor %}" * 21,
        "{% if a %}" * 101 + "{% endif %}" * 101,
        "{{ a" + ".b" * 120 + " }}",
        "{{ " + "(" * 300 + "a" + ")" * 300 + " }}",
        "{{ " + "1" * 5000 + " }}",
    ],
)
def test_what_is_nested_deeper_than_python_can_is_no_template(source: str) -> None:
    environment = ProgramEnvironment(finalize=unmarked_text)
    with pytest.raises(jinja2.TemplateSyntaxError):
        program_of(environment, environment.parse(source))


@pytest.mark.parametrize("source", ["{{ 1e999 }}", "{{ [1e308, 1e308]|sum }}", "{{ -1e999 }}"])
def test_a_number_without_end_is_not_printed(source: str) -> None:
    assert by_us(source, {}, unmarked_text) == ("stopped", "")
    assert by_us(f"{{% if {source[2:-2]} != 0 %}}a{{% endif %}}", {}, unmarked_text)[1] == "a"


def test_a_field_asked_by_a_chain_of_conditions_is_the_one_of_its_own_round() -> None:
    source = (
        "{% for x in ds %}{% if x.k == 1 %}một{% elif x.k == 2 %}hai{% elif x.k == 3 %}ba"
        "{% else %}{% for x in x.ds %}{% if x.k == 1 %}I{% elif x.k == 2 %}II{% endif %}"
        "{% endfor %}{{ x.k }}{% endif %};{% endfor %}"
    )
    values = {"ds": [{"k": k, "ds": [{"k": 2}, {"k": 1}]} for k in (2, 3, 4, 1)]}
    assert by_us(source, values, unmarked_text) == ("text", "hai;ba;III4;một;")
