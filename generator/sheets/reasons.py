"""Why somebody is not reviewed or rated: words in a workbook, codes in the data."""

from functools import cache

from generator.regulations.regimes import load_regime, regime_codes
from generator.wording.compare import fold

COLUMN = "loai_tru.ly_do"


def in_words(code: str) -> str:
    """Return a reason in words; a text that is no code stays as it is."""
    return reasons().get(code, code)


def code_of(said: str) -> str | None:
    """Return the code of a reason, said in words or as its code; None for any other text."""
    wanted = fold(said)
    return next((code for code, words in reasons().items() if wanted in {fold(words), code}), None)


@cache
def reasons() -> dict[str, str]:
    """Return the reasons of all regimes by code, in the words of the latest."""
    return {
        code: each.ten
        for regime in regime_codes()
        for code, each in load_regime(regime).loai_tru.items()
    }
