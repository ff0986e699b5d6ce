"""Explanations in sentences: the same ones in the window and in the exported workbook."""

from committee_desk.domain.explanation import IndicatorExplanation, Input, PersonExplanation
from committee_desk.wording.explained_inputs import input_sentence
from committee_desk.wording.explained_outcome import outcome_sentence
from committee_desk.wording.explained_rules import rule_in_words
from committee_desk.wording.explained_steps import step_in_words


def rule(explanation: IndicatorExplanation) -> str:
    """The rule of the indicator in words."""
    return rule_in_words(explanation.rule)


def lines(explanation: IndicatorExplanation) -> list[str]:
    """The arithmetic, one line a step, down to the printed figure."""
    return [step_in_words(step) for step in explanation.steps]


def input_line(given: Input) -> str:
    """One thing that went into the figure: a case, an event, a mark, a class of ballots."""
    return input_sentence(given)


def outcome_lines(explanation: PersonExplanation, *, inside: bool = False) -> list[str]:
    """What decided total, rank, status and grade. Why somebody is pending is said `inside` only."""
    told = [outcome_sentence(step, inside=inside) for step in explanation.outcome]
    return [line for line in told if line]
