"""Makes the problems of the rules: text from the catalogue, severity and clause from the regime."""

import dataclasses
from typing import Any

from generator.problems import DataPath, Place, Problem, Severity, problem
from generator.regulations.che_do import CheDo
from generator.regulations.rule import Quy, doubt, weighed


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
        che_do: the regime; its `quy_tac` gives the severity and the clause of the rule.
        rule: the rule, «R06».
        code: the code in the catalogue; `{can_cu}` in its text is the clause, with what must be
            said of values from a local text or the press.
        path: the path of the value in the unit's data.
        *behind: the prescribed values on which the finding depends; None for one that the regime
            lacks.
        doubtful: whether the finding is at most a warning.
        **values: the values for the `{names}` in the text; `can_cu` is a clause instead of the
            rule's.

    Returns:
        The problem: an error only if the regime says so and all values in `behind` are verified.
    """
    weight = che_do.quy_tac[rule]
    marks = [weight.nguon, *(value.nguon for value in behind if value is not None)]
    said = "; ".join(
        dict.fromkeys([str(values.pop("can_cu", weight.can_cu)), *filter(None, map(doubt, marks))])
    )
    severe = weight.muc_do == "loi" and not doubtful
    made = dataclasses.replace(
        problem(code, Place(path=path), can_cu=said, **values),
        severity=Severity.ERROR if severe else Severity.WARNING,
    )
    for value in behind:
        if value is not None:
            made = weighed(made, value)
    return made
