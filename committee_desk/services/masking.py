"""Figures for who is not to know why somebody is pending or without a grade: 另行确定 for all alike."""

from dataclasses import replace
from typing import TYPE_CHECKING

from committee_desk.domain.scores import PersonScore, Status, YearScores

if TYPE_CHECKING:
    from committee_desk.domain.explanation import PersonExplanation, Step

_REASONS = frozenset({Status.PENDING, Status.NO_GRADE})
_DECISIONS = frozenset({"decision", "barred"})
"""What an explanation of a grade gives as why, where a decision on the person is it."""


def scores_without_reasons(scores: YearScores) -> YearScores:
    """The same figures; pending and without grade read alike, and nobody is marked as barred."""
    return scores._replace(people=tuple(person_without_reasons(person) for person in scores.people))


def explained_without_reasons(explained: "PersonExplanation") -> "PersonExplanation":
    """The same arithmetic without decisions and leave, and without saying that one of them decided the grade."""
    return replace(explained, outcome=tuple(_step(step) for step in explained.outcome), standing=())


def person_without_reasons(person: PersonScore) -> PersonScore:
    """The same figures of one person, without why."""
    if person.status not in _REASONS and not person.barred:
        return person
    status = Status.SETTLED_APART if person.status in _REASONS else person.status
    return person._replace(status=status, barred=False)


def _step(step: "Step") -> "Step":
    if step.kind == "status" and step.facts["status"] in _REASONS:
        return replace(step, facts={**step.facts, "status": str(Status.SETTLED_APART)})
    if step.kind == "grade" and step.facts["why"] in _DECISIONS:
        return replace(step, facts={**step.facts, "why": "settled_apart"})
    return step
