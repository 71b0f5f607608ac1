"""Checks figures against the words in brackets behind them: «800.000 đồng (Tám trăm nghìn đồng)».

No text prescribes this: a number that stands twice says the same twice.
"""

import re
from collections.abc import Iterator

from generator.problems import DataPath, Place, Problem, problem
from generator.wording.read_numbers import FIGURE, figure, number_in_words, scale, shown

_WRITTEN_OUT = re.compile(
    rf"(?<![\w/.,-])(?P<so>{FIGURE})(?: (?P<bac>nghìn|ngàn|triệu|tỷ|tỉ))?"
    r"(?: ?(?P<tien>đồng|đ|VNĐ|VND))?\s*"
    r"\((?:(?:số tiền )?(?:viết |ghi )?bằng chữ ?:? ?)?(?P<chu>[^\W\d][^()\d]*?)[./]*\)",
    re.IGNORECASE,
)
_ALONE = frozenset({"không", "năm"})
"""Words that alone also say «no» and «year»: «2026 (năm)»."""


def check_amounts(text: str, path: DataPath) -> Iterator[Problem]:
    """Check every number of a text that words repeat.

    Args:
        text: the text as typed.
        path: where it is in the data.

    Yields:
        KD290, each at its line. Words that are not wholly a number say nothing.
    """
    for n, line in enumerate(text.split("\n")):
        for found in _WRITTEN_OUT.finditer(line.replace("*", " ")):
            said, written = found["chu"].strip(), figure(found["so"])
            value = number_in_words(said)
            if value is None or written is None or said.lower() in _ALONE:
                continue
            if written * scale(found["bac"] or "") != value:
                place = Place(path=(*path, n, found.start()))
                typed = " ".join(filter(None, (found["so"], found["bac"], found["tien"])))
                yield problem("KD290", place, so=typed, chu=said, dung=shown(value))
