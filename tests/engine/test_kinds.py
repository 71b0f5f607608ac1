"""The check knows whether a field is a text, a list, a record or finished runs."""

from pathlib import Path
from typing import Any, Literal, TypedDict

import pytest

from docs.make import allowed_words
from generator.engine.richtext import Runs
from generator.engine.shapes import BLOCKS, RUNS, UNKNOWN, YES_NO, merged, shape_of
from generator.engine.vocabulary import FILTERS, METHODS, STATEMENTS, TESTS
from generator.problems.catalogue import entry
from tests.engine.build import compiled, docx, p, table

SHAPE = {
    "ten": None, "so": None, "co": YES_NO, "chu": RUNS, "la": UNKNOWN, "bang": BLOCKS,
    "ky": {"ho_ten": None, "dong": [{"chu": None, "dam": YES_NO}]},
    "noi_nhan": [None], "nguoi": [{"ho_ten": None, "viec": [None], "ky": {"ten": None}}],
    "noi_dung": [{"chu": RUNS, "kieu": None}],
}  # fmt: skip

WRONG: dict[str, tuple[str, str, str]] = {
    # tags, code, a word of the message
    "{{ noi_nhan }}": ("KD347", "danh sách", "for x in noi_nhan"),
    "{{ ky }}": ("KD347", "nhóm trường", "ky.ho_ten"),
    "{{ nguoi[0] }}": ("KD347", "nhóm trường", "nguoi.ho_ten"),
    "{{ nguoi|first }}": ("KD347", "nhóm trường", ""),
    "{{ co }}": ("KD347", "đúng hoặc sai", "if co"),
    "{{ chu }}": ("KD337", "", "{{r"),
    "{{r ten }}": ("KD338", "", ""),
    "{{ bang }}": ("KD355", "", "{{p"),
    "{{r bang }}": ("KD355", "", "{{p"),
    "{{p ten }}": ("KD356", "", ""),
    "{{p chu }}": ("KD337", "", "{{r"),
    "{{ bang ~ ten }}": ("KD347", "bảng", ""),
    "{{r noi_nhan }}": ("KD347", "danh sách", ""),
    "{% for x in ten %}{{ x }}{% endfor %}": ("KD347", "chữ", "bỏ for"),
    "{% for x in ky %}{{ x }}{% endfor %}": ("KD347", "nhóm trường", "bỏ for"),
    "{% for x in nguoi %}{{ x }}{% endfor %}": ("KD347", "nhóm trường", ""),
    "{% for x in nguoi %}{{ x.viec }}{% endfor %}": ("KD347", "danh sách", ""),
    "{% for x in nguoi %}{% for y in x.ho_ten %}a{% endfor %}{% endfor %}": ("KD347", "chữ", ""),
    "{% for d in noi_dung %}{{ d.chu }}{% endfor %}": ("KD337", "", ""),
    "{% for d in noi_dung %}{{r d.kieu }}{% endfor %}": ("KD338", "", ""),
    "{% set a = ky %}{{ a }}": ("KD347", "nhóm trường", ""),
    "{% with a = noi_nhan %}{{ a }}{% endwith %}": ("KD347", "danh sách", ""),
    "{{ noi_nhan if co else ten }}": ("KD347", "danh sách", ""),
    "{{ ten if co else ky }}": ("KD347", "nhóm trường", ""),
    "{{ noi_nhan|default('') }}": ("KD347", "danh sách", ""),
    "{{ noi_nhan|sort }}": ("KD347", "danh sách", ""),
    "{{ noi_nhan|upper }}": ("KD347", "danh sách", "join"),
    "{{ ky|string }}": ("KD347", "nhóm trường", ""),
    "{{ 'Nơi nhận: ' ~ noi_nhan }}": ("KD347", "danh sách", ""),
    "{{ chu ~ ten }}": ("KD347", "chữ có định dạng", "{{r"),
    "{{ chu|upper }}": ("KD347", "chữ có định dạng", "{{r"),
    "{{ noi_nhan.upper() }}": ("KD347", "danh sách", ""),
    "{{ ten|join(', ') }}": ("KD347", "chữ", ""),
    "{{ ten|sort }}": ("KD347", "chữ", ""),
    "{{ ky|join }}": ("KD347", "nhóm trường", ""),
    "{{ nguoi|join(', ') }}": ("KD347", "nhóm trường", ""),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_field_used_as_what_it_is_not_is_told_with_its_place(tmp_path: Path, text: str) -> None:
    code, word, mend = WRONG[text]
    template, problems = compiled(docx(p("a") + p(text)), tmp_path, SHAPE)
    assert template is None
    assert code in {each.code for each in problems}
    told = next(each for each in problems if each.code == code)
    assert told.place.part == "thân văn bản, đoạn 2"
    assert word in told.message
    assert mend in told.mend


RIGHT = (
    "{{ ten }}, {{ so + 1 }}, {{ ten|upper }}, {{ ten.split()[0] }}, {{ ten[0] }}",
    "{% if co %}a{% endif %}{% if noi_nhan %}b{% endif %}{% if ky %}c{% endif %}",
    "{% for x in noi_nhan %}{{ x|upper }}{% endfor %}{{ noi_nhan|join('; ') }}",
    "{{ noi_nhan|length }}{{ noi_nhan[0] }}{{ noi_nhan|first }}{{ noi_nhan|sort|join }}",
    "{{ nguoi|map(attribute='ho_ten')|join(', ') }}{{ nguoi|join(', ', 'ho_ten') }}",
    "{% for x in nguoi|selectattr('ho_ten')|list %}{{ x.ho_ten }}{% endfor %}",
    "{% for c, ds in nguoi|groupby('ho_ten') %}{{ c }}{% for x in ds %}{{ x }}{% endfor %}{% endfor %}",
    "{% for k, v in ky.items() %}{{ k }}{% endfor %}{% for i in range(3) %}{{ i }}{% endfor %}",
    "{{r chu }}{% for d in noi_dung %}{{r d.chu }}{{ d.kieu }}{% endfor %}",
    "{{ la }}{% for x in la %}{{ x }}{% endfor %}{{ la|join }}{{r la }}",
    "{% for x in ten.split(' ') %}{{ x }}{% endfor %}{{ ten if co else so }}",
    "{% for x in nguoi %}{{ loop.index }}{{ x.ky.ten }}{{ x.viec|join }}{% endfor %}",
)


@pytest.mark.parametrize("text", RIGHT)
def test_a_field_used_as_what_it_is_passes(tmp_path: Path, text: str) -> None:
    template, problems = compiled(docx(p(text) + table([text])), tmp_path, SHAPE)
    assert template is not None, problems
    assert problems == []


class _In(TypedDict):
    chu: str
    co: bool
    tuy: list[str] | None
    hai: str | list[str]
    nhan: Literal["a", "b"]
    runs: Runs
    khac: dict[str, str]


def test_the_kind_of_a_field_comes_from_its_type() -> None:
    assert shape_of(_In) == {
        "chu": None, "co": YES_NO, "tuy": [None], "hai": UNKNOWN, "nhan": None, "runs": RUNS,
        "khac": UNKNOWN,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ({"a": None}, {"b": [None]}, {"a": None, "b": [None]}),
        ({"a": None}, {"a": [None]}, {"a": UNKNOWN}),
        ([{"a": None}], [{"b": None}], [{"a": None, "b": None}]),
        (RUNS, RUNS, RUNS),
        (RUNS, None, UNKNOWN),
    ],
)
def test_a_field_of_two_kinds_may_be_either(one: Any, other: Any, both: Any) -> None:
    assert merged(one, other) == both


def test_every_word_a_tag_may_say_stands_in_the_guide_and_in_the_explanation() -> None:
    page, told = allowed_words(), entry("KD308").giai_thich
    for words in (FILTERS, TESTS, METHODS, STATEMENTS):
        for word, meaning in words.items():
            assert meaning in page
            assert word in told.replace("\n", " ").replace(",", " ").replace(".", " ").split()
    for words in (FILTERS, TESTS, METHODS):
        assert all(f"- `{word}`: {meaning}" in page for word, meaning in words.items())


@pytest.mark.parametrize(
    ("text", "near"),
    [("{{ ten|uper }}", "upper"), ("{% fro x in noi_nhan %}", "for"), ("{{ ten.spilt() }}", "split"),
     ("{% if so is evn %}a{% endif %}", "even")],
)  # fmt: skip
def test_a_word_that_is_not_allowed_is_told_with_the_nearest(
    tmp_path: Path, text: str, near: str
) -> None:
    _, problems = compiled(docx(p(text)), tmp_path, SHAPE)
    assert problems[0].code == "KD308"
    assert f"«{near}»" in problems[0].mend
