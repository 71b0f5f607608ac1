"""Conditions of a checklist: what they mean, and that whatever is typed gets an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checklists.conditions import (
    LONGEST,
    Both,
    Condition,
    ConditionError,
    Either,
    Fact,
    Is,
    Not,
    behind,
    holds,
    leaves,
    parse,
)

FACTS = {"goi_y": True, "mien_213": False, "loai_don_vi": "phuong", "dien_quan_ly": ""}


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("goi_y", True),
        ("mien_213", False),
        ("khieu_nai", False),  # nobody said so
        ("không mien_213", True),
        ("khong mien_213", True),
        ("KHÔNG goi_y", False),
        ("goi_y và mien_213", False),
        ("goi_y hoặc mien_213", True),
        ("mien_213 hoặc mien_213 và goi_y", False),  # «và» binds closer
        ("(goi_y hoặc mien_213) và không mien_213", True),
        ("không (goi_y và mien_213)", True),
        ("không không goi_y", True),
        ("loai_don_vi = phuong", True),
        ("loai_don_vi = xa", False),
        ("loai_don_vi khác xa", True),
        ("loai_don_vi trong (xa, phuong)", True),
        ("loai_don_vi trong (xa, ubnd)", False),
        ("không loai_don_vi trong (xa, ubnd)", True),
        ("dien_quan_ly = cap_huyen", False),
        ("dien_quan_ly khác cap_huyen", True),  # not written is not that level
        ("  goi_y   và\tgoi_y ", True),
    ],
)
def test_a_condition_means_what_it_says(text: str, true: bool) -> None:
    assert holds(parse(text), FACTS) is true


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("", ""),
        ("và", "va"),
        ("goi_y và", ""),
        ("goi_y mien_213", "mien_213"),
        ("goi_y nhưng mien_213", "nhưng"),
        ("(goi_y", ""),
        ("goi_y)", ")"),
        ("loai_don_vi =", "="),
        ("loai_don_vi trong phuong", "trong"),
        ("loai_don_vi trong ()", ")"),
        ("loai_don_vi trong (phuong", ""),
        ("loai_don_vi trong (phuong,)", ")"),
        ("không", ""),
        ("goi_y & mien_213", "&"),
        ("1 = 1", "1"),
    ],
)
def test_what_is_no_condition_is_refused_where_it_stops(text: str, stop: str) -> None:
    with pytest.raises(ConditionError) as error:
        parse(text)
    assert str(error.value) == stop


def test_a_condition_of_endless_brackets_is_refused() -> None:
    assert holds(parse("(" * 200 + "goi_y" + ")" * 200), FACTS)
    with pytest.raises(ConditionError):
        parse("(" * LONGEST + "goi_y" + ")" * LONGEST)


@given(st.text(alphabet="()=, vàhoặckhôngtrong_goiy1&", max_size=60))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    try:
        parse(text)
    except ConditionError:
        return


names = st.sampled_from(["goi_y", "mien_213", "khieu_nai"])
choices = st.builds(
    Is,
    st.just("loai_don_vi"),
    st.lists(st.sampled_from(["xa", "phuong", "ubnd"]), min_size=1, max_size=3).map(tuple),
)
several = st.integers(2, 3)
conditions: st.SearchStrategy[Condition] = st.recursive(
    st.builds(Fact, names) | choices,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(Both, st.lists(inner, min_size=2, max_size=3).map(tuple))
        | st.builds(Either, st.lists(inner, min_size=2, max_size=3).map(tuple))
    ),
    max_leaves=8,
)
facts = st.fixed_dictionaries(
    {
        "goi_y": st.booleans(),
        "mien_213": st.booleans(),
        "khieu_nai": st.booleans(),
        "loai_don_vi": st.sampled_from(["xa", "phuong", "ubnd"]),
    }
)


def written(condition: Condition) -> str:
    match condition:
        case Fact(ten):
            return ten
        case Is(ten, values):
            return f"{ten} trong ({', '.join(values)})"
        case Not(inner):
            return f"không ({written(inner)})"
        case Both(parts):
            return " và ".join(f"({written(each)})" for each in parts)
        case Either(parts):
            return " hoặc ".join(f"({written(each)})" for each in parts)


def meant(condition: Condition, known: dict[str, bool | str]) -> bool:
    """The condition as Python would say it, with nothing of ours."""
    match condition:
        case Fact(ten):
            return known[ten] is True
        case Is(ten, values):
            return known[ten] in values
        case Not(inner):
            return not meant(inner, known)
        case Both(parts):
            return min(meant(each, known) for each in parts)
        case Either(parts):
            return max(meant(each, known) for each in parts)


@given(conditions, facts)
def test_a_condition_written_and_read_again_means_the_same(
    condition: Condition, known: dict[str, bool | str]
) -> None:
    if len(written(condition)) <= LONGEST:
        assert holds(parse(written(condition)), known) is meant(condition, known)


@given(conditions, facts)
def test_the_facts_behind_a_condition_alone_decide_it(
    condition: Condition, known: dict[str, bool | str]
) -> None:
    truth = holds(condition, known)
    told = dict(behind(condition, known, wanted=not truth))
    assert told
    assert told.items() <= known.items()
    asked = {each.ten for each in leaves(condition)}
    assert told.keys() <= asked


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("không goi_y", [("goi_y", True)]),
        ("mien_213", [("mien_213", False)]),
        ("goi_y và mien_213", [("mien_213", False)]),
        ("mien_213 hoặc khieu_nai", [("mien_213", False), ("khieu_nai", False)]),
        ("loai_don_vi = xa", [("loai_don_vi", "phuong")]),
        ("không (goi_y hoặc mien_213)", [("goi_y", True)]),
        ("dien_quan_ly = cap_huyen", [("dien_quan_ly", "")]),
    ],
)
def test_only_the_facts_that_stand_against_it_are_named(
    text: str, told: list[tuple[str, bool | str]]
) -> None:
    assert behind(parse(text), FACTS) == told


@pytest.mark.parametrize("depth", [201, 249, 400])
def test_brackets_inside_brackets_end_somewhere(depth: int) -> None:
    with pytest.raises(ConditionError):
        parse(("(" * depth + "a" + ")" * depth)[:LONGEST])
