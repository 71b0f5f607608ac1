"""A place is written in an address so that exactly that place is read from it again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import shipped
from generator.desk.muc import muc_of, path_of
from generator.problems import DataPath
from generator.reading.yaml_text import Tree, parse

ODD = st.text(alphabet="[]%.-0159Đa \n\r\t\x00", max_size=6)
STEPS = st.lists(
    st.one_of(st.integers(-(10**9), 10**17), st.text(max_size=6), ODD), max_size=5
)  # fmt: skip


@given(STEPS)
@example(["1"])
@example(["[x"])
@example(["a.b]c"])
@example([""])
@example(["", ""])
@example(["%5D.", "50%", "[50%]"])
@example(["٣", "01", "-1", -1])
def test_a_place_is_read_as_it_is_written(steps: list[str | int]) -> None:
    path = tuple(steps)
    read = path_of(muc_of(path))
    assert read == path
    assert [type(each) for each in read] == [type(each) for each in path]


@given(STEPS)
def test_a_browser_does_not_change_how_a_place_is_written(steps: list[str | int]) -> None:
    written = muc_of(tuple(steps))
    assert not set(written) & {"\r", "\n", "\t", "\x00"}


@given(STEPS, STEPS)
def test_two_places_are_never_written_alike(one: list[str | int], other: list[str | int]) -> None:
    if one != other:
        assert muc_of(tuple(one)) != muc_of(tuple(other))


@given(st.one_of(st.text(max_size=12), ODD))
def test_whatever_an_address_says_is_some_place(muc: str) -> None:
    assert path_of(muc_of(path_of(muc))) == path_of(muc)


@pytest.mark.parametrize(
    ("path", "muc"),
    [
        ((), ""),
        (("ca_nhan", 0, "pl5", "I.1"), "ca_nhan.0.pl5.[I.1]"),
        (("don_vi", "ten"), "don_vi.ten"),
        (("chap_nhan", "KD405"), "chap_nhan.KD405"),
        (("1", 1), "[1].1"),
    ],
)
def test_ordinary_places_are_plain_to_read(path: DataPath, muc: str) -> None:
    assert muc_of(path) == muc


def test_places_of_the_samples_need_brackets_only_for_a_dot() -> None:
    for file in sorted(shipped.DATA.rglob("*.yaml")):
        tree = parse(file.read_text("utf-8"))
        for path in _paths(tree):  # type: ignore[arg-type]
            plain = ".".join(f"[{each}]" if "." in str(each) else str(each) for each in path)
            if not any(isinstance(each, str) and each.isdecimal() for each in path):
                assert muc_of(path) == plain


def _paths(tree: Tree, above: DataPath = ()) -> list[DataPath]:
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree if isinstance(tree, list) else ())  # fmt: skip
    found: list[DataPath] = [above]
    for step, value in inner:
        found += _paths(value, (*above, step))
    return found
