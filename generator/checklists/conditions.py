"""Conditions in checklists: «goi_y và không mien_213», «loai_don_vi trong (phuong, xa)»."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from generator.reading.suggest import plain

Value = bool | str
Facts = Mapping[str, Value]

LONGEST = 500
"""Maximum characters of a condition."""

DEEPEST = 200
"""Maximum depth of nested brackets: a condition is parsed by recursive descent."""

_TOKEN = re.compile(r"\s*(?:([(),=])|([^\W\d]\w*))")
_OR, _AND, _NOT, _OTHER, _IN = "hoac", "va", "khong", "khac", "trong"
_WORDS = frozenset({_OR, _AND, _NOT, _OTHER, _IN})


class ConditionError(ValueError):
    """Syntax error in a condition; its text is the offending word, empty at the end."""


@dataclass(frozen=True, slots=True)
class Fact:
    """The condition that a fact is true."""

    ten: str


@dataclass(frozen=True, slots=True)
class Is:
    """The condition that a fact has one of these values; with `khac`, none of them."""

    ten: str
    gia_tri: tuple[str, ...]
    khac: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """«không»: the inner condition does not hold."""

    bieu_thuc: "Condition"


@dataclass(frozen=True, slots=True)
class Both:
    """«và»: all parts hold."""

    phan: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """«hoặc»: at least one part holds."""

    phan: tuple["Condition", ...]


Condition = Fact | Is | Not | Both | Either


@lru_cache(maxsize=512)
def parse(text: str) -> Condition:
    """Parse a condition.

    Grammar, from lowest precedence: `a hoặc b`, `a và b`, `không a`, `(a)`, a fact, `fact = value`,
    `fact khác value`, `fact trong (value, value)`. The keywords may be written without accents.

    Raises:
        ConditionError: the text does not follow the grammar, is longer than `LONGEST` or nested
            deeper than `DEEPEST`.
    """
    if len(text) > LONGEST:
        raise ConditionError(text[:20])
    tokens = list(_tokens(text))
    depths = accumulate({"(": 1, ")": -1}.get(token, 0) for token in tokens)
    if max(depths, default=0) > DEEPEST:
        raise ConditionError("(")
    made, rest = _either(tokens)
    if rest:
        raise ConditionError(rest[0])
    return made


def _tokens(text: str) -> Iterator[str]:
    position = 0
    text = text.rstrip()
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            raise ConditionError(text[position:].split()[0])
        word = found[2]
        yield found[1] or (plain(word) if plain(word) in _WORDS else word)
        position = found.end()


def _either(tokens: list[str]) -> tuple[Condition, list[str]]:
    first, tokens = _both(tokens)
    parts = [first]
    while tokens and tokens[0] == _OR:
        part, tokens = _both(tokens[1:])
        parts.append(part)
    return (Either(tuple(parts)) if len(parts) > 1 else first), tokens


def _both(tokens: list[str]) -> tuple[Condition, list[str]]:
    first, tokens = _single(tokens)
    parts = [first]
    while tokens and tokens[0] == _AND:
        part, tokens = _single(tokens[1:])
        parts.append(part)
    return (Both(tuple(parts)) if len(parts) > 1 else first), tokens


def _single(tokens: list[str]) -> tuple[Condition, list[str]]:
    match tokens:
        case [word, *rest] if word == _NOT:
            inner, rest = _single(rest)
            return Not(inner), rest
        case ["(", *rest]:
            inner, rest = _either(rest)
            return inner, _past(")", rest)
        case [name, "=", value, *rest] if _is_name(name) and _is_name(value):
            return Is(name, (value,)), rest
        case [name, word, value, *rest] if word == _OTHER and _is_name(name) and _is_name(value):
            return Is(name, (value,), khac=True), rest
        case [name, word, "(", *rest] if word == _IN and _is_name(name):
            values, rest = _values(rest)
            return Is(name, values), rest
        case [name, *rest] if _is_name(name):
            return Fact(name), rest
    raise ConditionError(tokens[0] if tokens else "")


def _values(tokens: list[str]) -> tuple[tuple[str, ...], list[str]]:
    values: list[str] = []
    while tokens and _is_name(tokens[0]):
        values.append(tokens[0])
        tokens = tokens[1:]
        if tokens[:1] == [")"]:
            return tuple(values), tokens[1:]
        tokens = _past(",", tokens)
    raise ConditionError(tokens[0] if tokens else "")


def _past(token: str, tokens: list[str]) -> list[str]:
    if tokens[:1] != [token]:
        raise ConditionError(tokens[0] if tokens else "")
    return tokens[1:]


def _is_name(word: str) -> bool:
    return word not in _WORDS and word[0] not in "(),="


def leaves(condition: Condition) -> Iterator[Fact | Is]:
    """Yield the tests of facts that a condition contains."""
    match condition:
        case Fact() | Is():
            yield condition
        case Not(inner):
            yield from leaves(inner)
        case Both(parts) | Either(parts):
            for part in parts:
                yield from leaves(part)


def holds(condition: Condition | None, facts: Facts) -> bool:
    """Return whether a condition holds; None always holds, a missing fact counts as false."""
    match condition:
        case None:
            return True
        case Fact(ten):
            return bool(facts.get(ten, False))
        case Is(ten, values, khac):
            return (facts.get(ten, "") in values) is not khac
        case Not(inner):
            return not holds(inner, facts)
        case Both(parts):
            return all(holds(part, facts) for part in parts)
        case Either(parts):
            return any(holds(part, facts) for part in parts)


def behind(condition: Condition, facts: Facts, *, wanted: bool = True) -> list[tuple[str, Value]]:
    """Return the facts because of which a condition does not have the result `wanted`.

    Args:
        condition: a condition whose result is not `wanted`.
        facts: the facts of the subject.
        wanted: the expected result.

    Returns:
        Name and actual value of each responsible fact, in the order of the condition.
    """
    match condition:
        case Fact(ten):
            return [(ten, bool(facts.get(ten, False)))]
        case Is(ten):
            return [(ten, facts.get(ten, ""))]
        case Not(inner):
            return behind(inner, facts, wanted=not wanted)
        case Both(parts) | Either(parts):
            wrong = [part for part in parts if holds(part, facts) is not wanted]
            return [each for part in wrong for each in behind(part, facts, wanted=wanted)]
