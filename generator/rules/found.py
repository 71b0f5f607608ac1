"""A finding of a rule: its text from the catalogue, its weight and clause from the regime."""

import dataclasses
from typing import Any

from generator.problems import DataPath, Place, Problem, Severity, problem
from generator.regulations.che_do import CheDo
from generator.regulations.rule import Quy, weighed


def finding(
    che_do: CheDo,
    rule: str,
    code: str,
    path: DataPath,
    *behind: Quy[Any] | None,
    doubtful: bool = False,
    **values: object,
) -> Problem:
    """Make a problem of a rule.

    Args:
        che_do: the regime; its `quy_tac` weighs the rule and names its clause.
        rule: the rule, «R06».
        code: the text in the catalogue; `{can_cu}` in it is the clause.
        path: the way to the value in the unit's data.
        *behind: the prescribed values the finding rests on; None for one the regime lacks.
        doubtful: whether the finding never weighs more than a warning.
        **values: what the text names in braces.

    Returns:
        The problem: an error only where the regime says so and every value behind it is verified.
    """
    weight = che_do.quy_tac[rule]
    severe = weight.muc_do == "loi" and not doubtful
    made = dataclasses.replace(
        problem(code, Place(path=path), can_cu=weight.can_cu, **values),
        severity=Severity.ERROR if severe else Severity.WARNING,
    )
    for value in behind:
        if value is not None:
            made = weighed(made, value)
    return made
