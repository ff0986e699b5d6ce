"""Explanations in sentences: the same ones in the window, in the exported workbook and on the grade sheet."""

from committee_desk.domain.explanation import IndicatorExplanation, Input, PersonExplanation


def rule(explanation: IndicatorExplanation) -> str:
    """The rule of the indicator in words."""
    raise NotImplementedError


def lines(explanation: IndicatorExplanation) -> list[str]:
    """The arithmetic, one line a step, down to the printed figure."""
    raise NotImplementedError


def basis(explanation: IndicatorExplanation) -> str:
    """One short line for the sheet's column 依据."""
    raise NotImplementedError


def input_line(given: Input) -> str:
    """One thing that went into the figure: a case, an event, a mark, a class of ballots."""
    raise NotImplementedError


def outcome_lines(explanation: PersonExplanation, *, inside: bool = False) -> list[str]:
    """What decided total, rank, status and grade. Why somebody is pending is said `inside` only."""
    raise NotImplementedError
