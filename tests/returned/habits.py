"""The habits of people who fill in forms: how each writes, and what it does to the values.

`usual` are those a reader must get right. With one that is `hard` it may ask about the values at
`doubtful` paths instead; what it reads without asking must be true all the same.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Literal

from tests.returned import hard, marks, numbers, prose, whole
from tests.returned.answers import Truth
from tests.returned.blanks import Blank, blanks
from tests.returned.hand import Hand, filled
from tests.returned.office import through_office
from tests.returned.places import kinds
from tests.returned.word import opened

Kind = Literal["usual", "hard"]
Typed = Callable[[Truth, Blank, random.Random], Truth]
Doubtful = Callable[[Truth, Blank], frozenset[str]]


def _as_said(truth: Truth, _: Blank, __: random.Random) -> Truth:
    return truth


def _none(_: Truth, __: Blank) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True)
class Habit:
    """A habit: `typed` is what it makes of the answers, `unsaid` takes what the form cannot say.

    `through` is the kind of file it was in between.

    It `needs` one of these kinds of places, and a form whose name begins with one of `only`.
    """

    kind: Kind
    hand: Hand
    needs: frozenset[str]
    typed: Typed = _as_said
    unsaid: Typed = _as_said
    doubtful: Doubtful = _none
    through: str = ""
    only: tuple[str, ...] = field(default=("",))

    def suits(self, blank: Blank) -> bool:
        """Return whether the habit shows on a form."""
        return blank.edition.startswith(self.only) and bool(_kinds(blank) & self.needs)

    def says(self, blank: Blank, truth: Truth, seed: int) -> Truth:
        """Return the answers as they stand in the form once this habit has typed them."""
        typed = self._typed(blank, truth, seed)
        return self.unsaid(typed, blank, random.Random(seed))

    def _typed(self, blank: Blank, truth: Truth, seed: int) -> Truth:
        return self.typed(truth, blank, random.Random(f"typed {seed}"))

    def written(self, blank_bytes: bytes, truth: Truth, seed: int) -> bytes:
        """Return the form filled in, not yet sent through another program."""
        blank = _blank(blank_bytes)
        chance = random.Random(f"written {seed}")
        return filled(blank, self._typed(blank, truth, seed), self.hand, chance)

    def fill(self, blank_bytes: bytes, truth: Truth, seed: int) -> bytes:
        """Return a blank (`blanks`) filled in."""
        made = self.written(blank_bytes, truth, seed)
        return through_office([made], self.through)[0] if self.through else made


def _blank(data: bytes) -> Blank:
    return next(each for each in blanks().values() if each.data == data)


@cache
def _kinds(blank: Blank) -> frozenset[str]:
    return kinds(opened(blank.data), blank)


def _prose_paths(truth: Truth) -> list[str]:
    """Return the paths of answers in paragraphs."""
    short = (
        "ngay",
        "cham_diem",
        "xep_loai",
        "chuc_vu",
        "don_vi",
        "nhiem_vu.",
        "kiem_phieu",
        "noi_cu_tru",
        "phan_tich",
        "cap_do",
    )
    own = re.compile(r"nhan_xet\.[1-6]|.*\.cap_do")
    return [each for each in truth if not each.startswith(short) and not own.fullmatch(each)]


def _each_paragraph(change: Callable[[str, int, random.Random], str]) -> Typed:
    """Change every paragraph of the answers; the second argument counts them in each."""

    def all_of_them(truth: Truth, _: Blank, chance: random.Random) -> Truth:
        return truth | {
            path: "\n".join(
                change(each, number, chance) for number, each in enumerate(truth[path].split("\n"))
            )
            for path in _prose_paths(truth)
        }

    return all_of_them


def _words_marked(mark: str) -> Typed:
    """Put marks around two or three words of every paragraph."""

    def marked(text: str, _: int, chance: random.Random) -> str:
        words = text.split(" ")
        if len(words) < 6:
            return text
        at = chance.randrange(1, len(words) - 4)
        inner = " ".join(words[at : at + 3])
        if not (inner[0].isalnum() and inner[-1].isalnum()):
            return text
        return " ".join([*words[:at], f"{mark}{inner}{mark}", *words[at + 3 :]])

    return _each_paragraph(marked)


def _many_tasks(truth: Truth, _: Blank, __: random.Random) -> Truth:
    """Have twelve tasks, where the blank has ten rows."""
    return truth | {
        f"nhiem_vu.{number}.noi_dung": f"Nhiệm vụ phát sinh số {number}"
        for number in range(12)
        if f"nhiem_vu.{number}.noi_dung" not in truth
    }


_usual = partial(Habit, "usual")
_SECTION = frozenset({"Section"})
_CHOICE = frozenset({"Choice"})
_POINTS = frozenset({"Points"})
_LINE = frozenset({"Line"})
_ANY = frozenset({"Section", "Choice", "Points", "Cell", "Count"})
_TASKS = ("phu-luc",)
_FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="24"/>'

_PROSE = {
    "instead_of_leader": _usual(Hand(), _ANY),
    "before_leader": _usual(Hand(prose=prose.before_leader, label=numbers.before_leader), _SECTION),
    "after_leader": _usual(Hand(prose=prose.after_leader, label=numbers.after_leader), _SECTION),
    "literal_dots": _usual(Hand(prose=prose.in_dots, label=numbers.in_dots), _SECTION),
    "dotted_lines_kept": _usual(Hand(prose=prose.kept_below), _SECTION),
    "dotted_lines_deleted": _usual(Hand(prose=prose.own_paragraphs, emptied=True), _SECTION),
    "other_font": _usual(Hand(prose=prose.looking(_FONT)), _SECTION),
    "italic_red_answers": _usual(
        Hand(prose=prose.looking('<w:color w:val="C00000"/>', '<w:ind w:firstLine="720"/>')), _SECTION
    ),
    "runs_split": _usual(Hand(prose=prose.split_runs), _SECTION),
    "dashes": _usual(Hand(), _SECTION, _each_paragraph(lambda text, *_: f"- {text}")),
    "pluses": _usual(
        Hand(), _SECTION, _each_paragraph(lambda text, at, _: f"{'+' if at % 2 else '-'} {text}")
    ),
    "typed_bullets": _usual(Hand(), _SECTION, _each_paragraph(lambda text, *_: f"• {text}")),
    "typed_letters": _usual(
        Hand(), _SECTION, _each_paragraph(lambda text, at, _: f"{'abcdefgh'[at]}) {text}")
    ),
    "blank_paragraphs": _usual(Hand(prose=prose.spaced), _SECTION),
    "shift_enter": _usual(Hand(prose=prose.broken_lines), _SECTION),
    "on_heading_line": _usual(Hand(prose=prose.on_heading), _SECTION),
    "untidy_spaces": _usual(Hand(prose=prose.untidy), _SECTION),
    "bold_words": _usual(Hand(), _SECTION, _words_marked("**")),
    "italic_words": _usual(Hand(), _SECTION, _words_marked("*")),
    "tracked_insertions": _usual(Hand(prose=prose.inserted), _SECTION),
    "content_control": _usual(Hand(prose=prose.in_control), _SECTION),
    "automatic_bullets": _usual(
        Hand(prose=partial(prose.listed, number=1), first=(whole.with_lists,)), _SECTION
    ),
    "automatic_numbers": _usual(
        Hand(prose=partial(prose.listed, number=2), first=(whole.with_lists,)), _SECTION
    ),
    "label_then_next_line": _usual(Hand(label=numbers.below), _LINE),
}  # fmt: skip

_HEADINGS = {
    "headings_in_capitals": _usual(Hand(first=(whole.capitals,)), _SECTION),
    "headings_without_number": _usual(Hand(first=(whole.unnumbered,)), _SECTION),
    "headings_bold": _usual(Hand(first=(whole.bold_headings,)), _SECTION),
    "headings_letter_missing": _usual(Hand(first=(whole.letter_missing,)), _SECTION),
    "headings_without_accents": _usual(Hand(first=(whole.unaccented,)), _SECTION),
    "headings_automatic_list": _usual(
        Hand(first=(whole.with_lists, whole.listed_headings)), _SECTION
    ),
    "headings_vntimeh": _usual(Hand(first=(whole.headings_in_old_capitals,)), _SECTION),
}  # fmt: skip

_TYPED = {
    "nfd_answers": _usual(Hand(last=(whole.typed_apart,)), _ANY),
    "nfd_everything": _usual(Hand(last=(whole.all_apart,)), _ANY),
    "vntime": _usual(Hand(label=numbers.before_leader, last=(whole.typed_in_tcvn3,)), _SECTION),
    "vni_times": _usual(Hand(label=numbers.before_leader, last=(whole.typed_in_vni,)), _SECTION),
    "google_docs": _usual(Hand(prose=prose.own_paragraphs, last=(whole.like_google_docs,)), _ANY),
    "wps": _usual(Hand(prose=prose.own_paragraphs, last=(whole.like_wps,)), _ANY),
    "through_odt": _usual(Hand(), _ANY, through="odt"),
    "through_doc": _usual(Hand(prose=prose.kept_below), _ANY, through="doc"),
    "tasks_rows_added": _usual(Hand(first=(whole.rows_added,)), _ANY, _many_tasks, only=_TASKS),
    "tasks_rows_removed": _usual(Hand(last=(whole.empty_rows_removed,)), _ANY, only=_TASKS),
    "tasks_empty_row_between": _usual(Hand(last=(whole.empty_row_between,)), _ANY, only=_TASKS),
    "tasks_group_row": _usual(Hand(last=(whole.group_row,)), _ANY, only=_TASKS),
}  # fmt: skip

_MARKS = {
    f"tick_{name}": _usual(Hand(mark=mark), _CHOICE)
    for name, mark in {
        "crossed_box": marks.crossed,
        "check": marks.checked,
        "checked_box": marks.ballot_checked,
        "x_before": marks.typed_before,
        "x_in_brackets": marks.in_brackets,
        "capital_x": marks.capital,
        "wingdings_symbol": marks.symbol,
        "wingdings_letter": marks.wingdings,
        "underlined": marks.underlined,
        "bold": marks.bold,
        "red": marks.coloured,
        "highlighted": marks.highlighted,
        "others_deleted": marks.others_deleted,
        "others_struck": marks.others_struck,
        "words_after_label": marks.in_words,
        "words_below": marks.in_words_below,
    }.items()
}

_SCORES = {
    f"points_{name}": _usual(Hand(score=score), _POINTS)
    for name, score in {
        "with_point": numbers.point_decimal,
        "two_places": numbers.two_places,
        "with_word": numbers.scored("{value} điểm", most=False),
        "with_word_before_maximum": numbers.scored("{value} điểm"),
        "in_dots": numbers.scored("…{value}…"),
        "behind_dots": numbers.scored("……{value}"),
        "before_dots": numbers.scored("{value} ……"),
        "without_maximum": numbers.scored("{value}", most=False),
        "spaced": numbers.scored(" {value} "),
    }.items()
}

_hard = partial(Habit, "hard")


def _all_prose(truth: Truth, _: Blank) -> frozenset[str]:
    return hard.with_degrees(_prose_paths(truth))


def _choices(_: Truth, blank: Blank) -> frozenset[str]:
    return frozenset(hard.choice_paths(blank))


_unchosen = hard.without(hard.choice_paths)


def _near(which: slice) -> Doubtful:
    return lambda _, blank: hard.neighbours(blank, which)


_FORMS = ("01", "02")
_HINTING = ("02A/2023", "02B/2023", "02/2019")
_TWO, _SOME = slice(1, 4, 2), slice(1, 9, 3)
_on_form = partial(_hard, only=_FORMS)

_HARD = {
    "headings_deleted": _on_form(
        Hand(last=(hard.to_headings("deleted", _TWO),)), _SECTION, doubtful=_near(_TWO)
    ),
    "headings_merged_above": _on_form(
        Hand(last=(hard.to_headings("merged", _SOME),)), _SECTION, doubtful=_near(_SOME)
    ),
    "parts_swapped": _on_form(
        Hand(last=(hard.to_headings("swapped", slice(1, 2)),)), _SECTION, doubtful=_near(slice(1, 3))
    ),
    "headings_words_missing": _on_form(
        Hand(last=(hard.to_headings("retyped", slice(None)),)), _SECTION, doubtful=_all_prose
    ),
    "headings_doubled": _on_form(
        Hand(last=(hard.to_headings("doubled", _SOME),)), _SECTION, doubtful=_near(_SOME)
    ),
    "headings_in_other_words": _on_form(
        Hand(first=(hard.in_other_words,)), _SECTION, doubtful=lambda _, blank: hard.reworded(blank)
    ),
    "headings_quoted": _on_form(Hand(), _SECTION, hard.quoting, doubtful=_all_prose),
    "heading_repeated": _on_form(Hand(prose=prose.heading_repeated), _SECTION, doubtful=_all_prose),
    "answers_under_hints": _hard(
        Hand(prose=prose.under_hints), _SECTION, doubtful=_all_prose, only=_HINTING
    ),
    "drawn_tables": _hard(Hand(prose=prose.in_table), _SECTION, doubtful=_all_prose),
    "text_boxes": _hard(Hand(prose=prose.in_text_box), _SECTION, doubtful=_all_prose),
    "page_breaks": _hard(Hand(prose=prose.page_broken), _SECTION),
    "labels_without_colon": _hard(
        Hand(label=numbers.without_colon, last=(hard.label_without_colon,)), _LINE | _POINTS,
        doubtful=lambda truth, _: frozenset(truth) - frozenset(_prose_paths(truth)),
    ),
    "comment_balloons": _hard(Hand(last=(hard.with_comments,)), _ANY),
    "header_with_name": _hard(Hand(last=(hard.with_header,)), _ANY),
    "text_before_first_heading": _on_form(Hand(last=(hard.text_before,)), _SECTION),
    "text_behind_last_answer": _on_form(
        Hand(last=(hard.text_behind,)), _SECTION, doubtful=_choices
    ),
    "draft_left_at_end": _on_form(
        Hand(last=(hard.twice_in_one_file,)), _SECTION, doubtful=_near(slice(0, 2))
    ),
    "circled": _hard(Hand(mark=marks.circled), _CHOICE, doubtful=_choices),
    "two_ticks": _hard(Hand(mark=marks.twice), _CHOICE, unsaid=_unchosen, doubtful=_choices),
    "no_tick": _hard(Hand(mark=marks.not_at_all), _CHOICE, unsaid=_unchosen, doubtful=_choices),
}  # fmt: skip

HABITS: dict[str, Habit] = {**_PROSE, **_HEADINGS, **_TYPED, **_MARKS, **_SCORES, **_HARD}
