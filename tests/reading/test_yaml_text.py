"""Every scalar arrives as it was written; what is not plain data is refused."""

import json
import string
import unicodedata

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.reading import yaml_text
from generator.reading.signs import with_our_letters
from generator.reading.yaml_text import MAX_DEPTH, Tree, parse, positions
from tests.reading import sound

VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)
words = st.text(VIETNAMESE + VIETNAMESE.upper() + string.digits, min_size=1, max_size=12)
printable = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0xFFFD, exclude_categories=("Cs", "Cc"))
    .filter(lambda c: c not in "\u2028\u2029\ufeff"),
    max_size=40,
)  # fmt: skip
trees = st.recursive(
    printable, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@pytest.fixture(params=["libyaml", "pure"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.setattr(yaml_text, "Parser", yaml.BaseLoader)


@pytest.mark.parametrize(
    "written",
    [
        "001201012345", "0912345678", "079-200-001234", "1.10", "1e3", "0x1F", "0o17", "1_000",
        "no", "yes", "on", "off", "true", "False", "NO", "y", "n", "có", "không",
        "7:30", "19:30:00", "190:20:30", "~", "null", "Null", "NULL", ".inf", ".nan", "-.INF",
        "2024-11-14", "2024-11-14 07:30:00", "14/11/2024", "012", "+84912345678", "-5", "=", "<<",
        "12e03", "685.230_15e+03", "0b1010", "Số 1375 - CV/Th.U", "T/M Ban Thường vụ", "a #b"[:1],
        "http://xa-tan-hoa.vn", "50%", "x: y"[:1], "Điều 5; khoản 2", "C:\\mau",
    ],
)  # fmt: skip
def test_a_value_arrives_as_it_was_written(written: str) -> None:
    assert parse(f"so_the: {written}\n") == {"so_the": written}
    assert parse(f"danh_sach:\n  - {written}\n  - {written}\n") == {"danh_sach": [written] * 2}


@given(st.from_regex(r"0*[0-9]{1,20}([.:/-][0-9]{1,4}){0,3}", fullmatch=True))
@example("001201012345")
@example("1.10")
def test_digits_keep_every_zero_and_sign(written: str) -> None:
    assert parse(f"so: {written}") == {"so": written}


def test_plain_pyyaml_would_change_a_citizen_number() -> None:
    assert yaml.safe_load("so: 001201012345") == {"so": 168039653}
    assert parse("so: 001201012345") == {"so": "001201012345"}


@given(printable)
def test_quoted_text_arrives_as_it_was_written(text: str) -> None:
    wanted = {"ten": as_read(text)}
    assert parse("ten: '{}'".format(text.replace("'", "''"))) == wanted
    assert parse(f"ten: {json.dumps(text)}") == wanted


@given(st.dictionaries(words, trees, min_size=1, max_size=6))
def test_a_tree_comes_back_whole_with_its_keys_in_order(tree: dict[str, Tree]) -> None:
    tree = {f"k{key}": value for key, value in tree.items()}
    found = parse(json.dumps(tree))
    assert found == nfc(tree)
    assert isinstance(found, dict)
    assert list(found) == [as_read(key) for key in tree]


@given(st.dictionaries(words, trees, min_size=1, max_size=6))
def test_every_key_and_item_has_its_place(tree: dict[str, Tree]) -> None:
    tree = {f"k{key}": value for key, value in nfc(tree).items()}
    text = json.dumps(tree, indent=1, ensure_ascii=False)
    rows = text.split("\n")
    found = positions(text)
    assert set(found) == set(paths(tree))
    for path, ((key_line, key_column), (line, column)) in found.items():
        node = tree
        for step in path:
            node = node[step]
        begins = "{" if isinstance(node, dict) else "[" if isinstance(node, list) else '"'
        assert rows[line - 1][column - 1] == begins
        if isinstance(path[-1], str):
            assert rows[key_line - 1][key_column - 1 :].startswith(
                json.dumps(path[-1], ensure_ascii=False)
            )


def as_read(text: str) -> str:
    return with_our_letters(unicodedata.normalize("NFC", text))


def nfc(tree: Tree) -> Tree:
    if isinstance(tree, dict):
        return {as_read(key): nfc(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [nfc(item) for item in tree]
    return as_read(tree) if tree else tree


def paths(tree: Tree, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    return [path for step, value in inside for path in [(*at, step), *paths(value, (*at, step))]]


def test_an_empty_value_is_none_and_empty_quotes_are_text() -> None:
    assert parse("so:\nngay: ''\nky: {ho_ten: , kiem: ''}\nnoi_nhan: [a, '']") == {
        "so": None, "ngay": "", "ky": {"ho_ten": None, "kiem": ""}, "noi_nhan": ["a", ""],
    }  # fmt: skip


def test_lines_of_a_block_stay_lines() -> None:
    text = "noi_dung: |\n  **1.** Một: hai\n\n    thụt vào # không phải chú giải\n  - ba\n"
    assert parse(text) == {
        "noi_dung": "**1.** Một: hai\n\n  thụt vào # không phải chú giải\n- ba\n"
    }


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_text_and_keys_are_composed(form: str) -> None:
    raw = unicodedata.normalize(form, "địa_chỉ: Tổ dân phố Hòa Thượng")
    assert parse(raw) == {"địa_chỉ": "Tổ dân phố Hòa Thượng"}


def test_an_escape_that_composes_with_the_letter_before_is_composed() -> None:
    assert parse('ten: "Hoa\\u0300"') == {"ten": "Hoà"}


def test_a_file_may_begin_and_end_with_document_marks() -> None:
    assert parse("%YAML 1.1\n---\nloai: cong-van\n...\n") == {"loai": "cong-van"}


def test_the_deepest_tree_allowed_is_read() -> None:
    inside = MAX_DEPTH - 1
    assert isinstance(parse("a: " + "[" * inside + "]" * inside), dict)
    assert code_of(parse("a: " + "[" * (inside + 1) + "]" * (inside + 1))) == "KD023"


@pytest.mark.parametrize(
    "hostile",
    [
        "a: " + "[" * 100_000,
        "a: " + "{b: " * 100_000,
        "\n".join(" " * depth + "a:" for depth in range(5000)),
        "- " * 100_000,
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "? " * 10_000,
    ],
    ids=["brackets", "braces", "steps", "dashes", "bomb", "question marks"],
)
def test_a_hostile_file_is_refused_without_recursion(hostile: str) -> None:
    assert isinstance(parse(hostile), Problem)


@pytest.mark.parametrize("code_point", [0x00, 0x07, 0x0B, 0x7F, 0x85, 0x2028, 0xD800, 0xFFFE])
def test_a_character_that_cannot_be_printed_is_refused_raw_and_escaped(code_point: int) -> None:
    raw = parse(f"so: 1\nten: a{chr(code_point)}b")
    assert isinstance(raw, Problem)
    assert (raw.code, raw.place.line, raw.place.column) == ("KD027", 2, 7)
    assert f"U+{code_point:04X}" in raw.message
    assert code_of(parse(f'ten: "a\\u{code_point:04x}b"')) in {"KD027", "KD018"}


def code_of(result: dict[str, Tree] | Problem) -> str:
    assert isinstance(result, Problem), result
    return result.code


def test_a_key_that_stands_twice_names_the_line_of_the_first() -> None:
    found = parse("loai: cong-van\nky:\n  ho_ten: Mẫu\n  chuc_vu: Bí thư\n  ho_ten: Thử\n")
    assert isinstance(found, Problem)
    assert "dòng 3" in found.message


PIECES = ["\t", '"', "'", ": ", "- ", "[", "]", "{", "}", "*", "&", "!", "|", ">", "%", "@", "?", "\\",
          "\n", "  ", "#", "---\n", "ê", "\x07", "\u2028", ",", "`", "..."]  # fmt: skip


@given(st.data())
def test_no_damage_to_a_sound_file_raises(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([sound.DOT, sound.LETTER, sound.COPY]))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 20, len(text))))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:]
    result = parse(text)
    if isinstance(result, Problem):
        rows = text.replace("\r", "\n").split("\n")
        assert 1 <= result.place.line <= len(rows)
        assert result.place.column >= 1
        assert "KD009" <= result.code <= "KD029" or result.code in {"KD041", "KD063"}


@given(st.text(max_size=60))
def test_no_text_at_all_raises(text: str) -> None:
    assert isinstance(parse(text), dict | Problem)
    positions(text)
