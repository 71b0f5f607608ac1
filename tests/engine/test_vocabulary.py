"""The nodes of a template are met in the order of its text."""

import pytest
from jinja2 import Environment, nodes

from generator.engine.vocabulary import nodes_in


@pytest.mark.parametrize(
    "source",
    [
        "",
        "{{ a }}",
        "{% for x in a|sort if x.b %}{{ x['c']|join(', ') }}{% else %}{% set y = 1 %}{% endfor %}",
        "{% if a %}1{% elif b is defined %}2{% else %}{{ c ~ d + 1 }}{% endif %}",
        "{% macro m(x, y=2) %}{{ {'a': x, 'b': [y, (1, 2)]} }}{% endmacro %}{{ m(1, y=a[1:]) }}",
    ],
)
def test_they_are_those_that_jinja_finds_in_the_same_order(source: str) -> None:
    tree = Environment(autoescape=True).parse(source)
    met, found = nodes_in(tree), list(tree.find_all(nodes.Node))
    assert len(met) == len(found)
    assert all(one is other for one, other in zip(met, found, strict=True))
