"""A document to generate, regardless of its source: a letter, a form, a paper of a unit."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator.engine.look import Look
from generator.engine.notice import NOTICE
from generator.engine.richtext import NO_BREAK_HYPHEN, Runs
from generator.papers.templates import Templates
from generator.problems import Place, Problem, problem
from generator.wording.titles import whole_words
from generator.wording.unbroken import Unbroken

if TYPE_CHECKING:
    from generator.engine.template import Template


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to generate: its file name, its template with the shape of values, its values.

    `look` is how the pack of the day of signing draws a shipped template (`looks.look_of`).

    `located` adds places in the data files to problems found in the values. `du_thao` are the lines
    that stand at the head of a draft, none for any other paper. `must` are paths of values that not
    every paper of the kind has, such as tables: a template without them would lose what is there.
    """

    tep: str
    mau: str
    shape: Mapping[str, Any] | None
    build: Callable[[], Mapping[str, Any]]
    located: Callable[[Iterable[Problem]], list[Problem]]
    look: Look
    du_thao: tuple[str, ...] = ()
    must: frozenset[str] = frozenset()

    def values(self) -> Mapping[str, Any]:
        """Return everything that is printed, the lines of a draft too."""
        printed = self.build()
        return {**printed, NOTICE: list(self.du_thao)} if self.du_thao else printed


def made(paper: Paper, templates: Templates) -> tuple[bytes | None, list[Problem]]:
    """Generate one document: compile its template for the shape, then fill it.

    Returns:
        The bytes of the `.docx`, or None when the template cannot be used or filled; with what
        is told of the template and of the values.
    """
    template, told = template_for(paper, templates)
    if template is None:
        return None, paper.located(told)
    data, found = printed(template, paper.values())
    return data, paper.located([*told, *found])


def template_for(paper: Paper, templates: Templates) -> tuple["Template | None", list[Problem]]:
    """Return the compiled template of a paper; None with what is wrong: KD357 for a lost value."""
    template, told = templates.template(paper.mau, paper.shape, paper.look)
    lost = paper.must - template.fields if template else ()
    if not lost:
        return template, told
    fields = ", ".join(sorted(each.replace("[]", "") for each in lost))
    return None, [*told, problem("KD357", Place(path=("noi_dung",)), mau=paper.mau, truong=fields)]


def printed(template: "Template", values: Mapping[str, Any]) -> tuple[bytes | None, list[Problem]]:
    """Fill a template with values in which dates, numbers, names of places are kept together.

    In names and titles (`_TITLES`) no word is broken, and none stands alone on the last line.

    The title of the file in its properties stays as it is: it is not on paper.
    """
    from generator.engine.render import render  # noqa: PLC0415 - who only checks loads no Word

    kept = {key: each if key == _PROPERTY else _of(key, each) for key, each in values.items()}
    return render(template, kept)


_PROPERTY = "tieu_de_tep"
_TITLES = frozenset(
    {
        "co_quan",
        "cap_tren",
        "don_vi",
        "ten_don_vi",
        "trich_yeu",
        "tac_gia",
        "tieu_de",
        "kem_theo",
        "ky",
        "ky_hang",
        "xac_nhan",
    }
)
"""Fields that hold a name or a title, and nothing else, wherever they stand."""
_TEXTS, _MARKUP = Unbroken(), Unbroken(NO_BREAK_HYPHEN)


def _of(key: str, value: Any) -> Any:
    return _titled(value) if key in _TITLES else _kept(value)


def _titled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _titled(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_titled(each) for each in value]
    return whole_words(_TEXTS[value]) if type(value) is str else _kept(value)


def _kept(value: Any) -> Any:
    """Return a value with all its texts kept together.

    Three of four values inside are texts, so these do not come here one by one.
    """
    kind = type(value)
    if kind is str:
        return _TEXTS[value]
    if kind is dict:
        return {
            key: _titled(each)
            if key in _TITLES
            else _TEXTS[each]
            if type(each) is str
            else _kept(each)
            for key, each in value.items()
        }
    if kind is list:
        return [_TEXTS[each] if type(each) is str else _kept(each) for each in value]
    if isinstance(value, Runs):
        xml = _MARKUP[value.xml]
        same = xml == value.xml  # its bytes are there already, from the digest
        return value if same else Runs(Markup(xml), value.illegal)  # noqa: S704 - as it was
    return _TEXTS[value] if isinstance(value, str) else value
