"""A template that no data can fill is told before there is any data."""

from pathlib import Path
from typing import Any

import pytest

from generator.engine.compile import compile_template
from generator.engine.shapes import RUNS, YES_NO
from generator.problems import Problem
from generator.setup.trial import trial
from tests.engine.build import docx, p

SHAPE: dict[str, Any] = {
    "ten": None,
    "so": None,
    "kinh_gui": {"tu": None, "cac": [None]},
    "noi_nhan": [None],
    "nguoi": [{"ho_ten": None, "muc": [None]}],
    "chu": RUNS,
    "du_thao": YES_NO,
}


def tried(tmp_path: Path, *lines: str) -> list[Problem]:
    path = tmp_path / "mau.docx"
    path.write_bytes(docx("".join(map(p, lines))))
    template, problems = compile_template(path, lambda _name: None, SHAPE)
    assert template is not None, problems
    return trial(template, SHAPE)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ kinh_gui[0] }}", "{% if noi_nhan > 3 %}x{% endif %}", "{{ ten|replace('a') }}",
        "{{ 1 / 0 }}", "{% for i in range(100000) %}{% for j in range(100000) %}x{% endfor %}{% endfor %}",
        "{{ noi_nhan[30] }}", "{% if nguoi < ten %}x{% endif %}",
    ],
)  # fmt: skip
def test_a_tag_that_no_value_fills_is_told_with_its_place(tmp_path: Path, tag: str) -> None:
    found = tried(tmp_path, "Đoạn đầu.", tag)
    assert found
    assert all("đoạn 2" in each.place.part for each in found)
    assert all("«»" not in each.message for each in found)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ten }} {{ ten|upper }}", "{{ so + 1 }}", "{% if so > 3 %}x{% endif %}", "{{ ten[1:3] }}",
        "{{ noi_nhan[0] }}{{ noi_nhan[4] }}", "{{ noi_nhan|join('; ') }}", "{{r chu }}",
        "{% if du_thao %}x{% endif %}", "{% for n in nguoi %}{{ n.ho_ten }}{{ n.muc[2] }}{% endfor %}",
    ],
)  # fmt: skip
def test_a_tag_that_some_value_fills_is_left_alone(tmp_path: Path, tag: str) -> None:
    assert tried(tmp_path, tag) == []
