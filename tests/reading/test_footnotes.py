"""Footnotes are checked where the clerk typed them, line for line."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from generator.engine.richtext import paragraphs
from generator.model import VanBan
from generator.reading.footnotes import check_footnotes
from generator.reading.positions import with_places
from generator.reading.yaml_text import parse

HEAD = "loai: ke-hoach\ntrich_yeu: Kiểm điểm năm 2026\n"
labels = st.sampled_from(["1", "2", "a"])
sentences = st.builds(
    "{}{}{}".format,
    st.sampled_from(["Thực hiện", "**1.** Tổ chức", "- Kiểm điểm", ""]),
    st.one_of(st.just(""), labels.map("[^{}]".format)),
    st.sampled_from([".", " của cấp trên[^1];", ""]),
)
notes = st.builds("[^{}]: {}".format, labels, st.sampled_from(["Quy định.", "Hướng dẫn[^2]."]))
bodies = st.lists(st.one_of(sentences, sentences, notes), min_size=1, max_size=8).filter(
    lambda lines: any(line.strip() for line in lines)
)


def file_of(lines: list[str], indent: int, blank: int) -> str:
    body = textwrap.indent("\n".join(lines), " " * indent)
    return f"{HEAD}noi_dung: |{indent}\n" + "\n" * blank + body + "\n"


def letter(text: str) -> VanBan:
    tree = parse(text)
    assert isinstance(tree, dict), tree
    return VanBan.model_validate(tree)


@given(bodies, st.integers(1, 6), st.integers(0, 2))
def test_every_finding_stands_at_its_mark_in_the_file(
    lines: list[str], indent: int, blank: int
) -> None:
    text = file_of(lines, indent, blank)
    rows = text.split("\n")
    for found in with_places(check_footnotes(letter(text)), "ke-hoach.yaml", text):
        assert rows[found.place.line - 1][found.place.column - 1 :].startswith("[^"), found


@given(bodies)
def test_a_text_without_findings_prints_every_mark_as_a_footnote(lines: list[str]) -> None:
    document = letter(file_of(lines, 2, 0))
    if not check_footnotes(document):
        printed = "".join(str(each["chu"]) for each in paragraphs(document.noi_dung))
        assert "[^" not in printed


@given(bodies)
def test_a_mark_that_would_print_as_typed_is_found(lines: list[str]) -> None:
    document = letter(file_of(lines, 2, 0))
    printed = "".join(str(each["chu"]) for each in paragraphs(document.noi_dung))
    if "[^" in printed:
        assert {found.code for found in check_footnotes(document)} & {"KD129", "KD133"}
